"""Years to come that end with a month without its year: expected for the year to June."""

import re

from exporter.drafting.periods.said_dates import Dated
from exporter.engine.regex import regex
from exporter.facts.words import Lang

_EXPECTS = regex(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)"
    r"|guid(?:es|ed|ing)|anticipat(?:es|ed|ing)|(?:looks?|looking|looked) for|pencill(?:ed|ing) in"
    r"|aim(?:s|ed|ing)|target(?:s|ed|ing)|guidance|outlook)\b[^;.:]*$",
    re.IGNORECASE,
)
# What was expected of what is over: beat the $40 million that analysts had expected for the year to
_HAD = regex(
    r"\b(?:had|was|were|been) (?:\w+ )?(?:expect|forecast|predict|project|guid|anticipat|pencil|aim"
    r"|target)",
    re.IGNORECASE,
)
_FOR = regex(r"\b(?:for|in|of|over|during) (?:the |its |this |a )?$", re.IGNORECASE)


def is_expected_year(dated: Dated, text: str, lang: Lang) -> bool:
    """Whether something is expected of a length that ends with a month without its year.

    Args:
        dated: The month, with the length that ends with it.
        text: Its sentence.
        lang: The sentence's language.
    """
    said = dated.first
    has_year = said.year is not None or said.year_offset is not None
    is_length = bool(dated.months) and not dated.opens and dated.last is None
    if lang != "en" or has_year or said.month is None or said.day or not is_length:
        return False
    before = _FOR.sub("", text[: dated.start])
    expects = _EXPECTS.search(before)
    return expects is not None and _HAD.search(before[max(0, expects.start() - _NEAR) :]) is None


_NEAR = 16  # characters
