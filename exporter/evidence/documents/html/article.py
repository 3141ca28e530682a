"""Which part of a page is the article.

First goes what is around it on every page: navigation, advertisements, comments, related articles,
notices about cookies, known by their elements, roles and names. What is left is gone down into as
long as one element has most of the prose. Doubtful words are kept: a clause too many can be set
aside, one that is missing cannot be quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.evidence.documents.html.around import is_around, is_offer
from exporter.evidence.documents.html.tables import is_data
from exporter.evidence.documents.html.tree import (
    Element,
    drop,
    is_block,
    is_seen,
    names_of,
    with_ancestors,
    words_in,
)

_NAMES_OF_ARTICLES = re.compile(
    r"article|story|entry|post[-_]?(?:body|content|text)|content|main|body|zhengwen", re.IGNORECASE
)
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?。！？…”\"’'）)\]:;：；]\s*$")
_LARGE = 0.4  # of the page's prose: what has so much is not around it, whatever it is called
_MOST = 0.75  # of an element's prose, that one in it must have to stand for it
_MOST_OF_ARTICLE = 0.5  # likewise, where it is said to be the article
_MOST_OF_TABLES = 0.9  # of an element's words: with more of them in tables, it is there for these
_SHORTEST_PROSE = 60  # characters of Latin letters; Chinese ones count for three
_MOSTLY_LINKS = 0.6
_LONGEST_HEAD = 1_500  # characters


@dataclass(slots=True)
class _Words:
    """What an element holds, in characters: words, those in links, and those that are prose."""

    all: int = 0
    linked: int = 0
    prose: float = 0.0


def article_of(page: Element) -> list[Element]:
    """The elements of a page that hold the article, in order, without what is around it.

    Args:
        page: The page's root, which is changed.
    """
    _drop_unseen(page)
    body = page.find("body")
    root = page if body is None else body
    _drop_around(root)
    densest = _densest(root, _measured(root))
    article = [*_head(densest), densest]
    for part in article:
        _drop_lists_of_links(part)
    return article


def _drop_unseen(page: Element) -> None:
    for element in list(page.iter()):
        if element.tag != "head" and element.getparent() is not None and not is_seen(element):
            drop(element)


def _drop_around(root: Element) -> None:
    """Take out what is around an article, unless it holds much of the page's prose."""
    measured = _measured(root)
    large = _LARGE * measured[root].prose
    for element in list(root.iter()):
        if element is root or not isinstance(element.tag, str):
            continue
        found = measured[element]
        if found.prose and found.prose >= large:
            continue
        is_mostly_links = found.linked * 2 >= found.all
        if is_around(element, has_prose=bool(found.prose), is_mostly_links=is_mostly_links):
            drop(element)


def _measured(root: Element) -> dict[Element, _Words]:
    """What each element holds."""
    measured: dict[Element, _Words] = {}
    for element in _inside_out(root):
        words = measured[element] = _Words()
        own = (element.text or "").strip()
        words.all = len(own)
        for child in element:
            inner = measured[child]
            tail = (child.tail or "").strip()
            words.all += inner.all + len(tail)
            words.linked += inner.linked
            words.prose += inner.prose
        if element.tag == "a":
            words.linked = words.all
        if isinstance(element.tag, str) and (element is root or is_block(element)):
            words.prose += _own_prose(element, measured)
    return measured


def _own_prose(element: Element, measured: dict[Element, _Words]) -> float:
    """How much prose stands in the lines of a block itself; a row of a table counts for some."""
    if element.tag == "tr":
        found = measured[element]
        return 0.0 if len(element) < 2 or found.linked * 2 > found.all else found.all / 2
    pieces, linked = [element.text or ""], 0
    for child in element:
        if not is_block(child):
            pieces.append("".join(child.itertext()))
            linked += measured[child].linked
        pieces.append(child.tail or "")
    words = " ".join("".join(pieces).split())
    size = len(words) + 2 * len(_CHINESE.findall(words))
    if size < _SHORTEST_PROSE or linked * 2 > len(words):
        return 0.0
    return size if _SENTENCE_END.search(words) else size / 2


