"""What a figure is per: 每天…8次, 日均, 8 times a day, $74 per kWh, 元/股."""

import re
from math import prod

from exporter.evidence.reading.cardinals import scale_at
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import ONE, value_of_digits
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.numbers import POWERS_ZH, SCALES
from exporter.evidence.reading.vocabulary.qualifiers import BEFORE, FILLERS
from exporter.evidence.reading.vocabulary.units import (
    CLASSIFIERS,
    PHRASES,
    phrase_at,
    symbol_at,
    unit_zh,
)
from exporter.evidence.reading.vocabulary.verbs import PRESENT, SINGULAR, VERBS
from exporter.facts.units import CALENDAR_TIME, COUNT, KNOWN_UNITS, MULTIPLE, PER_NOUNS, TIME

_A_SPAN = frozenset("second minute hour day week month year annum quarter".split())


_NOT_A_RATE = frozenset("from in than for within with over half since until by about".split())


_NOT_AFTER = frozenset("ago earlier before prior old later active run".split())


_EACH = frozenset({"per", "each", "every", "a", "an"})


# What is daily itself: users of each day, workers paid by the hour, magazines of each month.
_ADVERB_NOUNS = frozenset(
    "active actives users visitors viewers customers readers subscribers commuters workers "
    "employees staff wage wages newspapers papers magazines journals titles newsletters "
    "bulletins".split()
)


_RATED = frozenset({COUNT, TIME})
_TIME = frozenset({TIME, CALENDAR_TIME})


def per_what(
    text: Text, quantity: Quantity, clause: int, clause_end: int, previous_last: int
) -> str:
    """What a figure is per: the key of a unit, the name of a thing (`share`, `10 share`), or ""."""
    if found := _per_after(text, quantity, clause_end):
        return found
    dimension = quantity.dimension
    if (
        dimension in _RATED
        or dimension.startswith("money:")
        or dimension in {"mass", "length", "oil", "energy", "volume", "area", "data", "TEU"}
    ):
        can = _can_in_one(text, clause, quantity)
        return cues.SPANS[can[1]] if can else _per_before(text, clause, previous_last, quantity)
    return ""


def may_hold_rates(text: Text) -> bool:
    """Whether any word of a text may say per what a figure is."""
    return not _RATE_WORDS.isdisjoint(text.words) or any(
        map(text.lower.__contains__, ("百公里", *_ONE_SPAN))
    )


_ONE_SPAN = ("一天", "一日", "一周", "一年", "一小时", "一分钟", "一个月", "一季度", "一晚")
# 一天|能处理65万立方米: what something can do in a time.
_CAN_IN_ONE = re.compile(
    "(?<![第某同另这那进近前后每十百单])一个?(天|日|周|年|小时|分钟|月|晚)(?:[就便也约]|大约|大概|最多|至多|至少|最少|平均)*"
    "(?:能够?|可以?|足以)[^，。；、：0-9]{0,12}$"
)
_AROUND_ONE = 24  # characters


_RATE_WORDS = frozenset(
    (
        "/ 每 平均 per each every a an daily hourly weekly monthly annually yearly annual "
        "单票 eps dps bvps share psf psm pcm"
    ).split()
) | frozenset({*cues.MEANS_ZH, *cues.MEASURES_ZH})


def _per_after(text: Text, quantity: Quantity, clause_end: int) -> str:
    """What stands behind a figure, or behind what it counts: /天, a day, $70-a-share."""
    words, first = text.words, quantity.last
    for index in range(first, min(clause_end, first + _FAR, len(words))):
        word = words[index]
        found = _per_word(text, index, first, quantity)
        if found is not None:
            return found
        if word[0].isdecimal() and text.words[index - 1].isalpha() and text.touches(index - 1):
            continue  # grams of CO2 per kilometre
        if word in _JOINS or (word[0].isdecimal() and quantity.dimension != COUNT):
            return ""
    return ""


