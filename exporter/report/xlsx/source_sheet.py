"""The Sources sheet: every document that a workbook's quotes are from."""

from collections.abc import Sequence
from datetime import date

import pyarrow as pa

from exporter.evidence.sources import Source
from exporter.facts.words import Lang, Qualifier
from exporter.report.formats import date_format, excel_serial
from exporter.report.labels import SOURCE_COLUMNS, SOURCES, WORDS, columns_in
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.model import Sheet
from exporter.report.xlsx.styles import HEADER_OF_FIGURES, date_style
from exporter.report.xlsx.tables import Column, Table
from exporter.report.xlsx.widths import column_width


def lay_out_sources(
    sources: Sequence[Source], entities: Sequence[EntitySheet], lang: Lang
) -> Sheet:
    """Lay the Sources sheet of a workbook out.

    Args:
        sources: The sources that its facts quote.
        entities: Its entity sheets, for the number of facts that quote each.
        lang: The language.
    """
    headers = columns_in(SOURCE_COLUMNS, lang)
    records = [source.record for source in sources]
    authors = [record.author.in_(lang) if record.author else None for record in records]
    counts = [float(sum(_quoting(one, source) for one in entities)) for source in sources]
    urls = pa.array([record.url for record in records], pa.string())
    columns = (
        text_column(headers["source"], [source.id for source in sources], "label", 14, 30),
        text_column(headers["title"], [one.title.in_(lang) for one in records], "text", 20, 60),
        text_column(headers["publisher"], [r.publisher.in_(lang) for r in records], "text", 12, 24),
        text_column(headers["author"], authors, "text", 12, 24),
        _days(headers["published"], [record.published for record in records], lang),
        _days(headers["retrieved"], [record.retrieved for record in records], lang),
        Column(
            headers["facts"], 16, "count", numbers=pa.array(counts), header_style=HEADER_OF_FIGURES
        ),
        Column(
            headers["url"], column_width(headers["url"], urls, 20, 56), "link", urls, links=urls
        ),
        text_column(headers["sha256"], [record.sha256 for record in records], "code", 20, 70),
    )
    name = SOURCES.in_(lang)
    table = Table("Sources", columns, len(sources))
    return Sheet(name, name, WORDS["sources note"].in_(lang), (table,))


def _days(header: str, days: Sequence[date], lang: Lang) -> Column:
    style = date_style(date_format("day", Qualifier.EXACT, lang))
    return Column(header, 16, style, numbers=pa.array([excel_serial(day) for day in days]))


def _quoting(one: EntitySheet, source: Source) -> int:
    return one.totals.sources.get(source.id, 0)
