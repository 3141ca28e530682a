"""What each period of a sentence does in it: whether it governs figures at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exporter.drafting.periods import role_words as words
from exporter.drafting.periods.causes import cause_of
from exporter.drafting.periods.deeds import is_of_a_deed
from exporter.drafting.periods.said_words import SINCE
from exporter.drafting.periods.seasons import is_weather
from exporter.drafting.periods.whens import When, is_relative
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period
from exporter.facts.words import Lang


class Role(StrEnum):
    """What a period does in its sentence."""

    MAIN = "main"
    COMPARED = "compared"  # of what the sentence's own figures are compared with
    ANNOUNCED = "announced"  # when it was said
    LOCAL = "local"  # of its own words alone: the unit, which it bought in 2022, earned
    NONE = "none"  # a name, a founding


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its periods and figures.

    Attributes:
        text: Its words.
        lang: Its language.
        whens: The periods it says, in order.
        roles: What each of them does.
        figures: Where its figures stand.
        ranges: Where those begin that are ends of ranges.
        bases: From where to where another period's figures stand, by the period that governs them.
    """

    text: str
    lang: Lang
    whens: tuple[When, ...]
    roles: tuple[Role, ...]
    figures: tuple[Span, ...]
    ranges: frozenset[int]
    bases: tuple[tuple[Span, When | None], ...]

    @property
    def main(self) -> list[When]:
        """The periods that the sentence is about."""
        return [
            when for when, role in zip(self.whens, self.roles, strict=True) if role is Role.MAIN
        ]

    @property
    def near(self) -> list[When]:
        """Those that govern what stands beside them."""
        pairs = zip(self.whens, self.roles, strict=True)
        return [when for when, role in pairs if role in {Role.MAIN, Role.LOCAL}]


def role_of_period(at: int, whens: Sequence[When], text: str, lang: Lang) -> Role:
    """What the period at a place among those of a sentence does in it."""
    when = whens[at]
    if re.match(
        r"(?:fiscal|financial) years? (?:ends|end|runs)\b", text[when.start :], re.IGNORECASE
    ):
        return Role.NONE
    head, said = text[: when.start], text[when.start : when.end]
    is_year = re.fullmatch(r"(?:19|20)[0-9]{2}(?:年|[-–—](?:19|20)?[0-9]{2,4})?", said) is not None
    if is_year and _is_named(head, text, when, lang):
        return Role.NONE
    is_meeting = is_year and said.isdecimal() and words.NAMED_MEETING_ZH.match(text, when.end)
    if is_meeting and len(whens) > 1:  # 10月12日，2025云城大会上: the day says more
        return Role.NONE
    return (_role_zh if lang == "zh" else _role_en)(when, head, text)


def _role_zh(when: When, head: str, text: str) -> Role:
    if words.FOUNDED_ZH.search(head) or words.FOUNDED_BEHIND_ZH.match(text, when.end):
        return Role.NONE
    if words.AFTER_DEED_ZH.match(text, when.end):
        return Role.NONE
    if _is_day(when) and words.REPORT_OUT_ZH.match(text, when.end):
        return Role.NONE
    if _is_day(when) and words.ANNOUNCED_BEHIND_ZH.match(text, when.end):
        return Role.ANNOUNCED
    if _is_compared_zh(when, text):
        return Role.COMPARED
    if words.SUPERLATIVE_ZH.match(text, when.end):
        return Role.NONE
    if words.DEED_BEHIND_ZH.match(text, when.end) and (
        words.SINCE_DEED_ZH.search(head) or words.UNTIL_DEED_ZH.search(head)
    ):
        return Role.LOCAL
    is_local = words.OF_A_THING_ZH.match(text, when.end) or cause_of(when, text, "zh") is not None
    return Role.LOCAL if is_local else Role.MAIN


