"""Numbers and dates that stand in a column as texts, made what facts have.

A number that is shown with % or a currency's sign says its unit, or agrees with it; where it does
not, it stays the text that it is, of which the rules tell.
"""

from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.facts.flat.marks import NUMBERS, Marks
from exporter.facts.flat.shown_cells import PERCENT, is_percentage
from exporter.facts.flat.texts import Faults
from exporter.facts.money_names import has_sign
from exporter.facts.shown_numbers import as_typed, may_any_be_shown
from exporter.facts.table import map_distinct
from exporter.facts.unit_names import find_unit
from exporter.facts.units import DATE, TEXT


def read_texts(
    every: dict[str, pa.Array], name: str, marks: Marks, typed: pa.Array | None
) -> Faults:
    """Make numbers and dates of a column what facts have, and tell what cannot be read.

    Args:
        every: All columns, of which this one and `unit` are changed.
        name: The column, one of MARKED.
        marks: How its numbers and dates are written.
        typed: Which of its values are no texts; None for none.
    """
    settled = pc.is_null(every[name]) if typed is None else typed
    untold = pc.if_else(settled, None, every[name])
    is_shown = name in NUMBERS and may_any_be_shown(untold)
    if not is_shown and not marks.are_in_question(untold):
        return []
    settled = pc.or_(settled, _units(every, _is_text))
    if is_shown:
        _read_shown(every, name, settled)
    if not marks.are_in_question(pc.if_else(settled, None, every[name])):
        return []
    is_number = _units(every, _is_measure) if name in NUMBERS else pa.repeat(False, len(settled))
    every[name], faults = marks.read(name, every[name], settled, is_number)
    return faults


def _units(every: Mapping[str, pa.Array], is_such: Callable[[str], bool]) -> pa.Array:
    """In which rows the unit is such a one; a blank one is none."""
    mask = map_distinct(pa.chunked_array([every["unit"]]), is_such, pa.bool_())
    return pc.fill_null(one_chunk(mask), False)


def _read_shown(every: dict[str, pa.Array], name: str, settled: pa.Array) -> None:
    """Make numbers that are shown as programs show them what a person types."""
    numbers, shown = as_typed(every[name])
    if numbers is every[name]:
        return
    units, kept = every["unit"].to_pylist(), settled.to_pylist()
    for row in pc.indices_nonzero(pc.not_equal(shown, "")).to_pylist():
        sign, is_own = shown[row].as_py(), every["unit.en"][row].is_valid
        if units[row] is None and not is_own and not sign[-1].isalpha():  # TOP 100 is no money
            units[row] = sign
        elif units[row] is None or is_own or not _agrees(units[row], sign):
            kept[row] = True
    every["unit"] = pa.array(units, pa.string())
    every[name] = pc.if_else(pa.array(kept, pa.bool_()), every[name], numbers)


def _agrees(unit: str, sign: str) -> bool:
    """Whether a number that is shown with a sign is one in a unit."""
    found, shown = find_unit(unit), find_unit(sign)
    if found is None or shown is None:
        return False
    if sign == PERCENT:
        return is_percentage(found)
    return found.key == shown.key or has_sign(found, shown)


def _is_measure(unit: str) -> bool:
    found = find_unit(unit)
    return found is not None and found.dimension not in {TEXT, DATE}


def _is_text(unit: str) -> bool:
    found = find_unit(unit)
    return found is not None and found.dimension == TEXT
