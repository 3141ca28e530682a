"""Files that travel inside a one-pager's PDF: the facts and views it shows, and the workbooks."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.found import Evidence
from exporter.facts.periods import Point
from exporter.facts.views import View
from exporter.facts.words import LANGUAGES, Bilingual, Lang
from exporter.report.definition import ReportDefinition
from exporter.report.page_definition import OnePagerDefinition
from exporter.report.pdf.model import Attachment
from exporter.report.prices import prices_of

# Those of a facts file first, by their names there; then a view's own; then what the check said.
COLUMNS = (
    "id", "kind", "entity", "metric.en", "metric.zh", "value", "value.en", "value.zh",
    "value.from", "value.to", "formula", "unit", "unit.en", "unit.zh", "unit.also",
    "qualifier", "period", "status",
    "attribution.en", "attribution.zh", "source", "quote", "quote_en", "quote_zh",
    "note.en", "note.zh", "also_in", "accept.en", "accept.zh", "restates", "replaces", "carried",
    "broker", "stance", "thesis.en", "thesis.zh", "drivers.en", "drivers.zh",
    "rating.en", "rating.zh", "previous_rating.en", "previous_rating.zh", "rating_reading",
    "target_price", "previous_target_price", "currency", "price", "analyst.en", "analyst.zh",
    "report_date",
    "quote_state", "figure_state",
)  # fmt: skip
VIEW = "view"  # kind of a row that is a view; a fact's is that of its value
_CSV_TEXT = Bilingual("Facts and views that the page shows", "本页所列的事实与观点")
_WORKBOOK_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attach_facts(content: bytes, lang: Lang) -> Attachment:
    """The facts and views as the data of the page; `content` is from `facts_csv`."""
    return Attachment("facts.csv", "text/csv", "Data", _CSV_TEXT.in_(lang), content)


def attach_workbook(name: str, title: str, content: bytes) -> Attachment:
    """A workbook as a supplement: it holds more than the page shows.

    Args:
        name: File name.
        title: The workbook's title, in the page's language.
        content: The .xlsx file.
    """
    return Attachment(name, _WORKBOOK_MIME, "Supplement", title, content)


def facts_csv(
    report: ReportDefinition, page: OnePagerDefinition, evidence: Evidence, views: Sequence[View]
) -> bytes:
    """The facts and views that a one-pager shows, in the page's order, in both languages.

    UTF-8 with a byte order mark, by which Excel knows it, and otherwise as RFC 4180 has it. Numbers
    stand as they were written, in their unit (19 with `%`, not 0.19); texts stand as they are, also
    where a spreadsheet would take one for a formula, for a quote is to stay verbatim.

    Args:
        report: The report's definition.
        page: Which of its one-pagers.
        evidence: What the check found, with its facts.
        views: All views.
    """
    text = StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    rows.writerows(_view_rows(report, page, evidence, views))
    brokers = {broker.name.en for broker in report.brokers_of(page)}
    priced = prices_of([view for view in views if view.broker in brokers], evidence)
    rows.writerows(_fact_rows(page, evidence, (price.fact for price in priced.values())))
    return text.getvalue().encode("utf-8-sig")


def _view_rows(
    report: ReportDefinition, page: OnePagerDefinition, evidence: Evidence, views: Sequence[View]
) -> Iterator[dict[str, Any]]:
    for broker in report.brokers_of(page):
        for view in views:
            if view.broker == broker.name.en:
                verdict = evidence.views[view.id]
                states = {"quote_state": verdict.quote.state, "figure_state": verdict.figure}
                yield _view_row(view) | states


def _view_row(view: View) -> dict[str, Any]:
    drivers = {
        f"drivers.{lang}": "; ".join(driver.in_(lang) for driver in view.drivers)
        for lang in ("en", "zh")
    }
    return {
        "id": view.id,
        "kind": VIEW,
        "entity": view.subject.en,
        "source": view.source,
        "quote": view.quote,
        "quote_en": view.quote_en,
        "quote_zh": view.quote_zh,
        "accept.en": view.accept.en if view.accept else "",
        "accept.zh": view.accept.zh if view.accept else "",
        "broker": view.broker,
        "stance": view.stance,
        "thesis.en": view.thesis.en,
        "thesis.zh": view.thesis.zh,
        **drivers,
        "rating.en": view.rating.en if view.rating else "",
        "rating.zh": view.rating.zh if view.rating else "",
        **_texts("previous_rating", view.previous_rating),
        **_texts("analyst", view.analyst),
        "rating_reading": "true" if view.rating_reading else "",
        "target_price": _written(view.target_price),
        "previous_target_price": _written(view.previous_target_price),
        "price": view.price if isinstance(view.price, str) else _written(view.price),
        "currency": view.currency or "",
        "report_date": view.report_date.isoformat() if view.report_date else "",
    }


def _texts(name: str, text: Bilingual | None) -> dict[str, str]:
    return {f"{name}.{lang}": text.in_(lang) if text else "" for lang in LANGUAGES}


def _written(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _fact_rows(
    page: OnePagerDefinition, evidence: Evidence, prices: Iterable[str]
) -> Iterator[dict[str, Any]]:
    ids = pa.array(dict.fromkeys((*page.facts, *prices)), pa.string())
    facts = evidence.facts.where(lambda batch: pc.is_in(batch["id"], ids)).table()
    places = pc.drop_null(pc.index_in(ids, facts["id"].combine_chunks()))
    for fact in facts.take(places).to_pylist():
        row = {name: fact.get(name) or "" for name in COLUMNS}
        texts = {f"value.{lang}": fact[f"text.{lang}"] or "" for lang in ("en", "zh")}
        yield row | _value(fact) | texts


def _value(fact: dict[str, Any]) -> dict[str, str]:
    """A number, the ends of a range, or a date as a facts file has it; nothing for a text."""
    if fact["high"] is not None:
        return {"value.from": _number(fact, "number"), "value.to": _number(fact, "high")}
    if fact["number"] is not None:
        return {"value": _number(fact, "number")}
    if fact["date"] is not None:
        return {"value": Point(fact["date"], fact["precision"]).written()}
    return {}


def _number(fact: dict[str, Any], name: str) -> str:
    return f"{Decimal(repr(fact[name])):.{fact['decimals'] or 0}f}"
