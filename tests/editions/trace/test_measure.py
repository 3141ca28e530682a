"""Made models with planted errors: few errors are called found, few right numbers are not."""

from pathlib import Path

import pytest

from benchmarks.trace.measured import measure


@pytest.mark.parametrize("seed", [101, 102])
def test_planted_errors_are_told_and_right_numbers_found(tmp_path: Path, seed: int) -> None:
    measured = measure(tmp_path, seed)
    assert (measured.errors, measured.right) == (40, 260)
    assert measured.recall >= 0.95
    assert measured.precision >= 0.98
    assert measured.named >= 34
    assert measured.sprung == 0
