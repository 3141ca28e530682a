"""Real builds, in processes of their own, that are killed: what a reader finds, and who mends it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from exporter import build

ROOT = Path(__file__).parents[1]
_MARK = "EXPORTER_TESTED"  # in the environment of a build and of all processes that it starts
_PATIENCE = 300.0  # seconds; machines are busy

Files = Mapping[str, str]  # SHA-256 by name


def contents(folder: Path) -> Files:
    """What lies in a folder, hidden or not."""
    if not folder.exists():
        return {}
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def visible(folder: Path) -> Files:
    """What a reader sees of it."""
    return {name: digest for name, digest in contents(folder).items() if not name.startswith(".")}


@dataclass(frozen=True)
class Edition:
    """A report's folder, where it was built, and what its build writes."""

    report: Path
    output: Path
    files: Files


def two_editions(report: Path, folder: Path) -> tuple[Edition, Edition]:
    """A report of two dates, of whose files no two are the same."""
    made = []
    for name, day in (("first", "28"), ("second", "27")):
        copy = shutil.copytree(report, folder / name / report.name)
        definition = copy / "report.yaml"
        text = definition.read_text("utf-8")
        line = next(line for line in text.splitlines() if line.startswith("edition: "))
        definition.write_text(text.replace(line, line[: len("edition: 2026-01-")] + day), "utf-8")
        output = folder / name / "output"
        build(copy, output)
        made.append(Edition(copy, output, contents(output)))
    first, second = made
    assert first.files.keys() == second.files.keys()
    assert not set(first.files.values()) & set(second.files.values())
    return first, second


class KilledBuild:
    """A build that is going to be killed."""

    def __init__(self, edition: Edition, output: Path, rename: float = 0.0) -> None:
        """Start it; each of its renames takes so many seconds."""
        self._output = output
        self._mark = f"{_MARK}={uuid4().hex}"
        name, value = self._mark.split("=")
        command = [sys.executable, "-m", "tests.slow_disk", str(rename), "build"]
        self.process = subprocess.Popen(
            [*command, str(edition.report), "--output", str(output)],
            env={**os.environ, name: value, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def wait_for_moves(self) -> bool:
        """Wait until files move; False where the build has ended before."""
        while self.process.poll() is None:
            if any(self._output.glob(".exporter-*/journal.json")):
                return True
            time.sleep(0.005)  # looking takes processor time from the build
        return False

    def end(self, number: int) -> tuple[int, str]:
        """Send a signal (0 is none); gives the exit status and all that was said, when all has ended."""
        self.process.send_signal(number)
        said, _ = self.process.communicate(timeout=_PATIENCE)
        end = time.monotonic() + _PATIENCE
        while workers := list(self._workers()):
            assert time.monotonic() < end, f"still at work: {workers}"
            time.sleep(0.01)
        return self.process.returncode, said

    def _workers(self) -> Iterator[int]:
        """Processes that have been started by the build, and live."""
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if self._mark.encode() in (process / "environ").read_bytes():
                    yield int(process.name)
            except OSError:
                continue  # it has ended meanwhile


def is_whole(found: Files, *editions: Edition) -> bool:
    """Whether these are the files of one edition and nothing else, or none at all."""
    return not found or found in [edition.files for edition in editions]


def has_whole_files(found: Files, *editions: Edition) -> bool:
    """Whether each is the file of an edition."""
    return all(digest in {e.files.get(name) for e in editions} for name, digest in found.items())
