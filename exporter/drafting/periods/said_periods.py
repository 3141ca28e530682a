"""The periods that a sentence says, in its order: dates as they are read, and words for others."""

from collections.abc import Sequence
from dataclasses import replace

from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.dated import dated_periods
from exporter.drafting.periods.months_ended import months_ended
from exporter.drafting.periods.ordinals_alone import with_ordinals
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.drafting.periods.worded import worded_en, worded_zh
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period
from exporter.facts.words import Lang


def periods_said(text: str, lang: Lang, clock: Clock, is_future: bool = False) -> list[When]:
    """The periods that a sentence says; none overlaps another.

    Args:
        text: The sentence.
        lang: Its language.
        clock: What dates without a year are counted from.
        is_future: Whether it speaks of what comes, so that a quarter without a year is a later one.
    """
    worded = [*worded_zh(text, clock)] if lang == "zh" else [*months_ended(text, clock)]
    worded += worded_en(text, clock) if lang == "en" else ()
    kept: list[When] = []
    for when in sorted(worded, key=lambda when: (when.start, -when.end)):
        if not kept or kept[-1].end <= when.start:
            kept.append(when)
    dated = dated_periods(text, lang, clock, is_future)
    together = [_labelled(when, text, clock) for when in _together(dated, kept, text)]
    return with_ordinals(together, text) if lang == "en" else together


def _labelled(when: When, text: str, clock: Clock) -> When:
    """What a label means in its document: H1 2025 where halves are named by the calendar year."""
    label = text[when.start : when.end]
    doubt = when.doubt or clock.labels.doubt_of(label) or _doubt_of_split(label, when.period, clock)
    return replace(when, period=clock.labels.read(when.period, label), doubt=doubt)


_SPLIT = regex(r"[0-9]{2}[/–-](?:20)?[0-9]{2}(?![0-9])")
_WHOSE = "the company's years are calendar years: see whose year is meant"


def _doubt_of_split(label: str, period: str, clock: Clock) -> str:
    """Why a person should look at 2025/26 in a text on a company whose year ends in December."""
    is_calendar = clock.year_end is not None and clock.year_end.is_calendar
    return _WHOSE if is_calendar and period.startswith("FY") and _SPLIT.search(label) else ""


def _together(dated: list[When], worded: list[When], text: str) -> list[When]:
    """Words that say more than the date in them take its place: 去年同期 that of 去年."""
    free = [
        when
        for when in dated
        if not any(
            other.start < when.end and when.start < other.end and not _is_more(when, other)
            for other in worded
        )
    ]
    rest = [
        when
        for when in worded
        if not any(other.start < when.end and when.start < other.end for other in free)
    ]
    found = sorted((*free, *rest), key=lambda when: when.start)
    return [_same_of(at, found, text) for at in range(len(found))]


def _is_more(when: When, other: When) -> bool:
    """Whether a date says more than the words beside it: in the quarter ended June 30."""
    return when.start <= other.start and other.end <= when.end and bool(when.period)


def _same_of(at: int, found: Sequence[When], text: str) -> When:
    """In the same period of 2022: as long as what is spoken of, in that year."""
    when = found[at]
    point = parse_period(when.period) or ()
    if len(point) != 1 or point[0].precision not in {"year", "fiscal year"}:
        return when
    for said in words.SAME_OF_EN.finditer(text, 0, when.end):
        if said.end() == when.start:
            return replace(when, start=said.start(), step=Step.YEARS_BEFORE)
    is_same = words.SAME_OF_ZH.match(text, when.end) is not None
    return replace(when, step=Step.YEARS_BEFORE) if is_same else when
