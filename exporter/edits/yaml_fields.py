"""A field of a fact in YAML taken out, emptied or added, in block style and in flow style.

Comments stay where they are, those behind the field too.
"""

import re

from exporter.edits.text_edits import Edit, line_break, line_end, line_start
from exporter.edits.yaml_places import MapPlace, Place, ScalarPlace

_NULL = "~"
_BLOCK = {"|", ">"}


def without_field(text: str, owner: MapPlace, name: str) -> Edit:
    """The edit that takes a field out of a mapping that has others.

    Args:
        text: Of the file.
        owner: Has the field, whose value is a text, and another one.
        name: Of the field.
    """
    names = [key.text for key, _ in owner.entries]
    place = names.index(name)
    key, value = owner.entries[place]
    following = owner.entries[place + 1][0].start if place + 1 < len(names) else None
    if owner.is_flow:
        return _out_of_flow(text, owner, place, following)
    end = end_of(text, key, value)
    start = line_start(text, key.start)
    if text[start : key.start].strip():  # `- review: new`: what follows takes its place
        is_bare = following is not None and not text[end:following].strip()
        return Edit(key.start, following if is_bare and following is not None else end, "")
    rest = text[end : line_end(text, end)]
    if rest.strip():  # a comment
        return Edit(key.start, end + len(rest) - len(rest.lstrip(" \t")), "")
    whole = end if text[:end].endswith("\n") else line_end(text, end)
    return Edit(start, whole, "")


def emptied_field(text: str, owner: MapPlace, name: str) -> Edit:
    """The edit that makes a field say that the fact has none, though a default says otherwise."""
    key, value = owner.key(name), owner.value(name)
    assert key is not None  # noqa: S101 - who asks has found it
    assert value is not None  # noqa: S101
    end = end_of(text, key, value)
    kept = text[value.start : end]
    return Edit(value.start, end, gap_before(text, value) + _NULL + kept[len(kept.rstrip()) :])


def gap_before(text: str, value: Place) -> str:
    """The space that has to stand before what takes the place of a value: `period:` has none."""
    is_bare = value.start == value.end and not text[: value.start][-1:].isspace()
    return " " if is_bare else ""


def with_empty_field(text: str, owner: MapPlace, name: str) -> Edit:
    """The edit that adds such a field, behind the first one."""
    (_, first), *others = owner.entries
    if owner.is_flow:
        return Edit(first.end, first.end, f", {name}: {_NULL}")
    if others:
        key = others[0][0]
        start = line_start(text, key.start)
        line = f"{text[start : key.start]}{name}: {_NULL}{line_break(text, key.start)}"
        return Edit(start, start, line)
    indent = " " * (owner.start - line_start(text, owner.start))
    return Edit(first.end, first.end, f"{line_break(text, first.end)}{indent}{name}: {_NULL}")


def _out_of_flow(text: str, owner: MapPlace, place: int, following: int | None) -> Edit:
    key, value = owner.entries[place]
    if following is not None and re.fullmatch(r"\s*,\s*", text[value.end : following]):
        return Edit(key.start, following, "")
    before = owner.entries[place - 1][1].end if place else None
    if before is not None and re.fullmatch(r"\s*,\s*", text[before : key.start]):
        return Edit(before, value.end, "")
    # Comments stand around it; a comma is left, which flow style allows at the end alone.
    comma = re.match(r"\s*,", text[value.end :])
    return Edit(key.start, value.end + (comma.end() if comma else 0), "")


def end_of(text: str, key: ScalarPlace, value: Place) -> int:
    """Where a value ends; a block of lines with its last line that is indented deeper."""
    if not (isinstance(value, ScalarPlace) and value.style in _BLOCK):
        return value.end
    column = key.start - line_start(text, key.start)
    at = last = line_end(text, key.start)
    while at < len(text):
        line = text[at : line_end(text, at)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            break
        at += len(line)
        last = at if line.strip() else last
    return last


def last_of(text: str, key: ScalarPlace, value: Place) -> int:
    """Where the last text of a value ends, whatever the value is."""
    if isinstance(value, ScalarPlace):
        return end_of(text, key, value)
    if value.is_flow:
        return value.end
    if isinstance(value, MapPlace):
        return last_of(text, *value.entries[-1])
    return last_of(text, key, value.items[-1])
