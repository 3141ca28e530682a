"""The net debt beside which an English sentence tells how many times earnings it is.

Net debt was £28 million, equal to | 0.6 times adjusted EBITDA |: both are of one day.
"""

from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

_DEBT = regex(r"\b(?:[Nn]et )?(?:[Dd]ebt|[Bb]orrowings)\b[^;]*$")
_TIMES = regex(
    r"[0-9.]+ ?(?:x|times) (?:its |the )?(?:(?:adjusted|underlying|annual|core) )?"
    r"(?:EBITDA|ebitda|Ebitda)[rR]?\b"
)
_OR = regex(
    r"(?: at [^,;0-9]{3,30})?,? (?:or|equal to|equivalent to|which (?:is|was)(?: equal"
    r"| equivalent)?(?: to)?|representing|corresponding to) (?:about |around |just |only |some )?"
)


def debt_beside(read: Read, start: int) -> Span | None:
    """The figure of the net debt whose multiple begins at `start`; None where none stands there."""
    if read.lang != "en" or not _TIMES.match(read.text, start):
        return None
    before = [span for span in read.figures if span[1] <= start]
    if not before or not _DEBT.search(read.text[: before[-1][0]]):
        return None
    return before[-1] if _OR.fullmatch(read.text, before[-1][1], start) else None