def _inside_out(root: Element) -> Iterator[Element]:
    """All elements, each behind those in it; without recursion, which deep pages would end."""
    yield from reversed(list(root.iter()))


def _densest(root: Element, measured: dict[Element, _Words]) -> Element:
    """The element to which going down leads, as long as one has most of the prose."""
    known: dict[Element, bool] = {}
    while True:
        prose = measured[root].prose
        children = [child for child in root if isinstance(child.tag, str)]
        largest = max(children, key=lambda child: measured[child].prose, default=None)
        if largest is None or not prose:
            return root
        enough = _MOST_OF_ARTICLE if _is_article(largest) else _MOST
        if measured[largest].prose < enough * prose or largest.tag in {"tbody", "tr", "td", "p"}:
            return root
        if not is_block(largest) or _holds_tables_alone(largest, measured, known):
            return root
        root = largest


def _holds_tables_alone(
    element: Element, measured: dict[Element, _Words], known: dict[Element, bool]
) -> bool:
    """Whether an element is a table of data, or no more than such; notes on it stand around it.

    Args:
        element: The element.
        measured: What each holds.
        known: The answer for others, to which those on the way down are added: deep pages are gone
            down from each of their elements.
    """
    way: list[Element] = []
    while element not in known:
        way.append(element)
        found = _table_or_larger(element, measured)
        if isinstance(found, bool):
            known[element] = found
        else:
            element = found
    known.update(dict.fromkeys(way, known[element]))
    return known[element]


def _table_or_larger(element: Element, measured: dict[Element, _Words]) -> Element | bool:
    """Whether an element is or holds tables of data alone, or that in it which tells."""
    if element.tag == "table":
        return is_data(element)
    enough = _MOST_OF_TABLES * measured[element].all
    tables = [child for child in element if child.tag == "table"]
    if tables and sum(measured[table].all for table in tables) > enough:
        return all(map(is_data, tables))
    larger = (child for child in element if measured[child].all > enough)
    return next(larger, False)


def _head(body: Element) -> list[Element]:
    """The title and what stands between it and an article's body, if that is not much."""
    page = body.getroottree().getroot()
    titles = [title for title in page.iter("h1") if words_in(title)]
    if len(titles) != 1 or body in with_ancestors(titles[0]):
        return []
    title = titles[0]
    above = list(with_ancestors(title))
    common = next(element for element in body.iterancestors() if element in above)
    first, last = above[above.index(common) - 1], _child_around(common, body)
    if common.index(first) >= common.index(last):
        return []
    between = [*common][common.index(first) : common.index(last)]
    if sum(len(words_in(element)) for element in between) > _LONGEST_HEAD:
        return [title]
    measured = _measured(common)
    with_prose = [element for element in between if measured[element].prose]
    return with_prose if first in with_prose else [title, *with_prose]


def _child_around(parent: Element, element: Element) -> Element:
    return next(part for part in with_ancestors(element) if part.getparent() is parent)


def _is_article(element: Element) -> bool:
    if element.tag in {"article", "main"} or element.get("role") in {"article", "main"}:
        return True
    if element.get("itemprop") == "articleBody":
        return True
    return _NAMES_OF_ARTICLES.search(names_of(element)) is not None


def _drop_lists_of_links(root: Element) -> None:
    """Take out lists that are links alone, and the headings over what is offered beside."""
    measured = _measured(root)
    for element in list(root.iter("ul", "ol", "div", "section", "p", "dl")):
        found = measured[element]
        if element is root or not found.linked or found.prose or element.getparent() is None:
            continue
        is_list = element.tag in {"ul", "ol", "dl"} or len(element) > 1
        if is_list and found.linked > _MOSTLY_LINKS * found.all and not _has_title(element):
            drop(element)
    for heading in list(root.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "strong")):
        found = measured[heading]
        if not found.prose and is_offer(words_in(heading), has_links=bool(found.linked)):
            drop(heading)


def _has_title(element: Element) -> bool:
    return any(True for _ in element.iter("h1", "h2", "table"))
