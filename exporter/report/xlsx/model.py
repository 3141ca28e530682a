"""What the writer of workbooks draws: sheets of tables, which are made of columns.

Everything is decided when these are made: order, labels, number formats, widths, links. The writer
only draws. Tables are made of columns, never of cell objects: ninety rows and a million take the
same way.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

import pyarrow as pa

from exporter.engine.arrow import one_chunk
from exporter.facts.words import Lang
from exporter.report.properties import Properties
from exporter.report.themes.model import DESK, Theme

SLICE_ROWS = 16384  # rows that are laid out and written at once
_FIELDS = {  # what a cell is made of
    "styles": pa.string(),
    "texts": pa.string(),
    "numbers": pa.float64(),
    "truths": pa.bool_(),
    "formulas": pa.string(),
    "links": pa.string(),
}
_Given: TypeAlias = "pa.Array | pa.ChunkedArray | None"


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; cells name it by its key in `Workbook.styles`.

    Colours are `#RRGGBB`, sizes points; "" leaves a property as Excel has it, and a font as
    the book has it. A heading is tagged as one (Excel's cell style Heading 1).
    """

    number_format: str = "General"
    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    fill: str = ""
    align: str = ""
    valign: str = "center"
    wrap: bool = False
    indent: int = 0
    rule_below: str = ""
    font: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of rows of a sheet's first table, drawn beside it.

    Names and figures at its bars are those of the cells, whatever these come to hold.

    Attributes:
        title: Its title.
        alt_text: What it shows, for those who cannot see it.
        rows: The rows of the table that it takes, from the topmost bar down (0 is the first below
            the header).
        labels: Index of the column with the labels.
        values: Index of the column with the values.
        width: In pixels.
        names: How wide the widest part of a name is that does not break, in characters.
        figures: How wide the widest figure is.
    """

    title: str
    alt_text: str
    rows: tuple[int, ...]
    labels: int
    values: int
    width: int = 480
    names: float = 0.0
    figures: float = 0.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A small picture in a cell: a column for each of neighbouring cells in the same row.

    Attributes:
        row: The sheet's row, from 0.
        column: The column that it stands in.
        first: The first column that it shows.
        last: The last one.
        least: Where its axis begins; None for at the least of them.
        most: Where it ends; None for at the greatest.
    """

    row: int
    column: int
    first: int
    last: int
    least: float | None = None
    most: float | None = None


SIDE_MARGIN = 0.4  # inches at the left and the right of what is printed


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """How a sheet's columns are printed, from page to page.

    Attributes:
        scale: In percent.
        breaks: The columns, from 0, that begin a new page.
        repeated: Whether the columns that name rows are printed on each of them.
    """

    scale: int
    breaks: tuple[int, ...] = ()
    repeated: bool = False


def make_cells(
    *,
    styles: _Given = None,
    texts: _Given = None,
    numbers: _Given = None,
    truths: _Given = None,
    formulas: _Given = None,
    links: _Given = None,
) -> pa.StructArray | None:
    """The cells of a column, made of the fields that it has; each array has one element a cell.

    A cell holds its number where `numbers` has one, else its truth value, else its text, else it is
    blank. Where `formulas` has one, the cell is that formula and what it would have held is the
    cached result.

    Args:
        styles: Style names.
        texts: Strings or nulls.
        numbers: float64 or nulls; dates are Excel serial numbers with a date format.
        truths: Booleans or nulls.
        formulas: Strings that begin with `=`, or nulls.
        links: What a cell opens: a URL, or `internal:'Sheet'!A1`; or null.

    Returns:
        Fields of one chunk each, whose bytes can be looked at; None without any field.
    """
    fields = zip(_FIELDS.items(), (styles, texts, numbers, truths, formulas, links), strict=True)
    arrays = {
        name: array if array.type == kind else array.cast(kind)
        for (name, kind), given in fields
        if given is not None
        for array in [one_chunk(given)]
    }
    return pa.StructArray.from_arrays(list(arrays.values()), list(arrays)) if arrays else None


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Where few cells are distinct, `cells` is a dictionary array of them: what is the same in many
    rows is then made, measured and checked once.

    Attributes:
        header: What the table's header says.
        width: In Excel's characters.
        style: Name of the style of all cells, unless each has its own.
        cells: As `make_cells` makes them, one a row; None where all are blank, or elsewhere.
        choices: The formula of a drop-down list (`=units`), or "".
        alert: Style name for cells that are FALSE, or "".
        header_style: Style name of the header.
        arrays: Whether its formulas are entered as arrays: functions then take ranges where they
            want single values, in every program.
    """

    header: str
    width: float
    style: str
    cells: pa.StructArray | pa.DictionaryArray | None = None
    choices: str = ""
    alert: str = ""
    header_style: str = "header"
    arrays: bool = False

    @cached_property
    def styles(self) -> str | pa.Array:
        """The name of a style for all cells, or an array of one a row."""
        own = self._field("styles")
        return self.style if own is None else own

    @cached_property
    def texts(self) -> pa.Array | None:
        """The texts of the cells, one a row; None for none. So are the properties that follow."""
        return self._field("texts")

    @cached_property
    def numbers(self) -> pa.Array | None:
        """The numbers of the cells."""
        return self._field("numbers")

    @cached_property
    def truths(self) -> pa.Array | None:
        """The truth values of the cells."""
        return self._field("truths")

    @cached_property
    def formulas(self) -> pa.Array | None:
        """The formulas of the cells."""
        return self._field("formulas")

    @cached_property
    def links(self) -> pa.Array | None:
        """What the cells open."""
        return self._field("links")

    def slice(self, start: int, rows: int) -> "Column":
        """The column with its cells of some rows alone; nothing is copied."""
        return replace(self, cells=None if self.cells is None else self.cells.slice(start, rows))

    def distinct(self) -> tuple["Column", pa.Array | None]:
        """The column of its distinct cells, and for each row the index of its own.

        None instead of the indices where every row has a cell of its own.
        """
        if not isinstance(self.cells, pa.DictionaryArray):
            return self, None
        return self._of_distinct, self.cells.indices

    @cached_property
    def _of_distinct(self) -> "Column":
        if isinstance(self.cells, pa.DictionaryArray):
            return replace(self, cells=self.cells.dictionary)
        return self

    def _field(self, name: str) -> pa.Array | None:
        if self.cells is None:
            return None
        repeated = isinstance(self.cells, pa.DictionaryArray)
        cells = self.cells.dictionary if repeated else self.cells
        if (index := cells.type.get_field_index(name)) < 0:
            return None
        array = cells.field(index)
        return array.take(self.cells.indices) if repeated else array


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbouring rows of a table: its columns with the cells of these rows alone.

    Attributes:
        facts: The id of the fact that each row shows, for messages; None where rows are no facts.
    """

    columns: tuple[Column, ...]
    rows: int
    facts: pa.Array | None = None

    def slice(self, start: int, rows: int) -> "Slice":
        """Some of the rows; nothing is copied."""
        if rows == self.rows:
            return self
        facts = None if self.facts is None else self.facts.slice(start, rows)
        return Slice(tuple(column.slice(start, rows) for column in self.columns), rows, facts)