def _per_word(text: Text, index: int, first: int, quantity: Quantity) -> str | None:
    """What a word behind a figure says that it is per; "" for nothing, None where it says nothing.

    Args:
        text: The text.
        index: The index of the word.
        first: That of the first word behind the figure.
        quantity: The figure.
    """
    word = text.words[index]
    if word in _RATE_SIGNS:
        return _RATE_SIGNS[word]
    if word in {"/", "每"} and index - first <= 2 and text.word(index - 1) not in _OF_ANOTHER:
        is_change = text.word(index - 1) == text.word(index + 1)  # y/y
        # 200兆瓦/400兆瓦时 are two numbers, where 2元/10股 is a rate.
        is_another = word == "/" and text.word(index + 1).strip("0,") not in {"", "1"}
        is_another = is_another and text.word(index + 1)[:1].isdecimal()
        found = "" if is_change or is_another else _thing(text, index + 1)
        # 11 times EV/EBITDA: a ratio's name.
        is_ratio = word == "/" and quantity.dimension == MULTIPLE and found not in _TIMES
        return "" if is_ratio else found
    if word in cues.ADVERBS and _is_a_rate(text, index):
        return cues.ADVERBS[word] if index == first or quantity.dimension == COUNT else None
    if word == "-" and text.word(index + 1) in _EACH and text.word(index + 2) == "-":
        return _thing(text, index + 3)
    is_for_each = text.word(index - 1) == "for" and word in {"each", "every"}
    if word in _EACH and (is_for_each or text.word(index - 1) not in _NOT_A_RATE):
        is_counted = index == first + 1 and quantity.dimension == COUNT
        if word in {"a", "an"} and _is_no_span(text, index, is_counted):
            return ""
        found = _thing(text, index + 1, strict=word != "per")
        if is_for_each and found in _TIMES:
            return None
        return found if found or word in {"per", "each", "every"} else None
    return None


def _is_no_span(text: Text, index: int, is_counted: bool) -> bool:
    """Whether "a day" says when, or what is bought: a year before, buys a day pass.

    Args:
        text: The text.
        index: The index of the article.
        is_counted: Whether the word before it is what is counted: 14 trains an hour.
    """
    verb, is_time = text.word(index - 1), text.word(index + 1) in cues.SPANS
    if text.word(index + 1) == "second" and _names_a_further(text.word(index + 2)):
        return True
    return (is_time and text.word(index + 2) in _NOT_AFTER) or (
        verb in _BUYING or (verb in SINGULAR and not is_counted)
    )


def _names_a_further(word: str) -> bool:
    """Whether the word behind "a second" is what is the second: a second policy."""
    is_behind_time = word in _BEHIND_A_RATE or word in VERBS or word.endswith("ly")
    return word.isalpha() and not is_behind_time


_BEHIND_A_RATE = frozenset(
    "in on at to of for from by with and or but over per across as than when while if under via "
    "during between through into out up down after before until each every that which who it they "
    "more less faster slower worldwide".split()
)
# Between a measure and its figure; 年发电量可供12万户使用 counts no households a year.
_LINKING = frozenset(
    {*cues.BY_ZH, *cues.TO_ZH, *cues.REACHED_ZH, *BEFORE, *FILLERS, *"升降增减:："}
)
_BUYING = frozenset("buy bought need lasted last take took get got wait spend spent".split())
_FAR = 7  # words
_RATE_SIGNS = {"psf": "square feet", "psm": "m²", "pcm": "months"}
_OF_ANOTHER = frozenset("至 到 为".split())  # 上涨15%至每箱2340美元
_JOINS = frozenset("and or but while with 和 及".split())


def _is_a_rate(text: Text, index: int) -> bool:
    """Whether daily is said of a figure, and not of active users or the daily average."""
    before = text.word(index - 1)
    is_noun = text.word(index + 1) in _ADVERB_NOUNS or before == "the" or before.endswith("'s")
    return not is_noun and before not in _NOT_A_RATE


