"""Figures of a place that a clause before them names: growth in Spain, where sales rose.

Growth in North America, where sales increased by | 14%; our new plant in Pune employs | 210 people.
"""

from exporter.drafting.exactness import ABOUT_FURTHER
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import A_NAME, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN

_PERIOD = (
    rf"(?:{MONTHS_EN}|Spring|Summer|Autumn|Winter|Christmas|Easter|Q[1-4]|H[12]|FY|Fiscal"
    r"|[A-Z]\w+day)"
)
# Growth in, or led by, North America, where sales increased by | 14%
_WHERE = regex(
    rf"\b(?P<in>[Ii]n|[Aa]t|(?:led|driven|headed) by) (?:the )?(?P<place>{A_NAME}),? where [^,;.]*$"
)
# In Spain, sales rose by | 14% | to | 3 million
_MEASURE = r"(?:[a-z-]+ ){0,3}?(?:" + "|".join(sorted({*METRICS, "intake"})) + r")"
_FIGURED = r"(?:[^,;.]|[.,](?=[0-9]))*"
_LEAD = regex(
    rf"^(?P<in>In|Across) (?:the )?(?!{_PERIOD})(?P<place>{A_NAME}), (?:our |its |the )?{_MEASURE}"
    rf"\b{_FIGURED}$"
)
# Spain was the fastest-growing region, with sales up | 14%
_REGION = regex(
    rf"^(?:The )?(?P<place>{A_NAME}) (?:was|is|were|remained|became|remains) [^,;.]*?"
    r"\b(?P<in>region|market|territory|country|geography|division|segment)s?,? "
    rf"with (?:its |the )?{_MEASURE}\b{_FIGURED}$"
)
_HAS_PLACE = regex(r" (?:in|at|from|of|to) (?:the )?[A-Z]")
_CHANGES = regex(r" (?:growth|change|reduction)$")


def at_its_place(name: str, site: Site) -> str:
    """A name with the place that the clause before is about: Sales growth in North America."""
    before = site.before
    if site.is_counted and (place := _done_at(site)):
        return name if _HAS_PLACE.search(name) else f"{name} in {place}"
    found = _WHERE.search(before) or _LEAD.match(before) or _REGION.match(before)
    if found is None and _MADE.search(name):
        return _made_at(name, site)
    if (
        found is None
        or name.startswith("Share price")
        or _HAS_PLACE.search(name)
        or found["place"].lower() in site.names
    ):
        return name
    is_where = found.re is _WHERE
    if is_where and site.figure.dimension == "count" and not _CHANGES.search(name):
        return name  # people and shops: told where they are counted
    lead = "at" if found["in"].lower() == "at" else "in"
    the = "the " if f"the {found['place']}" in before[: found.end("place")] else ""
    return f"{name} {lead} {the}{found['place']}"


# Driven by Spain, where Corvia opened | 22 shops | in the quarter
_DONE_WHERE = regex(
    rf"\b(?:by|of|from|to|on|in|for|into) (?P<place>(?:the )?{A_NAME}),? where"
    r" (?:it|they|we|the (?:company|group|chain|retailer|firm)|(?:[A-Z][\w.&’'-]* ?){1,3})"
    r" (?:has |have |had |also |will |plans to |aims to |intends to )*"
    rf"(?:open|clos|shut|build|built|add|hir|launch|bought|buy)(?:ed|e|ing)? {ABOUT_FURTHER}$"
)


def _done_at(site: Site) -> str:
    """The place of which a clause tells what was opened or closed there; "" for none."""
    found = _DONE_WHERE.search(site.before)
    return found["place"] if found and found["place"].lower() not in site.names else ""


# Our factory in Brno was modernised and made | 95,000 machines
_MADE = regex(r" (?:made|produced|built|assembled|turned out|processed)$")


def _made_at(name: str, site: Site) -> str:
    """What a site has made, with its place."""
    found = _MAKES.search(site.before)
    is_own = found is not None and found["place"].lower() not in site.names
    return f"{name} at {found['place']}" if found and is_own else name


_SITE = (
    r"(?:plant|factory|mill|works|workshop|warehouse|depot|brewery|bakery|refinery|smelter|foundry"
    r"|mine|quarry|laboratory|hub|centre|center|campus|terminal|shipyard|yard|hotel|hospital|site)"
)
# No words that pass on to others: it employs 210 people and the group | has.
_SAID_OF_IT = (
    r"(?:(?!\b(?:people|staff|workers|employees)\b|\b(?:and|while|but) (?:the|our|its|their|it|we"
    r"|they|[A-Z]))[^,;.])*"
)
# Our new plant in Pune opened in October and employs | 210 people
_EMPLOYS = regex(
    rf"(?:\b(?:[Oo]ur|[Ii]ts|[Tt]he|[Tt]heir|[Aa]n?)|[\w.&-]['’]s|s['’])"
    rf" (?:[a-z]+ ){{0,3}}(?P<site>{_SITE})"
    rf" (?:in|at|near) (?:the )?(?P<place>{A_NAME}),?(?: {_SAID_OF_IT}| which [^;.]*)?"
    rf" (?:employs|employed|has|will employ|provides(?: work for)?) {ABOUT_FURTHER}$"
)
_MAKES = regex(
    rf"\b(?:[Oo]ur|[Ii]ts|[Tt]he|[Tt]heir|[Aa]n?) (?:[a-z]+ ){{0,3}}{_SITE} (?:in|at|near)"
    rf" (?:the )?(?P<place>{A_NAME}),?(?: [^;.]*?)? (?:made|produced|built|assembled|turned out"
    rf"|processed) {ABOUT_FURTHER}$"
)
_PEOPLE = regex(r" (?:people|staff|workers|employees)(?! \w+ing)\b")


def by_place(site: Site) -> Guess[str] | None:
    """The name of those who work at one site."""
    found = _EMPLOYS.search(site.before) if _PEOPLE.match(site.behind) else None
    if found is None or found["place"].lower() in site.names:
        return None
    return Guess(f"Employees at {found['place']} {found['site']}")
