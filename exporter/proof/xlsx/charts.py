"""The charts of a sheet as read, and compared with those laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any
from xml.etree.ElementTree import Element

import pyarrow as pa

from exporter.proof.difference import NOTHING, Difference, unlike
from exporter.proof.xlsx.cell_words import cell_name
from exporter.proof.xlsx.shared_strings import without_escapes
from exporter.report.xlsx.model import Chart, Column, Sheet, Workbook

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_INVERTED = "{http://schemas.microsoft.com/office/drawing/2007/8/2/chart}invertSolidFillFmt"


@dataclass(frozen=True, slots=True)
class ExcelChart:
    """A chart: what is written on it, the ranges it draws and what it remembers of them.

    Attributes:
        texts: Those of its own.
        ranges: Of the names and of the values.
        names: Of the bars; of dates the numbers.
        numbers: The values.
        formats: The number formats that they show in.
        drawn: How it is drawn, in words.
        column: The column in which its left edge lies; -1 where it is tied to none.
    """

    texts: tuple[str, ...]
    ranges: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    formats: tuple[str, ...]
    drawn: tuple[str, ...]
    column: int = -1


def read_chart(root: Element) -> ExcelChart:
    """A chart as its part says it."""
    written = ("".join(e.text or "" for e in rich.iter(f"{_DRAWING}t"))
               for rich in root.iter(f"{_CHART}rich"))  # fmt: skip
    names = [e for part in root.iter(f"{_CHART}cat") for e in part.iter(f"{_CHART}pt")]
    values = [e for part in root.iter(f"{_CHART}val") for e in part.iter(f"{_CHART}pt")]
    return ExcelChart(
        tuple(written),
        tuple(e.text or "" for e in root.iter(f"{_CHART}f")),
        tuple(_held(point) for point in names),
        tuple(_held(point) for point in values),
        tuple(point.get("formatCode", "") for point in values),
        tuple(_drawn(root)),
    )


def _held(point: Element) -> str:
    value = point.find(f"{_CHART}v")
    return "" if value is None else without_escapes(value.text or "")


def _drawn(root: Element) -> Iterator[str]:
    """What decides how bars lie and what stands at them."""
    for kind in ("barDir", "grouping", "tickLblPos", "orientation", "invertIfNegative"):
        yield from (f"{kind} {e.get('val')}" for e in root.iter(f"{_CHART}{kind}"))
    for labels in root.iter(f"{_CHART}dLbls"):
        for element in labels.iter():
            kind = element.tag.removeprefix(_CHART)
            if kind.startswith("show") and element.get("val") not in {"0", "false"}:
                yield kind
            if kind == "numFmt":
                yield f"tied to cells {element.get('sourceLinked')}"
            if kind in {"dLbl", "tx"}:
                yield f"a label of its own ({kind})"
    for fill in root.iter(_INVERTED):
        yield from (f"losses #{e.get('val')}" for e in fill.iter(f"{_DRAWING}srgbClr"))


def compare_charts(
    book: Workbook, sheet: Sheet, charts: Sequence[ExcelChart], alt_texts: Sequence[str]
) -> Iterator[Difference]:
    """Compare what is written on a sheet's chart, what it draws and what it remembers.

    Args:
        book: The workbook as laid out.
        sheet: Its sheet.
        charts: Those of the file.
        alt_texts: Of everything drawn on the file's sheet.
    """
    place = f"{sheet.name} (chart)"
    expected = [sheet.chart] if sheet.chart else []
    if len(charts) != len(expected):
        yield unlike(place, "number of charts", str(len(expected)), str(len(charts)))
        return
    for plan, chart in zip(expected, charts, strict=True):
        yield from _chart(book, sheet, plan, chart)
    texts = tuple(plan.alt_text for plan in expected)
    if tuple(alt_texts) != texts:
        yield unlike(place, "alternative text", " | ".join(texts), " | ".join(alt_texts))


def _chart(book: Workbook, sheet: Sheet, plan: Chart, actual: ExcelChart) -> Iterator[Difference]:
    """What is written on a chart, and the cells that it draws as it remembers them."""
    table = sheet.tables[0]
    names, values = (_cells(sheet, plan.rows, at) for at in (plan.labels, plan.values))
    top = table.first_row + 1
    ranges = tuple(
        _ranges([top + row for row in plan.rows], table.first_column + at)
        for at in (plan.labels, plan.values)
    )
    formats = [book.styles[style].number_format for _, style in values]
    dated = all(isinstance(held, float) for held, _ in names)
    compared = (
        ("text", (plan.title,), actual.texts),
        ("range", ranges, tuple(plain_range(one, sheet.name) for one in actual.ranges)),
        (
            "label",
            tuple(_as_text(held) for held, _ in names),
            tuple(map(_number, actual.names)) if dated else actual.names,
        ),
        (
            "value",
            _shown([_as_text(held) for held, _ in values], formats),
            _shown([_number(one) for one in actual.numbers], actual.formats),
        ),
        ("column", (str(table.last_column + 2),), (str(actual.column),)),
    )
    for what, expected, found in compared:
        if expected != found:
            both = (" | ".join(expected) or NOTHING, " | ".join(found) or NOTHING)
            yield unlike(f"{sheet.name} (chart)", what, *both)
    if (pair := first_unlike(_expected_look(book), actual.drawn)) is not None:
        yield unlike(f"{sheet.name} (chart)", "look", *pair)


def first_unlike(expected: Sequence[str], actual: Sequence[str]) -> tuple[str, str] | None:
    """The first of several things in words that are not as expected; None where all are."""
    pairs = zip_longest(expected, actual, fillvalue=NOTHING)
    return next((pair for pair in pairs if pair[0] != pair[1]), None)


def _expected_look(book: Workbook) -> tuple[str, ...]:
    """Bars to the right, losses to the left in a colour of their own; cells say all else."""
    return (
        "barDir bar", "grouping clustered", "tickLblPos low", "tickLblPos nextTo",
        "orientation maxMin", "orientation minMax", "invertIfNegative 1",
        "tied to cells 1", "showVal", f"losses {book.theme.sheet.negative.upper()}",
    )  # fmt: skip


def _cells(sheet: Sheet, rows: Sequence[int], column: int) -> list[tuple[Any, str]]:
    """What the cells of a column hold in these rows of the sheet's first table, and their style."""
    held: dict[int, tuple[Any, str]] = {}
    first, wanted = 0, set(rows)
    for part in sheet.tables[0].slices():
        inside = [row for row in wanted if first <= row < first + part.rows]
        held |= {row: _cell(part.columns[column], row - first) for row in inside}
        first += part.rows
        if first > max(rows):
            break
    return [held[row] for row in rows]


