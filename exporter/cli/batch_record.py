"""What came of a batch, as it is told at its end and in batch.json."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exporter.batch.job import BatchResult, State
from exporter.batch.run import BatchOrder
from exporter.cli.summary import problem_as_json
from exporter.errors import Problem
from exporter.files import replacing
from exporter.files.refusals import explained

BATCH_FILE = "batch.json"


class Record:
    """Results of a batch, as they come.

    Attributes:
        results: In the order in which they came.
    """

    def __init__(self, order: BatchOrder, doubts: Sequence[Problem] = ()) -> None:
        """Nothing has come yet; `doubts` are of reports as a whole."""
        self._reports = [report for report, _ in order.reports]
        self._doubts, self._start = tuple(doubts), time.monotonic()
        self._counts: Counter[State] = Counter()
        self.results: list[BatchResult] = []

    def take(self, result: BatchResult) -> None:
        """What came of a set."""
        self.results.append(result)
        self._counts[result.state] += 1

    @property
    def done(self) -> int:
        """How many results there are."""
        return len(self.results)

    @property
    def failed(self) -> list[BatchResult]:
        """Those that failed, in order of names."""
        failed = [result for result in self.results if result.state is State.FAILED]
        return sorted(failed, key=self._place)

    def summary(self) -> str:
        """In a line: `120 built, 3 up to date, 1 failed, 2.9 a second`."""
        seconds = time.monotonic() - self._start
        counts = {"built": State.BUILT, "up to date": State.SKIPPED, "failed": State.FAILED}
        told = [f"{self._counts[state]:,} {what}" for what, state in counts.items()]
        return f"{', '.join(told)}, {self.done / max(seconds, 0.001):.1f} a second"

    def as_json(self) -> dict[str, Any]:
        """All of it, each set by report and name."""
        return {
            "reports": [_as_json(result) for result in sorted(self.results, key=self._place)],
            **{str(state): self._counts[state] for state in State},
            "seconds": round(time.monotonic() - self._start, 3),
            "doubts": [problem_as_json(problem) for problem in self._doubts],
        }

    def write(self, folder: Path) -> Path:
        """Write batch.json, whole or not at all; gives its path."""
        path = folder / BATCH_FILE
        with explained(folder, path):
            folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.as_json(), ensure_ascii=False, indent=1) + "\n"
        with replacing(path) as temporary:
            temporary.write_text(text, "utf-8", newline="")
        return path

    def _place(self, result: BatchResult) -> tuple[int, str]:
        return self._reports.index(result.report), result.value


def _as_json(result: BatchResult) -> dict[str, Any]:
    return {
        "report": str(result.report),
        "value": result.value,
        "output": str(result.output),
        "state": str(result.state),
        "seconds": result.seconds,
        "facts": result.facts,
        "views": result.views,
        "problems": [problem_as_json(problem) for problem in result.problems],
        "doubts": [problem_as_json(problem) for problem in result.doubts],
    }
