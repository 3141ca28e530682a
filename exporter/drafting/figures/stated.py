"""The figures of a sentence as facts would state them: value, unit and qualifier.

A figure that describes what another one counts (20,000-box ships) is none, nor is a number that
nobody can say (several). Of a change from one figure to another both are stated.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from exporter.drafting.figures.classes_zh import is_class_zh
from exporter.drafting.figures.counted_before import is_done_too, is_of_one_kind, starts_before
from exporter.drafting.figures.figurative_spans import is_figurative_span
from exporter.drafting.figures.money_before import in_money_before
from exporter.drafting.figures.names_with_figures import without_names
from exporter.drafting.figures.not_stated import is_none, is_only_said
from exporter.drafting.figures.price_classes import is_price_class
from exporter.drafting.figures.share_moves import went_as_far
from exporter.drafting.figures.units_counted import counted_units
from exporter.drafting.figures.units_said import decimals, units_of, with_rates, written
from exporter.drafting.figures.yuan_of_place import in_money_of_place
from exporter.drafting.model import Sentence, Setting, Stated
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure, Role
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.evidence.reading.vocabulary.qualifiers import SHY_OF
from exporter.evidence.stated import candidates, counted, is_endless, ranges_in
from exporter.facts.units import COUNT, NO_UNIT, ORDINAL, Unit
from exporter.facts.words import Lang, Qualifier, turned

# Of the readings that agree with a figure the one that its words say: what is nearer to it first.
_SAID = (
    Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.UP_TO, Qualifier.OVER, Qualifier.UNDER,
    Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.ORDER_OF,
)  # fmt: skip
# 430多家, 三成有余, 翻了一番还多: over, where 以上 and "or more" are at least.
_ODD = regex(r"[0-9一二两三四五六七八九十百千万亿成]\s?个?[多余](?!个百分)|有余|出头|开外")
_ODD_BEHIND = regex(
    r"个?[多余](?![额款])|有余|出头|开外|还多|多(?=[，。；])|[^，。；、0-9]{0,3}(?:有余|出头|还多)"
)
# 毛利率高达24.5%, 收入有望达到57亿元: so high it is, or will be
_AS_HIGH_ZH = regex("[高多长]达$|(?<![最至])(?:有望|可望|(?<![许认])可)(?:达到?|达至|升至|增至)$")
_OR = regex(r"(?:,|，)? or (?:by )?$|[，,]?(?:即|或)$")
_ROUNDED = 1  # decimals of what has no end in them, such as a third in percent


def currencies_of(setting: Setting) -> Currencies:
    """What settles the bare signs of a setting's source."""
    source = setting.source
    return setting.conventions.currencies(source.id, {source.id: source})


def stated_in(sentence: Sentence, setting: Setting) -> list[Stated]:
    """What a sentence states in figures, in the order in which it does."""
    currencies, text = currencies_of(setting), setting.source.text or ""
    read = read_settled(sentence.text, currencies)
    if setting.lang == "en":
        read = in_money_before(read, sentence, text, currencies)
    else:
        read = in_money_of_place(read, sentence.text, text, currencies)
    figures = without_names(read, sentence.text, setting)
    found = list(_stated(figures, sentence.text, setting.lang))
    if setting.lang == "zh":
        return found
    return [_counted_before(one, sentence, setting) for one in found]


def _counted_before(stated: Stated, sentence: Sentence, setting: Setting) -> Stated:
    """A bare number in the unit of what the sentence before counts, where it is of those."""
    text = setting.source.text or ""
    start = starts_before(stated, sentence, text) if stated.unit is NO_UNIT else -1
    if start < 0:
        return stated
    both = text[start : sentence.start] + sentence.text
    figures = read_settled(both, currencies_of(setting))
    at = sentence.start - start + stated.start
    every = list(_stated(figures, both, setting.lang))
    again = next((one for one in every if one.start == at), None)
    counted_first = [one for one in every if one.end <= sentence.start - start]
    is_part = not is_done_too(stated, sentence)
    is_one = again is not None and is_of_one_kind(again, counted_first, is_part=is_part)
    if again is None or not is_one:
        return stated
    return stated._replace(unit=again.unit, value=again.value, high=again.high)


