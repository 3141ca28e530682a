"""Cells of a CSV file, each where it stands; those of marks emptied.

Encoding, separator, quotation marks and line ends of the file stay as they are.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Set
from pathlib import PurePath

from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.errors import WrongValueError
from exporter.facts.flat.csv_header import read_header
from exporter.facts.flat.encodings import find_encoding
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading

_BY_HAND = "empty the cells of `review` by hand there"


def with_empty_cells(
    content: bytes, field: str, rows: Set[int], shown: str, reading: Reading, anchors: Anchors
) -> bytes:
    """A file's content with a field's cells emptied.

    Args:
        content: The file's.
        field: The field.
        rows: As people count them, from 1.
        shown: What messages call the file.
        reading: What report.yaml says of it.
        anchors: What the report knows of its facts.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    text, encoding = _decoded(content, shown, reading, anchors)
    header = read_header(text, reading)
    names = [heading_key(name) for name in reading.fields_of(header.names)]
    if field not in names:
        raise CannotEditError(f"{shown} has no column `{field}`, and so its marks are defaults")
    column = names.index(field)
    edits = [
        Edit(start, end, "")
        for row, place, start, end in _cells(text, header.separator)
        if row in rows and place == column and start < end
    ]
    if len(edits) < len(rows):
        raise CannotEditError(f"{shown}: not every mark is where it was read; {_BY_HAND}")
    new = edited(text, edits)
    expected = [
        [*cells[:column], "", *cells[column + 1 :]] if row in rows else cells
        for row, cells in _read(text, header.separator)
    ]
    if [cells for _, cells in _read(new, header.separator)] != expected:
        raise CannotEditError(f"{shown}: something else would change with the marks; {_BY_HAND}")
    return new.encode(encoding)


def _decoded(content: bytes, shown: str, reading: Reading, anchors: Anchors) -> tuple[str, str]:
    """The text, and the encoding in which it is that content again."""
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


def _cells(text: str, separator: str) -> Iterator[tuple[int, int, int, int]]:
    """The row (from 1), the column (from 0), start and end of every cell."""
    row, column, start, at, is_quoted = 1, 0, 0, 0, False
    while at <= len(text):
        sign = text[at : at + 1]
        if is_quoted:
            if sign == '"' and text[at + 1 : at + 2] == '"':
                at += 1
            elif sign in {'"', ""}:
                is_quoted = False
        elif sign == '"' and at == start:
            is_quoted = True
        elif sign in {separator, "\n", "\r", ""}:
            yield row, column, start, at
            column += 1
            if sign != separator:
                at += text[at : at + 2] == "\r\n"
                row, column = row + 1, 0
            start = at + 1
        at += 1
