"""A column of a CSV file that says one thing in many rows; added where there is none.

Encoding, separator, quotation marks and line ends of the file stay as they are.
"""

import csv
import io
from collections.abc import Collection, Iterator, Sequence

from exporter.edits.csv_cells import decoded, rows_in
from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.facts.flat.csv_header import read_header
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading


def with_column(
    content: bytes,
    said: tuple[str, str],
    rows: Collection[int],
    shown: str,
    how: tuple[Reading, Anchors],
) -> bytes:
    """A file's content with a text in a column of some of its rows.

    Args:
        content: The file's.
        said: The field of the column, and the text, both of letters and digits alone.
        rows: As people count them, from 1.
        shown: What messages call the file.
        how: What report.yaml says of the file, and what the report knows of its facts.

    Raises:
        CannotEditError: It cannot be done so that nothing else changes.
    """
    (field, new), (reading, anchors) = said, how
    text, encoding = decoded(content, shown, reading, anchors)
    header = read_header(text, reading)
    names = [heading_key(name) for name in reading.fields_of(header.names)]
    at = names.index(field) if field in names else len(names)
    wanted = dict.fromkeys(rows, new) | ({} if field in names else {header.row: field})
    made = edited(text, _edits(text, header.separator, at, wanted))
    before, after = (_read(one, header.separator) for one in (text, made))
    if field not in names and any("".join(before[row - 1][at:]).strip() for row in wanted):
        raise CannotEditError(f"{shown}: something stands right of its columns; edit it by hand")
    if after != [_with_cell(cells, at, wanted.get(row)) for row, cells in enumerate(before, 1)]:
        raise CannotEditError(f"{shown}: something else would change with it; edit it by hand")
    return made.encode(encoding)


def _edits(text: str, separator: str, at: int, wanted: dict[int, str]) -> Iterator[Edit]:
    for row, places in rows_in(text, separator):
        if row not in wanted:
            continue
        if at < len(places):
            start, end = places[at]
            yield Edit(start, end, wanted[row])
        else:
            end = places[-1][1]
            yield Edit(end, end, separator * (at + 1 - len(places)) + wanted[row])


def _read(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, ""), delimiter=separator))


def _with_cell(cells: Sequence[str], at: int, new: str | None) -> list[str]:
    if new is None:
        return list(cells)
    filled = [*cells, *[""] * (at + 1 - len(cells))]
    filled[at] = new
    return filled
