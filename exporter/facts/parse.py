"""From what is written to what it means: the table WRITTEN becomes the table FACTS.

Every rule is a mask over columns, so a million rows cost a few passes; messages are made for the
rows that break a rule alone. All broken rules are reported, not the first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, holds_any
from exporter.engine.threads import in_order
from exporter.errors import Problem
from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.formula_rules import as_calculated, formula_rules, with_derived_unsaid
from exporter.facts.further import ALSO_IN, kept
from exporter.facts.further_fields import further_rules
from exporter.facts.halves import with_both_halves
from exporter.facts.history import history_rules
from exporter.facts.other_words import as_kept, other_word_rules
from exporter.facts.own_units import own_unit
from exporter.facts.periods import YearEnds, parse_point
from exporter.facts.ranges import NUMERAL, Ends, find_ends, is_range, range_rules
from exporter.facts.repeated_ids import Ids
from exporter.facts.rule import Rule
from exporter.facts.rules import rules
from exporter.facts.same_faults import FirstFaults
from exporter.facts.table import DATE, FACTS, KEY_SEPARATOR, NUMBER, TEXT, map_distinct
from exporter.facts.text_rules import text_rules
from exporter.facts.unit_names import find_unit
from exporter.facts.words import LANGUAGES, Qualifier, Status
from exporter.limits import SIGNIFICANT_DIGITS

_AT_ONCE = 200  # rows with faults
# What of a fact that is not whole can be looked at all the same.
REFUSED = pa.schema(
    [FACTS.field(name) for name in ("id", "entity", "source", "quote", "file", "line")]
)
# Texts that facts need not have.
_BLANK = (
    "period", "attribution.en", "attribution.zh", "quote_en", "quote_zh", "note.en", "note.zh",
    "accept.en", "accept.zh",
)  # fmt: skip
_ISO_DATE = r"^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$"


class FactParser:
    """From what is written to what it means, batch by batch; knows the ids of all batches."""

    def __init__(self, year_ends: YearEnds | None = None) -> None:
        """A parser that has seen nothing yet.

        Args:
            year_ends: Where the fiscal years of entities end; None where that is not known yet.
        """
        self._ids = Ids()
        self._reported = FirstFaults()
        self._year_ends = year_ends
        self._refused: list[pa.Table] = []

    @property
    def refused(self) -> pa.Table:
        """Of the rows that broke a rule so far, by REFUSED; "" for what they do not say."""
        return pa.concat_tables([empty_table(REFUSED), *self._refused])

    def parse(self, batches: Iterable[RowsAndProblems]) -> Iterator[RowsAndProblems]:
        """The facts that each batch states; a few batches ahead are in work.

        Args:
            batches: Rows by the schema WRITTEN, and what is wrong with their form.

        Yields:
            A table by the schema FACTS of the rows that break no rule, and the problems of the
            others; after MOST_REPORTED that differ, of all batches, no more of them.
        """
        parse = partial(_parsed, year_ends=self._year_ends)
        for parsed, problems in in_order(parse, self._with_firsts(batches)):
            of_rules = _problems(parsed.table, parsed.broken)
            self._refused += [parsed.refused] if parsed.broken else []
            yield parsed.facts, self._reported.take(chain(problems, of_rules))

    def _with_firsts(self, batches: Iterable[RowsAndProblems]) -> Iterator[RowsAndProblems]:
        """The batches, each with where ids that were used before stand first."""
        for written, problems in batches:
            whole = written.combine_chunks()
            yield whole.append_column("id.first", self._ids.first_places(whole)), problems


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A batch: all rows with their meaning, the sound ones, and the rules that others break."""

    table: pa.Table
    facts: pa.Table
    broken: list[tuple[int, Rule]]

    @property
    def refused(self) -> pa.Table:
        """The others, by REFUSED."""
        rows = self.table.take(sorted({row for row, _ in self.broken})).select(REFUSED.names)
        texts = (name for name in REFUSED.names if REFUSED.field(name).type == pa.string())
        for name in texts:
            said = pc.fill_null(rows[name], "")
            rows = rows.set_column(rows.schema.get_field_index(name), name, said)
        return rows.cast(REFUSED)


