"""The first start: from nothing to a register that is encrypted and can be opened again."""
