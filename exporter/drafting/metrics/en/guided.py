"""Guidance of English text beside what it was before: from its previous guidance of 225 million."""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.periods.revised_plans import is_planned_before
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN

_AIMS = r"(?:guidance|forecast|target|outlook|estimate|projection|range|goal|view|expectation)s?"
_EARLIER = r"(?:previous|prior|earlier|initial|original|old|former|last)"
_BEFORE = regex(
    # From its June forecast of; compared with the May guidance of
    rf"\b(?:from|with|to|than|versus|against|above|below) (?:its|their|our|the|an?) (?:{MONTHS_EN})"
    rf" {_AIMS}(?: of| for| at)? ?$"
    rf"|\b{_EARLIER} (?:[\w-]+ ){{0,3}}?{_AIMS}(?: \w+)?(?: of| for| at|:)?(?: [\w-]+){{0,2}} ?$"
    rf"|\b(?:previously|earlier|initially|originally) (?:had )?"
    r"(?:guided|forecast\w*|expect\w+|projected|targeted|estimated|predicted|seen|announced|planned"
    r"|anticipated|indicated|promised|flagged|signalled)"
    rf"(?: \w+){{0,2}} {about_or('between')}[$€£¥]?$"
    r"|\((?:previously|previous|prior|from)[:,]? ?\w* ?$",
    re.IGNORECASE,
)
_BEHIND = regex(
    r",? ?(?:previously|before(?=[.,;)]|$)|that (?:it|the \w+) (?:had )?(?:previously|earlier))\b",
    re.IGNORECASE,
)
# Above the 35 million | it had guided for; the 8% | the airline projected in March.
_THAT_IT_AIMED_AT = regex(
    r" (?:that |which )?(?:it|they|we|he|she|the (?:company|group|firm|board|management|bank"
    r"|[a-z]+(?:maker|er)|airline))(?: (?:had|has|have))?(?: (?:previously|earlier|originally"
    r"|initially|first|last))? (?:guided(?: for| to| at)?|forecast(?:ed)?|projected|predicted"
    r"|expected|targeted|indicated|flagged|promised|pencill?ed in|signalled|set|saw|aimed for)"
    r"(?= (?:in|at|on|for|earlier|previously|before|last|when|three|two|six|a|just|only|back|barely"
    r"|as (?:recently|late) as|less than)\b"
    r"|[.,;)]|$)"
)
# Rather than the £17 million | indicated in November
_INDICATED = regex(
    r" (?:that (?:was|had been) )?(?:(?:previously|originally|initially|earlier) )?"
    r"(?:indicated|guided|flagged"
    r"|signalled|forecast|projected|outlined|communicated|suggested|predicted|expected|promised|planned)"
    r" (?:in|at|on|last|earlier|previously|before)\b"
    r"(?! average\b| (?:an?|the) (?:[\w-]+ ){0,3}?(?:poll|consensus|survey)\b)"
)
_BESIDE = regex(
    r"\b(?:from|above|below|than|beyond|over|under|against|beat|beating|instead of|of|with|to) "
    r"(?:the |an? )?(?:\w+ )?$"
)
# It had started the year with a range of | 1.5 billion to 2.1 billion
_AT_START = regex(
    r"\b(?:started|began|begun|entered|opened) (?:the|this) (?:\w+ )?year (?:with|by \w+ing)"
    rf" (?:an? |the |its )?(?:[\w-]+ ){{0,3}}?{_AIMS}(?: of| for| at)?(?: [\w-]+){{0,2}} ?$",
    re.IGNORECASE,
)
# Raised its target for margin to 24%, from | 23%
_RAISED_FROM = regex(
    r"\b(?:rais|lift|cut|lower|increas|reduc|trim|upgrad|downgrad|hik|boost|bump|slash|nudg|narrow"
    r"|widen)\w* (?:up |down )?(?:its|their|the|our|his|her) (?:[\w-]+ ){0,5}?"
    rf"{_AIMS}\b(?:[^;.]|\.(?=[0-9]))*?\bfrom {about_or('between', 'an?')}[$€£¥]?$"
    rf"|\b{_AIMS}\b[^,;.0-9]{{0,50}}? (?:was|were|been|being) (?:\w+ )?(?:raised|lifted|cut|lowered"
    r"|increased|reduced|trimmed|upgraded|downgraded|nudged)\b(?:[^;.]|\.(?=[0-9]))*?"
    rf"\bfrom {about_or('between', 'an?')}[$€£¥]?$",
    re.IGNORECASE,
)
_ESTIMATE = regex(r"\bestimates?\b")  # what a broker, not the company, says
_AIMED = regex(rf"\b{_AIMS}\b", re.IGNORECASE)
# Sees growth of 0-2%, compared with | 1-4% | previously, and a margin of 12%, versus | 13%
_AIMS_AT = regex(
    rf"\b(?:{_AIMS}|sees|expects|guides|forecasts|targets|projects|anticipates|aims|plans)\b",
    re.IGNORECASE,
)
_AFTER_PREVIOUSLY = regex(
    r"\b(?:sees|expects|guides|forecasts|targets|projects|anticipates)\b[^;]* (?:previously|before)"
    rf", and [^;]*(?:versus|vs\.?|against|compared (?:with|to)|from) {about_or('between')}[$€£¥]?$"
)
_PRICE = regex(r"price", re.IGNORECASE)


