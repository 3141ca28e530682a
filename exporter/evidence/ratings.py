"""Which ratings a quote states, and which it says were given before.

Most words of ratings are everyday words, too: we hold a view, costs reduce, 股东减持. One is a
rating where the sentence calls it that, or says that it is given, kept, raised or lowered.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

from exporter.engine.regex import regex
from exporter.evidence.rating_words import CHINESE, ENGLISH, TRADITIONAL, Stated, meanings_of
from exporter.evidence.ratings_told import DEALERS, is_told
from exporter.evidence.withdrawals import is_within, no_longer_given
from exporter.facts.folding import fold

_OPENING, _CLOSING = frozenset("\"'“‘「『("), frozenset("\"'”’」』)")
# Words that mean other things where they are no names: a long runway, in line with forecasts.
_EVERYDAY = frozenset(
    "long short add trim positive negative perform avoid reduce recommend recommended".split()
) | {"in line", "in-line", "under review"}
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
_FROM_ANOTHER = regex(rf"[\"'”’]?\s+from\s+[\"'“‘]?(?:{ENGLISH})(?![A-Za-z])", re.IGNORECASE)
_TO_ANOTHER = regex(
    rf"\bfrom\s+[\"'“‘]?(?:{ENGLISH})[\"'”’]?\s+to\s+(?:an?\s+)?[\"'“‘]?$", re.IGNORECASE
)
# The same of the other: from hold to buy.
_FROM = regex(r"\bfrom\s+(?:an?\s+)?[\"'“‘]?$", re.IGNORECASE)
_ON_TO_ANOTHER = regex(
    rf"[\"'”’]?\s+to\s+(?:an?\s+)?[\"'“‘]?(?:{ENGLISH})(?![A-Za-z])", re.IGNORECASE
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
    rf"(?<![A-Za-z-])(?:{ENGLISH})(?![A-Za-z]|[\s-]*(?:side|backs?|now|out)\b)"
    rf"|(?<![A-Za-z-]){DEALERS}|(?:{CHINESE})",
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
_OPENS, _CLOSES = regex(r"[\"”’」』]?\s*\([\"“‘「『]?"), regex(r"[\"”’」』]?\s*\)")
_DENIED = regex(r"not|never|并非|不是|未", re.IGNORECASE)
_SENTENCE = regex(r"[^。！？!?;；\n]+(?:[。！？!?;；\n]|$)")
_TARGET = regex(r"目标价|target price|price target|\bTP\b|\bPT\b", re.IGNORECASE)
_ANY_TARGET = regex(r"目标价|\btargets?\b|\bTP\b|\bPT\b", re.IGNORECASE)


class _Given(Enum):
    """When a rating of a quote is given."""

    NOW = auto()
    BEFORE = auto()
    NEVER = auto()  # not Buy


def stated_ratings(quote: str) -> Iterator[Stated]:
    """The ratings that a quote gives; not those that it raises or lowers them from."""
    return (stated for stated, given in _ratings_in(quote) if given is _Given.NOW)


def former_ratings(quote: str) -> Iterator[Stated]:
    """Those that it raises or lowers them from, withdraws, or says were given before."""
    return (stated for stated, given in _ratings_in(quote) if given is _Given.BEFORE)


def _ratings_in(quote: str) -> Iterator[tuple[Stated, _Given]]:
    """The ratings of a quote, each with when it is given by its words."""
    for sentence in _SENTENCE.finditer(fold(quote).translate(TRADITIONAL)):
        text, previous = sentence[0], -1
        last, ended = frozenset[int](), no_longer_given(text)
        for found in _WORD.finditer(text):
            follows = previous >= 0 and _BETWEEN.fullmatch(text[previous : found.start()])
            if follows or _is_rating(found, text):
                stated = Stated(found[0], meanings_of(found[0]))
                is_ended = is_within(found.start(), ended)
                if last and not last & stated.meanings:
                    is_ended = is_ended or _is_in_brackets(found, text, previous)
                yield stated, _given(text[: found.start()], is_ended=is_ended)
                previous, last = found.end(), stated.meanings


def _is_in_brackets(found: re.Match[str], text: str, previous: int) -> bool:
    """Whether a rating is alone in brackets behind another: Hold (Buy), which it was before."""
    is_opened = _OPENS.fullmatch(text[previous : found.start()]) is not None
    return is_opened and _CLOSES.match(text, found.end()) is not None


def _given(before: str, *, is_ended: bool) -> _Given:
    """When a rating behind some words is given; `is_ended` is whether they withdraw it."""
    former = _FORMER.search(before)
    if former is not None and _DENIED.match(former[0]):
        return _Given.NEVER
    return _Given.BEFORE if former is not None or is_ended else _Given.NOW


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
