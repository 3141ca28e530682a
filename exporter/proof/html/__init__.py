"""A written evidence page, read back and compared with its layout.

The page shows the model's texts and pictures in the template's order and nothing more, opens what
the model links to, and runs its own style sheet and script alone. How it looks is not compared.

page_texts.py      the texts that a page should show
vocabulary.py      its elements, and the place that each begins
own_content.py     its style sheet and script
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from exporter.proof.difference import MISSING, NOTHING, Difference, in_file, unlike
from exporter.proof.html.own_content import logo_address, script, style_sheet
from exporter.proof.html.page_texts import page_texts
from exporter.proof.html.vocabulary import CONTEXT, PAGE, PICTURED, QUOTE, SOURCES, VOCABULARY
from exporter.proof.html_texts import HtmlPart, HtmlTexts, Place, read_html
from exporter.proof.texts import (
    ExpectedText,
    compare_texts,
    same_letters,
    spaced,
    squeezed,
    unlike_text,
)
from exporter.report.html.model import EvidencePage, Quotation

_PICTURE = "data:"  # what begins a link that is a picture itself
_DIRECTIVE = ":~:"  # what follows in a link names words of the source


def compare_evidence_page(
    page: EvidencePage, path: Path, *, from_manifest: bool = False
) -> list[Difference]:
    """Compare a written evidence page with what was laid out, from its first text to its last.

    Args:
        page: The page as laid out.
        path: The file.
        from_manifest: Whether the page was laid out from the manifest, without the sources' texts.
            What stands around a quote is then unknown: any text is let pass in the elements for
            it, right before and right behind the quote; and so is any text directive of a link.

    Returns:
        Everything that differs: claims that are missing, twice there, unknown or elsewhere; texts
        and links that are missing, changed or added, each with its place; other content.

    Raises:
        OSError: The file cannot be read.
    """
    vocabulary = PICTURED if page.has_pictures else VOCABULARY
    actual = read_html(path.read_bytes().decode("utf-8", "replace"), vocabulary)
    parts = _without_context(actual.parts) if from_manifest else actual.parts
    differences = [
        *_text_differences(page, [part for part in parts if part.texts], actual.begun),
        *_mark_differences(page, actual),
        *_link_differences(page, actual, from_manifest=from_manifest),
        *_other_differences(page, actual),
    ]
    return list(in_file(path.name, differences))


def compare_claims(page: EvidencePage, path: Path) -> list[Difference]:
    """Compare what a page says of each fact and view, whichever exporter wrote it.

    Args:
        page: The page as laid out here.
        path: The file.
    """
    vocabulary = PICTURED if page.has_pictures else VOCABULARY
    actual = read_html(path.read_bytes().decode("utf-8", "replace"), vocabulary)
    shown: defaultdict[str, str] = defaultdict(str)
    for part in actual.parts:
        shown[part.place.name] += "".join(part.texts)
    claims = {f"#{claim.anchor}": claim for group in page.groups for claim in group.claims}
    differences = [
        unlike(place, "claim", *((MISSING, "there") if place in shown else ("there", MISSING)))
        for place in sorted(claims.keys() ^ {name for name in shown if _is_claim(name)})
    ]
    for place, claim in claims.items():
        further = [("quote", one.quotation.words) for one in claim.further]
        said = [("value", claim.value), ("unit", claim.unit), ("quote", claim.quotation.words)]
        for what, text in (*said, *further):
            if place in shown and squeezed(text) not in squeezed(shown[place]):
                differences.append(unlike_text(place, what, text, shown[place]))
    return list(in_file(path.name, differences))


def _expected_texts(page: EvidencePage) -> list[tuple[Place, str]]:
    """All that each place shows until another one begins, as the reader of the file parts them."""
    expected: list[tuple[Place, str]] = []
    for place, texts in page_texts(page):
        shown = "".join([text for _, text in texts])
        if shown and expected and expected[-1][0] == place:
            expected[-1] = (place, expected[-1][1] + shown)
        elif shown:
            expected.append((place, shown))
    return expected


def _text_differences(
    page: EvidencePage, actual: Sequence[HtmlPart], begun: Sequence[str]
) -> Iterator[Difference]:
    expected = _expected_texts(page)
    shown = [(part.place, "".join(part.texts)) for part in actual]
    claims = dict.fromkeys(place.name for place, _ in expected if _is_claim(place.name))
    counted = Counter(name for name in begun if _is_claim(name))
    each_once = claims.keys() == counted.keys() and len(claims) == counted.total()
    pairs = zip_longest(expected, shown, fillvalue=(Place(PAGE), ""))
    first = next((pair for pair in pairs if not _is_same(*pair)), None)
    if each_once and first is None:
        return
    differences = [
        *_claim_differences(claims, counted, actual),
        *_differences_by_place(page, actual, {name for name in claims if counted[name] == 1}),
        *_order_difference([place for place, _ in expected], [place for place, _ in shown]),
    ]
    if not differences and first:  # all is there, but a text stands within another element
        (place, text), (_, instead) = first
        differences.append(unlike(place.name, "order of texts", squeezed(text), squeezed(instead)))
    yield from differences


def _is_same(expected: tuple[Place, str], shown: tuple[Place, str]) -> bool:
    return expected[0] == shown[0] and same_letters(expected[1], shown[1])


def _claim_differences(
    claims: Collection[str], counted: Mapping[str, int], actual: Sequence[HtmlPart]
) -> Iterator[Difference]:
    """Claims that are missing, twice there or unknown."""
    for name in claims:
        if (times := counted.get(name, 0)) != 1:
            yield unlike(name, "claim", "there once", f"there {times} times" if times else MISSING)
    for name in counted:
        if name not in claims:
            text = "".join(
                text for part in actual if part.place.name == name for text in part.texts
            )
            yield unlike(name, "claim", NOTHING, spaced(text))


def _differences_by_place(
    page: EvidencePage, actual: Sequence[HtmlPart], claims: Collection[str]
) -> Iterator[Difference]:
    """What differs in each place, claims aside that are not there just once."""
    texts_in: dict[Place, list[ExpectedText]] = defaultdict(list)
    shown_in: dict[Place, list[str]] = defaultdict(list)
    for place, texts in page_texts(page):
        texts_in[place] += [ExpectedText(place.name, what, text) for what, text in texts]
    for part in actual:
        shown_in[part.place].extend(part.texts)
    for place in {**texts_in, **shown_in}:
        if place.name in claims or not _is_claim(place.name):
            yield from compare_texts(texts_in[place], "".join(shown_in[place]), place.name)


def _order_difference(expected: Sequence[Place], actual: Sequence[Place]) -> Iterator[Difference]:
    """The first place that does not stand where it should, of those that are there."""
    wanted, shown = (dict.fromkeys(place.name for place in some) for some in (expected, actual))
    pairs = [
        ["the beginning", *(name for name in names if name in others)]
        for names, others in ((wanted, shown), (shown, wanted))
    ]
    for index, (name, other) in enumerate(zip(*pairs, strict=True)):
        if name != other:
            before = pairs[1][pairs[1].index(name) - 1]
            yield unlike(name, "place", f"after {pairs[0][index - 1]}", f"after {before}")
            return


def _mark_differences(page: EvidencePage, actual: HtmlTexts) -> Iterator[Difference]:
    """Claims that mark other words than their quotes, and be it none: each marks them once."""
    marked = Counter(part.place.name for part in actual.parts if part.place.role == QUOTE)
    counted = Counter(actual.begun)
    for claim in (claim for group in page.groups for claim in group.claims):
        name, due = f"#{claim.anchor}", bool(claim.quotation.words) + len(claim.further)
        if counted[name] == 1 and marked[name] != due:
            expected = NOTHING if not due else "there once" if due == 1 else f"there {due} times"
            yield unlike(name, "mark", expected, f"there {marked[name]} times")


def _is_claim(name: str) -> bool:
    return name.startswith("#")


def _without_context(parts: Sequence[HtmlPart]) -> list[HtmlPart]:
    """The parts but those around a quote, right before and right behind it."""
    places = [part.place for part in parts]
    nowhere = Place("")
    neighbours = zip([nowhere, *places[:-1]], [*places[1:], nowhere], strict=True)
    return [
        part
        for part, beside in zip(parts, neighbours, strict=True)
        if part.place.role != CONTEXT or Place(part.place.name, QUOTE) not in beside
    ]


def _link_differences(
    page: EvidencePage, actual: HtmlTexts, *, from_manifest: bool
) -> Iterator[Difference]:
    """Links that lead elsewhere, are missing or added, in every place that is there once."""
    wanted: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, list[str]] = defaultdict(list)
    for name, link in _links(page):
        wanted[name].append(link)
    for name, link in actual.links:
        shown[name].append(link)
    counted = Counter(actual.begun)
    for name in {**wanted, **shown}:
        if _is_claim(name) and (counted[name] != 1 or name not in wanted):
            continue
        for expected, link in zip_longest(wanted[name], shown[name]):
            if expected == link or (from_manifest and _same_target(expected, link)):
                continue
            yield unlike(name, *_told(expected or NOTHING, MISSING if link is None else link))


def _told(expected: str, link: str) -> tuple[str, str, str]:
    """What differs, and both links; pictures are told by their hashes, since they are long."""
    is_picture = expected.startswith(_PICTURE) or link.startswith(_PICTURE)
    what = "picture" if is_picture else "link"
    return what, _shortly(expected), _shortly(link)


def _shortly(link: str) -> str:
    is_picture = link.startswith(_PICTURE)
    return f"SHA-256 {sha256(link.encode()).hexdigest()[:16]}" if is_picture else link


def _links(page: EvidencePage) -> Iterator[tuple[str, str]]:
    """Every link of the page, after the place that it stands in."""
    yield PAGE, "#_evidence"
    if logo := logo_address(page):
        yield PAGE, logo
    for group in page.groups:
        for claim in group.claims:
            name = f"#{claim.anchor}"
            yield from ((name, f"#{part.target}") for part in claim.formula if part.target)
            yield from ((name, link) for link in _links_of(claim.quotation))
            yield name, name
            further = (one.quotation for one in claim.further)
            yield from ((name, link) for one in further for link in _links_of(one))
    for source in page.sources:
        if source.url:
            yield SOURCES, source.url


def _links_of(quotation: Quotation) -> Iterator[str]:
    """The links of a quotation: its picture or the entry that has it, and its passage."""
    picture = f"#{quotation.pictured_at}" if quotation.pictured_at else quotation.picture
    return filter(None, (picture, quotation.url))


def _same_target(expected: str | None, link: str | None) -> bool:
    """Whether two links differ in the words alone that they name of one source."""
    if expected is None or link is None or _DIRECTIVE not in expected:
        return False
    (address, _, fragment), (other, _, passage) = (one.partition("#") for one in (expected, link))
    return address == other and _without_directive(fragment) == _without_directive(passage)


def _without_directive(fragment: str) -> str:
    return fragment.partition(_DIRECTIVE)[0]


def _other_differences(page: EvidencePage, actual: HtmlTexts) -> Iterator[Difference]:
    """What is neither text nor link: the page's own style sheet and script, each once."""
    for found in actual.foreign:
        yield unlike(PAGE, "content", "texts and links alone", found)
    own_style = style_sheet(page)
    for name, own in (("style", own_style), ("script", script())):
        contents = [content for element, content in actual.inline if element == name]
        if contents != [own]:
            yield unlike(PAGE, name, own, "".join(contents) or MISSING)
