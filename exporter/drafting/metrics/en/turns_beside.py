"""Turns of newspapers that say what a figure is beside another one, or over words between.

14 houses in London and a further | nine | in the regions; the average ticket went for | £58.40 |;
will spend | £75mn | over four years on its buildings; bills have come down by | a fifth |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import FLOWS, SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT


def by_turn_beside(site: Site) -> Guess[str] | None:
    """The name that such words give a figure; None elsewhere."""
    name = ""
    if site.is_money:
        name = _went_for(site) or _added_a_head(site) or _can_cost(site) or _spent_over(site)
        name = name or _others_see(site)
    elif site.is_share:
        name = _of_those(site) or _come_down(site)
    elif site.is_counted:
        name = _further(site) or _reopens_with(site)
    return Guess(name) if name else None


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


# Will spend | £75mn | over four years on its buildings
_SPEND = regex(
    r"\b(?P<verb>spend|spends|spent|spending|invest|invests|invested|investing) "
    rf"{ABOUT}(?:a further |another |an extra )?$"
)
_OVER_ON = regex(
    r" (?:(?:over|in|during|within|across) (?:the )?(?:(?:next|past|last|coming|first) )?"
    r"[^,;.]{2,20}?(?:years|months|decade|year)|(?:a|per|each|every) year) (?:on|in|into) "
    r"(?:(?:the|its|their|an?) )?"
    r"(?P<what>(?!all\b|total\b|stages\b|it\b|them\b)(?:new )?[a-z][a-z-]*"
    r"(?: (?!over\b|in\b|and\b|to\b|by\b|at\b)[a-z-]+){0,3})"
)


def _spent_over(site: Site) -> str:
    """What a sum is spent on, over the years told between."""
    spend, on = _SPEND.search(site.before), _OVER_ON.match(site.behind)
    if spend is None or on is None:
        return ""
    kind = "Investment in" if spend["verb"].startswith("invest") else "Spending on"
    return f"{kind} {on['what']}"


# Is comfortable with the | £44mn | of profit that analysts have pencilled in
_SEEN = regex(
    rf" (?:of|in) (?P<what>(?:[a-z-]+ ){{0,2}}?(?:{FLOWS}|earnings|income|losses|ebitda|EBITDA))"
    r" (?:that |which )?(?:(?:most |some )?analysts|the market|the [Cc]ity|investors|brokers"
    r"|economists|[A-Z]\w+(?: [A-Z]\w+)?) (?:had |have |has )?(?:pencill?ed in|expects?|expected"
    r"|forecasts?|predict(?:ed|s)?|look(?:ed)? for)\b"
)
_PLAIN = regex(r"\b(?:the|with|of|to|than|for|at) $")


def _others_see(site: Site) -> str:
    """What others have forecast, told behind the sum."""
    seen = _SEEN.match(site.behind) if _PLAIN.search(site.before[-8:]) else None
    return sentence_case([seen["what"]]) if seen else ""


# Premium seats, which cost more, now make up | 11% | of those sold
_MAKE_UP = regex(
    r"(?:^|[.;] )(?P<what>(?P<lead>[A-Z][a-z-]+ (?:[a-z-]+ )?)(?P<things>[a-z-]+s))"
    r"(?:, which [^,;.]*,)? (?:now |still |already )?(?:make up|made up|account for|accounted for"
    rf"|represent|represented|are|were) {ABOUT}$"
)
_OF_THOSE = regex(
    r" of (?:those|all|the ones|the total) (?P<done>[a-z]+(?:ed|ld|ilt|ght|de|ken|et))\b"
)


def _of_those(site: Site) -> str:
    """The share of those sold that are of a kind."""
    kind, those = _MAKE_UP.search(site.before), _OF_THOSE.match(site.behind)
    if kind is None or those is None:
        return ""
    return f"{kind['what']}’ share of {kind['things']} {those['done']}".replace("’", "'")


# Energy bills have come down by | a fifth
_COME = regex(
    r"(?:^|[.;] |, (?:and|but|while) )(?:The |the |Its |its )?"
    r"(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?)(?:, which [^,;.]*,)?"
    rf" (?:has|have|had) (?:since |now |also )?(?:come|gone|crept|shot) (?:down|up|off)"
    rf"(?: by)? {ABOUT}$"
)


def _come_down(site: Site) -> str:
    found = _COME.search(site.before)
    what = found["what"] if found else ""
    is_measured = bool(what) and what.lower() not in site.names
    return name_of_change(sentence_case([what]), site) if is_measured else ""


# 14 houses in London and a further | nine | in the regions
_AND_FURTHER = regex(
    r" [a-z -]+ (?:in|at|across|on) [^,;.0-9]{2,40},? (?:and|with|plus)"
    rf" (?:a further|another|the other|an extra) {ABOUT}"
)
_WHERE = regex(
    r" (?P<where>(?:in|at|across|on|outside|overseas|abroad|elsewhere)(?: [^,;.0-9]{2,30}?)?)"
    r"(?=[.,;]|$| (?:and|which|where)\b)"
)


def _further(site: Site) -> str:
    """Further ones of those counted before, at another place."""
    last, where = site.last, _WHERE.match(site.behind)
    if last is None or last.dimension != COUNT or where is None:
        return ""
    things = things_of(last)
    if not things or not _AND_FURTHER.fullmatch(site.since(last)):
        return ""
    said = " ".join(one for one in where["where"].split() if one not in {"the", "its"})
    return sentence_case([f"{things} {said}"])


# Will reopen with | 200 | more seats
_REOPENS = regex(rf"\b(?:re)?open(?:s|ed|ing)? (?:again )?(?:in [^,;.]+ )?with {ABOUT}$")
_MORE = regex(r" (?:more|extra|additional|new) (?P<what>[a-z-]+s(?: [a-z-]+s)?)\b")


def _reopens_with(site: Site) -> str:
    """What a place has more of when it opens again."""
    more = _MORE.match(site.behind) if _REOPENS.search(site.before) else None
    return sentence_case([f"{more['what']} added"]) if more else ""
