"""Sheets that somebody added, for entities of the report that the workbook had no sheet of.

An entity without facts has no sheet. Whoever has a first fact of it adds one: with its name and the
headings of the others, and rows without ids.
"""

from dataclasses import replace

import pyarrow as pa

from exporter.editions.pull.compared import renamed
from exporter.editions.pull.sheets import WITHOUT_FACTS, FoundBook
from exporter.editions.pull.shown import ShownBook, ShownSheet, sheet_entities
from exporter.report.definition import ReportDefinition

_WITH_IDS = (
    "its rows have the ids of facts of other sheets, and nothing of it is taken; empty them where "
    "the rows are new facts, on a sheet that has the name of their entity"
)
_NO_ENTITY = (
    "no entity of the report has this name, and nothing of it is taken; add the entity to "
    "report.yaml where its rows are facts"
)
_NO_HEADINGS = (
    "it has the name of an entity, but no row with the headings of the other sheets, and nothing "
    "of it is taken; copy theirs where its rows are facts"
)


def with_further_sheets(
    book: ShownBook, found: FoundBook, report: ReportDefinition
) -> tuple[ShownBook, list[str]]:
    """The workbook as laid out, with a blank sheet for each one that was added.

    Args:
        book: As it was laid out.
        found: As it was found.
        report: The definition of today.

    Returns:
        The workbook; and why other sheets are left alone that may hold facts.
    """
    names = dict(sheet_entities(report, book.lang))
    ours = {sheet.name for sheet in book.sheets} | {sheet.name for _, sheet in renamed(book, found)}
    ours |= {label.in_(book.lang) for label in WITHOUT_FACTS}
    blank, notes = [], []
    for sheet in found.sheets:
        if sheet.name in ours or not sheet.rows.filled().any():
            continue
        if any(sheet.ids()):
            notes.append(f"{sheet.name}: {_WITH_IDS}")
        elif sheet.name not in names:
            notes.append(f"{sheet.name}: {_NO_ENTITY}")
        else:
            ids = pa.array([], pa.string())
            blank.append(ShownSheet(sheet.name, names[sheet.name], {}, ids, {}))
    known = ours | {sheet.name for sheet in found.sheets}
    notes += (
        f"{name}: {_NO_HEADINGS}" for name in found.names if name in names and name not in known
    )
    return replace(book, sheets=(*book.sheets, *blank)), notes
