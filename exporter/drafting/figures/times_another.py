"""Multiples and parts that only set two figures beside each other: 4.8%, | double | the 2.1%.

Both figures are stated; what is a multiple of the year before is told by itself, a part of it
(less than | half | the 8.1% of last year) never is, since it would read as a rate.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import MULTIPLE, RATIO

_THE_OTHER = regex(r"(?: times)? the [A-Z]{0,3}[$€£¥]?[0-9]")
# Rents rose 3.9%, less than | half| the 8.1% of last year; not: a third| of the 90 dairies are idle
_IN_WORDS = regex(r"[A-Za-z -]+")
_OF_THE_OTHER = regex(
    r" (?:of )?(?:the|its|last \w+[’']s|a year (?:ago|earlier)[’']s) (?:[a-z-]+ )?"
    r"(?:[A-Z]{0,3}[$€£¥][0-9]|[0-9][0-9.,]*(?: ?%| per ?cent|p\b|[,.;]?$|[,;] "
    r"| (?:(?:it|they|he|she|we|the [a-z]+) [a-z]+|in|of|at|last|a year|the (?:year|quarter)) ))"
)
# Will rise 3.4%, | half | the pace of 2024
_THE_PACE = regex(r" (?:of )?(?:the|its|that) (?:pace|rate|speed) (?:of|seen|in|set|at which)\b")
_NEAR = about_or("even", "still")
_SET_BESIDE = regex(
    rf"[0-9][^;]{{0,60}}(?:,|[–—]| -|\(| or| (?:is|was|are|were)) {_NEAR}(?:an? )?$"
)
_YEAR_BEFORE = regex(
    r"\b(?:(?:last|previous|prior|same|preceding|year-ago) (?:\w+ )?(?:year|quarter|half"
    r"|period|month)(?! by\b)|(?:years?|quarter|half|decade) (?:ago|earlier|before|previously)"
    r"|(?:19|20)[0-9]{2})\b"
)
_STATED = regex(r"[0-9](?: ?(?:%|[a-z]{1,3}\b|per ?cent|[mb]illion))?[^;]{0,40}$")


def is_times_another(figure: Figure, before: str, behind: str) -> bool:
    """Whether a multiple, or a part, is only how two figures compare that stand around it."""
    if figure.dimension == RATIO:
        is_part = _IN_WORDS.fullmatch(figure.text) and _OF_THE_OTHER.match(behind)
        if is_part is None and _IN_WORDS.fullmatch(figure.text) and _THE_PACE.match(behind):
            return True
        return is_part is not None and _SET_BESIDE.search(before) is not None
    if figure.dimension != MULTIPLE or not _THE_OTHER.match(behind):
        return False
    clause = re.split(r"[;,](?![0-9])|\.(?![0-9])", behind)[0]
    return _STATED.search(before) is not None and _YEAR_BEFORE.search(clause) is None
