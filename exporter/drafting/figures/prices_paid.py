"""What people pay for one of a thing: they will pay | £6.40 | for a pint, if the room is nice.

It is a price as it stands, and nobody's plan.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

_WHO = (
    r"(?:they|people|[Ff]ew|many|customers|consumers|guests|fans|visitors|tourists|parents|you|we"
    r"|nobody|no[- ]one|everyone|anyone|who|families|couples|women|men|students|residents"
    r"|patients|members|(?!others\b)[a-z]+ers)"
)
_PAYS = regex(
    rf"\b{_WHO}(?: (?:will|would|do|can))?(?:, (?:however|though|too|of course|[a-z]+ said),)?"
    r" (?:(?:will|would|can|could|must|may|might|do|now|still|have|had|are|were|is|happy|willing"
    r"|prepared|ready|not|never|to|often|also|only|\w+ly) ){0,5}"
    rf"pa(?:y|ys|id|ying) {ABOUT}"
    r"[A-Z]{0,3}\W?$",
    re.IGNORECASE,
)
_FOR_ONE = regex(
    r" for (?:an?|one|each|every|the same) (?!share\b|stake\b|deal\b|year\b|month\b|day\b)"
    r"(?P<what>[a-z][\w’'-]*(?: (?!(?:if|when|where|that|which|who|and|but|or|to|in|on|at|with|from"
    r"|because|as|while|before|after|this|last|next|by|than|instead|without|now|every|each)\b)"
    r"[\w’'-]+){0,5})"
)
_LARGE = regex(r"(?:[mb]n?|million|billion|trillion|thousand)$", re.IGNORECASE)


def price_paid(text: str, start: int, end: int) -> str:
    """What people pay a sum for, of which they get one; "" for another sum.

    Args:
        text: The sentence.
        start: Where in it the sum begins.
        end: Where the sum ends.
    """
    if _LARGE.search(text[start:end]) or not _PAYS.search(text[:start]):
        return ""
    found = _FOR_ONE.match(text, end)
    return found["what"] if found else ""
