"""Guidance of English text beside what it was before: from its previous guidance of 225 million."""

import re

from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site

_AIMS = r"(?:guidance|forecast|target|outlook|estimate|projection|range|goal|view|expectation)s?"
_EARLIER = r"(?:previous|prior|earlier|initial|original|old|former|last)"
_BEFORE = re.compile(
    rf"\b{_EARLIER} (?:[\w-]+ ){{0,3}}?{_AIMS}(?: \w+)?(?: of| for| at|:)?(?: [\w-]+){{0,2}} ?$"
    rf"|\b(?:previously|earlier|initially|originally) (?:had )?"
    r"(?:guided|forecast\w*|expect\w+|projected|targeted|estimated|predicted|seen|announced|planned"
    r"|anticipated|indicated)(?: \w+){0,2} $"
    r"|\((?:previously|previous|prior|from)[:,]? ?\w* ?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",? ?(?:previously|before(?=[.,;)]|$)|that (?:it|the \w+) (?:had )?(?:previously|earlier))\b",
    re.IGNORECASE,
)
_AIMED = re.compile(rf"\b{_AIMS}\b", re.IGNORECASE)
_PRICE = re.compile(r"price", re.IGNORECASE)


def as_guided_before(name: str, site: Site) -> str:
    """The name of what somebody had guided to before, told apart from what is guided to now."""
    is_said = _BEFORE.search(site.before) is not None
    is_behind = _BEHIND.match(site.behind) is not None and _AIMED.search(site.before) is not None
    if (
        not (is_said or is_behind)
        or _PRICE.search(name)
        or re.match("previous", name, re.IGNORECASE)
    ):
        return name
    if _AIMED.search(name):
        return sentence_case([f"previous {lowered(name, site.text)}"])
    return f"{name}, previous guidance"
