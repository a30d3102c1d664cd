"""How each result is laid out: one file per result."""
