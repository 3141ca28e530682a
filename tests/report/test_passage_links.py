"""Links to passages: of one quote, and the same of a column of quotes."""

from itertools import pairwise
from urllib.parse import unquote

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter import limits
from exporter.report.links import HYPERLINKS_A_SHEET, url_limit
from exporter.report.passage_links import PassageLinks
from exporter.report.passages import ReadableText, neighbours
from exporter.report.text_fragments import passage_url

URL = "https://example.com/note"


@pytest.mark.parametrize(
    ("url", "quote", "link"),
    [
        (URL, "ships in 2023", f"{URL}#:~:text=ships%20in%202023"),
        (URL, "ships, boats, rafts", f"{URL}#:~:text=ships%2C%20boats%2C%20rafts"),
        (URL, "ships … rafts", f"{URL}#:~:text=ships&text=rafts"),
        (URL, "ships, boats … rafts", f"{URL}#:~:text=ships%2C%20boats&text=rafts"),
        (URL, "well-known & 50%", f"{URL}#:~:text=well%2Dknown%20%26%2050%25"),
        (URL, "船", f"{URL}#:~:text=%E8%88%B9"),
        (URL, "“船”，", f"{URL}#:~:text=%E8%88%B9"),
        (f"{URL}#top", "ships", f"{URL}#top:~:text=ships"),
        (f"{URL}#:~:text=old", "ships", f"{URL}#:~:text=old&text=ships"),
        (f"{URL}?a=1&b=2", "ships", f"{URL}?a=1&b=2#:~:text=ships"),
        (URL, "…", URL),
        (URL, "", URL),
    ],
)
def test_a_short_passage_is_named_word_for_word(url: str, quote: str, link: str) -> None:
    assert passage_url(url, quote) == link


def test_a_long_passage_is_named_by_ends_long_enough_to_be_found() -> None:
    clauses = ["it was stated", "that ships had come", *["and more"] * 9, "from far", "away today"]
    link = passage_url(URL, ", ".join(clauses))
    first, last = link.removeprefix(f"{URL}#:~:text=").split(",")
    assert unquote(first) == "it was stated, that ships had come"
    assert unquote(last) == "from far, away today"


@pytest.mark.parametrize("reserved", ",&-#%+=/@:")
def test_what_a_fragment_reserves_is_encoded(reserved: str) -> None:
    passage = passage_url(URL, f"x{reserved}y").partition("text=")[2]
    assert passage == f"x%{ord(reserved):02X}y"


def test_no_link_is_longer_than_excel_holds() -> None:
    passages = [f"passage{n:04}" for n in range(400)]
    links = [passage_url(URL, "…".join(passages[:count])) for count in range(1, 401)]
    assert max(map(len, links)) <= limits.URL
    assert links[-1].startswith(f"{URL}#:~:text=passage0000&text=passage0001")
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(links))
    assert len(links[-1]) + len("&text=passage0000") > limits.URL, "as many as fit"


def test_a_passage_too_long_for_excel_leads_to_the_document() -> None:
    assert passage_url(URL, "船" * 300) == URL


LONG = "It was stated, that of ninety ships in the harbour, which is a large one, seventy are new."


def directives(url: str) -> list[str]:
    """The text directives of a URL, decoded."""
    return [
        unquote(directive.removeprefix("text=")) for directive in url.partition(":~:")[2].split("&")
    ]


def test_a_long_passage_is_named_by_ends_of_some_length() -> None:
    start, end = (
        "It was stated, that of ninety ships in the harbour",
        "which is a large one, seventy are new",
    )
    assert directives(passage_url(URL, LONG)) == [f"{start},{end}"]


@pytest.mark.parametrize(
    ("limit", "directive"),
    [
        (90, "It was stated,seventy are new"),
        (66, "which is a large one"),
        (60, "seventy are new"),
        (40, ""),
    ],
)
def test_where_room_is_short_less_of_a_passage_is_named(limit: int, directive: str) -> None:
    url = passage_url(URL, LONG, limit=limit)
    assert len(url) <= limit
    assert directives(url) == [directive]


TWICE = """# Ships are new
The old ships are new again, and **ships are new** in the harbour. Boats are old.

Boats are old. Rafts too, and so on."""


@pytest.mark.parametrize(
    ("quote", "nth", "named"),
    [
        ("ships are new", 0, "ships are new"),
        ("ships are new", 1, "The old-,ships are new"),
        ("ships are new", 2, "The old ships are new again, and-,ships are new"),
        ("Boats are old", 0, "Boats are old"),
        ("Boats are old", 1, "Boats are old,-. Rafts too"),
        ("Rafts too", 0, "Rafts too"),
        ("not in the text", 0, "not in the text"),
    ],
)
def test_words_that_stand_earlier_too_get_a_neighbour(quote: str, nth: int, named: str) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TWICE.lower().find(quote.lower(), start + 1)
    around = neighbours(quote, ReadableText(TWICE), max(start, 0))
    url = passage_url(URL, quote, around=around)
    assert directives(url) == [named]


@pytest.mark.parametrize("written", ["plain", "**bold** and `code`", "#* a", "İstanbul **a**", ""])
def test_places_in_a_text_without_its_mark_up(written: str) -> None:
    text = ReadableText(written)
    for place, character in enumerate(written):
        if character not in "*#`":
            assert text.words[text.place(place)] == character
    assert text.find("") == -1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Old ships", "Old"),
        ("ships  are\u3000new", "ships"),
        ("new in the har\u00adbour", "new"),
        ("bour. Boats", "bour"),
        ("boats", "Boats"),
        ("ships new", ""),
        ("\u00ad \n", ""),
        ("", ""),
    ],
)
def test_words_are_found_whatever_white_space_is_between_them(words: str, found: str) -> None:
    written = "\n Old \u00ad\n ships\tare  new in\r\nthe\u3000har\u00adbour.\n\n\u00adBoats"
    place = ReadableText(written).find_spaced(words)
    assert place == (written.find(found) if found else -1)


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


@given(
    st.lists(WORDS | st.text(max_size=20) | st.sampled_from(QUOTES), min_size=1, max_size=20),
    st.sampled_from([1, HYPERLINKS_A_SHEET, HYPERLINKS_A_SHEET + 1, 10**6]),
    st.integers(0, 20),
)
def test_any_quotes_have_the_same_links_together_and_alone(
    quotes: list[str], links: int, cut: int
) -> None:
    """Also where the column is in two chunks, and where sources take turns."""
    made = PassageLinks(URLS, links)
    for source in URLS:
        assert column(made, quotes, source) == one_by_one(made, quotes, source)
    names = [list(URLS)[place % len(URLS)] for place in range(len(quotes))]
    chunks = [pa.chunked_array([part[:cut], part[cut:]], pa.string()) for part in (names, quotes)]
    alone = [one_by_one(made, [quote], name)[0] for name, quote in zip(names, quotes, strict=True)]
    assert made.of(*chunks).to_pylist() == alone


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
    assert len(link) <= limits.FORMULA_STRING
