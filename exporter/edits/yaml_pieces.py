"""The parts of a long list of facts that edits are about, each to be read and changed by itself.

A file of 20,000 facts takes seconds to be read, and is read before it is changed and after. Where
no fact takes anything from another place, the facts around those that change decide nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator

from exporter.edits.fact_edits import FactEdits, Owner

_LONG = 200_000  # bytes; a shorter file is read as a whole
_ITEM = re.compile(rb"^- ", re.MULTILINE)
_SHARED = re.compile(rb"\b(?:facts|defaults|views)[\"']?\s*:")


def by_pieces(
    content: bytes, edits: FactEdits, change: Callable[[bytes, FactEdits], bytes]
) -> bytes | None:
    """A file changed piece by piece; None where it is to be changed as a whole.

    Args:
        content: The file's.
        edits: What is to change.
        change: Makes a piece with the edits that are about it.

    Raises:
        CannotEditError: A piece cannot be changed.
    """
    if len(content) < _LONG or _SHARED.search(content):
        return None
    starts = [found.start() for found in _ITEM.finditer(content)]
    owners = {*edits.rows, *edits.deleted, *edits.beside.values()}
    places = _places(content, starts, owners)
    if places is None:
        return None
    pieces: list[bytes] = []
    at = 0
    for first, last in _runs(sorted(places.values()), len(starts)):
        start, end = starts[first], [*starts, len(content)][last + 1]
        above = content.count(b"\n", 0, start)
        inside = {owner for owner, place in places.items() if first <= place <= last}
        pieces += [content[at:start], change(content[start:end], _of(edits, inside, above))]
        at = end
    return b"".join([*pieces, content[at:]])


def _places(
    content: bytes, starts: list[int], owners: Collection[Owner]
) -> dict[Owner, int] | None:
    """Which item each fact is, by its line; None where one does not begin its item."""
    ends = [found.end() for found in re.finditer(rb"\n", content)]
    lines = [bisect_right(ends, start) + 1 for start in starts]
    numbers = {line: number for number, line in enumerate(lines)}
    if any(line not in numbers for line, _ in owners):
        return None
    return {owner: numbers[owner[0]] for owner in owners}


def _runs(numbers: list[int], count: int) -> Iterator[tuple[int, int]]:
    """The first and the last of neighbouring items, each with those beside it."""
    first = last = -1
    for number in numbers:
        if first < 0 or number - 1 > last + 1:
            if first >= 0:
                yield first, last
            first = max(number - 1, 0)
        last = min(number + 1, count - 1)
    yield first, last


def _of(edits: FactEdits, owners: Collection[Owner], above: int) -> FactEdits:
    """The edits of some facts, which stand so many lines higher in their piece."""

    def moved(owner: Owner) -> Owner:
        return owner[0] - above, owner[1]

    beside = {id_: moved(owner) for id_, owner in edits.beside.items() if owner in owners}
    return FactEdits(
        {moved(owner): edit for owner, edit in edits.rows.items() if owner in owners},
        {moved(owner): row for owner, row in edits.deleted.items() if owner in owners},
        {id_: row for id_, row in edits.added.items() if id_ in beside},
        beside,
    )
