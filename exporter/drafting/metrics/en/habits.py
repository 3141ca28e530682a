"""What people of a kind do on average: how long they stay, what they spend there.

Drivers who plug in stay for | 34 minutes | on average, about | twice | as long as those who fill
up, and spend | £11.40 | in the shops.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.words import CUSTOMERS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, SPANS_OF_TIME

_PEOPLE = (
    rf"(?:{CUSTOMERS}|drivers|visitors|guests|shoppers|passengers|patients|users|diners"
    r"|travellers|travelers|viewers|players|readers|listeners|students|owners|drinkers"
    r"|couples|tourists|subscribers|buyers|riders|parents|walkers|campers|pilgrims"
    r"|motorists|residents|borrowers|savers|callers|people|those|audiences|fans|golfers"
    r"|skiers|cyclists|commuters|children|adults|women|men)"
)
_KIND = rf"(?:[a-z][\w-]* ){{0,2}}?{_PEOPLE}"
# Drivers who plug in; visitors to its parks; guests with children
_WHO = (
    rf"(?P<who>(?i:{_KIND})(?:,? (?:who|that) (?P<doing>(?:(?!and\b)[\w’'-]+ ){{0,6}}?[\w’'-]+),?"
    r"| (?:to|from|at|in|on|with) (?:the |its |their )?[\w’'-]+(?: [a-z-]+)?)?)"
)
_MEAN = r"(?:,? (?:on average|typically|usually|generally|each|now|already)\b,?)*"
_SAID = r"(?:,? (?:(?:he|she|it|they|[A-Z][\w’'-]+) (?:says|said|reckons|adds|added|claims)),?)?"
_STAYS = {
    "stay": "stay", "linger": "stay", "dwell": "stay", "wait": "wait", "queue": "wait",
    "commute": "commute", "travel": "travel time", "watch": "viewing time", "sleep": "sleep",
}  # fmt: skip
_BEGINS = (
    r"(?:^|^(?:At|In|On) [^;.0-9]{2,40}?, |(?:^|[,;:.“\"] ?)"
    r"(?:(?:[Aa]nd|[Bb]ut|that|[Tt]he|[Ii]ts|[Oo]ur) )*)"
)
_STAY = regex(
    rf"{_BEGINS}{_WHO}{_MEAN} (?P<verb>{'|'.join(_STAYS)})s?"
    rf"(?: (?:there|around|on site))?(?: for)?(?P<mean>(?: an)? average of)? {ABOUT}$"
)
_NIGHTS = regex(r" nights\b")
_ON_AVERAGE = regex(r"(?:(?! and\b)[^,;.0-9]){0,30}?,? on average\b")
_SPEND = regex(
    rf"{_BEGINS}{_WHO}(?P<between>{_MEAN} (?:{'|'.join(_STAYS)})s?\b[^;]+?)?{_SAID}(?:,? and)?"
    rf"{_MEAN} (?P<verb>spend|pay|spent|paid)"
    rf"(?P<mean> (?:an )?average of)? {ABOUT}$"
)
_ON_WHAT = regex(
    r"(?: each)?(?: (?:a|per) (?P<per>visit|head|night|day|week|month|year|trip|stay|time))?"
    r"(?P<where> (?:in|on|at) (?:(?:the|its|their|a) )?"
    r"(?:(?!(?:and|but|which|that|a|per|on|in|at|during|while|before|after)\b)[\w’'-]+ ?){1,3})?"
)
# Managers, who earn | £41,000 | on average
_WHO_EARN = regex(
    rf"{_BEGINS}(?P<who>(?:[A-Za-z][\w-]* ){{0,2}}[A-Za-z][a-z-]+s),? who"
    rf" (?:(?:each|typically|now) )?(?P<verb>earn|make|take home|are paid|get|pay|spend)"
    rf"(?P<mean> an average of)? {ABOUT}$"
)
_EARNINGS = {"pay": "payment", "spend": "spending"}
_EACH = regex(r" (?:each|apiece|a head)(?=[,.;]|$| (?:in|on|at)\b)")
_AS_LONG = regex(r"(?: times)? as (?:long|much) as (?P<whom>those [^,;.]{3,40}|[a-z][^,;.]{2,40})")


def by_habit(site: Site) -> Guess[str] | None:
    """The name of what people of a kind do on average; None of anything else."""
    name = ""
    if site.figure.dimension in SPANS_OF_TIME or (site.is_counted and _NIGHTS.match(site.behind)):
        name = _stay(site)
    elif site.is_money:
        name = _spending(site) or _earnings(site)
    elif site.figure.dimension == MULTIPLE:
        name = _as_others(site)
    return Guess(name) if name else None


def _stay(site: Site) -> str:
    found = _STAY.search(site.before)
    if found is None:
        return ""
    is_mean = found["mean"] or re.search(r"\bon average\b", found[0])
    mean = "average " if is_mean or _ON_AVERAGE.match(site.behind) else ""
    return sentence_case([f"{mean}{_STAYS[found['verb']]} of {_whose(found)}"])


def _spending(site: Site) -> str:
    found = _SPEND.search(site.before)
    each = found is not None and not site.figure.per and _EACH.match(site.behind)
    if found is None or not (found["doing"] or found["between"] or found["mean"] or each):
        return ""
    if found["verb"] == "spent" and not (found["doing"] or each):
        return ""
    behind = _ON_WHAT.match(site.behind)
    where = (
        re.sub(r" (?:the|its|their|a) ", " ", (behind["where"] or "").rstrip()) if behind else ""
    )
    per = f" per {behind['per']}" if behind and behind["per"] else ""
    mean = "average " if found["mean"] or re.search(r"\bon average\b", found[0]) else ""
    done = "spending" if found["verb"] in {"spend", "spent"} else "payment"
    if each:
        return sentence_case([f"{mean}{done}{where} per {one_of(_whose(found))}"])
    return sentence_case([f"{mean}{done}{where} of {_whose(found)}{per}"])


def _earnings(site: Site) -> str:
    """What those of a kind earn, or pay, whom an aside tells of."""
    found = _WHO_EARN.search(site.before)
    if found is None:
        return ""
    is_mean = found["mean"] or _ON_AVERAGE.match(site.behind)
    what = _EARNINGS.get(found["verb"], "pay" if found["verb"] == "are paid" else "earnings")
    return sentence_case([f"{'average ' if is_mean else ''}{what} of {_whose(found)}"])


def _whose(found: re.Match[str]) -> str:
    who = re.sub(r"\b(?:the|its|their|our) ", "", found["who"].rstrip(","))
    return who[:1].lower() + who[1:]


def _as_others(site: Site) -> str:
    """How many times as long, or as much, as others: the habit before, against theirs."""
    others, last = _AS_LONG.match(site.behind), site.last
    if others is None or last is None or re.search("[;.]", site.since(last)):
        return ""
    name = of_other(site, last).value
    is_habit = re.match(r"(?:Average )?[a-z ]+ (?:in [a-z ]+ )?of ", name, re.IGNORECASE)
    return f"{name}, multiple of {others['whom'].strip()}" if is_habit else ""
