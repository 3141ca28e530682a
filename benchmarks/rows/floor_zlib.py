"""The floor: a finished sheet's XML deflated by zlib on one thread, and nothing else."""

import zlib
from pathlib import Path

from benchmarks.sheet_xml import deflate


def write(sheet: Path, deflated: Path) -> None:
    """Deflate the file `sheet` at level 6, the default of zlib and of most writers."""
    deflate(zlib.compressobj(6, zlib.DEFLATED, -15), sheet, deflated)
