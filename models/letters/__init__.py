"""What each letter says, and what it still lacks before it may be approved."""
