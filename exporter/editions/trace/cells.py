"""The cells of a model, as its file has them: values, formulas, number formats, merged ranges.

A reader that gives values alone does not tell a typed number from a calculated one. So each
sheet's XML is read as a stream, in a process of its own.

Source: ECMA-376 Part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.3.1.55 (mergeCell), 18.8.30 (numFmt).
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from exporter.facts.flat.workbook_guard import column_letters, column_number
from exporter.facts.flat.workbook_parts import WorkbookParts

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# Of the built-in formats, which stand in no file, those that show anything but a plain number.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "yyyy-mm-dd h:mm", 37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 49: "@",
    57: "yyyy-mm", 27: "yyyy-mm-dd", 31: "yyyy-mm-dd",
}  # fmt: skip


class Cell(NamedTuple):
    """A cell that holds something.

    Attributes:
        row: From 0.
        column: From 0.
        number: Its value, or that of its formula, as the file writes it; "" for none.
        text: Its text, or that of its formula.
        formula: "" for a typed cell; of the further cells of a shared formula `=`.
        format: Its number format; "" for general.
        indent: By how much its text is indented.
    """

    row: int
    column: int
    number: str
    text: str
    formula: str
    format: str
    indent: int = 0

    @property
    def name(self) -> str:
        """As Excel calls it: `D5`."""
        return f"{column_letters(self.column + 1)}{self.row + 1}"


class Range(NamedTuple):
    """A merged range; rows and columns from 0, the last ones among them."""

    row: int
    column: int
    last_row: int
    last_column: int


class SheetCells(NamedTuple):
    """What a sheet holds.

    Attributes:
        place: Among the sheets, from 0.
        name: Its name.
        from_1904: Whether days count from 1904, as on old Macs.
        cells: Row by row.
        merged: Its merged ranges.
    """

    place: int
    name: str
    from_1904: bool
    cells: list[Cell]
    merged: list[Range]


def read_cells(content: bytes) -> Iterator[SheetCells]:
    """The sheets of a workbook with their cells, in order.

    Args:
        content: The workbook.

    Raises:
        BadZipFile, zlib.error, EOFError, RuntimeError: It is damaged.
        LookupError, ValueError, ParseError: It is no workbook.
    """
    with ZipFile(BytesIO(content)) as book:
        parts = WorkbookParts(book, most_read=32_000_000)
        strings, styles = _shared_strings(book, parts), _styles(parts)
        is_1904 = any(
            said.get("date1904", "") in {"1", "true"}
            for said in parts.elements(parts.workbook, "workbookPr")
        )
        for place, (name, _) in enumerate(parts.sheets):
            part = parts.sheet_part(place)
            with book.open(part) as sheet:
                yield SheetCells(place, name, is_1904, *_sheet(sheet, strings, styles))


def place_of(name: str) -> tuple[int, int]:
    """Row and column, from 0, of a cell that is called `D5` or `$D$5`."""
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ValueError(f"{name!r} is no cell")
    return int(found[2]) - 1, column_number(found[1].upper().encode()) - 1


def range_of(reference: str) -> Range:
    """The cells of `B2:D5`, or of `B2` alone."""
    first, _, last = reference.partition(":")
    return Range(*place_of(first), *place_of(last or first))


def _shared_strings(book: ZipFile, parts: WorkbookParts) -> list[str]:
    part = parts.part_of("sharedStrings")
    if part is None or part not in book.namelist():
        return []
    strings: list[str] = []
    with book.open(part) as stream:
        for _, element in ET.iterparse(stream):  # noqa: S314 - expat bounds entities
            if _local(element) == "si":
                strings.append(_text(element))
                element.clear()
    return strings


class _Style(NamedTuple):
    """What a style says of a cell: its number format, and by how much it is indented."""

    format: str
    indent: int


def _styles(parts: WorkbookParts) -> list[_Style]:
    styles = parts.part_of("styles")
    if styles is None:
        return []
    codes = dict(_BUILT_IN)
    for said in parts.elements(styles, "numFmt"):
        codes[int(said.get("numFmtId", "0"))] = said.get("formatCode", "")
    return [_style(xf, codes) for formats in parts.elements(styles, "cellXfs") for xf in formats]


def _style(xf: ET.Element, codes: Mapping[int, str]) -> _Style:
    code = codes.get(int(xf.get("numFmtId", "0")), "")
    indents = (int(child.get("indent", "0")) for child in xf if _local(child) == "alignment")
    return _Style("" if code.casefold() == "general" else code, next(indents, 0))


def _sheet(
    sheet: IO[bytes], strings: list[str], styles: list[_Style]
) -> tuple[list[Cell], list[Range]]:
    cells: list[Cell] = []
    merged: list[Range] = []
    row = -1
    for _, element in ET.iterparse(sheet):  # noqa: S314 - expat bounds entities
        match _local(element):
            case "row":
                row = int(element.get("r", row + 2)) - 1
                cells += _cells(element, row, strings, styles)
                element.clear()
            case "mergeCell":
                merged.append(range_of(element.get("ref", "A1")))
    return cells, merged


def _cells(
    row: ET.Element, number: int, strings: list[str], styles: list[_Style]
) -> Iterator[Cell]:
    column = -1
    for element in row:
        if _local(element) != "c":
            continue
        name = element.get("r")
        column = place_of(name)[1] if name else column + 1
        style = int(element.get("s", "0"))
        look = styles[style] if style < len(styles) else _Style("", 0)
        cell = _cell(element, (number, column), strings, look)
        if cell.number or cell.text or cell.formula:
            yield cell


def _cell(element: ET.Element, place: tuple[int, int], strings: list[str], look: _Style) -> Cell:
    value, formula, text = "", "", ""
    for part in element:
        match _local(part):
            case "v":
                value = part.text or ""
            case "f":
                formula = "=" + (part.text or "")
            case "is":
                text = _text(part)
            case _:
                continue
    match element.get("t", "n"):
        case "s":
            text, value = strings[int(value)] if value else "", ""
        case "str" | "inlineStr" | "e" | "b" | "d":
            text, value = text or value, ""
        case _:
            pass
    if element.get("t") in {"e", "b"}:
        text = ""
    spaces = len(text) - len(text.lstrip())
    return Cell(*place, value, text.strip(), formula, look.format, look.indent * 4 + spaces)


def _text(element: ET.Element) -> str:
    """The text of a string, without what says how it is pronounced."""
    parts = []
    for child in element:
        if _local(child) == "t":
            parts.append(child.text or "")
        elif _local(child) == "r":
            parts += [run.text or "" for run in child if _local(run) == "t"]
    return "".join(parts)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
