"""Links: the passage in a source, a cell of another sheet."""

from itertools import pairwise
from urllib.parse import unquote

import pyarrow as pa
import pytest

from exporter.report.links import (
    EXCEL_URL_LIMIT,
    FORMULA_URL_LIMIT,
    HYPERLINKS_A_SHEET,
    anchor,
    column_links,
    evidence_link,
    passage_url,
    sheet_link,
    sheet_reference,
    url_limit,
)
from exporter.report.readable import ReadableText

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
    assert max(map(len, links)) <= EXCEL_URL_LIMIT
    assert links[-1].startswith(f"{URL}#:~:text=passage0000&text=passage0001")
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(links))
    assert len(links[-1]) + len("&text=passage0000") > EXCEL_URL_LIMIT, "as many as fit"


def test_a_passage_too_long_for_excel_leads_to_the_document() -> None:
    assert passage_url(URL, "船" * 300) == URL


LONG = "It was stated, that of ninety ships in the harbour, which is a large one, seventy are new."


def directives(url: str) -> list[str]:
    """The text directives of a URL, decoded."""
    return [unquote(one.removeprefix("text=")) for one in url.partition(":~:")[2].split("&")]


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
    url = passage_url(URL, quote, text=ReadableText(TWICE), start=max(start, 0))
    assert directives(url) == [named]


@pytest.mark.parametrize("written", ["plain", "**bold** and `code`", "#* a", "İstanbul **a**", ""])
def test_places_in_a_text_without_its_mark_up(written: str) -> None:
    text = ReadableText(written)
    for place, character in enumerate(written):
        if character not in "*#`":
            assert text.words[text.place(place)] == character
    assert text.find("") == -1


def test_a_sheet_with_more_links_than_excel_holds_has_formulas() -> None:
    urls = pa.chunked_array([[f"{URL}?a=1", None, "x" * 300]])
    shown = pa.chunked_array([['a "b"', "c", "d"]])
    few = column_links(urls, shown, HYPERLINKS_A_SHEET)
    assert (few.links, few.formulas) == (urls, None)
    many = column_links(urls, shown, HYPERLINKS_A_SHEET + 1)
    assert many.links is None
    assert many.formulas is not None
    assert many.formulas.to_pylist() == [f'=HYPERLINK("{URL}?a=1","a ""b""")', None, None]
    limits = [url_limit(HYPERLINKS_A_SHEET), url_limit(HYPERLINKS_A_SHEET + 1)]
    assert limits == [EXCEL_URL_LIMIT, FORMULA_URL_LIMIT]


@pytest.mark.parametrize(
    ("id_", "facts", "views", "found"),
    [
        ("a", (), (), "a"),
        ("a", ("b",), ("a",), "a"),
        ("a", ("a",), ("a",), "view-a"),
        ("a", ("a", "view-a"), ("a",), "view-view-a"),
        ("a", ("a",), ("a", "view-a"), "view-view-a"),
        ("view-a", ("a",), ("a", "view-a"), "view-a"),
    ],
)
def test_a_view_moves_where_a_fact_has_its_id(
    id_: str, facts: tuple[str, ...], views: tuple[str, ...], found: str
) -> None:
    assert anchor(id_, facts, views) == found


def test_a_link_to_the_evidence() -> None:
    assert evidence_link("zh", anchor("ships-2.0")) == "evidence.zh.html#ships-2.0"


@pytest.mark.parametrize(
    ("sheet", "link"),
    [
        ("Banma", "internal:'Banma'!A1"),
        ("目录", "internal:'目录'!A1"),
        ("A's", "internal:'A''s'!A1"),
    ],
)
def test_links_to_sheets(sheet: str, link: str) -> None:
    assert sheet_link(sheet) == link
    assert sheet_link(sheet, "C7").removesuffix("C7") + "A1" == link
    assert f"internal:{sheet_reference(sheet)}!A1" == link
