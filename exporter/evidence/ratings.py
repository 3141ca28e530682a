"""Ratings: what brokers call them in both languages, and which a quote states.

Most words of ratings are everyday words, too: we hold a view, costs reduce, 股东减持. One is a
rating where the sentence calls it that, or says that it is given, kept, raised or lowered.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.ratings_told import DEALERS, is_told
from exporter.facts.folding import fold

# Ratings that mean the same, each row with the words for them; a word may stand in more than one.
_RATINGS = tuple(
    tuple(word.replace("_", " ") for word in row.split())
    for row in """
strong_buy conviction_buy top_buy 强烈推荐 强烈买入 强力买入 强推

buy long 买入 购入 买进

recommend recommended 推荐

accumulate add 增持 吸纳 收集

moderate_buy speculative_buy cautious_recommend 谨慎推荐 谨慎买入 审慎推荐 适度买入

cautious_accumulate 谨慎增持 审慎增持

overweight 增持 超配 高配

outperform outperformer market_outperform sector_outperform industry_outperform
跑赢行业 跑赢大市 跑赢市场 优于大市 优于大盘 优于行业 强于大市 强于市场 强于行业 领先大市 看好

positive 正面 积极 看好

hold neutral equal_weight equalweight market_weight market_perform marketperform
market_performer sector_perform peer_perform perform in_line
持有 中性 观望 同步大市 同步大盘 与大市同步 大市同步 持平 标配 平配 区间操作

underperform underperformer market_underperform sector_underperform industry_underperform
跑输行业 跑输大市 跑输市场 弱于大市 弱于大盘 弱于市场 弱于行业 落后大市 逊于大市 逊于大盘 看淡

underweight reduce trim 减持 减仓 减码 低配

negative 负面 看淡

avoid 回避 规避

sell short 卖出 沽出 沽售

strong_sell conviction_sell 强烈卖出 强力卖出

not_rated unrated no_rating 未评级 无评级 暂无评级 未予评级

suspended rating_suspended 暂停评级

