"""Columns of changes from other periods, which a head over them says: Change 3Q25 vs.

Below it stand the periods that are compared with, which were among the columns before: 3Q25, 2Q25,
3Q24, then 2Q25, 3Q24 again.
"""

from collections.abc import Sequence

from exporter.drafting.tables.measures import is_change
from exporter.drafting.tables.periods_said import MONTH, YEAR, says_period
from exporter.engine.regex import regex

_FEWEST = 2  # columns of figures before those of changes


def with_changes_from(lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The lines of heads in which columns of changes say that they are, and from what.

    Args:
        lines: The cells of each line of heads, from the top, in small letters, folded.
    """
    for at, line in enumerate(lines):
        above = [one for one in lines[:at] if any(map(_compares, one))]
        first = _first_again(line)
        if above and first and not any(map(is_change, line)):
            changes = [_change_from(cell, line[:first]) for cell in line[first:]]
            rest = [list(filter(None, map(_others, one))) for one in lines[:at]]
            return [*filter(None, rest), [*line[:first], *changes], *lines[at + 1 :]]
    return list(lines)


def _compares(cell: str) -> bool:
    """Whether a head says that the periods below it are compared with: change from, 3Q25 vs."""
    return is_change(cell) and _AGAINST.search(cell) is not None


def _others(cell: str) -> str:
    return "" if _compares(cell) else cell


_AGAINST = regex(r"(?<![a-z])(?:vs\.?|versus|from|over|against|compared (?:to|with))$")


def _first_again(line: Sequence[str]) -> int:
    """From which cell on a line has periods alone that stood before it; 0 for none."""
    periods = [cell if says_period(cell) else "" for cell in line]
    first = len(line)
    while first and periods[first - 1] and periods[first - 1] in periods[: first - 1]:
        first -= 1
    known = [cell for cell in periods[:first] if cell]
    is_apart = first < len(line) and all(cell in known for cell in line[first:])
    return first if is_apart and len(known) >= _FEWEST else 0


def _change_from(period: str, told: Sequence[str]) -> str:
    """The head of a column of changes from a period: of a quarter from the one before, or not."""
    quarters = [_quarter(cell) for cell in told if says_period(cell)]
    before = _quarter(period)
    is_next = bool(quarters[0]) and bool(before) and quarters[0] - before == 1
    return "change from previous quarter" if is_next else "change"


def _quarter(cell: str) -> int:
    """The number of a quarter that a head names, counted from any; 0 where it names none."""
    if found := _LABEL.search(cell):
        number = next(filter(None, (found["q"], found["q_last"], found["q_led"])))
        year = next(filter(None, (found["year"], found["year_first"], found["year_led"])))
        return 4 * (int(year) % 100) + int(number)
    if found := _DAY.search(cell):
        return 4 * (int(found[2]) % 100) + (_MONTHS.index(found[1][:3]) // 3 + 1)
    return 0


_LABEL = regex(
    rf"(?P<q>[1-4])q\s?'?(?P<year>{YEAR}|[0-9]{{2}})(?![0-9])"
    rf"|(?P<year_first>{YEAR})\s?q(?P<q_last>[1-4])"
    rf"|q(?P<q_led>[1-4])\s?'?(?P<year_led>{YEAR}|[0-9]{{2}})(?![0-9])"
)
_DAY = regex(rf"(?<![a-z])({MONTH})\s?[0-9]{{1,2}},?\s?({YEAR})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
