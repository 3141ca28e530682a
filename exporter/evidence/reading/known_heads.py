"""Heads of columns that can be told apart though nothing parts them: H1 2026 H1 2025 change %.

A quote, and a text without tabs, has a line of heads as words alone; periods and changes are known.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from exporter.engine.regex import regex

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CHANGED = r"(?:change|chg\.?|growth|increase|decrease|var(?:iance)?|yoy|y/y|\+/-|±)"
_CHANGED_ZH = r"(?:同比|环比)(?:增减|增长|变动|变化)?(?:幅度|率|额)?|增减|变动|增幅|增长率"
SHARE_ZH = r"占比|占[\u4e00-\u9fff]{0,10}?(?:比例|比重|比)"
SHARE_EN = (
    r"(?:as )?(?:a )?(?:%|per ?cent) of (?:the )?(?:(?:group|net|total) )?"
    r"(?:total|group|sales|revenues?|turnover)"
    r"|share of (?:total|group|sales|revenues?)(?:,? ?(?:in )?\(?%\)?)?"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})"
# A period, a change or a change in percent.
_KNOWN = regex(
    rf"(?P<percent>{_CHANGED},? ?(?:in )?(?:\(%\)|%|per ?cent)|(?:%|per ?cent),? ?{_CHANGED}"
    rf"|{SHARE_EN}|\(%\)|%|(?:{_CHANGED_ZH}|{SHARE_ZH})\(?%\)?|{SHARE_ZH})"
    r"|(?:19|20)[0-9]{2}年(?:度|[上下]半年(?:度)?|半年度|前三季度|第?[一二三四1-4]季度"
    r"|[0-9]{1,2}[-–至][0-9]{1,2}月|[0-9]{1,2}月(?:[0-9]{1,2}日|末)?|末)?"
    r"|(?:第[一二三四1-4]季度|前[九六三369]个月|[上下]半年(?:度)?|全年) ?(?:19|20)[0-9]{2}年?"
    rf"|(?:本期|本报告期|上期|上年同期|上年|去年同期|期初|期末)(?:数|金额|余额)?|金额|{_CHANGED_ZH}"
    rf"|(?:[0-9]{{1,2}} )?{_MONTH}(?: [0-9]{{1,2}},?)? (?:19|20)[0-9]{{2}}"
    r"|[0-9]{1,2}[-–][0-9]{1,2}/(?:19|20)[0-9]{2}"
    r"|(?:(?<![hq][1-4] )(?:fy|hy|[hq][1-4]|[1-4][hq]|[0-9]{1,2}m"  # h1 h2 fy26
    r"|(?:first|second) half|(?:first|second|third|fourth) quarter|half[- ]year|full[- ]year|year)"
    rf"[ -]?)?(?:fy ?)?{_YEAR}(?![0-9,.])"
    rf"(?: ?\([a-z][^()]*\))?|[hq][1-4](?![0-9])|{_CHANGED}|reported|organic|constant[- ]currency"
)


def heads_at_end(passage: str) -> tuple[str, ...]:
    """The heads that a passage ends with: "%" for each that says so, "" for another.

    £ million, 2026, 2025, Change %.

    Args:
        passage: In small letters, folded.
    """
    return tuple("%" if head["percent"] else "" for head in _at_end(passage))


def changes_at_end(passage: str) -> tuple[bool, ...]:
    """For each head that a passage ends with whether it says a change, and not what that is in."""
    return tuple(_IS_CHANGE.fullmatch(head[0].strip()) is not None for head in _at_end(passage))


_IS_CHANGE = regex(rf"{_CHANGED}|{_CHANGED_ZH}")


@lru_cache(maxsize=1024)  # the same heads stand over many rows
def _at_end(passage: str) -> Sequence[re.Match[str]]:
    found: list[re.Match[str]] = []
    end = len(passage.rstrip())
    for head in reversed(list(_KNOWN.finditer(passage))):
        if passage[head.end() : end].strip():
            break
        found.append(head)
        end = head.start()
    return found[::-1]


def heads_with_words(passage: str) -> Iterator[tuple[str, str]]:
    """Each head of a passage, with the words behind it up to the next one; "" before the first."""
    behind, head = 0, ""
    for found in _KNOWN.finditer(passage):
        if head or passage[behind : found.start()].strip():
            yield head, passage[behind : found.start()].strip()
        behind, head = found.end(), found[0].strip()
    if head:
        yield head, passage[behind:].strip()


def is_known_head(head: str) -> bool:
    """Whether words are one head of a column alone, a period or a change: 2025年, H1 2026."""
    return _KNOWN.fullmatch(head) is not None


def spans_of_heads(passage: str) -> list[tuple[int, int]]:
    """Where the heads of a passage stand that is nothing else; [] for another, or for one head."""
    spans: list[tuple[int, int]] = []
    at = len(passage) - len(passage.lstrip())
    while head := _KNOWN.match(passage, at):
        spans.append(head.span())
        behind = passage[head.end() :]
        at = head.end() + len(behind) - len(behind.lstrip())
    return spans if len(spans) > 1 and at == len(passage) else []
