"""Jinja templates: found, compiled, run; and what makes words safe in them."""
