"""Sums that were planned before others: cut planned spending to £15m from | £21m |.

They are of the same time as those planned now, and no level of a year before.
"""

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

_VERB = (
    r"(?:rais|lift|cut|lower|increas|reduc|trim|upgrad|hik|boost|bump|slash|nudg|scal|par|halv|doubl"
    r"|upp)\w*(?: (?:back|down|up))?"
)
_PLANNED = r"(?:planned|budgeted|scheduled|projected|intended|targeted|envisaged)"
_THING = r"(?:[a-z][\w-]*(?: (?!to\b|from\b)[a-z0-9][\w-]*){0,6}?)"
_SUM = r"(?:[A-Z]{0,3}\W?[0-9][0-9.,]*(?: ?(?:[a-z]+|%)){0,3}?)"
_HEAD = (
    rf"\b(?:{_VERB} (?:(?:its|the|their|our|his|her|(?:this|next) year['’]s) )?"
    rf"{_PLANNED} {_THING}"
    rf"|[Pp]lanned {_THING} (?:was|were|has been|have been|is|are) (?:\w+ly )?{_VERB})"
)
# Cut planned outlays to £15m |from| £21m
_TO_FROM = regex(rf"{_HEAD} to {ABOUT}{_SUM},? (?:down |up )?from {ABOUT}[A-Z]{{0,3}}\W?$")
# Cut planned outlays |from| £21m to £15m
_FROM = regex(rf"{_HEAD} from {ABOUT}[A-Z]{{0,3}}\W?$")
_TO = regex(rf" to {ABOUT}[A-Z]{{0,3}}\W?[0-9]")
_NOW = regex(rf"{_HEAD}(?: from {ABOUT}{_SUM})? to {ABOUT}[A-Z]{{0,3}}\W?$")


def is_planned_before(text: str, start: int, end: int) -> bool:
    """Whether an English figure is a sum that was planned until another was."""
    head = text[:start]
    if _TO_FROM.search(head) is not None:
        return True
    return _FROM.search(head) is not None and _TO.match(text, end) is not None


def is_planned_anew(text: str, start: int) -> bool:
    """Whether an English figure is a sum that is planned in place of another."""
    return _NOW.search(text[:start]) is not None
