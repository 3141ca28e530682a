"""Spans that heads say by their months, or by a length alone: Apr-Jun 2025; Quarter, over 2025.

A length alone ends where the document's period does, or so many years before.
"""

from calendar import monthrange
from datetime import date

from exporter.drafting.periods.steps import span_of
from exporter.drafting.tables.months_said import A_YEAR
from exporter.engine.regex import regex
from exporter.facts.periods import YearEnd

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?<![a-z])(?:{'|'.join(_MONTHS)})(?:[a-z]*)\.?"
_FROM_TO = regex(
    rf"(?P<first>{_MONTH})(?:\s(?P<begin>{A_YEAR}))?\s?(?:-|–|—|to|through|until)\s?(?P<last>{_MONTH})"
    rf"[, ]\s?(?P<year>{A_YEAR})"
)
_LENGTH = regex(
    r"(?<![a-z0-9])(?:(?P<count>three|six|nine|twelve|3|6|9|12)[- ]months?|(?P<quarter>quarter))"
    r"(?![a-z])"
)
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_NUMBERED = regex(r"(?:first|second|third|fourth|1st|2nd|3rd|4th|[1-4]) quarter|quarterly")
_A_YEAR = regex(A_YEAR)


def span_of_months(text: str, year_end: YearEnd | None) -> str:
    """The months that words name with the first and the last of them; "" for none.

    Args:
        text: In small letters, folded.
        year_end: Of the fiscal years, by which quarters are counted.
    """
    found = _FROM_TO.search(text)
    if found is None:
        return ""
    first, last = (_MONTHS.index(found[name][:3]) + 1 for name in ("first", "last"))
    year = int(found["year"])
    begin = int(found["begin"] or (year if first <= last else year - 1))
    count = (year - begin) * 12 + last - first + 1
    end = date(year, last, monthrange(year, last)[1])
    return span_of(count, end, year_end) if 0 < count <= _MOST_MONTHS else ""


_MOST_MONTHS = 12


def says_span(text: str) -> bool:
    """Whether words, in small letters, say what lasts for some months."""
    return _SPAN.search(text) is not None


_SPAN = regex(
    r"(?<![a-z0-9])(?:(?:three|six|nine|twelve|3|6|9|12)[- ]months?|quarter|half"
    rf"|(?:half|full)[- ]year)(?![a-z])|{_MONTH}\s?[-–—]\s?{_MONTH}"
)


def says_length(text: str) -> bool:
    """Whether words say how long something lasts, and which year, and not when it ends."""
    return (
        _LENGTH.search(text) is not None
        and _NUMBERED.search(text) is None
        and len({*_A_YEAR.findall(text)}) == 1
    )


def span_to_document(text: str, end: date | None, year_end: YearEnd | None) -> str:
    """The span of such a length that ends with the document's period, in the year of the words.

    Args:
        text: In small letters, folded.
        end: The last day of what the document is about; None where nobody knows it.
        year_end: Of the fiscal years.
    """
    length, year = _LENGTH.search(text), _A_YEAR.search(text)
    if length is None or year is None or end is None:
        return ""
    months = 3 if length["quarter"] else _COUNTS.get(length["count"]) or int(length["count"])
    last = int(year[0]), end.month
    return span_of(months, date(*last, min(end.day, monthrange(*last)[1])), year_end)
