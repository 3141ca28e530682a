"""`not_facts` of a record: which clauses are meant, and what of them."""

from collections.abc import Mapping

import pytest

from exporter.evidence.clauses import split_clauses
from exporter.evidence.not_facts import NotFact
from exporter.evidence.source_record import positions_of

TEXT = "Sales came to 12 cars, up 5%. Orders came to 12 vans, up 5%, and then: up 5%."
PRINTS = tuple(clause.fingerprint for clause in split_clauses(TEXT))


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"clause": "Up 5%"}, {1, 3, 5}),
        ({"clause": PRINTS[1]}, {1, 3, 5}),
        ({"clause": "up 5%, and then"}, {3, 4}),
        ({"clause": "sales came to 12 cars … up 5%. Orders came to 12 vans"}, {0, 1, 2}),
        ({"clause": "up 5%", "quote": "orders came to 12 vans, up 5%"}, {3}),
        ({"clause": "up 5%", "quote": "12 vans"}, set()),
        ({"clause": "Sales came to 12 cars, and then"}, set()),
        ({"clause": "…"}, set()),
    ],
)
def test_which_clauses_are_meant(said: Mapping[str, str], places: set[int]) -> None:
    one = NotFact(why="Told elsewhere", **said)
    assert one.places(PRINTS, positions_of(PRINTS)) == places


def test_what_is_not_said_is_not_written() -> None:
    said = {"clause": "up 5%", "why": "Told elsewhere"}
    assert NotFact(**said).model_dump() == said
