"""What one of a thing costs, and what people are paid for one or spend each.

Bought four ships for | £9m | apiece; the average ticket went for | £58.40 |; seats, which can cost
| £250 |; pays its farmers | 41p | a litre; drinks added another | £9.70 | a head.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import SMALL_WORD, STAFF
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_price_of_one(site: Site) -> Guess[str] | None:
    """The name of such a price, of pay or of spending a head; None elsewhere."""
    name = ""
    if site.is_money:
        name = _apiece(site) or _went_for(site) or _can_cost(site)
        name = name or _paid_to(site) or _added_a_head(site)
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


# The average ticket went for | £58.40
_FOR = regex(
    r"(?:^|[.,;:] )(?:(?:and|but|while) )?[TtAa](?:he|n?) (?P<kind>average|typical|median|cheapest"
    rf"|dearest|standard) (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?) (?:now )?"
    rf"(?:went|goes|sold|sells|changed hands|changes hands|fetched|fetches) (?:for |at )?{ABOUT}$"
)


def _went_for(site: Site) -> str:
    """What one of a thing was sold for."""
    found = _FOR.search(site.before)
    return sentence_case([f"{found['kind']} {found['what']} price"]) if found else ""


# Premium seats, which can cost as much as | £250
_CAN_COST = regex(
    r"(?:^|[.;,] )(?:The |Its |its |the )?(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?s),"
    r" (?:which|some of which|the best of which) (?:can |now |typically |usually )*(?:cost|sell for"
    rf"|go for|fetch) (?:as much as |as little as |from |upwards of |anything up to )?{ABOUT}$"
)
_PIECE = 100_000  # what costs more is works


def _can_cost(site: Site) -> str:
    """What one of those things costs that a sentence is about."""
    found = _CAN_COST.search(site.before)
    is_price = found is not None and abs(site.figure.value) < _PIECE
    return sentence_case([f"{one_of(found['what'])} price"]) if found and is_price else ""


_PEOPLE = (
    rf"(?P<who>(?:[a-z-]+ ){{0,2}}?(?:{STAFF}|farmers|growers|producers|suppliers"
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


# Drinks and programmes added another | £9.70 | a head
_ADDED = regex(
    r"(?:^|[.;] )(?P<what>[A-Z][a-z-]+(?:(?:,| and)? [a-z-]+){0,5}?) (?:added|adds|add|brought in"
    rf"|bring in|contributed) (?:another |a further |an extra )?{ABOUT}$"
)
_PERSONS = ("person", "head", "guest", "visitor", "customer", "passenger", "visit")


def _added_a_head(site: Site) -> str:
    """What each one spent on something besides."""
    found = _ADDED.search(site.before) if site.figure.per.rstrip("s") in _PERSONS else None
    return f"Spending on {found['what'][:1].lower()}{found['what'][1:]}" if found else ""
