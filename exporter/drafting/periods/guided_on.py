"""Guidance that a Chinese sentence goes on with behind a semicolon.

公司预计第三季度收入34亿元；|经调整净利率为3%至4%|: of that quarter, and guidance, too. A range of a
result says so by itself; a single figure may be one that is known already, and is a doubt.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.tenses import simplified
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex
from exporter.evidence.reading import Role, read_figures
from exporter.facts.units import POINTS, RATIO

# 公司预计, 管理层指引: not what a market or a broker expects
_GUIDES = regex(
    "^(?:此外|同时|另外|展望[^，。；]{0,10}|[0-9一二三四上下全年第季半度]{2,8})?[，]?"
    "(?:(?:本|该)?(?:公司|集团|管理层)|我们)?(?:还|目前|现|仍|当前)?(?:预计|预期|指引)"
)
# Of the measure alone: no verb of what was, no time, no comparison.
_BARE = regex("[^，。；：0-9]{2,24}?")
_KNOWN = regex(
    "已|了|实现|录得|达|至|同比|环比|较|比(?!率|例)|曾|此前|去年|上年|前年|截至|目前|当前|今年以来|其中|累计|[0-9]{4}年|[一二三四]季|半年|月"
    "|分析师|市场(?!费)|券商|机构|行业|协会|据"
)
# ，高于|去年的2%
_BESIDE = regex("去年|上年|前年|[较比](?!率|例)|高于|低于|已|[0-9]{4}年")


class GoesOn(NamedTuple):
    """A sentence that a figure's goes on from.

    Attributes:
        lead: The words of what guides, in simplified characters.
        start: Where that begins in the source.
        is_sure: Whether the figures go on as a range.
    """

    lead: str
    start: int
    is_sure: bool


def guided_on(start: int, sentence: Sentence, setting: Setting) -> GoesOn | None:
    """The guidance that a figure goes on with; None where its sentence says something of its own.

    Args:
        start: Offset of the figure in its sentence.
        sentence: Of Chinese text it also ends with a semicolon.
        setting: With the source.
    """
    if setting.lang != "zh" or _BESIDE.search(simplified(sentence.text)[:start]):
        return None
    text = setting.source.text or ""
    is_sure = _is_bare(simplified(sentence.text))
    if is_sure is None:
        return None
    begin = paragraph_start(text, sentence.start)
    before = simplified(text[begin : sentence.start]).rstrip(" |")
    if not before.endswith("；"):
        return None
    first = max(before.rfind(mark) for mark in "。！？") + 1
    *others, last = _starts(before, first)
    for at in (last, *reversed(others)):
        part = before[at:].partition("；")[0]
        if _GUIDES.match(part.lstrip(' |”"')):
            return GoesOn(part, begin + at, is_sure)
        if _is_bare(part) is None:
            return None
    return None


def _starts(before: str, start: int) -> Sequence[int]:
    """Where each part begins that a semicolon ends."""
    cuts = [cut.end() for cut in re.finditer("；", before[start:-1])]
    return [start, *(start + cut for cut in cuts)]


def _is_bare(text: str) -> bool | None:
    """Whether a sentence gives a range for a result; None where it says more than figures of it."""
    figures = read_figures(text)
    if not figures:
        return None
    head = text[: figures[0].start]
    if not _BARE.fullmatch(head) or _KNOWN.search(head):
        return None
    if not WORDS["zh"].results.search(head) and figures[0].dimension not in {RATIO, POINTS}:
        return None
    return figures[0].role is Role.LOW