def _role_en(when: When, head: str, text: str) -> Role:
    if when.is_now and words.MATURES.match(text, when.start):
        return Role.NONE  # was raised to £150m and |now matures in| 2030
    is_start = re.match(r" with (?:about |just |only )?[A-Z]{0,3}[$€£¥0-9]", text[when.end :])
    is_other = not is_start and (
        words.DUE.search(head)
        or (_MATURES.search(head) and not words.SUM_MATURES.search(head))
        or (_is_day(when) and words.PAYABLE.search(head))
        or words.YEAR_ENDED.search(head)
        or words.FOUNDED_ONLY.search(head)
    )
    is_aside = words.SUPERLATIVE_EN.search(head) or _is_left_out(head, text, when)
    if is_other or _is_of_a_thing(head, text, when) or is_aside:
        return Role.NONE
    if _RECENT.fullmatch(text[when.start : when.end]) and _is_told(head, text, when):
        return Role.NONE
    if _OF_LEVEL.search(head) and _LEVEL.match(text, when.end):
        return Role.NONE
    if is_relative(when) and _AS_MANY.search(head):
        return Role.COMPARED
    if _OF_FORECASTS.search(head) and _FORECASTS.match(text, when.end):
        return Role.NONE
    is_opening = re.fullmatch(r"\W*(?:On|Earlier on)? ?(?:\w+day,? )?", head) is not None
    is_told = is_opening and words.ANNOUNCED_BEHIND.match(text, when.end)
    if _is_day(when) and (is_told or words.ANNOUNCED.search(head)):
        return Role.ANNOUNCED
    return Role.LOCAL if _is_local(head, text, when) else Role.MAIN


# A rival that |last month reported| sales of 701 million: when it told, not of when
_RECENT = regex(r"(?:last|this|earlier this) (?:month|week)", re.IGNORECASE)
_TELLS = regex(
    r" (?:reported|posted|announced|said|disclosed|published|revealed|released|declared|unveiled)\b"
)
# |Last month|, Orlo reported sales of; said |last month| that
_OF_RESULTS = regex(
    r", (?:(?:the|its|rival|larger|smaller|[A-Z][\w&.’'-]*) ){1,4}(?:reported|posted) "
)
_SAID = regex(r"\b(?:reported|posted|said) $")


def _is_told(head: str, text: str, when: When) -> bool:
    """Whether a recent month only says when something was told."""
    is_behind = _SAID.search(head) is not None and text.startswith(" that ", when.end)
    is_before = _TELLS.match(text, when.end) or _OF_RESULTS.match(text, when.end)
    return is_behind or is_before is not None


_MATURES = regex(rf"{words.MATURES.pattern}(?:early |late |mid-)?$", re.IGNORECASE)
# three times |as many as| a year before
_AS_MANY = regex(
    r"\bas (?:many|much|large|big|high|fast|long|little|few|great)(?: \w+){0,3} as"
    r"(?: (?:in|it|they|had|was|were|did|those|sold|made))* (?:the )?$",
    re.IGNORECASE,
)
# 45% |of consensus| full-year estimates
_OF_FORECASTS = regex(
    r"\b(?:of|than|above|below|beating|missing|topping)"
    r" (?:(?:the|its|analysts?[’']?|consensus|market) )*$",
    re.IGNORECASE,
)
_FORECASTS = regex(
    r" (?:consensus |profit |earnings |market )*(?:estimates?|forecasts?|consensus|expectations?"
    r"|guidance|targets?|budget)\b[^0-9]*$",
    re.IGNORECASE,
)


def _is_local(head: str, text: str, when: When) -> bool:
    """Whether a period says when a thing came to be, or since when, and nothing of what follows."""
    if SINCE.search(head) and "/" in when.period and re.search(r"\w.*\bsince\b", head):
        return True
    if _TO_BE_DONE.search(head) or text[when.start : when.end].lower() == "last week":
        return True
    is_why = cause_of(when, text, "en") is not None
    if is_why or is_of_a_deed(when, text) or words.THAT_IT_BOUGHT.search(head):
        return True
    ends = text[when.end : when.end + 1] in ",;.)"
    if words.PARTICIPLE_ALONE_EN.search(head) is not None:
        return ends or text[: when.end].endswith("ago")
    is_done = ends and words.PARTICIPLE_EN.search(head) is not None
    return is_done or words.RELATIVE_EN.search(head) is not None or is_weather(head, text)


# An order book of $310 million, |to be executed over| the next three years
_TO_BE_DONE = regex(
    r", (?:which (?:is|are) |all of it |most of it )?(?:due |likely |expected )?to be"
    r" (?:\w+ly )?\w+(?:ed|en|lt|de|id) (?:(?:over|in|within|during|by|across) )?$"
)


