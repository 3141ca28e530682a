"""The sheet Periods laid out: a table for each length of periods, one below another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import pyarrow as pa

from exporter.engine.arrow import strings
from exporter.facts.fact_set import FactSet
from exporter.facts.spans import Span, order_of
from exporter.facts.words import Lang
from exporter.report.definition import ReportDefinition, WorkbookDefinition
from exporter.report.formats import show_period
from exporter.report.labels import PERIODS
from exporter.report.links import (
    HYPERLINKS_A_SHEET,
    column_name,
    evidence_file,
    sheet_link,
    sheet_reference,
)
from exporter.report.period_words import PERIOD_WORDS
from exporter.report.theme import PALETTE, WORKBOOK_FONTS
from exporter.report.xlsx.columns import BOLD, text_width
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.pages import printed
from exporter.report.xlsx.periods.cells import PeriodCell, cell_of
from exporter.report.xlsx.periods.changes import Comparison, changes_of, comparisons, joined
from exporter.report.xlsx.periods.rows import PeriodRow, rows_of
from exporter.report.xlsx.periods.stub import stub_columns
from exporter.report.xlsx.styles import HEADER_OF_FIGURES

MOST_FACTS = 1_000  # of an entity; among more, nobody would find what stands side by side
_FIRST_ROW, _APART = 3, 2  # of the first table; rows from one table's last to the next one's header
_STUB = 2  # entity and metric name the rows, on each page
_NARROWEST = (11.0, 10.0)  # characters of columns of figures; where there are many of them
_ROOM = 3.0  # characters around the figures
_ORPHAN = 3.9  # characters that a header lacks where its last one would stand alone
_PAGES = 2  # side by side, that the sheet prints on if it can


@dataclass(frozen=True, slots=True)
class PeriodSheet:
    """The sheet, and what Contents tells of it.

    Attributes:
        told: What it shows, in words.
        figures: How many figures.
        counted: The formula that counts them.
    """

    sheet: Sheet
    told: str
    figures: int
    counted: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A table: its rows, their periods in order, and what the latest figures are compared with.

    Attributes:
        top: The row of its header.
        first: Which of all rows is its first.
    """

    rows: Sequence[PeriodRow]
    periods: Sequence[str]
    comparisons: Sequence[Comparison]
    top: int
    first: int


def lay_out_periods(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    entities: Sequence[EntitySheet],
    facts: FactSet,
    plan: SheetPlan,
) -> PeriodSheet | None:
    """Lay the sheet Periods of a workbook out; None where nothing stands side by side.

    Args:
        report: The report's definition.
        workbook: Which of its workbooks.
        entities: Its entity sheets, in order.
        facts: Those of the report, without those that are restated.
        plan: What the entity sheets were laid out by.
    """
    found = list(chain.from_iterable(_rows(one, workbook, facts, plan) for one in entities))
    if not found:
        return None
    rows = sorted(found, key=lambda row: row.span)
    blocks = _blocks(rows, newest_first=report.newest_period == "first")
    if report.profile:  # which has one table a sheet
        blocks = [_one_block(blocks, newest_first=report.newest_period == "first")]
    usual = _laid_out(rows, blocks, plan, narrow=False)
    if _pages(usual) <= _PAGES:
        return usual
    narrow = _laid_out(rows, blocks, plan, narrow=True)
    return narrow if _pages(narrow) < _pages(usual) else usual


def _laid_out(
    rows: Sequence[PeriodRow], blocks: Sequence[_Block], plan: SheetPlan, *, narrow: bool
) -> PeriodSheet:
    lang, name = plan.lang, PERIODS.in_(plan.lang)
    stub = stub_columns(rows, lang, narrow=narrow)
    is_linked = sum(len(row.figures) + len(row.unfigured) for row in rows) <= HYPERLINKS_A_SHEET
    tables = [
        _table(block, stub, is_linked, plan, number) for number, block in enumerate(blocks, 1)
    ]
    note = " · ".join((plan.as_of, *_notes(blocks, len(rows), lang)))
    sheet = Sheet(
        name,
        name,
        note,
        _even(tables, len(stub), _NARROWEST[narrow], whole=not narrow),
        tab_colour=PALETTE.accent,
        stub=_STUB,
    )
    return PeriodSheet(
        printed(sheet, WORKBOOK_FONTS[lang]),
        PERIOD_WORDS["side by side"].in_(lang).format(count=len(rows)),
        sum(len(row.figures) for row in rows),
        "=" + "+".join(_counted(name, block, len(stub)) for block in blocks),
    )


def _pages(laid_out: PeriodSheet) -> int:
    """How many pages side by side its columns take."""
    pages = laid_out.sheet.pages
    return len(pages.breaks) + 1 if pages else 1


def _rows(
    entity: EntitySheet, workbook: WorkbookDefinition, facts: FactSet, plan: SheetPlan
) -> list[PeriodRow]:
    own = facts.of(entity.entity.name.en)
    if own.num_rows > MOST_FACTS:
        return []
    whole = "periods" in {workbook.layout, entity.entity.layout}
    return rows_of(own.table(), entity, plan.formulas, plan.lang, whole=whole)


