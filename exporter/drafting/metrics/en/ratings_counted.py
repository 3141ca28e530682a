"""How many analysts rate shares in which way: | 5 | rate the shares a buy, | 7 | a hold."""

import re

from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_RATING = (
    r"[‘'“\"]?(?P<rating>(?:strong )?(?:buy|sell)|hold|neutral|outperform|underperform"
    r"|overweight|underweight|add|reduce|accumulate)s?\b"
)
_RATE = r"(?:rate[sd]?|have rated) (?:(?:the|its|their) )?(?:shares?|stock|company|it) "
_FIRST = regex(
    rf" (?:(?:of them|analysts|brokers|houses|banks) )?{_RATE}(?:as )?(?:an? )?{_RATING}",
    re.IGNORECASE,
)
_NEXT = regex(
    rf" (?:(?:of them|analysts|brokers|houses) )?(?:as )?(?:an? )?{_RATING}"
    r"(?=[’'”\"]?(?:[,.;)]|$| and\b))",
    re.IGNORECASE,
)
_RATED = regex(rf"\b{_RATE}[^;.]*$", re.IGNORECASE)


def by_rating(site: Site) -> Guess[str] | None:
    """Of a number of analysts the rating that they give."""
    if not site.is_counted:
        return None
    found = _FIRST.match(site.behind)
    if found is None and _RATED.search(site.before):
        found = _NEXT.match(site.behind)
    return Guess(f"{found['rating'].capitalize()} ratings") if found else None
