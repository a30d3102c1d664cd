"""The mark tells a file that a person has edited from one that only a machine wrote."""

from __future__ import annotations

import pytest

from tracker.edit.mark import MadeFrom, marked, sources_of, state

FROM = (MadeFrom("wire", "0" * 64, "seeds/wire.md"), MadeFrom("stdin", "1" * 64))
TEXT = marked("version: original\ntitle: A\n", FROM)


def test_untouched() -> None:
    assert state(TEXT) == "untouched"
    assert state(TEXT.replace("\n", "\r\n")) == "untouched"
    assert state("version: original\n") == "unmarked"


@pytest.mark.parametrize(
    "edited",
    [
        TEXT + "# a remark\n",
        TEXT.replace("title: A", "title: B"),
        TEXT.replace("seeds/", "moved/"),
        TEXT + "\n",
        TEXT[:-1],
    ],
)
def test_edited(edited: str) -> None:
    assert state(edited) == "edited"


def test_sources() -> None:
    assert tuple(source for source, _ in sources_of(TEXT)) == FROM
    assert [TEXT[at:].startswith("# source: ") for _, at in sources_of(TEXT)] == [True, True]
    assert sources_of("# source: wire " + "0" * 64) == ()


def test_a_schema_line_leads() -> None:
    assert TEXT.startswith("# yaml-language-server: $schema=")
