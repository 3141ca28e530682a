"""The net debt beside which an English sentence tells how many times earnings it is.

Net debt was £28 million, equal to | 0.6 times adjusted EBITDA |: both are of one day.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.bound import bound
from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

# Of earnings of a year up to now, as words before them say
TRAILING = (
    r"(?:(?:trailing|last|past|rolling|preceding)[ -])?(?:twelve|12)[ -]months?['’]?|trailing"
    r"|ltm|ttm|LTM|TTM"
)
_DEBT = regex(r"\b(?:[Nn]et |[Tt]otal |[Gg]ross )?(?:[Dd]ebt|[Bb]orrowings)\b[^;]*$")
_TIMES = regex(
    rf"[0-9.]+ ?(?:x|times) (?:(?:its|the|adjusted|underlying|annual|core|{TRAILING}) )*"
    r"(?:(?:EBITDA|ebitda|Ebitda)[rR]?|earnings before interest\b)"
)
_OR = regex(
    r"(?: (?:at|as at|as of|on) [^,;()]{3,30}?)?(?:,? (?:or|equal to|equivalent to|equalling"
    r"|which (?:is|was)(?: equal| equivalent)?(?: to)?|that is,?|i\.e\.,?|representing|meaning"
    r"|corresponding to|was|is|stood at|equalled|equals|came to|amounts? to)|,"
    rf"| \((?:or|i\.e\.,?)?) ?{ABOUT}"
)
# Three times trailing twelve-month EBITDA, 2.1 times EBITDA of the past year: of no period
_OF_EARNINGS = regex(
    r"[0-9] ?(?:x|times) (?:(?:its|the|adjusted|underlying|core) )*"
    r"(?:(?:EBITDA|ebitda|Ebitda)[rR]? (?:for|of|over|in) (?:the )?)?$"
)
# Net debt to |trailing-twelve-month| EBITDA; net debt to EBITDA |for the last 12 months|
_DEBT_TO = regex(
    r"\b(?:debt|borrowings|leverage)(?:,? net of (?:its )?cash,?)? (?:to|over|divided by)"
    r"(?: (?:its|our|the|adjusted|underlying|core))*(?: EBITDAR?(?: of)?(?: the)?)? $",
    re.IGNORECASE,
)
_OF_A_YEAR_SO_FAR = regex(rf"(?:(?:for|in|over|of) )?(?:the )?(?:{TRAILING})", re.IGNORECASE)
# Net debt was £28 million| (2024: £31 million),| or 0.6 times
_IN_BRACKETS = regex(r" \([^()]*\)")


def debt_beside(read: Read, start: int) -> Span | None:
    """The figure of the net debt whose multiple begins at `start`; None where none stands there."""
    if read.lang != "en" or not _TIMES.match(read.text, start):
        return None
    before = [span for span in read.figures if span[1] <= start]
    if not before or not _DEBT.search(read.text[: before[-1][0]]):
        return None
    end = before[-1][1]
    bracket = _IN_BRACKETS.match(read.text, before[-2][1]) if len(before) > 1 else None
    if bracket is not None and bracket.end() > end:
        end, before = bracket.end(), before[:-1]
    if not _OR.fullmatch(read.text, end, start):
        return None
    # Fell to | £68 million | from £74 million, or 1.9 times
    return next((span for span in reversed(before) if not bound(read, *span).is_base), None)


def is_of_earnings(text: str, start: int) -> bool:
    """Whether a period that begins at `start` is of the earnings by which a debt is measured."""
    head = text[:start]
    if _OF_EARNINGS.search(head) is not None:
        return True
    return bool(_DEBT_TO.search(head) and _OF_A_YEAR_SO_FAR.match(text, start))
