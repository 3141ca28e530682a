"""Facts of a workbook that somebody fills in: they say other things, are added, or go.

As in `xlsx_cells`, nothing but the sheet's own part is another then, and in it those cells alone. A
row that goes is emptied where it stands, since whatever refers to the rows below it would move.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape
from zipfile import ZipFile

from exporter.edits.fact_edits import FactEdits
from exporter.edits.table_columns import cells_of
from exporter.edits.text_edits import CannotEditError
from exporter.edits.xlsx_cells import IN_EXCEL, SheetRead, packed, read_sheet
from exporter.engine.worker_process import WorkerEndedError
from exporter.facts.flat.cell_marks import CellMark
from exporter.facts.flat.number_formats import section_for
from exporter.facts.flat.workbook_guard import DAMAGED, column_letters, column_number
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading
from exporter.limits import ReadingLimits
from exporter.proof.xlsx.package import read_relationships

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NUMBERS = frozenset({"value", "value.from", "value.to"})
_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>(.*?)</\1c>)", re.DOTALL)
_NAME = re.compile(rb"\br=[\"']([A-Z]{1,3})[0-9]+[\"']")
_STYLE = re.compile(rb"\bs=[\"'][0-9]+[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet of facts, with what its columns and cells are."""

    read: SheetRead
    fields: Sequence[str]
    marks: Mapping[tuple[int, int], CellMark] = field(default_factory=dict)

    def power(self, row: int, column: int, number: float) -> int:
        """By which power of ten a cell shows another number than it stores; both from 0."""
        mark = self.marks.get((row, column))
        return section_for(mark.format, number).power if mark else 0

    def is_number(self, row: int, column: int) -> bool:
        """Whether a cell holds a number."""
        cells = self.read.rows[row] if row < len(self.read.rows) else []
        return column < len(cells) and isinstance(cells[column], float)


def with_sheet_facts(
    content: bytes,
    edits: FactEdits,
    shown: str,
    how: tuple[Reading, Anchors, ReadingLimits],
) -> bytes:
    """A workbook with edits of the facts in it.

    Args:
        content: The workbook.
        edits: What is to change.
        shown: What messages call the file.
        how: What report.yaml says of it, what the report knows of its facts, how much is read.

    Raises:
        CannotEditError: It has no column for it, or is written in an uncommon way.
    """
    reading, anchors, limits = how
    try:
        read = read_sheet(content, limits)
        names = next(row for row in read.rows if any(str(value).strip() for value in row))
        fields = [heading_key(name) for name in reading.fields_of(list(map(str, names)))]
        sheet = _Sheet(read, fields, {(mark.row, mark.column): mark for mark in read.marks})
        cells = dict(_cells(sheet, edits, reading, anchors))
        with ZipFile(BytesIO(content)) as book:
            part = WorkbookParts(book).sheet_part(read.place)
            xml = book.read(part)
            last = len(read.rows)
            for row, by_column in cells.items():
                xml = _with_row(xml, row, by_column, sheet, shown)
            fresh = {part: xml} | dict(_tables(book, part, last, last + len(edits.added)))
            return packed(book, fresh)
    except (*DAMAGED, ParseError, LookupError, ValueError, WorkerEndedError) as error:
        raise CannotEditError(f"{shown}: {error}; {IN_EXCEL}") from None
    except CannotEditError as error:
        raise CannotEditError(f"{shown}: {error}") from None


def _cells(
    sheet: _Sheet, edits: FactEdits, reading: Reading, anchors: Anchors
) -> Iterator[tuple[int, dict[int, str]]]:
    """The new texts by row and column, both from 0; "" for an empty cell."""
    fields, languages = sheet.fields, anchors.languages

    def placed(cells: Mapping[str, str]) -> dict[int, str]:
        return {fields.index(name): text for name, text in cells.items()}

    for (line, _), edit in edits.rows.items():
        yield line - 1, placed(cells_of(edit.columns, edit.row, fields, reading, languages))
    for line, _ in edits.deleted:
        yield line - 1, {at: "" for at, name in enumerate(fields) if name}
    for at, row in enumerate(edits.added.values()):
        said = {name: value for name, value in row.items() if value is not None}
        yield len(sheet.read.rows) + at, placed(cells_of(said, row, fields, reading, languages))


