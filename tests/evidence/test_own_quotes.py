"""Quotes as their source has them, where they were pasted or lack the mark of a footnote."""

from datetime import date

import pyarrow as pa
import pytest

from exporter.evidence.own_quotes import OwnQuotes
from exporter.evidence.quotes import verify_quote
from exporter.evidence.record import add_source
from exporter.evidence.source_files import read_sources
from exporter.evidence.sources import Source
from exporter.facts.words import Bilingual
from exporter.report.starter import make_report

TEXT = (
    "Net revenues rose to $4.2 billion in the first quarter of the year. Sales¹ in the north rose 5%.\n\n"
    "In 2022(1) the company sold 500 cars; it had 12 m² of space². Of this the efficient part was small.\n\n"
    "该公司第三季度营业收入42.5亿元，同比增长12.3%。净利润 大增一倍。\n"
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("own") / "mini"
    list(make_report(folder))
    document = folder / "note.txt"
    document.write_text(TEXT, "utf-8")
    said = Bilingual("A note", "A note")
    given = {
        "title": said,
        "publisher": said,
        "published": date(2026, 1, 5),
        "retrieved": None,
        "language": "en",
    }
    add_source(folder, document, "note", given, today=date(2026, 1, 6))
    return read_sources(folder / "sources", "sources")[0]["note"]


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("Net revenues rose to\n$4.2 billion in the ﬁrst quarter of the year", "Net revenues rose to $4.2 billion in the first quarter of the year"),
        ("该 公 司 第 三 季 度营业收入42.5亿元", "该公司第三季度营业收入42.5亿元"),
        ("净利润\n大增一倍", "净利润 大增一倍"),
        ("Net revenues rose to\n$4.2 billion in the first quarter of the year…Sales¹ in the north\nrose 5%", "Net revenues rose to $4.2 billion in the first quarter of the year…Sales¹ in the north rose 5%"),
        ("Sales in the north rose 5%", "Sales¹ in the north rose 5%"),
        ("In 2022 the company sold 500 cars", "In 2022(1) the company sold 500 cars"),
        ("In 2022\nthe company sold 500 cars; it had 12 m² of space", "In 2022(1) the company sold 500 cars; it had 12 m² of space²"),
    ],
)  # fmt: skip
def test_a_quote_is_as_its_source_has_it(source: Source, quote: str, own: str) -> None:
    assert OwnQuotes({"note": source}).of(quote, "note") == own
    assert verify_quote(own, source).spans


@pytest.mark.parametrize(
    "quote",
    [
        "Net revenues rose to $4.2 billion in the first quarter of the year",
        "Sales in the south rose 5%",
        "it had 12 m of space",
        "Sales¹ in the north rose 5%",
    ],
)
def test_others_stay_as_they_are(source: Source, quote: str) -> None:
    assert OwnQuotes({"note": source}).of(quote, "note") == quote


def test_without_the_text_a_quote_is_on_one_line(source: Source) -> None:
    from dataclasses import replace

    own = OwnQuotes({"note": replace(source, text=None)})
    assert own.of("Net revenues  rose\nto the ﬁrst", "note") == "Net revenues rose to the first"
    assert own.of("Sales in the north rose 5%", "note") == "Sales in the north rose 5%"
    assert own.of("of nobody\nknows what", "else") == "of nobody knows what"


def test_columns_of_facts_are_looked_at_together(source: Source) -> None:
    quotes = ["In 2022 the company sold 500 cars", "of\nanother", "plain", None]
    batch = pa.table(
        {
            "source": pa.array(["note", "other", "other", None]),
            "quote": pa.array(quotes, pa.string()),
        }
    )
    (own,) = OwnQuotes({"note": source}).of_facts([batch])
    assert own["quote"].to_pylist() == [
        "In 2022(1) the company sold 500 cars",
        "of another",
        "plain",
        None,
    ]
    assert own.schema == batch.schema
