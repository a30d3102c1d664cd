"""What a reader of the real plans must be told, version by version: the diff says it, or it fails here."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from tracker import compare
from tracker.diff.change import Change, Comparison
from tracker.semantics.words import text_of

PLANS = Path(__file__).resolve().parents[2] / "plans"
VERSIONS = ("original", "european", "geneva", "twenty-point")


@cache
def _diff(left: str, right: str) -> Comparison:
    return compare(left, right, PLANS)


def _change(left: str, right: str, lineage: str) -> Change:
    (found,) = [c for c in _diff(left, right).changes if lineage in c.lineages]
    return found


def _said(change: Change) -> set[str]:
    return {f"{delta.label}: {text_of(delta.words)}" for delta in change.deltas}


def _readings(change: Change) -> dict[str, set[str]]:
    """What each reading is called, and the sources that report it."""
    return {
        r.reading.summary or r.reading.presence: {e.source for e in r.reading.evidence}
        for r in change.readings
    }


@pytest.mark.parametrize(("left", "right"), list(permutations(VERSIONS, 2)))
def test_deepdiff_finds_nothing_more_between_any_two_versions(left: str, right: str) -> None:
    assert _diff(left, right).unexplained == 0


def test_the_force_limit_in_geneva_is_contested() -> None:
    change = _change("original", "geneva", "armed-forces-limit")
    assert change.kind == "contested"
    said = {}
    for reading in change.readings:
        values = tuple(text_of(delta.words) for delta in reading.deltas)
        said[values, reading.reading.because] = {e.source for e in reading.reading.evidence}
    assert said[("600,000 personnel -> no limit",), "sources"] >= {"abc-2025-11-25", "rbc-ukraine-2025-11-25"}
    raised = "600,000 -> 800,000 personnel (+200,000, +33.3%)"
    assert said[(raised,), "sources"] >= {"afp-2025-11-26", "protothema-2025-12-03"}
    assert said[(raised,), "positions"] == {"ft-2025-11-25"}
    toward = {d.toward for r in change.readings for d in r.deltas}
    assert toward == {"loosens"}
    (doubtful,) = [
        e for r in change.readings for e in r.reading.evidence if e.source == "protothema-2025-12-03"
    ]
    assert doubtful.may_belong_to == "european"
    assert "force limit to 800,000" in (doubtful.quote or "")


def test_nato_in_geneva_is_contested_between_four_readings() -> None:
    change = _change("original", "geneva", "nato-renunciation")
    assert change.kind == "contested"
    readings = _readings(change)
    assert "ht-2025-11" in readings["renunciation dropped"]
    assert "wapo-2025-11-24" in readings["NATO's own rules decide"]
    assert "ft-2025-11-24" in readings["left to the two presidents"]
    assert "protothema-2025-12-03" in readings["depends on the allies' consensus"]


def test_article_5_in_geneva_is_one_sources_word() -> None:
    change = _change("original", "geneva", "us-guarantee")
    (reading,) = [r.reading for r in change.readings if "Article 5" in (r.reading.summary or "")]
    assert {(e.source, e.may_belong_to) for e in reading.evidence} == {("protothema-2025-12-03", "european")}


def test_amnesty_is_removed_in_geneva_as_two_sources_report() -> None:
    change = _change("original", "geneva", "amnesty")
    assert change.kind == "removed"
    assert {e.source for e in change.evidence("right") if e.supports == "removal"} >= {
        "abc-2025-11-25",
        "rbc-ukraine-2025-11-25",
    }


def test_only_the_amnesty_is_removed_in_geneva() -> None:
    comparison = _diff("original", "geneva")
    assert [c.lineages for c in comparison.of_kind("removed")] == [("amnesty",)]
    assert comparison.of_kind("added") == ()
    assert len(comparison.of_kind("not-reported")) > 35


@pytest.mark.parametrize(
    "lineage",
    [
        "russia-reintegration",
        "sanctions-relief",
        "us-russia-cooperation",
        "russia-g8-return",
        "security-working-group",
        "arms-control-treaties",
    ],
)
def test_us_russia_points_move_to_another_track_in_geneva(lineage: str) -> None:
    change = _change("original", "geneva", lineage)
    assert change.kind == "deferred"
    assert change.right[0].provision.deferred_to == "us-russia-track"
    assert {e.source for e in change.evidence("right")} >= {"wapo-2025-11-24", "rbc-ukraine-2025-11-25"}


def test_the_european_text_strikes_point_3() -> None:
    for lineage in ("russia-no-invasion", "nato-no-enlargement"):
        change = _change("original", "european", lineage)
        assert change.kind == "removed"
        assert change.right[0].provision.presence == "removed"


def test_europe_becomes_nato_in_point_2() -> None:
    assert _said(_change("original", "european", "non-aggression-accord")) == {"parties: +NATO -Europe"}


def test_the_peacetime_condition_is_a_change_of_its_own() -> None:
    assert _said(_change("original", "european", "armed-forces-limit")) == {
        "limit: 600,000 -> 800,000 personnel (+200,000, +33.3%)",
        "applies in: + peacetime",
    }


def test_territory_is_replaced_in_the_european_text() -> None:
    change = _change("original", "european", "crimea-donbas-recognition")
    assert change.kind == "replaced"
    assert {s.provision.id for s in change.left} == {
        "crimea-donbas-recognition",
        "kherson-zaporizhzhia-freeze",
        "other-territory-relinquished",
        "donetsk-buffer-zone",
    }
    assert {s.provision.id for s in change.right} == {"no-retake-by-force", "territory-talks-from-line"}


def test_the_missile_clause_is_gone_without_a_mark() -> None:
    change = _change("original", "european", "guarantee-lost-by-missile")
    assert (change.kind, change.basis) == ("removed", "absent")


def test_elections_from_100_days_to_as_soon_as_possible() -> None:
    for right in ("european", "twenty-point"):
        assert "deadline: 100 days -> as soon as possible" in _said(_change("original", right, "elections"))


def test_point_12_is_split_into_8_and_9() -> None:
    change = _change("original", "twenty-point", "reconstruction-package")
    assert change.kind == "split"
    assert [s.provision.point for s in change.left] == ["12"]
    assert sorted(str(s.provision.point) for s in change.right) == ["8", "9"]


def test_the_two_forfeitures_are_merged_and_widened() -> None:
    change = _change("original", "twenty-point", "guarantee-forfeiture")
    assert change.kind == "merged"
    assert {s.provision.id for s in change.left} == {
        "guarantee-lost-by-invasion",
        "guarantee-lost-by-missile",
    }
    assert any(text.startswith("trigger: + ") for text in _said(change))


def test_renumbering_stands_apart_from_substance() -> None:
    change = _change("original", "twenty-point", "non-nuclear-status")
    assert (change.kind, change.deltas) == ("renumbered", ())
    limit = _change("original", "twenty-point", "armed-forces-limit")
    assert limit.kind == "modified" and limit.renumbered


def test_the_withdrawal_step_of_the_ceasefire_is_gone() -> None:
    said = _said(_change("original", "twenty-point", "ceasefire"))
    assert "order: agreement > withdrawal > ceasefire -> agreement > ceasefire (-withdrawal)" in said


def test_the_plant_and_donetsk_are_open_with_their_holders() -> None:
    plant = _change("original", "twenty-point", "nuclear-plant-operation")
    donetsk = _change("original", "twenty-point", "donetsk-buffer-zone")
    assert plant.kind == donetsk.kind == "left-open"
    assert {r.reading.held_by for r in plant.readings} == {("us",), ("ukraine",)}
    assert [(r.reading.held_by, r.reading.rank) for r in donetsk.readings] == [
        (("ukraine",), 1),
        (("ukraine",), 2),
        (("us",), None),
    ]
    (fallback,) = [r for r in donetsk.readings if r.reading.rank == 2]
    assert any("one of 5 km or 10 km or 40 km" in text_of(d.words) for d in fallback.deltas)


def test_ten_numbers_are_not_in_the_list_read_out() -> None:
    comparison = _diff("original", "twenty-point")
    silent = {c for c in comparison.of_kind("not-reported") if c.basis == "silent"}
    told = {s.provision.point for c in comparison.changes if c.right for s in c.left}
    numbers = {str(s.provision.point).rstrip("abcde") for c in silent for s in c.left}
    assert numbers - {str(p).rstrip("abcde") for p in told} >= {
        "3",
        "4",
        "7",
        "8",
        "9",
        "13",
        "15",
        "17",
        "26",
    }
    assert not {c for c in comparison.of_kind("not-reported") if c.basis != "silent"}


def test_from_geneva_on_things_are_first_known_never_added() -> None:
    comparison = _diff("geneva", "twenty-point")
    assert comparison.of_kind("added") == ()
    assert len(comparison.of_kind("first-known")) > 20


@pytest.mark.parametrize("reported", ["geneva"])
@pytest.mark.parametrize("other", ["original", "european", "twenty-point"])
def test_silence_about_a_reported_version_removes_nothing(reported: str, other: str) -> None:
    for change in _diff(other, reported).of_kind("removed"):
        assert any(e.supports == "removal" for e in change.evidence("right")), change.lineages


def test_half_of_the_electricity_is_not_half_of_the_ownership() -> None:
    change = _change("original", "twenty-point", "nuclear-plant-operation")
    routes = {d.route[2] for r in change.readings for d in r.deltas if len(d.route) > 2}
    assert "ownership" in routes and "output" not in routes
