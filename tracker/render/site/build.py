"""From a dossier to a site: a mapping from relative path to content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from tracker.render.site import files, pages, paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.environment import asset

Site = Mapping[str, bytes]
"""Relative paths with `/`, and what stands there."""


def build(dossier: Dossier) -> Site:
    """Every page and every file; the same dossier gives the same bytes.

    Files come first, so that pages know which there are: `dossier.extras`.
    """
    made: dict[str, str | bytes] = {
        paths.STYLE: asset("site.css"),
        paths.SCRIPT: asset("site.js"),
    }
    for name in sorted(module.name for module in iter_modules(files.__path__)):
        made.update(import_module(f"{files.__name__}.{name}").files(dossier))
    dossier = replace(dossier, extras=tuple(sorted(set(made) - {paths.STYLE, paths.SCRIPT})))
    for name in sorted(module.name for module in iter_modules(pages.__path__)):
        made.update(import_module(f"{pages.__name__}.{name}").pages(dossier))
    return {path: _bytes(content) for path, content in sorted(made.items())}


def _bytes(content: str | bytes) -> bytes:
    # a lone surrogate, which JSON in a plan could smuggle in, has no UTF-8
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
