"""By how much something is above or below what was expected of it, or an aim above what it was.

Revenue of $418m, | $12m | more than Wall Street had been looking for; profit of £30m to £34m,
| £2m | more at the midpoint than it guided for in May.
"""

import re

from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import POINTS, SPANS_OF_TIME

_ABOVE = r"more|higher|better|greater|stronger|larger|above|over|ahead|in excess"
_BELOW = r"less|lower|worse|fewer|weaker|smaller|below|under|short|shy"
_WAY = rf" (?:(?P<above>{_ABOVE})|(?P<below>{_BELOW}))"
_THOUGHT = (
    r"(?:forecast(?:ed)?|expected|estimated|predicted|projected|anticipated|look(?:ed|ing) for"
    r"|pencill?ed in|bargained for|hoped for|assumed|feared|modell?ed|guided(?: for| to)?|planned"
    r"|budgeted(?: for)?|flagged|indicated|promised|targeted|signalled)"
)
# More than analysts had forecast; better than had been expected
_THAN_THOUGHT = regex(
    rf"{_WAY} than (?P<who>(?:(?!was\b|had\b|have\b|it was\b)[\w&’'-]+ ){{0,5}}?)"
    rf"(?:(?:had|have|has|was|were|is|been|being|originally|previously|initially) )*{_THOUGHT}\b"
)
_OF_ITSELF = regex(
    r"(?:it|they|we|management|the (?:company|group|firm|bank|board|management)|[\w-]+maker) ?$"
)
# Ahead of the consensus; below analysts' estimates
_THAN_CONSENSUS = regex(
    rf"{_WAY}(?: than| of)? (?:(?:the|an?|its|average|mean|median|market|company-compiled|street"
    r"|city|wall|analysts?['’]?s?|investors?['’]?|broker|lseg|factset|visible alpha|bloomberg) )*"
    r"(?:consensus|estimates?|expectations|forecasts?)\b(?! (?:it|the company|the group)\b)",
    re.IGNORECASE,
)
# Raised by | $40m | at the midpoint; $40m more at the midpoint than before
_AT_MIDPOINT = regex(
    rf"{_WAY} at (?:the |its )?(?:mid-?point|middle|top|bottom|centre|center|upper end|lower end)\b"
)


def by_beat(site: Site) -> Guess[str] | None:
    """What is so much above or below what was thought of it, by what that was."""
    midpoint = _AT_MIDPOINT.match(site.behind)
    thought = _THAN_THOUGHT.match(site.behind)
    found = midpoint or thought or _THAN_CONSENSUS.match(site.behind)
    name = _compared(site) if found else ""
    if not found or not name:
        return None
    if midpoint:
        way = "Increase" if found["above"] else "Reduction"
        return Guess(f"{way} in {lowered(name, site.text)} guidance")
    what = "consensus" if "consensus" in found[0].lower() else "expectations"
    if thought and _OF_ITSELF.match(thought["who"]):
        what = "previous guidance"
    return Guess(f"{name} {'above' if found['above'] else 'below'} {what}")


def _compared(site: Site) -> str:
    """What is compared: the level that stands before the figure, or the subject of its verb."""
    levels = [one for one in site.figures[: site.number] if _is_level(one, site)]
    if levels:
        return sure_of(site, levels[-1])
    verb = governed(site.tokens, site.at).verb
    name, is_carried = subject_of_verb(site.tokens, verb, site.names) if verb >= 0 else ("", True)
    return "" if is_carried else name


def _is_level(other: Figure, site: Site) -> bool:
    """Whether a figure may be the level that another one is a difference of, or a share."""
    if site.is_share or site.figure.dimension == POINTS:
        return other.dimension not in {POINTS, *SPANS_OF_TIME}
    return other.dimension.split("/")[0] == site.figure.dimension.split("/")[0]