_COMMON_PER = frozenset(
    (
        "share barrel tonne ton pound ounce litre liter gallon bushel kilo kilogram "
        "kwh mwh unit person head user customer vehicle night room parcel ounce acre "
        "hectare foot metre meter square ads adr kg lb box bottle cup pair day month "
        "year week hour minute second quarter ton metric seat subscriber student "
        "patient piece ticket trip order shift match game session visit flight journey item"
    ).split()
)


_OF_SHARES = frozenset("diluted basic ordinary common american depositary adjusted".split())


def _thing(text: Text, at: int, *, strict: bool = False) -> str:
    """The unit or the thing at word `at`, as a rate names it: `days`, `kWh`, `10 share`; or ""."""
    at += text.word(at) in _OF_SHARES
    word, count = text.word(at), ""
    if (number := _count_at(text, at)) is not None:
        count, at = f"{number[0]} ", number[1]
        word = text.word(at)
    if not word[:1].isalpha():
        return ""
    found = _thing_zh(text, at) if word[0] >= "\u4e00" else _thing_en(text, at, strict=strict)
    return f"{count}{found}" if found else ""


def _count_at(text: Text, at: int) -> tuple[int, int] | None:
    """How many things a rate is per, and the index behind: 10, 1,000, million, 100 million."""
    word, value = text.word(at), ONE
    if word[:1].isdecimal():
        found = value_of_digits(word)
        if found is None or found.denominator > 1 or not found:
            return None
        value, at = found, at + 1
    elif word not in SCALES:
        return None
    size, at = scale_at(text, at)
    return int(value * size), at


def _thing_en(text: Text, at: int, *, strict: bool) -> str:
    word = text.words[at]
    if word in cues.SPANS and (word in _A_SPAN or len(word) <= 3):
        return cues.SPANS[word]
    singular = word if word in PER_NOUNS else word.removesuffix("s")
    phrase = phrase_at(text.words, at) if word in PHRASES else None
    is_measure = phrase is not None and phrase[1].key in KNOWN_UNITS
    if strict and word not in _COMMON_PER and singular not in PER_NOUNS and not is_measure:
        return ""
    symbol = symbol_at(text.folded, text.starts[at])
    if symbol is not None:
        return symbol[1].key
    if singular == "pound":
        return "lb"
    if phrase is not None and is_measure:
        return phrase[1].key
    if singular == "head":  # of people or of cattle
        is_said = text.word(at + 1) == "of" and text.word(at + 2) in _ANIMALS
        return "head of cattle" if is_said else singular
    return PER_NOUNS[singular][0] if singular in PER_NOUNS else singular


_ANIMALS = frozenset("cattle livestock stock sheep pigs hogs goats cows".split())


def _thing_zh(text: Text, at: int) -> str:
    rest = text.lower[text.starts[at] : text.starts[at] + 8]
    for length in (3, 2, 1):
        span = cues.SPANS.get(rest[:length])
        if span and not rest.startswith("日元"):
            return span
    if _PER_M2.match(rest):
        return "m²"
    if rest.startswith("度") and _PER_KWH.match(rest):
        return "kWh"
    for length in range(min(6, len(rest)), 0, -1):
        if rest[:length] in PER_NOUNS:
            return PER_NOUNS[rest[:length]][0]
    found = unit_zh(rest)
    if found is not None and found[1].key in KNOWN_UNITS:
        return found[1].key
    if powers := _POWERS.match(rest):  # 每百公里, 美元/百万词元
        size = prod(POWERS_ZH[power] for power in powers[0])
        rest = rest[powers.end() :]
        of = next((PER_NOUNS[rest[:n]][0] for n in (3, 2, 1) if rest[:n] in PER_NOUNS), "")
        if (found := unit_zh(rest)) and found[1].key in KNOWN_UNITS:
            of = found[1].key
        return f"{size} {of}" if of else ""
    match = _CLASSIFIED.match(rest)
    return match[1] if match and match[1] in CLASSIFIERS else ""


