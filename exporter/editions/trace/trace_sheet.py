"""The sheet Trace as XML: one table, a row for each hard-coded number, with filters and links."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from exporter.facts.flat.workbook_guard import column_letters
from exporter.limits import CELL_TEXT, HIGHEST_ROW, shortened
from exporter.report.links import sheet_reference

_STYLE = "TableStyleMedium2"
_HEIGHT = 15  # points of a line
_MARGIN = 2  # characters that words leave free at the ends of lines


class Column(NamedTuple):
    """A column: its heading, and its width in characters."""

    heading: str
    width: float


class TraceRow(NamedTuple):
    """A row of the table.

    Attributes:
        sheet: Of the number.
        cell: Likewise.
        texts: Of all columns but the number's own, in their order; the number stands at `VALUE`.
        number: The number as typed.
        fact_link: What the fact opens; "" for nothing.
        source_link: What the source opens; likewise.
    """

    sheet: str
    cell: str
    texts: tuple[str, ...]
    number: float
    fact_link: str
    source_link: str


class Looks(NamedTuple):
    """Numbers of the styles of the sheet's cells."""

    words: int
    link: int
    number: int
    heading: int


CELL, VALUE, FACT, SOURCE = 1, 3, 5, 6  # columns with links, and that with the number


def sheet_xml(
    columns: Sequence[Column],
    rows: Sequence[TraceRow],
    looks: Looks,
    namespace: str,
    related: str,
) -> tuple[bytes, dict[str, str]]:
    """The sheet's part, and the ids of the addresses that it links to.

    Args:
        columns: Of the table.
        rows: Likewise.
        looks: Numbers of the styles.
        namespace: Of spreadsheets, as the workbook has it.
        related: That of relationships.
    """
    last = f"{column_letters(len(columns))}{max(len(rows), 1) + 1}"
    targets: dict[str, str] = {}
    links = [link for at, row in enumerate(rows, 2) for link in _links(at, row, targets)]
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{column.width}" customWidth="1"/>'
        for at, column in enumerate(columns, 1)
    )
    head = "".join(
        _text(f"{column_letters(at)}1", column.heading, looks.heading)
        for at, column in enumerate(columns, 1)
    )
    room = [column.width for column in columns]
    body = "".join(_row(at, row, looks, room) for at, row in enumerate(rows, 2))
    hyperlinks = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}" xmlns:r="{related}">'
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
        ' activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'
        f'</sheetViews><sheetFormatPr defaultRowHeight="{_HEIGHT}"/><cols>{widths}</cols>'
        f'<sheetData><row r="1">{head}</row>{body}</sheetData>'
        f"{hyperlinks}"
        '<pageSetup orientation="landscape" fitToHeight="0"/>'
        '<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts></worksheet>'
    )
    return xml.encode(), targets


def table_xml(columns: Sequence[Column], rows: int, number: int, namespace: str) -> bytes:
    """The part with the table."""
    area = f"A1:{column_letters(len(columns))}{max(rows, 1) + 1}"
    named = "".join(
        f'<tableColumn id="{at}" name={quoteattr(column.heading)}/>'
        for at, column in enumerate(columns, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<table xmlns="{namespace}" id="{number}" name="Trace_{number}"'
        f' displayName="Trace_{number}" ref="{area}" totalsRowShown="0">'
        f'<autoFilter ref="{area}"/><tableColumns count="{len(columns)}">{named}</tableColumns>'
        f'<tableStyleInfo name="{_STYLE}" showFirstColumn="0" showLastColumn="0"'
        ' showRowStripes="1" showColumnStripes="0"/></table>'
    ).encode()


def _row(at: int, row: TraceRow, looks: Looks, room: Sequence[float]) -> str:
    cells = []
    for place, text in enumerate(row.texts):
        name = f"{column_letters(place + 1)}{at}"
        if place == VALUE:
            cells.append(f'<c r="{name}" s="{looks.number}"><v>{row.number!r}</v></c>')
            continue
        is_link = place == CELL or (place == FACT and row.fact_link)
        is_link = is_link or bool(place == SOURCE and row.source_link)
        if text:
            cells.append(_text(name, text, looks.link if is_link else looks.words))
    lines = max(map(_lines, row.texts, room))
    height = min(lines * _HEIGHT, HIGHEST_ROW)
    return f'<row r="{at}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def _lines(text: str, room: float) -> int:
    """How many lines a text takes in a column of so many characters, of which Chinese are two."""
    widths = map(_width, text.split("\n"))
    return sum(max(1, ceil(width / (room - _MARGIN))) for width in widths)


@lru_cache(maxsize=50_000)
def _width(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(1 + (east_asian_width(sign) in "WF") for sign in line)


def _links(at: int, row: TraceRow, targets: dict[str, str]) -> list[str]:
    place = quoteattr(f"{sheet_reference(row.sheet)}!{row.cell}")
    links = [f'<hyperlink ref="{column_letters(CELL + 1)}{at}" location={place}/>']
    for column, link in ((FACT, row.fact_link), (SOURCE, row.source_link)):
        if link:
            address, _, passage = link.partition("#")
            id_ = targets.setdefault(address, f"rIdLink{len(targets) + 1}")
            where = f" location={quoteattr(passage)}" if passage else ""
            links.append(f'<hyperlink ref="{column_letters(column + 1)}{at}" r:id="{id_}"{where}/>')
    return links


def _text(name: str, text: str, look: int) -> str:
    return (
        f'<c r="{name}" s="{look}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(_storable(text))}</t></is></c>"
    )


def _storable(text: str) -> str:
    """A text as a cell can hold it: no control characters, nothing that Excel takes for one."""
    if text.isprintable() and "_x" not in text:
        return shortened(text, CELL_TEXT)
    plain = "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in text)
    plain = "".join(sign for sign in plain if not "\ud800" <= sign <= "\udfff")
    return shortened(plain.replace("_x", "_x005F_x"), CELL_TEXT)