def _with_row(xml: bytes, row: int, texts: Mapping[int, str], sheet: _Sheet, shown: str) -> bytes:
    """The sheet's part with other texts in cells of a row, which is added where there is none."""
    found = _row(xml, row)
    prefix = found[1] if found else _prefix(xml)
    inside = (found[3] or b"") if found else b""
    cells = {column_number(_name(cell)) - 1: cell[0] for cell in _CELL.finditer(inside)}
    for column, text in texts.items():
        if not text and column not in cells:
            continue
        old = cells.get(column, b"")
        if text and _FORMULA.search(old):
            name = f"{column_letters(column + 1)}{row + 1}"
            raise CannotEditError(f"{name} is a formula; {IN_EXCEL}")
        cells[column] = _cell(prefix, (row, column), text, old or _above(xml, row, column), sheet)
    written = b"".join(cells[column] for column in sorted(cells))
    if found:
        start = b"<" + prefix + b"row" + found[2] + b">"
        return (
            xml[: found.start()] + start + written + b"</" + prefix + b"row>" + xml[found.end() :]
        )
    new = b'<%brow r="%d">%b</%brow>' % (prefix, row + 1, written, prefix)
    end = xml.rfind(b"</" + prefix + b"sheetData>")
    if end < 0:
        raise CannotEditError(f"{shown} has no rows; {IN_EXCEL}")
    return xml[:end] + new + xml[end:]


def _cell(prefix: bytes, place: tuple[int, int], text: str, like: bytes, sheet: _Sheet) -> bytes:
    """A cell with a text or a number, in the style of one that is there."""
    row, column = place
    style = _STYLE.search(like[: like.find(b">")])
    look = b" " + style[0] if style else b""
    name = f"{column_letters(column + 1)}{row + 1}".encode()
    head = b"<" + prefix + b'c r="' + name + b'"' + look
    field_ = sheet.fields[column]
    if not text:
        return head + b"/>"
    is_number = field_ in _NUMBERS or sheet.is_number(row, column)
    if is_number and _NUMBER.fullmatch(text):
        number = Decimal(text)
        near = row if row < len(sheet.read.rows) else row - 1
        stored = number.scaleb(-sheet.power(near, column, float(number)))
        return (
            head
            + f"><{prefix.decode()}v>{stored:f}</{prefix.decode()}v></".encode()
            + prefix
            + b"c>"
        )
    words = escape(text).encode()
    return head + b' t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>' % (
        prefix, prefix, words, prefix, prefix, prefix,
    )  # fmt: skip


def _above(xml: bytes, row: int, column: int) -> bytes:
    """The cell above, whose style a new one takes."""
    found = _row(xml, row - 1)
    cells = _CELL.finditer((found[3] or b"") if found else b"")
    return next((cell[0] for cell in cells if column_number(_name(cell)) - 1 == column), b"")


def _row(xml: bytes, row: int) -> re.Match[bytes] | None:
    form = rb"<((?:\w+:)?)row\b((?=[^>]*\br=[\"']%d[\"'])[^>]*?)(?:/>|>(.*?)</\1row>)" % (row + 1)
    return re.search(form, xml, re.DOTALL)


def _prefix(xml: bytes) -> bytes:
    found = re.search(rb"<((?:\w+:)?)sheetData", xml)
    return found[1] if found else b""


def _name(cell: re.Match[bytes]) -> bytes:
    found = _NAME.search(cell[2])
    if found is None:
        raise CannotEditError(f"a cell of it has no name; {IN_EXCEL}")
    return found[1]


def _tables(book: ZipFile, part: str, last: int, longer: int) -> Iterator[tuple[str, bytes]]:
    """The tables of a sheet that end with its last row, as they end with a further one."""
    if longer == last:
        return
    for related in read_relationships(book, part).all:
        if related.kind == "table":
            xml = book.read(related.target)
            form = rb'(\bref="[A-Z]+[0-9]+:[A-Z]+)%d"' % last
            yield related.target, re.sub(form, rb'\g<1>%d"' % longer, xml)
