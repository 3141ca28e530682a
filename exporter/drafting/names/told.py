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
    """

    who: str
    start: int
    end: int
    is_for_all: bool = False
    follows: bool = False
    opines: bool = False
