"""What a reader takes from the sentences around: which text, whose words, what is gone or only compared."""

import pytest

from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.extract.notation import parse
from tracker.extract.vocabulary import forms, thesaurus

FIRST, COUNTER, TWENTY = "28-point plan", "European counter-proposal", "20-point plan"


def told(engine: Engine, text: str, kind: str) -> set[tuple[str | None, str, str]]:
    """Version, polarity and the figure, if any, of each claim of a kind."""
    claims = [claim.plain() for claim in engine.read(article_of(text)).claims]
    return {
        (c["version"], c["polarity"], str(c["terms"].get("limit", c["terms"].get("within", ""))))
        for c in claims
        if c["kind"] == kind
    }


def test_what_one_text_unlike_another_does_not_do_the_other_does(engine: Engine) -> None:
    text = f"Unlike the {FIRST}, the {COUNTER} does not bar Ukraine from joining NATO."
    assert told(engine, text, "membership") == {("original", "included", ""), ("european", "denied", "")}


def test_what_a_text_does_not_bar_is_denied(engine: Engine) -> None:
    text = f"The {TWENTY} does not bar Ukraine from joining NATO, an official said."
    assert told(engine, text, "membership") == {("twenty-point", "denied", "")}


def test_a_remark_between_commas_hides_no_content(engine: Engine) -> None:
    text = f"The {FIRST}, which Washington wanted Kyiv to sign, would cap Ukraine's army at 600,000 troops."
    assert told(engine, text, "force-cap") == {("original", "included", "600000")}


def test_a_figure_told_in_passing_does_not_change_the_subject(engine: Engine) -> None:
    text = (
        f"# The {TWENTY}\n\nThe {TWENTY} has Ukraine hold elections as soon as possible. "
        f"The {FIRST} gave it 100 days. Ukraine's army numbers 800,000 in peacetime."
    )
    assert told(engine, text, "force-cap") == {("twenty-point", "included", "800000")}


def test_the_first_draft_is_ours_again_after_another_plan(engine: Engine) -> None:
    text = (
        f"The {FIRST} caps Ukraine's army at 600,000 troops.\n\nThe Dayton accords of 1995 divided Bosnia."
        "\n\nThe first draft had Ukraine hold elections within 100 days."
    )
    assert ("original", "included", "100 days") in told(engine, text, "election-deadline")


def test_a_figure_that_another_is_compared_with(engine: Engine) -> None:
    text = f"The {COUNTER} caps Ukraine's army at 800,000 troops, while the {FIRST} had 600,000."
    assert told(engine, text, "force-cap") == {
        ("european", "included", "800000"),
        ("original", "included", "600000"),
    }


def test_a_figure_compared_is_quoted(engine: Engine) -> None:
    text = f"The {COUNTER} caps Ukraine's army at 800,000 troops, while the {FIRST} had 600,000."
    claims = [claim.plain() for claim in engine.read(article_of(text)).claims]
    for claim in claims:
        figure = f"{claim['terms']['limit']:,}"
        assert any(figure in quote["quote"] for quote in claim["quotes"])
    assert len(claims) == 2


def test_both_countries_are_the_two_at_war(engine: Engine) -> None:
    text = f"Under the {FIRST}, the Zaporizhzhia plant's power is split evenly between the two countries."
    (claim,) = [claim.plain() for claim in engine.read(article_of(text)).claims]
    assert {(part["party"], part["share"]) for part in claim["terms"]["output"]} == {
        ("russia", "50%"),
        ("ukraine", "50%"),
    }


@pytest.mark.parametrize("words", ["contains no", "does not include a", "foresees no"])
def test_what_a_text_is_said_to_lack_is_denied(engine: Engine, words: str) -> None:
    text = f"The {COUNTER} {words} full amnesty for all parties."
    assert told(engine, text, "amnesty") == {("european", "denied", "")}


def test_no_limit_is_content(engine: Engine) -> None:
    text = f"The {COUNTER} sets no limit on Ukraine's army."
    assert told(engine, text, "force-cap") == {("european", "included", "none")}


def test_a_figure_alone_is_of_the_matter_before(engine: Engine) -> None:
    text = (
        f"Under the {COUNTER}, Ukraine's army is capped at 800,000 troops. The {FIRST} allowed only 600,000."
    )
    assert ("original", "included", "600000") in told(engine, text, "force-cap")
    nothing = f"The {COUNTER} came late. The {FIRST} allowed only 600,000."
    assert told(engine, nothing, "force-cap") == set()


