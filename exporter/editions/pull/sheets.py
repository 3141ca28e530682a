"""The workbook that somebody has edited, as any office program saved it.

Its entity sheets are known by their headings, in whatever rows and columns they stand, in whatever
order, shown or hidden. What else is on them, and on other sheets, is the analyst's own.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import ContentError, Problem, WrongValueError
from exporter.facts.flat.own_header import TOP, OwnHeader, find_own_header
from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.words import LANGUAGES, Lang
from exporter.limits import READING
from exporter.proof.xlsx.cell_words import cell_name
from exporter.proof.xlsx.cells import ColumnCells, Position, Value
from exporter.proof.xlsx.package import Package, open_package
from exporter.proof.xlsx.rows import SheetRows, TableRows, join_rows, no_rows
from exporter.report.labels import LISTS, OTHER_SHEETS

_XLSX = "save it as .xlsx with your spreadsheet program, without a password"
# A link of a long sheet is a formula, whose result some programs drop: its second text shows.
_LINK = (  # as RE2 writes it
    r'(?i)^=\s*HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"(?P<shown>(?:[^"]|"")*)"\s*\)$'
)
_ERROR = " (an error)"
WITHOUT_FACTS = (*OTHER_SHEETS, LISTS)  # sheets that `build` writes
FormatOf: TypeAlias = Callable[[int], str]  # of a cell, by the number of its style


class Typed(NamedTuple):
    """What a cell holds.

    Attributes:
        value: A text, a number, a truth, or None for a blank cell.
        format: The number format that it shows in.
        formula: With its `=`; None for none.
    """

    value: Value
    format: str = ""
    formula: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in it."""
        blank = self.value is None or (isinstance(self.value, str) and not self.value.strip())
        return blank and self.formula is None

    @property
    def is_error(self) -> bool:
        """Whether it shows an error."""
        return isinstance(self.value, str) and self.value.endswith(_ERROR)

    @property
    def text(self) -> str:
        """What it holds in words."""
        match self.value:
            case None:
                return ""
            case bool():
                return str(self.value).upper()
            case float():
                return f"{self.value:.15g}"
            case _:
                return self.value.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet with facts, as it was found.

    Attributes:
        name: Its name.
        lang: The language of its headings.
        places: The columns, from 0, by their keys.
        rows: The cells of those columns, in their order in `places`, below the header.
        twice: The headings that stand there more than once.
        above: The filled cells above the header, by row and column from 0.
        formats: The number formats of the styles that those cells have.
    """

    name: str
    lang: Lang
    places: Mapping[str, int]
    rows: TableRows
    twice: tuple[str, ...]
    above: Mapping[Position, Typed]
    formats: Mapping[int, str]

    def column(self, key: str) -> ColumnCells | None:
        """The cells of a column; None where the sheet has it not."""
        keys = list(self.places)
        return self.rows.columns[keys.index(key)] if key in self.places else None

    def ids(self) -> list[str]:
        """The id in each row; "" for none."""
        column = self.column("fact")
        if column is None:
            return []
        return [
            value.strip() if isinstance(value, str) else Typed(value).text
            for value in column.values()
        ]

    def typed(self, row: int, key: str) -> Typed:
        """A cell of one of the rows, counted from the first below the header."""
        column = self.column(key)
        return Typed(None) if column is None else _typed(column, row, self.formats.__getitem__)

    def cell(self, row: int, key: str) -> str:
        """The name of a cell: `B5`; that of its row's first one where the column is not there."""
        at = self.places.get(key, min(self.places.values()))
        return cell_name(int(self.rows.numbers[row]), at)


@dataclass(frozen=True, slots=True)
class FoundBook:
    """A workbook as it was found.

    Attributes:
        names: The names of its sheets.
        sheets: Those with facts, in order.
        others: The filled cells of further sheets that are ours, by row and column from 0.
    """

    names: tuple[str, ...]
    sheets: tuple[FoundSheet, ...]
    others: Mapping[str, Mapping[Position, Typed]]


def read_book(path: Path) -> FoundBook:
    """Read a workbook.

    Args:
        path: The file.

    Raises:
        ContentError: It is no workbook that can be read.
        OSError: It is not there, or may not be read.
    """
    from exporter.facts.flat.workbook_guard import confinement_of

    try:
        confinement_of(path.read_bytes(), READING)
        with warnings.catch_warnings(), open_package(path) as package:
            warnings.simplefilter("ignore")  # of looks, which nobody asks about
            return _book(package)
    except WrongValueError as error:
        raise ContentError([Problem(str(path), 0, "", *error.fault)]) from None
    except OSError:
        raise
    except Exception as error:  # whatever it is, the readers stumble over what is in the file
        wrong = f"this is no workbook that can be read: {error}"
        raise ContentError([Problem(str(path), 0, "", wrong, _XLSX)]) from error


