"""A few random reports, and a few changes of each kind of file; `make soak` tries many more."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from tests.mutated_files import TARGETS, read_changed
from tests.random_reports import REPORTS, build_or_refuse

_TIMES = {
    "one-pager": 3,
    "workbook": 3,
    "evidence page": 5,
    "message": 10,
    "csv": 20,
    "xlsx": 10,
    "parquet": 6,  # each is read in a process of its own
    "manifest": 5,
    "built workbook": 4,
}


@settings(max_examples=3, derandomize=True, phases=[Phase.generate])
@given(REPORTS)
def test_random_reports_are_built_and_proved_or_refused(report: dict[str, Any]) -> None:
    assert build_or_refuse(report)


@pytest.mark.parametrize("kind", TARGETS)
def test_changed_files_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    times = _TIMES.get(kind, 8)
    assert read_changed(TARGETS[kind](tmp_path), times, "a few").total() == times
