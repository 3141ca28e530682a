"""What a sentence says of when, and what that is counted from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exporter.drafting.periods.own_labels import NO_LABELS, Labels
from exporter.facts.periods import YearEnd, parse_period


@dataclass(frozen=True, slots=True)
class Clock:
    """What periods without a year are counted from.

    Attributes:
        published: When the source appeared.
        document: The period that the document speaks of; "" for none.
        year_end: Where fiscal years end, if that is known.
        labels: How the document's own labels of halves and quarters are read.
        closed: The day on which the document's period closed, as it says; None where it does not.
        expected: The year of which the document tells what is expected, where it reports on none.
        spans: The spans of years that the text tells: 2023/2025.
        by_start: Why fiscal years are those that begin in the year they are named by; "" if not.
        others: Names of those whose fiscal years are not known to end on that day.
    """

    published: date
    document: str = ""
    year_end: YearEnd | None = None
    labels: Labels = NO_LABELS
    closed: date | None = None
    expected: str = ""
    others: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    by_start: str = ""

    @property
    def ends(self) -> YearEnd:
        """Where fiscal years end: in December unless something else is known."""
        return self.year_end or YearEnd(12, 31)

    @property
    def is_fiscal(self) -> bool:
        """Whether quarters and halves without a year are those of fiscal years."""
        if self.year_end is not None:
            return not self.year_end.is_calendar
        return self.document.startswith("FY")


class Step(StrEnum):
    """How a period is got from another one that is spoken of."""

    SAID = "said"  # it needs none
    YEARS_BEFORE = "years before"
    MONTHS_BEFORE = "months before"
    ONE_BEFORE = "one before"
    YEAR_BEFORE = "the year before"  # of a quarter the year, of a year the one before
    THIS = "this"
    DAY_BEFORE = "the day said before"


BEFORE = frozenset({Step.YEARS_BEFORE, Step.ONE_BEFORE, Step.MONTHS_BEFORE})


@dataclass(frozen=True, slots=True)
class When:
    """A period that a sentence says.

    Attributes:
        start: Offset in the sentence; `end` after its last character.
        period: As facts write it; "" where `step` has to find it, or for the day of publication.
        step: How it is found.
        years: How many years before.
        months: How many months before.
        days: How many days after the one said before.
        part: `quarter`, `half`, `month`, `year` where a word says so; "" for any.
        is_now: Whether it means the day of publication.
        doubt: Why a person should look at it.
        note: The same of one that is sure enough for others to go on with.
    """

    start: int
    end: int
    period: str = ""
    step: Step = Step.SAID
    years: int = 0
    months: int = 0
    days: int = 0
    part: str = ""
    is_now: bool = False
    doubt: str = ""
    note: str = ""


def is_relative(when: When) -> bool:
    """Whether a period lies before the one that is spoken of."""
    return when.step not in {Step.SAID, Step.THIS, Step.DAY_BEFORE}


def is_day_or_month(when: When) -> bool:
    """Whether a period is one day, or one month."""
    points = parse_period(when.period) or ()
    if when.step is Step.DAY_BEFORE:
        return True
    return len(points) == 1 and points[0].precision in {"day", "month"}
