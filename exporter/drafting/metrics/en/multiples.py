"""Multiples of English text: three times as many as a year before, double the 8.8 million.

They are named as what they are multiples of, since the metric alone would be its level.
"""

import re

from exporter.drafting.metrics.en.sites import Site
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE

_YEAR_BEFORE = regex(
    r"\b(?:(?:a|one|the) year (?:before|earlier|ago|previously)|last year|year-earlier|year-ago"
    r"|(?:the |in the )?(?:same|prior|previous|corresponding|year-ago) (?:\w+ )?(?:year|period"
    r"|quarter"
    r"|half|month)|prior-year|(?:in|from) (?:the )?(?:previous|prior) year)\b",
    re.IGNORECASE,
)
_OF_A_LEVEL = regex(
    r"(?: times)? (?:the [^\w\s]?\d|(?:as|so) (?:much|many|large|big|high)\b|(?:the|its"
    r"|their) (?:number"
    r"|level|amount|rate|size|figure|total|average|volume|pace|value)\b|(?:that|those) of"
    r"|what\b|last year)"
)
_OF_A_YEAR = regex(
    r"(?: times)? (?:the|its|their|of) (?:level |total )?(?:of |in )?((?:19|20)\d\d)\b"
)
_TOLD = regex(r"multiple|ratio|\bto\b|\bvs\b|turn|earnings|cover|leverage", re.IGNORECASE)


def as_multiple(name: str, site: Site) -> str:
    """The name of a multiple, with what it is one of where the words around compare."""
    if site.figure.dimension != MULTIPLE or _TOLD.search(name):
        return name
    if (year := _OF_A_YEAR.match(site.behind)) is not None:
        return f"{name}, multiple of {year[1]}"
    if _OF_A_LEVEL.match(site.behind) is None:
        return name
    end = re.search(r"[;.](?!\d)", site.behind)
    reach = site.behind[: end.start() if end else len(site.behind)]
    return f"{name}, multiple of the year before" if _YEAR_BEFORE.search(reach) else name
