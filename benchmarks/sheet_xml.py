"""The XML of a finished sheet, which every writer of workbooks has to compress: the floor.

python -m benchmarks.sheet_xml SIZE...    writes the XML files, as they are written now
"""

import shutil
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from benchmarks.cache import sheet_xml_path, whole
from benchmarks.data import facts_file

_CHUNK = 1 << 20  # bytes that are deflated at once


class Compressor(Protocol):
    """What zlib and isal_zlib call a compressobj."""

    def compress(self, data: bytes, /) -> bytes:
        """Take some bytes in; give those that are ready."""

    def flush(self) -> bytes:
        """Give what is left."""


def deflate(compressor: Compressor, source: Path, target: Path) -> None:
    """Deflate one file into another, in chunks."""
    with source.open("rb") as file, target.open("wb") as out:
        while chunk := file.read(_CHUNK):
            out.write(compressor.compress(chunk))
        out.write(compressor.flush())


def sheet_xml_file(size: int) -> Path:
    """The XML of our bare table of the facts, made when it is first asked for."""
    from benchmarks.rows.bare import write

    path = sheet_xml_path(size)
    if not path.exists():
        with TemporaryDirectory() as folder, whole(path) as temporary:
            write(facts_file(size), Path(folder, "bare.xlsx"))
            with (
                zipfile.ZipFile(Path(folder, "bare.xlsx")) as book,
                book.open("xl/worksheets/sheet1.xml") as sheet,
                temporary.open("wb") as out,
            ):
                shutil.copyfileobj(sheet, out)
    return path


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        sheet_xml_path(int(argument)).unlink(missing_ok=True)
        sheet_xml_file(int(argument))
