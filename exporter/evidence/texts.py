"""Figures inside texts: whether a quote states the numbers of a value, a thesis or a translation.

The same reader reads both. What it reads as a figure must stand in the quote: as the same number,
of the same kind, and not said to be over it where the quote says under. What is no more than a
doubt is a rank, a small number in words, a number in a name, and whatever stands in a heading.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from math import floor, log10
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.claims import FigureState
from exporter.evidence.clauses import normalise
from exporter.evidence.conventions import Currencies
from exporter.evidence.counted import counted_thing
from exporter.evidence.figures import as_read, told
from exporter.evidence.reading import DateMention, Figure, read_dates, read_figures
from exporter.evidence.stated import is_endless, per_of
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO
from exporter.facts.words import Qualifier

_LARGE = 10_000  # a bare number from here on may be money without its currency
_SMALL = 10  # numbers in words up to here are how people speak: two engines, 三大
_NEAR_ENOUGH = Fraction(1, 20)  # how far a rounded number, said to be about, may be off
_ABOVE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_BELOW = frozenset({Qualifier.UNDER, Qualifier.UP_TO, Qualifier.NEARLY})
_NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_DIGITS = re.compile(r"[0-9]+")
_NAME_WITH_DIGITS = re.compile(r"[A-Za-z0-9.+/-]*[0-9][A-Za-z0-9.+/-]*")
_ESTIMATE = re.compile(r"(?<=[0-9][0-9])[EAF]$")  # behind a year: 2026E, FY27A
_CORRECT = "correct the text, or quote the clause that states it"


_MAY_BE_A_NUMBER = re.compile(
    r"[0-9０-９¼-¾⅐-⅞一二两三四五六七八九十百千万亿兆零壹贰叁肆伍陆柒捌玖拾萬億兩半首双廿卅]"
    r"|hundred|thousand|million|billion|trillion|dozen|half|quarter|double|triple|twice"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|teen|ty\b",
    re.IGNORECASE,
)


def may_hold_figures(text: str) -> bool:
    """Whether a text holds anything that a number is made of, as fast as can be told."""
    return _MAY_BE_A_NUMBER.search(text) is not None


class Finding(NamedTuple):
    """What is wrong with a figure of a text, or in doubt.

    Attributes:
        state: Contradicted, or not stated.
        is_doubt: Whether it is told and not refused.
    """

    state: FigureState
    is_doubt: bool
    fault: Fault


class Terms(NamedTuple):
    """How the figures of texts and quotes are read.

    Attributes:
        names: What holds a number and states none, as the report lists it.
        currencies: What bare signs mean where the words do not say.
    """

    names: tuple[str, ...] = ()
    currencies: Currencies = ()

    def read(self, text: str) -> Sequence[Figure]:
        """The figures of a text."""
        return read_settled(text, self.currencies)

    def hold(self, text: str, start: int, end: int) -> bool:
        """Whether what stands from `start` to `end` is part of a name."""
        folded = text.casefold()
        if len(folded) != len(text):
            folded = text
        return any(
            found.start() <= start and end <= found.end()
            for name in self.names
            for found in re.finditer(re.escape(name.casefold()), folded)
        )


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
            yield from _unlike(_stand(said, at, stated), figure, called, weight, stated)
    yield from _of_the_rest(text, quote, called, terms)


def findings_of_translation(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a translation and its quote say in other numbers.

    Another number of the same kind is an error. Where one side has a number and the other has
    words, nobody but a reader can tell: that is a doubt.
    """
    said, stated = terms.read(text), terms.read(quote)
    if not _read_alike(said, stated):
        yield from _unlike_in_translation(said, stated, (text, quote), called, terms)
    yield from _of_the_rest(text, quote, called, terms)


