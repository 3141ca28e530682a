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
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import BOLD, text_width
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.pages import printed
from exporter.report.xlsx.periods.cells import PeriodCell, cell_of
from exporter.report.xlsx.periods.changes import Comparison, changes_of, comparisons, joined
from exporter.report.xlsx.periods.rows import (
    MOST_FACTS,
    PeriodRow,
    rows_of,
    too_large_for_periods,
)
from exporter.report.xlsx.periods.stub import stub_columns
from exporter.report.xlsx.periods.widths import ROOM, even_columns
from exporter.report.xlsx.styles import HEADER_OF_FIGURES

_FIRST_ROW, _APART = 3, 2  # of the first table; rows from one table's last to the next one's header
_STUB = 2  # entity and metric name the rows, on each page
_NARROWEST = (11.0, 10.0)  # characters of columns of figures; where there are many of them


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
    large = too_large_for_periods(entities)
    shown = (entity for entity in entities if entity.entity.name not in large)
    found = list(chain.from_iterable(_rows(entity, workbook, facts, plan) for entity in shown))
    if not found:
        return None
    rows = sorted(found, key=lambda row: row.span)
    blocks = _blocks(rows, newest_first=report.newest_period == "first")
    if report.profile:  # which has one table a sheet
        blocks = [_one_block(blocks, newest_first=report.newest_period == "first")]
    left_out = len(large)
    usual = _laid_out(rows, blocks, plan, left_out)
    if _pages(usual) == 1:  # then the words may stand on one line, if it stays so
        roomy = _laid_out(rows, blocks, plan, left_out, roomy=True)
        return roomy if _pages(roomy) == 1 else usual
    narrow = _laid_out(rows, blocks, plan, left_out, narrow=True)
    return narrow if _pages(narrow) < _pages(usual) else usual


def _laid_out(
    rows: Sequence[PeriodRow],
    blocks: Sequence[_Block],
    plan: SheetPlan,
    left_out: int,
    *,
    narrow: bool = False,
    roomy: bool = False,
) -> PeriodSheet:
    lang, name = plan.lang, PERIODS.in_(plan.lang)
    stub = stub_columns(rows, lang, narrow=narrow)
    is_linked = sum(len(row.figures) + len(row.unfigured) for row in rows) <= HYPERLINKS_A_SHEET
    tables = [
        _table(block, stub, is_linked, plan, number, roomy=roomy)
        for number, block in enumerate(blocks, 1)
    ]
    note = " · ".join((plan.as_of, *_notes(blocks, len(rows), left_out, lang)))
    sheet = Sheet(
        name,
        name,
        note,
        even_columns(tables, len(stub), _NARROWEST[narrow], whole=not narrow),
        tab_colour=PALETTE.accent,
        stub=_STUB,
    )
    return PeriodSheet(
        printed(plan.fonts.roomy(sheet), plan.fonts.text),
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


def _notes(blocks: Sequence[_Block], count: int, left_out: int, lang: Lang) -> Iterator[str]:
    """How many rows there are, who has none, and what the short words in headers mean."""
    yield PERIOD_WORDS["note"].in_(lang).format(count=count)
    if left_out:
        words = PERIOD_WORDS["note left out"].in_(lang)
        yield words.format(count=left_out, most=f"{MOST_FACTS:,}")
    keys = {comparison.key for block in blocks for comparison in block.comparisons}
    told = (f"note {key}" for key in ("year", "half", "quarter", "month") if key in keys)
    yield from dict.fromkeys(PERIOD_WORDS[key].in_(lang) for key in told)


def _table(
    block: _Block,
    stub: dict[str, Column],
    is_linked: bool,
    plan: SheetPlan,
    number: int,
    *,
    roomy: bool,
) -> Table:
    lang, columns = plan.lang, []
    for period in block.periods:
        cells = [_cell(row, period, is_linked, plan) for row in block.rows]
        columns.append(_column(show_period(period, lang), cells, roomy=roomy))
    for comparison in block.comparisons:
        pairs = [_changes(block, at, comparison, len(stub), plan) for at in range(len(block.rows))]
        for at, kind in enumerate(("change", "growth")):
            cells = [pair[at] for pair in pairs]
            columns.append(_column(comparison.header(kind, lang), cells, roomy=roomy))
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


def _column(header: str, cells: Sequence[PeriodCell], *, roomy: bool) -> Column:
    """A column as wide as its figures need; texts wrap, if it is not roomy, and the header does."""
    width = max((cell.width for cell in cells), default=0.0) * BOLD + ROOM
    if roomy:
        words = (text_width(cell.text) for cell in cells if cell.text)
        width = max(width, max(words, default=0.0) + ROOM)
    filled = make_cells(
        styles=strings([cell.style for cell in cells]),
        texts=strings([cell.text for cell in cells]),
        numbers=pa.array([cell.number for cell in cells], pa.float64()),
        formulas=strings([cell.formula for cell in cells]),
        links=strings([cell.link for cell in cells]),
    )
    return Column(header, width, "text", filled, header_style=HEADER_OF_FIGURES)


def _counted(sheet: str, block: _Block, stub: int) -> str:
    first, last = (column_name(stub + at) for at in (0, len(block.periods) - 1))
    top, bottom = block.top + 2, block.top + 1 + len(block.rows)
    return f"COUNT({sheet_reference(sheet)}!${first}${top}:${last}${bottom})"
