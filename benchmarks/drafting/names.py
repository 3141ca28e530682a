"""Whether two names of units, metrics, people are one, as a colleague would say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from exporter.facts.folding import fold
from exporter.facts.money_names import bare_sign
from exporter.facts.own_units import of_currency
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.unit_names import find_unit
from exporter.facts.unit_rates import split_rate
from exporter.facts.unit_sizes import size_en, size_zh, span_of, span_zh
from exporter.facts.units import COUNT, NO_UNIT, Unit

_CALENDAR = YearEnd(12, 31)
_BARE = {"$": "USD", "£": "GBP", "¥": "CNY"}
_CLASSIFIER = re.compile(r"^[个家名位件款条台辆套部项笔支只种张座间人户处例艘架份种宗次项]+(?=.)")
_ENGLISH_WORD = re.compile(r"[a-z0-9][a-z0-9&'’./-]*")
# Words that make no other metric of one.
_LITTLE_EN = frozenset(
    "a an the of in for to on at by from with its their total overall reported group company "
    "year-on-year yoy year-over-year annual quarterly full-year number as and".split()
)
_LITTLE_ZH = re.compile(
    "同比|较年初|公司|集团|业务|总计|合计|共计|累计|总(?=.)|数量|本期|当期|同期|当季|单季|当月|单月|全年|整体|"
    "现有|目前|[数量额](?=同比|较年初|占|变|$)"
)
_CHANGE_EN = frozenset(
    "growth increase decrease decline rise drop fall change gain jump climb reduction improvement "
    "contraction narrowing expansion cut grew rose fell up down".split()
)
_SHARE_ZH = re.compile("(?<=占)(?:比|(.*?)(?:比重|比例|比))(?=变|$)")
_CHANGE_ZH = re.compile(
    "增长率|增长幅度|变动幅度|增速|增长|增幅|增加|降幅|下降|下滑|减少|跌幅|涨幅|上涨|下跌|回落|上升|"
    "提升|提高|变动|变化|收窄|扩大|降低"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a name of a unit means: how large it is, of which dimension, and what is counted.

    Attributes:
        nouns: Words for what is counted; none of a measure.
    """

    scale: Fraction
    dimension: str
    nouns: frozenset[str] = frozenset()

    def is_of(self, other: "Measure") -> bool:
        """Whether two figures in these can be compared: alike in dimension and thing."""
        if self.dimension != other.dimension:
            return False
        if not self.dimension.startswith(COUNT) or not (self.nouns or other.nouns):
            return True
        return any(_ends_alike(one, two) for one in self.nouns for two in other.nouns)


def measure_of(*names: str) -> Measure:
    """What the names of one unit mean; of a bare number for none, or blank ones."""
    said = [name.strip() for name in names if name.strip()]
    known = next((unit for unit in map(find_unit, said) if unit is not None), None)
    if known is not None and not known.noun:
        known = _certain(known)
        return Measure(known.scale, _plain_dimension(known))
    nouns = set[str]()
    scale, dimension = Fraction(1), COUNT
    for name in said:
        scale, dimension, noun = _counted(name)
        nouns.add(noun)
        unit = find_unit(noun) or NO_UNIT
        nouns |= {_noun(word) for words in unit.words for word in words}
    if known is not None:
        scale, dimension = known.scale, known.dimension
        nouns |= {_noun(word) for words in known.words for word in words}
    return Measure(scale, dimension, frozenset(filter(None, nouns)))


def _counted(name: str) -> tuple[Fraction, str, str]:
    """Scale, dimension and noun of what is counted, per something or not; GPU hours are hours."""
    base, per = split_rate(name)
    size, noun = size_en(base) if base.isascii() else size_zh(base)
    if not per and (span := span_of(noun.split()[-1].casefold()) or span_zh(noun)):
        return size * span.scale, span.dimension, ""
    rate = find_unit(f"items per {per}" if per.isascii() else f"件/{per}") if per else None
    if rate is None:
        return Fraction(size), f"{COUNT}/{_noun(per)}" if per else COUNT, _noun(noun)
    return size * rate.scale, rate.dimension, _noun(noun)


