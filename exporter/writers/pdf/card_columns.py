"""Cards in columns, in the page's order, so that no card is higher than its text.

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
