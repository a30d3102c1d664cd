"""The YAML parser's complaints, in plain words and at the place where the mistake is."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from tracker.diagnostic import Diagnostic, Related
from tracker.source import Source, Span


class _Words(NamedTuple):
    message: str
    help: str
    at_context: bool = False  # the mistake is where the construct begins, not where the parser gave up


_TAB = _Words("a tab is used to indent this line", "indent with spaces; YAML does not allow tabs there")
_LOOK_ABOVE = "look at this line and the one above: indentation, quotation marks, brackets"
_QUOTE_THE_VALUE = "put the whole value in quotation marks"
_KNOWN = {
    "mapping values are not allowed in this context": _Words(
        "a `:` where no key can stand",
        "quote a value that contains `: `; if the line is a key, align it with the keys beside it",
    ),
    "could not find expected ':'": _Words(
        "this line is not a key with a value",
        "write `key: value`; indent the line if it continues the one above",
        at_context=True,
    ),
    "did not find expected key": _Words(
        "this does not fit the mapping it stands in",
        "keys of one mapping begin in the same column; quote a value that begins with a quotation mark",
    ),
    "did not find expected '-' indicator": _Words(
        "this does not fit the list it stands in", "items of one list begin with `- ` in the same column"
    ),
    "did not find expected ',' or ']'": _Words(
        "the list opened with `[` is not closed properly", "separate items by `, ` and close with `]`"
    ),
    "did not find expected ',' or '}'": _Words(
        "the mapping opened with `{` is not closed properly", "separate keys by `, ` and close with `}`"
    ),
    "found unexpected end of stream": _Words(
        "a quotation mark is opened here and never closed", "close it", at_context=True
    ),
    "did not find expected node content": _Words(
        "a value is missing here", "write it, or close the `[` or `{` before"
    ),
    "found unknown escape character": _Words(
        "this backslash means nothing inside double quotes", "write `\\\\`, or use single quotes"
    ),
    "found character that cannot start any token": _Words(
        "a value cannot begin with this character", _QUOTE_THE_VALUE
    ),
    "found a tab character that violates indentation": _TAB,
    "block sequence entries are not allowed in this context": _Words(
        "a list item cannot begin here", "begin the list on a line of its own, below its key"
    ),
}
_TABBED = re.compile(r"[ \t]*\t")


def explain(source: Source, error: YAMLError | UnicodeEncodeError) -> Diagnostic:
    """The diagnostic for what the parser raised."""
    if isinstance(error, UnicodeEncodeError):
        message = f"the character U+{ord(source.text[error.start]):04X} is half a character"
        return _syntax(source, message, error.start, "delete it and type the character again")
    if isinstance(error, ReaderError):
        # Its position counts bytes or code points, as the parser pleases; the character is certain.
        code = error.character if isinstance(error.character, int) else ord(error.character)
        message = f"the invisible character U+{code:04X} is not allowed"
        return _syntax(source, message, source.text.find(chr(code)), "delete it")
    if isinstance(error, MarkedYAMLError):
        return _explain_marked(source, error)
    return _syntax(source, str(error), 0, _LOOK_ABOVE)


def _explain_marked(source: Source, error: MarkedYAMLError) -> Diagnostic:
    problem = error.problem or "the file is not valid YAML"
    mark, context_mark = error.problem_mark, error.context_mark
    words = _KNOWN.get(problem, _Words("", _LOOK_ABOVE))
    at = context_mark if words.at_context and context_mark else mark or context_mark
    offset = min(at.index, len(source.text)) if at else 0
    if _indented_with_tab(source, offset):
        words = _TAB
    message = f"{words.message} ({problem})" if words.message else problem
    related: tuple[Related, ...] = ()
    if context_mark and error.context and context_mark is not at and context_mark.index != offset:
        what = re.sub(r"^while \w+ (an? )?", "", error.context)
        start = min(context_mark.index, len(source.text))
        related = (Related(f"the {what} begins here", source, Span(start, start + 1)),)
    return _syntax(source, message, offset, words.help, related)


def _indented_with_tab(source: Source, offset: int) -> bool:
    position = source.position(offset)
    line = source.line(position.line)
    return bool(_TABBED.match(line)) and not line[: position.column - 1].strip(" \t")


def _syntax(
    source: Source, message: str, offset: int, help: str, related: tuple[Related, ...] = ()
) -> Diagnostic:
    span = Span(offset, min(offset + 1, max(len(source.text), offset)))
    return Diagnostic("syntax", message, source, span=span, help=help, related=related)
