"""Facts of a source's tables: one for each figure, with the heads of its row and its column.

The metric is the head of the row, the period that of the column; what the figure is in, the reader
says that checks, by the caption and the rows that its quote joins to the row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from exporter.drafting.model import Draft, Guess, Sentence, Setting
from exporter.drafting.names.part_names import named_in_row, names_in_rows
from exporter.drafting.periods.document_period import document_period
from exporter.drafting.periods.steps import span_of
from exporter.drafting.tables.columns import Column, columns_of
from exporter.drafting.tables.heads import is_of_stock
from exporter.drafting.tables.lines import Cell, Line, Row, read_lines, rows_of
from exporter.drafting.tables.metrics import (
    PER_SHARE,
    metric_of_row,
    plain_head,
    with_column,
)
from exporter.drafting.tables.pairs import boxes_of, drafts_of_box
from exporter.drafting.tables.periods import end_of_document, period_of
from exporter.drafting.tables.periods_said import (
    Calendar,
    day_in,
    last_day_in,
    period_in,
    says_period,
)
from exporter.drafting.tables.proofs import Proof, Read, counts, is_marked
from exporter.drafting.tables.units import written_in_unit
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading.table_units import TableUnit, table_unit
from exporter.evidence.sources import Source
from exporter.facts.folding import fold, lower
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.units import NO_UNIT, RATIO
from exporter.facts.words import Lang, Status

_ENDING = re.compile(r"(?:months|quarter|year|weeks) ending")
_CALENDAR = YearEnd(12, 31)
_OUTLOOK = re.compile(r"guidance|outlook|forecast|targets?(?![a-z])|指引|预计|预测|展望")
_NO_FIGURES = re.compile(r"\bexhibits?\b|table of contents|\bpage\b|^目录")
_MOST_FIGURES = 40  # cells of a row


class EntityReader(Protocol):
    """Says whom a place of a sentence is about."""

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity of what begins at an offset of a sentence."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows under the same heads."""

    rows: Sequence[Row]
    repeated: frozenset[str]  # heads of rows that stand in it more than once


def table_paragraphs(source: Source) -> set[int]:
    """Which lines of a source's text are of tables: rows, heads, captions, heads of sections."""
    found: set[int] = set()
    lines = read_lines(source.text or "")
    for row in rows_of(lines):
        if not _is_of_a_table(row):
            continue
        heads = row.heads
        above = [*heads.columns, *(line for line, _ in heads.captions), *row.sections]
        found.add(row.line.number)
        found.update(line.number for line in above if not _is_sentence(line))
    return found


def _is_sentence(line: Line) -> bool:
    """Whether a line states a figure, and is a sentence though a table follows it."""
    return _STATES.search(line.text) is not None or is_of_stock(line.text)


_STATES = re.compile(
    r"[$€£¥]\s?[0-9.]+ (?:million|billion)|[0-9]\s?%|[0-9] (?:million|billion)|[0-9][万亿]"
)


def drafts_of_tables(setting: Setting, entities: EntityReader | None = None) -> list[Draft]:
    """A draft for each figure of a source's tables, in order.

    Args:
        setting: The source, and what is known before it is read.
        entities: Says whom the document is about, where the report knows several; without it the
            first one is meant.
    """
    entity = _entity_of_document(setting, entities)
    source, lang = setting.source, setting.lang
    currencies = setting.conventions.currencies(source.id, {source.id: source})
    lines = read_lines(source.text or "")
    calendar = _calendar(setting, entity.value, lines)
    names = names_in_rows(setting.entities)
    terms = _Terms(entity, names, currencies, calendar, setting, lang)
    drafts = [
        draft
        for table in _tables(lines)
        for row in table.rows
        for draft in _drafts_of_row(row, table, terms)
    ]
    taken = {draft.start for draft in drafts}
    for box in boxes_of(lines):
        drafts += drafts_of_box(box, setting, entity, taken)
    return sorted(drafts, key=lambda draft: draft.start)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What holds for all tables of a source."""

    entity: Guess[str]
    rows: Mapping[str, str]
    currencies: Currencies
    calendar: Calendar
    setting: Setting
    lang: Lang

    def entity_of(self, row: Row) -> str:
        """Whom a row is headed by; whose document it is, where that is none of the report's."""
        said = (row.line.words, *(line.words for line in reversed(row.sections)))
        named = (named_in_row(words, self.rows) for words in said)
        return next(filter(None, named), self.entity.value)


