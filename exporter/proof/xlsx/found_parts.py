"""What a worksheet has around its cells: tables, lists, alerts, links, charts, hidden rows."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring
from zipfile import ZipFile

from exporter.proof.xlsx.found_cells import Cell
from exporter.proof.xlsx.found_links import read_relations, take_links

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# What a sheet refers to that shows nothing by itself, or is read as a part of it.
_EXPECTED_KINDS = {"hyperlink", "table", "drawing", "printerSettings", "vmlDrawing", "comments"}


@dataclass(frozen=True, slots=True)
class FoundTable:
    """An Excel table; `odd` names what hides or adds rows: a filter, no header row, totals."""

    name: str
    range: str
    headers: tuple[str, ...]
    odd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundChart:
    """A chart: what is written on it, the ranges it draws and what it remembers of them."""

    texts: tuple[str, ...]
    ranges: tuple[str, ...]
    labels: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundParts:
    """Everything on a sheet that is no cell.

    Attributes:
        tables: Its tables.
        lists: Drop-down lists and other rules of entry: what they allow, by range.
        alerts: Formulas of conditional formats by range.
        notes: Comments by cell.
        hidden: Rows and columns that do not show.
        merged: Merged ranges.
        footer: What the page's header and footer say, part by part.
        charts: Its charts.
        alt_texts: Alternative texts of everything drawn on it.
        drawn: What else is drawn: pictures, shapes.
        others: Further kinds of parts that it refers to.
    """

    tables: tuple[FoundTable, ...] = ()
    lists: Mapping[str, str] = field(default_factory=dict)
    alerts: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[Cell, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    charts: tuple[FoundChart, ...] = ()
    alt_texts: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def read_parts(
    archive: ZipFile, path: str, frame: bytes, noted: Mapping[int, Mapping[str, str]]
) -> tuple[FoundParts, dict[Cell, str]]:
    """The parts of a sheet and its links by cell.

    Args:
        archive: The workbook's file.
        path: The part that holds the sheet.
        frame: That part without its rows.
        noted: The attributes of rows that may not show, by their number from 1.
    """
    root = fromstring(frame)  # noqa: S314 - as in found_links
    relations = read_relations(archive, path)
    links = dict(take_links(root, relations))
    parser = _parsed(root)
    targets: dict[str, list[str]] = {}
    for one in relations.values():
        targets.setdefault(one.kind, []).append(one.target)
    charts, alt_texts, drawn = _drawings(archive, targets.get("drawing", ()))
    merged = getattr(parser.merged_cells, "mergeCell", ())
    parts = FoundParts(
        tables=tuple(_table(archive, relations[one.id].target) for one in parser.tables.tablePart),
        lists=dict(_lists(parser)),
        alerts={str(one.sqref): _rules(one) for one in parser.formatting},
        notes=dict(_notes(archive, targets.get("comments", ()))),
        hidden=tuple(_hidden(parser, noted)),
        merged=tuple(one.ref for one in merged),
        footer=footer_parts(getattr(parser, "HeaderFooter", None)),
        charts=charts,
        alt_texts=alt_texts,
        drawn=drawn,
        others=tuple(sorted(set(targets) - _EXPECTED_KINDS)),
    )
    return parts, links


def table_names(archive: ZipFile, path: str) -> set[str]:
    """The names of all tables that a sheet refers to."""
    related = read_relations(archive, path).values()
    tables = (archive.read(one.target) for one in related if one.kind == "table")
    return {fromstring(table).get("displayName", "") for table in tables}  # noqa: S314 - as below


def _parsed(sheet: Element) -> Any:
    """A sheet without rows as openpyxl's parser has read it."""
    from openpyxl.worksheet._reader import WorkSheetParser

    parser = WorkSheetParser(io.BytesIO(tostring(sheet)), [])
    if list(parser.parse()):
        raise ValueError("rows stand outside of the element for rows")
    return parser


def footer_parts(found: Any) -> tuple[str, ...]:
    """What openpyxl's headers and footers say, as `oddFooter.left: …`; not those that are blank."""
    if found is None:
        return ()
    kinds = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    parts = ((kind, side, getattr(getattr(found, kind), side))
             for kind in kinds for side in ("left", "center", "right"))  # fmt: skip
    return tuple(f"{kind}.{side}: {part}" for kind, side, part in parts if part)


