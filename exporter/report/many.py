"""Whether a report is for many, told without reading it: what is heavy is loaded afterwards."""

import re
from pathlib import Path

_KEY = re.compile(rb"""(?:^|[\s{,"'])for_each["']?\s*:""")


def is_for_many(folder: Path) -> bool:
    """Whether a report's report.yaml seems to have `for_each:`; who reads it then knows."""
    try:
        return _KEY.search((folder / "report.yaml").read_bytes()) is not None
    except OSError:  # told by whoever reads it in earnest
        return False
