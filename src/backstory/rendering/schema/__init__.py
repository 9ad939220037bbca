"""What pages say of themselves to machines: schema.org, reference managers."""
