"""The end of a year, which words name without it: at the year end, 年末, 年内.

That of the year that a document reports on, where they tell of what is over; else today's.
"""

import re
from collections.abc import Iterator
from datetime import date

from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.steps import from_year_begin
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import Clock, When
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period


def year_ends(pattern: re.Pattern[str], text: str, clock: Clock) -> Iterator[When]:
    """The ends of years that a sentence says.

    Args:
        pattern: How its language says them.
        text: The sentence.
        clock: What periods are counted from.
    """
    for said in pattern.finditer(text):
        so_far = _so_far(said[0].lower(), clock)
        yield When(*said.span(), so_far or _year_end(said, text, clock))


# Expects |to end the year| with net cash of £95mn; sees £90mn |at the end of its financial year
_ENDS_IT = regex(
    r"\b(?:end|finish|close)(?:ing)? (?:the|its|this) (?:(?:financial|fiscal|current) )?year"
    r"(?= (?:with|on|holding|owing)\b)"
    r"|\b(?:at|by) the end of (?:its|the|this) (?:current )?(?:financial|fiscal) year\b"
)


def ends_to_come(text: str, clock: Clock) -> Iterator[When]:
    """The days on which English sentences of what comes say that a year ends."""
    for said in _ENDS_IT.finditer(text):
        if tense_at(text, *said.span(), "en") is Tense.FUTURE or is_future(text, "en"):
            yield When(*said.span(), _end_to_come(clock))


def _end_to_come(clock: Clock) -> str:
    """The last day of the year that is going on, or of which it is told what is expected."""
    year = clock.expected or _year_going_on(clock)
    points = parse_period(year) or ()
    return points[-1].last(clock.ends).isoformat() if points else year


_SO_FAR = frozenset({"so far this year", "year to date", "year-to-date", "今年以来", "今年年来"})
_BEGUN_ZH = frozenset({"年初至今", "年初以来"})


def _so_far(said: str, clock: Clock) -> str:
    """What has passed of the year in which a source appears; "" where other words are said.

    Beside what a document reports on, "year to date" and 年初至今 are that year's until its end.
    """
    if said not in _SO_FAR | _BEGUN_ZH or clock.is_fiscal or not clock.ends.is_calendar:
        return ""
    is_of_document = said.startswith("year") or said in _BEGUN_ZH
    if clock.document and is_of_document:
        return from_year_begin(clock.document)
    return f"{clock.published.year}-01-01/{clock.published.isoformat()}"


def _year_end(said: re.Match[str], text: str, clock: Clock) -> str:
    if _is_in_its_year(said, text, clock):
        return clock.document
    is_until_now = text[: said.start()].endswith(("截至", "截止"))
    if (
        is_until_now
        and said[0] in {"年末", "年底"}
        and clock.ends.is_calendar
        and not clock.is_fiscal
    ):
        return _last_year_end(clock).isoformat()
    points, is_day = parse_period(clock.document) or (), said[0][:2].lower() == "at"
    if is_day and points and points[0].precision == "fiscal year" and clock.year_end:
        return points[0].last(clock.year_end).isoformat()
    is_fiscal = clock.year_end is not None and not clock.ends.is_calendar
    if is_day and is_fiscal and not clock.document and is_future(text, "en"):
        return _end_to_come(clock)
    is_over = re.fullmatch("(?:[0-9]{4})?", clock.document) and (
        said[0].lower().startswith("at ")
        or text[: said.start()].endswith(("截至", "截止"))
        or _is_past_end_zh(said, text, clock)
    )
    if is_over:
        return _last_year_end(clock).isoformat()
    return _year_going_on(clock) if text.isascii() or clock.is_fiscal else str(clock.published.year)


def _year_going_on(clock: Clock) -> str:
    """The year in which the source appeared: a fiscal one where it is known when these end."""
    here, end = clock.published, clock.year_end
    if end is None or end.is_calendar:
        return str(here.year)
    return f"FY{here.year + ((here.month, here.day) > (end.month, end.day))}"


def _is_in_its_year(said: re.Match[str], text: str, clock: Clock) -> bool:
    """Whether 年内 is the year that a report is about, and not today's."""
    points = parse_period(clock.document) or ()
    is_year = len(points) == 1 and points[0].precision.endswith("year")
    return said[0] == "年内" and is_year and tense_at(text, *said.span(), "zh") is not Tense.FUTURE


def _is_past_end_zh(said: re.Match[str], text: str, clock: Clock) -> bool:
    """Whether the year ended of whose end Chinese tells: 年末存货; not: 预计年末存货, 到年底前."""
    if said[0] not in {"年末", "年底"} or _last_year_end(clock) >= clock.published:
        return False
    is_deadline = text[: said.start()].endswith(("到", "至", "于"))
    return not is_deadline and tense_at(text, *said.span(), "zh") is not Tense.FUTURE


def _last_year_end(clock: Clock) -> date:
    """The end of the year that a document is about; else of the last one that is over."""
    year = int(clock.document) if clock.document.isdecimal() else clock.published.year - 1
    return date(year, 12, 31)
