"""Times of day, which measure nothing: the 11.30 to Larne, begins at 14.00, at half past twelve."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_TIME = regex(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_THE = regex(
    r"\b(?:the|an?|this morning[’']s|last night[’']s|\w+day[’']s) (?:early |late )?$", re.IGNORECASE
)
# The 7.45 from Leeds, the 6.15 ferry
_CALLED = regex(
    r" (?:to|from|for|out of) [A-Z]| (?:[a-z]+ )?(?:trains?|ferry|ferries|boat|bus|coach|flight"
    r"|sailing|service|departure|crossing|show|performance|kick-?off|start|race|bulletin|news)\b"
)
# Doors open at 17.30; not: shares closed at 16.40
_HAPPENS = regex(
    r"\b(?:calls?|conference|webcast|webinar|meetings?|presentation|briefing|doors?|gates?"
    r"|(?:re)?opens?|opened|begins?|began|starts?|started|ends?|finish(?:es|ed)?|hosts?|hosted|held"
    r"|takes? place|took place|leaves?|left|departs?|departed|sails?|sailed|arrives?|arrived"
    r"|docks?|docked|published?|released|issued|announced|due)\b[^.;]{0,60}"
    r"\b(?:at|from|by|until) $",
    re.IGNORECASE,
)
_OPENS = regex(r"^(?:[“\"]?)(?:At|By|From|Around|Shortly (?:before|after)) $")
_NO_LEVEL = regex(
    r",? (?:on|this|tomorrow|today|sharp|the|in the (?:morning|evening|afternoon))\b|[.,;]|$"
)
_QUOTED = regex(
    r"\b(?:shares?|stock|index|yield|price|pound|euro|dollar|trading|rate)s?\b", re.IGNORECASE
)


# At a quarter past | twelve
_PAST = regex(
    r"\b(?:(?:a )?quarter (?:past|to)|half past"
    r"|(?:five|ten|twenty|twenty-five)(?: minutes)? past) $",
    re.IGNORECASE,
)
_HOURS = 12


def is_time_of_day(figure: Figure, before: str, behind: str) -> bool:
    """Whether a number is a time of day, with two decimals or behind the words for its minutes.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if figure.dimension == COUNT and figure.value <= _HOURS and _PAST.search(before):
        return True
    if figure.dimension != COUNT or _TIME.fullmatch(figure.text) is None:
        return False
    if _THE.search(before):
        return _CALLED.match(behind) is not None
    if _QUOTED.search(before) or _NO_LEVEL.match(behind) is None:
        return False
    return _OPENS.search(before) is not None or _HAPPENS.search(before) is not None