def _certain(unit: Unit) -> Unit:
    sign = bare_sign(unit)
    return of_currency(unit, _BARE[sign]) if sign in _BARE else unit


def _plain_dimension(unit: Unit) -> str:
    """Its dimension; what money is per, by one word of several that mean it."""
    of, _, per = unit.dimension.partition("/")
    return f"{of}/{per.split()[0]}" if per else of


def _noun(words: str) -> str:
    folded = " ".join(words.casefold().split())
    if not folded.isascii():
        return _CLASSIFIER.sub("", folded)
    return " ".join(_singular(word) for word in folded.replace("-", " ").split())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _ends_alike(one: str, other: str) -> bool:
    """Whether one noun is the other, or a kind of it: premium stores, stores; 私行客户, 客户."""
    if one.isascii() and other.isascii():
        short, long = sorted((one.split(), other.split()), key=len)
        return long[-len(short) :] == short
    return one.endswith(other) or other.endswith(one)


def are_same_metrics(drafted: str, accepted: Iterable[str], about: Sequence[str] = ()) -> bool:
    """Whether a drafted metric is one of the names that a colleague accepts.

    Args:
        drafted: As it was drafted.
        accepted: The names.
        about: Names of the entity, which a metric may repeat or leave out.
    """
    said = _metric(drafted, about)
    return bool(said) and any(said == _metric(name, about) for name in accepted)


def _metric(name: str, about: Sequence[str]) -> frozenset[str] | str:
    folded = " ".join(fold(name).casefold().replace("’", "'").split())
    for own in sorted((own for own in about if own), key=len, reverse=True):
        folded = folded.replace(f"{own.casefold()}'s ", " ").replace(own.casefold(), " ")
    folded = _TOLD_APART.sub("", folded)
    if folded.isascii():
        words = {_plain(word) for word in _ENGLISH_WORD.findall(folded)}
        kept = {"change" if word in _CHANGE_EN else _singular(word) for word in words - _LITTLE_EN}
        return frozenset(kept - {"rate"} if "change" in kept else kept)
    closed = re.sub(r"[\s的：:，、（）()“”\"·-]", "", folded)
    return _LITTLE_ZH.sub("", _SHARE_ZH.sub(r"\1", _CHANGE_ZH.sub("变", closed))) or closed


# What tells a figure apart from another one of the same name: a colleague may leave it out.
_TOLD_APART = re.compile(
    r", (?:multiple of [\w ]+|previous guidance|consensus)$|^previous |^(?:此前|原)(?=..)"
)


def _plain(word: str) -> str:
    return word.strip(".'").removesuffix("'s")


def are_same_people(drafted: str, accepted: Iterable[str], publisher: str = "") -> bool:
    """Whether a drafted attribution is one that is accepted; the publisher stands for none."""
    said = _closed(drafted)
    if said == _closed(publisher):
        said = ""
    for name in map(_closed, accepted):
        if said == name or (said and name and (said in name or name in said)):
            return True
    return False


def _closed(name: str) -> str:
    return re.sub(r"[\s.,，。“”\"'’]", "", name.casefold())


def are_same_ratings(drafted: str, accepted: Iterable[str]) -> bool:
    """Whether a drafted rating is one that is accepted."""
    return _rating(drafted) in {_rating(name) for name in accepted}


def _rating(name: str) -> str:
    return re.sub(r"rating|评级|[\s“”\"'‘’-]", "", name.casefold())


def are_same_periods(drafted: str, accepted: Iterable[str], published: str) -> bool:
    """Whether two periods are one: 2025-Q4 is 2025-10/2025-12, and blank the source's date."""
    said = _days(drafted or published)
    return any(said == _days(period or published) for period in accepted)


def _days(period: str) -> tuple[object, ...]:
    points = parse_period(period)
    if points is None or points[0].is_fiscal or points[-1].is_fiscal:
        return (period,)
    return points[0].first, points[-1].last(_CALENDAR)
