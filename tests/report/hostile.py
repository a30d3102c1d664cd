"""Plans whose every text field tries to be more than text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

NASTY = (
    "<script>window.hit=1</script>\"'><img src=x onerror=window.hit=1>"
    "<a href='javascript:window.hit=1'>x</a></title></style></textarea></script>--> ]]> "
    "{{ 7*7 }} {% raw %} [x](javascript:window.hit=1) \\ \u202edetrever\u202c Україна 🕊️ e\u0301 مرحبا "
)
LONG = NASTY + "а" * 5_000 + " слово" * 800
"""More than 10,000 characters with `NASTY`, half of them without a place to break a line."""
SHORT = "<b>\"'&\u202e7</b>"


def _name(kind: str) -> dict[str, Any]:
    return {"name": NASTY + kind, "variants": [f"{NASTY}{kind} variant"], "note": NASTY}


def _evidence(source: str, **more: Any) -> dict[str, Any]:
    return {
        "source": source,
        "locator": NASTY,
        "hedge": "attributed",
        "speaker": "person",
        "note": LONG,
        **more,
    }


def _cap(limit: Any) -> dict[str, Any]:
    return {"kind": "force-cap", "party": "party", "limit": limit}


def _plan(version: str, **more: Any) -> dict[str, Any]:
    return {
        "version": version,
        "title": f"{NASTY}{version}",
        "aliases": [NASTY],
        "process": "negotiation",
        "status": LONG,
        "facts": [{"about": "author", "value": NASTY, "evidence": [_evidence("source")]}],
        "corrections": [{"date": "2025-01-03", "reason": NASTY}],
        **more,
    }


def _provision(lineage: str, **more: Any) -> dict[str, Any]:
    return {
        "id": lineage,
        "point": SHORT,
        "title": NASTY,
        "issue": "sec.force_cap",
        "summary": LONG,
        "presence": "in-text",
        "modality": "will",
        "evidence": [_evidence("source")],
        **more,
    }


def write_plans(folder: Path) -> Path:
    """Three versions with every kind of change between them, their names and their sources."""
    folder.mkdir(parents=True)
    readings = [
        {
            "because": "sources",
            "summary": LONG,
            "presence": "reported",
            "terms": [_cap(limit)],
            "evidence": [_evidence("source", verified=False, may_belong_to="first")],
        }
        for limit in (1, 2)
    ]
    position = {"because": "positions", "held_by": ["party"], "rank": 1, "presence": "open", "summary": NASTY}
    files: dict[str, Any] = {
        "names": {
            "parties": {"party": {**_name("party"), "type": "state"}},
            "people": {"person": {**_name("person"), "party": "party", "role": NASTY}},
            "words": {"negotiation": NASTY, "somebody": NASTY},
        },
        "sources": {
            "source": {
                "publisher": NASTY,
                "title": NASTY,
                "date_note": NASTY,
                "url": "https://[x\"'><script>window.hit=1</script>",
                "via": NASTY,
                "note": LONG,
            }
        },
        "first": _plan(
            "first",
            date="2025-01-01",
            text="full",
            provisions=[
                _provision("changes", terms=[_cap(1)]),
                _provision("goes"),
                _provision("divides"),
                _provision("disputed", terms=[_cap(7)]),
            ],
        ),
        "second": _plan(
            "second",
            date="2025-01-02",
            text="full",
            revises=["first"],
            provisions=[
                _provision("changes", terms=[_cap(2)], summary=LONG.replace("слово", "слова", 3)),
                _provision("part", was=[{"id": "divides", "how": "split"}]),
                _provision("other-part", was=[{"id": "divides", "how": "split"}]),
                _provision("disputed", presence="contested", readings=readings),
                _provision("comes"),
            ],
        ),
        "third": _plan(
            "third",
            date="2025-01-03",
            text="reported",
            revises=["second"],
            draws_on=["first"],
            provisions=[
                _provision("changes", presence="deferred", deferred_to="somebody"),
                _provision("open-one", presence="open", readings=[position]),
            ],
        ),
    }
    for name, data in files.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
