"""Names of facts in a workbook, so that formulas and other people's models can refer to them.

A name is the fact's id and stands for its figure in the base unit, looked up by the id: sorting,
filtering and the magnitude that a sheet shows change nothing of it, nor does the next edition.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.fact_set import FactSet
from exporter.facts.history import among
from exporter.facts.ranges import End, Named
from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.table import NUMBER
from exporter.facts.units import Unit
from exporter.facts.words import Lang
from exporter.report.definition import ReportDefinition
from exporter.report.looks import shown_units

MOST_NAMED = 2_000  # facts of a workbook; beyond, operands and headlines alone
_MANY = 1_000  # facts
_LONGEST = 255  # characters of a name
_FIRST_POWER = 10_000  # that is written as 1E4
# A cell in either style (Q3, R1C1), TRUE, a table, a list of the sheet Checks, a name of Excel's.
_LIKE_ANOTHER = re.compile(
    r"[a-z]{1,3}[0-9]+|r[0-9]*(?:c[0-9]*)?|c[0-9]*|true|false|facts_.*|contents|sources|checks|words"
    r"|changes|views|periods(?:_[0-9]+)?|units|qualifiers|statuses|print_area|print_titles|history|[0-9].*"
)


def defined_name(name: str) -> str:
    """What a fact, or an end of a range, is called in a workbook; "" where Excel has no such name.

    Source: Excel's documentation, "Names in formulas" (syntax rules for names).
    """
    plain = name.replace("-", "_")
    made = f"_{plain}" if _LIKE_ANOTHER.fullmatch(plain) else plain
    return made if len(made) <= _LONGEST else ""


def looked_up(id_: str, table: str, lang: Lang, end: End | None = None) -> str:
    """The cell of a fact as a formula finds it, wherever its row has been sorted to."""
    value = COLUMN_LABELS["high" if end is End.HIGH else "value"].in_(lang)
    fact = COLUMN_LABELS["fact"].in_(lang)
    return f'INDEX({table}[{value}],MATCH("{id_}",{table}[{fact}],0))'


def base_factor(unit: Unit, lang: Lang) -> Fraction:
    """By what a cell of a unit is multiplied to be in the base unit: 10**9 for EUR billion."""
    if unit.stored != 1:
        return unit.scale / unit.stored
    return unit.scale / Fraction(10) ** unit.moved(lang)


def shown_factor(number: int) -> str:
    """A whole number as a formula has it: 1E9, 3600."""
    digits = str(number).rstrip("0")
    power = len(str(number)) - len(digits)
    return f"{digits}E{power}" if number >= _FIRST_POWER and power >= len(digits) else str(number)


def multiplied(formula: str, factor: Fraction) -> str:
    """A product as a formula has it."""
    above, below = factor.as_integer_ratio()
    times = f"*{shown_factor(above)}" if above != 1 else ""
    return f"{formula}{times}" + (f"/{shown_factor(below)}" if below != 1 else "")


def fact_names(
    batch: pa.Table, table: str, wanted: Set[str] | None, lang: Lang
) -> Iterator[tuple[str, str]]:
    """The names of facts of a sheet, and the formulas that they stand for.

    Args:
        batch: Facts by CHECKED.
        table: The table that they stand in.
        wanted: The facts that have names; None for all.
        lang: Of the workbook.
    """
    if wanted is not None:
        batch = batch.filter(_chosen(batch, wanted))
    columns = [batch[name].to_pylist() for name in ("id", "kind", "high")]
    for id_, kind, high, unit in zip(*columns, shown_units(batch), strict=True):
        factor = base_factor(unit, lang) if kind == NUMBER else Fraction(1)
        for end in (None, *(End if high is not None else ())):
            if name := defined_name(f"{id_}.{end}" if end else id_):
                yield name, f"={multiplied(looked_up(id_, table, lang, end), factor)}"


def _chosen(batch: pa.Table, wanted: Set[str]) -> pa.ChunkedArray:
    """Which facts of a batch are wanted; Arrow hashes all that are, each time."""
    if len(wanted) > _MANY:
        return among(batch["id"], wanted)
    return pc.is_in(batch["id"], pa.array(sorted(wanted), pa.string()))


def named_in(
    report: ReportDefinition, entities: Sequence[str], facts: FactSet, operands: Set[str]
) -> frozenset[str] | None:
    """The facts of a workbook that have names, by their ids; None for all.

    Args:
        report: The report.
        entities: Those of the workbook.
        facts: Of the report.
        operands: The facts that formulas name.
    """
    if sum(facts.of(entity).num_rows for entity in entities) <= MOST_NAMED:
        return None
    headlines = {Named.of(entity.headline).id for entity in report.entities if entity.headline}
    return frozenset(headlines | operands)


def clashing_names(
    report: ReportDefinition, facts: FactSet, operands: Set[str]
) -> Iterator[Problem]:
    """Facts of one workbook that would have the same name.

    Args:
        report: The report.
        facts: Its facts.
        operands: Ids of the facts that formulas name.
    """
    told: set[str] = set()
    for workbook in report.workbooks:
        entities = [entity.name.en for entity in report.entities_of(workbook)]
        wanted = named_in(report, entities, facts, operands)
        if wanted is not None and len(set(map(defined_name, wanted))) == len(wanted):
            continue
        first: dict[str, Mapping[str, str]] = {}
        for row in _rows_named(facts, entities, wanted):
            other = first.setdefault(defined_name(row["id"]), row)
            if other is not row and row["id"] not in told and other["id"] != row["id"]:
                told.add(row["id"])
                wrong = f"in a workbook it would have the name of {other['id']!r}, "
                wrong += defined_name(row["id"])
                right = "give one of them an id that differs by more than - and _"
                yield Problem(row["file"], int(row["line"]), row["id"], wrong, right)


def _rows_named(
    facts: FactSet, entities: Sequence[str], wanted: Set[str] | None
) -> Iterator[Mapping[str, str]]:
    for entity in entities:
        for batch in facts.of(entity).batches():
            some = batch if wanted is None else batch.filter(_chosen(batch, wanted))
            yield from some.select(["id", "file", "line"]).to_pylist()
