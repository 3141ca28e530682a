"""Whom English means by It, or the consultancy, in a sentence behind one that a body told.

31% of the fleet, according to consultancy Seaward. It expects growth of 6.5%: what such a body
expects is of no entity of the report's, unless the sentence names one.
"""

import re

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_en import COMPANY_EN, NOBODY_EN
from exporter.drafting.sentences import paragraph_before
from exporter.engine.regex import regex

_KINDS = (
    r"(?:consultanc(?:y|ies)|consultants?|agency|institute|association|council|federation|union"
    r"|bureau|ministry|department|regulator|research(?:ers?| firm| group| house| provider)"
    r"|forecaster"
    r"|think[- ]?tank|data provider|tracker|trade body|lobby|bank of [A-Z]\w+|central bank"
    r"|statistics office|university|forum)"
)
_GOES_ON = regex(
    rf"(?:It|They|The (?:[a-z]+ )?{_KINDS}|The (?:firm|body|group|report|study|survey)) "
    r"(?:(?:also|now|still|had|previously|then) )*"
    r"(?:expect|forecast|predict|see|estimate|reckon|project|put|anticipate|think|believe|say|said"
    r"|saw|add|warn|note|model)(?:s|ed)?\b"
)
_IS_BODY = regex(rf"\b{_KINDS}\b", re.IGNORECASE)
# Papers and wires, which tell and do not expect.
_NEWS = regex(
    r"\bnews\b|\bagency reports?\b|\b(?:Post|Times|Journal|Daily|Herald|Guardian|Press|Gazette"
    r"|Telegraph|Wire|Newswire|Tribune|Chronicle|Bloomberg|Reuters|newspaper|magazine|filings?"
    r"|statement|documents?|sources?|people)\b",
    re.IGNORECASE,
)
_OF_A_COMPANY = regex(r"\b(?:its|the (?:company|group|firm)(?:['’]s)?|we|our)\b", re.IGNORECASE)
_LONGEST = 60  # characters of a name


def forecaster_before(sentence: Sentence, setting: Setting) -> str:
    """Who told the sentence before and goes on in this one, as the source words it; "" for nobody.

    A body by what it is called; anybody else after "according to", in what tells of no company.
    """
    if setting.lang != "en" or _GOES_ON.match(sentence.text) is None:
        return ""
    source = setting.source.text or ""
    before = paragraph_before(source, sentence.start).rstrip()
    last = before[max(before.rfind(mark, 0, -1) for mark in (". ", "! ", "? ", '." ', ".” ")) + 1 :]
    told = [one for one in told_in(last) if one.who and len(one.who) < _LONGEST]
    who = told[-1].who if told else ""
    if not who or COMPANY_EN.fullmatch(who) or NOBODY_EN.fullmatch(who) or _NEWS.search(who):
        return ""
    names = [name for one in setting.entities for name in (*one.name, *one.aliases) if name]
    if any(name in who for name in names):
        return ""
    if _IS_BODY.search(who):
        return who
    if not told[-1].is_for_all:  # who is no body may be a company that speaks of itself
        return ""
    is_of_company = _OF_A_COMPANY.search(last) or any(name in last for name in names)
    return "" if is_of_company or not sentence.text.startswith("It ") else who
