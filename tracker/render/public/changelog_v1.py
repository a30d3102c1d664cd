"""`tracker changelog --format json`, version 1; also what a template is given. Keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.diff.change import Change, points
from tracker.diff.changelog import Changelog, Release, Step
from tracker.diff.edits import FileEdit
from tracker.diff.weight import weigh
from tracker.load.commits import Commit
from tracker.plan.cited import Cited
from tracker.plan.model import Evidence
from tracker.render.gfm import said
from tracker.render.layout.changeline import ChangeLines
from tracker.render.layout.changelog import made_known, section_of, summary
from tracker.render.layout.edits import statements
from tracker.render.layout.notes import Notes
from tracker.render.layout.speech import direction, kind_of_text
from tracker.semantics.words import text_of

NAME, VERSION = "changelog", 1


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Said(Shape):
    """A piece of evidence: who says so, when, and how far the source vouches for it."""

    source: str
    publisher: str | None
    date: str | None
    url: str | None
    hedge: str
    speaker: str | None
    quote: str | None
    locator: str | None
    verified: bool
    may_belong_to: str | None


class ChangeLine(Shape):
    """One change; `text` is the line of the changelog without its notes."""

    section: str
    kind: str
    lineages: list[str]
    points_old: list[str]
    points_new: list[str]
    title: str
    text: str
    direction: str
    weight: int
    weight_reason: str
    evidence: list[Said]


class Against(Shape):
    """A version against one that it revises. `weighty`: the places in `changes` of what to name first."""

    ref: str
    title: str
    counts: dict[str, int]
    weighty: list[int]
    changes: list[ChangeLine]


class Entry(Shape):
    """One version. `summary` stands where it revises none."""

    ref: str
    version: str
    title: str
    date: str | None
    published: str | None
    text: str
    text_in_words: str
    made_known_by: str
    revises: list[str]
    draws_on: list[str]
    provisions: int
    summary: str
    against: list[Against]


class FileEditShape(Shape):
    """What editors changed in one file; `corrections`: those newly declared in it."""

    file: str
    what: str
    corrections: list[str]
    changes: list[str]


class CommitEntry(Shape):
    commit: str
    date: str
    author: str
    subject: str
    files: list[FileEditShape]


class ChangelogShape(Shape):
    """Versions newest first, or with `--from-git` commits newest first."""

    format: Literal["tracker.changelog"] = "tracker.changelog"
    format_version: Literal[1] = 1
    versions: list[Entry] = Field(default_factory=list)
    commits: list[CommitEntry] = Field(default_factory=list)


def data(changelog: Changelog, sources: Mapping[str, Cited]) -> dict[str, Any]:
    """The public data of a changelog."""
    versions = [_entry(release, changelog, sources) for release in changelog.releases]
    return ChangelogShape(versions=versions).model_dump(mode="json")


def commits_data(
    found: Sequence[tuple[Commit, tuple[FileEdit, ...]]], names: Mapping[str, str]
) -> dict[str, Any]:
    """The public data of `--from-git`."""
    entries = [
        CommitEntry(
            commit=commit.id,
            date=commit.date,
            author=commit.author,
            subject=commit.subject,
            files=[_edit(edit, names) for edit in files],
        )
        for commit, files in found
    ]
    return ChangelogShape(commits=entries).model_dump(mode="json")


def _edit(edit: FileEdit, names: Mapping[str, str]) -> FileEditShape:
    return FileEditShape(
        file=edit.path,
        what=edit.what,
        corrections=[f"{c.date}: {c.reason}" for c in edit.corrections],
        changes=[text_of(words) for words in statements(edit, names)],
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return ChangelogShape.model_json_schema()


def _entry(release: Release, changelog: Changelog, sources: Mapping[str, Cited]) -> Entry:
    plan = release.version.plan
    notes = Notes("", sources, changelog.names)
    return Entry(
        ref=release.version.ref,
        version=plan.version,
        title=plan.title,
        date=plan.date.isoformat() if plan.date else None,
        published=plan.published.isoformat() if plan.published else None,
        text=plan.text,
        text_in_words=kind_of_text(plan),
        made_known_by=said(made_known(plan, changelog.names, notes)),
        revises=list(plan.revises),
        draws_on=list(plan.draws_on),
        provisions=len(plan.provisions),
        summary="" if release.steps else summary(plan),
        against=[_against(step, changelog, notes, sources) for step in release.steps],
    )


def _against(step: Step, changelog: Changelog, notes: Notes, sources: Mapping[str, Cited]) -> Against:
    lines = ChangeLines(step.comparison, notes)
    shown = [change for change in step.comparison.changes if section_of(change, step)]
    places = {id(change): i for i, change in enumerate(shown)}
    return Against(
        ref=step.comparison.left.ref,
        title=step.comparison.left.plan.title,
        counts={**step.comparison.counts(), "unexplained": step.comparison.unexplained},
        weighty=[places[id(change)] for change, _ in step.weighty],
        changes=[_line(change, step, lines, changelog, sources) for change in shown],
    )


def _line(
    change: Change, step: Step, lines: ChangeLines, changelog: Changelog, sources: Mapping[str, Cited]
) -> ChangeLine:
    weight = weigh(change, changelog.weights)
    return ChangeLine(
        section=section_of(change, step),
        kind=change.kind,
        lineages=list(change.lineages),
        points_old=list(points(change.left)),
        points_new=list(points(change.right)),
        title=change.title,
        text=said(lines.line(change)),
        direction=direction(change.deltas, lines.setting),
        weight=weight.value,
        weight_reason=weight.reason,
        evidence=[_said(item, sources) for item in lines.evidence(change)],
    )


def _said(item: Evidence, sources: Mapping[str, Cited]) -> Said:
    cited = sources.get(item.source, Cited())
    return Said(
        source=item.source,
        publisher=cited.publisher,
        date=cited.date.isoformat() if cited.date else None,
        url=cited.url,
        hedge=item.hedge,
        speaker=item.speaker,
        quote=item.quote,
        locator=item.locator,
        verified=item.verified,
        may_belong_to=item.may_belong_to,
    )
