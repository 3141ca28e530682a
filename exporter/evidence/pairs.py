"""Ranges and changes that texts say: two figures that are tied, compared as one thing.

"20–30%" is not said by a quote that has 20% and 30% apart, nor by one that has another range; two
figures of a text are not said by a quote's range; and a fall from 30% to 20% is no rise.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.claims import FigureState
from exporter.evidence.findings import CORRECT, Finding
from exporter.evidence.likeness import How, Stand, alike, equal, number_of, stand_of
from exporter.evidence.reading import Figure, Role
from exporter.evidence.refusals import shown_value
from exporter.facts.units import POINTS, RATIO
from exporter.facts.words import Qualifier

_ENDS = {Role.LOW: Role.HIGH, Role.FROM: Role.TO, Role.CENTRE: Role.MARGIN}
_AS_IT_IS = frozenset({Qualifier.EXACT, Qualifier.ABOUT, Qualifier.NEARLY})


class Pair(NamedTuple):
    """Two figures that are said as one thing.

    Attributes:
        place: The index of the first; the second follows it.
        is_range: Whether they are the ends of a range, and not those of a change.
        first: The low end, or what something changes from; of 20 ± 0.5 it is 19.5.
        last: The high end, or what it changes to.
        words: The words of both.
    """

    place: int
    is_range: bool
    first: Figure
    last: Figure
    words: str

    def __str__(self) -> str:
        """As messages have it: `a range, 20 % to 30 % (20–30%)`."""
        kind = "a range" if self.is_range else "a change, from"
        comma = "," if self.is_range else ""
        return f"{kind}{comma} {shown_value(self.first)} to {shown_value(self.last)} ({self.words})"


def pairs_in(figures: Sequence[Figure], text: str) -> Iterator[Pair]:
    """The ranges and changes among the figures of a text.

    Args:
        figures: All of its figures.
        text: The text.
    """
    for place, one in enumerate(figures[:-1]):
        other = figures[place + 1]
        if one.role not in _ENDS or other.role is not _ENDS[one.role]:
            continue
        words = text[one.start : other.end]
        if one.role is Role.FROM:
            yield Pair(place, False, one, other, words)
            continue
        ends = (one, other) if one.role is Role.LOW else _around(one, other)
        low, high = sorted(ends, key=lambda end: end.value)
        yield Pair(place, True, low, high, words)


def _around(centre: Figure, margin: Figure) -> tuple[Figure, Figure]:
    """The ends of 20 ± 0.5; a margin may be a share of the middle, as in $91 billion ± 2%."""
    size = abs(margin.value)
    if margin.dimension == RATIO and centre.dimension not in {RATIO, POINTS}:
        size = abs(size * centre.value)
    low, high = centre.value - size, centre.value + size
    return centre._replace(value=low), centre._replace(value=high)


class Pairs(NamedTuple):
    """How the ranges and changes of a text stand to a quote.

    Attributes:
        findings: What is wrong with those that begin at a place, by that place.
        settled: The places of figures of which nothing more is to be told.
        said: The places of the quote's figures that they say.
    """

    findings: Mapping[int, Finding]
    settled: frozenset[int]
    said: frozenset[int]


def compare_pairs(
    said: Sequence[Figure],
    text: str,
    stated: Sequence[Figure],
    quote: str,
    called: str,
) -> Pairs:
    """The ranges and changes of a text against its quote.

    Args:
        said: The figures of the text.
        text: The text.
        stated: The figures of the quote.
        quote: The quote.
        called: What messages call the text.
    """
    theirs = list(pairs_in(stated, quote))
    twins = {_numbers_of(pair): pair for pair in reversed(theirs)}
    findings: dict[int, Finding] = {}
    settled: set[int] = set()
    covered: set[int] = set()
    for pair in pairs_in(said, text):
        places = {pair.place, pair.place + 1}
        twin = twins.get(_numbers_of(pair))
        same = twin or next((other for other in theirs if _same(pair, other)), None)
        if same is not None:
            covered |= {same.place, same.place + 1}
            if Role.CENTRE in {said[pair.place].role, stated[same.place].role}:
                settled |= places  # 20.5 to 21.5 for 21 ± 0.5: no number of one is the other's
            continue
        if finding := _unlike(pair, theirs, (said, stated), called):
            findings[pair.place] = finding
            settled |= places
            covered |= _meant(pair, stated)
    return Pairs(findings, frozenset(settled), frozenset(covered))


def _numbers_of(pair: Pair) -> Hashable:
    return pair.is_range, number_of(pair.first), number_of(pair.last)


def _same(pair: Pair, other: Pair) -> bool:
    """Whether two pairs are of one kind, and have the same ends."""
    ends = ((pair.first, other.first), (pair.last, other.last))
    if pair.is_range is not other.is_range or not all(
        alike(*end, number_alone=True) for end in ends
    ):
        return False
    if all(equal(*end) for end in ends):
        return True
    is_open = pair.is_range and any(figure.either_sign for end in ends for figure in end)
    return is_open and equal(pair.first, other.last) and equal(pair.last, other.first)


def _unlike(
    pair: Pair,
    theirs: Sequence[Pair],
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    called: str,
) -> Finding | None:
    """What is wrong with a pair that the quote does not have; None where its numbers tell it."""
    said, stated = figures
    stands = [
        stand_of(said, place, stated, number_alone=True) for place in (pair.place, pair.place + 1)
    ]
    kin = [other for other in theirs if alike(pair.first, other.first, number_alone=True)]
    if finding := _of_another_kind(pair, kin, called):
        return finding
    if not pair.is_range or all(stand.how is How.SAME and _is_an_end(stand) for stand in stands):
        return None  # at least 20% and at most 30%
    if kin:
        says = ", ".join(dict.fromkeys(map(str, kin)))
        return _contradiction(f"{called} says {pair}, but the quote says {says}")
    if any(stand.how is How.ABSENT for stand in stands):
        return None
    apart = " and ".join(shown_value(stand.same) for stand in stands if stand.same)
    return _contradiction(f"{called} says {pair}, but the quote says {apart} apart")


def _is_an_end(stand: Stand) -> bool:
    """Whether a quote says that a number is an end of something, by itself."""
    return stand.same is not None and stand.same.role is None


def _of_another_kind(pair: Pair, kin: Sequence[Pair], called: str) -> Finding | None:
    """A pair for which a quote has the opposite change, or a change for a range.

    The last is a doubt: "grew 20% to 30%" may be either.
    """
    for other in kin:
        wrong = f"{called} says {pair}, but the quote says {other}"
        is_turned = equal(pair.first, other.last) and equal(pair.last, other.first)
        if is_turned and not pair.is_range and not other.is_range:
            return _contradiction(wrong)
        if _same(pair._replace(is_range=other.is_range), other):
            fault = Fault(wrong, "say it as the quote does")
            return Finding(FigureState.CONTRADICTED, True, fault)
    return None


def _contradiction(wrong: str) -> Finding:
    return Finding(FigureState.CONTRADICTED, False, Fault(wrong, CORRECT))


def _meant(pair: Pair, stated: Sequence[Figure]) -> set[int]:
    """The places of a quote's figures that a pair which contradicts them was to say."""
    return {
        place for place, figure in enumerate(stated) if alike(pair.first, figure, number_alone=True)
    }


def end_taken_alone(
    figure: Figure, stand: Stand, stated: Sequence[Figure], quote: str
) -> Pair | None:
    """The range of a quote of which a text says one end, as if that were all there is.

    "20%" and "about 20%" are not what 20%-30% says; "at least 20%" is.

    Args:
        figure: The text's figure.
        stand: How it stands to the quote.
        stated: The figures of the quote.
        quote: The quote.
    """
    end = stand.same
    is_end = end is not None and end.role in {Role.LOW, Role.HIGH} and figure.role is None
    if stand.how is not How.OTHERWISE or not is_end or _AS_IT_IS.isdisjoint(figure.qualifiers):
        return None
    ranges = (pair for pair in pairs_in(stated, quote) if pair.is_range)
    return next((pair for pair in ranges if end in (pair.first, pair.last)), None)
