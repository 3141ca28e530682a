"""An entity's facts as worksheets: a table of columns, and a chart where figures compare.

Most entities fill one sheet. Where Excel's rows do not suffice, the facts go on in `Name (2)`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from exporter.engine.spool import Spool
from exporter.engine.threads import in_order
from exporter.evidence.sources import Source
from exporter.facts.fact_set import FactSet
from exporter.facts.words import Bilingual, Lang
from exporter.report.definition import EntityDefinition
from exporter.report.labels import FACT_COLUMNS, WORDS, columns_in
from exporter.report.values import figure_width, shown_values, value_looks
from exporter.report.xlsx.chart import comparison
from exporter.report.xlsx.fact_rows import COLUMNS, RowPlan, lay_out_rows
from exporter.report.xlsx.fact_totals import Gathered, Gathering, Totals, gather
from exporter.report.xlsx.model import Chart, Sheet
from exporter.report.xlsx.streams import KeptRows, packed, styles_for_all
from exporter.report.xlsx.styles import HEADER_OF_FIGURES
from exporter.report.xlsx.tables import Column, Table

ROWS_A_SHEET = 1_048_576 - 4  # Excel's rows, without title, note, blank row and header
_MOST_BESIDE_A_CHART = 1_000  # rows
_LONGEST_NAME = 31  # characters of a sheet's name (Excel specifications)
_CHOICES = {"unit": "=units", "qualifier": "=qualifiers", "status": "=statuses"}


@dataclass(frozen=True, slots=True)
class EntitySheet:
    """An entity's worksheet, with what is to be known of all its rows."""

    entity: EntityDefinition
    sheet: Sheet
    totals: Totals

    @property
    def table(self) -> Table:
        """The table of facts on it."""
        return self.sheet.tables[0]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What entity sheets are laid out by, beside the facts.

    Attributes:
        lang: Language of labels and texts.
        note: What stands below the title, before the number of facts.
        sources: By id, for links and dates.
        to_evidence: Whether all facts stand on the evidence page.
        spool: Where the rows are kept once laid out.
        book: The workbook's name, for the spool.
    """

    lang: Lang
    note: str
    sources: Mapping[str, Source]
    to_evidence: bool
    spool: Spool
    book: str

    def rows(self, count: int) -> RowPlan:
        """What the rows of a sheet with so many of them are laid out by."""
        records = {id_: source.record for id_, source in self.sources.items()}
        return RowPlan(
            self.lang,
            {id_: record.url for id_, record in records.items()},
            {id_: record.published.isoformat() for id_, record in records.items()},
            links=count * (2 if self.to_evidence else 1),
            to_evidence=self.to_evidence,
        )


def lay_out_entities(
    facts: FactSet, entities: Sequence[EntityDefinition], plan: SheetPlan
) -> list[EntitySheet]:
    """Lay the facts of entities out as worksheets; one each, unless they exceed Excel's rows.

    The batches of all sheets go through in one flow, so that no processor waits between sheets.

    Args:
        facts: As the check left them: FACTS with `quote_state` and `figure_state`.
        entities: In the order of their sheets.
        plan: What else they are laid out by.
    """
    drafts = list(_drafts(facts, entities, plan))
    batches = ((draft, batch) for draft in drafts for batch in draft.facts.batches())
    for draft, batch in in_order(lambda one: (one[0], one[0].laid_out(one[1])), batches):
        draft.take(batch)
    return [draft.finished() for draft in drafts]


def sheet_name(entity: str, number: int) -> str:
    """`Name`, then `Name (2)` and so on, within Excel's limit of characters."""
    ending = f" ({number})" if number > 1 else ""
    return entity[: _LONGEST_NAME - len(ending)] + ending


def _drafts(
    facts: FactSet, entities: Sequence[EntityDefinition], plan: SheetPlan
) -> Iterator["_Draft"]:
    tables: set[str] = set()  # names of Excel tables that are taken, in lower case
    for entity in entities:
        own = facts.of(entity.name.en)
        for number, start in enumerate(range(0, max(own.num_rows, 1), ROWS_A_SHEET), 1):
            name = Bilingual(*(sheet_name(text, number) for text in entity.name))
            table = table_name(entity.name.en, tables)
            yield _Draft(own.slice(start, ROWS_A_SHEET), entity, name, table, plan)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Facts with the columns that they make, packed for the spool, and what is known of them."""

    facts: pa.Table
    columns: tuple[Column, ...]
    packed: pa.Table
    gathered: Gathered


class _Draft:
    """An entity's worksheet while its facts are laid out."""

    def __init__(
        self, facts: FactSet, entity: EntityDefinition, name: Bilingual, table: str, plan: SheetPlan
    ) -> None:
        self.facts, self._entity, self._name, self._table = facts, entity, name, table
        self._plan, self._rows = plan, plan.rows(facts.num_rows)
        self._headers = tuple(columns_in(FACT_COLUMNS, plan.lang).values())
        self._gathering = Gathering(self._headers, entity.headline)
        self._key = f"{plan.book} {table}"  # in the spool
        self._styles: tuple[str, ...] = ("text",) * len(COLUMNS)

    def laid_out(self, facts: pa.Table) -> _Batch:
        """Lay a batch out; any thread may do so."""
        looks = value_looks(facts)
        columns = lay_out_rows(facts, looks, self._rows)
        width = figure_width(facts, looks, self._plan.lang)
        gathered = gather(facts, width, columns, self._rows)
        return _Batch(facts, columns, packed(columns), gathered)

    def take(self, batch: _Batch) -> None:
        """Take the next batch in."""
        self._gathering.take(batch.gathered, batch.facts, batch.columns)
        self._styles = styles_for_all(batch.columns)
        self._plan.spool.add(self._key, batch.packed)

    def finished(self) -> EntitySheet:
        """The worksheet; no more batches may come."""
        lang, totals = self._plan.lang, self._gathering.totals()
        name = self._name.in_(lang)
        parts = zip(COLUMNS, self._headers, totals.widths, strict=True)
        columns = tuple(_column(*one) for one in parts)
        kept = KeptRows(self._plan.spool.finish(self._key)[1], self._styles)
        cells = kept.cells(columns, COLUMNS.index("fact"))
        chart = _chart(self.facts, self._name, lang) if self._entity.chart else None
        count = WORDS["fact" if totals.rows == 1 else "facts"].in_(lang).format(count=totals.rows)
        table = Table(self._table, columns, totals.rows, cells=cells)
        sheet = Sheet(name, name, f"{self._plan.note} · {count}", (table,), chart)
        return EntitySheet(self._entity, sheet, totals)


def _column(key: str, header: str, width: float) -> Column:
    """A column without its cells."""
    style = HEADER_OF_FIGURES if key == "value" else "header"
    return Column(header, width, "text", choices=_CHOICES.get(key, ""), header_style=style)


def _chart(facts: FactSet, name: Bilingual, lang: Lang) -> Chart | None:
    """A chart of neighbouring figures; beside thousands of rows nobody would find it."""
    if facts.num_rows > _MOST_BESIDE_A_CHART:
        return None
    table = facts.table()
    return comparison(table, shown_values(table, lang), name, lang)


def table_name(entity: str, taken: set[str]) -> str:
    """A name for an entity's Excel table: letters, digits and underscores, unlike any in `taken`.

    Source: ECMA-376 Part 1, 18.5.1.2 (a table's name follows the rules of defined names).
    """
    base = "Facts_" + re.sub(r"\W+", "_", entity).strip("_")
    name, number = base, 2
    while name.casefold() in taken:
        name, number = f"{base}_{number}", number + 1
    taken.add(name.casefold())
    return name
