"""Numbers of those whose deed explains another figure: as | two | large customers delayed orders.

What they did is told, and nothing counted.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_FEW = 12  # what words say of some whom nobody names
_REASON_BEFORE = regex(
    r"\b(?:as|because|since|after|when|while|although|though|that) (?:its |the )?$"
)
_ACTED = regex(
    r" (?:[a-z-]+ ){0,3}?(?:customers|clients|suppliers|distributors|dealers|buyers|operators"
    r"|partners|tenants) (?:have |had )?(?:delayed|postponed|deferred|cancell?ed|pushed|paused|held"
    r"|halted|suspended|cut|reduced|trimmed|brought|pulled|switched|ran|destocked)\b"
)


def is_of_who_acted(figure: Figure, before: str, behind: str) -> bool:
    """Whether a small number of English text only says how many did something."""
    is_few = figure.dimension == COUNT and 0 < abs(figure.value) <= _FEW
    is_worded = is_few and re.search("[0-9]", figure.text) is None
    return is_worded and bool(_REASON_BEFORE.search(before) and _ACTED.match(behind))
