"""Somebody who tells something in a sentence."""

from typing import NamedTuple


class Told(NamedTuple):
    """Somebody who tells something in a sentence.

    Attributes:
        who: As the sentence names them.
        start: Where the telling begins; `end` where what is told does.
        is_for_all: Whether the whole sentence is told: according to.
        follows: Whether what is told stands before: "…", said X.
        opines: Whether it is told by a verb that of a company says no more than what it plans or
            sees, as X expects; then only others than the report's entities are meant.
        until: Where what is told ends, of an aside that its sentence goes on behind; -1 elsewhere.
    """

    who: str
    start: int
    end: int
    is_for_all: bool = False
    follows: bool = False
    opines: bool = False
    until: int = -1


# She wrote that; not: the unit wrote premiums of £40 million, wrote new business, wrote off £3m
WROTE = (
    r"(?:wrote|writes)(?!\s+(?:down|off|back|up)\b"
    r"|\s+(?:(?!(?:that|the|its|it|how|of)\b)[\w’'&-]+\s+){0,4}?"
    r"(?:premiums?|business|policies|cover|coverage|contracts|mortgages|loans)\b"
    r"(?!\s+(?:(?:was|were|is|are|had|has|have|will|would|could|should|can|may|might)\b|\w+ed\b"
    r"|rose|fell|grew|came|went))"
    r"|\s+(?:about\s+|over\s+|more\s+than\s+)?[A-Z]{0,3}[$€£¥][0-9][\w.,]*\s+(?:[mb]illion\s+)?"
    r"(?:of|in)\b)"
)
