"""What was counted, told again in English as a share of all: 600 jobs, or | 8% | of its staff."""

import re

from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.words import ABOUT
from exporter.facts.units import COUNT

_AS_SHARE = re.compile(
    rf"[^,;.0-9]{{2,30}},? (?:or|equal to|equivalent to) {ABOUT}$|[^,;.0-9]{{2,30}}, {ABOUT}$"
)
_DONE = re.compile(r".+(?:ed|cut|sold|shut|lost|bought|built|let go|off)$")


def told_as_share(site: Site, whole: str) -> str:
    """What was done to the things counted before, as a share of all; "" where nothing was."""
    before = site.figures[site.number - 1] if site.number else None
    is_of_owner = re.match(r" of (?:its|their|the|his|her|our|all) ", site.behind) is not None
    if before is None or not is_of_owner or before.dimension not in {COUNT, "people"}:
        return ""
    if _AS_SHARE.fullmatch(site.text[before.end : site.tokens[site.at].start]) is None:
        return ""
    guess = of_other(site, before)
    is_done = not guess.doubt and _DONE.fullmatch(guess.value) is not None
    return f"{guess.value} as share of {lowered(whole, site.text)}" if is_done else ""
