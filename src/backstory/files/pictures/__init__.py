"""Picture files: what they are, and how they are made ready for pages. Never which page shows one."""
