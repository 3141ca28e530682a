"""By which year a document's own labels name its halves and quarters: H1 2026, in a March year.

Where fiscal years are no calendar years, H1 2026 may be the half of that fiscal year or the one
that ends in that calendar year. The document's own half tells which, if it is among the labels;
where it ends in the calendar year that its fiscal year is named by, both are one.
"""

import re
from dataclasses import dataclass

from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.periods import YearEnd, parse_period

_PART = "(?P<part>[hq][1-4])"
_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
# H1 2026, H1-2026; not: H1 FY2026, and not the calendar's 2026-H1 of a code
_LABEL = regex(rf"(?<![a-z0-9]){_PART}[ -]?{_YEAR}(?![0-9/]|[-–][0-9]{{2}})")
_FISCAL = regex(
    rf"(?<![a-z0-9]){_PART}[ -]?(?:fy|fiscal)|(?:fy|fiscal) ?'?[0-9]{{2,4}}[ -]?[hq][1-4]"
)
_WRITTEN = regex("(?:FY)?(?P<year>[0-9]{4})-(?P<part>[HQ][1-4])")
_OPEN = "whether it is the fiscal year's or the calendar year's is not sure: look at its label"


@dataclass(frozen=True, slots=True)
class Labels:
    """How labels of a document are read.

    Attributes:
        part: The half or quarter that the document is of, as it is written: H1; "" where labels
            are read as elsewhere.
        years: How many years the fiscal year is ahead of the one that a label names.
        doubt: Why a person should look at those labels.
    """

    part: str = ""
    years: int = 0
    doubt: str = ""

    def read(self, period: str, label: str) -> str:
        """The period that a label means.

        Args:
            period: As it is read elsewhere.
            label: The words that say it.
        """
        said = _WRITTEN.fullmatch(period) if self.part and _LABEL.search(_plain(label)) else None
        if said is None or said["part"] != self.part:
            return period
        return f"FY{int(said['year']) + self.years}-{self.part}"

    def doubt_of(self, label: str) -> str:
        """Why a person should look at what the last label means; "" where it is sure."""
        said = [*_LABEL.finditer(_plain(label))] if self.part else []
        if not said:
            return ""
        is_other = said[-1]["part"].upper() != self.part and self.years != 0
        return _OPEN if is_other else self.doubt


NO_LABELS = Labels()


def labels_of(text: str, document: str, year_end: YearEnd | None) -> Labels:
    """How the labels of a document are read.

    Args:
        text: All of it.
        document: The period that it is about.
        year_end: Of its fiscal years.
    """
    own = re.fullmatch("FY([0-9]{4})-([HQ][1-4])", document)
    points = parse_period(document) if own else None
    if own is None or not points or year_end is None or year_end.is_calendar:
        return NO_LABELS
    fiscal, ended, part = int(own[1]), points[-1].last(year_end).year, own[2]
    plain = _plain(text)
    said = {int(found["year"]) for found in _LABEL.finditer(plain) if found["part"].upper() == part}
    if fiscal == ended:
        return Labels(part) if said & {fiscal, fiscal - 1} else NO_LABELS
    if not said or _FISCAL.search(plain):
        return NO_LABELS
    if fiscal in said:
        return Labels(part)
    if {ended, ended - 1} <= said:
        return Labels(part, fiscal - ended)
    return Labels(part, 0 if ended in said else fiscal - ended, _OPEN)


def _plain(text: str) -> str:
    return lower(fold(text))
