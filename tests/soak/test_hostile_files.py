"""Every file that is endless to a reader: refused in sentences, by the command itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile_files import HOSTILE, make_hostile
from tests.killed_builds import ROOT

SECONDS = 120


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_endless_is_refused(name: str, tmp_path: Path) -> None:
    command, place = make_hostile(name, tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "exporter", command, place],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
