"""Turns of newspapers whose words say what a figure is, each in a way of its own.

Bought four ships for | £9m | apiece; pays its farmers | 41p | a litre; sold at prices that are
| 5% | higher; fuel, its largest cost, came to | £44m |; a contract that is worth | £40m | a year;
assets worth | 110% | of what they owe; trades on | 13 |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE


def by_turn_of_papers(site: Site) -> Guess[str] | None:
    """The name that such words give a figure; None elsewhere."""
    name = ""
    if site.is_money:
        name = _apiece(site) or _paid_to(site) or _contract(site) or _largest_cost(site)
    elif site.is_share:
        name = _prices_that_are(site) or _largest_cost(site) or _worth_of(site)
    elif site.is_counted:
        name = _trades_on(site)
    return Guess(name) if name else None


# Bought four ships in March for | £9m | apiece
_DEALT = regex(
    r"\b(?:(?P<bought>bought|buying|buys?|acquired|acquiring)|sold|selling"
    r"|ordered|ordering|(?P<built>built|building)|leased|leasing)"
    rf"\b[^;.]*? (?:for|at)(?: a (?P<cost>cost|price) of)? {ABOUT}$"
)
_APIECE = regex(r" (?:apiece|each)(?=[,.;]|$| (?:in|to|from|and|but|over|on)\b)")


def _apiece(site: Site) -> str:
    """What each of those costs that were bought, sold or built."""
    dealt = _DEALT.search(site.before) if _APIECE.match(site.behind) else None
    if dealt is None:
        return ""
    counted = things_counted(site.figures[: site.number])
    things = [words[-1] for words in counted if words[-1].endswith("s")]
    if not things:
        return ""
    price = "Purchase price" if dealt["bought"] else "Price"
    if dealt["built"] or dealt["cost"] == "cost":
        price = "Cost"
    return f"{price} per {one_of(things[-1])}"


_PEOPLE = (
    r"(?P<who>(?:[a-z-]+ ){0,2}?(?:farmers|growers|producers|suppliers|staff|workers|employees"
    r"|drivers|pickers|couriers|riders|carers|nurses|cleaners|pilots|cooks|bakers|miners|teachers"
    r"|authors|artists|landlords|fishermen|breeders|apprentices|trainees|assistants|baristas))"
)
# Pays its farmers | 41p | a litre, and Tarnholm its farmers | 38p
_PAYS = regex(
    rf"\b(?:pays?|paid|paying) (?:(?:its|their|the|his|her) )?{_PEOPLE}"
    rf" (?:an average of |as little as |as much as )?{ABOUT}$"
)
_AND_ITS = regex(
    rf"(?:,? (?:and|while|but|against|to)|[,;]) [A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*"
    rf" (?:its|their) {_PEOPLE} {ABOUT}$"
)
_OF_PAY = ("Price paid to ", "Hourly pay of ", "Pay of ")


def _paid_to(site: Site) -> str:
    """What somebody is paid for a piece, or for an hour."""
    pays, per = _PAYS.search(site.before), site.figure.per
    if pays is not None and per:
        kind = "Hourly pay of" if per.startswith("hour") else "Price paid to"
        return f"{'Pay of' if per in _TIMES else kind} {pays['who']}"
    again = _AND_ITS.search(site.before)
    before = sure_of(site, site.last) if again is not None else ""
    return before if before.startswith(_OF_PAY) else ""


_TIMES = frozenset("days weeks months years day week month year".split())

# A contract to run trams, which is worth | £40m | a year
_CONTRACT = regex(
    r"\b(?:contract|tender|concession|framework|deal with [^,;.]{3,40}?)\b[^;.]*"
    rf"\b(?:is|was|are|were) (?:said to be |thought to be |reportedly )?worth {ABOUT}$"
)


def _contract(site: Site) -> str:
    return "Contract value" if _CONTRACT.search(site.before) else ""


# Fuel, its largest cost, came to | £44m |
_LARGEST = regex(
    r"(?:^|[.;] |, (?:while|and|but) )(?P<what>[A-Za-z][\w-]*(?: [a-z-]+){0,2}),"
    r" (?:by far )?(?:its|the (?:company|group|firm|chain|airline)[’']s|the|their|our)"
    r" (?:by far )?(?:single |second[- ]|third[- ])?(?:biggest|largest|main|heaviest|highest)"
    r" (?:single |operating |variable )?(?:costs?|expenses?|outlay|overhead|bill|outgoing|input"
    r"|item of (?:cost|expenditure|spending))(?: (?:after|behind) [a-z]+)?,"
    rf"(?P<on> [^;.]*?)? (?:(?:came|amounted|rose|fell|climbed|jumped|dropped|increased)"
    rf"(?: by)?(?: to)?|was|were|cost|totall?ed)(?: [0-9.]+ ?(?:%|per cent) to)? (?:it )?{ABOUT}$"
)
_PAID_MANY = regex(
    r"(?:.* )?(?:wages|salaries|rents|taxes|fees|costs?|pay|interest|rates|bills?)$", re.IGNORECASE
)


def _largest_cost(site: Site) -> str:
    """What the largest cost of a business was, or how far it moved."""
    found = _LARGEST.search(site.before)
    if found is None:
        return ""
    what = found["what"]
    name = sentence_case([what if _PAID_MANY.match(what) else f"{what} cost"])
    return name_of_change(name, site) if site.is_share else name


# Has sold half of them, at prices that are | 5% | higher
_THAT_ARE = regex(
    r"\b(?:at|with|on|for) (?P<what>(?:[a-z-]+ ){0,2}?(?:prices|rates|fares|rents|fees|margins"
    rf"|tariffs|yields|wages)) (?:that|which) (?:are|were|is) (?:on average )?{ABOUT}$"
)
_HIGHER = regex(r" (?:higher|lower|up|down|above|below|more|less|dearer|cheaper)\b")


def _prices_that_are(site: Site) -> str:
    """How far those prices have moved at which something goes."""
    found = _THAT_ARE.search(site.before) if _HIGHER.match(site.behind) else None
    return name_of_change(sentence_case([found["what"]]), site) if found else ""


# Must hold assets worth | 110% | of what they owe
_WORTH = regex(
    rf"\b(?P<what>(?:(?:liquid|net|fixed|eligible|total|other) )?(?:assets"
    r"|collateral|property|reserves|cash|security|stock))"
    rf" (?:that (?:is|are) )?worth {ABOUT}$"
)
_OF_OWED = regex(
    r" of (?P<of>what (?:it|they) (?:owes?|borrows?|lends?)|(?:its|their) [a-z ]+?)(?=[,.;]|$)"
)


def _worth_of(site: Site) -> str:
    """What somebody holds, against what they owe."""
    worth, owed = _WORTH.search(site.before), _OF_OWED.match(site.behind)
    if worth is None or owed is None:
        return ""
    of = owed["of"].removeprefix("its ").removeprefix("their ")
    return f"{sentence_case([worth['what']])} as share of {of}"


# Acme trades on 11 times earnings. Tarnholm trades on | 13
_TRADES = regex(rf"\b(?:trades|trading|trade|traded|is|sits|stands) (?:on|at) {ABOUT}$")
_ENDS = regex(r"\W*(?:$|[.;,])")


def _trades_on(site: Site) -> str:
    """The multiple at which another one trades, of which that before says of what it is."""
    if not _TRADES.search(site.before) or not _ENDS.match(site.behind):
        return ""
    alike = [one for one in site.figures[: site.number] if one.dimension == MULTIPLE]
    if alike:
        return sure_of(site, alike[-1])
    return last_of_earlier(site, lambda one: one.dimension == MULTIPLE)
