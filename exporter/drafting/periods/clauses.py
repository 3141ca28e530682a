"""The clause of a sentence in which a figure stands, and the tense in which it speaks."""

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.role_words import ASIDE
from exporter.drafting.periods.tenses import is_future, is_past, is_present
from exporter.engine.regex import regex
from exporter.facts.words import Lang


class Tense(StrEnum):
    """When it is so what a clause says."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"  # no verb says


_CUT_EN = regex(
    r";|: (?=[a-z][^,;.]{0,60}?\b(?:rose|fell|grew|was|were|slipped|jumped|climbed|dropped|gained"
    r"|came)\b)|(?<=[a-z0-9%)])\.(?= [\"“A-Z])|:(?= ?[\"“])|\u2014| \u2013 | - |[“”\"]"
    r"|,? (?:while|whereas|although|though|because|which(?! (?:(?:is|are|was|were) (?:equal|about"
    r"|around|nearly|some|over|[$€£0-9])|equals|corresponds))|whose|whom|who|where|but"
    r"|so that)\b"
    r"|, (?=(?:and|as|after|having|said|says|told|added|according to|based on|up|down|from"
    r"|compared|against|versus)\b)"
    r"|,? and (?=(?:(?:last|this) (?:month|week|year|quarter) )?"
    r"(?:made|earned|lost|sold|posted|reported|booked|spent|paid|opened|closed|bought"
    r"|built|hired|won|called)\b)"
    r"|(?<!between )(?<!both ) and (?=(?:it|they|she|he|we|its|their|the|now|today|currently|will"
    r"|plans?|expects?|aims?"
    r"|is|are|has|have|was|were|had|intends?|hopes?|wants?|should)\b)"
    r"| that (?=(?:it|they|she|he|we|its|their|the|a|an|some|[A-Z0-9])\b)"
)
_CUT_ZH = regex("[，。；！？;：“”（）()]|[,:](?![0-9])")


_APPOSED = regex(
    r"[\w)], (?:the |an? )?(?:[a-z-]+ )?(?:owner|maker|operator|parent|publisher|provider"
    r"|producer|home|seller"
    r"|builder|developer|supplier|landlord|employer)(?: (?!\w+(?:ed|es)\b)[\w’'&-]+){1,9} $|"
    r"[\w)], (?:the|an?|one of the|whose) (?!(?:[\w-]+ ){0,2}?(?:increase|decrease|rise|fall|drop"
    r"|gain|growth|decline|improvement|jump|reduction|change|advance|slide|dip) (?:of|in)\b)"
    rf"(?:[\w'’-]+ ){{0,7}}(?:of|with|for|across|in|at) {ABOUT}[A-Z]{{0,3}}[$€£¥]?$"
)
_CLOSES = regex(r"[^,;.]{0,60}, ?(?!and\b)[a-z]+")


def clauses_of(text: str, lang: Lang) -> list[tuple[int, int]]:
    """From where to where each clause reaches."""
    cuts = [cut.start() for cut in (_CUT_ZH if lang == "zh" else _CUT_EN).finditer(text)]
    return list(pairwise([0, *(cut + (lang == "zh") for cut in cuts), len(text)]))


def clause_at(text: str, start: int, end: int, lang: Lang) -> str:
    """The clause of what stands from `start` to `end`."""
    if lang == "en" and (aside := _aside_at(text, start)):
        return aside
    parts = clauses_of(text, lang)
    return "".join(text[first:last] for first, last in parts if first < end and start < last)


@lru_cache(maxsize=1024)  # a sentence is asked of for each of its figures
def tense_at(text: str, start: int, end: int, lang: Lang) -> Tense:
    """The tense of what stands from `start` to `end`: of its clause, or one before it."""
    if lang == "en" and (aside := _aside_at(text, start)):
        tense = _tense(aside, lang)
        if tense is not Tense.NONE:
            return tense
    if lang == "en":  # Northbank, |founded in 1923,| has 312 branches
        text = ASIDE.sub(
            lambda said: said[0] if said.start() <= start < said.end() else _blank(said), text
        )
        if _APPOSED.search(text[:start]) and _CLOSES.match(text, end):
            return Tense.PRESENT  # Lumen, the operator of |214| hotels, said
    parts = clauses_of(text, lang)
    if lang == "en" and _AND_DONE.search(text, 0, start):
        return Tense.FUTURE
    own = next((n for n, (first, last) in enumerate(parts) if first <= start < last), 0)
    last = next((stop for _, stop in parts[own:] if stop >= end), len(text))
    for first, _ in parts[own::-1]:
        tense = _tense(text[first:last], lang)
        if tense is not Tense.NONE:
            return tense
    return Tense.NONE


# The station, |where 1,860 people work,| was to close; the chain, |which runs 412 shops,| lost 4m
_ASIDE_OF_NOW = regex(
    r", (?:where|(?:which|who) (?:also |now |already )?(?:runs?|operates?|owns?|employs?|serves?"
    r"|sells?|manages?|houses?|offers?|counts?|has(?! (?:\w+ly )?(?:\w+ed|been)\b)))\b"
    r"(?:[^,;]|,(?=[0-9]{3}))*,"
    # Cafés, |which bring in almost a third of revenue,| held up better
    r"|, which (?:now |still |also |together )*(?:bring in|brings in|make up|makes up"
    r"|accounts? for|represents?|generates?|provides?|contributes?|comprises?)"
    rf" {ABOUT}(?:an? |two[- ])?(?:[0-9.]+ ?(?:%|per cent)|half|third|quarter|fifth|tenth"
    r"|two-thirds|three-quarters)[^,;]*,"
    # The pottery firm |that employs 640 people,| made; margins, |which reached 18%,| will rise
    r"|, (?:the|an?) [^,;0-9]{3,60} (?:that|which) (?:now |already )?(?:runs|operates|owns|employs"
    r"|serves|sells|manages)\b(?:[^,;]|,(?=[0-9]{3}))*,"
    r"|, (?:which|who) (?:reached|hit|rose|fell|grew|was|were|stood|came|made|lost|earned|totall?ed"
    r"|sold|slipped|climbed|dropped)\b(?:[^,;]|,(?=[0-9]{3}))*,"
)
# By 2030 it will have spent $3 billion, |and lifted its capacity to| 6,000 MW
_AND_DONE = regex(
    r"\b(?:will|would|should) have [a-z]+(?:[^;.]|\.(?=[0-9]))*\band (?:\w+ly )?"
    r"[a-z]+(?:ed|t|n)\b[^,;]*$"
)


def _aside_at(text: str, start: int) -> str:
    """The aside in which something stands, whose verb is another than the sentence's."""
    asides = (said for said in _ASIDE_OF_NOW.finditer(text) if said.start() <= start < said.end())
    return next((said[0] for said in asides), "")


def _blank(said: re.Match[str]) -> str:
    return " " * len(said[0])


def _tense(clause: str, lang: Lang) -> Tense:
    if is_future(clause, lang):
        return Tense.FUTURE
    if is_present(clause, lang):
        return Tense.PRESENT
    return Tense.PAST if is_past(clause, lang) else Tense.NONE
