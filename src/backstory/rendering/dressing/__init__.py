"""A site's look: its style sheet and scripts, its colours and type, and what a browser may run."""
