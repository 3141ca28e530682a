"""`python -m benchmarks`: run everything, print tables, write RESULTS.md and the chart.

With --size, --only or --runs it runs a part and prints that alone.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from benchmarks.cache import CACHE, ROOT
from benchmarks.jobs import OUT, REPEATS, SIZES, all_jobs, preparations
from benchmarks.timing import SLOW, Job, Outcome, Run, round_robin

HERE = Path(__file__).parent
_KEPT = CACHE / "outcomes.json"


def main() -> int:
    """Run what is asked for; 1 where a job failed."""
    asked = _arguments()
    whole = not (asked.size or asked.only or asked.runs)
    outcomes = _read() if asked.again else run(asked.size or SIZES, asked.only or (), asked.runs)
    if whole:
        _keep(outcomes)
    _tell_results(outcomes, write=whole)
    return int(any(one.error for one in outcomes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="of the facts; all unless named")
    parser.add_argument("--only", action="append", help="a group or a job; all unless named")
    parser.add_argument("--runs", type=int, default=0, help="of each job; as jobs.py has it")
    parser.add_argument("--again", action="store_true", help="tell the last whole run once more")
    return parser.parse_args()


def run(sizes: Sequence[int], only: Sequence[str], runs: int = 0) -> list[Outcome]:
    """Make what is needed, then run all jobs, group by group and size by size."""
    jobs = [one for one in all_jobs(sizes) if not only or {one.group, one.name} & set(only)]
    OUT.mkdir(parents=True, exist_ok=True)
    for command in preparations(jobs):
        _tell(f"preparing: {' '.join(command[2:])}")
        # What fails here fails again in the jobs that need it, which say why.
        subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 - our own commands
    outcomes: list[Outcome] = []
    for (group, _), some in groupby(jobs, lambda job: (job.group, job.size)):
        outcomes += round_robin(list(some), runs or REPEATS[group], _tell)
    shutil.rmtree(OUT)
    return outcomes


def _tell_results(outcomes: Sequence[Outcome], *, write: bool) -> None:
    from benchmarks.results import tables

    text = "\n".join(tables(outcomes))
    sys.stdout.write(text)
    if write:
        from benchmarks.chart import draw
        from benchmarks.machine import describe
        from benchmarks.results import markdown

        machine = markdown(("measured on", ""), describe())
        head = (HERE / "head.md").read_text("utf-8").format(slow=f"{SLOW:.0f}")
        (HERE / "RESULTS.md").write_text(f"{head}\n{text}\n### Machine\n\n{machine}\n", "utf-8")
        draw(outcomes, HERE / "rows.svg")


def _keep(outcomes: Sequence[Outcome]) -> None:
    _KEPT.write_text(json.dumps([asdict(one) for one in outcomes], default=list), "utf-8")


def _read() -> list[Outcome]:
    kept = json.loads(_KEPT.read_text("utf-8"))
    return [
        Outcome(
            Job(**{**one["job"], "command": tuple(one["job"]["command"])}),
            [Run(**run) for run in one["runs"]],
            one["error"],
        )
        for one in kept
    ]


def _tell(what: str) -> None:
    sys.stderr.write(f"bench: {what}\n")


if __name__ == "__main__":
    sys.exit(main())
