"""Whom a sentence names near a figure, in its clause.

The name nearest before it that is spoken of; one behind it where nothing is before, or where it
says of whom (12% at Quark).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exporter.drafting.model import Guess
from exporter.drafting.names.at_another import at_another
from exporter.drafting.names.clauses import NOT_KNOWN, Words, clause_at
from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.market_prices import market_of
from exporter.drafting.names.other_clauses import WHICH, named_at_end
from exporter.drafting.names.roles import SPEECH_EN, SPEECH_ZH, Role, is_multiplied, speaks
from exporter.engine.regex import regex

if TYPE_CHECKING:
    from exporter.drafting.names.strangers import Stranger

_RIVAL = r"(?:[a-z-]+\s+){0,3}(?:rival|competitor|peer|counterpart|neighbour|sister\s+company)"
_AT = regex(
    rf"\b(?P<word>at|of|in|on|for)\s+(?:the\s+|its\s+)?(?:(?:(?:its|the|a)\s+)?{_RIVAL}\s+)?[\"“‘]?$",
    re.IGNORECASE,
)
# 4%, against | 7 per cent| at Kestrel, its largest rival, of which the report knows nothing
_AT_A_RIVAL = regex(
    r"[^,;.]{0,14}\s+(?:at|for)\s+(?:[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,2},\s+(?:its|the|an?|another)"
    rf"\s+{_RIVAL}\b|(?:(?:its|the|a)\s+)?{_RIVAL}\s+(?-i:[A-Z]))"
)
# What another has: compared with 15 times for Quark.
_COMPARED = regex(
    r"\b(?:compared\s+(?:with|to)|against|versus|vs\.?|than)\s+(?:about\s+|just\s+)?[$€£¥]?$"
)
_IN_TURN = regex(r"\brespectively\b|分别", re.IGNORECASE)
_NUMBER = regex(r"\d[\d,，.]*")
_OF_STRANGER = regex(r"[”\"]?(?:的|同期|去年|今年|全年|上半年|前三季度|当季|同年|\d+月)+")
# What begins with a pronoun is of somebody named before it, not of whom it names behind.
_POINTS = regex(
    r"\s*(?:(?:and|but|while|where|as)\s+)?(?:its|it|their|they|his|her|that|the\s+(?:unit|division"
    r"|segment|business|company|group|bank))\s|(?:而|但|且|并|同时)?(?:其(?!中)|该|它)",
    re.IGNORECASE,
)
# Whom somebody buys, of whom an aside tells: to buy Habitare, a chain of 23 hotels.
_BOUGHT = regex(
    r"\b(?:buy(?:ing)?|bought|acquir(?:e[sd]?|ing)|purchas(?:e[sd]?|ing)|tak(?:e|ing)\s+over|took\s+over"
    r"|merg(?:e|ing)\s+with|stake\s+in)\s+(?:the\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,3}\s*$"
)
_KIND_OF = regex(
    r"\s*an?\s+(?:[\w-]+\s+){0,3}(?:chain|maker|company|group|operator|firm|start-?up|business|producer|retailer|bank"
    r"|insurer|developer|owner|network|provider|supplier|distributor|brand|platform)\s+(?:of|with|that|which)\b"
)
# What goes on with the subject of the clause before: fills 84% of its rooms.
_GOES_ON = regex(
    r"\s*(?:and\s+|but\s+|then\s+)?[a-z]+(?:s|ed)\s+"
    r"(?:\d|[$€£¥]|an?\b|the\b|its\b|more\b|about\b|some\b|nearly\b|over\b|around\b|only\b)"
)


def in_turn(words: Words, start: int) -> Guess[str] | None:
    """The name that a figure belongs to by its place: A and B had 5 and 9, respectively."""
    if not _IN_TURN.search(words.text):
        return None
    before = [one for one in words.names if one.end <= start and words.role(one) is not Role.BESIDE]
    names = list(dict.fromkeys(one.name for one in before))
    if len(names) < 2:
        return None
    told = [said.end() for said in _IN_TURN.finditer(words.text, before[-1].end, start)]
    last = max([before[-1].end, *told])
    rest = _LIST_ZH.match(words.text, last)
    if told and rest is not None and len(_NUMBER.findall(rest[0])) != len(names):
        return None  # one of them has each: 净利润分别为3亿元、4亿元和5亿元
    place = len(_NUMBER.findall(words.text[last:start]))
    return Guess(names[place]) if place < len(names) else None


_LIST_ZH = regex("[^，。；]*[\u4e00-\u9fff][^，。；]*")


def in_clause(words: Words, start: int) -> Guess[str] | None:
    """Who is named in the clause of a figure, nobody of a market's; None where nobody is."""
    if not words.clauses:
        return None
    clause = clause_at(words, start)
    market = market_of(words.text, start)
    if market is not None and not _is_of_the_report(words, *market):
        return Guess("", NOT_KNOWN)
    here = words.clauses.index(clause)
    return next((found for found in _nearest_first(words, start, here) if found is not None), None)


