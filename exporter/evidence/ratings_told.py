"""Ratings that English sentences tell with everyday words: it still says buy, calls it a sell."""

import re

from exporter.engine.regex import regex

_ADVICE = frozenset({"buy", "hold", "sell"})
_STOCK = r"(?:it|them|(?:the|its|their|these|those)\s+(?:shares|stock)|(?:the|this)\s+company)"
# It still says | buy, and forecasts; the word has to end what is said.
_SAYS = regex(r"(?<!not )(?<!never )\b(?:says?|said|saying)(?:\s*[:,])?\s+$", re.IGNORECASE)
_ENDS = regex(
    r"\s*(?:[,.;:)]|(?:with|while|but|despite|although|though|because|from|after|on valuation)\b|$)"
    r"|\s+and\s+(?:it|its|the|an?|has|sets?|keeps?|expects?|forecasts?|sees|thinks|puts?)\b"
)
# Calls it | a buy; has the shares down as | a hold
_CALLS = regex(
    rf"\b(?:call(?:s|ed|ing)?|consider(?:s|ed)?|mark(?:s|ed)?|has|have|had)\s+{_STOCK}"
    r"\s+(?:(?:down\s+)?as\s+)?(?:still\s+)?(?:an?\s+)(?:clear\s+|strong\s+|firm\s+)?$",
    re.IGNORECASE,
)
# Tells its clients to | sell the shares
_TELLS = regex(
    r"\b(?:tell(?:s|ing)?|told|advis(?:e[sd]?|ing)|urg(?:e[sd]?|ing)|counsel(?:s|led))\s+"
    r"(?:(?:its|their|his|her|the|private|most)\s+)?(?:clients|investors|shareholders|holders)"
    r"\s+to\s+(?:keep\s+)?$",
    re.IGNORECASE,
)
_OF_STOCK = regex(rf"\s+{_STOCK}\b")
# It is a | buyer of the shares; a buyer of timber buys that.
_IS = regex(
    r"\b(?:is|are|remains?|remained|stays?|stayed|was|were|still)\s+(?:still\s+|now\s+)?"
    r"(?:an?\s+)?(?:firm\s+|cautious\s+|keen\s+)?$",
    re.IGNORECASE,
)
_IS_SAID = regex(
    rf"ers?(?:\s+of\s+{_STOCK}|\s+at\s+(?:this|these|the current)\s+(?:price|prices|levels?)|"
    r"(?=,?\s+(?:with|and has|and sets)\s+an?\b[^.;]{0,30}\btarget))",
    re.IGNORECASE,
)
# Words of ratings with what makes one of them a person who deals: buyer, sellers.
DEALERS = r"(?:buy|sell)(?=ers?\b)"


def is_told(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells a rating with the word from `start` to `end`."""
    before = text[:start]
    if text.startswith("er", end):
        return _IS.search(before) is not None and _IS_SAID.match(text, end) is not None
    if text[start:end].casefold() not in _ADVICE:
        return False
    if _CALLS.search(before):
        return not text.startswith("-", end)
    ends = _ENDS.match(text, end) is not None
    if _TELLS.search(before):
        return ends or _OF_STOCK.match(text, end) is not None
    return ends and _SAYS.search(before) is not None
