"""Follow a peace plan through its drafts, provision by provision."""
