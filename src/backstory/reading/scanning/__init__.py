"""What a text says, each thing with its place: links, events, headings, blocks."""
