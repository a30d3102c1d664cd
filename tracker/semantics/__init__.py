"""How values may differ: one file per way. Each owns its comparison, its delta and its words."""