def _blocks(rows: Sequence[PeriodRow], *, newest_first: bool) -> list[_Block]:
    """The tables from the longest periods to the shortest."""
    blocks: list[_Block] = []
    top, first = _FIRST_ROW, 0
    spans: dict[Span, list[PeriodRow]] = {}
    for row in rows:
        spans.setdefault(row.span, []).append(row)
    for span, some in spans.items():
        periods = {period for row in some for period in row.figures}
        order = sorted(periods, key=order_of, reverse=newest_first)
        blocks.append(_Block(some, order, comparisons(some, span), top, first))
        top, first = top + len(some) + _APART, first + len(some)
    return blocks


def _one_block(blocks: Sequence[_Block], *, newest_first: bool) -> _Block:
    """All rows as one table, with the periods of any of them."""
    first = blocks[0]
    periods = {period for block in blocks for period in block.periods}
    return replace(
        first,
        rows=[row for block in blocks for row in block.rows],
        periods=sorted(periods, key=order_of, reverse=newest_first),
        comparisons=joined([(len(block.rows), block.comparisons) for block in blocks]),
    )


def _notes(blocks: Sequence[_Block], count: int, lang: Lang) -> Iterator[str]:
    """How many rows there are, and what the short words in headers mean."""
    yield PERIOD_WORDS["note"].in_(lang).format(count=count)
    keys = {comparison.key for block in blocks for comparison in block.comparisons}
    told = (f"note {key}" for key in ("year", "half", "quarter", "month") if key in keys)
    yield from dict.fromkeys(PERIOD_WORDS[key].in_(lang) for key in told)


def _table(
    block: _Block, stub: dict[str, Column], is_linked: bool, plan: SheetPlan, number: int
) -> Table:
    lang, columns = plan.lang, []
    for period in block.periods:
        cells = [_cell(row, period, is_linked, plan) for row in block.rows]
        columns.append(_column(show_period(period, lang), cells))
    for comparison in block.comparisons:
        pairs = [_changes(block, at, comparison, len(stub), plan) for at in range(len(block.rows))]
        for at, kind in enumerate(("change", "growth")):
            cells = [pair[at] for pair in pairs]
            columns.append(_column(comparison.header(kind, lang), cells))
    named = [column.slice(block.first, len(block.rows)) for column in stub.values()]
    name = "Periods" if number == 1 else f"Periods_{number}"
    return Table(name, (*named, *columns), len(block.rows), first_row=block.top)


def _cell(row: PeriodRow, period: str, is_linked: bool, plan: SheetPlan) -> PeriodCell:
    """The cell of a fact opens it on the evidence page, or else the sheet that it stands on."""

    def link_of(id_: str) -> str | None:
        if not is_linked:
            return None
        if plan.to_evidence:
            return f"{evidence_file(plan.lang)}#{id_}"
        return sheet_link(row.entity.sheet.name)

    return cell_of(row, period, link_of, plan.lang)


def _changes(
    block: _Block, at: int, comparison: Comparison, first_column: int, plan: SheetPlan
) -> tuple[PeriodCell, PeriodCell]:
    def cell_named(period: str) -> str:
        column = column_name(first_column + block.periods.index(period))
        return f"{column}{block.top + at + 2}"

    return changes_of(block.rows[at], comparison.bases[at], cell_named, plan.lang)


def _column(header: str, cells: Sequence[PeriodCell]) -> Column:
    """A column as wide as its figures need; texts wrap, and so does the header."""
    width = max((cell.width for cell in cells), default=0.0) * BOLD + _ROOM
    filled = make_cells(
        styles=strings([cell.style for cell in cells]),
        texts=strings([cell.text for cell in cells]),
        numbers=pa.array([cell.number for cell in cells], pa.float64()),
        formulas=strings([cell.formula for cell in cells]),
        links=strings([cell.link for cell in cells]),
    )
    return Column(header, width, "text", filled, header_style=HEADER_OF_FIGURES)


def _even(
    tables: Sequence[Table], stub: int, narrowest: float, *, whole: bool
) -> tuple[Table, ...]:
    """The tables with columns as wide as those that stand above and below them.

    Args:
        tables: The tables.
        stub: How many of their columns name rows.
        narrowest: How wide columns of figures are at least.
        whole: Whether Chinese headers, which have no spaces to break at, stand on one line.
    """
    widths: dict[int, float] = {}
    for table in tables:
        for at, column in enumerate(table.columns):
            least = narrowest if at >= stub else 0.0
            if whole and not column.header.isascii():
                least = max(least, text_width(column.header) * BOLD + _ROOM)
            widths[at] = max(column.width, least, widths.get(at, 0.0))
    for table in tables:
        for at, column in enumerate(table.columns[stub:], stub):
            widths[at] = _without_orphan(column.header, widths[at])
    return tuple(
        replace(
            table,
            columns=tuple(
                replace(column, width=round(widths[at], 1))
                for at, column in enumerate(table.columns)
            ),
        )
        for table in tables
    )


def _without_orphan(header: str, width: float) -> float:
    """A width at which no last character of a Chinese header stands alone on a line."""
    needed = text_width(header) + _ROOM
    return needed if not header.isascii() and 0 < needed - width <= _ORPHAN else width


def _counted(sheet: str, block: _Block, stub: int) -> str:
    first, last = (column_name(stub + at) for at in (0, len(block.periods) - 1))
    top, bottom = block.top + 2, block.top + 1 + len(block.rows)
    return f"COUNT({sheet_reference(sheet)}!${first}${top}:${last}${bottom})"
