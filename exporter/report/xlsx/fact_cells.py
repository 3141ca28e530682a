"""The cells of an entity's sheet: what each of its columns makes of a batch of facts."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import literal, one_chunk
from exporter.evidence.claims import QuoteState
from exporter.facts.history import is_withdrawn
from exporter.facts.periods import DATES, Point, parse_period
from exporter.facts.ranges import End, has_ranges
from exporter.facts.table import KEY_SEPARATOR, distinct, map_dictionary
from exporter.facts.words import STATUS_LABELS, Lang, Qualifier
from exporter.limits import FIRST_DATE, date_serial
from exporter.report.formats import date_format, show_period
from exporter.report.labels import WORDS
from exporter.report.links import HYPERLINKS_A_SHEET, column_links, evidence_file
from exporter.report.looks import qualifier_label, unit_label
from exporter.report.passage_links import PassageLinks
from exporter.report.values import (
    end_styles,
    figures_accepted,
    marked,
    shown_texts,
    stored_highs,
    stored_numbers,
    value_styles,
)
from exporter.report.xlsx import further_cells
from exporter.report.xlsx.fact_batch import FactBatch, RowPlan
from exporter.report.xlsx.model import make_cells
from exporter.report.xlsx.styles import CALCULATED, DOUBT, date_style


def metric(batch: FactBatch) -> pa.DictionaryArray:
    """What is measured or stated."""
    return _repeated(distinct(batch.facts[f"metric.{batch.lang}"]))


def value(batch: FactBatch) -> pa.StructArray:
    """Numbers and dates as Excel stores them, in formats that show them as written; or texts.

    Of a range it is the low end, in a format that shows both.
    """
    facts, lang = batch.facts, batch.lang
    cells = {
        "styles": value_styles(facts, batch.looks, lang),
        "texts": shown_texts(facts, lang),
        "numbers": stored_numbers(facts, lang),
    }
    return make_cells(**(cells | _calculated(batch, cells["numbers"], cells["styles"])))


def _calculated(
    batch: FactBatch, numbers: pa.ChunkedArray, styles: pa.ChunkedArray
) -> dict[str, pa.Array]:
    """What is otherwise of the values of a sheet with formulas: all its batches have them."""
    plan = batch.plan
    if not plan.has_formulas:
        return {}
    live = [plan.formulas.get(id_) for id_ in batch.facts["id"].to_pylist()]
    mask = pa.array([one is not None for one in live])
    cached = pa.array([one.cached for one in live if one], pa.float64())
    page = f"{evidence_file(batch.lang)}#"
    links = [page + one.evidence if one and one.evidence else None for one in live]
    is_linked = plan.to_evidence and plan.links <= HYPERLINKS_A_SHEET
    return {
        "numbers": pc.replace_with_mask(one_chunk(numbers), mask, cached),
        "styles": marked(styles, pa.chunked_array([mask]), CALCULATED),
        "formulas": pa.array([one.formula if one else None for one in live], pa.string()),
        "links": pa.array(links if is_linked else [None] * len(live), pa.string()),
    }


def formula(batch: FactBatch) -> pa.DictionaryArray:
    """The formulas of calculated facts, as they are written; blank for all else."""
    return _repeated(distinct(pc.fill_null(batch.facts["formula"], "")))


def high(batch: FactBatch) -> pa.DictionaryArray:
    """The high ends of ranges, each in the look of a single value; blank where there is none."""
    facts = batch.facts
    if not has_ranges(facts):
        rows = pa.array(np.zeros(facts.num_rows, np.int32))
        return pa.DictionaryArray.from_arrays(rows, _ends(pa.array([""]), pa.array([""])))
    styles, numbers = (
        end_styles(facts, batch.looks, batch.lang, End.HIGH),
        stored_highs(facts, batch.lang),
    )
    written = pc.fill_null(pc.cast(numbers, pa.string()), "")
    cells = distinct(pc.binary_join_element_wise(styles, written, KEY_SEPARATOR))
    parts = pc.split_pattern(cells.dictionary, KEY_SEPARATOR)
    ends = _ends(*(pc.list_element(parts, place) for place in (0, 1)))
    return pa.DictionaryArray.from_arrays(cells.indices, ends)


def _ends(styles: pa.Array, numbers: pa.Array) -> pa.StructArray:
    """Cells of numbers as written; "" for a blank one."""
    filled = pc.if_else(pc.equal(numbers, ""), None, numbers)
    return make_cells(
        styles=pc.if_else(pc.is_null(filled), "text", styles), numbers=filled.cast(pa.float64())
    )


def note(batch: FactBatch) -> pa.DictionaryArray:
    """What is to be known of a fact; blank for most."""
    return _repeated(distinct(batch.facts[f"note.{batch.lang}"]))


def also_in(batch: FactBatch) -> pa.DictionaryArray:
    """Where else a fact can be read; blank for most."""
    return further_cells.also_in(batch.facts, batch.lang)


def accepted(batch: FactBatch) -> pa.DictionaryArray:
    """Why the analyst answers for what the quote does not prove; blank for all else."""
    facts = batch.facts
    reasons = facts[f"accept.{batch.lang}"]
    return _repeated(distinct(pc.if_else(figures_accepted(facts), reasons, "")))


def change(batch: FactBatch) -> pa.StructArray | pa.DictionaryArray:
    """What has changed since an earlier edition; blank for all that has not."""
    if batch.plan.marks is not None:
        return make_cells(texts=batch.plan.marks.texts(batch.facts["id"]))
    rows = pa.array(np.zeros(batch.facts.num_rows, np.int32))
    return _repeated(pa.DictionaryArray.from_arrays(rows, pa.array([""])))


def unit(batch: FactBatch) -> pa.DictionaryArray:
    """The units of numbers."""
    return _repeated(batch.looks, lambda look: unit_label(look, batch.lang))


def qualifier(batch: FactBatch) -> pa.DictionaryArray:
    """The qualifiers of numbers and dates."""
    return _repeated(batch.looks, lambda look: qualifier_label(look, batch.lang))


def period(batch: FactBatch) -> pa.DictionaryArray:
    """Years, months and days are real dates, which sort; quarters and intervals are texts."""
    periods, lang = batch.periods, batch.lang
    dates = map_dictionary(periods, _single_date, pa.float64()).dictionary
    styles = map_dictionary(periods, lambda period: _period_style(period, lang), pa.string())
    texts = pc.if_else(pc.is_valid(dates), None, shown_periods(batch))
    cells = make_cells(styles=styles.dictionary, texts=texts, numbers=dates)
    return pa.DictionaryArray.from_arrays(periods.indices, cells)


def shown_periods(batch: FactBatch) -> pa.Array:
    """The distinct periods in words, as their cells show them, dates or not."""
    shown = map_dictionary(
        batch.periods, lambda period: show_period(period, batch.lang), pa.string()
    )
    return shown.dictionary


def status(batch: FactBatch) -> pa.DictionaryArray:
    """How far what is stated has come."""
    statuses = distinct(batch.facts["status"])
    return _repeated(statuses, lambda word: STATUS_LABELS[word].in_(batch.lang))


def attribution(batch: FactBatch) -> pa.DictionaryArray:
    """Who says it."""
    return _repeated(distinct(batch.facts[f"attribution.{batch.lang}"]))


def quote(batch: FactBatch) -> pa.StructArray:
    """The quotes, marked where the check did not verify them."""
    # A style a row in every batch, doubtful or not: all batches of a sheet are kept by one schema.
    verified = pc.equal(batch.facts["quote_state"], QuoteState.VERIFIED)
    verified = pc.or_(verified, pc.equal(batch.facts["quote"], ""))
    styles = pc.if_else(verified, literal("text"), literal(f"{DOUBT}text"))
    return make_cells(styles=styles, texts=_filled(batch.facts["quote"]))


def translation(batch: FactBatch) -> pa.StructArray:
    """The translation into the sheet's language; blank where that is the quote's own.

    One that says another number than its quote is marked, so that one does into the other
    language, which has its place on the sheet of that language.
    """
    facts = batch.facts
    texts = _filled(facts[f"quote_{batch.lang}"])
    is_wrong = pc.and_(pc.not_equal(facts["translation_state"], ""), pc.is_valid(texts))
    styles = pc.if_else(is_wrong, literal(f"{DOUBT}muted"), literal("muted"))
    return make_cells(styles=styles, texts=texts)


def source(batch: FactBatch) -> pa.StructArray:
    """Each fact's source, linked to the passage that carries it, or to the evidence page."""
    sources, plan = batch.facts["source"], batch.plan
    passages = PassageLinks(plan.urls, plan.links, plan.words, plan.paged)
    links = passages.of(sources, batch.facts["quote"])
    if plan.to_evidence and links.null_count:  # what has no address opens the evidence page
        links = pc.coalesce(links, _on_evidence_page(batch))
    if plan.has_formulas:
        said = WORDS["calculated"].in_(plan.lang)
        sources = pc.if_else(pc.equal(sources, ""), said, sources)
    return _linked(sources, links, plan)


