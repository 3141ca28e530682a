"""How full planes and places are: flew with its planes | 84% | full, rooms were | 71% | full."""

import re

from exporter.drafting.metrics.en.sites import Site
from exporter.engine.regex import regex

_FULL = regex(r" full\b(?![ -](?:year|time|price))")
_FILLED = regex(
    r"\b(?:planes|flights|aircraft|jets|airliners|trains|rooms|hotels|beds|warehouses|wards"
    r"|(?:care|nursing) homes|car parks|offices|depots|cinemas|theatres|stadiums?|campsites"
    r"|ships|boats|ferries|cabins|coaches|pitches|lodges|cottages)\b",
    re.IGNORECASE,
)
_FLOWN = frozenset("planes flights aircraft jets airliners trains".split())


def how_full(site: Site) -> str:
    """A load factor, or an occupancy; "" elsewhere."""
    full = _FILLED.search(site.before) if _FULL.match(site.behind) else None
    if full is None:
        return ""
    return "Load factor" if full[0].lower() in _FLOWN else "Occupancy"
