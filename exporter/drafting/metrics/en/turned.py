"""A profit that is told beside a loss, or an outflow beside a cash flow; or the other way round."""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other, sure_of
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

# An operating loss of 0.7 million, compared with a profit of | 1.9 million; (2024: | 2.0m profit)
_KINDS = r"profit|loss|surplus|deficit|earnings|income"
_TURNED = regex(
    rf"(?:(?<!\bor )\b(?:an?|the) |\([^()]{{0,24}}: ?(?:(?:an?|the) )?)({_KINDS}) of {ABOUT_ONE}$"
)
_IN_BRACKETS = regex(rf"\([^()]{{0,24}}: ?{ABOUT_ONE}$")
_TURNED_BEHIND = regex(rf" ({_KINDS})\)")
# Net profit was £12m, versus a | £5m | loss in the first half of 2025
_AGAINST = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|up from|down from|after|and|or)"
    rf" (?:an?|the) {ABOUT_ONE}$"
)
_AGAINST_BEHIND = regex(
    rf" ({_KINDS})(?=[.,;]|$| (?:a year|in the|in 20|last|the (?:year|previous|prior|same)|for the"
    r" (?:same|previous|prior|year|half)|that it|and an?)\b)"
)
_EARNED = regex(
    rf"\b(?:{_KINDS})(?= (?:before|after|for|from|per|attributable|on)\b|$)", re.IGNORECASE
)
_LOST = frozenset({"loss", "deficit"})


# Free cash flow of £9.1m, against an outflow of | £1.4m
_FLOWED = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|after|following) (?:an? |the )?(?:net )?"
    rf"(?:cash )?(?P<way>in|out)flow of {ABOUT_ONE}$"
)
_FLOW = regex(r"\bcash (?:flow|(?P<way>in|out)flow)(?=$| (?:from|before|after)\b)", re.IGNORECASE)


def _flowed(site: Site, other: Figure) -> str:
    """The cash flow before, in the other direction."""
    found = _FLOWED.search(site.before)
    name = sure_of(site, other) if found else ""
    flow = _FLOW.search(name)
    if found is None or flow is None or flow["way"] == found["way"]:
        return ""
    return sentence_case([f"{name[: flow.start()]}cash {found['way']}flow{name[flow.end() :]}"])


def turned(site: Site) -> str:
    """A profit beside the loss before it, or the other way round."""
    sums = [one for one in site.figures[: site.number] if one.dimension.startswith("money")]
    if sums and (flow := _flowed(site, sums[-1])):
        return flow
    other = _TURNED.search(site.before)
    if other is None and _IN_BRACKETS.search(site.before):
        other = _TURNED_BEHIND.match(site.behind)
    if other is None and _AGAINST.search(site.before):
        other = _AGAINST_BEHIND.match(site.behind)
    if other is None or not sums:
        return ""
    name = of_other(site, sums[-1]).value
    earned = _EARNED.search(name)
    if earned is None or (earned[0].lower() in _LOST) == (other[1] in _LOST):
        return ""
    return sentence_case([f"{name[: earned.start()]}{other[1]}{name[earned.end() :]}"])
