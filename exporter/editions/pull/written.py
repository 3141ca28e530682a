"""What was merged, as it is to stand in the files of facts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exporter.editions.pull.first_facts import FirstPlace, FirstPlaces
from exporter.editions.pull.merged import Merged
from exporter.editions.pull.model import Place, Refusal
from exporter.editions.pull.new_rows import Added
from exporter.editions.pull.present import PresentFacts, Row
from exporter.edits.fact_edits import FactEdits, Owner, RowEdit
from exporter.edits.facts_files import Change
from exporter.edits.line_diff import diff_of
from exporter.edits.text_edits import CannotEditError
from exporter.errors import Fault
from exporter.facts.table import PLACES, WRITTEN


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to change in one file, fact by fact, with the cells that say so."""

    rows: dict[Owner, RowEdit] = field(default_factory=dict)
    deleted: dict[Owner, Row] = field(default_factory=dict)
    added: dict[str, Row] = field(default_factory=dict)
    beside: dict[str, Owner] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def of(self, ids: Sequence[str]) -> FactEdits:
        """The edits of some facts alone."""
        chosen = set(ids)
        return FactEdits(
            {owner: edit for owner, edit in self.rows.items() if owner[1] in chosen},
            {owner: row for owner, row in self.deleted.items() if owner[1] in chosen},
            {id_: row for id_, row in self.added.items() if id_ in chosen},
            {id_: owner for id_, owner in self.beside.items() if id_ in chosen},
        )


def edit_files(
    merged: Merged, added: Added, present: PresentFacts
) -> tuple[str, dict[Path, bytes], list[Refusal]]:
    """The files with what was merged: a unified diff, their contents, and what cannot be written.

    Of a file that cannot be changed in all ways that are wanted, those are left out that fail by
    themselves.
    """
    diff, contents = "", {}
    refusals: list[Refusal] = []
    for file, wanted in _by_file(merged, added, present).items():
        change, refused = _edited(file, wanted, present)
        refusals += (Refusal(wanted.places[id_], fault) for id_, fault in refused.items())
        if change is not None:
            contents[Path(file)] = change.content
            diff += diff_of(change.before, change.after, file)
    return diff, contents, refusals


def _by_file(merged: Merged, added: Added, present: PresentFacts) -> dict[str, Wanted]:
    files: dict[str, Wanted] = {}
    for id_, columns in merged.columns.items():
        row = present.row(id_)
        wanted = files.setdefault(row["file"], Wanted())
        wanted.rows[row["line"], id_] = RowEdit(row, columns)
        wanted.places[id_] = merged.changes[id_][0].place
    for id_, place in merged.deleted.items():
        row = present.row(id_)
        wanted = files.setdefault(row["file"], Wanted())
        wanted.deleted[row["line"], id_] = row
        wanted.places[id_] = place
    firsts = FirstPlaces(present, merged.deleted.keys())
    for id_, row in added.rows.items():
        beside = _beside(row["entity"], merged, present)
        first = FirstPlace(beside["file"], beside) if beside else firsts.place(row["entity"])
        wanted = files.setdefault(first.file, Wanted())
        said = {name: row[name] for name in WRITTEN.names if name not in PLACES}
        wanted.added[id_] = said | ({"entity": beside["entity"]} if beside else {})
        if first.beside is not None:
            wanted.beside[id_] = first.beside["line"], first.beside["id"]
        wanted.places[id_] = added.places[id_]
    return files


def _beside(entity: str, merged: Merged, present: PresentFacts) -> Row | None:
    """The last fact about an entity, of those that stay where there are any."""
    rows = list(present.of_entity(entity))
    stay = [row for row in rows if row["id"] not in merged.deleted]
    return next(reversed(stay or rows), None)


def _edited(
    file: str, wanted: Wanted, present: PresentFacts
) -> tuple[Change | None, dict[str, Fault]]:
    """A file with what is wanted, or without what cannot be written, which is told."""
    ids = list(wanted.places)
    try:
        return present.files.with_facts(file, wanted.of(ids)), {}
    except CannotEditError as error:
        fault = Fault(str(error), "")
    refused = _refused(ids, fault, lambda some: present.files.with_facts(file, wanted.of(some)))
    left = [id_ for id_ in ids if id_ not in refused]
    try:
        return (present.files.with_facts(file, wanted.of(left)) if left else None), refused
    except CannotEditError as error:
        return None, refused | dict.fromkeys(left, Fault(str(error), ""))


def _refused(
    ids: Sequence[str], fault: Fault, edit: Callable[[Sequence[str]], object]
) -> dict[str, Fault]:
    """Of facts that cannot be edited together, those that cannot be alone: sought by halves.

    Args:
        ids: The facts.
        fault: Why they cannot be, all together.
        edit: Edits some of them.
    """
    if len(ids) == 1:
        return {ids[0]: fault}
    refused: dict[str, Fault] = {}
    middle = len(ids) // 2
    for half in (ids[:middle], ids[middle:]):
        try:
            edit(half)
        except CannotEditError as error:
            refused |= _refused(half, Fault(str(error), ""), edit)
    return refused
