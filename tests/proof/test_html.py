"""An evidence page that was changed after it was written: every change is named with its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.proof.html import compare_evidence_page
from exporter.report.html.model import EvidencePage, Group
from exporter.writers.html import make_evidence_page
from tests.examples import examples
from tests.writers.sample_evidence import CLAIM, FULL_PAGE, OPENING, VIEW
from tests.writers.test_html import HOSTILE

HTML = make_evidence_page(FULL_PAGE).decode()
TEXTS = re.compile(r">([^<>]*[^<>\s][^<>]*)<")
SPOKEN = re.compile(
    r" (?:aria-label|content|data-none|data-shown|data-states|data-topic|href|http-equiv|label|lang"
    r'|name|placeholder|value)="([^"]+)"'
)
OWN = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("page") / "evidence.en.html"


def told(
    file: Path, html: str, page: EvidencePage = FULL_PAGE, *, from_manifest: bool = False
) -> list[str]:
    """What differs, without the name of the file."""
    file.write_text(html, "utf-8", newline="")
    found = compare_evidence_page(page, file, from_manifest=from_manifest)
    return [str(difference).removeprefix("evidence.en.html: ") for difference in found]


def test_a_page_as_written_is_proved(file: Path) -> None:
    assert told(file, HTML) == []
    hostile = replace(
        CLAIM, heading=HOSTILE, value=HOSTILE, points=(HOSTILE,), details=((HOSTILE, HOSTILE),)
    )
    page = replace(
        FULL_PAGE, title=HOSTILE, groups=(Group(HOSTILE, (hostile, OPENING, VIEW)),), topics=(HOSTILE,)
    )  # fmt: skip
    assert told(file, make_evidence_page(page).decode(), page) == []


def test_a_report_without_facts_is_proved(file: Path) -> None:
    page = replace(FULL_PAGE, groups=(), counts=(), topics=(), states={}, sources=())
    assert told(file, make_evidence_page(page).decode(), page) == []


CHANGES: dict[str, tuple[str, str, str]] = {
    "text added to a claim": (
        "ships</span></p>", "ships</span> and more</p>", "#ships: the text is «and more»; expected «nothing»"),
    "a text added within a claim": (
        "<blockquote>", "<p>Sold out</p><blockquote>", "#ships: the text is «Sold out»"),
    "a text between claims": ("</article>", "</article><p>Buy now</p>", "group 1: the text is «Buy now»"),
    "a text between groups": ("</section>", "</section><p>Buy now</p>", "main: the text is «Buy now»"),
    "a text in the page's head": ('<ul class="counts">', "<p>Sure to rise</p><ul>", "header: the text is «Sure to rise»"),
    "another title of the document": ("<title>Evidence", "<title>Proof", "head: the title is «Proof: The harbour»"),
    "a changed count": ("<b>2</b> facts", "<b>3</b> facts", "header: the count is «3 facts»; expected «2 facts»"),
    "a changed count of a group": ('<span class="count">2</span>', '<span class="count">1</span>', "group 1: the count is «1»"),
    "a changed heading of a group": ("Broker views <", "Our views <", "group 2: the heading is «Our views»"),
    "a changed filter": ("Quote verified (3)", "Quote verified (2)", "filters: the text is «Quote verified (2)»"),
    "a text in the list of sources": ("</dl>\n</section>", "</dl><p>and others</p></section>", "sources: the text is «and others»"),
    "a text after the sources": ("</footer>", "<p>Call us</p></footer>", "foot: the text is «Call us»"),
    "a text after the page": ("</html>", "</html>Call us", "page: the text is «Call us»"),
    "an added article": (
        "</main>", '<article id="rumour">Sold  out</article></main>', "#rumour: the claim is «Sold out»; expected «nothing»"),
    "an article that says nothing": (
        "</main>", '<article id="rumour"></article></main>', "#rumour: the claim is «»; expected «nothing»"),
    "an article without an id": ("</main>", "<article>Sold out</article></main>", "#: the claim is «Sold out»"),
    "another id": ('id="opening"', 'id="opened"', "#opening: the claim is «missing»; expected «there once»"),
    "the same id again": ('id="opening"', 'id="ships"', "#ships: the claim is «there 2 times»"),
    "an added section": ("</main>", '<section aria-labelledby="_group-3">New</section></main>', "group 3: the text is «New»"),
    "a hidden text": ("</h3>", "</h3><i hidden>Sell</i>", "page: the content is «<i>»; expected «texts and links alone»"),
    "a claim that is hidden": ('class="claim date"', 'class="claim date" hidden', "#opening: the text is «hidden»"),
    "a text in a comment": ("<main", "<!-- Sell --><main", "page: the content is «<!-- Sell -->»"),
    "another topic": ('data-topic="Harbour"', 'data-topic="Other"', "#ships: the topic is «Other»"),
    "other states": ("quote:verified figure:not-stated", "quote:verified", "#opening: the states is «"),
    "a mark that says more": (">!<", ">✓<", "#opening: the state is «✓ Date not stated in the quote»"),
    "another quote": ("二十多艘船", "三十多艘船", "#ships: the quote is «三十多艘船»; expected «二十多艘船»"),
    "other words around a quote": ("港口有", "港口没有", "#ships: the context is «港口没有»"),
    "a quote marked too long": ('船</mark><span class="around">。', '船。</mark><span class="around">', "#ships: the "),
    "a translation before its quote": (
        "It is </span><mark>Calm ahead</mark>", '</span><mark>Calm ahead</mark><span class="around">It is </span>', "#view-north: the order of texts is"),
    "another link": ("https://news.example/a?x=1", "https://evil.example/a?x=1", "#ships: the link is «https://evil.example/a?x=1&y=2#"),
    "other words in a link": ("#:~:text=%E8", "#:~:text=%E9", "#ships: the link is «https://news.example/a?x=1&y=2#:~:text=%E9"),
    "an added link": ("<blockquote>", '<a href="https://evil.example/"></a><blockquote>', "#ships: the link is"),
    "a link outside of claims": ("</header>", '<a href="https://evil.example/"></a></header>', "header: the link is «https://evil.example/»; expected «nothing»"),
    "a lost link": ('href="#opening"', "", "#opening: the link is «missing»; expected «#opening»"),
    "another source's address": ('<a href="https://post.example/b"', '<a href="https://post.example/c"', "sources: the link is «https://post.example/c»"),
    "an added script": ("</body>", "<script>alert(1)</script></body>", "page: the script is «"),
    "a changed script": ('"use strict";', "", "page: the script is «"),
    "a changed style sheet": ("</style>", "h1::after{content:'9%'}</style>", "page: the style is «"),
    "a style in place": ("<h1>", '<h1 style="display:none">', "page: the content is «style=display:none»"),
    "an action": ("<h1>", '<h1 onclick="x()">', "page: the content is «onclick=x()»"),
    "a picture": ("</main>", '<img src="https://track.example/"></main>', "page: the content is «<img>»"),
    "a frame": ("</main>", '<iframe src="x"></iframe></main>', "page: the content is «<iframe>»"),
    "a policy that allows more": ("default-src &#39;none&#39;", "default-src *", "default-src *; style-src"),
    "no policy": ('http-equiv="Content-Security-Policy"', 'name="x"', "head: the entry is «x»"),
    "an address for all links": ("<title>", '<base href="https://evil.example/"><title>', "page: the content is «<base>»"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_named_with_its_place(file: Path, name: str) -> None:
    old, new, expected = CHANGES[name]
    changed = HTML.replace(old, new, 1)
    assert changed != HTML
    found = told(file, changed)
    assert any(expected in difference for difference in found), found


def articles() -> list[str]:
    return re.findall(r"<article.*?</article>", HTML, re.DOTALL)


def test_claims_in_another_order_are_named(file: Path) -> None:
    first, second, _ = articles()
    swapped = HTML.replace(first, "\0").replace(second, first).replace("\0", second)
    assert told(file, swapped) == [
        "#ships: the place is «after #opening»; expected «after group 1»"
    ]


def test_a_claim_in_another_group_is_named(file: Path) -> None:
    _, second, third = articles()
    moved = HTML.replace(second, "").replace(third, second + third)
    assert told(file, moved) == ["#opening: the place is «after group 2»; expected «after #ships»"]


def test_a_claim_twice_or_not_at_all_is_one_difference(file: Path) -> None:
    _, second, _ = articles()
    twice = told(file, HTML.replace(second, second * 2))
    assert twice == ["#opening: the claim is «there 2 times»; expected «there once»"]
    lost = told(file, HTML.replace(second, ""))
    assert lost == ["#opening: the claim is «missing»; expected «there once»"]


def places(pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where what a person may see or hear stands in the page, style sheet and script aside."""
    own = [found.span() for found in OWN.finditer(HTML)]
    for found in pattern.finditer(HTML):
        if not any(start < found.start() < end for start, end in own):
            yield found.span(1)


