"""The period nearest to a figure in its own part of a sentence."""

import re
from collections.abc import Sequence

from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import When, is_relative
from exporter.engine.regex import regex


def nearest(read: Read, mains: Sequence[When], start: int, end: int, part: Span) -> When | None:
    """The period nearest to a figure in its part of the sentence."""
    here = [when for when in mains if part[0] <= when.start < part[1]]
    if now := _now_between(read.text, here, start):
        return now
    here = [when for when in here if not when.is_now] or here
    if aim := _AIM.search(read.text, part[0], start):  # 完成全年125万辆目标的|77.4%
        here = [when for when in here if when.start >= start or not _is_of(read, when, aim)]
    before = [when for when in here if when.end <= start]
    behind = [
        when
        for when in here
        if when.start >= end
        and not turns(read, start, end, when.start)
        and not (is_relative(when) and has_figure(read, end, when.start))
        and not (is_relative(when) and _is_multiple_of(read.text, start, end))
        and not _is_of_what_was(read, start, end, when)
        and not (when.is_now and _AND.search(read.text, end, when.start))
    ]
    if not behind or (read.lang == "zh" and before):
        return before[-1] if before else (behind[0] if behind else None)
    gap = read.text[end : behind[0].start]
    is_deadline = _is_deadline(read.text, behind[0])
    if is_deadline or (before and re.search(r"\band\b|\bor\b", gap)):
        return before[-1] if before else None
    return behind[0]


_AND = regex(r",? (?:and|but) $")  # jumped 21% |and now| make up a third


def _now_between(text: str, here: Sequence[When], start: int) -> When | None:
    """Will shut a mill in 2027 |and today| runs 14 machines."""
    before = [when for when in here if when.end <= start]
    if (
        len(before) > 1
        and before[-1].is_now
        and _JOINT.search(text, before[-2].end, before[-1].start)
    ):
        return before[-1]
    return None


def _is_of_what_was(read: Read, start: int, end: int, when: When) -> bool:
    """Employs 2,300 people |and had sales of £388 million in 2025|."""
    if read.lang != "en" or not has_figure(read, end, when.start):
        return False
    own, other = (
        tense_at(read.text, *at, read.lang) for at in ((start, end), (when.start, when.end))
    )
    return own is Tense.PRESENT and other is Tense.PAST


_AIM = regex("(?:目标|计划|预算|任务|指引)的$")


def _is_of(read: Read, when: When, aim: re.Match[str]) -> bool:
    """Whether a period is that of an aim, of which a figure is a part."""
    return has_figure(read, when.end, aim.start()) and "年" in read.text[when.start : when.end]


def _is_multiple_of(text: str, start: int, end: int) -> bool:
    """Whether a figure says how many times what was a year before."""
    words_ = text[start : end + 6].lower()
    return re.search(r"times\b|\d ?x\b|倍|^(?:twice|half|double|triple)", words_) is not None


def _is_deadline(text: str, when: When) -> bool:
    return (
        re.search(
            r"\b(?:due|maturing|expiring|through|until)(?: in| the end of)? $", text[: when.start]
        )
        is not None
    )


def has_figure(read: Read, start: int, end: int) -> bool:
    """Whether a figure begins between two places of a sentence."""
    return any(start <= first < end for first, _ in read.figures)


def turns(read: Read, start: int, end: int, last: int) -> bool:
    """Whether the words turn to what comes behind a figure: has 300 and will open 40 next year."""
    joint = _JOINT.search(read.text, end, last)
    is_joined = joint is not None and is_future(read.text[joint.end() : last], read.lang)
    return is_joined and not is_future(read.text[:start], read.lang)


_JOINT = regex(r"\b(?:and|but|which|while|with)\b|[,;，；]|[并且而]")
