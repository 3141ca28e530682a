"""Whether a figure is what a metric came to, or how far it moved, as the verb beside it says.

Sales rose | 5%; rose to | $4 billion; of 1.9 million visitors, 11% | more than before.
"""

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.metrics.en.beside import PAST_LEVEL
from exporter.drafting.metrics.en.changes import is_share_price, name_of_change, with_rate
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.sites import Site, of_last, of_other
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import CUT, DOWN, RAISE, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Role
from exporter.facts.units import POINTS, RATIO, SPANS_OF_TIME

_BESIDE = regex(rf", {about_or('or')}$")
_MOVED_BEHIND = frozenset(
    "higher lower more less fewer above below up down better worse stronger weaker".split()
)
# 4% | ahead |, or ahead of last year; not: of our forecast
_AHEAD = regex(
    r" ahead(?! of\b(?! (?:last|the (?:prior|previous|same)|a year|prior|20[0-9]{2})\b))"
)
_COMPARATIVES = {
    word: name
    for name, words in (
        ("Speed", "faster slower quicker"),
        ("Price", "cheaper dearer"),
        ("Weight", "lighter heavier"),
        ("Size", "bigger larger smaller"),
        ("Length", "longer shorter"),
        ("Thickness", "thinner"),
        ("Temperature", "hotter"),
    )
    for word in words.split()
}


def as_moved(name: str, site: Site, found: Governed, verb: str) -> str:
    """A metric's name, or that of its change, as the verb and the preposition say."""
    if site.figure.dimension in {RATIO, POINTS} and site.next() in _COMPARATIVES:
        return f"{_COMPARATIVES[site.next()]} change"
    if (
        site.figure.dimension in {RATIO, POINTS}
        and (site.next() in _MOVED_BEHIND or _AHEAD.match(site.behind))
        and verb not in {"up", "down"}
    ):
        return name_of_change(name, site)
    moved = verb in UP | DOWN | RAISE | CUT or _is_beside_particle(site) or _came(site, found, verb)
    is_level = (
        found.prep in {"to", "from", "at", "of", "with"}
        or (found.prep != "by" and PAST_LEVEL.search(site.before) is not None)
        or (found.prep != "by" and site.figure.role in {Role.FROM, Role.TO})
    )
    is_moving = verb in UP | DOWN or found.words or found.prep == "by" or site.is_share
    if moved and not is_level and is_moving:
        return name_of_change(name, site, dropped=verb in CUT - DOWN and site.figure.value > 0)
    words = name.lower().split()
    return "Share price" if is_share_price(words) and site.is_money else with_rate(name, site)


def _came(site: Site, found: Governed, verb: str) -> bool:
    """Whether a rate has come down, or up, by so much."""
    return verb in {"come", "comes", "coming"} and site.tokens[found.verb + 1].lower in _PARTICLES


_PARTICLES = frozenset({"down", "up"})


def _is_beside_particle(site: Site) -> bool:
    """Whether what stands right before a share says how it moved: shares closed | up | 6.2%."""
    before = site.tokens[site.at - 1].lower if site.at else ""
    return site.is_share and before in {"up", "down"}


# Volumes were 4% ahead at | 14.1 million
_AHEAD_AT = regex(
    r"[0-9] ?(?:%|per ?cent|points?) (?:ahead|better|worse|stronger|weaker)(?: of [^,;]*?)? at"
    rf" {ABOUT}\W?$"
)


def by_level_ahead(site: Site) -> Guess[str] | None:
    """The level of what is told to be so much ahead: the subject of the verb before that."""
    if site.is_share or site.last is None or not _AHEAD_AT.search(site.before):
        return None
    at = next(n for n, one in enumerate(site.tokens) if one.start >= site.last.start)
    verb = governed(site.tokens, at).verb
    subject = subject_of_verb(site.tokens, verb, site.names)[0] if verb >= 0 else ""
    return Guess(subject) if subject else None


def by_more_than(site: Site) -> Guess[str] | None:
    """Of 1.9 million visitors, 11% | more than before: how far the figure before has moved."""
    is_part = site.is_share or site.figure.dimension == POINTS
    if not is_part or site.next() not in _MOVED_BEHIND or not site.number:
        return None
    found = governed(site.tokens, site.at)
    subject = (
        subject_of_verb(site.tokens, found.verb, site.names) if found.verb >= 0 else ("", True)
    )
    is_beside = _BESIDE.search(site.before)
    if subject[0] and not subject[1] and not is_beside:
        return None
    # Handled 31,200 parcels in the six months to June, 4% | more
    told = [one for one in site.figures[: site.number] if one.dimension not in SPANS_OF_TIME]
    guess = of_other(site, told[-1]) if told else of_last(site)
    return Guess(name_of_change(guess.value, site), guess.doubt)