def _stated(figures: Sequence[Figure], text: str, lang: Lang) -> Iterator[Stated]:
    taken: set[tuple[int, int]] = set()
    for at, figure in enumerate(figures):
        span = figure.start, figure.end
        if span in taken or figure.is_vague or figure.is_attribute:
            continue
        taken.add(span)
        if figure.role in {Role.LOW, Role.CENTRE} and at + 1 < len(figures):
            last = figures[at + 1]
            if figure.dimension == ORDINAL:
                taken.add((last.start, last.end))
                continue
            is_said = is_only_said(figure, text[: figure.start], text[figure.end :])
            if is_said or is_price_class(figure, text) or is_class_zh(figure, text):
                taken.add((last.start, last.end))
                continue
            if figure.role is Role.CENTRE:  # $65.0 billion, plus or minus 2%: the middle is said
                taken.add((last.start, last.end))
                yield _single(figures, at, text, lang)
                continue
            if (found := _range(figures, at, text, lang)) is not None:
                taken.add((last.start, last.end))
                yield found
                continue
        is_nothing = is_none(figure, text) or is_figurative_span(figure, text)
        if figure.role is not Role.MARGIN and not is_nothing:
            yield _single(figures, at, text, lang)


def _units(figures: Sequence[Figure], at: int, text: str, lang: Lang) -> Iterable[Unit]:
    figure, behind = figures[at], text[figures[at].end :]
    if figure.dimension != COUNT:
        is_again = _is_per_again(figures, at) and _OF_ANOTHER.match(behind) is None
        return units_of(figure, behind, lang, is_again=is_again)
    # 14.8亿 of revenue, a P/B of 0.7: bare numbers that are money, or multiples.
    meant = [figure._replace(dimension=other, value=value) for other, value in figure.also]
    others = (unit for other in meant for unit in units_of(other, behind, lang))
    return chain(others, with_rates(figure, counted_units(figures, at, lang), behind, lang))


# $152 | in fees, | of revenue: a sum of its own, per nothing.
_OF_ANOTHER = regex(r" (?:in|of) (?!(?:the|a|an|its|last|early|late|mid)\b)[a-z]")


def _is_per_again(figures: Sequence[Figure], at: int) -> bool:
    """Whether a sum is per what a sum before is per: 87 cents a share, after | 73 cents."""
    figure = figures[at]
    is_sum = bool(figure.per) and figure.dimension.startswith("money")
    return is_sum and any(
        one.per == figure.per and one.dimension == figure.dimension for one in figures[:at]
    )


def _range(figures: Sequence[Figure], at: int, text: str, lang: Lang) -> Stated | None:
    """The range whose ends are a figure and the next one."""
    ends = figures[at], figures[at + 1]
    # The unit stands behind the second end, if not behind both: 5-6万吨.
    first = [at, at + 1] if ends[0].per and not ends[1].per else [at + 1, at]
    for unit in (unit for end in first for unit in _units(figures, end, text, lang)):
        for said in ranges_in(figures, unit):
            if {said.low.place, said.high.place} != {at, at + 1}:
                continue
            return Stated(
                ends,
                as_said(said.low.value, _places(said.low.figure, said.low.value)),
                as_said(said.high.value, _places(said.high.figure, said.high.value)),
                unit,
                _qualifier(said.qualifiers, text=text, figures=ends),
                min(end.start for end in ends),
                max(end.end for end in ends),
            )
    return None


# 比年初少了6%: what has become less by so much has changed by -6%.
_LESS_ZH = regex(
    r"(?:比|较|同比|环比)[^，。；：]{0,16}?(?:少|低|减少|降低|下调|缩短|省|减)(?:了)?(?:近|约|逾|超过?|将近|大约)?$"
)

