"""What the periods of a source's tables are counted by: fiscal years, what the source is about."""

from datetime import date
from typing import NamedTuple

from exporter.drafting.periods.own_labels import NO_LABELS, Labels
from exporter.facts.periods import YearEnd, parse_period


class Calendar(NamedTuple):
    """What periods are counted by.

    Attributes:
        year_end: Of the fiscal years; None where nobody says.
        document: The period that the document is about; "" for none.
        last: The last day of it, where a head says that.
        part: What a title says where the document is about a part of a year: six months ended 30
            june 2026; "" where none does.
        labels: How the document's own labels of halves and quarters are read.
    """

    year_end: YearEnd | None = None
    document: str = ""
    last: date | None = None
    part: str = ""
    labels: Labels = NO_LABELS

    @property
    def end(self) -> date | None:
        """The last day of what the document is about; None where nobody knows it."""
        points = parse_period(self.document) if self.document and self.last is None else None
        return points[-1].last(self.year_end or YearEnd(12, 31)) if points else self.last

    @property
    def is_fiscal(self) -> bool:
        """Whether fiscal years are known to be no calendar years, or the document counts so."""
        if self.year_end is None:
            return self.document.startswith("FY")
        return not self.year_end.is_calendar
