"""Cells of a sheet in memory, where each can be asked for: for telling in detail what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exporter.proof.xlsx.found_cells import Block, Cell, FoundColumn
from exporter.proof.xlsx.values import Value


@dataclass(slots=True)
class HeldColumn:
    """Cells of one column: what each holds, its formula, the number of its style."""

    values: list[Value]
    formulas: list[str | None]
    styles: list[int]


@dataclass(slots=True)
class HeldCells:
    """Rows of a sheet, in the order of the file; rows and columns count from 0.

    Attributes:
        places: Where in the columns each row is held.
        columns: By their place on the sheet.
        twice: Cells that the file has more than once.
    """

    places: dict[int, int] = field(default_factory=dict)
    columns: dict[int, HeldColumn] = field(default_factory=dict)
    twice: list[Cell] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The row below the last."""
        return max(self.places, default=-1) + 1

    def value(self, row: int, column: int) -> Value:
        """What a cell holds."""
        held = self.columns.get(column)
        return held.values[self.places[row]] if held and row in self.places else None

    def formula(self, row: int, column: int) -> str | None:
        """A cell's formula with its `=`."""
        held = self.columns.get(column)
        return held.formulas[self.places[row]] if held and row in self.places else None

    def style(self, row: int, column: int) -> int:
        """The number of a cell's style; 0, the workbook's own, where the file has no cell."""
        held = self.columns.get(column)
        return held.styles[self.places[row]] if held and row in self.places else 0

    def column(self, at: int, rows: Sequence[int]) -> HeldColumn:
        """The cells of some rows in a column."""
        held = self.columns.get(at)
        if held is None:
            return HeldColumn([None] * len(rows), [None] * len(rows), [0] * len(rows))
        places = [self.places[row] for row in rows]
        return HeldColumn(
            [held.values[place] for place in places],
            [held.formulas[place] for place in places],
            [held.styles[place] for place in places],
        )

    def filled(self, left: int, right: int) -> list[int]:
        """The rows, from above, in which a column from `left` to before `right` holds something."""
        held = [one for at, one in self.columns.items() if left <= at < right]
        return sorted(
            row
            for row, at in self.places.items()
            if any(one.values[at] is not None or one.formulas[at] is not None for one in held)
        )

    def cells(self) -> Iterator[tuple[Cell, Value, str | None]]:
        """All cells that hold something, row by row."""
        columns = sorted(self.columns.items())
        for row, at in sorted(self.places.items()):
            for column, held in columns:
                if held.values[at] is not None or held.formulas[at] is not None:
                    yield (row, column), held.values[at], held.formulas[at]

    def add(self, block: Block) -> None:
        """Take rows in; of a row that is there already, its cells are taken one by one."""
        self.twice += block.twice
        rows = range(block.first, block.first + block.rows)
        if any(row in self.places for row in rows):
            for row in rows:
                self._add_row(block.slice(row, 1))
            return
        count = len(self.places)
        self.places |= {row: count + at for at, row in enumerate(rows)}
        for at, column in block.columns.items():
            _pad(self.columns.setdefault(at, HeldColumn([], [], [])), count)
            _extend(self.columns[at], column)
        for held in self.columns.values():
            _pad(held, len(self.places))

    def _add_row(self, block: Block) -> None:
        row = block.first
        if row not in self.places:
            self.add(block)
            return
        at = self.places[row]
        for column, cells in block.columns.items():
            one, held = (
                HeldColumn([], [], []),
                self.columns.setdefault(column, HeldColumn([], [], [])),
            )
            _pad(held, len(self.places))
            _extend(one, cells)
            if (held.values[at], held.formulas[at]) != (None, None):
                self.twice.append((row, column))
            held.values[at], held.formulas[at], held.styles[at] = (
                one.values[0], one.formulas[0], one.styles[0]
            )  # fmt: skip

    def below(self, row: int) -> "HeldCells":
        """What stands below a row; rows are in the order of the sheet."""
        kept = [(number, at) for number, at in self.places.items() if number > row]
        start = kept[0][1] if kept else len(self.places)
        columns = {
            at: HeldColumn(one.values[start:], one.formulas[start:], one.styles[start:])
            for at, one in self.columns.items()
        }
        return HeldCells({number: at - start for number, at in kept}, columns)


def _pad(column: HeldColumn, rows: int) -> None:
    """Make a column as long as the others."""
    more = rows - len(column.values)
    column.values.extend([None] * more)
    column.formulas.extend([None] * more)
    column.styles.extend([0] * more)


def _extend(column: HeldColumn, cells: FoundColumn) -> None:
    rows = len(cells.styles)
    column.values.extend(cells.values())
    column.formulas.extend([None] * rows if cells.formulas is None else cells.formulas.to_pylist())
    column.styles.extend(cells.styles.tolist())
