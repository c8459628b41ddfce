"""SHOWS: what is seen on the screen and on paper."""
