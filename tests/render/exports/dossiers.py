"""Dossiers to export: the plans of the repository, and one whose every text is hostile."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tracker.load.shelf import Shelf
from tracker.plan.model import Plan
from tracker.render.site.dossier import Dossier, content_hash, gather

ROOT = Path(__file__).resolve().parents[3]

HOSTILE = (
    '=HYPERLINK("http://example.org";"x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\tx",
    "'quoted",
    "＝1",
    " =1",
    "a \"b\", c; 'd'\r\nnext",
    "]]><script>alert(1)</script>&amp;",
    "\u202eevil \x85 \x1b \ufffe",
    "Україна 🕊 " + "x" * 10_000,
    "'); DROP TABLE provisions; --",
)


@cache
def real() -> Dossier:
    shelf = Shelf(ROOT / "plans")
    versions = shelf.versions()
    return gather(shelf, versions, {ref: content_hash(ref.encode()) for ref in versions})


@cache
def hostile() -> Dossier:
    versions = {}
    for number, revises in ((1, ()), (2, ("one",))):
        ref = ("one", "two")[number - 1]
        provisions = [
            {
                "id": f"matter-{'abcdefghijklmnop'[i]}",
                "point": str(number + i),
                "title": text,
                "issue": "sec.force_cap",
                "summary": text if number == 1 else text + " more",
                "presence": "in-text",
                "terms": (
                    {"kind": "force-cap", "party": "land", "limit": 1000 * number},
                    {"kind": "fund", "fund": "rebuilding", "target": "100 billion USD"},
                ),
                "evidence": ({"source": "paper", "note": text, "quote": text[:300]},),
            }
            for i, text in enumerate(HOSTILE)
        ]
        versions[ref] = Plan.model_validate(
            {
                "version": ref,
                "title": HOSTILE[number],
                "text": "full",
                "status": HOSTILE[9] + HOSTILE[10],
                "revises": revises,
                "provisions": tuple(provisions),
            }
        )
    return gather(Shelf(None), versions, {}, title=HOSTILE[0] + HOSTILE[10])
