"""Days as documents write them: ISO 8601, in words, in Chinese."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\s*(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"\s*(?P<year>\d{4})年\s*(?P<number>\d{1,2})月\s*(?P<day>\d{1,2})日",
        r"\s*(?P<year>(?:19|20)\d{2})(?P<number>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?\s*$",
        rf"(?:\s*[a-z]{{3,9}},)?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"(?:\s*[a-z]{{3,9}},)?\s*{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
_BEGINS = re.compile(rf"(?<![\w/.-])(?:\d{{1,4}}|{_MONTH})", re.IGNORECASE)


def day_of(said: str) -> date | None:
    """The day with which a text begins, as its clock said; None where there is none.

    Forms in which day and month may be exchanged (03/04/2025) are none.
    """
    for form in _FORMS:
        if match := form.match(said):
            parts = match.groupdict()
            number = parts.get("number") or _MONTHS.index(parts["month"][:3].lower()) + 1
            try:
                return date(int(parts["year"]), int(number), int(parts["day"]))
            except ValueError:
                continue
    return None


def days_in(line: str) -> Iterator[date]:
    """Every day that stands in a line, in the forms of `day_of`."""
    at = 0
    while (begin := _BEGINS.search(line, at)) is not None:
        if day := day_of(line[begin.start() :]):
            yield day
        at = begin.end()
