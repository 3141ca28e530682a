"""The traced copy of a model: its package with links and the sheet Trace added to its parts.

No library saves it anew, which would drop what it does not know. Parts that nothing is added to are
the same bytes; of a sheet's part all stays but for the links of cells that had none.

Source: ECMA-376 Part 1, 18.3.1.99 (worksheet: the order of its children), 18.3.1.47 (hyperlink);
Part 2, 9.3 (relationships), 10.1.2 (content types).
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from exporter.editions.trace.cells import Range, place_of, range_of
from exporter.editions.trace.trace_sheet import Column, Looks, TraceRow, sheet_xml, table_xml
from exporter.editions.trace.xml_parts import count_of, read_part, with_child_before, with_last
from exporter.facts.flat.workbook_parts import WorkbookParts

_TYPES = "[Content_Types].xml"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OF_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OF_STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_AFTER_LINKS = frozenset(
    "printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties"
    " cellWatches ignoredErrors smartTags drawing drawingHF legacyDrawing legacyDrawingHF picture"
    " oleObjects controls webPublishItems tableParts extLst".split()
)
_DATED = (1980, 1, 1, 0, 0, 0)
_LINKED = re.compile(rb"<(?:[\w.-]+:)?hyperlink\s[^>]*?\bref=[\"']([^\"']+)[\"']")
_MOST_LINKS = 65_530  # of a sheet: Excel's limit
_LONGEST_TIP = 255
_WRAPPED = 'wrapText="1"'


class CellLink(NamedTuple):
    """What a cell opens, and what is shown beside it."""

    cell: str
    address: str
    tip: str


class Addition(NamedTuple):
    """What is added to a model.

    Attributes:
        links: By the places of sheets.
        name: Of the sheet Trace.
        headings: Of its columns.
        rows: Of its table.
    """

    links: Mapping[int, Sequence[CellLink]]
    name: str
    headings: Sequence[Column]
    rows: Sequence[TraceRow]


def with_trace(content: bytes, addition: Addition) -> bytes:
    """A workbook with links in cells that have none, and with the sheet Trace at its end.

    Args:
        content: The workbook.
        addition: What is added.

    Raises:
        LookupError, ValueError, ExpatError: It lacks a part that every workbook has.
    """
    with ZipFile(BytesIO(content)) as book:
        parts = WorkbookParts(book, most_read=32_000_000)
        changed: dict[str, bytes] = {}
        for place, links in sorted(addition.links.items()):
            changed |= _with_links(book, parts.sheet_part(place), links)
        changed |= _with_sheet(book, parts, addition)
        return _packed(book, changed)


def _with_links(book: ZipFile, part: str, links: Sequence[CellLink]) -> dict[str, bytes]:
    """A sheet's part, and that of its relationships, with links."""
    xml = book.read(part)
    linked = [range_of(found.decode()) for found in _LINKED.findall(xml)]
    free = [link for link in links if not _is_in(link.cell, linked)]
    free = free[: max(_MOST_LINKS - len(linked), 0)]
    if not free:
        return {}
    shape = read_part(xml)
    related = _OF_STRICT_DOCUMENT if shape.namespace == _STRICT else _OF_DOCUMENT
    rels, path = _relationships(book, part)
    targets = {link.address.partition("#")[0]: "" for link in free}
    ids = _new_ids(rels, len(targets))
    targets = dict(zip(targets, ids, strict=True))
    made = b"".join(_link(link, targets, shape.prefix, related) for link in free)
    if any(child.name == "hyperlinks" for child in shape.children):
        xml = with_last(xml, made, "hyperlinks")
    else:
        tag = shape.prefix + b"hyperlinks"
        xml = with_child_before(xml, b"<" + tag + b">" + made + b"</" + tag + b">", _AFTER_LINKS)
    kind = quoteattr(f"{related}/hyperlink")
    entries = "".join(
        f'<Relationship Id="{id_}" Type={kind} Target={quoteattr(target)} TargetMode="External"/>'
        for target, id_ in targets.items()
    )
    return {part: xml, path: _with_entries(rels, entries)}


def _is_in(cell: str, ranges: Sequence[Range]) -> bool:
    row, column = place_of(cell)
    return any(
        one.row <= row <= one.last_row and one.column <= column <= one.last_column for one in ranges
    )


def _link(link: CellLink, targets: Mapping[str, str], prefix: bytes, related: str) -> bytes:
    address, _, place = link.address.partition("#")
    where = f" location={quoteattr(place)}" if place else ""
    tip = quoteattr(_plain(link.tip)[:_LONGEST_TIP])
    return prefix.join(
        (b"<", f'hyperlink xmlns:r="{related}" ref="{link.cell}" r:id="{targets[address]}"{where}'
               f" tooltip={tip}/>".encode())
    )  # fmt: skip


