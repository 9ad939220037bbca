"""All documents together: addresses, cards, links, related stories, timelines. Never HTML."""
