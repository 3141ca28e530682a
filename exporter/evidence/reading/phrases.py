"""From a masked text to its quantities, each with its unit and its tie to the next one."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from exporter.evidence.reading import chinese, english, qualifiers
from exporter.evidence.reading.compounds import compound, is_compound
from exporter.evidence.reading.expressions import find_expressions
from exporter.evidence.reading.hints import Hinted
from exporter.evidence.reading.joins import Link, is_range, link_of, share_unit
from exporter.evidence.reading.masks import BLANK, blank
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.units_in_text import Quantity, with_unit

# The order matters: what an earlier reader takes, the later ones do not see.
_READERS: Hinted[Callable[[str], Iterable[Numeral]]] = Hinted(
    (
        (english.VAGUE_HINT, english.find_vague),
        (english.WORDED_HINT, english.find_worded),
        (english.SCALED_HINT, english.find_scaled),
        (chinese.INDEFINITE_HINT, chinese.find_indefinite),
        (chinese.DEFINITE_HINT, chinese.find_definite),
    )
)


class Phrase(NamedTuple):
    """A quantity in its place.

    Attributes:
        quantity: The number with its unit.
        link: How it is tied to the phrase after it.
        readings: What is said before and after it; empty where nothing is.
        start: Where the words begin that qualify it.
    """

    quantity: Quantity
    link: Link
    readings: qualifiers.Readings
    start: int


def find_phrases(masked: str, held: int) -> list[Phrase]:
    """The phrases of a text that is folded, in small letters, and masked; in order.

    Args:
        masked: The text.
        held: What it holds (`hints`).
    """
    phrases: list[Phrase] = []
    for numeral in reversed(_find_numerals(masked, held)):
        limit = phrases[-1].quantity.start if phrases else len(masked)
        quantity = with_unit(numeral, masked, limit)
        link = Link.NONE
        if phrases and is_compound(quantity, phrases[-1].quantity, masked):
            rest = phrases.pop()
            whole = compound(quantity, rest.quantity)
            if whole is None:
                continue
            quantity, link = whole, rest.link
        elif phrases:
            link = link_of(quantity, phrases[-1].quantity, masked)
            if link is not Link.NONE:
                quantity, other = share_unit(quantity, phrases[-1].quantity)
                phrases[-1] = phrases[-1]._replace(quantity=other)
                if link is Link.RANGE and not is_range(quantity, other):
                    link = Link.JOINED
        said, start = qualifiers.before(quantity, masked)
        readings = qualifiers.both(said, qualifiers.after(quantity, masked))
        if quantity.counted or readings - qualifiers.EXACT or not numeral.weak:
            phrases.append(Phrase(quantity, link, readings, start))
    return phrases[::-1]


def _find_numerals(masked: str, held: int) -> list[Numeral]:
    rest, found = masked, []
    readers: list[Callable[[str], Iterable[Numeral]]] = [
        partial(find_expressions, held=held),
        *_READERS.worth_trying(masked, held),
    ]
    for read in readers:
        for numeral in read(rest):
            if BLANK not in rest[numeral.start : numeral.end]:
                rest = blank(rest, numeral.start, numeral.end)
                found.append(numeral)
    return sorted(found, key=lambda numeral: numeral.start)
