"""Small pictures in cells: as read from a sheet's extensions, and compared with those laid out."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from exporter.proof.difference import Difference, unlike
from exporter.proof.xlsx.cell_words import cell_name
from exporter.proof.xlsx.charts import first_unlike, plain_range
from exporter.report.xlsx.model import Sheet, Sparkline, Workbook

_GROUPS = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"  # Excel's name for the extension


def take_sparklines(root: Element, sheet: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Take the extensions out of a worksheet: each small picture in words, by its cell.

    What else stands there is named by itself. openpyxl knows none of it, and warns.

    Args:
        root: The worksheet without its rows.
        sheet: Its name.
    """
    for extensions in root.findall("{*}extLst"):
        root.remove(extensions)
        for extension in extensions:
            if extension.get("uri") != _GROUPS:
                yield f"extension {extension.get('uri')}", ("there",)
            for group in extension.iterfind(".//{*}sparklineGroup"):
                looks = _look(group)
                for line in group.iterfind("{*}sparklines/{*}sparkline"):
                    cell = line.findtext("{*}sqref") or ""
                    yield cell, (plain_range(line.findtext("{*}f") or "", sheet), *looks)


def _look(group: Element) -> tuple[str, ...]:
    said = [f"{name} {_number(group.get(name, ''))}" for name in sorted(group.keys())]
    colours = {
        kind: f"{kind} #{element.get('rgb', '')[2:]}"
        for kind in ("colorSeries", "colorNegative")
        for element in group.iterfind(f"{{*}}{kind}")
    }
    return (*said, *colours.values())


def _number(text: str) -> str:
    """A number as the layout writes it: files write one in several ways."""
    try:
        return f"{float(text):g}"
    except ValueError:
        return text


def compare_sparklines(
    book: Workbook, sheet: Sheet, actual: Mapping[str, tuple[str, ...]]
) -> Iterator[Difference]:
    """Compare the small pictures of a sheet with those laid out."""
    expected = {cell_name(one.row, one.column): _expected(book, one) for one in sheet.sparklines}
    for cell in dict.fromkeys((*expected, *actual)):
        pair = first_unlike(expected.get(cell, ()), actual.get(cell, ()))
        if pair is not None:
            yield unlike(f"{sheet.name}!{cell}", "sparkline", *pair)


def _expected(book: Workbook, line: Sparkline) -> tuple[str, ...]:
    cells = f"{cell_name(line.row, line.first)}:{cell_name(line.row, line.last)}"
    said = {"displayEmptyCellsAs": "gap", "negative": "1", "type": "column"}
    for name_of, kind, end in (("Min", "min", line.least), ("Max", "max", line.most)):
        if end is not None:
            said |= {f"{kind}AxisType": "custom", f"manual{name_of}": f"{end:g}"}
    looks = [f"{key} {said[key]}" for key in sorted(said)]
    colours = [
        f"colorSeries {book.accent.upper()}",
        f"colorNegative {book.theme.sheet.negative.upper()}",
    ]
    return (cells, *looks, *colours)
