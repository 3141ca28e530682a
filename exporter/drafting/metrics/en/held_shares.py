"""Shares of a whole, by who gets or holds them or what they go on.

Managers get | a tenth | of their shop's profit; wages eat | 58p | of every pound that comes in;
premium seats make up | 11% | of those sold; net debt was £214m, or | 35% | of that; the biggest
five chains own | 14% | of them.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.as_before import sum_before
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures


def by_held_share(site: Site) -> Guess[str] | None:
    """The name of such a share; None elsewhere."""
    name = ""
    if site.is_money:
        name = _of_a_pound(site)
    elif site.is_share:
        name = _gets(site) or _of_those(site) or _of_that(site) or _held_by_biggest(site)
    return Guess(name) if name else None


_BEGINS = r"(?:^|[;:,.“\"] (?:and |but |while )?(?:[Tt]he |[Ii]ts )?|^(?:The|Its|Their) )"
# Managers, who earn £41,000, get | a tenth | of their shop's profit
_GETS = regex(
    rf"{_BEGINS}(?P<who>(?:[A-Za-z][\w-]* ){{0,2}}[A-Za-z][a-z-]+s)(?:, who [^;.]*?,)?"
    r" (?:(?:each|now|also|still|typically) )*(?:get|receive|keep|pocket|take|are paid|earn)"
    rf" {ABOUT}$"
)
_OF_PROFIT = regex(
    r" of (?:their |its |the )?(?P<what>(?:[a-z’'-]+ ){0,3}?(?:profits?|sales|takings|revenues?"
    r"|proceeds|savings|price|fees?|gains?|tips|royalties))\b"
)


def _gets(site: Site) -> str:
    """Whose share of what a business makes."""
    gets, what = _GETS.search(site.before), _OF_PROFIT.match(site.behind)
    if gets is None or what is None:
        return ""
    return f"{sentence_case([gets['who']])}' share of {what['what']}"


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


# Its homes were valued at £610m. Net debt was £214m, or | 35% | of that
_OR_OF_THAT = regex(rf",? or {ABOUT}$")
_OF_THAT = regex(r" of (?:that|this)(?=[,.;]|$| (?:and|sum|figure|value)\b)")


def _of_that(site: Site) -> str:
    """How large a sum is against the one that the sentence before tells."""
    last = site.last
    is_told = _OR_OF_THAT.search(site.before) and _OF_THAT.match(site.behind)
    if last is None or not is_told or not last.dimension.startswith("money"):
        return ""
    part, whole = sure_of(site, last), sum_before(site)
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
