"""From what is written to what it means: the table WRITTEN becomes the table FACTS.

Every rule is a mask over columns, so a million rows cost a few passes; messages are made for the
rows that break a rule alone. All broken rules are reported, not the first.
"""

from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.periods import parse_point
from exporter.facts.rules import rules
from exporter.facts.table import DATE, FACTS, KEY_SEPARATOR, NUMBER, TEXT, map_distinct
from exporter.facts.unit_names import find_unit, own_unit
from exporter.facts.words import Qualifier, Status

_NUMBER = r"^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$"
_ISO_DATE = r"^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$"


def parse_facts(written: pa.Table) -> tuple[pa.Table, list[Problem]]:
    """The facts that a table WRITTEN states.

    Args:
        written: Rows by the schema WRITTEN.

    Returns:
        A table by the schema FACTS of the rows that break no rule, and the problems of the others.
    """
    table = _with_meaning(_with_defaults(written))
    problems: list[tuple[int, Problem]] = []
    sound = pa.chunked_array([pa.repeat(pa.scalar(True), table.num_rows)])
    for rule in rules(table):
        broken = pc.fill_null(rule.broken, False)
        sound = pc.and_(sound, pc.invert(broken))
        for index in pc.indices_nonzero(broken).to_pylist():
            row = table.slice(index, 1).to_pylist()[0]
            place = (row["file"], row["line"], row["id"] or "")
            problems.append((index, Problem(*place, rule.wrong(row), rule.right(row))))
    problems.sort(key=lambda problem: problem[0])
    facts = table.filter(sound).select(FACTS.names).cast(FACTS)
    return facts, [problem for _, problem in problems]


def _with_defaults(written: pa.Table) -> pa.Table:
    defaults = {
        "qualifier": Qualifier.EXACT.value,
        "status": Status.ACHIEVED.value,
        **dict.fromkeys(("period", "attribution.en", "attribution.zh", "quote_en", "quote_zh"), ""),
    }
    for name, default in defaults.items():
        column = pc.fill_null(written[name], default)
        written = written.set_column(written.schema.get_field_index(name), name, column)
    return written


def _with_meaning(table: pa.Table) -> pa.Table:
    """The table with the columns of FACTS that follow from others, and `unit_key`, `dimension`."""
    value = table["value"]
    unit_key = pc.if_else(
        pc.is_valid(table["unit"]),
        table["unit"],
        pc.binary_join_element_wise(table["unit.en"], table["unit.zh"], KEY_SEPARATOR),
    )
    dimension = map_distinct(unit_key, _reader("dimension"), pa.string())
    is_date = pc.or_(
        pc.and_(pc.match_substring_regex(value, _ISO_DATE), pc.is_null(dimension)),
        pc.fill_null(pc.equal(dimension, "date"), False),
    )
    is_number = pc.and_(
        pc.match_substring_regex(value, _NUMBER),
        pc.invert(pc.is_in(dimension, pa.array(["date", "text"]))),
    )
    kind = pc.case_when(pc.make_struct(is_date, is_number), DATE, NUMBER, TEXT)
    number = pc.if_else(is_number, value, None)
    day = pc.if_else(is_date, pc.coalesce(value, table["value.en"]), None)
    is_text = pc.equal(kind, TEXT)
    new = {
        "unit_key": unit_key,
        "dimension": dimension,
        "kind": kind,
        "number": map_distinct(number, float, pa.float64()),
        "decimals": map_distinct(number, _decimals, pa.int16()),
        "digits": map_distinct(number, _digits, pa.int16()),
        "date": map_distinct(day, _first_day, pa.date32()),
        "precision": map_distinct(day, _precision, pa.string()),
        "text.en": pc.if_else(is_text, pc.coalesce(table["value.en"], value), None),
        "text.zh": pc.if_else(is_text, pc.coalesce(table["value.zh"], value), None),
    }
    for column, name in (("unit", "key"), ("unit.en", "en"), ("unit.zh", "zh")):
        new[column] = pc.fill_null(map_distinct(unit_key, _reader(name), pa.string()), "")
    new["unit.written"] = table["unit"]
    for name, column in new.items():
        index = table.schema.get_field_index(name)
        table = (
            table.append_column(name, column)
            if index < 0
            else table.set_column(index, name, column)
        )
    return table


def _reader(attribute: str) -> Callable[[str], str | None]:
    """What reads one attribute of the unit that a key names; None where it names none."""

    def read(unit_key: str) -> str | None:
        en, separator, zh = unit_key.partition(KEY_SEPARATOR)
        unit = own_unit(en, zh) if separator else find_unit(en)
        return None if unit is None else str(getattr(unit, attribute))

    return read


def _first_day(text: str) -> date | None:
    point = parse_point(text)
    return None if point is None or point.precision == "quarter" else point.first


def _precision(text: str) -> str | None:
    point = parse_point(text)
    return None if point is None or point.precision == "quarter" else point.precision


def _decimals(number: str) -> int:
    """Decimal places as written: 2 for `1.50`, 0 for `1e8`, 3 for `15e-3`."""
    mantissa, _, exponent = number.lower().partition("e")
    return min(max(len(mantissa.partition(".")[2]) - int(exponent or 0), 0), 999)


def _digits(number: str) -> int:
    """Significant digits as written: without leading zeros, and without an integer's final ones."""
    mantissa = number.lower().partition("e")[0].lstrip("+-")
    digits = mantissa.replace(".", "").lstrip("0")
    return len(digits if "." in mantissa else digits.rstrip("0"))
