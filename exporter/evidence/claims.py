"""What of a fact its verdict hangs on; facts that claim the same of the same words share one claim.

Nothing here loads Arrow: the processes that help with a large check start the sooner.
"""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.numbers import as_written
from exporter.facts.units import Unit
from exporter.facts.words import Qualifier


class Claim(NamedTuple):
    """What a fact states, and the words that it takes it from.

    Attributes:
        kind: Of its value: `number`, `date` or `text`.
        number: The value as said in `unit`, with `decimals` as written; None unless it is a number.
        date: The first day of what `precision` (`year`, `month`, `day`) names; None unless a date.
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

    @property
    def exact(self) -> Fraction | None:
        """The number exactly as written, in its unit; None unless it is a number."""
        return None if self.number is None else as_written(self.number)
