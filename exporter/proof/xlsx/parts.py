"""What a worksheet has around its cells: tables, data validations, links, charts, hidden rows."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring
from zipfile import ZipFile

from exporter.proof.xlsx.cell_words import position
from exporter.proof.xlsx.cells import Position
from exporter.proof.xlsx.charts import ExcelChart, read_chart
from exporter.proof.xlsx.header_picture import header_pictures
from exporter.proof.xlsx.package import Relationship, read_relationships
from exporter.proof.xlsx.page_setup import read_page
from exporter.proof.xlsx.plain_cells import is_hidden
from exporter.proof.xlsx.same_parts import read_once
from exporter.proof.xlsx.shared_strings import MAIN
from exporter.proof.xlsx.sheet_stream import SheetStream
from exporter.proof.xlsx.sparklines import take_sparklines

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# What a sheet refers to that shows nothing by itself, or is read as a part of it.
UNFILTERABLE = "without filter buttons"
_PANES = "{*}sheetViews/{*}sheetView/{*}pane"
_EXPECTED_KINDS = {"hyperlink", "table", "drawing", "printerSettings", "vmlDrawing", "comments"}


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """An Excel table; `odd` names what hides or adds rows: a filter, no header row, totals."""

    name: str
    range: str
    headers: tuple[str, ...]
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything on a sheet that is no cell.

    Attributes:
        links: What its cells open.
        tables: Its tables.
        data_validations: Drop-down lists and other rules of entry: what they allow, by range.
        conditional_formats: Formulas of conditional formats by range.
        comments: By cell.
        hidden: Rows and columns that do not show.
        merged: Merged ranges.
        footer: What the page's header and footer say, part by part.
        page: How it is printed, in words, by what is set.
        frozen: The first cell below and right of frozen panes, or "".
        sparklines: Small pictures, each in words, by the cell that it is in.
        charts: Its charts.
        alt_texts: Alternative texts of everything drawn on it.
        drawn: What else is drawn: pictures, shapes.
        paper: Excel's number for what it is printed on, or "".
        header_picture: What stands in the page's header as dots; empty for nothing.
        others: Further kinds of parts that it refers to.
        repeated: Ids that it, or what is drawn on it, gives to several parts or addresses.
    """

    links: Mapping[Position, str]
    tables: tuple[ExcelTable, ...]
    data_validations: Mapping[str, str]
    conditional_formats: Mapping[str, str]
    comments: Mapping[Position, str]
    hidden: tuple[str, ...]
    merged: tuple[str, ...]
    footer: tuple[str, ...]
    page: Mapping[str, str]
    frozen: str
    sparklines: Mapping[str, tuple[str, ...]]
    charts: tuple[ExcelChart, ...]
    alt_texts: tuple[str, ...]
    drawn: tuple[str, ...]
    paper: str
    header_picture: tuple[bytes, ...]
    others: tuple[str, ...]
    repeated: tuple[str, ...]


def read_parts(archive: ZipFile, path: str, stream: SheetStream, name: str = "") -> Parts:
    """The parts of a sheet, once all its rows have been read.

    Args:
        archive: The workbook's file.
        path: The part that holds the sheet.
        stream: The sheet, at its end.
        name: What the sheet is called.
    """
    root = fromstring(stream.frame())  # noqa: S314 - as in package
    relationships = read_relationships(archive, path)
    links = {link.first: str(link) for link in _take_links(root, relationships.by_id)}
    sparklines = dict(take_sparklines(root, name))
    parser = _parsed(tostring(root))
    targets: dict[str, list[str]] = {}
    for related in relationships.all:
        targets.setdefault(related.kind, []).append(related.target)
    charts, alt_texts, drawn, repeated = _drawings(archive, targets.get("drawing", ()))
    merged = getattr(parser.merged_cells, "mergeCell", ())
    return Parts(
        links=links,
        tables=tuple(
            _table(archive.read(relationships.by_id[part.id].target))
            for part in parser.tables.tablePart
        ),
        data_validations=dict(_data_validations(parser)),
        conditional_formats={str(area.sqref): _rules(area) for area in parser.formatting},
        comments=dict(_comments(archive, targets.get("comments", ()))),
        hidden=tuple(_hidden(parser, stream.hidden)),
        merged=tuple(area.ref for area in merged),
        footer=footer_parts(getattr(parser, "HeaderFooter", None)),
        page=read_page(root),
        frozen="; ".join(pane.get("topLeftCell", "") for pane in root.iterfind(_PANES)),
        sparklines=sparklines,
        charts=charts,
        alt_texts=alt_texts,
        drawn=drawn,
        paper=str(getattr(getattr(parser, "page_setup", None), "paperSize", None) or ""),
        header_picture=tuple(header_pictures(archive, targets.get("vmlDrawing", ()), root)),
        others=tuple(sorted(set(targets) - _EXPECTED_KINDS)),
        repeated=(*relationships.repeated, *repeated),
    )


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link as a worksheet has it: over which cells, what they open, what it tells when hovered.

    Attributes:
        area: `J5`, or `J5:J9`.
        target: An address, or `internal:` and a cell.
        tip: The tip, or "".
    """

    area: str
    target: str
    tip: str

    def __str__(self) -> str:
        """What it opens, and what else it has."""
        over = f" over {self.area}" if ":" in self.area else ""
        return f"{self.target}{over}" + (f" with the tip {self.tip!r}" if self.tip else "")

    @property
    def first(self) -> Position:
        """The first of its cells."""
        return position(self.area.partition(":")[0])

    @property
    def last(self) -> Position:
        """The last of its cells."""
        return position(self.area.rpartition(":")[2])


def read_links(archive: ZipFile, path: str, stream: SheetStream) -> Iterator[Hyperlink]:
    """The links of a sheet, once all its rows have been read."""
    root = fromstring(stream.frame())  # noqa: S314 - as in package
    yield from _take_links(root, read_relationships(archive, path).by_id)


def _take_links(sheet: Element, relationships: Mapping[str, Relationship]) -> Iterator[Hyperlink]:
    """What cells open; the links, which may be many, are taken out of the worksheet."""
    for links in sheet.findall(f"{{{MAIN}}}hyperlinks"):
        for element in links:
            id_, location = element.get(_ID), element.get("location", "")
            address = relationships[id_].target if id_ else "internal:"
            target = f"{address}{'#' if id_ and location else ''}{location}"
            yield Hyperlink(element.attrib["ref"], target, element.get("tooltip", ""))
        sheet.remove(links)


@read_once
def _parsed(sheet: bytes) -> Any:
    """A sheet without rows as openpyxl's parser has read it."""
    from openpyxl.worksheet._reader import WorkSheetParser

    parser = WorkSheetParser(io.BytesIO(sheet), [])
    if list(parser.parse()):
        raise ValueError("rows stand outside of the element for rows")
    return parser


