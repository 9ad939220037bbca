"""The disk: settings, sources, publishing. Never meaning."""
