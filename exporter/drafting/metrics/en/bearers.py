"""Figures whose noun says little beside a subject or an object that says it: mowers passed 9 units.

Mowers passed | 180,000 | units and account for | 27% | of sales; lift annual capacity to | 260,000
units; cut list prices by | 10% | for new customers; invest | 40 million | in a second line.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.wordings import (
    COUNTED,
    SHARE,
    Found,
    Naming,
    counted,
    money,
    rule_of,
    share,
)
from exporter.drafting.metrics.en.words import AGENTS, METRICS
from exporter.engine.regex import regex

_ABOUT = about_or("an?", "another", "a further")


def _guided_to(found: Found) -> str:
    """What is counted that guidance is of, with the country in which it is."""
    name, place = counted_phrase(found.site), _IN_THE.match(found.site.behind)
    if not name or place is None or " in " in name:
        return name
    return f"{place['place']} {lowered(name, found.site.text)}"


_IN_THE = regex(r"[^,;.]*? in the (?P<place>[A-Z]{2,3})\b")
# Robotic mowers passed | 180,000 units
_HEAD = regex(
    r"(?:[A-Z]\w[\w ]*, )?(?P<what>[A-Z][\w-]*s|[A-Z][\w-]*(?: [a-z][\w-]*){0,2} [a-z][\w-]*s) "
    r"(?:passed|reached|hit|topped|exceeded|totalled|(?:rose|fell|grew|climbed|increased|declined"
    rf"|slipped|came) to) {_ABOUT}(?P<of>[0-9][0-9,.]*(?: million| thousand|[mk])?) units?\b",
)


def _headed(site: Site) -> re.Match[str] | None:
    found = _HEAD.match(site.text)
    last = found["what"].lower().split()[-1] if found else ""
    is_measure = last in METRICS | AGENTS or last in _MEASURES
    return None if is_measure or (found and found["what"].lower() in site.names) else found


_MEASURES = frozenset(
    "sales orders deliveries shipments volumes registrations imports they".split()
)


def _units(site: Site) -> str:
    found = _headed(site)
    if found is None or found.start("of") != site.tokens[site.at].start:
        return ""
    return f"{one_of(found['what'])} units"


def one_of(plural: str) -> str:
    """One of several: mowers, batteries, presses."""
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return plural[:-2] if plural.endswith(("sses", "shes", "ches", "xes")) else plural[:-1]


_OWN = regex(r"(?:analysts|investors|brokers|shareholders|sales|[Ww]e|its|directors|operations)$")


def _earned(found: Found) -> str:
    """The return or the margin of those that earn it, where they are a part of a company."""
    who, site = found["who"], found.site
    if _OWN.search(who) or who.lower() in site.names:
        return ""
    return sentence_case([f"{found['what']} of {lowered(who, site.text)}"])


# , and now account for | 27% | of revenue
_ACCOUNT = regex(
    r",? (?:and|but|which) (?:\w+ )?(?:account(?:ed)? for|ma[dk]e up|represent(?:ed)?"
    rf"|br(?:ing|ought) in|contributed?|generated?) {_ABOUT}$"
)


def _of_units(site: Site) -> str:
    found = _headed(site)
    is_share = found is not None and _ACCOUNT.search(site.before) is not None
    if found is None or not is_share or site.next() != "of":
        return ""
    whole = phrase_right(site.tokens, site.at + 2, site.names)
    return f"{found['what']}' share of {lowered(whole, site.text)}" if whole else ""


_CUTTING = ("cut", "lower", "reduc", "slash", "trim")


def _price_for(found: Found) -> str:
    if found["whom"].split()[-1] in _TIMES:
        return ""
    dropped = found["verb"].startswith(_CUTTING) and found.site.figure.value > 0
    name = name_of_change(sentence_case([found["what"]]), found.site, dropped=dropped)
    return f"{name} for {found['whom']}"


_TIMES = frozenset("days weeks months years quarters seasons".split())
by_bearer = rule_of(
    # A land bank of | 38,000 plots; its waiting list stood at | 14,000 customers
    counted(
        before=regex(
            r"(?P<what>(?:(?:strategic|consented|owned|forward|total|short-term|long-term|firm"
            r"|open|outstanding) )?(?:land ?bank|order (?:book|bank|backlog)|backlog|waiting list"
            r"|pipeline)) (?:of|now stands at|stands at|stood at|holds|held|totals|totalled)"
            rf" {_ABOUT}$",
            re.IGNORECASE,
        ),
        name=lambda found: sentence_case([found["what"].lower()]),
    ),
    # Stuck to its guidance of | 10,400 to 10,800 completions | in the UK
    counted(
        before=r"\b(?:guidance|outlook|forecast|projection) (?:of|for) (?:between )?"
        rf"(?:[0-9][0-9,.]*(?: million| thousand)? (?:to|and) )?{_ABOUT}$",
        name=_guided_to,
    ),
    Naming(COUNTED, _units),
    # Should lift annual capacity to | 260,000 units
    counted(
        before=r"\b(?:lift|rais|increas|expand|boost|bring|tak|brought|took|doubl|tripl|cut"
        r"|reduc)\w* (?:(?:its|our|their|the|total|that) )*(?P<what>(?:[a-z-]+ ){0,3}capacity)"
        rf"(?: (?:there|at|in) ?(?:[A-Z][\w-]*)?)? to {_ABOUT}$",
        name="{what}",
    ),
    Naming(SHARE, _of_units),
    # Cut its list prices by | 10% | for new customers
    share(
        before=r"\b(?P<verb>cut(?:ting)?|rais(?:ed|ing)|lower(?:ed|ing)|increas(?:ed|ing)"
        r"|reduc(?:ed|ing)|slash(?:ed|ing)|lift(?:ed|ing)|trimm(?:ed|ing)) (?:its|their|our|the"
        r"|his|her)? ?(?P<what>(?:[a-z-]+ ){0,2}(?:prices?|fees?|rates?|tariffs?|fares?|charges?"
        rf"|rents?|tolls?)) by {_ABOUT}$",
        behind=r" for (?P<whom>(?:[a-z-]+ ){0,2}[a-z-]+s)(?=[,.;]| and\b| in\b| from\b|$)",
        name=_price_for,
    ),
    # Mature sites earn a return on capital of | 31 per cent
    share(
        before=r"(?:^|[,;:“] (?:and |but |while )?|\b(?:and|while|but|that|because) )"
        r"(?:[Tt]he |[Ii]ts |[Tt]heir )?"
        r"(?P<who>[A-Za-z][a-z-]+(?: [a-z][a-z-]+){0,2}(?<!s)s) (?:now |typically |usually )?"
        r"(?:earn|make|have|had|made|earned|achieve|achieved|generate|generated|deliver|delivered"
        r"|produce|yield|enjoy) (?:an? )?(?P<what>(?:[a-z-]+ ){0,2}(?:return|margin|yield)s?"
        rf"(?: on [a-z]+(?: (?!of\b)[a-z]+)?)?) of {_ABOUT}$",
        name=_earned,
    ),
    # Invest | 40 million | in a second line at Brno
    money(
        before=rf"\binvest(?:s|ed|ing)? {_ABOUT}[A-Z]{{0,3}}[$€£¥]?$",
        behind=r" in (?:an? |its |our |the |their )(?P<what>(?:second|third|fourth|fifth|sixth)"
        r"(?: [a-z-]+){1,3}?)(?P<place> (?:at|in|near) [A-Z][\w-]*(?: [A-Z][\w-]*)*)?"
        r"(?=[,.;]| (?:which|that|to|by|over|this|next|and)\b|$)",
        name="Investment in {what}{place}",
    ),
)
