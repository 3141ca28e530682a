"""Shares of a whole, by who gets or holds them or what they go on.

Managers get | a tenth | of their shop's profit; wages eat | 58p | of every pound that comes in;
premium seats make up | 11% | of those sold; net debt was £214m, or | 35% | of that; the biggest
five chains own | 14% | of them.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.as_before import sum_before
from exporter.drafting.metrics.en.counted import things_counted
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.wordings import Found, money, rule_of, share
from exporter.evidence.reading import read_figures

_BEGINS = r"(?:^|[;:,.“\"] (?:and |but |while )?(?:[Tt]he |[Ii]ts )?|^(?:The|Its|Their) )"


def _of_a_pound(found: Found) -> str:
    return sentence_case([f"{found['what']} per {found['one']} of {found['of'] or 'revenue'}"])


def _of_those(found: Found) -> str:
    of = f"{found['what']}’ share of {found['things']} {found['done']}"
    return of.replace("’", "'")


def _of_that(found: Found) -> str:
    """How large a sum is against the one that the sentence before tells."""
    site, last = found.site, found.site.last
    if last is None or not last.dimension.startswith("money"):
        return ""
    part, whole = sure_of(site, last), sum_before(site)
    return f"{part} as share of {lowered(whole, site.earlier)}" if part and whole else ""


def _held_by_biggest(found: Found) -> str:
    what = _things_before(found) if found["what"] == "them" else found["what"]
    return sentence_case([f"{found['who']}' share of {what}"]) if what else ""


def _things_before(found: Found) -> str:
    """The first things that the sentence before counts; "" where it counts none."""
    counted = things_counted(read_figures(found.site.earlier))
    return " ".join(counted[0]) if counted else ""


by_held_share = rule_of(
    # Wages eat | 58p | of every pound that comes in
    money(
        before=r"(?:^|[.;,:] |\b(?:for|and|but|because|as|while) )(?:[Tt]he |[Ii]ts )?"
        r"(?P<what>[A-Za-z][a-z-]+(?: (?:and )?[a-z-]+){0,3}?) (?:now |alone |already )?"
        r"(?:eats?|ate|takes?|took|swallow(?:s|ed)?|absorbs?|costs?|consumes?|makes? up)(?: up)?"
        rf" {ABOUT}$",
        behind=r" (?:of|in|out of|from) (?:every|each) (?P<one>pound|dollar|euro|rupee)"
        r"(?: (?:that|which) comes in| it (?:takes|earns|makes)| (?:of|in) (?P<of>[a-z]+))?",
        name=_of_a_pound,
    ),
    # Managers, who earn £41,000, get | a tenth | of their shop's profit
    share(
        before=rf"{_BEGINS}(?P<who>(?:[A-Za-z][\w-]* ){{0,2}}[A-Za-z][a-z-]+s)(?:, who [^;.]*?,)?"
        r" (?:(?:each|now|also|still|typically) )*(?:get|receive|keep|pocket|take|are paid|earn)"
        rf" {ABOUT}$",
        behind=r" of (?:their |its |the )?(?P<what>(?:[a-z’'-]+ ){0,3}?(?:profits?|sales|takings"
        r"|revenues?|proceeds|savings|price|fees?|gains?|tips|royalties))\b",
        name="{who}' share of {what}",
    ),
    # Premium seats, which cost more, now make up | 11% | of those sold
    share(
        before=r"(?:^|[.;] )(?P<what>(?P<lead>[A-Z][a-z-]+ (?:[a-z-]+ )?)(?P<things>[a-z-]+s))"
        r"(?:, which [^,;.]*,)? (?:now |still |already )?(?:make up|made up|account for|accounted"
        rf" for|represent|represented|are|were) {ABOUT}$",
        behind=r" of (?:those|all|the ones|the total) (?P<done>[a-z]+(?:ed|ld|ilt|ght|de|ken"
        r"|et))\b",
        name=_of_those,
    ),
    # Its homes were valued at £610m. Net debt was £214m, or | 35% | of that
    share(
        before=rf",? or {ABOUT}$",
        behind=r" of (?:that|this)(?=[,.;]|$| (?:and|sum|figure|value)\b)",
        name=_of_that,
    ),
    # The biggest five chains own only | 14% | of them
    share(
        before=r"\b[Tt]he (?P<who>(?:(?:biggest|largest|top|leading|four|five|three|ten|big|two"
        r"|six|[0-9]+) )+[a-z]+s) (?:now |together |between them )*"
        rf"(?:own|run|have|hold|control|sell|make|operate) {ABOUT}$",
        behind=r" of (?:(?:the|all|its|their) )*(?P<what>them|[a-z]+(?: [a-z]+){0,2}?)"
        r"(?=[,.;]|$| (?:in|and|but|while|between)\b)",
        name=_held_by_biggest,
    ),
)
