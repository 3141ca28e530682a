"""Whether a report is for many, told without reading it: what is heavy is loaded afterwards."""

import re
from pathlib import Path

_KEY = re.compile(rb"""(?:^|[\s{,"'])for_each["']?\s*:""")

_MOST = 4 << 20  # bytes; who reads it in earnest refuses what is larger


def is_for_many(folder: Path) -> bool:
    """Whether a report's report.yaml seems to have `for_each:`; who reads it then knows."""
    path = folder / "report.yaml"
    try:
        if not path.is_file():  # a pipe would wait for whoever writes to it
            return False
        with path.open("rb") as file:
            return _KEY.search(file.read(_MOST)) is not None
    except OSError:  # told by whoever reads it in earnest
        return False
