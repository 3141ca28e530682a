"""Figures that a source states again: those of its title and lead, those that a view states.

A title says 逾三成 where the text below says 33.8%; what is said more exactly below is left out
above. A broker's target price stands in its view, with the one before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

from exporter.drafting.model import Draft, DraftView
from exporter.engine.regex import regex
from exporter.evidence.withdrawals import no_longer_given
from exporter.facts.units import POINTS
from exporter.facts.words import Qualifier, Status, turned

_TARGET = regex(r"目标价|目標價|\btarget price\b|\bprice target\b", re.IGNORECASE)
_HAN = regex("[\u4e00-\u9fff]")
_WORD = regex(r"[a-z0-9&]+")
_EMPTY = frozenset("the a an of in for total net group its s".split())
_OF_A_SHARE = frozenset({"per", "share"})
# What makes one measure of another.
_NARROWS = regex(
    "扣非|调整|核心|海外|境外|国内|非|新|其他|单|人均|日均|平均|每|占|率|增速|目标|预测"
)
_OF_WHOLE = regex("占[^占]{1,8}比重$")  # 收入占总营收比重, 占比首次超过六成
_NEAR = Fraction(1, 10)  # of a value: as far as about, nearly, over are from what they mean
_STEP = Fraction(1, 2)  # of the last digit that a rounded number keeps
_LEAD = 400  # characters from the first figure on: a title and the lead below it
_SURE_DIGITS = 3  # with so many, the same number is the same figure
_SURE_NAME = 8  # Chinese characters: so long a name says what is measured, whatever the number
_BESIDE = 24  # characters between what is passed and what passes it
_SURE_BESIDE_A_TABLE = 2  # what the text says of one of a table's figures


def without_repeated(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those whose figure another states as well, or more exactly.

    Args:
        drafts: In the order of the text.
    """
    alike: dict[Any, list[Draft]] = {}
    for draft in drafts:
        if draft.unit is not None and draft.metric:
            unit = draft.unit
            metric = "" if _HAN.search(draft.metric) else _words(draft.metric)
            what: tuple[object, ...] = (unit.dimension, unit.words)
            status = draft.status
            if (
                metric and "dividend" in metric
            ):  # 9.6p, and 9.6p per share, that will be paid in May
                what = (unit.dimension.partition("/")[0],)
                status = Status.ACHIEVED if status is Status.PLANNED else status
            named = (draft.entity, metric, draft.period, status, what)
            alike.setdefault(named, []).append(draft)
    lead = min((draft.start for draft in drafts), default=0) + _LEAD
    left_out = {id(draft) for group in alike.values() for draft in _said_elsewhere(group, lead)}
    return [draft for draft in drafts if id(draft) not in left_out]


def _said_elsewhere(drafts: Sequence[Draft], lead: int) -> Iterator[Draft]:
    """Those of some that are alike whose figure another states; loosely before `lead` ends."""
    before: dict[object, list[Draft]] = {}  # by their numbers
    for at, draft in enumerate(drafts):
        of_number = before.setdefault(_number(draft), [])
        is_lead = draft.start < lead and any(
            _may_be_same(draft, other) and _is_looser(draft, other) for other in drafts[at:]
        )
        if (
            is_lead
            or any(_is_bound_passed(draft, other) for other in drafts)
            or any(_is_same_figure(draft, one) and _may_be_same(draft, one) for one in of_number)
        ):
            yield draft
        of_number.append(draft)


def without_targets(
    drafts: Iterable[Draft], views: Sequence[DraftView], text: str
) -> Iterator[Draft]:
    """Drafts without the target prices that views state, or say are withdrawn.

    Args:
        drafts: Of a source.
        views: Of the same; who could not be read keeps its target prices.
        text: Of the source.
    """
    stated = [span for view in views if _tells_target(view) for span in _spans(view, text)]
    for draft in drafts:
        unit = draft.unit
        is_price = unit is not None and unit.dimension.startswith("money") and unit.scale <= 1
        is_target = is_price and _TARGET.search(draft.metric) is not None
        if not (is_target and any(start <= draft.start < end for start, end in stated)):
            yield draft


def _tells_target(view: DraftView) -> bool:
    return bool(view.target_price or no_longer_given(view.quote))