# 2,300 tonnes fewer than a year ago, 6% lower than in spring: no share less than others have.
_LESS = regex(
    r" (?:[a-z]+ ){0,2}?(?:fewer|less|lower|smaller|cheaper|weaker)(?: [a-z]+){0,2}?"
    r"(?: than (?:(?:in|at|on|for|during|by|of) |the |its |their |an? |it |end |start |close ){0,5}"
    r"(?:previously|before|year"
    r"|quarter|month|week|half|same|last|prior|previous|earlier|initial|original|first|second"
    r"|third|fourth|comparable|corresponding|had|was|did|spring|summer|autumn|winter|[0-9]{4}"
    rf"|{MONTHS_EN})\b"
    r"| (?:year[- ]on[- ]year|than it was|from a year|on the year|on the quarter)\b)",
    re.IGNORECASE,
)


def _signed(figure: Figure, text: str) -> Figure:
    """A figure with the sign of what has changed, where the words compare and leave it open."""
    is_less = _LESS_ZH.search(text[: figure.start]) or (
        figure.either_sign and _LESS.match(text, figure.end)
    )
    if figure.value <= 0 or not is_less:
        return figure
    value = -figure.value
    return figure._replace(value=value, qualifiers=figure.qualifiers_of(value))


def _single(figures: Sequence[Figure], at: int, text: str, lang: Lang) -> Stated:
    """A figure in the first unit that says it; in none, where none does, for the judge to tell."""
    figure = _signed(figures[at], text)
    figures = [*figures[:at], figure, *figures[at + 1 :]]
    unit, value = NO_UNIT, figure.value
    for other in _units(figures, at, text, lang):
        said = next((one for one in candidates(figures, other) if one.place == at), None)
        if said is not None and counted(figures, said, other):
            unit, value = other, said.value
            break
    number = as_said(value, _places(figure, value))
    if _is_restated(figures, at, text):
        qualifier = Qualifier.EXACT
    else:
        qualifier = _qualifier(figure.qualifiers, figure.role, text=text, figures=(figure,))
    return Stated((figure,), number, "", unit, qualifier, figure.start, figure.end)


def _is_restated(figures: Sequence[Figure], at: int, text: str) -> bool:
    """Whether a figure says exactly what the one before it says roughly: over a third, or 34.1%."""
    if not at or Qualifier.EXACT not in figures[at].qualifiers:
        return False
    one, other = figures[at - 1 : at + 1]
    return (
        one.dimension == other.dimension and _OR.fullmatch(text[one.end : other.start]) is not None
    )


_SHY_OF = (SHY_OF, frozenset(map(turned, SHY_OF)))


def _qualifier(
    said: frozenset[Qualifier], role: Role | None = None, *, text: str, figures: Sequence[Figure]
) -> Qualifier:
    """The one that the words say; where they say a bound and leave the figure exact, the bound."""
    known = said if role in {Role.FROM, Role.TO} or len(said) == 1 else said - {Qualifier.EXACT}
    if known in _SHY_OF:
        return Qualifier.NEARLY
    before = text[: figures[0].start]
    if text.startswith("左右", figures[-1].end) and _CAN_REACH_ZH.search(before):
        return Qualifier.ABOUT
    if _AS_HIGH_ZH.search(before) or went_as_far(before):
        return Qualifier.EXACT if Qualifier.EXACT in said else Qualifier.UP_TO
    last = figures[-1]
    beyond = Qualifier.UNDER if last.value < 0 else Qualifier.OVER  # 少了4GW多
    if beyond in known and (_ODD.search(last.text) or _ODD_BEHIND.match(text, last.end)):
        return beyond
    return next((qualifier for qualifier in _SAID if qualifier in known), Qualifier.EXACT)


# 有望达到|25%|左右 is no bound; 最高可达|25%|左右 is one.
_CAN_REACH_ZH = regex("(?:(?<!最高)(?<!最多)(?<!最大)可|有望|可望)达到?$")


def _places(figure: Figure, value: Fraction) -> int:
    """How many decimals a figure was said with, if its digits are those of a value."""
    return decimals(figure) if written(figure) == abs(value) else 0


def as_said(value: Fraction, places: int) -> str:
    """A number as a facts file has it, with as many decimals as it was said with, or more."""
    if is_endless(value):
        return f"{float(round(value, _ROUNDED)):.{_ROUNDED}f}"
    while 10**places % value.denominator:
        places += 1
    whole, part = divmod(abs(value.numerator) * (10**places // value.denominator), 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part:0{places}}" if places else f"{sign}{whole}"
