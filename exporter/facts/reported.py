"""How many problems are told: the first ones, and that there are more."""

from collections.abc import Iterable
from dataclasses import dataclass

from exporter.errors import Problem

MOST_TOLD = 1_000  # nobody mends more in one go, and a million would fill the memory


@dataclass
class Reported:
    """Counts the problems that are told, and ends them where they are too many."""

    most: int = MOST_TOLD
    told: int = 0

    @property
    def is_full(self) -> bool:
        """Whether nothing more is told."""
        return self.told > self.most

    def take(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those of `problems` that are still told; the rest are not even made."""
        if self.is_full:
            return []
        told: list[Problem] = []
        for problem in problems:
            self.told += 1
            if self.is_full:
                wrong = f"there are more than {self.most:,} problems"
                right = "mend those that are told, then check again"
                told.append(Problem(problem.file, problem.line, "", wrong, right))
                break
            told.append(problem)
        return told
