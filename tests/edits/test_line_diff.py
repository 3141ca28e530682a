"""What changes in a file, as a unified diff: what `difflib` tells, of long tables sooner."""

from difflib import unified_diff
from os import devnull

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.edits.line_diff import diff_of

WORDS = st.sampled_from(["oats", "rye", "barley", "oats,1", ""])


def by_difflib(before: str, after: str) -> str:
    was, now = (text.splitlines(keepends=True) for text in (before, after))
    lines = unified_diff(was, now, "crops.csv" if was else devnull, "crops.csv")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


@given(rows=st.integers(0, 30), cells=st.dictionaries(st.integers(0, 29), WORDS), end=st.booleans())
def test_rows_with_other_cells(rows: int, cells: dict[int, str], end: bool) -> None:
    lines = [f"{row},wheat" for row in range(rows)]
    before = "\n".join(lines) + "\n" * end
    after = "\n".join(cells.get(row, line) for row, line in enumerate(lines)) + "\n"
    assert diff_of(before, after, "crops.csv") == by_difflib(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "id\na\n"),
        ("id\na\n", "id\n"),
        ("id\na\nb\nc\n", "id\nb\nc\na\n"),
        ("id\n\na\n\nb\n", "id\n\nb\n\nb\n"),
        ("id\na\nb\n", "id\nb\na\n"),
        ("same\n", "same\n"),
    ],
    ids=["of no file", "a row less", "moved", "blank lines", "exchanged", "the same"],
)
def test_rows_elsewhere(before: str, after: str) -> None:
    assert diff_of(before, after, "crops.csv") == by_difflib(before, after)


def test_distant_changes_are_apart() -> None:
    lines = [f"row {n}\n" for n in range(40)]
    after = [*lines[:5], "other\n", *lines[6:12], "one more\n", *lines[13:-1], "last"]
    told = diff_of("".join(lines), "".join(after), "crops.csv")
    heads = [line for line in told.splitlines() if line.startswith("@@")]
    assert heads == ["@@ -3,14 +3,14 @@", "@@ -37,4 +37,4 @@"]
    assert told.endswith("-row 39\n+last\n")
