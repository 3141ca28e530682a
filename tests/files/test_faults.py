"""Whatever fails or dies at whatever file operation: a whole set, and nothing left behind."""

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from exporter.files import replacing, settle, staged
from tests.files.faults import (
    DIED,
    DONE,
    REFUSED,
    dying_at,
    failing_at,
    operations_of,
    outcome_of,
)

Files = Mapping[str, str]
OLD: Files = {"a.xlsx": "old a", "b.xlsx": "old b", "deep/c.html": "old c", "manifest.json": "old"}
NEW: Files = {
    "a.xlsx": "new a", "b.xlsx": "new b", "deep/c.html": "new c", "deeper/still/d.pdf": "new d",
    "manifest.json": "new",
}  # fmt: skip
BESIDE: Files = {"notes.txt": "ours", ".exporter-notes": "ours, too"}
LAST = "manifest.json"


def fill(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


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


def building(folder: Path, files: Files = NEW) -> Callable[[], None]:
    """A build of these files."""

    def build() -> None:
        with staged(folder, LAST) as stage:
            fill(stage, files)

    return build


def reset(folder: Path, number: int) -> Path:
    """A folder of its own for each try, with the old set."""
    tried = folder / str(number)
    fill(tried, {**OLD, **BESIDE})
    return tried


def test_a_build_killed_at_any_operation_is_mended_by_whoever_comes_next(folder: Path) -> None:
    kills = len(operations_of(building(reset(folder, -1))))
    found = []
    for number in range(kills + 1):
        tried = reset(folder, number)
        outcome = outcome_of(building(tried), dying_at(number))
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


def test_the_next_build_mends_it_too(folder: Path) -> None:
    third = {name: text.replace("new", "third") for name, text in NEW.items()}
    for number in range(0, len(operations_of(building(reset(folder, -1)))), 5):
        tried = reset(folder, number)
        assert outcome_of(building(tried), dying_at(number)) == DIED
        building(tried, third)()
        assert read(tried) == {**third, **BESIDE}


def test_who_mends_may_be_killed_as_well(folder: Path) -> None:
    operations = operations_of(building(reset(folder, -1)))
    middle = operations.index("os.link") + 4  # when some have moved
    whole = []
    broken = reset(folder, -2)
    outcome_of(building(broken), dying_at(middle))
    for number in range(len(operations_of(lambda: settle(broken))) + 1):
        tried = reset(folder, number)
        assert outcome_of(building(tried), dying_at(middle)) == DIED
        outcome_of(lambda tried=tried: settle(tried), dying_at(number))
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
    folder: Path, code: int, lasting: bool
) -> None:
    outcomes = []
    for number in range(len(operations_of(building(reset(folder, -1))))):
        tried = reset(folder, number)
        outcome = outcome_of(building(tried), failing_at(number, code, lasting=lasting))
        assert outcome in {DONE, REFUSED}, number
        settle(tried)
        assert read(tried) == {**(NEW if outcome == DONE else OLD), **BESIDE}, number
        outcomes.append(outcome)
    assert {DONE, REFUSED} == set(outcomes)


def test_moves_that_can_neither_go_on_nor_back_are_mended_by_the_next(
    folder: Path,
) -> None:
    stuck = 0
    operations = operations_of(building(reset(folder, -1)))
    for number in [n for n, operation in enumerate(operations) if operation == "os.rename"]:
        tried = reset(folder, number)
        fault = failing_at(number, errno.EACCES, lasting=True, of=frozenset({"os.rename"}))
        assert outcome_of(building(tried), fault) == REFUSED
        stuck += any(tried.glob(".exporter-*/*.json"))
        settle(tried)
        assert read(tried) in ({**OLD, **BESIDE}, {**NEW, **BESIDE}), number
    assert stuck > 3


def test_one_file_is_the_old_or_the_new_at_any_operation(folder: Path) -> None:
    def replace(path: Path) -> Callable[[], None]:
        def work() -> None:
            with replacing(path) as temporary:
                temporary.write_text("new")

        return work

    fill(folder, {"x.xlsx": "old"})
    operations = len(operations_of(replace(folder / "x.xlsx")))
    for number in range(operations):
        for fault in (dying_at(number), failing_at(number, errno.ENOSPC, lasting=True)):
            fill(folder, {"x.xlsx": "old"})
            outcome = outcome_of(replace(folder / "x.xlsx"), fault)
            assert (folder / "x.xlsx").read_text() in {"old", "new"}
            if outcome == DONE:
                assert (folder / "x.xlsx").read_text() == "new"
            replace(folder / "y.xlsx")()
            assert sorted(read(folder)) == ["x.xlsx", "y.xlsx"], number