def _is_of_the_report(words: Words, start: int, end: int) -> bool:
    """Whether the words for an index or a commodity name an entity of the report."""
    named = (one for one in words.names if start <= one.start < end)
    return any(_IN_AN_INDEX.match(words.text, one.end) is None for one in named)


_IN_AN_INDEX = regex(r" (?:[A-Z]\w+ )*[Ii]ndex\b")  # named after somebody: the Acme Index


def _nearest_first(words: Words, start: int, here: int) -> Iterator[Guess[str] | None]:
    """Who may be it, the likelier before the others; the figure stands in clause `here`."""
    a, b = words.clauses[here]
    yield _that_of(words, start)
    yield _latter(words, a)
    yield at_another(words, start)
    yield _says_of_whom(words, start, b)
    yield _other_beside(words, start)
    yield _owner_right_before(words, start)
    yield _last_before(words, a, start, Role.SUBJECT)
    if here and (WHICH.match(words.text, a) or _KIND_OF.match(words.text, a)):
        before = words.clauses[here - 1]
        yield _compared_with(words, a) or named_at_end(words, *before)
        yield Guess("", NOT_KNOWN) if _BOUGHT.search(words.text[slice(*before)]) else None
    points = _POINTS.match(words.text[a:start]) or (here and _GOES_ON.match(words.text, a))
    behind = [
        one
        for one in words.names
        if start < one.start < b and not points and words.role(one) is Role.SUBJECT
    ]
    first = min(behind, key=lambda one: (one.owns, one.start), default=None)
    yield None if first is None else Guess(first.name)
    yield _last_before(words, a, start, Role.SOURCE)


# Holds 30% of the market, ahead of Vell Tools |with 21%|
_RANKED = regex(r"\b(?:ahead of|behind|followed by|trailing)\s+(?:[\w&.-]+(?:['’]s)?\s+){0,4}$")
_BESIDE = regex(
    r"\b(?:than|against|versus|unlike|like|behind|ahead of|acquir\w+|buy(?:ing)?|bought"
    r"|purchas(?:e|ed|ing)|tak(?:e|ing) over|took over)\s+(?:the\s+|rival\s+|[a-z-]+\s+){0,3}$"
)
_WITH = regex(r"\s+(?:with|on|at)\s+(?:about\s+|just\s+|only\s+|some\s+)?[$€£¥]?")


def _other_beside(words: Words, start: int) -> Guess[str] | None:
    """Whose figure is told right behind a name that ranks beside another."""
    for one in words.names:
        if one.end <= start and _WITH.fullmatch(words.text[one.end : start]):
            is_ranked = _RANKED.search(words.text[: one.start]) is not None
            return Guess(one.name) if is_ranked else None
    return None