under_review 评级检讨中 评级待定
""".split("\n\n")
)
_MEANINGS: dict[str, frozenset[int]] = {
    word: frozenset(index for index, row in enumerate(_RATINGS) if word in row)
    for row in _RATINGS
    for word in row
}
# The last row that leans each way.
_LEANINGS = {"positive": "positive", "hold": "neutral", "strong sell": "negative"}
_LONGEST_FIRST = sorted(_MEANINGS, key=len, reverse=True)
_ENGLISH = "|".join(
    re.escape(word).replace(r"\ ", r"[\s-]+") for word in _LONGEST_FIRST if word.isascii()
)
_CHINESE = "|".join(word for word in _LONGEST_FIRST if not word.isascii())
_OPENING, _CLOSING = frozenset("\"'“‘「『("), frozenset("\"'”’」』)")
# Words that mean other things where they are no names: a long runway, in line with forecasts.
_EVERYDAY = frozenset(
    "long short add trim positive negative perform avoid reduce recommend recommended".split()
) | {"in line", "in-line", "under review"}
_TRADITIONAL = str.maketrans("評贏輸遜規於優", "评赢输逊规于优")
# What is done with a rating, up to the rating itself.
_GIVEN_EN = regex(
    r"\b(?:rat(?:e[sd]?(?-i:(?:\s+[A-Z][\w.&’'-]*){0,4})|ings?)|recommend(?:s|ed|ing|ations?)?"
    r"|(?:re-?)?iterat\w+|maintain\w*|repeat(?:s|ed|ing)?|retain(?:s|ed|ing)?"
    r"|(?:re)?affirm\w*|initiat\w+|upgrad\w+|downgrad\w+|cuts?|raise[sd]?|lower(?:s|ed)|lift(?:s|ed)|keep(?:s"
    r"|ing)?|kept"
    r"|stay(?:s|ing)?|st(?:icks?|icking|uck)|(?:leaves?|leaving|left)\s+(?:it|them)|sits?"
    r"|remains?|assign\w*|assum\w+|resum\w+|reinstat\w+|coverage|stance|call)\b"
    r"(?:[\s:,–—-]+(?:our|its|their|his|her|the|an?|at|to|as|of|with|by|on|is|it|in|down|up"
    r"|coverage|ratings?"
    r"|stock|shares|company|group|name|from|unchanged|remains|stays|stance|call|view"
    r"|recommendation))*[\s:,–—-]*[\"'“‘(]?$",
    re.IGNORECASE,
)
# Raised Example Air to Buy.
_MOVED_EN = regex(
    r"\b(?:rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|upgrad(?:e[sd]?|ing)|downgrad(?:e[sd]?|ing)"
    r"|cut(?:s|ting)?"
    r"|lower(?:s|ed|ing)?|mov(?:e[sd]?|ing)|tak(?:e[sn]?|ing)|took|putt?(?:s|ing)?"
    r"|initiat\w+\s+(?:coverage\s+)?(?:of|on))"
    r"(?:\s+(?:its|their|the)\s+(?:rating|recommendation|stance|view)\s+(?:on|of|for))?"
    r"(?:(?:\s+(?:rivals?|peer|competitor))?(?-i:(?:\s+[A-Z][\w.&’'-]*){1,4})|\s+(?:the"
    r"|its)\s+[\w-]+)"
    r"(?:\s+(?:down|up|\w+\s+notch(?:es)?))?\s+(?:to|at)\s+(?:an?\s+)?[\"'“‘(]?$"
    r"|\b(?:mov(?:e[sd]?|ing)|shift(?:s|ed|ing)?|switch(?:e[sd]|ing)?|went|goes|going)"
    r"(?:\s+(?:down|up|back))?\s+to\s+(?:an?\s+)?[\"'“‘(]$",
    re.IGNORECASE,
)
# What may stand behind a rating in small letters that is no other word: hold from buy; sell, with.
_ENDS_HERE = regex(
    r"[\"'”’]?\s*(?:from\b|[,.;:)]|\((?:from|prior|previous|was)|since\b|and\s+(?:its|the|a|set)\b|with\b|on\b|$)"
)
# What says of any word that it is a rating: buy from neutral.
_FROM_ANOTHER = regex(rf"[\"'”’]?\s+from\s+[\"'“‘]?(?:{_ENGLISH})(?![A-Za-z])", re.IGNORECASE)
_TO_ANOTHER = regex(
    rf"\bfrom\s+[\"'“‘]?(?:{_ENGLISH})[\"'”’]?\s+to\s+(?:an?\s+)?[\"'“‘]?$", re.IGNORECASE
)
# The same of the other: from hold to buy.
_FROM = regex(r"\bfrom\s+(?:an?\s+)?[\"'“‘]?$", re.IGNORECASE)
_ON_TO_ANOTHER = regex(
    rf"[\"'”’]?\s+to\s+(?:an?\s+)?[\"'“‘]?(?:{_ENGLISH})(?![A-Za-z])", re.IGNORECASE
)
# Has been at sell since March; is neutral, with a target.
_STANDS_AT = regex(
    r"\b(?:been|is|are|was|stays?|stayed|remains?)\s+(?P<at>at\s+|on\s+)?$", re.IGNORECASE
)
# A rating as an entry of a list: Example Partners: Buy, target $148; (Hold, $45).
_ENTRY_BEFORE = regex(r"(?:^|[:：;；,，(（/|\t–—-])\s*[\"“]?$")
_PRICE_BEHIND = regex(
    r"[\"”]?[,，;；/|\t (（]+(?:[A-Z]{0,3}[$€£¥]\s?\d|\d[\d.,]*\s?(?:p\b|pence|港?元))"
)
_SAID = regex(r"\b(?:says?|said|calls?\s+it|has|have|had)\s+(?:an?\s+)?[\"“]$", re.IGNORECASE)
_AT = regex(r"\bat\s+$")
_ENTRY_ZH = regex(r"[(（:：/|\t]\s*$")
_ENTRY_BEHIND = regex(r"[\"”]?\s*(?:[,，;；:：.)）(（/|\t–—-]|$)")
# The head of what a house says: 松江证券（减持）：.
_HEADS_ZH = regex(r"[)）][\s*]*[:：]")
_GIVEN_ZH = regex(
    r"(?:评级|维持|重申|给予|授予|上调|下调|调升|调降|调高|调低|升至|降至|调至|首予|首次覆盖|恢复"
    r"|予以|予|评为)"
    r"(?:[^，。；！？,;!?]{0,12}?(?:评级|至|为|到|[:：]|由|从))?[\s:：]*[\"“‘「『(（]?$"
)
_RATED = regex(
    r"[\"”’」』)）]?(?:[\s-]*(?:rating|rated|recommendation|call|stance)\b|的?(?:投资)?评级)",
    re.IGNORECASE,
)
# What stands between two ratings of which one follows the other:
# from Hold to Buy, 由“中性”上调至“买入”.
_BETWEEN = regex(
    r"[\"'“”‘’「」『』\s()（）,，:：>→-]*"
    r"(?:(?:to|from|previously|prior|was|previous)\b"
    r"|[上下]?调[升降高低]?[至为到]|[升降]?[至为]|此前|原|前值|评级)+"
    r"[为:：\"'“”‘’「」『』\s(（-]*",
    re.IGNORECASE,
)
_WORD = regex(
    rf"(?<![A-Za-z-])(?:{_ENGLISH})(?![A-Za-z]|[\s-]*(?:side|backs?|now|out)\b)"
    rf"|(?<![A-Za-z-]){DEALERS}|(?:{_CHINESE})",
    re.IGNORECASE,
)
# What stands before a rating that is no longer given, or that nobody gives.
_FORMER = regex(
    r"(?:\b(?:from|previously|prior|previous|earlier|was|old|vs\.?|not|no longer|never|formerly"
    r"|(?<!has\s)(?<!have\s)had\s+(?:been|rated))"
    r"|从|由|原先?|此前|前次|之前|上次|前值|曾|并非|不是|不再|未)"
    r"(?:[\s:：为给予的]|评级|\b(?:an?|our|its|the|rating|of|rated|at|on|stock|shares|it|them)\b|[\"'“‘「『(（])*$",
    re.IGNORECASE,
)
_DENIED = regex(r"not|never|并非|不是|未", re.IGNORECASE)
_SENTENCE = regex(r"[^。！？!?;；\n]+(?:[。！？!?;；\n]|$)")
_TARGET = regex(r"目标价|target price|price target|\bTP\b|\bPT\b", re.IGNORECASE)
_ANY_TARGET = regex(r"目标价|\btargets?\b|\bTP\b|\bPT\b", re.IGNORECASE)


class Stated(NamedTuple):
    """A rating that a quote states: its words, and the rows of the table that mean it."""

    words: str
    meanings: frozenset[int]


def leaning(stated: Stated) -> str:
    """What a rating says of its broker: positive, neutral or negative; "" for not rated."""
    for word, leans in _LEANINGS.items():
        if any(row <= min(_MEANINGS[word]) for row in stated.meanings):
            return leans
    return ""


def rating_named(words: str) -> Stated | None:
    """The rating that some words are, such as a table's cell; None where they are none."""
    meanings = meanings_of(words)
    return Stated(words.strip(), meanings) if meanings else None


