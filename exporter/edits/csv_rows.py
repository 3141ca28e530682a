"""Facts of a CSV file that say other things, that are added, and that go.

Encoding, separator, quotation marks and line ends of the file stay as they are.
"""

from collections.abc import Mapping, Sequence

from exporter.edits.csv_cells import as_cell, decoded, rows_in
from exporter.edits.fact_edits import FactEdits
from exporter.edits.table_columns import cells_of, with_commas
from exporter.edits.text_edits import CannotEditError, Edit, edited, joined
from exporter.facts.flat.csv_header import read_header
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading

_Cell = tuple[int, int]  # start, end


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
    rows = dict(rows_in(text, header.separator))

    def said(columns: Mapping[str, str | None], row: Mapping[str, str | None]) -> dict[str, str]:
        try:
            cells = cells_of(columns, row, fields, reading, anchors.languages)
        except CannotEditError as error:
            raise CannotEditError(f"{shown}: {error}") from None
        return with_commas(cells) if commas else cells

    made: list[Edit] = [_without(text, rows, line) for line, _ in edits.deleted]
    for (line, _), edit in edits.rows.items():
        cells = said(edit.columns, edit.row)
        made += _exchanged(text, rows[line], fields, cells, header.separator)
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
    row: Sequence[_Cell],
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


def _without(text: str, rows: Mapping[int, Sequence[_Cell]], line: int) -> Edit:
    following = rows.get(line + 1)
    return Edit(rows[line][0][0], following[0][0] if following else len(text), "")


def _added(
    text: str, rows: Mapping[int, Sequence[_Cell]], line: int, cells: Sequence[str], separator: str
) -> Edit:
    """A further row behind another one."""
    brk = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r" if "\r" in text else "\n"
    written = separator.join(as_cell(cell, "", separator) for cell in cells)
    following = rows.get(line + 1)
    if following is None:  # the file does not end with a line's end
        return Edit(len(text), len(text), f"{brk}{written}")
    return Edit(following[0][0], following[0][0], f"{written}{brk}")
