"""Rows that are laid out once and drawn more than once, kept out of memory where they are many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from exporter.engine.spool import Batches
from exporter.report.xlsx.tables import CELLS, Column, Slice


@dataclass(frozen=True, slots=True)
class KeptRows:
    """Laid-out rows in a spool: packed tables, and the styles of columns that have one for all."""

    tables: Batches
    styles: tuple[str, ...]

    def cells(self, columns: Sequence[Column], facts: int) -> Callable[[], Iterator[Slice]]:
        """What makes the slices of a streamed table.

        Args:
            columns: The table's, with headers and widths.
            facts: Index of the one whose texts are the facts' ids.
        """
        plain = [
            replace(one, styles=style) for one, style in zip(columns, self.styles, strict=True)
        ]

        def slices() -> Iterator[Slice]:
            for table in self.tables():
                found = tuple(_unpacked(table, index, one) for index, one in enumerate(plain))
                yield Slice(found, table.num_rows, found[facts].texts)

        return slices


def styles_for_all(columns: Sequence[Column]) -> tuple[str, ...]:
    """The style of each column that has one for all its rows, else ""."""
    return tuple(one.styles if isinstance(one.styles, str) else "" for one in columns)


def packed(columns: Sequence[Column]) -> pa.Table:
    """Columns of cells as one table, where `3.texts` are the texts of the fourth.

    One of distinct cells is a dictionary of what these are made of.
    """
    arrays: dict[str, pa.Array] = {}
    for index, column in enumerate(columns):
        found = column.arrays()
        if column.places is None:
            arrays |= {f"{index}.{name}": array for name, array in found.items()}
        else:
            cells = pa.StructArray.from_arrays(list(found.values()), list(found))
            arrays[f"{index}"] = pa.DictionaryArray.from_arrays(column.places, cells)
    return pa.table(arrays)


def _unpacked(table: pa.Table, index: int, column: Column) -> Column:
    if f"{index}" in table.column_names:
        whole = table[f"{index}"].combine_chunks()
        cells = whole.dictionary
        found = {one.name: cells.field(one.name) for one in cells.type}
        return replace(column, places=whole.indices, **found)
    names = {f"{index}.{name}": name for name in CELLS}
    found = {names[one]: table[one].combine_chunks() for one in table.column_names if one in names}
    return replace(column, **found)
