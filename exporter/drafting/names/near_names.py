"""Whom a sentence names near a figure: in its clause, then in those around it.

1. The clause of the figure: the name nearest before it that is spoken of; one behind it where
   nothing is before, or where it says of whom (12% at Quark).
2. The clauses before it in the sentence; those behind where they are the main ones.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.drafting.model import Guess
from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.roles import SPEECH_EN, SPEECH_ZH, Role, role_of, speaks
from exporter.drafting.names.strangers import Stranger

_CLAUSE_END = re.compile(
    r"[;；。!！?？:：—()（）\n]|(?<!\d)[,，]|[,，](?!\d{3})"
    r"|\s(?=(?:while|whereas|although|though|but)\s)"
)
_AT = re.compile(r"\b(?P<word>at|of|in|on|for)\s+(?:the\s+|its\s+)?[\"“‘]?$", re.IGNORECASE)
_CONTRASTS = re.compile(r"\s*(?:while|whereas|although|though|but|而|但)", re.IGNORECASE)
_LEANS = re.compile(
    r"[\s\"“]*(?:with|after|since|in|during|for|founded|launched|established|having|by|at|on|as|thanks\s+to"
    r"|driven\s+by|based|headquartered|自|在|截至|随着|作为|成立|凭借|通过|经过|受)"
    r"|[^，,]{0,12}(?:年|月|日|季度|期间|以来|后|时)[，,]",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\s*(?:{SPEECH_EN}\b|{SPEECH_ZH})|.{{0,60}}?\b{SPEECH_EN}\b|.{{0,20}}?{SPEECH_ZH}"
)
# What another has: compared with 15 times for Quark.
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|versus|vs\.?|than)\s+(?:about\s+|just\s+)?[$€£¥]?$"
)
_IN_TURN = re.compile(r"\brespectively\b|分别", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,，.]*")
# What only says more of a name right before it: Quark, Alibaba's assistant, had.
_ASIDE = re.compile(
    r"\s*(?:an?|the|its|which|who|whose|in\s+which|where|owned|based|led|founded|formerly|part\s+of)\b",
    re.IGNORECASE,
)
_OF_STRANGER = re.compile(r"[”\"]?(?:的|同期|去年|今年|全年|上半年|前三季度|当季|同年|\d+月)+")
# What begins with a pronoun is of somebody named before it, not of whom it names behind.
_POINTS = re.compile(
    r"\s*(?:(?:and|but|while|where|as)\s+)?(?:its|it|their|they|his|her|that|the\s+(?:unit|division"
    r"|segment|business|company|group|bank))\s|(?:而|但|且|并|同时)?(?:其(?!中)|该|它)",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\s*(?:which|who|whose)\b")
_FIGURE = re.compile(r"\d|百万|千万|亿")
NOT_KNOWN = "it may be of another company than the report's"


class Words(NamedTuple):
    """A sentence with its names, strangers and clauses."""

    text: str
    names: list[Mention]
    strangers: list[Stranger]
    clauses: list[tuple[int, int]]

    def role(self, mention: Mention) -> Role:
        """What a name does in the sentence."""
        return role_of(mention, self.text, self.names)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    ends = [(end.start(), end.end()) for end in _CLAUSE_END.finditer(text)]
    edges = [0, *(edge for end in ends for edge in end), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]


def in_turn(words: Words, start: int) -> Guess[str] | None:
    """The name that a figure belongs to by its place: A and B had 5 and 9, respectively."""
    if not _IN_TURN.search(words.text):
        return None
    before = [one for one in words.names if one.end <= start and words.role(one) is Role.SUBJECT]
    names = list(dict.fromkeys(one.name for one in before))
    if len(names) < 2:
        return None
    last = before[-1].end
    place = len(_NUMBER.findall(words.text[last:start]))
    return Guess(names[place]) if place < len(names) else None


def without_markets(words: Words) -> Words:
    """A sentence without the markets of which it tells on its way."""
    return words._replace(strangers=[one for one in words.strangers if not one.is_market])


def clause_at(words: Words, start: int) -> tuple[int, int]:
    """Where the clause of a place begins and ends; nowhere where there is none."""
    clauses = words.clauses
    here = next((clause for clause in clauses if clause[0] <= start < clause[1]), None)
    return here or (clauses[-1] if clauses else (0, 0))


def in_clause(words: Words, start: int) -> Guess[str] | None:
    """Who is named in the clause of a figure; None where nobody is."""
    if not words.clauses:
        return None
    here = words.clauses.index(clause_at(words, start))
    return next((found for found in _nearest_first(words, start, here) if found is not None), None)


def _nearest_first(words: Words, start: int, here: int) -> Iterator[Guess[str] | None]:
    """Who may be it, the likelier before the others; the figure stands in clause `here`."""
    a, b = words.clauses[here]
    yield _says_of_whom(words, start, b)
    yield _owner_right_before(words, start)
    yield _last_before(words, a, start, Role.SUBJECT)
    if here and _WHICH.match(words.text, a):
        yield _named_at_end(words, *words.clauses[here - 1])
    points = _POINTS.match(words.text[a:start])
    behind = [
        one
        for one in words.names
        if start < one.start < b and not points and words.role(one) is Role.SUBJECT
    ]
    first = min(behind, key=lambda one: (one.owns, one.start), default=None)
    yield None if first is None else Guess(first.name)
    yield _last_before(words, a, start, Role.SOURCE)


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
    behind = [one for one in either if after <= one.start < stop]
    first = min(behind, key=lambda each: each.start, default=None)
    if first is None:
        return None
    between = words.text[after : first.start]
    guess = Guess(first.name if isinstance(first, Mention) else "")
    if _NUMBER.search(between) or len(between) > _NEAR:
        return None
    if said := _AT.search(between):
        at = said["word"].lower()
        if at == "for" and _COMPARED.search(words.text[:start]):
            return guess
        return guess if at == "at" or (at != "for" and told) else None
    is_share = _SHARES.match(words.text, first.end)
    is_counted = _COUNTED.fullmatch(between) and not (isinstance(first, Mention) and first.owns)
    is_attribute = _ATTRIBUTE_ZH.fullmatch(between)
    return guess if (is_counted or is_attribute) and not is_share else None


_NEAR = 50  # characters
_FIGURE_HERE = re.compile(
    r"\D{0,6}\d[\d,.]*(?:\s*(?:%|per\s?cent|million|billion|trillion|thousand|m|bn)\b)?"
    r"|[百千万亿十一二三四五六七八九两]+"
)
_COUNTED = re.compile(r"\s+(?:new\s+|paying\s+)?[\"“]?|[万亿]*[大款个项家名位台辆种座艘][\"“「]?")
_ATTRIBUTE_ZH = re.compile(r"[^，。；的]{0,12}的[^，。；的]{0,8}[\"“「]?")
_SHARES = re.compile(r"[\"”」]?(?:的)?(?:股份|股权|股票|股本)|\s+(?:shares|stock|stake)")
_RIGHT_BEFORE = re.compile(
    r"\s*(?:about|nearly|over|more\s+than|some|roughly|around|约|近|超过?)?\s*[$€£¥]?"
)


def _owner_right_before(words: Words, start: int) -> Guess[str] | None:
    """The owner of a figure: more than DingTalk's 100 million, 高于钉钉的1亿."""
    for one in words.names:
        if (
            one.owns
            and one.end <= start
            and _RIGHT_BEFORE.fullmatch(words.text[one.end : start].removeprefix("的"))
        ):
            return Guess(one.name)
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


