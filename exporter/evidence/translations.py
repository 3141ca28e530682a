"""Translations and their quotes: those of one shape are told together.

Whether a translation says its quote's figures and dates does not hang on the digits that shapes
hide, as long as the same runs of digits stand in both. So a pair of shapes is looked at once, with
its smallest and its largest numbers; a pair of texts in which anything is found, or may be, is
looked at as it stands.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from exporter.evidence.findings import Finding, Terms
from exporter.evidence.reading.hidden_digits import Words, is_hidden
from exporter.evidence.reading.shapes import Shape, find_shape, part
from exporter.evidence.translated import findings_of_translation


def check_translation(text: str, quote: str, called: str, terms: Terms) -> Sequence[Finding]:
    """What a translation and its quote say in other numbers.

    Args:
        text: The translation.
        quote: The source's own words.
        called: What messages call the translation.
        terms: How figures are read.
    """
    one, parted = find_shape(quote), part(text)
    if one is None or parted is None:
        return tuple(findings_of_translation(text, quote, called, terms))
    words, said = parted
    ways = _ways(one.shape, words, terms)
    for way in ways:
        if way.is_said(said, one.runs):
            words.texts += 1
            return ()
    other = find_shape(text)
    places = None if other is None else _places(other.runs, one.runs)
    if other is not None and places is not None:
        kept = _kept(places, one.runs)
        if _say_the_same(one.shape, other.shape, places, kept, terms):
            if not any(kept) and len(ways) < _MOST_WAYS:
                ways.append(_Way(one.shape, other.shape, places))
            return ()
    return tuple(findings_of_translation(text, quote, called, terms))


class _As(IntEnum):
    """How a translation says a number of its quote."""

    SAID = 0  # as the quote does
    GROUPED = 1  # 12,345 for 12345
    MONTH = 2  # 2021-05 for 2021年5月: the number and the one after it


Place = tuple[int, _As]  # the index of a run of digits of the quote, and how it is said
Places = tuple[Place, ...]  # for each run of digits of the translation

_MOST_WAYS = 4
_MONTHS = {str(month): f"-{month:02}" for month in range(1, 13)}


class _Way:
    """How translations of a shape say all the numbers of quotes of a shape.

    A translation of the same words is told without its shape: what the shape keeps must be there,
    and what it hides be said in the quote by a run of the same pattern.
    """

    def __init__(self, quote: Shape, translation: Shape, places: Places) -> None:
        """By two shapes, and where the runs of the translation stand in the quote."""
        tables, patterns = translation.words.tables, translation.patterns
        quoted = [pattern for pattern in quote.patterns if is_hidden(pattern)]
        kept, same, self._others = [], [], []
        following = iter(places)
        for at, pattern in enumerate(patterns):
            if not is_hidden(pattern):
                kept.append(at)
                continue
            index, how = next(following)
            if how is _As.SAID and pattern == quoted[index]:
                same.append((at, index))
            else:
                self._others.append((at, index, how, tables[at], pattern))
        self._kept, self._same = _picker(kept), _picker([at for at, _ in same])
        self._quoted = _picker([index for _, index in same])
        self._keeps = self._kept(patterns)

    def is_said(self, runs: Sequence[str], quoted: Sequence[str]) -> bool:
        """Whether a translation says the numbers of its quote in this way.

        Args:
            runs: All runs of digits of the translation.
            quoted: Those of the quote that its shape hides.
        """
        if self._same(runs) != self._quoted(quoted) or self._kept(runs) != self._keeps:
            return False
        for at, index, how, table, pattern in self._others:
            run = quoted[index]
            if how is _As.MONTH:
                run += _MONTHS.get(quoted[index + 1], "")
            elif how is _As.GROUPED:
                run = _grouped(run)
            if run != runs[at] or table[run] != pattern:
                return False
        return True


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], object]:
    """Gives what stands at these places."""
    return itemgetter(*places) if places else _nothing


def _nothing(_: Sequence[str]) -> None:
    """What stands at no place."""


@lru_cache(maxsize=65_536)
def _ways(_quote: Shape, _translation: Words, _terms: Terms) -> list[_Way]:
    """In which ways translations of these words are known to say what quotes of a shape do."""
    return []


def _places(runs: Sequence[str], quoted: Sequence[str]) -> Places | None:
    """Which run of a quote each of a translation's is; None where one is none of them."""
    places: list[Place] = []
    for run in runs:
        if run in quoted:
            places.append((quoted.index(run), _As.SAID))
        elif "," in run and (plain := run.replace(",", "")) in quoted:
            places.append((quoted.index(plain), _As.GROUPED))
        elif run[4:5] == "-" and (place := _place_of_month(run, quoted)) is not None:
            places.append((place, _As.MONTH))
        else:
            return None
    return tuple(places)


def _kept(places: Sequence[Place], quoted: Sequence[str]) -> tuple[str, ...]:
    """The runs of a quote that its translation says otherwise; "" for the others."""
    shared = {index for index, _ in places}
    shared |= {index + 1 for index, how in places if how is _As.MONTH}
    return tuple("" if at in shared else run for at, run in enumerate(quoted))


def _place_of_month(run: str, quoted: Sequence[str]) -> int | None:
    """Where the year of 2021-05 stands in a quote, with the month right behind it."""
    year, month = run[:4], run[5:].lstrip("0")
    for at, (one, other) in enumerate(pairwise(quoted)):
        if one == year and other == month:
            return at
    return None


@lru_cache(maxsize=65_536)
def _say_the_same(
    quote: Shape,
    translation: Shape,
    places: Places,
    kept: tuple[str, ...],
    terms: Terms,
) -> bool:
    """Whether nothing is found in any translation and quote of two shapes.

    Args:
        quote: The shape of the quote.
        translation: That of the translation.
        places: Where the runs of the translation stand in the quote.
        kept: The runs of the quote that the translation says otherwise; "" for the others.
        terms: How figures are read.
    """
    for turn in (0, 1):
        drawn = quote.sample(turn).said()
        if _may_have_changed_places(places, drawn):
            return False
        quoted = [run or sampled for run, sampled in zip(kept, drawn, strict=True)]
        runs = [_said(place, quoted) for place in places]
        text = translation.text_of(runs)
        if any(findings_of_translation(text, quote.text_of(quoted), "", terms)):
            return False
    return True


def _may_have_changed_places(places: Places, drawn: Sequence[str]) -> bool:
    """Whether two numbers that a sample has alike stand in another order in a translation."""
    order = [index for index, _ in places]
    return any(
        one > other and drawn[one] == drawn[other]
        for at, one in enumerate(order)
        for other in order[at + 1 :]
    )


def _said(place: Place, quoted: Sequence[str]) -> str:
    """What a translation says for a run of digits of its quote."""
    index, how = place
    if how is _As.MONTH:
        return f"{quoted[index]}-{int(quoted[index + 1]):02}"
    return _grouped(quoted[index]) if how is _As.GROUPED else quoted[index]


def _grouped(run: str) -> str:
    """12345.60 as 12,345.60."""
    whole, point, decimals = run.partition(".")
    return f"{int(whole):,}{point}{decimals}"
