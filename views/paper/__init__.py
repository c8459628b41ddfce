"""PDF pages: a letter or a filled form goes in, bytes come out."""
