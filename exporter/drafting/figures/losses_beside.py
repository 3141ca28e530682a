"""Losses beside which a measure of profit is told: EBITDA of £6m, against a loss of | £2m.

Under the name of that measure a loss is negative; what is named a loss itself has no sign.
"""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.model import Sentence, Stated
from exporter.engine.regex import regex
from exporter.facts.words import turned

_LOSS_OF = regex(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|after|following)"
    rf" (?:an?|the) (?:[a-z-]+ ){{0,2}}loss of {ABOUT_ONE}[A-Z]{{0,3}}\W?$"
)
# Measures of profit that may be below nothing, and are called no other way then
_MEASURE = regex(
    r"(?i:\b(?:ebitdar?|ebita?|cash flow|contribution|(?:operating|net|pre-?tax) results?)\b)"
    r"|\bEPS\b"
)
_NO_MEASURE = regex(r"\b(?:loss(?:es)?|deficit|margin|growth|change|multiple)\b", re.IGNORECASE)


def signed_as_loss(stated: Stated, name: str, sentence: Sentence) -> Stated:
    """A figure below nothing, where its words call it a loss and its name does not.

    Args:
        stated: The figure.
        name: What it is called.
        sentence: In which it stands.
    """
    is_loss = _LOSS_OF.search(sentence.text[: stated.start]) is not None
    is_sum = stated.unit.dimension.startswith("money") and stated.value[:1] != "-"
    is_named = _MEASURE.search(name) and not _NO_MEASURE.search(name)
    if not (is_loss and is_sum and is_named) or stated.high:
        return stated
    return stated._replace(value=f"-{stated.value}", qualifier=turned(stated.qualifier))
