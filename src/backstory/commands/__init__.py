"""What people type. Never Markdown or Jinja."""
