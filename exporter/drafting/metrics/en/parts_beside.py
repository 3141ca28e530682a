"""Parts of a company beside each other: the bars earned £18m, against | £14m | from the brewery.

The second is another part's, and no year's; the first is then a part's as well. What leads all
parts has its own: taps were the fastest-growing line, with sales up | 19% | to | £47m.
"""

from dataclasses import replace

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.words import FLOWS
from exporter.drafting.model import Guess
from exporter.drafting.periods.beside import part_at
from exporter.engine.regex import regex

_AGAINST = r"(?:as )?against|compared (?:with|to)|versus|vs\.?"
_BESIDE = regex(rf", (?:{_AGAINST}) {ABOUT}[A-Z]{{0,3}}\W?$")
_WHILE = regex(rf",? (?:while|whereas|and|but) (?:another |a further )?{ABOUT}[A-Z]{{0,3}}\W?$")
_CAME = regex(r" came(?= from )")
# Its 83 bars contributed | operating profit of
_EARNED = regex(
    r"(?:^|[.;,] |\band )(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) )?(?:[0-9]+ )?"
    r"(?P<who>[A-Za-z][\w’'-]*(?: [a-z&][\w-]*){0,4}?) (?:contributed|generated|made|earned"
    r"|brought in|delivered|produced|accounted for|had|turned in|chipped in|posted|reported)"
    rf" {ABOUT}(?:[A-Z]{{0,3}}\W?[^ ]{{1,12}} of |(?:an? )?(?:[a-z-]+ ){{1,4}}of {ABOUT})?$"
)
_TAIL = regex(
    rf"(?: (?:of|in) (?:[a-z-]+ ?){{1,4}})?,? (?:{_AGAINST}|while|whereas) {ABOUT}[A-Z]{{0,3}}\W?"
)
_NO_PART = frozenset("it they he she we which that who company group business bank firm".split())
# Operating profit |at hotels|; not: return on equity
_OWN = regex(r" (?:at|of|in|from) (?!assets|equity|sales|capital|shares?)[a-z][^,]*$")


def by_part_beside(site: Site) -> Guess[str] | None:
    """The name of what a part earned beside another one; None elsewhere."""
    return None if site.is_counted else _leading(site) or _second(site) or _first(site)


# Boiling-water taps again the fastest-growing category, with sales up | 19% | to | £47.5m
_LEADS = regex(
    r"(?:^|[.;:•] |, (?:and|while|but) )(?:[Tt]he |[Oo]ur |[Ii]ts )?"
    r"(?P<who>[A-Za-z][\w&’'-]*(?: (?!was\b|were\b|is\b|are\b)[a-z&][\w&’'-]*){0,3}?)"
    r",? (?:(?:was|were|is|are|remain(?:ed|s)?|once|again|more|still|proved|being|now|also"
    r"|continued to be) )*(?:the |our |its |their )(?:[\w-]+ ){0,3}?"
    r"(?:\w+est|fastest[- ]growing|best[- ]performing|star|standout|main)(?: [\w-]+){0,2}?"
    r" (?:category|line|range|channel|products?|brand|segment|business|part|performer|area|seller"
    r"|driver|contributor)(?: (?:again|of the \w+|in the \w+))?,"
    rf" with (?P<basis>(?:[a-z-]+ ){{0,2}})(?P<flow>{FLOWS})"
    rf" (?:up|down|rising|falling|growing)(?: by)? {ABOUT}"
    rf"(?P<moved>[0-9.]+ ?(?:%|per ?cent),? (?:to|at) {ABOUT}[A-Z]{{0,3}}\W?)?$"
)


_BUSINESS = regex(r"(?<=\w) (?:business|division|unit|arm|segment)$")


def _leading(site: Site) -> Guess[str] | None:
    """The sales of the part that leads the others, and how far they moved."""
    found = _LEADS.search(site.before)
    if found is None or site.is_share == bool(found["moved"]):
        return None
    who = _BUSINESS.sub("", found["who"])
    if who.lower() in site.names or who.lower().split()[-1] in _NO_PART:
        return None
    of_one = one_of(who) if who.endswith("s") and not who.endswith("ss") else who
    lead = f"{found['basis']}{lowered(of_one, site.text[1:])}" if found["basis"] else of_one
    name = sentence_case([f"{lead} {found['flow']}"])
    return Guess(name_of_change(name, site) if site.is_share else name)


def _second(site: Site) -> Guess[str] | None:
    """Of what is set against the figure before, as another part's."""
    last = site.last
    came = _CAME.match(site.behind)
    is_beside = _BESIDE.search(site.before) or (came and _WHILE.search(site.before))
    if last is None or last.dimension != site.figure.dimension or not is_beside:
        return None
    part = part_at(site.text, site.tokens[site.at].end + (came.end() if came else 0))
    level = of_other(site, last)
    if part is None or level.doubt:
        return None
    return _of_part(level.value, part["prep"], part.span("part"), site)


def _first(site: Site) -> Guess[str] | None:
    """Of the part that is the subject, where another one is set against it."""
    after = site.figures[site.number + 1] if site.number + 1 < len(site.figures) else None
    end = site.tokens[site.at].end
    if after is None or not _TAIL.fullmatch(site.text, end, after.start):
        return None
    came = _CAME.match(site.text, after.end)
    who = _EARNED.search(site.before)
    is_beside = part_at(site.text, came.end() if came else after.end) is not None
    if who is None or not is_beside or who["who"].lower().split()[-1] in _NO_PART:
        return None
    plain = site.name(replace(site, figures=site.figures[: site.number + 1]))
    return _of_part(plain.value, "of", who.span("who"), site)


def _of_part(name: str, prep: str, where: tuple[int, int], site: Site) -> Guess[str] | None:
    part = site.text[slice(*where)]
    if part.lower() in site.names:
        return None
    return Guess(
        f"{_OWN.sub('', name)} {'at' if prep == 'at' else 'of'} {lowered(part, site.text)}"
    )
