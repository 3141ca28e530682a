"""What stands before a figure and says what it is per: 每天…8次, 日均, 年产能, EPS of."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.rate_things import A_SPAN, ADVERB_NOUNS, FAR, JOINS, TIMES, thing_at
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.qualifiers import BEFORE, FILLERS
from exporter.evidence.reading.vocabulary.verbs import OF_ITSELF, PRESENT, VERBS
from exporter.facts.units import COUNT, SPANS_OF_TIME

# 一天|能处理65万立方米: what something can do in a time.
_CAN_IN_ONE = regex(
    "(?<![第某同另这那进近前后每十百单])一个?(天|日|周|年|小时|分钟|月|晚)(?:[就便也约]|大约|大概|最多|至多|至少|最少|平均)*"
    "(?:能够?|可以?|足以)[^，。；、：0-9]{0,12}$"
)
_AROUND_ONE = 24  # characters
# Between a measure and its figure; 年发电量可供12万户使用 counts no households a year.
_LINKING = frozenset(
    {*cues.BY_ZH, *cues.TO_ZH, *cues.REACHED_ZH, *BEFORE, *FILLERS, *"升降增减:："}
)


def per_before(text: Text, clause: int, previous_last: int, quantity: Quantity) -> str:
    """What stands before a figure: 每天…8次, 日均, 年产能, 每股, EPS of."""
    words, first = text.words, max(clause, previous_last)
    is_consumed = quantity.dimension in {"volume", "energy"} and "百公里" in text.lower
    if is_consumed and _CONSUMED.search(text.lower, text.starts[first], quantity.start):
        return "100 km"
    for index in range(quantity.first - 1, first - 1, -1):
        word, following = words[index], text.word(index + 1)
        active = text.lower.startswith(("活", "增速"), text.ends[index])
        if word == "每" and not _is_no_rate(quantity, index, following):
            is_price = quantity.dimension.startswith("money:")
            if is_price and (thing := _thing_before(text, index, first)):
                return thing
            found = thing_at(text, index + (2 if following in {"一", "个"} else 1))
            if found and not text.lower.startswith(("日活", "月活"), text.ends[index]):
                return found
        elif word in cues.MEANS_ZH and not _is_of_a_day(text, index):
            return "" if active else cues.MEANS_ZH[word]
        elif word in cues.MEASURES_ZH and not text.used[index]:
            is_each = text.word(index - 1) == "每"  # 每|周生产|疫苗220万支
            is_measured = is_each or _LINKING.issuperset(words[index + 1 : quantity.first])
            return cues.MEASURES_ZH[word] if is_measured else ""
        elif word == "平均" and following[:1] in {"日", "月", "周", "年"}:
            is_name = text.lower.startswith(_NO_SPANS, text.ends[index] + 1)
            return "" if is_name else cues.SPANS[following[:1]]
        elif found := _said_before(text, index, quantity):
            between = _before_range(words[index + 2 : quantity.first])
            is_of_other = previous_last > clause and _says_more(between)
            is_its_own = index > previous_last and _came_to(between)
            return "" if is_of_other and not is_its_own else found
    return ""


def can_in_one(text: Text, clause: int, quantity: Quantity) -> re.Match[str] | None:
    """What says before a figure that it is what can be done in one day, month or year."""
    if not text.is_chinese or quantity.dimension in SPANS_OF_TIME:
        return None
    start = max(text.starts[clause], quantity.start - _AROUND_ONE)
    return _CAN_IN_ONE.search(text.lower, start, quantity.start)


def _is_no_rate(quantity: Quantity, index: int, following: str) -> bool:
    """Whether 每 belongs to a name, or to the span itself: 每报告期, 每|4周给药一次."""
    is_span = index + 1 == quantity.first and quantity.dimension in SPANS_OF_TIME
    return is_span or following.startswith("报")


def _is_of_a_day(text: Text, index: int) -> bool:
    """Whether 日 and 月 are a certain one: 3月|产生, 当日|处理."""
    return bool(text.used[index]) or text.word(index - 1)[-1:] in _THIS


_THIS = frozenset("当次首即同昨今该前翌本上去明整")


def _says_more(words: list[str]) -> bool:
    """Whether a verb parts a figure from a rate: pumps 85,000 barrels per day and holds 410."""
    return any(
        word in VERBS
        or word in PRESENT
        or word in _PARTING
        or (word.endswith("ed") and words[0] in JOINS)
        for word in words
    )


def _came_to(words: list[str]) -> bool:
    """Whether words only say what a measure came to: profit per tonne | rose to | $9."""
    return bool(words) and words[0] in OF_ITSELF and _COMING.issuperset(words[1:])


_COMING = frozenset("to at by about nearly just over under some further only".split())


def _before_range(words: list[str]) -> list[str]:
    """Words without those that only lead to a range: of | between 0.44 and, | in a range of."""
    for at, word in enumerate(words):
        if word == "between" and at + 1 == len(words):
            return words[:at]
        if word == "in" and words[at + 1 :] in (["a", "range", "of"], ["the", "range", "of"]):
            return words[:at]
    return words


# 900 trucks per day at 14 gates.
_PARTING = frozenset("with at in from across on through using via over between along".split())


def _thing_before(text: Text, index: int, first: int) -> str:
    """What a price is per beside a time, which stands right before that: 每平方米|每天4.6元."""
    for at in range(index - 1, max(first, index - FAR) - 1, -1):
        if text.words[at] == "每":
            is_near = text.starts[index] - text.ends[at] <= _THING
            is_next = is_near and thing_at(text, index + 1) in TIMES
            return thing_at(text, at + 1) if is_next else ""
    return ""


_THING = 4  # characters
_OF_A_YEAR = frozenset("capacity output production throughput".split())
_MADE = frozenset({COUNT, "oil", "oil equivalent", "energy", "mass", "volume", "TEU"})
_NO_SPANS = ("活", "龄", "限", "资", "期", "纪", "转", "岁", "代")  # 平均年龄, 平均周转天数
_CONSUMED = regex("百公里[油电能气综合氢]{0,4}耗")  # 百公里油耗降至4.6升
_SAID_BEFORE = {"单票": "parcel", "eps": "share", "dps": "share", "bvps": "share", "per": "",
                "each": "", "every": ""}  # fmt: skip


def _said_before(text: Text, index: int, quantity: Quantity) -> str:
    word, following = text.words[index], text.word(index + 1)
    if word not in _SAID_BEFORE and word not in cues.ADVERBS and word != "annual":
        return ""
    if word == "annual":
        return "years" if following in _OF_A_YEAR and quantity.dimension in _MADE else ""
    if word in cues.ADVERBS:
        near = quantity.dimension in _MADE and index >= quantity.first - 3
        return cues.ADVERBS[word] if near and following not in ADVERB_NOUNS else ""
    if word == "per" and following not in cues.SPANS:
        is_price = quantity.dimension.startswith("money:")
        return thing_at(text, index + 1, strict=True) if is_price or following == "share" else ""
    if following in A_SPAN and not _SAID_BEFORE[word]:
        return "" if text.word(index + 2) in ADVERB_NOUNS else cues.SPANS[following]
    return _SAID_BEFORE[word]
