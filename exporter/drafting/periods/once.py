"""Figures of times that English text names without a year: in the financial crisis, at its peak.

They are of no period that is spoken of before, nor of the day: when that was, a person looks up.
"""

import re

from exporter.drafting.model import Guess
from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

_WHEN_IT_WAS = "when that was is not said by a date"
_AGE = (
    r"(?:(?:(?:global|world|banking|great) )?financial crisis|credit crunch|banking crisis"
    r"|(?:coronavirus |covid(?:-19)? )?pandemic|(?:covid(?:-19)?|coronavirus)(?: crisis| years)?"
    r"|lockdowns?|dot-?com (?:boom|bubble|crash)|(?:first|second) world war|cold war"
    r"|great (?:recession|depression))"
)
_IN_AN_AGE = regex(
    rf"\b(?:in|during|before|after|following|amid|at the (?:height|end|start|peak|depths?|bottom)"
    rf" of|through(?:out)?|when) (?:the |its )?(?:last |previous )?{_AGE}\b(?!['’])"
    r"|\b(?:at|in) its (?:peak|height|heyday|zenith|prime|early (?:days|years))\b"
    r"|\bunder (?:its|the) (?:previous|former|old|last)"
    r" (?:owners?|management|boss|chief executive)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:now|today|still|currently|is|are|has been|have been|since)\b|[;—]")


def once(read: Read, at: Span) -> Guess[str] | None:
    """That the time of a figure is no date, where English names it; None elsewhere."""
    if read.lang != "en" or any(not when.is_now for when in read.main):
        return None
    *_, before = (None, *_IN_AN_AGE.finditer(read.text, 0, at[0]))
    behind = _IN_AN_AGE.search(read.text, at[1])
    for said, between in (
        (before, read.text[before.end() : at[0]] if before else ""),
        (behind, read.text[at[1] : behind.start()] if behind else ""),
    ):
        if said is not None and len(between) < _FAR and not _NOW.search(between):
            return Guess("", _WHEN_IT_WAS)
    return None


_FAR = 80  # characters between such a time and its figure
