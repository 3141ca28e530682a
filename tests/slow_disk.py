"""The command line over a slow disk: `python -m tests.slow_disk SECONDS build REPORT …`.

Each rename takes so long, that what happens while files move can be tried as often as one likes.
"""

import os
import sys
import time

from exporter.__main__ import main


def slow_down(seconds: float) -> None:
    """Have renames take `seconds` each."""
    replace = os.replace

    def slow(source: object, target: object) -> None:
        time.sleep(seconds)
        replace(source, target)  # type: ignore[type-var]

    os.replace = slow  # type: ignore[assignment]


if __name__ == "__main__":
    slow_down(float(sys.argv.pop(1)))
    main()
