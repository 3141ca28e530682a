"""Pages are read alike whether their markup is plain or has to go the longer way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.proof.alike_html import OFTEN
from exporter.proof.html_texts import HtmlTexts, Place, Vocabulary, read_html
from exporter.proof.texts import squeezed

VOCABULARY = Vocabulary(
    name="page",
    elements=frozenset({"a", "b", "div", "p", "section"}),
    silent=frozenset({"class", "rel"}),
    placing=frozenset({"div", "section"}),
    place=lambda _, attributes, __: Place(attributes.get("id") or "none"),
    alike="section",
)
_TAG = re.compile(r"(</?)([a-z][a-z0-9]*)")


def read_slowly(html: str) -> HtmlTexts:
    """The same page with tags in capitals, which are never plain and mean the same."""
    return read_html(_TAG.sub(lambda tag: tag[1] + tag[2].upper(), html), VOCABULARY)


PIECES = (
    "<p>", "</p>", '<section id="x">', "</section>", '<a href="u?a=1&amp;b=2" rel="r">', "</a>",
    "<p hidden>", "<b/>", "<a href='u'>", '<p title="a>b">', '<p title="&copy">', "<p  id=y>",
    "a", " ", "\n", "五", "&amp;", "&lt;b&gt;", "&#39;", "&copy", "&nbsp;", "&", "<", ">", "< p>",
    "<!-- c -->", "<style>p{}</style>", "<script>a<b>c</b></script>", "<title>a&amp;<b></title>",
    "<textarea><p></textarea>", "<titles>", "<![if x]>", "<?b?>", "<p", "</p", "</ p>", "</p x>",
    "<p =>", '<p a="1"b="2">', '<p a="1" a="2">', '<img alt="i">',
)  # fmt: skip
LIKE = (  # sections of a few forms, and what may stand around or within them
    '<section id="x"><p>a</p>\n</section>\n', '<section id="y"><p>b &amp; c</p>\n</section>\n',
    '<section id="y"><p> </p>\n</section>', '<section id=""><p>a</p>\n</section>',
    '<section id="x" id="y"><p>a</p></section>', '<section id="{0}">{1}<a href="{0}"></a></section>',
    '<section id="x">a<a href="u&amp;v">b</a></section>', '<section id="z">b<a href="w">a</a></section> c',
    '<section id="x"><p>a</section>', '<section id="x"><p>a</p></p></section>',
    '<section id="x"><i>a</i></section>', '<section id="x" class="url(a)">a</section>',
    '<section id="x"><section id="y">a</section></section>', '<section id="x">&nbsp;a</section>',
    '<section id="x"><p title="a>b">c</p></section>', '<section id="x">a > "b"</section>',
    '<section id="x"><!-- a --></section>', '<section id="x"><style>a</style></section>',
    '<section id="x"><p>a</p>', "</section>", "<section>", "<p>", "</p>", "<p", "<!--", "-->",
    "<title>", "</title>", "<textarea>", "a", "\n", "<p title='", "'>", '<p title="', '">',
    "<![CDATA[", "]]>", "<style/>", '<div id="d">', '<section id="x">a</div>b</section>',
)  # fmt: skip


@pytest.mark.parametrize("like", LIKE)
def test_of_a_form_that_many_have_each_is_read_as_it_stands(like: str) -> None:
    html = f'<div id="d">{like}{LIKE[0]}c</div>' * (OFTEN + 2)
    quick, slow = read_html(html, VOCABULARY), read_slowly(html)
    assert _shown(quick) == _shown(slow)
    assert (quick.links, quick.begun) == (slow.links, slow.begun)


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.lists(st.sampled_from(LIKE), max_size=6).map(lambda some: "".join(some) * (OFTEN + 2))
)
def test_what_is_plain_is_read_as_all_else(html: str) -> None:
    quick, slow = read_html(html, VOCABULARY), read_slowly(html)
    assert _shown(quick) == _shown(slow)
    assert (quick.links, quick.begun) == (slow.links, slow.begun)
    assert [name.lower() for name in quick.foreign] == [name.lower() for name in slow.foreign]


def _shown(found: HtmlTexts) -> list[tuple[str, str]]:
    return [(part.place.name, squeezed("".join(part.texts)).lower()) for part in found.parts]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a</p>\n<p>b</p>", ["a", "b"]),
        ("<p>a &amp; b</p>", ["a & b"]),
        ("<p>&#39;a&#34;</p>", ["'a\""]),
        ("<p>&lt;b&gt;</p>", ["<b>"]),
        ("<p>a > b</p>", ["a > b"]),
        ('<p title="a &lt; b">c</p>', ["a < b", "c"]),
        ("<p hidden>a</p>", ["hidden", "a"]),
        ("<p>a", ["a"]),
    ],
)
def test_the_texts_of_plain_markup(html: str, texts: list[str]) -> None:
    found = read_html(html, VOCABULARY)
    assert [text for part in found.parts for text in part.texts] == texts
