"""Whose a figure is that is told of somebody behind it, or beside a name that it explains.

The | 2.1% | reported last month by Marlpit Inns, a bigger rival with about | 600 | pubs.
"""

from exporter.drafting.model import Guess
from exporter.drafting.names.clauses import Words
from exporter.engine.regex import regex

_ABOUT = r"(?:(?:about|around|some|nearly|almost|over|just|only|roughly|more than|up to) )?"
# Double the | 2.1 per cent | reported last month by Quark
_REPORTED_BY = regex(
    r"[^A-Za-z]{0,14}(?: ?(?:per ?cent|percent|percentage points|[mb]n|m|p|[mb]illion))?"
    r"(?: (?:growth|rise|increase|gain|fall|drop|decline|margin))?"
    r" (?:(?:that|which) (?:was|were|had been) )?(?:reported|posted|announced|recorded|achieved"
    r"|managed|delivered|disclosed|notched up|logged|enjoyed|suffered|booked)"
    r"(?: (?:last|earlier|this|on|in|for|a|two|three|just)\b[^,;.()]{0,28}?)? (?:by|at) "
    r"(?:the |its |their )?(?:[a-z-]+ ){0,3}$"
)
# Quark, |a bigger rival with about| 600 pubs
_EXPLAINS = regex(
    r", (?:an?|the|its|their|once the|now the) "
    r"(?:(?!(?:and|but|reported|posted|announced|had|made|earned|booked|recorded|said|claimed|rose"
    r"|fell|grew|sold)\b)[\w’'-]+ ){1,7}?"
    r"(?:with|of|running|operating|owning|employing|(?:that|which) (?:now |already )?(?:has|runs"
    rf"|owns|operates|employs|sells|makes|serves|manages)) {_ABOUT}[A-Z]{{0,3}}\W?"
)
_SAYS_WHO = regex(r"\b(?:said|says|added|told)\b[^,]*$")


def of_another(words: Words, start: int) -> Guess[str] | None:
    """Whose a figure is by a name that it stands beside so; None elsewhere."""
    for one in words.names:
        if one.end <= start and _EXPLAINS.fullmatch(words.text, one.end, start):
            return None if _SAYS_WHO.search(words.text[: one.start]) else Guess(one.name)
        if one.start > start and _REPORTED_BY.match(words.text[start : one.start].lstrip("$€£¥")):
            return Guess(one.name)
    return None
