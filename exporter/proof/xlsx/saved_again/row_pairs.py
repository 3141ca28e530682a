"""Which row of a sheet is which of a table, in whatever order they stand.

Rows are known by what names them: the fact's id, a source's, a sheet's name; where that was edited,
or nothing does, by all that they hold; at last, where rows are no facts, by their places.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from exporter.proof.xlsx.cells import ColumnCells, Value
from exporter.proof.xlsx.rows import TableRows
from exporter.proof.xlsx.saved_again.formulas import formula_sense

_COMMON = 50  # rows that hold one value; it then tells none from another
_Contents = Sequence[tuple[Hashable, ...]]


@dataclass(frozen=True, slots=True)
class RowPairs:
    """Rows by index.

    Attributes:
        pairs: Expected and actual ones that belong together, in the expected order.
        missing: Expected rows that are not there.
        extra: Actual rows that are not expected.
    """

    pairs: tuple[tuple[int, int], ...]
    missing: tuple[int, ...]
    extra: tuple[int, ...]


def pair_rows(expected: TableRows, actual: TableRows, top: int) -> RowPairs:
    """Pair rows in whatever order they stand.

    Args:
        expected: Rows of a table.
        actual: Those of the sheet, in the same columns.
        top: The row of the sheet in which the first is expected.
    """
    key = _key(expected)
    pairs = {} if key is None else _by_key(expected, actual, key)
    rows, others = _left(expected, actual, pairs)
    if rows and others:
        left = _contents(expected, rows), _contents(actual, others)
        taken = set()
        for row, other in (*_same(*left), *_alike(*left)):
            if rows[row] not in pairs and other not in taken:
                pairs[rows[row]] = others[other]
                taken.add(other)
        if expected.facts is None:
            pairs |= _by_place(expected, actual, top, _left(expected, actual, pairs))
    missing, extra = _left(expected, actual, pairs)
    return RowPairs(tuple(sorted(pairs.items())), tuple(missing), tuple(extra))


def _key(rows: TableRows) -> int | None:
    """The column that names rows: of facts their ids, else the first of distinct texts."""
    if (key := rows.key()) is not None:
        return key
    named = (at for at, cells in enumerate(rows.columns)
             if cells.formulas is None and cells.are_distinct())  # fmt: skip
    return next(named, None)


def _by_key(expected: TableRows, actual: TableRows, key: int) -> dict[int, int]:
    """Rows with the same name; of several with one, that which holds most of what is expected."""
    places: dict[Value, list[int]] = defaultdict(list)
    for place, name in enumerate(actual.columns[key].values()):
        if name is not None:
            places[name].append(place)
    pairs = {}
    for row, name in enumerate(expected.columns[key].values()):
        found = places.get(name, ())
        if len(found) == 1:
            pairs[row] = found[0]
        elif found:
            (wanted,) = _contents(expected, [row])
            alike = [_shared(wanted, content) for content in _contents(actual, found)]
            pairs[row] = found[alike.index(max(alike))]
    return pairs


def _left(
    expected: TableRows, actual: TableRows, pairs: dict[int, int]
) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    filled = expected.filled()
    return (
        [row for row in range(len(expected)) if row not in pairs and filled[row]],
        [row for row in range(len(actual)) if row not in taken],
    )


def _contents(rows: TableRows, which: Sequence[int]) -> _Contents:
    """What some rows hold, a formula by its sense."""
    taken = rows.take(np.array(which, np.int64))
    return list(zip(*(_column(cells) for cells in taken.columns), strict=True))


def _column(cells: ColumnCells) -> Sequence[Hashable]:
    values = cells.values()
    if cells.formulas is None:
        return values
    both = zip(values, cells.formulas.to_pylist(), strict=True)
    return [value if formula is None else formula_sense(formula) for value, formula in both]


def _same(rows: _Contents, others: _Contents) -> list[tuple[int, int]]:
    """Rows that hold the same; the nth of several is the nth there."""
    places: dict[Hashable, int] = dict(zip(_numbered(others), range(len(others)), strict=True))
    numbered = enumerate(_numbered(rows))
    return [(row, places[content]) for row, content in numbered if content in places]


def _numbered(rows: _Contents) -> Iterator[Hashable]:
    seen: Counter[Hashable] = Counter()
    for row in rows:
        seen[row] += 1
        yield row, seen[row]


def _alike(rows: _Contents, others: _Contents) -> list[tuple[int, int]]:
    """Rows that hold three quarters of the same, those most alike and nearest first."""
    places: dict[tuple[int, Hashable], list[int]] = defaultdict(list)
    for place, content in enumerate(others):
        for cell in enumerate(content):
            places[cell].append(place)
    ranked = []
    for row, wanted in enumerate(rows):
        cells = [cell for cell in enumerate(wanted) if cell[1] is not None]
        near = {place for cell in cells for place in places[cell][:_COMMON]}
        for place in near:
            shared = _shared(wanted, others[place])
            if shared * 4 >= len(cells) * 3:
                ranked.append((-shared, abs(row - place), row, place))
    pairs: dict[int, int] = {}
    taken = set()
    for *_, row, place in sorted(ranked):
        if row not in pairs and place not in taken:
            pairs[row] = place
            taken.add(place)
    return list(pairs.items())


def _shared(row: tuple[Hashable, ...], other: tuple[Hashable, ...]) -> int:
    return sum(a == b and a is not None for a, b in zip(row, other, strict=True))


def _by_place(
    expected: TableRows, actual: TableRows, top: int, left: tuple[list[int], list[int]]
) -> dict[int, int]:
    """Rows that stand where they are expected."""
    places = {int(actual.numbers[other]) - top: other for other in left[1]}
    numbered = ((row, int(expected.numbers[row])) for row in left[0])
    return {row: places[number] for row, number in numbered if number in places}
