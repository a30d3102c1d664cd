"""`tracker review FILE`: a walk through the proposals of a draft, into the curated file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import Color, Plans, Width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.extract.review import Review
    from tracker.plan.model import Provision
    from tracker.render.document import Look

HELP = """  a  accept: into the curated file, with its evidence
  e  edit: in $EDITOR, then accept
  r  reject: not shown again unless it changes
  s  skip: shown again next time
  u  undo: the last decision, also one of an earlier run
  q  quit: what was decided is kept
"""


def command(
    file: Annotated[
        str, typer.Argument(help="A draft: its path, or a version with one in plans/extracted/.")
    ],
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Accept, edit or reject what was drafted from articles."""
    from tracker.cli.output import look, note
    from tracker.extract.review import Review
    from tracker.load.labels import source_labels
    from tracker.load.shelf import Shelf

    shelf = Shelf.find(plans)
    review = Review.of(_path(file, shelf), shelf)
    walk = _Walk(review, source_labels(shelf), look(color, width))
    walk.run()
    left = len(review.undecided())
    counts = (
        f"{review.count('accepted', 'edited')} accepted, {review.count('rejected')} rejected, {left} left"
    )
    note(counts if not left else f"{counts}: run the same command to go on")
    return 0


def _path(file: str, shelf: object) -> Path:
    from tracker.extract.files import FOLDER
    from tracker.load.shelf import Shelf

    assert isinstance(shelf, Shelf)
    path = Path(file)
    if not path.exists() and shelf.root is not None:
        drafted = shelf.root / FOLDER / f"{file.removeprefix(f'{FOLDER}/')}.yaml"
        if drafted.exists():
            return drafted
    return path


class _Walk:
    """Goes forward over what is undecided; an undo goes back to what it takes back."""

    def __init__(self, review: Review, labels: Mapping[str, str], look: Look) -> None:
        self.review, self.labels, self.look = review, labels, look
        self.skipped: set[str] = set()
        self.shown = ""

    def run(self) -> None:
        from tracker.cli.dialogue import ask

        while (proposal := self._next()) is not None or self.review.count("accepted", "edited", "rejected"):
            if proposal is None:
                answer = ask("that was the last one: undo, quit [uq] ")
                if answer is None or answer[:1].lower() != "u":
                    return
                self._act("u", None)
                continue
            if self.shown != proposal.id:
                self._show(proposal)
                self.shown = proposal.id
            answer = ask("accept, edit, reject, skip, undo, quit [aersuq?] ")
            if answer is None or answer[:1].lower() == "q":
                return
            self._act(answer[:1].lower(), proposal)

    def _next(self) -> Provision | None:
        return next((p for p in self.review.undecided() if p.id not in self.skipped), None)

    def _show(self, proposal: Provision) -> None:
        from tracker.cli.output import put
        from tracker.errors import TrackerError
        from tracker.render.document import Result
        from tracker.render.formats import format_named
        from tracker.render.layout.review import document

        try:
            would = self.review.trial(proposal).did
        except TrackerError as error:
            would = (error.message,)
        curated = self.review.document().model
        assert curated is not None
        stands = next((p for p in curated.provisions if p.id == proposal.id), None)

        def lay_out() -> object:
            return document(proposal, stands, would, self.review.shelf, self.labels)

        result = Result("review", proposal, lay_out, dict)  # type: ignore[arg-type]
        number, total = self.review.proposals.index(proposal) + 1, len(self.review.proposals)
        put(f"\n[{number}/{total}]\n{format_named('terminal', 'review').render(result, self.look)}")

    def _act(self, answer: str, proposal: Provision | None) -> None:
        from tracker.cli.output import complain, put
        from tracker.errors import TrackerError

        try:
            if answer == "u" or proposal is None:
                self._undo()
            elif answer == "a":
                put(f"accepted: {'; '.join(self.review.accept(proposal).did)}\n")
            elif answer == "e":
                self._edit(proposal)
            elif answer == "r":
                self.review.reject(proposal)
                put("rejected\n")
            elif answer == "s":
                self.skipped.add(proposal.id)
            else:
                put(HELP)
        except TrackerError as error:
            complain(error)

    def _undo(self) -> None:
        from tracker.cli.output import put

        lineage = self.review.undo()
        put(f"undone: {lineage}\n" if lineage else "there is nothing to undo\n")
        self.skipped.discard(lineage or "")
        self.shown = ""

    def _edit(self, proposal: Provision) -> None:
        from tracker.cli.dialogue import edit
        from tracker.cli.output import put
        from tracker.edit.canonical import model_data
        from tracker.edit.dump import dump
        from tracker.errors import TrackerError
        from tracker.load.document import open_document
        from tracker.plan.model import Provision
        from tracker.source import Source

        text = edit(dump(model_data(proposal)))
        found = open_document(Provision, Source("your edit", text), context=self.review.shelf.context)
        if found.model is None or found.broken:
            from tracker.diagnostic import Report

            raise TrackerError(
                "the edited proposal is not valid: nothing was done", report=Report.of(found.placed())
            )
        put(f"accepted as edited: {'; '.join(self.review.accept(proposal, found.model).did)}\n")
