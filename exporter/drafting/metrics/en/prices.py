"""Prices: what one of a thing costs, is paid for, sells for or starts at.

Bought four ships for | £9m | apiece; pays its farmers | 41p | a litre; a pint of ale, which sells
for | £5.10 |; a line that starts at | $2,199 |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.prices_paid import price_paid
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.wordings import MONEY, Found, Naming, money, rule_of
from exporter.drafting.metrics.en.words import SMALL_WORD, STAFF
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


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


_DEAREST = 100_000  # what costs more is works


def _can_cost(found: Found) -> str:
    is_price = abs(found.site.figure.value) < _DEAREST
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
    money(
        before=r"\b(?:(?P<bought>bought|buying|buys?|acquired|acquiring)|sold|selling"
        r"|ordered|ordering|(?P<built>built|building)|leased|leasing)"
        rf"\b[^;.]*? (?:for|at)(?: a (?P<cost>cost|price) of)? {ABOUT}$",
        behind=r" (?:apiece|each)(?=[,.;]|$| (?:in|to|from|and|but|over|on)\b)",
        name=_apiece,
    ),
    # The average ticket went for | £58.40
    money(
        before=r"(?:^|[.,;:] )(?:(?:and|but|while) )?[TtAa](?:he|n?) (?P<kind>average|typical"
        rf"|median|cheapest|dearest|standard) (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)"
        r" (?:now )?(?:went|goes|sold|sells|changed hands|changes hands|fetched|fetches)"
        rf" (?:for |at )?{ABOUT}$",
        name="{kind} {what} price",
    ),
    # Premium seats, which can cost as much as | £250
    money(
        before=r"(?:^|[.;,] )(?:The |Its |its |the )?(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?s),"
        r" (?:which|some of which|the best of which) (?:can |now |typically |usually )*"
        r"(?:cost|sell for|go for|fetch) (?:as much as |as little as |from |upwards of |anything"
        rf" up to )?{ABOUT}$",
        name=_can_cost,
    ),
    # Pays its farmers | 41p | a litre
    money(
        before=rf"\b(?:pays?|paid|paying) (?:(?:its|their|the|his|her) )?{_PEOPLE}"
        rf" (?:an average of |as little as |as much as )?{ABOUT}$",
        name=_paid_to,
    ),
    # , and Tarnholm its farmers | 38p
    money(
        before=r"(?:,? (?:and|while|but|against|to)|[,;]) [A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*"
        rf" (?:its|their) {_PEOPLE} {ABOUT}$",
        name=_paid_too,
    ),
    # Drinks and programmes added another | £9.70 | a head
    money(
        before=r"(?:^|[.;] )(?P<what>[A-Z][a-z-]+(?:(?:,| and)? [a-z-]+){0,5}?) (?:added|adds|add"
        rf"|brought in|bring in|contributed) (?:another |a further |an extra )?{ABOUT}$",
        name=_added_a_head,
    ),
)


def _is_small(site: Site) -> bool:
    return _LARGE.search(site.figure.text) is None


_LARGE = regex(r"(?:[mb]n?|million|billion|trillion)$", re.IGNORECASE)
_WORDS = r"(?P<what>[\w’'&-]+(?: [\w’'&-]+){0,3}?)"
_OF_WHAT = (
    # The Meridian line, which | starts at; the tour, starting at.
    regex(rf"\b(?i:the|its|their|our|his|her|an?) {_WORDS}, (?:which |that |whose prices? )?"
               r"(?:now |still |also )?(?:start|begin)\w* (?:at|from)[^,;]*$"),
    regex(rf"\b[Pp]rices? (?:for|of|on) (?:the |its |their |an? )?{_WORDS} "
               r"(?:now |still |also |will |would )?(?:start|begin)\w* (?:at|from)[^,;]*$"),
    regex(r"(?:^|[,;] |\band |\bbut |\bwhile |\bthat )(?:(?i:the|its|their|our|an?) )?"
               rf"{_WORDS} "
               r"(?:now |still |also |will |would )?(?:start|begin)s? (?:at|from)[^,;]*$"),
)  # fmt: skip
_NOTHING = regex(r"(?:it|they|this|that|which|prices?|pricing|bidding|bids?)$", re.IGNORECASE)
_WHOSE = regex(r"^(?:whose|which|that) |^[A-Z][\w&-]*['’]s? (?=[a-z])")


def _starting(found: Found) -> str:
    """A starting price, and of what it is, where the clause says so."""
    site = found.site
    if not _is_small(site):
        return ""
    for pattern in _OF_WHAT:
        of = pattern.search(site.before)
        if of is None or _NOTHING.match(of["what"]):
            continue
        what = _WHOSE.sub("", of["what"])
        is_known = what.lower() in site.names
        first = what.split()[0]
        is_common = of.start("what") == 0 and first[1:].islower() and len(what.split()) == 1
        said = what[0].lower() + what[1:] if is_common else what
        return "Starting price" if is_known else f"Starting price of {said}"
    return "Starting price"


by_starting_price = rule_of(
    # Its health plan, for which owners pay | 16.50 | a month
    money(
        before=r"(?:['’]s|\b[Tt]he|\b[Ii]ts|\b[Aa]n?|\b[Tt]heir|\b[Oo]ur) "
        rf"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){{0,3}}?), for which [a-z]+ (?:now |still )?pay"
        rf" {ABOUT}$",
        name="{what} price",
    ),
    # The Meridian line starts at | $2,199
    money(
        before=rf"\b(?:starts?|started|starting|begins?|beginning) (?:at|from) {ABOUT}$",
        name=_starting,
    ),
)


_NO_PIECE = (
    r"(?:share|stake|unit|stock|bond|year|quarter|month|week|day|half|third|lot|number|series|range"
    r"|rise|fall|cut|drop|total|price|cost|fee|charge|profit|loss|dividend|plan|deal|strike|delay)\b"
)
_PIECE = (
    r"(?:^|[.;,:“\"] |\b(?:and|but|that|while) )(?:[Aa]n?|[Oo]ne) "
    rf"(?P<what>(?!{_NO_PIECE})(?:(?:thousand|dozen|hundred) (?:[a-z-]+ ){{0,2}}?)?[a-z][a-z-]*"
    r"(?: (?:of|to|for) (?:the |its )?[\w’'&-]+"
    r"(?: (?!(?:which|that|will|is|was|costs?|sells?|now)\b)[\w’'&-]+){0,4}?)?)"
)
_SELLS = (
    r"(?:(?:sell|retail)s? (?:for|at)|sold (?:for|at)|retailed at|goes for|went for|fetch(?:es)?"
    r"|costs?"
    r"|is priced at|is sold (?:for|at))"
)
_ON_AVERAGE = regex(r",? on average\b")
_MOVES = (
    r"(?:(?:(?:is|are) (?:likely|expected|set|due|about|going) to|will|would|may|could)"
    r" (?:go|rise|climb|increase|jump)|went|goes|has gone|rose|has risen|is)"
)


def _paid(site: Site) -> str:
    own = site.tokens[site.at]
    paid = price_paid(site.text, own.start, own.end)
    return f"Price of {paid}" if paid else ""


def _sold(found: Found) -> str:
    if not (found["which"] or found["mean"] or " " in found["what"]):
        return ""
    is_mean = found["mean"] or _ON_AVERAGE.match(found.site.behind)
    return f"{'Average price' if is_mean else 'Price'} of {_a(found['what'])}"


def _a(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


_of_piece = rule_of(
    Naming(MONEY, _paid),
    # A pint of ale, which sells for an average of | £5.10
    money(
        before=rf"{_PIECE}(?:, which (?:sells?|sold|fetch)[^;]*?,)?(?P<which>,? (?:which|that))?"
        rf" (?:now |usually |typically |currently |already )?{_SELLS}"
        rf" (?P<mean>an average (?:price )?of )?{ABOUT}[^\w\s]?$",
        name=_sold,
    ),
    # Choose the full-service version, which sells for | £4,150
    money(
        before=r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?) (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}),"
        r" which (?:(?:now|usually|typically|currently|still) )?(?:sells? for|costs?|retails?"
        rf" (?:for|at)|goes for|fetch(?:es)?|starts at) {ABOUT}[^\w\s]?$",
        name="Price of {what}",
    ),
    # Until spodumene fetched | $1,200
    money(
        before=regex(
            r"(?:^|[.;,] |\b(?:until|when|if|once|unless|while|that|as|and|but) )(?:the )?"
            r"(?P<what>(?!it\b|they\b|he\b|she\b)[a-z][a-z-]*(?: [a-z-]+)?) "
            r"(?:fetch(?:es|ed)?|changes hands (?:for|at)|changed hands (?:for|at))"
            rf" {ABOUT}[^\w\s]?$",
            re.IGNORECASE,
        ),
        name=lambda found: f"Price of {found['what'].lower()}",
    ),
    # A pint of ale is likely to go up by | 20p
    money(
        before=rf"{_PIECE}(?:, (?:which|that) [^;]*?,| {_SELLS} [^;]*?,? and)?"
        rf" {_MOVES}(?: up)?(?: by)? {ABOUT}[^\w\s]?$",
        behind=r"(?: (?:more|higher)\b|[,.;]|$"
        r"| (?:in|from|next|this|on|by|to|after|before|when|and|as)\b)",
        name=lambda found: f"Price increase of {_a(found['what'])}",
    ),
)


def by_piece(site: Site) -> Guess[str] | None:
    """The price of a thing, where a sum is so small that it may be one; None elsewhere."""
    return _of_piece(site) if _is_small(site) and not site.figure.per else None
