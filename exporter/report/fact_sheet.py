"""An entity's facts as worksheets: a table of columns, and a chart where figures compare.

Most entities fill one sheet. Where Excel's rows do not suffice, the facts go on in `Name (2)`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from exporter.evidence.sources import Source
from exporter.facts.fact_set import FactSet
from exporter.facts.words import Bilingual, Lang
from exporter.report.comparison import comparison
from exporter.report.definition import EntityDefinition
from exporter.report.fact_rows import COLUMNS, RowPlan, lay_out_rows
from exporter.report.fact_totals import Gathering, Totals
from exporter.report.labels import FACT_COLUMNS, WORDS, columns_in
from exporter.report.model import Chart, Column, Sheet, Table
from exporter.report.streams import keep_rows
from exporter.report.styles import HEADER_OF_FIGURES
from exporter.report.values import figure_width, shown_values, value_looks
from exporter.spool import Spool
from exporter.threads import in_order

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


def lay_out_entity(
    facts: FactSet, entity: EntityDefinition, plan: SheetPlan, tables: set[str]
) -> Iterator[EntitySheet]:
    """Lay one entity's facts out as worksheets; one, unless they are more than Excel's rows.

    Args:
        facts: Its facts as the check left them: FACTS with `quote_state` and `figure_state`.
        entity: The entity.
        plan: What else they are laid out by.
        tables: Names of Excel tables that are taken, in lower case; those made here are added.
    """
    for number, start in enumerate(range(0, max(facts.num_rows, 1), ROWS_A_SHEET), 1):
        part = facts.slice(start, ROWS_A_SHEET)
        name = Bilingual(*(sheet_name(text, number) for text in entity.name))
        yield _lay_out_sheet(part, entity, name, plan, table_name(entity.name.en, tables))


def sheet_name(entity: str, number: int) -> str:
    """`Name`, then `Name (2)` and so on, within Excel's limit of characters."""
    ending = f" ({number})" if number > 1 else ""
    return entity[: _LONGEST_NAME - len(ending)] + ending


def _lay_out_sheet(
    facts: FactSet, entity: EntityDefinition, name: Bilingual, plan: SheetPlan, table: str
) -> EntitySheet:
    lang, rows = plan.lang, plan.rows(facts.num_rows)
    headers = tuple(columns_in(FACT_COLUMNS, lang).values())
    gathering = Gathering(headers, entity.headline, rows)
    kept = keep_rows(plan.spool, f"{plan.book} {table}", _laid_out(facts, rows, gathering))
    totals = gathering.totals()
    columns = tuple(_column(*one) for one in zip(COLUMNS, headers, totals.widths, strict=True))
    cells = kept.cells(columns, COLUMNS.index("fact"))
    chart = _chart(facts, name, lang) if entity.chart else None
    count = WORDS["fact" if totals.rows == 1 else "facts"].in_(lang).format(count=totals.rows)
    sheet = Sheet(
        name.in_(lang),
        name.in_(lang),
        f"{plan.note} · {count}",
        (Table(table, columns, totals.rows, cells=cells),),
        chart,
    )
    return EntitySheet(entity, sheet, totals)


def _laid_out(facts: FactSet, plan: RowPlan, gathering: Gathering) -> Iterator[Sequence[Column]]:
    def laid_out(batch: pa.Table) -> tuple[pa.Table, float, tuple[Column, ...]]:
        looks = value_looks(batch)
        width = figure_width(batch, looks, plan.lang)
        return batch, width, lay_out_rows(batch, looks, plan)

    for batch, width, columns in in_order(laid_out, facts.batches()):
        gathering.take(batch, width, columns)
        yield columns


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
