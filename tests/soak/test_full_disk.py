"""Builds on a disk that gets full at 30 points: the old set as it was, and a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from exporter.report.starter import make_report
from tests.killed_builds import ROOT, two_editions

POINTS = 40  # those of them at which the room is enough are not counted
FULL = 30
NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount"]


def may_mount() -> bool:
    """Whether a disk can be mounted here, without being anybody special."""
    try:
        return subprocess.run([*NAMESPACE, "true"], check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not may_mount(), reason="the system lets nobody mount a disk")
def test_a_full_disk_leaves_the_old_set(tmp_path: Path) -> None:
    list(make_report(tmp_path / "mini"))
    first, second = two_editions(tmp_path / "mini", tmp_path)
    (tmp_path / "disk").mkdir()
    arguments = second.report, first.output, tmp_path / "disk", POINTS
    done = subprocess.run(
        [*NAMESPACE, sys.executable, "-m", "tests.soak.full_disk", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    tried = [line.split("\t") for line in done.stdout.splitlines()]
    full = [(lies, said) for _, status, lies, said in tried if status == "3"]
    assert {status for _, status, _, _ in tried} == {"0", "3"}
    assert len(full) >= FULL
    for lies, said in full:
        assert lies == "old"
        assert "cannot be written: the disk is full; free some room on it" in said
        assert "|" not in said
    assert {lies for _, status, lies, _ in tried if status == "0"} == {"new"}
