"""Which row of a file is which row of the layout, so that a lost row is one difference.

Rows are known by their keys (a fact's id, or all that a row holds). What stands between rows that
are known is matched by likeness, in order.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Likeness = Callable[[int, int], int]
Pair = tuple[int, int]
# A stretch of rows without known keys is matched by likeness as long as it has this many pairs.
_MOST_PAIRS = 40_000


@dataclass(frozen=True, slots=True)
class Alignment:
    """Rows by index: laid out, found.

    Attributes:
        pairs: What belongs together, in the layout's order.
        missing: Laid-out rows that were not found.
        extra: Found rows that were not laid out.
        moved: Those of the pairs that stand in another order.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]
    moved: tuple[Pair, ...]


def align(laid: Sequence[Hashable], found: Sequence[Hashable], likeness: Likeness) -> Alignment:
    """Match the rows of a layout with those found.

    Args:
        laid: A key for each laid-out row.
        found: A key for each row found.
        likeness: How alike a laid-out row and a found one are; 0 where they have nothing in common.
    """
    if list(laid) == list(found):
        return Alignment(tuple((row, row) for row in range(len(laid))), (), (), ())
    known = list(_known(laid, found))
    kept = _in_order(known)
    moved = sorted(set(known) - set(kept))
    taken_laid, taken_found = ({pair[side] for pair in known} for side in (0, 1))
    alike: list[Pair] = []
    for before, after in pairwise([(-1, -1), *kept, (len(laid), len(found))]):
        rows = [row for row in range(before[0] + 1, after[0]) if row not in taken_laid]
        others = [row for row in range(before[1] + 1, after[1]) if row not in taken_found]
        alike += _match(rows, others, likeness)
    pairs = sorted([*known, *alike])
    of_laid, of_found = ({pair[side] for pair in pairs} for side in (0, 1))
    return Alignment(
        tuple(pairs),
        tuple(row for row in range(len(laid)) if row not in of_laid),
        tuple(row for row in range(len(found)) if row not in of_found),
        tuple(moved),
    )


def _known(laid: Sequence[Hashable], found: Sequence[Hashable]) -> Iterator[Pair]:
    """Rows with the same key; the nth of several with one key is the nth found."""
    places = {key: row for row, key in enumerate(_numbered(found))}
    for row, key in enumerate(_numbered(laid)):
        if key in places:
            yield row, places[key]


def _numbered(keys: Sequence[Hashable]) -> Iterator[tuple[Hashable, int]]:
    seen: Counter[Hashable] = Counter()
    for key in keys:
        seen[key] += 1
        yield key, seen[key]


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs in which both sides rise; pairs come in the layout's order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        if length == len(tails):
            tails.append(place)
            ends.append(index)
        tails[length], ends[length] = place, index
        before.append(ends[length - 1] if length else -1)
    run: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _match(rows: Sequence[int], others: Sequence[int], likeness: Likeness) -> list[Pair]:
    """Pair rows in order so that what is paired is as alike as can be."""
    if len(rows) * len(others) > _MOST_PAIRS:
        return [pair for pair in zip(rows, others, strict=False) if likeness(*pair)]
    best: list[list[tuple[int, int]]] = [[(0, 0)] * (len(others) + 1) for _ in range(len(rows) + 1)]
    for m in range(len(rows) - 1, -1, -1):
        for n in range(len(others) - 1, -1, -1):
            alike = likeness(rows[m], others[n])
            choices = [(best[m + 1][n][0], 1), (best[m][n + 1][0], 2)]
            if alike:
                choices.append((best[m + 1][n + 1][0] + alike, 3))
            best[m][n] = max(choices)
    return list(_walk(best, rows, others))


def _walk(
    best: Sequence[Sequence[tuple[int, int]]], rows: Sequence[int], others: Sequence[int]
) -> Iterator[Pair]:
    m = n = 0
    while m < len(rows) and n < len(others):
        step = best[m][n][1]
        if step == 3:
            yield rows[m], others[n]
        m += step in {1, 3}
        n += step in {2, 3}
