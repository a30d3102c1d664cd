"""The public shapes of results: one file per shape and version, with the models its schema is made of."""
