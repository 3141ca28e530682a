"""Workbooks compared part by part: packed anew they are the same, and nothing hides between parts."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from exporter.proof.xlsx.archive import find_unlike_part, part_names, unpacked_size

PARTS = {"xl/workbook.xml": b"<workbook/>", "xl/styles.xml": b"<styleSheet/>" * 50}


@pytest.fixture
def expected(tmp_path: Path) -> Path:
    return packed(tmp_path / "expected.xlsx", PARTS)


def packed(path: Path, parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, method)
    return path


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_STORED])
def test_packed_anew_it_is_the_same(method: int, expected: Path, tmp_path: Path) -> None:
    other = packed(tmp_path / "other.xlsx", dict(reversed(PARTS.items())), method)
    assert find_unlike_part(expected, other) is None
    assert unpacked_size(other) == sum(map(len, PARTS.values()))


def with_entries(path: Path, *entries: tuple[str, bytes]) -> Path:
    with ZipFile(path, "a") as archive:
        for name, content in entries:
            archive.writestr(ZipInfo(name), content)
    return path


def test_entries_for_the_folders_of_parts_are_no_parts(expected: Path, tmp_path: Path) -> None:
    other = with_entries(packed(tmp_path / "other.xlsx", PARTS), ("xl/", b""))
    assert find_unlike_part(expected, other) is None
    with ZipFile(other) as archive:
        assert part_names(archive) == [*PARTS]


@pytest.mark.parametrize(
    "entries",
    [
        [("xl/", b"hidden")],
        [("xl/hidden/", b"")],
        [("XL/", b"")],
        [("/", b"")],
        [("xl/styles.xml/", b"")],
        [("xl/more/", b""), ("xl/more/x.xml", b"")],
    ],
)
def test_what_only_looks_like_a_folder_is_told(
    entries: list[tuple[str, bytes]], expected: Path, tmp_path: Path
) -> None:
    other = with_entries(packed(tmp_path / "other.xlsx", PARTS), *entries)
    assert str(find_unlike_part(expected, other)).endswith("«there 1 times»; expected «missing»")


@pytest.mark.filterwarnings("ignore:Duplicate name")  # of Python's own packer
def test_a_folder_that_is_there_twice_is_told(expected: Path, tmp_path: Path) -> None:
    other = with_entries(packed(tmp_path / "other.xlsx", PARTS), ("xl/", b""), ("xl/", b""))
    assert "xl/: the part is «there 2 times»" in str(find_unlike_part(expected, other))


def test_packed_as_a_stream_it_is_the_same(expected: Path, tmp_path: Path) -> None:
    """Who cannot go back in a file writes the sizes of a part behind it."""

    class Stream:
        def __init__(self) -> None:
            self.content = b""

        def write(self, content: bytes) -> int:
            self.content += bytes(content)
            return len(content)

        def flush(self) -> None:
            pass

    stream = Stream()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, content in PARTS.items():
            archive.writestr(name, content)
    other = tmp_path / "other.xlsx"
    other.write_bytes(stream.content)
    assert find_unlike_part(expected, other) is None


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (PARTS | {"xl/styles.xml": b"<styleSheet/>"}, "xl/styles.xml: the content from byte 0 is «<"),
        (PARTS | {"xl/more.xml": b"<x/>"}, "xl/more.xml: the part is «there 1 times»"),
        ({"xl/workbook.xml": b"<workbook/>"}, "xl/styles.xml: the part is «missing»"),
    ],
)  # fmt: skip
def test_another_part_is_named(
    parts: dict[str, bytes], told: str, expected: Path, tmp_path: Path
) -> None:
    other = packed(tmp_path / "other.xlsx", parts)
    assert str(find_unlike_part(expected, other)).startswith(told)


def hidden_between(content: bytes) -> bytes:
    """Bytes before the second part, with the directory's places right."""
    with_gap = bytearray(content)
    second = content.index(b"PK\x03\x04", 4)
    with_gap[second:second] = b"hidden"
    directory = with_gap.index(b"PK\x01\x02", second)
    entry = with_gap.index(b"PK\x01\x02", directory + 4)
    struct.pack_into("<I", with_gap, entry + 42, second + 6)
    end = with_gap.index(b"PK\x05\x06")
    struct.pack_into("<I", with_gap, end + 16, directory)
    return bytes(with_gap)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content + b"hidden",
        lambda content: b"hidden" + content,
        hidden_between,
        lambda content: content[:-2] + struct.pack("<H", 6) + b"hidden",
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"xl/styles.xml", b"xl/stylez.xml", 1),
        lambda _: b"",
    ],
)
def test_what_stands_beside_the_parts_is_told(change, expected: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "other.xlsx"
    other.write_bytes(change(expected.read_bytes()))
    assert find_unlike_part(expected, other) is not None
