"""What a workbook brings back into a report: found step by step, then written."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from exporter.editions.pull.another_report import refuse_another
from exporter.editions.pull.base import Base, base_of
from exporter.editions.pull.compared import compare
from exporter.editions.pull.days_of_sources import leave_days_of_sources
from exporter.editions.pull.further_sheets import with_further_sheets
from exporter.editions.pull.judged import judge
from exporter.editions.pull.meanings import edits_of
from exporter.editions.pull.merged import Merged, has_moved, merge
from exporter.editions.pull.model import Change, Conflict, Place, Pulled, Refusal
from exporter.editions.pull.new_rows import Added, read_added
from exporter.editions.pull.old_translations import (
    leave_old_translations,
    notes_of_old_translations,
)
from exporter.editions.pull.present import PresentFacts, Row, read_present
from exporter.editions.pull.referred import refused_deletions
from exporter.editions.pull.sheets import FoundBook, read_book
from exporter.editions.pull.shown import ShownBook, show
from exporter.editions.pull.sound import withdraw_unsound
from exporter.editions.pull.whole_facts import hold_back
from exporter.editions.pull.written import edit_files
from exporter.edits.changed import write_changed
from exporter.errors import ContentError, Problem
from exporter.proof.manifest import Content
from exporter.proof.xlsx.cell_words import position

_Told = TypeVar("_Told", Change, Refusal, Conflict)


def find_pulled(
    folder: Path,
    workbook: Path,
    output: Path | None = None,
    allow: Sequence[str] = (),
    read: Callable[[], FoundBook] | None = None,
) -> Pulled:
    """What a workbook brings back into a report; nothing is written yet.

    Args:
        folder: The report's.
        workbook: The file, as somebody saved it.
        output: The folder that it was built into, where the report does not know it.
        allow: What the report may reach outside its folder.
        read: What gives the workbook, where somebody reads it already.

    Raises:
        ContentError: The report's facts are not whole, or the workbook is of another report,
            or none.
        UsageError: There is no report, or no such output.
        SetupError: A file cannot be read.
    """
    present = read_present(folder, allow)
    base = base_of(folder, workbook, output)
    content = base.content or _as_content(present)
    found = read() if read else read_book(workbook)
    refuse_another(workbook, found, base, present)
    book = show(content, found)
    if book is None:
        wrong = "it has no sheet with facts that was built"
        right = "name a workbook that `exporter build` wrote, with the headings of its tables"
        raise ContentError([Problem(str(workbook), 0, "", wrong, right)])
    if base.content is None:
        return _pulled(_of_facts_alone(book), found, present, base)
    return _pulled(book, found, present, base)


def write_pulled(folder: Path, pulled: Pulled) -> None:
    """Write what a workbook brings back; all of it or nothing.

    Raises:
        SetupError: A file cannot be written.
    """
    write_changed(folder, pulled.contents)


def _as_content(present: PresentFacts) -> Content:
    """What a workbook made of the facts as they are now would be made from."""
    report = present.report
    return Content(report, report.languages, present.facts(), (), present.sources)


def _of_facts_alone(book: ShownBook) -> ShownBook:
    """A workbook of which only facts are compared: all else may say what was true at its time."""
    return replace(book, sheets=tuple(replace(sheet, above={}) for sheet in book.sheets), others={})


def _pulled(book: ShownBook, found: FoundBook, present: PresentFacts, known: Base) -> Pulled:
    book, notes = with_further_sheets(book, found, present.report)
    compared = compare(book, found)
    if known.content is None:
        leave_days_of_sources(compared, present)
    named = {*(cell.place.fact for cell in compared.cells), *compared.gone}
    base = {id_: book.fact(id_) for id_ in sorted(named)}
    edits, refusals = edits_of(compared, book, base, present)
    added, of_rows = read_added(compared.added, present)
    gone = {
        id_: Place(sheet, "", id_)
        for id_, sheet in compared.gone.items()
        if id_ not in added.said  # its row is there, without the id that it was given since
    }
    leave_old_translations(edits, base, present, book.lang)
    merged = merge(edits, gone, base, present)
    judge(merged, added, edits, present)
    hold_back(merged, refusals, compared.cells)
    for id_, fault in refused_deletions(present, merged.deleted.keys(), _entities(added)).items():
        merged.withdraw(id_, Refusal(merged.deleted[id_], fault))
    withdraw_unsound(merged, added, edits, present)
    notes += notes_of_old_translations(merged, present)
    diff, contents, of_files = edit_files(merged, added, present)
    unwritten = {refusal.place.fact for refusal in of_files}
    changes = _changes(merged, added, base, unwritten)
    told = [*compared.refusals, *refusals, *of_rows, *merged.refusals, *of_files]
    return Pulled(
        _in_order(changes, found),
        _in_order(dict.fromkeys(told), found),
        _in_order(merged.conflicts, found),
        (*notes, *compared.notes, *added.notes),
        diff,
        contents,
        known.missing,
        bool(compared.cells or compared.added or compared.gone),
        has_moved(book.facts, present.meant),
    )


def _entities(added: Added) -> set[str]:
    return {row["entity"] for row in added.rows.values()}


def _changes(
    merged: Merged, added: Added, base: Mapping[str, Row], unwritten: Collection[str]
) -> list[Change]:
    """What is written, but for facts that no file takes."""
    changes = [change for some in merged.changes.values() for change in some]
    changes += (
        Change(added.places[id_], "", "", row["metric.en"] or row["metric.zh"])
        for id_, row in added.rows.items()
    )
    changes += (
        Change(place, "", base[id_]["metric.en"], "") for id_, place in merged.deleted.items()
    )
    return [change for change in changes if change.place.fact not in unwritten]


def _in_order(told: Iterable[_Told], found: FoundBook) -> tuple[_Told, ...]:
    """What is told, in the order of its cells."""
    order = {name: at for at, name in enumerate(found.names)}

    def place_of(one: _Told) -> tuple[int, int, int]:
        sheet, cell, _ = one.place
        row, column = position(cell) if cell else (0, 0)
        return order.get(sheet, -1), row, column

    return tuple(sorted(told, key=place_of))