def _parsed(batch: RowsAndProblems, year_ends: YearEnds | None) -> tuple[_Parsed, list[Problem]]:
    written, problems = batch
    table = as_calculated(_with_meaning(_with_defaults(with_both_halves(written))))
    broken: list[tuple[int, Rule]] = []
    sound = pa.chunked_array([pa.repeat(pa.scalar(True), table.num_rows)])
    every = (
        rules(table, year_ends),
        text_rules(table),
        range_rules(table),
        other_word_rules(table),
        history_rules(table),
        formula_rules(table),
        further_rules(table),
    )
    for rule in chain(*every):
        if pc.any(rule.broken).as_py():
            sound = pc.and_(sound, pc.invert(pc.fill_null(rule.broken, False)))
            broken += ((row, rule) for row in pc.indices_nonzero(rule.broken).to_pylist())
    broken.sort(key=lambda row_and_rule: row_and_rule[0])
    stated = with_derived_unsaid(table, written)
    facts = stated.filter(sound) if broken else stated
    return _Parsed(table, facts.select(FACTS.names).cast(FACTS), broken), problems


def _problems(table: pa.Table, broken: Sequence[tuple[int, Rule]]) -> Iterator[Problem]:
    """What the rows say wrong, in the order of `broken`; rows are made of columns some at once."""
    for first in range(0, len(broken), _AT_ONCE):
        some = broken[first : first + _AT_ONCE]
        rows = table.take([index for index, _ in some]).to_pylist()
        for row, (_, rule) in zip(rows, some, strict=True):
            wrong, right = rule.wrong(row), rule.right(row)
            yield Problem(row["file"], row["line"], row["id"] or "", wrong, right)


def _with_defaults(written: pa.Table) -> pa.Table:
    defaults = {
        "qualifier": Qualifier.EXACT.value,
        "status": Status.ACHIEVED.value,
        **dict.fromkeys(_BLANK, ""),
    }
    written = written.append_column("decimals.written", written["decimals"])
    for lang in LANGUAGES:
        written = written.append_column(f"accept.{lang}.written", written[f"accept.{lang}"])
    for name, default in defaults.items():
        column = pc.fill_null(written[name], default)
        written = written.set_column(written.schema.get_field_index(name), name, column)
    return written


def _with_meaning(table: pa.Table) -> pa.Table:
    """The table with the columns of FACTS that follow from others, and `unit_key`, `dimension`."""
    unit_key = pc.if_else(
        pc.is_valid(table["unit"]),
        table["unit"],
        pc.binary_join_element_wise(table["unit.en"], table["unit.zh"], KEY_SEPARATOR),
    )
    dimension = map_distinct(unit_key, _reader("dimension"), pa.string())
    kind, ends = _kinds(table["value"], dimension), find_ends(table)
    if ends is not None:
        kind = pc.if_else(is_range(table), NUMBER, kind)
    new = {
        "unit_key": unit_key,
        "dimension": dimension,
        "kind": kind,
        **_values(table, kind),
        **_figures(table, kind, ends),
        **_units(table, unit_key),
        ALSO_IN: map_distinct(table[ALSO_IN], kept, pa.string()),
    }
    for name, column in new.items():
        index = table.schema.get_field_index(name)
        table = (
            table.append_column(name, column)
            if index < 0
            else table.set_column(index, name, column)
        )
    return table


