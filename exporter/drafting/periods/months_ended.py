"""Months that end where a document's own period ends: nine-month revenue, trailing twelve months.

In a report on a third quarter the nine months are those of the year so far; the last twelve months
end with it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exporter.drafting.periods.said_dates import number_in
from exporter.drafting.periods.steps import month_on, span_of
from exporter.drafting.periods.whens import Clock, When
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

_N = r"(?P<n>six|nine|twelve|6|9|12)"
_METRIC = (
    r"(?:(?:net|gross|total|group|operating|pre-?tax|adjusted|underlying|statutory|organic|free"
    r"|like-for-like"
    r"|same-store|diluted|basic|core|new|recurring|rental|comparable) )*"
    r"(?:revenues?|sales|turnover|profits?|loss(?:es)?|earnings|eps|ebitd?a|income|orders?"
    r"|order intake"
    r"|cash flow|deliveries|volumes?|output|production|bookings|shipments|results?)"
)
# Nine-month revenue; not: a six-month low, a 12-month target price, nine-month period ended.
_ADJECTIVE = regex(rf"\b{_N}[- ]month (?={_METRIC}\b(?!['’-]))", re.IGNORECASE)
# Revenue for the nine months; not: for the nine months to September.
_NOUN = regex(
    rf"\b(?:in|during|over|for|of) the {_N}[- ]months?(?: period)?\b"
    r"(?!-| (?:to|end\w*|from|through|since|before|after|ago|earlier|of|prior|until|in which|that"
    r"|when)\b| [0-9])",
    re.IGNORECASE,
)
_TRAILING = regex(
    rf"\b(?:(?:for|in|over|during|on) )?(?:the |a )?(?:trailing|last|past|rolling|preceding)"
    rf"[- ]{_N}[- ]months?\b"
    r"(?! (?:to|end\w*|from|through|of)\b)(?! (?:earlier|ago))",
    re.IGNORECASE,
)
_YEAR = 12  # months
_NOT_SO_FAR = "these months may be others than those of the year so far"


def months_ended(text: str, clock: Clock) -> Iterator[When]:
    """The months that an English text counts back from the end of the period reported on.

    Args:
        text: A sentence.
        clock: What they are counted from.
    """
    last = _last_day(clock)
    if last is None:
        return
    for pattern in (_ADJECTIVE, _NOUN):
        for said in pattern.finditer(text):
            months = number_in(said["n"])
            end = last if last < clock.published or months == _YEAR else _so_far(months, clock)
            is_so_far = (end.month - clock.ends.month) % _YEAR == months % _YEAR
            yield When(
                *said.span(),
                _span(months, end, clock),
                doubt="" if is_so_far or months == _YEAR else _NOT_SO_FAR,
            )
    for said in _TRAILING.finditer(text):
        if number_in(said["n"]) == _YEAR:
            yield When(*said.span(), _span(_YEAR, last, clock))


def _so_far(months: int, clock: Clock) -> date:
    """When so many months of a year were last over before a source appeared."""
    month = (clock.ends.month + months - 1) % _YEAR + 1
    first = date(clock.published.year, month, 1)
    end = month_on(first, 1) - timedelta(days=1)
    return end if end < clock.published else month_on(first, 1 - _YEAR) - timedelta(days=1)


def _span(months: int, last: date, clock: Clock) -> str:
    """So many months up to a day, as facts write them; a year only where the company's ends."""
    if months == _YEAR and last.month != clock.ends.month:
        return f"{month_on(last, 1 - _YEAR).isoformat()[:7]}/{last.isoformat()[:7]}"
    return span_of(months, last, clock.year_end)


def _last_day(clock: Clock) -> date | None:
    """The last day of what a document reports on; None where that is open."""
    points = parse_period(clock.document or clock.expected) or ()
    if not points or points[-1].precision == "day" or (clock.is_fiscal and not clock.year_end):
        return None
    return points[-1].last(clock.ends)
