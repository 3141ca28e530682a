"""What was edited in a workbook, what it means, and what stands in its way."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from exporter.editions.pull.sheets import Typed
from exporter.errors import Fault
from exporter.facts.words import Lang

Columns = Mapping[str, str | None]  # of WRITTEN, by name; None for what is not said


class Place(NamedTuple):
    """A cell of the workbook, and the fact that it is of; "" for a row that is none yet."""

    sheet: str
    cell: str
    fact: str = ""

    def __str__(self) -> str:
        """As messages name it: `Quark!B7: quark-users`."""
        return ": ".join(filter(None, (f"{self.sheet}!{self.cell}".rstrip("!"), self.fact)))


class CellEdit(NamedTuple):
    """A cell that holds something else than was laid out.

    Attributes:
        key: Of its column.
        shown: What was laid out.
        typed: What it holds.
    """

    place: Place
    key: str
    shown: Typed
    typed: Typed


class NewRow(NamedTuple):
    """A row that shows no fact yet: its cells by the keys of their columns, and their names."""

    sheet: str
    entity: str
    lang: Lang
    cells: Mapping[str, Typed]
    names: Mapping[str, str]

    def place(self, key: str) -> Place:
        """Where one of its cells is."""
        return Place(self.sheet, self.names[key])


class Refusal(NamedTuple):
    """An edit that is not written, and why."""

    place: Place
    fault: Fault

    def __str__(self) -> str:
        """As a line."""
        return f"{self.place}: {self.fault}"


class Conflict(NamedTuple):
    """A field that was changed in the facts and in the workbook, to different things."""

    place: Place
    field: str
    base: str
    facts: str
    workbook: str

    def __str__(self) -> str:
        """As a line."""
        told = f"the facts have «{self.facts}», the workbook «{self.workbook}»"
        return f"{self.place}: {self.field} was «{self.base}»; {told}"


class Change(NamedTuple):
    """What is written: a field; or a whole fact, which was added or deleted, with no field."""

    place: Place
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        """As a line."""
        if self.field:
            return f"{self.place}: {self.field}: «{self.old}» -> «{self.new}»"
        return f"{self.place}: {'added' if self.new else 'deleted'}: «{self.new or self.old}»"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a workbook brings back; nothing is written yet.

    Attributes:
        changes: What is written.
        refusals: What is not.
        conflicts: What was changed on both sides.
        notes: What is told and keeps nothing from being written.
        diff: What changes in the files, as a unified diff.
        contents: Of the files that change.
        missing: Why it is not known what the workbook was made from; "" where it is.
        has_edits: Whether it holds anything else than that.
        has_moved: Whether the facts are others by now.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...]
    diff: str
    contents: Mapping[Path, bytes]
    missing: str = ""
    has_edits: bool = True
    has_moved: bool = False

    @property
    def has_base(self) -> bool:
        """Whether it is known what the workbook was made from."""
        return not self.missing

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be written."""
        return not self.refusals and not self.conflicts
