"""Days whose year stands apart from them: in another line of the head, or in the document alone."""

from collections.abc import Iterator
from datetime import date

from exporter.engine.regex import regex

_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
# 截至9月30日止三个月 over 2025年: the year stands in another line of the head.
_YEAR_APART = regex(
    rf"(?<![年0-9])(?:截[至止]\s?)?([0-9]{{1,2}})\s?月\s?([0-9]{{1,2}})\s?日[^0-9]*?(?:止|个月)[^0-9]*({_YEAR})\s?年?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_A_DAY = regex(
    rf"(?<![a-z])(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?\s?(?P<day>[0-9]{{1,2}})(?![0-9])"
)
_A_YEAR = regex(_YEAR)
_LASTS = regex(r"(?:months?|quarters?|years?)(?: (?:ended|ending))?,? (?=[a-z])")


def year_apart(text: str) -> Iterator[date]:
    """The last day of a span whose year is said apart from it; none where it is no day."""
    if found := _YEAR_APART.search(text):
        try:
            yield date(int(found[3]), int(found[1]), int(found[2]))
        except ValueError:
            return


def end_without_year(text: str, end: date | None) -> date | None:
    """The document's last day, where a span ends on it in no year that is said.

    Twelve months ended Dec. 31, in results of the fourth quarter of 2024.

    Args:
        text: A head, in small letters, folded.
        end: The last day of the period that the document is about.
    """
    found = _A_DAY.search(text) if _LASTS.search(text) else None
    if found is None or end is None or _A_YEAR.search(text):
        return None
    said = (_MONTHS.index(found["month"]) + 1, int(found["day"]))
    return end if said == (end.month, end.day) else None