def _spans(view: DraftView, text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a view stand."""
    at = max(0, text.rfind("\n", 0, view.start))
    for words in filter(None, view.quote.split("…")):
        start = text.find(words, at)
        start = text.find(words) if start < 0 else start
        if start >= 0:
            yield start, start + len(words)


def _may_be_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one measure may state the same, in other words."""
    return one.quote != other.quote and _are_alike(one.metric, other.metric)


def _are_alike(one: str, other: str) -> bool:
    """Whether one metric says no more than the other: 净利润增速, 归母净利润增速."""
    if not _HAN.search(one):
        return _words(one) == _words(other)
    short, long = sorted(map(_shortened, (one, other)), key=len)
    before, found, after = long.partition(short)
    return bool(found) and not _NARROWS.search(before + after)


def _shortened(metric: str) -> str:
    """A Chinese name as headlines write it: 净利增速 of 净利润同比增速."""
    return metric.replace("净利润", "净利").replace("同比增速", "增速")


@lru_cache(maxsize=4096)
def _words(metric: str) -> frozenset[str]:
    said = frozenset(word.removesuffix("s") for word in _WORD.findall(metric.casefold()))
    return said - _EMPTY - (_OF_A_SHARE if "dividend" in said else _EMPTY)


def _is_looser(one: Draft, other: Draft) -> bool:
    """Whether a draft says loosely what another, further down, says exactly."""
    if one.high or other.high or other.qualifier is not Qualifier.EXACT or one.unit is None:
        return False
    if other.unit is None or one.attribution not in {"", other.attribution}:
        return False
    loose, exact = Fraction(one.value), Fraction(other.value) * other.unit.scale / one.unit.scale
    if one.qualifier is Qualifier.EXACT:
        is_rounder = len(_digits(one.value)) < len(_digits(other.value))
        return is_rounder and loose != exact and abs(loose - exact) <= _STEP * _last_digit(one)
    said = turned(one.qualifier) if loose < 0 else one.qualifier  # of how far something fell
    if said in {Qualifier.OVER, Qualifier.AT_LEAST}:
        return abs(loose) <= abs(exact) < abs(loose) + max(_last_digit(one), abs(loose) * _NEAR)
    if said in {Qualifier.NEARLY, Qualifier.UNDER, Qualifier.UP_TO}:
        return abs(loose) * (1 - _NEAR) <= abs(exact) <= abs(loose)
    return abs(loose - exact) <= abs(loose) * _NEAR


def _is_bound_passed(one: Draft, other: Draft) -> bool:
    """Whether a draft is what a figure beside it has passed: 占收入的61%，首次超过|六成."""
    if abs(one.start - other.start) >= _BESIDE:
        return False
    same = _OF_WHOLE.sub("占比", one.metric) == _OF_WHOLE.sub("占比", other.metric)
    said = turned(one.qualifier) if one.value[:1] == "-" else one.qualifier
    is_bound = said in {Qualifier.OVER, Qualifier.AT_LEAST}
    return same and is_bound and len(_digits(one.value)) == 1 and _is_looser(one, other)


def _is_same_figure(one: Draft, other: Draft) -> bool:
    """Whether two drafts state one number, which is long enough to be no chance."""
    sure = _SURE_DIGITS if bool(one.table) == bool(other.table) else _SURE_BESIDE_A_TABLE
    is_told = one.metric == other.metric and len(_HAN.findall(one.metric)) >= _SURE_NAME
    if one.unit is None or other.unit is None:
        return False
    if one.unit.dimension == POINTS and one.unit.key != other.unit.key:  # 30bps, 0.3 points
        return one.metric == other.metric and one.qualifier is other.qualifier
    is_told = is_told or ("dividend" in one.metric.casefold() and len(_digits(one.value)) > 1)
    if max(len(_digits(one.value)), len(_digits(other.value))) < sure and not is_told:
        return False
    values = (_number(one), one.high, one.unit.scale, one.qualifier)
    return values == (_number(other), other.high, other.unit.scale, other.qualifier)


def _number(draft: Draft) -> object:
    """By what drafts are compared: their number (21, 21.0); of points, how many, in any steps."""
    if draft.unit is None or draft.high:
        return draft.value, draft.high
    steps = draft.unit.scale if draft.unit.dimension == POINTS else 1
    return Fraction(draft.value) * steps


def _digits(value: str) -> str:
    """The digits of a number that count: 30 has one, 33.8 three."""
    digits = value.lstrip("-").replace(".", "").lstrip("0")
    return digits if "." in value else digits.rstrip("0")


def _last_digit(draft: Draft) -> Fraction:
    """What one is worth in the last digit of a number that counts: 10 of 30, 0.1 of 33.8."""
    whole, _, decimals = draft.value.lstrip("-").partition(".")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
