"""The figures of a text: numerals with unit, qualifier, sign, rate and noun."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from exporter.evidence.reading import qualifiers
from exporter.evidence.reading.folding import fold
from exporter.evidence.reading.hints import held_by
from exporter.evidence.reading.joins import Link
from exporter.evidence.reading.masks import mask
from exporter.evidence.reading.negation import carries_on, is_denied, may_hold_denials
from exporter.evidence.reading.numerals import ONE, Numeral
from exporter.evidence.reading.phrases import Phrase, find_phrases
from exporter.evidence.reading.rates import may_hold_rates, per_what
from exporter.evidence.reading.reach import reach_end, reach_start
from exporter.evidence.reading.signs import Direction, direction, may_hold_directions
from exporter.facts.units import ORDINAL
from exporter.facts.words import Qualifier


class Figure(NamedTuple):
    """One number that a text states.

    Attributes:
        value: Exact, signed, in the base unit of its dimension: 19% is 19/100, 3小时 is 10,800.
        dimension: As in `facts.units`; a rate has its numerator's dimension, see `per`.
        qualifiers: The readings that agree with the text; exact where it says nothing.
        noun: The words that say what is counted, up to the next figure or the clause's end.
        per: The key of the time unit that it is said to be per (`days`), else "".
        either_sign: Whether the words leave the sign to the metric (亏损24亿元).
        start: Offset of the figure's first character in the text as given.
        end: Offset after its last.
        text: The figure's own words.
    """

    value: Fraction
    dimension: str
    qualifiers: frozenset[Qualifier]
    noun: str
    per: str
    either_sign: bool
    start: int
    end: int
    text: str


class _Context(NamedTuple):
    """What the words around a phrase say of it."""

    noun: str
    per: str
    direction: Direction
    low: qualifiers.Readings
    high: qualifiers.Readings


# Most clauses have no such character or word, and are done with at once.
_MAY_HOLD_FIGURES = re.compile(
    r"[0-9零〇一二三四五六七八九十百千万亿两几数半首榜斩翻]"
    r"|(?i:(?<![a-z])(?:an?|few|several|one|two|t[ehw]|four|fi|s[ei]|eight|nine|half|halv|doubl|tripl"
    r"|quadr|quint|zero|dozen|hundred|thousand|[mb]illion|trillion|once|number|couple|handful|forty))"
)
_LOW_END = frozenset({Qualifier.AT_LEAST})
_HIGH_END = frozenset({Qualifier.UP_TO})
_MAGNITUDE = frozenset({Qualifier.ORDER_OF})


@lru_cache(maxsize=8192)  # the texts of a batch of facts
def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures that `text` states, in order of appearance.

    An indefinite number (几小时) is two figures with the same offsets, its low and its high end;
    one that names a magnitude alone (数百家) is that magnitude, and agrees with "order of" only.
    What the text denies (并未突破1亿) is left out.
    """
    if not _MAY_HOLD_FIGURES.search(folded := fold(text)):
        return ()
    held = held_by(folded)
    masked = mask(folded, held)
    phrases = find_phrases(masked, held)
    contexts = _contexts(phrases, masked, text, held)
    return tuple(
        figure
        for phrase, context, denied in zip(
            phrases, contexts, _denials(phrases, masked, held), strict=True
        )
        if not denied
        for figure in _figures(phrase, context, text)
    )


def _figures(phrase: Phrase, context: _Context, text: str) -> Iterator[Figure]:
    quantity = phrase.quantity
    down = context.direction is Direction.DOWN and quantity.sign > 0
    scale = -quantity.scale if down or quantity.sign < 0 else quantity.scale
    for number, readings in _ends(quantity.numeral, context):
        yield Figure(
            number if scale is ONE else number * scale,
            quantity.dimension,
            readings,
            context.noun,
            context.per,
            context.direction is Direction.EITHER and quantity.sign > 0,
            quantity.start,
            quantity.end,
            text[quantity.start : quantity.end],
        )


