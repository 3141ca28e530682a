"""What of a fact its verdict hangs on, and the verdict; facts that claim the same share one claim.

Nothing here loads Arrow: the processes that help with a large check start the sooner.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from exporter.errors import Fault
from exporter.facts.periods import YearEnd
from exporter.facts.units import Unit, as_written
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
    CALCULATED = "calculated"  # it follows from others that are confirmed
    ACCEPTED = "accepted"  # not confirmed, but an analyst answers for it
    NOT_READ = "not read"  # the quote is in a language whose figures are not read
    TEXT = "text"  # no figure and no date, so nothing to confirm


class Texts(NamedTuple):
    """The texts of a fact that may hold figures, each in both languages; "" for none.

    A metric's name and a note stand here only where they may hold one, so that facts which claim
    the same share one claim.
    """

    value_en: str = ""
    value_zh: str = ""
    metric_en: str = ""
    metric_zh: str = ""
    note_en: str = ""
    note_zh: str = ""
    quote_en: str = ""
    quote_zh: str = ""


class Claim(NamedTuple):
    """What a fact states, and the words that it takes it from.

    Attributes:
        kind: Of its value: `number`, `date` or `text`.
        number: The value as said in `unit`, with `decimals` as written; None unless it is a number.
        date: The first day of what `precision` (`year`, `month`, `day`) names; None unless a date.
        year_end: Where its fiscal year ends, if it is one and that is known.
        high: The high end of a range, of which `number` is the low one; None unless it is a range.
        accepted: Whether an analyst answers for what the quote does not prove.
        is_withdrawn: Whether it says of itself that nobody upholds it any more.
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
    high: float | None = None
    texts: Texts = Texts()
    accepted: bool = False
    is_withdrawn: bool = False

    @property
    def exact(self) -> Fraction | None:
        """The number exactly as written, in its unit; None unless it is a number."""
        return None if self.number is None else as_written(self.number)


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
    """What the check says of a claim.

    Attributes:
        texts: What is wrong with figures in texts of the value.
        translations: What is wrong with figures in translations of the quote.
        doubts: What is told and not refused.
    """

    quote: QuoteVerdict
    figure: FigureVerdict
    texts: tuple[Fault, ...] = ()
    translations: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong, quote first."""
        own = (Fault(part.wrong, part.right) for part in (self.quote, self.figure) if part.wrong)
        return (*own, *self.texts, *self.translations)

    def settled(self, accepted: bool) -> "Verdict":
        """The verdict where somebody may answer for all but the quote.

        Args:
            accepted: Whether somebody does.
        """
        if not accepted or self.quote.wrong:
            return self
        if self.figure.state is FigureState.NOT_READ:
            return Verdict(self.quote, FigureVerdict(FigureState.ACCEPTED))
        if self.figure.wrong or self.texts or self.translations:
            return Verdict(self.quote, FigureVerdict(FigureState.ACCEPTED), doubts=self.doubts)
        return self._replace(doubts=(*self.doubts, _NOT_NEEDED))


_NOT_NEEDED = Fault("`accept` is not needed: the quote proves it", "take it out")
