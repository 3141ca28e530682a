"""Cards in columns: in order, each once, and with little room left below them."""

from dataclasses import replace

import pytest

from exporter.writers.pdf.card_columns import card_columns, card_rows
from tests.writers.samples_onepager import make_page, with_views


@pytest.mark.parametrize("count", [1, 2, 3, 5, 13, 40])
def test_cards_keep_their_order(count: int) -> None:
    cards = with_views(count).cards
    columns = card_columns(cards)
    assert tuple(card for column in columns for card in column.cards) == cards
    assert all(column.cards for column in columns)
    assert sum(column.share for column in columns) == 100


def test_a_long_card_has_more_of_the_page() -> None:
    short = replace(make_page().cards[0], thesis="Up.", quote="Up", translation="", drivers=("a",))
    long = replace(short, thesis="It will take a while until all of this is seen. " * 8)
    columns = card_columns([long, short, replace(short, id="other")])
    assert columns[0].cards == (long,)
    assert columns[0].share > 33 or len(columns) == 2


def test_cards_alike_stand_in_rows_along_which_the_order_runs() -> None:
    card = make_page().cards[0]
    cards = tuple(replace(card, id=f"view-{number}") for number in range(4))
    rows = card_rows(card_columns(cards))
    assert len(rows) > 1
    assert [card for row in rows for column in row for card in column.cards] == list(cards)
    assert all(len(column.cards) == 1 for row in rows for column in row)
    assert len({tuple(column.share for column in row) for row in rows}) == 1


def test_cards_that_are_not_alike_stay_in_columns() -> None:
    short = replace(make_page().cards[0], thesis="Up.", quote="Up", translation="", drivers=("a",))
    long = replace(short, thesis="It will take a while until all of this is seen. " * 8)
    columns = card_columns((long, short, short, long))
    assert card_rows(columns) == (columns,)
    assert card_rows(()) == ()
