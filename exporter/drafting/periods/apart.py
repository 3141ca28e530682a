"""Periods that are told apart from a figure: of an aside, a cause, a plan, in brackets."""

import re
from collections.abc import Iterator

from exporter.drafting.periods.base_years import is_level_beside
from exporter.drafting.periods.causes import cause_of
from exporter.drafting.periods.role_words import ASIDE
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex


def is_anothers(read: Read, when: When, start: int, end: int) -> bool:
    """Whether a period is that of an aside, a cause or a plan, to which the figure is none."""
    if _is_bracketed(read.text, when, start) or _is_part_of_plan(read.text, end, when):
        return True
    if is_level_beside(read, when, (start, end)):
        return True
    if when.end <= start and _OF_ONE_BOUGHT.search(read.text, when.end, start):
        return True
    if _IS_DONE.search(read.text, when.end, start) and _EXPECTED.search(read.text, 0, when.start):
        return True
    between = read.text[end : when.start] if when.start >= end else ""
    if _ASIDE_BEHIND.search(between) and read.text[when.end :].startswith(","):
        return True
    if _ALSO_PLANS.match(between):
        return True
    if when.start >= end and _ASSUMED.search(read.text, end, when.start):
        return True
    cause = cause_of(when, read.text, read.lang)
    return cause is not None and start < cause


# On 4 July it signed to acquire Orlo, a maker of kilns |with annual sales of| £24m
_OF_ONE_BOUGHT = regex(
    r"\b(?:acquir\w*|buy|bought|buying|purchas\w+|take over|took over)\b[^;.]*?"
    r"\b(?:with|has|which has|whose) (?:annual|yearly) (?:sales|revenues?|turnover|profits?)\b"
)
# Expects to end the year with £95m, and it has set aside |£74m|: that is done, and not of its end
_EXPECTED = regex(r"\b(?:expects?|plans?|aims?|hopes?|intends?|targets?|will)\b[^;.]*$")
_IS_DONE = regex(
    r", (?:and|but) (?:it|they|he|she|(?:the|its) [a-z]+|[A-Z][\w’'-]+) (?:has|have)"
    r" (?:also |already |now )?(?!(?:to|yet|until|about|an?|the|no)\b)[a-z]+ "
)
# Net debt rose to |£40m|, and the dividend, suspended in 2020, will not be paid: that is of this
_ASIDE_BEHIND = regex(
    r", (?:and|but|while|though|although) (?:the|its|a|an|their) [^,;]{2,50},"
    r" (?:which (?:was|were) |that was )?[a-z]+(?:ed|wn|en|lt|pt|ld|ut|un|id|ade) (?:back )?"
    r"(?:in|since|during) $"
)
# Takes |30%| of its output and has warned that it will buy elsewhere next year
_ALSO_PLANS = regex(
    r"[^,;.:0-9]*,? and (?:(?:now|also|has|have|had|is|are) ){0,3}(?:threaten(?:s|ed|ing)?"
    r"|warn(?:s|ed|ing)?|plan(?:s|ned|ning)?|intends?|wants?|promised|pledged|vowed|hinted|decided"
    r"|agreed|will|due)\b"
)
# Below |90%|, assuming normal losses in the second half: what is assumed is of that half
_ASSUMED = regex(
    r"[,(]? ?\b(?:assuming|on the assumption|provided(?: that)?|assumes)\b[^,;.)]*$"
    "|[，（](?:假设|假定|前提是)[^，。；）]*$"
)


def _is_part_of_plan(text: str, end: int, when: When) -> bool:
    """Has delivered £17m |of the £40m| that it targets by 2027: the period is the plan's."""
    if when.start <= end or _OF_A_PLAN.match(text, end) is None:
        return False
    return _PLAN_IS_BY.search(text, end, when.start) is not None


_PLAN_IS_BY = regex(r"\b(?:that|which|it|target\w*|plan\w*|aim\w*|promised|pledged|savings)\b")
_OF_A_PLAN = regex(
    r" of (?:the|its|their|our|that|those|a planned) "
    r"(?:(?!(?:for|in|by|at) )[\w-]+ )?[$€£¥]?[0-9]"
)


_BRACKETS = regex(r"[(（][^()（）]*[)）]")


def _around(place: int, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The brackets, or the asides, of a text in which a place of it is."""
    return (inside for inside in pattern.finditer(text) if inside.start() <= place < inside.end())


def _is_bracketed(text: str, when: When, start: int) -> bool:
    """Whether a period stands in brackets, or an aside, in which the figure does not stand."""
    return any(
        not inside.start() <= start < inside.end()
        for pattern in (_BRACKETS, ASIDE, _MOST_OF_IT)
        for inside in _around(when.start, pattern, text)
    )


# Costs of $18m, |most of which fell in the first half,| and spending of $35m
_MOST_OF_IT = regex(
    r", (?:(?:almost|nearly|about|roughly|well over|over|more than|virtually) )?"
    r"(?:most|much|all|half|some|part|none|(?:the|a) (?:bulk|majority|rest|remainder|third|quarter)"
    r"|two[- ]thirds|three[- ]quarters) of (?:which|it|that|them)\b[^,;]*(?:,|$)"
)


def in_brackets(read: Read, start: int) -> When | None:
    """$3.4 billion (2022: $3.0 billion): the period within the brackets around the figure."""
    for inside in _around(start, _BRACKETS, read.text):
        own = [when for when in read.whens if inside.start() <= when.start < inside.end()]
        before = [when for when in own if when.end <= start]
        return before[-1] if before else own[0] if own else None
    return None


def is_of_an_aside(text: str, when: When) -> bool:
    """Whether only an aside says a period: revenue, which had been £300m in the first half of 2025.

    Or words that tell which things are meant: the stores that were closed in the fourth quarter.
    """
    is_in_aside = any(_around(when.start, ASIDE, text))
    return is_in_aside or _THAT_WERE.search(text[: when.start]) is not None


_THAT_WERE = regex(
    r"\b[a-z]+s (?:that|which) (?:it |they |the (?:company|group) )?(?:(?:was|were|had|has|have"
    r"|been) )*(?:[a-z]+ed|shut|sold|built|bought|left|lost|won|made) (?:in|during|at|by|since)"
    r"(?: (?:the|late|early|mid|end of))* ?$"
)
