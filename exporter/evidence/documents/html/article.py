"""Which part of a page is the article.

First goes what is around it on every page: navigation, advertisements, comments, related articles,
notices about cookies, known by their elements, roles and names. What is left is gone down into as
long as one element has most of the prose. Doubtful words are kept: a clause too many can be set
aside, one that is missing cannot be quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.evidence.documents.html.tree import (
    Element,
    drop,
    is_block,
    is_seen,
    names_of,
    with_ancestors,
    words_in,
)

_AROUND = frozenset("nav dialog menu".split())
_AROUND_UNLESS_LONG = frozenset("aside footer header form fieldset".split())
_TEXTS = frozenset("p blockquote pre table tbody tr td th li dd".split())
_ROLES = frozenset(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search "
    "tablist toolbar".split()
)
# How makers of pages call what is around an article; as words of a class or an id.
_NAMES_AROUND = frozenset(
    "ad ads advert adverts advertisement advertisements adsense adslot adbox sponsor sponsored "
    "sponsors promo promos promotion banner banners "
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager "
    "sidebar sidebars rail aside masthead topbar toolbar footer "
    "comment comments commentlist disqus respond replies discussion "
    "share sharing sharebar social socials addthis follow "
    "related recommend recommended recommendation recommendations recirc recirculation outbrain "
    "taboola mostread popular trending more-stories readmore morefrom teaser teasers "
    "cookie cookies consent gdpr onetrust notice "
    "newsletter signup subscribe subscription login popup modal overlay lightbox tooltip "
    "tags taglist keywords widget widgets copyright print printbutton skip search "
    "tuijian xiangguan pinglun fenxiang guanggao daohang".split()
)
_NAMES_OF_ARTICLES = re.compile(
    r"article|story|entry|post[-_]?(?:body|content|text)|content|main|body|zhengwen", re.IGNORECASE
)
_PART = re.compile("[-_]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"[.!?。！？…”\"’'）)\]:;：；]\s*$")
_LARGE = 0.4  # of the page's prose: what has so much is not around it, whatever it is called
_MOST = 0.75  # of an element's prose, that one in it must have to stand for it
_MOST_OF_ARTICLE = 0.5  # likewise, where it is said to be the article
_SHORTEST_PROSE = 60  # characters of Latin letters; Chinese ones count for three
_MOSTLY_LINKS = 0.6
_LONGEST_OFFER = 120
_LONGEST_HEAD = 1_500  # characters
# The same in several words.
_PHRASES_AROUND = re.compile(
    r"(?<![a-z])(?:most[-_ ]?(?:read|popular|viewed|shared)|read[-_ ]?(?:more|next|also)"
    r"|more[-_ ]?(?:from|stories|news)|you[-_ ]?may|up[-_ ]?next|see[-_ ]?also|sign[-_ ]?up"
    r"|author[-_ ]?(?:bio|box|card)|hot[-_ ]?news|back[-_ ]?to[-_ ]?top)"
    r"|广告|相关|推荐|评论",
    re.IGNORECASE,
)
# What names paragraphs, too; others say how one looks, or that it costs money.
_ADS = frozenset(
    "ad ads advert adverts advertisement advertisements adsense adslot adbox sponsor sponsored "
    "sponsors promo promos promotion cookie cookies consent gdpr newsletter related share sharing "
    "recommended guanggao".split()
)
_OFFERED = re.compile(
    r"(?:related|recommended|more (?:from|on)|read (?:more|next|also)|most (?:read|popular)"
    r"|trending|you (?:may|might) (?:also )?like|popular|share(?: this)?|tags|comments?"
    r"|advertisement|sponsored(?: content)?|sign up|subscribe|newsletter|see also"
    r"|相关(?:阅读|新闻|文章|推荐|报道|链接)|推荐阅读|延伸阅读|热门(?:文章|推荐|新闻)?|猜你喜欢|为您推荐|精彩推荐|网友评论"
    r"|分享到?|广告|上一篇|下一篇|返回(?:首页|顶部)?|関連記事|人気記事)"
    r"(?: (?:stories|articles|news|posts|links|reading|content|topics|coverage|videos|story))?"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_WORDS = re.compile(r"[\W\d]*")


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
        if (found.prose < large or not found.prose) and _is_around(element, found):
            drop(element)


def _is_around(element: Element, found: _Words) -> bool:
    if element.tag in _AROUND or element.get("role") in _ROLES:
        return True
    if element.tag in {"h1", "html", "body", "article", "main"}:
        return False
    if element.tag == "header":
        return not _is_inside(element, ("article", "main")) and element.find(".//h1") is None
    if element.tag in _AROUND_UNLESS_LONG:
        return True
    if element.get("itemprop") == "articleBody" or not is_block(element):
        return False
    if _holds_title(element, found):
        return False
    called = f"{names_of(element)} {element.get('aria-label') or ''}"
    if element.tag in _TEXTS and found.prose:
        return bool(_words_of_names(called) & _ADS)
    is_phrase = _PHRASES_AROUND.search(called) is not None
    return is_phrase or bool(_words_of_names(called) & _NAMES_AROUND)


def _words_of_names(names: str) -> set[str]:
    """The words of an element's names: `relatedArticles` and `related-articles` have the same.

    Short ones stand between hyphens alone: names that programs made (`kAdBx`) have any in them.
    """
    parts = {part for name in names.split() for part in _PART.split(name)}
    words = {word for part in parts for word in _WORD.findall(part) if len(word) > 3}
    return {word.lower() for word in parts | words}


def _holds_title(element: Element, found: _Words) -> bool:
    return element.find(".//h1") is not None and found.linked < found.all / 2


def _is_inside(element: Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


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
    while True:
        prose = measured[root].prose
        children = [child for child in root if isinstance(child.tag, str)]
        largest = max(children, key=lambda child: measured[child].prose, default=None)
        if largest is None or not prose:
            return root
        enough = _MOST_OF_ARTICLE if _is_article(largest) else _MOST
        if measured[largest].prose < enough * prose or largest.tag in {"tbody", "tr", "td", "p"}:
            return root
        if not is_block(largest):
            return root
        root = largest


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
        offered = (
            None if found.prose or found.all > _LONGEST_OFFER else _OFFERED.match(words_in(heading))
        )
        if offered and (found.linked or _NO_WORDS.fullmatch(offered["rest"])):
            drop(heading)


def _has_title(element: Element) -> bool:
    return any(True for _ in element.iter("h1", "h2", "table"))
