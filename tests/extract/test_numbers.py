"""Quantities as people write them."""

import pytest

from tracker.extract.numbers import find
from tracker.extract.view import view

TABLE = [
    ("600,000", "count", 600000),
    ("600 000", "count", 600000),
    ("600.000", "count", 600000),
    ("600k", "count", 600000),
    ("0.6m troops", "count", 600000),
    ("0.8 million", "count", 800000),
    ("six hundred thousand", "count", 600000),
    ("half a million", "count", 500000),
    ("1.5 million", "count", 1500000),
    ("$100bn", "money", "100 billion USD"),
    ("100 billion US dollars", "money", "100 billion USD"),
    ("one hundred billion dollars", "money", "100 billion USD"),
    ("€140 billion", "money", "140 billion EUR"),
    ("£2.5bn", "money", "2.5 billion GBP"),
    ("500 million roubles", "money", "500 million RUB"),
    ("50%", "share", "50%"),
    ("fifty per cent", "share", "50%"),
    ("half of the profits", "share", "50%"),
    ("fifty-fifty", "share", "50%"),
    ("divided equally between", "share", "50%"),
    ("its power goes evenly to both", "share", "50%"),
    ("they share the power equally.", "share", "50%"),
    ("split the output evenly between them", "share", "50%"),
    ("evenly divided", "share", "50%"),
    ("output halved between them", "share", "50%"),
    ("halving the profits between them", "share", "50%"),
    ("100 days", "duration", "100 days"),
    ("a hundred days", "duration", "100 days"),
    ("three months", "duration", "3 months"),
    ("sixty-day truce", "duration", "60 days"),
    ("five kilometres", "distance", "5 km"),
    ("three decades", "duration", "30 years"),
    ("30 yrs", "duration", "30 years"),
    ("20 December 2025", "date", "2025-12-20"),
    ("December 20, 2025", "date", "2025-12-20"),
]


@pytest.mark.parametrize(("text", "sort", "value"), TABLE, ids=[row[0] for row in TABLE])
def test_a_quantity_is_read(text: str, sort: str, value: object) -> None:
    assert [(q.sort, q.value) for q in find(view(text))] == [(sort, value)]


def test_figures_of_a_list_share_its_unit() -> None:
    assert [q.value for q in find(view("back by 5, 10 or 40 km"))] == ["5 km", "10 km", "40 km"]


@pytest.mark.parametrize(
    "text",
    [
        "28-point plan",
        "Article 5",
        "a man",
        "one of them",
        "half a year",
        "20 points",
        "equally important",
        "an evenly matched army",
        "halved the army",
    ],
)
def test_what_is_no_quantity_is_left(text: str) -> None:
    assert list(find(view(text))) == []
