"""The check, or a whole report, as it was at an earlier commit, in a process of its own.

    python -m benchmarks.before check-N SIZE      as `run_one check-N SIZE` was there; also worded-N
    python -m benchmarks.before folder SIZE       makes the folder of a report there, once
    python -m benchmarks.before report SIZE OUT   `exporter build` there, of that report into OUT

A check is of the same facts as today's; a report is made by the code of its time. The commit is
taken from this clone's history, into the cache; where the history lacks it, that is said.
"""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from benchmarks.cache import CACHE, ROOT, whole

COMMIT = "33f6e86"
_PARTS = ("exporter", "benchmarks", "templates")
# There, facts have a place of their own; both checks are to read the same ones.
_THERE = (
    "import sys; from pathlib import Path; from benchmarks import checks, run_one; "
    "checks.facts_file = lambda *_: Path(sys.argv[1]); "
    "run_one.main(f'check-{sys.argv[2]}', int(sys.argv[3]))"
)
_FOLDER = (
    "import sys; from benchmarks.reports import report_folder; "
    "print(report_folder(int(sys.argv[1])))"
)
_BUILD = "from exporter.cli import main; main()"


def main(name: str, size: str, *output: str) -> None:
    """Become the process that does what is asked for as it was done."""
    from benchmarks.data import facts_file

    if name == "folder":
        report_folder(size)
        return
    if name == "report":
        folder = report_folder(size)
        os.chdir(checked_out())
        command = [sys.executable, "-c", _BUILD, "build", str(folder), "--output", *output]
        os.execv(sys.executable, command)  # noqa: S606 - our own command
    kind, _, distinct = name.partition("-")
    facts = facts_file(int(size), int(distinct), worded=kind == "worded")
    folder = checked_out()
    os.chdir(folder)
    os.execv(sys.executable, [sys.executable, "-c", _THERE, str(facts), distinct, size])  # noqa: S606


def report_folder(size: str) -> Path:
    """The folder of a report of so many facts, made there when it is first asked for."""
    kept = checked_out() / f"report-{size}"
    if not kept.exists():
        command = [sys.executable, "-c", _FOLDER, size]
        made = subprocess.run(command, cwd=checked_out(), stdout=subprocess.PIPE, check=True)  # noqa: S603
        kept.symlink_to(made.stdout.decode().strip())
    return kept.resolve()


def checked_out() -> Path:
    """The folder with the project at that commit, made when it is first asked for.

    Raises:
        SystemExit: The commit is not in this clone's history.
    """
    folder = CACHE / f"at-{COMMIT}"
    if not folder.exists():
        command = ("git", "archive", "--format=tar", COMMIT, *_PARTS)
        archive = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
        if archive.returncode:
            sys.exit(f"the history here lacks {COMMIT}: git fetch --unshallow")
        with whole(folder) as temporary, tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(temporary, filter="data")
    return folder


if __name__ == "__main__":
    main(*sys.argv[1:])
