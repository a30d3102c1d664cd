"""Plans as models: the eight provisions that are hard to hold, and what the door refuses."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.plan.strategies import IDS, evidence, plans, provisions, readings
from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.plan.terms.membership import Membership
from tracker.plan.terms.territory_status import TerritoryStatus
from tracker.plan.terms.withdrawal import Withdrawal
from tracker.plan.words import TextStatus
from tracker.semantics.fields import compare_fields, identity
from tracker.semantics.way import Delta, Setting
from tracker.semantics.words import text_of

NAMES = {what: frozenset(IDS) for what in ("party", "place", "treaty", "body", "source")}
REPORTS = Setting(left_complete=False, right_complete=False)


def read(text: str) -> Any:
    """Data as the loader hands it over: tuples, no dates, nothing mutable."""

    def tupled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: tupled(item) for key, item in value.items()}
        return tuple(map(tupled, value)) if isinstance(value, list) else value

    return tupled(yaml.safe_load(text))


def provision(text: str) -> Provision:
    return Provision.model_validate(read(text))


def held(text: str) -> tuple[Provision, ...]:
    return tuple(map(Provision.model_validate, read(text)))


def errors(model: Any, value: Any, context: Any = None) -> list[tuple[Any, str]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value, context=context)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


# --- the eight ----------------------------------------------------------------------------------------


def test_a_limit_on_which_reports_differ() -> None:
    limit = provision("""
        id: armed-forces-limit
        title: Limit on the armed forces
        issue: sec.force_cap
        summary: Reports differ on whether a ceiling remains.
        presence: contested
        readings:
          - because: sources
            presence: reported
            terms: [{kind: force-cap, party: ukraine, limit: none}]
            evidence: [{source: abc-2025-11-25, hedge: reported}, {source: rbc-2025-11-25, hedge: reported}]
          - because: sources
            presence: reported
            terms: [{kind: force-cap, party: ukraine, limit: 800000}]
            evidence:
              - {source: afp-2025-11-26, hedge: attributed}
              - {source: paper, quote: "force limit to 800,000", hedge: reported, may_belong_to: european}
          - because: positions
            held_by: [ukraine]
            presence: reported
            terms: [{kind: force-cap, party: ukraine, limit: 800000}]
            evidence: [{source: ft-2025-11-25, hedge: attributed, speaker: kyslytsya}]
    """)
    assert limit.contested
    none, number, position = (reading.terms[0] for reading in limit.readings)
    assert identity(none) == identity(number) == "force-cap/ukraine"
    (delta,) = compare_fields(none, number, REPORTS)
    assert isinstance(delta, Delta)
    assert text_of(delta.words) == "no limit -> 800,000 personnel"
    assert delta.toward == "tightens"
    assert position == number
    assert limit.readings[1].evidence[1].may_belong_to == "european"


def test_two_bars_replaced_by_a_condition() -> None:
    bar, condition = held("""
        - id: no-nato-in-constitution
          point: "7a"
          title: Constitutional bar
          issue: sec.alliance
          summary: It is written into the constitution that the country does not join.
          modality: obliges
          presence: in-text
          terms:
            - {kind: membership, member: ukraine, organisation: nato, status: barred,
               instrument: constitution}
        - id: nato-by-consensus
          title: Membership depends on consensus
          issue: sec.alliance
          summary: Membership depends on the consensus of members, which does not exist.
          presence: reported
          was: [{id: no-nato-in-constitution, how: merged}, {id: no-nato-in-statutes, how: merged}]
          terms:
            - kind: membership
              member: ukraine
              organisation: nato
              status: conditional
              condition: members-consensus
              condition_met: "no"
          evidence:
            - {source: paper, supports: removal, quote: "removed the ban", hedge: reported}
            - {source: paper, supports: terms, quote: "consensus of members", hedge: reported}
    """)
    assert {origin.how for origin in condition.was} == {"merged"}
    assert [item.supports for item in condition.evidence] == ["removal", "terms"]
    assert isinstance(condition.terms[0], Membership)
    found = [
        (text_of(outcome.words), outcome.toward)
        for outcome in compare_fields(bar.terms[0], condition.terms[0], REPORTS)
        if isinstance(outcome, Delta)
    ]
    # the constitution is not mentioned in the report: that is no change
    assert found == [("barred -> conditional", "loosens")]


def test_one_point_split_in_two() -> None:
    programme, funds = held("""
        - id: reconstruction-programme
          point: "8"
          title: Reconstruction
          issue: eco.reconstruction
          summary: A programme of rebuilding is agreed separately.
          presence: in-text
          was: [{id: reconstruction-package, how: split}]
          terms:
            - {kind: reconstruction, item: gas-infrastructure, sectors: [pipelines, storage], partners: [usa]}
            - {kind: reconstruction, item: devastated-areas, instrument: separate-agreement}
        - id: recovery-funds
          point: "9"
          title: Funds for recovery
          issue: eco.funds
          summary: Several funds with a stated target.
          presence: in-text
          was: [{id: reconstruction-package, how: split}]
          terms:
            - {kind: fund, fund: recovery, target: 800 billion USD, number: several, funders: [usa, europe]}
    """)
    assert programme.was == funds.was
    assert len({identity(term) for term in programme.terms}) == 2


def test_recognition_of_a_line_is_not_recognition_of_territory() -> None:
    before, after = held("""
        - id: territories
          point: 21a
          title: Status of the regions
          issue: sov.territory
          summary: Regions are recognised in fact.
          presence: in-text
          terms:
            - kind: territory-status
              regions:
                - {region: crimea, status: russian, recognition: de-facto, recognised: territory}
                - {region: donetsk, status: russian, recognition: de-facto, recognised: territory}
                - {region: kherson, status: frozen-at-line, recognition: de-facto,
                   recognised: line-of-contact}
        - id: territories
          title: Line of contact
          issue: sov.line
          summary: The line of contact on the day of signing is recognised in fact.
          presence: reported
          terms:
            - kind: territory-status
              regions:
                - {region: donetsk, status: frozen-at-line, recognition: de-facto,
                   recognised: line-of-contact}
                - {region: kherson, status: frozen-at-line, recognition: de-facto,
                   recognised: line-of-contact}
    """)
    told = [
        (outcome.route, text_of(outcome.words) if isinstance(outcome, Delta) else "not stated")
        for outcome in compare_fields(before.terms[0], after.terms[0], REPORTS)
    ]
    assert told == [
        (("regions", "crimea"), "not stated"),
        (("regions", "donetsk", "status"), "russian -> frozen at line"),
        (("regions", "donetsk", "recognised"), "territory -> line of contact"),
    ]
    assert isinstance(after.terms[0], TerritoryStatus)


def test_an_open_point_with_ranked_options() -> None:
    opened = provision("""
        id: donetsk-withdrawal
        point: "14"
        title: Forces in the Donetsk region
        issue: sec.demil_zone
        summary: No agreed text; the parties hold different positions.
        presence: open
        modality: defers
        readings:
          - because: positions
            held_by: [ukraine]
            rank: 1
            presence: reported
            terms:
              - {kind: territory-status, regions: [{region: donetsk, status: frozen-at-line}]}
          - because: positions
            held_by: [ukraine]
            rank: 2
            summary: A free economic zone, if the other side withdraws as far and the people agree.
            presence: reported
            terms:
              - {kind: demilitarised-zone, place: donetsk, types: [free-economic, demilitarised]}
              - kind: withdrawal
                party: ukraine
                depths: [5 km, 10 km, 40 km]
                reciprocal: matched
                after: [{event: referendum, actor: ukraine}, {event: truce, within: 60 days}]
          - because: positions
            held_by: [russia]
            presence: reported
            terms: [{kind: withdrawal, party: ukraine, places: [donetsk]}]
        evidence: [{source: paper, hedge: attributed, supports: presence, speaker: zelensky}]
    """)
    assert not opened.contested
    assert [reading.rank for reading in opened.readings] == [1, 2, None]
    withdrawal = opened.readings[1].terms[1]
    assert isinstance(withdrawal, Withdrawal)
    assert [str(depth) for depth in withdrawal.depths or ()] == ["5 km", "10 km", "40 km"]
    assert [identity(event) for event in withdrawal.after or ()] == ["referendum", "truce"]


def test_two_forfeitures_widened_into_one() -> None:
    before, after = held("""
        - id: guarantee-forfeited
          point: 10b
          title: Loss of the guarantee
          issue: imp.enforcement
          summary: An invasion forfeits the guarantee.
          presence: in-text
          terms:
            - {kind: consequence, party: ukraine, triggers: [{act: invasion, targets: [russia]}],
               effects: [guarantee-void]}
        - id: guarantee-forfeited
          point: "10"
          title: Loss of the guarantee
          issue: imp.enforcement
          summary: An invasion or a strike without cause forfeits the guarantee.
          presence: in-text
          was: [{id: strike-forfeits, how: merged}]
          terms:
            - kind: consequence
              party: ukraine
              triggers:
                - {act: invasion, targets: [russia]}
                - {act: strike, targets: [moscow, st-petersburg], qualifier: without-cause}
              effects: [guarantee-void]
    """)
    (delta,) = compare_fields(before.terms[0], after.terms[0], Setting())
    assert isinstance(delta, Delta)
    assert delta.route == ("triggers", "strike")
    assert delta.toward == "tightens"


def test_frozen_assets_in_several_pieces() -> None:
    pieces = held("""
        - id: assets-to-reconstruction
          point: 14a
          title: Assets put into rebuilding
          issue: eco.frozen_assets
          summary: A sum goes into a venture.
          presence: in-text
          terms:
            - {kind: asset-allocation, assets: russian-assets, status: invested, amount: 100 billion USD,
               use: reconstruction}
            - {kind: contribution, contributor: europe, purpose: reconstruction, amount: 100 billion USD}
        - id: profits
          point: 14b
          title: Profits of the venture
          issue: eco.frozen_assets
          summary: Half of the profits go to one party.
          presence: in-text
          terms:
            - {kind: profit-share, recipient: usa, share: 50%, base: profits,
               refers_to: assets-to-reconstruction}
        - id: remainder
          point: 14d
          title: The remainder
          issue: eco.frozen_assets
          summary: What is left goes into a joint vehicle.
          presence: in-text
          terms: [{kind: asset-allocation, assets: russian-assets, amount: remainder, use: joint-vehicle}]
        - id: frozen-until-compensation
          title: Frozen until compensation
          issue: eco.frozen_assets
          summary: The assets stay frozen until the damage is made good.
          presence: in-text
          terms:
            - {kind: asset-allocation, assets: russian-assets, status: frozen, amount: none,
               until: compensation}
    """)
    assert [str(getattr(piece.terms[0], "amount", "-")) for piece in pieces] == [
        "100 billion USD",
        "-",
        "remainder",
        "none",
    ]
    assert pieces[1].terms[0].refers_to == pieces[0].id


def test_half_of_the_electricity_is_not_half_of_the_plant() -> None:
    before, after = held("""
        - id: power-plant
          point: "19"
          title: The power plant
          issue: eco.nuclear_plant
          summary: Supervised by an agency, its electricity shared equally.
          presence: in-text
          terms:
            - kind: plant-operation
              plant: zaporizhzhia-npp
              supervisor: iaea
              output: [{party: russia, share: 50%}, {party: ukraine, share: 50%}]
        - id: power-plant
          point: "12"
          title: The power plant
          issue: eco.nuclear_plant
          summary: Owned by three in equal parts.
          presence: open
          terms:
            - kind: plant-operation
              plant: zaporizhzhia-npp
              ownership:
                - {party: usa, share: 33.3%}
                - {party: russia, share: 33.3%}
                - {party: ukraine, share: 33.3%}
              manager: usa
    """)
    found = list(compare_fields(before.terms[0], after.terms[0], REPORTS))
    assert not any(isinstance(outcome, Delta) for outcome in found), "nothing is stated on both sides"
    assert {outcome.route[0] for outcome in found} == {"supervisor", "output", "ownership", "manager"}


# --- the door -----------------------------------------------------------------------------------------

SMALL = {
    "id": "truce",
    "title": "Truce",
    "issue": "sec.ceasefire",
    "summary": "A truce.",
    "presence": "in-text",
}
PLAN = {"version": "first", "title": "First", "text": "full"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"id": "Truce"}, (("id",), "string_pattern_mismatch")),
        ({"id": "21"}, (("id",), "string_pattern_mismatch")),
        ({"id": "a" * 81}, (("id",), "string_too_long")),
        ({"point": 7}, (("point",), "string_type")),
        ({"point": " 7"}, (("point",), "string_pattern_mismatch")),
        ({"point": "7" * 33}, (("point",), "string_pattern_mismatch")),
        ({"title": ""}, (("title",), "string_too_short")),
        ({"summary": "a" * 20_001}, (("summary",), "string_too_long")),
        ({"issue": "sec.cease"}, (("issue",), "unknown-issue")),
        ({"presence": "absent"}, (("presence",), "literal_error")),
        ({"presence": "unknown"}, (("presence",), "literal_error")),
        ({"modality": "shall"}, (("modality",), "literal_error")),
        ({"pressence": "in-text"}, (("pressence",), "extra_forbidden")),
        ({"terms": ({"kind": "trus"},)}, (("terms", 0), "unknown-kind")),
        ({"terms": ({"kind": 7},)}, (("terms", 0), "unknown-kind")),
        ({"terms": ({"limit": 7},)}, (("terms", 0), "term-kind-missing")),
        ({"terms": ("truce",)}, (("terms", 0), "term-shape")),
        ({"terms": ({"kind": "force-cap"},)}, (("terms", 0, "party"), "missing")),
        ({"was": ({"id": "other", "how": "moved"},)}, (("was", 0, "how"), "literal_error")),
    ],
)
def test_what_a_provision_refuses(change: dict[str, Any], expected: Any) -> None:
    assert errors(Provision, SMALL | change) == [expected]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"source": "The Paper"}, "string_pattern_mismatch"),
        ({"quote": ""}, "string_too_short"),
        ({"quote": "q" * 401}, "string_too_long"),
        ({"hedge": "sure"}, "literal_error"),
        ({"verified": "no"}, "bool_type"),
        ({"verified": 1}, "bool_type"),
        ({"supports": "everything"}, "literal_error"),
        ({"may_belong_to": "Other Plan"}, "string_pattern_mismatch"),
    ],
)
def test_what_evidence_refuses(change: dict[str, Any], expected: str) -> None:
    (name,) = change
    assert errors(Evidence, {"source": "paper"} | change) == [((name,), expected)]


@pytest.mark.parametrize("rank", [0, 10, -1])
def test_ranks_are_small_numbers(rank: int) -> None:
    reading = {"because": "positions", "presence": "reported", "rank": rank}
    assert [where for where, _ in errors(Reading, reading)] == [("rank",)]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"version": "First"}, "version"),
        ({"version": "../first"}, "version"),
        ({"version": "/first"}, "version"),
        ({"text": "leaked"}, "text"),
        ({"date": "20.11.2025"}, "date"),
        ({"date": "2025-11-31"}, "date"),
        ({"date": 20251120}, "date"),
        ({"curation": "drafted"}, "curation"),
        ({"facts": ({"about": "weather", "value": 1},)}, "facts"),
        ({"provisions": [SMALL]}, "provisions"),
    ],
)
def test_what_a_plan_refuses(change: dict[str, Any], place: str) -> None:
    assert {where[0] for where, _ in errors(Plan, PLAN | change)} == {place}


def test_an_error_inside_a_term_has_its_whole_route() -> None:
    caps = ({"kind": "force-cap", "party": "kyiv", "limit": -1},)
    reading = {"because": "sources", "presence": "reported", "terms": caps}
    found = errors(Plan, PLAN | {"provisions": (SMALL | {"terms": caps, "readings": (reading,)},)})
    assert {where[:5] for where, _ in found} == {
        ("provisions", 0, "terms", 0, "limit"),
        ("provisions", 0, "readings", 0, "terms"),
    }


@pytest.mark.parametrize(
    ("term", "what", "near"),
    [
        ({"kind": "force-cap", "party": "alfa"}, "party", "alpha"),
        ({"kind": "navigation", "water": "xyzzy"}, "place", ""),
        ({"kind": "body", "body": "joint-funds"}, "body", "joint-fund"),
        ({"kind": "nuclear-status", "party": "alpha", "treaty": "npt"}, "treaty", ""),
    ],
)
def test_names_are_checked_where_names_are_handed_in(term: dict[str, Any], what: str, near: str) -> None:
    value = SMALL | {"terms": (term,)}
    Provision.model_validate(value)
    with pytest.raises(ValidationError) as caught:
        Provision.model_validate(value, context=NAMES)
    (error,) = [each for each in caught.value.errors() if each["type"] != "literal_error"]
    assert error["type"] == f"unknown-{what}"
    assert error["ctx"]["near"] == near


def test_a_full_text_is_complete() -> None:
    assert Plan.model_validate(PLAN).complete
    for text in ("read-aloud", "partial", "reported"):
        assert not Plan.model_validate(PLAN | {"text": text}).complete


def test_contested_takes_two_sources_and_no_settled_terms() -> None:
    def of(*reasons: str, **more: Any) -> bool:
        side_by_side = tuple({"because": reason, "presence": "reported"} for reason in reasons)
        return Provision.model_validate(SMALL | {"readings": side_by_side} | more).contested

    assert of("sources", "sources")
    assert not of("sources", "positions")
    assert not of("sources")
    assert not of("sources", "sources", terms=({"kind": "ceasefire"},))


def test_all_but_a_removal_is_held() -> None:
    assert Provision.model_validate(SMALL).held
    assert not Provision.model_validate(SMALL | {"presence": "removed"}).held


# --- generated ----------------------------------------------------------------------------------------

TEXTS: tuple[TextStatus, ...] = ("full", "read-aloud", "partial", "reported")


@settings(deadline=None, max_examples=60)
@given(plans())
def test_plans_round_trip_and_know_their_names(plan: Plan) -> None:
    again = Plan.model_validate(plan.model_dump(exclude_unset=True), context=NAMES)
    assert again == plan
    assert again.model_dump(exclude_unset=True) == plan.model_dump(exclude_unset=True)
    ids = [provision.id for provision in plan.provisions]
    assert len(set(ids)) == len(ids)
    for each in plan.provisions:
        assert not {origin.id for origin in each.was} & set(ids)
        assert len({identity(term) for term in each.terms}) == len(each.terms)


@pytest.mark.parametrize("text", TEXTS)
def test_plans_of_a_kind_of_text(text: TextStatus) -> None:
    @settings(deadline=None, max_examples=20, database=None)
    @given(plans(text=text))
    def check(plan: Plan) -> None:
        assert plan.text == text
        for each in plan.provisions:
            assert each.presence != "reported" or text in ("partial", "reported")
            assert each.presence != "contested" or each.contested
            if each.presence == "removed":
                assert {item.supports for item in each.evidence} == {"removal"}

    check()


@settings(deadline=None, max_examples=40)
@given(provisions() | readings() | evidence(), st.sampled_from(["title", "source", "presence"]))
def test_all_is_frozen(model: Any, name: str) -> None:
    if name in type(model).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(model, name, "in-text")
