"""The floor: a finished sheet's XML deflated by ISA-L on one thread, and nothing else."""

from pathlib import Path

from isal import isal_zlib

from benchmarks.sheet_xml import deflate


def write(sheet: Path, deflated: Path) -> None:
    """Deflate the file `sheet` at ISA-L's level 1, which our writer uses for large sheets."""
    deflate(isal_zlib.compressobj(1, isal_zlib.DEFLATED, -15), sheet, deflated)
