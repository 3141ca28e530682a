"""Figures inside texts: whether a quote states the numbers of a value, a thesis or a translation.

The same reader reads both. What it reads as a figure must stand in the quote: as the same number,
of the same kind, and not said to be over it where the quote says under. What is no more than a
doubt is a rank, a small number in words, a number in a name, and whatever stands in a heading.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from exporter.errors import Fault
from exporter.evidence.claims import FigureState
from exporter.evidence.findings import CORRECT, Finding, Terms
from exporter.evidence.likeness import How, Stand, alike, read_alike, stand_of
from exporter.evidence.mentions import findings_of_mentions
from exporter.evidence.reading import Figure, read_figures
from exporter.evidence.refusals import as_read, told
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO

_SMALL = 10  # numbers in words up to here are how people speak: two engines, 三大
_BARE = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_MAY_BE_A_NUMBER = re.compile(
    r"[\d¼-¾⅐-⅞一二两三四五六七八九十百千万亿兆零壹贰叁肆伍陆柒捌玖拾萬億兩半首双廿卅]"
    r"|hundred|thousand|million|billion|trillion|dozen|half|quarter|double|triple|twice"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|teen|ty\b",
    re.IGNORECASE,
)


def may_hold_figures(text: str) -> bool:
    """Whether a text holds anything that a number is made of, as fast as can be told."""
    return _MAY_BE_A_NUMBER.search(text) is not None


def findings_of_text(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a quote does not state of a text that the analyst rests on it.

    Args:
        text: A value, a thesis or a driver, in either language.
        quote: The source's own words.
        called: What messages call the text.
        terms: How figures are read.
    """
    said, stated = terms.read(text), terms.read(quote)
    for at, figure in enumerate(said):
        weight = _weight(figure, said)
        if weight is not _Weight.NONE and not _is_name(figure, text, terms):
            yield from _unlike(stand_of(said, at, stated), figure, called, weight, stated)
    yield from findings_of_mentions(text, quote, called, terms)


