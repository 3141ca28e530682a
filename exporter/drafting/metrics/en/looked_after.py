"""Those whom somebody looks after, whose money somebody holds, and who lose their jobs.

Looks after | 4,900 | people; looks after | £640m | on behalf of customers; | 260 | of 410 workers
will lose their jobs.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.wordings import (
    COUNTED,
    Found,
    either,
    in_units_of,
    money,
    rule_of,
    wording,
)
from exporter.drafting.metrics.en.words import CUSTOMERS, STAFF
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
        before=r"\b(?:(?P<after>look(?:s|ed|ing)? after)|car(?:es|ed|ing) for|(?P<treated>treat"
        rf"(?:s|ed|ing)?)|(?P<fed>feed(?:s|ing)?|fed)|(?P<housed>hous(?:es|ed|ing))) {ABOUT}$",
        behind=r" (?P<who>people|patients|children|residents|pupils|animals|dogs|cats|tenants)\b",
        name=_cared_for,
    ),
    # 3.4 million | people who play online
    wording(
        _PEOPLE,
        behind=r" people who (?P<do>(?!are\b|were\b|have\b|had\b|will\b|would\b)[a-z]+(?:"
        r" [a-z]+){0,2}?)(?=[,.;]|$| (?:and|in|at|on|have|are|were|spent|paid|spend|pay"
        r"|accounted)\b)",
        name="People who {do}",
    ),
)
