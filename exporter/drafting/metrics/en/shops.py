"""What chains say of sales at shops open for a year, and of those that they plan to open."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import MOVED
from exporter.engine.regex import regex

_KINDS = "shops|stores|restaurants|cafes|cafés|outlets|branches|clinics|pubs|hotels|gyms|sites"
# Sales at shops open at least a year increased | 5.4%
_OPEN_A_YEAR = regex(
    rf"\b[Ss]ales (?:at|in|from) (?:{_KINDS}) (?:that (?:have|had) been |which (?:have|had) been )?"
    r"open(?: for)? (?:at least|more than|over|longer than) (?:a|one) year,?"
    rf" {MOVED}(?: by)? {ABOUT}$"
)
# The company opened 38 shops in the quarter and plans to open | 160 | next year
_TO_OPEN = regex(
    rf"\bopened (?:[0-9,]+|[a-z-]+) (?:new )?(?P<kind>{_KINDS})\b[^.;]*"
    rf"\b(?:plans?|expects?|intends?|aims?) to open {ABOUT}$"
)
# Has opened nine clubs so far and plans a further | 16 | before Christmas
_PLANNED = regex(
    rf"\b(?:opened|added|built|launched) (?:[0-9,]+|[a-z-]+) (?:new )?(?P<kind>[a-z]+s)\b[^.;]*"
    r"\b(?:plans?|planned|intends?|expects?|aims?|wants?|hopes?|is planning|is due|will|would)"
    rf" (?:to )?(?:(?P<verb>open|add|build|launch) )?(?:another|a further|an additional) {ABOUT}$"
)
_NO_NOUN = regex(
    r"(?: (?:more|others))?(?:[,.;]|$"
    r"| (?:next|this|in|by|over|during|before|at|later|ahead|on|and)\b)"
)


def change_of_old_shops(site: Site) -> str:
    """The name of a change in sales at shops that are open for a year; "" for another."""
    is_one = _OPEN_A_YEAR.search(site.before) is not None
    return name_of_change("Same-store sales", site) if is_one else ""


def shops_to_open(site: Site) -> str:
    """What is to be opened, named as those that were; "" where another noun stands behind."""
    if not _NO_NOUN.match(site.behind):
        return ""
    if planned := _PLANNED.search(site.before):
        return f"{planned['kind'].capitalize()} to {planned['verb'] or 'open'}"
    found = _TO_OPEN.search(site.before)
    return f"{found['kind'].capitalize()} opened" if found else ""
