"""English figures whose words leave the metric to the one before them.

Harlow's revenue rose 8% to $1.1 billion, while Denby's was flat at | $450 million; earnings of
$1.04 a share compare with | $1.21 a year ago.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, sure_of
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.units import COUNT, MULTIPLE, RATIO

_OWNER = r"[A-Z][\w&’'-]*(?: (?:[A-Z&][\w&’'-]*|of|and)){0,3}?"
_NAME = rf"{_OWNER}['’]s?"
_STOOD = r"(?:was|were|is|are|came|stands?|stood|remained|stayed|held|reached|totall?ed)"
# Corvane's |own figure| was
_BARE = (
    r"(?:(?: own| equivalent| comparable)? (?:rate|figure|number|ratio|level|score|equivalent))?"
)
_ON = r"(?:(?!\b(?:while|whereas|but|and)\b)(?:[^,;]|,(?=[0-9])))*"
# , while | Corvane's fell | 2% | to | $890 million
_LEFT_OUT = regex(
    rf"(?:^|[,;] (?:\w+ )?|\b(?:and|but|while|whereas|as) )"
    rf"(?:(?:that of )?{_NAME}{_BARE}|that (?:of|at) {_OWNER})"
    rf" (?:also |only |just )?(?P<verb>{MOVED}|{_STOOD})\b{_ON}$"
)
_COMPARE = regex(rf"\bcompar(?:es?|ing) (?:\w+ly )?(?:with|to) {ABOUT}$")
_GROWN = regex(r"^(?P<of>Growth|Change) in (?P<metric>.+)$|^(?P<metric2>.+?) (?:growth|change)\b")


def by_what_is_left_out(site: Site) -> Guess[str] | None:
    """The metric that the figures before have, where a verb stands right behind whose it is."""
    if site.is_counted:
        return _of_count(site)
    if again := _of_time_before(site) or _of_total(site) or _and_now(site):
        return Guess(again)
    if _COMPARE.search(site.before):
        level = _level_beside(site)
        return Guess(level) if level else None
    found = _LEFT_OUT.search(site.before)
    level = _level_before(site) if found else ""
    if not found or not level:
        return None
    is_step = site.is_share and re.fullmatch(MOVED, found["verb"]) is not None
    return Guess(name_of_change(level, site) if is_step and _is_step(site) else level)


_BESIDE = regex(rf"{_STOOD}(?: at| to)? {ABOUT}$")


def _of_count(site: Site) -> Guess[str] | None:
    """The metric before of a bare number: a sales rate of 0.62; Denby's was | 0.51."""
    found = _LEFT_OUT.search(site.before)
    if found is None or not _BESIDE.fullmatch(site.before[found.start("verb") :]):
        return None
    if _COUNTED_NOUN.match(site.behind):
        return None
    others = [one for one in site.figures[: site.number] if _is_number(one)]
    name = sure_of(site, others[-1]) if others else last_of_earlier(site, _is_number)
    return Guess(name) if name else None


def _is_number(other: Figure) -> bool:
    """Whether a figure counts, or is a bare ratio."""
    return other.dimension == MULTIPLE or other.dimension.split("/")[0] == COUNT


_COUNTED_NOUN = regex(
    r" (?!(?:in|at|on|for|a|per|from|and|but|versus|against|compared|last)\b)[a-z]"
)


# Compared with 31% |in the first quarter and| 30% a year ago
_WHEN = (
    rf"(?:quarters?|half|year|months?|weeks?|period|ago|earlier|before|20[0-9]{{2}}|{MONTHS_EN})"
)
_AND_WHEN = regex(rf" (?:[\w’'-]+ ){{0,5}}{_WHEN},? (?:and|or) (?:from )?{ABOUT}")
_WHEN_BEHIND = regex(rf" (?:[\w’'-]+ ){{0,5}}{_WHEN}\b[^,;]{{0,12}}(?:[,;.]|$)")
_FROM_OTHERS = regex(
    rf"\b(?:compared (?:with|to)|against|versus|from|than|below|above) (?:an? |the )?{ABOUT}$"
)


def _of_time_before(site: Site) -> str:
    """What two earlier levels are called, of two times, that a figure is compared with."""
    last = site.last
    if last is None or last.dimension != site.figure.dimension:
        return ""
    gap = site.since(last)
    is_again = _AND_WHEN.fullmatch(gap) and _WHEN_BEHIND.match(site.behind)
    if not is_again or not _FROM_OTHERS.search(site.text[: last.start]):
        return ""
    return sure_of(site, last)


# Sales of boats jumped 21% |and now make up| a third | of the total
_AND_MAKE_UP = regex(
    r"\band (?:now |already |currently )?(?:make|makes|made|making) up"
    rf" {ABOUT}$|\band (?:now |already |currently )?(?:accounts?|accounted) for {ABOUT}$"
)
_OF_TOTAL = regex(r" of (?:the|its|their) total(?=[,.;]|$)")


def _of_total(site: Site) -> str:
    """The share that what moved before has of its total, where a verb goes on with it."""
    is_its = _AND_MAKE_UP.search(site.before) and _OF_TOTAL.match(site.behind)
    level = _level_before(site) if is_its and site.is_share and site.number else ""
    is_of = re.search(" (?:of|in|from|at) ", level) is not None  # else: food's share of total
    return f"{level} as share of total" if is_of else ""


# Were worth 3% of the price two years ago |and now come to| almost 6%
_AND_NOW = regex(
    r"[^;.]*? (?:and|but) (?:(?:now|today|currently|already|this year) )?"
    r"(?:comes?|amounts?|is|are|stands?|runs?|makes?|accounts?|equals?)"
    rf"(?: up)?(?: to| at| for| nearer| closer to)? {ABOUT}$"
)
_SHARE_NAME = regex(r"['’]s? share of | as share of |^Share of ")


def _and_now(site: Site) -> str:
    """The share of something that is told again as it is today."""
    told = [one for one in site.figures[: site.number] if "time" not in one.dimension]
    last = told[-1] if told and site.is_share and told[-1].dimension == RATIO else None
    if last is None or not _AND_NOW.fullmatch(site.since(last)):
        return ""
    if re.match(r" of\b", site.behind):
        return ""
    name = sure_of(site, last)
    return name if _SHARE_NAME.search(name) else ""


def _is_step(site: Site) -> bool:
    """Whether a share says how far something moved, and not where to."""
    return re.search(rf"\b(?:to|at|from) {ABOUT}$", site.before) is None


def _level_beside(site: Site) -> str:
    """What the last figure of the same kind is called."""
    alike = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    if not alike:
        bare = site.figure.dimension.split("/")[0]
        alike = [one for one in site.figures[: site.number] if one.dimension.split("/")[0] == bare]
    return sure_of(site, alike[-1] if alike else None)


def _level_before(site: Site) -> str:
    """What moved before, in this sentence or the last: the metric of the last figure."""
    name = sure_of(site, site.last) or next(iter(levels_before(site)), "")
    grown = _GROWN.match(name)
    return _capital(grown["metric"] or grown["metric2"]) if grown else name


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
