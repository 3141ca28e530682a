"""Rows of a sheet read from whatever XML they are written in, tag by tag."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from exporter.proof.xlsx.found_cells import Block, Cell, FoundColumn
from exporter.proof.xlsx.shared_strings import MAIN, RichText, make_parser
from exporter.proof.xlsx.values import Value
from exporter.proof.xlsx.xml_text import without_escapes


@dataclass(slots=True)
class _Row:
    """A row while it is read: by column, what each cell holds, its formula and its style."""

    number: int
    cells: dict[int, tuple[Value, str | None, int]] = field(default_factory=dict)


class EventReader:
    """Reads the rows of a sheet, fed piece by piece.

    Attributes:
        noted: The attributes of rows that may not show, by their number from 1.
        begin: The byte of all that was fed at which the element of the rows begins, once it does.
        end: The byte at which the tag that ends it begins.
    """

    def __init__(self, shared: pa.StringArray) -> None:
        self.noted: dict[int, dict[str, str]] = {}
        self.begin: int | None = None
        self.end: int | None = None
        self._shared = shared
        self._rows: list[_Row] = []
        self._whole = 0  # of these rows, how many have come to their end
        self._twice: list[Cell] = []
        self._row = self._column = 0
        self._cell: dict[str, str] | None = None
        self._parts: dict[str, list[str]] = {}  # what its formula and its value say
        self._part: list[str] | None = None
        self._rich = RichText()
        self._formula: dict[str, str] = {}
        self._masters: dict[str, Any] = {}
        self._parser = make_parser(self._start, self._finish, self._characters)

    def feed(self, xml: bytes) -> Iterator[Block]:
        """Take more of the sheet in; gives the rows that have come to their end.

        Raises:
            xml.parsers.expat.ExpatError: It is no XML.
            ValueError: A cell holds what its type does not allow.
        """
        self._parser.Parse(xml, False)
        done, self._rows = self._rows[: self._whole], self._rows[self._whole :]
        twice, self._twice, self._whole = tuple(self._twice), [], 0
        yield from _blocks(done, twice)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.begin is None:
            if name == f"{MAIN} sheetData":
                self.begin = self._parser.CurrentByteIndex
            return
        if self.end is not None:
            return
        self._rich.start(name, attributes)
        match name.removeprefix(f"{MAIN} "):
            case "row":
                self._start_row(attributes)
            case "c":
                self._start_cell(attributes)
            case "f" | "v" as part:
                self._part = self._parts.setdefault(part, [])
                self._formula = attributes if part == "f" else self._formula

    def _finish(self, name: str) -> None:
        if self.begin is None or self.end is not None:
            return
        self._rich.finish(name)
        match name.removeprefix(f"{MAIN} "):
            case "sheetData":
                self.end = self._parser.CurrentByteIndex
            case "row":
                self._whole = len(self._rows)
            case "c":
                self._finish_cell()
            case "f" | "v":
                self._part = None

    def _characters(self, text: str) -> None:
        self._rich.add(text)
        if self._part is not None:
            self._part.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if "hidden" in attributes or not float(attributes.get("ht", 1)):
            self.noted[self._row] = attributes

    def _start_cell(self, attributes: dict[str, str]) -> None:
        from openpyxl.utils.cell import coordinate_to_tuple

        row, self._column = (
            coordinate_to_tuple(attributes["r"])
            if "r" in attributes
            else (self._row, self._column + 1)
        )
        if not self._rows or self._rows[-1].number != row - 1:
            self._rows.append(_Row(row - 1))
        self._cell, self._parts, self._formula, self._rich = attributes, {}, {}, RichText()

    def _finish_cell(self) -> None:
        row, column = self._rows[-1], self._column - 1
        attributes, self._cell = self._cell or {}, None
        if column in row.cells:
            self._twice.append((row.number, column))
        kind = attributes.get("t", "n")
        text = self._rich.whole() if kind == "inlineStr" else "".join(self._parts.get("v", ()))
        held = _value(kind, text, self._shared) if text else None
        row.cells[column] = held, self._read_formula(), int(attributes.get("s", 0))

    def _read_formula(self) -> str | None:
        if "f" not in self._parts:
            return None
        from openpyxl.formula.translate import Translator
        from openpyxl.utils.cell import get_column_letter

        formula = "=" + without_escapes("".join(self._parts["f"]))
        place = f"{get_column_letter(self._column)}{self._rows[-1].number + 1}"
        if self._formula.get("t") == "shared":
            index = self._formula.get("si", "")
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
            return shared[int(written)].as_py() or None
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


def _blocks(rows: list[_Row], twice: tuple[Cell, ...]) -> Iterator[Block]:
    """Rows as blocks without gaps, in the order in which they came."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].number != rows[at - 1].number + 1:
            yield _block(rows[start:at], twice)
            start = at


def _block(rows: list[_Row], twice: tuple[Cell, ...]) -> Block:
    held: dict[int, list[tuple[Value, str | None, int]]] = defaultdict(
        lambda: [(None, None, 0)] * len(rows)
    )
    for place, row in enumerate(rows):
        for column, cell in row.cells.items():
            held[column][place] = cell
    columns = {at: _column(cells) for at, cells in sorted(held.items())}
    first, last = rows[0].number, rows[-1].number
    within = tuple(cell for cell in twice if first <= cell[0] <= last)
    return Block(first, len(rows), columns, within)


def _column(cells: list[tuple[Value, str | None, int]]) -> FoundColumn:
    values, formulas, styles = zip(*cells, strict=True)
    return FoundColumn(
        np.array(styles, np.int64),
        _array([v if isinstance(v, str) else None for v in values], pa.string()),
        _array([v if isinstance(v, float) else None for v in values], pa.float64()),
        _array([v if isinstance(v, bool) else None for v in values], pa.bool_()),
        _array(list(formulas), pa.string()),
    )


def _array(values: list[Any], type_: pa.DataType) -> pa.Array | None:
    array = pa.array(values, type_)
    return None if array.null_count == len(array) else array