def _with_sheet(book: ZipFile, parts: WorkbookParts, addition: Addition) -> dict[str, bytes]:
    """The new parts of the sheet Trace, and those that must name it."""
    workbook = book.read(parts.workbook)
    shape = read_part(workbook)
    is_strict = shape.namespace == _STRICT
    related = _OF_STRICT_DOCUMENT if is_strict else _OF_DOCUMENT
    folder = posixpath.dirname(parts.workbook)
    names = {name.casefold() for name in book.namelist()}
    sheet = _free(names, posixpath.join(folder, "worksheets"), "trace")
    table = _free(names, posixpath.join(folder, "tables"), "trace")
    styles_part = parts.part_of("styles")
    styles, looks = _with_looks(book.read(styles_part)) if styles_part else (b"", Looks(0, 0, 0, 0))
    rels, rels_path = _relationships(book, parts.workbook)
    (id_,) = _new_ids(rels, 1)
    tag = quoteattr(addition.name)
    number = 1 + max(
        int(one.get("sheetId", "0")) for one in parts.elements(parts.workbook, "sheet")
    )
    entry = shape.prefix.join(
        (b"<", f'sheet xmlns:r="{related}" name={tag} sheetId="{number}" r:id="{id_}"/>'.encode())
    )
    xml, targets = sheet_xml(addition.headings, addition.rows, looks, shape.namespace, related)
    kind, to_table = f"{related}/worksheet", _from(posixpath.dirname(sheet), table)
    new = {
        parts.workbook: with_last(workbook, entry, "sheets"),
        rels_path: _with_entries(rels, _entry(id_, kind, _from(folder, sheet))),
        _TYPES: _with_types(book.read(_TYPES), sheet, table),
        sheet: xml,
        table: table_xml(addition.headings, len(addition.rows), _table_id(book), shape.namespace),
        _rels_of(sheet): _sheet_relationships(related, to_table, targets),
    }
    return new | ({styles_part: styles} if styles_part else {})


def _sheet_relationships(related: str, table: str, targets: Mapping[str, str]) -> bytes:
    entries = [_entry("rIdTable", f"{related}/table", table)]
    kind = f"{related}/hyperlink"
    for target, id_ in targets.items():
        entries.append(_entry(id_, kind, target).replace("/>", ' TargetMode="External"/>'))
    return _with_entries(b"", "".join(entries))


def _with_looks(styles: bytes) -> tuple[bytes, Looks]:
    """The styles with four more at their end, and their numbers."""
    fonts, looks = count_of(styles, "fonts"), count_of(styles, "cellXfs")
    at = read_part(styles).prefix.decode()
    face = f'<{at}name val="Calibri"/>'
    link = f'<{at}font><{at}u/><{at}sz val="11"/><{at}color rgb="FF0563C1"/>{face}</{at}font>'
    bold = f'<{at}font><{at}b/><{at}sz val="11"/>{face}</{at}font>'
    made = "".join(
        f'<{at}xf numFmtId="0" fontId="{font}" fillId="0" borderId="0" xfId="0" applyAlignment="1"'
        f' applyFont="1"><{at}alignment vertical="top" {way}/></{at}xf>'
        for font, way in (
            (0, _WRAPPED), (fonts, _WRAPPED), (0, 'horizontal="right"'), (fonts + 1, _WRAPPED),
        )
    )  # fmt: skip
    styles = with_last(styles, f"{link}{bold}".encode(), "fonts", 2)
    styles = with_last(styles, made.encode(), "cellXfs", 4)
    return styles, Looks(looks, looks + 1, looks + 2, looks + 3)


def _with_types(types: bytes, sheet: str, table: str) -> bytes:
    at = read_part(types).prefix.decode()
    made = "".join(
        f'<{at}Override PartName="/{part}" ContentType="{_CONTENT}.{kind}+xml"/>'
        for part, kind in ((sheet, "worksheet"), (table, "table"))
    )
    return with_last(types, made.encode())


def _table_id(book: ZipFile) -> int:
    """An id that no table of the workbook has."""
    used = [0]
    for name in book.namelist():
        if "/tables/" in name and name.endswith(".xml"):
            used += [
                int(found) for found in re.findall(rb'\sid=["\']([0-9]+)', book.read(name)[:2000])
            ]
    return max(used) + 1


def _relationships(book: ZipFile, part: str) -> tuple[bytes, str]:
    path = _rels_of(part)
    return (book.read(path) if path in book.namelist() else b""), path


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _with_entries(rels: bytes, entries: str) -> bytes:
    if not rels:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<Relationships xmlns="{_PACKAGE}">{entries}</Relationships>'.encode()
    prefix = read_part(rels).prefix.decode()
    return with_last(rels, entries.replace("<Relationship ", f"<{prefix}Relationship ").encode())


def _entry(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{kind}" Target={quoteattr(target)}/>'


def _new_ids(rels: bytes, count: int) -> list[str]:
    """Ids that no relationship of a part has."""
    used = {found.decode().casefold() for found in re.findall(rb'\sId=["\']([^"\']+)', rels)}
    free = (f"rIdTrace{number}" for number in range(1, count + len(used) + 1))
    return [id_ for id_ in free if id_.casefold() not in used][:count]


def _free(names: set[str], folder: str, stem: str) -> str:
    """A name of a part that there is not yet."""
    possible = (f"{folder}/{stem}{number}.xml" for number in range(1, len(names) + 2))
    return next(name for name in possible if name.casefold() not in names)


def _from(folder: str, part: str) -> str:
    return posixpath.relpath(part, folder)


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _packed(book: ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """The package with some parts exchanged, the others in their order and with their dates."""
    packed = BytesIO()
    with ZipFile(packed, "w") as fresh:
        for old in book.infolist():
            info = ZipInfo(old.filename, old.date_time)
            info.compress_type, info.external_attr = old.compress_type, old.external_attr
            info.create_system, info.comment = old.create_system, old.comment
            fresh.writestr(info, changed.get(old.filename, b"") or book.read(old))
        there = set(book.namelist())
        for name, content in changed.items():
            if name not in there:
                info = ZipInfo(name, _DATED)
                info.compress_type = ZIP_DEFLATED
                fresh.writestr(info, content)
    return packed.getvalue()


def is_traced(content: bytes) -> bool:
    """Whether a workbook is one that a trace has written."""
    try:
        with ZipFile(BytesIO(content)) as book:
            return any(posixpath.basename(name) == "trace1.xml" for name in book.namelist())
    except BadZipFile:
        return False
