"""The JSON Schemas: the committed copies are fresh, and schema and model refuse the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator, Draft202012Validator

from tests.plan.strategies import plans, terms
from tracker.errors import TrackerError
from tracker.load.yaml import parse
from tracker.plan.cited import Cited
from tracker.plan.model import Plan
from tracker.plan.names import Names
from tracker.plan.schema import plan_schema as build_plan_schema
from tracker.plan.terms import all_kinds, kinds
from tracker.plan.waivers import Waivers
from tracker.plan.words import MODALITIES, PRESENCES
from tracker.render.schemas import FILES, committed, file_name, names, schema, schema_text
from tracker.semantics.way import plain
from tracker.source import Source

ROOT = Path(__file__).resolve().parents[2]
PLANS = sorted((ROOT / "plans").rglob("*.yaml"))
RESERVED = {"names", "sources", "waivers", "baseline"}
each_schema = pytest.mark.parametrize("name", names())
each_file = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def plan_schema() -> dict[str, Any]:
    """Built once for all tests: it takes a moment."""
    return build_plan_schema()


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(plan_schema(), format_checker=Draft7Validator.FORMAT_CHECKER)


def tupled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: tupled(item) for key, item in value.items()}
    return tuple(map(tupled, value)) if isinstance(value, list) else value


def as_json(value: Any) -> Any:
    """Plain data as JSON holds it: `plain` leaves mappings inside models to us."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


# --- the copies ---------------------------------------------------------------------------------------


@each_schema
def test_the_committed_copy_is_fresh(name: str) -> None:
    copy = committed() / file_name(name)
    assert copy.is_file() and copy.read_text(encoding="utf-8") == schema_text(name), (
        "stale: run `tracker schema --write`"
    )


def test_there_is_no_copy_of_what_is_gone() -> None:
    assert {entry.name for entry in committed().iterdir()} == {file_name(name) for name in names()}


@each_schema
def test_every_schema_is_one(name: str) -> None:
    made = schema(name)
    checker = Draft7Validator if "draft-07" in made["$schema"] else Draft202012Validator
    checker.check_schema(made)
    assert made["$id"] == f"urn:provision-tracker:schema:{name}"
    assert name not in FILES or "null" not in json.dumps(made)


def test_a_result_may_go_without_its_version() -> None:
    assert schema("diff") == schema("diff-v1")
    with pytest.raises(TrackerError, match="no schema"):
        schema("plans")


# --- what an editor shows -----------------------------------------------------------------------------


def test_kinds_and_words_are_explained() -> None:
    made = plan_schema()["definitions"]
    kind = made["Term"]["properties"]["kind"]
    assert kind["enum"] == list(kinds())
    assert len(kind["markdownEnumDescriptions"]) == len(kinds()) == len(made["Term"]["allOf"])
    fields = made["Provision"]["properties"]
    assert fields["presence"]["markdownEnumDescriptions"] == [
        PRESENCES[word] for word in fields["presence"]["enum"]
    ]
    assert fields["modality"]["markdownEnumDescriptions"] == [
        MODALITIES[word] for word in fields["modality"]["enum"]
    ]
    assert len(fields["issue"]["markdownEnumDescriptions"]) == len(fields["issue"]["enum"])


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_a_kind_has_title_and_description(kind: str) -> None:
    made = plan_schema()["definitions"][all_kinds()[kind].__name__]
    assert made["title"] and made["description"] and made["additionalProperties"] is False
    for name, field in made["properties"].items():
        assert field["title"] and field["description"], name
    assert next(iter(made["properties"])) == "kind"


@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_a_kind_is_one(kind: str) -> None:
    (example,) = plan_schema()["definitions"][all_kinds()[kind].__name__]["examples"]
    assert errors(plan_with(example)) == []
    all_kinds()[kind].model_validate(tupled(example))


# --- the plans ----------------------------------------------------------------------------------------


@each_file
def test_every_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, "the first line names the schema"
    name = path.stem if path.parent.name == "plans" and path.stem in RESERVED else "plan"
    assert (path.parent / found[1]).resolve() == ROOT / "tracker" / "schema" / file_name(name)


@pytest.mark.parametrize("name", ["plan", "names", "sources"])
def test_check_jsonschema_accepts_all_files(name: str) -> None:
    files = [p for p in PLANS if (p.stem == name if name != "plan" else p.stem not in RESERVED)]
    copy = ROOT / "tracker" / "schema" / file_name(name)
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(copy), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- schema and model ---------------------------------------------------------------------------------

