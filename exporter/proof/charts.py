"""The chart beside a table as found, compared with the one laid out."""

from collections.abc import Iterator

from xlsxwriter.utility import xl_range

from exporter.proof.difference import Difference, unlike
from exporter.proof.found_book import FoundSheet
from exporter.proof.found_parts import FoundChart
from exporter.report.model import Chart, Sheet


def compare_charts(sheet: Sheet, found: FoundSheet) -> Iterator[Difference]:
    """Compare what is written on a sheet's chart, what it draws and what it remembers."""
    place = f"{sheet.name} (chart)"
    laid = [sheet.chart] if sheet.chart else []
    if len(found.parts.charts) != len(laid):
        counts = (str(len(laid)), str(len(found.parts.charts)))
        yield unlike(place, "number of charts", *counts)
        return
    for plan, chart in zip(laid, found.parts.charts, strict=True):
        yield from _chart(sheet, plan, chart, place)
    texts = tuple(plan.alt_text for plan in laid)
    if found.parts.alt_texts != texts:
        yield unlike(
            place, "alternative text", " | ".join(texts), " | ".join(found.parts.alt_texts)
        )


def _chart(sheet: Sheet, plan: Chart, found: FoundChart, place: str) -> Iterator[Difference]:
    """What is written on a chart, and the cells that it draws as it remembers them."""
    table = sheet.tables[0]
    top, last = (table.first_row + 1 + row for row in (plan.first_row, plan.last_row))
    rows = slice(plan.first_row, plan.last_row + 1)
    labels, values = table.columns[plan.labels], table.columns[plan.values]
    ranges = tuple(
        xl_range(top, table.first_column + at, last, table.first_column + at)
        for at in (plan.labels, plan.values)
    )
    written = tuple(labels.texts.to_pylist()[rows]) if labels.texts else ()
    numbers = tuple(map(str, values.numbers.to_pylist()[rows])) if values.numbers else ()
    compared = (
        ("text", (plan.title, *plan.shown), found.texts),
        ("range", ranges, tuple(_plain_range(one, sheet.name) for one in found.ranges)),
        ("label", written, found.labels),
        ("value", numbers, tuple(str(float(number)) for number in found.numbers)),
    )
    for what, expected, seen in compared:
        if expected != seen:
            yield unlike(place, what, " | ".join(expected), " | ".join(seen))


def _plain_range(reference: str, sheet: str) -> str:
    """`'Tmall Genie'!$A$5:$A$7` as `A5:A7`, if it is one of that sheet."""
    of, _, cells = reference.rpartition("!")
    name = of[1:-1].replace("''", "'") if of.startswith("'") else of
    return cells.replace("$", "") if name == sheet else reference