def _table(archive: ZipFile, path: str) -> FoundTable:
    from openpyxl.worksheet.table import Table
    from openpyxl.xml.functions import fromstring

    table = Table.from_tree(fromstring(archive.read(path)))
    area = table.autoFilter
    odd = {
        "without filter buttons": area is None,
        "filtered": area is not None and bool(area.filterColumn),
        "sorted": table.sortState is not None or (area is not None and area.sortState is not None),
        f"with a filter over {area and area.ref}": area is not None and area.ref != table.ref,
        "without its header row": table.headerRowCount == 0,
        "with a totals row": bool(table.totalsRowCount),
    }
    headers = tuple(column.name for column in table.tableColumns)
    marks = tuple(mark for mark, holds in odd.items() if holds)
    return FoundTable(table.displayName, table.ref, headers, marks)


def _lists(parser: Any) -> Iterator[tuple[str, str]]:
    rules = getattr(parser, "data_validations", None)
    for rule in rules.dataValidation if rules else ():
        yield str(rule.sqref), f"{rule.type} {rule.formula1}"


def _rules(area: Any) -> str:
    return " and ".join(" ".join([rule.type, *rule.formula]) for rule in area.rules)


def _notes(archive: ZipFile, paths: Any) -> Iterator[tuple[Cell, str]]:
    from openpyxl.comments.comment_sheet import CommentSheet
    from openpyxl.xml.functions import fromstring

    for path in paths:
        for ref, note in CommentSheet.from_tree(fromstring(archive.read(path))).comments:
            yield cell_of(ref), note.text


def _hidden(parser: Any, noted: Mapping[int, Mapping[str, str]]) -> Iterator[str]:
    for number, row in noted.items():
        if _does_not_show(row, "ht"):
            yield f"row {number}"
    for letters, column in parser.column_dimensions.items():
        if _does_not_show(column, "width"):
            yield f"column {letters}"
    usual = getattr(parser, "sheet_format", None)
    if usual is not None and usual.zeroHeight:
        yield "rows without a height"


def _does_not_show(attributes: Mapping[str, str], size: str) -> bool:
    hidden = attributes.get("hidden") in {"1", "true"}
    return hidden or float(attributes.get(size, 1)) == 0


def _drawings(
    archive: ZipFile, paths: Any
) -> tuple[tuple[FoundChart, ...], tuple[str, ...], tuple[str, ...]]:
    """Charts, alternative texts, and the kinds of what is drawn beside charts."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path
    from openpyxl.xml.functions import fromstring

    charts, alt_texts, drawn = [], [], []
    for path in paths:
        root = fromstring(archive.read(path))
        alt_texts += [e.get("descr", "") for e in root.iter() if _tag(e) == "cNvPr"]
        drawn += [_tag(e) for e in root.iter() if _tag(e) in {"pic", "sp", "cxnSp", "grpSp"}]
        rels = get_rels_path(path)
        for one in get_dependents(archive, rels) if rels in archive.namelist() else ():
            if one.Type.endswith("/chart"):
                charts.append(_chart(fromstring(archive.read(one.Target))))
            else:
                drawn.append(one.Type.rpartition("/")[2])
    return tuple(charts), tuple(alt_texts), tuple(drawn)


def _chart(root: Any) -> FoundChart:
    written = ("".join(e.text or "" for e in rich.iter(f"{_MAIN}t"))
               for rich in root.iter(f"{_CHART}rich"))  # fmt: skip
    return FoundChart(
        tuple(written),
        tuple(e.text or "" for e in root.iter(f"{_CHART}f")),
        tuple(_cached(root, "strCache")),
        tuple(_cached(root, "numCache")),
    )


def _cached(root: Any, kind: str) -> Iterator[str]:
    for cache in root.iter(f"{_CHART}{kind}"):
        yield from (e.text or "" for e in cache.iter(f"{_CHART}v"))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def cell_of(reference: str) -> Cell:
    """`B7` as row and column from 0."""
    from openpyxl.utils.cell import coordinate_to_tuple

    row, column = coordinate_to_tuple(reference)
    return row - 1, column - 1
