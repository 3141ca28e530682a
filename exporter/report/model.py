"""What the writers draw: workbooks made of columns, and one-pagers.

Everything is decided when these are made: order, labels, number formats, widths, links. A writer
only draws. A table is made of columns (arrays), never of cell objects, so ninety rows and a million
take the same way.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pyarrow as pa

from exporter.facts.words import Lang

SLICE_ROWS = 8192  # rows that are laid out and written at once
CELLS = ("styles", "texts", "numbers", "truths", "formulas", "links")  # what a cell is made of


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; cells name it by its key in `Workbook.styles`.

    Colours are `#RRGGBB`, sizes points; "" leaves a property as Excel has it.
    """

    number_format: str = "General"
    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    fill: str = ""
    align: str = ""
    valign: str = "top"
    wrap: bool = False
    indent: int = 0
    rule_below: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. Every array has one element a row.

    A cell holds its number where `numbers` has one, else its truth value, else its text, else it is
    blank. Where `formulas` has one, the cell is that formula and what it would have held is the
    cached result.

    Attributes:
        header: What the table's header says.
        width: In Excel's characters.
        styles: A style name for all rows, or a string array of one a row.
        texts: Strings, or None.
        numbers: float64, or None; dates are Excel serial numbers with a date format.
        truths: Booleans, or None.
        formulas: Strings that begin with `=`, or None.
        links: What a cell opens: a URL, or `internal:'Sheet'!A1`; or None.
        choices: The formula of a drop-down list (`=units`), or "".
        alert: Style name for cells that are FALSE, or "".
        header_style: Style name of the header.
    """

    header: str
    width: float
    styles: str | pa.Array
    texts: pa.Array | None = None
    numbers: pa.Array | None = None
    truths: pa.Array | None = None
    formulas: pa.Array | None = None
    links: pa.Array | None = None
    choices: str = ""
    alert: str = ""
    header_style: str = "header"

    def slice(self, start: int, rows: int) -> "Column":
        """The column with its cells of some rows alone; nothing is copied."""
        found = {name: getattr(self, name) for name in CELLS}
        cut = {k: a.slice(start, rows) for k, a in found.items() if a is not None and k != "styles"}
        styles = self.styles if isinstance(self.styles, str) else self.styles.slice(start, rows)
        return replace(self, styles=styles, **cut)


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbouring rows of a table: its columns with the cells of these rows alone."""

    columns: tuple[Column, ...]
    rows: int
    facts: pa.Array | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """An Excel table: header in `first_row`, `rows` rows below it. Indices count from 0.

    The cells of a large table are never all in memory: `cells` makes them, slice by slice, each
    time that they are needed. Whoever reads a table goes through `slices()`, whatever its size.

    Attributes:
        columns: With their cells where the table is held; where it is streamed, without.
        facts: The id of the fact that each row shows, for messages; None where rows are no facts,
            and where the table is streamed.
        cells: Makes the slices of a streamed table, always the same; None where it is held.
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

    def slices(self) -> Iterator[Slice]:
        """All rows in order, at most SLICE_ROWS at once; none for a table without rows."""
        if self.cells is not None:
            yield from self.cells()
            return
        for start in range(0, self.rows, SLICE_ROWS):
            rows = min(SLICE_ROWS, self.rows - start)
            facts = None if self.facts is None else self.facts.slice(start, rows)
            yield Slice(tuple(one.slice(start, rows) for one in self.columns), rows, facts)

    def held(self) -> "Table":
        """The same table with all its cells in memory."""
        if self.cells is None:
            return self
        slices = list(self.slices())
        columns = tuple(
            _joined(column, [one.columns[index] for one in slices])
            for index, column in enumerate(self.columns)
        )
        known = [one.facts for one in slices if one.facts is not None]
        return replace(self, columns=columns, facts=_chain(known) if known else None, cells=None)


def _joined(column: Column, parts: Sequence[Column]) -> Column:
    """A column whose cells are those of its parts, one after another."""
    if not parts:
        return column
    cells = {name: [getattr(part, name) for part in parts] for name in CELLS}
    one_style = all(isinstance(part.styles, str) for part in parts)
    found: dict[str, Any] = {
        name: _chain(arrays)
        for name, arrays in cells.items()
        if arrays[0] is not None and not (name == "styles" and one_style)
    }
    return replace(column, **{"styles": parts[0].styles, **found})


def _chain(arrays: Sequence[pa.Array | pa.ChunkedArray]) -> pa.ChunkedArray:
    chunks = [one.chunks if isinstance(one, pa.ChunkedArray) else [one] for one in arrays]
    return pa.chunked_array([chunk for some in chunks for chunk in some])


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of neighbouring rows of a sheet's first table, drawn beside it.

    Attributes:
        title: Its title.
        alt_text: What it shows, for those who cannot see it.
        first_row: First row of the table that it takes (0 is the first below the header).
        last_row: Last row, inclusive.
        labels: Index of the column with the labels.
        values: Index of the column with the values.
        shown: Each value as its cell shows it, for the labels at the bars.
    """

    title: str
    alt_text: str
    first_row: int
    last_row: int
    labels: int
    values: int
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: title in A1, what and as of when in A2, tables from row 4.

    A sheet whose title and note are "" has neither, and its tables may begin in row 1.

    Attributes:
        note_style: Style name of the note.
        note_formula: Where there is one, the note is this formula, and `note` its cached result.
        alarm: A formula; while it is true, the note is in the style `alert`.
    """

    name: str
    title: str
    note: str
    tables: tuple[Table, ...]
    chart: Chart | None = None
    tab_colour: str = ""
    note_style: str = "note"
    note_formula: str = ""
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties of a file, workbook or PDF."""

    title: str
    subject: str
    author: str
    keywords: str
    created: date


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


