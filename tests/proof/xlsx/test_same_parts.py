"""Parts that many workbooks have are read once, and warned of each time."""

import warnings

import pytest

from exporter.engine.memo import forget
from exporter.proof.xlsx.same_parts import read_once


class Reader:
    """Reads parts as numbers, and notes which it has read; warns of those below zero."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.read = read_once(self._read)

    def _read(self, part: bytes) -> int:
        self.parts.append(part)
        if part.startswith(b"-"):
            warnings.warn(f"{part.decode()} is below zero", stacklevel=1)
        return int(part)


def test_the_same_bytes_are_read_once_until_they_are_forgotten() -> None:
    reader = Reader()
    assert [reader.read(part) for part in (b"1", b"2", b"1")] == [1, 2, 1]
    assert reader.parts == [b"1", b"2"]
    forget()
    assert reader.read(b"1") == 1
    assert reader.parts == [b"1", b"2", b"1"]


def test_what_is_warned_of_is_warned_of_each_time() -> None:
    reader = Reader()
    for _ in range(2):
        with pytest.warns(UserWarning, match="-1 is below zero"):
            assert reader.read(b"-1") == -1
    assert reader.parts == [b"-1"]


def test_what_cannot_be_read_raises_each_time() -> None:
    reader = Reader()
    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            reader.read(b"x")


def test_a_long_part_is_not_kept() -> None:
    reader, part = Reader(), b" " * (1 << 16) + b"1"
    assert [reader.read(part), reader.read(part)] == [1, 1]
    assert len(reader.parts) == 2
