"""Weights: declared for every kind of term and of change, and the reader's own over them."""

import pytest

from tracker.diff.change import KINDS, Version
from tracker.diff.compare import compare
from tracker.diff.weight import KIND_WEIGHTS, MOST, Weights, weigh, weightiest, weights_table
from tracker.errors import TrackerError
from tracker.plan.model import Plan
from tracker.plan.terms import all_kinds


def plan(name: str, limit: int, sums: int) -> Plan:
    def provision(id_: str, issue: str, **term: object) -> dict[str, object]:
        words = {"id": id_, "issue": issue, "title": id_, "summary": id_, "presence": "in-text"}
        return {**words, "terms": (term,)}

    return Plan.model_validate(
        {
            "version": name,
            "title": name,
            "text": "full",
            "provisions": (
                provision(
                    "money",
                    "eco.funds",
                    kind="contribution",
                    contributor="a",
                    purpose="b",
                    amount=f"{sums} USD",
                ),
                provision("forces", "sec.force_cap", kind="force-cap", party="a", limit=limit),
            ),
        }
    )


def test_every_kind_of_change_and_of_term_has_a_weight() -> None:
    assert set(KIND_WEIGHTS) == set(KINDS)
    declared = {kind: model.weight for kind, model in all_kinds().items()}
    assert all(0 < weight <= MOST for weight in declared.values())
    assert {(what, name) for what, name, _ in weights_table()} == {
        *(("term", kind) for kind in declared),
        *(("change", kind) for kind in KINDS),
    }


def test_no_name_is_both_a_kind_of_term_and_of_change() -> None:
    assert not set(all_kinds()) & set(KINDS)


def test_silence_weighs_nothing() -> None:
    assert KIND_WEIGHTS["not-reported"] == KIND_WEIGHTS["unchanged"] == 0
    assert KIND_WEIGHTS["first-known"] < KIND_WEIGHTS["added"]


def test_the_weightier_term_comes_first_and_says_why() -> None:
    comparison = compare(Version("x", plan("x", 6, 1)), Version("y", plan("y", 8, 2)))
    (first, weight), (second, lighter) = weightiest(comparison, 5)
    assert (first.title, second.title) == ("forces", "money")
    assert weight.value == all_kinds()["force-cap"].weight * KIND_WEIGHTS["modified"] > lighter.value
    assert weight.reason == "limit on armed forces (10) x modified (8)"


def test_settings_go_before_what_is_declared() -> None:
    comparison = compare(Version("x", plan("x", 6, 1)), Version("y", plan("y", 8, 2)))
    mine = Weights.of({"force-cap": 1, "modified": 10})
    assert [change.title for change, _ in weightiest(comparison, 1, mine)] == ["money"]
    assert weigh(weightiest(comparison, 2, mine)[1][0], mine).value == 10
    assert ("term", "force-cap", 1) in weights_table(mine)
    assert weightiest(comparison, 5, Weights.of({"modified": 0})) == ()


@pytest.mark.parametrize(("name", "weight"), [("force-capp", 3), ("force-cap", 11), ("contested", -1)])
def test_settings_that_make_no_sense(name: str, weight: int) -> None:
    with pytest.raises(TrackerError, match=name):
        Weights.of({name: weight})
