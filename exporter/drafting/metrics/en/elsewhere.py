"""The measure of the sentence before, taken up by a pronoun for another part or place.

Gross profit at the Life Sciences division rose 9% on an organic basis. At Industrial Specialities
it fell | 4%: its organic gross profit, and no share.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.earlier import levels_before, told_before
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_GOES = (
    r"(?:fell|rose|grew|sank|slid|shrank|dropped|climbed|slipped|jumped|declined|increased|dipped"
    r"|decreased|edged|gained|surged|eased|slumped|tumbled|plunged|soared|advanced|contracted"
    r"|expanded|narrowed|widened|improved|weakened|(?:was|were) (?:up|down|higher|lower))"
)
_AT = (
    r"^(?:(?:But|And|Yet|While|However),? )?(?P<in>At|In|For|Across) (?P<the>the |its )?"
    r"(?P<place>[A-Za-z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|and|of|the|[a-z]+)){0,5}?),?"
    r" (?:it|they|that|these)"
    r"(?: (?:also|even|only|again|still|instead))?"
)
_MOVES = regex(rf"{_AT} {_GOES}(?: further| back)?(?: up| down| lower| higher)?(?: by)? {ABOUT}$")
_STANDS = regex(
    rf"{_AT} (?:(?:was|were|stood at|came to|reached|remained at)|{_GOES}(?: [^,;.]*?)? to)"
    rf" {ABOUT}[A-Z]{{0,3}}\W?$"
)
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
    """What the sentence before measured at one place, for another one."""
    moved, stands = _MOVES.search(site.before), _STANDS.search(site.before)
    found = moved or stands
    if found is None or not site.earlier or _WHEN.match(found["place"]):
        return None
    if moved is not None and site.is_share:
        alike = [name for name in told_before(site) if _MOVED.fullmatch(name)][-1:]
    else:
        alike = [] if stands is None else levels_before(site)[:1]
    name = next((name for name in alike if not _NO_MEASURE.search(name)), "")
    return Guess(_placed(name, found, site)) if name else None


def _placed(name: str, found: re.Match[str], site: Site) -> str:
    """A name with the new place, unless that is an entity of the report."""
    plain = _ITS_PLACE.sub("", name)
    if found["place"].lower() in site.names or plain.startswith("Share price"):
        return plain
    lead = "in" if found["in"] in {"In", "Across"} else "at"
    return f"{plain} {lead} {found['place']}"