def stated_ratings(quote: str) -> Iterator[Stated]:
    """The ratings that a quote gives; not those that it raises or lowers them from."""
    return (stated for stated, former in _ratings_in(quote) if former is None)


def former_ratings(quote: str) -> Iterator[Stated]:
    """Those that it raises or lowers them from, or says were given before."""
    return (
        stated for stated, former in _ratings_in(quote) if former and not _DENIED.match(former[0])
    )


def _ratings_in(quote: str) -> Iterator[tuple[Stated, re.Match[str] | None]]:
    """The ratings of a quote, each with what says that it is a former one, or that it is none."""
    for sentence in _SENTENCE.finditer(fold(quote).translate(_TRADITIONAL)):
        text, previous = sentence[0], -1
        for found in _WORD.finditer(text):
            follows = previous >= 0 and _BETWEEN.fullmatch(text[previous : found.start()])
            if follows or _is_rating(found, text):
                previous = found.end()
                former = _FORMER.search(text[: found.start()])
                yield Stated(found[0], meanings_of(found[0])), former


def _is_rating(found: re.Match[str], text: str) -> bool:
    """Whether a word is a rating by what stands around it."""
    word, before = found[0], text[: found.start()]
    if not word.isascii():
        is_given = _RATED.match(text, found.end()) or _GIVEN_ZH.search(before)
        is_target = _is_quoted(found, text) and _TARGET.search(text)
        is_headed = _HEADS_ZH.match(text, found.end()) or _is_entry(found, text)
        is_listed = _ENTRY_ZH.search(before) and is_headed
        return bool(is_given or is_target or is_listed) or _is_alone(found, text)
    if _FROM_ANOTHER.match(text, found.end()) or _TO_ANOTHER.search(before):
        return True
    if _FROM.search(before) and _ON_TO_ANOTHER.match(text, found.end()):
        return True
    is_name = word[0].isupper() and not before.endswith("Best ")
    if word.casefold() in _EVERYDAY and not (is_name or _is_quoted(found, text)):
        return False
    if is_told(text, found.start(), found.end()):
        return True
    if text.startswith("er", found.end()):
        return False
    if _RATED.match(text, found.end()) or _GIVEN_EN.search(before):
        return True
    return _is_given_en(found, text, is_name=is_name)