def _ends(numeral: Numeral, context: _Context) -> list[tuple[Fraction, qualifiers.Readings]]:
    """The values that a numeral stands for, each with what agrees with it."""
    if numeral.is_definite:
        # 超过数百家 says no more of a number than 数百家 does.
        said = _MAGNITUDE if numeral.vague else context.low or qualifiers.EXACT
        return [(numeral.low, said)]
    if numeral.vague:
        return [(numeral.low, _LOW_END), (numeral.high, _HIGH_END)]
    order = _MAGNITUDE if numeral.magnitude >= 10 else qualifiers.SAYS_NOTHING
    return [
        (numeral.low, (context.low | _LOW_END | order) - qualifiers.EXACT),
        (numeral.high, (context.high | _HIGH_END | order) - qualifiers.EXACT),
    ]


def _contexts(phrases: list[Phrase], masked: str, text: str, held: int) -> list[_Context]:
    nouns = _nouns(phrases, masked, text, held)
    directions = _directions(phrases, masked, held)
    readings = _readings(phrases)
    return [
        _Context(noun, per, way, said, said)
        for (noun, per), way, said in zip(nouns, directions, readings, strict=True)
    ]


def _nouns(phrases: list[Phrase], masked: str, text: str, held: int) -> list[tuple[str, str]]:
    """For every phrase its noun, and what it is per; joined figures take both from the next one."""
    found: list[tuple[str, str]] = []
    limit = len(text)
    rated = may_hold_rates(masked, held)
    for phrase in reversed(phrases):
        quantity = phrase.quantity
        if phrase.link is Link.NONE or not found:
            end, per = min(limit, reach_end(masked, quantity.end)), ""
            if rated:
                before = masked[reach_start(masked, quantity.start) : quantity.start]
                per = per_what(before, masked[quantity.end : end], quantity.dimension)
            found.append((text[quantity.end : end].strip(" 、\t"), per))
        else:
            found.append(found[-1])
        limit = max(phrase.start, 0)
    return found[::-1]


def _directions(phrases: list[Phrase], masked: str, held: int) -> list[Direction]:
    """For every phrase what is said of its sign; a joined figure falls with the one before it."""
    if not may_hold_directions(masked, held):
        return [Direction.AS_WRITTEN] * len(phrases)
    found: list[Direction] = []
    previous = Link.NONE
    for phrase in phrases:
        quantity = phrase.quantity
        way = Direction.AS_WRITTEN
        if quantity.dimension != ORDINAL:
            before = masked[reach_start(masked, phrase.start) : phrase.start]
            way = direction(before, masked[quantity.end : quantity.end + 30])
        if previous in {Link.JOINED, Link.RANGE} and way is Direction.AS_WRITTEN:
            way = found[-1]
        elif previous is Link.FROM_TO and found[-1] is not Direction.AS_WRITTEN:
            way = Direction.EITHER
        found.append(way)
        previous = phrase.link
    return found


def _denials(phrases: list[Phrase], masked: str, held: int) -> list[bool]:
    """For every phrase whether the text denies it; a figure tied to a denied one is too."""
    if not may_hold_denials(masked, held):
        return [False] * len(phrases)
    found: list[bool] = []
    link, previous = Link.NONE, 0
    for phrase in phrases:
        before = masked[reach_start(masked, phrase.start) : phrase.start]
        end = phrase.quantity.end
        words = masked[phrase.start : phrase.quantity.start]
        denied = is_denied(before, words, masked[end : reach_end(masked, end)])
        tied = link is not Link.NONE or carries_on(masked[previous : phrase.start])
        found.append(denied or (tied and found[-1:] == [True]))
        link, previous = phrase.link, end
    return found


def _readings(phrases: list[Phrase]) -> list[qualifiers.Readings]:
    """For every phrase what agrees with it; what is said of a range holds for both its ends."""
    found = [phrase.readings for phrase in phrases]
    for at, phrase in enumerate(phrases):
        if phrase.link in {Link.RANGE, Link.FROM_TO}:
            exact = qualifiers.EXACT if phrase.link is Link.FROM_TO else qualifiers.SAYS_NOTHING
            said = qualifiers.both(found[at], found[at + 1]) - qualifiers.EXACT
            found[at], found[at + 1] = said | _LOW_END | exact, said | _HIGH_END | exact
        elif phrase.link is Link.JOINED and found[at] and not found[at + 1]:
            found[at + 1] = found[at] | qualifiers.EXACT
    return found
