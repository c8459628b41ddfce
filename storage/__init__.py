"""KEEPS: the encrypted register, its keys and its migrations."""
