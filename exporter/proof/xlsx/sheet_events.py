"""The rows of a sheet read from any XML, tag by tag."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from exporter.proof.xlsx.cell_words import cell_name, position
from exporter.proof.xlsx.cells import ColumnCells, Position, Value
from exporter.proof.xlsx.plain_cells import is_hidden
from exporter.proof.xlsx.rows import SheetRows
from exporter.proof.xlsx.shared_strings import MAIN, RichText, make_parser, without_escapes

_Content = tuple[Value, str | None, int]  # what a cell holds, its formula and its style


class EventReader:
    """Reads the rows of a sheet, fed piece by piece.

    Attributes:
        hidden: The rows that do not show, from 0.
        begin: The byte of all that was fed at which the element of the rows begins, once it does.
        end: The byte at which the tag that ends it begins.
    """

    def __init__(self, shared: pa.StringArray) -> None:
        self.hidden: set[int] = set()
        self.begin: int | None = None
        self.end: int | None = None
        self._shared = shared
        # By row and column the cells of rows that have come to their end; then those of the one
        # that has not. A cell may name another row than the one that it stands in.
        self._rows: dict[int, dict[int, _Content]] = {}
        self._open: list[tuple[Position, _Content]] = []
        self._twice: list[Position] = []
        self._row = self._column = 0
        self._place: Position = (0, 0)
        self._cell: dict[str, str] | None = None
        self._parts: dict[str, list[str]] = {}  # what its formula and its value say
        self._part: list[str] | None = None
        self._rich: RichText | None = None  # of a cell whose text stands in it
        self._formula: dict[str, str] = {}
        self._masters: dict[str, Any] = {}
        self._starts = {
            f"{MAIN} row": self._start_row,
            f"{MAIN} c": self._start_cell,
            f"{MAIN} f": self._start_formula,
            f"{MAIN} v": self._start_value,
        }
        self._ends = {
            f"{MAIN} sheetData": self._finish_rows,
            f"{MAIN} row": self._finish_row,
            f"{MAIN} c": self._finish_cell,
            f"{MAIN} f": self._finish_part,
            f"{MAIN} v": self._finish_part,
        }
        self._parser = make_parser(self._start, self._finish, self._characters)

    def feed(self, xml: bytes) -> Iterator[SheetRows]:
        """Take more of the sheet in; gives the rows that have come to their end, in order.

        Raises:
            xml.parsers.expat.ExpatError: It is no XML.
            ValueError: A cell holds what its type does not allow.
        """
        self._parser.Parse(xml, False)
        rows, self._rows = self._rows, {}
        twice, self._twice = tuple(self._twice), []
        yield from _blocks(rows, twice)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.begin is None:
            if name == f"{MAIN} sheetData":
                self.begin = self._parser.CurrentByteIndex
        elif self.end is None:
            if self._rich is not None:
                self._rich.start(name, attributes)
            start = self._starts.get(name)
            if start is not None:
                start(attributes)

    def _finish(self, name: str) -> None:
        if self.begin is None or self.end is not None:
            return
        if self._rich is not None:
            self._rich.finish(name)
        finish = self._ends.get(name)
        if finish is not None:
            finish()

    def _characters(self, text: str) -> None:
        if self._part is not None:
            self._part.append(text)
        if self._rich is not None:
            self._rich.add(text)

    def _finish_rows(self) -> None:
        self.end = self._parser.CurrentByteIndex
        self._finish_row()

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if is_hidden(attributes, "ht"):
            self.hidden.add(self._row - 1)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row - 1, self._column
        if "r" in attributes:
            row, column = position(attributes["r"])
        self._column = column + 1
        self._place = row, column
        self._cell, self._parts, self._formula = attributes, {}, {}
        self._rich = RichText() if attributes.get("t") == "inlineStr" else None

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._part = self._parts.setdefault("f", [])
        self._formula = attributes

    def _start_value(self, _: dict[str, str]) -> None:
        self._part = self._parts.setdefault("v", [])

    def _finish_part(self) -> None:
        self._part = None

    def _finish_cell(self) -> None:
        attributes, self._cell = self._cell or {}, None
        kind = attributes.get("t", "n")
        text = "".join(self._parts.get("v", ())) if self._rich is None else self._rich.whole()
        self._rich = None
        value = _value(kind, text, self._shared) if text else None
        content = value, self._read_formula(), int(attributes.get("s", 0))
        self._open.append((self._place, content))

    def _finish_row(self) -> None:
        for (row, column), content in self._open:
            cells = self._rows.setdefault(row, {})
            if column in cells:
                self._twice.append((row, column))
            cells[column] = content
        self._open.clear()

    def _read_formula(self) -> str | None:
        if "f" not in self._parts:
            return None
        formula = "=" + without_escapes("".join(self._parts["f"]))
        return self._share(formula) if self._formula.get("t") == "shared" else formula

    def _share(self, formula: str) -> str:
        """A formula that several cells share, which the first of them spells out."""
        from openpyxl.formula.translate import Translator

        place, index = cell_name(*self._place), self._formula.get("si", "")
        if formula == "=" and index in self._masters:
            return str(self._masters[index].translate_formula(place))
        self._masters[index] = Translator(formula, place)
        return formula


def _value(kind: str, written: str, shared: pa.StringArray) -> Value:
    """What a cell holds, by its type and what is written inside of it."""
    match kind:
        case "inlineStr":
            return written
        case "s":
            return shared[int(written)].as_py()  # type: ignore[no-any-return]
        case "str":
            return without_escapes(written)
        case "b":
            return written.strip() in {"1", "true"}
        case "e":
            return f"{written} (an error)"
        case "d":
            return _serial(written)
    return float(written)


def _serial(written: str) -> float:
    from openpyxl.utils.datetime import from_ISO8601, to_excel

    return float(to_excel(from_ISO8601(written)))


def _blocks(
    rows: dict[int, dict[int, _Content]], twice: tuple[Position, ...]
) -> Iterator[SheetRows]:
    """Rows in order, as blocks without gaps."""
    numbers = sorted(rows)
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            first = numbers[start]
            yield _block(first, [rows[number] for number in numbers[start:at]], twice)
            start = at


def _block(first: int, rows: list[dict[int, _Content]], twice: tuple[Position, ...]) -> SheetRows:
    columns: dict[int, list[_Content]] = defaultdict(lambda: [(None, None, 0)] * len(rows))
    for place, row in enumerate(rows):
        for column, content in row.items():
            columns[column][place] = content
    cells = {
        at: ColumnCells.of(*zip(*column, strict=True)) for at, column in sorted(columns.items())
    }
    within = tuple(cell for cell in twice if first <= cell[0] < first + len(rows))
    return SheetRows(first, len(rows), cells, within)
