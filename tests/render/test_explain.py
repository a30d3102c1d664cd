"""`tracker explain`: everything a user may meet has its page, and every page says something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from tracker.cli.main import build
from tracker.diff.change import KINDS
from tracker.diff.weight import MOST
from tracker.errors import TrackerError
from tracker.lint.register import rules
from tracker.plan.guide import guide
from tracker.plan.issues import ISSUES
from tracker.plan.terms import all_kinds
from tracker.plan.words import DERIVED, HEDGES, HOWS, MODALITIES, PRESENCES, TEXTS
from tracker.render.document import Look, Result
from tracker.render.formats import format_named
from tracker.render.layout.explain import document
from tracker.render.public.explain_v1 import data
from tracker.render.schemas import schema
from tracker.render.topic import all_topics, topics_for

WORDS = [*rules(), *all_kinds(), *ISSUES, *KINDS, *MODALITIES, *PRESENCES, *DERIVED, *TEXTS, *HEDGES, *HOWS]


def explained(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(build(), ["explain", "--width", "90", *arguments])
    if isinstance(done.exception, TrackerError):
        return 2, f"{done.exception.message}; {done.exception.help}"
    return int(done.return_value or 0) if hasattr(done, "return_value") else done.exit_code, done.output


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_every_word_is_explained(word: str) -> None:
    found = topics_for(word)
    assert any(topic.name == word for topic in found)
    assert all(topic.summary for topic in found)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_a_rule_is_found_by_its_name_and_in_small_letters(rule: Any) -> None:
    for word in (rule.name, rule.code.lower()):
        assert rule.code in {topic.name for topic in topics_for(word)}
    (topic,) = [t for t in topics_for(rule.code) if t.family == "rule"]
    assert rule.why == topic.text and dict(topic.facts)["severity"] == str(rule.severity)


@pytest.mark.parametrize("kind", all_kinds())
def test_a_kind_lists_its_fields(kind: str) -> None:
    (topic,) = [t for t in topics_for(kind) if t.family == "term"]
    names = [field.name for field in topic.fields]
    assert names == [field.name for field in guide(all_kinds()[kind])]
    assert {"after", "unless", "refers_to"} <= set(names) and "kind" not in names
    assert all(field.takes for field in topic.fields)
    assert topic.samples[0].text.startswith(f"- kind: {kind}") or kind in topic.samples[0].text


def test_a_field_says_unit_direction_and_none() -> None:
    fields = {field.name: field for field in guide(all_kinds()["force-cap"])}
    assert fields["limit"].takes == ("a whole number", "`none`")
    assert fields["limit"].sentence() == (
        "in personnel; `none` says no limit; a higher value loosens for the party bound"
    )
    assert fields["party"].key and fields["party"].bound and fields["party"].required
    scale = {field.name: field for field in guide(all_kinds()["membership"])}["status"]
    assert scale.direction.startswith("in this order: barred < conditional")
    regions = guide(all_kinds()["territory-status"])[0]
    assert [part.name for part in regions.parts][:2] == ["region", "status"]


def test_an_issue_says_what_it_leaves_out_and_where_it_maps() -> None:
    _, said = explained("sec.force_cap")
    assert "irregular forces" in said and "SsrArm (broad match)" in said and "Military Reform" in said


def test_a_word_of_several_keys_has_a_page_for_each() -> None:
    keys = {dict(topic.facts).get("stands in") for topic in topics_for("reported")}
    assert {"presence", "text", "hedge"} <= keys


@pytest.mark.parametrize(
    ("word", "near"),
    [("forcecap-", "force-cap"), ("sec.forcecap", "sec.force_cap"), ("oblige", "obliges"), ("FIG00", "FIG0")],
)
def test_a_misspelt_word(word: str, near: str) -> None:
    code, said = explained(word)
    assert code == 2 and f"nothing is called `{word}`" in said and f"did you mean `{near}" in said


def test_a_group_is_listed() -> None:
    assert {topic.name for topic in topics_for("sec")} == {code for code in ISSUES if code.startswith("sec.")}
    assert {t.name for t in topics_for("YML")} == {code for code in rules() if code.startswith("YML")}
    assert {t.name for t in topics_for("term")} == set(all_kinds())


def test_the_table_of_weights() -> None:
    (table,) = topics_for("weight")
    rows = dict(table.facts)
    assert rows["term force-cap"] == "10" and rows["change not-reported"] == "0"
    assert all(0 <= int(weight) <= MOST for weight in rows.values())


def test_without_a_word_there_is_an_index() -> None:
    code, said = explained()
    assert code == 0
    for title in ("Rules of", "Kinds of term", "Issues", "Words", "Kinds of change"):
        assert title in said


@pytest.mark.parametrize("format", ["terminal", "markdown", "json"])
def test_every_topic_shows_in_every_format(format: str) -> None:
    for topic in all_topics():
        result = Result("explain", (topic,), lambda t=topic: document((t,)), lambda t=topic: data((t,)))
        shown = format_named(format, "explain").render(result, Look(width=100))
        assert topic.name in shown.replace("\\", "") and "\x1b" not in shown


def test_public_data_fit_the_schema() -> None:
    from jsonschema import Draft202012Validator

    _, said = explained("--format", "json")
    shown = json.loads(said)
    assert list(Draft202012Validator(schema("explain")).iter_errors(shown)) == []
    assert len(shown["topics"]) == len(all_topics())
