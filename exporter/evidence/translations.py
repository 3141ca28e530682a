"""Translations and their quotes: those of one shape are told together.

Whether a translation says its quote's figures and dates does not hang on the digits that shapes
hide, as long as the same runs of digits stand in both. So a pair of shapes is looked at once, with
its smallest and its largest numbers; a pair of texts in which anything is found, or may be, is
looked at as it stands.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from exporter.engine.memo import memoized
from exporter.evidence.findings import Finding, Terms
from exporter.evidence.reading.shapes import Shape, Shaped, find_shape
from exporter.evidence.translated import findings_of_translation


class As(IntEnum):
    """How a translation says a number of its quote."""

    SAID = 0  # as the quote does
    GROUPED = 1  # 12,345 for 12345
    MONTH = 2  # 2021-05 for 2021年5月: the number and the one after it


Place = tuple[int, As]  # the index of a run of digits of the quote, and how it is said
Places = tuple[Place, ...]  # for each run of digits of the translation


def check_translation(text: str, quote: str, called: str, terms: Terms) -> Sequence[Finding]:
    """What a translation and its quote say in other numbers.

    Args:
        text: The translation.
        quote: The source's own words.
        called: What messages call the translation.
        terms: How figures are read.
    """
    one, other = find_shape(quote), find_shape(text)
    places = None if one is None or other is None else _places(other.runs, one.runs)
    if one is not None and other is not None and places is not None:
        kept = _kept(places, one.runs)
        if _say_the_same(one.shape, other.shape, places, kept, terms):
            return ()
    return tuple(findings_of_translation(text, quote, called, terms))


def places_said(quote: Shaped, translation: Shaped, terms: Terms) -> Places | None:
    """Which run of its quote each of a translation's runs of digits is.

    None where the two are not alike, or not so in all texts of these shapes in which the runs are
    the same ones.
    """
    places = _places(translation.runs, quote.runs)
    if places is None:
        return None
    kept = _kept(places, quote.runs)
    is_said = not any(kept) and _say_the_same(quote.shape, translation.shape, places, kept, terms)
    return places if is_said else None


def _places(runs: Sequence[str], quoted: Sequence[str]) -> Places | None:
    """Which run of a quote each of a translation's is; None where one is none of them."""
    places: list[Place] = []
    for run in runs:
        if run in quoted:
            places.append((quoted.index(run), As.SAID))
        elif "," in run and (plain := run.replace(",", "")) in quoted:
            places.append((quoted.index(plain), As.GROUPED))
        elif run[4:5] == "-" and (place := _place_of_month(run, quoted)) is not None:
            places.append((place, As.MONTH))
        else:
            return None
    return tuple(places)


def _kept(places: Sequence[Place], quoted: Sequence[str]) -> tuple[str, ...]:
    """The runs of a quote that its translation says otherwise; "" for the others."""
    shared = {index for index, _ in places}
    shared |= {index + 1 for index, how in places if how is As.MONTH}
    return tuple("" if at in shared else run for at, run in enumerate(quoted))


def _place_of_month(run: str, quoted: Sequence[str]) -> int | None:
    """Where the year of 2021-05 stands in a quote, with the month right behind it."""
    year, month = run[:4], run[5:].lstrip("0")
    for at, (one, other) in enumerate(pairwise(quoted)):
        if one == year and other == month:
            return at
    return None


@memoized(65_536)
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
    if how is As.MONTH:
        return f"{quoted[index]}-{int(quoted[index + 1]):02}"
    return _grouped(quoted[index]) if how is As.GROUPED else quoted[index]


def _grouped(run: str) -> str:
    """12345.60 as 12,345.60."""
    whole, point, decimals = run.partition(".")
    return f"{int(whole):,}{point}{decimals}"
