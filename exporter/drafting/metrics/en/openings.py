"""Figures that the opening of their clause names, however much stands between.

Sales of boats, our largest line, rose | 5%; hulls were the weak spot: sales fell | 3%; revenue was
little changed at | $388 million; tariffs on steel cost it | $6 million.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import FLOWS, METRICS, MOVED, SMALL_WORD
from exporter.drafting.model import Guess
from exporter.drafting.tables.measures import names_measure
from exporter.engine.regex import regex
from exporter.facts.units import COUNT


def by_opening(site: Site) -> Guess[str] | None:
    """The name that the opening of its clause gives a figure."""
    name = _before_aside(site) or _before_colon(site) or _little_changed(site)
    if not name and site.is_money:
        name = _stated_after(site) or _cost(site) or _cash_generated(site) or _over_an_aside(site)
    elif not name and site.is_share:
        name = _of_who_fared(site) or _inflation(site) or _of_rate(site) or _declined_by(site)
    name = name or _expected_per_share(site)
    return Guess(name) if name else None


# Restaurants and cafés, which bring in a third of sales, held up better, with takings up | 5%
_FARED = regex(
    r"^(?:But |And |The |By contrast, )*"
    r"(?P<who>[A-Za-z][\w’'-]*(?: (?:and )?[a-z][\w’'-]*){0,3}),?"
    r" (?:which [^;.]*?, )?(?:held up|fared|did|performed|traded|proved)"
    r" [^,;.0-9]*, (?:with|as|and) (?:its |their )?"
    r"(?P<what>(?:like-for-like |underlying |same-store )?"
    r"(?:sales|takings|revenues?|turnover|orders|volumes|bookings|output))"
    rf" (?:were |was )?(?:up|down|rising|falling|growing|rose|fell|grew)(?: by)? {ABOUT}$"
)


def _of_who_fared(site: Site) -> str:
    """The growth of a part's trade, whose faring its sentence begins with."""
    found = _FARED.match(site.before)
    if found is None or found["who"].lower() in site.names or _PRONOUN.match(found["who"]):
        return ""
    who = lowered(sentence_case([found["who"]]), site.text)
    is_measure = who.split()[-1] in METRICS
    what = sentence_case([f"{found['what']} of {who}"])
    return "" if is_measure else name_of_change(what, site)


_PRONOUN = regex(
    r"(?:[Ii]t|[Tt]hey|[Tt]his|[Tt]hat|[Ww]e|[Hh]e|[Ss]he)$"
    r"|(?:.* )?(?:[Tt]rading|[Bb]usiness|[Gg]rowth|[Dd]emand|year|quarter|half|month"
    r"|company|group|firm|chain|market|picture|weather|[A-Z][a-z]*[a-rt-z])$"
)
_DID = rf"(?:{MOVED}|were|was|came in)"
# Sales of boats, our largest line, rose | 5% | to | £168m
_WITH_ASIDE = regex(
    rf"(?:^|[.;] )(?P<what>(?:[A-Z][\w-]+ )?(?i:{FLOWS}) (?:of|from) [a-z][^,;.:0-9]{{1,60}}),"
    r" (?:our|its|their|the (?:group|company|firm)[’']s|the) [a-z][^,;.:0-9]{1,50},"
    rf" {_DID} (?:by )?(?P<to>[^,;]*(?:%|per ?cent) to )?{ABOUT}$"
)


def _before_aside(site: Site) -> str:
    found = _WITH_ASIDE.search(site.before)
    if found is None or not (site.is_share or site.is_money):
        return ""
    name = sentence_case([found["what"]])
    return name_of_change(name, site) if site.is_share else name


# Prearranged sales, which are recorded as a backlog until they are delivered, now stand at | $2.9bn
_ASIDE = regex(
    rf"^(?P<what>[A-Z][a-z-]+(?: {SMALL_WORD}){{0,2}}), "
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


_ROLE = (
    r"(?:[\w-]+ )?(?:spot|part|performer|point|exception|laggard|disappointment|standout|category"
    r"|drag|highlight)"
)
# Garden hoses were the weak spot: sales fell | 2.6%
_SPOT = regex(
    r"(?:^|[.;] )(?:The |Our |Its )?(?P<what>[A-Za-z][\w&’'-]*(?: [a-z&][\w&’'-]*){0,3}?)"
    rf" (?:was|were|remained|proved|is|are)(?: once)?(?: again| also)? (?:the|an?|our|its)"
    rf" {_ROLE}"
    rf"(?: of the (?:quarter|half|year|group|portfolio))?: (?P<flow>{FLOWS}) {_DID} (?:by )?"
    rf"(?P<to>[^,;:]*(?:%|per ?cent) to )?{ABOUT}$"
)
_NOTHING = regex(
    r"(?:it|this|that|they|there|quarter|half|year|month|week|business|group|company|result"
    r"|results|trading|performance|one)$",
    re.IGNORECASE,
)


def _before_colon(site: Site) -> str:
    found = _SPOT.search(site.before)
    if found is None or _NOTHING.search(found["what"]) or site.is_counted:
        return ""
    name = sentence_case([f"{lowered(found['what'], site.text)} {found['flow']}"])
    if found["what"].lower() in site.names:
        name = sentence_case([found["flow"]])
    return name_of_change(name, site) if site.is_share else name


# Revenue was little changed at | $388 million
_LITTLE = regex(
    r"(?:^|[,;] (?:and |but |while )?)(?:The |Its )?"
    rf"(?P<what>[A-Za-z][\w-]*(?: {SMALL_WORD}){{0,3}}?)"
    r" (?:was|were|is|are) (?:very |only )?(?:little|barely|hardly|scarcely) changed"
    rf"(?:(?: [a-z-]+){{0,6}})? at (?:an? )?{ABOUT}[^\w\s]?$"
)
_UP_BY = regex(rf", (?:up|down)(?: by)?(?: just| only)? {ABOUT}$")


def _little_changed(site: Site) -> str:
    """What was little changed at a level; how far it moved that stands right behind."""
    found = _LITTLE.search(site.before)
    if found is not None and names_measure(found["what"]):
        return sentence_case([found["what"]])
    last = site.last if site.is_share else None
    if last is None or not _UP_BY.fullmatch(site.since(last)):
        return ""
    found = _LITTLE.search(site.text[: last.start])
    is_named = found is not None and names_measure(found["what"])
    return name_of_change(sentence_case([found["what"]]), site) if found and is_named else ""


# Profit before tax is stated after exceptional items of | £2.2m
_STATED_AFTER = regex(
    r"\b(?:is|are|was|were|been)(?: stated| reported| shown| struck)? after"
    r"(?: (?:charging|deducting|crediting|including))? (?P<what>(?:[a-z-]+ ){0,3}?"
    rf"(?:items|costs|charges|gains|losses|expenses|adjustments|impairments?)) of {ABOUT}$"
)


def _stated_after(site: Site) -> str:
    found = _STATED_AFTER.search(site.before)
    return sentence_case([found["what"]]) if found else ""


# It estimated that tariffs on imported parts cost it | $6 million
_COST = regex(
    r"(?:^|, |; |\b(?:that|said|says|and|but|as|estimated|because) )(?:[Tt]he )?"
    r"(?P<what>(?!(?:that|[Ii]t|[Tt]hey|[Ss]?[Hh]e|[Ww]e|[Tt]his|which|what|who|the|said|says"
    r"|and) )[A-Za-z]"
    r"[\w’'-]*(?: (?!(?:that|which|it|they|he|she|we|said|says|and)\b)[a-z][\w’'-]*){0,5}?)"
    r" (?:(?:had|has|have|would|will|could|may|might) )?(?:cost|costs)"
    rf" (?:it|us|them|the (?:company|group|firm|bank|airline|retailer|maker)) {ABOUT}$"
)
_JOINED = regex(r"^(?:But|And|Yet|So|Still) ")
_ALSO_VERB = regex(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_IS_A_COST = regex(r"\b(?:claims|charges|fees|costs|expenses|fines?|repairs|write-?downs)\b")


def _cost(site: Site) -> str:
    """What cost somebody a sum, whole: cost is the verb of it."""
    found = _COST.search(site.before)
    if found is None or _ALSO_VERB.search(found["what"]) or _IS_A_COST.search(found["what"]):
        return ""
    what = lowered(_JOINED.sub("", found["what"]), site.text)
    return f"Cost of {what}"


# Cash generated from operations was | £33.8m
_CASH = regex(
    r"\b(?P<what>(?:net )?cash (?:generated|provided) (?:from|by) operations)"
    rf" (?:was|were|of|came to|totall?ed|amounted to) {ABOUT}[^\w\s]?$",
    re.IGNORECASE,
)


def _cash_generated(site: Site) -> str:
    found = _CASH.search(site.before)
    return sentence_case([found["what"].lower()]) if found else ""


# Inflation on its £1.7bn cost base would run at about | 4%
_INFLATION = regex(
    r"\binflation (?:on|in|of|across) (?:its|our|their|the (?:group|company)[’']s)"
    r" (?:[^,;a-z]*[0-9][^ ,;]*(?: (?:million|billion))? )?"
    r"(?:(?P<cost>costs?(?: base)?|supply chain)|(?P<wage>wages?(?: bill)?|pay bill|payroll))\b"
    rf"[^,;0-9]*{ABOUT}$",
    re.IGNORECASE,
)


def _inflation(site: Site) -> str:
    """The inflation of somebody's costs, which is not the country's."""
    found = _INFLATION.search(site.before)
    if found is None:
        return ""
    return "Cost inflation" if found["cost"] else "Wage inflation"


# A 1.2 per cent | fall in UK revenue per available room
_OF_RATE = regex(
    r" (?:fall|rise|increase|decline|drop|jump|decrease|improvement|reduction|dip|gain) in"
    r" (?:the |its |their )?(?P<what>(?:[\w-]+ ){0,3}(?:revenues?|sales|profits?|income|earnings"
    r"|output|spending|production|turnover) per (?:[a-z]+ ){0,2}?[a-z]+)"
    r"(?=[,.;]|$| (?:in|for|at|to|as|and|on|from|during|last|over)\b)"
)
_SPAN = regex(r" per (?:day|week|month|quarter|year)$")


def _of_rate(site: Site) -> str:
    """The change of what is told per something, with what it is per."""
    found = _OF_RATE.match(site.behind)
    if found is None or _SPAN.search(found["what"]):
        return ""
    return name_of_change(sentence_case([found["what"]]), site)


# Handled 31,200 parcels in the quarter, | a decline of | 2.1%
_A_DECLINE = regex(
    rf"[^.;:%]*, an? (?:\w+ )?(?:decline|drop|fall|decrease|rise|increase|gain|jump) of {ABOUT}$"
)
_NOTHING_BEHIND = regex(r"(?:[.;,]|$| (?:from|on|over|year|compared)\b)")
_VERB = regex(r"(?:handled|served|carried|treated|processed|delivered|shipped|sold|moved) ")


def _declined_by(site: Site) -> str:
    """How far a number moved that was told before what followed it: when, where."""
    others = (one for one in reversed(site.figures[: site.number]) if "time" not in one.dimension)
    last = next(others, None)
    if last is None or last.dimension != COUNT or not _NOTHING_BEHIND.match(site.behind):
        return ""
    gap = site.since(last)
    before = site.text[: last.start].rstrip()
    if not _A_DECLINE.fullmatch(gap) or not _VERB.search(f"{before.rsplit(' ', 1)[-1]} "):
        return ""
    name = sure_of(site, last)
    return name_of_change(name, site) if name else ""


# Analysts had expected | 88 cents a share | on revenue of $355 million
_EXPECTED = regex(
    r"^\W*(?:The )?(?:[Aa]nalysts|[Bb]rokers|Wall Street|The Street|[Cc]onsensus)"
    r"(?:,? on average,?)? (?:had|have|was|were)(?: been)? (?:expect\w+|forecast\w*"
    rf"|predict\w+|looking for|for) {ABOUT}[^\w\s]?$"
)
_ON_REVENUE = regex(r"(?: (?:a|per) share)?,? on (?:revenues?|sales) of ")


def _expected_per_share(site: Site) -> str:
    """Earnings per share: what analysts expect on so much revenue."""
    is_share = site.is_money and (site.figure.per or "/" in site.figure.dimension)
    is_eps = is_share and _EXPECTED.search(site.before) and _ON_REVENUE.match(site.behind)
    return "Earnings per share" if is_eps else ""
