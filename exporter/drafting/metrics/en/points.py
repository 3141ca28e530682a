"""Points by which something moved, or is off what it was before: a change, and no level.

The margin narrowed by 90 basis points, and that of shops by | 2.1 points | to 7%; it was 0.4 points
worse than in 2024. A margin of so many points there is none.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.sites import Site, of_last
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.engine.regex import regex

_POINTS = regex(r".*?(?:(?:\s|-|percentage|basis)points?|\s?pp|\s?bps?)", re.IGNORECASE)
_BY = regex(rf"\bby {ABOUT}$")
_MOVED_BY = regex(r"(?: (?:to|from|in|on|year)\b|\s?[.,;)]|$)")
_OFF = regex(
    r" (?:better|worse|higher|lower|wider|narrower|above|below|ahead of|behind)"
    r"(?P<than>(?:(?: than)?(?: (?:in|at|for|on|during|the|an?|its|that|of|end))* "
    r"(?:year|quarter|month|half|first|second|third|fourth|same|prior|previous|preceding|last"
    r"|before|comparable|corresponding|(?:19|20)\d\d|[QH][1-4])\b)|(?= ?[.,;)]|$))"
)
_STEPS = regex(
    r"(?:growth|change|reduction|increase|decline|difference)\b|\b(?:above|below)\b",
    re.IGNORECASE,
)
_OWN = frozenset({"worse", "better", "higher", "lower", "wider", "narrower"})
# 1.2 points better than a year before | and | 0.4 points worse
_BESIDE = regex(rf"(?:,|\b(?:and|but|or)) {ABOUT}$")


def as_step(name: str, site: Site) -> str:
    """The name of points as that of a change, where its words say that they are one."""
    if _POINTS.fullmatch(site.figure.text) is None:
        return name
    is_step = _OFF.match(site.behind) or (_BY.search(site.before) and _MOVED_BY.match(site.behind))
    if not is_step:
        return name
    if name.lower() in _OWN:
        name = _subject(site) or name
    return name if _STEPS.search(name) or name.lower() in _OWN else name_of_change(name, site)


def _subject(site: Site) -> str:
    """What is so many points worse: the subject of the verb, or what the figure before is of."""
    if _BESIDE.search(site.before) and site.number:
        return of_last(site).value
    verb = governed(site.tokens, site.at).verb
    return subject_of_verb(site.tokens, verb, site.names)[0] if verb >= 0 else ""
