"""Shares and parts as newspapers tell them, each by the words around it.

Wages eat | 58p | of every pound that comes in; the biggest five chains own | 14% | of them; net
debt was £214m, or | 35% | of that; looks after | 4,900 | people; the average resident paid | £9 |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, only_of_earlier, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures


def by_share_of_papers(site: Site) -> Guess[str] | None:
    """The name that such words give a figure; None elsewhere."""
    name = ""
    if site.is_money:
        name = _of_a_pound(site) or _average_paid(site) or _as_it_was(site)
    elif site.is_share:
        name = _of_that(site) or _held_by_biggest(site) or _carries(site) or _costs_yearly(site)
    elif site.is_counted or site.figure.dimension == "people":
        name = _looked_after(site)
    return Guess(name) if name else None


# Wages eat | 58p | of every pound that comes in
_EAT = regex(
    r"(?:^|[.;,:] |\b(?:for|and|but|because|as|while) )(?:[Tt]he |[Ii]ts )?"
    r"(?P<what>[A-Za-z][a-z-]+(?: (?:and )?[a-z-]+){0,3}?) (?:now |alone |already )?(?:eats?|ate"
    rf"|takes?|took|swallow(?:s|ed)?|absorbs?|costs?|consumes?|makes? up)(?: up)? {ABOUT}$"
)
_EVERY_POUND = regex(
    r" (?:of|in|out of|from) (?:every|each) (?P<one>pound|dollar|euro|rupee)"
    r"(?: (?:that|which) comes in| it (?:takes|earns|makes)| (?:of|in) (?P<of>[a-z]+))?"
)


def _of_a_pound(site: Site) -> str:
    """What goes on something of every pound that comes in."""
    eat, every = _EAT.search(site.before), _EVERY_POUND.match(site.behind)
    if eat is None or every is None:
        return ""
    return sentence_case([f"{eat['what']} per {every['one']} of {every['of'] or 'revenue'}"])


# The average resident paid | £1,310 | a week
_PAID = regex(
    r"\b(?:[Tt]he|[Aa]n) (?P<mean>average|typical) (?P<who>[a-z]+(?<!s)(?: [a-z]+(?<!s))?)"
    rf" (?:now |already )?(?P<verb>pays?|paid|spends?|spent|earns?|earned) {ABOUT}$"
)


def _average_paid(site: Site) -> str:
    """What one of a kind pays, spends or earns on average."""
    found = _PAID.search(site.before)
    if found is None:
        return ""
    kinds = {"p": "payment", "s": "spending", "e": "earnings"}
    return f"{found['mean'].capitalize()} {kinds[found['verb'][0]]} per {found['who']}"


# We used to spend £9m a year on agencies. Last year it was | £2.2m
_IT_WAS = regex(
    r"^(?:Last year|This year|Now|Today|Then|In [0-9]{4}|A year (?:later|ago|earlier)),? "
    rf"(?:it|that) (?:is|was|had been|came to|will be) (?:just |only )?{ABOUT}\W?$"
)


def _as_it_was(site: Site) -> str:
    """The one sum of the sentence before, told of another year."""
    if not _IT_WAS.search(site.before):
        return ""
    return _one_sum_before(site)


def _one_sum_before(site: Site) -> str:
    """What the only sum of the sentence before is called; "" for none, or several."""
    return only_of_earlier(site, lambda one: one.dimension.startswith("money"))


# Its homes were valued at £610m. Net debt was £214m, or | 35% | of that
_OR_OF_THAT = regex(rf",? or {ABOUT}$")
_OF_THAT = regex(r" of (?:that|this)(?=[,.;]|$| (?:and|sum|figure|value)\b)")


def _of_that(site: Site) -> str:
    """How large a sum is against the one that the sentence before tells."""
    last = site.last
    is_told = _OR_OF_THAT.search(site.before) and _OF_THAT.match(site.behind)
    if last is None or not is_told or not last.dimension.startswith("money"):
        return ""
    part, whole = sure_of(site, last), _one_sum_before(site)
    return f"{part} as share of {lowered(whole, site.earlier)}" if part and whole else ""


# The biggest five chains own only | 14% | of them
_BIGGEST = regex(
    r"\b[Tt]he (?P<who>(?:(?:biggest|largest|top|leading|four|five|three|ten|big|two|six|[0-9]+) )+"
    r"[a-z]+s) (?:now |together |between them )*"
    rf"(?:own|run|have|hold|control|sell|make|operate) {ABOUT}$"
)
_OF_WHOLE = regex(
    r" of (?:(?:the|all|its|their) )*(?P<what>them|[a-z]+(?: [a-z]+){0,2}?)"
    r"(?=[,.;]|$| (?:in|and|but|while|between)\b)"
)


def _held_by_biggest(site: Site) -> str:
    """The share of a trade that the biggest of it have."""
    biggest, whole = _BIGGEST.search(site.before), _OF_WHOLE.match(site.behind)
    if biggest is None or whole is None:
        return ""
    what = _things_before(site) if whole["what"] == "them" else whole["what"]
    return sentence_case([f"{biggest['who']}' share of {what}"]) if what else ""


def _things_before(site: Site) -> str:
    """The first things that the sentence before counts; "" where it counts none."""
    counted = things_counted(read_figures(site.earlier))
    return " ".join(counted[0]) if counted else ""


# Rents need no capital and carry a margin of | 50%
_CARRY = regex(
    r"\b(?:carry|carries|command|commands) (?:an? |the )?"
    rf"(?P<what>(?:[a-z-]+ )?(?:margin|yield|coupon|premium|interest rate)) of {ABOUT}$"
)


def _carries(site: Site) -> str:
    found = _CARRY.search(site.before)
    return sentence_case([found["what"]]) if found else ""


# Net debt was £214m, and costs | 6.1% | a year
_AND_COSTS = regex(rf"\b(?:and|which) (?:now )?costs? (?:it |the company )?{ABOUT}$")
_A_YEAR = regex(r" (?:a|per) year\b|(?=[,.;]|$)")
_OWED = regex(r"(?:.* )?(?:debt|borrowings?|loans?|bonds?|facility|mortgages?)$", re.IGNORECASE)


def _costs_yearly(site: Site) -> str:
    """The interest on what is owed."""
    if not _AND_COSTS.search(site.before) or not _A_YEAR.match(site.behind):
        return ""
    owed = (sure_of(site, one) for one in site.figures[: site.number])
    name = next((one for one in owed if _OWED.match(one)), "")
    return f"Interest rate on {lowered(name, site.text)}" if name else ""


# Looks after | 4,900 | people; 3.4 million | people who play online
_CARES = regex(
    r"\b(?:(?P<after>look(?:s|ed|ing)? after)|car(?:es|ed|ing) for|(?P<treated>treat(?:s|ed|ing)?)"
    rf"|(?P<fed>feed(?:s|ing)?|fed)|(?P<housed>hous(?:es|ed|ing))) {ABOUT}$"
)
_WHOM = regex(r" (?P<who>people|patients|children|residents|pupils|animals|dogs|cats|tenants)\b")
_WHO_DO = regex(
    r" people who (?P<do>(?!are\b|were\b|have\b|had\b|will\b|would\b)[a-z]+(?: [a-z]+){0,2}?)"
    r"(?=[,.;]|$| (?:and|in|at|on|have|are|were|spent|paid|spend|pay|accounted)\b)"
)


def _looked_after(site: Site) -> str:
    """People by what is done for them, or by what they do."""
    cares, whom = _CARES.search(site.before), _WHOM.match(site.behind)
    if cares is not None and whom is not None:
        kinds = (kind for kind in ("treated", "fed", "housed") if cares[kind])
        done = "looked after" if cares["after"] else next(kinds, "cared for")
        return sentence_case([f"{whom['who']} {done}"])
    does = _WHO_DO.match(site.behind)
    return f"People who {does['do']}" if does else ""
