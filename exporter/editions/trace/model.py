"""What a trace is made of: cells, heads, hard-coded numbers, known figures, findings."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from exporter.editions.trace.head_units import read_units
from exporter.facts.units import Unit
from exporter.facts.words import Bilingual

_GROWTH = "growth"


class Verdict(StrEnum):
    """What was found of a number."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not found"


class Hint(StrEnum):
    """What a number that was not found looks like."""

    STALE = "stale"
    DIGIT = "digit"
    SIGN = "sign"
    SHIFT = "unit shift"
    OTHER = "another value"
    NONE = ""


class HeadWords(NamedTuple):
    """What the heads of a number say, by how near they are.

    Attributes:
        row: Of its row: labels, the cell with its unit.
        column: Of its column, from the top.
        sections: Of the section, and what a filled-down label says; the nearest first.
        above: Of the row above that this one is a part of, or of which it says something more.
        titles: Of the table and its sheet, the nearest first.
        sheet: The sheet's name.
        format: What the number format shows beside the number.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    sections: tuple[str, ...]
    above: tuple[str, ...]
    titles: tuple[str, ...]
    sheet: str
    format: str

    @property
    def shown(self) -> str:
        """As the sheet Trace shows them."""
        titles = [title for title in self.titles if read_units(title).rest.strip()]
        around = tuple(reversed(self.sections)) or tuple(titles[:1])
        return " / ".join((*around, *self.row, *self.column))


@dataclass(frozen=True, slots=True)
class HardCoded:
    """A number that somebody typed.

    Attributes:
        sheet: The sheet's name.
        cell: As Excel calls it: `D5`.
        place: Of the sheet among the sheets, from 0.
        row: From 0.
        column: From 0.
        value: As typed.
        decimals: How many of its digits stand behind the point.
        power: Of ten, by which it is multiplied to be shown: 2 for `0%`, -6 for `0,,`.
        shown_decimals: How many its format shows; None for as many as there are.
        formula: In which it stands; "" for a typed cell.
        heads: What its heads say.
        is_factor: Whether it multiplies cells in its formula, by about 1.
    """

    sheet: str
    cell: str
    place: int
    row: int
    column: int
    value: Fraction
    decimals: int
    power: int
    shown_decimals: int | None
    formula: str
    heads: HeadWords
    is_factor: bool = False

    @property
    def as_growth(self) -> "HardCoded | None":
        """The growth that a factor makes: 5% for 1.05, under the heads of its row's growth."""
        if not self.is_factor:
            return None
        said = (read_units(head).rest for head in self.heads.row)
        heads = self.heads._replace(row=(*said, _GROWTH), format="%")
        return replace(self, value=self.value - 1, power=2, heads=heads, is_factor=False)

    @property
    def is_percent(self) -> bool:
        """Whether it is shown as a share."""
        return self.power == 2

    @property
    def digits(self) -> int:
        """How many significant digits it has, without zeros at its end."""
        whole = abs(self.value) * 10**self.decimals
        return len(str(int(whole)).rstrip("0"))


@dataclass(frozen=True, slots=True)
class Known:
    """A figure that the report states, or one of its sources.

    Attributes:
        id: Of the fact or view; "" for a passage of a source.
        anchor: On the evidence page; "" for a passage.
        entity: Whom it is about, by the English name; "" where nobody says.
        entity_zh: The same by the Chinese name.
        metric: What is measured; a passage has it in its own language alone.
        values: In the base unit of its dimension: one, or the ends of a range.
        decimals: As written in its unit.
        unit: In which it is stated.
        period: As facts write it; "" where none is said.
        also: Further words that heads may say of it: the unit's, who says so, its status.
        qualifier: `exact`, `over`, …
        source: Id of its source.
        quote: The words that state it.
        newer: Id of the fact that restates or replaces it; "" for none.
        is_withdrawn: Whether nobody upholds it any more.
    """

    id: str
    anchor: str
    entity: str
    entity_zh: str
    metric: Bilingual
    values: tuple[Fraction, ...]
    decimals: int
    unit: Unit
    period: str
    also: tuple[str, ...]
    qualifier: str
    source: str
    quote: str
    newer: str = ""
    is_withdrawn: bool = False

    @property
    def is_fact(self) -> bool:
        """Whether an analyst has stated it, and not a source alone."""
        return bool(self.id)


class Note(NamedTuple):
    """What is to be known of a finding, as a template of `words` and what stands in it."""

    key: str
    values: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A number, and what was found of it.

    Attributes:
        number: The number.
        verdict: Found, ambiguous, not found.
        candidates: The figure found; the several that may be meant; of a number not found the
            nearest with the same heads.
        hint: What a number not found looks like.
        notes: Why.
        factor: By which the number is multiplied to give the figure found in its base unit, where
            its heads say no magnitude; else None.
    """

    number: HardCoded
    verdict: Verdict
    candidates: tuple[Known, ...]
    hint: Hint
    notes: tuple[Note, ...]
    factor: Fraction | None = None
