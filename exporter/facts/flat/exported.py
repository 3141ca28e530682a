"""Facts that `FactSet.to_frame` gave out, back as an analyst writes them."""

from collections.abc import Iterable, Iterator
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault
from exporter.facts.flat.columns import ENDS
from exporter.facts.flat.texts import CellFault, texts_of
from exporter.facts.own_units import own_unit
from exporter.facts.periods import Point
from exporter.facts.table import DATE, FACTS, KEY_SEPARATOR, NUMBER, WRITTEN
from exporter.facts.unit_names import find_unit

_MARKS = {"kind", "number", "decimals", "date", "precision"}
_DATE_LENGTHS = {"year": 4, "month": 7}  # characters of an ISO 8601 date; a day has all
_AS_THEY_ARE = tuple(name for name in WRITTEN.names[:-2] if name in FACTS.names)
_Written = tuple[str | None, str | None, str | None]  # of `value`, `value.from` and `value.to`
_AT_ODDS = Fault(
    "and its labels say different things", "change `unit`, `unit.en` and `unit.zh` together"
)


def is_exported(schema: pa.Schema) -> bool:
    """Whether a table's columns are those of FACTS."""
    return set(schema.names) >= _MARKS and pa.types.is_floating(schema.field("number").type)


def as_an_analyst_writes(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, list[CellFault]]:
    """Rows of FACTS, with columns more or fewer, under the names of WRITTEN.

    Returns:
        The rows, and those whose unit and its labels disagree.
    """
    columns = {name: batch[name] for name in _AS_THEY_ARE if name in batch.schema.names}
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
    columns = (batch[name].to_pylist() for name in ("number", "decimals", "precision"))
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
