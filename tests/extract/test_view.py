"""The view is as long as the text, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.document import article_of
from tracker.extract.view import FILLER, broken_encoding, view


@given(st.text())
def test_the_view_keeps_the_length(text: str) -> None:
    assert len(view(text)) == len(text)


def test_a_capital_that_grows_stays() -> None:
    assert len("İ".lower()) == 2
    assert view("İZMİR") == "İzmİr"


def test_marks_become_plain_one_by_one() -> None:
    assert view("“Ukraine’s” – 5\u00a0km") == '"ukraine\'s" - 5 km'


def test_utf_8_read_as_greek_is_seen_and_matched() -> None:
    broken = "an additional " + "£10 million – Kyiv’s".encode().decode("cp1253", errors="replace")
    assert len(broken_encoding(broken)) >= 2
    assert view(broken).replace(FILLER, "").startswith("an additional £10 million")


def test_broken_text_is_reported_and_never_rewritten() -> None:
    text = "Β£10 million"
    article = article_of(text)
    assert article.text == text
    assert [d.code for d in article.diagnostics()] == ["broken-encoding"]


def test_plain_greek_is_not_broken() -> None:
    assert broken_encoding("Βουλή 10 €") == []
