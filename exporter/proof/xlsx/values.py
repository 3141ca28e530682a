"""The values of cells: whether two are the same, and how to tell of them."""

from collections.abc import Sequence
from typing import Any

from exporter.proof.difference import NOTHING

Value = float | bool | str | None


def same(wanted: Sequence[Any], seen: Sequence[Any]) -> bool:
    """Whether both are equal to the last bit, and of the same types: 1 is not TRUE."""
    return wanted == seen and list(map(type, wanted)) == list(map(type, seen))


def shown_both(expected: Value, found: Value) -> tuple[str, str]:
    """Two values in words, with their kinds where these are what differs."""
    both = shown(expected), shown(found)
    if both[0] == both[1]:
        return f"{both[0]} ({_kind(expected)})", f"{both[1]} ({_kind(found)})"
    return both


def shown(value: Value) -> str:
    """A cell's value in words."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _kind(value: Value) -> str:
    names = {bool: "truth value", float: "number", str: "text"}
    return names.get(type(value), "blank")
