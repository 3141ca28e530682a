"""What a period of an English sentence does in it: whether it governs figures at all."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods import role_words as words
from exporter.drafting.periods.base_years import is_base_year
from exporter.drafting.periods.causes import cause_of
from exporter.drafting.periods.deeds import is_of_a_deed
from exporter.drafting.periods.described import is_since_then
from exporter.drafting.periods.roles import Role
from exporter.drafting.periods.said_words import SINCE
from exporter.drafting.periods.seasons import is_weather
from exporter.drafting.periods.whens import When, is_day_or_month, is_relative
from exporter.engine.regex import regex


def role_en(when: When, head: str, text: str) -> Role:
    """What a period does by the words before it, and those of all its sentence."""
    if when.is_now and words.MATURES.match(text, when.start):
        return Role.NONE  # was raised to £150m and |now matures in| 2030
    is_start = re.match(rf" with {ABOUT}[A-Z]{{0,3}}[$€£¥0-9]", text[when.end :])
    is_other = not is_start and (
        words.DUE.search(head)
        or (_MATURES.search(head) and not words.SUM_MATURES.search(head))
        or (is_day_or_month(when) and words.PAYABLE.search(head))
        or words.YEAR_ENDED.search(head)
        or words.FOUNDED_ONLY.search(head)
    )
    is_since = is_since_then(head) and _YEAR.fullmatch(when.period) is not None
    is_aside = is_since or words.SUPERLATIVE_EN.search(head) or _is_left_out(head, text, when)
    if is_other or _is_of_a_thing(head, text, when) or is_aside or _SEEN_INTO.search(head):
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
    if is_day_or_month(when) and (is_told or words.ANNOUNCED.search(head)):
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


_YEAR = regex(r"(?:FY)?[0-9]{4}")
_MATURES = regex(rf"{words.MATURES.pattern}(?:early |late |mid-)?$", re.IGNORECASE)
# three times |as many as| a year before
_AS_MANY = regex(
    r"\bas (?:many|much|large|big|high|fast|long|little|few|great)(?: \w+){0,3} as"
    r"(?: (?:in|it|they|had|was|were|did|those|sold|made))* (?:the )?$",
    re.IGNORECASE,
)
# 21,500 machines give it good |visibility into| next year: no period of the machines
_SEEN_INTO = regex(
    r"\b(?:visibility|confidence|momentum|clarity|insight|tailwinds?|(?:good|strong|solid|firm)"
    r" (?:base|basis|platform|footing|start)) (?:[a-z]+ )?(?:in)?(?:to|for|on|over|about)"
    r" (?:the |its |our )?(?:rest of )?$"
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
    if is_base_year(text, when.start, when.end):
        return True
    if _TO_BE_DONE.search(head) or text[when.start : when.end].lower() == "last week":
        return True
    if is_day_or_month(when) and _OF_A_MOOD.search(head) and not _FIGURE.search(text, when.end):
        return True
    is_why = cause_of(when, text, "en") is not None
    if is_why or is_of_a_deed(when, text) or words.THAT_IT_BOUGHT.search(head):
        return True
    ends = text[when.end : when.end + 1] in ",;.)"
    if words.PARTICIPLE_ALONE_EN.search(head) is not None:
        return ends or text[: when.end].endswith("ago")
    is_done = ends and words.PARTICIPLE_EN.search(head) is not None
    return is_done or words.RELATIVE_EN.search(head) is not None or is_weather(head, text)


# We had a very good spring and a rotten |August|: what is told next is of no month for that
_OF_A_MOOD = regex(
    r"\ban? (?:(?:very|really|rather|pretty|quite|truly|particularly|exceptionally|fairly) )?"
    r"(?!(?:late|early|mid|first|second|previous|new)\b)[a-z]+ $"
)


_FIGURE = regex("[0-9]")


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
    return (
        is_attribute and is_day_or_month(when) and _THING_BEHIND.match(text, when.end) is not None
    )


def _is_left_out(head: str, text: str, when: When) -> bool:
    """Whether a period is that of what is left out: when also excluding prior year charges."""
    is_of_it = re.match(r"(?:[’']s)? [a-z]+", text[when.end :]) is not None
    return is_of_it and _LEFT_OUT.search(head) is not None


_LEFT_OUT = regex(r"\b(?:excluding|net of) (?:the |certain |both )?$", re.IGNORECASE)
