"""Periods that words count from the one spoken of: in the quarter, 报告期内, a year earlier."""

import re

from exporter.drafting.model import Guess
from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.steps import one_before, year_of, years_on
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.facts.periods import Point, YearEnd, parse_period

_CURRENT = re.compile(r"\b(?:this|current)\b|月", re.IGNORECASE)


def said(when: When, read: Read) -> str:
    """The words of a period, in small letters."""
    return read.text[when.start : when.end].lower()


def this_one(when: When, base: str, read: Read, clock: Clock) -> Guess[str]:
    """In the quarter, 报告期内: the one spoken of; else that of the day of publication.

    Args:
        when: Those words.
        base: The period that the words before speak of; "" for none.
        read: Their sentence.
        clock: What periods are counted from.
    """
    if when.part == "same" and base:
        return Guess(base)
    for period in (clock.document, base, *_quarters_said(when, read)):
        points = parse_period(period) or ()
        if not points:
            continue
        part = points[-1].precision.rpartition(" ")[2]
        if when.part in {"", part}:
            end = clock.year_end or YearEnd(12, 31)
            is_end = part != "day" and words.AT_END.search(said(when, read))
            return Guess(points[-1].last(end).isoformat() if is_end else period)
        if when.part == "year":
            return Guess(f"{'FY' * points[-1].is_fiscal}{points[-1].first.year}")
    return _this_by_day(when, read, clock)


def _quarters_said(when: When, read: Read) -> list[str]:
    """第三季度|单季, and what the sentence says of a quarter elsewhere."""
    before = [other.period for other in read.main if other.end <= when.start]
    return [period for period in before[::-1] if re.search("-Q[1-4]$", period)]


def _this_by_day(when: When, read: Read, clock: Clock) -> Guess[str]:
    match when.part:
        case "year":
            return Guess(str(clock.published.year))
        case "quarter" | "half" | "month":
            period = Point(clock.published, when.part).written()
            is_current = _CURRENT.search(read.text[when.start : when.end])
            if not is_current and not is_future(read.text, read.lang):
                period = one_before(period)  # what is told of a quarter, is told after it
            return Guess(period, "the period is that of the day of publication: look it up")
        case _:
            return Guess("", "which period is meant is not said")


def one_before_it(when: When, base: str, is_deictic: bool, clock: Clock) -> Guess[str]:
    """The quarter before the one spoken of; last quarter is the one before today's."""
    for period in () if is_deictic else (base, clock.document):
        points = parse_period(period) or ()
        if len(points) == 1 and points[0].precision.endswith(when.part):
            return Guess(one_before(period))
    if when.part not in {"quarter", "half", "month"}:
        return Guess("", "which period is meant is not said")
    return Guess(one_before(Point(clock.published, when.part).written()))


def years_before(when: When, base: str) -> str:
    """So many years before another period, or the same one of a year that is said."""
    if when.step is Step.YEAR_BEFORE:
        return str(year_of(base) - 1) if when.part == "year" else years_on(base, -1)
    if not when.years:  # the same period of 2022
        return years_on(base, year_of(when.period) - year_of(base))
    return years_on(base, -when.years)


def before_publication(when: When, clock: Clock) -> Guess[str]:
    """A year ago, where nothing says from when: from the day of publication."""
    published = clock.published
    if when.step is Step.YEAR_BEFORE:
        return Guess(str(published.year - 1))
    if not when.years:
        return Guess(when.period)
    period = Point(published.replace(day=1, year=published.year - when.years), "month").written()
    return Guess(period, "from when it is counted is not said: taken from the publication")
