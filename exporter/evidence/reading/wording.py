"""A text's quantities in its wording: how they are tied, and where the words of each begin."""

from typing import NamedTuple

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.links import Link
from exporter.evidence.reading.quantities import Quantity


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