EVIDENCE = {"source": "wire-2025", "quote": "a short phrase", "hedge": "reported"}
GOOD: dict[str, Any] = {
    "version": "draft",
    "title": "A draft",
    "text": "reported",
    "date": "2025-11-20",
    "facts": [{"about": "points", "value": 28, "evidence": [EVIDENCE]}],
    "provisions": [
        {
            "id": "forces-cap",
            "point": "6",
            "title": "Limit on forces",
            "issue": "sec.force_cap",
            "summary": "Forces are limited.",
            "presence": "reported",
            "modality": "obliges",
            "terms": [
                {"kind": "force-cap", "party": "ukraine", "limit": 600000, "after": [{"event": "signing"}]},
                {"kind": "asset-allocation", "assets": "frozen", "amount": "100 billion USD"},
                {"kind": "membership", "member": "a", "organisation": "b", "deadline": "2027-01-01"},
                {"kind": "territory-status", "regions": [{"region": "east", "status": "frozen-at-line"}]},
                {"kind": "withdrawal", "party": "a", "depths": ["40 km"]},
            ],
            "was": [{"id": "other-cap", "how": "split"}],
            "evidence": [EVIDENCE],
        },
        {
            "id": "contested-cap",
            "title": "Limit on forces",
            "issue": "sec.force_cap",
            "summary": "Reports differ.",
            "presence": "contested",
            "readings": [{"because": "sources", "presence": "reported", "evidence": [EVIDENCE], "rank": 1}],
        },
    ],
}
P = ("provisions", 0)
T = (*P, "terms")
GONE = object()

BROKEN: list[tuple[tuple[str | int, ...], object]] = [
    (("titel",), "A draft"),
    ((*P, "sumary"), "x"),
    ((*T, 0, "limits"), 1),
    ((*T, 0, "assets"), "of-another-kind"),
    ((*T, 3, "regions", 0, "state"), "x"),
    ((*P, "evidence", 0, "page"), "1"),
    (("version",), GONE),
    (("text",), GONE),
    ((*P, "id"), GONE),
    ((*P, "issue"), GONE),
    ((*P, "presence"), GONE),
    ((*T, 0, "kind"), GONE),
    ((*T, 0, "party"), GONE),
    ((*T, 3, "regions", 0, "region"), GONE),
    ((*P, "evidence", 0, "source"), GONE),
    ((*P, "was", 0, "how"), GONE),
    ((*T, 0, "kind"), "forces-cap"),
    ((*T, 0, "kind"), "force_cap"),
    ((*T, 0, "kind"), 7),
    ((*P, "presence"), "in-txt"),
    ((*P, "presence"), "absent"),
    ((*P, "modality"), "shall"),
    ((*P, "issue"), "sec.force-cap"),
    (("text",), "leaked"),
    (("curation",), "automatic"),
    (("facts", 0, "about"), "weather"),
    ((*P, "evidence", 0, "hedge"), "sure"),
    ((*P, "was", 0, "how"), "moved"),
    (("provisions", 1, "readings", 0, "because"), "doubt"),
    ((*T, 2, "status"), "maybe"),
    (("status",), None),
    ((*P, "modality"), None),
    ((*P, "terms"), None),
    ((*T, 0, "limit"), None),
    ((*T, 0), None),
    (("title",), 28),
    (("title",), ""),
    (("aliases",), "first draft"),
    (("aliases",), [28]),
    (("provisions",), {"a": "b"}),
    ((*P, "point"), 6),
    ((*P, "point"), " 6"),
    ((*P, "evidence"), {"source": "a"}),
    ((*P, "evidence", 0, "verified"), "no"),
    ((*T, 0), "force-cap"),
    ((*T, 0, "limit"), "600000"),
    ((*T, 0, "limit"), "600,000"),
    ((*T, 0, "limit"), 600000.5),
    ((*T, 0, "limit"), -1),
    ((*T, 0, "limit"), 10**16),
    ((*T, 0, "limit"), True),
    ((*T, 0, "limit"), "nothing"),
    ((*T, 0, "after"), [{"event": "Signing day"}]),
    ((*T, 0, "after"), [{"event": "signing", "within": 100}]),
    ((*T, 0, "party"), "Ukraine"),
    ((*P, "id"), "Forces_Cap"),
    ((*P, "id"), "a-" * 60 + "b"),
    (("version",), "../draft"),
    (("revises",), ["a b"]),
    (("date",), "20 November 2025"),
    (("date",), "2025-13-01"),
    (("date",), "2025-02-30"),
    (("date",), 2025),
    ((*T, 2, "deadline"), "soon"),
    ((*T, 1, "amount"), "100 billion"),
    ((*T, 1, "amount"), 100_000_000_000),
    ((*T, 1, "amount"), "a lot of USD"),
    ((*T, 1, "amount"), "1,00 USD"),
    ((*T, 1, "amount"), "100 billions USD"),
    ((*T, 1, "amount"), "100 days"),
    ((*T, 4, "depths"), ["40"]),
    ((*T, 4, "depths"), "40 km"),
    (("provisions", 1, "readings", 0, "rank"), 0),
    ((*P, "evidence", 0, "quote"), ""),
    ((*P, "evidence", 0, "quote"), "x" * 401),
    (("facts", 0, "value"), 2.5),
]