def _read_alike(said: Sequence[Figure], stated: Sequence[Figure]) -> bool:
    """Whether two texts say the same figures in the same order, as most translations do."""
    return len(said) == len(stated) and all(
        figure.value == other.value
        and figure.dimension == other.dimension
        and figure.qualifiers == other.qualifiers
        and figure.per == other.per
        for figure, other in zip(said, stated, strict=True)
    )


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
        stand = _stand(said, at, stated, number_alone=True)
        if stand.kin or weight in _NUMBERS:
            for finding in _unlike(stand, figure, called, weight, stated):
                told_of.append(figure)
                yield finding if stand.kin else finding._replace(is_doubt=True)
    for at, figure in enumerate(stated):
        if _weight(figure, stated) not in _NUMBERS or _is_name(figure, quote, terms):
            continue
        stand = _stand(stated, at, said, number_alone=True)
        if stand.how is _How.ABSENT and not any(
            _alike(figure, other, number_alone=True) for other in told_of
        ):
            wrong = f"the quote says {as_read(figure)}, which {called} does not say as a number"
            fault = Fault(wrong, "see that it says the same")
            yield Finding(FigureState.NOT_STATED, True, fault)


def doubts_of_heading(
    text: str, quotes: Sequence[str], called: str, terms: Terms
) -> Iterator[Finding]:
    """The figures of a metric's name, a title or a disclosure that none of some quotes states."""
    said = terms.read(text)
    for at, figure in enumerate(said):
        is_rank = figure.dimension == ORDINAL and figure.value > 1
        if not is_rank and _weight(figure, said) not in _NUMBERS:
            continue
        stands = [_stand(said, at, terms.read(quote), number_alone=True) for quote in quotes]
        if all(stand.how is _How.ABSENT for stand in stands) and not terms.hold(
            text, figure.start, figure.end
        ):
            where = "its quote does not state" if quotes else "no quote stands behind"
            wrong = f"{called} has the number {as_read(figure)}, which {where}"
            right = "see that it is right; if it is a name, list it in report.yaml: "
            right += f"`names: [{_as_a_name(figure)}]`"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


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
    return (
        figure.dimension == COUNT
        and _NUMERAL.fullmatch(figure.text.lstrip("+-")) is not None
        and not is_counted
    )


def _is_name(figure: Figure, text: str, terms: Terms) -> bool:
    """Whether a figure is part of a name; sums, shares and multiples in digits never are."""
    if figure.dimension in {RATIO, POINTS} or figure.dimension.startswith("money:"):
        return False
    if figure.dimension == MULTIPLE and _weight(figure, ()) in _NUMBERS:
        return False
    return terms.hold(text, figure.start, figure.end)


# --- How it stands to a quote


class _How(Enum):
    """How a figure of a text stands to the figures of a quote."""

    SAME = "stated"
    OTHERWISE = "stated with another qualifier, or per nothing"
    ABSENT = "not stated"


class _Stand(NamedTuple):
    """How a figure stands to a quote, and the quote's figures of its kind."""

    how: _How
    kin: tuple[Figure, ...]
    same: Figure | None = None


def _stand(
    said: Sequence[Figure],
    at: int,
    stated: Sequence[Figure],
    *,
    number_alone: bool = False,
) -> _Stand:
    figure = said[at]
    kin: list[Figure] = []
    otherwise: Figure | None = None
    for index, other in enumerate(stated):
        if not _alike(figure, other, number_alone=number_alone):
            continue
        kin.append(other)
        if not _equal(figure, other) or _opposed(figure, other):
            continue
        if not number_alone and _counts_another(said, at, stated, index):
            continue
        if _as_qualified(figure, other) and not (_per(figure) and not _per(other)):
            return _Stand(_How.SAME, tuple(kin), other)
        otherwise = otherwise or other
    if otherwise is not None:
        return _Stand(_How.OTHERWISE, tuple(kin), otherwise)
    return _Stand(_How.ABSENT, tuple(kin))


def _alike(figure: Figure, other: Figure, *, number_alone: bool = False) -> bool:
    """Whether two figures are of one kind, so that one can contradict the other."""
    is_shared = bool(_values(figure).keys() & _values(other).keys())
    if not is_shared and not _is_bare_money(figure, other):
        return number_alone and _is_bare_money(other, figure)
    if not (_per(figure) and _per(other)):
        return True
    one, two = per_of(figure.per), per_of(other.per)
    return one.dimension == two.dimension and (bool(one.dimension) or bool(one.words & two.words))


