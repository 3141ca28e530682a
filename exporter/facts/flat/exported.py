"""Facts given out as a DataFrame, and taken back as an analyst writes them.

What `FactSet.to_frame` gives has the columns that docs/writing-facts.md names, which may be
changed; behind them what was read of the values, which is for computing and is passed over. A table
by the schema FACTS, which has that alone, is taken as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.errors import Fault
from exporter.facts.flat.columns import ENDS
from exporter.facts.flat.texts import CellFault, refused_type, texts_of
from exporter.facts.headings import heading_key
from exporter.facts.own_units import own_unit
from exporter.facts.periods import Point
from exporter.facts.table import DATE, FACTS, KEY_SEPARATOR, NUMBER, PLACES, STATED
from exporter.facts.unit_names import find_unit
from exporter.limits import SIGNIFICANT_DIGITS

if TYPE_CHECKING:
    import pandas as pd

_OF_FACTS = {"text.en", "text.zh"}
_MARKS = {"kind", "number", "decimals", "date", "precision"}
# What was read of the values, where it was read, and what the check said.
_READ = ("kind", "number", "high", "decimals", "date", "precision", "file", "line")
_CHECKED = (
    "quote_state", "figure_state", "translation_state", "quote_start", "quote_end", "unit.shown",
    "also_in.found",
)  # fmt: skip
_PASSED_OVER = {*_READ, *_CHECKED, *PLACES}
_PLACES = "decimals"  # read of a value; said of a formula
_READ_OF = {"value": "number", "value.from": "number", "value.to": "high"}
_ROW_NUMBERS = {"", "unnamed: 0", "index"}  # what an index is called in CSV, by pandas, and by us
_DATE_LENGTHS = {"year": 4, "month": 7}  # characters of an ISO 8601 date; a day has all
_AS_THEY_ARE = tuple(name for name in STATED if name in FACTS.names)
_Written = tuple[str | None, str | None, str | None]  # of `value`, `value.from` and `value.to`
_AT_ODDS = Fault(
    "and its labels say different things", "change `unit`, `unit.en` and `unit.zh` together"
)


def facts_frame(facts: pa.Table) -> "pd.DataFrame":
    """Facts as a DataFrame: as an analyst writes them, then what was read of the values.

    Numbers are of Python, so that each has its own decimals: 17, 18.5, and 1.50 as a Decimal.

    Args:
        facts: By the schema FACTS, or with more columns; in one chunk.
    """
    import pandas as pd

    written, _ = _as_an_analyst_writes(_one_batch(facts))
    frame = written.select([name for name in STATED if name != _PLACES]).to_pandas()
    kinds, precisions = facts["kind"].to_pylist(), facts["precision"].to_pylist()
    for name in ("value", *ENDS):
        rows = zip(written[name].to_pylist(), kinds, precisions, strict=True)
        values = [text and _typed(text, kind, precision) for text, kind, precision in rows]
        frame[name] = pd.Series(values, dtype=object)
    rest = [name for name in facts.schema.names if name in _READ or name not in FACTS.names]
    return frame.join(facts.select(rest).to_pandas())


def _one_batch(facts: pa.Table) -> pa.RecordBatch:
    columns = [one_chunk(column) for column in facts.columns]
    return pa.RecordBatch.from_arrays(columns, names=facts.schema.names)


def _typed(text: str, kind: str, precision: str) -> object:
    """A value as Python has it: a number, a day, or the text of a month or a year."""
    if kind != NUMBER:
        return date.fromisoformat(text) if precision == "day" else text
    if text.lstrip("-").isdigit():
        return int(text)
    number = Decimal(text)
    is_float = Decimal(repr(float(text))).as_tuple() == number.as_tuple()
    return float(text) if is_float else number


def is_exported(schema: pa.Schema) -> bool:
    """Whether a table is of facts that were given out."""
    return all(schema.names.count(name) == 1 for name in _MARKS)


def lacks_value(schema: pa.Schema) -> Fault | None:
    """What to say where the column is gone that facts are read from again."""
    if not is_exported(schema) or _is_of_facts(schema) or "value" in schema.names:
        return None
    wrong = "the column `value` is missing, and `number`, which is for computing, is no value"
    return Fault(wrong, "keep `value`, which is what a fact says")


def _is_of_facts(schema: pa.Schema) -> bool:
    """Whether a table is by the schema FACTS, which has what was read of the values alone."""
    return "value" not in schema.names and set(schema.names) >= _OF_FACTS


def taken_back(
    batch: pa.RecordBatch, faults: Sequence[CellFault]
) -> tuple[pa.RecordBatch, list[CellFault]]:
    """Rows of facts that were given out, under the names of WRITTEN.

    Args:
        batch: The rows.
        faults: Of its values.

    Returns:
        The rows, with whatever else stands in them; and what is wrong with their values.
    """
    names = batch.schema.names
    reads = _as_an_analyst_writes if _is_of_facts(batch.schema) else _as_changed
    back, more = reads(batch)
    places = {name: place for place, name in enumerate(back.schema.names)}
    moved = (CellFault(row, places.get(names[place], -1), fault) for row, place, fault in faults)
    return back, [*(fault for fault in moved if fault.column >= 0), *more]


def _as_changed(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, list[CellFault]]:
    """The columns that an analyst writes, and those that nobody knows, which are told of later.

    So are those that stand there twice.
    """
    names: list[str] = []
    columns: list[pa.Array] = []
    faults: list[CellFault] = []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if name == _PLACES and "formula" in batch.schema.names:
            column = _of_formulas(column, batch["formula"])  # noqa: PLW2901
        elif name in _PASSED_OVER or _numbers_rows(name, column):
            continue
        read = _READ_OF.get(name, "")
        if read and read in batch.schema.names and not refused_type(column.type):
            texts, of_column = texts_of(column)
            faults += (CellFault(row, len(names), fault) for row, fault in of_column)
            column = _with_decimals(texts, batch[read], batch["decimals"])  # noqa: PLW2901
        names.append(name)
        columns.append(column)
    return pa.RecordBatch.from_arrays(columns, names=names), faults


def _of_formulas(decimals: pa.Array, formulas: pa.Array) -> pa.Array:
    """The decimals of calculated facts alone: those of others are what was read of their values."""
    texts, said = texts_of(decimals)[0].to_pylist(), texts_of(formulas)[0].to_pylist()
    rows = zip(texts, said, strict=True)
    return pa.array(
        [text.removesuffix(".0") if text and formula else None for text, formula in rows],
        pa.string(),
    )


def _numbers_rows(name: str, column: pa.Array) -> bool:
    """Whether a column is the index of a DataFrame that was written with it."""
    if heading_key(name) not in _ROW_NUMBERS or refused_type(column.type):
        return False
    return bool(pc.all(pc.match_substring_regex(texts_of(column)[0], "^[0-9]+$")).as_py())


def _with_decimals(values: pa.Array, numbers: pa.Array, decimals: pa.Array) -> pa.Array:
    """Texts of numbers; those that are as they were with as many decimals as they had."""
    rows = zip(values.to_pylist(), numbers.to_pylist(), decimals.to_pylist(), strict=True)
    return pa.array(
        [text and _as_before(text, number, places) for text, number, places in rows], pa.string()
    )


def _as_before(text: str, number: object, decimals: object) -> str:
    """A number with the zeros at its end that a float does not have; a changed one as it is."""
    try:
        value, before, places = float(text), float(str(number)), int(float(str(decimals)))
    except ValueError:
        return text
    written = f"{value:.{places}f}" if 0 <= places <= SIGNIFICANT_DIGITS else text
    is_longer = len(written) > len(text) and float(written) == value
    return written if value == before and is_longer else text


def _as_an_analyst_writes(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, list[CellFault]]:
    """Rows of FACTS, with columns more or fewer, under the names of WRITTEN.

    Returns:
        The rows, and those whose unit and its labels disagree.
    """
    known = {*FACTS.names, *STATED, *_CHECKED}
    columns = {name: batch[name] for name in _AS_THEY_ARE if name in batch.schema.names}
    if {"formula", _PLACES} <= set(batch.schema.names):
        columns[_PLACES] = _of_formulas(batch[_PLACES], batch["formula"])
    else:
        columns.pop(_PLACES, None)
    columns |= {name: batch[name] for name in batch.schema.names if name not in known}
    kinds = pc.cast(batch["kind"], pa.string()).to_pylist()
    written = list(_values(batch, kinds))
    for place, name in enumerate(("value", *ENDS)):
        columns[name] = pa.array([values[place] for values in written], pa.string())
    is_text = [kind not in {NUMBER, DATE} for kind in kinds]
    for lang in ("en", "zh"):
        if f"text.{lang}" in batch.schema.names:
            texts = pc.if_else(pa.array(is_text), batch[f"text.{lang}"], None)
            columns[f"value.{lang}"] = texts
    faults: list[CellFault] = []
    if {"unit", "unit.en", "unit.zh"} <= set(columns):
        units, wrong = _units(columns["unit"], columns["unit.en"], columns["unit.zh"])
        columns |= units
        place = list(columns).index("unit")
        faults = [CellFault(row, place, _AT_ODDS) for row in wrong]
    return pa.RecordBatch.from_pydict(columns), faults


def _values(batch: pa.RecordBatch, kinds: Iterable[str]) -> Iterator[_Written]:
    """What to write for each value: as one text, or as the ends of a range."""
    days = texts_of(batch["date"])[0].to_pylist()
    columns = [batch[name].to_pylist() for name in ("number", "decimals", "precision")]
    if "formula" in batch.schema.names:  # what is calculated is no value that is written
        said = texts_of(batch["formula"])[0].to_pylist()
        columns[0] = [
            None if formula else number for number, formula in zip(columns[0], said, strict=True)
        ]
    highs = batch["high"].to_pylist() if "high" in batch.schema.names else [None] * len(days)
    for kind, day, high, number, decimals, precision in zip(
        kinds, days, highs, *columns, strict=True
    ):
        if kind == NUMBER and number is not None:
            low = _number(number, decimals)
            yield (low, None, None) if high is None else (None, low, _number(high, decimals))
        elif kind == DATE and day is not None:
            yield _date(day, precision), None, None
        else:
            yield None, None, None


def _date(day: str, precision: str) -> str:
    """The date as far as it is known; a day that was changed by hand is as it is."""
    try:
        return Point(date.fromisoformat(day), precision or "day").written()
    except ValueError:
        return day[: _DATE_LENGTHS.get(precision, 10)]


def _number(number: float, decimals: float | None) -> str:
    """The number with its decimals, or with more where it has been changed to need them."""
    if decimals is None or decimals != decimals:  # noqa: PLR0124 - a NaN, which pandas has for none
        return repr(number)
    written = f"{number:.{int(decimals)}f}"
    return written if float(written) == number else repr(number)


def _units(name: pa.Array, en: pa.Array, zh: pa.Array) -> tuple[dict[str, pa.Array], list[int]]:
    """A known unit by its name alone, one of the analyst's own by its labels alone."""
    parts = (pc.fill_null(pc.cast(column, pa.string()), "") for column in (name, en, zh))
    keys = pc.binary_join_element_wise(*parts, KEY_SEPARATOR).dictionary_encode()
    units = [_unit(*key.split(KEY_SEPARATOR)) for key in keys.dictionary.to_pylist()]
    columns = {
        column: pa.array([unit and unit[place] for unit in units], pa.string()).take(keys.indices)
        for place, column in enumerate(("unit", "unit.en", "unit.zh"))
    }
    wrong = pa.array([unit is None for unit in units], pa.bool_()).take(keys.indices)
    return columns, pc.indices_nonzero(wrong).to_pylist()


def _unit(name: str, en: str, zh: str) -> tuple[str | None, str | None, str | None] | None:
    """What to write for a unit; None where its name and its labels disagree."""
    known, own = find_unit(name), own_unit(en, zh)
    if known and ((known.en, known.zh) == (en, zh) or not (en or zh)):
        return name or None, None, None
    return (None, en, zh) if own and own.key == name else None
