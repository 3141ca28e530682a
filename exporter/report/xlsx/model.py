"""What the writer of workbooks draws: sheets of tables, which are made of columns (`tables`).

Everything is decided when these are made: order, labels, number formats, widths, links. The writer
only draws.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.facts.words import Lang
from exporter.report.properties import Properties
from exporter.report.xlsx.tables import Table


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
