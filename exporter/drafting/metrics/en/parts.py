"""Parts of what English text has counted before: 14,500 people, of whom | 2,100 | are nurses."""

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.doings import BEEN_DONE
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_OF_WHICH = regex(
    rf"\bof (?:whom|which|them|these|those) {about_or('fully', 'well', 'a', 'little')}$"
)
_ARE = regex(
    r" (?:(?:now|already|currently|still) )?(?:are|were|is|was|have been|had been|will be|remain) "
    r"((?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=[.,;:)]|$| (?:and|but|while|as|since|after|before|by"
    r"|last|this"
    r"|next)\b)"
)
_LEADS = frozenset("now already currently still a an the also".split())
_WHERE = frozenset("in at on under outside inside abroad overseas within from".split())


def by_kind(site: Site) -> Guess[str] | None:
    """What a part of counted things is: of whom | 2,100 | are physicians."""
    if not site.is_counted or not site.number:
        return None
    if where := _is_elsewhere(site):
        return where
    if not (_OF_WHICH.search(site.before) or _OF_A_WHOLE.search(site.before)):
        return None
    told = _ARE.match(site.behind)
    if told is None:
        return None
    words = told[1].split()
    while words and words[0].lower() in _LEADS:
        words.pop(0)
    if not words:
        return None
    first = words[0].lower()
    if first in _WHERE or first.endswith(("ed", "ing")) or first in BEEN_DONE:
        whole = whole_before(site)
        return Guess(f"{whole} {' '.join(words)}") if whole else None
    return Guess(sentence_case([" ".join(words)]))


# Of its 310 depots, | 41 | are in Denmark
_OF_A_WHOLE = regex(
    r"(?:^|[.;] )Of (?:the|its|their|our|these|those) [^,;.]{0,10}[0-9][0-9,]*"
    rf" (?:[a-z-]+ ){{0,2}}[a-z-]+, {ABOUT}$"
)
_ALSO = regex(r"(?P<place> (?:in|at|on|from|under) [^,;.0-9]{2,40}?),?(?: and|,) (?:\w+ )?$")
_PLACE = regex(r" (?:in|at|on|from|under) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")


def _is_elsewhere(site: Site) -> Guess[str] | None:
    """What a part is of which another one stands before: 41 are in Denmark and | 23 | in Norway."""
    before, here = _ALSO.search(site.before), _PLACE.match(site.behind)
    if before is None or here is None:
        return None
    other = site.figures[site.number - 1]
    if other.dimension != COUNT:
        return None
    name = of_other(site, other).value
    place = before["place"]
    return Guess(f"{name.removesuffix(place)}{here[0]}") if name.endswith(place) else None


def whole_before(site: Site) -> str:
    """What the number counts of which this is a part: no part is larger than its whole."""
    for other in reversed(site.figures[: site.number]):
        if other.dimension == COUNT and other.value > site.figure.value:
            return of_other(site, other).value
    return ""


def is_part_of_before(site: Site) -> bool:
    """Whether a figure is a part of the one before: 4.4 million, of whom | 1.9 million."""
    is_bare = not site.is_share and not (site.is_counted and counted_phrase(site))
    return is_bare and _OF_WHICH.search(site.before) is not None
