"""Numbers and dates that stand in a column as texts, made what facts have.

A number that is shown with % or a currency's sign says its unit, or agrees with it; where it does
not, it stays the text that it is, of which the rules tell.
"""

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk
from exporter.facts.flat.marks import NUMBERS, Marks
from exporter.facts.flat.shown_cells import PERCENT, is_percentage
from exporter.facts.flat.texts import Faults
from exporter.facts.money_names import has_sign
from exporter.facts.shown_numbers import as_typed
from exporter.facts.table import map_distinct
from exporter.facts.unit_names import find_unit
from exporter.facts.units import TEXT


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
    is_text = map_distinct(pa.chunked_array([every["unit"]]), _is_text, pa.bool_())
    settled = pc.fill_null(one_chunk(is_text), False)
    if typed is not None:
        settled = pc.or_(settled, typed)
    if name in NUMBERS:
        _read_shown(every, name, settled)
    if not marks.are_in_question(pc.if_else(settled, None, every[name])):
        return []
    every[name], faults = marks.read(name, every[name], settled)
    return faults


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


def _is_text(unit: str) -> bool:
    found = find_unit(unit)
    return found is not None and found.dimension == TEXT
