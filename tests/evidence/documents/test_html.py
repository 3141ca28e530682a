"""Pages: the article and nothing around it, as a browser shows it; what the page tells of itself."""

import sys
from datetime import date

import pytest

from exporter.evidence.documents import read_document
from exporter.evidence.documents.html import read_html
from exporter.evidence.documents.model import Metadata
from exporter.inputs.opened import InputError
from exporter.limits import READING

PROSE = (
    "Acme said on Tuesday that its net profit rose 12% to €4.2 billion in the fourth quarter.",
    "Orders grew faster than sales, and the board proposed a dividend of €1.10 a share.",
    "The company expects sales of €22 billion to €23 billion in the current year, it said.",
)
CHINESE = (
    "该公司第三季度实现营业收入42.5亿元，同比增长12.3%；归母净利润6.8亿元，同比增长8.1%。",
    "公司预计全年收入将超过160亿元，主要得益于新能源业务放量以及海外渠道扩张。",
    "中金公司认为，公司海外业务的毛利率仍有提升空间，维持“跑赢行业”评级。",
)
OTHER = "Gamma shares fall 20% as a regulator opens a probe into the accounts of its bank unit."
OTHER_ZH = "另一家公司的股价下跌20%，监管机构已对其银行子公司的账目展开调查，市场反应强烈。"

TABLE = """<table><caption>Key figures</caption><tr><th>€ m<th>2025<th>2024<tr><td>Sales<td>21,300
<td>19,800<tr><td>Staff<td><td>312</table>"""
TABLE_OF_FILINGS = """<table><tr><td><td><td colspan=3>2025<td><td colspan=3>2024<tr><td>Net<td><td>$
<td>1,234<td><td><td>$<td>(1,100<td>)<tr><td>Growth<td><td><td>12<td>%<td><td><td>9<td>%</table>"""
TABLE_OF_TWO_HEADS = """<table><tr><th rowspan=2>€ m<th colspan=2>2025<th>2024<tr><th>Q1<th>Q2<th>Q1
<tr><td>Sales<td>5<td>6<td>4<tr><td rowspan=2>Europe<td>A<td>1<td>2<tr><td>B<td>3<td>4</table>"""


def page(body: str, head: str = "", attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def text_of(body: str) -> str:
    return read_html(page(body).encode(), READING).text


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "around",
    [
        "<nav><p>{}</p></nav>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<header><p>{}</p></header>",
        '<div role="complementary"><p>{}</p></div>',
        '<div id="cookie-consent"><p>{}</p></div>',
        '<div class="ad-slot"><p>{}</p></div>',
        '<div class="adBox sponsored"><p>{}</p></div>',
        '<section class="relatedArticles"><p>{}</p></section>',
        '<div class="comments-list"><p>{}</p></div>',
        '<div class="sidebar"><p>{}</p></div>',
        '<div class="most-read"><p>{}</p></div>',
        '<div aria-label="Advertisement"><p>{}</p></div>',
        '<p class="sponsored">{}</p>',
        '<p>Related: <a href="/1">{}</a></p>',
        '<p>【相关阅读】<a href="/1">{}</a></p>',
        "<p class='sr-only'>{}</p>",
        "<h3>Related stories</h3>",
        "<div hidden><p>{}</p></div>",
        '<div style="display: none"><p>{}</p></div>',
        "<noscript><p>{}</p></noscript>",
        "<amp-ad type='doubleclick'><div fallback><p>{}</p></div></amp-ad>",
        "<amp-consent layout='nodisplay'><div><p>{}</p></div></amp-consent>",
        "<script>var text = '{}';</script>",
        "<template><p>{}</p></template>",
        '<ul><li><a href="/1">{0}</a></li><li><a href="/2">{0}</a></li></ul>',
    ],
)
@pytest.mark.parametrize(("texts", "other"), [(PROSE, OTHER), (CHINESE, OTHER_ZH)])
@pytest.mark.parametrize("place", ["before", "inside", "behind"])
def test_what_is_around_an_article_is_left_out(
    around: str, texts: tuple[str, ...], other: str, place: str
) -> None:
    extra = around.format(other)
    first, *rest = (f"<p>{text}</p>" for text in texts)
    parts = {
        "before": f"{extra}<div class='story'>{first}{''.join(rest)}</div>",
        "inside": f"<div class='story'>{first}{extra}{''.join(rest)}</div>",
        "behind": f"<div class='story'>{first}{''.join(rest)}</div>{extra}",
    }
    assert text_of(parts[place]) == "\n".join(texts)