MUTATIONS: dict[str, Callable[[str], str]] = {
    "changed": lambda text: text.replace(text.strip()[0], "§", 1),
    "deleted": lambda _: "",
    "duplicated": lambda text: text + text,
    "followed": lambda text: text + "§",
    "preceded": lambda text: "§" + text,
}


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("pattern", [TEXTS, SPOKEN])
def test_whatever_is_done_to_any_text_is_told(
    file: Path, mutation: str, pattern: re.Pattern[str]
) -> None:
    spans = list(places(pattern))
    assert len(spans) > 40
    for start, end in spans:
        changed = HTML[:start] + MUTATIONS[mutation](HTML[start:end]) + HTML[end:]
        assert told(file, changed), HTML[start - 40 : end + 10]


def test_any_two_texts_exchanged_are_told(file: Path) -> None:
    spans = [span for span in places(TEXTS) if span[1] - span[0] > 1]
    for (start, end), (second, last) in pairwise(spans):
        one, two = HTML[start:end], HTML[second:last]
        if one.split() != two.split():
            changed = HTML[:start] + two + HTML[end:second] + one + HTML[last:]
            assert told(file, changed), (one, two)


@settings(max_examples=examples(150))
@given(st.data())
def test_a_text_anywhere_is_told(file: Path, data: st.DataObject) -> None:
    """Whatever element holds it, and wherever it is put."""
    own = [found.span() for found in OWN.finditer(HTML)]
    ends = [found.end() for found in re.finditer(">", HTML)]
    outside = [end for end in ends if not any(start < end < stop for start, stop in own)]
    at = data.draw(st.sampled_from(outside))
    tag = data.draw(st.sampled_from(["p", "span", "mark", "article", "section", "header", "b"]))
    assert told(file, f"{HTML[:at]}<{tag}>Sell</{tag}>{HTML[at:]}")