def _per(figure: Figure) -> str:
    """What a figure is per; a multiple is per nothing, though P/E be written behind it."""
    return "" if figure.dimension == MULTIPLE else figure.per


def _values(figure: Figure) -> dict[str, Fraction]:
    """The number that a figure is, by what it may be measured in."""
    return {**dict(figure.also), figure.dimension: figure.value}


def _is_bare_money(figure: Figure, other: Figure) -> bool:
    """Whether one may be the other's money without its currency: 营收123亿 for 123亿元."""
    is_bare = figure.dimension == COUNT and abs(figure.value) >= _LARGE
    return is_bare and other.dimension.startswith("money:")


def _equal(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one kind are the same number, as far as the text says it."""
    mine, theirs = _values(figure), _values(other)
    pairs = [(mine[dimension], theirs[dimension]) for dimension in mine.keys() & theirs.keys()]
    if _is_bare_money(figure, other) or _is_bare_money(other, figure):
        pairs.append((figure.value, other.value))
    is_either = figure.either_sign or other.either_sign
    is_rate = _per(figure) and _per(other)
    scale = per_of(other.per).scale / per_of(figure.per).scale if is_rate else 1
    return any(
        value * scale == number
        or _rounds_to(figure, value * scale, number)
        or (is_either and abs(value * scale) == abs(number))
        for value, number in pairs
    )


def _rounds_to(figure: Figure, value: Fraction, number: Fraction) -> bool:
    """Whether a number that has no end, or is said to be about, rounds to a value as written."""
    if not value or (value < 0) is not (number < 0):
        return False
    place = _last_place(figure)
    if is_endless(number) and abs(value - number) * 2 <= abs(place):
        return True
    about = Qualifier.ABOUT in figure.qualifiers and Qualifier.EXACT not in figure.qualifiers
    if not about or abs(value - number) > abs(value) * _NEAR_ENOUGH:
        return False
    return abs(value - number) * 2 <= abs(place)


def _last_place(figure: Figure) -> Fraction:
    """What 1 in the last digit of a figure that is not zero is worth: 10,000 in 280,000."""
    written = _NUMERAL.search(figure.text)
    digits = written[0].replace(",", "") if written else ""
    numeral = Fraction(digits) if digits else Fraction(0)
    if not numeral:
        power = floor(log10(abs(figure.value))) if figure.value else 0
        return Fraction(10) ** power
    decimals = len(digits.partition(".")[2])
    whole = digits.replace(".", "")
    zeros = len(whole) - len(whole.rstrip("0"))
    return figure.value / numeral * Fraction(10) ** (zeros - decimals)


def _as_qualified(figure: Figure, other: Figure) -> bool:
    """Whether a text says no more of a number than the quote; about an exact one is less."""
    said = figure.qualifiers | (
        {Qualifier.EXACT} if Qualifier.ABOUT in figure.qualifiers else set()
    )
    return bool(said & other.qualifiers)


def _opposed(figure: Figure, other: Figure) -> bool:
    """Whether one says over and the other under."""
    one, two = figure.qualifiers, other.qualifiers
    return bool((one <= _ABOVE and two <= _BELOW) or (one <= _BELOW and two <= _ABOVE))


def _counts_another(said: Sequence[Figure], at: int, stated: Sequence[Figure], index: int) -> bool:
    """Whether both count things that are known, and other ones: 31 countries, 31 stores."""
    if said[at].dimension != COUNT or stated[index].dimension != COUNT:
        return False
    mine = counted_thing(said, at)
    theirs = counted_thing(stated, index) if mine else ""
    return bool(mine and theirs and mine != theirs)


# --- What is told


def _unlike(
    stand: _Stand, figure: Figure, called: str, weight: _Weight, stated: Sequence[Figure]
) -> Iterator[Finding]:
    """What to tell of a figure by how it stands to a quote; nothing where it is stated."""
    doubt = weight is _Weight.WORD or (weight is _Weight.BARE and not stand.kin)
    if stand.how is _How.OTHERWISE and stand.same is not None:
        wrong = f"{called} says {as_read(figure)}, but the quote says {as_read(stand.same)}"
        yield Finding(FigureState.CONTRADICTED, True, Fault(wrong, "say it as the quote does"))
    elif stand.how is _How.ABSENT and stand.kin:
        wrong = f"{called} says {as_read(figure)}, but the quote says {told(stand.kin)}"
        yield Finding(FigureState.CONTRADICTED, doubt, Fault(wrong, _CORRECT))
    elif stand.how is _How.ABSENT:
        has = f"; it has {told(stated)}" if stated else ""
        wrong = f"{called} says {as_read(figure)}, which the quote does not state{has}"
        yield Finding(FigureState.NOT_STATED, doubt, Fault(wrong, _CORRECT))


def _of_the_rest(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a text says in digits that are no figures: dates, and names that hold numbers."""
    digits = _digits_left(text)
    if not digits:
        return
    taken = [(figure.start, figure.end) for figure in read_figures(text)]
    if digits != _digits_left(quote):  # else the same dates are said, which is what is usual
        dates = read_dates(text)
        yield from _of_dates(text, quote, called, terms, dates)
        taken += [(mention.start, mention.end) for mention in dates]
    has = normalise(quote)
    for found in _NAME_WITH_DIGITS.finditer(text):
        name = found[0].strip(".-/+")
        spans = [span for span in taken if span[0] < found.end() and found.start() < span[1]]
        said = normalise(_ESTIMATE.sub("", name))
        if spans or said in has or terms.hold(text, *found.span()):
            continue
        wrong = f"{called} names {name!r}, which the quote does not"
        right = f"see that it is right; if it is, list it in report.yaml: `names: [{name}]`"
        yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


def _digits_left(text: str) -> list[str]:
    """The runs of digits in a text that are no part of its figures, in one order."""
    figures = read_figures(text)
    return sorted(
        found[0]
        for found in _DIGITS.finditer(text)
        if not any(one.start <= found.start() and found.end() <= one.end for one in figures)
    )


def _of_dates(
    text: str, quote: str, called: str, terms: Terms, dates: Sequence[DateMention]
) -> Iterator[Finding]:
    """The dates of a text that a quote gives otherwise, and those that it does not give."""
    stated = read_dates(quote)
    for mention in dates:
        said = text[mention.start : mention.end]
        if terms.hold(text, mention.start, mention.end):
            continue
        kin = [other for other in stated if _shared(mention, other)]
        if any(_agree(mention, other) for other in kin) or _is_shortened(mention, quote):
            continue
        if kin:
            theirs = ", ".join(dict.fromkeys(quote[other.start : other.end] for other in kin))
            wrong = f"{called} says {said}, but the quote says {theirs}"
            yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, _CORRECT))
        elif not any(other.year_offset is not None for other in stated):
            wrong = f"{called} says {said}, a date that the quote does not give"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, "see that it is right"))


def _is_shortened(mention: DateMention, quote: str) -> bool:
    """Whether a quote has a year by its last two digits, behind another: 2026/27E, FY27."""
    if mention.year is None or mention.month is not None:
        return False
    return re.search(rf"(?:[/–-]|FY|’|')0?{mention.year % 100:02}(?![0-9])", quote) is not None


_PARTS = ("year", "quarter", "half", "month", "day")


def _shared(mention: DateMention, other: DateMention) -> tuple[str, ...]:
    """The parts that both mentions of dates say."""
    return tuple(
        part
        for part in _PARTS
        if getattr(mention, part) is not None and getattr(other, part) is not None
    )


def _agree(mention: DateMention, other: DateMention) -> bool:
    return all(getattr(mention, part) == getattr(other, part) for part in _shared(mention, other))