def _book(package: Package) -> FoundBook:
    if package.from_1904:
        wrong = "its days count from 1904, and those of a workbook that was built from 1900"
        raise WrongValueError(wrong, "switch the option off where it was switched on, and save it")
    sheets, others, format_of = [], {}, package.styles.number_format
    own = {label.in_(lang) for label in WITHOUT_FACTS for lang in LANGUAGES}
    for sheet in package.sheets:
        stream = package.stream(sheet).blocks()
        blocks = list(_until_row(stream, TOP))
        header = find_own_header(_top(blocks))
        if header is not None or sheet.name in own:  # others are not read to their ends
            blocks += stream
        if header is not None:
            rows = join_rows([*_below(blocks, header)] or [no_rows(len(header.places))])
            above = dict(_cells(_until(blocks, header.row), format_of))
            sheets.append(
                FoundSheet(
                    sheet.name,
                    header.lang,
                    header.places,
                    rows,
                    header.twice,
                    above,
                    {look: format_of(look) for look in _looks(rows)},
                )
            )
        elif sheet.name in own:
            others[sheet.name] = dict(_cells(blocks, format_of))
    return FoundBook(tuple(sheet.name for sheet in package.sheets), tuple(sheets), others)


def _looks(rows: TableRows) -> set[int]:
    """The styles of cells, as these name them."""
    return {look for column in rows.columns for look in np.unique(column.looks).tolist()}


def _until_row(blocks: Iterator[SheetRows], row: int) -> Iterator[SheetRows]:
    """The first blocks, as far as one that reaches a row."""
    for block in blocks:
        yield block
        if block.first + block.rows >= row:
            return


def _until(blocks: Iterable[SheetRows], row: int) -> Iterator[SheetRows]:
    """The rows above one."""
    for block in blocks:
        if block.first < row:
            yield block.slice(block.first, min(block.rows, row - block.first))


def _cells(blocks: Iterable[SheetRows], format_of: FormatOf) -> Iterator[tuple[Position, Typed]]:
    for block in blocks:
        for at, column in block.columns.items():
            for row in np.flatnonzero(column.filled()).tolist():
                yield (block.first + row, at), _typed(column, row, format_of)


def _typed(column: ColumnCells, row: int, format_of: FormatOf) -> Typed:
    cell = column.cell(row)
    return Typed(cell.value, format_of(cell.look), cell.formula)


def _with_links(column: ColumnCells) -> ColumnCells:
    """The cells with what links show, where their results were dropped."""
    if column.formulas is None:
        return column
    links = pc.struct_field(pc.extract_regex(column.formulas, _LINK), "shown")
    shown = pc.replace_substring(links, '""', '"')
    holds = (array.is_valid() for array in (column.texts, column.numbers, column.truths)
             if array is not None)  # fmt: skip
    is_blank = pc.invert(reduce(pc.or_, holds, pa.repeat(pa.scalar(False), len(column))))
    texts = pa.nulls(len(column), pa.string()) if column.texts is None else column.texts
    return replace(column, texts=pc.if_else(is_blank, shown, texts))


def _top(blocks: Iterable[SheetRows]) -> list[list[object]]:
    """The first rows of a sheet, cell by cell."""
    top: list[list[object]] = [[] for _ in range(TOP)]
    for block in blocks:
        for at, column in block.columns.items():
            for row in range(min(block.rows, TOP - block.first)):
                cells = top[block.first + row]
                cells.extend([""] * (at + 1 - len(cells)))
                cells[at] = column.cell(row).value or ""
    return top


def _below(blocks: Iterable[SheetRows], header: OwnHeader) -> Iterator[TableRows]:
    """The rows below the header, in the columns that it names."""
    for block in blocks:
        first, last = max(block.first, header.row + 1), block.first + block.rows
        if first < last:
            part = block.slice(first, last - first)
            blank = ColumnCells.blank(part.rows)
            found = (part.columns.get(at, blank) for at in header.places.values())
            columns = tuple(map(_with_links, found))
            yield TableRows(np.arange(first, last), columns)


def heading(key: str, lang: Lang) -> str:
    """What a column is called on a sheet."""
    return COLUMN_LABELS[key].in_(lang)
