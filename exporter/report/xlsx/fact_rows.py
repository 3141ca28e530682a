"""The rows of an entity's sheet: a batch of facts becomes columns of cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import literal
from exporter.evidence.claims import QuoteState
from exporter.facts.periods import Point, parse_period
from exporter.facts.table import Distinct, distinct, map_distinct
from exporter.facts.words import STATUS_LABELS, Lang, Qualifier
from exporter.report.formats import date_format, excel_serial, show_period
from exporter.report.labels import FACT_COLUMNS
from exporter.report.links import column_links, evidence_file
from exporter.report.passage_links import PassageLinks
from exporter.report.values import (
    qualifier_label,
    stored_numbers,
    unit_label,
    value_styles,
)
from exporter.report.xlsx.styles import DOUBT, date_style
from exporter.report.xlsx.tables import Column

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


def lay_out_rows(facts: pa.Table, looks: Distinct, plan: RowPlan) -> tuple[Column, ...]:
    """The columns of a batch of facts; they are as wide as is found when all are laid out.

    Args:
        facts: FACTS with `quote_state` and `figure_state`, as the check left them.
        looks: How their values show, from `value_looks`.
        plan: What they are laid out by.
    """
    lang, passages = plan.lang, PassageLinks(plan.urls, plan.links)
    # An array in every batch, doubtful or not: all batches of a sheet are kept by one schema.
    verified = pc.equal(facts["quote_state"], QuoteState.VERIFIED)
    quote_style = pc.if_else(verified, literal("text"), literal(f"{DOUBT}text"))
    cells = {
        "metric": _packed("label", distinct(facts[f"metric.{lang}"])),
        "value": Column(
            "", 1, value_styles(facts, looks, lang), facts[f"text.{lang}"], stored_numbers(facts)
        ),
        "unit": _packed("text", looks, lambda one: unit_label(one, lang)),
        "qualifier": _packed("text", looks, lambda one: qualifier_label(one, lang)),
        "as_of": _as_of(facts, plan),
        "status": _packed(
            "text", distinct(facts["status"]), lambda word: STATUS_LABELS[word].in_(lang)
        ),
        "attribution": _packed("text", distinct(facts[f"attribution.{lang}"])),
        "quote": Column("", 1, quote_style, _filled(facts["quote"])),
        "translation": Column("", 1, "muted", _filled(_translations(facts, lang))),
        "source": _linked(facts["source"], passages.of(facts["source"], facts["quote"]), plan),
        "fact": _fact(facts["id"], plan),
    }
    return tuple(cells[key] for key in COLUMNS)


def periods(facts: pa.Table, plan: RowPlan) -> pa.ChunkedArray:
    """What each fact is as of: its period, else the day on which its source appeared."""
    missing = pc.equal(facts["period"], "")
    if not pc.any(missing).as_py():
        return facts["period"]
    published = map_distinct(facts["source"], plan.published.get, pa.string())
    return pc.if_else(missing, published, facts["period"])


def _filled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts whose empty ones are blank cells."""
    empty = pc.equal(texts, "")
    return pc.if_else(empty, None, texts) if pc.any(empty).as_py() else texts


def _packed(style: str, found: Distinct, shown: Callable[[str], str] = str) -> Column:
    """A column of texts, few of them distinct, as `shown` makes them of the values found."""
    texts = found.map(lambda value: shown(value) or None, pa.string())
    return Column("", 1, style, texts, places=found.places)


def _as_of(facts: pa.Table, plan: RowPlan) -> Column:
    """Years, months and days are real dates, which sort; quarters and intervals are texts."""
    period, lang = distinct(periods(facts, plan)), plan.lang
    point = period.map(_single_date, pa.float64())
    style = period.map(lambda text: _period_style(text, lang), pa.string())
    shown = period.map(lambda text: show_period(text, lang), pa.string())
    texts = pc.if_else(pc.is_valid(point), None, shown)
    return Column("", 1, style, texts, point, places=period.places)


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
