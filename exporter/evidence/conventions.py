"""What a report says once for all its quotes, where their words leave it open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.evidence.namesakes import NO_NAMESAKES, Namesakes
from exporter.evidence.sources import Source
from exporter.facts.periods import YearEnds

Currencies = tuple[str, ...]  # codes, the first of which has the first say


@dataclass(frozen=True, slots=True)
class Conventions:
    """What words mean that can mean several things.

    Attributes:
        currency: The code of the currency that bare signs mean; None where the report says none.
        year_ends: Where the fiscal years of entities end, if that is known.
        names: What holds a number and states none.
        namesakes: The names of its entities and brokers in both languages.
    """

    currency: str | None = None
    year_ends: YearEnds = field(default_factory=dict)
    names: tuple[str, ...] = ()
    namesakes: Namesakes = NO_NAMESAKES

    def currencies(self, source: str, sources: Mapping[str, Source]) -> Currencies:
        """What settles the bare signs in the quotes of a source: its record, then the report.

        Args:
            source: Its id.
            sources: All that are recorded, by id.
        """
        of_source = sources[source].record.currency if source in sources else None
        return tuple(code for code in (of_source, self.currency) if code)


NO_CONVENTIONS = Conventions()
