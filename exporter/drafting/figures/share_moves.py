"""Verbs by which shares are said to fall and rise, and how far they went: fell as much as | 12%."""

from exporter.drafting.exactness import about_or
from exporter.engine.regex import regex

SHARES = r"\b(?:[Ss]hares|[Ss]tock|[Ss]hare price)\b"
FELL = "fell|fallen|dropped|tumbled|slumped|sank|slid|plunged|declined|lost|shed|slipped"
ROSE = "rose|risen|jumped|surged|soared|gained|climbed|rallied|leapt|added"
_AS_FAR = regex(rf"{SHARES}[^;]*\b(?:{FELL}|{ROSE}|(?:was|were) (?:up|down))(?: by)? as much as $")


def went_as_far(before: str) -> bool:
    """Whether words say that shares moved as far as what follows: so much, at their lowest."""
    return _AS_FAR.search(before) is not None


# Raised its forecast, sending its shares up | 7%; pushing the stock | 4% | higher
_SENT = regex(
    r"\b(?:send|push|lift|driv|knock|dragg|tak|pull|mov)ing"
    r" (?:its|the|their|[A-Z][\w&.’' -]*['’]s?) (?:[a-z-]+ )?"
    r"(?:shares?|stock|share price|stock price)"
    rf" {about_or('price', 'up', 'down', 'higher', 'lower', 'by')}$"
)


def sent_shares(before: str) -> bool:
    """Whether words say that news sent shares as far as what follows."""
    return _SENT.search(before) is not None
