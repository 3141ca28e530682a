"""A text's quantities in its wording: how they are tied, and where the words of each begin."""

from enum import Enum
from typing import NamedTuple

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity


class Link(Enum):
    """How a figure is tied to the one after it."""

    NONE = "none"
    JOINED = "joined"
    RANGE = "range"
    FROM_TO = "from to"
    COMPARED = "compared"
    MARGIN = "margin"


class Wording(NamedTuple):
    """The quantities of a text, with the words around each.

    Attributes:
        text: The text.
        quantities: In order.
        links: How each is tied to the next.
        starts: For each the index of the first word that qualifies it.
        clauses: For each the indices of the first word of its clause, and of the word that ends it.
    """

    text: Text
    quantities: list[Quantity]
    links: list[Link]
    starts: list[int]
    clauses: list[tuple[int, int]]
