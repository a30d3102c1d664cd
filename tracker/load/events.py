"""The YAML parser's events, and the bounds within which we listen to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml as pyyaml

try:
    from yaml._yaml import CParser as _CParser
except ImportError:  # a PyYAML built without libyaml: the same events, some twenty times slower
    _CParser = None  # type: ignore[assignment,misc]

MAX_DEPTH = 40
"""Lists and mappings inside one another; a plan needs ten."""

MAX_EVENTS = 4_000_000
"""A scalar is one event, a list or a mapping two. The largest file we read has half of that."""

# libyaml compares each %TAG line with all before it: 20 MB of them would keep it busy for hours.
_MAX_TAG_DIRECTIVES = 20


def events(text: str) -> Iterator[Any]:
    """The events of a text, at most `MAX_EVENTS + 1` of them. Raises YAMLError as it goes along.

    Marks are to be read by `index`, which counts code points also where there are CRLF or astral
    characters. Lines are not: YAML breaks lines at NEL, LS and PS too, and a Source does not.
    """
    if text.count("\n%TAG") > _MAX_TAG_DIRECTIVES:
        raise pyyaml.YAMLError("more %TAG directives than anybody needs")
    if text.startswith("\ufeff"):
        text = "\n" + text[1:]  # libyaml skips it without counting it, and all marks would be one off
    get_event = _CParser(text).get_event if _CParser is not None else _slow_parser(text).get_event
    return islice(iter(get_event, None), MAX_EVENTS + 1)


def _slow_parser(text: str) -> Any:
    return pyyaml.SafeLoader(text)
