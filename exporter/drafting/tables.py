"""Facts of a source's tables: one for each figure, with the heads of its row and its column.

The metric is the head of the row, the period that of the column; what the figure is in, the reader
says that checks, by the caption and the rows that its quote joins to the row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from exporter.drafting.model import Draft, Guess, Sentence, Setting
from exporter.drafting.table_heads import (
    Calendar,
    Column,
    columns_of,
    is_sequential,
    period_in,
    says_period,
)
from exporter.drafting.table_lines import Cell, Kind, Line, Row, kind_of, read_lines, rows_of
from exporter.drafting.table_periods import period_of
from exporter.drafting.table_proofs import Proof
from exporter.drafting.table_units import unit_of_figure
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure
from exporter.evidence.reading.table_units import table_unit
from exporter.evidence.sources import Source
from exporter.facts.folding import fold, lower
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.units import POINTS, RATIO, Unit
from exporter.facts.words import Lang, Status

_NOTE = re.compile(
    r"\s*(?:[(\[（](?:[0-9]{1,2}|[a-z]|注\s?[0-9一二三四五六七八九十]*|[¹²³⁴-⁹]+)[)\]）]|[¹²³⁴-⁹①-⑳*†‡^]+)+(?=\s|$|[:,–-])"
)
_DOTS = re.compile(
    r"[\s.…·_]{3,}$|[\s:：,，$]+$|^(?:[一二三四五六七八九十]+、|其中[:：]|加[:：]|减[:：])\s*"
)
_UNIT_SAID = re.compile(
    r"\s*[(（][^()（）]*(?:in (?:thousands|millions|billions)|[$€£¥]\s?[a-z]{0,8}|000s?|[千百万亿]+元|元|%)[^()（）]*[)）]",
    re.IGNORECASE,
)
# Heads that say nothing without that of their section.
_UNSAID = frozenset(
    "basic diluted other total subtotal domestic international current non-current noncurrent "
    "deferred federal state foreign u.s. low high minimum maximum average beginning ending net "
    "continuing discontinued 基本 稀释 其他 其它 合计 小计 总计 境内 境外 国内 国外".split()
)
_OF_SHARES = re.compile(r"per (?:[a-z]+ ){0,2}(?:share|unit|ads)|(?<![a-z])shares|每股|股数|eps")
_GROWS = re.compile(r"growth|change|increase|decrease|增长|增减|同比|变动|增幅", re.IGNORECASE)
_OUTLOOK = re.compile(r"guidance|outlook|forecast|targets?(?![a-z])|指引|预计|预测|展望")
_LABEL = re.compile(
    r"\([^()]*\)|(?<![a-z])(?:(?:for the )?(?:three|six|nine|twelve|[0-9]{1,2})[ -](?:months?|weeks?)|(?:fiscal )?(?:quarters?|years?|periods?)"
    r"(?![a-z])|ended|ending|as of|as at|at|and for the|for the|the|unaudited|audited|fiscal|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|first|second|third|fourth|q[1-4]|[1-4]q|fy|in|vs)"
    r"(?![a-z])\.?|[0-9][0-9,./-]*|[^\w%&-]+|年|月|日|度|第?[一二三四]?季|本期|本报告期|上期|上年|同期|末|初|余额|金额|发生额|期|报告|至|截[至止]|单位|项目"
)
_MOST_FIGURES = 40  # cells of a row
_NAMED = 60  # characters of the label that a column adds to a metric
_BEGINS_SMALL = re.compile("[a-z]")


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
        found.update(line.index for line in (*above, row.line))
    return found


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
    return [
        draft
        for table in _tables(lines)
        for row in table.rows
        for draft in _drafts_of_row(row, table, _Terms(entity, currencies, calendar, setting, lang))
    ]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What holds for all tables of a source."""

    entity: Guess[str]
    currencies: Currencies
    calendar: Calendar
    setting: Setting
    lang: Lang


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
    named = next((one for one in setting.entities if one.name.en == entity), None)
    year_end: YearEnd | None = named.year_end if named else None
    year_end = year_end or setting.conventions.year_ends.get(entity)
    plain = Calendar(year_end)
    title = setting.source.record.title
    heads = [title.en, title.zh, *(line.text for line in lines[:_FIRST_LINES])]
    for head in heads:
        said = lower(fold(head))
        if re.search(r"quarter|half|months|年报|年度|季度|半年|results", said) and len(said) < 200:
            period = period_in(said, plain)
            points = parse_period(period) if period else None
            if points and points[-1].precision not in {"day", "month"}:
                return Calendar(year_end, period)
    return plain


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
    times = Counter(lower(fold(row.line.words)) for row in rows)
    return _Table(tuple(rows), frozenset(words for words, count in times.items() if count > 1))


def _is_of_a_table(row: Row) -> bool:
    """Whether a row is one: lists of contents have numbers of pages, and no heads of columns."""
    if len(row.line.cells) > _MOST_FIGURES:
        return False
    if row.heads.captions or any(says_period(lower(fold(line.text))) for line in row.heads.columns):
        return True
    return any(
        cell.mark["sign"] or cell.mark["inside"] or cell.mark["unit"] for cell in row.line.cells
    )


