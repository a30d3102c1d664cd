"""Many sources side by side."""

from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.extract.merge import clusters, merge

ONE = "Under the 28-point plan, Ukraine's army is limited to 600,000. " + (
    "The talks in Florida went on until late at night and nobody who took part wanted to speak to the "
    "reporters waiting outside."
)
OTHER = (
    "A newspaper has the first draft. It limits Ukraine's army to 600,000 men, and it bars Ukraine from NATO."
)
CONTRARY = "In the first draft, the army of Ukraine would be limited to 400,000."


def test_one_story_printed_twice_counts_once(engine: Engine) -> None:
    articles = [article_of(ONE, "a"), article_of(ONE + " More soon.", "b")]
    stories = clusters(articles)
    assert stories == {"a": "a", "b": "a"}
    (merged,) = merge([c for a in articles for c in engine.read(a).claims], stories)
    assert (merged.status, merged.sources) == ("single source", 1)


def test_two_sources_corroborate_and_a_third_conflicts(engine: Engine) -> None:
    articles = [article_of(ONE, "a"), article_of(OTHER, "b")]
    merged = merge([c for a in articles for c in engine.read(a).claims], clusters(articles))
    assert {(m.kind, m.status) for m in merged} == {
        ("force-cap", "corroborated"),
        ("membership", "single source"),
    }
    articles.append(article_of(CONTRARY, "c"))
    merged = merge([c for a in articles for c in engine.read(a).claims], clusters(articles))
    cap = next(m for m in merged if m.kind == "force-cap")
    assert (cap.status, cap.sources, len(cap.readings)) == ("in conflict", 3, 2)
    assert [len(reading) for reading in cap.readings] == [2, 1]


def test_a_declared_group_is_one_source() -> None:
    from dataclasses import replace

    left, right = article_of("x", "a"), article_of("y", "b")
    assert clusters([replace(left, group="g"), replace(right, group="g")]) == {"a": "a", "b": "a"}
