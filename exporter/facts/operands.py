"""The operands of formulas: what a fact that is named by one is worth, in base units."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from exporter.facts.dimensions import Dimension, dimension_of
from exporter.facts.formulas import Operand
from exporter.facts.own_units import unit_of
from exporter.facts.ranges import End
from exporter.facts.table import DATE, NUMBER, as_written
from exporter.facts.words import Qualifier, Status

if TYPE_CHECKING:
    from exporter.facts.results import Result

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """An operand as a formula takes it.

    Attributes:
        value: In the base unit of its dimension.
        decimals: Of the fact, in its own unit.
        period: Of the fact; where it has none, the day on which its source appeared; "" for none.
    """

    value: Fraction
    dimension: Dimension
    qualifier: Qualifier
    decimals: int
    period: str
    status: Status
    attribution: tuple[str, str]


class Operands:
    """The facts that formulas name, those among them that are calculated once they are."""

    def __init__(self, rows: Mapping[str, Row], published: Mapping[str, str]) -> None:
        """Facts by their ids, and when sources appeared by theirs."""
        self._rows = dict(rows)
        self._published = published
        self._exact: dict[str, Fraction] = {}

    def __contains__(self, id_: str) -> bool:
        """Whether a fact is known, and calculated if it has a formula."""
        return id_ in self._rows

    def row(self, id_: str) -> Row:
        """A fact as a row of FACTS."""
        return self._rows[id_]

    def add(self, row: Row, result: "Result") -> None:
        """Take in a fact that is calculated: others may name it."""
        self._rows[row["id"]] = {**row, **result.columns}
        self._exact[row["id"]] = result.exact

    def figure(self, operand: Operand) -> Figure:
        """What an operand is worth."""
        row = self._rows[operand.fact]
        unit = unit_of(row["unit"], row["unit.en"], row["unit.zh"], row["unit.also"])
        number = row["high"] if operand.end is End.HIGH else row["number"]
        exact = self._exact.get(operand.fact)
        return Figure(
            (as_written(number) if exact is None else exact) * unit.scale,
            dimension_of(unit),
            Qualifier(row["qualifier"]),
            row["decimals"] or 0,
            row["period"] or self._published.get(row["source"], ""),
            Status(row["status"]),
            (row["attribution.en"], row["attribution.zh"]),
        )


def wrong_operand(operand: Operand, row: Row) -> tuple[str, str] | None:
    """What is wrong with a fact as an operand, and what would be right; None for nothing."""
    id_ = operand.fact
    if row["status"] == Status.WITHDRAWN:
        return f"{id_!r}, which is withdrawn", "name another, or take the fact out"
    if row["kind"] != NUMBER:
        kind = "a date" if row["kind"] == DATE else "a text"
        return f"{id_!r}, which is {kind}", "name facts that are numbers"
    if operand.end is None and row["high"] is not None:
        return f"{id_!r}, which is a range", f"name an end: {id_}.low or {id_}.high"
    if operand.end is not None and row["high"] is None:
        return f"{operand.name!r}, and {id_!r} is no range", f"write {id_}"
    return None
