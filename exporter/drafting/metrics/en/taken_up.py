"""Figures that take up what the sentence, or the figure, before tells of.

That was down from | 4,700 units; to bring that ratio below | 3.5; the hire business did better.
Sales there rose | 5%; 4,100 units, worth | $610 million; has 68 hotels and aims to have | 100.
It opened nine clubs. Each cost | £1.4m | to fit out.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, only_of_earlier, sure_of
from exporter.drafting.metrics.en.words import FLOWS, MOVED
from exporter.drafting.model import Guess
from exporter.drafting.periods.stocks import Measure, named_measure
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import noun_phrase
from exporter.evidence.reading import read_figures
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import COUNT, MULTIPLE


def by_what_is_taken_up(site: Site) -> Guess[str] | None:
    """The name of a figure that goes on with what was told before it."""
    name = _that_was(site) or _that_ratio(site) or _there(site) or _of_each(site)
    if not name and site.is_money:
        name = _contributed(site) or _worth(site)
    elif not name and site.is_counted:
        name = _aimed_at(site)
    return Guess(name) if name else None


# That was down from | 4,700 units | a year before
_THAT_WAS = regex(
    r"^(?:That|This|It) (?:(?:was|is|were) )?(?:(?:down|up|lower|higher|more|less|fewer) )?"
    rf"(?:compare[sd] with|compare[sd] to|from|than|against) {ABOUT}$"
)


def _that_was(site: Site) -> str:
    """The level that a pronoun takes up."""
    if site.is_share or not _THAT_WAS.search(site.before):
        return ""
    return only_of_earlier(site, lambda one: one.dimension == site.figure.dimension)


# It wants to bring that ratio below | 3.5
_THAT_RATIO = regex(
    r"\b(?:bring|cut|reduce|lower|get|push|keep|hold|take) (?:that|this) (?:ratio|multiple)"
    rf"(?: back)?(?: down)? (?:to|below|under|within|towards|at) {ABOUT}$"
)


def _that_ratio(site: Site) -> str:
    if site.is_money or not _THAT_RATIO.search(site.before):
        return ""
    return only_of_earlier(site, lambda one: one.dimension == MULTIPLE)


# The chain has opened nine clubs. Each costs about | £1.4m | to fit out
_EACH = regex(
    r"^(?:Each|Every one|Each one)(?: of (?:them|these|those|which))?(?: new (?:one|[a-z]+))?,?"
    r" (?:(?:typically|usually|now|will|would|can|could|should|is expected to|on average,?) )*"
    r"(?P<verb>costs?|takes?|employs?|brings? in|generates?|makes?|earns?|turns? over|has|have)"
    rf" (?:an average of )?{ABOUT}\W?$"
)
_TO_DO = regex(r"(?: a (?:year|month|week|day))? to (?P<do>[a-z]+(?: out| up)?)\b")
_OF_FLOW = regex(
    r"(?: a (?:year|month|week))? (?:of|in) (?:annual |yearly )?"
    rf"(?P<flow>{FLOWS}|[a-z]+ profits?)\b"
)
_PEOPLE = regex(r" (?:people|staff|workers|employees)\b")
_DOING = {
    "fit out": "fit-out", "build": "building", "open": "opening", "run": "running",
    "make": "production", "produce": "production", "convert": "conversion", "train": "training",
    "refurbish": "refurbishment", "set up": "set-up", "operate": "running", "buy": "purchase",
    "install": "installation", "equip": "equipment", "staff": "staff", "maintain": "maintenance",
}  # fmt: skip


def _of_each(site: Site) -> str:
    """What each of those costs, earns or employs that the sentence before counts."""
    found = _EACH.search(site.before)
    if found is None:
        return ""
    name = _per_piece(site, found["verb"])
    counted = things_counted(read_figures(site.earlier))
    things = [words[-1] for words in counted if is_counted_word(words[-1])]
    if not name or not things or not things[-1].endswith("s"):
        return ""
    return sentence_case([f"{name} per {one_of(things[-1])}"])


def _per_piece(site: Site, verb: str) -> str:
    """What is told of each piece, by its verb and what stands behind the figure."""
    if site.is_money and verb.startswith("cost"):
        todo = _TO_DO.match(site.behind)
        doing = _DOING.get(todo["do"], "") if todo else ""
        return "" if todo and not doing else f"{doing} cost".strip()
    if site.is_money and (flow := _OF_FLOW.match(site.behind)):
        return flow["flow"]
    if not site.is_counted or not verb.startswith(("employ", "ha")):
        return ""
    held = noun_phrase(site.figure.noun)
    return "employees" if _PEOPLE.match(site.behind) else " ".join(held)


# Sales there climbed | 5.3% | to | $127 million
_FLOW_THERE = regex(
    rf"^(?P<flow>(?i:{FLOWS})) there (?:{MOVED}|were|was)(?: by)?"
    rf" (?:[^,;]*(?:%|per ?cent) to )?{ABOUT}[^\w\s]?$"
)
_PART = regex(
    r"^The (?P<what>(?!same |whole |rest |core )[A-Za-z][\w&-]*(?: [a-z][a-z-]*){0,2}?)"
    r" (?:business|division|unit|arm|segment|operation)"
    r" (?:was|is|remained|had|did|fared|held|proved|saw|enjoyed|continued)\b"
)


def _there(site: Site) -> str:
    """The sales of the part of a company that the sentence before is about."""
    flow = _FLOW_THERE.search(site.before)
    part = _PART.match(site.earlier) if flow is not None else None
    if flow is None or part is None or site.is_counted:
        return ""
    what = lowered(part["what"], site.earlier)
    is_known = {what.lower(), f"{what.lower()} business"} & {*site.names}
    name = sentence_case([flow["flow"].lower() if is_known else f"{what} {flow['flow'].lower()}"])
    return name_of_change(name, site) if site.is_share else name


# Revenue rose 5% to £412m. Restaurants and cafes contributed | £117.3m
_CONTRIBUTED = regex(
    r"^(?:The )?(?P<what>[A-Z][\w&’'-]*(?: [a-z&][\w&’'-]*){0,4}?)"
    rf" (?:contributed|brought in|added|generated) {ABOUT}$"
)
# Net sales rose 6%. Pricing contributed | $9 million
_MOVES_SALES = regex(
    r"\b(?:pric(?:es?|ing)|price (?:rises|increases)|volumes?|mix|acquisitions?|disposals?|currency"
    r"|currencies|exchange rates?|fx|inflation|weather|surcharges|tariffs)$",
    re.IGNORECASE,
)
_LEFT_ALONE = regex(r"(?:[,.;]|$)")
_TURNOVER = regex(r"\b(sales|revenues?|turnover)\b", re.IGNORECASE)
_OPENS = regex(r"^(?:The|This|That|It|They|We|These|Those|He|She)\b")


def _contributed(site: Site) -> str:
    """The sales of what contributed a sum, where the sentence before tells of sales."""
    found = _CONTRIBUTED.search(site.before)
    if found is None or not _LEFT_ALONE.match(site.behind) or _OPENS.search(found["what"]):
        return ""
    before = next(iter(levels_before(site)), "")
    told = _TURNOVER.search(before)
    if told is None or found["what"].lower() in site.names:
        return ""
    if _MOVES_SALES.search(found["what"]):
        return (
            f"Contribution of {lowered(found['what'], site.text)} to {lowered(before, site.text)}"
        )
    return f"{found['what']} {told[1].lower()}"


# The order backlog stood at 4,100 units at the end of May, worth about | $610 million
_WORTH = regex(rf",? (?:worth|valued at) {ABOUT}$")


def _worth(site: Site) -> str:
    """What a stock is worth that was counted before."""
    before = site.last
    if before is None or before.dimension != COUNT or not _WORTH.search(site.before):
        return ""
    name = "" if re.search("[;:.]", site.since(before)) else sure_of(site, before)
    return f"{name} value" if named_measure(name, "en") is Measure.STOCK else ""


# It has 68 hotels in the country and aims to have | 100 | by 2030; Shaw wants to get to | 100
_AIMING = r"(?:it|he|she|they|the [a-z]+|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
_AIMED = regex(
    r"\b(?:has|have|had|operates?|runs?|owns?|ran|operated|owned)\b"
    rf"[^;.]*?(?:,? (?:and|but)|; ?(?:and|but)?) ?(?:{_AIMING} )?(?:now |also )?"
    r"(?:aims|plans|wants|hopes|intends|expects|thinks it can|believes it can)"
    rf"(?: to)? (?:have|reach|operate|run|own|get to|hit) {ABOUT}$"
)
_BY_THEN = regex(r"(?:[,.;]|$| (?:by|in|within|at|before|over)\b)")


def _aimed_at(site: Site) -> str:
    """What is aimed at of what is counted before it."""
    before = site.last
    is_aim = _AIMED.search(site.before) and _BY_THEN.match(site.behind)
    if before is None or not is_aim or before.dimension != site.figure.dimension:
        return ""
    name = sure_of(site, before)
    return f"{name}, target" if name else ""