@pytest.mark.parametrize(
    "body",
    [
        "<main>{}</main>",
        "<article>{}</article>",
        "<form id='aspnet'><div class='content'>{}</div></form>",
        "<div class='sidebar-right no-comments'><div>{}</div></div>",
        "<table><tr><td>{}</td></tr></table>",
        "<div class='article'><div>{}</div></div>",
        "<div class='kAdBc'>{}</div>",
    ],
)
def test_an_article_is_kept_whatever_it_stands_in(body: str) -> None:
    assert text_of(body.format(paragraphs(PROSE))) == "\n".join(PROSE)


def test_paragraphs_that_are_called_like_a_paywall_or_print_stay() -> None:
    marked = "".join(f'<p class="paywall print">{text}</p>' for text in PROSE)
    assert text_of(f"<article>{marked}</article>") == "\n".join(PROSE)


def test_short_paragraphs_that_begin_like_an_offer_stay() -> None:
    short = (
        "Comments from management were upbeat.",
        "Related costs fell 3%.",
        "更多的订单来自海外。",
    )
    assert text_of(f"<article>{paragraphs((*PROSE, *short))}</article>") == "\n".join(
        (*PROSE, *short)
    )


def test_the_title_and_the_lead_above_the_body_belong_to_the_article() -> None:
    body = f"<div><h1>Acme's profit rises</h1><p>{PROSE[0]}</p>"
    body += f"<div class='body'>{paragraphs(PROSE[1:] * 4)}</div></div>"
    assert text_of(body).startswith(f"Acme's profit rises\n{PROSE[0]}\n{PROSE[1]}")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Up 12%<sup>1</sup>, it said", "Up 12%¹, it said"),
        ("Up 12%<sup>1, 2</sup>, it said", "Up 12%¹, ², it said"),
        ("10<sup>9</sup> units", "10⁹ units"),
        ("the 18<sup>th</sup> year", "the 18th year"),
        ("CO<sub>2</sub> fell", "CO2 fell"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>12个", "漢字12个"),
        ("One line<br>another line", "One line\nanother line"),
        ("One<br><br/>Two", "One\nTwo"),
        ("\u3000\u3000一<br>\u3000\u3000二<br>&nbsp;<br>\u3000三", "一\n二\n三"),
        ("Sales   rose\n 12%&nbsp;here", "Sales rose 12%\u00a0here"),
        ("Sales <b>rose</b><i> 12%</i>", "Sales rose 12%"),
        ("<a>Sales<span class='visually-hidden'> (opens 1 window)</span></a> rose", "Sales rose"),
        ("<ul><li>Orders 5<li>Margin 18%</ul>", "Orders 5\nMargin 18%"),
        ("<dl><dt>Sales</dt><dd>21,300</dd></dl>", "Sales\n21,300"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("a\0b &lt;5%&gt;", "ab <5%>"),
        (
            TABLE,
            "Key figures\n€ m\t2025\t2024\nSales\t21,300\t19,800\nStaff\t\t312",
        ),
        (TABLE_OF_FILINGS, "\t2025\t2024\nNet\t$1,234\t$(1,100)\nGrowth\t12%\t9%"),
        (
            TABLE_OF_TWO_HEADS,
            "€ m\t2025\t\t2024\n\tQ1\tQ2\tQ1\nSales\t5\t6\t4\nEurope\tA\t1\t2\n\tB\t3\t4",
        ),
        (
            "<table><tr><th>€ m<th>2025<th>2024<tr><td>Staff<td>312<td>–<tr><td>Net<td>7<td>5</table>",
            "€ m\t2025\t2024\nStaff\t312\t–\nNet\t7\t5",
        ),
        ("<table><tr><td>•<td>Sales rose 12% in the year</table>", "Sales rose 12% in the year"),
    ],
)
def test_text_is_as_a_browser_shows_it(markup: str, text: str) -> None:
    body = f"<article>{paragraphs(PROSE)}<div>{markup}</div></article>"
    assert text_of(body).removeprefix("\n".join(PROSE) + "\n") == text


def test_a_page_of_a_table_alone_is_read_whatever_it_is_called() -> None:
    body = "<nav><a href='/'>Home</a></nav><div class='widget'>"
    body += "<table><tr><th>€ m<th>2025<tr><td>Sales<td>21,300</table></div>"
    assert text_of(body) == "€ m\t2025\nSales\t21,300"


