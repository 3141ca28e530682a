"""Guidance that is told by how a sentence is built, whatever its measure is called.

The group expects gross written premiums to grow by |7% to 9%|: what a company has does not grow by
a decision, as a plan comes true. Tariffs will cost the company |$60 million| this year: nobody
plans that.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.model import Setting, Stated
from exporter.drafting.periods.by_publication import has_ended
from exporter.engine.regex import regex

# What others have, or everybody; and what grows by what a company does.
_NO_MEASURE = (
    r"(?:to|the|an?|that|of|and|or|who|which|market|demand|inflation|prices?|rates?|gdp|economy"
    r"|industry|sector|consumers?|competitors?|rivals?|supply|housing|households?|staff|headcount"
    r"|workforce|jobs?|employees|people|stores?|shops?|branches|outlets|offices|sites?|plants?"
    r"|factory|factories|hotels?|restaurants|openings|fleet|capacity|network|projects?|programme"
    r"|program|deals?|merger|acquisitions?|transaction|construction|works?|investments?|spending"
    r"|savings?|synergies|dividends?|payouts?|buybacks?|consumption|traffic|trade|tourism|exports"
    r"|imports|unemployment|population|emissions|tariffs|harvest|crops?|it|them|him|her|us)"
)
_ITS = r"(?:its|our|their|full-year|group|total|annual) "
_MEASURE = rf"(?:{_ITS})?(?:(?!{_NO_MEASURE}\b)[a-z-]+ ){{1,5}}"
# Not: turbines to be installed at | 12 sites
_BY = (
    r"(?:by|to|at|of|in|the|range|region|about|around|roughly|some|nearly|almost|just|slightly"
    r"|between|from|over|under|below|above|more|less|than|least|most|up|a|another|further|only"
    r"|broadly|approximately|single|well)"
)
_CHANGES = (
    r"to (?:again |still |also )?(?:grow|rise|increase|climb|decline|fall|decrease|drop|slip|shrink"
    r"|improve|widen|narrow|expand|remain|stay|average|total|reach|exceed|come in|be)"
    rf"(?: {_BY}){{0,4}} [A-Z]{{0,3}}\W?$"
)
# It, or we; not: investors expect
_EXPECTS = regex(
    r"\b(?:expects|anticipates|forecasts|projects|predicts"
    r"|(?:[Ii]t|[Ww]e) (?:now |still |also )*(?:expect|expected|anticipate|forecast)) "
    rf"{_MEASURE}{_CHANGES}"
)
_IS_EXPECTED = regex(
    rf"(?:^|, |\band )(?:(?i:{_ITS})|[\w’'&-]+['’]s? ){_MEASURE}"
    r"(?:is|are) (?:now |still |also |currently )?(?:expected|forecast|projected|anticipated) "
    rf"{_CHANGES}"
)

# Tariffs, the fire, a strike: what befalls a company
_UNPLANNED = (
    r"\b(?:[Tt]ariffs|[Dd]uties|[Ss]anctions|[Cc]urrency|[Cc]urrencies|[Ee]xchange rates"
    r"|[Ii]nflation|[Ww]eather|[Dd]rought|[Tt]he (?:[a-z-]+ )?(?:storms?|hurricane|floods?|fire"
    r"|strikes?|outages?|recall|drought|shortages?|disruptions?|delays?|tariffs?|duties|levy"
    r"|cyber-?attack|weather)|(?:[Hh]igher|[Rr]ising|[Ll]ower)"
    r" (?:[a-z-]+ ){0,2}(?:costs?|bills|prices|tax(?:es)?|wages|pay|rates|rents|tariffs|duties)"
    r"|[Nn]ew (?:[a-z-]+ ){0,2}(?:levy|levies|tax|taxes|duties|tariffs|rules)"
    r"|[Ff]oreign exchange|(?:[Ww]eak|[Ss]trong)(?:er)? (?:US )?(?:dollar|pound|sterling|euro|yen"
    r"|yuan|franc|krona|rupee|currenc(?:y|ies)))\b"
)
_WOULD = (
    r"(?:would|will|is likely to|are likely to|is set to|are set to)(?: now| also| still| again)?"
)
_BEFALLS = rf"{_UNPLANNED}[^,;.0-9]{{0,40}}? {_WOULD} "
_A_SUM = rf"{about_or('between')}[A-Z]{{0,3}}\W?$"
_WHOM = (
    r"(?:it|us|them|the (?:company|group|firm|business|bank|airline|retailer)"
    r"|[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2})"
)
_COSTS_IT = regex(rf"{_BEFALLS}cost {_WHOM} {_A_SUM}")
# Higher wages will add | £14mn | to its costs
_TOLD = regex(r"\b(?:warn|told|said|says|expect|estimat|forecast|predict|reckon|caution)\w*\b")
_ADDS = regex(rf"{_BEFALLS}add {_A_SUM}")
_TO_ITS_COSTS = regex(
    r" to (?:(?:its|our|their|the (?:company|group|firm)[’']s|annual|yearly|total|operating) )*"
    r"(?:[a-z-]+ ){0,2}(?:costs?|bills?|expenses|cost base|spending)\b"
)
_OTHERS = regex(r"\b(?:[Aa]nalysts?|[Bb]rokers?|[Ee]conomists?|[Rr]esearchers?|[Cc]onsultants?)\b")
_TO_DO = regex(r"[^,;.]{0,30}? to (?!its|our|the|their|about|[$€£0-9])[a-z]+\b")


# Gross margin for the year would be | 17.5 per cent |, it said; not: if rents rose, profit would be
_RESULT = (
    r"(?:revenues?|sales|turnover|profits?|earnings|income|ebitda?|ebita|margins?|cash flow"
    r"|loss(?:es)?|costs|net debt|net cash|leverage|order intake|volumes"
    r"|output|production|deliveries|shipments|completions|tax rate|returns?|earnings per share)"
)
_WOULD_COME_TO = regex(
    r"(?:^|[,;:“] |\b(?:and|but|that|said|says|warned|added|while|with) )"
    rf"(?:(?!{_NO_MEASURE}\b|if\b)(?:[\w’'&-]+ )|the |its |our ){{0,6}}?{_RESULT}"
    r"(?: (?:for|in|of|on|at|before|after|from|per|over|to) [^,;.0-9]{1,40}?"
    r"| (?:19|20)[0-9]{2}){0,2}"
    r" (?:(?P<would>would)|will|(?:was|were|is|are) (?:set|likely|on track|on course) to)"
    r" (?:now |still |also |probably |likely |only |instead |not )?"
    r"(?:be|come (?:in |out )?(?:at|to)|reach|total|amount to|rise|fall|grow|increase|decline|drop"
    r"|improve|exceed|remain|stay|average|end|climb|slip|hit|narrow|widen|land|halve)\b"
    r"(?! (?:[a-z]+ed|held|kept|spent|paid|built|sold|made|put|cut)\b)"
    r"(?:(?!, (?:and|but|while|which|who|with)\b| and (?:that|it|will|would)\b)[^;])*$",
    re.IGNORECASE,
)
_IF = regex(r"\b(?:if|unless|had it|were (?:it|they|the [a-z]+) to|assuming)\b", re.IGNORECASE)
# Currency, which at current rates would reduce operating profit by about | £2m
_AS_IT_IS = (
    r"(?:at|on) (?:current|present|prevailing|today['’]s|these|those|recent|spot) [a-z ]{4,16}"
)
_MOVES_RESULT = regex(
    rf"{_UNPLANNED}(?:, which)?(?:,? {_AS_IT_IS},?)? {_WOULD}(?:,? {_AS_IT_IS},?)?"
    r" (?:reduce|cut|lower|depress|dent|trim|increase|raise|lift|boost|benefit)"
    rf" (?:[\w’'-]+ ){{0,4}}?{_RESULT}(?: (?:for|in|of|per|before|after) [^,;.]{{1,24}}?)?"
    rf" by {_A_SUM}"
)
_OF_ALL = regex(r"\b(?:market|industry|sector|global|worldwide|national|country|countries)\b")
_BODY = regex(r"\b(?:body|association|federation|institute|lobby|ministry|economists?)\b")


# Would be about | £31m|, some £5m short of what analysts had pencilled in
_COMPARED_BEHIND = regex(
    r"[^;,]*(?P<than>, (?:[\w£$€.]+ ){0,4}?(?:short of|below|above|ahead of|less than|more than"
    r"|against|compared (?:with|to)|versus|missing|beating)\b)"
)


def would_come_to(text: str, stated: Stated, setting: Setting) -> bool:
    """Whether an English figure is what somebody says that a result will come to, or change by."""
    found = _WOULD_COME_TO.search(text[: stated.start]) if setting.lang == "en" else None
    beside = _COMPARED_BEHIND.match(text, stated.end)
    own = text[: beside.start("than")] if beside else text
    if found is None or _OF_ALL.search(found[0]) or _OTHERS.search(own) or _BODY.search(own):
        return False
    return found["would"] is None or (_TOLD.search(text) is not None and not _IF.search(own))


def is_only_compared(text: str, stated: Stated) -> bool:
    """Whether what others expect only stands beside an English figure, behind it."""
    return _COMPARED_BEHIND.match(text, stated.end) is not None


def is_measure_guided(head: str) -> bool:
    """Whether the words before an English figure expect a measure of a company to come to it."""
    return _EXPECTS.search(head) is not None or _IS_EXPECTED.search(head) is not None


def befalls(text: str, stated: Stated, setting: Setting, period: str) -> bool:
    """Whether an English figure is what something unplanned costs a company, as that says itself.

    Args:
        text: The sentence.
        stated: The figure.
        setting: With the day on which the source appeared.
        period: Of the figure, as facts write it.
    """
    if setting.lang != "en" or not period or has_ended(period, setting):
        return False
    head = text[: stated.start]
    if _OTHERS.search(head):
        return False
    if _ADDS.search(head) and _TOLD.search(head) and _TO_ITS_COSTS.match(text, stated.end):
        return True
    if _MOVES_RESULT.search(head):
        return True
    return _COSTS_IT.search(head) is not None and not _TO_DO.match(text, stated.end)