def findings_of_translation(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a translation and its quote say in other numbers.

    Another number of the same kind is an error. Where one side has a number and the other has
    words, nobody but a reader can tell: that is a doubt.
    """
    said, stated = terms.read(text), terms.read(quote)
    if not read_alike(said, stated):
        yield from _unlike_in_translation(said, stated, (text, quote), called, terms)
    yield from findings_of_mentions(text, quote, called, terms)


def _unlike_in_translation(
    said: Sequence[Figure],
    stated: Sequence[Figure],
    texts: tuple[str, str],
    called: str,
    terms: Terms,
) -> Iterator[Finding]:
    """The figures of a translation and its quote that do not match; `texts` are theirs."""
    text, quote = texts
    told_of: list[Figure] = []
    for at, figure in enumerate(said):
        weight = _weight(figure, said)
        if weight is _Weight.NONE or _is_name(figure, text, terms):
            continue
        stand = stand_of(said, at, stated, number_alone=True)
        if stand.kin or weight in _NUMBERS:
            for finding in _unlike(stand, figure, called, weight, stated):
                told_of.append(figure)
                yield finding if stand.kin else finding._replace(is_doubt=True)
    for at, figure in enumerate(stated):
        if _weight(figure, stated) not in _NUMBERS or _is_name(figure, quote, terms):
            continue
        stand = stand_of(stated, at, said, number_alone=True)
        if stand.how is How.ABSENT and not any(
            alike(figure, other, number_alone=True) for other in told_of
        ):
            wrong = f"the quote says {as_read(figure)}, which {called} does not say as a number"
            fault = Fault(wrong, "see that it says the same")
            yield Finding(FigureState.NOT_STATED, True, fault)


def doubts_of_heading(
    text: str, quotes: Sequence[str], called: str, terms: Terms
) -> Iterator[Finding]:
    """The figures of a metric's name, a title or a disclosure that none of some quotes states."""
    said = terms.read(text)
    for at in _in_question(text, terms):
        figure = said[at]
        stands = [stand_of(said, at, terms.read(quote), number_alone=True) for quote in quotes]
        if all(stand.how is How.ABSENT for stand in stands) and not terms.hold(
            text, figure.start, figure.end
        ):
            where = "its quote does not state" if quotes else "no quote stands behind"
            wrong = f"{called} has the number {as_read(figure)}, which {where}"
            right = "see that it is right; if it is a name, list it in report.yaml: "
            right += f"`names: [{_as_a_name(figure)}]`"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


@lru_cache(maxsize=4096)  # the metrics of a batch of facts
def _in_question(text: str, terms: Terms) -> tuple[int, ...]:
    """The indices of a heading's figures that a quote should state."""
    said = terms.read(text)
    return tuple(
        at
        for at, figure in enumerate(said)
        if (figure.dimension == ORDINAL and figure.value > 1) or _weight(figure, said) in _NUMBERS
    )


def states_figures(text: str) -> bool:
    """Whether a text has a figure that its quote must state."""
    said = read_figures(text)
    return any(_weight(figure, said) in _NUMBERS for figure in said)


def _as_a_name(figure: Figure) -> str:
    """A figure with the word behind it, by which a report may list it."""
    word = re.match(r"[A-Za-z]+", figure.noun)
    return f"{figure.text} {word[0]}" if word and figure.dimension == COUNT else figure.text


# --- What a figure weighs


class _Weight(Enum):
    """What follows where a figure of a text is not in the quote."""

    NONE = "nothing: how people speak"
    WORD = "a doubt"
    BARE = "an error where the quote has another number, else a doubt"
    NUMBER = "an error"


_NUMBERS = frozenset({_Weight.BARE, _Weight.NUMBER})


def _weight(figure: Figure, figures: Sequence[Figure]) -> _Weight:
    if figure.dimension == ORDINAL:
        return _Weight.WORD
    if any(character.isdigit() for character in figure.text):
        return _Weight.BARE if _is_bare(figure) else _Weight.NUMBER
    if figure.dimension == MULTIPLE:
        return _Weight.WORD  # doubled, 翻番
    if figure.dimension != COUNT or abs(figure.value) > _SMALL:
        return _Weight.NUMBER
    is_vague = any(other.start == figure.start and other is not figure for other in figures)
    return _Weight.NONE if is_vague or abs(figure.value) <= 1 else _Weight.WORD


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is digits and nothing more: no unit, no magnitude, nothing counted."""
    is_counted = figure.noun[:1].isalnum() or figure.noun[:1] == "-"
    return figure.dimension == COUNT and _BARE.fullmatch(figure.text) is not None and not is_counted


def _is_name(figure: Figure, text: str, terms: Terms) -> bool:
    """Whether a figure is part of a name; sums, shares and multiples in digits never are.

    Nor is a number by itself: `names: [5]` would hide five stores as well as five million.
    """
    if figure.dimension in {RATIO, POINTS} or figure.dimension.startswith("money:"):
        return False
    if figure.dimension == MULTIPLE and _weight(figure, ()) in _NUMBERS:
        return False
    if _weight(figure, ()) is _Weight.NUMBER and figure.dimension == COUNT:
        return terms.surround(text, figure.start, figure.end)
    return terms.hold(text, figure.start, figure.end)


# --- What is told


def _unlike(
    stand: Stand, figure: Figure, called: str, weight: _Weight, stated: Sequence[Figure]
) -> Iterator[Finding]:
    """What to tell of a figure by how it stands to a quote; nothing where it is stated."""
    doubt = weight is _Weight.WORD or (weight is _Weight.BARE and not stand.kin)
    if stand.how is How.OTHERWISE and stand.same is not None:
        wrong = f"{called} says {as_read(figure)}, but the quote says {as_read(stand.same)}"
        yield Finding(FigureState.CONTRADICTED, True, Fault(wrong, "say it as the quote does"))
    elif stand.how is How.ABSENT and stand.kin:
        wrong = f"{called} says {as_read(figure)}, but the quote says {told(stand.kin)}"
        yield Finding(FigureState.CONTRADICTED, doubt, Fault(wrong, CORRECT))
    elif stand.how is How.ABSENT:
        has = f"; it has {told(stated)}" if stated else ""
        wrong = f"{called} says {as_read(figure)}, which the quote does not state{has}"
        yield Finding(FigureState.NOT_STATED, doubt, Fault(wrong, CORRECT))
