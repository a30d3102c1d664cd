"""From claims to drafts: lineages proposed, conflicts side by side, nothing placed by guessing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.small_shelf import ARTICLE, project
from tracker.edit.mark import state
from tracker.errors import TrackerError
from tracker.extract.claims import Claim, Quote
from tracker.extract.coverage import coverage
from tracker.extract.files import draft_text, write_drafts
from tracker.extract.lineages import Lineages
from tracker.extract.propose import Draft, drafts
from tracker.extract.review import Review
from tracker.extract.stack import Stack, take_in, work
from tracker.extract.unify import contradict, together
from tracker.load.shelf import Shelf
from tracker.plan.term import Term
from tracker.plan.terms import kind_named
from tracker.source import Span

SEEDED = """---
id: {id}
independence_group: {id}
original: {{name: a.txt, sha256: {sha}}}
---
{text}
"""


def term(kind: str, **values: object) -> Term:
    return kind_named(kind).model_validate({"kind": kind, **values})


def stack_of(tmp_path: Path, **articles: str) -> tuple[Stack, Shelf]:
    shelf = Shelf(project(tmp_path))
    paths = []
    for name, text in articles.items():
        path = tmp_path / f"{name.replace('_', '-')}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    handed, found = take_in(paths, None, shelf, lambda: None)
    return work(handed, shelf, found), shelf


def draft(stack: Stack, version: str) -> Draft:
    return next(one for one in stack.drafts if one.version == version)


def test_a_draft_per_version(tmp_path: Path) -> None:
    stack, _ = stack_of(tmp_path, wire=ARTICLE)
    assert [one.version for one in stack.drafts] == ["first", "second"]
    second = draft(stack, "second").plan
    assert (second.curation, second.text, second.version) == ("extracted", "reported", "second")
    [limit, membership] = second.provisions
    assert (limit.id, limit.title) == ("forces-limit", "Limit on Norland's forces")
    assert limit.terms[0].model_dump(exclude_unset=True) == {
        "kind": "force-cap",
        "party": "norland",
        "limit": 120000,
    }
    assert (limit.evidence[0].source, limit.evidence[0].hedge) == ("wire", "reported")
    assert membership.id == "pact-membership"
    assert "50,000" not in draft_text(draft(stack, "second"), stack.sources.values(), Shelf(None))


def test_sources_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    other = "The lakeside draft limits Norland's armed forces to 150,000 troops."
    stack, _ = stack_of(tmp_path, wire=ARTICLE, daily=other)
    limit = draft(stack, "second").plan.provisions[0]
    assert limit.presence == "contested"
    assert limit.terms == ()
    assert [r.because for r in limit.readings] == ["sources", "sources"]
    assert {r.terms[0].limit: r.evidence[0].source for r in limit.readings} == {  # type: ignore[attr-defined]
        120000: "wire",
        150000: "daily",
    }


def test_sources_that_agree_are_one_value(tmp_path: Path) -> None:
    other = "The lakeside draft limits Norland's armed forces to 120,000 troops."
    stack, _ = stack_of(tmp_path, wire=ARTICLE, daily=other)
    limit = draft(stack, "second").plan.provisions[0]
    assert limit.presence == "reported"
    assert [item.source for item in limit.evidence] == ["daily", "wire"]


def test_what_was_removed(tmp_path: Path) -> None:
    text = "The limit on Norland's armed forces has been struck from the lakeside draft."
    stack, _ = stack_of(tmp_path, daily=text)
    [limit] = draft(stack, "second").plan.provisions
    assert (limit.id, limit.presence) == ("forces-limit", "removed")
    assert limit.evidence[0].supports == "removal"
    both, _ = stack_of(tmp_path, wire=ARTICLE, daily=text)
    limit = draft(both, "second").plan.provisions[0]
    assert limit.presence == "contested"
    assert [r.presence for r in limit.readings] == ["reported", "removed"]


def test_terms_that_state_nothing_but_their_kind_can_differ_too(tmp_path: Path) -> None:
    def claim(source: str, polarity: str) -> Claim:
        span = Span(0, 10)
        quotes = (Quote("an amnesty", span),)
        return Claim("second", "explicit", term("amnesty"), polarity, "reported", source, quotes, span)

    shelf = Shelf(project(tmp_path))
    both = [claim("wire", "included"), claim("daily", "removed")]
    [drafted] = drafts(both, shelf.versions(), shelf.names, {})
    [provision] = drafted.plan.provisions
    assert [reading.summary for reading in provision.readings] == ["amnesty", "removed"]


def test_without_a_version_nothing_is_placed(tmp_path: Path) -> None:
    stack, _ = stack_of(tmp_path, daily="A document limits Norland's armed forces to 120,000 troops.")
    assert stack.drafts == ()
    assert stack.unattributed or stack.unmatched


def test_the_same_bytes_whatever_the_order_of_one_source(tmp_path: Path) -> None:
    texts = []
    for _ in range(2):
        stack, shelf = stack_of(tmp_path, wire=ARTICLE, daily=ARTICLE.replace("120,000", "150,000"))
        texts.append([draft_text(one, stack.sources.values(), shelf) for one in stack.drafts])
    assert texts[0] == texts[1]
    assert all(state(text) == "untouched" for text in texts[0])
    assert "# source: daily " in texts[0][0]
    for text in texts[0]:
        assert str(tmp_path) not in text
        document = Shelf(tmp_path / "plans").open_text(text.encode(), "draft.yaml")
        assert [d.code for d in document.diagnostics if d.code != "unknown-source"] == []


def test_the_order_of_the_articles_makes_no_difference(tmp_path: Path) -> None:
    shelf = Shelf(project(tmp_path))
    for name, figure in (("daily", "150,000"), ("evening", "130,000"), ("wire", "120,000")):
        text = f"The lakeside draft limits Norland's armed forces to {figure} troops."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    drafted = set()
    for order in (("daily", "evening", "wire"), ("wire", "daily", "evening")):
        handed, _ = take_in([tmp_path / f"{name}.txt" for name in order], None, shelf, lambda: None)
        stack = work(handed, shelf)
        drafted.add(draft_text(draft(stack, "second"), stack.sources.values(), shelf))
    assert len(drafted) == 1


def test_a_source_handed_in_twice_is_read_once(tmp_path: Path) -> None:
    stack, _ = stack_of(tmp_path, wire=ARTICLE, copy=ARTICLE)
    assert list(stack.sources) == ["wire"]
    assert [d.code for d in stack.diagnostics] == ["article-twice", "source-not-declared"]


def test_only_a_source_that_a_draft_cites_has_to_be_declared(tmp_path: Path) -> None:
    stack, _ = stack_of(tmp_path, wire=ARTICLE, weather="It rained at the lake.")
    undeclared = [d.source.path for d in stack.diagnostics if d.code == "source-not-declared"]
    assert undeclared == [tmp_path / "wire.txt"]


def test_of_a_digest_only_quoted_words_are_evidence(tmp_path: Path) -> None:
    shelf = Shelf(project(tmp_path))
    text = (
        "The lakeside draft “limits Norland's armed forces” to 120,000 troops.\n\n"
        "Under the lakeside draft Norland would be barred from joining the Pact."
    )
    path = tmp_path / "seeds" / "held.md"
    path.write_text(SEEDED.format(id="held", sha="0" * 64, text=text), encoding="utf-8")
    handed, found = take_in([path], None, shelf, lambda: None)
    plan = draft(work(handed, shelf, found), "second").plan
    quotes = {provision.id: provision.evidence[0].quote for provision in plan.provisions}
    assert quotes == {"forces-limit": "limits Norland's armed forces", "pact-membership": None}


def test_one_wire_story_printed_twice_counts_once(tmp_path: Path) -> None:
    again = "By our staff\n\n" + ARTICLE
    other = "The lakeside draft limits Norland's armed forces to 120,000 troops."
    stack, _ = stack_of(tmp_path, wire=ARTICLE, paper=again, daily=other)
    assert stack.stories == {"wire": "wire", "paper": "wire", "daily": "daily"}
    status = {(one.version, one.kind): (one.status, one.sources) for one in stack.merged}
    assert status["second", "force-cap"] == ("corroborated", 2)
    assert status["second", "membership"] == ("single source", 1)


# --- files ---


def test_files_are_written_once_and_edited_ones_kept(tmp_path: Path) -> None:
    shelf = Shelf(project(tmp_path))
    path = tmp_path / "plans" / "extracted" / "second.yaml"
    from tracker.edit.mark import marked

    [written] = write_drafts({"second": marked("a: 1\n", ())}, shelf)
    assert (written.path, written.changed, written.backup) == (path, True, None)
    assert not write_drafts({"second": marked("a: 1\n", ())}, shelf)[0].changed
    assert write_drafts({"second": marked("a: 2\n", ())}, shelf)[0].changed
    path.write_text(path.read_text("utf-8") + "# mine\n", encoding="utf-8")
    edited = path.read_bytes()
    with pytest.raises(TrackerError, match="edited by hand") as caught:
        write_drafts({"first": marked("b: 1\n", ()), "second": marked("a: 3\n", ())}, shelf)
    assert "--force" in caught.value.help
    assert path.read_bytes() == edited
    assert not (path.parent / "first.yaml").exists()  # all or none
    for number in ("", "2"):
        [written] = write_drafts({"second": marked("a: 3\n", ())}, shelf, force=True)
        assert written.backup == path.with_name(f"second.yaml.bak{number}")
        assert written.backup.read_bytes() == edited
        path.write_bytes(edited)
    path.write_text("written: by hand\n", encoding="utf-8")
    with pytest.raises(TrackerError, match="not written by"):
        write_drafts({"second": marked("a: 3\n", ())}, shelf)


# --- terms ---


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    shelf = Shelf(project(tmp_path))
    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(TrackerError, match="extracted: cannot be made: Permission denied"):
        write_drafts({"second": "a: 1\n"}, shelf)


def test_nothing_is_taken_over_that_cannot_be_recorded(tmp_path: Path) -> None:
    stack, shelf = stack_of(tmp_path, wire=ARTICLE.replace("120,000", "130,000"))
    texts = {one.version: draft_text(one, stack.sources.values(), shelf) for one in stack.drafts}
    for found in write_drafts(
        {v: t.replace("source: wire", "source: article") for v, t in texts.items()}, shelf
    ):
        drafted = found.path
    review = Review.of(drafted, shelf)
    before = review.curated.read_bytes()
    review.state_path = tmp_path / "nowhere" / "state.json"
    [proposal] = [one for one in review.proposals if one.id == "forces-limit"]
    assert review.trial(proposal).after.encode() != before
    with pytest.raises(TrackerError, match=r"state\.json: cannot be written"):
        review.accept(proposal)
    assert review.curated.read_bytes() == before
    assert review.count("accepted") == 0


def test_terms_in_part() -> None:
    bare, full = (
        term("force-cap", party="ukraine"),
        term("force-cap", party="ukraine", limit=1, counts_as="level"),
    )
    assert not contradict(bare, full)
    assert together(bare, full) == together(full, bare) == full
    assert contradict(full, term("force-cap", party="ukraine", limit=2))
    assert contradict(full, term("force-cap", party="ukraine", limit="none"))
    crimea = term("territory-status", regions=({"region": "crimea", "status": "russian"},))
    more = term(
        "territory-status", regions=({"region": "crimea"}, {"region": "donetsk", "status": "russian"})
    )
    assert not contradict(crimea, more)
    joined = together(more, crimea).model_dump(exclude_unset=True)
    assert [part["status"] for part in joined["regions"]] == ["russian", "russian"]
    assert contradict(
        crimea, term("territory-status", regions=({"region": "crimea", "status": "ukrainian"},))
    )


@pytest.mark.parametrize(
    ("version", "claimed", "lineage", "known"),
    [
        ("geneva", term("force-cap", party="ukraine", limit=800000), "armed-forces-limit", True),
        ("original", term("force-cap", party="ukraine"), "armed-forces-limit", True),
        ("original", term("membership", member="ukraine", organisation="eu"), "eu-membership", True),
        ("original", term("membership", member="ukraine", organisation="nato", instrument="constitution"),
         "nato-renunciation", True),
        ("original", term("membership", member="ukraine", organisation="nato", instrument="statutes"),
         "nato-admission-bar", True),
        ("geneva", term("membership", member="moldova", organisation="eu"), "membership-moldova-eu", False),
        ("original", term("territory-status", regions=({"region": "crimea", "status": "russian"},)),
         "crimea-donbas-recognition", True),
        ("original", term("territory-status"), "territory-status", False),
        ("geneva", term("amnesty"), "amnesty", True),
        ("geneva", term("amnesty", scope="limited"), "amnesty", True),
        ("geneva", term("stationing", host="ukraine", asset="troops", forces="nato"),
         "nato-troops-in-ukraine", True),
    ],
)  # fmt: skip
def test_lineages_of_the_house(version: str, claimed: Term, lineage: str, known: bool) -> None:
    shelf = Shelf(Path(__file__).resolve().parents[2] / "plans")
    match = Lineages(shelf.versions()).match(claimed, version)
    assert (match.id, match.known) == (lineage, known)


# --- coverage ---


def test_coverage(tmp_path: Path) -> None:
    other = "The lakeside draft limits Norland's armed forces to 150,000 troops."
    stack, shelf = stack_of(tmp_path, daily=other, wire=ARTICLE)
    plan = shelf.versions()["second"]
    [row] = coverage(plan, [draft(stack, "second").plan], ["silent-one"])
    assert row.lineage == "forces-limit"
    assert [(b.source, b.found) for b in row.supports] == [
        ("gazette-2030-02-02", "coded"),
        ("wire", "extracted"),
    ]
    assert [(b.source, b.found) for b in row.contradicts] == [("daily", "extracted")]
    assert row.silent == ("silent-one",)
    assert row.independent == 2
    [grouped] = coverage(plan, [draft(stack, "second").plan], [], lambda source: "one")
    assert grouped.independent == 1