def test_what_is_said_above_and_below_a_table_belongs_to_it() -> None:
    table = "<table><tr><th>Brand<th>2025<tr><td>Alder<td>21,300<tr><td>Birch<td>9,100</table>"
    body = f"<nav><a href='/'>Home</a></nav><h1>Sales</h1><p>In thousands</p><div>{table}</div>"
    text = text_of(f"{body}<p>Without vans.</p><footer>All rights reserved</footer>")
    assert text == "Sales\nIn thousands\nBrand\t2025\nAlder\t21,300\nBirch\t9,100\nWithout vans."


def test_lines_that_a_break_ends_are_of_one_paragraph() -> None:
    document = read_html(page("<p>One<br>two</p><p>Three</p>").encode(), READING)
    assert document.text == "One\ntwo\nThree"
    assert [str(document.place_of(at, at + 3)) for at in (0, 4, 8)] == ["¶1", "¶1", "¶2"]


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Acme&#39;s profit rises", "inLanguage": "en-GB",
"datePublished": "2026-02-03T23:30:00-08:00", "author": [{"name": "Ann Lee"}, {"name": "Bo Chen"}],
"publisher": {"@type": "Organization", "name": "Trade Wire"}, "url": "https://wire.example/a"}]}
</script>"""
OPEN_GRAPH = """<meta property="og:title" content="Acme's profit rises">
<meta property="og:site_name" content="Trade Wire"><meta name="author" content="By Ann Lee, Bo Chen">
<meta property="article:published_time" content="2026-02-03"><meta property="og:locale" content="en_GB">
<link rel="canonical" href="https://wire.example/a">"""
DUBLIN_CORE = """<meta name="DC.title" content="Acme's profit rises"><meta name="DC.publisher"
content="Trade Wire"><meta name="DC.creator" content="Ann Lee, Bo Chen"><meta name="DC.date.issued"
content="2026-02-03"><meta name="DC.language" content="en"><link rel=canonical href=https://wire.example/a>"""
PLAIN = """<title>Acme's profit rises | Trade Wire</title><meta name="source" content="Trade Wire">
<meta name="byl" content="By Ann Lee, Bo Chen"><meta name="pubdate" content="20260203">
<meta http-equiv="content-language" content="en"><meta property="og:url" content="https://wire.example/a">"""


@pytest.mark.parametrize("head", [JSON_LD, OPEN_GRAPH, DUBLIN_CORE, PLAIN])
def test_what_a_page_tells_of_itself(head: str) -> None:
    assert read_html(page(paragraphs(PROSE), head).encode(), READING).metadata == Metadata(
        title="Acme's profit rises",
        publisher="Trade Wire",
        author="Ann Lee, Bo Chen",
        published=date(2026, 2, 3),
        language="en",
        url="https://wire.example/a",
    )


def test_what_a_page_does_not_tell_is_not_guessed() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", broken</script>'
    assert read_html(page(paragraphs(PROSE), head).encode(), READING).metadata == Metadata()


