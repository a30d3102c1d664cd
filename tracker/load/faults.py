"""What a YAML file can do wrong, in words. The builder says where, this file says what."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError

from tracker.diagnostic import Diagnostic, Related
from tracker.load.locator import Locator
from tracker.load.syntax import explain
from tracker.source import Route, Source, Span

MAX_FAULTS = 1_000
"""After so many the reading stops: nobody mends them one by one."""

_HELP = {
    "size": "divide the file",
    "depth": "write the values with less nesting",
    "alias": "write the values out",
    "several-documents": "put it into a file of its own, or delete the `---` or `...` above it",
}
_LONGEST_QUOTED = 60


class Fatal(Exception):
    """The reading stops here; the diagnostic that says why is already noted."""


class Faults:
    """Collects the diagnostics of one reading."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._diagnostics: list[Diagnostic] = []
        self._duplicates: list[tuple[int, int, str]] = []  # diagnostic, start of its mapping, key

    def collected(self) -> tuple[Diagnostic, ...]:
        """All diagnostics; the text is read a second time only if a key was written twice."""
        if self._duplicates:
            last = self._diagnostics[self._duplicates[-1][0]].span
            locator = Locator(self._source, until=last.start if last else None)
            for index, mapping_start, key in self._duplicates:
                if first := locator.key_in(mapping_start, key):
                    found = self._diagnostics[index]
                    related = (Related("first written here", self._source, first),)
                    self._diagnostics[index] = Diagnostic(
                        found.code, found.message, found.source, found.severity, found.span, found.route,
                        found.help, related,
                    )  # fmt: skip
            self._duplicates.clear()
        return tuple(self._diagnostics)

    def syntax(self, error: YAMLError | UnicodeEncodeError) -> None:
        self._diagnostics.append(explain(self._source, error))

    def fatal(self, code: str, event: Any, message: str) -> Fatal:
        """Note what stops the reading; the caller raises what it gets."""
        span = self._first_line(event) if event is not None else Span(0, 0)
        self._diagnostics.append(Diagnostic(code, message, self._source, span=span, help=_HELP[code]))
        return Fatal(message)

    def top_level(self, data: object, *, empty: bool) -> object:
        """The data, if it is what a file has to consist of."""
        if isinstance(data, dict):
            return data
        # An empty document between `---` and `...` is as empty as no document.
        if empty or data is None:
            self._note("empty", Span(0, 0), "the file says nothing", (), "write `key: value` lines")
        else:
            what = "a list" if isinstance(data, tuple) else "a single value"
            message = f"the file has to be a mapping, not {what}"
            self._note("not-a-mapping", self._first_content(), message, (), "write `key: value` lines")
        return None

    def null_value(self, event: Any, key_event: Any, route: Route) -> None:
        written = event.value
        span = _span(event)
        if key_event is not None and span.start == span.end:
            span = _span(key_event)  # nothing is written: point at what is
        message = f"`{written}` is not a value here" if written else "there is no value here"
        if route and isinstance(route[-1], str):
            key = quoted(route[-1])
            message = f"{key} is `{written}`, which is not a value here" if written else f"{key} has no value"
        help = "write `none` where the text says there is none; leave the field out where nothing is stated"
        self._note("null-value", span, message, route, help)

    def duplicate_key(self, event: Any, key: str, mapping_event: Any, route: Route) -> None:
        self._duplicates.append((len(self._diagnostics), mapping_event.start_mark.index, key))
        message = f"the key {quoted(key)} is written twice in one mapping"
        self._note("duplicate-key", _span(event), message, route, "keep one of them; the first one counts")

    def merge_key(self, event: Any, route: Route) -> None:
        help = "write the fields out; a key of that name is written in quotation marks"
        self._note("merge-key", _span(event), "`<<` does not merge mappings here", route[:-1], help)

    def complex_key(self, event: Any, message: str, route: Route) -> None:
        self._note("complex-key", self._first_line(event), message, route, "write a plain `key: value`")

    def tag(self, event: Any, route: Route) -> None:
        message = f"the tag {quoted(event.tag)} is not allowed"
        help = "delete it; a value in quotation marks is always text"
        self._note("tag", self._first_line(event), message, route, help)

    def alias(self, event: Any, message: str, route: Route) -> None:
        self._note("alias", _span(event), message, route, "write the value out")

    def _note(self, code: str, span: Span, message: str, route: Route, help: str) -> None:
        self._diagnostics.append(Diagnostic(code, message, self._source, span=span, route=route, help=help))
        if len(self._diagnostics) >= MAX_FAULTS:
            message = f"{MAX_FAULTS:,} things are wrong up to here; the rest was not read"
            self._diagnostics.append(
                Diagnostic("size", message, self._source, span=span, help="mend these first")
            )
            raise Fatal(message)

    def _first_line(self, event: Any) -> Span:
        """What to mark for an event that may go over many lines, or has no width."""
        start, end = event.start_mark.index, event.end_mark.index
        line_end = self._source.text.find("\n", start)
        if line_end < 0:
            line_end = len(self._source.text)
        return Span(start, min(max(end, start + 1), max(line_end, start)))

    def _first_content(self) -> Span:
        span = Locator(self._source).value(()) or Span(0, 0)
        line_end = self._source.text.find("\n", span.start)
        return span if line_end < 0 else Span(span.start, min(span.end, line_end))


def quoted(text: str) -> str:
    """A word of the file for use in a message, cut if it is endless."""
    shown = text if len(text) <= _LONGEST_QUOTED else text[: _LONGEST_QUOTED - 1] + "…"
    return "`" + "".join(c if c.isprintable() else " " for c in shown) + "`"


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)
