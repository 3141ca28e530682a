"""Which columns a line of heads is over: Three Months Ended, Six Months Ended over four columns."""

from collections.abc import Sequence
from itertools import pairwise

from exporter.drafting.tables.measures import is_change
from exporter.drafting.tables.periods_said import A_YEAR, says_period
from exporter.drafting.tables.spans_said import says_span
from exporter.engine.regex import regex


def width_of(lines: Sequence[Sequence[str]], count: int) -> int:
    """How many columns lines of heads are over.

    Args:
        lines: The cells of each, from the top.
        count: How many cells a row has.
    """
    widths = [len(line) for line in lines if len(line) > 1 and any(map(says_period, line))]
    widths = widths or [len(line) for line in lines]
    if any(len(line) == count for line in lines):  # be it the lowest alone: High, Low, High, Low
        return count
    if any(len(line) == count + 1 and _is_stub(line[0]) for line in lines):
        return count
    return max(len(line) - (len(line) > 1 and _is_stub(line[0])) for line in lines)


def _is_stub(cell: str) -> bool:
    """Whether the first cell of a line of heads stands above the heads of the rows."""
    says = says_period(cell) or says_span(cell) or is_change(cell)
    return not says or "(in " in cell or "($" in cell


def spread_over(line: Sequence[str], width: int, lines: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a line of heads, each over the columns that it spans; [] where nobody knows.

    Args:
        line: The cells.
        width: How many columns there are.
        lines: All lines of heads, of which a full one tells which columns go together.
    """
    cells = list(line)
    leaves = _leaves(width, lines)
    groups = _groups_of(leaves)
    if is_over_groups(cells, width, lines):
        return [cell for cell, group in zip(cells, groups, strict=True) for _ in range(group)]
    if len(cells) == width + 1 or (
        len(cells) > 1 and _is_stub(cells[0]) and len(cells) - 1 < width and width % len(cells)
    ):
        cells = cells[1:]
    if len(cells) == width:
        return cells
    if len(cells) == 1:
        return cells * width
    others = [at for at, leaf in enumerate(leaves) if not A_YEAR.search(leaf)]
    if len(others) == len(cells) < width and not any(map(says_period, cells)):
        return [cells[others.index(at)] if at in others else "" for at in range(width)]
    if len(groups) == len(cells):
        return [cell for cell, group in zip(cells, groups, strict=True) for _ in range(group)]
    if cells and width % len(cells) == 0:
        return [cell for cell in cells for _ in range(width // len(cells))]
    if leaves:
        runs = _runs([is_change(leaf) for leaf in leaves])
        if len(runs) == len(cells):
            return [cell for cell, run in zip(cells, runs, strict=True) for _ in run]
    return []


def is_over_groups(line: Sequence[str], width: int, lines: Sequence[Sequence[str]]) -> bool:
    """Whether a line has a head for each group of years or quarters below it, and none else."""
    groups = len(_groups_of(_leaves(width, lines)))
    return 1 < groups == len(line) < width and not any(map(_OF_ALL.search, line))


def _leaves(width: int, lines: Sequence[Sequence[str]]) -> list[str]:
    """The heads of so many columns that stand in one line."""
    full = next((other for other in lines if len(other) in {width, width + 1}), None)
    return list(full)[-width:] if full is not None else []


# The unit of all columns, over the heads of rows.
_OF_ALL = regex(r"\((?:[a-z]+ )?in |^\(?\$|^in (?:thousands|millions|billions)")


def _groups_of(leaves: Sequence[str]) -> list[int]:
    """How many columns each group of heads has; [] where these are no years or quarters alone."""
    return _groups_of_years(leaves) or _groups_of_quarters(leaves)


def _groups_of_years(leaves: Sequence[str]) -> list[int]:
    """Of 2025, 2024, 2025, 2024, 2024: 2, 2, 1; a change is of the years before it."""
    groups: list[list[str]] = []
    for leaf in leaves:
        is_year = A_YEAR.fullmatch(leaf) is not None
        if not is_year and not (groups and is_change(leaf)):
            return []
        if not groups or (is_year and leaf in groups[-1]):
            groups.append([])
        groups[-1].append(leaf)
    return [len(group) for group in groups]


def _groups_of_quarters(leaves: Sequence[str]) -> list[int]:
    """Of third, second, first, fourth, third quarter: 3, 2."""
    numbers = [
        _NTHS.index(found[1]) if (found := _QUARTER.fullmatch(leaf)) else -1 for leaf in leaves
    ]
    if len(numbers) <= len(_NTHS) or -1 in numbers:
        return []
    step = numbers[1] - numbers[0]
    ends = [at for at, (one, after) in enumerate(pairwise(numbers), 1) if after - one != step]
    return [end - begin for begin, end in pairwise([0, *ends, len(numbers)])]


_NTHS = ("first", "second", "third", "fourth")
_QUARTER = regex(rf"({'|'.join(_NTHS)}) quarter")


def _runs(marks: Sequence[bool]) -> list[range]:
    runs: list[range] = []
    for at, mark in enumerate(marks):
        if runs and marks[at - 1] == mark:
            runs[-1] = range(runs[-1].start, at + 1)
        else:
            runs.append(range(at, at + 1))
    return runs
