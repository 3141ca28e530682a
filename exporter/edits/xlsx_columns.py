"""A column of a workbook's facts that says one thing in many rows; added where there is none.

As in `xlsx_cells`, the package is put together again of the same parts. An Excel table that the new
column stands beside takes it in.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from exporter.edits.text_edits import CannotEditError
from exporter.edits.xlsx_cells import IN_EXCEL, SIGNED, SheetRead, packed, read_sheet
from exporter.engine.worker_process import WorkerEndedError
from exporter.facts.flat.workbook_guard import DAMAGED, column_letters, column_number
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.facts.headings import heading_key
from exporter.facts.reading import Reading
from exporter.limits import ReadingLimits
from exporter.proof.xlsx.package import read_relationships

_ROW = re.compile(rb"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>(.*?)</\1c>)", re.DOTALL)
_NUMBER = re.compile(rb"\br=[\"']([0-9]+)[\"']")
_NAME = re.compile(rb"\br=[\"']([A-Z]{1,3})[0-9]+[\"']")
_STYLE = re.compile(rb"\bs=[\"'][0-9]+[\"']")
_SPANS = re.compile(rb"\s+spans=[\"'][^\"']*[\"']")
_DIMENSION = re.compile(rb"(<(?:\w+:)?dimension ref=\"[A-Z]+[0-9]+:)([A-Z]+)([0-9]+\")")


def with_sheet_column(
    content: bytes,
    said: tuple[str, str],
    rows: Collection[int],
    shown: str,
    how: tuple[Reading, ReadingLimits],
) -> bytes:
    """A workbook with a text in a column of some rows of the sheet that facts are read from.

    Args:
        content: The workbook.
        said: The field of the column, and the text, both of letters and digits alone.
        rows: As people count them, from 1.
        shown: What messages call the file.
        how: What report.yaml says of the file, and how much of it is read.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    (field, new), (reading, limits) = said, how
    try:
        before = read_sheet(content, limits)
        top = next(at for at, row in enumerate(before.rows) if any(map(_text, row)))
        headings = list(map(_text, before.rows[top]))
        names = [heading_key(name) for name in reading.fields_of(headings)]
        is_new = field not in names
        at = _width(before) if is_new else names.index(field)
        wanted = dict.fromkeys(rows, new) | ({top + 1: field} if is_new else {})
        made = _with_column(content, before.place, (at, field if is_new else ""), wanted)
        after = read_sheet(made, limits)
    except (*DAMAGED, ParseError, LookupError, ValueError, WorkerEndedError) as error:
        raise CannotEditError(f"{shown}: {error}; {IN_EXCEL}") from None
    if _said(after) != _expected(before, at, wanted):
        raise CannotEditError(f"{shown}: something else would change with it; {IN_EXCEL}")
    return made


def _width(sheet: SheetRead) -> int:
    """The first column right of everything."""
    return max(at + 1 for _, at in _said(sheet))


def _said(sheet: SheetRead) -> dict[tuple[int, int], str]:
    """What stands in the cells that hold something."""
    return {
        (row, at): _text(value)
        for row, cells in enumerate(sheet.rows, 1)
        for at, value in enumerate(cells)
        if _text(value)
    }


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _expected(before: SheetRead, at: int, wanted: Mapping[int, str]) -> dict[tuple[int, int], str]:
    return _said(before) | {(row, at): text for row, text in wanted.items()}


def _with_column(
    content: bytes, place: int, column: tuple[int, str], wanted: Mapping[int, str]
) -> bytes:
    """The package with the column, which has a name where it is new."""
    at, name = column
    with ZipFile(BytesIO(content)) as book:
        if any(part.startswith(SIGNED) for part in book.namelist()):
            raise ValueError("it is signed, and would not be any more")
        part = WorkbookParts(book).sheet_part(place)
        seen: set[int] = set()

        def row(found: re.Match[bytes]) -> bytes:
            number = _NUMBER.search(found[2])
            if number is None or int(number[1]) not in wanted:
                return found[0]
            seen.add(int(number[1]))
            return _with_cell(found, int(number[1]), at, wanted[int(number[1])])

        xml = _ROW.sub(row, book.read(part))
        if seen != set(wanted):
            raise ValueError("its rows are written in an uncommon way")
        if not name:
            return packed(book, {part: xml})
        letters = column_letters(at + 1).encode()
        xml = _DIMENSION.sub(lambda found: found[1] + _further(found[2], letters) + found[3], xml)
        return packed(book, {part: xml} | dict(_tables(book, part, column, wanted)))


def _with_cell(found: re.Match[bytes], row: int, at: int, text: str) -> bytes:
    """A row with a text in one of its cells, in the style of what was there, or beside it."""
    prefix, inside = found[1], found[3] or b""
    before: list[bytes] = []
    after: list[bytes] = []
    same = b""
    for cell in _CELL.finditer(inside):
        name = _NAME.search(cell[2])
        if name is None:
            raise ValueError("a cell of it has no name")
        column = column_number(name[1]) - 1
        if column == at:
            same = cell[2]
        else:
            (before if column < at else after).append(cell[0])
    is_heading = not same and text.isalpha()
    like = same or (before[-1].partition(b">")[0] if before and is_heading else b"")
    style = _STYLE.search(like)
    put = b'<%bc r="%b%d"%b t="inlineStr"><%bis><%bt>%b</%bt></%bis></%bc>' % (
        prefix, column_letters(at + 1).encode(), row, b" " + style[0] if style else b"",
        prefix, prefix, text.encode(), prefix, prefix, prefix,
    )  # fmt: skip
    cells = b"".join([*before, put, *after])
    attributes = _SPANS.sub(b"", found[2])
    return b"<%brow%b>%b</%brow>" % (prefix, attributes.rstrip(), cells, prefix)


def _further(one: bytes, other: bytes) -> bytes:
    return max(one, other, key=column_number)


def _tables(
    book: ZipFile, part: str, column: tuple[int, str], wanted: Mapping[int, str]
) -> Iterator[tuple[str, bytes]]:
    """The tables that end beside the new column in its heading's row, with one column more."""
    at, name = column
    last, new = (column_letters(number).encode() for number in (at, at + 1))
    heading = next(row for row, text in wanted.items() if text == name)
    for related in read_relationships(book, part).all:
        if related.kind != "table":
            continue
        xml = book.read(related.target)
        ref = rb'(\bref="[A-Z]+%d:)%b([0-9]+")' % (heading, last)
        if not re.search(ref, xml):
            continue
        ids = [int(id_) for id_ in re.findall(rb"<(?:\w+:)?tableColumn\b[^>]*?\bid=\"(\d+)\"", xml)]
        added = b'tableColumn id="%d" name="%b"/>' % (max(ids) + 1, name.encode())
        xml = re.sub(ref, rb"\g<1>%b\g<2>" % new, xml)
        xml = re.sub(rb'(<(?:\w+:)?tableColumns count=")\d+"', rb'\g<1>%d"' % (len(ids) + 1), xml)
        yield (
            related.target,
            re.sub(rb"(</(\w+:)?)tableColumns>", rb"<\g<2>" + added + rb"\g<0>", xml),
        )
