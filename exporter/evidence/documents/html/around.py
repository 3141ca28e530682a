"""What stands around an article on every page, by elements, roles and the names of its maker.

Names are the words of classes, ids and labels, in English and in the pinyin of Chinese sites.
"""

import re

from exporter.evidence.documents.html.tree import Element, is_block, names_of

_AROUND = frozenset(
    "nav dialog menu amp-ad amp-auto-ads amp-consent amp-embed amp-sidebar amp-sticky-ad".split()
)
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
_PART = re.compile("[-_]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
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
    r"[【〖\[]?"
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
_LONGEST_OFFER = 120  # characters


def is_around(element: Element, *, has_prose: bool, is_mostly_links: bool) -> bool:
    """Whether an element is none of the article, by what it is called.

    Args:
        element: Of a page.
        has_prose: Whether there are sentences in it.
        is_mostly_links: Whether most of its words open something.
    """
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
    if not is_mostly_links and element.find(".//h1") is not None:
        return False
    called = f"{names_of(element)} {element.get('aria-label') or ''}"
    if element.tag in _TEXTS and has_prose:
        return bool(_words_of_names(called) & _ADS)
    is_phrase = _PHRASES_AROUND.search(called) is not None
    return is_phrase or bool(_words_of_names(called) & _NAMES_AROUND)


def is_offer(words: str, *, has_links: bool) -> bool:
    """Whether words offer something beside the article: a heading over links, or one itself."""
    if len(words) > _LONGEST_OFFER:
        return False
    offered = _OFFERED.match(words)
    return offered is not None and (has_links or _NO_WORDS.fullmatch(offered["rest"]) is not None)


def _words_of_names(names: str) -> set[str]:
    """The words of an element's names: `relatedArticles` and `related-articles` have the same.

    Short ones stand between hyphens alone: names that programs made (`kAdBx`) have any in them.
    """
    parts = {part for name in names.split() for part in _PART.split(name)}
    words = {word for part in parts for word in _WORD.findall(part) if len(word) > 3}
    return {word.lower() for word in parts | words}


def _is_inside(element: Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None
