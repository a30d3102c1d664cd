"""How reports put things: comments beside content, lists with one subject, authors for texts, removals."""

import pytest

from tracker.extract.document import article_of
from tracker.extract.engine import Engine


def told(engine: Engine, text: str) -> list[tuple[str | None, str, str]]:
    return [(c.version, c.polarity, c.kind) for c in engine.read(article_of(text)).claims]


def test_a_comment_on_the_text_silences_nothing_that_follows(engine: Engine) -> None:
    text = (
        "The 28-point plan leaked on Monday. The proposal was mocked for echoing many Russian demands."
        " Ukraine's army would be limited to 600,000 troops."
    )
    assert told(engine, text) == [("original", "included", "force-cap")]


def test_a_party_that_demands_is_no_text(engine: Engine) -> None:
    text = "The 28-point plan leaked on Monday. Russia demands that Ukraine limit its army to 100,000 troops."
    assert told(engine, text) == []


def test_the_subject_reaches_every_verb_of_a_list(engine: Engine) -> None:
    text = (
        "The 28-point plan would see Kyiv hand land over to Russia, shrink its army, and drop its NATO bid."
    )
    claims = engine.read(article_of(text)).claims
    owners = {c.terms.get("party") or c.terms.get("member") for c in claims}
    assert {"force-cap", "membership"} <= {c.kind for c in claims}
    assert owners == {"ukraine"}


def test_an_outlet_is_no_party(engine: Engine) -> None:
    text = "Under the first draft, the army would shrink to 600,000 troops, Agence France-Presse reported."
    claims = engine.read(article_of("The 28-point plan binds Ukraine. " + text)).claims
    assert [c.terms["party"] for c in claims] == ["ukraine"]
    assert [c.speaker for c in claims] == ["Agence France-Presse"]


def test_a_figure_raised_in_a_later_version_stood_in_the_first(engine: Engine) -> None:
    text = (
        "The 28-point plan is under fire. The European counter-proposal raises the cap on Ukraine's army"
        " from 600,000 to 800,000."
    )
    limits = {c.version: c.terms["limit"] for c in engine.read(article_of(text)).claims}
    assert limits == {"european": 800_000, "original": 600_000}


@pytest.mark.parametrize(
    "words",
    ["will not be included in the 19-point plan", "has been struck from the 19-point plan"],
)
def test_what_is_left_out_is_removed(engine: Engine, words: str) -> None:
    assert told(engine, f"Kyiv has read it. The clause on a full amnesty {words}.") == [
        ("geneva", "removed", "amnesty")
    ]


def test_a_removal_governs_its_own_object(engine: Engine) -> None:
    text = "The E3 draft caps Ukraine's army at 800,000, drops the amnesty clause."
    assert ("european", "included", "force-cap") in told(engine, text)


def test_a_speaker_without_an_id_keeps_the_words_of_the_article(engine: Engine) -> None:
    text = "The 28-point plan caps Ukraine's army at 600,000, a source close to the talks told Reuters."
    assert [c.speaker for c in engine.read(article_of(text)).claims] == ["a source close to the talks"]


def test_who_acts_in_the_next_clause_is_no_party_to_this_one(engine: Engine) -> None:
    text = (
        "Under the first draft, all prisoners of war are exchanged, and Ukraine and Russia amnesty soldiers."
        " Under the first draft, Nazi ideology is banned, and Ukraine holds elections."
    )
    claims = engine.read(article_of(f"Kyiv answered on Monday. {text}")).claims
    parties = {c.kind: c.terms.get("parties") for c in claims}
    assert (parties["prisoner-exchange"], parties["rights-standard"]) == (None, None)
