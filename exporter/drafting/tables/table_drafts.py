"""Facts of a source's tables: one for each figure, with the heads of its row and its column.

The metric is the head of the row, the period that of the column; what the figure is in, the reader
says that checks, by the caption and the rows that its quote joins to the row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.drafting.model import Draft, Guess, Setting
from exporter.drafting.tables.cells import period_of_cell, status_of
from exporter.drafting.tables.columns import Column, columns_of
from exporter.drafting.tables.lines import Cell, Line, Row
from exporter.drafting.tables.metrics import (
    PER_SHARE,
    metric_of_row,
    plain_head,
    with_column,
)
from exporter.drafting.tables.pairs import boxes_of, drafts_of_box
from exporter.drafting.tables.periods_said import Calendar, period_in
from exporter.drafting.tables.proofs import Proof, Read, counts, is_marked
from exporter.drafting.tables.terms import EntityReader, Terms, terms_of
from exporter.drafting.tables.units import written_in_unit
from exporter.drafting.tables.which_rows import (
    is_of_a_table,
    is_signed,
    table_paragraphs,
    table_text,
)
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.facts.folding import fold, lower
from exporter.facts.periods import parse_period
from exporter.facts.units import NO_UNIT, RATIO

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
    lines, all_rows = table_text(setting.source.text or "")
    terms = terms_of(setting, entities, lines)
    drafts = [
        draft
        for table in _tables(all_rows)
        for row in table.rows
        for draft in _drafts_of_row(row, table, terms)
    ]
    taken = {draft.start for draft in drafts}
    for box in boxes_of(lines):
        drafts += drafts_of_box(box, setting, terms.entity, taken)
    return sorted(drafts, key=lambda draft: draft.start)


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
    if not is_of_a_table(row):
        return
    cells = row.line.cells
    heads = [[lower(fold(text)) for text in line.texts] for line in row.heads.columns]
    columns, doubt = columns_of(heads, len(cells))
    metric, sections, unnamed = metric_of_row(row, table.repeated)
    if not metric:
        return
    proof = Proof(row, sections, terms.currencies)
    precisions = [_precision(column, terms.calendar) for column in columns]
    for at, cell in enumerate(cells):
        if not cell.number:
            continue
        column = columns[at] if at < len(columns) else None
        read = proof.quote_of(cell, is_apart=column is not None and _is_apart(column, row))
        if read is None:
            continue
        is_bare = not any(map(is_marked, cells)) and not any(map(is_signed, row.above))
        if not row.heads.captions and doubt and is_bare:
            continue  # numbers of exhibits, of pages
        period, why = period_of_cell(column, row, table.rows, terms.calendar)
        unlike = _UNLIKE if column and _is_unlike(precisions[at], precisions) else ""
        doubts = [said for said in (doubt, unnamed, terms.entity.doubt, unlike, why) if said]
        yield _draft(cell, column, metric, read, Guess(period, "; ".join(doubts)), row, terms)


# Heads of columns that are in no millions of dollars.
_OTHER_UNITS = re.compile(
    r"(?<![a-z])(?:years|life|lives|rates?|percent|shares|number|ratio|yield|term)(?![a-z])|年限|股数|数量"
    r"|%|[率度](?![a-z])|占比|比例"
)
_UNLIKE = "the head of its column is unlike the others"


def _is_apart(column: Column, row: Row) -> bool:
    """Whether a caption does not hold for a column: one per share, or none of those in millions."""
    if any(map(_is_of_columns, row.heads.captions)):
        return table_unit(column.own, in_brackets=True) is None
    return PER_SHARE.search(re.sub(r"\([^()]*\)", "", column.own)) is not None


def _is_of_columns(caption: tuple[Line, TableUnit]) -> bool:
    """Whether a caption is one of several heads of columns: Shares (in millions), Price."""
    return any(table_unit(lower(fold(text))) for text in caption[0].texts[1:])


def _precision(column: Column, calendar: Calendar) -> str:
    """What kind of period a column says; "" for one of changes, or without a period."""
    points = () if column.compares else parse_period(period_in(column.text, calendar) or "-") or ()
    return "/".join(point.precision for point in points)


def _is_unlike(precision: str, precisions: Sequence[str]) -> bool:
    """Whether a column says another kind of period than most: a part of its head may be lost."""
    said = Counter(filter(None, precisions))
    return bool(said) and said[precision] < max(said.values()) and precision == "year"


def _draft(
    cell: Cell,
    column: Column | None,
    metric: str,
    read: Read,
    period: Guess[str],
    row: Row,
    terms: Terms,
) -> Draft:
    words = lower(fold(f"{' '.join(line.text for line in row.sections)} {row.line.words}"))
    doubts = [period.doubt]
    written = written_in_unit(cell, read, terms.currencies)
    if not written.is_proved:
        doubts.append("the quote does not prove it")
    is_other = column is not None and _OTHER_UNITS.search(column.own) is not None
    if is_other and not is_marked(cell) and read.figure.dimension != RATIO:
        doubts.append("its column may be in another unit")
    if written.unit == NO_UNIT and not counts(words):
        doubts.append("the table does not say its unit")
    if column is not None:
        metric = with_column(metric, column, written.unit, terms.lang)
    status, why = status_of(row, period.value, terms)
    doubts.append(why)
    return Draft(
        "", terms.entity_of(row), metric, written.value, written.high, written.unit,
        written.qualifier, period.value, status, "", read.quote, cell.start,
        tuple(dict.fromkeys(filter(None, doubts))),
    )  # fmt: skip
