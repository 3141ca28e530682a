"""In Chromium, a link to a passage marks the quote: all of it, and nothing else."""

from typing import TYPE_CHECKING

import pytest

from exporter.report.passage_links import ReadableText, neighbours, passage_url
from tests.browser.harbour import ARTICLES, CHINESE, ENGLISH
from tests.browser.marks import is_anything_marked, marks_exactly, open_link

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG_ZH = CHINESE[4].removesuffix("。")
LONG_EN = ENGLISH[3].removesuffix(".")


@pytest.mark.parametrize(
    ("article", "quote"),
    [
        ("harbour-zh", "比去年翻了一番"),
        ("harbour-zh", "今年全港自动装卸占比达到80%"),
        # Its first clause alone stands earlier on the page, in another paragraph.
        ("harbour-zh", "据介绍，今年全港自动装卸占比达到80%，比去年翻了一番"),
        ("harbour-zh", "设计年吞吐量为1,200万标准箱"),
        ("harbour-zh", "港口负责人表示，“智慧港口”将于2027年全面建成"),
        ("harbour-zh", LONG_ZH),
        ("harbour-en", "It lifts 40% more than the old ones – up to 65 tonnes – and is run from a desk"),
        ("harbour-en", "The port said its 5-year plan, agreed with rail & road operators"),
        ("harbour-en", "covers “smart gates”, berths and cold stores"),
        ("harbour-en", LONG_EN),
    ],
)  # fmt: skip
def test_the_mark_is_the_quote(
    browser: "Browser", articles: dict[str, str], article: str, quote: str
) -> None:
    page = open_link(browser, passage_url(articles[article], quote))
    assert marks_exactly(page, quote)
    page.close()


def test_letter_case_quotation_marks_and_width_make_no_difference(
    browser: "Browser", articles: dict[str, str]
) -> None:
    page = open_link(browser, passage_url(articles["harbour-en"], 'COVERS "SMART GATES", berths'))
    assert marks_exactly(page, "covers “smart gates”, berths")
    page.close()


def test_every_passage_of_a_quote_is_marked(browser: "Browser", articles: dict[str, str]) -> None:
    first, second = "今年全港自动装卸占比达到80%", "设计年吞吐量为1,200万标准箱"
    page = open_link(browser, passage_url(articles["harbour-zh"], f"{first}…{second}"))
    assert marks_exactly(page, first, second)
    page.close()


@pytest.mark.parametrize(
    ("article", "quote"),
    [("harbour-zh", "新码头已于去年投产"), ("harbour-en", "a new crane was delivered")],
)
def test_words_that_stand_twice_are_told_apart_where_the_text_is_at_hand(
    browser: "Browser", articles: dict[str, str], article: str, quote: str
) -> None:
    text = "\n\n".join(ARTICLES[article])
    start = text.rindex(quote)
    plain = open_link(browser, passage_url(articles[article], quote))
    assert marks_exactly(plain, quote, nth=0), "the first place, as documented"
    around = neighbours(quote, ReadableText(text), start)
    told = passage_url(articles[article], quote, around=around)
    page = open_link(browser, told)
    assert marks_exactly(page, quote, nth=1)
    assert not marks_exactly(page, quote, nth=0)
    for one in (plain, page):
        one.close()


def test_a_suffix_tells_apart_where_nothing_stands_before(
    browser: "Browser", articles: dict[str, str]
) -> None:
    text = ReadableText("据介绍，港口很忙。\n据介绍，今年全港自动装卸占比达到80%")
    around = neighbours("据介绍", text, text.words.rindex("据"))
    url = passage_url(articles["harbour-zh"], "据介绍", around=around)
    page = open_link(browser, url)
    assert marks_exactly(page, "据介绍", nth=1)
    page.close()


@pytest.mark.parametrize("limit", [140, 255])
@pytest.mark.parametrize(("article", "quote"), [("harbour-zh", LONG_ZH), ("harbour-en", LONG_EN)])
def test_a_short_link_marks_part_of_the_quote(
    browser: "Browser", articles: dict[str, str], article: str, quote: str, limit: int
) -> None:
    url = passage_url(articles[article], quote, limit=limit)
    assert len(url) <= limit
    page = open_link(browser, url)
    assert is_anything_marked(page)
    page.close()


def test_words_that_are_not_on_the_page_mark_nothing(
    browser: "Browser", articles: dict[str, str]
) -> None:
    page = open_link(browser, passage_url(articles["harbour-zh"], "港口从未存在"))
    assert not is_anything_marked(page)
    page.close()
