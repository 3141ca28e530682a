"""Sums by which something moved, with the level behind that it moved to: rose | $3m | to $14m."""

import re

from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.words import EXACTNESS
from exporter.drafting.model import Guess

_ABOUT = rf"(?:(?:{EXACTNESS}|an?|another) )*"
_MOVED = re.compile(
    r"\b(?:increase[ds]|rose|rises|grew|grows|climbed|jumped|advanced|decrease[ds]|fell|falls"
    r"|declined|declines|dropped|drops|slipped|shrank|narrowed|widened)"
    rf"(?: [a-z]+ly)? {_ABOUT}$"
)
_TO = re.compile(rf"(?:,? or [0-9.]+ ?%,)? to {_ABOUT}")


def by_level_behind(site: Site) -> Guess[str] | None:
    """What moved by a sum, as its change."""
    level = next(iter(site.figures[site.number + 1 :]), None)
    if level is None or not site.is_money or level.dimension != site.figure.dimension:
        return None
    between = site.text[site.figure.end : level.start]
    if _MOVED.search(site.before) is None or _TO.fullmatch(between) is None:
        return None
    guess = of_other(site, level)
    return Guess(name_of_change(guess.value, site), guess.doubt) if guess.value else None
