"""An entity's facts as one worksheet: a table of columns, and a chart where figures compare."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.sources import Source
from exporter.facts.periods import Point, parse_period
from exporter.facts.table import KEY_SEPARATOR, NUMBER, TEXT, map_distinct
from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang, Qualifier
from exporter.report.columns import text_column
from exporter.report.comparison import comparison
from exporter.report.definition import EntityDefinition
from exporter.report.formats import date_format, excel_serial, show_period
from exporter.report.labels import FACT_COLUMNS, columns_in
from exporter.report.links import column_links, evidence_file, passage_url, url_limit
from exporter.report.model import Column, Sheet, Table
from exporter.report.styles import HEADER_OF_FIGURES, date_style
from exporter.report.values import doubted, shown_values, stored_numbers, value_styles
from exporter.report.widths import column_width


@dataclass(frozen=True, slots=True)
class EntitySheet:
    """An entity's worksheet with the facts that it shows, in the same order."""

    entity: EntityDefinition
    sheet: Sheet
    facts: pa.Table

    @property
    def table(self) -> Table:
        """The table of facts on it."""
        return self.sheet.tables[0]


def lay_out_entity(
    facts: pa.Table,
    entity: EntityDefinition,
    table_name: str,
    note: str,
    lang: Lang,
    sources: Mapping[str, Source],
) -> EntitySheet:
    """Lay one entity's facts out as a worksheet.

    Args:
        facts: Its facts as the check left them: FACTS with `quote_state` and `figure_state`.
        entity: The entity.
        table_name: Name of the Excel table.
        note: What stands below the title.
        lang: Language of the labels and texts.
        sources: By id, for links and dates.
    """
    shown = shown_values(facts, lang)
    headers = columns_in(FACT_COLUMNS, lang)
    attribution, unit = facts[f"attribution.{lang}"], _unit_labels(facts, lang)
    qualifier = _qualifier_labels(facts, lang)
    quote_style = doubted("text", pc.not_equal(facts["quote_state"], "verified"))
    published = {id_: source.record.published.isoformat() for id_, source in sources.items()}
    period = pc.if_else(
        pc.equal(facts["period"], ""),
        map_distinct(facts["source"], published.get, pa.string()),
        facts["period"],
    )
    columns = (
        text_column(headers["metric"], facts[f"metric.{lang}"], "label", 16, 27),
        Column(
            headers["value"],
            _value_width(headers["value"], facts, shown),
            value_styles(facts, lang),
            texts=facts[f"text.{lang}"],
            numbers=stored_numbers(facts),
            header_style=HEADER_OF_FIGURES,
        ),
        text_column(headers["unit"], unit, "text", 8, 17, choices="=units"),
        text_column(headers["qualifier"], qualifier, "text", 10, 12, choices="=qualifiers"),
        _as_of(headers["as_of"], period, lang),
        text_column(
            headers["status"],
            map_distinct(facts["status"], lambda word: STATUS_LABELS[word].in_(lang), pa.string()),
            "text", 9, 12, choices="=statuses",
        ),
        text_column(headers["attribution"], attribution, "text", 12, 20),
        text_column(headers["quote"], facts["quote"], quote_style, 24, 38),
        text_column(headers["translation"], _translations(facts, lang), "muted", 24, 38),
        _linked(headers["source"], facts["source"], _passages(facts, sources), 12, 19),
        _linked(headers["fact"], facts["id"], _evidence(facts["id"], lang), 14, 40),
    )  # fmt: skip
    table = Table(table_name, columns, facts.num_rows, facts=facts["id"])
    chart = comparison(facts, shown, entity.name, lang) if entity.chart else None
    name = entity.name.in_(lang)
    return EntitySheet(entity, Sheet(name, name, note, (table,), chart), facts)


def _as_of(header: str, period: pa.ChunkedArray, lang: Lang) -> Column:
    """Years, months and days are real dates, which sort; quarters and intervals are texts."""
    point = map_distinct(period, _single_date, pa.float64())
    style = map_distinct(period, lambda text: _period_style(text, lang), pa.string())
    shown = map_distinct(period, lambda text: show_period(text, lang), pa.string())
    texts = pc.if_else(pc.is_valid(point), None, shown)
    return Column(header, column_width(header, shown, 11, 14), style, texts=texts, numbers=point)


def _single_date(period: str) -> float | None:
    points = parse_period(period) or ()
    return excel_serial(points[0].first) if _is_excel_date(points) else None


def _period_style(period: str, lang: Lang) -> str:
    points = parse_period(period) or ()
    if not _is_excel_date(points):
        return "text"
    return date_style(date_format(points[0].precision, Qualifier.EXACT, lang))


def _value_width(header: str, facts: pa.Table, shown: pa.Array) -> float:
    """Texts wrap, numbers do not: those, in bold, get the width that they need."""
    numbers = pc.if_else(pc.equal(facts["kind"], TEXT), None, shown)
    return max(column_width(header, shown, 12, 29), column_width("", numbers, 0, 255) * 1.08)


def _linked(
    header: str, shown: pa.ChunkedArray, urls: pa.ChunkedArray, least: float, most: float
) -> Column:
    """A column whose cells open something; a sheet has two such columns, and a limit of links."""
    opened = column_links(urls, shown, links=2 * len(shown))
    width = column_width(header, shown, least, most)
    links, formulas = opened.links, opened.formulas
    return Column(header, width, "link", texts=shown, links=links, formulas=formulas)


def _evidence(ids: pa.ChunkedArray, lang: Lang) -> pa.ChunkedArray:
    """Each fact's place on the evidence page; ids need no percent-encoding."""
    return pc.binary_join_element_wise(f"{evidence_file(lang)}#", ids, "")


def _is_excel_date(points: Sequence[Point]) -> bool:
    """Whether a period is one year, month or day that Excel has; it begins in 1900."""
    return len(points) == 1 and points[0].precision != "quarter" and points[0].first.year >= 1900


def _passages(facts: pa.Table, sources: Mapping[str, Source]) -> pa.ChunkedArray:
    """The URL of each quote's passage, made once for each distinct quote."""
    key = pc.binary_join_element_wise(facts["source"], facts["quote"], KEY_SEPARATOR)
    return map_distinct(key, _passage(sources, url_limit(2 * facts.num_rows)), pa.string())


def _passage(sources: Mapping[str, Source], limit: int) -> Callable[[str], str | None]:
    def url(key: str) -> str | None:
        source, _, quote = key.partition(KEY_SEPARATOR)
        if source not in sources:
            return None
        return passage_url(sources[source].record.url, quote, limit=limit)

    return url


def _translations(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """The translation into the sheet's language where there is one, else into the other."""
    own, other = f"quote_{lang}", "quote_zh" if lang == "en" else "quote_en"
    return pc.if_else(pc.equal(facts[own], ""), facts[other], facts[own])


def _qualifier_labels(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    labels = map_distinct(
        facts["qualifier"], lambda word: QUALIFIER_LABELS[word].in_(lang), pa.string()
    )
    return pc.if_else(pc.equal(facts["kind"], TEXT), "", labels)


def _unit_labels(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    return pc.if_else(pc.equal(facts["kind"], NUMBER), facts[f"unit.{lang}"], "")


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
