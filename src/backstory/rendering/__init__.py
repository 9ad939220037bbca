"""HTML and the other formats. Never the disk."""
