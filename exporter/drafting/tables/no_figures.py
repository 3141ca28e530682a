"""Columns that hold numbers which are no figures: of notes, years in which something falls due."""

from exporter.drafting.tables.periods_said import A_YEAR
from exporter.engine.regex import regex

_NOTES = regex(r"notes?(?: no\.?)?|附注")


def is_of_notes(head: str) -> bool:
    """Whether the head of a column says that it has numbers of notes, and no figures."""
    return _NOTES.fullmatch(head) is not None


def is_day_due(cell: str, head: str) -> bool:
    """Whether a cell is the year in which something falls due, and no figure: Maturity, 2032."""
    return A_YEAR.fullmatch(cell) is not None and _DUE.search(head) is not None


_DUE = regex(r"(?<![a-z])(?:maturit(?:y|ies)|due|expir(?:y|es|ation)|through)(?![a-z])")
