"""Who tells something in an English sentence: according to X, X said, "…", said X."""

import re
from collections.abc import Iterator
from functools import lru_cache

from exporter.drafting.exactness import ABOUT
from exporter.drafting.names.told import WROTE, Told
from exporter.engine.regex import regex

ROLE = (
    r"(?:[Cc]hief|[Cc]hair\w*|ceo|cfo|coo|cto|CEO|CFO|COO|[Pp]resident|head|[Dd]irector|[Mm]anaging"
    r"|[Vv]ice|analysts?|founder"
    r"|co-founder|minister|spokes\w+|economist|partner|manager|executive|governor|secretary|senior"
    r"|general|its|the|who|an?)"
)
TITLE = (
    r"(?:(?:[A-Z]?[a-z-]+[ ]){0,3}?(?i:chief|director|head|officer|president|executive"
    r"|chair(?:man|woman)?|founder"
    r"|analyst|economist|strategist|spokes\w+|manager|minister|ceo|cfo|coo|governor|secretary"
    r"|partner)"
    r"(?:[ ](?i:executive|financial|operating|technology|investment|commercial)"
    r"(?:[ ](?i:officer))?)?)"
)
CAPITAL = r"(?:[A-Z][\w.&'’-]*|[0-9][\w.&'’-]*(?<!\.))"  # no name ends a sentence: 265p.
PERSON = rf"(?:{CAPITAL}(?:[ ](?:(?:of|and|the|de|van|von|&|for)[ ])?{CAPITAL})*)"
# What a company is called by what it does
_TRADE = (
    r"(?:[a-z]*maker|designer|retailer|lender|insurer|airline|carrier|grocer|utility|miner|brewer|producer"
    r"|operator|landlord|housebuilder|developer|manufacturer)"
)
_PLAIN = (
    rf"(?:[Tt]he[ ](?:[\w&’'-]+[ ]){{0,3}}?{_TRADE}\b(?!['’])"
    r"|(?:(?i:the|a|an|its|some|several|two|company|bank|industry|government)[ ]"
    rf"(?:[\w'’-]+[ ]){{0,3}}?|)(?:[Aa]nalysts?(?:[ ](?:at|from|with)[ ]{PERSON})?|executives?"
    r"|officials?|management|sources?|researchers?|economists?|traders?"
    r"|(?i:people)[ ]familiar[ ]with[ ]the[ ]matter|company|group|bank|firm|broker(?:age)?"
    r"|ministry|regulators?|spokes(?:man|woman|person)|agency|association|filing|statement|report))"
)
OFFICE = (
    r"(?:chief|head|chair|spokes|president|analysts?|executives?|officials?|director|founder"
    r"|economist|minister)"
)
_WHO = (
    rf"(?P<who>(?:{TITLE}[ ]{PERSON}"
    rf"|{PERSON}(?:['’]s[ ](?:[a-z-]+[ ]){{0,3}}{OFFICE}[\w -]{{0,40}}?)?"
    rf"|(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e)\b|{_PLAIN}"
    rf"|[Tt]he[ ]{CAPITAL}(?:[ ]{CAPITAL})*)"
    rf"(?:[ ](?:analysts?|executives?|officials?|spokes\w+)(?:[ ]{PERSON})?)?"
    rf"(?:,[ ]{ROLE}\b[^,;.]{{2,70}})?)"
)
# What a company adds is no word of it: Acme |added| 12 shops, a plant, more than a hundred beds
_MORE = (
    rf"{ABOUT}(?:(?:net|an?|another|further|new|more|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|twenty|thirty|dozens|hundreds|thousands)\b|[A-Z]{0,3}[£$€¥]?[0-9])"
)
_VERB = (
    rf"(?:(?:said|says|(?:added|adds)(?! {_MORE})|announced|announces|disclosed|revealed|explained"
    rf"|{WROTE}"
    r"|confirmed|told\s+[\w\s]{2,30}?|estimates?|predict(?:s|ed)?|forecasts?|believes?|reckons?"
    r"|insist(?:s|ed)|warn(?:s|ed)|promised|pledged|vowed|cautioned|conceded|concedes|acknowledged|admitted"
    r"|admits|recalled|recalls|remarked|quipped|maintains|argues|argued)"
    r"|(?:stated|noted|claimed|claims|notes|estimated)(?=\s+(?:that|its?|the|there)\b|,|$"
    r"|\s+[“\"])|claims(?=\s+(?:(?:more\s+than|about|some|around|nearly|over|at\s+least|almost)\s+)?[0-9]))"
)
# What of a company says what it plans; of others, that they say so.
_OPINES = (
    r"(?:(?:expects?|sees|anticipates|calculates|looks\s+for)(?=\s+\w)"
    r"|puts?(?=\s[^.;]{3,60}?\sat\s)"
    r"|(?:figures|thinks|projects|models|assumes)(?=\s+(?:that|its?|the|an?)\b))"
)
_BEGINS = r"(?:^|(?<=[,;:.“\"‘—] )|(?<=[”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=^[“\"]))"
_SAYS_EN = regex(
    rf"{_BEGINS}{_WHO},?\s+(?:also\s+|later\s+|now\s+|has\s+|had\s+)?"
    rf"(?:{_VERB}|(?P<opines>{_OPINES}))\b(?!\s+(?:by|to)\b)"
)
_SAID_WHO = regex(
    r"[,”\"]\s+(?:said|says|added|adds|wrote|writes|explained|explains|insisted|insists|recalls|warned)\s+"
    rf"(?:{_WHO}|(?P<office>(?:the|its|their)[ ](?:[\w'’-]+[ ]){{0,5}}?{OFFICE}[\w ]{{0,30}}?"
    rf"(?:,[ ]{PERSON})?)(?=[.,;]|$))"
)
# Brightwater, which rates it neutral, noted that
# The company, which has shops in Leeds, York and the Dales, said
_ASIDE_SAYS = regex(
    rf"{_BEGINS}(?P<who>{PERSON}|{_PLAIN}),\s+(?:which|who|whose|where)\s+"
    r"(?:[^,;]|,(?=[0-9])){3,100}"
    r"(?:,\s+[^,;]{2,50}){0,3}?,\s+"
    rf"(?:also\s+|now\s+|has\s+|had\s+)?{_VERB}\b(?!\s+(?:by|to)\b)(?!\s+{CAPITAL}[ .,])"
    r"(?P<own>[^,;.]{0,40}\bits\b)?"  # its own outlook
)
_ANALYSTS_AT = regex(r"^(?:The )?[Aa]nalysts? (?:at|from|with) (?=[A-Z])")
# Unite, which represents 600 workers, called it “a blow” and pointed out that
_CALLS_AND_SAYS = regex(
    rf"{_BEGINS}(?P<who>{PERSON}|{_PLAIN})(?:,\s+(?:which|who|whose|an?|the)\s+[^,;]{{3,100}},)?\s+"
    r"(?:called|described|branded|dubbed|labelled|criticised|criticized|condemned|attacked|welcomed)\s+"
    r"[^;]{3,90}?\s+and\s+(?:pointed\s+out|noted|said|added|argued|complained|claimed|warned)\s+(?:that\s+)?"
)
# A step that she said would save, which he expects to reach.
_WHICH_SAID = regex(
    rf"\b(?:that|which|what)\s+(?P<who>{TITLE}[ ]{PERSON}|{PERSON}|[Ss]?[Hh]e)\s+"
    r"(?:said|says|estimates?|estimated|reckons?|believes?|expects?|expected|thinks|claims?|claimed)\s+"
    r"(?=(?:would|will|could|should|may|might|is|are|was|were|had|has|to)\b)"
)
# Marta Quill, an analyst, who now sees earnings of.
_WHO_OPINES = regex(
    rf"(?P<who>{TITLE}[ ]{PERSON}|{PERSON})(?:,\s+(?:an?|its|the)\s+[^,;.]{{2,60}})?,\s+who\s+"
    r"(?:now\s+|also\s+|still\s+)?"
    r"(?:sees|expects|forecasts|estimates|models|puts|looks\s+for|reckons|thinks|predicts|pencils\s+in|values|argues|says)\b"
)
# Rating agency X, the port consultancy X.
_KIND = (
    r"(?:[a-z-]+[ ]){0,3}?(?:agency|consultanc(?:y|ies)|consultants?|body|group|firm"
    r"|association|institute|tracker|provider|researchers?|lobby|think-?tank|federation|union|bureau|house|publication)"
)
# A market that X sizes at; was estimated by the X to have grown; the body X, which puts it at.
_SIZED_BY = regex(
    rf"\b(?:that|which)\s+(?P<who>{PERSON})\s+(?:sizes|puts|values|estimates|reckons|pegs)\s+at\b"
    r"|\b(?:is|are|was|were)\s+(?:estimated|reckoned|thought|put|forecast|projected|valued|seen|pegged)\s+"
    rf"(?:at\s+[^,;.]{{1,40}}?\s+)?by\s+(?:the\s+)?(?P<by>(?:{_KIND}[ ])?{PERSON})"
)
_WHICH_OPINES = regex(
    rf"(?P<who>{PERSON}),\s+which\s+(?:now\s+|also\s+|still\s+)?"
    r"(?:puts|sees|expects|forecasts|estimates|reckons|predicts)\b"
)
# The GMB union, which says it represents 1,100 |of Acme's 4,600 staff, is balloting its members
_WHICH_CLAIMS = regex(
    rf"(?P<who>(?!The\s){PERSON}(?:\s+(?:union|association|federation|charity|lobby|body))?)"
    r",\s+which\s+(?:says|said|claims|claimed)\s+(?:that\s+)?(?:it|its|they|their)\b"
    r"(?=(?P<told>(?:[^,;]|(?<=[0-9]),(?=[0-9]))*?)(?:,\s|\sof\s[A-Z][\w&-]*['’]s?\s[0-9]|;|$))"
)
# Osterby's survey of 2,000 households found that.
_FINDS = regex(
    rf"{_BEGINS}(?P<who>(?:[Aa]n?|[Tt]he|{PERSON}['’]s?)[ ](?:[\w’'-]+[ ]){{0,4}}?"
    r"(?:survey|poll|study|index|tracker|census|research|data|report))"
    r"(?:[ ](?:of|by|from)[ ][^.;]{2,60}?)?"
    r"[ ](?:found|finds|shows?|showed|suggests?|suggested|indicates?|indicated|puts?)\b"
)
# What stands behind who said it, and is no more than when and where.
_WHEN_SAID = regex(
    r"\s*,?\s*(?:(?:on|in|at|during|to|after|with)\s+(?:[\w’'-]+\s+){0,5}?(?:\w+day|call|interview|note"
    r"|statement|report|reports|filing|briefing|conference|reporters|analysts|investors|clients|journalists"
    r"|shareholders|meeting|speech|email|release|research|results|morning|afternoon|evening|a\s+\w+)"
    r"(?:\s+(?:\w+day|morning|afternoon|call|calls))?\s*,?\s*)*[.”\"]*\s*$"
)
_OFFICE_WORD = regex(
    rf"\b{OFFICE}|\b(?:officer|manager|partner|secretary|governor|strategist|head)\b", re.IGNORECASE
)
_WHO_IS = regex(r",\s+(?:who|which)\b.*$")
_SHORTENED = regex(r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|[A-Z])\.$")
_ASIDE = regex(r",\s+(?:which|who|an?|the|its|our)\b.*$")
# Who goes on after an aside: with 18% of the market according to X, said that.
_GOES_ON = regex(rf",\s+(?:{_VERB}|has|had|is|was|will|plans|expects)\b")
_BY_EN = regex(
    r"\b(?:[Aa]ccording\s+to|citing|[Aa]s\s+reported\s+by|[Dd]ata\s+from"
    r"|[Ff]igures\s+from)\s+(?:the\s+)?"
    r"(?:(?:an?\s+)?(?:poll|survey|consensus|tally|report|note|study|data|figures|estimates)\s+"
    r"(?:compiled\s+|published\s+)?(?:by|from)\s+(?:the\s+)?)?"
    r"(?P<who>(?:(?:Dr|Mr|Ms|Mrs|Prof)\.[ ])?"
    rf"(?:[A-Z]|{_KIND}[ ](?=[A-Z])|(?:company|government|industry|public|official|court|internal"
    r"|preliminary)?\s*(?:data|figures|statement|filings?|report|analysts|people|sources?|surveys?"
    r"|estimates?|documents?|regulators?|economists?|officials?|executives?|researchers?)\b)"
    r"[^,;.()]{0,60}?)(?=\s+(?:released|published|on\s+\w+day|show(?:s|ed)?|in\s+\d{4})\b|[,;.()]"
    r"|$)"
)
NOBODY_EN = regex(r"(?:s?he|they)", re.IGNORECASE)
# The FTSE 250 group, the Leeds-based operator, the student housing company: the one written about;
# not a group of others that speaks of it: the trade group, the law firm, its larger rival
_DESCRIBED = (
    r"(?:the\s+)?(?:[\w’'-]+-[\w’'-]+\s+)?"
    r"|(?:the\s+)?(?:(?:FTSE|S&P|Nasdaq|Nikkei|Dax|CAC|ASX|Aim)(?:[\s-]?(?:[0-9]+|all-share))?[\s-](?:listed\s+)?)"
    r"(?:[\w’'-]+\s+){0,2}?"
    r"|the\s+(?:(?:struggling|embattled|troubled|ailing|listed|[a-z]+-(?:based|listed|owned|backed))"
    r"\s+)(?:[a-z-]+\s+)?"
)
_OF_OTHERS = (
    r"(?:rival|competing|larger|bigger|smaller|other|second|third|same|main|state|biggest|largest)"
)
_ITS_RANK = (
    r"(?:the\s+(?:world|country|nation|region|continent|state|city|industry|sector)"
    r"|(?-i:[A-Z])[\w-]+)['’]s\s+(?:[a-z]+-)?(?:largest|biggest|leading|oldest|top|only)"
)
COMPANY_EN = regex(
    rf"(?:it|we|(?:{_DESCRIBED})(?:company|group|bank|firm|board|directors|management|{_TRADE})"
    rf"|the\s+(?:(?!{_OF_OTHERS}\b)[a-z-]+\s+){{1,2}}{_TRADE}"
    # The Milwaukee company; the world's fourth-largest cruise operator
    rf"|the\s+(?:(?-i:[A-Z])[\w.-]+\s+){{1,2}}(?-i:company|firm|{_TRADE})"
    rf"|{_ITS_RANK}\s+(?:[a-z-]+\s+){{0,3}}?(?:company|bank|group|firm|{_TRADE})"
    r"|company\s+(?:executives|officials))",
    re.IGNORECASE,
)
_LEAD_EN = regex(
    r"^(?:(?:In|On|At|But|And|Meanwhile|However|Separately|Also|Yet)\s+(?:[A-Z]\w+day\s+)?)+"
    r"|^(?:and|but|while|though|although|whereas|because|since|as)\s+(?=[A-Z]|chief|the\s)"
)


