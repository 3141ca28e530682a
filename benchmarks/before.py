"""The check as it was at an earlier commit, on the same facts, in a process of its own.

    python -m benchmarks.before check-N SIZE      as `run_one check-N SIZE` was there; also worded-N

The commit is taken from this clone's history, into the cache; where the history lacks it, that is
said.
"""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

from benchmarks.cache import CACHE, ROOT, whole

COMMIT = "33f6e86"
# There, facts have a place of their own; both checks are to read the same ones.
_THERE = (
    "import sys; from pathlib import Path; from benchmarks import checks, run_one; "
    "checks.facts_file = lambda *_: Path(sys.argv[1]); "
    "run_one.main(f'check-{sys.argv[2]}', int(sys.argv[3]))"
)


def main(name: str, size: str) -> None:
    """Become the process that runs the check as it was."""
    from benchmarks.data import facts_file

    kind, _, distinct = name.partition("-")
    facts = facts_file(int(size), int(distinct), worded=kind == "worded")
    folder = checked_out()
    os.chdir(folder)
    os.execv(sys.executable, [sys.executable, "-c", _THERE, str(facts), distinct, size])  # noqa: S606


def checked_out() -> Path:
    """The folder with the project at that commit, made when it is first asked for.

    Raises:
        SystemExit: The commit is not in this clone's history.
    """
    folder = CACHE / f"before-{COMMIT}"
    if not folder.exists():
        command = ("git", "archive", "--format=tar", COMMIT, "exporter", "benchmarks")
        archive = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
        if archive.returncode:
            sys.exit(f"the history here lacks {COMMIT}: git fetch --unshallow")
        with whole(folder) as temporary, tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(temporary, filter="data")
    return folder


if __name__ == "__main__":
    main(*sys.argv[1:])
