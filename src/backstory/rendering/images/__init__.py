"""Pictures as pages and social networks show them."""