@dataclass(frozen=True, slots=True)
class Table:
    """An Excel table: header in `first_row`, `rows` rows below it. Indices count from 0.

    The cells of a large table are never all in memory: `cells` makes them, slice by slice, each
    time that they are needed. Whoever reads a table goes through `slices()`, whatever its size.

    Attributes:
        columns: With their cells where these are in memory; where they are streamed, without.
        facts: As of a slice; None where the cells are streamed.
        cells: Makes the slices of a streamed table, always the same; None where they are in memory.
        fitted: Whether its rows are as high as their texts need; else all are of one line.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    first_row: int = 3
    first_column: int = 0
    facts: pa.Array | None = None
    cells: Callable[[], Iterator[Slice]] | None = None
    fitted: bool = True

    @property
    def last_row(self) -> int:
        """Its last row; Excel keeps one blank row below the header of an empty table."""
        return self.first_row + max(self.rows, 1)

    @property
    def last_column(self) -> int:
        """Its last column."""
        return self.first_column + len(self.columns) - 1

    def slices(self) -> Iterator[Slice]:
        """All rows in order, at most SLICE_ROWS at once; none for a table without rows."""
        if self.cells is not None:
            yield from self.cells()
            return
        whole = Slice(self.columns, self.rows, self.facts)
        for start in range(0, self.rows, SLICE_ROWS):
            yield whole.slice(start, min(SLICE_ROWS, self.rows - start))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: title in A1, what and as of when in A2, tables from row 4.

    A sheet whose title and note are "" has neither, and its tables may begin in row 1.

    Attributes:
        title_style: Style name of the title.
        note_style: Style name of the note.
        note_formula: Where there is one, the note is this formula, and `note` its cached result.
        guide: What stands below the note, in A3: what is on the sheet; "" for nothing.
        guide_style: Style name of it.
        alarm: A formula; while it is true, the note is in the style `alert`.
        pages: How it is printed; None for all columns on one page, however small.
        sparklines: Small pictures in its cells.
        stub: How many of its first columns name its rows: they stay in sight.
    """

    name: str
    title: str
    note: str
    tables: tuple[Table, ...]
    chart: Chart | None = None
    tab_colour: str = ""
    title_style: str = "title"
    note_style: str = "note"
    note_formula: str = ""
    guide: str = ""
    guide_style: str = "note"
    alarm: str = ""
    pages: PrintedPages | None = None
    sparklines: tuple[Sparkline, ...] = ()
    stub: int = 1

    @property
    def header_row(self) -> int | None:
        """The row with the headers of all its tables; None where they stand one below another."""
        rows = {table.first_row for table in self.tables}
        return rows.pop() if len(rows) == 1 else None


@dataclass(frozen=True, slots=True)
class Workbook:
    """One .xlsx file: `<name>.<lang>.xlsx`.

    Attributes:
        name: File name without language and suffix.
        lang: Its language.
        sheets: In order.
        styles: By name; `title`, `note` and `header` are always there.
        properties: Document properties.
        font: Font of every cell.
        footer: Page footer in Excel's codes (`&P of &N`).
        accent: Colour of chart bars.
        header: Page header in the same codes; `&G` is the logo of the theme.
        theme: Its colours, paper and logo.
        size: Of its texts, in points; those of charts, too.
        is_plain: Whether its sheets have neither frozen panes nor filter buttons nor bands.
        defined_names: Workbook-wide names and the formulas they stand for.
    """

    name: str
    lang: Lang
    sheets: tuple[Sheet, ...]
    styles: Mapping[str, Style]
    properties: Properties
    font: str
    footer: str
    accent: str
    defined_names: Mapping[str, str] = field(default_factory=dict)
    header: str = ""
    theme: Theme = DESK
    size: float = 10
    is_plain: bool = False

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.name}.{self.lang}.xlsx"
