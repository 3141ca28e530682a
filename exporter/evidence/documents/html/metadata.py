"""What a page tells of itself: title, publisher, author, day, language, address.

Pages tell it to several readers: to search engines (JSON-LD, schema.org), to social networks (Open
Graph), to libraries (Dublin Core), to browsers. Of those that say a thing, the first in this order
is believed; what none says is not guessed.

Source: ogp.me; schema.org; DCMI Metadata Terms; WHATWG, HTML, 4.2.5 (the meta element).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from exporter.evidence.documents.dates import day_of, days_in
from exporter.evidence.documents.html.json_ld import told_by_json_ld
from exporter.evidence.documents.html.tree import Element, names_of, words_in
from exporter.evidence.documents.language import language_tag
from exporter.evidence.documents.model import Metadata
from exporter.facts.patterns import URL_PATTERN

# The names and properties of <meta>, in lower case, by what they tell; the first goes first.
_METAS: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title",
              "citation_title", "hdl", "articletitle"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher",
                  "publisher", "article:publisher", "source", "mediaid", "application-name"),
    "author": ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator",
               "dc.author", "byl", "parsely-author", "sailthru.author", "citation_author",
               "twitter:data1:author"),
    "published": ("article:published_time", "og:article:published_time", "og:published_time",
                  "datepublished", "dc.date.issued", "dcterms.issued", "dc.date",
                  "dcterms.date", "dcterms.created", "dc.date.created", "publishdate",
                  "publish_date", "publish-date", "publication_date", "pubdate", "pub_date",
                  "parsely-pub-date", "sailthru.date", "citation_publication_date",
                  "citation_date", "cxenseparse:recs:publishtime", "bt:pubdate", "apub:time",
                  "weibo: article:create_at", "date"),
    "language": ("og:locale", "dc.language", "dcterms.language", "content-language", "language"),
    "url": ("og:url",),
}  # fmt: skip
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_URL = re.compile(URL_PATTERN)
_SEPARATOR = re.compile(r"\s+[-–—|_·»:]\s+|[_|｜]|\s*[-–—]{1,2}\s*(?=[\u3400-\u9fff])")
_DATED = re.compile(r"date|time|publi[sc]|byline|info|source", re.IGNORECASE)
_LONGEST_DATED = 120  # characters
_BY = re.compile(r"^\s*(?:by\s+|作者[:：]\s*|记者[:：]?\s*|文[/／|｜]\s*)", re.IGNORECASE)

_Told = dict[str, list[str]]
_Value = TypeVar("_Value")


def page_metadata(page: Element, written: str) -> Metadata:
    """What a page tells of itself.

    Args:
        page: Its root.
        written: The page as a text, for what a browser noted when it saved it.
    """
    told = told_by_json_ld(page)
    for ways in (_told_by_metas, _told_by_elements):
        for name, texts in ways(page).items():
            told[name] += texts
    told["url"] += [match[1] for match in _SAVED_FROM.finditer(written[:4096])]
    publisher = _first(told["publisher"], lambda text: text if not _URL.match(text) else None)
    return Metadata(
        title=_title(told["title"], publisher),
        publisher=publisher,
        author=_first(told["author"], _author),
        published=_first(told["published"], day_of),
        language=_first(told["language"], language_tag),
        url=_first(told["url"], lambda text: text if _URL.match(text) else None),
    )


def _told_by_metas(page: Element) -> _Told:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                for name in (meta.get(key) or "").lower().split(" "):
                    found.setdefault(name, []).append(content)
                found.setdefault((meta.get(key) or "").lower(), []).append(content)
    return {
        name: [text for key in keys for text in found.get(key, ())] for name, keys in _METAS.items()
    }


def _told_by_elements(page: Element) -> _Told:
    """What the page's elements say: its links, its title, its times, its language."""
    heading, site = _parted_title(page)
    return {
        "title": [heading, *[words_in(title) for title in page.iter("title", "h1")][:4]],
        "published": [*_times(page), *_dated(page)],
        "author": [
            words_in(element)
            for element in page.iter("a", "span", "address", "div", "p")
            if element.get("rel") == "author" or element.get("itemprop") == "author"
        ],
        "publisher": [site],
        "language": [
            page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        ],
        "url": [
            link.get("href", "")
            for link in page.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ],
    }


def _parted_title(page: Element) -> tuple[str, str]:
    """The page's heading and the name of its site, where its title is both: `Sales rise | Wire`."""
    headings = [words_in(heading) for heading in page.iter("h1")]
    title = next((words_in(title) for title in page.iter("title")), "")
    if len(headings) != 1 or not headings[0] or not title.startswith(headings[0]):
        return "", ""
    between, *pieces = _SEPARATOR.split(title.removeprefix(headings[0]))
    if not pieces or between.strip() or _NO_SITE.search(pieces[-1]):
        return "", ""
    return headings[0], pieces[-1].strip()


# Acme plc – Full-year results 2025: what it is, not where
_NO_SITE = re.compile(r"[0-9]|\b(?:results|report|update|statement)\b|公告|[年季]报", re.IGNORECASE)


def _times(page: Element) -> Iterator[str]:
    """The times that are said to be the article's, then those of the article's head."""
    marked = [
        element
        for element in page.iter()
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    times = [*marked, *page.iter("time")]
    for element in times:
        yield element.get("datetime") or element.get("content") or words_in(element)


def _dated(page: Element) -> Iterator[str]:
    """Where an article's head says in words when it appeared: behind its title, and called so."""
    body = page.find("body")
    is_behind = False
    for element in page.iter() if body is None else body.iter():
        is_behind = is_behind or element.tag == "h1"
        if is_behind and isinstance(element.tag, str) and _DATED.search(names_of(element)):
            words = words_in(element)
            if len(words) <= _LONGEST_DATED and (day := next(days_in(words), None)):
                yield day.isoformat()


def _first(texts: list[str], read: Callable[[str], _Value | None]) -> _Value | None:
    return next(
        (value for text in texts if text.strip() and (value := read(text)) is not None), None
    )


def _author(text: str) -> str | None:
    """An author's name; an address of a page is none."""
    name = _BY.sub("", text).strip()
    return name if name and not _URL.match(name) else None


def _title(texts: list[str], publisher: str | None) -> str | None:
    """The page's title without the name of its publisher behind it."""
    text = _first(texts, lambda text: text.strip() or None)
    if text is None:
        return None
    pieces = _SEPARATOR.split(text)
    if publisher and len(pieces) > 1 and pieces[-1].strip().casefold() == publisher.casefold():
        text = text[: text.rindex(pieces[-1])].rstrip(" -–—|_·»:｜")
    return text
