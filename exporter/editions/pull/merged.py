"""What a workbook brings beside what the facts became: new, known already, or in conflict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from exporter.editions.pull.fields import compared_by, field_of, shown_field
from exporter.editions.pull.model import Change, Columns, Conflict, Place, Refusal
from exporter.editions.pull.present import PresentFacts, Row, is_said
from exporter.facts.series import SHOWN
from exporter.facts.table import FACTS, PLACES

_MEANING = tuple(name for name in FACTS.names if name not in PLACES)
DELETED, THERE = "deleted", "there"


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of a field of a fact, as the workbook has it.

    Attributes:
        place: Of the cell.
        key: Of its column.
        columns: Of WRITTEN, with what they are to say.
    """

    place: Place
    key: str
    columns: Columns

    @property
    def field(self) -> str:
        """What it is told as."""
        return field_of(self.key, self.columns)


@dataclass(slots=True)
class Merged:
    """What is to be written.

    Attributes:
        columns: What facts are to say, by their ids.
        changes: The same, as it is told, by fact.
        deleted: The facts that go.
        conflicts: What was changed on both sides.
        refusals: What means nothing.
    """

    columns: dict[str, dict[str, str | None]] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    deleted: dict[str, Place] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def withdraw(self, id_: str, refusal: Refusal) -> None:
        """Write nothing of a fact, and tell why."""
        self.columns.pop(id_, None)
        self.changes.pop(id_, None)
        self.deleted.pop(id_, None)
        self.refusals.append(refusal)


def merge(
    edits: Mapping[str, Sequence[Edit]],
    gone: Mapping[str, Place],
    base: Mapping[str, Row],
    present: PresentFacts,
) -> Merged:
    """Merge the edits of a workbook with what the facts say now.

    Args:
        edits: By fact.
        gone: The facts whose rows were deleted.
        base: The facts that the workbook was made from, by id: all that are named.
        present: The report's facts.
    """
    merged = Merged()
    known = {id_: some for id_, some in edits.items() if id_ in present.ids}
    for id_ in edits.keys() - known.keys():
        merged.conflicts += (_of_deleted(edit, base[id_]) for edit in edits[id_])
    rows = {id_: present.row(id_) for id_ in known}
    wanted = [_with(rows[id_], (edit.columns for edit in some)) for id_, some in known.items()]
    theirs, faults = present.meaning(wanted)
    for id_, some in known.items():
        if id_ in theirs:
            _merge_fact(some, (base[id_], present.fact(id_), theirs[id_]), rows[id_], merged)
        else:
            merged.refusals.append(Refusal(main_place(some), faults[id_]))
    for id_, place in gone.items():
        if id_ in present.ids:
            _merge_gone(id_, place, base[id_], present.fact(id_), merged)
    return merged


def has_moved(base: pa.Table, present: pa.Table) -> bool:
    """Whether facts say something else by now, in whatever order."""
    was, now = (table.select(_MEANING).sort_by("id") for table in (base, present))
    return not was.equals(now)


def main_place(edits: Iterable[Edit]) -> Place:
    """The cell that speaks for the edits of a fact: that of its figure, else the first."""
    some = list(edits)
    order = ("value", "high", "unit", "quote", "qualifier", "source")
    ranked = sorted(some, key=lambda edit: order.index(edit.key) if edit.key in order else 9)
    return ranked[0].place


def _merge_fact(
    edits: Iterable[Edit], sides: tuple[Row, Row, Row], row: Row, merged: Merged
) -> None:
    """Merge the edits of a fact; `sides` are what it was, is, and would be by the workbook."""
    base = sides[0]
    for edit in edits:
        names = compared_by(edit.columns)
        before, present, after = ([side[name] for name in names] for side in sides)
        if after == present:  # both sides say the same by now, or it says what it did
            continue
        units = {(side["unit"], side["unit.en"], side["unit.zh"]) for side in sides}
        told = [_told(edit, side, base, with_unit=len(units) > 1) for side in sides]
        id_ = edit.place.fact
        if before != present:
            merged.conflicts.append(Conflict(edit.place, edit.field, *told))
            continue
        columns = {
            name: value for name, value in edit.columns.items() if not is_said(row[name], value)
        }
        merged.columns.setdefault(id_, {}).update(columns)
        if row["carried"]:  # it was looked at
            merged.columns[id_]["carried"] = None
        change = Change(edit.place, edit.field, told[0], told[2])
        merged.changes.setdefault(id_, []).append(change)


def _told(edit: Edit, side: Row, base: Row, *, with_unit: bool = False) -> str:
    """A side of an edit in words."""
    return shown_field(edit.columns, {SHOWN: base[SHOWN]} | side, with_unit=with_unit)


def _of_deleted(edit: Edit, base: Row) -> Conflict:
    new = next((value for value in edit.columns.values() if value), "")
    return Conflict(edit.place, edit.field, _told(edit, base, base), DELETED, new)


def _merge_gone(id_: str, place: Place, base: Row, now: Row, merged: Merged) -> None:
    changed = [name for name in _MEANING if base[name] != now[name]]
    if changed:
        what = f"changed ({', '.join(changed)})"
        merged.conflicts.append(Conflict(place, "fact", THERE, what, DELETED))
    else:
        merged.deleted[id_] = place


def _with(row: Row, columns: Iterable[Columns]) -> dict[str, Any]:
    """A row of WRITTEN that says something else."""
    new = dict(row)
    for some in columns:
        new |= some
    return new
