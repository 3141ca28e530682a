"""Cells of a CSV file, each where it stands, exchanged for others or emptied.

Encoding, separator, quotation marks and line ends of the file stay as they are.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePath

from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.errors import WrongValueError
from exporter.facts.flat.csv_header import read_header
from exporter.facts.flat.encodings import find_encoding
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading

_BY_HAND = "edit it by hand"
_LINE_END = r"\r\n|[\r\n]"


def with_cells(
    content: bytes,
    texts: Mapping[int, Mapping[str, str]],
    shown: str,
    reading: Reading,
    anchors: Anchors,
) -> bytes:
    """A file's content with other texts in some of its cells.

    Args:
        content: The file's.
        texts: By the row, as people count them, from 1, and by the field; "" empties a cell.
        shown: What messages call the file.
        reading: What report.yaml says of it.
        anchors: What the report knows of its facts.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    text, encoding = decoded(content, shown, reading, anchors)
    header = read_header(text, reading)
    names = [heading_key(name) for name in reading.fields_of(header.names)]
    missing = {field for fields in texts.values() for field in fields} - set(names)
    if missing:
        wrong = f"{shown} has no column `{min(missing)}`; what it says is a default of report.yaml"
        raise CannotEditError(f"{wrong}: {_BY_HAND}")
    wanted = {
        (row, names.index(field)): new
        for row, fields in texts.items()
        for field, new in fields.items()
    }
    edits = [
        Edit(start, end, as_cell(wanted[row, column], text[start:end], header.separator))
        for row, column, start, end in cells_in(text, header.separator)
        if (row, column) in wanted and start < end
    ]
    if len(edits) < len(wanted):
        raise CannotEditError(f"{shown}: not every cell is where it was read; {_BY_HAND}")
    new = edited(text, edits)
    expected = [
        [wanted.get((row, column), cell) for column, cell in enumerate(cells)]
        for row, cells in _read(text, header.separator)
    ]
    if [cells for _, cells in _read(new, header.separator)] != expected:
        raise CannotEditError(f"{shown}: something else would change with it; {_BY_HAND}")
    try:
        return new.encode(encoding)
    except UnicodeError:
        raise CannotEditError(f"{shown}: {encoding} has not all letters; {_BY_HAND}") from None


def as_cell(new: str, before: str, separator: str) -> str:
    """A text as a cell has it, in quotation marks where it was so or has to be."""
    must = any(sign in new for sign in (separator, '"', "\n", "\r"))
    if new and (must or before.startswith('"')):
        return '"' + new.replace('"', '""') + '"'
    return new


def decoded(content: bytes, shown: str, reading: Reading, anchors: Anchors) -> tuple[str, str]:
    """The text of a file, and the encoding in which it is that content again.

    Raises:
        CannotEditError: There is none.
    """
    try:
        found = find_encoding(io.BytesIO(content), PurePath(shown).name, reading, anchors)
    except WrongValueError as error:
        raise CannotEditError(f"{shown}: {error}") from None
    if found == "utf-16":  # which is written with the mark of this machine
        found = "utf-16-le" if content.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    text = content.decode(found)
    if text.encode(found) == content:
        return text, found
    raise CannotEditError(f"{shown}: its bytes would not stay as they are; {_BY_HAND}")


def _read(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    yield from enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator), 1)


def cells_in(text: str, separator: str) -> Iterator[tuple[int, int, int, int]]:
    """The row (from 1), the column (from 0), start and end of every cell."""
    for row, cells in rows_in(text, separator):
        yield from ((row, column, start, end) for column, (start, end) in enumerate(cells))


def rows_in(text: str, separator: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The number of each row (from 1), and the start and the end of each of its cells."""
    for row, start in enumerate(row_starts(text, separator), 1):
        yield row, cells_of_row(text, separator, start)


def row_starts(text: str, separator: str) -> Iterator[int]:
    """Where each row begins; behind a line's end at the end of the file, an empty one does."""
    cell, between = _cell(separator), re.escape(separator)
    # Taken as far as it goes at once, and nothing of it is ever given back.
    rows = re.compile(rf"(?:{cell}{between})*+{cell}({_LINE_END}|\Z)")
    for row in rows.finditer(text):
        yield row.start()
        if not row[1]:
            return


def cells_of_row(text: str, separator: str, start: int) -> list[tuple[int, int]]:
    """The start and the end of each cell of the row that begins at a place."""
    cells: list[tuple[int, int]] = []
    for cell in _cells(separator).finditer(text, start):
        cells.append(cell.span(1))
        if cell[2] != separator:
            break
    return cells


@cache
def _cells(separator: str) -> re.Pattern[str]:
    return re.compile(rf"({_cell(separator)})({_LINE_END}|{re.escape(separator)}|\Z)")


def _cell(separator: str) -> str:
    """The pattern of a cell, in quotation marks or not."""
    return rf'(?:"[^"]*+(?:""[^"]*+)*+"?+)?+[^{re.escape(separator)}\r\n]*+'
