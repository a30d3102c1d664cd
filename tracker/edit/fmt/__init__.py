"""Plan files in their usual form: keys in order, one spelling for one value, comments where they were.

The text is read into a tree that holds comments and empty lines, the tree is put in order, and written again.
What was a list or mapping between brackets stays one while it fits in a line. Nothing is handed back unless
it reads as the same plan and holds the same comments.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from tracker.diagnostic import Diagnostic
from tracker.edit.fmt.emit import emit
from tracker.edit.fmt.order import arrange
from tracker.edit.fmt.tree import Unsupported, comments, read_tree
from tracker.load.yaml import parse
from tracker.source import Source, Span

__all__ = ["formatted"]


def formatted(source: Source, model: Any) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text in its usual form, or None and why it is left as it is.

    `model` is what the file holds: a model, or a type such as `dict[str, Cited]`. The file need not be
    valid; it has to be readable.
    """
    before = parse(source)
    if before.diagnostics:
        return None, before.diagnostics
    crlf = "\r\n" in source.text
    text = source.text.replace("\r\n", "\n")
    try:
        # a file that is no valid plan keeps its quantities: whether two mean the same, the model says
        for spell in (True, False):
            tree = read_tree(text)
            arrange(tree.root, model, spell=spell)
            written = emit(tree)
            after = parse(Source(source.name, written))
            if not after.diagnostics and _same(before.data, after.data, model):
                break
        else:
            return None, (_left_alone(source, "it would not read the same afterwards", 0),)
    except Unsupported as error:
        return None, (_left_alone(source, str(error), error.offset),)
    if comments(written) != comments(text):
        return None, (_left_alone(source, "a comment would be lost", 0),)
    return written.replace("\n", "\r\n") if crlf else written, ()


def _same(before: object, after: object, model: Any) -> bool:
    """Whether two readings mean the same: the same data, or the same valid model of it."""
    if before == after:
        return True
    adapter: TypeAdapter[Any] = TypeAdapter(model)
    try:
        return bool(adapter.validate_python(before) == adapter.validate_python(after))
    except ValidationError:
        return False


def _left_alone(source: Source, why: str, offset: int) -> Diagnostic:
    return Diagnostic(
        "not-formatted",
        f"the file is left as it is: {why}",
        source,
        span=Span(offset, offset + 1),
        help="format it by hand",
    )
