"""Parts that are told one after another, a figure each: volumes grew 8% in MRI and | 6% | in CT.

So each name has its part, without which all would have one name.
"""

from functools import lru_cache

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site, of_last
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_dates

_PART = regex(
    r" (?P<part>(?:in|at|across|among) (?:the |its |our |their )?(?P<words>"
    r"[\w&’'/.-]*[\w/](?: (?!and\b|but\b|while\b|or\b|with\b|from\b|to\b|as\b|after\b|on\b|by\b"
    r"|at\b|in\b|which\b|where\b|compared\b|versus\b|against\b)[\w&’'/.-]*\w){0,3}))"
    r"(?=,| and\b| but\b| while\b| or\b|[.;)]|$)"
)
_MOVES = rf"(?:by|up|down|a|an|it|was|were|{MOVED})"
_BETWEEN = regex(rf"(?:,? (?:and|but|or|while|with)|,)(?: {_MOVES})*(?: {ABOUT})? ?", 0)
_MOVE = regex(rf"\b{MOVED}\b")
# In constant currency, in total: no part of anything
_NO_PART = regex(
    r"(?:constant|local|reported|organic|comparable|like-for-like|real|nominal|underlying|absolute"
    r"|dollar|euro|sterling|yen|yuan|percentage|relative|cash|total|all|aggregate|addition|turn"
    r"|return|part|full|line|contrast|response|comparison|trading|a row|each|both|most|least|one"
    r"|some|early|late|after-hours|pre-market|spite|terms|excess|current|recent|between|first"
    r"|dollars|euros|pounds|cost|costs|sum|second|third|fourth|fifth|final)\b"
    r"|.*\b(?:quarter|year|month|week|day|half|period|season|morning|afternoon|decade|time|terms"
    r"|currency|currencies|years|months|weeks|days|hours)$",
    2,
)
_HAS_PART = regex(r" (?:in|at|across|among) ")


def by_listed_part(site: Site) -> Guess[str] | None:
    """The name of the figure before, whose part stands between: 8% in stores, | 6% | in kiosks."""
    if not site.last or site.last.dimension != site.figure.dimension:
        return None
    if not _go_side_by_side(site.text, site.last, site.figure):
        return None
    part = _part_at(site.text, site.last.end)
    between = site.text[site.last.end + 1 + len(part) : site.figure.start]
    return None if _MOVE.search(between) else of_last(site)


def in_its_part(name: str, site: Site) -> str:
    """A name with the part that is told of, where other parts are told beside it."""
    here = _part_at(site.text, site.figure.end)
    if not here:
        return name
    beside = (one for one in site.figures if one.start != site.figure.start)
    others = [one for one in beside if one.dimension == site.figure.dimension]
    for part in (_part_at(site.text, other.end) for other in others):
        name = name.removesuffix(f" {part}") if part else name
    if _HAS_PART.search(name) or here.rpartition(" ")[2].lower() in name.lower():
        return name
    is_listed = any(
        _go_side_by_side(site.text, *sorted((site.figure, other), key=lambda one: one.start))
        for other in others
    )
    return f"{name} {here}" if is_listed else name


def _go_side_by_side(text: str, first: Figure, second: Figure) -> bool:
    """Whether two figures are told of two parts, one right behind the other."""
    here, there = _part_at(text, first.end), _part_at(text, second.end)
    between = text[first.end + 1 + len(here) : second.start]
    return bool(here and there) and here != there and _BETWEEN.fullmatch(between) is not None


@lru_cache(maxsize=64)  # each figure asks for those beside it
def _part_at(text: str, end: int) -> str:
    """The part that stands behind a figure, with its preposition; "" for none."""
    found = _PART.match(text, end)
    if found is None or _NO_PART.match(found["words"]) or read_dates(found["part"]):
        return ""
    return found["part"]
