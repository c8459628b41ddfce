"""RUNS: start, unlock and lock, one conductor per screen, the command line."""
