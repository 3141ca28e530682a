"""Rows of a sheet as XML, a block at a time, deflated: what most of a workbook is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name

from exporter.engine.arrow import Floats, integers, text_bytes
from exporter.report.xlsx.model import Style
from exporter.writers.xlsx.archive import Piece, deflate
from exporter.writers.xlsx.blocks import Area, Block
from exporter.writers.xlsx.cells import Cells
from exporter.writers.xlsx.heights import height_attributes, row_heights
from exporter.writers.xlsx.xml_texts import Part, joined, merged

# Joined strings must stay below 2 GiB, and two or three pieces at once in memory.
_MOST_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Rows:
    """A block whose cells are ready to be made, in any thread.

    Attributes:
        block: The block.
        cells: Of each of its areas.
        styles: The book's styles.
        fast: Whether to deflate with ISA-L.
    """

    block: Block
    cells: Sequence[Sequence[Cells]]
    styles: Mapping[str, Style]
    fast: bool

    def pieces(self) -> list[Piece]:
        """The rows' XML, deflated."""
        return [deflate(text, fast=self.fast) for text in _texts(self._parts(), self.block.rows)]

    def _parts(self) -> list[Part]:
        first = self.block.first_row + 1  # Excel counts rows from 1
        numbers = np.arange(first, first + self.block.rows, dtype=np.int32)
        number = pc.cast(integers(numbers), pa.string())
        parts: list[Part] = ['<row r="', number, '"', *self._heights(), ">"]
        for area, cells in zip(self.block.areas, self.cells, strict=True):
            for index, one in enumerate(cells, area.table.first_column):
                parts += [f'<c r="{xl_col_to_name(index)}', number, '"', *one.parts()]
        return merged([*parts, "</row>"])

    def _heights(self) -> list[Part]:
        """The attribute with each row's height; of tables side by side the higher one's."""
        fitted = [area for area in self.block.areas if area.table.fitted]
        if not fitted:
            return []
        heights = np.maximum.reduce([self._height(area) for area in fitted])
        return [height_attributes(heights)]

    def _height(self, area: Area) -> Floats:
        return row_heights(area.part.columns, area.part.rows, self.styles)


def _texts(parts: Sequence[Part], rows: int) -> Iterator[memoryview]:
    """The parts joined row by row; as few pieces as their size allows."""
    size = sum(len(one) * rows if isinstance(one, str) else one.nbytes for one in parts)
    if size > _MOST_BYTES and rows > 1:
        half = rows // 2
        for start, count in ((0, half), (half, rows - half)):
            cut = [one if isinstance(one, str) else one.slice(start, count) for one in parts]
            yield from _texts(cut, count)
        return
    yield text_bytes(joined(parts)).data
