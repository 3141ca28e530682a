"""Columns of links to passages: each the link that the quote would get by itself."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.links import FORMULA_URL_LIMIT, HYPERLINKS_A_SHEET, passage_url, url_limit
from exporter.report.passages import PassageLinks

URLS = {
    "plain": "https://example.com/note",
    "with-mark": "https://example.com/note?a=1#top",
    "with-text": "https://example.com/note#:~:text=old",
    "long": "https://example.com/" + "x" * 200,
}
QUOTES = [
    "截至2023年10月，用户数量约为3000万，同比增长5%",
    "AI模型下载量突破1亿。",
    'well-known & 50% of "ships", it said…',
    "ships … rafts",
    "。，；",
    "",
    "(in brackets)",
    "0.5 and 1,000.5",
    "船" * 90,
    "它表示，" + "船" * 100 + "，很多",
    "二〇二三年:\u3000《通义千问》",
]  # fmt: skip


def column(links: PassageLinks, quotes: list[str], source: str) -> list[str | None]:
    sources = pa.chunked_array([pa.array([source] * len(quotes), pa.string())])
    return links.of(sources, pa.chunked_array([pa.array(quotes, pa.string())])).to_pylist()


def one_by_one(links: PassageLinks, quotes: list[str], source: str) -> list[str]:
    limit = url_limit(links.links)
    return [
        passage_url(URLS[source], quote, limit=limit, ascii_only=links.ascii_only)
        for quote in quotes
    ]


@pytest.mark.parametrize("source", URLS)
@pytest.mark.parametrize("links", [1, HYPERLINKS_A_SHEET + 1])
def test_a_column_has_the_links_of_its_quotes(source: str, links: int) -> None:
    made = PassageLinks(URLS, links)
    assert column(made, QUOTES, source) == one_by_one(made, QUOTES, source)


WORDS = st.text(st.sampled_from('船AIz09 %％，。、：,.-…()“”&"#\n~½²'), max_size=30)


@given(st.lists(WORDS | st.text(max_size=20), min_size=1, max_size=20), st.sampled_from([1, 10**6]))
def test_any_quotes_have_the_same_links_together_and_alone(quotes: list[str], links: int) -> None:
    made = PassageLinks(URLS, links)
    for source in ("plain", "long"):
        assert column(made, quotes, source) == one_by_one(made, quotes, source)


def test_a_source_without_an_address_has_no_link() -> None:
    assert column(PassageLinks(URLS, 1), QUOTES[:2], "unknown") == [None, None]


def test_in_formulas_letters_stand_as_they_are_and_marks_are_encoded() -> None:
    made = PassageLinks(URLS, HYPERLINKS_A_SHEET + 1)
    (link,) = column(made, ['用户约50%-60% & 更多, 见"注"一'], "plain")
    assert link == (
        "https://example.com/note#:~:text=用户约50%25%2D60%25%20%26%20更多%2C%20见%22注%22一"
    )


def test_more_of_a_chinese_passage_fits_into_a_formula() -> None:
    made = PassageLinks(URLS, HYPERLINKS_A_SHEET + 1)
    (link,) = column(made, ["截至十月用户数量已经超过三千万，同比增长明显"], "plain")
    assert link is not None
    assert link.endswith("同比增长明显")
    assert len(link) <= FORMULA_URL_LIMIT
