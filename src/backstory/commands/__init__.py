"""People: the verbs of the command line. Never Markdown or Jinja."""