def _compared_with(words: Words, a: int) -> Guess[str] | None:
    """The one right before a clause with "which": more than Quark, | which sold 31."""
    ends = [one for one in words.names if one.end <= a]
    is_right_before = bool(ends) and not words.text[ends[-1].end : a].strip(" ,")
    is_beside = is_right_before and _BESIDE.search(words.text[: ends[-1].start]) is not None
    is_clause = WHICH.match(words.text, a) is not None
    return Guess(ends[-1].name) if is_beside and is_clause else None


def _latter(words: Words, a: int) -> Guess[str] | None:
    """Whom 后者, the latter mean as a clause begins: who is named last, or bought, before it."""
    if not _LATTER.match(words.text, a):
        return None
    before = [one for one in words.names if one.end <= a]
    if not before and _is_of_two_products(words, a):
        return None  # whose they are was said before
    if not before or _DEAL.search(words.text, before[-1].end, a):
        return Guess("", NOT_KNOWN)
    return Guess(before[-1].name)


def _is_of_two_products(words: Words, a: int) -> bool:
    """Whether two products with their figures stand before a clause, and no company."""
    said = words.text[:a]
    is_deal = _DEAL.search(said) is not None
    return not words.strangers and not is_deal and _OF_TWO_FIGURES.search(said) is not None


_THAT_OF = regex(r"\b(?:that|those)\s+(?:of|at|in|for)\s+(?:the\s+|its\s+)?$")
_NO_MORE = regex(
    r"[^A-Za-z]*(?:(?:division|segment|unit|business|was|were|at|to|came|fell|rose|slipped|stood|of|per|cent"
    r"|percent|only|just|about)\b[^A-Za-z]*)*"
)


def _that_of(words: Words, start: int) -> Guess[str] | None:
    """Whose figure one is that is told beside another's: that of Kilns 6.1% (|7.3|)."""
    before = [one for one in words.names if one.end <= start]
    if not before or not _THAT_OF.search(words.text[: before[-1].start]):
        return None
    between = words.text[before[-1].end : start]
    return Guess(before[-1].name) if _NO_MORE.fullmatch(between) else None


def _says_of_whom(words: Words, start: int, stop: int) -> Guess[str] | None:
    """The name right behind a figure, before any other.

    12% at Quark, 12 million Quark users, 8大行业模型, 千亿参数的通义千问; where somebody is only
    told to say so, 12% of DingTalk's users.
    """
    if around := next((one for one in words.names if one.start <= start < one.end), None):
        return Guess(around.name)
    before = [one for one in words.names if one.end <= start]
    told = not before or speaks(before[-1], words.text)
    number = _FIGURE_HERE.match(words.text, start)
    after = number.end() if number else start
    either: list[Mention | Stranger] = [*words.names, *words.strangers]
    if _OF_INDEX.match(words.text, after):
        return Guess("")
    behind = [one for one in either if after <= one.start < stop]
    first = min(behind, key=lambda each: each.start, default=None)
    is_of_rival = _AT_A_RIVAL.match(words.text, after) is not None
    if first is None:
        return Guess("", NOT_KNOWN) if is_of_rival else None
    between = words.text[after : first.start]
    guess = Guess(first.name if isinstance(first, Mention) else "")
    if _NUMBER.search(between) or len(between) > _NEAR:
        return None
    if said := _AT.search(between):
        at = said["word"].lower()
        if at == "for" and _COMPARED.search(words.text[:start]):
            return guess
        # Rose 7% in Quark and fell | 20% | in Banma
        is_placed = bool(before) and _AT.search(words.text[: before[-1].start]) is not None
        return guess if at == "at" or (at != "for" and (told or is_placed)) else None
    is_share = _SHARES.match(words.text, first.end)
    is_counted = _COUNTED.fullmatch(between) and not (isinstance(first, Mention) and first.owns)
    is_attribute = _ATTRIBUTE_ZH.fullmatch(between)
    return guess if (is_counted or is_attribute) and not is_share else None


