"""What a workbook shows of the content that it was made from: every cell, as it was laid out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.editions.pull.sheets import FoundBook
from exporter.evidence.batch import FOUND
from exporter.evidence.check import CHECKED, EvidenceCheck, check_evidence
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.found import Evidence
from exporter.evidence.further_sources import has_further
from exporter.evidence.names_used import NamesUsed
from exporter.facts.fact_set import FactSet
from exporter.facts.series import SHOWN, Series
from exporter.facts.table import FACTS, TEXT
from exporter.facts.words import Lang
from exporter.limits import numbered_sheet_name
from exporter.proof.manifest import Content
from exporter.proof.xlsx.cells import ColumnCells, Position, Value
from exporter.proof.xlsx.expected import Looks, cells_of_no_row, expected_rows
from exporter.proof.xlsx.rows import TableRows, join_rows, no_rows
from exporter.report.changes.since import changes_since
from exporter.report.definition import ReportDefinition, WorkbookDefinition
from exporter.report.labels import ABOUT, CHANGES, CHECKS, CONTENTS, PERIODS
from exporter.report.standing import standing_of
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.layout import Beside, lay_out_workbook
from exporter.report.xlsx.model import Sheet

_MOST_SHEETS_OF_ONE = 100


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet with facts, as it was laid out.

    Attributes:
        name: Its name.
        entity: Whose facts it holds, by the English name.
        columns: The cells of its table by the keys of their columns.
        ids: The facts that its rows show.
        above: The texts above its table, by row and column from 0.
    """

    name: str
    entity: str
    columns: Mapping[str, ColumnCells]
    ids: pa.Array
    above: Mapping[Position, str]


@dataclass(frozen=True, slots=True)
class ShownBook:
    """A workbook as it was laid out.

    Attributes:
        lang: Its language.
        title: The report's.
        sheets: Those with facts.
        others: The cells of those without, each its value and whether it is calculated.
        facts: What it was laid out from, one row a fact.
    """

    lang: Lang
    title: str
    sheets: tuple[ShownSheet, ...]
    others: Mapping[str, Mapping[Position, tuple[Value, bool]]]
    facts: pa.Table

    def fact(self, id_: str) -> dict[str, Any]:
        """A fact of it, by its id."""
        row: dict[str, Any] = self.facts.slice(self._place(id_), 1).to_pylist()[0]
        return row

    def cell(self, id_: str, key: str) -> Value:
        """What a cell of a fact's row was laid out with; None for a blank one."""
        for sheet in self.sheets:
            at = pc.index(sheet.ids, id_).as_py()
            if at >= 0:
                return sheet.columns[key].cell(at).value if key in sheet.columns else None
        raise KeyError(id_)

    def _place(self, id_: str) -> int:
        return int(pc.index(self.facts["id"], id_).as_py())


def show(content: Content, found: FoundBook) -> ShownBook | None:
    """The workbook of a report that a file is the like of, as it was laid out; None for none.

    Args:
        content: What the file was made from.
        found: The file.
    """
    meant = _meant(content.report, found)
    if meant is None:
        return None
    definition, lang = meant
    facts = _as_checked(content)
    standing = standing_of(content.report, _evidence(facts))
    since = content.since
    changes = changes_since(since, content.report, facts, content.views) if since else None
    book = lay_out_workbook(
        standing.report, definition, facts, content.sources, lang,
        beside=Beside(changes, len(content.views)),
    )  # fmt: skip
    looks = Looks(book, 0, lambda _: _never())
    names = {FACT_COLUMNS[key].label.in_(lang): key for key in FACT_COLUMNS}
    entities = dict(sheet_entities(content.report, lang))
    sheets, others = [], {}
    for sheet in book.sheets:
        if sheet.name in entities:
            sheets.append(_with_facts(sheet, entities, names, looks))
        else:
            others[sheet.name] = _without_facts(sheet, looks)
    if content.since is None and CHANGES.in_(lang) in found.names:
        del others[CHECKS.in_(lang)]  # which checks that sheet, too, of an edition not known here
    if PERIODS.in_(lang) in others and PERIODS.in_(lang) not in found.names:
        # Made before there was that sheet, or it was deleted: these speak of it.
        for label in (CONTENTS, ABOUT, CHECKS):
            others.pop(label.in_(lang), None)
    return ShownBook(lang, content.report.title.in_(lang), tuple(sheets), others, facts.table())


def sheet_entities(report: ReportDefinition, lang: Lang) -> Iterator[tuple[str, str]]:
    """The names that an entity's sheets may have in a language, with the entity's English one."""
    for entity in report.entities:
        for number in range(1, _MOST_SHEETS_OF_ONE):
            yield numbered_sheet_name(entity.name.in_(lang), number), entity.name.en


def _meant(report: ReportDefinition, found: FoundBook) -> tuple[WorkbookDefinition, Lang] | None:
    """Which of a report's workbooks a file is, by its language and by most of its sheets."""
    langs = [sheet.lang for sheet in found.sheets]
    if not langs or not report.workbooks:
        return None
    lang = max(dict.fromkeys(langs), key=langs.count)

    def likeness(workbook: WorkbookDefinition) -> tuple[int, int]:
        names = {entity.name.in_(lang) for entity in report.entities_of(workbook)}
        return len(names & set(found.names)), -len(names)

    return max(report.workbooks, key=likeness), lang