def id_(batch: FactBatch) -> pa.StructArray:
    """Each fact's id, linked to its place on the evidence page."""
    ids, plan = batch.facts["id"], batch.plan
    if not plan.to_evidence:
        return make_cells(texts=ids)
    return _linked(ids, _on_evidence_page(batch), plan)


def _on_evidence_page(batch: FactBatch) -> pa.ChunkedArray:
    """The place of each fact on the evidence page, if it has one; ids need no percent-encoding."""
    page = f"{evidence_file(batch.lang)}#"
    links = pc.binary_join_element_wise(page, batch.facts["id"], "")
    withdrawn = is_withdrawn(batch.facts)
    return pc.if_else(withdrawn, None, links) if pc.any(withdrawn).as_py() else links


def _filled(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts whose empty ones are blank cells."""
    empty = pc.equal(texts, "")
    return pc.if_else(empty, None, texts) if pc.any(empty).as_py() else texts


def _repeated(values: pa.DictionaryArray, shown: Callable[[str], str] = str) -> pa.DictionaryArray:
    """Cells of texts, few of them distinct, as `shown` makes them of the values."""
    texts = map_dictionary(values, lambda value: shown(value) or None, pa.string())
    return pa.DictionaryArray.from_arrays(texts.indices, make_cells(texts=texts.dictionary))


def _linked(shown: pa.ChunkedArray, urls: pa.ChunkedArray, plan: RowPlan) -> pa.StructArray:
    """Cells that open something."""
    opened = column_links(urls, shown, plan.links)
    cells = {"texts": shown, "links": opened.links, "formulas": opened.formulas}
    if plan.has_history:  # what opens nothing does not look as if it did
        cells["styles"] = pc.if_else(pc.is_valid(urls), literal("link"), literal("code"))
    return make_cells(**cells)


def _single_date(period: str) -> float | None:
    points = parse_period(period) or ()
    return date_serial(points[0].first) if _is_excel_date(points) else None


def _period_style(period: str, lang: Lang) -> str:
    points = parse_period(period) or ()
    if not _is_excel_date(points):
        return "text"
    return date_style(date_format(points[0].precision, Qualifier.EXACT, lang))


def _is_excel_date(points: Sequence[Point]) -> bool:
    """Whether a period is one year, month or day that Excel has."""
    return len(points) == 1 and points[0].precision in DATES and points[0].first >= FIRST_DATE
