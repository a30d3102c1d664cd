"""The Atom feed: valid whatever the plans say, its ids the same for good."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from lxml import etree

from tests.render.exports.dossiers import hostile, real
from tracker.plan.model import Correction
from tracker.render.site.dossier import Dossier
from tracker.render.site.files.data import files as data_files
from tracker.render.site.files.feed import files

NS = {"a": "http://www.w3.org/2005/Atom"}
Given = Callable[[], Dossier]


def feed(dossier: Dossier) -> etree._Element:
    return etree.fromstring(files(dossier)["feed.xml"].encode())


@pytest.mark.parametrize("dossier", [real, hostile])
def test_what_atom_asks_for(dossier: Given) -> None:
    root = feed(dossier())
    assert root.tag == f"{{{NS['a']}}}feed"
    entries = root.findall("a:entry", NS)
    assert len(entries) == len(dossier().versions)
    for item in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = item.findall(f"a:{name}", NS)
            assert found.text and found.text.strip()
        datetime.strptime(item.findtext("a:updated", namespaces=NS) or "", "%Y-%m-%dT%H:%M:%SZ")
        (link,) = item.findall("a:link", NS)
        assert link.get("rel") == "alternate"
        assert not re.match(r"[a-z]+:|/|\.\.", link.get("href") or "")
    assert root.findtext("a:author/a:name", namespaces=NS)
    assert all(entry.findtext("a:summary", namespaces=NS) for entry in entries)
    ids = [element.text for element in root.iter(f"{{{NS['a']}}}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text or "") for text in ids)
    assert root.findtext("a:updated", namespaces=NS) == max(
        entry.findtext("a:updated", namespaces=NS) or "" for entry in entries
    )


def test_newest_first_with_counts() -> None:
    entries = feed(real()).findall("a:entry", NS)
    titles = [entry.findtext("a:title", namespaces=NS) for entry in entries]
    assert titles[0] == "Twenty-point framework" and titles[-1] == "US 28-point draft"
    summary = entries[0].findtext("a:summary", namespaces=NS) or ""
    assert "23 Dec 2025" in summary and "5 contested" in summary and "removed" not in summary


def test_ids_do_not_depend_on_content() -> None:
    """These are in readers' hands: a change here shows every entry again."""
    one, two = (
        {e.text for e in feed(dossier).iter(f"{{{NS['a']}}}id")}
        for dossier in (real(), replace(real(), title="Another title"))
    )
    assert one == two
    assert "urn:uuid:7f9722bf-7ab1-523f-bc33-97e6376b083d" in one


def test_a_correction_updates_the_entry() -> None:
    plan = real().versions["original"]
    corrected = plan.model_copy(
        update={"corrections": (Correction(date=date(2026, 1, 2), reason="a wrong figure"),)}
    )
    dossier = replace(real(), versions={**real().versions, "original": corrected})
    entry = feed(dossier).findall("a:entry", NS)[0]
    assert entry.findtext("a:title", namespaces=NS) == "US 28-point draft"
    assert entry.findtext("a:updated", namespaces=NS) == "2026-01-02T00:00:00Z"


def test_hostile_text_is_text() -> None:
    root = feed(hostile())
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {
        "feed", "id", "title", "updated", "author", "name", "link", "entry", "summary",
    }  # fmt: skip
    text = files(hostile())["feed.xml"]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ufffe]", text)
    assert "[U+202E]" in text and "&lt;script&gt;" in text


def test_data_stands_in_its_folder() -> None:
    assert all(re.fullmatch(r"data/[a-z]+\.[a-z]+|data/README\.md", path) for path in data_files(hostile()))
