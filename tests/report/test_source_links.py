"""Where sources open: pages of the web at the words, PDFs at the page, what has no address nowhere."""

from datetime import date

import pytest

from exporter.evidence.documents.model import Document, Kind, Metadata, Place
from exporter.evidence.record import make_record
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source
from exporter.report.captions import source_line
from exporter.report.source_links import page_of, source_url

TEXT = "Sales rose 12% in the year.\nOrders rose 5% to 12,000 units.\nSales rose 12% in the year."
URL = "https://example.com/results"
WORDS = "#:~:text=Orders%20rose%205%25%20to%2012%2C000%20units"


def source(kind: Kind = "pdf", url: str | None = URL) -> Source:
    second, third = TEXT.index("Orders"), TEXT.rindex("Sales")
    places = ((0, Place(1)), (second, Place(12, (72.0, 540.1, 300.0, 552.3))), (third, Place(13)))
    document = Document(kind, TEXT, places if kind == "pdf" else (), Metadata(), "pdf-1")
    fields = {
        "title": "Results", "publisher": "Acme", "url": url, "kind": kind,
        "published": date(2026, 2, 3), "retrieved": date(2026, 2, 4),
    }  # fmt: skip
    record = SourceRecord.model_validate(make_record(document, fields))
    return Source("s", record, None, "s.yaml", positions_of(record.fingerprints))


@pytest.mark.parametrize(
    ("kind", "url", "link"),
    [
        ("pdf", URL, f"{URL}#page=12"),
        ("pdf", f"{URL}#toolbar=0", f"{URL}#page=12"),
        ("html", URL, f"{URL}{WORDS}"),
        ("docx", None, ""),
        ("pdf", None, ""),
    ],
)
def test_what_a_source_opens(kind: Kind, url: str | None, link: str) -> None:
    assert source_url(source(kind, url), "Orders rose 5% to 12,000 units") == link


def test_a_quote_that_is_not_found_opens_the_document() -> None:
    assert source_url(source(), "Orders fell 5% to 12,000 units") == URL


def test_a_page_beyond_what_a_formula_holds_is_left_out() -> None:
    assert source_url(source(), "Orders rose 5% to 12,000 units", limit=len(URL) + 3) == URL


@pytest.mark.parametrize(
    ("quote", "page"),
    [("Sales rose 12% in the year", 1), ("Orders rose 5% to 12,000 units. Sales rose 12%", 0),
     ("Orders rose 5% to 12,000 units. Sales rose 12% in the year", 12)],
)  # fmt: skip
def test_the_page_on_which_a_quote_begins(quote: str, page: int) -> None:
    assert page_of(source(), quote) == page
    assert source().record.pages == 13


@pytest.mark.parametrize(
    ("url", "page", "en", "zh"),
    [
        (URL, 0, "Acme, “Results”, 3 Feb 2026", "Acme《Results》，2026年2月3日"),
        (URL, 12, "Acme, “Results”, 3 Feb 2026, page 12", "Acme《Results》，2026年2月3日，第12页"),
        (None, 0, "Acme, “Results”, 3 Feb 2026, on file", "Acme《Results》，2026年2月3日，存档"),
    ],
)
def test_source_lines(url: str | None, page: int, en: str, zh: str) -> None:
    record = source(url=url).record
    assert source_line(record, "en", page) == en
    assert source_line(record, "zh", page) == zh
