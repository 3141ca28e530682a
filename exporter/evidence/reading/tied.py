"""What holds of quantities that are said together: how exact each is, and which end of what."""

from exporter.evidence.reading import qualifiers, qualifiers_behind
from exporter.evidence.reading.bounded import within_bounds
from exporter.evidence.reading.figure import Role
from exporter.evidence.reading.from_to import is_level, may_be_by_and_to
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.qualifiers import (
    AT_LEAST,
    EXACT,
    NOTHING,
    UP_TO,
    Readings,
    both,
)
from exporter.evidence.reading.wording import Link
from exporter.facts.units import ORDINAL, POINTS, RATIO, SPANS_OF_TIME


def read_qualifiers(
    quantities: list[Quantity], links: list[Link], text: Text
) -> tuple[list[Readings], list[int]]:
    """What agrees with each quantity, and where the words begin that say it.

    What is said of a range holds for both its ends.
    """
    found, starts, previous, before = [], [], 0, None
    for quantity in quantities:
        compared = previous if _may_be_compared(before, quantity) else -1
        said, start = qualifiers.before(quantity, text, previous, compared)
        found.append(both(said, qualifiers_behind.after(quantity, text)))
        starts.append(start)
        previous, before = quantity.last, quantity
    for at, tie in enumerate(links):
        if tie is Link.NONE:
            continue
        if tie is Link.RANGE or tie is Link.FROM_TO:
            exact = EXACT if tie is Link.FROM_TO else NOTHING
            said = both(*within_bounds(found[at], found[at + 1])) - EXACT
            if tie is Link.FROM_TO and is_level(quantities[at], quantities[at + 1], text):
                found[at], found[at + 1] = said | exact, said | exact
                continue
            found[at], found[at + 1] = said | AT_LEAST | exact, said | UP_TO | exact
        elif tie is Link.JOINED and found[at] and not found[at + 1]:
            found[at + 1] = found[at] | EXACT
    return found, starts


def _may_be_compared(one: Quantity | None, other: Quantity) -> bool:
    """Whether the second of two may be said to be over or under the first.

    A rank is none to compare with, nor is a span of time but for another: 连续9个月|低于4%.
    """
    if one is None or one.dimension == ORDINAL:
        return False
    return one.dimension not in SPANS_OF_TIME or one.dimension == other.dimension


def read_roles(quantities: list[Quantity], links: list[Link], text: Text) -> list[Role | None]:
    """What each quantity is of two that are tied.

    Of three in a row (5-10-15) none is an end, nor of two where the words leave that open.
    """
    roles: list[Role | None] = [None] * len(links)
    for at, tie in enumerate(links):
        if tie is Link.NONE:
            continue
        both_roles = _ENDS.get(tie)
        if both_roles is None or links[at + 1] in _ENDS or (at and links[at - 1] in _ENDS):
            continue
        one, other = quantities[at : at + 2]
        is_open = one.stands_alone and one.dimension not in {RATIO, POINTS}
        if tie is Link.RANGE and is_open and may_be_by_and_to(one, other, text):
            continue  # the stores rose 5 to 20
        roles[at], roles[at + 1] = both_roles
    return roles


_ENDS = {
    Link.RANGE: (Role.LOW, Role.HIGH),
    Link.FROM_TO: (Role.FROM, Role.TO),
    Link.MARGIN: (Role.CENTRE, Role.MARGIN),
}
