"""One file per table: `TABLE` describes it, `rows(dossier)` fills it."""
