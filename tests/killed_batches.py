"""A batch in a process of its own, which is killed and run again."""

import json
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PATIENCE = 600.0  # seconds; machines are busy


def command(report: Path, output: Path, jobs: int = 1) -> list[str]:
    """The command line of a batch."""
    run = [sys.executable, "-m", "exporter", "batch", str(report)]
    return [*run, "--output", str(output), "--jobs", str(jobs)]


def kill_after(
    report: Path, output: Path, sets: int, jobs: int = 1, later: float = 0.0
) -> dict[Path, int]:
    """Start a batch, and kill it once so many sets stand, and some seconds later.

    Returns:
        The manifests that stood by then, each with the moment at which it came.
    """
    with subprocess.Popen(
        command(report, output, jobs), cwd=ROOT, stdout=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + _PATIENCE
        while len(manifests(output)) < sets and process.poll() is None:
            assert time.monotonic() < end, "the batch never came so far"
            time.sleep(0.02)
        time.sleep(later)
        process.kill()
    return manifests(output)


def run_again(report: Path, output: Path, jobs: int = 1) -> dict[str, str]:
    """Run it to its end; gives the state of each set by the name of its folder."""
    subprocess.run(command(report, output, jobs), cwd=ROOT, check=True, timeout=_PATIENCE)
    told = json.loads((output / "batch.json").read_text("utf-8"))
    return {Path(each["output"]).name: each["state"] for each in told["reports"]}


def manifests(output: Path) -> dict[Path, int]:
    """The manifests that stand, each with the moment at which it came."""
    found = {}
    for path in output.glob("*/*/manifest.json"):
        found[path] = path.stat().st_mtime_ns
    return found
