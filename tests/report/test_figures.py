"""Figures: what they draw, and what they say to those who do not see them."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

from tests.report.hostile import NASTY
from tracker.render.site.dossier import Dossier
from tracker.render.site.drawing.bars import bars
from tracker.render.site.drawing.graph import graph
from tracker.render.site.drawing.plot import plot
from tracker.render.site.drawing.text import fitted
from tracker.render.site.redlines import pair, single
from tracker.render.site.values import Mark, Series, series, sheets


def test_every_number_is_plotted_where_it_was_said(dossier: Dossier) -> None:
    line = next(s for s in series(dossier.matrix.row("armed-forces-limit"), dossier) if "limit" in s.title)
    at = {version.ref: i for i, version in enumerate(dossier.matrix.versions)}
    firm = {(mark.version, mark.value) for mark in line.marks if mark.firm}
    assert firm == {
        (at["original"], Decimal(600_000)),
        (at["european"], Decimal(800_000)),
        (at["twenty-point"], Decimal(800_000)),
    }
    readings = {mark.value for mark in line.marks if mark.version == at["geneva"] and not mark.firm}
    assert readings == {None, Decimal(800_000)}


def test_typed_values_stand_side_by_side(dossier: Dossier) -> None:
    (sheet, *_) = sheets(dossier.matrix.row("armed-forces-limit"), dossier)
    stated = [value for value in sheet.rows["limit"] if value]
    assert stated == ["600,000 personnel", "800,000 personnel", "800,000 personnel"]


def test_no_limit_stands_above_every_number() -> None:
    marks = [Mark(0, Decimal(5), "5", True), Mark(1, None, "no limit", False), Mark(2, Decimal(0), "0", True)]
    tree = ElementTree.fromstring(plot(Series("t", marks), ("a", "b", "c")))
    circles = {c.get("class", "") + c.get("cx", ""): int(c.get("cy", "0")) for c in tree.iter("circle")}
    assert circles["maybe225"] < circles["firm75"] < circles["firm375"]
    assert "b: no limit (one reading)" in (tree.get("aria-label") or "")


def test_bars_are_as_long_as_their_counts() -> None:
    tree = ElementTree.fromstring(bars([("a", {"modified": 3, "removed": 1}), ("b", {"added": 2})]))
    widths = [float(rect.get("width", "0")) for rect in tree.iter("rect")]
    assert [round(width + 1.5) for width in widths] == [480, 160, 320]
    assert "a: 3 modified, 1 removed; b: 2 added" in (tree.get("aria-label") or "")


def test_nothing_to_draw() -> None:
    assert ElementTree.fromstring(bars([])).tag == "svg"


def test_the_graph_has_every_version_and_every_link(dossier: Dossier) -> None:
    tree = ElementTree.fromstring(graph(dossier))
    plans = dossier.versions.values()
    assert len(list(tree.iter("circle"))) == len(plans)
    kinds = [path.get("class") for path in tree.iter("path")]
    assert kinds.count("revises") == sum(len(plan.revises) for plan in plans)
    assert kinds.count("draws") == sum(len(plan.draws_on) for plan in plans)


def test_text_in_figures_is_cut_and_escaped() -> None:
    assert fitted("abc", 1000, 10) == "abc"
    assert fitted("a" * 100, 100, 10).endswith("…")
    assert "<" not in fitted(NASTY, 10_000, 10)


def test_texts_with_little_in_common_are_not_riddled_with_marks() -> None:
    old, new = "Ukraine leaves the region by spring.", "Nobody has said anything about it so far."
    assert pair(old, new).old == old
    assert single(old, new) == f"<del>{old}</del> <ins>{new}</ins>"
    near = pair("a limit of 600,000 personnel", "a limit of 800,000 personnel")
    assert near.old == "a limit of <del>600,000</del> personnel"
    assert near.new == "a limit of <ins>800,000</ins> personnel"


def test_a_redline_escapes_what_it_marks() -> None:
    found = pair("one two three <b>", "one two three <i>")
    assert "<b>" not in found.old and "&lt;" in found.old
