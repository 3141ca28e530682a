"""Those whom somebody looks after, whose money somebody holds, and who lose their jobs.

Looks after | 4,900 | people; looks after | £640m | on behalf of customers; | 260 | of 410 workers
will lose their jobs.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import CUSTOMERS, STAFF
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_looked_after(site: Site) -> Guess[str] | None:
    """The name of such people, or of their money; None elsewhere."""
    name = ""
    if site.is_money:
        name = _assets(site)
    elif site.is_counted or site.figure.dimension == "people":
        name = _jobs(site) or _people(site)
    return Guess(name) if name else None


# Looks after | £640mn | on behalf of 187,000 customers
_LOOKS = regex(
    r"\b(?:(?P<after>look(?:s|ed|ing)? after)|(?P<held>holds?|held|holding)"
    rf"|(?P<managed>manag(?:es|ed|ing|e))|(?P<invested>invest(?:s|ed|ing)?)) {ABOUT}$"
)
_BEHALF = regex(
    r" (?:on behalf of|for) (?:its |their |about |some |around |more than )*(?:[0-9][0-9.,]*m? "
    rf"(?:million )?)?(?P<whom>(?:[a-z-]+ )?(?:{CUSTOMERS}|savers|investors|pensioners|depositors"
    r"|policyholders|people|employees))\b"
)


def _assets(site: Site) -> str:
    """The money of others that somebody holds."""
    looks = _LOOKS.search(site.before)
    whom = _BEHALF.match(site.behind) if looks else None
    if looks is None or whom is None:
        return ""
    how = next(key for key, said in looks.groupdict().items() if said)
    done = "looked after" if how == "after" else how
    return f"Assets {done} on behalf of {whom['whom']}"


# | 260 | of 410 workers will lose their jobs
_LOSE = regex(
    rf"(?: of (?:its|the|their)? ?[0-9][0-9.,]*)?(?: [a-z-]+)? (?:{STAFF}|people|miners|jobs|bakers"
    r"|drivers|posts)"
    r" (?:(?P<will>will|would|could|may|might|are to|are set to|face)"
    r" (?:lose|losing) their jobs|(?P<lost>(?:have )?lost their jobs))"
)
_OF_ALL = regex(r"[0-9] of (?:its |the |their )?$")


def _jobs(site: Site) -> str:
    """How many of a staff lose their jobs, unless it is a whole of which some do."""
    lose = _LOSE.match(site.behind)
    if lose is None or _OF_ALL.search(site.before):
        return ""
    return "Jobs to be lost" if lose["will"] else "Jobs lost"


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


def _people(site: Site) -> str:
    """People by what is done for them, or by what they do."""
    cares, whom = _CARES.search(site.before), _WHOM.match(site.behind)
    if cares is not None and whom is not None:
        kinds = (kind for kind in ("treated", "fed", "housed") if cares[kind])
        done = "looked after" if cares["after"] else next(kinds, "cared for")
        return sentence_case([f"{whom['who']} {done}"])
    does = _WHO_DO.match(site.behind)
    return f"People who {does['do']}" if does else ""
