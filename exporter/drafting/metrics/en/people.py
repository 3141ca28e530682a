"""People, by what is done for them and what they do: looked after, leaving, holding posts.

Looks after | 4,900 | people; | 260 | of 410 workers will lose their jobs; one in four | of them
left last year; women hold | 38% | of senior posts; members visit | 2.6 times | a month.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.shares import by_share
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.wordings import (
    COUNTED,
    SHARE,
    Found,
    either,
    in_units_of,
    money,
    other_than,
    rule_of,
    share,
    wording,
)
from exporter.drafting.metrics.en.words import CUSTOMERS, STAFF
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_PEOPLE = either(COUNTED, in_units_of("people"))


def _assets(found: Found) -> str:
    how = next(key for key, said in found.before.groupdict().items() if said)
    done = "looked after" if how == "after" else how
    return f"Assets {done} on behalf of {found['whom']}"


_OF_ALL = regex(r"[0-9] of (?:its |the |their )?$")


def _jobs(found: Found) -> str:
    """Jobs that are lost, unless the number is a whole of which some are."""
    if _OF_ALL.search(found.site.before):
        return ""
    return "Jobs to be lost" if found["will"] else "Jobs lost"


def _cared_for(found: Found) -> str:
    kinds = (kind for kind in ("treated", "fed", "housed") if found[kind])
    done = "looked after" if found["after"] else next(kinds, "cared for")
    return sentence_case([f"{found['who']} {done}"])


by_looked_after = rule_of(
    # Looks after | £640mn | on behalf of 187,000 customers
    money(
        before=r"\b(?:(?P<after>look(?:s|ed|ing)? after)|(?P<held>holds?|held|holding)"
        rf"|(?P<managed>manag(?:es|ed|ing|e))|(?P<invested>invest(?:s|ed|ing)?)) {ABOUT}$",
        behind=r" (?:on behalf of|for) (?:its |their |about |some |around |more than )*"
        rf"(?:[0-9][0-9.,]*m? (?:million )?)?(?P<whom>(?:[a-z-]+ )?(?:{CUSTOMERS}|savers|investors"
        r"|pensioners|depositors|policyholders|people|employees))\b",
        name=_assets,
    ),
    # | 260 | of 410 workers will lose their jobs
    wording(
        _PEOPLE,
        behind=rf"(?: of (?:its|the|their)? ?[0-9][0-9.,]*)?(?: [a-z-]+)? (?:{STAFF}|people|miners"
        r"|jobs|bakers|drivers|posts)"
        r" (?:(?P<will>will|would|could|may|might|are to|are set to|face)"
        r" (?:lose|losing) their jobs|(?P<lost>(?:have )?lost their jobs))",
        name=_jobs,
    ),
    # Looks after | 4,900 | people
    wording(
        _PEOPLE,
        before=r"\b(?:(?P<after>look(?:s|ed|ing)? after)|car(?:es|ed|ing) for"
        r"|(?P<treated>treat(?:s|ed|ing)?)|(?P<fed>feed(?:s|ing)?|fed)|(?P<housed>hous(?:es|ed"
        rf"|ing))) {ABOUT}$",
        behind=r" (?P<who>people|patients|children|residents|pupils|animals|dogs|cats|tenants)\b",
        name=_cared_for,
    ),
    # 3.4 million | people who play online
    wording(
        _PEOPLE,
        behind=r" people who (?P<do>(?!are\b|were\b|have\b|had\b|will\b|would\b)[a-z]+"
        r"(?: [a-z]+){0,2}?)(?=[,.;]|$| (?:and|in|at|on|have|are|were|spent|paid|spend|pay"
        r"|accounted)\b)",
        name="People who {do}",
    ),
)


# One in four | of them left last year
_LEFT = regex(
    r" of (?:(?:its|the|their|his|her|our|those) )?(?:[a-z-]+ ){1,4}?"
    r"(?:have |had |has )?(?P<deed>left|quit|resigned|departed|retired)"
    r"(?=[.,;:—–]|$| (?:last|this|in|within|during|since|after|before|each|every|and|by|—|–)\b"
    r"| [—–])"
)
# An improvement on the turnover of nearly | 30 per cent | that it suffered
_TURNOVER = regex(
    rf"\bturnover (?:rate )?(?:of|was|is|ran at|runs at|stood at|reached|hit) {ABOUT}$"
)
_LEAVING = regex(
    r"\b(?:(?:of (?:them|(?:(?:its|the|their) )?[a-z-]+)|staff|workers|people|employees|who)"
    r" (?:have |had |has )?(?:left|quit|leave|resigned|departed|walked out)|retain(?:s|ing)? staff"
    r"|staff retention|leavers)\b"
)


def by_leavers(site: Site) -> Guess[str] | None:
    """The share of those who left, or of a staff that turned over; None elsewhere."""
    if not site.is_share:
        return None
    if _TURNOVER.search(site.before) and _LEAVING.search(f"{site.earlier} {site.before}"):
        return Guess("Staff turnover")
    left = _LEFT.match(site.behind)
    share = by_share(site) if left else None
    if left is None or share is None or not share.value.startswith("Share of "):
        return None
    return Guess(f"{share.value.removesuffix(' ' + left['deed'])} who {left['deed']}", share.doubt)


_POSTS = r"(?:posts|positions|roles|jobs|seats|directorships|places|leadership)"
_OF_POSTS = regex(rf" of (?:all |its |our |the |their )?((?:[a-z-]+ ){{0,2}}{_POSTS})\b")
_NOBODY = frozenset("we they you which who that it these those both".split())


def _held(found: Found) -> str:
    who, posts = found["who"].lower(), found.behind[1]
    return f"Share of {posts} held by {who}" if who not in _NOBODY else ""


def _aim(found: Found) -> str:
    """The aim that is set for the share before."""
    site, before = found.site, found.site.last
    if before is None or _OF_POSTS.match(site.behind):
        return ""
    name = of_other(site, before).value
    is_aim = before.dimension == site.figure.dimension and " held by " in name
    return f"{name}, target" if is_aim else ""


_COMING = {
    "visit": "Visits", "order": "Orders", "shop": "Shopping trips", "travel": "Journeys",
    "fly": "Flights", "train": "Training sessions", "play": "Plays", "log in": "Logins",
    "trade": "Trades",
}  # fmt: skip
_TIMES = regex(r"[0-9.]+ times\b(?! (?:as|more|the|its|what|higher))")


def _visits(found: Found) -> str:
    """How often those of a kind come, each of them."""
    site, who = found.site, found["who"].lower()
    is_often = site.figure.text.lower() in {"once", "twice"}
    if not (is_often or _TIMES.match(site.text, site.tokens[site.at].start)):
        return ""
    one = f"{who[:-3]}y" if who.endswith("ies") else who[:-1]
    return f"{_COMING[found['do']]} per {one}"


by_who_holds = rule_of(
    # Women hold | 38% | of senior posts
    share(
        before=r"(?:^|[,;] (?:and |while )?|\band )(?P<who>[A-Z]?[a-z]+(?: [a-z-]+){0,2}?)"
        r" (?:now |currently |already )?(?:hold|held|occupy|occupied|fill|filled|have|had)"
        rf" {ABOUT}$",
        behind=_OF_POSTS,
        name=_held,
    ),
    # Women hold 31% of senior posts, against a target of | 40%
    share(
        before=r"\b(?:against|towards?|with|versus|compared with|short of) (?:an?|its|our|the)"
        rf" (?:target|goal|aim) of {ABOUT}$",
        name=_aim,
    ),
    # Members visit | 2.6 times | a month
    wording(
        other_than(SHARE),
        before=r"(?:^|[,;] )(?:[Oo]ur |[Ii]ts |[Tt]he (?:average )?)?(?P<who>[A-Za-z][a-z]+"
        r"(?: [a-z]+)?s) (?:now )?(?P<do>visit|order|shop|travel|fly|train|play|log in|trade)"
        rf"(?:ed)? (?:on average )?{ABOUT}$",
        name=_visits,
    ),
)
