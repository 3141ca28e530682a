"""Facts of a source's tables: one for each figure, with the heads of its row and its column.

The metric is the head of the row, the period that of the column; what the figure is in, the reader
says that checks, by the caption and the rows that its quote joins to the row.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.drafting.model import Draft, Guess, Setting
from exporter.drafting.tables.cells import status_of
from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted import may_be_a_sum
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.metrics import (
    PER_SHARE,
    RowName,
    metric_of_row,
    with_column,
)
from exporter.drafting.tables.no_figures import is_day_due, is_of_notes
from exporter.drafting.tables.of_row_above import as_share
from exporter.drafting.tables.open_changes import is_open_change
from exporter.drafting.tables.pairs import boxes_of, drafts_of_box
from exporter.drafting.tables.parts import measure_of_column, of_part
from exporter.drafting.tables.period_rows import (
    PeriodRow,
    measure_named,
    period_row,
    unit_named,
)
from exporter.drafting.tables.period_words import without_brackets
from exporter.drafting.tables.proofs import Proof, Read
from exporter.drafting.tables.restated import basis_of_twin
from exporter.drafting.tables.row_cells import Cell, is_marked
from exporter.drafting.tables.row_columns import RowColumns, columns_over
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.row_years import in_year, row_of_year
from exporter.drafting.tables.rows import Row
from exporter.drafting.tables.terms import EntityReader, Terms, terms_of
from exporter.drafting.tables.unit_doubts import Place, doubt_of_head, doubts_of_unit
from exporter.drafting.tables.units import written_in_unit
from exporter.drafting.tables.which_rows import (
    is_of_a_table,
    is_of_views,
    is_signed,
    table_paragraphs,
    table_text,
)
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.reading.unit_lines import is_unit, units_of_line
from exporter.facts.folding import fold, lower
from exporter.facts.units import SPANS_OF_TIME

__all__ = ["drafts_of_tables", "table_paragraphs"]


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows under the same heads."""

    rows: Sequence[Row]
    repeated: frozenset[str]  # heads of rows that stand in it more than once


def drafts_of_tables(setting: Setting, entities: EntityReader | None = None) -> list[Draft]:
    """A draft for each figure of a source's tables, in order.

    Args:
        setting: The source, and what is known before it is read.
        entities: Says whom the document is about, where the report knows several; without it the
            first one is meant.
    """
    lines, all_rows = table_text(setting.source.text or "", setting.published)
    terms = terms_of(setting, entities, lines)
    tables = list(_tables(all_rows))
    boxed = _boxed(lines, tables, terms)
    starts = {draft.start for draft in boxed}
    drafts = [
        replace(draft, table=number)
        for number, table in enumerate(tables, start=1)
        for row in table.rows
        if not starts & set(range(row.line.start, row.line.start + len(row.line.text)))
        for draft in _drafts_of_row(row, table, terms)
    ]
    drafts += boxed
    taken = {draft.start for draft in drafts}
    for box in boxes_of(lines):
        drafts += drafts_of_box(box, terms, taken)
    return sorted(drafts, key=lambda draft: draft.start)


def _boxed(lines: Sequence[Line], tables: Sequence[_Table], terms: Terms) -> list[Draft]:
    """The drafts of boxes that stand under no heads of columns, and under no caption."""
    under = {
        row.line.number
        for table in tables
        for row in table.rows
        if row.heads.columns or row.heads.captions
    }
    boxes = (box for box in boxes_of(lines) if not any(line.number in under for line in box))
    return [draft for box in boxes for draft in drafts_of_box(box, terms, set())]


def _tables(all_rows: Sequence[Row]) -> Iterator[_Table]:
    rows: list[Row] = []
    for row in all_rows:
        if rows and row.heads is not rows[-1].heads:
            yield _table(rows)
            rows = []
        rows.append(row)
    if rows:
        yield _table(rows)


def _table(rows: list[Row]) -> _Table:
    times = Counter(lower(fold(plain_head(row.line.words))) for row in rows)
    return _Table(tuple(rows), frozenset(words for words, count in times.items() if count > 1))


def _drafts_of_row(row: Row, table: _Table, terms: Terms) -> Iterator[Draft]:
    if not is_of_a_table(row) or is_of_views(row):
        return
    if told := period_row(row, table.rows, terms.calendar):
        yield from _drafts_of_period(row, told, terms)
        return
    named = metric_of_row(row, table.rows, table.repeated, terms.owned_in(row))
    if not named.metric:
        return
    over = columns_over(row, table.rows, terms.calendar, keeps_gaps=terms.keeps_gaps)
    if over.wrong and not row.heads.captions and _is_bare(row):
        return  # numbers of exhibits, of pages
    proof = Proof(row, named.kept, terms.currencies)
    if of_year := row_of_year(row, table.rows, over.columns):
        named = named._replace(metric=of_year.head)
        over = over._replace(periods=[in_year(period, of_year.year) for period in over.periods])
    read_row = _ReadRow(row, table, over, named, proof, may_be_a_sum(row, table.rows))
    for at, cell in enumerate(row.line.cells):
        if cell.number and (draft := _draft_of_cell(at, cell, read_row, terms)):
            yield draft


