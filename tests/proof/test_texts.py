"""Texts are compared as a person reads them: these, in this order, and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.proof.html_texts import Place, Vocabulary, read_html
from exporter.proof.texts import ExpectedText, compare_texts

EXPECTED = [
    ExpectedText("view north", "thesis", "Calm ahead, says North."),
    ExpectedText("view south", "thesis", "Storms are on their way."),
    ExpectedText("view south", "rating", ""),
    ExpectedText("figure ships", "figure", "> 4,000"),
]
SHOWN = "Calm ahead, says North. Storms are on their way. > 4,000"


def told(actual: str, *, in_order: bool = True) -> list[str]:
    return [str(one) for one in compare_texts(EXPECTED, actual, "page 1", in_order=in_order)]


@pytest.mark.parametrize("actual", [SHOWN, SHOWN.replace(" ", ""), SHOWN.replace(" ", " \n\u3000")])
def test_white_space_makes_no_difference(actual: str) -> None:
    assert told(actual) == []


@pytest.mark.parametrize(
    ("actual", "said"),
    [
        (SHOWN.replace("4,000", "5,000"), "figure ships: the figure is «> 5,000»; expected «> 4,000»"),
        (SHOWN.replace("> ", ""), "figure ships: the figure is «4,000»; expected «> 4,000»"),
        (SHOWN.replace("> 4,000", ""), "figure ships: the figure is «missing»; expected «> 4,000»"),
        (f"{SHOWN} Buy.", "page 1: the text is «Buy.»; expected «nothing»"),
        (f"Buy. {SHOWN}", "page 1: the text is «Buy.»; expected «nothing»"),
        (SHOWN.replace(" Storms", " Buy. Storms"), "page 1: the text is «Buy.»; expected «nothing»"),
    ],
)  # fmt: skip
def test_a_difference_is_told_of_its_text(actual: str, said: str) -> None:
    assert told(actual) == [said]
    assert told(actual, in_order=False) == [said]


def test_whether_the_order_counts_is_the_callers_to_say() -> None:
    moved = "Storms are on their way. Calm ahead, says North. > 4,000"
    assert told(moved, in_order=False) == []
    assert told(moved)


def test_another_page_is_one_difference() -> None:
    expected = [ExpectedText("page 1", f"line {n}", f"Line {n} of a long page.") for n in range(40)]
    (difference,) = compare_texts(expected, "別的" * 400, "page 1")
    assert difference.what == "text"
    (difference,) = compare_texts(expected, "", "page 1")
    assert difference.found == "nothing"


def test_long_texts_are_cut_to_where_they_part() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    (difference,) = compare_texts([ExpectedText("a", "b", text)], text.replace("word50", "W"), "a")
    assert "word50" in difference.expected
    assert "W" in difference.found


LONG = "The gross margin was 41.2% in the third quarter, 2.1 points more than a year before. " * 4


def test_what_is_found_is_told_with_its_white_space() -> None:
    expected = ExpectedText("figure margin", "headline", "The gross margin is 41.2%")
    (difference,) = compare_texts([expected], "\n The gross  margin\r\nwas 41.2% ", "page 1")
    assert difference.found == "The gross margin was 41.2%"


@pytest.mark.parametrize("space", [" ", "", " \r\n", "\u3000"])
def test_long_texts_part_alike_whatever_their_white_space(space: str) -> None:
    changed = LONG.replace("a year", "one year", 1).replace(" ", space)
    (difference,) = compare_texts([ExpectedText("a", "b", LONG)], changed, "a")
    same = "the third quarter, 2.1 points more than"
    assert f"{same} a year before. The gross" in difference.expected
    gap = " " if space else ""
    assert f"{same}{gap}one{gap}year{gap}before" in difference.found


def test_another_page_is_told_with_its_white_space() -> None:
    expected = [ExpectedText("page 1", f"line {n}", f"Line {n} of a long page.") for n in range(40)]
    (difference,) = compare_texts(expected, "Not this\npage", "page 1")
    assert difference.found == "Not this page"
    assert difference.expected.startswith("Line 0 of a long page. Line 1")


@given(st.lists(st.text("ab1 ", max_size=6), max_size=6), st.text("ab1 ", max_size=30))
def test_nothing_is_told_just_where_nothing_differs(texts: list[str], actual: str) -> None:
    expected = [ExpectedText("a", str(n), text) for n, text in enumerate(texts)]
    same = "".join("".join(texts).split()) == "".join(actual.split())
    assert (compare_texts(expected, actual, "a") == []) is same


VOCABULARY = Vocabulary(
    name="page",
    elements=frozenset({"p", "b", "a", "section", "style"}),
    silent=frozenset({"rel"}),
    placing=frozenset({"section"}),
    place=lambda _, attributes, __: Place(attributes.get("id") or "none"),
)


@pytest.mark.parametrize(
    ("html", "parts", "links"),
    [
        ("<p>a<b>b</b></p>", [("page", ["a", "b"])], []),
        ("a<section id=x>b</section>c", [("page", ["a"]), ("x", ["b"]), ("page", ["c"])], []),
        ("<section id=x>a<section id=y>b</section>c", [("x", ["a"]), ("y", ["b"]), ("x", ["c"])], []),
        ("<section id=x id=y>a", [("x", ["a"])], []),
        ("<section id='x'/>a", [("x", ["a"])], []),
        ("</section>a", [("page", ["a"])], []),
        ("<a href=u rel=r title='t'>&amp;&#20116;</a>", [("page", ["t", "&五"])], [("page", "u")]),
        ("<p hidden alt=''>a", [("page", ["hidden", "a"])], []),
        ("<!-- a --><?b?><!doctype d><!doctype html>", [("page", [" a ", "b?", "doctype d"])], []),
        ("<![endify]>a<![ ]>b<![a&b]><![", [("page", ["[endify]", "a", "[ ]", "b", "[a&b]", "<", "!["])], []),
        ("<![if x]>a<![CDATA[b]]><![temp[c]]>", [("page", ["[if x]", "a", "[CDATA[b]]", "[temp[c]]"])], []),
        ("<!--[if mso]><a href=u>a</a><![endif]-->", [("page", ["a"])], [("page", "u")]),
    ],
)  # fmt: skip
def test_html_is_read_as_a_browser_shows_it(
    html: str, parts: list[tuple[str, list[str]]], links: list[tuple[str, str]]
) -> None:
    found = read_html(html, VOCABULARY)
    assert [(part.place.name, part.texts) for part in found.parts] == parts
    assert found.links == links
    assert found.foreign == []


def test_what_else_html_holds_is_named() -> None:
    html = "<style>p{}</style><p onclick='x()'><img src=u><a rel='url(u)'>"
    found = read_html(html, VOCABULARY)
    assert found.inline == [("style", "p{}")]
    assert found.foreign == ["onclick=x()", "<img>", "src=u", "rel=url(u)"]
