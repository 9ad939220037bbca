"""One file: front matter, header, dates, scanner, Markdown. Never a second file."""
