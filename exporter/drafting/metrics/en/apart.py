"""Figures whose metric stands apart from them: in an activity, before a year-on-year, as a cut.

Net cash provided by operating activities was $96 million; rose 2.6% YoY to | 5,477 a tonne;
a reduction of up to | 240 positions; net debt to EBITDA stood at | 1.5x.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.words import BASIS_OF_EARNED as BASIS
from exporter.drafting.metrics.en.words import METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, POINTS, RATIO

# To the end of a clause, and over what its figure is compared with.
_ON = r"(?:[^,;.]|[.,](?=\d)|,(?= (?:compared|up|down|versus|against|and against)\b)){0,110}"
_CASH_FLOW = regex(
    r"\bcash (?:flows? )?(?:\(?used in\)? |used (?:in|for) |provided by (?:\(used in\) )?"
    r"|generated (?:by|from|in) |from |inflows? from )(operating|investing|financing) activities"
    rf"(?: (?:was|were|of|came to|totall?ed|amounted to|stood at|rose|fell)\b{_ON})? {ABOUT}$",
    re.IGNORECASE,
)
_ITEM = regex(
    r"\b((?:stock|share)-based (?:compensation|payments?)|depreciation(?: and amorti[sz]ation)?"
    r"|(?:amorti[sz]ation|impairment) of [a-z]+(?: [a-z-]+)?)"
    rf"(?: (?:expenses?|charges?|costs))? (?:of|was|were) {ABOUT}$",
    re.IGNORECASE,
)
_SOLD = regex(
    r"\b(?:sold|sells|(?:to|will) sell|selling|divest(?:ed|ing)?|disposed of"
    r"|(?:sale|disposal|divestment) of)"
    rf" (?:the|its|their|an?|our|\d+% of) [^;.0-9]*?\bfor {ABOUT}$",
    re.IGNORECASE,
)
# Left it with net debt that stood at | £71m
_THAT_STOOD = regex(
    r"(?P<what>(?:(?:net|gross|total|long-term|bank|operating|pre-tax|annual|adjusted) )*"
    rf"(?:{'|'.join(sorted(METRICS - {'growth'}))})),? (?:that|which)(?: (?:now|still|had|has))?"
    r" (?:stood|stands|stand|amounted|amounts|came|comes|totall?ed|totals?|reached|reaches)"
    rf"(?: (?:at|to))? {ABOUT}[A-Z]{{0,3}}\W?$"
)
_SIZED = regex(
    r"\bmarket (?:that|which) (?:[A-Z][\w.&’'-]* ){1,4}(?:sizes|values|puts|estimates|reckons)\b"
)
_SIZE = regex(rf"(?:\bat|\breach|\bto|\bbe worth|\bhit|\bexceed|\bof) {ABOUT}$")
_OVER_A_YEAR = (
    r"(?:YoY|QoQ|y-o-y|q-o-q|y/y|q/q|yoy|qoq|year[- ]on[- ]year|year[- ]over[- ]year|on[- ]year"
    r"|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|sequentially|annually)"
)
_MOVED_TO = regex(rf" {_OVER_A_YEAR}(?: and\b[^,;.]{{0,16}})? to {ABOUT}$")
_CUT = regex(
    rf"\b(?:reduction|elimination|removal|abolition) of {ABOUT}$",
    re.IGNORECASE,
)
_POSITIONS = regex(r" (?:[a-z-]+ ){0,2}?(?:positions|jobs|posts|roles)\b")
_LEVERAGE = regex(
    r"\b(?P<debt>(?:net |gross |total )?(?:debt|borrowings)) ?(?:to|/) ?(?:[\w-]+ ){0,3}?"
    rf"(?P<basis>(?:{BASIS} ){{0,2}})"
    rf"(?P<of>EBITDA[A-Z]*|EBIT|equity)\b(?:{_ON}|[^;]{{0,160}}\b(?:keep|hold|bring|maintain)"
    r" it (?:under|below|at|to|around|within) )$",
    re.IGNORECASE,
)
_OWES = regex(r"\bowe[sd]?\b[^,;.]{0,20}$")
_TIMES_OF = regex(
    r"(?: times)? (?:(?:its|their|annual|trailing|forward|projected) )*(?P<of>EBITDA[A-Z]*|EBIT)\b"
)
_EARNINGS = regex(
    r"(?: times)? (?:(?:its|their|next year[’']s|this year[’']s|the) )?(?:projected"
    r"|expected|estimated|forecast|forward-year|current-year)"
    r"(?: 12-month)? (?:earnings|profits?)\b"
)

# Fuel was a help. It paid an average of | $598 a tonne |
_PAID_ON_AVERAGE = regex(
    rf"^(?:It|They|We|The [a-z]+|[A-Z]\w+) (?:paid|pays) an average (?:price )?of {ABOUT}$"
)
_FUEL = regex(
    r"(Fuel|Jet fuel|Diesel|Gas|Coal|Oil|Power|Electricity|Steel|Scrap|Copper|Aluminium|Feed|Wheat"
    r"|Grain|Milk|Sugar|Cocoa|Coffee|Cotton|Timber|Pulp|Cement|Energy|Freight)"
    r"(?: costs?| prices?)? (?:was|were|is|are|remained|became|got|helped)\b"
)


def by_what_is_apart(site: Site) -> Guess[str] | None:
    """The name of a figure whose metric is said in such words."""
    if site.is_money:
        name = _of_money(site)
    elif site.figure.dimension == MULTIPLE:
        name = _of_multiple(site)
    elif site.is_counted and _POSITIONS.match(site.behind) and _CUT.search(site.before):
        name = "Job cuts"
    else:
        name = ""
    return Guess(name) if name else None


def _of_money(site: Site) -> str:
    if cash := _CASH_FLOW.search(site.before):
        return f"{cash[1].capitalize()} cash flow"
    if item := _ITEM.search(site.before):
        return sentence_case([item[1]])
    if _SOLD.search(site.before) and not site.figure.per:
        return "Sale price"
    fuel = _FUEL.match(site.earlier) if _PAID_ON_AVERAGE.search(site.before) else None
    if fuel is not None and site.figure.per:
        return f"Average {fuel[1].lower()} price"
    if stood := _THAT_STOOD.search(site.before):
        return sentence_case([stood["what"]])
    if _SIZED.search(site.before) and _SIZE.search(site.before):
        return "Market size"
    return _level(site)


def _level(site: Site) -> str:
    """What has risen by a share year on year to a sum."""
    if not site.number or not _MOVED_TO.search(site.before):
        return ""
    moved = next(
        (one for one in site.figures[: site.number] if one.dimension in {RATIO, POINTS}), None
    )
    if moved is None:
        return ""
    guess = of_other(site, moved)
    name = re.sub(r" (?:growth|change|reduction)$", "", guess.value)
    return "" if guess.doubt or name == guess.value else name


def _of_multiple(site: Site) -> str:
    if found := _LEVERAGE.search(site.before):
        return sentence_case([f"{found['debt'].lower()} to {found['basis'].lower()}{found['of']}"])
    if (times := _TIMES_OF.match(site.behind)) and _OWES.search(site.before):
        return f"Debt to {times['of']}"
    if _EARNINGS.match(site.behind):
        return "Forward earnings multiple"
    return ""