@settings(max_examples=examples(100))
@given(st.integers(0, len(HTML) - 1), st.text(min_size=1, max_size=3))
def test_no_damage_breaks_the_comparison(file: Path, place: int, text: str) -> None:
    damaged = HTML[:place] + text.encode("utf-8", "replace").decode() + HTML[place + len(text) :]
    assert isinstance(told(file, damaged), list)


def without_texts() -> EvidencePage:
    """The page as it is laid out from the manifest: without what the sources' texts give."""
    groups = []
    for group in FULL_PAGE.groups:
        claims = [
            replace(
                claim,
                quotation=replace(
                    claim.quotation,
                    before="",
                    after="",
                    url=claim.quotation.url.partition("#")[0] and f"{claim.quotation.url}-,other",
                ),
            )
            for claim in group.claims
        ]
        groups.append(replace(group, claims=tuple(claims)))
    return replace(FULL_PAGE, groups=tuple(groups))


def test_what_the_manifest_lacks_is_let_pass(file: Path) -> None:
    page = without_texts()
    assert told(file, HTML, page, from_manifest=True) == []
    strictly = told(file, HTML, page)
    assert "#ships: the context is «" not in strictly[0]
    assert [line.partition(" is ")[0] for line in strictly] == [
        "#ships: the text", "#view-north: the text", "#ships: the link", "#opening: the link",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("二十多艘船", "三十多艘船", "#ships: the quote is"),
        ('<p class="translation">', '<p><span class="around">Sell</span>', "#ships: the text is «Sell»"),
        ("</h3>", '</h3><span class="around">Sell</span>', "#ships: the text is «Sell»"),
        ("<h1>", '<h1><span class="around">Sell</span><mark>', "header: the "),
        ("https://news.example/a?x=1", "https://evil.example/a?x=1", "#ships: the link is"),
        ("</main>", "<p>Sell</p></main>", "main: the text is «Sell»"),
    ],
)  # fmt: skip
def test_all_else_is_told_from_the_manifest_as_well(
    file: Path, old: str, new: str, expected: str
) -> None:
    changed = HTML.replace(old, new, 1)
    assert changed != HTML
    found = told(file, changed, without_texts(), from_manifest=True)
    assert any(expected in difference for difference in found), found