def _as_checked(content: Content) -> FactSet:
    """The facts as the check leaves them, for a workbook tells how far they are proved.

    Where nothing unproved could be built, and all is read, that is known without checking again.
    """
    series = Series()
    for batch in content.facts.batches():
        series.take(batch)
    accepted = _accepted(content)
    if not _is_all_proved(content, accepted):
        entities = [entity.name.en for entity in content.report.entities]
        conventions = content.report.conventions
        return check_evidence(content.facts, (), content.sources, entities, conventions).facts

    def proved(batch: pa.Table) -> pa.Table:
        rows = batch.num_rows
        added = {
            "quote_state": pa.repeat(pa.scalar(str(QuoteState.VERIFIED)), rows),
            "figure_state": _figure_states(batch, accepted),
            "translation_state": pa.repeat(pa.scalar(""), rows),
            "quote_start": pa.repeat(pa.scalar(-1, pa.int64()), rows),
            "quote_end": pa.repeat(pa.scalar(-1, pa.int64()), rows),
            SHOWN: pa.repeat(pa.scalar(""), rows),
            FOUND: pa.nulls(rows, pa.string()),
        }
        columns = {name: batch[name] for name in FACTS.names} | added
        return pa.table({name: columns[name] for name in CHECKED.names}, schema=CHECKED)

    return series.shown(content.facts.map(proved, CHECKED))


def _is_all_proved(content: Content, accepted: set[str]) -> bool:
    """Whether each figure is confirmed, accepted by itself, or follows from confirmed ones."""
    if content.report.evidence != "required":
        return False
    if not all(source.record.is_read for source in content.sources.values()):
        return False
    if any(map(has_further, content.facts.batches())):  # of which nothing need be proved
        return False
    return not accepted or not any(
        pc.any(pc.is_valid(batch["formula"])).as_py() for batch in content.facts.batches()
    )


def _figure_states(batch: pa.Table, accepted: set[str]) -> pa.ChunkedArray:
    is_accepted = pc.is_in(batch["id"], pa.array(sorted(accepted), pa.string()))
    states = pc.if_else(is_accepted, str(FigureState.ACCEPTED), str(FigureState.CONFIRMED))
    states = pc.if_else(pc.is_valid(batch["formula"]), str(FigureState.CALCULATED), states)
    return pc.if_else(pc.equal(batch["kind"], TEXT), str(FigureState.TEXT), states)


def _evidence(facts: FactSet) -> Evidence:
    """Facts as the check gives them, of which nothing else is asked."""
    return Evidence(facts, {}, (), (), (), (), 0, ({}, {}), NamesUsed(()))


def _accepted(content: Content) -> set[str]:
    """The facts whose figures an analyst answers for."""
    some = content.facts.where(lambda batch: pc.not_equal(batch["accept.en"], ""))
    if not some.num_rows:
        return set()
    conventions = content.report.conventions
    follows = some.where(
        lambda batch: pc.and_(pc.is_valid(batch["formula"]), pc.equal(batch["quote"], ""))
    )
    found = {id_ for batch in follows.batches() for id_ in batch["id"].to_pylist()}
    with EvidenceCheck(content.sources, cores=1, conventions=conventions) as judged:
        for batch in judged.check(some.batches()):
            accepted = batch.filter(pc.equal(batch["figure_state"], FigureState.ACCEPTED))
            found.update(accepted["id"].to_pylist())
    return found


def _with_facts(
    sheet: Sheet, entities: Mapping[str, str], names: Mapping[str, str], looks: Looks
) -> ShownSheet:
    table = sheet.tables[0]
    keys = [names[column.header] for column in table.columns]
    rows = _joined(list(expected_rows(table, looks)), len(keys))
    ids = pa.array([], pa.string()) if rows.facts is None else rows.facts
    columns = dict(zip(keys, rows.columns, strict=True))
    above = {(0, 0): sheet.title, (1, 0): sheet.note}
    above |= {(2, 0): sheet.guide} if sheet.guide else {}
    return ShownSheet(sheet.name, entities[sheet.name], columns, ids, above)


def _joined(parts: Sequence[TableRows], columns: int) -> TableRows:
    return join_rows(parts) if parts else no_rows(columns)


def _without_facts(sheet: Sheet, looks: Looks) -> dict[Position, tuple[Value, bool]]:
    cells = {
        place: (cell.value, cell.formula is not None)
        for place, cell in cells_of_no_row(sheet, looks).items()
    }
    for table in sheet.tables:
        for rows in expected_rows(table, looks):
            for at, column in enumerate(rows.columns, table.first_column):
                for row, value in enumerate(column.values()):
                    is_calculated = column.formulas is not None and column.formulas[row].is_valid
                    place = table.first_row + 1 + int(rows.numbers[row]), at
                    cells[place] = value, is_calculated
    return cells


def _never() -> Any:
    raise AssertionError("no file is looked at")
