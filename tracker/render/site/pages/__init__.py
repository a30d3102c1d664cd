"""The pages of the site: a module here has `pages(dossier) -> {path: html}`."""
