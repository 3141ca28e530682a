"""The rows of a table compared with those expected, wherever they stand below its header.

Rows that stand where they are expected are compared column by column and forgotten; so are those
that show the facts that are expected there, whatever else of them differs. Where others come, up to
WINDOW rows are kept until it is known which of them is which (`alignment`). So a table of any
length takes little memory, and a row that is further away than that from where it is expected is
told as missing, and as new.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from exporter.proof.difference import MISSING, NOTHING, Difference, unlike
from exporter.proof.xlsx.alignment import Alignment
from exporter.proof.xlsx.cell_words import cell_name, shown_both
from exporter.proof.xlsx.cells import Array, Cell, Position, Value, differing_cells, same_values
from exporter.proof.xlsx.expected import ExpectedSheet, Looks, canonical_link, facts_at
from exporter.proof.xlsx.row_matching import match_rows, same_keys
from exporter.proof.xlsx.row_queue import RowQueue
from exporter.proof.xlsx.rows import TableRows, no_rows
from exporter.report.xlsx.model import Sheet, Table

WINDOW = 32_768  # rows
RESULT = "result"  # of a formula


class TableArea(NamedTuple):
    """Where a sheet shows a table's rows: rows `top` to `end`, columns `left` to `right`.

    `end` and `right` are the first beyond.
    """

    top: int
    end: int
    left: int
    right: int


class Placed(NamedTuple):
    """A difference and the cell that it is told at."""

    row: int
    column: int
    difference: Difference


def placed(
    sheet: Sheet, place: Position, what: str, both: tuple[str, str], fact: str | None = None
) -> Placed:
    """A difference between what is expected and what is there, told at a cell."""
    name = f"{sheet.name}!{cell_name(*place)}" + (f" ({fact})" if fact else "")
    return Placed(*place, unlike(name, what, *both))


def cell_differences(
    sheet: Sheet,
    place: Position,
    expected: Cell,
    actual: Cell,
    looks: Looks,
    fact: str | None = None,
) -> Iterator[Placed]:
    """In what two cells differ; nothing shows of how a blank cell should look.

    A formula without its result, as some programs save it, is not called a value that is gone.
    """
    is_dropped = actual.value is None and actual.formula is not None
    is_dropped &= actual.formula == expected.formula
    aspects: list[tuple[str, Value, Value]] = [
        (RESULT if is_dropped else "value", expected.value, actual.value),
        ("formula", expected.formula, actual.formula),
    ]
    look, actual_look = looks[expected.look], looks[actual.look]
    if not expected.is_blank:
        aspects.append(("number format", look.number_format, actual_look.number_format))
        aspects.append(("look", look.words, actual_look.words))
    for what, expected_aspect, actual_aspect in aspects:
        if not same_values([expected_aspect], [actual_aspect]):
            both = shown_both(expected_aspect, actual_aspect, look.number_format)
            yield placed(sheet, place, what, both, fact)


class TableComparison:
    """Compares the rows of a table with those of its area of the sheet.

    Attributes:
        name: The table's.
        area: Where its rows may stand.
    """

    def __init__(
        self,
        sheet: Sheet,
        table: Table,
        area: TableArea,
        expected: ExpectedSheet,
        links: dict[Position, str],
    ) -> None:
        """Begin above the first row.

        Args:
            sheet: The sheet as laid out.
            table: One of its tables.
            area: Where its rows may stand.
            expected: What the sheet should show.
            links: Takes up what cells should open, by where their rows were found.
        """
        self.name = table.name
        self.area = area
        self._sheet = sheet
        self._table = table
        self._looks = expected.looks
        self._links = links
        self._expected = RowQueue(len(table.columns), expected.rows(table))
        self._actual = RowQueue(len(table.columns), iter(()))
        self._next = area.top  # all rows of the sheet above this one have been compared
        self._last = area.top - 1  # the last of them that holds something
        self._runs: list[tuple[int, int, int]] = []  # row of the sheet, of the table, how many
        self._is_uneven = False  # whether rows were told as missing, or as too many

    def compare(self, rows: TableRows) -> Iterator[Placed]:
        """Compare the next rows of the sheet, or keep them until more have come.

        Raises:
            ValueError: They stand above others that have been compared already.
        """
        if not self._actual.rows:
            rows = yield from self._follow(rows)
        if not len(rows):
            return
        rows = rows.take(np.flatnonzero(rows.filled()))
        if len(rows) and rows.numbers[0] < self._next:
            raise ValueError(f"row {rows.numbers[0] + 1} does not come in the order of its number")
        self._actual.add(rows)
        while self._actual.rows >= WINDOW:
            yield from self._compare_window(is_last=False)

    def finish(self) -> Iterator[Placed]:
        """Compare what is left, when the sheet has no more rows for the table."""
        while self._expected.fill(1) or self._actual.rows:
            yield from self._compare_window(is_last=True)
        self._next = self.area.end

    def more_rows(self) -> int:
        """How many rows more (or fewer) than expected the sheet has."""
        return self._last + 1 - self.area.top - self._table.rows

    def explains(self, place: Position) -> bool:
        """Whether a link belongs to a row that was told as missing, or as one too many."""
        (row, column), area = place, self.area
        inside = area.top <= row < area.end and area.left <= column < area.right
        return (
            inside
            and self._is_uneven
            and not any(first <= row < first + count for first, _, count in self._runs)
        )

    def facts(self, places: Sequence[Position]) -> dict[Position, str]:
        """The facts that cells belong to, as far as they do."""
        inside = [place for place in places if self.area.left <= place[1] < self.area.right]
        rows = {
            place: row + place[0] - first
            for first, row, count in self._runs
            for place in inside
            if first <= place[0] < first + count
        }
        facts = facts_at(self._table, [*rows.values()])
        return {place: facts[row] for place, row in rows.items() if facts.get(row)}

    def _follow(self, rows: TableRows) -> Generator[Placed, None, TableRows]:
        """Compare rows that stand where they are expected; gives those from the first other on."""
        while len(rows) and rows.numbers[0] == self._next and self._expected.fill(1):
            expected = self._expected.head()
            count = min(len(expected), rows.neighbours())
            expected, actual = expected.slice(0, count), rows.slice(0, count)
            masks = _differing(expected, actual)
            if masks and (count := same_keys(expected, actual)) < len(expected):
                if not count:
                    break
                expected, actual = expected.slice(0, count), actual.slice(0, count)
                masks = {at: mask[:count] for at, mask in masks.items()}
            yield from self._cell_differences(expected, actual, masks)
            self._pair(expected, actual)
            self._expected.drop(count)
            self._next += count
            self._last = self._next - 1
            if count == len(rows):
                return no_rows(len(rows.columns))
            rows = rows.slice(count)
        return rows

    def _compare_window(self, *, is_last: bool) -> Iterator[Placed]:
        """Find out which of the rows that wait are which.

        Args:
            is_last: Whether no more rows of the sheet come.
        """
        is_last = not self._expected.fill(WINDOW) and is_last
        expected, actual = self._expected.take(), self._actual.take().in_order()
        counts = [len(rows) if is_last else min(len(rows), WINDOW) for rows in (expected, actual)]
        matched = match_rows(expected.slice(0, counts[0]), actual.slice(0, counts[1]))
        end = (counts[0] - 1, counts[1] - 1)
        if not is_last and matched.last:
            # Partners of what is below may yet come.
            end = matched.last
            matched = matched.until(end)
        yield from self._row_differences(expected, actual, matched)
        yield from self._blank_rows(actual, matched, end[0] + 1 - len(matched.pairs))
        pairs = np.array(matched.pairs, np.int64).reshape(-1, 2)
        paired = expected.take(pairs[:, 0]), actual.take(pairs[:, 1])
        yield from self._cell_differences(*paired, _differing(*paired))
        self._pair(*paired)
        if len(actual):
            self._last = int(actual.numbers[end[1]])
            self._next = self._last + 1
        self._expected.add(expected.slice(end[0] + 1))
        self._actual.add((yield from self._follow(actual.slice(end[1] + 1))))

    def _row_differences(
        self, expected: TableRows, actual: TableRows, matched: Alignment
    ) -> Iterator[Placed]:
        """Rows that are missing, too many, or in another order."""
        self._is_uneven |= bool(matched.missing or matched.extra)
        for row in matched.missing:
            was = expected.shown(row, self._format)
            yield self._row(*self._expected_at(expected, row), (was, MISSING))
        for row in matched.extra:
            found = actual.shown(row, self._format)
            yield self._row(int(actual.numbers[row]), None, (NOTHING, found))
        if matched.moved:
            names = [str(name) for name in expected.columns[expected.key() or 0].values()]
            by_place = sorted(matched.pairs, key=lambda pair: pair[1])
            pairs = zip(matched.pairs, by_place, strict=True)
            first = next(at for at, (pair, other) in enumerate(pairs) if pair != other)
            both = tuple(", ".join(names[row] for row, _ in order[first:])
                         for order in (matched.pairs, by_place))  # fmt: skip
            row = matched.pairs[first][0]
            yield self._row(*self._expected_at(expected, row), (both[0], both[1]), "order of rows")

    def _blank_rows(self, actual: TableRows, matched: Alignment, missing: int) -> Iterator[Placed]:
        """Blank rows among those that are expected, unless rows that are missing left them."""
        last = max((int(actual.numbers[row]) for _, row in matched.pairs), default=self._next)
        blank = np.setdiff1d(np.arange(self._next, last), actual.numbers)
        for row in blank[missing:].tolist():
            yield self._row(row, None, (NOTHING, "a blank row"))

    def _cell_differences(
        self, expected: TableRows, actual: TableRows, masks: Mapping[int, Array]
    ) -> Iterator[Placed]:
        """Row by row the cells that differ."""
        differ = reduce(np.logical_or, masks.values(), np.zeros(len(expected), np.bool_))
        for row in np.flatnonzero(differ).tolist():
            number, fact = int(actual.numbers[row]), expected.fact(row)
            for at in (at for at, mask in masks.items() if mask[row]):
                cells = expected.columns[at].cell(row), actual.columns[at].cell(row)
                place = number, self.area.left + at
                yield from cell_differences(self._sheet, place, *cells, self._looks, fact)

    def _pair(self, expected: TableRows, actual: TableRows) -> None:
        """Remember which row is which, and what its cells should open."""
        steps = np.diff(actual.numbers), np.diff(expected.numbers)
        starts = np.flatnonzero((steps[0] != 1) | (steps[1] != 1)) + 1
        for start, end in pairwise([0, *starts.tolist(), len(expected)] if len(expected) else ()):
            first = int(actual.numbers[start]), int(expected.numbers[start])
            self._runs.append((*first, end - start))
        for at, cells in enumerate(expected.columns, self.area.left):
            if cells.links is not None and cells.links.null_count < len(cells):
                for row, link in zip(actual.numbers.tolist(), cells.links.to_pylist(), strict=True):
                    if link:
                        self._links[row, at] = canonical_link(link)

    def _format(self, look: int) -> str:
        return self._looks[look].number_format

    def _expected_at(self, expected: TableRows, row: int) -> tuple[int, str | None]:
        """Where a row is expected on the sheet, and the fact that it shows."""
        return self.area.top + int(expected.numbers[row]), expected.fact(row)

    def _row(self, row: int, fact: str | None, both: tuple[str, str], what: str = "row") -> Placed:
        return placed(self._sheet, (row, self.area.left), what, both, fact)


def _differing(expected: TableRows, actual: TableRows) -> dict[int, Array]:
    """By column in which rows the cells differ; only columns with such."""
    pairs = enumerate(zip(expected.columns, actual.columns, strict=True))
    masks = {at: differing_cells(*both) for at, both in pairs}
    return {at: mask for at, mask in masks.items() if mask is not None}