def in_other_clauses(words: Words, here: int) -> Guess[str] | None:
    """Who is named in the clauses around the one at `here`; None where nobody is."""
    for at in range(here - 1, -1, -1):
        if at and (named := _named_aside(words, at)) is not None:
            return named
        if (found := _subject_in(words, *words.clauses[at])) is not None:
            return found
    leans = _LEANS.match(words.text, words.clauses[here][0])
    for a, b in words.clauses[here + 1 :]:
        if _CONTRASTS.match(words.text, a) or (not leans and _FIGURE.search(words.text, a, b)):
            return None
        found = _subject_in(words, a, b)
        if found is not None:
            return found if leans or _TOLD.match(words.text[a:b]) else None
    return None


def _named_aside(words: Words, at: int) -> Guess[str] | None:
    """The name that a clause says more of, which ends the clause before it; None for none."""
    a = words.clauses[at][0]
    is_owned = any(one.owns and not words.text[a : one.start].strip() for one in words.names)
    if not (_ASIDE.match(words.text, a) or is_owned):
        return None
    first, last = words.clauses[at - 1]
    return _named_at_end(words, first, last)


def _named_at_end(words: Words, first: int, last: int) -> Guess[str] | None:
    for one in words.names:
        if first <= one.start < last and not words.text[one.end : last].strip():
            return None if words.role(one) is Role.BESIDE else Guess(one.name)
    for stranger in words.strangers:
        if first <= stranger.start < last and not words.text[stranger.end : last].strip():
            return Guess("", "" if stranger.is_plain else NOT_KNOWN)
    return None


def _subject_in(words: Words, a: int, b: int) -> Guess[str] | None:
    """What a clause is about: its first name that only speaks or owns where there is another."""
    names = [one for one in words.names if a <= one.start < b and words.role(one) is Role.SUBJECT]
    strangers = [one for one in words.strangers if a <= one.start < b and one.is_subject]
    if strangers and (not names or strangers[0].start < names[0].start):
        return Guess("", "" if strangers[0].is_plain else NOT_KNOWN)
    rest = [one for one in names if not one.owns and not speaks(one, words.text)]
    first = next(iter(rest or names), None)
    return None if first is None else Guess(first.name)


def subject_of(words: Words) -> str | None:
    """What a sentence is about; "" for a stranger, None where nobody is named."""
    spoken: str | None = None
    for place, (a, b) in enumerate(words.clauses):
        found = _named_aside(words, place) if place else None
        found = found or _subject_in(words, a, b)
        if found is None:
            continue
        at = next(
            (one for one in words.names if a <= one.start < b and one.name == found.value), None
        )
        if at is None or not speaks(at, words.text):
            return found.value
        spoken = spoken if spoken is not None else found.value
    return spoken
