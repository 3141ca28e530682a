"""Rows that are laid out once and drawn more than once, kept out of memory where they are many."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from exporter.report.model import CELLS, Column, Slice
from exporter.spool import Batches, Spool


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


def keep_rows(spool: Spool, key: str, batches: Iterable[Sequence[Column]]) -> KeptRows:
    """Keep laid-out rows in a spool.

    Args:
        spool: Where they are kept.
        key: A name for them there.
        batches: The columns of each batch; what is an array in one is an array in all.
    """
    styles: tuple[str, ...] = ()
    for columns in batches:
        styles = tuple(one.styles if isinstance(one.styles, str) else "" for one in columns)
        spool.add(key, _packed(columns))
    return KeptRows(spool.finish(key)[1], styles)


def _packed(columns: Sequence[Column]) -> pa.Table:
    """Columns of cells as one table, where `3.texts` are the texts of the fourth."""
    arrays = {
        f"{index}.{name}": array
        for index, column in enumerate(columns)
        for name in CELLS
        if (array := getattr(column, name)) is not None and not isinstance(array, str)
    }
    return pa.table(arrays)


def _unpacked(table: pa.Table, index: int, column: Column) -> Column:
    names = {f"{index}.{name}": name for name in CELLS}
    found = {names[one]: table[one].combine_chunks() for one in table.column_names if one in names}
    return replace(column, **found)
