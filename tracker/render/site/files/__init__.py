"""Files of the site that are no pages: a module here has `files(dossier) -> {path: str | bytes}`."""
