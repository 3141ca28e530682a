"""Sets broken at random: a manifest with values of other types and shapes, files cut or with bits flipped."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from exporter.proof.manifest import MANIFEST, digest
from tests.verify.sets import say_anew

_JUNK: list[Any] = [
    None, True, 0, -1, 2**31, 2**63, 10**400, 1.5, 1e308, "", " ", "x", "\u202e", "\x00", "é" * 5000,
    "a\nb", [], [[]], [None], {}, {"en": "x"}, {"a": {"b": {}}}, "../../etc/passwd", "/dev/zero", "zh",
    "2023-13-45", "0000-01-01", "NaN", "1e999", "=1+1", "<b>", "\ud800", "0" * 64, ["en", "en"],
    "FY2025", "text",
]  # fmt: skip
_CONTENT = {"definition", "facts", "views", "sources", "excerpts"}
_BYTES = [b"\0" * 100, b"<" * 1000, b"[" * 100_000, b'{"a":' * 5_000, b"\xff\xfe"]
_WHOLE = [b"", b"PK\3\4", b"%PDF-1.7", b"{}", b"[]", b"null", b"<html>", b"\0" * 1000, b"PAR1"]

_Path = tuple[str | int, ...]


def break_manifest(folder: Path, random: Random) -> None:
    """Give one to three entries of the manifest another value, or none; its own hash is right."""
    path = folder / MANIFEST
    said = json.loads(path.read_text("utf-8"))
    places = [place for place in _places(said) if place]
    inner = [place for place in places if place[0] in _CONTENT]
    for _ in range(random.choice([1, 1, 2, 3])):
        _break(said, random.choice(random.choice([places, inner])), random)
    try:
        said["sha256"] = digest(said)
    except UnicodeEncodeError:  # half a character, which JSON can say and UTF-8 cannot
        path.write_text(json.dumps(said), "utf-8")
    else:
        path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def _places(value: Any, place: _Path = ()) -> Iterator[_Path]:
    yield place
    entries = value.items() if isinstance(value, dict) else []
    for key, inner in enumerate(value) if isinstance(value, list) else entries:
        yield from _places(inner, (*place, key))


def _break(said: Any, place: _Path, random: Random) -> None:
    *before, last = place
    for key in before:
        try:
            said = said[key]
        except (IndexError, KeyError, TypeError):  # broken already
            return
    if isinstance(said, list) and isinstance(last, int) and last < len(said):
        random.choice([said.pop, lambda at: said.append(copy.deepcopy(said[at]))])(last)
    elif isinstance(said, dict) and last in said:
        said[last] = random.choice(_JUNK)
        if random.random() < 0.2:
            del said[last]


def break_file(path: Path, random: Random) -> None:
    """Cut a file, flip some of its bits, put bytes in or take some out, or leave its kind alone."""
    content = bytearray(path.read_bytes())
    place = random.randrange(len(content))
    match random.randrange(6):
        case 0:
            del content[place:]
        case 1:
            content[place:place] = random.choice([*_BYTES, random.randbytes(50)])
        case 2:
            del content[place : place + random.randrange(1, 2000)]
        case 3:
            content = bytearray(random.choice(_WHOLE))
        case _:
            for _ in range(random.choice([1, 3, 20])):
                content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    path.write_bytes(content)
    if random.random() < 0.5 and path.name != MANIFEST:
        say_anew(path.parent)
