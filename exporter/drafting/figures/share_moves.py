"""Verbs by which shares are said to fall and rise, and how far they went: fell as much as | 12%."""

from exporter.engine.regex import regex

SHARES = r"\b(?:[Ss]hares|[Ss]tock|[Ss]hare price)\b"
FELL = "fell|fallen|dropped|tumbled|slumped|sank|slid|plunged|declined|lost|shed|slipped"
ROSE = "rose|risen|jumped|surged|soared|gained|climbed|rallied|leapt|added"
_AS_FAR = regex(rf"{SHARES}[^;]*\b(?:{FELL}|{ROSE}|(?:was|were) (?:up|down))(?: by)? as much as $")


def went_as_far(before: str) -> bool:
    """Whether words say that shares moved as far as what follows: so much, at their lowest."""
    return _AS_FAR.search(before) is not None
