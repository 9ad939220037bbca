"""The order of work: what to make, in which order, and how it is put out. Never what a page says."""
