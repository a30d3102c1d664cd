"""A marked region: ours between the markers, theirs around it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.edit.region import existing_text, markers, new_file, with_region
from tracker.errors import TrackerError

START, END = markers("log")
FILE = Path("LOG.md")
HAND = st.text(alphabet="ab#-\n <!>", max_size=30).filter(lambda t: START not in t and END not in t)


@given(before=HAND, after=HAND, old=HAND, new=HAND)
def test_only_the_region_changes_and_twice_is_once(before: str, after: str, old: str, new: str) -> None:
    text = f"{before}\n{START}\n{old}\n{END}\n{after}"
    once = with_region(text, "log", new, FILE)
    assert once.startswith(f"{before}\n{START}\n") and once.endswith(f"\n{END}\n{after}")
    assert new.strip() in once
    assert with_region(once, "log", new, FILE) == once


def test_line_ends_stay_as_they_are() -> None:
    text = f"mine\r\n{START}\r\nold\r\n{END}\r\nmine too\r\n"
    done = with_region(text, "log", "a\nb", FILE)
    assert done == f"mine\r\n{START}\r\n\r\na\r\nb\r\n\r\n{END}\r\nmine too\r\n"


def test_a_new_file_takes_a_region() -> None:
    made = new_file("log", "Changelog", "a")
    assert made.startswith("# Changelog\n\n")
    assert with_region(made, "log", "a", FILE) == made


@pytest.mark.parametrize(
    "text",
    [
        "no markers",
        f"{START}\n",
        f"{END}\n",
        f"{END}\n{START}\n",
        f"{START}\n{START}\n{END}\n",
        f"{START}\n{END}\n{END}\n",
        f"in text {START} and {END}",
        "<!-- tracker:other start -->\n<!-- tracker:other end -->\n",
    ],
)
def test_markers_that_make_no_sense(text: str) -> None:
    with pytest.raises(TrackerError, match=r"LOG\.md: .*marker"):
        with_region(text, "log", "new", FILE)


def test_content_that_holds_a_marker_would_break_the_next_run() -> None:
    with pytest.raises(TrackerError, match="holds a marker"):
        with_region(f"{START}\n{END}\n", "log", f"a\n{END}\nb", FILE)


def test_what_stands_in_a_file(tmp_path: Path) -> None:
    assert existing_text(tmp_path / "none.md") is None
    (tmp_path / "latin.md").write_bytes(b"\xe9")
    with pytest.raises(TrackerError, match="not UTF-8"):
        existing_text(tmp_path / "latin.md")
    with pytest.raises(TrackerError):
        existing_text(tmp_path)
