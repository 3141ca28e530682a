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
from exporter.drafting.metrics.en.wordings import (
    Found,
    counted,
    in_units_of,
    money,
    rule_of,
    share,
    wording,
)
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, MULTIPLE

# | £31 | a night each in the bars, arcades and chip shops, up | 3 per cent
_UP_BEHIND = regex(
    r"(?:(?! (?:with|which|while|but|as|after|that)\b)[^;.()\d]){2,90},"
    rf" (?:up|down) (?:by )?{ABOUT}"
)
_ENDS = regex(r"(?: (?:on|from|year|over|compared)\b|[.,;)]|$)")


def _growth(found: Found) -> str:
    """The growth of a figure behind which much else is told."""
    site, last = found.site, found.site.last
    if last is None or not (last.dimension.startswith("money") or last.dimension == COUNT):
        return ""
    if _UP_BEHIND.fullmatch(site.since(last)) is None:
        return ""
    level = of_last(site)
    return "" if level.doubt or not level.value else name_of_change(level.value, site)


_MOVES = regex(r"\b(?:up|down)\b")
_AHEAD = regex(r" (?:ahead|higher|lower|behind|up|down|below|above)\b")


def _booked(found: Found) -> str:
    """By how much bookings of what is to come are ahead today."""
    is_told = _AHEAD.match(found.site.behind) or _MOVES.search(found.before[0])
    return sentence_case([f"{found['what']}{found['for']} growth"]) if is_told else ""


_WHO = (
    r"(?P<who>guest|visitor|customer|shopper|diner|traveller|passenger|holidaymaker|fan|member"
    r"|tourist|drinker|camper|spectator|player)s"
)


def _spending(found: Found) -> str:
    is_mean = "average" in found.before[0]
    return "" if is_mean else f"{found['who'].capitalize()} spending per {found['per']}"


def _moved(found: Found) -> str:
    deed = found["deed"].removesuffix("y").removesuffix("ies").removesuffix("s")
    deeds = f"{deed}ies" if found["deed"].startswith("deliver") else f"{deed}s"
    return sentence_case([f"{found['what']}, {deeds} {found['how']}"])


_DOES = {
    "sold": "sells?|selling", "built": "builds?|building", "made": "makes?|making",
    "rented": "rents?|renting", "let": "lets?|letting", "leased": "leases?|leasing",
    "shipped": "ships?|shipping",
}  # fmt: skip
_WHAT = (
    r"(?: out)?(?P<one> an?)? "
    r"(?P<what>(?:(?!(?:to|in|for|from|at|which|that|who|its|the)\b)[a-z-]+ ?){1,5})"
)


def _done_of_them(found: Found) -> str:
    """What somebody did with things that the sentence before says they do that with."""
    site, did = found.site, found["did"]
    before = f"{site.earlier} {site.before[: found.before.start()]}"
    told = list(regex(rf"\b(?:{_DOES[did]}){_WHAT}").finditer(before))
    if not told:
        return ""
    what = told[-1]["what"].split(" every ")[0].strip()
    return sentence_case([f"{several(what) if told[-1]['one'] else what} {did}"])


def several(what: str) -> str:
    """One thing as many: sandwich, box, battery."""
    if what.endswith("y") and what[-2:-1] not in "aeiou":
        return f"{what[:-1]}ies"
    return f"{what}es" if what.endswith(("s", "sh", "ch", "x")) else f"{what}s"


def _short_of(found: Found) -> str:
    """What a number is that another of the sentence falls short of."""
    last = found.site.last
    return of_last(found.site).value if last is not None and last.dimension == COUNT else ""


# | Halved | its final dividend to 1.5p
_MULTIPLIES = regex(r"(?:halved|doubled|trebled|tripled|quadrupled)", re.IGNORECASE)


def _multiplied(found: Found) -> str:
    """How much of itself something was made that has its level behind."""
    what, is_told = found["what"].strip(), _MULTIPLIES.fullmatch(found.site.figure.text)
    return name_of_change(sentence_case([what]), found.site) if is_told else ""


