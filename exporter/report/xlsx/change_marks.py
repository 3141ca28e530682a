"""What changed since the edition before, as an entity's sheet says it: in words, beside the fact.

The cells that changed have a ground of their own, too; what a colour tells, the words tell as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk, strings
from exporter.facts.words import Lang
from exporter.report.changes.model import Change, Changes, FactChange
from exporter.report.changes.sentences import told_beside
from exporter.report.xlsx.model import Column, make_cells
from exporter.report.xlsx.styles import CHANGED

_CELLS: Mapping[str, tuple[str, ...]] = {  # the columns that show a field of a fact
    "metric": ("metric",),
    "value": ("value", "high"),
    "unit": ("unit",),
    "qualifier": ("qualifier", "value"),
    "period": ("as_of",),
    "status": ("status",),
    "attribution": ("attribution",),
    "formula": ("formula",),
    "source": ("source",),
    "quote": ("quote",),
    "quote_en": ("translation",),
    "quote_zh": ("translation",),
    "note": ("note",),
    "also_in": ("also_in",),
    "accept": ("accepted",),
}
_OF_NEW, _OF_WITHDRAWN = ("metric", "value"), ("status",)
TOLD = "change"  # the column of words


@dataclass(frozen=True, slots=True)
class ChangeMarks:
    """What is marked on the sheets of a workbook.

    Attributes:
        ids: Of the facts of which something is said.
        told: What is said of each.
        cells: The ids of the facts whose cells changed, by the keys of columns.
    """

    ids: pa.Array
    told: pa.Array
    cells: Mapping[str, pa.Array]

    def texts(self, ids: pa.ChunkedArray) -> pa.Array:
        """What is said of some facts, by their ids; null for nothing."""
        return self.told.take(one_chunk(pc.index_in(ids, value_set=self.ids)))

    def mark(self, rows: pa.Table, ids: pa.ChunkedArray, columns: Mapping[str, Column]) -> pa.Table:
        """The rows of a sheet, each changed cell on its ground.

        Args:
            rows: Cells, a column each, by key.
            ids: Of the facts that they show.
            columns: The columns of the table, for the styles of cells that have none of their own.
        """
        for key, chosen in self.cells.items():
            cells = _with_styles(one_chunk(rows[key]), columns[key].style)
            is_marked = one_chunk(pc.is_in(ids, value_set=chosen))
            styles = cells.field("styles")
            styles = pc.if_else(is_marked, pc.binary_join_element_wise(CHANGED, styles, ""), styles)
            filled = {name: cells.field(name) for name in cells.type.names} | {"styles": styles}
            marked = make_cells(**filled)
            rows = rows.set_column(rows.column_names.index(key), key, marked)
        return rows


def _with_styles(cells: pa.Array, style: str) -> pa.StructArray:
    """Cells one a row, each with a style."""
    if isinstance(cells, pa.DictionaryArray):
        cells = cells.dictionary.take(cells.indices)
    if cells.type.get_field_index("styles") >= 0:
        return cells
    fields = {name: cells.field(name) for name in cells.type.names}
    return make_cells(styles=pa.repeat(pa.scalar(style), len(cells)), **fields)


def marks_of(changes: Changes, lang: Lang) -> ChangeMarks:
    """What the sheets of the newer edition say of changes, in a language."""
    told: dict[str, str] = {}
    cells: dict[str, list[str]] = {key: [] for keys in _CELLS.values() for key in keys}
    for change in changes.facts:
        id_ = change.fact.id
        told[id_] = told_beside(change, lang, changes.entities)
        for key in _columns(change):
            cells[key].append(id_)
    cells[TOLD] = list(told)
    return ChangeMarks(
        strings(list(told)),
        strings(list(told.values())),
        {key: strings(ids) for key, ids in cells.items() if ids},
    )


def _columns(change: FactChange) -> set[str]:
    """The columns whose cells changed."""
    if change.change is Change.ADDED:
        return set(_OF_NEW)
    if change.change is Change.WITHDRAWN:
        return set(_OF_WITHDRAWN)
    return {key for field in change.fields for key in _CELLS.get(field, ())}
