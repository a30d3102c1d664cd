"""What rules read out of words: figures, modal words, printed numbers, phrases of a source."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.lint.figures import figures_in
from tracker.lint.modal import signal_in
from tracker.lint.numbering import Printed, printed
from tracker.lint.wording import Wording, difference, stands_in, words_in

BILLION = Decimal(10**9)


@pytest.mark.parametrize(
    ("text", "dimension", "amounts"),
    [
        ("armed forces of 600,000 personnel", "count", {("", 600000)}),
        ("800 thousand troops", "count", {("", 800000)}),
        ("0.8 million troops", "count", {("", 800000)}),
        ("forces of 600000", "count", {("", 600000)}),
        ("in 2025, under article 5 and point 28", "count", set()),
        ("$100 billion and €100bn", "money", {("USD", 100 * BILLION), ("EUR", 100 * BILLION)}),
        ("100 billion US dollars", "money", set()),
        ("100 billion dollars", "money", {("USD", 100 * BILLION)}),
        ("140 billion EUR", "money", {("EUR", 140 * BILLION)}),
        ("50% of the profits, 50 per cent", "share", {("%", 50)}),
        ("a 50/50 split", "share", set()),
        ("within 100 days", "duration", {("hour", 2400)}),
        ("in one hundred days", "duration", {("hour", 2400)}),
        ("a two-week truce", "duration", {("hour", 336)}),
        ("up to 40 km", "distance", {("m", 40000)}),
        ("1,000,000,000,000", "count", {("", 10**12)}),
        ("12.345.678", "count", set()),
    ],
)
def test_figures(text: str, dimension: str, amounts: set[tuple[str, int]]) -> None:
    assert set(figures_in(text).get(dimension, {})) == {(unit, Decimal(n)) for unit, n in amounts}


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Russia is expected not to invade.", "expects"),
        ("Russia is invited to return.", "invites"),
        ("Ukraine is eligible for membership.", "entitles"),
        ("Jets may be based there.", "permits"),
        ("Troops may not be based there.", "prohibits"),
        ("Ukraine agrees that troops may be based there.", None),
        ("It will be expected.", None),
        ("In May 2026 it ends.", None),
        ("NATO does not expand.", None),
    ],
)
def test_modal_words(text: str, fits: str | None) -> None:
    signal = signal_in(text)
    assert (signal.fits[0] if signal else None) == fits


@pytest.mark.parametrize(
    ("point", "number"),
    [
        ("7", Printed(7, "")),
        ("7a", Printed(7, "a")),
        ("14 (b)", Printed(14, "b")),
        ("3.", Printed(3, "")),
        ("IV", None),
        ("Preamble", None),
        (None, None),
    ],
)
def test_printed_numbers(point: str | None, number: Printed | None) -> None:
    assert printed(point) == number


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("cap on forces", "the cap on forces.", True),
        ("cap on", "recap on", False),
        ("600", "600,000", False),
        ("600,000", "a cap of 600,000.", True),
        ("force", "forces", False),
        ("NATO", "nato", False),
    ],
)
def test_phrases_stand_in_whole_words(phrase: str, text: str, found: bool) -> None:
    assert stands_in(phrase, text) is found


def test_line_breaks_and_the_form_of_marks_do_not_count() -> None:
    wording = Wording("wire", "It said “we haven’t\n  found a\u00a0compromise” then.")
    assert wording.find("we haven't found a compromise") is None
    assert wording.find("We haven't found a compromise") is not None


def test_words_are_counted_as_runs_of_letters_and_digits() -> None:
    assert len(words_in("U.S.-led, 600,000-strong force")) == 7


def test_difference_in_words() -> None:
    assert difference("the cap on forces", "the limit on its forces") == (
        "“cap” here, “limit” there; “its” is missing here"
    )
