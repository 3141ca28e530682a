"""A sentence with its periods and figures, and what its periods may do in it."""

from dataclasses import dataclass
from enum import StrEnum

from exporter.drafting.periods.whens import When
from exporter.facts.words import Lang


class Role(StrEnum):
    """What a period does in its sentence."""

    MAIN = "main"
    COMPARED = "compared"  # of what the sentence's own figures are compared with
    ANNOUNCED = "announced"  # when it was said
    LOCAL = "local"  # of its own words alone: the unit, which it bought in 2022, earned
    NONE = "none"  # a name, a founding


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its periods and figures.

    Attributes:
        text: Its words.
        lang: Its language.
        whens: The periods it says, in order.
        roles: What each of them does.
        figures: Where its figures stand.
        ranges: Where those begin that are ends of ranges.
        bases: From where to where another period's figures stand, by the period that governs them.
    """

    text: str
    lang: Lang
    whens: tuple[When, ...]
    roles: tuple[Role, ...]
    figures: tuple[Span, ...]
    ranges: frozenset[int]
    bases: tuple[tuple[Span, When | None], ...]

    @property
    def main(self) -> list[When]:
        """The periods that the sentence is about."""
        return [
            when for when, role in zip(self.whens, self.roles, strict=True) if role is Role.MAIN
        ]

    @property
    def near(self) -> list[When]:
        """Those that govern what stands beside them."""
        pairs = zip(self.whens, self.roles, strict=True)
        return [when for when, role in pairs if role in {Role.MAIN, Role.LOCAL}]
