"""Multiples that only set two figures beside each other: 4.8%, | double | the 2.1% at Quark.

Both figures are stated; what is a multiple of the year before is told by itself.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import MULTIPLE

_THE_OTHER = regex(r"(?: times)? the [A-Z]{0,3}[$€£¥]?[0-9]")
_YEAR_BEFORE = regex(
    r"\b(?:(?:last|previous|prior|same|preceding|year-ago) (?:\w+ )?(?:year|quarter|half"
    r"|period|month)(?! by\b)|(?:years?|quarter|half|decade) (?:ago|earlier|before|previously)"
    r"|(?:19|20)[0-9]{2})\b"
)
_STATED = regex(r"[0-9](?: ?(?:%|[a-z]{1,3}\b|per ?cent|[mb]illion))?[^;]{0,40}$")


def is_times_another(figure: Figure, before: str, behind: str) -> bool:
    """Whether a multiple is only how two figures compare that stand around it."""
    if figure.dimension != MULTIPLE or not _THE_OTHER.match(behind):
        return False
    clause = re.split(r"[;,](?![0-9])|\.(?![0-9])", behind)[0]
    return _STATED.search(before) is not None and _YEAR_BEFORE.search(clause) is None
