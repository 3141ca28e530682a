"""Two workbooks that are to have the same bytes: where they have not, in which parts, and how."""

import zipfile
from pathlib import Path


def differences(one: Path, other: Path) -> list[str]:
    """How the bytes of two workbooks differ, part by part; empty where they are the same.

    Readers of a report of failed tests see at once whether another thing was written, or the same
    thing deflated in another way.
    """
    if one.read_bytes() == other.read_bytes():
        return []
    parts, others = _parts(one), _parts(other)
    if parts.keys() != others.keys():
        return [f"other parts: {sorted(parts)}, {sorted(others)}"]
    told = [
        f"{name}: {_difference(parts[name], others[name])}"
        for name in parts
        if parts[name] != others[name]
    ]
    return told or ["the same parts, packed in another way"]


_Part = tuple[bytes, int]  # what it says, and how long it is when deflated


def _parts(path: Path) -> dict[str, _Part]:
    with zipfile.ZipFile(path) as archive:
        return {
            info.filename: (archive.read(info), info.compress_size) for info in archive.infolist()
        }


def _difference(part: _Part, other: _Part) -> str:
    (content, size), (other_content, other_size) = part, other
    if content == other_content:
        return f"deflated in another way, to {size} and to {other_size} bytes"
    pairs = enumerate(zip(content, other_content, strict=False))
    first = next(
        (place for place, (byte, another) in pairs if byte != another),
        min(len(content), len(other_content)),
    )
    around = slice(max(first - 60, 0), first + 60)
    return f"at byte {first}: {content[around]!r} and {other_content[around]!r}"