# 8% above their |2019| level
_OF_LEVEL = regex(
    r"\b(?:below|above|beneath|under|over|short of|ahead of) (?:its|their|the|his|her) $"
)
_LEVEL = regex(r"(?:['’]s)? (?:levels?|peaks?|highs?|lows?|average)(?! of \W?\d)\b")
# under the December 2020 repurchase authority
_THING_BEHIND = regex(
    r" (?!(?:fiscal|first|second|third|fourth|full|quarter|period|year|half|month"
    r"|results?|level|figure"
    r"|and|or|to|was|were|is|are|by|in|on|at|for|from|with|of|as|it|we|the|a|an)\b)[a-z][\w-]+"
)


# In that October deal; not: he said that October sales
_POINTED = regex(
    r"\b(?:the|its|our|their|this|(?:of|in|from|on|at|with|for|under|after|before|by) that) $"
)


def _is_of_a_thing(head: str, text: str, when: When) -> bool:
    """Whether a month of a year only says which thing is meant."""
    is_attribute = _POINTED.search(head) is not None
    return is_attribute and _is_day(when) and _THING_BEHIND.match(text, when.end) is not None


def _is_left_out(head: str, text: str, when: When) -> bool:
    """Whether a period is that of what is left out: when also excluding prior year charges."""
    is_of_it = re.match(r"(?:[’']s)? [a-z]+", text[when.end :]) is not None
    return is_of_it and _LEFT_OUT.search(head) is not None


_LEFT_OUT = regex(r"\b(?:excluding|net of) (?:the |certain |both )?$", re.IGNORECASE)


def _is_day(when: When) -> bool:
    points = parse_period(when.period) or ()
    return len(points) == 1 and points[0].precision in {"day", "month"}


def _is_named(head: str, text: str, when: When, lang: Lang) -> bool:
    if words.NAMED_BEFORE.search(head) or words.NAMED_BEHIND.match(text, when.end):
        return True
    if lang == "zh":
        return bool(re.search("《[^》]*$", head))
    before = re.search(r"(?:^|[^\w’'.])([A-Z][\w’'-]+) $", head)
    return bool(before and before.start(1) > 1 and before[1] not in _NO_NAMES)


# Capitalised words that a year may stand behind without being a part of their name.
_NO_NAMES = frozenset(
    "In By Since During For Of Through Until From Fiscal FY Year January February March April May"
    " June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct"
    " Nov Dec Q1 Q2 Q3 Q4 H1 H2 Quarter Half Spring Summer Autumn Fall Winter Easter Christmas"
    " Between And To The Early Late Mid".split()
)


COMPARING_ZH = regex(
    "(?:相比于?|相较于?|对比|较之?|比起?|[与同和跟]|从|由|对照|高于|低于|不及|优于|好于)(?:其|在)?$"
)


TIMES_ZH = regex("(?:同期|水平|年底|末)?的(?:约|近)?[0-9.一二两三四五六七八九十]+多?倍")


# |而2023年|这一数字是37.4亿元
_CONTRAST_ZH = regex("(?:而|，)(?:在)?$")
_CONTRASTED_ZH = regex(
    "(?:年|同期|末|底)*，?(?:这一|该|此|相应|同口径)?(?:数字|数据|数值|指标|比例|比率|金额|水平)"
    "(?:是|为|则|仅|只)"
)


def _is_compared_zh(when: When, text: str) -> bool:
    if _CONTRAST_ZH.search(text[: when.start]) and _CONTRASTED_ZH.match(text, when.end):
        return True
    if is_relative(when):  # 上个月，……: of all that follows
        is_alone = text.startswith(("，", ","), when.end) and not COMPARING_ZH.search(
            text[: when.start]
        )
        return not is_alone
    head = text[: when.start]
    if TIMES_ZH.match(text, when.end):
        return True
    cue = COMPARING_ZH.search(head)
    if cue is None:
        return False
    if cue[0][0] in "与同和跟":
        return words.COMPARED_BEHIND_ZH.match(text, when.end) is not None
    if cue[0][0] in "从由":
        return (
            "/" not in when.period
            and re.match("[^，。；]{0,40}?[升降增减提扩缩涨跌攀变转至到]", text[when.end :])
            is not None
        )
    return True
