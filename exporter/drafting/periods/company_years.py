"""Last year and this year in a text on a company whose year does not end in December.

It expects a profit of $8m this year: its own, of which the text reports a quarter or the whole.
What is told of shares, and of an economy or a trade, is of the calendar's.
"""

import re

from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention
from exporter.facts.periods import Point, YearEnd, parse_period

# Shares are up 6% this year; the economy grew 2% last year; the market, said the trade body, fell
_OF_THE_CALENDAR = regex(
    r"\b(?:shares|stock(?! of)|share price|economy|gdp|interest rates?|mortgage rates?"
    r"|(?:consumer|food|house|oil|gas|gold|copper|wheat) prices?|unemployment|index|calendar"
    r"|industry|imports|exports|market (?:grew|fell|rose|shrank|will|is)"
    r"|across the (?:sector|market|country))\b",
    re.IGNORECASE,
)

# Quill, |which rates the stock a buy|, raised its target |and expects| a profit of $8m this year
_BY_THE_WAY = regex(r", (?:which|who|whose|where) [^,;]*,")
_EXPECTS = regex(
    r"[;:]|,? (?:and|but|while) (?=(?:it |he |she |they |now |still |also )*"
    r"(?:expects?|forecasts?|predicts?|sees|reckons?|estimates?|pencils? in|looks? for)\b)"
)


def _is_of_the_calendar(said: DateMention, text: str) -> bool:
    """Whether the clause of a year tells of shares, an economy or a trade, asides apart."""
    plain = text
    for aside in _BY_THE_WAY.finditer(text):
        if not aside.start() <= said.start < aside.end():
            plain = plain.replace(aside[0], " " * len(aside[0]))
    ends = [0, *(mark.end() for mark in _EXPECTS.finditer(plain)), len(plain)]
    begin = max(end for end in ends if end <= said.start)
    return _OF_THE_CALENDAR.search(plain, begin, min(e for e in ends if e > said.start)) is not None


_AFTER = regex(r"\b(?:after|following|from|than|against|with|on|versus) [^,;]{0,40}$")


# The £44m of profit that analysts have pencilled in for | this year
_SEEN_FOR = regex(
    r"\b(?:have|has|had|are|is) (?:now )?(?:pencill?ed in|expect(?:ed|ing)|forecast(?:ing)?"
    r"|predict(?:ed|ing)|looking for)\b[^,;.0-9]{0,20}$"
)
_ON_THE_YEAR_BEFORE = regex(
    r",? (?:compared (?:with|to)|against|versus|(?:up|down) from) [^;.]{1,60}?"
    r" (?:a year earlier|(?:in )?the (?:year before|(?:previous|prior) year))\b"
)
_CLAUSE = regex(r"[;:]|, (?:and|but|while|whereas|although|though)\b|\bwhile\b|\bwhereas\b")


def _is_anothers(head: str, clock: Clock) -> bool:
    """Whether the clause that comes to a year begins with one whose years end elsewhere."""
    clause = _CLAUSE.split(head)[-1].lstrip()
    return any(clause.startswith(name) for name in clock.others)


# Its profit last year; not: what it opened last year, which may be any year's
_RESULTS = regex(
    r"\b(?:profits?|losses|loss|earnings|ebitda|operating income|net income|revenues?|turnover)\b",
    re.IGNORECASE,
)


def _going_on(text: str, clock: Clock) -> str:
    """The fiscal year going on, where a text tells of results and its document is of no period."""
    end, here = clock.year_end, clock.published
    if end is None or not _RESULTS.search(text):
        return ""
    return f"FY{here.year + ((here.month, here.day) > (end.month, end.day))}"


def calendar_year(said: DateMention, text: str, clock: Clock) -> DateMention | None:
    """A whole year counted from this one, where it is the calendar's: None where it may be another.

    That of shares and the economy is, and of those whose year ends the report does not say.

    Args:
        said: This year, last year.
        text: The sentence.
        clock: What periods are counted from.
    """
    if said.year_offset is None or not _is_whole(said):
        return None
    if not (_is_of_the_calendar(said, text) or _is_anothers(text[: said.start], clock)):
        return None
    return said._replace(year=clock.published.year + said.year_offset)


def company_year(said: DateMention, text: str, clock: Clock) -> DateMention | None:
    """A whole year counted from this one as the company's own; None where it is the calendar's.

    Args:
        said: This year, last year.
        text: The sentence.
        clock: What periods are counted from.
    """
    year_end = clock.year_end
    points = parse_period(clock.document or clock.expected or _going_on(text, clock)) or ()
    if year_end is None or year_end.is_calendar or not points or _is_of_the_calendar(said, text):
        return None
    if said.year_offset is None or not _is_whole(said) or _is_anothers(text[: said.start], clock):
        return None
    last = points[-1]
    is_reported = bool(clock.document) and last.precision.endswith("year")
    is_next = not is_reported and last.is_fiscal
    if said.year_offset not in ({-1, 0, 1} if is_next else {-1, 0}):
        return None
    year = _fiscal_year(last, year_end) + (is_reported and _is_the_one_after(said, text))
    return said._replace(year=year + said.year_offset, is_fiscal=True)


def _is_whole(said: DateMention) -> bool:
    """Whether a date counted from the day of the text is a year, not a part of one."""
    return said.year is None and not (said.month or said.quarter or said.half)


def _fiscal_year(point: Point, year_end: YearEnd) -> int:
    """The fiscal year in which a point of time ends."""
    if point.is_fiscal:
        return point.first.year
    last = point.last(year_end)
    return last.year + ((last.month, last.day) > (year_end.month, year_end.day))


def _is_the_one_after(said: DateMention, text: str) -> bool:
    """Whether a year told beside the results of one that is over counts from the one after it."""
    if said.year_offset == 0:
        is_seen = _SEEN_FOR.search(text, 0, said.start) is not None
        return is_seen or tense_at(text, said.start, said.end, "en") is Tense.FUTURE
    if _ON_THE_YEAR_BEFORE.match(text, said.end):
        return True  # sold 1,870 |last year|, compared with 2,340 a year earlier: the one reported
    # will open 12 this year, after nine | last year
    return is_future(text[: said.start], "en") and _AFTER.search(text, 0, said.start) is not None
