"""In Chromium, a link to a passage marks the quote: all of it, and nothing else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from exporter.evidence.clauses import normalise, split_clauses
from exporter.report.passages import ReadableText, neighbours, own_words
from exporter.report.text_fragments import passage_url
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


def test_letter_case_quotation_marks_and_width_make_no_difference(
    browser: "Browser", articles: dict[str, str]
) -> None:
    page = open_link(browser, passage_url(articles["harbour-en"], 'COVERS "SMART GATES", berths'))
    assert marks_exactly(page, "covers “smart gates”, berths")


def test_every_passage_of_a_quote_is_marked(browser: "Browser", articles: dict[str, str]) -> None:
    first, second = "今年全港自动装卸占比达到80%", "设计年吞吐量为1,200万标准箱"
    page = open_link(browser, passage_url(articles["harbour-zh"], f"{first}…{second}"))
    assert marks_exactly(page, first, second)


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


def test_a_suffix_tells_apart_where_nothing_stands_before(
    browser: "Browser", articles: dict[str, str]
) -> None:
    text = ReadableText("据介绍，港口很忙。\n据介绍，今年全港自动装卸占比达到80%")
    around = neighbours("据介绍", text, text.words.rindex("据"))
    url = passage_url(articles["harbour-zh"], "据介绍", around=around)
    page = open_link(browser, url)
    assert marks_exactly(page, "据介绍", nth=1)


@pytest.mark.parametrize("limit", [140, 255])
@pytest.mark.parametrize(("article", "quote"), [("harbour-zh", LONG_ZH), ("harbour-en", LONG_EN)])
def test_a_short_link_marks_part_of_the_quote(
    browser: "Browser", articles: dict[str, str], article: str, quote: str, limit: int
) -> None:
    url = passage_url(articles[article], quote, limit=limit)
    assert len(url) <= limit
    page = open_link(browser, url)
    assert is_anything_marked(page)


def test_words_that_are_not_on_the_page_mark_nothing(
    browser: "Browser", articles: dict[str, str]
) -> None:
    page = open_link(browser, passage_url(articles["harbour-zh"], "港口从未存在"))
    assert not is_anything_marked(page)


SPACED = "营收 12.3 亿元，同比增长 8%"
PAGE = """<!doctype html><meta charset=utf-8><title>x</title><style>
body{width:600px;margin:20px;font:16px/28px sans-serif;color:#000;background:#fff}
p{margin:0 0 1200px}::target-text{color:#f0f;background:#f0f}</style>"""


@pytest.mark.parametrize(
    ("text", "html", "quote"),
    [
        ("公司公布，营收12.3亿元，同比增长8%。", "<p>x</p><p>公司公布，营收12.3亿元，同比增长8%。</p>", SPACED),
        (f"公司公布，{SPACED}。", f"<p>x</p><p>公司公布，{SPACED}。</p>", "营收12.3亿元，同比增长8%"),
        ("Sales  rose 5% to\n12 million units.", "<p>x</p><p>Sales rose 5% to<br>12 million units.</p>",
         "Sales rose 5% to 12 million units"),
        ("It said: sales rose 5% to\n\n12 million units.",
         "<p>x</p><p>It said: sales rose 5% to</p><p>12 million units.</p>",
         "sales rose 5% to 12 million units"),
        ("Deliv\xaderies rose to 12 units.", "<p>x</p><p>Deliv&shy;eries rose to 12 units.</p>",
         "Deliveries rose to 12 units"),
        ("Sales¹ rose 5% in May.", "<p>x</p><p>Sales<sup>1</sup> rose 5% in May.</p>",
         "Sales¹ rose 5% in May"),
    ],
)  # fmt: skip
def test_a_quote_typed_otherwise_opens_the_source_at_its_words(
    browser: "Browser", site: Callable[[str, str], str], text: str, html: str, quote: str
) -> None:
    clauses = list(split_clauses(text))
    spans = [(one.start, two.end) for one in clauses for two in clauses if one.start <= two.start]
    same = normalise(quote)
    start, end = next(span for span in spans if normalise(text[slice(*span)]) == same)
    words = own_words(quote, ReadableText(text), start, end)
    address = site(f"typed-{abs(hash(quote + html))}", PAGE + html)
    page = open_link(browser, passage_url(address, quote, words=words))
    assert is_anything_marked(page)
    assert page.evaluate("scrollY") > 0, "it went there"
