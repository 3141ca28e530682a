"""The same fault of many rows, told once: with how many rows have it, and which come first."""

from collections.abc import Iterable
from dataclasses import replace

from exporter.errors import MOST_REPORTED, FirstProblems, Problem, has_lines

_MOST_ROWS = 50_000  # with faults; nobody counts further
_SHOWN = 5  # rows

_Key = tuple[object, ...]


class FirstFaults(FirstProblems):
    """Lets problems through while few faults differ, then one that says that there are more.

    Attributes:
        most: How many that differ go through.
    """

    def __init__(self, most: int = MOST_REPORTED) -> None:
        """None has gone through yet."""
        super().__init__(most)
        self._faults: set[_Key] = set()

    @property
    def is_full(self) -> bool:
        """Whether nothing more goes through."""
        return len(self._faults) > self.most or self._count > _MOST_ROWS

    @property
    def _bound(self) -> int:
        return self.most if len(self._faults) > self.most else _MOST_ROWS

    def _see(self, problem: Problem) -> None:
        super()._see(problem)
        self._faults.add(_key(problem))


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those of rows of one table that say the same as one, at the first row.

    In YAML each stays by itself, for there nobody mends a column in one go.
    """
    same: dict[_Key, list[Problem]] = {}
    for problem in problems:
        same.setdefault(_key(problem), []).append(problem)
    return [_as_one(group) for group in same.values()]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same in order of file and line, each once."""
    told = told_once(dict.fromkeys(problems))
    return tuple(sorted(told, key=lambda problem: (problem.file, problem.line)))


def _key(problem: Problem) -> _Key:
    """What problems have in common that are told as one."""
    if not problem.line or has_lines(problem.file):
        return (problem,)
    return problem.file, problem.wrong, problem.right


def _as_one(problems: list[Problem]) -> Problem:
    first = min(problems, key=lambda problem: problem.line)
    rows = sorted({problem.line for problem in problems})
    if len(rows) == 1:
        return first
    more = ", …" if len(rows) > _SHOWN else ""
    shown = ", ".join(map(str, rows[:_SHOWN]))
    return replace(first, wrong=f"{first.wrong} (in {len(rows):,} rows: {shown}{more})")