def _entity_of_document(setting: Setting, entities: EntityReader | None) -> Guess[str]:
    record = setting.source.record
    known = setting.entities
    if len(known) == 1:
        return Guess(known[0].name.en)
    told = lower(
        fold(f"{record.publisher.en} {record.publisher.zh} {record.title.en} {record.title.zh}")
    )
    for named in known:
        names = (named.name.en, named.name.zh, *named.aliases)
        if any(name and lower(fold(name)) in told for name in names):
            return Guess(named.name.en)
    if entities is not None and setting.source.text:
        title = record.title.in_(setting.lang) or setting.source.text.split("\n", 1)[0]
        return entities.of(len(title), Sentence(0, len(title), title, 0))
    doubt = "nobody says whose table it is: taken for the first entity's"
    return Guess(known[0].name.en if known else "", doubt)


def _calendar(setting: Setting, entity: str, lines: Sequence[Line]) -> Calendar:
    """By what periods are counted: as the report says, or the document."""
    named = next((one for one in setting.entities if one.name.en == entity), None)
    known = (named.year_end if named else None) or setting.conventions.year_ends.get(entity)
    said = document_period(setting)
    title = setting.source.record.title
    heads = (title.en, title.zh, *(line.text for line in lines[:_FIRST_LINES]))
    last = next(filter(None, (last_day_in(lower(fold(head))) for head in heads)), None)
    calendar = Calendar(known or said.year_end, said.period, last)
    own = period_in(lower(fold(title.in_(setting.lang))), calendar)
    points = parse_period(own) if own else None
    is_part = points and points[-1].precision not in {"day", "month", "year", "fiscal year"}
    return calendar._replace(document=own) if is_part else calendar


_FIRST_LINES = 40


def _tables(lines: Sequence[Line]) -> Iterator[_Table]:
    rows: list[Row] = []
    for row in rows_of(lines):
        if rows and row.heads is not rows[-1].heads:
            yield _table(rows)
            rows = []
        rows.append(row)
    if rows:
        yield _table(rows)


def _table(rows: list[Row]) -> _Table:
    times = Counter(lower(fold(plain_head(row.line.words))) for row in rows)
    return _Table(tuple(rows), frozenset(words for words, count in times.items() if count > 1))


def _is_of_a_table(row: Row) -> bool:
    """Whether a row is one: lists of contents have numbers of pages, and no heads of columns."""
    if len(row.line.cells) > _MOST_FIGURES:
        return False
    above = " ".join(line.text.lower() for line in (*row.heads.titles, *row.heads.columns))
    if _NO_FIGURES.search(above):
        return False
    if row.heads.captions or any(says_period(lower(fold(line.text))) for line in row.heads.columns):
        return True
    rows = (row, *(above for above in row.above if not row.heads.columns))
    return any(map(_is_signed, rows))


def _is_signed(row: Row) -> bool:
    """Whether a cell says what it is in: a sum, or a share."""
    return any(
        cell.mark["sign"] or cell.mark["inside"] or cell.mark["unit"] or cell.mark["unit_in"]
        for cell in row.line.cells
    )


def _between_balances(row: Row, table: _Table, calendar: Calendar) -> str:
    """The year of a change in equity: from the balances above it to those below."""
    at = table.rows.index(row)
    above = next(filter(None, map(_balance_day, reversed(table.rows[:at]))), None)
    below = next(filter(None, map(_balance_day, table.rows[at + 1 :])), None)
    if above is None or below is None or not _YEAR <= (below - above).days <= _YEAR + _WEEK:
        return ""
    return span_of(12, below, calendar.year_end)


_YEAR, _WEEK = 364, 7  # days; years of whole weeks have 364 or 371


def _balance_day(row: Row) -> date | None:
    words = lower(fold(row.line.words))
    return day_in(words) if words.startswith("balance") else None


