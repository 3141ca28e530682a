"""Pieces of a text put in the place of others; all else stays, byte for byte."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from `start` to before `end`, in characters, becomes `new`."""

    start: int
    end: int
    new: str


class CannotEditError(Exception):
    """A file cannot be changed so that nothing else in it changes; says why and what to do."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made.

    Raises:
        CannotEditError: Two of them overlap.
    """
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(set(edits)):
        if start < at:
            raise CannotEditError("two changes overlap; make them by hand")
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def joined(edits: Iterable[Edit]) -> list[Edit]:
    """The edits, those that put something in one place as one, in their order."""
    put: dict[int, str] = {}
    others: list[Edit] = []
    for edit in edits:
        if edit.start < edit.end:
            others.append(edit)
        else:
            put[edit.start] = put.get(edit.start, "") + edit.new
    return [*others, *(Edit(at, at, new) for at, new in put.items())]


def line_start(text: str, at: int) -> int:
    """Where the line begins that a place is in."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the next line begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def line_break(text: str, at: int) -> str:
    """What ends the line that a place is in."""
    return "\r\n" if text[: line_end(text, at)].endswith("\r\n") else "\n"
