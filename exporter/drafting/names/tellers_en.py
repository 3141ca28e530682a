"""Who tells something in an English sentence: according to X, X said, "…", said X."""

import re
from collections.abc import Iterator

from exporter.drafting.names.told import Told

ROLE = (
    r"(?:chief|chair\w*|ceo|cfo|coo|cto|president|head|director|managing|vice|analysts?|founder"
    r"|co-founder|minister|spokes\w+|economist|partner|manager|executive|governor|secretary|senior"
    r"|general|its|the|who|an?)"
)
TITLE = (
    r"(?:(?:[A-Z]?[a-z-]+[ ]){0,3}?(?i:chief|director|head|officer|president|executive"
    r"|chair(?:man|woman)?|founder"
    r"|analyst|economist|strategist|spokes\w+|manager|minister|ceo|cfo|coo|governor|secretary"
    r"|partner)"
    r"(?:[ ](?:executive|financial|operating)(?:[ ]officer)?)?)"
)
CAPITAL = r"[A-Z0-9][\w.&'’-]*"
PERSON = rf"(?:{CAPITAL}(?:[ ](?:(?:of|and|the|de|van|von|&|for)[ ])?{CAPITAL})*)"
_PLAIN = (
    r"(?:(?i:the|a|an|its|some|several|two|company|bank|industry|government)[ ]"
    rf"(?:[\w'’-]+[ ]){{0,3}}?|)(?:[Aa]nalysts?(?:[ ](?:at|from|with)[ ]{PERSON})?|executives?"
    r"|officials?|management|sources?|researchers?|economists?|traders?"
    r"|people[ ]familiar[ ]with[ ]the[ ]matter|company|group|bank|firm"
    r"|ministry|regulators?|spokes(?:man|woman|person)|agency|association|filing|statement|report)"
)
OFFICE = (
    r"(?:chief|head|chair|spokes|president|analysts?|executives?|officials?|director|founder"
    r"|economist|minister)"
)
_WHO = (
    rf"(?P<who>(?:{TITLE}[ ]{PERSON}"
    rf"|{PERSON}(?:['’]s[ ](?:[a-z-]+[ ]){{0,3}}{OFFICE}[\w -]{{0,40}}?)?"
    rf"|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|{_PLAIN}"
    rf"|[Tt]he[ ]{CAPITAL}(?:[ ]{CAPITAL})*)"
    rf"(?:[ ](?:analysts?|executives?|officials?|spokes\w+)(?:[ ]{PERSON})?)?"
    rf"(?:,[ ]{ROLE}\b[^,;.]{{2,70}})?)"
)
_VERB = (
    r"(?:(?:said|says|added|adds|announced|announces|disclosed|revealed|wrote|explained|confirmed"
    r"|told\s+[\w\s]{2,30}?|estimates?|predict(?:s|ed)?|forecasts?|believes?|reckons?)"
    r"|(?:stated|noted|claimed|claims|notes|estimated)(?=\s+(?:that|its?|the|there)\b|,|$"
    r"|\s+[“\"]))"
)
_SAYS_EN = re.compile(
    rf"(?:^|(?<=[,;:.“\"‘—] )|(?<=[”\"] )|(?<=\band )|(?<=\bbut )|(?<=\bwhile )|(?<=^[“\"]))"
    rf"{_WHO},?\s+(?:also\s+|later\s+|has\s+|had\s+)?{_VERB}\b(?!\s+(?:by|to)\b)"
)
_SAID_WHO = re.compile(rf"[,”\"]\s+(?:said|says|added|adds|wrote|explained)\s+{_WHO}")
_BY_EN = re.compile(
    r"\b(?:[Aa]ccording\s+to|citing|[Aa]s\s+reported\s+by|[Dd]ata\s+from"
    r"|[Ff]igures\s+from)\s+(?:the\s+)?"
    r"(?:(?:an?\s+)?(?:poll|survey|consensus|tally|report|note|study|data|figures|estimates)\s+"
    r"(?:compiled\s+|published\s+)?(?:by|from)\s+(?:the\s+)?)?"
    r"(?P<who>(?:[A-Z]|(?:company|government|industry|public|official|court|internal"
    r"|preliminary)?\s*(?:data|figures|statement|filings?|report|analysts|people|sources?|surveys?"
    r"|estimates?|documents?|regulators?|economists?|officials?|executives?|researchers?)\b)"
    r"[^,;.()]{0,60}?)(?=\s+(?:released|published|on\s+\w+day|show(?:s|ed)?|in\s+\d{4})\b|[,;.()]"
    r"|$)"
)
NOBODY_EN = re.compile(r"(?:s?he|they)", re.IGNORECASE)
COMPANY_EN = re.compile(
    r"(?:it|we|(?:the\s+)?(?:company|group|bank|firm|management)|company\s+(?:executives"
    r"|officials))",
    re.IGNORECASE,
)
_LEAD_EN = re.compile(
    r"^(?:(?:In|On|At|But|And|Meanwhile|However|Separately|Also|Yet)\s+(?:[A-Z]\w+day\s+)?)+"
)


def told_en(text: str) -> Iterator[Told]:
    """Everybody who tells something in an English text."""
    for found in _BY_EN.finditer(text):
        yield Told(found["who"].strip(), found.start(), found.end(), True)
    for found in _SAID_WHO.finditer(text):
        yield Told(found["who"], found.start(), found.end(), follows=True)
    for found in _SAYS_EN.finditer(text):
        who = re.sub(r",\s+who\b.*$", "", _LEAD_EN.sub("", found["who"]))
        ends = not re.search(
            r"\w{3}", re.sub(r"on \w+day|in a \w+|to reporters", "", text[found.end() :])
        )
        quoted = text[: found.start()].rstrip().endswith(("”", '"', ",")) and found.start() > 0
        if quoted and not ends and text.startswith(",", found.end()):  # X, she added, and Y
            yield Told(who, found.start(), found.end(), follows=True)
        yield Told(
            who,
            found.start(),
            found.end(),
            follows=ends or (quoted and text[: found.start()].rstrip().endswith(("”", '"'))),
        )
