"""The chart beside a table as found, compared with the one laid out."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from xlsxwriter.utility import xl_range

from exporter.proof.difference import Difference, unlike
from exporter.proof.xlsx.found_parts import FoundChart, FoundParts
from exporter.report.xlsx.model import Chart, Sheet, Slice, Table


def compare_charts(sheet: Sheet, found: FoundParts) -> Iterator[Difference]:
    """Compare what is written on a sheet's chart, what it draws and what it remembers."""
    place = f"{sheet.name} (chart)"
    laid = [sheet.chart] if sheet.chart else []
    if len(found.charts) != len(laid):
        counts = (str(len(laid)), str(len(found.charts)))
        yield unlike(place, "number of charts", *counts)
        return
    for plan, chart in zip(laid, found.charts, strict=True):
        yield from _chart(sheet, plan, chart, place)
    texts = tuple(plan.alt_text for plan in laid)
    if found.alt_texts != texts:
        yield unlike(place, "alternative text", " | ".join(texts), " | ".join(found.alt_texts))


def _chart(sheet: Sheet, plan: Chart, found: FoundChart, place: str) -> Iterator[Difference]:
    """What is written on a chart, and the cells that it draws as it remembers them."""
    table = sheet.tables[0]
    top, last = (table.first_row + 1 + row for row in (plan.first_row, plan.last_row))
    shown = _rows(table, plan.first_row, plan.last_row + 1)
    ranges = tuple(
        xl_range(top, table.first_column + at, last, table.first_column + at)
        for at in (plan.labels, plan.values)
    )
    written = tuple(text for one in shown for text in _listed(one.columns[plan.labels].texts))
    numbers = tuple(
        str(number) for one in shown for number in _listed(one.columns[plan.values].numbers)
    )
    compared = (
        ("text", (plan.title, *plan.shown), found.texts),
        ("range", ranges, tuple(_plain_range(one, sheet.name) for one in found.ranges)),
        ("label", written, found.labels),
        ("value", numbers, tuple(str(float(number)) for number in found.numbers)),
    )
    for what, expected, seen in compared:
        if expected != seen:
            yield unlike(place, what, " | ".join(expected), " | ".join(seen))


def _rows(table: Table, start: int, end: int) -> list[Slice]:
    """The rows from `start` to before `end`, slice by slice."""
    found, row = [], 0
    for part in table.slices():
        if row >= end:
            break
        first, last = max(start - row, 0), min(end - row, part.rows)
        if first < last:
            columns = tuple(one.slice(first, last - first) for one in part.columns)
            found.append(Slice(columns, last - first))
        row += part.rows
    return found


def _listed(array: pa.Array | None) -> list[Any]:
    return [] if array is None else array.to_pylist()


def _plain_range(reference: str, sheet: str) -> str:
    """`'Tmall Genie'!$A$5:$A$7` as `A5:A7`, if it is one of that sheet."""
    of, _, cells = reference.rpartition("!")
    name = of[1:-1].replace("''", "'") if of.startswith("'") else of
    return cells.replace("$", "") if name == sheet else reference
