"""The process of one contender: `python -m benchmarks.run_one NAME SIZE`.

Prints what the call took as JSON; what the whole process took, the parent sees.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.data import facts_file
from benchmarks.rows import FLOORS
from benchmarks.sheet_xml import sheet_xml_file


def main(name: str, size: int) -> None:
    """Run one contender once."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "out.xlsx")
        call = prepare(name, size, target)
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        written = target.stat().st_size if target.exists() else 0
    told = {"call": wall, "call_cpu": cpu, "written": written, "peak": peak_memory()}
    json.dump(told, sys.stdout)


def peak_memory() -> int:
    """The most memory that this process held, in bytes, and the largest of its children beside it.

    Source: getrusage(2); Linux counts in kibibytes.
    """
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(one).ru_maxrss for one in whose) * 1024


def prepare(name: str, size: int, target: Path) -> Callable[[], object]:
    """What is to be timed, with everything loaded and at hand that it needs.

    Args:
        name: A module of `rows`; or `check-N`, the check of facts with N distinct quotes, and
            `worded-N`, where these differ in words as well.
        size: How many facts.
        target: The file that it writes.
    """
    if name.startswith(("check-", "worded-")):
        from benchmarks.checks import prepare_check

        kind, _, distinct = name.partition("-")
        return prepare_check(size, int(distinct), worded=kind == "worded")
    contender = import_module(f"benchmarks.rows.{name}")
    source = sheet_xml_file(size) if name in FLOORS else facts_file(size)
    given = contender.prepare(source) if hasattr(contender, "prepare") else source
    return lambda: contender.write(given, target)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
