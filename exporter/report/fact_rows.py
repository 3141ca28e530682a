"""The rows of an entity's sheet: a batch of facts becomes columns of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.periods import Point, parse_period
from exporter.facts.table import NUMBER, TEXT, map_distinct
from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang, Qualifier
from exporter.report.formats import date_format, excel_serial, show_period
from exporter.report.labels import FACT_COLUMNS
from exporter.report.links import column_links, evidence_file
from exporter.report.model import Column
from exporter.report.passages import PassageLinks
from exporter.report.styles import date_style
from exporter.report.values import doubted, stored_numbers, value_styles

COLUMNS = tuple(FACT_COLUMNS)  # keys, in the order of the sheet


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What the rows of a sheet are laid out by.

    Attributes:
        lang: Language of labels and texts.
        urls: The address of each source, by its id.
        published: When each source appeared (ISO 8601), by its id.
        links: How many links the sheet has in all, of which Excel holds so many and no more.
        to_evidence: Whether the facts stand on the evidence page.
    """

    lang: Lang
    urls: Mapping[str, str]
    published: Mapping[str, str]
    links: int
    to_evidence: bool


def lay_out_rows(facts: pa.Table, looks: pa.ChunkedArray, plan: RowPlan) -> tuple[Column, ...]:
    """The columns of a batch of facts; they are as wide as is found when all are laid out.

    Args:
        facts: FACTS with `quote_state` and `figure_state`, as the check left them.
        looks: How their values show, from `value_looks`.
        plan: What they are laid out by.
    """
    lang, passages = plan.lang, PassageLinks(plan.urls, plan.links)
    quote_style = doubted("text", pc.not_equal(facts["quote_state"], "verified"))
    status = map_distinct(facts["status"], lambda word: STATUS_LABELS[word].in_(lang), pa.string())
    cells = {
        "metric": Column("", 1, "label", _filled(facts[f"metric.{lang}"])),
        "value": Column(
            "", 1, value_styles(facts, looks, lang), facts[f"text.{lang}"], stored_numbers(facts)
        ),
        "unit": Column("", 1, "text", _filled(_unit_labels(facts, lang))),
        "qualifier": Column("", 1, "text", _filled(_qualifier_labels(facts, lang))),
        "as_of": _as_of(facts, plan),
        "status": Column("", 1, "text", _filled(status)),
        "attribution": Column("", 1, "text", _filled(facts[f"attribution.{lang}"])),
        "quote": Column("", 1, quote_style, _filled(facts["quote"])),
        "translation": Column("", 1, "muted", _filled(_translations(facts, lang))),
        "source": _linked(facts["source"], passages.of(facts["source"], facts["quote"]), plan),
        "fact": _fact(facts["id"], plan),
    }
    return tuple(cells[key] for key in COLUMNS)


def periods(facts: pa.Table, plan: RowPlan) -> pa.ChunkedArray:
    """What each fact is as of: its period, else the day on which its source appeared."""
    published = map_distinct(facts["source"], plan.published.get, pa.string())
    return pc.if_else(pc.equal(facts["period"], ""), published, facts["period"])


def _filled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts whose empty ones are blank cells."""
    empty = pc.equal(texts, "")
    return pc.if_else(empty, None, texts) if pc.any(empty).as_py() else texts


def _as_of(facts: pa.Table, plan: RowPlan) -> Column:
    """Years, months and days are real dates, which sort; quarters and intervals are texts."""
    period, lang = periods(facts, plan), plan.lang
    point = map_distinct(period, _single_date, pa.float64())
    style = map_distinct(period, lambda text: _period_style(text, lang), pa.string())
    shown = map_distinct(period, lambda text: show_period(text, lang), pa.string())
    return Column("", 1, style, pc.if_else(pc.is_valid(point), None, shown), point)


def _single_date(period: str) -> float | None:
    points = parse_period(period) or ()
    return excel_serial(points[0].first) if _is_excel_date(points) else None


def _period_style(period: str, lang: Lang) -> str:
    points = parse_period(period) or ()
    if not _is_excel_date(points):
        return "text"
    return date_style(date_format(points[0].precision, Qualifier.EXACT, lang))


def _is_excel_date(points: Sequence[Point]) -> bool:
    """Whether a period is one year, month or day that Excel has; it begins in 1900."""
    return len(points) == 1 and points[0].precision != "quarter" and points[0].first.year >= 1900


def _unit_labels(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    return pc.if_else(pc.equal(facts["kind"], NUMBER), facts[f"unit.{lang}"], "")


def _qualifier_labels(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    labels = map_distinct(
        facts["qualifier"], lambda word: QUALIFIER_LABELS[word].in_(lang), pa.string()
    )
    return pc.if_else(pc.equal(facts["kind"], TEXT), "", labels)


def _translations(facts: pa.Table, lang: Lang) -> pa.ChunkedArray:
    """The translation into the sheet's language where there is one, else into the other."""
    own, other = f"quote_{lang}", "quote_zh" if lang == "en" else "quote_en"
    return pc.if_else(pc.equal(facts[own], ""), facts[other], facts[own])


def _linked(shown: pa.ChunkedArray, urls: pa.ChunkedArray, plan: RowPlan) -> Column:
    """A column whose cells open something."""
    opened = column_links(urls, shown, plan.links)
    return Column("", 1, "link", shown, links=opened.links, formulas=opened.formulas)


def _fact(ids: pa.ChunkedArray, plan: RowPlan) -> Column:
    """Each fact's id, with its place on the evidence page; ids need no percent-encoding."""
    if not plan.to_evidence:
        return Column("", 1, "code", ids)
    urls = pc.binary_join_element_wise(f"{evidence_file(plan.lang)}#", ids, "")
    return _linked(ids, urls, plan)
