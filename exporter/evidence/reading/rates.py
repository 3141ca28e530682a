"""Per what time a figure is said to be: 每天…8次, 日均, 8 times a day, 500/day."""

import re

from exporter.evidence.reading.hints import hint
from exporter.facts.units import COUNT, TIME

_SPANS = {
    "秒": "seconds", "分钟": "minutes", "小时": "hours", "天": "days", "日": "days",
    "周": "weeks", "星期": "weeks", "月": "months", "个月": "months", "年": "years",
    "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years", "annum": "years", "s": "seconds", "h": "hours", "d": "days",
    "hourly": "hours", "daily": "days", "weekly": "weeks", "monthly": "months",
    "annually": "years",
}  # fmt: skip
_SPAN_ZH = "秒|分钟|小时|天|日|周|星期|个?月|年"
# 日均活跃用户, daily active users: the words name who is counted, not how often.
_BEFORE = re.compile(
    rf"(?:每(?:一|个)?(?P<each>{_SPAN_ZH})(?!度|报|活跃)|(?P<mean>[日周月年])均(?!活|增速)|(?<=平均)(?P<average>[日周月年])(?!活)"
    r"|(?<![a-z])(?:(?:every|each|per)\s+(?P<every>second|minute|hour|day|week|month|year)"
    r"|(?P<ly>daily|hourly|weekly|monthly))(?![a-z])(?!\s+active))"
)
_AFTER = re.compile(
    rf"(?:/\s?|每)(?P<slash>{_SPAN_ZH}|second|minute|hour|day|week|month|year|[dhs](?![a-z]))(?![a-z])"
    r"|(?<![a-z])(?<!from )(?<!in )(?<!than )(?<!for )(?<!within )(?<!with )(?<!over )"
    r"(?<!half )(?:an?|per|each|every)\s+"
    r"(?P<every>second|minute|hour|day|week|month|year|annum)(?![a-z])(?!\s+(?:ago|earlier|before|prior|old|later|after))"
    r"|(?<![a-z])(?P<ly>daily|hourly|weekly|monthly|annually)(?![a-z])(?!\s+active)"
)
_HINTS = (hint("/每均"), hint("a", words="second|minute|hour|dai|day|week|month|year|annu"))
_RATED = frozenset({COUNT, TIME})


def may_hold_rates(text: str, held: int) -> bool:
    """Whether anything in `text` may say per what time a figure is."""
    return any(one.is_in(text, held) for one in _HINTS)


def per_what(before: str, after: str, dimension: str) -> str:
    """The key of the time unit that a figure is per, or "".

    A word before the figure rates counts, money and times; a percentage is rated only by words
    that follow it, since 日均订单量增长20% is no 20% a day.

    Args:
        before: The clause up to the figure.
        after: From the figure's end to the next figure or the end of the clause.
        dimension: The figure's.
    """
    if match := _AFTER.search(after):
        return _SPANS[match["slash"] or match["every"] or match["ly"]]
    if dimension in _RATED or dimension.startswith("money:"):
        found = [*_BEFORE.finditer(before)]
        if found:
            said = found[-1]
            return _SPANS[
                said["each"] or said["mean"] or said["average"] or said["every"] or said["ly"]
            ]
    return ""