# What another is measured by: double the 12 per cent of the sector index.
_OF_INDEX = regex(
    r"\s*(?:%|per\s?cent|percentage\s+points)?\s+(?:of|for|in|on|by)\s+the\s+(?:[\w&-]+\s+){0,3}"
    r"(?:index|benchmark|average)\b",
    re.IGNORECASE,
)
_LATTER = regex(r"\s*(?:后者|(?:and\s+)?the\s+latter\b)", re.IGNORECASE)
# 扫雪机销量30万台，割草机|销量为64万台|，后者
_OF_TWO_FIGURES = regex(
    r"(?:\d|[一二两三四五六七八九]成)[^，。；\d]{0,8}[，、][^，。；\d]{2,16}\d[\d.,]*[^，。；\d]{0,5}，$"
)
_DEAL = regex(
    r"收购|并购|入股|参股|投资|合作|\b(?:acquir|b(?:uy|ought)|purchas|stake|invest|partner)",
    re.IGNORECASE,
)
_NEAR = 50  # characters
_FIGURE_HERE = regex(
    r"\D{0,6}\d[\d,.]*(?:\s*(?:%|per\s?cent|million|billion|trillion|thousand|m|bn)\b)?"
    r"|[百千万亿十一二三四五六七八九两]+"
)
_COUNTED = regex(r"\s+(?:new\s+|paying\s+)?[\"“]?|[万亿]*[大款个项家名位台辆种座艘][\"“「]?")
_ATTRIBUTE_ZH = regex(r"[^，。；的]{0,12}的[^，。；的]{0,8}[\"“「]?")
_SHARES = regex(r"[\"”」]?(?:的)?(?:股份|股权|股票|股本)|\s+(?:shares|stock|stake)")
# A discount to the sector's 1.4 times.
_OF_SECTOR = regex(
    r"\b(?:sector|industry|market|peer\s+group|peers?|rivals?|competitors?|index)(?:['’]s?|s['’])\s+"
    r"(?:about\s+|average\s+(?:of\s+)?|roughly\s+)*[$€£¥]?$"
)
_RIGHT_BEFORE = regex(
    r"\s*(?:about|nearly|over|more\s+than|some|roughly|around|约|近|超过?)?\s*[$€£¥]?"
)


def _owner_right_before(words: Words, start: int) -> Guess[str] | None:
    """The owner of a figure: more than DingTalk's 100 million, 高于钉钉的1亿."""
    for one in words.names:
        if (
            one.owns
            and one.end <= start
            and not is_multiplied(one, words.text)
            and _RIGHT_BEFORE.fullmatch(words.text[one.end : start].removeprefix("的"))
        ):
            return Guess(one.name)
    if _OF_SECTOR.search(words.text[:start]):
        return Guess("")
    for stranger in words.strangers:
        if (
            stranger.end <= start
            and stranger.words.endswith(("'s", "’s"))
            and (_RIGHT_BEFORE.fullmatch(words.text[stranger.end : start]))
        ):
            return Guess("")
    return None


def _last_before(words: Words, a: int, start: int, role: Role) -> Guess[str] | None:
    """The name nearest before a figure in its clause; of a stranger ""."""
    names = [one for one in words.names if a <= one.start < start and words.role(one) is role]
    strangers = (
        [one for one in words.strangers if one.is_subject and a <= one.start < start]
        if role is Role.SUBJECT
        else []
    )
    if names and strangers and strangers[-1].is_market and names[-1].end <= strangers[-1].start:
        between = words.text[names[-1].end : strangers[-1].start]
        if not re.search(f"{SPEECH_EN}|{SPEECH_ZH}", between):  # its sales on a market
            strangers = []
    if names and strangers:
        between = words.text[strangers[-1].end : names[-1].start]
        if _OF_STRANGER.fullmatch(between):  # 耀衡股份同期组件: the other's modules
            names = []
    at = names[-1].start if names else -1
    if strangers and strangers[-1].start > at:
        return Guess("", "" if strangers[-1].is_plain else NOT_KNOWN)
    return Guess(names[-1].name) if names else None
