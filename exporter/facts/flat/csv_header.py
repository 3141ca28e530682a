"""The names of a CSV file's columns, and what separates them."""

import csv
import io
import re
import string
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from exporter.errors import WrongValueError
from exporter.facts.flat.columns import COLUMNS, FEWEST_NAMES
from exporter.facts.headings import heading_key
from exporter.facts.reading import Reading

_SEPARATORS = ",\t;|"
_HINT = re.compile(
    r'\ufeff? *"?sep *=(?: +(?=[!-~\t]))?([ !#-~\t]?)"? *([\t,;|]?)[ \t,;|]*\r?\n', re.IGNORECASE
)
_MOST_ABOVE = 20  # rows of titles above the names


class CsvHeader(NamedTuple):
    """What stands in the first lines of a CSV file.

    Attributes:
        separator: One character.
        names: Of the columns, as they stand there.
        row: The row, from 1, that they stand in.
    """

    separator: str
    names: list[str]
    row: int


def read_header(start: str, reading: Reading) -> CsvHeader:
    """The header of a file that begins with `start`.

    A first line `sep=;`, which Excel takes as a hint and shows to nobody, is one here, too.

    Raises:
        WrongValueError: There are no names, or not in the first row.
    """
    known = {*COLUMNS, *(heading_key(heading) for heading, _ in reading.columns)}
    hint = _HINT.match(start)
    # A program that kept the line as a row of its own has parted cells behind it by its own mark.
    separators = hint[1] + hint[2] if hint and hint[1] else _SEPARATORS
    first = 1 if hint else 0
    rest = start[hint.end() :] if hint else start
    headers = [_header(rest, separator, first) for separator in separators]
    # Read by the right separator, most names are known.
    header = max(headers, key=lambda read: (_known(read.names, known), len(read.names)))
    if not rest.strip(_SEPARATORS + string.whitespace):
        raise WrongValueError("the file holds no facts", "begin with a line of column names")
    if not _known(header.names, known) and (row := _row_of_names(rest, separators, first, known)):
        wrong = f"the names of the columns stand in row {row}, and something else above them"
        raise WrongValueError(wrong, "delete the rows above the names")
    return header


def rows_of(text: str, header: CsvHeader) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, with their numbers.

    Raises:
        csv.Error: One cannot be read.
    """
    lines = csv.reader(io.StringIO(text, ""), delimiter=header.separator)
    yield from islice(enumerate(lines, 1), header.row, None)


def _header(text: str, separator: str, above: int) -> CsvHeader:
    """The first row that is not blank, with so many rows above the text."""
    try:
        rows = csv.reader(io.StringIO(text, ""), delimiter=separator)
        for row, cells in enumerate(rows, above + 1):
            if any(cell.strip() for cell in cells):
                return CsvHeader(separator, cells, row)
    except csv.Error:  # a cell longer than any name
        pass
    return CsvHeader(separator, [], 0)


def _row_of_names(text: str, separators: str, above: int, known: Collection[str]) -> int:
    """The row below a title that holds names of columns; 0 where none does."""
    for separator in separators:
        try:
            rows = csv.reader(io.StringIO(text, ""), delimiter=separator)
            for row, cells in enumerate(islice(rows, _MOST_ABOVE), above + 1):
                if _known(cells, known) >= FEWEST_NAMES:
                    return row
        except csv.Error:  # a cell longer than any name
            continue
    return 0


def _known(names: Sequence[str], known: Collection[str]) -> int:
    return sum(heading_key(name) in known for name in names)
