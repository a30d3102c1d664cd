"""A new digest in `seeds/`: what is known of an article as front matter, the rest left to a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tracker.diagnostic import Report
from tracker.edit.dump import dump
from tracker.edit.write import make_folder, write_atomically
from tracker.errors import TrackerError
from tracker.load.articles.handed import hand_in, source_id
from tracker.load.articles.isolation import Isolation
from tracker.load.digest import open_digest
from tracker.load.document import open_document
from tracker.load.shelf import Shelf
from tracker.plan.cited import Held
from tracker.plan.values import ID
from tracker.source import Source

_ASKED = {
    "publisher": "who published it",
    "title": "in your own words",
    "date": '"YYYY-MM-DD", as printed',
    "url": "https://…",
    "language": "two letters",
}
_BODY = """
# Below the second line of dashes: the digest, in your own words, in the order of the article, with its
# hedges, its attributions and what is no plan content. Short phrases of the article stand between “ and ”;
# evidence quotes only those. Copy no sentence.
"""


def begin_digest(
    file: Path, shelf: Shelf, isolation: Isolation, id: str | None, known: Mapping[str, str]
) -> Path:
    """Writes the front matter; the path of the new file.

    Raises TrackerError if the article cannot be read, if the id is taken or if a digest of it exists.
    """
    if shelf.root is None:
        raise TrackerError("no plans/ folder here or above", help="`--plans` names the folder of plan files")
    handed = hand_in(file, shelf, isolation)
    if not handed.usable:
        raise TrackerError(f"{shelf.display(file)} cannot be used", report=Report.of(handed.diagnostics))
    if not handed.source.text[handed.body.start : handed.body.end].strip():
        raise TrackerError(
            f"{shelf.display(file)} holds no text",
            help="a digest stands for an article: check that the file is the right one",
        )
    key = id or source_id(file.stem)
    if not re.fullmatch(ID, key):
        raise TrackerError(
            f"`{key}` is no id", help="small letters and digits, words apart by `-`, a letter first"
        )
    for path in shelf.held_sources.values():
        held = open_digest(path, shelf.display(path)).held
        if held is not None and held.original is not None and held.original.sha256 == handed.sha256:
            raise TrackerError(f"{shelf.display(path)} is a digest of this article already")
    target = shelf.root.parent / "seeds" / f"{key}.md"
    if target.exists() or key in shelf.citations:
        where = shelf.display(target) if target.exists() else "plans/sources.yaml"
        raise TrackerError(f"the source `{key}` exists in {where}", help="give another id with `--id`")
    text = _front(key, known, file.name, handed.sha256)
    make_folder(target.parent)
    write_atomically(target, text)
    return target


def _front(key: str, known: Mapping[str, str], name: str, sha256: str) -> str:
    lines = [dump({"id": key})]
    for field, hint in _ASKED.items():
        lines.append(dump({field: known[field]}) if field in known else f"# {field}: {hint}\n")
    lines.append(dump({"original": {"name": name, "sha256": sha256}}, width=200))
    lines.append(dump({"independence_group": key}))
    front = "".join(lines)
    checked = open_document(Held, Source("the front matter", front))
    if checked.broken:
        hints = "; ".join(f"`--{field}`: {hint}" for field, hint in _ASKED.items() if field in known)
        raise TrackerError("what was given does not fit", help=hints, report=Report.of(checked.placed()))
    return f"---\n{front}{_BODY.lstrip()}---\n\n"
