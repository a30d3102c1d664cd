"""Every lineage in every version: its state, what had become of it, and where it stands."""

from __future__ import annotations

from typing import Any

from tracker.diff.matrix import Link, in_order, matrix
from tracker.plan.model import Plan


def plan(version: str, *lineages: Any, text: str = "full", date: str | None = None, **more: Any) -> Plan:
    provisions = tuple(
        {"title": "t", "issue": "sec.force_cap", "summary": "s", "presence": "in-text", "id": item}
        if isinstance(item, str)
        else {"title": "t", "issue": "sec.force_cap", "summary": "s", "presence": "in-text", **item}
        for item in lineages
    )
    return Plan.model_validate(
        {"version": version, "title": version, "text": text, "date": date, "provisions": provisions, **more}
        if date
        else {"version": version, "title": version, "text": text, "provisions": provisions, **more}
    )


def was(id: str, former: str, how: str) -> dict[str, Any]:
    return {"id": id, "was": ({"id": former, "how": how},)}


def test_states_are_derived_where_a_version_lists_nothing() -> None:
    found = matrix(
        {
            "a": plan("a", "x", "y"),
            "b": plan("b", "x", text="reported", revises=("a",)),
            "c": plan("c", "x", text="read-aloud", revises=("b",)),
            "d": plan("d", "x", revises=("a",)),
        }
    )
    assert [cell.presence for cell in found.row("y").cells] == ["in-text", "unknown", "silent", "absent"]
    assert [cell.kind for cell in found.row("y").cells] == [None, "not-reported", None, "removed"]
    assert [cell.kind for cell in found.row("x").cells] == [None, "unchanged", "unchanged", "unchanged"]
    assert found.before == {"b": "a", "c": "b", "d": "a"}


def test_lineages_stand_behind_what_they_were() -> None:
    found = matrix(
        {
            "a": plan("a", "one", "two", "three"),
            "b": plan(
                "b", "one", "new", was("half", "two", "split"), was("rest", "two", "split"), revises=("a",)
            ),
        }
    )
    order = [row.lineage for row in found.rows]
    assert order.index("two") < order.index("half")
    assert order.index("rest") < order.index("three")
    assert order.index("new") == order.index("one") + 1
    assert found.row("half").was == (Link("two", "split"),)
    assert set(found.row("two").became) == {Link("half", "split"), Link("rest", "split")}
    assert found.row("two").cells[1].kind == "split"


def test_versions_stand_behind_those_that_they_come_from() -> None:
    late = plan("late", date="2025-01-01", revises=("early",))
    early = plan("early", date="2025-03-01")
    beside = plan("beside", date="2025-02-01")
    assert in_order({"late": late, "early": early, "beside": beside}) == ("beside", "early", "late")


def test_a_cycle_is_no_reason_to_stop() -> None:
    versions = {"a": plan("a", "x", revises=("b",)), "b": plan("b", "x", revises=("a",))}
    assert set(in_order(versions)) == {"a", "b"}
    assert len(matrix(versions).rows) == 1


def test_a_version_revises_what_is_not_there() -> None:
    found = matrix({"a": plan("a", "x", revises=("lost",))})
    assert found.before == {}
    assert found.rows[0].cells[0].kind is None


def test_facets_are_the_words_that_occur() -> None:
    cap = {"kind": "force-cap", "party": "ukraine", "limit": 1}
    found = matrix({"a": plan("a", {"id": "x", "terms": (cap,)}, "y"), "b": plan("b", "x", revises=("a",))})
    facets = found.facets(("russia", "ukraine"))
    assert facets.parties == ("ukraine",)
    assert facets.issues == ("sec.force_cap",)
    assert facets.presences == ("in-text", "absent")
    assert set(facets.kinds) == {"modified", "removed"}


def test_no_versions() -> None:
    assert matrix({}).rows == ()