def as_guided_before(name: str, site: Site) -> str:
    """The name of what somebody had guided to before, told apart from what is guided to now."""
    if _PRICE.search(name) or re.match("previous", name, re.IGNORECASE):
        return name
    if _AT_START.search(site.before):
        aim = "" if _AIMED.search(name) else ", guidance"
        return f"{name}{aim} at start of year"
    aimed = _THAT_IT_AIMED_AT.match(site.behind) or _INDICATED.match(site.behind)
    is_aimed = aimed and _BESIDE.search(site.before)
    is_behind = _BEHIND.match(site.behind) is not None and _AIMS_AT.search(site.before) is not None
    is_behind |= _AFTER_PREVIOUSLY.search(site.before) is not None
    if not (is_aimed or is_behind or _BEFORE.search(site.before) or _raised(site)):
        return name
    if _AIMED.search(name):
        return sentence_case([f"previous {lowered(name, site.text)}"])
    name = _alike_before_bracket(name, site)
    if name in _BARE and (of_what := sure_of(site, site.last)).endswith(_BARE_ENDS):
        name = of_what  # expects revenue to grow 12%, having forecast growth of |10%| before
    raised = _RAISED_FROM.search(site.before)
    is_estimate = raised is not None and _ESTIMATE.search(raised[0]) is not None
    return f"{name}, previous {'estimate' if is_estimate else 'guidance'}"


# Revenue of $90m to $95m, organic growth of 5% (previously | $98m |): the revenue
_BRACKET = regex(r"\((?:previously|previous|prior|from)[:,]? ?\w* ?[A-Z]{0,3}\W?$", re.IGNORECASE)


def _alike_before_bracket(name: str, site: Site) -> str:
    """What brackets were guidance for: behind a figure of another kind, the last one alike.

    Behind one of their kind it is that one's, with the basis that its words say: at constant
    currency.
    """
    alike = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    if not alike or not _BRACKET.search(site.before):
        return name
    last = sure_of(site, alike[-1])
    return last if site.last not in alike or last.lower().endswith(f" {name.lower()}") else name


_BARE = frozenset({"Growth", "Change", "Reduction"})
_BARE_ENDS = (" growth", " change", " reduction")


def _raised(site: Site) -> bool:
    """Whether a figure is what an aim was raised or cut from."""
    if is_planned_before(site.text, site.figure.start, site.figure.end):
        return True
    return _RAISED_FROM.search(site.before) is not None and _BACK.search(site.before) is None


# Cut its forecast for sales from kiosks; but its forecast for profit from | £9m
_BACK = regex(
    r"\b(?:sales|revenue|orders|customers|income|profits?) from"
    r" (?!(?:between|about|around|an?)\b)[A-Za-z]+ [^,;]*$"
)