@lru_cache(maxsize=256)  # a sentence is asked of for each of its figures
def told_en(text: str) -> tuple[Told, ...]:
    """Everybody who tells something in an English text."""
    return tuple(_told(text))


def _told(text: str) -> Iterator[Told]:
    for found in _BY_EN.finditer(text):
        is_aside = _GOES_ON.match(text, found.end()) is not None
        yield Told(found["who"].strip(), found.start(), found.end(), not is_aside, is_aside)
    for found in _SAID_WHO.finditer(text):
        who = found["who"] or found["office"]
        yield Told(_called(who), found.start(), found.end(), follows=True)
    for found in _SIZED_BY.finditer(text):
        is_all = found["by"] is not None
        yield Told(found["who"] or found["by"], found.start(), found.end(), is_all)
    for found in _WHICH_OPINES.finditer(text):
        yield Told(found["who"], found.start(), found.end(), opines=True)
    for found in _WHICH_CLAIMS.finditer(text):
        yield Told(found["who"], found.start(), found.end(), opines=True, until=found.end("told"))
    for pattern in (_WHICH_SAID, _WHO_OPINES, _FINDS, _CALLS_AND_SAYS):
        for found in pattern.finditer(text):
            yield Told(found["who"], found.start(), found.end())
    yield from _by_verbs(text)


