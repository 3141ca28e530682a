"""What must hold for facts that are calculated, each by itself; what others say comes later.

Most tables have none. Whatever is asked here is then answered by a look at a count of nulls.
"""

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault, WrongValueError, has_lines
from exporter.facts.formulas import parse_formula
from exporter.facts.ranges import is_range
from exporter.facts.rule import Rule
from exporter.facts.shown_fields import shown_fields
from exporter.facts.table import NUMBER, map_distinct
from exporter.facts.value_rules import MOST_DECIMALS

_DECIMALS = re.compile(r"[0-9]{1,2}")
_DERIVED = ("qualifier", "status")  # null where they are to follow from the operands


def has_formulas(table: pa.Table) -> bool:
    """Whether any fact of a table WRITTEN or FACTS is calculated."""
    return bool(table["formula"].null_count < table.num_rows)


def formula_rules(table: pa.Table) -> Iterator[Rule]:
    """What must hold for formulas; `table` as for `rules.rules`."""
    if table["decimals.written"].null_count < table.num_rows:
        yield from _decimals_rules(table)
    if not has_formulas(table):
        return
    calculated = pc.is_valid(table["formula"])
    stated = [pc.is_valid(table[name]) for name in ("value", "value.en", "value.zh")]
    both = pc.or_(pc.or_(stated[0], pc.or_(stated[1], stated[2])), is_range(table))
    yield Rule(
        pc.and_(calculated, both),
        lambda _: "`value` and `formula` are both given",
        lambda _: "keep `formula` for what is calculated, `value` for what a quote states",
    )
    yield Rule(
        pc.and_(calculated, pc.is_in(table["dimension"], pa.array(["date", "text"]))),
        lambda row: f"what is calculated cannot be in the unit {row['unit.written']!r}",
        lambda _: "give the unit of a number",
    )
    yield Rule(
        map_distinct(table["formula"], lambda text: _fault(text) is not None, pa.bool_()),
        lambda row: _told(row["formula"]).wrong,
        lambda row: _told(row["formula"]).right,
    )


def as_calculated(table: pa.Table) -> pa.Table:
    """A table whose calculated rows are numbers, without a source that nothing is quoted from."""
    if not has_formulas(table):
        return table
    calculated = pc.is_valid(table["formula"])
    quote = pc.fill_null(table["quote"], "")
    unquoted = pc.and_(calculated, pc.equal(quote, ""))
    places = pc.if_else(calculated, table["decimals.written"], None)
    new = {
        "kind": pc.if_else(calculated, NUMBER, table["kind"]),
        "text.en": pc.if_else(calculated, None, table["text.en"]),
        "text.zh": pc.if_else(calculated, None, table["text.zh"]),
        "decimals": pc.if_else(
            calculated, map_distinct(places, _places, pa.int16()), table["decimals"]
        ),
        "quote": pc.if_else(unquoted, "", table["quote"]),
        "source": pc.if_else(unquoted, "", table["source"]),
    }
    for name, column in new.items():
        table = table.set_column(table.schema.get_field_index(name), name, column)
    return table


def with_derived_unsaid(table: pa.Table, written: pa.Table) -> pa.Table:
    """A table whose calculated rows say nothing where nothing was written, for it follows."""
    if not has_formulas(table):
        return table
    for name in _DERIVED:
        unsaid = pc.and_(pc.is_valid(table["formula"]), pc.is_null(written[name]))
        column = pc.if_else(unsaid, None, table[name])
        table = table.set_column(table.schema.get_field_index(name), name, column)
    return table


def _decimals_rules(table: pa.Table) -> Iterator[Rule]:
    """In a table the column may stand for what was read of values, and is passed over."""
    said, calculated = table["decimals.written"], pc.is_valid(table["formula"])
    yield Rule(
        pc.and_(calculated, map_distinct(said, lambda text: _places(text) is None, pa.bool_())),
        lambda row: f"`decimals` is {row['decimals.written']!r}",
        lambda _: f"write a whole number from 0 to {MOST_DECIMALS}",
    )
    of_yaml = map_distinct(table["file"], has_lines, pa.bool_())
    yield Rule(
        pc.and_(pc.and_not(of_yaml, calculated), pc.is_valid(said)),
        lambda _: "`decimals` is given without a `formula`",
        lambda row: (
            "write the figure as the quote has it, " + shown_fields(row["file"], {"value": "1.50"})
        ),
    )


def _places(text: str) -> int | None:
    if not _DECIMALS.fullmatch(text) or int(text) > MOST_DECIMALS:
        return None
    return int(text)


def _fault(text: str) -> Fault | None:
    try:
        parse_formula(text)
    except WrongValueError as error:
        return error.fault
    return None


def _told(text: str) -> Fault:
    return _fault(text) or Fault("", "")
