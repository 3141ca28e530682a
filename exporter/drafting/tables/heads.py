"""Heads of a table's rows that state figures themselves: common stock, $0.001 par value.

They are read as sentences are. Numbers of shares that a table may give in thousands, as its caption
says, are left to a person, and so are those of two days that the head does not name.
"""

import re
from collections.abc import Iterator

from exporter.drafting.model import Sentence
from exporter.engine.regex import regex
from exporter.evidence.sources import Source

_STATES = regex(r"[$€£]\s?[0-9]|\brates? of [0-9.]+\s?%|[0-9] shares\b", re.IGNORECASE)
_MAY_BE_IN_THOUSANDS = regex(
    r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})?(?: and [0-9,]+)? (?:shares|issued)\b"
)
_YEAR = regex(r"\b(?:19|20)[0-9]{2}\b")
_OF_STOCK = regex(
    r"par value.*(?:authorized|issued|outstanding)|shares (?:authorized|issued|outstanding)",
    re.IGNORECASE,
)


def is_of_stock(text: str) -> bool:
    """Whether a line is a part of a row that is broken in the midst of a balance sheet."""
    return _OF_STOCK.search(text) is not None and not text.rstrip().endswith(".")


def sentences_in_heads(source: Source) -> Iterator[Sentence]:
    """The heads of rows that state figures, in order."""
    start = 0
    for paragraph, line in enumerate((source.text or "").split("\n")):
        head, tab, _ = line.partition("\t")
        if tab and _states(head):
            yield Sentence(start, start + len(head), head, paragraph)
        start += len(line) + 1


def _states(head: str) -> bool:
    if not _STATES.search(head) or _MAY_BE_IN_THOUSANDS.search(head):
        return False
    return "respectively" not in head or _YEAR.search(head) is not None
