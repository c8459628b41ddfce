"""PDF pages: a letter goes in, bytes come out."""
