"""Names by what English text tells behind a figure, or between it and the one before.

Guests spent | £31 | a night in the bars and shops, up | 3 per cent|; hopes to raise | £40mn | from
the sale of its parks; makes | 40 per cent | of its revenue by selling cabins; its banks have set
the limit at | 4.5 times|; moved the delivery of | 14 pumps | into May.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_last
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, MULTIPLE

# | £31 | a night each in the bars, arcades and chip shops, up | 3 per cent
_UP_BEHIND = regex(
    r"(?:(?! (?:with|which|while|but|as|after|that)\b)[^;.()\d]){2,90},"
    rf" (?:up|down) (?:by )?{ABOUT}"
)
_ENDS = regex(r"(?: (?:on|from|year|over|compared)\b|[.,;)]|$)")
_WHO = (
    r"(?P<who>guest|visitor|customer|shopper|diner|traveller|passenger|holidaymaker|fan|member"
    r"|tourist|drinker|camper|spectator|player)s"
)
_SPENT = regex(
    rf"\b{_WHO} (?:each )?(?:spent|spend|paid) (?:an average of )?{ABOUT}$", re.IGNORECASE
)
_PER = regex(
    r"(?: each)? (?:a|per|every) (?P<per>night|day|visit|head|trip|week|month|stay|game)\b"
)
_RAISE = regex(rf"\b(?:rais(?:e[sd]?|ing)|fetch(?:ed|es)?|bring(?:s|ing)? in|brought in) {ABOUT}$")
_SALE = regex(
    r" (?:from|by|through|via) (?:(?:the |a )?(?:sale|disposal) of|selling(?: off)?)"
    r" (?:(?:its|the|their|some|all|a|an|two|three|four|five|six|seven|eight|nine|ten|[0-9]+) )*"
    r"(?P<what>(?:(?!(?:to|in|by|and|or|for|from|at|which|that|it|this)\b)[\w’'-]+ ?){1,4})"
)
_BY_SELLING = regex(
    r" of (?:its|their|the group[’']s|the company[’']s) (?P<whole>(?:[a-z-]+ )?"
    r"(?:revenues?|sales|profits?|income|turnover|earnings)) (?:by|from|through)"
    r" (?P<what>(?:selling|letting|renting|making|running|leasing|lending|providing|building"
    r"|supplying|hiring) (?:(?!(?:to|in|for|from|at|which|that|it|who)\b)[\w’'-]+ ?){1,5})"
)
_MOVED = regex(
    r"\b(?P<how>moved|pushed|postponed|delayed|deferred|shifted)(?: back)? (?:the )?"
    rf"(?P<deed>deliver(?:y|ies)|shipments?|handovers?|openings?|launch(?:es)?) of {ABOUT}$"
)
_THINGS = regex(
    r" (?P<what>(?:(?!(?:in|into|to|until|by|from|for)\b)[a-z-]+ ){0,3}?[a-z-]+s)\b"
    r"(?= (?:in|into|to|until|by|from|for)\b|[.,;]|$)"
)
_LIMIT = regex(
    r"\b(?P<what>limit|ceiling|covenant|cap) (?:(?:is|was|stands|stood|set|fixed) )?"
    rf"(?:at|of) {ABOUT}$"
)
# | Bookings for next summer are running | 6 per cent | ahead
_BOOKED = regex(
    r"(?:^|[.;,] |\b(?:and|but|while|that) )"
    r"(?P<what>(?:[\w-]+ )?(?:bookings|reservations"
    r"|pre-?orders|(?:forward|advance|advanced) (?:sales|orders)))"
    r"(?P<for> (?:for|in) (?:the )?[\w ]{3,24}?)?"
    r" (?:are|were|is|have been) (?:(?:now|currently|already|running|trading|pacing|so far|up|down)"
    rf" )*(?:by )?{ABOUT}$",
    re.IGNORECASE,
)
_MOVES = regex(r"\b(?:up|down)\b")
_AHEAD = regex(r" (?:ahead|higher|lower|behind|up|down|below|above)\b")
_COSTS = regex(
    r"(?:^|[,;] |\b(?:because|as|that|and|but|since) )(?:the |its |their )?"
    rf"(?P<what>[a-z-]+(?: [a-z-]+)?) (?:now )?costs? {ABOUT}$"
)
_AS_BEFORE = regex(r"(?: times)? (?:what (?:it|they) (?:did|was|were|used to)|as much)\b")


def by_what_is_told_behind(site: Site) -> Guess[str] | None:
    """The name that such words give."""
    name = ""
    if site.is_share:
        name = _booked(site) or _growth(site) or _by_selling(site)
    elif site.is_money:
        name = _spending(site) or _proceeds(site)
    elif site.figure.dimension == MULTIPLE:
        name = _cost(site) or _multiplied(site)
    elif site.figure.dimension == COUNT:
        name = _moved(site) or _done_of_them(site) or _short_of(site)
    return Guess(name) if name else None


def with_limit(name: str, site: Site) -> str:
    """A ratio's name where the figure is the limit of it that somebody set."""
    found = _LIMIT.search(site.before) if site.figure.dimension == MULTIPLE else None
    is_told = found is None or any(
        word in name.lower() for word in ("limit", "covenant", "ceiling")
    )
    return name if is_told or found is None else f"{name} {found['what']}"


