"""Calculated facts as formulas of Excel, over the names of their operands: `=orders/users`.

Names are in base units, so a formula ends with what makes its result one of its cell's unit:
`=(sales-costs)/1E9`. What stands in another workbook is a constant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pyarrow.compute as pc

from exporter.facts.calculation import calculate
from exporter.facts.fact_set import FactSet
from exporter.facts.formulas import (
    Expression,
    Number,
    Operand,
    Operation,
    operands_of,
    parse_formula,
    write_formula,
)
from exporter.facts.history import among
from exporter.facts.own_units import unit_of
from exporter.facts.ranges import End
from exporter.facts.table import as_written
from exporter.facts.words import Lang
from exporter.report.looks import shown_units
from exporter.report.xlsx.defined_names import base_factor, defined_name, shown_factor

_DIGITS = 15  # of a constant that Excel keeps


@dataclass(frozen=True, slots=True)
class LiveFormula:
    """A calculated fact in a workbook.

    Attributes:
        formula: Of its cell.
        exact: What that gives, in the unit of the cell.
        evidence: The id of the fact whose evidence the cell opens: of an operand that stands in
            another workbook; "" where all stand in this one.
    """

    formula: str
    exact: Fraction
    evidence: str

    @property
    def cached(self) -> float:
        """What it gives, as exactly as a cell holds it."""
        return float(self.exact)


@dataclass(frozen=True, slots=True)
class LiveFormulas:
    """The calculated facts of a workbook in one language.

    Attributes:
        by_id: What their cells hold.
        operands: Ids of the facts that they name.
    """

    by_id: Mapping[str, LiveFormula] = field(default_factory=dict)
    operands: frozenset[str] = frozenset()


def live_formulas(facts: FactSet, entities: Sequence[str], lang: Lang) -> LiveFormulas:
    """The calculated facts of a workbook.

    Args:
        facts: Of the report, as the check left them.
        entities: Those that have a sheet in the workbook.
        lang: Of the workbook.
    """
    if not any(facts.of(entity).has_formulas for entity in entities):
        return LiveFormulas()
    calculation = calculate(facts)
    inside = frozenset(entities)
    calculated = facts.where(lambda batch: pc.is_valid(batch["formula"])).table()
    rows = calculated.select(["id", "entity", "formula"]).to_pylist()
    named = {operand.fact for row in rows for operand in _operands(row)}
    writer = _Writer(facts, named, inside, calculation.results)
    live = {}
    for row, unit in zip(rows, shown_units(calculated), strict=True):
        if row["entity"] not in inside:
            continue
        base = calculation.results[row["id"]].exact * unit.scale
        factor = base_factor(unit, lang)
        outside = sorted({operand.fact for operand in _operands(row)} - writer.inside)
        evidence = "" if not outside else outside[0] if len(outside) == 1 else row["id"]
        written = writer.write(parse_formula(row["formula"]), factor)
        live[row["id"]] = LiveFormula(f"={written}", base / factor, evidence)
    of_book = {row["id"]: row for row in rows if row["entity"] in inside}
    operands = {operand.fact for row in of_book.values() for operand in _operands(row)}
    return LiveFormulas(live, frozenset(operands))


def _operands(row: Mapping[str, Any]) -> list[Operand]:
    return list(operands_of(parse_formula(row["formula"])))


class _Writer:
    """Writes formulas of a workbook.

    Attributes:
        inside: Ids of the operands that stand in the workbook.
    """

    def __init__(
        self, facts: FactSet, named: set[str], entities: frozenset[str], results: Mapping[str, Any]
    ) -> None:
        table = facts.where(lambda batch: among(batch["id"], named)).table()
        names = ["id", "entity", "number", "high", "unit", "unit.en", "unit.zh", "unit.also"]
        self._rows = {row["id"]: row for row in table.select(names).to_pylist()}
        self._results = results
        self.inside = {id_ for id_, row in self._rows.items() if row["entity"] in entities}

    def write(self, expression: Expression, factor: Fraction) -> str:
        """A formula whose result is in units of so many base units."""
        above, below = factor.as_integer_ratio()
        if below != 1:
            expression = Operation("*", expression, _number(below))
        if above != 1:
            expression = Operation("/", expression, _number(above))
        return write_formula(expression, self._leaf)

    def _leaf(self, leaf: Number | Operand) -> str:
        if isinstance(leaf, Number):
            return leaf.written
        if leaf.fact in self.inside and (name := defined_name(leaf.name)):
            return name
        constant = f"{float(self._value(leaf)):.{_DIGITS}g}".upper().replace("E+", "E")
        return f"({constant})" if constant.startswith("-") else constant

    def _value(self, operand: Operand) -> Fraction:
        """What an operand is worth in its base unit."""
        row = self._rows[operand.fact]
        unit = unit_of(row["unit"], row["unit.en"], row["unit.zh"], row["unit.also"])
        if (result := self._results.get(operand.fact)) is not None:
            exact: Fraction = result.exact
            return exact * unit.scale
        return as_written(row["high" if operand.end is End.HIGH else "number"]) * unit.scale


def _number(value: int) -> Number:
    return Number(Fraction(value), shown_factor(value))
