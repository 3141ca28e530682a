"""What something that is doing so moves to, beside what happens for it or all the same.

In spite of the average price of a pass climbing to | £25.99 |, from | £23.49 | last summer; because
of the cost of flour rising | 4% |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_LED = (
    r"(?:[Ii]n spite of|[Dd]espite|[Nn]otwithstanding|[Tt]hanks (?:in part )?to|[Bb]ecause of"
    r"|[Oo]wing to|[Dd]ue to|[Aa]s a result of|[Oo]n the back of|[Aa]mid|(?:[Hh]elped|[Hh]urt"
    r"|[Dd]riven|[Bb]oosted|[Ee]xplained|[Cc]aused) by|[Ww]ith|[Ff]rom)"
)
_MOVING = (
    r"(?:climbing|rising|increasing|growing|jumping|surging|soaring|going up|edging up|creeping up"
    r"|doubling|improving|widening|recovering|falling|dropping|declining|sliding|slipping"
    r"|shrinking|sinking|tumbling|plunging|halving|narrowing|going down|easing)"
)
# |The average price of a monthly pass| climbing to
_WHAT = (
    r"(?:(?:the|an?|its|their|our|his|her|[A-Z][\w&-]*['’]s?) )*"
    r"(?P<what>(?!(?:it|them|us|those|these|that) )[a-z][\w’'-]*(?: (?!(?:and|but|which|that|who"
    r"|is|was|are|were|has|had)\b)[\w’'&-]+){0,8}?)"
)
_CLAUSE = rf"\b{_LED} {_WHAT} {_MOVING}"
_TO = regex(rf"{_CLAUSE}(?: by [^,;]{{1,20}})? (?:to|at|past|above|below) (?:an? )?{ABOUT}\W?$")
_FROM = regex(
    rf"{_CLAUSE} (?:(?:to|past|above|below) {ABOUT}[^\s,;]+(?: [mb]illion| per ?cent)?,? (?:up "
    rf"|down )?from|from) {ABOUT}\W?$"
)
_BY = regex(rf"{_CLAUSE}(?: by)?(?: an?)? {ABOUT}\W?$")
_OF_SOMETHING = regex(r" (?:of|per|for|in) ")


def by_gerund(site: Site) -> Guess[str] | None:
    """The name of a figure that something is said to be moving to, or by; None elsewhere."""
    level = _TO.search(site.before) or _FROM.search(site.before)
    found = level or (_BY.search(site.before) if site.is_share else None)
    # What is bare, as with sales rising 4%, stands beside a whole that other rules find.
    if found is None or not _OF_SOMETHING.search(found["what"]):
        return None
    name = sentence_case([found["what"]])
    return Guess(name if level else name_of_change(name, site))
