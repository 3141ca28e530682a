"""Figures named by words farther off: over a turn or an aside, in the sentence before.

Revenue was little changed at | $388 million, up | 0.6%; handled 31,200 parcels, a decline of |
2.1%; the hire business did better. Sales there rose | 5%; to bring that ratio below | 3.5.
"""

import re

from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_earlier, of_other
from exporter.drafting.metrics.en.words import ABOUT
from exporter.drafting.model import Guess
from exporter.drafting.tables.measures import names_measure
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures
from exporter.facts.units import MULTIPLE


def by_words_farther_off(site: Site) -> Guess[str] | None:
    """The name of a figure whose metric is said in such a turn."""
    name = _little_changed(site) or _there(site) or _ratio_before(site)
    if not name and site.is_share:
        name = _declined_by(site)
    elif not name and site.is_money:
        name = _cash_generated(site) or _over_an_aside(site)
    name = name or _length(site)
    return Guess(name) if name else None


_SMALL = r"[a-z][a-z-]*"
# Revenue was little changed at | $388 million
_LITTLE = regex(
    rf"(?:^|[,;] (?:and |but |while )?)(?:The |Its )?(?P<what>[A-Za-z][\w-]*(?: {_SMALL}){{0,3}}?)"
    r" (?:was|were|is|are) (?:very |only )?(?:little|barely|hardly|scarcely) changed"
    rf"(?:(?: [a-z-]+){{0,6}})? at (?:an? )?{ABOUT}[^\w\s]?$"
)
_UP_BY = regex(rf", (?:up|down)(?: by)?(?: just| only)? {ABOUT}$")


def _little_changed(site: Site) -> str:
    """What was little changed at a level; how far it moved that stands right behind."""
    found = _LITTLE.search(site.before)
    if found is not None and names_measure(found["what"]):
        return sentence_case([found["what"]])
    last = site.figures[site.number - 1] if site.number and site.is_share else None
    if last is None or not _UP_BY.fullmatch(site.text[last.end : site.tokens[site.at].start]):
        return ""
    found = _LITTLE.search(site.text[: last.start])
    is_named = found is not None and names_measure(found["what"])
    return name_of_change(sentence_case([found["what"]]), site) if found and is_named else ""


# Handled 31,200 parcels in the quarter, | a decline of | 2.1%
_A_DECLINE = regex(
    r"[^.;:%]*, an? (?:\w+ )?(?:decline|drop|fall|decrease|rise|increase|gain|jump) of"
    rf" {ABOUT}$"
)
_NOTHING_BEHIND = regex(r"(?:[.;,]|$| (?:from|on|over|year|compared)\b)")
_VERB = regex(r"(?:handled|served|carried|treated|processed|delivered|shipped|sold|moved) ")


def _declined_by(site: Site) -> str:
    """How far a number moved that was told before what followed it: when, where."""
    others = (one for one in reversed(site.figures[: site.number]) if "time" not in one.dimension)
    last = next(others, None)
    if last is None or last.dimension != "count" or not _NOTHING_BEHIND.match(site.behind):
        return ""
    gap = site.text[last.end : site.tokens[site.at].start]
    before = site.text[: last.start].rstrip()
    if not _A_DECLINE.fullmatch(gap) or not _VERB.search(f"{before.rsplit(' ', 1)[-1]} "):
        return ""
    guess = of_other(site, last)
    return "" if guess.doubt else name_of_change(guess.value, site)


_FLOWS = r"(?:[Ss]ales|[Rr]evenues?|[Tt]urnover|[Oo]rders|[Pp]rofits?|[Vv]olumes)"
_MOVED = (
    r"(?:fell|rose|grew|dropped|climbed|slipped|jumped|declined|increased|slid|dipped|gained"
    r"|were|was)"
)
# Sales there climbed | 5.3% | to | $127 million
_FLOW_THERE = regex(
    rf"^(?P<flow>{_FLOWS}) there {_MOVED}(?: by)? (?:[^,;]*(?:%|per ?cent) to )?{ABOUT}[^\w\s]?$"
)
_PART = regex(
    rf"^The (?P<what>(?!same |whole |rest |core )[A-Za-z][\w&-]*(?: {_SMALL}){{0,2}}?)"
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


# It wants to bring that ratio below | 3.5
_THAT_RATIO = regex(
    r"\b(?:bring|cut|reduce|lower|get|push|keep|hold|take) (?:that|this) (?:ratio|multiple)"
    rf"(?: back)?(?: down)? (?:to|below|under|within|towards|at) {ABOUT}$"
)


def _ratio_before(site: Site) -> str:
    """The ratio that the sentence before tells, where it tells one."""
    if site.is_money or not site.earlier or not _THAT_RATIO.search(site.before):
        return ""
    figures = read_figures(site.earlier)
    ratios = [one for one in figures if one.dimension == MULTIPLE]
    if len(ratios) != 1:
        return ""
    guess = of_earlier(site, ratios[0], figures)
    return "" if guess.doubt else guess.value


# Cash generated from operations was | £33.8m
_CASH = regex(
    r"\b(?P<what>(?:net )?cash (?:generated|provided) (?:from|by) operations)"
    rf" (?:was|were|of|came to|totall?ed|amounted to) {ABOUT}[^\w\s]?$",
    re.IGNORECASE,
)


def _cash_generated(site: Site) -> str:
    found = _CASH.search(site.before)
    return sentence_case([found["what"].lower()]) if found else ""


# Prearranged sales, which are recorded as a backlog until they are delivered, now stand at | $2.9bn
_ASIDE = regex(
    rf"^(?P<what>[A-Z][a-z-]+(?: {_SMALL}){{0,2}}), "
    r"(?P<aside>(?:which|recorded|held|booked|counted)[^,;.0-9]*),"
    r" (?:now |currently )?(?:stand|stands|stood|amount|amounts|amounted) (?:at|to)"
    rf" {ABOUT}[^\w\s]?$"
)
_AS_A = regex(r"\b(?:recorded|booked|carried|counted|held) as (?:an? )?(backlog|deposits?|debt)\b")


def _over_an_aside(site: Site) -> str:
    """What stands at a sum, over an aside that may say what it is held as."""
    found = _ASIDE.search(site.before)
    if found is None or not names_measure(found["what"]):
        return ""
    held = _AS_A.search(found["aside"])
    return f"{found['what']} {held[1]}" if held else found["what"]


# The average new contract runs for | 4.2 years
_RUNS = regex(
    rf"\b[Tt]he average (?P<what>(?:{_SMALL} ){{0,2}}?(?:contract|lease|agreement|loan|tenancy|stay"
    rf"|subscription|policy)) (?:now )?(?:runs?|lasts?|ran|lasted)(?: for)? {ABOUT}$"
)


def _length(site: Site) -> str:
    """How long the average one of a kind runs."""
    found = _RUNS.search(site.before) if "time" in site.figure.dimension else None
    if found is None:
        return ""
    what = found["what"]
    many = f"{what[:-1]}ies" if what.endswith("cy") else f"{what}s"
    return f"Average length of {many}"
