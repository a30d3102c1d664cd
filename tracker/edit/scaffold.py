"""The beginning of a plan file: its header, and the lineages of the version it revises, commented out."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from tracker.edit.dump import dump, dump_items
from tracker.plan.model import Plan, Provision
from tracker.plan.term import Term
from tracker.plan.words import TextStatus
from tracker.semantics.fields import fields_of

_SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
_KNOWN_TEXTS = ("full", "read-aloud")
_SILENCE: dict[TextStatus, str] = {
    "full": "The text is known in full: a lineage that is not listed below is not in it.",
    "read-aloud": "The text was read aloud: a lineage that is not listed below was not in what was read.",
    "partial": "The text is known in part: a lineage that is not listed below is not known to be in it.",
    "reported": "The text is known from reports: a lineage that is not listed below is not reported.",
}


def scaffold(header: dict[str, Any], text: TextStatus, other: Plan | None, schema: str) -> str:
    """A plan file in text. Uncommenting `provisions:` and some of the stubs gives a valid file.

    A stub says that the lineage is there, not what it says: values are to come from a source.
    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [f"# {_SILENCE[text]}"]
    body = dump({**header, "text": text})
    stubs = [_stub(provision, text) for provision in other.provisions if provision.held] if other else []
    if not stubs:
        return "\n".join(lines) + "\n" + body
    said = (
        f"\n# The lineages of {other.version if other else ''}: take the `# ` off what this version has, off"
        "\n# `provisions:` too; put in what it says and where that is known from, and delete the rest.\n\n"
    )
    commented = ("provisions:\n" + dump_items(stubs, 2)).splitlines()
    return "\n".join(lines) + "\n" + body + said + "".join(f"{f'# {line}'.rstrip()}\n" for line in commented)


def _stub(provision: Provision, text: TextStatus) -> dict[str, Any]:
    terms = [_bare(term) for term in provision.terms]
    return {
        "id": provision.id,
        "title": provision.title,
        "issue": provision.issue,
        "summary": provision.summary,
        "presence": "in-text" if text in _KNOWN_TEXTS else "reported",
        **({"terms": terms} if terms else {}),
    }


def _bare(term: Term) -> dict[str, Any]:
    """Which term it is, without what it says."""
    named = {
        f.name for f in fields_of(type(term)) if f.is_key or type(term).model_fields[f.name].is_required()
    }
    values = term.model_dump(mode="json", include=named, exclude_none=True)
    return {"kind": term.kind_name(), **values}


def schema_path(target: Path, neighbour: Path | None, root: Path) -> str:
    """The path of the schema as the first line of a new file names it: that of a neighbour, seen from there.

    Empty where neither the neighbour names one nor the package stands beside the plans.
    """
    found = root.parent / "tracker" / "schema" / "plan.schema.json"
    if neighbour is not None:
        line = neighbour.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
        if named := _SCHEMA_LINE.match(line):
            if "://" in named[1] or Path(named[1]).is_absolute():
                return named[1]
            found = neighbour.parent / named[1]
    if not found.exists():
        return ""
    return Path(os.path.relpath(found, target.parent)).as_posix()