def _drafts_of_row(row: Row, table: _Table, terms: _Terms) -> Iterator[Draft]:
    if not _is_of_a_table(row):
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
        is_bare = not any(map(is_marked, cells)) and not any(map(_is_signed, row.above))
        if not row.heads.captions and doubt and is_bare:
            continue  # numbers of exhibits, of pages
        period, why = _period_of_cell(column, row, table, terms.calendar)
        unlike = _UNLIKE if column and _is_unlike(precisions[at], precisions) else ""
        doubts = [said for said in (doubt, unnamed, terms.entity.doubt, unlike, why) if said]
        yield _draft(cell, column, metric, read, Guess(period, "; ".join(doubts)), row, terms)


def _period_of_cell(
    column: Column | None, row: Row, table: _Table, calendar: Calendar
) -> tuple[str, str]:
    """The period of a cell, and why a person should look at it."""
    words = lower(fold(f"{' '.join(line.text for line in row.sections)} {row.line.words}")).strip()
    if column is not None and (period := period_of(column, words, calendar)):
        titles = " ".join(line.text for line in row.heads.titles)
        if _QUARTERLY.search(titles) and (day := _day_of(period)):
            return span_of(3, day, calendar.year_end), ""
        return period, ""
    if column is not None and (period := period_in(column.now, calendar)):
        return period, "the head of its column says no period: taken from the one before"
    if period := _between_balances(row, table, calendar):
        return period, ""
    return _period_around(row, calendar)


_QUARTERLY = re.compile(r"quarterly", re.IGNORECASE)


def _day_of(period: str) -> date | None:
    points = parse_period(period) or ()
    return points[0].first if len(points) == 1 and points[0].precision == "day" else None


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
    terms: _Terms,
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
    status, why = _status(row, period.value, terms)
    doubts.append(why)
    return Draft(
        "", terms.entity_of(row), metric, written.value, written.high, written.unit,
        written.qualifier, period.value, status, "", read.quote, cell.start,
        tuple(dict.fromkeys(filter(None, doubts))),
    )  # fmt: skip


def _period_around(row: Row, calendar: Calendar) -> tuple[str, str]:
    """The period by the head of a row, a section or the table, or that of the document."""
    words = lower(fold(row.line.words))
    if _DATED.match(words) and (period := period_in(words, calendar)):
        return period, ""
    for line in reversed(row.sections):
        if period := period_in(lower(fold(line.text)), calendar):
            return period, ""
    above = " ".join(line.text for line in (*row.heads.columns, *row.heads.titles))
    is_due = _FALLS_DUE.search(lower(fold(f"{above} {row.line.words}"))) is not None
    if is_due and (end := end_of_document(calendar)):
        return end, "no head says the period: taken for the end of the document's"
    for line in reversed(row.heads.titles):
        if period := period_in(lower(fold(line.text)), calendar):
            return period, "the period is taken from the words above the table"
    if calendar.document:
        return calendar.document, "no head says the period: taken for the document's"
    return "", "no head says the period"


_FALLS_DUE = re.compile(
    r"due (?:by|in) period|(?:less than|within) (?:one|1) year|more than (?:five|5) years"
    r"|(?:due )?(?:after|through) (?:one|five|ten|[0-9]{1,2}) years?"
)
# Balances as of December 31, 2013; but not 2021 Dixie fire-related costs.
_DATED = re.compile(
    r"(?:(?:beginning |ending |opening |closing )?balances?(?![a-z])|as (?:of|at)|at |in |fiscal "
    r"|(?:fy\s?)?(?:19|20)[0-9]{2}$|(?:19|20)[0-9]{2}\s?年(?:末|度|初)?$"
    r"|(?:first|second|third|fourth) quarter)"
)


def _status(row: Row, period: str, terms: _Terms) -> tuple[Status, str]:
    above = " ".join(line.text for line in (*row.heads.titles, *row.heads.columns))
    if _OUTLOOK.search(lower(fold(f"{above} {row.line.words}"))):
        return Status.GUIDANCE, ""
    points = parse_period(period) if period else None
    ends = points[-1].last(terms.calendar.year_end or _CALENDAR) if points else None
    if ends and ends > terms.setting.published and _ENDING.search(lower(fold(above))):
        return Status.GUIDANCE, ""
    if points and points[0].starts(terms.calendar.year_end) > terms.setting.published:
        return Status.PLANNED, "its period begins after the source appeared"
    return Status.ACHIEVED, ""
