"""Measures of a part of a company that the words name: the diagnostics division's margin.

Or of a country that it has them in: Japan's sales fell | 4% |; Brazil made a profit of | $4m.
"""

import re

from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.names.countries import COUNTRY
from exporter.engine.regex import regex

_PARTS = (
    r"(?:division|unit|arm|business|segment|subsidiary|operation|operations|branch|franchise"
    r"|network|chain)[’']s? "
)
# The diagnostics division's | EBITDA margin; Acme's trucks division's
_DIVISIONS = regex(
    r"(?:^|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|[\w&]+[’']s) )"
    r"(?P<what>(?!(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|main|largest|biggest|core|other|whole|company"
    r"|group)\b)"
    rf"[A-Za-z][\w&-]*(?: (?!of\b|in\b|and\b)[a-z&][\w-]*){{0,2}}?) {_PARTS}"
)
_ITS_OWN = regex(rf"(?P<what>\w[\w &-]*?) {_PARTS}(?P<name>(?!share of ).+)")
_CHANGED = regex(r" (?:growth|change|reduction)\b.*")


def of_division(name: str, site: Site) -> str:
    """A name with the division, the unit or the arm whose measure it is."""
    if own := _ITS_OWN.fullmatch(name):
        return f"{own['what']} {own['name']}"
    core = _core(name)
    for found in _DIVISIONS.finditer(site.before):
        what = found["what"].lower()
        is_its = site.text[found.end() :].lower().startswith(core)
        if is_its and what not in site.names and what not in name.lower():
            return f"{sentence_case([found['what']])} {lowered(name, site.text)}"
    return name


def _core(name: str) -> str:
    """What a name begins with in the text, whatever is said of it there."""
    return _CHANGED.sub("", name).lower().removesuffix("s")


_SAID = r"(?:[^;.,]|,(?=[0-9])|\.(?=[0-9]))*"  # within a clause
# Japan's sales; while Germany's rose
_OWN = regex(rf"\b(?P<place>{COUNTRY})[’']s? (?P<verb>{MOVED}\b)?")
# Germany, where it bought a rival, brought in | 47 million | of revenue, | 28% | more than before
_MADE = regex(
    rf"(?:^|[.;] |, (?:and|but|while|whereas|with) |\b(?:while|whereas) )(?P<place>{COUNTRY})"
    r"(?:, (?:which|where|its|the|an?|now|already|long) [^;.]*?,)?"
    r"(?: (?:also|alone|now|has|had|still|already))* (?:made|generated|brought in|delivered|posted"
    rf"|reported|recorded|earned|lost|contributed|produced|saw|achieved|had)\b{_SAID}"
    rf"(?:, (?:up|down|a |an |[0-9])?{_SAID})?$"
)
# China, where sales dropped | 12% |, still provides 17% of the total
_WHERE = regex(rf"\b(?P<place>{COUNTRY}), where {_SAID}$")
_PLACED = regex(r" (?:in|at|of|from|to|for) (?:the )?[A-Z]")
# The UK and Ireland grew | 6% | to | £365m: their revenue, as that of others before
_ALONE = regex(rf"(?P<place>{COUNTRY}(?:(?:,| and| &) {COUNTRY})*)(?P<step> growth| change)?")
_FLOW = regex(r"\b(?:revenues?|sales|turnover)\b", re.IGNORECASE)
_NOT_THERE = regex(
    r"Share price|Market |.*\b(?:inflation|GDP|unemployment|population)\b", re.IGNORECASE
)


def in_country(name: str, site: Site) -> str:
    """A name with the country whose measure it is, unless that is an entity of the report."""
    if _PLACED.search(name) or _NOT_THERE.match(name):
        return name
    if name.startswith("Share of "):
        whose = next(reversed(list(_OWN.finditer(site.before))), None)
        is_its = whose and site.text[whose.end() :].startswith("share of")
        return f"{whose['place']}'s {lowered(name, site.text)}" if whose and is_its else name
    if grew := _ALONE.fullmatch(name):
        told = (_FLOW.search(one) for one in levels_before(site))
        flow = next((one[0].lower() for one in told if one), "revenue")
        return f"{grew['place']} {flow}{grew['step'] or ''}"
    core = _core(name)
    for found in _OWN.finditer(site.before):
        rest = site.text[found.end() :].lower()
        if found["verb"] or rest.startswith(core):
            return _there(name, found["place"], site)
    made = _MADE.search(site.before) or _WHERE.search(site.before)
    return _there(name, made["place"], site) if made else name


def _there(name: str, place: str, site: Site) -> str:
    if place.lower() in site.names or place.lower() in name.lower():
        return name
    within = f"the {place[4:]}" if place.startswith("The ") else place
    return f"{name} in {within}"