_PER_KWH = re.compile("度(?:[电的，。；0-9一二三四五六七八九约为售收平成上下涨降高低]|$)")
_PER_M2 = re.compile("平(?=[，。；、)0-9约为的]|$)")  # 1.28万元/平
_POWERS = re.compile("[十百千万亿]{1,3}")
_CLASSIFIED = re.compile("[一两]?个?([\u4e00-\u9fff])")


def _per_before(text: Text, clause: int, previous_last: int, quantity: Quantity) -> str:
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
            found = _thing(text, index + (2 if following in {"一", "个"} else 1))
            if found and not text.lower.startswith(("日活", "月活"), text.ends[index]):
                return found
        elif word in cues.MEANS_ZH and not _is_of_a_day(text, index):
            return "" if active else cues.MEANS_ZH[word]
        elif word in cues.MEASURES_ZH and not text.used[index]:
            is_measured = _LINKING.issuperset(words[index + 1 : quantity.first])
            return cues.MEASURES_ZH[word] if is_measured else ""
        elif word == "平均" and following[:1] in {"日", "月", "周", "年"}:
            is_name = text.lower.startswith(_NO_SPANS, text.ends[index] + 1)
            return "" if is_name else cues.SPANS[following[:1]]
        elif found := _said_before(text, index, quantity):
            is_of_other = previous_last > clause and _says_more(words[index + 2 : quantity.first])
            return "" if is_of_other else found
    return ""


def _can_in_one(text: Text, clause: int, quantity: Quantity) -> re.Match[str] | None:
    """What says before a figure that it is what can be done in one day, month or year."""
    if not text.is_chinese or quantity.dimension in _TIME:
        return None
    start = max(text.starts[clause], quantity.start - _AROUND_ONE)
    return _CAN_IN_ONE.search(text.lower, start, quantity.start)


def _is_no_rate(quantity: Quantity, index: int, following: str) -> bool:
    """Whether 每 belongs to a name, or to the span itself: 每报告期, 每|4周给药一次."""
    is_span = index + 1 == quantity.first and quantity.dimension in _TIME
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
        or (word.endswith("ed") and words[0] in _JOINS)
        for word in words
    )


# 900 trucks per day at 14 gates.
_PARTING = frozenset("with at in from across on through using via over between along".split())


def _thing_before(text: Text, index: int, first: int) -> str:
    """What a price is per beside a time, which stands right before that: 每平方米|每天4.6元."""
    for at in range(index - 1, max(first, index - _FAR) - 1, -1):
        if text.words[at] == "每":
            is_near = text.starts[index] - text.ends[at] <= _THING
            is_next = is_near and _thing(text, index + 1) in _TIMES
            return _thing(text, at + 1) if is_next else ""
    return ""


_THING = 4  # characters
_TIMES = frozenset(cues.SPANS.values())
_OF_A_YEAR = frozenset("capacity output production throughput".split())
_MADE = frozenset({COUNT, "oil", "oil equivalent", "energy", "mass", "volume", "TEU"})
_NO_SPANS = ("活", "龄", "限", "资", "期", "纪", "转", "岁", "代")  # 平均年龄, 平均周转天数
_CONSUMED = re.compile("百公里[油电能气综合氢]{0,4}耗")  # 百公里油耗降至4.6升
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
        return cues.ADVERBS[word] if near and following not in _ADVERB_NOUNS else ""
    if word == "per" and following not in cues.SPANS:
        is_price = quantity.dimension.startswith("money:")
        return _thing(text, index + 1, strict=True) if is_price or following == "share" else ""
    if following in _A_SPAN and not _SAID_BEFORE[word]:
        return "" if text.word(index + 2) in _ADVERB_NOUNS else cues.SPANS[following]
    return _SAID_BEFORE[word]