@pytest.mark.parametrize(
    ("title", "heading", "publisher"),
    [
        ("公司收入增12%_公司频道_财经网", "公司收入增12%", "财经网"),
        ("Sales rise | Trade Wire", "Sales rise", "Trade Wire"),
        ("Sales rise - Trade Wire", "Sales rise", "Trade Wire"),
        ("Sales rise in the year", "Sales rise", None),
        ("Sales rise", "Sales rise", None),
        ("Brewer plc – Full-year results 2025", "Brewer plc", None),
        ("Results | Trade Wire", "Sales rise", None),
    ],
)
def test_a_title_of_heading_and_site(title: str, heading: str, publisher: str | None) -> None:
    body = f"<h1>{heading}</h1>{paragraphs(PROSE)}"
    metadata = read_html(page(body, f"<title>{title}</title>").encode(), READING).metadata
    assert (metadata.publisher, metadata.title) == (publisher, heading if publisher else title)


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ('<time datetime="2026-02-03T08:00">today</time>', date(2026, 2, 3)),
        ('<p class="date">3 February 2026, 08:00</p>', date(2026, 2, 3)),
        ('<p class="pub-info">来源：某报 2026年2月3日 08:00</p>', date(2026, 2, 3)),
        ('<p class="byline">Tuesday, Feb. 3, 2026</p>', date(2026, 2, 3)),
        ('<p class="date">03/04/2026</p>', None),
        ('<p class="date">2026-02-31</p>', None),
    ],
)
def test_days_that_the_head_of_an_article_shows(shown: str, day: date | None) -> None:
    body = f"<h1>Acme's profit rises</h1>{shown}{paragraphs(PROSE)}"
    assert read_html(page(body).encode(), READING).metadata.published == day


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("zh-CN", "zh"),
        ("en_US", "en"),
        ("de-de", "de-DE"),
        ("zh_Hant_TW", "zh"),
        ("pt-br", "pt-BR"),
        ("", None),
    ],
)
def test_languages(said: str, language: str | None) -> None:
    data = page(paragraphs(PROSE), attributes=f'lang="{said}"').encode()
    assert read_html(data, READING).metadata.language == language


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ""),
        ("utf-8", "gb2312"),
        ("utf-8-sig", "gb2312"),
        ("utf-16", ""),
        ("gb18030", "gb2312"),
        ("gb18030", ""),
        ("big5", "big5"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", ""),
    ],
)
def test_encodings(encoding: str, said: str) -> None:
    texts = CHINESE
    if encoding == "big5":
        texts = tuple(
            text.translate(
                str.maketrans(
                    "该实现营业归净润亿预计全将过华东区销额",
                    "該實現營業歸淨潤億預計全將過華東區銷額",
                )
            )
            for text in PROSE
        )
    if encoding == "cp1252":
        texts = tuple(text.replace("board", "Verwaltungsräte über Genüge") for text in PROSE)
    head = f'<meta charset="{said}">' if said else ""
    data = page(paragraphs(texts), head).encode(encoding, "replace")
    if encoding == "big5":
        texts = tuple(text.encode("big5", "replace").decode("big5") for text in texts)
    assert read_html(data, READING).text == "\n".join(texts)


def test_a_page_is_read_in_a_process_of_its_own() -> None:
    document = read_document("a.htm", page(paragraphs(PROSE)).encode(), READING)
    assert (document.kind, document.text) == ("html", "\n".join(PROSE))
    assert document.extractor.startswith("html-4/lxml-")


def test_elements_in_one_another() -> None:
    deep = "<div>" * 1_500 + paragraphs(PROSE)
    assert text_of(deep) == "\n".join(PROSE)
    with pytest.raises(InputError, match="too deep to be read"):
        text_of("<div>" * 3_000 + paragraphs(PROSE))


def test_steps_grow_no_faster_than_a_page_is_deep() -> None:
    def steps(depth: int) -> int:
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count)
        try:
            text_of("<div>" * depth + paragraphs(PROSE))
        finally:
            sys.setprofile(None)
        return counted

    steps(10)  # what is loaded and remembered
    assert steps(600) < 3.5 * steps(200)


def test_a_page_without_words_has_no_text() -> None:
    assert text_of("<p> </p>") == ""


def test_an_encoding_that_nobody_can_tell_is_asked_for() -> None:
    with pytest.raises(InputError, match="does not say its encoding"):
        read_html(b"<p>\xd5\xd5</p>", READING)


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ("<h1>Brewer slips</h1><p>By Jane Doe, Brewing Editor</p><p>4 December 2025</p>",
         "Jane Doe", date(2025, 12, 4)),
        ("<p>Thursday, 4 December 2025</p><h1>Brewer plc</h1><h2>For the year ended 30 June 2025</h2>",
         None, date(2025, 12, 4)),
        ("<h1>Brewer slips</h1><p>Sales since 1 May 2025 disappoint</p><p>4 December 2025</p>",
         None, date(2025, 12, 4)),
        ("<h1>涨价之后</h1><p>第一财经记者 张三 上海报道</p><p>2025年12月4日</p>",
         "张三", date(2025, 12, 4)),
        # What it speaks of is no day on which it appeared.
        ("<h1>Brewer plc</h1><h2>Results for the year ended 30 September 2025</h2>", None, None),
        ("<h1>Brewer slips</h1><p>By the sea</p>", None, None),
    ],
)  # fmt: skip
def test_the_head_of_an_article_tells_who_wrote_it_and_when(
    head: str, author: str | None, day: date | None
) -> None:
    metadata = read_html(page(head + paragraphs(PROSE)).encode(), READING).metadata
    assert (metadata.author, metadata.published) == (author, day)
    said = '<meta name="author" content="Roe"><meta name="date" content="2020-01-02">'
    metadata = read_html(page(head + paragraphs(PROSE), said).encode(), READING).metadata
    assert (metadata.author, metadata.published) == ("Roe", date(2020, 1, 2))
