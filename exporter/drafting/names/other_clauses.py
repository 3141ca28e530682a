"""Whom the clauses of a sentence are about, around the one of a figure.

Those before it; those behind where they are the main ones; what an aside says more of.
"""

import re

from exporter.drafting.model import Guess
from exporter.drafting.names.clauses import NOT_KNOWN, Words
from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.roles import SPEECH_EN, SPEECH_ZH, Role, speaks
from exporter.engine.regex import regex

# A clause that does nothing but tell who speaks.
_TELLS_ZH = regex("(?:说|表示|称|指出|透露|介绍|强调|补充)道?$")
_CONTRASTS = regex(r"\s*(?:while|whereas|although|though|but|而|但)", re.IGNORECASE)
_LEANS = regex(
    r"[\s\"“]*(?:with|after|since|in|during|for|founded|launched|established|having|by|at|on|as|thanks\s+to"
    r"|driven\s+by|based|headquartered|自|在|截至|随着|作为|成立|凭借|通过|经过|受)"
    r"|[^，,]{0,12}(?:年|月|日|季度|期间|以来|后|时)[，,]",
    re.IGNORECASE,
)
_TOLD = regex(rf"\s*(?:{SPEECH_EN}\b|{SPEECH_ZH})|.{{0,60}}?\b{SPEECH_EN}\b|.{{0,20}}?{SPEECH_ZH}")
# What only says more of a name right before it: Quark, Alibaba's assistant, had.
_ASIDE = regex(
    r"\s*(?:an?|the|its|which|who|whose|in\s+which|where|owned|based|led|founded|formerly|part\s+of)\b",
    re.IGNORECASE,
)
# Whose figure only measures another: a fifth of Quark's profit.
_MEASURED_BY = regex(
    r"\b(?:half|third|quarter|fifth|sixth|tenth|times|multiple)\s+of\s+(?:the\s+)?$"
)
WHICH = regex(r"\s*(?:which|who|whose)\b")
# What only says why: revenue was $3 billion, |as| Alibaba shipped more phones.
_WHY = regex(r"\s*(?:as|after|because|since)\s+(?!of\b|well\b|a\b|an\b)")
# What is told of the name right before it, whatever that does in its own clause: in contrast with
# Quark, which last week said its sales had risen.
_TOLD_OF_IT = regex(
    r"\s*(?:whose\b|(?:which|who)\s+(?:(?:last|this|earlier\s+this|late\s+last)\s+\w+\s+"
    rf"|(?:in|on)\s+[A-Z]\w+\s+|also\s+|itself\s+|now\s+|yesterday\s+)?(?:{SPEECH_EN}|posted|employs"
    r"|owns|runs|operates|makes|sells)\b)"
)
_COMMA = regex(r"[”\"]?[,，]")
_A_RIVAL = regex(r"\b(?:rivals?|competitors?|peers?)\s+$", re.IGNORECASE)
FIGURE = regex(r"\d|百万|千万|亿")


def in_other_clauses(words: Words, here: int) -> Guess[str] | None:
    """Who is named in the clauses around the one at `here`; None where nobody is."""
    teller: Guess[str] | None = None
    for at in range(here - 1, -1, -1):
        if at and (named := _named_aside(words, at)) is not None:
            return teller or named
        if at and WHICH.match(words.text, words.clauses[at][0]):
            continue
        if (found := _subject_in(words, *words.clauses[at])) is None:
            continue
        if teller is not None or not (
            at and _TELLS_ZH.search(words.text[slice(*words.clauses[at])])
        ):
            return found
        teller = found  # “夸克要做到…，”阿里巴巴总裁说，“…”: what is told of goes on
    if teller is not None:
        return teller
    leans = _LEANS.match(words.text, words.clauses[here][0])
    for a, b in words.clauses[here + 1 :]:
        if _CONTRASTS.match(words.text, a) or (not leans and FIGURE.search(words.text, a, b)):
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
    return named_at_end(words, first, last)


def named_at_end(words: Words, first: int, last: int) -> Guess[str] | None:
    """Who is named at the end of a clause; None where nobody is."""
    for one in words.names:
        if first <= one.start < last and not words.text[one.end : last].strip():
            is_beside = words.role(one) is Role.BESIDE and not _is_told_of(words, one)
            return None if is_beside else Guess(one.name)
    for stranger in words.strangers:
        if first <= stranger.start < last and not words.text[stranger.end : last].strip():
            return Guess("", "" if stranger.is_plain else NOT_KNOWN)
    return None


def _is_told_of(words: Words, one: Mention) -> bool:
    """Whether the clause behind a name tells of it: larger rival Quark, which."""
    behind = _COMMA.match(words.text, one.end)
    if behind is None:
        return False
    is_rival = _A_RIVAL.search(words.text[: one.start]) is not None
    told = WHICH if is_rival else _TOLD_OF_IT
    return told.match(words.text, behind.end()) is not None


def _subject_in(words: Words, a: int, b: int) -> Guess[str] | None:
    """What a clause is about: its first name that only speaks or owns where there is another."""
    names = [
        one
        for one in words.names
        if a <= one.start < b
        and words.role(one) is Role.SUBJECT
        and not (one.owns and _MEASURED_BY.search(words.text[a : one.start]))
    ]
    strangers = [one for one in words.strangers if a <= one.start < b and one.is_subject]
    if strangers and (not names or strangers[0].start < names[0].start):
        return Guess("", "" if strangers[0].is_plain else NOT_KNOWN)
    rest = [one for one in names if not one.owns and not speaks(one, words.text)]
    first = next(iter(rest or names), None)
    return None if first is None else Guess(first.name)


def subject_of(words: Words) -> str | None:
    """What a sentence is about; "" for a stranger, None where nobody is named."""
    if (contrasted := _contrasted(words)) is not None:
        return contrasted
    spoken: str | None = None
    for place, (a, b) in enumerate(words.clauses):
        if place and (_tells_why(words, a, b) or _COMPARES.match(words.text[a:b])):
            continue
        found = _named_aside(words, place) if place else None
        is_aside = found is None and place > 0 and WHICH.match(words.text, a) is not None
        found = found or _subject_in(words, a, b)
        if found is None:
            continue
        at = next(
            (one for one in words.names if a <= one.start < b and one.name == found.value), None
        )
        if is_aside and (at is None or not speaks(at, words.text)):
            continue  # the company, |which makes Quark|, said: it is not spoken of
        if at is None or not speaks(at, words.text):
            return found.value
        spoken = spoken if spoken is not None else found.value
    return spoken


# Were up 6%, |comfortably better than the 4% that Quark managed|: it is not spoken of
_COMPARES = regex(
    r"\s*(?:and |but )?(?:(?:well|far|much|still|just|slightly|\w+ly) )*"
    r"(?:better|worse|faster|slower|higher|lower|more|less|stronger|weaker|ahead|behind|above|below|short|compared|against|versus)"
    r" (?:than|of|with|to|the|an?)\b"
)


def _tells_why(words: Words, a: int, b: int) -> bool:
    """Whether a clause only says why the figures before it are so."""
    if _WHY.match(words.text, a) is None or _TOLD.match(words.text[a:b]):
        return False
    return FIGURE.search(words.text, 0, a) is not None


def _contrasted(words: Words) -> str | None:
    """Which entity a clause is about that a sentence sets against its others; None for none."""
    for a, b in reversed(words.clauses[1:]):
        if re.match(r"\s*(?:while|whereas)\s", words.text[a:b]):
            found = _subject_in(words, a, b)
            return found.value or None if found is not None else None
    return None
