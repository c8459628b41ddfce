"""CALCULATES: the small part of FHIRPath that forms may use, read strictly and always ending."""