def footer_parts(page: Any) -> tuple[str, ...]:
    """What openpyxl's headers and footers say, as `oddFooter.left: …`; not those that are blank."""
    if page is None:
        return ()
    kinds = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    parts = ((kind, side, getattr(getattr(page, kind), side))
             for kind in kinds for side in ("left", "center", "right"))  # fmt: skip
    return tuple(f"{kind}.{side}: {part}" for kind, side, part in parts if part)


@read_once
def _table(part: bytes) -> ExcelTable:
    from openpyxl.worksheet.table import Table
    from openpyxl.xml.functions import fromstring

    table = Table.from_tree(fromstring(part))
    area = table.autoFilter
    odd = {
        UNFILTERABLE: area is None,
        "filtered": area is not None and bool(area.filterColumn),
        "sorted": table.sortState is not None or (area is not None and area.sortState is not None),
        f"with a filter over {area and area.ref}": area is not None and area.ref != table.ref,
        "without its header row": table.headerRowCount == 0,
        "with a totals row": bool(table.totalsRowCount),
    }
    headers = tuple(column.name for column in table.tableColumns)
    marks = tuple(mark for mark, holds in odd.items() if holds)
    return ExcelTable(table.displayName, table.ref, headers, marks)


def _data_validations(parser: Any) -> Iterator[tuple[str, str]]:
    rules = getattr(parser, "data_validations", None)
    for rule in rules.dataValidation if rules else ():
        yield str(rule.sqref), f"{rule.type} {rule.formula1}"


def _rules(area: Any) -> str:
    return " and ".join(" ".join([rule.type, *rule.formula]) for rule in area.rules)


def _comments(archive: ZipFile, paths: Iterable[str]) -> Iterator[tuple[Position, str]]:
    from openpyxl.comments.comment_sheet import CommentSheet
    from openpyxl.xml.functions import fromstring

    for path in paths:
        for ref, comment in CommentSheet.from_tree(fromstring(archive.read(path))).comments:
            yield position(ref), comment.text


def _hidden(parser: Any, rows: Iterable[int]) -> Iterator[str]:
    for row in sorted(rows):
        yield f"row {row + 1}"
    for letters, column in parser.column_dimensions.items():
        if is_hidden(column, "width"):
            yield f"column {letters}"
    usual = getattr(parser, "sheet_format", None)
    if usual is not None and usual.zeroHeight:
        yield "rows without a height"


def _drawings(
    archive: ZipFile, paths: Iterable[str]
) -> tuple[tuple[ExcelChart, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Charts, alternative texts, the kinds of what is drawn beside charts, and repeated ids."""
    charts: list[ExcelChart] = []
    alt_texts: list[str] = []
    drawn: list[str] = []
    repeated: list[str] = []
    for path in paths:
        root = fromstring(archive.read(path))  # noqa: S314 - as in package
        alt_texts += [e.get("descr", "") for e in root.iter() if _tag(e) == "cNvPr"]
        drawn += [_tag(e) for e in root.iter() if _tag(e) in {"pic", "sp", "cxnSp", "grpSp"}]
        relationships = read_relationships(archive, path)
        repeated += relationships.repeated
        columns = [int(e.text or -1) for e in root.iterfind(".//{*}from/{*}col")]
        for related in relationships.all:
            if related.kind == "chart":
                chart = read_chart(fromstring(archive.read(related.target)))  # noqa: S314
                column = columns[len(charts)] if len(charts) < len(columns) else -1
                charts.append(replace(chart, column=column))
            else:
                drawn.append(related.kind)
    return tuple(charts), tuple(alt_texts), tuple(drawn), tuple(repeated)


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
