"""What the figures of a quote say in a unit: numbers, and the ranges that they are the ends of."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.claims import Claim
from exporter.evidence.counted import counts
from exporter.evidence.counted_en import is_done_regularly
from exporter.evidence.reading import Figure, Role
from exporter.facts.units import (
    CALENDAR_TIME,
    COUNT,
    KNOWN_UNITS,
    MULTIPLE,
    ORDINAL,
    PER_NOUNS,
    POINTS,
    RATIO,
    TIME,
    Per,
    Unit,
)
from exporter.facts.words import Qualifier

# What is an average, or a year's, by its name: 日均客流, 年产能, 日熔化量, 时速.
_AVERAGE = regex(
    "[日周月年]均|[日周月年]租金?|[日周月年]薪|年产|每年新增|时速|annual"
    r"|[日周月年][^，。、日月年的均]{1,3}(?:量|能力)",
    re.IGNORECASE,
)
_GENERATION = regex(r"\s*-?(?:代|gen)", re.IGNORECASE)
_SPEED, _LENGTH = "speed", "length"
_METRES_A_SECOND = Fraction(1000, 3600)  # of one km/h
_ENDS = {frozenset({Qualifier.AT_LEAST}), frozenset({Qualifier.UP_TO})}


class Candidate(NamedTuple):
    """A figure that may state something in a unit: its place among the quote's, and its value."""

    place: int
    figure: Figure
    value: Fraction


class SaidRange(NamedTuple):
    """Two figures of a quote that say one range: its ends, in the order of their values.

    Of a range that is said by its middle the figures are the middle and the margin.
    """

    low: Candidate
    high: Candidate

    @property
    def qualifiers(self) -> frozenset[Qualifier]:
        """What is said of both ends beside that they are ends; exact where nothing is."""
        first, last = self.low.figure, self.high.figure
        if first.role is Role.CENTRE:
            return first.qualifiers
        if {first.qualifiers, last.qualifiers} == _ENDS:
            return frozenset({Qualifier.EXACT})
        return first.qualifiers & last.qualifiers

    def shown(self, quote: str) -> str:
        """The range with its own words: `20.5 to 21.5 ($20.5 billion to $21.5 billion)`."""
        start = min(end.figure.start for end in self)
        words = quote[start : max(end.figure.end for end in self)]
        return f"{plain(self.low.value)} to {plain(self.high.value)} ({words})"


def ranges_in(figures: Sequence[Figure], unit: Unit) -> Iterator[SaidRange]:
    """The ranges that the figures of a quote state in a unit, both ends counting what it names."""
    found = [one for one in candidates(figures, unit) if counted(figures, one, unit)]
    for first in (one for one in found if one.figure.role in {Role.LOW, Role.CENTRE}):
        following = [one for one in found if one.place == first.place + 1]
        if first.figure.role is Role.CENTRE:
            yield from _around(first, following, figures, unit)
            continue
        for last in (one for one in following if one.figure.role is Role.HIGH):
            yield SaidRange(*sorted((first, last), key=lambda end: end.value))


def _around(
    centre: Candidate, following: Sequence[Candidate], figures: Sequence[Figure], unit: Unit
) -> Iterator[SaidRange]:
    """20 ± 0.5; its margin may be a share of the middle, or points of a percentage."""
    margin = figures[centre.place + 1] if centre.place + 1 < len(figures) else centre.figure
    if margin.role is not Role.MARGIN:
        return
    if margin.dimension == POINTS:
        sizes = [abs(margin.value) / unit.scale]
    elif margin.dimension == RATIO:
        sizes = [abs(margin.value * centre.value)]
    else:
        sizes = [abs(one.value) for one in following]
    for size in sizes:
        yield SaidRange(
            centre._replace(value=centre.value - size),
            Candidate(centre.place + 1, margin, centre.value + size),
        )


_MASS = "mass"
# Tonnes of these are what something else is worth, and weigh nothing.
_EQUIVALENT = regex(
    r"标准?煤|[^，。；、0-9]{1,6}当量|of standard coal"
    r"|(?:of )?(?:co2e|(?:coal|co2|carbon dioxide) equivalent)\b",
    re.IGNORECASE,
)


def counted(figures: Sequence[Figure], candidate: Candidate, unit: Unit) -> bool:
    """Whether a figure counts what a unit names, where it names anything."""
    if not unit.noun:
        is_mass = unit.dimension.partition("/")[0] == _MASS
        return not is_mass or not _EQUIVALENT.match(candidate.figure.noun)
    return counts(figures, candidate.place, unit)


def candidates(figures: Sequence[Figure], unit: Unit) -> Iterator[Candidate]:
    """The figures that are of the unit's dimension, whatever they count."""
    base = unit.dimension.partition("/")[0]
    for index, figure in enumerate(figures):
        if figure.dimension == ORDINAL == base:
            if bool(_GENERATION.match(figure.noun)) is (unit.key == "generation"):
                yield Candidate(index, figure, figure.value)
            continue
        if figure.dimension == unit.dimension and not figure.per:
            yield Candidate(index, figure, figure.value / unit.scale)
            continue
        for dimension, number in ((figure.dimension, figure.value), *figure.also):
            if dimension == base and (share := _share_of(figure, unit)) is not None:
                yield Candidate(index, figure, number / share)
        if base == _SPEED and figure.dimension == _LENGTH and figure.per:
            per = per_of(figure.per)
            if per.dimension == TIME:  # 时速350公里
                yield Candidate(index, figure, figure.value / per.scale / _METRES_A_SECOND)
        if (
            base == TIME
            and unit.words[0]
            and figure.dimension == COUNT
            and counts(figures, index, unit)
        ):
            yield Candidate(index, figure, figure.value / unit.size)


