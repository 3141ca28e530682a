"""Brackets that hold last year's figures, where a release says so: sales of 987 million (962)."""

import re

from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

_SAYS_SO = regex(
    r"\b(?:figures?|numbers?|values?|amounts?|data)\b[^.\n]{0,40}\bin (?:brackets|parenthes[ei]s)\b"
    r"[^.\n]{0,80}\b(?:previous|prior|last|earlier|comparison|comparative|corresponding|same)\b"
    r"|\b(?:previous|prior|last|corresponding|comparison|comparative)\b[^.\n]{0,60}"
    r"\bin (?:brackets|parenthes[ei]s)\b",
    re.IGNORECASE,
)
_OPENED = regex(r"\((?:[A-Z]{2,3} ?|[$€£¥])?[-–+]?$")
_CLOSED = regex(r"\s?(?:%|per ?cent|million|billion|[mb]n?|pp)?\s?\)")
_MOST_BETWEEN = 24  # characters: 12.3% | of sales | (11.7%)


def holds_last_year(text: str) -> bool:
    """Whether a source says that its brackets hold the figures of the year before."""
    return ("in brackets" in text or "in parenthes" in text) and bool(_SAYS_SO.search(text))


def before_brackets(read: Read, start: int, end: int) -> Span | None:
    """The figure before the brackets in which one stands alone; None where it does not."""
    opened = _OPENED.search(read.text[:start])
    if opened is None or not _CLOSED.match(read.text, end):
        return None
    before = [span for span in read.figures if span[1] <= opened.start()]
    if not before or opened.start() - before[-1][1] > _MOST_BETWEEN:
        return None
    return before[-1]


# Net cash of £18.5 million (2024: net debt of | £6.3 million|): at the end of that year, too
_TOLD_AGAIN = regex(r"[0-9][^()]*\((?:FY)?[0-9]{4}: [^()]*$")


def is_told_again(text: str, start: int) -> bool:
    """Whether what stands at an offset is told in brackets of an earlier year, beside a figure."""
    return _TOLD_AGAIN.search(text[:start]) is not None
