"""Names in running text: which there are, how languages bend them, and where a document has them."""