def _share_of(figure: Figure, unit: Unit) -> Fraction | None:
    """What a figure's value is divided by to be in the unit; None where it is per other things."""
    if unit.per is None:
        return unit.scale if _may_be_plain(figure) else None
    if not figure.per:
        return None
    per = per_of(figure.per)
    if per.dimension != unit.per.dimension:
        return None
    if not per.dimension and not (per.words & unit.per.words):
        return unit.scale * per.scale if _per_both(figure) in unit.per.words else None
    return unit.scale * per.scale


_PER_BOTH = regex(
    r"(?:[a-z-]+ ){0,3}?(?:per|an?|each|every) (?P<thing>[a-z-]+)"
    r" (?:per|an?|each|every) (?P<time>[a-z]+)\b"
)


def _per_both(figure: Figure) -> str:
    """What a figure is per where words say two things: `outlet per week`; "" elsewhere."""
    found = _PER_BOTH.match(figure.noun)
    is_its = found is not None and figure.per in {found["thing"], f"{found['thing']}s"}
    return f"{found['thing']} per {found['time']}" if found and is_its else ""


def _may_be_plain(figure: Figure) -> bool:
    """Whether a rate may be stated without what it is per: money per share, tonnes per year."""
    if not figure.per:
        return True
    if _AVERAGE.search(figure.subject):
        return True
    if figure.dimension == COUNT and (
        is_done_regularly(figure.noun) or _are_served(figure.subject, figure.noun)
    ):
        return True
    if figure.per == "100 km" and _CONSUMED.search(figure.subject):
        return True  # 百公里电耗: the metric is the rate
    per = per_of(figure.per).dimension
    # Injuries per 200,000 hours are counted in so many, as cases per 1,000 people are.
    is_thing = per not in {TIME, CALENDAR_TIME} or figure.per.partition(" ")[0].isdecimal()
    if figure.dimension in {RATIO, POINTS}:
        return figure.per == "years"  # capped at 3% a year
    if figure.dimension in {COUNT, TIME, CALENDAR_TIME}:
        return is_thing  # 每人平均培训31.5小时, where 18 hours a day are no 18 hours
    if not per:
        return True  # 每张加速卡配有80GB
    is_money = figure.dimension.startswith("money:")  # 7.8 tonnes per hectare are no 7.8 tonnes
    return (is_thing and (is_money or figure.dimension == MULTIPLE)) or figure.per == "years"


_CONSUMED = regex("百公里[^，。；、]{0,4}耗")
# 每周服务逾9000万|用户: who comes each week is a number of its own.
_SERVED = regex(
    "每[天日周月年季]度?(?:活跃|服务|触达|覆盖|惠及|使用|访问|打开|登录)(?:[^，。；、0-9]{0,4})$"
)
_WHO = regex(
    "[名位]?(?:活跃|付费|注册|个人|企业|全球)?(?:用户|客户|会员|人|读者|观众|玩家|商户|家庭)(?!次|民币)"
)


def _are_served(subject: str, noun: str) -> bool:
    return _WHO.match(noun) is not None and _SERVED.search(subject) is not None


_HEADS = ("head of cattle", "头")  # what English text is per head of, other than a person


def per_of(said: str) -> Per:
    """What a figure is per, as the reader names it: `days`, `10 shares`, `股`."""
    count, _, name = said.partition(" ")
    if not count.isdecimal():
        count, name = "", said  # 40-foot container
    if (unit := KNOWN_UNITS.get(name)) and not unit.noun:
        return Per(unit.dimension, unit.scale * int(count or 1))
    known = (*PER_NOUNS.get(name, ()), *(_HEADS if name == "head" else ()))
    return Per(
        "", Fraction(int(count or 1)), frozenset({name.casefold(), *map(str.casefold, known)})
    )


def equals(candidate: Candidate, claim: Claim, value: Fraction) -> bool:
    """Whether a figure is a claim's value, or an end of its range, as far as that is written."""
    said = candidate.value
    if candidate.figure.either_sign:
        said, value = abs(said), abs(value)
    if said == value:
        return True
    # A third has no end in decimals: it confirms 33.3 as far as that is written.
    return is_endless(said) and round(said, claim.decimals) == value


def is_endless(number: Fraction) -> bool:
    """Whether a fraction has no end in decimals: its denominator has a factor but 2 and 5."""
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest != 1


def plain(value: Fraction) -> str:
    """A number as messages show it, with all its digits: `1,200`, `20.5`; ten of a third's."""
    number = Fraction(f"{float(value):.10g}") if is_endless(value) else value
    places = next(at for at in count() if 10**at % number.denominator == 0)
    whole, part = divmod(abs(number.numerator) * (10**places // number.denominator), 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole:,}.{part:0{places}}" if places else f"{sign}{whole:,}"


def as_fact(claim: Claim, said: SaidRange) -> str:
    """The fields that a fact has which states a range that a quote states."""
    ends = f"`value: {{from: {_written(said.low.value)}, to: {_written(said.high.value)}}}`"
    if claim.qualifier in said.qualifiers or not said.qualifiers:
        return ends
    return f"{ends} and `qualifier: {' or '.join(sorted(said.qualifiers))}`"


def _written(value: Fraction) -> str:
    """A number as a facts file has it; 33.3333333333333 for a third."""
    number = float(value)
    return str(int(number)) if number == int(number) else f"{number:.15g}"