def _drafts_of_row(row: Row, table: _Table, terms: _Terms) -> Iterator[Draft]:
    if not _is_of_a_table(row):
        return
    cells = row.line.cells
    heads = [[lower(fold(text)) for text in line.texts] for line in row.heads.columns]
    columns, doubt = columns_of(heads, len(cells))
    metric, sections, unnamed = _metric(row, table)
    if not metric:
        return
    proof = Proof(row, sections, terms.currencies)
    for at, cell in enumerate(cells):
        if not cell.number:
            continue
        read = proof.quote_of(cell)
        if read is None:
            continue
        column = columns[at] if at < len(columns) else None
        doubts = [said for said in (doubt, unnamed, terms.entity.doubt) if said]
        yield _draft(cell, column, metric, read, doubts, row, terms)


def _draft(
    cell: Cell,
    column: Column | None,
    metric: str,
    read: tuple[str, Figure],
    doubts: list[str],
    row: Row,
    terms: _Terms,
) -> Draft:
    quote, figure = read
    words = lower(fold(f"{' '.join(line.text for line in row.sections)} {row.line.words}"))
    value, unit, is_proved = unit_of_figure(cell, figure, quote, terms.currencies, terms.lang)
    if not is_proved:
        doubts.append("the quote does not prove it")
    period = period_of(column, words, terms.calendar) if column else ""
    if not period:
        period, why = _period_around(row, words, terms.calendar)
        doubts += [why] if why else []
    if column is not None:
        metric = _with_column(metric, column, unit, terms.lang)
    status, why = _status(row, period, terms)
    doubts += [why] if why else []
    qualifier = next(iter(figure.qualifiers))
    return Draft(
        "", terms.entity.value, metric, value, "", unit, qualifier, period, status, "", quote,
        cell.start, tuple(dict.fromkeys(doubts)),
    )  # fmt: skip


def _period_around(row: Row, words: str, calendar: Calendar) -> tuple[str, str]:
    """The period by the head of a row, a section or the table, or that of the document."""
    if period := period_in(lower(fold(row.line.words)), calendar):
        return period, ""
    for line in (*reversed(row.sections), *reversed(row.heads.titles)):
        if period := period_in(lower(fold(line.text)), calendar):
            return period, "the period is taken from the words above the table"
    if calendar.document:
        return calendar.document, "no head says the period: taken for the document's"
    return "", "no head says the period"


def _status(row: Row, period: str, terms: _Terms) -> tuple[Status, str]:
    above = " ".join(line.text for line in (*row.heads.titles, *row.heads.columns))
    if _OUTLOOK.search(lower(fold(f"{above} {row.line.words}"))):
        return Status.PLANNED, ""
    points = parse_period(period) if period else None
    if points and points[0].starts(terms.calendar.year_end) > terms.setting.published:
        return Status.PLANNED, "its period begins after the source appeared"
    return Status.ACHIEVED, ""


def _metric(row: Row, table: _Table) -> tuple[str, tuple[Line, ...], str]:
    """What a row's figures measure, the heads of sections that say so, and a doubt."""
    words = _plain(row.line.words)
    sections = row.sections
    above = _plain(" ".join(line.text.replace("\t", " ") for line in sections))
    if not words:
        if row.is_first:
            return above, sections, ""
        if above:
            return above, sections, "its row has no head: named by the section"
        title = row.heads.titles[-1].text if row.heads.titles else ""
        return _plain(title), (), "its row has no head: named by the table"
    said = lower(fold(words))
    if above and row.is_first and _BEGINS_SMALL.match(words) and not _is_head(sections[-1]):
        return f"{above} {words}", sections, ""
    is_unsaid = said in _UNSAID or said.split(" ", 1)[0].rstrip(",") in _UNSAID
    is_of_shares = _OF_SHARES.search(lower(fold(above))) and not _OF_SHARES.search(said)
    repeated = lower(fold(row.line.words)) in table.repeated
    if above and (is_unsaid or is_of_shares or repeated):
        return f"{above}, {_small(words)}", sections, ""
    return words, (), ""


def _is_head(line: Line) -> bool:
    return line.text.rstrip().endswith((":", "："))


def _plain(words: str) -> str:
    """The head of a row without marks of notes, dots that lead to figures, and units."""
    words = _UNIT_SAID.sub("", _NOTE.sub("", words))
    words = _DOTS.sub("", _DOTS.sub("", words.strip())).strip()
    letters = [mark for mark in words if mark.isalpha()]
    return words.capitalize() if len(letters) > 5 and words.isupper() else words


def _small(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _with_column(metric: str, column: Column, unit: Unit, lang: Lang) -> str:
    """The metric with what its column says beside the period: growth, low, Non-GAAP."""
    if column.compares:
        if _GROWS.search(metric):
            return metric
        is_rate = unit.dimension == RATIO
        if lang == "zh":
            way = "环比" if is_sequential(column.text) else "同比"
            return f"{metric}{way}{'增长率' if is_rate else '变动'}"
        way = "sequential " if is_sequential(column.text) else ""
        return f"{metric} {way}{'growth' if is_rate else 'change'}"
    label = " ".join(_LABEL.sub(" ", column.text).split())
    if not label or len(label) > _NAMED or unit.dimension == POINTS:
        return metric
    return f"{metric}, {label}"
