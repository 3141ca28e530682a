"""A written evidence page, read back and compared with its layout."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from exporter.proof.difference import MISSING, NOTHING, Difference, in_file, unlike
from exporter.report.html.model import Claim, EvidencePage


def compare_evidence_page(page: EvidencePage, path: Path) -> list[Difference]:
    """Compare a written evidence page with what was laid out, claim by claim.

    What stands around a quote in its source is not compared: it is there only where the source's
    text was at hand.

    Args:
        page: The page as laid out.
        path: The file.

    Returns:
        Everything that differs: claims that are missing, twice there or unknown, and texts and
        links that a claim lacks.

    Raises:
        OSError: The file cannot be read.
    """
    found = _Reader()
    found.feed(path.read_bytes().decode("utf-8", "replace"))
    return list(in_file(path.name, _differences(page, found)))


def _differences(page: EvidencePage, found: "_Reader") -> Iterator[Difference]:
    claims = {claim.anchor: claim for group in page.groups for claim in group.claims}
    counted = Counter(element.anchor for element in found.claims)
    for anchor in claims:
        if counted[anchor] != 1:
            times = f"there {counted[anchor]} times" if counted[anchor] else MISSING
            yield unlike(f"#{anchor}", "claim", "there once", times)
    for element in found.claims:
        if element.anchor in claims:
            yield from _claim_differences(claims[element.anchor], element)
        else:
            yield unlike(f"#{element.anchor}", "claim", NOTHING, "".join(element.texts))


def _claim_differences(claim: Claim, found: "_Element") -> Iterator[Difference]:
    place = f"#{claim.anchor}"
    shown = _squeezed("".join(found.texts))
    for what, text in _texts(claim):
        if _squeezed(text) not in shown:
            yield unlike(place, what, text, "not there")
        shown = shown.replace(_squeezed(text), "\n", 1)
    if claim.quotation.url and not any(_same_page(claim, link) for link in found.links):
        yield unlike(place, "link", claim.quotation.url, ", ".join(found.links) or MISSING)


def _texts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Every text that a claim shows; the longest first, which may hold shorter ones."""
    quotation = claim.quotation
    texts = [
        ("id", claim.id),
        ("heading", claim.heading),
        ("value", claim.value),
        ("unit", claim.unit),
        ("quote", quotation.words),
        ("translation", quotation.translation),
        ("source", quotation.source),
        *(("driver", point) for point in claim.points),
        *(("detail", text) for detail in claim.details for text in detail),
        *(("state", state.words) for state in claim.states),
    ]
    yield from sorted((one for one in texts if one[1]), key=lambda one: -len(one[1]))


def _same_page(claim: Claim, link: str) -> bool:
    """Whether a link leads to the claim's source; words before the quote depend on its text."""
    return link.partition("#")[0] == claim.quotation.url.partition("#")[0]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@dataclass(slots=True)
class _Element:
    anchor: str
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the texts and links of each claim, an `article` with an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.claims: list[_Element] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self.claims.append(_Element(given.get("id") or ""))
            self._inside = True
        elif tag == "a" and self._inside:
            self.claims[-1].links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.claims[-1].texts.append(data)
