"""Facts of a CSV file that say other things, that are added, and that go.

Encoding, separator, quotation marks and line ends of the file stay as they are.
"""

from collections.abc import Mapping, Sequence

from exporter.edits.csv_cells import as_cell, cells_of_row, decoded, row_starts
from exporter.edits.fact_edits import FactEdits
from exporter.edits.table_columns import cells_of, with_commas
from exporter.edits.text_edits import CannotEditError, Edit, edited, joined
from exporter.facts.flat.csv_header import read_header
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading


class _Rows:
    """Where the rows of a file stand, by their numbers from 1."""

    def __init__(self, text: str, separator: str) -> None:
        self._text, self._separator = text, separator
        self._starts = list(row_starts(text, separator))

    def __contains__(self, row: int) -> bool:
        return row <= len(self._starts)

    def span(self, row: int) -> tuple[int, int]:
        """Where a row begins, and where the next one does or the file ends."""
        following = self._starts[row] if row + 1 in self else len(self._text)
        return self._starts[row - 1], following

    def cells(self, row: int) -> list[tuple[int, int]]:
        """The start and the end of each cell of a row."""
        return cells_of_row(self._text, self._separator, self._starts[row - 1])


def with_csv_facts(
    content: bytes,
    edits: FactEdits,
    shown: str,
    how: tuple[Reading, Anchors],
    *,
    commas: bool,
) -> bytes:
    """A file's content with edits of its facts.

    Args:
        content: The file's.
        edits: What is to change.
        shown: What messages call the file.
        how: What report.yaml says of it, and what the report knows of its facts.
        commas: Whether numbers have decimal commas.

    Raises:
        CannotEditError: It has no column for it, or its encoding no letter.
    """
    reading, anchors = how
    text, encoding = decoded(content, shown, reading, anchors)
    header = read_header(text, reading)
    fields = [heading_key(name) for name in reading.fields_of(header.names)]
    rows = _Rows(text, header.separator)

    def said(columns: Mapping[str, str | None], row: Mapping[str, str | None]) -> dict[str, str]:
        try:
            cells = cells_of(columns, row, fields, reading, anchors.languages)
        except CannotEditError as error:
            raise CannotEditError(f"{shown}: {error}") from None
        return with_commas(cells) if commas else cells

    made: list[Edit] = [Edit(*rows.span(line), "") for line, _ in edits.deleted]
    for (line, _), edit in edits.rows.items():
        cells = said(edit.columns, edit.row)
        made += _exchanged(text, rows.cells(line), fields, cells, header.separator)
    for id_, row in edits.added.items():
        cells = said({name: value for name, value in row.items() if value is not None}, row)
        line = edits.beside[id_][0]
        made.append(_added(text, rows, line, [cells.get(field, "") for field in fields],
                           header.separator))  # fmt: skip
    try:
        return edited(text, joined(made)).encode(encoding)
    except UnicodeError:
        raise CannotEditError(f"{shown}: {encoding} has not all letters; edit it by hand") from None


def _exchanged(
    text: str,
    row: Sequence[tuple[int, int]],
    fields: Sequence[str],
    cells: Mapping[str, str],
    separator: str,
) -> list[Edit]:
    """The edits of a row's cells."""
    made = []
    for field, new in cells.items():
        start, end = row[fields.index(field)]
        made.append(Edit(start, end, as_cell(new, text[start:end], separator)))
    return made


def _added(text: str, rows: _Rows, line: int, cells: Sequence[str], separator: str) -> Edit:
    """A further row behind another one."""
    brk = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r" if "\r" in text else "\n"
    written = separator.join(as_cell(cell, "", separator) for cell in cells)
    _, end = rows.span(line)
    if line + 1 not in rows:  # the file does not end with a line's end
        return Edit(end, end, f"{brk}{written}")
    return Edit(end, end, f"{written}{brk}")
