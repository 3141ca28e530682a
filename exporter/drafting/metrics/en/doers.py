"""Figures of what somebody did or reported, where no noun says what they measure.

The group guided to | 5%; the surgical unit managed | 861 million; one holds 22%, another | a third.
"""

import re

from exporter.drafting.metrics.en.clauses import Governed
from exporter.drafting.metrics.en.earlier import guided_before, revenue_of
from exporter.drafting.metrics.en.phrases import is_name, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, DOWN, LEVEL, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS, RATIO

_HAVING = frozenset("has had have holds".split())
_YIELDING = {
    **dict.fromkeys("own owns owned".split(), "Stake"),
    **dict.fromkeys("returned returns return".split(), "Return"),
    **dict.fromkeys("yields yielded yield yielding".split(), "Yield"),
}
_GUIDED = frozenset(
    "guided guides guide guiding expected expects targeted targets forecast forecasts projected "
    "predicted anticipated promised signalled flagged indicated hoped aimed said".split()
)
_MANAGED = frozenset({"managed", "manages"})  # the surgical unit | managed | 861 million
GREW = frozenset(
    "grew grow grows grown expanded expand expands shrank shrink shrunk growing contracted "
    "shrinking expanding".split()
)
_LARGE = regex(r"(?:[mb]n?|million|billion|trillion|crore|lakh)$", re.IGNORECASE)
_TO_LARGE = regex(r" to \S+ ?(?:[mb]n?|million|billion|trillion)\b", re.IGNORECASE)


def by_doer(site: Site, found: Governed, verb: str) -> Guess[str] | None:
    """What somebody reported or did, where no noun stands between."""
    if site.next() in {"in", "of"}:
        words = words_right(site.tokens, site.at + 2)
        name = phrase_of(words, site.names)
        if (
            name
            and not is_name(words, site.names)
            and not any(word.kind == "date" for word in words[:1])
        ):
            return Guess(name)
    named = subject_region(site.tokens, found.verb)
    if site.is_share and verb in _YIELDING and not found.words:
        return Guess(_YIELDING[verb])
    if site.is_share and verb in _HAVING and site.number:
        return _as_much_of(site)
    return _of_owner(site, found, verb, named)


def _of_owner(site: Site, found: Governed, verb: str, named: list[Token]) -> Guess[str] | None:
    """What somebody named has guided to, come to, or moved by."""
    if verb in _GUIDED and (guided := guided_before(site)):
        return Guess(guided)
    if site.is_money and verb in UP | DOWN | LEVEL | _MANAGED and _LARGE.search(site.figure.text):
        return revenue_of(site, found.verb, moved=found.prep == "by")
    if site.is_money and verb in UP | DOWN | LEVEL and named and _is_ware(named):
        return Guess(
            f"{sentence_case([one.text for one in named if one.lower not in ARTICLES])} price",
            OPEN if found.prep == "" else "",
        )
    if verb in UP | DOWN and site.figure.dimension in {RATIO, POINTS}:
        if verb in GREW or _TO_LARGE.match(site.behind):
            return revenue_of(site, found.verb, moved=True)
        return Guess("Share price change", OPEN)
    return None


def _as_much_of(site: Site) -> Guess[str] | None:
    """Of a rival's share the name of the one before: one holds 22%; another has | two-thirds."""
    before = site.figures[site.number - 1]
    is_alone = re.match(r"\s*(?:[.,;]|$)", site.behind) is not None
    return of_other(site, before) if is_alone and before.dimension == RATIO else None


def _is_ware(named: list[Token]) -> bool:
    """Whether words may be of something that has a price: Brent, copper."""
    return len(named) < 4 and named[-1].lower not in AGENTS and named[-1].kind == "word"
