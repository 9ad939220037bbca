"""A document's body as finished HTML: links, blocks, pictures."""
