"""Numbers in words and in tables."""