def _is_bare(row: Row) -> bool:
    """Whether nothing says what a row is in: not its head, its cells, or the rows above."""
    own = table_unit(lower(fold(row.line.words)), in_brackets=True)
    return (
        not own and not any(map(is_marked, row.line.cells)) and not any(map(is_signed, row.above))
    )


@dataclass(frozen=True, slots=True)
class _ReadRow:
    """A row with what is known of it before its cells are read.

    Attributes:
        named: What it measures.
        proof: Finds what its cells are quoted with.
        sums: Whether it names things, and may be one of sums.
    """

    row: Row
    table: _Table
    over: RowColumns
    named: RowName
    proof: Proof
    sums: bool


def _draft_of_cell(at: int, cell: Cell, known: _ReadRow, terms: Terms) -> Draft | None:
    """The draft of a cell; None where it is no figure, or its quote does not read as one."""
    row, over, column = known.row, known.over, known.over.column(at)
    if column and (is_of_notes(column.own) or is_day_due(cell.text, column.own)):
        return None
    read = known.proof.quote_of(cell, is_apart=_is_apart(column, row))
    if read is None:
        return None
    name = _named_by_column(known.named, over.columns, at, row)
    doubts = (*over.doubts, name.doubt, terms.entity.doubt, *over.doubts_at[at])
    owner = terms.entity_of_column(column, row) if column else ""
    whom = Guess(owner or terms.entity_of(row), "; ".join(filter(None, doubts)))
    if column and not column.compares and (owner or name is not known.named):
        column = column._replace(own="")  # said already
    is_open = is_open_change(row, known.table.rows, over.columns, at)
    place = Place(cell, column, row, over.columns, at, known.sums, is_open)
    return _draft(place, name, read, over.periods[at], whom, terms)


def _drafts_of_period(row: Row, told: PeriodRow, terms: Terms) -> Iterator[Draft]:
    """The drafts of a row that is a period, each by the head of its column."""
    heads = [line for line in row.heads.columns if "\t" in line.text]
    under, bare = (Proof(row, kept, terms.currencies) for kept in (heads[-1:], ()))
    for at, (cell, head) in enumerate(zip(row.line.cells, told.measures, strict=True)):
        unit = unit_named(head)
        proof = under if unit else bare  # Staff beside Sales (€m)
        read = proof.quote_of(cell, is_apart=unit is None) if cell.number else None
        if read is None:
            continue
        name = RowName(measure_named(head))
        doubts = (terms.entity.doubt, doubt_of_head(unit, read, cell))
        whom = Guess(terms.entity.value, "; ".join(filter(None, doubts)))
        place = Place(cell, None, row, (), at, sums=False, is_open_change=False)
        yield _draft(place, name, read, told.period, whom, terms)


def _named_by_column(named: RowName, columns: Sequence[Column], at: int, row: Row) -> RowName:
    """What a figure of a part measures where its column says it: Revenue, Operating margin."""
    if not named.is_part or not (measure := measure_of_column(columns, at, row.heads.columns)):
        return named
    return named._replace(metric=measure, doubt="", is_part=False)


def _is_apart(column: Column | None, row: Row) -> bool:
    """Whether a caption does not hold for a column: one per share, or none of those in millions."""
    if column is None:
        return False
    if any(map(_is_of_columns, row.heads.captions)):
        own = table_unit(column.own, in_brackets=True)
        return own is None or own.dimension in SPANS_OF_TIME  # beside Options (in thousands)
    return PER_SHARE.search(without_brackets(column.own)) is not None


def _may_count(name: RowName, row: Row) -> bool:
    """Whether what a row counts may be its head: Clinics 612, but not Americas 3,640."""
    bare = [cell.number for cell in row.line.cells if not is_marked(cell)]
    return (name.is_part or not name.part) and not any("." in number for number in bare)


def _is_of_columns(caption: tuple[Line, TableUnit]) -> bool:
    """Whether a caption is one of several heads of columns: Shares (in millions), Price."""
    if units_of_line(lower(fold(caption[0].text))):
        return False  # of each column, as the reader reads them
    first, *others = (lower(fold(text)) for text in caption[0].texts)
    is_first = caption[0].text.startswith("\t") and is_unit(first) and bool(others)
    return is_first or any(map(table_unit, others))


def _draft(
    place: Place, name: RowName, read: Read, period: str, whom: Guess[str], terms: Terms
) -> Draft:
    cell, column, row = place.cell, place.column, place.row
    written = written_in_unit(cell, read, terms.currencies, counts=_may_count(name, row))
    doubts = [whom.doubt, *doubts_of_unit(place, read, written.unit)]
    metric = as_share(name.metric, row, written.unit, terms.lang)
    if column is not None:
        metric = with_column(metric, column, written.unit, terms.lang, row.heads.columns)
    basis = basis_of_twin(place.columns, place.at)
    if basis and not metric.endswith(f", {basis}"):
        metric = of_part(metric, basis)
    if not name.is_part:
        metric = of_part(metric, name.part)
    status, why = status_of(row, place.columns, place.at, period, terms)
    doubts.append(why)
    return Draft(
        "", whom.value, metric, written.value, written.high, written.unit,
        written.qualifier, period, status, "", read.quote, cell.start,
        tuple(dict.fromkeys(filter(None, doubts))),
    )  # fmt: skip
