"""Samtale: the form for two pairs of eyes, large and calm."""