def broken(route: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The good plan with one thing changed."""
    plan = deepcopy(GOOD)
    here: Any = plan
    for step in route[:-1]:
        here = here[step]
    if value is GONE:
        del here[route[-1]]
    else:
        here[route[-1]] = value
    return plan


def plan_with(*terms: dict[str, Any]) -> dict[str, Any]:
    plan = deepcopy(GOOD)
    plan["provisions"][0]["terms"] = list(terms)
    return plan


def errors(data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(data)]


def refused(data: object) -> bool:
    """Whether the loader or the model refuses: null is refused where it is read."""
    if "null" in (text := json.dumps(data, ensure_ascii=False)):
        return bool(parse(Source("x.yaml", text)).diagnostics)
    try:
        Plan.model_validate(tupled(data))
    except ValueError:
        return True
    return False


def test_both_accept_the_good_plan() -> None:
    assert errors(GOOD) == [] and not refused(GOOD)


@pytest.mark.parametrize(
    ("route", "value"),
    BROKEN,
    ids=[f"{'.'.join(map(str, r))}={'-' if v is GONE else str(v)[:20]}" for r, v in BROKEN],
)
def test_what_the_model_refuses_the_schema_refuses(route: tuple[str | int, ...], value: object) -> None:
    data = broken(route, value)
    assert refused(data), "the table is to hold broken documents"
    assert errors(data)


def test_a_misspelt_key_is_said_of_the_kind_meant() -> None:
    (only,) = errors(broken((*T, 0, "limits"), 1))
    assert "provisions[0].terms[0]" in only and "'limits' was unexpected" in only


@settings(deadline=None, max_examples=60)
@given(plans())
def test_both_accept_generated_plans(plan: Plan) -> None:
    data = as_json(plain(plan))
    assert errors(data) == []
    assert not refused(data)


@pytest.mark.parametrize("kind", kinds())
def test_both_accept_generated_terms(kind: str) -> None:
    @settings(deadline=None, max_examples=10)
    @given(terms(kind))
    def accepted(term: Any) -> None:
        assert errors(plan_with(as_json(plain(term)))) == []

    accepted()


WAIVER = {
    "code": "FIG002", "plan": "a", "lineage": "b", "reason": "c", "approver": "d", "expires": "2026-01-01",
}  # fmt: skip
MODELS: dict[str, Any] = {"names": Names, "waivers": Waivers}


def test_a_waiver_passes_both() -> None:
    Waivers.model_validate(tupled({"waivers": [WAIVER]}))
    assert list(Draft7Validator(schema("waivers")).iter_errors({"waivers": [WAIVER]})) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("names", {"parties": {"Big State": {"name": "x", "type": "state"}}}),
        ("names", {"parties": {"a": {"name": "x", "type": "kingdom"}}}),
        ("names", {"parties": {"a": {"type": "state"}}}),
        ("names", {"places": {"a": {"name": "x", "variants": "y"}}}),
        ("names", {"rivers": {}}),
        ("sources", {"a": {"publisher": 7}}),
        ("sources", {"a": {"url": "example"}}),
        ("sources", {"a": {"date": "today"}}),
        ("sources", {"a": {"kind": "rumour"}}),
        ("sources", {"a": "b"}),
        ("waivers", {"waivers": [WAIVER | {"code": "all"}]}),
        ("waivers", {"waivers": [{k: v for k, v in WAIVER.items() if k != "lineage"}]}),
        ("waivers", {"waivers": [{k: v for k, v in WAIVER.items() if k != "expires"}]}),
        ("waivers", {"waivers": [WAIVER | {"expires": "never"}]}),
    ],
)
def test_the_files_beside_the_plans_agree_too(name: str, data: dict[str, Any]) -> None:
    if name in MODELS:
        with pytest.raises(ValueError):
            MODELS[name].model_validate(tupled(data))
    else:
        with pytest.raises(ValueError):
            for entry in data.values():
                Cited.model_validate(tupled(entry))
    assert list(Draft7Validator(schema(name)).iter_errors(data))
