"""What changes in a file, as a unified diff."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import groupby
from os import devnull

_CONTEXT = 3  # lines around what changes


def diff_of(before: str, after: str, file: str) -> str:
    """The unified diff from a file's text to another one; "" where they are the same.

    Args:
        before: The text; "" of a file that is not there yet.
        after: The other one.
        file: What the diff calls it.
    """
    was, now = (text.splitlines(keepends=True) for text in (before, after))
    other = file if was else devnull
    told = _exchanged(was, now, file) if _are_exchanged(was, now) else None
    lines = unified_diff(was, now, other, file) if told is None else told
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _are_exchanged(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether lines are exchanged for others alone, each of which stands nowhere else.

    As in a table with ids. Then no line is like any but the one in its place, which `difflib` finds
    out of all of them, and in a hundred times as long.
    """
    known = set(was)
    if len(was) != len(now) or len(known) < len(was):
        return False
    return all(one == other or other not in known for one, other in zip(was, now, strict=True))


def _exchanged(was: Sequence[str], now: Sequence[str], file: str) -> Iterator[str]:
    """The diff of texts whose lines are exchanged one for one."""
    changed = [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one != other]
    if changed:
        yield from (f"--- {file}\n", f"+++ {file}\n")
    for first, last in _hunks(changed):
        begin, end = max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, len(was))
        place = f"{begin + 1},{end - begin}" if end - begin > 1 else str(begin + 1)
        yield f"@@ -{place} +{place} @@\n"
        for is_same, run in groupby(range(begin, end), lambda at: was[at] == now[at]):
            lines = list(run)
            yield from (f"{' ' if is_same else '-'}{was[at]}" for at in lines)
            yield from (f"+{now[at]}" for at in lines if not is_same)


def _hunks(changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last changed line of each hunk: those near each other share one."""
    first = last = -1
    for at in changed:
        if first >= 0 and at - last > 2 * _CONTEXT + 1:
            yield first, last
            first = -1
        first, last = (at if first < 0 else first), at
    if first >= 0:
        yield first, last