by_what_is_told_behind = rule_of(
    # Bookings for next summer are running | 6 per cent | ahead
    share(
        before=regex(
            r"(?:^|[.;,] |\b(?:and|but|while|that) )"
            r"(?P<what>(?:[\w-]+ )?(?:bookings|reservations"
            r"|pre-?orders|(?:forward|advance|advanced) (?:sales|orders)))"
            r"(?P<for> (?:for|in) (?:the )?[\w ]{3,24}?)?"
            r" (?:are|were|is|have been) (?:(?:now|currently|already|running|trading|pacing|so far"
            rf"|up|down) )*(?:by )?{ABOUT}$",
            re.IGNORECASE,
        ),
        name=_booked,
    ),
    # | £31 | a night each in the bars, arcades and chip shops, up | 3 per cent
    share(behind=_ENDS, name=_growth),
    # Makes | 40 per cent | of its revenue by selling cabins
    share(
        behind=r" of (?:its|their|the group[’']s|the company[’']s) (?P<whole>(?:[a-z-]+ )?"
        r"(?:revenues?|sales|profits?|income|turnover|earnings)) (?:by|from|through)"
        r" (?P<what>(?:selling|letting|renting|making|running|leasing|lending|providing|building"
        r"|supplying|hiring) (?:(?!(?:to|in|for|from|at|which|that|it|who)\b)[\w’'-]+ ?){1,5})",
        name=lambda found: f"Share of {found['whole']} from {found['what'].strip()}",
    ),
    # Guests spent | £31 | a night in the bars and shops
    money(
        before=regex(
            rf"\b{_WHO} (?:each )?(?:spent|spend|paid) (?:an average of )?{ABOUT}$",
            re.IGNORECASE,
        ),
        behind=r"(?: each)? (?:a|per|every) (?P<per>night|day|visit|head|trip|week|month|stay"
        r"|game)\b",
        name=_spending,
    ),
    # Hopes to raise | £40mn | from the sale of its parks
    money(
        before=rf"\b(?:rais(?:e[sd]?|ing)|fetch(?:ed|es)?|bring(?:s|ing)? in|brought in) {ABOUT}$",
        behind=r" (?:from|by|through|via) (?:(?:the |a )?(?:sale|disposal) of|selling(?: off)?)"
        r" (?:(?:its|the|their|some|all|a|an|two|three|four|five|six|seven|eight|nine|ten|[0-9]+)"
        r" )*(?P<what>(?:(?!(?:to|in|by|and|or|for|from|at|which|that|it|this)\b)[\w’'-]+ ?){1,4})",
        name=lambda found: f"Proceeds from sale of {found['what'].strip()}",
    ),
    # A cabin costs | twice | what it did
    wording(
        in_units_of(MULTIPLE),
        before=r"(?:^|[,;] |\b(?:because|as|that|and|but|since) )(?:the |its |their )?"
        rf"(?P<what>[a-z-]+(?: [a-z-]+)?) (?:now )?costs? {ABOUT}$",
        behind=r"(?: times)? (?:what (?:it|they) (?:did|was|were|used to)|as much)\b",
        name="Cost of {what}",
    ),
    # | Halved | its final dividend to 1.5p
    wording(
        in_units_of(MULTIPLE),
        behind=r" (?:its|the|their) (?P<what>(?:(?!(?:to|from|in|for|and)\b)[a-z-]+ ){1,4})"
        r"to \W?[A-Z]{0,3}\W?[0-9]",
        name=_multiplied,
    ),
    # Moved the delivery of | 14 pumps | into May
    counted(
        before=r"\b(?P<how>moved|pushed|postponed|delayed|deferred|shifted)(?: back)? (?:the )?"
        rf"(?P<deed>deliver(?:y|ies)|shipments?|handovers?|openings?|launch(?:es)?) of {ABOUT}$",
        behind=r" (?P<what>(?:(?!(?:in|into|to|until|by|from|for)\b)[a-z-]+ ){0,3}?[a-z-]+s)\b"
        r"(?= (?:in|into|to|until|by|from|for)\b|[.,;]|$)",
        name=_moved,
    ),
    # It makes money by |selling cabins|. It sold | 1,870 | of them
    counted(
        before=r"(?:^|[,;] (?:and |but )?)(?:(?:[Ll]ast|[Tt]his) (?:year|month|week|quarter),? "
        r"|[Ii]n (?:19|20)[0-9]{2},? )?"
        r"(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|chain|maker)) "
        rf"(?P<did>sold|built|made|rented|let|leased|shipped) {ABOUT}$",
        behind=r" of (?:them|these|those)\b",
        name=_done_of_them,
    ),
    # Well short of the | 3,100 | it shifted in 2021
    counted(
        before=r"\b(?:short of|shy of|below|under|above|ahead of|beyond|down on|up on) the"
        rf" {ABOUT}$",
        behind=r" (?:that )?(?:it|they|the (?:company|group)) (?:had )?"
        r"(?!is\b|has\b)[a-z]+(?:ed|ld|lt|de|t|w)\b",
        name=_short_of,
    ),
)

_LIMIT = regex(
    r"\b(?P<what>limit|ceiling|covenant|cap) (?:(?:is|was|stands|stood|set|fixed) )?"
    rf"(?:at|of) {ABOUT}$"
)


def with_limit(name: str, site: Site) -> str:
    """A ratio's name where the figure is the limit of it that somebody set."""
    found = _LIMIT.search(site.before) if site.figure.dimension == MULTIPLE else None
    is_told = found is None or any(
        word in name.lower() for word in ("limit", "covenant", "ceiling")
    )
    return name if is_told or found is None else f"{name} {found['what']}"
