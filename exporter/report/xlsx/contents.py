"""The sheets that lead elsewhere: Contents to the other sheets, Sources to the documents quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.sources import Source
from exporter.facts.ranges import End
from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.words import Lang, Qualifier, Status
from exporter.limits import date_serial
from exporter.report.formats import date_format
from exporter.report.labels import (
    CONTENTS,
    CONTENTS_COLUMNS,
    KINDS,
    SOURCE_COLUMNS,
    SOURCES,
    WORDS,
    columns_in,
)
from exporter.report.links import sheet_link
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import column_width, text_column
from exporter.report.xlsx.contents_figures import proof_column, trend_columns
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.fact_totals import Headline
from exporter.report.xlsx.listed_periods import with_periods
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.periods import PeriodSheet
from exporter.report.xlsx.styles import CHANGED, HEADER_OF_FIGURES, LINKED, date_style

# How narrow columns of texts may be in print, in characters.
_CONTENTS_LEAST = {
    "headline": 16.0,
    "unit": 10.0,
    "status": 10.0,
    "attribution": 10.0,
    "proof": 16.0,
}
AS_ON_SHEETS = frozenset({3, 5})  # figure, as of: as wide as on the sheets they are from
SOURCES_LEAST = {1: 24.0, 2: 12.0, 3: 12.0, 8: 22.0}  # title, publisher, author, hash


def lay_out_contents(
    title: str,
    as_of: str,
    entities: Sequence[EntitySheet],
    periods: PeriodSheet | None,
    lang: Lang,
    *,
    pictured: bool = True,
) -> Sheet:
    """Lay the Contents sheet of a workbook out.

    Args:
        title: The workbook's title.
        as_of: The edition in words.
        entities: Its entity sheets, in order.
        periods: Its sheet Periods; None for none.
        lang: The language.
        pictured: Whether trends are drawn, beside the figures that they show.
    """
    count = sum(entity.totals.rows for entity in entities)
    note = WORDS["sheets note"].in_(lang).format(sheets=len(entities), count=count)
    columns = (
        *_contents_columns(entities, lang),
        *_not_achieved(entities, lang),
        proof_column(entities, lang),
    )
    trends = trend_columns(entities, len(columns), lang, pictured=pictured)
    columns += trends.columns
    if periods:
        columns = with_periods(columns, periods)
    table = Table("Contents", columns, len(entities) + bool(periods))
    return Sheet(
        CONTENTS.in_(lang),
        title,
        f"{as_of} · {note}",
        (table,),
        tab_colour=PALETTE.accent,
        sparklines=trends.sparklines,
    )


def lay_out_sources(
    sources: Sequence[Source],
    entities: Sequence[EntitySheet],
    lang: Lang,
    *,
    opened_by_title: bool = False,
) -> Sheet:
    """Lay the Sources sheet of a workbook out.

    Args:
        sources: The sources that its facts quote.
        entities: Its entity sheets, for the number of facts that quote each.
        lang: The language.
        opened_by_title: Whether titles are the links, which say where they lead, or addresses.
    """
    name = SOURCES.in_(lang)
    columns = _source_columns(sources, entities, lang, opened_by_title=opened_by_title)
    table = Table("Sources", columns, len(sources))
    return Sheet(name, name, WORDS["sources note"].in_(lang), (table,))


def _contents_columns(entities: Sequence[EntitySheet], lang: Lang) -> tuple[Column, ...]:
    headers = columns_in(CONTENTS_COLUMNS, lang)
    names = pa.array([entity.sheet.name for entity in entities])
    links = pa.array([sheet_link(entity.sheet.name) for entity in entities])
    counts = make_cells(
        numbers=pa.array([float(entity.totals.rows) for entity in entities]),
        formulas=pa.array([f"=ROWS({entity.reference('fact')})" for entity in entities]),
    )
    return (
        _link_column(headers["sheet"], names, links, 18, 32),
        Column(
            headers["facts"],
            column_width(headers["facts"], pa.array([""]), 9, 12),
            "count",
            counts,
            header_style=HEADER_OF_FIGURES,
        ),
        _mirror(headers["headline"], "metric", entities, 42, lang),
        _mirror(headers["figure"], "value", entities, 42, lang),
        _mirror(headers["unit"], "unit", entities, 22, lang),
        _mirror(headers["as_of"], "as_of", entities, 18, lang),
    )


def contents_least(contents: Sheet, lang: Lang) -> dict[int, float]:
    """How narrow the columns of texts of Contents may be in print, by their indices."""
    labels = {**CONTENTS_COLUMNS, **COLUMN_LABELS}
    least = {labels[key].in_(lang): width for key, width in _CONTENTS_LEAST.items()}
    (table,) = contents.tables
    return {
        at: least[column.header]
        for at, column in enumerate(table.columns)
        if column.header in least
    }


def _not_achieved(entities: Sequence[EntitySheet], lang: Lang) -> Iterator[Column]:
    """What stands beside headlines where some were not achieved: status, and who says so."""
    open_ones = [
        headline.fact
        for entity in entities
        if (headline := entity.totals.headline)
        and headline.fact["status"][0].as_py() != Status.ACHIEVED
    ]
    if not open_ones:
        return
    yield _mirror(COLUMN_LABELS["status"].in_(lang), "status", entities, 18, lang)
    if any(fact["attribution.en"][0].as_py() for fact in open_ones):
        yield _mirror(COLUMN_LABELS["attribution"].in_(lang), "attribution", entities, 22, lang)


def _source_columns(
    sources: Sequence[Source], entities: Sequence[EntitySheet], lang: Lang, *, opened_by_title: bool
) -> tuple[Column, ...]:
    headers = columns_in(SOURCE_COLUMNS, lang)
    records = [source.record for source in sources]
    titles = [record.title.in_(lang) for record in records]
    publishers = [record.publisher.in_(lang) for record in records]
    authors = [record.author.in_(lang) if record.author else None for record in records]
    counts, further = (
        [float(sum(one.get(source.id, 0) for one in of_sheets)) for source in sources]
        for of_sheets in (
            [entity.totals.sources for entity in entities],
            [entity.totals.further.sources for entity in entities],
        )
    )
    kinds = [KINDS[record.kind].in_(lang) for record in records]
    urls = pa.array([record.url for record in records], pa.string())
    addresses = pc.fill_null(urls, WORDS["on file"].in_(lang))
    by_address = pa.nulls(len(urls), pa.string()) if opened_by_title else urls
    by_title = urls if opened_by_title else pa.nulls(len(urls), pa.string())
    return (
        text_column(headers["source"], [source.id for source in sources], "label", 14, 30),
        _link_column(headers["title"], pa.array(titles), by_title, 20, 60),
        text_column(headers["publisher"], publishers, "text", 12, 24),
        text_column(headers["author"], authors, "text", 12, 24),
        _days(headers["published"], [record.published for record in records], lang),
        _days(headers["retrieved"], [record.retrieved for record in records], lang),
        Column(
            headers["facts"],
            16,
            "count",
            make_cells(numbers=pa.array(counts)),
            header_style=HEADER_OF_FIGURES,
        ),
        _link_column(headers["url"], addresses, by_address, 20, 56),
        text_column(headers["sha256"], [record.sha256 for record in records], "code", 20, 70),
        text_column(headers["kind"], kinds, "text", 10, 20),
        *_counts(headers["pages"], [record.pages for record in records], 9),
        *_counts(headers["further"], further, 16),
    )


def _counts(header: str, counts: Sequence[float], width: float) -> list[Column]:
    """How many pages each source has, or the like; no column where none has any."""
    if not any(counts):
        return []
    numbers = pa.array([float(count) if count else None for count in counts], pa.float64())
    cells = make_cells(numbers=numbers)
    return [Column(header, width, "count", cells, header_style=HEADER_OF_FIGURES)]


def _mirror(
    header: str, key: str, entities: Sequence[EntitySheet], most: float, lang: Lang
) -> Column:
    """A column of Contents whose cells are formulas of the headline facts' cells."""
    cells = [_headline_cell(entity, key, lang) for entity in entities]
    columns = [entity.columns[key] for entity in entities]
    return Column(
        header,
        min(max(column.width for column in columns), most),
        "",
        make_cells(
            styles=pa.array([cell.style for cell in cells]),
            texts=pa.array([cell.text for cell in cells], pa.string()),
            numbers=pa.array([cell.number for cell in cells], pa.float64()),
            formulas=pa.array([cell.formula for cell in cells], pa.string()),
        ),
        header_style=columns[0].header_style,
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    style: str = "text"
    text: str | None = None
    number: float | None = None
    formula: str | None = None


def _headline_cell(entity: EntitySheet, key: str, lang: Lang) -> _Cell:
    """A cell of a sheet's headline row, as one that shows whatever that cell comes to hold."""
    headline = entity.totals.headline
    if headline is None:
        return _Cell()
    if headline.end and key == "value":
        cell = _mirrored(entity, headline, "high" if headline.end is End.HIGH else key)
        return replace(cell, style=f"{LINKED}{headline.end_style}")
    cell = _mirrored(entity, headline, key)
    if headline.end and key == "metric":
        told = WORDS[headline.end].in_(lang)
        return replace(cell, text=f"{cell.text}{told}", formula=f'{cell.formula}&"{told}"')
    return cell


def _mirrored(entity: EntitySheet, headline: Headline, key: str) -> _Cell:
    column = headline.columns[key]
    number = column.numbers[0].as_py() if column.numbers is not None else None
    text = column.texts[0].as_py() if column.texts is not None else None
    style = column.styles if isinstance(column.styles, str) else column.styles[0].as_py()
    style = style.removeprefix(CHANGED)  # the words that say why stand on the sheet alone
    style = "text" if style == "label" else style
    if number is None and text is None:
        return _Cell(style)
    # By the fact's id, so that sorting the sheet changes nothing here.
    # Gnumeric takes INDEX of a single cell for a faulty reference: one row has the blank one below.
    beyond = 1 if entity.totals.rows == 1 else 0
    row = f'MATCH("{headline.id}",{entity.reference("fact", beyond)},0)'
    formula = f"=INDEX({entity.reference(key, beyond)},{row})"
    style = f"{LINKED}{style}" if key == "value" else style
    return _Cell(style, None if number is not None else text, number, formula)


def _link_column(
    header: str, texts: pa.Array, links: pa.Array, least: float, most: float
) -> Column:
    """A column of links; what opens nothing does not look as if it did."""
    width = column_width(header, texts, least, most)
    if not links.null_count:
        return Column(header, width, "link", make_cells(texts=texts, links=links))
    if links.null_count == len(links):
        return Column(header, width, "text", make_cells(texts=texts))
    styles = pc.if_else(pc.is_valid(links), "link", "text")
    return Column(header, width, "", make_cells(styles=styles, texts=texts, links=links))


def _days(header: str, days: Sequence[date], lang: Lang) -> Column:
    style = date_style(date_format("day", Qualifier.EXACT, lang))
    serials = pa.array([date_serial(day) for day in days])
    return Column(header, 16, style, make_cells(numbers=serials))
