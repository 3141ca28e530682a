"""Every kind of file that is read, changed at random many thousand times."""

from pathlib import Path

import pytest

from tests.mutated_files import TARGETS, read_changed

_TIMES = {
    "report.yaml": 15_000, "facts.yaml": 15_000, "views.yaml": 15_000, "record": 15_000, "text": 10_000,
    "csv": 60_000, "xlsx": 60_000, "parquet": 60_000, "workbook": 10_000, "evidence page": 15_000,
    "one-pager": 5_000, "message": 20_000, "manifest": 2_000,
}  # fmt: skip
_LEAST = 300_000
assert sum(_TIMES.values()) >= _LEAST


@pytest.mark.parametrize("kind", TARGETS)
def test_changed_files_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    outcomes = read_changed(TARGETS[kind](tmp_path), _TIMES[kind], "many")
    assert outcomes.total() == _TIMES[kind]
