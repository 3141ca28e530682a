"""Every file that is endless to a reader: refused in sentences, by the command itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile_documents import DOCUMENTS, make_document
from tests.hostile_files import HOSTILE, make_hostile
from tests.killed_builds import ROOT

SECONDS = 120


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_endless_is_refused(name: str, tmp_path: Path) -> None:
    command, place = make_hostile(name, tmp_path)
    assert status_of(command, str(place)) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_refused_or_read_without_it(name: str, tmp_path: Path) -> None:
    assert status_of(*make_document(name, tmp_path)) == (0 if DOCUMENTS[name].is_read else 1)


def status_of(*arguments: str) -> int:
    """The exit status of a command, which complains in sentences alone."""
    done = subprocess.run(
        [sys.executable, "-m", "exporter", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode
