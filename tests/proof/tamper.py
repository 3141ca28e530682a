"""Written workbooks changed behind everyone's back: XML edited inside the ZIP, the rest untouched."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

Edit = Callable[[str], str]
BOOK, STYLES, CORE = "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
_ROW = re.compile(r'<row r="(\d+)".*?</row>', re.DOTALL)
_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)


def tamper(
    source: Path, target: Path, edits: Mapping[str, Edit], more: Mapping[str, str] | None = None
) -> Path:
    """Copy a workbook with some of its parts edited and others added; an edit must change something."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename in edits:
                changed = edits[part.filename](content.decode("utf-8")).encode("utf-8")
                assert changed != content, f"nothing changed in {part.filename}"
                content = changed
            new.writestr(part, content)
        for name, text in (more or {}).items():
            new.writestr(name, text)
    assert set(edits) <= set(ZipFile(source).namelist())
    return target


def replacing(old: str, new: str, count: int = 1) -> Edit:
    """Exchange a text that is there."""

    def edit(xml: str) -> str:
        assert old in xml, f"no {old!r}"
        return xml.replace(old, new, count)

    return edit


def sheet_part(path: Path, sheet: str) -> str:
    """The part that holds a sheet."""
    with ZipFile(path) as archive:
        book = archive.read(BOOK).decode("utf-8")
        rels = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")
    id_ = re.search(rf'<sheet name="{re.escape(sheet)}"[^>]*r:id="(\w+)"', book)
    assert id_
    target = re.search(rf'Id="{id_[1]}"[^>]*Target="([^"]+)"', rels)
    assert target
    return f"xl/{target[1]}"


def table_part(path: Path, sheet: str) -> str:
    """The part of a sheet's first table."""
    folder, _, name = sheet_part(path, sheet).rpartition("/")
    with ZipFile(path) as archive:
        rels = archive.read(f"{folder}/_rels/{name}.rels").decode("utf-8")
    target = re.search(r'Target="\.\./(tables/table\d+\.xml)"', rels)
    assert target
    return f"xl/{target[1]}"


@dataclass(frozen=True)
class RawCell:
    """A cell as its XML says: `kind` is its `t`, `style` its `s`, `inner` all that is within."""

    at: str
    attributes: str
    inner: str

    @property
    def kind(self) -> str:
        found = re.search(r'\bt="(\w+)"', self.attributes)
        return found[1] if found else "n"

    @property
    def style(self) -> str:
        found = re.search(r'\bs="(\d+)"', self.attributes)
        return found[1] if found else "0"

    def value(self) -> str:
        found = re.search(r"<v>(.*?)</v>", self.inner)
        return found[1] if found else ""

    def formula(self) -> str:
        found = re.search(r"<f>(.*?)</f>", self.inner)
        return found[1] if found else ""


def raw_cells(xml: str) -> Iterator[RawCell]:
    """The cells of a sheet's XML that hold something."""
    for match in _CELL.finditer(xml):
        if match[3]:
            yield RawCell(match[1], match[2], match[3])


def style_of(xml: str, at: str) -> str:
    """The number of a cell's style."""
    return next(raw.style for raw in raw_cells(xml) if raw.at == at)


def cell(
    at: str, *, inner: str | None = None, kind: str | None = None, style: str | None = None
) -> Edit:
    """Change what is in a cell, its type, or its style."""

    def edit(xml: str) -> str:
        found = next(raw for raw in raw_cells(xml) if raw.at == at)
        old = f'<c r="{at}"{found.attributes}>{found.inner}</c>'
        marks = f' s="{style or found.style}"'
        wanted = found.kind if kind is None else kind
        marks += f' t="{wanted}"' if wanted != "n" else ""
        assert xml.count(old) == 1
        return xml.replace(old, f'<c r="{at}"{marks}>{found.inner if inner is None else inner}</c>')

    return edit


def text(words: str) -> str:
    """The inside of a cell of the kind inlineStr."""
    return f'<is><t xml:space="preserve">{words}</t></is>'


def hide_row(number: int) -> Edit:
    """Hide a row."""
    return replacing(f'<row r="{number}"', f'<row r="{number}" hidden="1"')


def empty_row(number: int) -> Edit:
    """Take a row's cells away; those below stay where they are."""
    return lambda xml: _ROW.sub(lambda row: "" if row[1] == str(number) else row[0], xml)


def delete_row(number: int) -> Edit:
    """Delete a row as Excel does: what is below moves up."""
    return lambda xml: _shifted(empty_row(number)(xml), number, -1)


def insert_row(number: int, of: int, change: Edit = str) -> Edit:
    """Insert a copy of a row, changed, as Excel does: what is there and below moves down."""

    def edit(xml: str) -> str:
        row = next(match[0] for match in _ROW.finditer(xml) if match[1] == str(of))
        xml = _shifted(xml, number - 1, 1)
        copy = change(re.sub(rf'r="([A-Z]*){of}"', rf'r="\g<1>{number}"', row))
        before = [match.end() for match in _ROW.finditer(xml) if int(match[1]) < number]
        return xml[: before[-1]] + copy + xml[before[-1] :]

    return edit


def swap_rows(row: int, other: int) -> Edit:
    """Exchange two rows with all that is in them."""

    def number(found: re.Match[str]) -> str:
        there = {str(row): str(other), str(other): str(row)}.get(found[3], found[3])
        return f'{found[1]}="{found[2]}{there}"'

    return lambda xml: re.sub(r'\b(r|ref)="([A-Z]*)(\d+)"', number, xml)


def exchange_rows(row: int, other: int) -> Edit:
    """Exchange what two rows hold, as Excel saves it: every row stands in the order of its number."""

    def edit(xml: str) -> str:
        rows = {
            int(match[1]): match[0] for match in _ROW.finditer(xml) if int(match[1]) in {row, other}
        }
        for old, new in ((row, other), (other, row)):
            moved = re.sub(rf'r="([A-Z]*){old}"', rf'r="\g<1>{new}"', rows[old])
            xml = xml.replace(rows[new], f"<!{moved}", 1)  # so that it is not taken for the other
        return xml.replace("<!<row", "<row")

    return edit


def swap_sheets(sheet: str, other: str) -> Edit:
    """Exchange two sheets in the workbook's order, with the names that are theirs alone."""

    def edit(xml: str) -> str:
        sheets = re.findall(r"<sheet [^>]*/>", xml)
        at, to = (
            next(n for n, element in enumerate(sheets) if f'name="{name}"' in element)
            for name in (sheet, other)
        )
        places = {str(at): str(to), str(to): str(at)}
        xml = xml.replace(sheets[at], "%").replace(sheets[to], sheets[at]).replace("%", sheets[to])
        return re.sub(
            r'localSheetId="(\d+)"', lambda id_: f'localSheetId="{places.get(id_[1], id_[1])}"', xml
        )

    return edit


def _shifted(xml: str, after: int, by: int) -> str:
    def moved(found: re.Match[str]) -> str:
        row = int(found[3])
        return f'{found[1]}="{found[2]}{row + by if row > after else row}"'

    return re.sub(r'\b(r|ref)="([A-Z]*)(\d+)"', moved, xml)