def _by_verbs(text: str) -> Iterator[Told]:
    """Who says something by a verb behind their name, or behind an aside that follows it."""
    asides = list(_ASIDE_SAYS.finditer(text))
    for aside in asides:
        if not aside["own"]:
            who = _ANALYSTS_AT.sub("", aside["who"])
            yield Told(who, aside.start(), aside.end())
    for found in _SAYS_EN.finditer(text):  # nobody whom only the aside names
        if not any(aside.start() < found.start() < aside.end() for aside in asides):
            yield from _says(found, text)


def _says(found: re.Match[str], text: str) -> Iterator[Told]:
    """Who says something by a verb behind their name."""
    who, start, end = _called(_LEAD_EN.sub("", found["who"])), found.start(), found.end()
    opines = bool(found["opines"])
    ends = _WHEN_SAID.match(text, end) is not None
    before = text[:start].rstrip()
    quoted = start > 0 and before.endswith(("”", '"', ","))
    if quoted and not ends and text.startswith(",", end):  # X, she added, and Y
        yield Told(who, start, end, follows=True)
    follows = ends or (quoted and before.endswith(("”", '"')))
    yield Told(who, start, end, follows=follows, opines=opines)


def _called(who: str) -> str:
    """Somebody without what is only said of them, other than their office."""
    who = who if _SHORTENED.search(who) else who.rstrip(".,")
    who = _WHO_IS.sub("", who)
    aside = _ASIDE.search(who)
    return who if aside is None or _OFFICE_WORD.search(aside[0]) else who[: aside.start()]
