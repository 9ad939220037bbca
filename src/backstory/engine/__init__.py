"""Queries, what they read, and digests. Never websites."""
