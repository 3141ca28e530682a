"""Which year of several a Chinese figure is of, where a span of years governs its sentence.

2023年至2025年，净利润分别为|1.9亿元、1.5亿元和0.9亿元|: a year each.
过去三年，单价从|1.1万元|降到|9000元|: of the first year and the last.
What grows at a compound rate does so over all of them.
"""

import re

from exporter.drafting.marks import after_last
from exporter.drafting.model import Stated
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.rows import place_in_row
from exporter.engine.regex import regex
from exporter.facts.periods import Point, parse_period

_COMPOUND = regex("复合(?:年均?|年度)?(?:增长率|增速|增长|增幅)|年均复合")
_FROM_YEAR_TO = regex(
    "(?P<first>20[0-9]{2})年?(?:末|底)?(?:的[^，。；]{0,24}?|间)?[^，。；年]{0,12}?(?:[增升降扩涨跌]|达|到|至)[^，。；年]{0,8}?"
    "(?P<last>20[0-9]{2})年"
)
_SPANS = regex(
    "(?<![0-9])(?P<first>20[0-9]{2})年?(?:至|到|-|—|–|~|～)(?P<last>20[0-9]{2})年(?!度?[0-9])"
)
_FROM = regex("(?:(?<![理事])由|从|自)(?:每[一-鿿]{1,3}|当初|最初|起初|的|约|近|超过?|不到|不足)*$")
_TO = regex(
    "(?:[降升增减跌涨落扩缩][一-鿿]?|下滑|提高|拉长|收窄)(?:至|到|为)了?(?:每[一-鿿]{1,3}|的|约|近|超过?|不到|不足)*$"
)
_YEARS = {"year", "fiscal year"}


def spans_told(text: str) -> tuple[str, ...]:
    """The spans of years that a text tells, in their order: 2023/2025."""
    return tuple(
        f"{found['first']}/{found['last']}"
        for found in _SPANS.finditer(text)
        if found["first"] < found["last"]
    )


def year_within(period: str, stated: Stated, read: Read) -> str:
    """The year of a span that a figure is of, the span of a compound growth; else the same period.

    Args:
        period: What governs the figure.
        stated: The figure.
        read: Its sentence.
    """
    if read.lang != "zh":
        return period
    if (over := _grown_over(stated, read)) != "":
        return over
    spans = [when.period for when in read.main if _is_of_years(when.period)]
    span = spans[0] if len(spans) == 1 else period if _is_of_years(period) else ""
    before = read.text[: stated.start]
    points = parse_period(span) or ()
    if not points:
        return period
    first, last = points
    place, of = place_in_row(read, stated.start)
    if of == last.first.year - first.first.year + 1 and "分别" in before and span == period:
        return Point(first.first.replace(year=first.first.year + place), first.precision).written()
    if _FROM.search(before):
        return first.written()
    return last.written() if _TO.search(before) and span == period else period


def _is_of_years(period: str) -> bool:
    """Whether a period is a span from one year to another."""
    points = parse_period(period) or ()
    return len(points) == 2 and {point.precision for point in points} <= _YEARS


def _grown_over(stated: Stated, read: Read) -> str:
    """The years over which something grows at a compound rate; "" where none are said."""
    begin = after_last(read.text, "，。；", stated.start)
    end = re.compile("[，。；]|$").search(read.text, stated.end)
    told = read.text[begin : end.start() if end else stated.end]
    if _COMPOUND.search(told) is None:
        return ""
    found = list(_FROM_YEAR_TO.finditer(read.text, 0, max(stated.start, begin)))
    return f"{found[-1]['first']}/{found[-1]['last']}" if found else ""
