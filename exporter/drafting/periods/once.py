"""Figures of times that English text names without a year: in the financial crisis, at its peak.

They are of no period that is spoken of before, nor of the day: when that was, a person looks up.
"""

import re

from exporter.drafting.model import Guess
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.whens import When
from exporter.engine.regex import regex

_WHEN_IT_WAS = "when that was is not said by a date"
_AGE = (
    r"(?:(?:(?:global|world|banking|great) )?financial crisis|credit crunch"
    r"|(?:(?:banking|energy|debt|euro ?zone|cost[- ]of[- ]living) )?crisis"
    r"|(?:coronavirus |covid(?:-19)? )?pandemic|(?:covid(?:-19)?|coronavirus)(?: crisis| years)?"
    r"|lockdowns?|dot-?com (?:boom|bubble|crash)|(?:first|second) world war|cold war"
    r"|great (?:recession|depression))"
)
_IN_AN_AGE = regex(
    rf"\b(?:in|during|before|after|following|amid|at the (?:height|end|start|peak|depths?|bottom)"
    rf" of|through(?:out)?|when) (?:the |its )?"
    rf"(?:(?:last|previous|first|second|third|early|initial|worst of the) )?{_AGE}\b(?!['’])"
    r"|\b(?:at|in) its (?:peak|height|heyday|zenith|prime|early (?:days|years))\b"
    r"|\bunder (?:its|the) (?:previous|former|old|last)"
    r" (?:owners?|management|boss|chief executive)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:now|today|still|currently|is|are|has been|have been|since)\b|[;—]")


def once(read: Read, at: Span) -> Guess[str] | None:
    """That the time of a figure is no date, where English names it; None elsewhere."""
    if read.lang != "en":
        return None
    *_, before = (None, *_IN_AN_AGE.finditer(read.text, 0, at[0]))
    behind = _IN_AN_AGE.search(read.text, at[1])
    if any(not when.is_now and not _is_parted(when.end, at[0], read.text) for when in read.main):
        return None
    for said, between in (
        (before, read.text[before.end() : at[0]] if before else ""),
        (behind, read.text[at[1] : behind.start()] if behind else ""),
    ):
        is_aside = said is before and _is_of_aside(read.text, said, between)
        if said is not None and len(between) < _FAR and not _NOW.search(between) and not is_aside:
            return Guess("", _WHEN_IT_WAS)
    return None


def once_since(read: Read, at: Span, when: When | None) -> Guess[str] | None:
    """The same of a figure that a verb of its own parts from the date before it."""
    is_parted = when is not None and _is_parted(when.end, at[0], read.text)
    return once(read, at) if is_parted else None


def _is_of_aside(text: str, said: re.Match[str] | None, between: str) -> bool:
    """Whether an aside tells such a time, and has ended before the figure."""
    return said is not None and "," in between and _ASIDE.search(text[: said.start()]) is not None


# Shares, |which sank when lockdowns began|, rose
_ASIDE = regex(r", (?:which|who|whose)\b[^,;]*$")


# Floated in 2019 |and sank below| 60p when lockdowns began
_PARTED = regex(
    r" (?:and|but|before|then) (?:later |then |had |has |it )*"
    r"(?:sank|sinking|fell|falling|slid|sliding|plunged|plunging|dropped|dropping|tumbled|crashed"
    r"|collapsed|peaked|peaking|rose|rising|climbed|climbing|jumped|reached|reaching|hit|hitting"
    r"|shrank|traded|trading|bottomed)\b[^,;.]*"
)


def _is_parted(end: int, start: int, text: str) -> bool:
    """Whether a verb of its own leads to a figure behind a date."""
    return end < start and _PARTED.fullmatch(text, end, start) is not None


_FAR = 80  # characters between such a time and its figure
