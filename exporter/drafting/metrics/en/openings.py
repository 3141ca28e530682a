"""Figures that the opening of their clause names, however much stands between.

Sales of boats, our largest line, rose | 5%; hulls were the weak spot: sales fell | 3%; tariffs on
steel cost it | $6 million; the average bus is | 11 years | old.
"""

import re

from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_earlier, of_other
from exporter.drafting.metrics.en.words import ABOUT
from exporter.drafting.model import Guess
from exporter.drafting.periods.stocks import Measure, named_measure
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures


def by_opening(site: Site) -> Guess[str] | None:
    """The name that the opening of its clause, or what that takes up, gives a figure."""
    name = _before_aside(site) or _before_colon(site) or _taken_up(site)
    if not name and site.is_money:
        name = _stated_after(site) or _cost(site) or _contributed(site) or _worth(site)
    elif not name and site.is_counted:
        name = _aimed_at(site)
    elif not name and site.is_share:
        name = _inflation(site) or _of_rate(site)
    name = name or _expected_per_share(site) or _age(site)
    return Guess(name) if name else None


_MOVED = (
    r"(?:fell|rose|grew|dropped|climbed|slipped|jumped|declined|increased|decreased|slid|dipped"
    r"|gained|were|was|came in)"
)
_FLOWS = r"(?:sales|revenues?|turnover|orders|volumes|bookings|profits?|deliveries|shipments)"
# Sales of boats, our largest line, rose | 5% | to | £168m
_WITH_ASIDE = regex(
    rf"(?:^|[.;] )(?P<what>(?:[A-Z][\w-]+ )?(?i:{_FLOWS}) (?:of|from) [a-z][^,;.:0-9]{{1,60}}),"
    r" (?:our|its|their|the (?:group|company|firm)[’']s|the) [a-z][^,;.:0-9]{1,50},"
    rf" {_MOVED} (?:by )?(?P<to>[^,;]*(?:%|per ?cent) to )?{ABOUT}$"
)


def _before_aside(site: Site) -> str:
    found = _WITH_ASIDE.search(site.before)
    if found is None or not (site.is_share or site.is_money):
        return ""
    name = sentence_case([found["what"]])
    return name_of_change(name, site) if site.is_share else name


_ROLE = (
    r"(?:[\w-]+ )?(?:spot|part|performer|point|exception|laggard|disappointment|standout|category"
    r"|drag|highlight)"
)
# Garden hoses were the weak spot: sales fell | 2.6%
_SPOT = regex(
    r"(?:^|[.;] )(?:The |Our |Its )?(?P<what>[A-Za-z][\w&’'-]*(?: [a-z&][\w&’'-]*){0,3}?)"
    rf" (?:was|were|remained|proved|is|are)(?: once)?(?: again| also)? (?:the|an?|our|its)"
    rf" {_ROLE}"
    rf"(?: of the (?:quarter|half|year|group|portfolio))?: (?P<flow>{_FLOWS}) {_MOVED} (?:by )?"
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


# That was down from | 4,700 units | a year before
_THAT_WAS = regex(
    r"^(?:That|This|It) (?:(?:was|is|were) )?(?:(?:down|up|lower|higher|more|less|fewer) )?"
    rf"(?:compare[sd] with|compare[sd] to|from|than|against) {ABOUT}$"
)


def _taken_up(site: Site) -> str:
    """The level of the sentence before that a pronoun takes up, where that has one of its kind."""
    if site.is_share or not _THAT_WAS.search(site.before) or not site.earlier:
        return ""
    figures = read_figures(site.earlier)
    alike = [one for one in figures if one.dimension == site.figure.dimension]
    if len(alike) != 1:
        return ""
    guess = of_earlier(site, alike[0], figures)
    return "" if guess.doubt else guess.value


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
    r"(?P<what>(?!(?:that|[Ii]t|[Tt]hey|[Ss]?[Hh]e|[Ww]e|[Tt]his|which|what|who|the) )[A-Za-z]"
    r"[\w’'-]*(?: (?!(?:that|which|it|they|he|she|we|said|says|and)\b)[a-z][\w’'-]*){0,5}?)"
    r" (?:(?:had|has|have|would|will|could|may|might) )?(?:cost|costs)"
    r" (?:it|us|them|the (?:company|group|firm|bank|airline|retailer|maker)) (?:up to )?"
    rf"{ABOUT}$"
)
_ALSO_VERB = regex(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_IS_A_COST = regex(r"\b(?:claims|charges|fees|costs|expenses|fines?|repairs|write-?downs)\b")


def _cost(site: Site) -> str:
    """What cost somebody a sum, whole: cost is the verb of it."""
    found = _COST.search(site.before)
    if found is None or _ALSO_VERB.search(found["what"]) or _IS_A_COST.search(found["what"]):
        return ""
    return f"Cost of {lowered(found['what'], site.text)}"


# Revenue rose 5% to £412m. Restaurants and cafes contributed | £117.3m
_CONTRIBUTED = regex(
    r"^(?:The )?(?P<what>[A-Z][\w&’'-]*(?: [a-z&][\w&’'-]*){0,4}?)"
    rf" (?:contributed|brought in|added|generated) {ABOUT}$"
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
    return f"{found['what']} {told[1].lower()}"


# The order backlog stood at 4,100 units at the end of May, worth about | $610 million
_WORTH = regex(rf",? (?:worth|valued at) {ABOUT}$")


def _worth(site: Site) -> str:
    """What a stock is worth that was counted before."""
    before = site.figures[site.number - 1] if site.number else None
    if before is None or before.dimension != "count" or not _WORTH.search(site.before):
        return ""
    if re.search("[;:.]", site.text[before.end : site.tokens[site.at].start]):
        return ""
    guess = of_other(site, before)
    is_stock = named_measure(guess.value, "en") is Measure.STOCK
    return f"{guess.value} value" if is_stock and not guess.doubt else ""


# It has 68 hotels in the country and aims to have | 100 | by 2030
_AIMED = regex(
    r"\b(?:has|have|had|operates?|runs?|owns?)\b[^;.]* and (?:it )?(?:now )?"
    r"(?:aims|plans|wants|hopes|intends|expects) to (?:have|reach|operate|run|own|get to)"
    rf" {ABOUT}$"
)
_BY_THEN = regex(r"(?:[,.;]|$| (?:by|in|within|at|before|over)\b)")


def _aimed_at(site: Site) -> str:
    """What is aimed at of what is counted before it."""
    before = site.figures[site.number - 1] if site.number else None
    is_aim = _AIMED.search(site.before) and _BY_THEN.match(site.behind)
    if before is None or not is_aim or before.dimension != site.figure.dimension:
        return ""
    guess = of_other(site, before)
    return f"{guess.value}, target" if guess.value and not guess.doubt else ""


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


# The average school bus in America is more than | 11 years | old
_AVERAGE = regex(
    r"\b[Tt]he average (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?"
    r"(?: (?:in|on|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
    rf" (?:is|was|are) (?:now |already |still )?(?:more than |over |almost )?{ABOUT}$"
)


def _age(site: Site) -> str:
    """How old the average one of a kind is."""
    if "time" not in site.figure.dimension or not site.behind.startswith((" old", " years old")):
        return ""
    found = _AVERAGE.search(site.before)
    return f"Average age of {found['what']}" if found else ""


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