def _cell(column: Column, row: int) -> tuple[Any, str]:
    number, text = (_at(array, row) for array in (column.numbers, column.texts))
    styles = column.styles
    style = styles if isinstance(styles, str) else styles[row].as_py()
    return (text if number is None else number), style


def _at(array: pa.Array | None, row: int) -> Any:
    return None if array is None else array[row].as_py()


def _as_text(held: Any) -> str:
    return "" if held is None else str(held)


def _shown(values: Sequence[str], formats: Sequence[str]) -> tuple[str, ...]:
    """Values in words, each with its number format."""
    return tuple(f"{value} as {shown}" for value, shown in zip(values, formats, strict=True))


def _number(text: str) -> str:
    """A number in one way, however a program writes it."""
    try:
        return str(float(text))
    except ValueError:
        return text


def _ranges(rows: Sequence[int], column: int) -> str:
    """The cells of some rows, neighbours as one area: `B5:B6`, or `(B5:B5,B9:B9)`."""
    runs = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    areas = [[row for _, row in run] for _, run in runs]
    ends = ((cell_name(area[0], column), cell_name(area[-1], column)) for area in areas)
    joined = ",".join(f"{first}:{last}" for first, last in ends)
    return f"({joined})" if len(areas) > 1 else joined


def plain_range(reference: str, sheet: str) -> str:
    """`'Tmall Genie'!$A$5:$A$7` as `A5:A7`, if it is one of that sheet; so each of several."""
    if reference.startswith("(") and reference.endswith(")"):
        parts = _split(reference[1:-1])
        return f"({','.join(plain_range(part, sheet) for part in parts)})"
    of, _, cells = reference.rpartition("!")
    name = of[1:-1].replace("''", "'") if of.startswith("'") else of
    return cells.replace("$", "") if name == sheet else reference


def _split(references: str) -> list[str]:
    """The references of a list, whose sheets' names may hold commas within quotation marks."""
    parts, quoted, start = [], False, 0
    for at, character in enumerate(references):
        quoted ^= character == "'"
        if character == "," and not quoted:
            parts.append(references[start:at])
            start = at + 1
    return [*parts, references[start:]]
