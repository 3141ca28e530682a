"""Sheets that somebody added, for entities of the report that the workbook had no sheet of.

An entity without facts has no sheet. Whoever has a first fact of it adds one: with its name and the
headings of the others, and rows without ids.
"""

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa

from exporter.editions.pull.new_rows import NEEDED
from exporter.editions.pull.sheets import FoundBook, FoundSheet
from exporter.editions.pull.shown import ShownBook, ShownSheet, sheet_entities
from exporter.report.definition import ReportDefinition


def with_further_sheets(
    book: ShownBook, found: FoundBook, report: ReportDefinition
) -> tuple[ShownBook, list[str]]:
    """The workbook as laid out, with a blank sheet for each one that was added.

    Args:
        book: As it was laid out.
        found: As it was found.
        report: The definition of today.

    Returns:
        The workbook; and why other sheets with such headings are left alone.
    """
    names = dict(sheet_entities(report, book.lang))
    shown = {sheet.name for sheet in book.sheets}
    entities = {sheet.entity for sheet in book.sheets}
    blank, notes = [], []
    for sheet in found.sheets:
        if sheet.name in shown or not any(_filled_rows(sheet)):
            continue
        entity = names.get(sheet.name)
        if any(sheet.ids()):
            if entity and entity not in entities:
                notes.append(
                    f"{sheet.name}: its rows have the ids of other facts, and nothing of it is "
                    "taken; empty them where the rows are new facts"
                )
        elif entity:
            ids = pa.array([], pa.string())
            blank.append(ShownSheet(sheet.name, entity, {}, ids, {}))
        elif any(_is_fact(sheet, row) for row in _filled_rows(sheet)):
            notes.append(
                f"{sheet.name}: no entity of the report has this name, and nothing of it is taken; "
                "add the entity to report.yaml where its rows are facts"
            )
    return replace(book, sheets=(*book.sheets, *blank)), notes


def _filled_rows(sheet: FoundSheet) -> Iterator[int]:
    filled = sheet.rows.filled()
    return (row for row in range(len(filled)) if filled[row])


def _is_fact(sheet: FoundSheet, row: int) -> bool:
    return all(not sheet.typed(row, key).is_blank for key in NEEDED)
