"""What one of a thing costs, and what people are paid for one or spend each.

Bought four ships for | £9m | apiece; the average ticket went for | £58.40 |; seats, which can cost
| £250 |; pays its farmers | 41p | a litre; drinks added another | £9.70 | a head.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.wordings import MONEY, Found, rule_of, wording
from exporter.drafting.metrics.en.words import SMALL_WORD, STAFF


def _apiece(found: Found) -> str:
    """What each of those costs that were bought, sold or built."""
    counted = things_counted(found.site.figures[: found.site.number])
    things = [words[-1] for words in counted if words[-1].endswith("s")]
    if not things:
        return ""
    price = "Purchase price" if found["bought"] else "Price"
    if found["built"] or found["cost"] == "cost":
        price = "Cost"
    return f"{price} per {one_of(things[-1])}"


_PIECE = 100_000  # what costs more is works


def _can_cost(found: Found) -> str:
    is_price = abs(found.site.figure.value) < _PIECE
    return sentence_case([f"{one_of(found['what'])} price"]) if is_price else ""


_PEOPLE = (
    rf"(?P<who>(?:[a-z-]+ ){{0,2}}?(?:{STAFF}|farmers|growers|producers|suppliers"
    r"|drivers|pickers|couriers|riders|carers|nurses|cleaners|pilots|cooks|bakers|miners|teachers"
    r"|authors|artists|landlords|fishermen|breeders|apprentices|trainees|assistants|baristas))"
)
_TIMES = frozenset("days weeks months years day week month year".split())


def _paid_to(found: Found) -> str:
    """What somebody is paid for a piece, or for an hour."""
    per = found.site.figure.per
    if not per:
        return ""
    kind = "Hourly pay of" if per.startswith("hour") else "Price paid to"
    return f"{'Pay of' if per in _TIMES else kind} {found['who']}"


_OF_PAY = ("Price paid to ", "Hourly pay of ", "Pay of ")


def _paid_too(found: Found) -> str:
    before = sure_of(found.site, found.site.last)
    return before if before.startswith(_OF_PAY) else ""


_PERSONS = ("person", "head", "guest", "visitor", "customer", "passenger", "visit")


def _added_a_head(found: Found) -> str:
    """What each one spent on something besides."""
    what, is_each = found["what"], found.site.figure.per.rstrip("s") in _PERSONS
    return f"Spending on {what[:1].lower()}{what[1:]}" if is_each else ""


by_price_of_one = rule_of(
    # Bought four ships in March for | £9m | apiece
    wording(
        MONEY,
        before=r"\b(?:(?P<bought>bought|buying|buys?|acquired|acquiring)|sold|selling"
        r"|ordered|ordering|(?P<built>built|building)|leased|leasing)"
        rf"\b[^;.]*? (?:for|at)(?: a (?P<cost>cost|price) of)? {ABOUT}$",
        behind=r" (?:apiece|each)(?=[,.;]|$| (?:in|to|from|and|but|over|on)\b)",
        name=_apiece,
    ),
    # The average ticket went for | £58.40
    wording(
        MONEY,
        before=r"(?:^|[.,;:] )(?:(?:and|but|while) )?[TtAa](?:he|n?) (?P<kind>average|typical"
        rf"|median|cheapest|dearest|standard) (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?) "
        r"(?:now )?(?:went|goes|sold|sells|changed hands|changes hands|fetched|fetches) (?:for "
        rf"|at )?{ABOUT}$",
        name="{kind} {what} price",
    ),
    # Premium seats, which can cost as much as | £250
    wording(
        MONEY,
        before=r"(?:^|[.;,] )(?:The |Its |its |the )?(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?s),"
        r" (?:which|some of which|the best of which) (?:can |now |typically |usually )*(?:cost"
        r"|sell for|go for|fetch) (?:as much as |as little as |from |upwards of |anything up to"
        rf" )?{ABOUT}$",
        name=_can_cost,
    ),
    # Pays its farmers | 41p | a litre
    wording(
        MONEY,
        before=rf"\b(?:pays?|paid|paying) (?:(?:its|their|the|his|her) )?{_PEOPLE}"
        rf" (?:an average of |as little as |as much as )?{ABOUT}$",
        name=_paid_to,
    ),
    # , and Tarnholm its farmers | 38p
    wording(
        MONEY,
        before=r"(?:,? (?:and|while|but|against|to)|[,;]) [A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*"
        rf" (?:its|their) {_PEOPLE} {ABOUT}$",
        name=_paid_too,
    ),
    # Drinks and programmes added another | £9.70 | a head
    wording(
        MONEY,
        before=r"(?:^|[.;] )(?P<what>[A-Z][a-z-]+(?:(?:,| and)? [a-z-]+){0,5}?) (?:added|adds|add"
        rf"|brought in|bring in|contributed) (?:another |a further |an extra )?{ABOUT}$",
        name=_added_a_head,
    ),
)
