"""The report: a folder of pages that opens from disk or from any host, and asks nobody for anything.

`dossier.gather` collects what the pages need, `build.build` makes them: a mapping from path to content.
A module in `pages/` is a page (or a family of pages), a module in `files/` adds files that are no pages.
"""
