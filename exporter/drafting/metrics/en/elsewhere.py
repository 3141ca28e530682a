"""The measure told before, taken up by a pronoun for another part or place.

Gross profit at the Life Sciences division rose 9% on an organic basis. At Industrial Specialities
it fell | 4%: its organic gross profit, and no share. Sales in France dropped 3%, while those in
Spain grew | 4%.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.earlier import levels_before, told_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import AGENTS, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS, RATIO

_GOES = (
    r"(?:fell|rose|grew|sank|slid|shrank|dropped|climbed|slipped|jumped|declined|increased|dipped"
    r"|decreased|edged|gained|surged|eased|slumped|tumbled|plunged|soared|advanced|contracted"
    r"|expanded|narrowed|widened|improved|weakened|(?:was|were) (?:up|down|higher|lower))"
)
_PLACE = (
    r"(?:the |its )?(?P<place>[A-Za-z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|&|and|of|the|[a-z]+)){0,5}?)"
)
_AT = (
    r"(?:^(?:(?:But|And|Yet|While|However),? )?|; (?:and |but |while )?"
    r"|, (?:and|but|while|whereas) )"
    rf"(?P<in>[Aa]t|[Ii]n|[Ff]or|[Aa]cross) {_PLACE},?"
    r" (?:it|they|that|these)(?: (?:also|even|only|again|still|instead))?"
)
_THOSE = (
    rf"\b(?:and|while|but|whereas|though|with|as) (?:those|that) (?P<in>in|at|from|of) {_PLACE}"
)
# Those at Tiny Oak|, its garden chain,| fell
_WHICH_IS = r"(?:, (?:(?:its|the|their|an?|our) |which |where |once )(?:[^,;.0-9]+),)?"
_MOVED_BY = rf"{_WHICH_IS} {_GOES}(?: further| back)?(?: up| down| lower| higher)?(?: by)? {ABOUT}$"
_STOOD_AT = (
    rf"{_WHICH_IS} (?:(?:was|were|stood at|came to|reached|remained at)|{_GOES}(?: [^,;.]*?)? to)"
    rf" {ABOUT}[A-Z]{{0,3}}\W?$"
)
_MOVES, _STANDS = regex(f"{_AT}{_MOVED_BY}"), regex(f"{_AT}{_STOOD_AT}")
_THOSE_MOVED, _THOSE_STOOD = regex(f"{_THOSE}{_MOVED_BY}"), regex(f"{_THOSE}{_STOOD_AT}")
_WHEN = regex(
    r"(?:the )?(?:[a-z]+ )*(?:quarter|half|year|month|week|period|time|end|moment|contrast|addition"
    r"|turn|fact|particular|total|all|part|first|last|once|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_MOVED = regex(r".* (?:growth|change)(?: (?:in|at) .*)?|(?:Growth|Change) (?:in|at) .*")
_ITS_PLACE = regex(
    r" (?:at|in) (?:the )?(?:[A-Z][^()]*|(?:[a-z-]+ ){0,3}"
    r"(?:arm|unit|division|business|segment|bank|chain|site|plant|mill|mine)s?)$"
)
_NO_MEASURE = regex(r"\bshares? of\b|as share of|contribution", re.IGNORECASE)


def by_measure_elsewhere(site: Site) -> Guess[str] | None:
    """What was measured at one place before, for another one."""
    is_ratio = site.figure.dimension in {RATIO, POINTS}
    if is_ratio and (name := _of_region_beside(site) or _of_part_beside(site)):
        return Guess(name)
    is_first = site.last is None
    before = site.before
    moved = _MOVES.search(before) or _THOSE_MOVED.search(before) if site.is_share else None
    found = moved or _STANDS.search(before) or _THOSE_STOOD.search(before)
    if found is None or _WHEN.match(found["place"]):
        return None
    names = (_names_before if is_first else _names_beside)(site, moved=moved is not None)
    name = next((name for name in names if not _NO_MEASURE.search(name)), "")
    return Guess(_placed(name, found, site)) if name else None


# Sales in Norway grew 9%, |while Denmark advanced| 14%
_REGION_MOVED = regex(
    rf"(?:^|[,;] )(?:(?:[Ww]hile|[Ww]hereas|[Bb]ut|[Aa]nd|[Aa]s) )?(?:the )?(?P<place>[A-Z][\w-]*"
    rf"(?: [A-Z][\w-]*)*){_MOVED_BY}|\b(?:and|but|while) (?P<other>[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
    rf"{_MOVED_BY}"
)
# The retail margin was 12%, while wholesale slipped | 40 points | to | 9.1%
_PART_MOVED = regex(
    rf"(?:, |\b)(?:and|but|while|whereas) (?:the |its )?(?P<part>[A-Za-z][\w&-]*(?: [a-z][\w-]*)?)"
    rf" (?:{_GOES}|lost|shed|added|put on)(?: by)? {ABOUT}"
    rf"(?P<to>[0-9.]+ ?(?:percentage points?|points?|basis points|bps?|pp) to {ABOUT})?$"
)
_OF_PART = regex(r"[\w&-]+(?: [\w&-]+)? (?P<measure>(?:[\w-]+ )?(?:margin|occupancy|yield))")


def _of_part_beside(site: Site) -> str:
    """The margin of another part, of which only the move of its points is told."""
    found = _PART_MOVED.search(site.before)
    if found is None or (site.figure.dimension == POINTS) == bool(found["to"]):
        return ""
    part = found["part"].lower()
    if part.split()[-1] in METRICS | AGENTS or part in site.names:
        return ""
    told = (sure_of(site, one) for one in site.figures[: site.number] if one.dimension == RATIO)
    level = next(filter(None, map(_OF_PART.fullmatch, told)), None)
    if level is None:
        return ""
    name = f"{sentence_case([found['part']])} {level['measure']}"
    return f"{name} change" if site.figure.dimension == POINTS else name


_IN_REGION = regex(r" in (?:the )?[A-Z]")


def _of_region_beside(site: Site) -> str:
    """What moved in another region, where one of the report stands alone before a verb."""
    found = _REGION_MOVED.search(site.before) if site.is_share else None
    place = (found["place"] or found["other"]).lower() if found is not None else ""
    if place not in site.names:
        return ""
    grown = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    name = sure_of(site, grown[-1] if grown else None) if grown else _region_before(site)
    is_there = _IN_REGION.search(name) or (grown and _IN_REGION.match(site.text, grown[-1].end))
    return _ITS_PLACE.sub("", name) if is_there and _MOVED.fullmatch(name) else ""


def _region_before(site: Site) -> str:
    """What the sentence before says to have moved in a region."""
    return next((one for one in reversed(told_before(site)) if _MOVED.fullmatch(one)), "")


def _names_before(site: Site, *, moved: bool) -> list[str]:
    """What the sentence before measures, as a change or a level."""
    if not site.earlier:
        return []
    if moved:
        return [name for name in told_before(site) if _MOVED.fullmatch(name)][-1:]
    return levels_before(site)[:1]


def _names_beside(site: Site, *, moved: bool) -> list[str]:
    """The same of the figures before in the sentence itself."""
    alike = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    names = [sure_of(site, one) for one in reversed(alike)]
    return [name for name in names if name and moved == (_MOVED.fullmatch(name) is not None)][:1]


def _placed(name: str, found: re.Match[str], site: Site) -> str:
    """A name with the new place, unless that is an entity of the report."""
    plain = _ITS_PLACE.sub("", name)
    if found["place"].lower() in site.names or plain.startswith("Share price"):
        return plain
    if found["in"] == "of":
        return f"{sentence_case([lowered(found['place'], site.text)])} {lowered(plain, site.text)}"
    lead = "in" if found["in"].lower() in {"in", "across", "from"} else "at"
    return f"{plain} {lead} {found['place']}"