def _kinds(value: pa.ChunkedArray, dimension: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whether each value is a number, a date or a text."""
    is_date = pc.or_(
        pc.and_(pc.match_substring_regex(value, _ISO_DATE), pc.is_null(dimension)),
        pc.fill_null(pc.equal(dimension, "date"), False),
    )
    is_number = pc.and_(
        pc.match_substring_regex(value, NUMERAL),
        pc.invert(pc.is_in(dimension, pa.array(["date", "text"]))),
    )
    return pc.case_when(pc.make_struct(is_date, is_number), DATE, NUMBER, TEXT)


def _values(table: pa.Table, kind: pa.ChunkedArray) -> dict[str, pa.ChunkedArray]:
    """What each date and text means."""
    value, is_text = table["value"], pc.equal(kind, TEXT)
    day = pc.if_else(pc.equal(kind, DATE), pc.coalesce(value, table["value.en"]), None)
    return {
        "date": map_distinct(day, _first_day, pa.date32()),
        "precision": map_distinct(day, _precision, pa.string()),
        "text.en": pc.if_else(is_text, pc.coalesce(table["value.en"], value), None),
        "text.zh": pc.if_else(is_text, pc.coalesce(table["value.zh"], value), None),
    }


def _figures(
    table: pa.Table, kind: pa.ChunkedArray, ends: Ends | None
) -> dict[str, pa.ChunkedArray]:
    """What each number means, and both ends of each range, with the decimals of the finer one."""
    number = pc.if_else(pc.equal(kind, NUMBER), table["value"], None)
    if ends is None:
        high = pa.chunked_array([pa.nulls(table.num_rows, pa.float64())])
        return {"number": _as_floats(number), "high": high, **_sizes(number)}
    low = pc.coalesce(number, ends.low)
    sizes, of_high = _sizes(low), _sizes(ends.high)
    most = {name: pc.max_element_wise(size, of_high[name]) for name, size in sizes.items()}
    return {"number": _as_floats(low), "high": _as_floats(ends.high), **most}


def _sizes(numbers: pa.ChunkedArray) -> dict[str, pa.ChunkedArray]:
    """How many decimals each number has as written, and how many digits."""
    # Fewer characters cannot hold too many digits, which is all that the rules ask.
    long = _longer(numbers, SIGNIFICANT_DIGITS)
    return {"decimals": _decimals_of(numbers), "digits": map_distinct(long, _digits, pa.int16())}


def _units(table: pa.Table, unit_key: pa.ChunkedArray) -> dict[str, pa.ChunkedArray]:
    """The unit that each row names, with its labels; and the name as it was written."""
    named = {
        column: pc.fill_null(map_distinct(unit_key, _reader(name), pa.string()), "")
        for column, name in (("unit", "key"), ("unit.en", "en"), ("unit.zh", "zh"))
    }
    also = map_distinct(table["unit.also"], as_kept, pa.string())
    return {**named, "unit.written": table["unit"], "unit.also": also}


def _reader(attribute: str) -> Callable[[str], str | None]:
    """What reads one attribute of the unit that a key names; None where it names none."""

    def read(unit_key: str) -> str | None:
        en, separator, zh = unit_key.partition(KEY_SEPARATOR)
        unit = own_unit(en, zh) if separator else find_unit(en)
        return None if unit is None else str(getattr(unit, attribute))

    return read


def _first_day(text: str) -> date | None:
    point = parse_point(text)
    return None if point is None else point.first


def _precision(text: str) -> str | None:
    point = parse_point(text)
    return None if point is None else point.precision


def _as_floats(numbers: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return pc.cast(pc.utf8_ltrim(numbers, "+"), pa.float64())
    except pa.ArrowInvalid:  # one is beyond the largest float, which Python calls infinite
        return map_distinct(numbers, float, pa.float64())


def _decimals_of(numbers: pa.ChunkedArray) -> pa.ChunkedArray:
    if holds_any(numbers, b"eE"):
        return map_distinct(numbers, _decimals, pa.int16())
    point = pc.find_substring(numbers, ".")
    after_point = pc.subtract(pc.utf8_length(numbers), pc.add(point, 1))
    is_whole = pc.less(point, 0)
    return pc.cast(pc.if_else(is_whole, 0, pc.min_element_wise(after_point, 999)), pa.int16())


def _longer(numbers: pa.ChunkedArray, length: int) -> pa.ChunkedArray:
    return pc.if_else(pc.greater(pc.utf8_length(numbers), length), numbers, None)


def _decimals(number: str) -> int:
    """Decimal places as written: 2 for `1.50`, 0 for `1e8`, 3 for `15e-3`."""
    mantissa, _, exponent = number.lower().partition("e")
    return min(max(len(mantissa.partition(".")[2]) - int(exponent or 0), 0), 999)


def _digits(number: str) -> int:
    """Significant digits as written: without leading zeros, and without an integer's final ones."""
    mantissa = number.lower().partition("e")[0].lstrip("+-")
    digits = mantissa.replace(".", "").lstrip("0")
    return min(len(digits if "." in mantissa else digits.rstrip("0")), 999)
