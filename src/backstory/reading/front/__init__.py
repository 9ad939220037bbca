"""Front matter: YAML, TOML or JSON to a typed header, each key with its place."""
