"""What tells counted things of English text apart: their state, where people work, a capacity.

71,200 | units under contract; Bolton, where 185 | people worked; can make | 2,400 cabinets a year.
"""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.metrics.en.counted import counted_phrase, rate_behind
from exporter.drafting.metrics.en.phrases import phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, POINTS, RATIO

_STATE = regex(
    r" (?:more |now |still |already |currently )?(?P<state>"
    r"under (?:construction|contract|development|renovation|management|lease|maintenance|option)"
    r"|on (?:order|lease|offer|charter|backlog|trial|(?:[a-z-]+ )?(?:contracts?|tariffs?|deals))"
    r"|at risk|in (?:service|operation|production|development|storage|transit|orbit|training|build"
    r"|use|backlog|(?:the |its )?pipeline)|awaiting delivery|planned)(?![\w-])"
)
# 14 of its 90 trams | remain idle; the state of those counted, never of the 90 that they are of.
_REMAINS = regex(
    r" (?:still |now )?(?:remain(?:s|ed)?|are|were|is|was|stay(?:s|ed)?|stands?|stood"
    r"|ha(?:ve|s|d) been|(?:is|are|were|was) being) (?:still |now |currently |also )?"
    r"(?P<state>grounded|idled?|parked|mothballed|laid up|unsold|vacant|unoccupied|occupied"
    r"|out of (?:service|action|use)|at risk)(?![\w-])"
)
# Five centres | are due to open |: not those that it has
_TO_DO = regex(
    r" (?:is|are) (?:now |still |also |all )?(?:due|set|scheduled|slated|on track|expected|planned)"
    r" (?P<state>to (?:open|close|launch|start|be (?:built|opened|closed|sold|launched)))(?![\w-])"
)
_NEAR = 60  # characters


def state_behind(behind: str, what: str) -> str:
    """The state in which counted things are, with a space before; "" where none is said.

    Args:
        behind: The text behind their number.
        what: The things, as they are called.
    """
    return _state(behind, what, _STATE, _REMAINS, _TO_DO)


def _state(behind: str, what: str, *patterns: re.Pattern[str]) -> str:
    last = what.rsplit(maxsplit=1)[-1].lower() if what else ""
    at = behind[:_NEAR].lower().find(last)
    if at < 0:
        return ""
    said = (pattern.match(behind, at + len(last)) for pattern in patterns)
    found = next((one for one in said if one is not None), None)
    return f" {found['state']}" if found else ""


def state_alone(site: Site, other: Figure, what: str) -> str:
    """The state of things whose number stands alone, as its own words or those before have it.

    84 aircraft on order and 312 | in service; 66,900 | where others under contract are told before.
    """
    own = _STATE.match(site.behind)
    return f" {own['state']}" if own else _state(site.text[other.end :], what, _STATE, _REMAINS)


def has_state(site: Site) -> bool:
    """Whether the words behind a number say in which state that is which it counts."""
    return _STATE.match(site.behind) is not None


_WHERE = regex(
    r"(?P<at>\b(?:in|at) )?(?:(?:the|its|their|our|his|her|an?) )?"
    r"(?P<place>(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,2}"
    r"(?: (?:mill|plant|factory|works|site|office|depot|yard|mine|shipyard|warehouse|hub|centre"
    r"|center|campus|refinery|smelter|store|brewery|foundry|dairy|laboratory))?),? where "
    rf"(?:(?:it|they|the \w+|we) (?:now |currently )?employ(?:s|ed)? )?{ABOUT}$"
)


def place_of_work(site: Site) -> str:
    """Where counted people work, with a space before: it closes Bolton, where | 185 people worked.

    Nothing where that is one of the report's names, which the draft is of.
    """
    found = _WHERE.search(site.before)
    if found is None or found["place"].lower() in site.names:
        return ""
    return f" {(found['at'] or 'at').strip()} {found['place']}"


_CAN = regex(
    r"\b(?:can|could|(?:is|are|was|were|be) able to|capable of|capacity to|designed to|will) "
    rf"(?P<verb>[a-z]+) {ABOUT}$"
)
_MAKING = regex(
    r"mak(?:e|ing)|produc(?:e|ing)|build(?:ing)?|manufactur(?:e|ing)|assembl(?:e|ing)|bak(?:e|ing)"
    r"|brew(?:ing)?|cast(?:ing)?|turn(?:ing)? out|weld(?:ing)?|generat(?:e|ing)"
)
_HOLDING = regex(
    r"hold(?:ing)?|seat(?:ing)?|carry(?:ing)?|hous(?:e|ing)|accommodat(?:e|ing)|sleep(?:ing)?"
    r"|berth(?:ing)?|stor(?:e|ing)"
)
_HANDLING = {
    "process": "processing", "handle": "handling", "treat": "treatment", "refine": "refining",
    "crush": "crushing", "recycle": "recycling", "smelt": "smelting", "mill": "milling",
    "sort": "sorting", "bottle": "bottling", "pack": "packing",
}  # fmt: skip
_NO_THINGS = frozenset({RATIO, POINTS, "time", "calendar time"})


def by_capacity(site: Site) -> Guess[str] | None:
    """What somebody can make in a time, or hold: no output, and a plant's capacity."""
    can = _CAN.search(site.before)
    if can is None or site.is_money or site.figure.dimension in _NO_THINGS:
        return None
    verb, is_ahead = can["verb"], can[0].startswith("will ")
    if site.figure.dimension == COUNT:
        what = counted_phrase(site)
    else:
        what = phrase_of(words_right(site.tokens, site.at + 2), site.names)
        what = what if site.next() == "of" else ""
    if not what or is_ahead:
        return None
    is_rate = bool(rate_behind(site)) or _A_TIME.search(site.behind) is not None
    of_one = _one_of(what)
    if (_MAKING.fullmatch(verb) and is_rate) or _HOLDING.fullmatch(verb):
        return Guess(f"{of_one} capacity")
    if is_rate and verb in _HANDLING:
        return Guess(sentence_case([f"{of_one} {_HANDLING[verb]} capacity"]))
    return None


_DELIVERY = regex(rf"\b(?:tak(?:e|es|en|ing)|took) delivery of {about_or('another')}$")


def delivered_to(site: Site, what: str) -> str:
    """Things that somebody takes delivery of: Tram deliveries; "" where nobody does."""
    return sentence_case([f"{_one_of(what)} deliveries"]) if _DELIVERY.search(site.before) else ""


_A_TIME = regex(
    r"^[\w\s-]{0,40}? (?:per|a|an|each|every) (?:day|hour|week|month|year|minute|shift)\b"
)


def _one_of(what: str) -> str:
    """Things as one of them, as they stand before another noun: cabinets, | cabinet | capacity."""
    if what.endswith(("ss", "us")) or not what.endswith("s"):
        return what
    ending = next((plural for plural in _PLURALS if what.lower().endswith(plural)), "s")
    return f"{what[: -len(ending)]}{_PLURALS.get(ending, '')}"


_PLURALS = {
    "ies": "y", "buses": "bus", "ches": "ch", "shes": "sh", "sses": "ss", "xes": "x",
    "oaves": "oaf", "elves": "elf", "alves": "alf", "nives": "nife",
}  # fmt: skip
