"""Every kind of file that is read, changed at random many thousand times."""

from pathlib import Path

import pytest

from tests.mutated_files import TARGETS, read_changed

# The fewest are of what a process of its own reads, which takes 20 times as long as the others.
_TIMES = {
    "report.yaml": 15_000, "facts.yaml": 15_000, "views.yaml": 15_000, "record": 15_000, "text": 10_000,
    "csv": 100_000, "xlsx": 8_000, "parquet": 3_000, "workbook": 15_000, "built workbook": 3_000, "evidence page": 60_000,
    "one-pager": 5_000, "message": 40_000, "manifest": 2_000,
}  # fmt: skip
_LEAST = 300_000
assert sum(_TIMES.values()) >= _LEAST


@pytest.mark.parametrize("kind", TARGETS)
def test_changed_files_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    outcomes = read_changed(TARGETS[kind](tmp_path), _TIMES[kind], "many")
    assert outcomes.total() == _TIMES[kind]
