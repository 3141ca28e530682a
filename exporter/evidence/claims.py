"""What of a fact its verdict hangs on, and the verdict; facts that claim the same share one claim.

Nothing here loads Arrow: the processes that help with a large check start the sooner.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from exporter.facts.periods import YearEnd
from exporter.facts.units import Unit
from exporter.facts.words import Qualifier

Spans = tuple[tuple[int, int], ...]


class QuoteState(StrEnum):
    """How a quote stands to its source."""

    VERIFIED = "verified"
    NOT_FOUND = "not found"
    DRIFTED = "drifted"  # it is in the record, but not in the text at hand


class FigureState(StrEnum):
    """How a fact's value stands to its quote."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_STATED = "not stated"
    TEXT = "text"  # no figure and no date, so nothing to confirm


class Claim(NamedTuple):
    """What a fact states, and the words that it takes it from.

    Attributes:
        kind: Of its value: `number`, `date` or `text`.
        number: The value as said in `unit`, with `decimals` as written; None unless it is a number.
        date: The first day of what `precision` (`year`, `month`, `day`) names; None unless a date.
        year_end: Where its fiscal year ends, if it is one and that is known.
    """

    source: str
    quote: str
    kind: str
    number: float | None
    decimals: int
    date: date | None
    precision: str
    unit: Unit
    qualifier: Qualifier
    year_end: YearEnd | None = None


class QuoteVerdict(NamedTuple):
    """What the check says of a quote.

    Attributes:
        state: Whether it stands in its source.
        spans: First and last clause (from 0) of each passage in the source's record.
        start: Where the quote begins in the text at hand (characters), or -1; `end` likewise.
        wrong: What is wrong, "" for a verified quote; `right` says what would be right.
        has_source: Whether the source is recorded; a quote of one that is not is not found.
    """

    state: QuoteState
    spans: Spans = ()
    start: int = -1
    end: int = -1
    wrong: str = ""
    right: str = ""
    has_source: bool = True


@dataclass(frozen=True, slots=True)
class FigureVerdict:
    """What the check says of a figure; `wrong` and `right` are "" where all is well."""

    state: FigureState
    wrong: str = ""
    right: str = ""


class Verdict(NamedTuple):
    """What the check says of a claim."""

    quote: QuoteVerdict
    figure: FigureVerdict