@dataclass(frozen=True, slots=True)
class Card:
    """What one broker thinks of one subject.

    `stance` is positive, neutral or negative; `stance_label` says it in the page's language.
    `terms` are rating, target price and report date as pairs of label and value, if any.
    `translation` is "" where the quote is in the page's language.
    `link` is where the quote's evidence is shown, relative to the PDF; "" for nowhere.
    """

    id: str
    broker: str
    subject: str
    stance: str
    stance_label: str
    thesis: str
    drivers: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    quote: str
    quote_lang: str
    translation: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure as the workbook shows it, with what it measures.

    `link` is where its evidence is shown, relative to the PDF; "" for nowhere.
    """

    id: str
    figure: str
    unit: str
    metric: str
    entity: str
    as_of: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which broker names which driver: a row a driver, a mark a broker."""

    brokers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[bool, ...]], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture: `share` is its length from 0 to 1 (the longest is 1)."""

    label: str
    figure: str
    share: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A bar chart of comparable figures."""

    title: str
    alt_text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class OnePager:
    """One page of broker views: `<name>.<lang>.pdf`.

    Attributes:
        name: File name without language and suffix.
        lang: Its language.
        title: Headline.
        subtitle: A line below it, or "".
        edition: The edition, written out in the page's language.
        cards: One a view.
        matrix: Brokers by drivers.
        figures: The key figures behind the views.
        picture: A chart of figures, or None.
        sources: What each exhibit's source line says, by `views`, `drivers`, `figures`, `picture`.
        disclosures: Paragraphs at the foot.
        labels: The page's own words by key: the headings `views`, `figures`, `drivers` and
            `disclosures`; `exhibit` before the number of one; `driver` above the matrix's rows;
            `named` and `not_named` for its marks; `as_of`; `source`.
        properties: Document properties.
        places: Where each view is written (`file`, `line`) by its id, for messages.
    """

    name: str
    lang: Lang
    title: str
    subtitle: str
    edition: str
    cards: tuple[Card, ...]
    matrix: Matrix
    figures: tuple[KeyFigure, ...]
    picture: Picture | None
    sources: Mapping[str, str]
    disclosures: tuple[str, ...]
    labels: Mapping[str, str]
    properties: Properties
    places: Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file embedded in a PDF.

    Attributes:
        name: File name, unique in its PDF.
        mime: Media type, such as `text/csv`.
        relationship: What it is to the page (ISO 19005-3, 6.8): `Data` that the page shows, its
            `Source`, an `Alternative` to it, a `Supplement`, or `Unspecified`.
        description: What it holds, in the page's language.
        content: Its bytes.
    """

    name: str
    mime: str
    relationship: str
    description: str
    content: bytes
