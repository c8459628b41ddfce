"""The guide: its pages as values, read from a small subset of Markdown of our own."""
