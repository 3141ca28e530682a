"""What came of a batch, as it is told at its end and in batch.json."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exporter.batch.job import BatchResult, State
from exporter.batch.prepared import BatchOrder
from exporter.cli.summary import problem_as_json
from exporter.engine.progress import duration, rate
from exporter.errors import Problem
from exporter.files import replacing
from exporter.files.refusals import explained

BATCH_FILE = "batch.json"


class Record:
    """Results of a batch, as they come.

    Attributes:
        results: In the order in which they came.
        total: How many there will be.
        doubts: Of reports as a whole.
        is_stopped: Whether a signal ended the batch before all had come.
    """

    def __init__(self, order: BatchOrder, total: int, doubts: Sequence[Problem] = ()) -> None:
        """Nothing has come yet."""
        self.total, self.doubts, self.is_stopped = total, tuple(doubts), False
        self._reports = [report for report, _ in order.reports]
        self._begun, self._start = datetime.now(UTC), time.monotonic()
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
    def left(self) -> int:
        """How many are still to come."""
        return self.total - self.done

    @property
    def failed(self) -> list[BatchResult]:
        """Those that failed, in order of names."""
        failed = [result for result in self.results if result.state is State.FAILED]
        return sorted(failed, key=self._place)

    def summary(self) -> str:
        """In a line: `120 built, 3 up to date, 1 failed in 43 s, 2.9 a second`."""
        seconds = time.monotonic() - self._start
        counts = {"built": State.BUILT, "up to date": State.SKIPPED, "failed": State.FAILED}
        told = [f"{self._counts[state]:,} {what}" for what, state in counts.items()]
        if self.is_stopped:
            told.append(f"{self.left:,} not done")
        if doubted := sum(bool(result.doubts) for result in self.results):
            told.append(f"{doubted:,} with doubts")
        speed = rate(self.done / max(seconds, 0.001))
        stopped = "stopped: " if self.is_stopped else ""
        return f"{stopped}{', '.join(told)} in {duration(seconds)}, {speed}"

    def as_json(self) -> dict[str, Any]:
        """All of it, each set by report and name."""
        return {
            "reports": [_as_json(result) for result in sorted(self.results, key=self._place)],
            **{str(state): self._counts[state] for state in State},
            "left": self.left,
            "stopped": self.is_stopped,
            "started": self._begun.isoformat(timespec="seconds").replace("+00:00", "Z"),
            "seconds": round(time.monotonic() - self._start, 3),
            "doubts": [problem_as_json(problem) for problem in self.doubts],
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
        "exit_status": result.exit_status,
        "facts": result.facts,
        "views": result.views,
        "problems": [problem_as_json(problem) for problem in result.problems],
        "doubts": [problem_as_json(problem) for problem in result.doubts],
    }
