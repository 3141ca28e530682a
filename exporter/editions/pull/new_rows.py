"""Rows that somebody added below a sheet's facts, as facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exporter.drafting.ids import possible_ids
from exporter.editions.pull.fields import FIGURES, columns_of, in_both_languages
from exporter.editions.pull.figures import FigureCells, figure_of
from exporter.editions.pull.model import NewRow, Place, Refusal
from exporter.editions.pull.present import PresentFacts, Row, is_said
from exporter.editions.pull.sheets import Typed, heading
from exporter.errors import Fault, WrongValueError
from exporter.evidence.sources import Source
from exporter.facts.table import WRITTEN
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Qualifier, Status

NEEDED = ("metric", "value", "quote", "source")
_BLANK = Typed(None)
_UNSAID = {"qualifier": str(Qualifier.EXACT), "status": str(Status.ACHIEVED)}


@dataclass(slots=True)
class Added:
    """Facts that are to be added.

    Attributes:
        rows: As rows of WRITTEN, by their ids.
        places: Where each was typed.
        said: The facts that rows without an id say already, as they do when they are pulled once
            more.
        notes: Which rows these are.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def withdraw(self, id_: str) -> None:
        """Add one of them not."""
        self.rows.pop(id_)


def read_added(added: Sequence[NewRow], present: PresentFacts) -> tuple[Added, list[Refusal]]:
    """The facts that new rows state, and why others state none."""
    found, refusals = Added(), []
    entities = {entity.name.en for entity in present.report.entities}
    for new in added:
        faults = [*_unknown(new, entities), *_missing(new)]
        columns: dict[str, str | None] = {}
        for said in () if faults else _said(new, present):
            if isinstance(said, Refusal):
                faults.append(said)
            else:
                columns |= in_both_languages(said, None, present.report.languages)
        refusals += faults
        if not faults and (
            known := _said_by(columns, _about(new.entity, found, present), present.sources)
        ):
            found.said.update(known)
            found.notes.append(f"{new.place('metric')} says what {known[0]} says already")
        elif not faults:
            id_ = _id(new, columns, present.ids | found.rows.keys())
            row: Row = {name: columns.get(name) for name in WRITTEN.names}
            found.rows[id_] = row | {"id": id_, "entity": new.entity, "file": "", "line": 0}
            found.places[id_] = new.place("metric")._replace(fact=id_)
    _, faults_of = present.meaning(list(found.rows.values()))
    for id_, fault in faults_of.items():
        found.withdraw(id_)
        refusals.append(Refusal(found.places[id_], fault))
    return found, refusals


def _unknown(new: NewRow, entities: Collection[str]) -> Iterator[Refusal]:
    """Whether the report knows whose fact it would be."""
    if new.entity not in entities:
        wrong = f"{new.entity!r} is no entity of report.yaml any more"
        yield Refusal(new.place("metric"), Fault(wrong, "add it there, or clear the row"))


def _missing(new: NewRow) -> Iterator[Refusal]:
    blank = [key for key in NEEDED if new.cells.get(key, _BLANK).is_blank]
    if blank:
        names = " and ".join(heading(key, new.lang) for key in blank)
        wrong = f"the row has no id, and is a new fact without {names}"
        right = "fill them in, or clear the row; notes stand below a blank row"
        yield Refusal(new.place(blank[0]), Fault(wrong, right))


def _said(new: NewRow, present: PresentFacts) -> Iterator[dict[str, str | None] | Refusal]:
    """What each cell says, in columns of WRITTEN, or why it says nothing."""
    try:
        value, high, unit = (new.cells.get(key, _BLANK) for key in ("value", "high", "unit"))
        yield figure_of(FigureCells(value, high, unit, new.lang), None, present.own_units)
    except WrongValueError as error:
        yield Refusal(new.place("value"), error.fault)
    for key, typed in new.cells.items():
        if key in FIGURES or key == "fact" or typed.is_blank:
            continue
        try:
            yield columns_of(key, typed, new.lang, None, present.sources)
        except WrongValueError as error:
            yield Refusal(new.place(key), error.fault)


def _about(entity: str, found: Added, present: PresentFacts) -> Iterator[Row]:
    yield from present.of_entity(entity)
    yield from (row for row in found.rows.values() if row["entity"] == entity)


def _said_by(
    columns: Mapping[str, str | None], rows: Iterable[Row], sources: Mapping[str, Source]
) -> list[str]:
    """The facts that say the very same; a file leaves out some of what a sheet shows."""
    said = {name: " ".join(value.split()) for name, value in columns.items() if value}
    return [
        str(row["id"])
        for row in rows
        if all(is_said(_shown(row, name, sources), value) for name, value in said.items())
    ]


def _shown(row: Row, name: str, sources: Mapping[str, Source]) -> str:
    """What a sheet shows of a column of WRITTEN."""
    said = " ".join((row[name] or "").split())
    if not said and name == "period" and row["source"] in sources:
        return f"{sources[row['source']].record.published:%Y-%m-%d}"
    return said or _UNSAID.get(name, "")


def _id(new: NewRow, columns: Mapping[str, str | None], taken: Collection[str]) -> str:
    """An id made of entity and metric, which no fact has."""
    metric = columns[f"metric.{new.lang}"] or ""
    unit = find_unit(columns.get("unit") or "")
    dimension = unit.dimension if unit else "count" if columns.get("value") else "text"
    ids = possible_ids(
        new.entity, metric, dimension, columns.get("period") or "", columns["quote"] or ""
    )
    return next(id_ for id_ in ids if id_ not in taken)