def test_what_the_first_had_and_the_second_lost(engine: Engine) -> None:
    text = f"An amnesty for all parties, part of the {FIRST}, does not survive in the {COUNTER}."
    assert told(engine, text, "amnesty") == {("original", "included", ""), ("european", "removed", "")}


def test_a_point_deleted_is_what_stood_before(engine: Engine) -> None:
    text = f"The {FIRST} grants all parties a full amnesty. The {COUNTER} deletes the point entirely."
    assert told(engine, text, "amnesty") == {("original", "included", ""), ("european", "removed", "")}


def test_a_list_of_what_is_gone(engine: Engine) -> None:
    text = f"Kyiv answered on Monday.\n\nStruck out of the {COUNTER}:\n\n- the amnesty for all parties\n"
    assert told(engine, text, "amnesty") == {("european", "removed", "")}


def test_entries_of_a_list_need_no_marks(engine: Engine) -> None:
    text = (
        f"The main points of the {TWENTY}:\nUkraine's army numbers 800,000 in peacetime.\n"
        "Elections are held in Ukraine as soon as possible.\n"
    )
    claims = engine.read(article_of(text)).claims
    assert {(c.version, c.kind, c.basis) for c in claims} == {
        ("twenty-point", "force-cap", "lead-in"),
        ("twenty-point", "election-deadline", "lead-in"),
    }


def test_who_sets_a_text_out_tells_what_is_in_it(engine: Engine) -> None:
    presented = f"Zelensky read out the {TWENTY} to reporters.\n\n"
    said = "Ukraine's army would number 800,000 in peacetime, he said."
    (claim,) = engine.read(article_of(presented + said)).claims
    assert (claim.version, claim.hedge, claim.speaker) == ("twenty-point", "attributed", "zelensky")
    assert not engine.read(article_of(f"The {TWENTY} is known.\n\nPeskov said: no. " + said)).claims


def test_the_plan_on_the_table_is_not_always_the_first(engine: Engine) -> None:
    opening = f"Zelensky presented the {TWENTY} on Tuesday. The {TWENTY} has Ukraine join the EU.\n\n"
    text = opening + "The US proposal is that the Zaporizhzhia nuclear plant is restarted under the IAEA."
    assert "original" not in {claim.version for claim in engine.read(article_of(text)).claims}


def test_a_new_plan_is_the_one_named_where_no_older_is_spoken_of(engine: Engine) -> None:
    text = f"The {FIRST} was leaked on Thursday. The new plan caps Ukraine's army at 600,000 troops."
    assert told(engine, text, "force-cap") == {("original", "included", "600000")}


def test_principles_are_no_content(engine: Engine) -> None:
    text = f"The {FIRST} was leaked. Ukraine is at war. Limits on Ukraine's army cannot be accepted."
    assert told(engine, text, "force-cap") == set()


def test_in_a_talk_the_label_says_who_speaks(engine: Engine) -> None:
    text = (
        "Anna Holm has read the papers.\n\nHost: What is in them?\n\n"
        f"Holm: The {FIRST} caps Ukraine's army at 600,000 troops.\n\nHost: And the other?\n\n"
        "Holm: I have not seen it.\n"
    )
    (claim,) = engine.read(article_of(text)).claims
    assert (claim.hedge, claim.speaker) == ("attributed", "Anna Holm")


def test_a_city_of_talks_is_no_text(engine: Engine) -> None:
    text = f"The {FIRST} led to new negotiations in Geneva. Ukraine's army would be capped at 600,000 troops."
    assert told(engine, text, "force-cap") == {("original", "included", "600000")}


@pytest.mark.parametrize(
    ("verb", "others"),
    [
        ("limit", {"limits", "limited", "limiting"}),
        ("commit", {"commits", "committed", "committing"}),
        ("ratify", {"ratifies", "ratified", "ratifying"}),
        ("freeze", {"freezes", "freezed", "freezing"}),
    ],
)
def test_regular_verbs_are_inflected(verb: str, others: set[str]) -> None:
    assert set(forms(verb)) == others


def test_irregular_verbs_stand_in_the_thesaurus() -> None:
    assert {"froze", "frozen"} <= {*thesaurus()["freeze"]}
    assert "freezed" not in thesaurus()["freeze"]


def test_a_phrase_asks_for_a_list_that_is_there() -> None:
    with pytest.raises(ValueError, match="no list"):
        parse("@nowhere of", thesaurus())
