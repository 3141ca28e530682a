"""English figures that set something below or above a level that it once had.

Turnover is | 15% | below its level of 2019: a distance from that level, and no growth of 15%.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_LEVEL = r"(?:levels?|peaks?|highs?|lows?|average|trend|norms?|record|figure|mark)"
_WHEN = (
    r"(?:of|in|from|before|seen in|reached in|recorded in)"
    r"(?: (?!(?:and|but|while|as|because|after|with|when)\b)[\w’'-]+){1,4}"
)
_PAST = rf"(?:(?:its|their|the|his|her|our) )?(?:[\w-]+ ){{0,2}}?{_LEVEL}(?: {_WHEN})?"
_STOOD = r"where (?:it|they) (?:stood|was|were)(?: [^,;.]{2,30})?"
_YEAR = (
    r"(?:that of )?(?:19|20)\d\d|(?:last|the (?:previous|prior)) (?:year|quarter|month)(?:['’]s)?"
)
_BELOW = regex(
    rf" (?P<side>below|beneath|under|short of|behind) (?P<what>{_PAST}|{_STOOD}|{_YEAR})(?![\w-])"
)
_ABOVE = regex(rf" (?P<side>above|over|ahead of) (?P<what>{_PAST}|{_STOOD})(?![\w-])")
_PRICED = regex(r"\b(?:shares?|stock|units?)\b", re.IGNORECASE)
_IS = regex(
    r"\b(?:is|are|was|were|be|been|remains?|remained|stands?|stood|runs?|ran|sits?|sat|stays?|stayed"
    r"|still|now|down|ended|fell|dropped|slid|sank|slipped|rose|climbed)\b"
    r"[^,;]{0,24}(?:, (?:or )?)?$"
)
_SIDES = "(?:below|beneath|under|short of|behind|above|over|ahead of)"
# 12% above their average of 2019 and | 4% | below last year
_AND_BELOW = regex(
    rf" \S+(?: per cent| percent)? {_SIDES} (?:{_PAST}|{_STOOD}|{_YEAR}),?"
    rf" (?:and|but) {about_or('still')}$"
)


def by_past_level(site: Site) -> Guess[str] | None:
    """What stands so far from a level that it once had, and from which."""
    found = _BELOW.match(site.behind) or _ABOVE.match(site.behind)
    if found is None or not site.is_share or site.figure.value < 0:
        return None
    again = _AND_BELOW.search(site.before) if site.number else None
    before = site.before[: again.start()] if again else site.before
    if _IS.search(before) is None or _PRICED.search(before):
        return None
    subject = _subject_again(site) if again else _subject(site)
    return Guess(f"{subject} {found['side']} {found['what']}") if subject else None


def _subject(site: Site) -> str:
    at = governed(site.tokens, site.at)
    return subject_of_verb(site.tokens, at.verb, site.names)[0] if at.verb >= 0 else ""


def _subject_again(site: Site) -> str:
    """What the figure before stands so far from another level."""
    return _SIDE.split(sure_of(site, site.last))[0]


_SIDE = regex(f" {_SIDES} ")
