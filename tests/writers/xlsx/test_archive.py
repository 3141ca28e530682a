"""The zip container: what Python's own reader makes of it."""

import io
import zipfile

import pytest

from exporter.writers.xlsx import archive as module
from exporter.writers.xlsx.archive import Archive, PartTooLargeError, deflate

LONG = b"".join(b'<c r="A%d"><v>%d</v></c>' % (n, n * n) for n in range(5000))


def test_pieces_deflated_apart_make_one_part() -> None:
    file = io.BytesIO()
    archive = Archive(file)
    with archive.part("xl/sheet.xml") as part:
        part.write("<row>阿里云")
        part.write(" ")
        part.add(deflate(LONG, fast=True))
        part.add(deflate(LONG))
        part.write("</row>")
    archive.write("empty.xml", "")
    archive.write("binary", bytes(range(256)))
    archive.close()
    with zipfile.ZipFile(file) as read:
        assert read.testzip() is None
        assert read.namelist() == ["xl/sheet.xml", "empty.xml", "binary"]
        expected = "<row>阿里云 ".encode() + LONG + LONG + b"</row>"
        assert read.read("xl/sheet.xml") == expected
        assert read.read("empty.xml") == b""
        assert read.read("binary") == bytes(range(256))
        sizes = [(one.file_size, one.date_time, one.flag_bits) for one in read.infolist()]
    assert sizes[0] == (len(expected), (1980, 1, 1, 0, 0, 0), 0)


def test_what_is_too_large_is_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIMIT", 10_000)
    archive = Archive(io.BytesIO())
    with pytest.raises(PartTooLargeError), archive.part("sheet.xml") as part:
        part.add(deflate(LONG))
