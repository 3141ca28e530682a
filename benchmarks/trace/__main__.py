"""How well `exporter trace` does on made models: `python -m benchmarks.trace [--seeds 10]`."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.trace.measured import Measured, measure


def main() -> None:
    """Make, trace, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10, help="how many models")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--list", action="store_true", help="print every miss")
    arguments = parser.parse_args()
    measured = []
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        with TemporaryDirectory() as folder:
            measured.append(measure(Path(folder), seed))
        _say(f"seed {seed}: {measured[-1]}")
        if arguments.list:
            _say(*measured[-1].misses)
    _say(f"all: {sum(measured, Measured())}")


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
