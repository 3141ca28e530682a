"""Files with something in them changed, so that readers see what nobody wrote."""

import io
import random
import zipfile
from collections.abc import Callable

# What readers stumble over: ends of nesting, numbers beyond all measure, other encodings, wrong kinds.
TOKENS = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\x85", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"\x1a",
    b"-1", b"0", b"1e999", b"99999999999999999999", b"NaN", b"null", b"true", b"[]", b"{}", b'""', b"''", b"[[[[",
    b"}}", b"<", b">", b"</", b"<!--", b"&#x0;", b"&amp;", b"]]>", b"%PDF-", b"endobj", b"/", b"=", b":", b",", b'"',
    b"- ", b"&a ", b"*a", b"!!python ", b"? ", b"| ", b"2025-13-45", b"9999-99", b"\t", b"\\", b"%s", b"../", b"\xf0\x9f\x98\x80",
)  # fmt: skip
Change = Callable[[bytes, random.Random], bytes]


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The content with a few changes; what is in a ZIP is changed inside, or around."""
    if content.startswith(b"PK") and chance.random() < 0.7:
        return _in_archive(content, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        content = chance.choice(_CHANGES)(content, chance)
    return content


def _in_archive(content: bytes, chance: random.Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        names = old.namelist()
        changed = chance.choice(names)
        for name in names:
            part = old.read(name)
            if name == changed:
                if chance.random() < 0.1:
                    continue
                part = mutate(part, chance)
            new.writestr(zipfile.ZipInfo(name), part)
    return target.getvalue()


def _flip(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(TOKENS) + content[at:]


def _exchange(content: bytes, chance: random.Random) -> bytes:
    """Another word in the place of one."""
    start, end = _word(content, chance)
    return content[:start] + chance.choice(TOKENS) + content[end:]


def _copy(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    at = _place(content, chance)
    return content[:at] + content[start:end] + content[at:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _drop_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _swap(content: bytes, chance: random.Random) -> bytes:
    """One word in the place of another."""
    start, end = _word(content, chance)
    first, last = _word(content, chance)
    return content[:start] + content[first:last] + content[end:]


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = _place(content, chance)
    return start, min(start + chance.choice((1, 4, 40, 400)), len(content))


def _word(content: bytes, chance: random.Random) -> tuple[int, int]:
    """A run of letters and digits at a random place, or as much of one as stands behind it."""
    start = end = _place(content, chance)
    while end < len(content) and content[end : end + 1].isalnum():
        end += 1
    return start, end


_CHANGES: tuple[Change, ...] = (
    _flip, _insert, _exchange, _exchange, _copy, _drop, _drop_line, _cut, _swap, _swap
)  # fmt: skip
