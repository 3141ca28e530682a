"""What is pointed to beside something expected, and is so today.

Pointing to costs that he expects to rise 5% next year and to wage talks covering | 8,500 workers |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

_EXPECTED_FIRST = regex(
    r"\b(?i:point(?:s|ed|ing)? (?:out )?to|cit(?:es|ed|ing)|flag(?:s|ged|ging)|blam(?:es|ed|ing)"
    r"|highlight(?:s|ed|ing)|warn(?:s|ed|ing) of|because of|due to|owing to)"
    r" [^;]*?\b(?:that|which) [^;]*?\b(?:expects?|sees|forecasts?|predicts?|thinks|reckons)\b"
    r"[^;]*?,? and (?:to |of |by |from |on )?(?P<own>(?:[a-z][a-z-]* ){1,4})(?P<lead>covering"
    rf"|involving|affecting|among|at|with|of|for) {ABOUT}[A-Z]{{0,3}}\W?$"
)
_VERBS = regex(
    r"\b(?:to|will|would|expects?|fall|rise|grow|drop|reach|be|is|are|he|she|it|they|sales of)\b"
)


def is_beside_expected(before: str) -> bool:
    """Whether words before a figure point to something that is, beside what is expected."""
    found = _EXPECTED_FIRST.search(before)
    return found is not None and _VERBS.search(found["own"]) is None