FORGED = {
    "another host before the passage": (
        "/a?x=1&amp;y=2#:~:", "/a?x=1&amp;y=2:~:@evil.example/#:~:", "#ships: the link is"),
    "another path before the passage": (
        "/a?x=1&amp;y=2#:~:", "/a?x=1&amp;y=2:~:/../b#:~:", "#ships: the link is"),
    "a value in a comment": (
        '<p class="value">', '<!--<p class="value">-->', "page: the content is «<!--"),
    "words put into the marked quote": ("</mark>", '<span class="around">, not</span></mark>', "<span> in the quote"),
    "a way out of the context": ("<mark>", '<span class="around"></p><p>Sell</p></span><mark>', "</p> in the context"),
    "context in another paragraph": (
        "<blockquote>", '<p><span class="around">Sell</span></p><blockquote>', "#ships: the text is «Sell»"),
    "an empty mark": (
        "</blockquote>", '<p class="quote"><mark></mark><span class="around">Sell</span></p></blockquote>',
        "#ships: the mark is «there 2 times»"),
    "two stretches of context": (
        "<mark>", '<span class="around">Sell</span><span class="around">a</span><mark>', "#ships: the text is «港口有Sell»"),
    "a claim that is hidden by an empty word": ('<article id="ships"', '<article hidden="" id="ships"', "«hidden»"),
    "the anchor on another element": ("<mark>", '<mark id="opening">', "«id=opening»"),
    "the anchor on a section": ("<section ", '<section id="opening" ', "«id=opening»"),
    "a heading that is only heard": ("<h3>", '<h3 title="Ships">', "«title=Ships»"),
    "a claim in a list of choices": ("<blockquote>", "<select><blockquote>", "«<select>»"),
    "a claim as a title": ("<blockquote>", "<title><blockquote>", "«<title>»"),
    "a claim of a class that hides it": ('<p class="value">', '<p class="value hidden">', "«class=value hidden»"),
    "a link that opens nothing": ("</blockquote>", '</blockquote><a href="">x</a>', "#ships: the link is"),
}  # fmt: skip


@pytest.mark.parametrize("from_manifest", [False, True])
@pytest.mark.parametrize("name", FORGED)
def test_what_a_forger_would_do_is_told(file: Path, name: str, from_manifest: bool) -> None:
    old, new, expected = FORGED[name]
    assert old in HTML
    page = without_texts() if from_manifest else FULL_PAGE
    found = told(file, HTML.replace(old, new, 1), page, from_manifest=from_manifest)
    assert found != []
    if from_manifest:
        assert any(expected in difference for difference in found), found


def test_a_page_of_many_claims_is_compared_claim_by_claim(file: Path) -> None:
    numbers = count()
    claims = tuple(
        replace(CLAIM, id=f"fact-{n}", anchor=f"fact-{n}", value=f"> {n}")
        for n in (next(numbers) for _ in range(2_000))
    )
    page = replace(FULL_PAGE, groups=(Group("Harbour", claims),))
    html = make_evidence_page(page).decode()
    assert told(file, html, page) == []
    changed = html.replace("&gt; 1234", "&gt; 1235").replace("</h1>", "</h1><p>Sell</p>")
    assert told(file, changed, page) == [
        "header: the text is «Sell»; expected «nothing»",
        "#fact-1234: the value is «> 1235»; expected «> 1234»",
    ]


MANY = replace(
    FULL_PAGE,
    groups=(
        Group(
            "Harbour",
            tuple(
                replace(CLAIM, id=f"f{at}", anchor=f"f{at}", value=f"> {at}") for at in range(40)
            ),
        ),
    ),
    topics=("Harbour",),
)


@pytest.mark.parametrize(
    ("written", "instead", "told_of"),
    [
        ("&gt; 35 <", "&gt; 36 <", "#f35: the value is «> 36»; expected «> 35»"),
        ('href="#f35"', 'href="#f34"', "#f35: the link is «#f34»; expected «#f35»"),
        ('<article id="f35"', '<article id="f34"', "#f35: the claim is «missing»; expected «there once»"),
        ("f35</a></p>", "f35</a></p><p hidden>", "#f35: the text is «hidden»; expected «nothing»"),
        ("f35</a></p>", "f35</a></p>more", "#f35: the text is «more»; expected «nothing»"),
    ],
)  # fmt: skip
def test_a_change_is_told_among_many_claims_that_are_alike(
    file: Path, written: str, instead: str, told_of: str
) -> None:
    html = make_evidence_page(MANY).decode()
    assert told(file, html, MANY) == []
    assert html.count(written) == 1
    found = told(file, html.replace(written, instead), MANY)
    assert any(told_of in difference for difference in found), found
