"""Whatever fails or dies at whatever file operation: a whole set, and nothing left behind."""

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from exporter.files import settle
from tests.files.faults import (
    DIED,
    DONE,
    LAST,
    REFUSED,
    DyingAt,
    FailingAt,
    Files,
    Forks,
    build,
    fill,
    replace,
)

OLD: Files = {"a.xlsx": "old a", "b.xlsx": "old b", "deep/c.html": "old c", "manifest.json": "old"}
NEW: Files = {
    "a.xlsx": "new a", "b.xlsx": "new b", "deep/c.html": "new c", "deeper/still/d.pdf": "new d",
    "manifest.json": "new",
}  # fmt: skip
BESIDE: Files = {"notes.txt": "ours", ".exporter-notes": "ours, too"}


def read(folder: Path) -> dict[str, str]:
    """Every file of a folder, hidden ones too; an empty folder is a file without text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


def seen(folder: Path) -> dict[str, str]:
    """What a reader sees who knows the names."""
    return {name: (folder / name).read_text() for name in NEW if (folder / name).exists()}


def reset(folder: Path, number: int) -> Path:
    """A folder of its own for each try, with the old set."""
    tried = folder / str(number)
    fill(tried, {**OLD, **BESIDE})
    return tried


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    with Forks() as forks:
        yield forks


def test_a_build_killed_at_any_operation_is_mended_by_whoever_comes_next(
    forks: Forks, folder: Path
) -> None:
    kills = len(forks.operations_of(partial(build, reset(folder, -1), NEW)))
    found = []
    for number in range(kills + 1):
        tried = reset(folder, number)
        outcome = forks.outcome_of(partial(build, tried, NEW), DyingAt(number))
        assert outcome == (DIED if number < kills else DONE)
        between = seen(tried)
        assert OLD.keys() <= between.keys(), number  # never missing
        assert all(text in {OLD.get(name), NEW[name]} for name, text in between.items())
        assert between[LAST] == "old" or between == NEW
        settle(tried)
        mended = read(tried)
        assert mended in ({**OLD, **BESIDE}, {**NEW, **BESIDE}), number
        found.append((between[LAST], mended[LAST]))
    assert {("old", "old"), ("old", "new"), ("new", "new")} == set(found)


def test_the_next_build_mends_it_too(forks: Forks, folder: Path) -> None:
    third = {name: text.replace("new", "third") for name, text in NEW.items()}
    for number in range(0, len(forks.operations_of(partial(build, reset(folder, -1), NEW))), 5):
        tried = reset(folder, number)
        assert forks.outcome_of(partial(build, tried, NEW), DyingAt(number)) == DIED
        build(tried, third)
        assert read(tried) == {**third, **BESIDE}


def test_who_mends_may_be_killed_as_well(forks: Forks, folder: Path) -> None:
    operations = forks.operations_of(partial(build, reset(folder, -1), NEW))
    middle = operations.index("os.link") + 4  # when some have moved
    whole = []
    broken = reset(folder, -2)
    forks.outcome_of(partial(build, broken, NEW), DyingAt(middle))
    for number in range(len(forks.operations_of(partial(settle, broken))) + 1):
        tried = reset(folder, number)
        assert forks.outcome_of(partial(build, tried, NEW), DyingAt(middle)) == DIED
        forks.outcome_of(partial(settle, tried), DyingAt(number))
        settle(tried)
        whole.append(read(tried))
    assert all(found == {**NEW, **BESIDE} for found in whole)
    assert len(whole) > 10


@pytest.mark.parametrize(
    ("code", "lasting"),
    [(errno.EIO, False), (errno.EACCES, False), (errno.ENOSPC, True)],
    ids=["EIO once", "EACCES once", "ENOSPC from then on"],
)
def test_a_build_that_fails_at_any_operation_says_so_and_changes_nothing(
    forks: Forks, folder: Path, code: int, lasting: bool
) -> None:
    outcomes = []
    for number in range(len(forks.operations_of(partial(build, reset(folder, -1), NEW)))):
        tried = reset(folder, number)
        outcome = forks.outcome_of(
            partial(build, tried, NEW), FailingAt(number, code, lasting=lasting)
        )
        assert outcome in {DONE, REFUSED}, number
        settle(tried)
        assert read(tried) == {**(NEW if outcome == DONE else OLD), **BESIDE}, number
        outcomes.append(outcome)
    assert {DONE, REFUSED} == set(outcomes)


def test_moves_that_can_neither_go_on_nor_back_are_mended_by_the_next(
    forks: Forks,
    folder: Path,
) -> None:
    stuck = 0
    operations = forks.operations_of(partial(build, reset(folder, -1), NEW))
    for number in [n for n, operation in enumerate(operations) if operation == "os.rename"]:
        tried = reset(folder, number)
        fault = FailingAt(number, errno.EACCES, lasting=True, of=frozenset({"os.rename"}))
        assert forks.outcome_of(partial(build, tried, NEW), fault) == REFUSED
        stuck += any(tried.glob(".exporter-*/*.json"))
        settle(tried)
        assert read(tried) in ({**OLD, **BESIDE}, {**NEW, **BESIDE}), number
    assert stuck > 3


def test_one_file_is_the_old_or_the_new_at_any_operation(forks: Forks, folder: Path) -> None:
    fill(folder, {"x.xlsx": "old"})
    operations = len(forks.operations_of(partial(replace, folder / "x.xlsx")))
    for number in range(operations):
        for fault in (DyingAt(number), FailingAt(number, errno.ENOSPC, lasting=True)):
            fill(folder, {"x.xlsx": "old"})
            outcome = forks.outcome_of(partial(replace, folder / "x.xlsx"), fault)
            assert (folder / "x.xlsx").read_text() in {"old", "new"}
            if outcome == DONE:
                assert (folder / "x.xlsx").read_text() == "new"
            replace(folder / "y.xlsx")
            assert sorted(read(folder)) == ["x.xlsx", "y.xlsx"], number
