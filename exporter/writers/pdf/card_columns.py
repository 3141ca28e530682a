"""Cards in columns, in the page's order, so that no card is higher than its text.

Where cards are about as high as each other they stand in rows instead, whose tops are even.

How high a card will be is only guessed here, from the widths of its texts; whether all of it fits
is for the layout to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import ceil

from exporter.report.pdf.model import Card
from exporter.writers.pdf.line_breaks import text_width

# Ems of a card's text across the page, of which columns have their part: in the type of a page of
# three cards; what each further one adds, since it is set smaller; and at the densest.
_MEASURE, _WITH_EACH, _AT_MOST = 54.0, 2.5, 70.0
_BETWEEN = 4.0  # ems that a gap and the edges of two cards take
_MOST = 3  # columns
_TRIED = 12  # cards of which every way to part them is tried; more are parted evenly
_NARROWER = 0.85  # of the widths that hold for any letter, what texts mostly take
_FIXED = 6.0  # lines that any card takes: names, edges, the gap below
_STEP = 2.0  # lines that a row may add to the height of the columns
_SHARES = {  # of the page's width, in hundredths, that columns may have
    2: tuple((left, 100 - left) for left in (50, 47, 53, 44, 56, 41, 59)),
    3: (
        (33, 33, 34), (40, 30, 30), (30, 40, 30), (30, 30, 40),
        (36, 36, 28), (36, 28, 36), (28, 36, 36), (44, 28, 28), (28, 44, 28), (28, 28, 44),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardColumn:
    """Cards below each other; `share` is the column's part of the page's width, in hundredths."""

    share: int
    cards: tuple[Card, ...]


def card_columns(cards: Sequence[Card], *, with_terms: bool = True) -> tuple[CardColumn, ...]:
    """Cards parted into columns: few lines in the highest, and little room below the others.

    Args:
        cards: In the page's order, which runs down each column.
        with_terms: Whether they show their terms.

    Returns:
        One column where there is one card, else two or three.
    """
    if len(cards) < 2:
        return tuple(CardColumn(100, (card,)) for card in cards)
    texts = [_Texts.of(card, with_terms=with_terms) for card in cards]
    ways = (
        (shares, starts)
        for columns in range(2, min(_MOST, len(cards)) + 1)
        for shares in _SHARES[columns]
        for starts in _starts(len(cards), columns)
    )
    shares, starts = min(ways, key=lambda way: _cost(texts, *way))
    parts = _between(len(cards), starts)
    return tuple(
        CardColumn(share, tuple(cards[first:end]))
        for share, (first, end) in zip(shares, parts, strict=True)
    )


def card_rows(
    columns: tuple[CardColumn, ...], *, with_terms: bool = True
) -> tuple[tuple[CardColumn, ...], ...]:
    """Columns as rows of one card each, where that leaves little room below any card.

    The page's order then runs along the rows.

    Args:
        columns: As `card_columns` gives them.
        with_terms: Whether cards show their terms.

    Returns:
        A row of columns of one card for each of their cards, or one row of the columns as they are.
    """
    counts = {len(column.cards) for column in columns}
    if counts in (set(), {1}) or len(counts) > 1:
        return (columns,) if columns else ()
    cards = [card for column in columns for card in column.cards]
    shares = [column.share for column in columns]
    rows = [cards[at : at + len(shares)] for at in range(0, len(cards), len(shares))]

    def height(card: Card, share: int) -> float:
        return _lines(_Texts.of(card, with_terms=with_terms), share, len(cards))

    highest = max(sum(height(card, column.share) for card in column.cards) for column in columns)
    of_rows = sum(max(map(height, row, shares)) for row in rows)
    if of_rows > highest + _STEP * (len(rows) - 1):
        return (columns,)
    return tuple(
        tuple(CardColumn(share, (card,)) for card, share in zip(row, shares, strict=True))
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """Widths of a card's texts, in ems: its quote, and the others."""

    quote: float
    others: tuple[float, ...]

    @classmethod
    def of(cls, card: Card, *, with_terms: bool) -> "_Texts":
        terms = card.terms if with_terms else card.remarks
        said = " ".join(f"{label} {value}" for label, value in terms)
        texts = (card.thesis, *card.drivers, said, card.translation)
        widths = (text_width(text) * _NARROWER for text in texts)
        return cls(text_width(card.quote) * _NARROWER, tuple(widths))


def _starts(cards: int, columns: int) -> Iterator[tuple[int, ...]]:
    """The ways to part cards: where each column begins."""
    if cards > _TRIED:
        yield tuple(ceil(column * cards / columns) for column in range(columns))
        return
    for inner in combinations(range(1, cards), columns - 1):
        yield (0, *inner)


def _between(cards: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(starts, [*starts[1:], cards], strict=True)


def _cost(texts: Sequence[_Texts], shares: Sequence[int], starts: Sequence[int]) -> float:
    """Lines of the highest column, and the room that is left below the others on average."""
    heights = [
        sum(_lines(card, share, len(texts)) for card in texts[first:end])
        for share, (first, end) in zip(shares, _between(len(texts), starts), strict=True)
    ]
    return 2 * max(heights) - sum(heights) / len(heights)


@lru_cache(4096)
def _lines(texts: _Texts, share: int, cards: int) -> float:
    """About how many lines a card takes, of as many on the page."""
    measure = min(_MEASURE + _WITH_EACH * max(cards - 3, 0), _AT_MOST)
    width = measure * share / 100 - _BETWEEN
    return (
        _FIXED + ceil(texts.quote / (width - 2)) + sum(ceil(text / width) for text in texts.others)
    )