def _growth(site: Site) -> str:
    """The growth of a figure behind which much else is told."""
    last = site.last
    if last is None or not (last.dimension.startswith("money") or last.dimension == COUNT):
        return ""
    if _UP_BEHIND.fullmatch(site.since(last)) is None or _ENDS.match(site.behind) is None:
        return ""
    level = of_last(site)
    return "" if level.doubt or not level.value else name_of_change(level.value, site)


def _booked(site: Site) -> str:
    """By how much bookings of what is to come are ahead today."""
    found = _BOOKED.search(site.before)
    is_told = found and (_AHEAD.match(site.behind) or re.search(r"\b(?:up|down)\b", found[0]))
    return (
        sentence_case([f"{found['what']}{found['for'] or ''} growth"]) if found and is_told else ""
    )


def _spending(site: Site) -> str:
    spent, per = _SPENT.search(site.before), _PER.match(site.behind)
    if spent is None or per is None or "average" in spent[0]:
        return ""
    return f"{spent['who'].capitalize()} spending per {per['per']}"


def _proceeds(site: Site) -> str:
    sale = _SALE.match(site.behind) if _RAISE.search(site.before) else None
    return f"Proceeds from sale of {sale['what'].strip()}" if sale else ""


def _by_selling(site: Site) -> str:
    found = _BY_SELLING.match(site.behind)
    return f"Share of {found['whole']} from {found['what'].strip()}" if found else ""


def _cost(site: Site) -> str:
    costs = _COSTS.search(site.before) if _AS_BEFORE.match(site.behind) else None
    return f"Cost of {costs['what']}" if costs else ""


def _moved(site: Site) -> str:
    moved = _MOVED.search(site.before)
    things = _THINGS.match(site.behind) if moved else None
    if moved is None or things is None:
        return ""
    deed = moved["deed"].removesuffix("y").removesuffix("ies").removesuffix("s")
    deeds = f"{deed}ies" if moved["deed"].startswith("deliver") else f"{deed}s"
    return sentence_case([f"{things['what']}, {deeds} {moved['how']}"])


# It makes money by |selling cabins|. It sold | 1,870 | of them
_DID = regex(
    r"(?:^|[,;] (?:and |but )?)(?:(?:[Ll]ast|[Tt]his) (?:year|month|week|quarter),? "
    r"|[Ii]n (?:19|20)[0-9]{2},? )?"
    r"(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|chain|maker)) "
    rf"(?P<did>sold|built|made|rented|let|leased|shipped) {ABOUT}$"
)
_OF_THEM = regex(r" of (?:them|these|those)\b")
_DOES = {
    "sold": "sells?|selling", "built": "builds?|building", "made": "makes?|making",
    "rented": "rents?|renting", "let": "lets?|letting", "leased": "leases?|leasing",
    "shipped": "ships?|shipping",
}  # fmt: skip
_WHAT = (
    r"(?: out)?(?P<one> an?)? "
    r"(?P<what>(?:(?!(?:to|in|for|from|at|which|that|who|its|the)\b)[a-z-]+ ?){1,5})"
)


def _done_of_them(site: Site) -> str:
    """What somebody did with things that the sentence before says they do that with."""
    did = _DID.search(site.before) if _OF_THEM.match(site.behind) else None
    if did is None:
        return ""
    told = list(
        regex(rf"\b(?:{_DOES[did['did']]}){_WHAT}").finditer(
            f"{site.earlier} {site.before[: did.start()]}"
        )
    )
    if not told:
        return ""
    what = told[-1]["what"].split(" every ")[0].strip()
    return sentence_case([f"{several(what) if told[-1]['one'] else what} {did['did']}"])


def several(what: str) -> str:
    """One thing as many: sandwich, box, battery."""
    if what.endswith("y") and what[-2:-1] not in "aeiou":
        return f"{what[:-1]}ies"
    return f"{what}es" if what.endswith(("s", "sh", "ch", "x")) else f"{what}s"


# Well short of the | 3,100 | it shifted in 2021
_SHORT = regex(
    rf"\b(?:short of|shy of|below|under|above|ahead of|beyond|down on|up on) the {ABOUT}$"
)
_IT_DID = regex(
    r" (?:that )?(?:it|they|the (?:company|group)) (?:had )?"
    r"(?!is\b|has\b)[a-z]+(?:ed|ld|lt|de|t|w)\b"
)


def _short_of(site: Site) -> str:
    """What a number is that another of the sentence falls short of."""
    last = site.last
    if last is None or last.dimension != COUNT:
        return ""
    is_short = _SHORT.search(site.before) and _IT_DID.match(site.behind)
    return of_last(site).value if is_short else ""


# | Halved | its final dividend to 1.5p
_MULTIPLIES = regex(r"(?:halved|doubled|trebled|tripled|quadrupled)", re.IGNORECASE)
_TO_A_LEVEL = regex(
    r" (?:its|the|their) (?P<what>(?:(?!(?:to|from|in|for|and)\b)[a-z-]+ ){1,4})"
    r"to \W?[A-Z]{0,3}\W?[0-9]"
)


def _multiplied(site: Site) -> str:
    """How much of itself something was made that has its level behind."""
    level = _TO_A_LEVEL.match(site.behind) if _MULTIPLIES.fullmatch(site.figure.text) else None
    return name_of_change(sentence_case([level["what"].strip()]), site) if level else ""
