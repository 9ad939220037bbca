"""Markdown to HTML, with Python-Markdown's own bytes."""