def _is_given_en(found: re.Match[str], text: str, *, is_name: bool) -> bool:
    """Whether an English word is a rating that shares were moved to, stand at, or have."""
    before, quoted = text[: found.start()], _is_quoted(found, text)
    is_marked = is_name or quoted or bool(_ENDS_HERE.match(text, found.end()))
    has_target = bool(_ANY_TARGET.search(text))
    stands = _STANDS_AT.search(before)
    if is_marked and (_MOVED_EN.search(before) or (stands and (stands["at"] or has_target))):
        return True
    if quoted and (has_target or _SAID.search(before)):
        return True
    if _AT.search(before) and _PRICE_BEHIND.match(text, found.end()):
        return True
    if not is_name:
        return False
    is_called = quoted or found[0].isupper() or bool(_TARGET.search(text))
    return is_called or _is_entry(found, text) or _is_alone(found, text)


def _is_quoted(found: re.Match[str], text: str) -> bool:
    """Whether a word stands in quotation marks."""
    behind = text[found.end() : found.end() + 1]
    return text[: found.start()][-1:] in _OPENING and behind in _CLOSING


def _is_alone(found: re.Match[str], text: str) -> bool:
    """Whether nothing else is said."""
    return text.strip(" .。“”\"'") == found[0]


def _is_entry(found: re.Match[str], text: str) -> bool:
    """Whether a rating is an entry beside a target price: Buy, target $148; (Hold, $45)."""
    if not _ENTRY_BEFORE.search(text[: found.start()]):
        return False
    stands_alone = _ENTRY_BEHIND.match(text, found.end()) and _ANY_TARGET.search(text)
    return bool(stands_alone or _PRICE_BEHIND.match(text, found.end()))


def meanings_of(rating: str) -> frozenset[int]:
    """The rows of the table that a rating stands in, however it is spelled."""
    word = re.sub(
        r"[\s-]+", " ", fold(rating).translate(_TRADITIONAL).strip(" \"'“”‘’「」『』")
    ).casefold()
    word = re.sub(r"(?:\s*(?:rating|rated)|的?(?:投资)?评级)$", "", word)
    return _MEANINGS.get(word) or frozenset()
