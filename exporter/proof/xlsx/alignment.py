"""Which actual row is which expected one, so that a lost row is one difference.

Rows are known by their keys (a fact's id, or all that a row holds). What stands between rows that
are known is matched by likeness, in order.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Likeness = Callable[[int, int], int]
Pair = tuple[int, int]
# A stretch of rows without known keys is matched by likeness as long as it has this many pairs.
_MOST_PAIRS = 40_000


@dataclass(frozen=True, slots=True)
class Alignment:
    """Rows by index: expected, actual.

    Attributes:
        pairs: What belongs together, in the expected order.
        missing: Expected rows that are not there.
        extra: Actual rows that are not expected.
        moved: Those of the pairs that stand in another order.
        last: The last pair with the same key that stands in order; None where there is none.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]
    moved: tuple[Pair, ...]
    last: Pair | None = field(default=None, compare=False)

    def until(self, end: Pair) -> "Alignment":
        """What is known of the rows down to the two of a pair; who has lost a partner is alone."""
        pairs = tuple(pair for pair in self.pairs if pair[0] <= end[0] and pair[1] <= end[1])
        expected, actual = ({pair[side] for pair in pairs} for side in (0, 1))
        lost = {row for row, _ in self.pairs if row <= end[0]} - expected
        new = {row for _, row in self.pairs if row <= end[1]} - actual
        kept = set(pairs)
        return Alignment(
            pairs,
            tuple(sorted({*lost, *(row for row in self.missing if row <= end[0])})),
            tuple(sorted({*new, *(row for row in self.extra if row <= end[1])})),
            tuple(pair for pair in self.moved if pair in kept),
        )


def align(
    expected: Sequence[Hashable], actual: Sequence[Hashable], likeness: Likeness
) -> Alignment:
    """Match expected rows with those that are there.

    Args:
        expected: A key for each expected row.
        actual: A key for each actual row.
        likeness: How alike an expected row and an actual one are; 0 where they have nothing in
            common.
    """
    if list(expected) == list(actual):
        same = tuple((row, row) for row in range(len(expected)))
        return Alignment(same, (), (), (), same[-1] if same else None)
    known = list(_known(expected, actual))
    in_order = _in_order(known)
    moved = sorted(set(known) - set(in_order))
    with_key, others_with_key = ({pair[side] for pair in known} for side in (0, 1))
    alike: list[Pair] = []
    for before, after in pairwise([(-1, -1), *in_order, (len(expected), len(actual))]):
        if 1 in (after[0] - before[0], after[1] - before[1]):
            continue  # between two rows that follow one another is none to be matched
        rows = [row for row in range(before[0] + 1, after[0]) if row not in with_key]
        others = [row for row in range(before[1] + 1, after[1]) if row not in others_with_key]
        alike += _match(rows, others, likeness)
    pairs = sorted([*known, *alike])
    matched, others_matched = ({pair[side] for pair in pairs} for side in (0, 1))
    return Alignment(
        tuple(pairs),
        tuple(row for row in range(len(expected)) if row not in matched),
        tuple(row for row in range(len(actual)) if row not in others_matched),
        tuple(moved),
        in_order[-1] if in_order else None,
    )


def _known(expected: Sequence[Hashable], actual: Sequence[Hashable]) -> Iterator[Pair]:
    """Rows with the same key; the nth of several with one key is the nth there."""
    places = {key: row for row, key in enumerate(_numbered(actual))}
    for row, key in enumerate(_numbered(expected)):
        if key in places:
            yield row, places[key]


def _numbered(keys: Sequence[Hashable]) -> Iterator[tuple[Hashable, int]]:
    seen: Counter[Hashable] = Counter()
    for key in keys:
        seen[key] += 1
        yield key, seen[key]


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs in which both sides rise; pairs come in the expected order."""
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
