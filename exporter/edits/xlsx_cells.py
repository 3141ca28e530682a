"""Cells of a workbook exchanged or emptied in the part that they stand in; all others stay.

A workbook is never saved anew by a library, which drops what it does not know: charts, rules, what
a program has added. The package is put together again of the same parts, byte for byte but for the
one sheet, in which nothing but those cells is another.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape
from zipfile import ZipFile, ZipInfo

from exporter.edits.text_edits import CannotEditError
from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import stream_from_worker
from exporter.errors import WrongValueError
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.flat.cell_marks import CellMark
from exporter.facts.flat.sheet_rows import Row, SheetStart, sheet_rows
from exporter.facts.flat.workbook_guard import (
    DAMAGED,
    column_letters,
    confinement_of,
    most_cells,
)
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.facts.flat.xlsx import SHEET
from exporter.facts.headings import heading_key
from exporter.facts.reading import Reading
from exporter.limits import ReadingLimits

IN_EXCEL = "edit the cell in Excel"
SIGNED = "_xmlsignatures"
_UTF_8 = re.compile(rb"\A(?:\xef\xbb\xbf)?<(?!\?xml[^>]*encoding=[\"'](?!utf-8))", re.IGNORECASE)
_TYPE = re.compile(rb"\s+t=(\"[^\"]*\"|'[^']*')")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")

Cells = Mapping[int, Mapping[str, str]]  # texts by the row, from 1, and the field; "" empties one


class SheetRead(NamedTuple):
    """The sheet that facts are read from.

    Attributes:
        place: Its place among the sheets.
        rows: The values of its rows.
        marks: What is to be known of cells beside these.
    """

    place: int
    rows: list[Row]
    marks: list[CellMark]


def with_sheet_cells(
    content: bytes, texts: Cells, shown: str, reading: Reading, limits: ReadingLimits
) -> bytes:
    """A workbook with other texts in some cells of the sheet that facts are read from.

    Args:
        content: The workbook.
        texts: What is to stand in the cells.
        shown: What messages call the file.
        reading: What report.yaml says of it.
        limits: How much of a workbook is read.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    try:
        before = read_sheet(content, limits)
        cells = dict(_cells(before.rows, texts, shown, reading))
        new = _with_cells(content, before.place, cells, shown)
        after = read_sheet(new, limits)
    except (*DAMAGED, ParseError, LookupError, ValueError, WorkerEndedError) as error:
        raise CannotEditError(f"{shown}: {error}; {IN_EXCEL}") from None
    expected = [
        [cells.get((row, column), value) for column, value in enumerate(values)]
        for row, values in enumerate(before.rows)
    ]
    if [_said(row) for row in after.rows] != [_said(row) for row in expected]:
        raise CannotEditError(f"{shown}: something else would change with it; {IN_EXCEL}")
    return new


def shown_cells(content: bytes, limits: ReadingLimits) -> str:
    """The sheet that facts are read from as text, a line a row, cells parted by tabs."""
    return "".join("\t".join(_said(row)) + "\n" for row in read_sheet(content, limits).rows)


def read_sheet(content: bytes, limits: ReadingLimits) -> SheetRead:
    """The sheet, read as the facts are.

    Raises:
        WrongValueError: The workbook is none that somebody fills in.
        WorkerEndedError: It is damaged.
    """
    confinement = confinement_of(content, limits)
    most = most_cells(confinement, limits)
    rows: list[Row] = []
    marks: list[CellMark] = []
    with stream_from_worker(
        sheet_rows, content, SHEET, BATCH_ROWS, most, confinement=confinement
    ) as items:
        start = next(items)
        for item in items:
            if isinstance(item, SheetStart):
                raise WrongValueError("`build` has written it, for each language by itself", "")
            rows += item.rows
            marks += item.marks
    return SheetRead(start.place, rows, marks)


def _cells(
    rows: list[Row], texts: Cells, shown: str, reading: Reading
) -> Iterator[tuple[tuple[int, int], str]]:
    """The new texts by row and column, both from 0."""
    names = next(row for row in rows if any(str(value).strip() for value in row))
    fields = [heading_key(name) for name in reading.fields_of(list(map(str, names)))]
    for row, by_field in texts.items():
        for field, new in by_field.items():
            if field not in fields:
                wrong = f"{shown} has no column `{field}`; what it says is a default of report.yaml"
                raise CannotEditError(f"{wrong}: edit it there")
            yield (row - 1, fields.index(field)), new


def _with_cells(
    content: bytes, place: int, cells: Mapping[tuple[int, int], str], shown: str
) -> bytes:
    with ZipFile(BytesIO(content)) as book:
        part = WorkbookParts(book).sheet_part(place)
        if any(name.startswith(SIGNED) for name in book.namelist()):
            raise CannotEditError(f"{shown} is signed, and would not be any more; {IN_EXCEL}")
        xml = book.read(part)
        if not _UTF_8.match(xml):
            raise CannotEditError(f"{shown}: its sheet is not UTF-8; {IN_EXCEL}")
        for (row, column), new in cells.items():
            xml = _with_cell(xml, f"{column_letters(column + 1)}{row + 1}", new, shown)
        return packed(book, {part: xml})


def _with_cell(xml: bytes, name: str, new: str, shown: str) -> bytes:
    """The sheet's part with another text in a cell, in its own style."""
    cell = re.compile(
        rb"<((?:\w+:)?)c(\s[^>]*?\br=[\"']" + name.encode() + rb"[\"'][^>]*?)(?:/>|>(.*?)</\1c>)",
        re.DOTALL,
    )
    found = list(cell.finditer(xml))
    if len(found) != 1 or _FORMULA.search(found[0][3] or b""):
        wrong = f"{name} is a formula" if found else f"{name} is not where it was read"
        raise CannotEditError(f"{shown}: {wrong}; {IN_EXCEL}")
    prefix, attributes = found[0][1], _TYPE.sub(b"", found[0][2])
    put = b"<" + prefix + b"c" + attributes
    if new:
        words = escape(new).encode()
        put += b' t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>' % (
            prefix, prefix, words, prefix, prefix, prefix,
        )  # fmt: skip
    else:
        put += b"/>"
    return xml[: found[0].start()] + put + xml[found[0].end() :]


def packed(book: ZipFile, fresh_parts: Mapping[str, bytes]) -> bytes:
    """The package with some parts exchanged; the others in their order, with their dates."""
    content = BytesIO()
    with ZipFile(content, "w") as fresh:
        for old in book.infolist():
            info = ZipInfo(old.filename, old.date_time)
            info.compress_type, info.external_attr = old.compress_type, old.external_attr
            info.create_system, info.comment = old.create_system, old.comment
            fresh.writestr(info, fresh_parts.get(old.filename) or book.read(old))
    return content.getvalue()


def _said(row: Row) -> list[str]:
    """What the cells of a row say, without the blank ones at its end."""
    texts = ["" if value is None else str(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts
