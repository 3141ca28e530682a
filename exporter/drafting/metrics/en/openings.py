"""Figures that the opening of their clause names, however much stands between.

Sales of boats, our largest line, rose | 5%; hulls were the weak spot: sales fell | 3%; revenue was
little changed at | $388 million; tariffs on steel cost it | $6 million.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.wordings import (
    ANY,
    COUNTED,
    MONEY,
    SHARE,
    Found,
    Naming,
    either,
    money,
    other_than,
    rule_of,
    share,
    wording,
)
from exporter.drafting.metrics.en.words import FLOWS, METRICS, MOVED, SMALL_WORD
from exporter.drafting.tables.measures import names_measure
from exporter.engine.regex import regex
from exporter.facts.units import COUNT


def _of_who_fared(found: Found) -> str:
    """The growth of a part's trade, whose faring its sentence begins with."""
    site = found.site
    if found["who"].lower() in site.names or _PRONOUN.match(found["who"]):
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


def _before_aside(found: Found) -> str:
    name = sentence_case([found["what"]])
    return name_of_change(name, found.site) if found.site.is_share else name


_AS_A = regex(r"\b(?:recorded|booked|carried|counted|held) as (?:an? )?(backlog|deposits?|debt)\b")


def _over_an_aside(found: Found) -> str:
    """What stands at a sum, over an aside that may say what it is held as."""
    if not names_measure(found["what"]):
        return ""
    held = _AS_A.search(found["aside"])
    return f"{found['what']} {held[1]}" if held else found["what"]


_ROLE = (
    r"(?:[\w-]+ )?(?:spot|part|performer|point|exception|laggard|disappointment|standout|category"
    r"|drag|highlight)"
)
_NOTHING = regex(
    r"(?:it|this|that|they|there|quarter|half|year|month|week|business|group|company|result"
    r"|results|trading|performance|one)$",
    re.IGNORECASE,
)


def _before_colon(found: Found) -> str:
    site = found.site
    if _NOTHING.search(found["what"]):
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


_JOINED = regex(r"^(?:But|And|Yet|So|Still) ")
_ALSO_VERB = regex(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_IS_A_COST = regex(r"\b(?:claims|charges|fees|costs|expenses|fines?|repairs|write-?downs)\b")


def _cost(found: Found) -> str:
    """What cost somebody a sum, whole: cost is the verb of it."""
    if _ALSO_VERB.search(found["what"]) or _IS_A_COST.search(found["what"]):
        return ""
    return f"Cost of {lowered(_JOINED.sub('', found['what']), found.site.text)}"


_SPAN = regex(r" per (?:day|week|month|quarter|year)$")


def _of_rate(found: Found) -> str:
    """The change of what is told per something, with what it is per."""
    name = sentence_case([found["what"]])
    return "" if _SPAN.search(found["what"]) else name_of_change(name, found.site)


# Handled 31,200 parcels in the quarter, | a decline of | 2.1%
_A_DECLINE = regex(
    rf"[^.;:%]*, an? (?:\w+ )?(?:decline|drop|fall|decrease|rise|increase|gain|jump) of {ABOUT}$"
)
_VERB = regex(r"(?:handled|served|carried|treated|processed|delivered|shipped|sold|moved) ")


def _declined_by(found: Found) -> str:
    """How far a number moved that was told before what followed it: when, where."""
    site = found.site
    others = (one for one in reversed(site.figures[: site.number]) if "time" not in one.dimension)
    last = next(others, None)
    if last is None or last.dimension != COUNT:
        return ""
    before = site.text[: last.start].rstrip()
    is_told = _A_DECLINE.fullmatch(site.since(last))
    if not is_told or not _VERB.search(f"{before.rsplit(' ', 1)[-1]} "):
        return ""
    name = sure_of(site, last)
    return name_of_change(name, site) if name else ""


def _per_share(found: Found) -> str:
    figure = found.site.figure
    return "Earnings per share" if figure.per or "/" in figure.dimension else ""


by_opening = rule_of(
    # Sales of boats, our largest line, rose | 5% | to | £168m
    wording(
        either(SHARE, MONEY),
        before=rf"(?:^|[.;] )(?P<what>(?:[A-Z][\w-]+ )?(?i:{FLOWS}) (?:of|from)"
        rf" [a-z][^,;.:0-9]{{1,60}}),"
        r" (?:our|its|their|the (?:group|company|firm)[’']s|the) [a-z][^,;.:0-9]{1,50},"
        rf" {_DID} (?:by )?(?P<to>[^,;]*(?:%|per ?cent) to )?{ABOUT}$",
        name=_before_aside,
    ),
    # Garden hoses were the weak spot: sales fell | 2.6%
    wording(
        other_than(COUNTED),
        before=r"(?:^|[.;] )(?:The |Our |Its )?(?P<what>[A-Za-z][\w&’'-]*"
        r"(?: [a-z&][\w&’'-]*){0,3}?)"
        r" (?:was|were|remained|proved|is|are)(?: once)?(?: again| also)? (?:the|an?|our|its)"
        rf" {_ROLE}"
        rf"(?: of the (?:quarter|half|year|group|portfolio))?: (?P<flow>{FLOWS}) {_DID} (?:by )?"
        rf"(?P<to>[^,;:]*(?:%|per ?cent) to )?{ABOUT}$",
        name=_before_colon,
    ),
    Naming(ANY, _little_changed),
    # Profit before tax is stated after exceptional items of | £2.2m
    money(
        before=r"\b(?:is|are|was|were|been)(?: stated| reported| shown| struck)? after"
        r"(?: (?:charging|deducting|crediting|including))? (?P<what>(?:[a-z-]+ ){0,3}?"
        rf"(?:items|costs|charges|gains|losses|expenses|adjustments|impairments?)) of {ABOUT}$",
        name="{what}",
    ),
    # It estimated that tariffs on imported parts cost it | $6 million
    money(
        before=r"(?:^|, |; |\b(?:that|said|says|and|but|as|estimated|because) )(?:[Tt]he )?"
        r"(?P<what>(?!(?:that|[Ii]t|[Tt]hey|[Ss]?[Hh]e|[Ww]e|[Tt]his|which|what|who|the|said|says"
        r"|and) )[A-Za-z]"
        r"[\w’'-]*(?: (?!(?:that|which|it|they|he|she|we|said|says|and)\b)[a-z][\w’'-]*){0,5}?)"
        r" (?:(?:had|has|have|would|will|could|may|might) )?(?:cost|costs)"
        rf" (?:it|us|them|the (?:company|group|firm|bank|airline|retailer|maker)) {ABOUT}$",
        name=_cost,
    ),
    # Cash generated from operations was | £33.8m
    money(
        before=regex(
            r"\b(?P<what>(?:net )?cash (?:generated|provided) (?:from|by) operations)"
            rf" (?:was|were|of|came to|totall?ed|amounted to) {ABOUT}[^\w\s]?$",
            re.IGNORECASE,
        ),
        name=lambda found: sentence_case([found["what"].lower()]),
    ),
    # Prearranged sales, which are recorded as a backlog until they are delivered, stand at | $2.9bn
    money(
        before=rf"^(?P<what>[A-Z][a-z-]+(?: {SMALL_WORD}){{0,2}}), "
        r"(?P<aside>(?:which|recorded|held|booked|counted)[^,;.0-9]*),"
        r" (?:now |currently )?(?:stand|stands|stood|amount|amounts|amounted) (?:at|to)"
        rf" {ABOUT}[^\w\s]?$",
        name=_over_an_aside,
    ),
    # Restaurants and cafés, which bring in a third of sales, held up better, with takings up | 5%
    share(
        before=r"^(?:But |And |The |By contrast, )*"
        r"(?P<who>[A-Za-z][\w’'-]*(?: (?:and )?[a-z][\w’'-]*){0,3}),?"
        r" (?:which [^;.]*?, )?(?:held up|fared|did|performed|traded|proved)"
        r" [^,;.0-9]*, (?:with|as|and) (?:its |their )?"
        r"(?P<what>(?:like-for-like |underlying |same-store )?"
        r"(?:sales|takings|revenues?|turnover|orders|volumes|bookings|output))"
        rf" (?:were |was )?(?:up|down|rising|falling|growing|rose|fell|grew)(?: by)? {ABOUT}$",
        name=_of_who_fared,
    ),
    # Inflation on its £1.7bn cost base would run at about | 4%
    share(
        before=regex(
            r"\binflation (?:on|in|of|across) (?:its|our|their|the (?:group|company)[’']s)"
            r" (?:[^,;a-z]*[0-9][^ ,;]*(?: (?:million|billion))? )?"
            r"(?:(?P<cost>costs?(?: base)?|supply chain)|(?P<wage>wages?(?: bill)?|pay bill"
            rf"|payroll))\b[^,;0-9]*{ABOUT}$",
            re.IGNORECASE,
        ),
        name=lambda found: "Cost inflation" if found["cost"] else "Wage inflation",
    ),
    # A 1.2 per cent | fall in UK revenue per available room
    share(
        behind=r" (?:fall|rise|increase|decline|drop|jump|decrease|improvement|reduction|dip|gain)"
        r" in (?:the |its |their )?(?P<what>(?:[\w-]+ ){0,3}(?:revenues?|sales|profits?|income"
        r"|earnings|output|spending|production|turnover) per (?:[a-z]+ ){0,2}?[a-z]+)"
        r"(?=[,.;]|$| (?:in|for|at|to|as|and|on|from|during|last|over)\b)",
        name=_of_rate,
    ),
    # Handled 31,200 parcels in the quarter, | a decline of | 2.1%
    share(behind=r"(?:[.;,]|$| (?:from|on|over|year|compared)\b)", name=_declined_by),
    # Analysts had expected | 88 cents a share | on revenue of $355 million
    money(
        before=r"^\W*(?:The )?(?:[Aa]nalysts|[Bb]rokers|Wall Street|The Street|[Cc]onsensus)"
        r"(?:,? on average,?)? (?:had|have|was|were)(?: been)? (?:expect\w+|forecast\w*"
        rf"|predict\w+|looking for|for) {ABOUT}[^\w\s]?$",
        behind=r"(?: (?:a|per) share)?,? on (?:revenues?|sales) of ",
        name=_per_share,
    ),
)
