"""What lies in the way, what was left over, and who else writes there."""

import errno
import json
import os
import signal
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.engine.locks import acquire, temporary_name
from exporter.errors import SetupError
from exporter.files import recorded_changes, refuse_what_is_in_the_way, replacing, settle, staged
from exporter.files.stopping import uninterrupted

LEFT = ".exporter-0123456789abcdef"


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def fill(folder: Path, **contents: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (folder / name).write_text(text)


def stage(folder: Path, **contents: str) -> None:
    with staged(folder, "manifest") as new:
        fill(new, **contents)


def left_over(folder: Path, **new: str) -> Path:
    """A staging folder of a run that was killed before its files moved."""
    staging = folder / LEFT
    fill(staging / "new", **new)
    (staging / "lock").touch()
    return staging


def a_folder(path: Path) -> None:
    fill(path, thesis="of ten years")


def a_link(path: Path) -> None:
    path.symlink_to(path.with_name("other"))


def a_circle(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parent)


def a_socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


@pytest.mark.parametrize(
    ("put", "says"),
    [(a_folder, "a folder"), (Path.mkdir, "a folder"), (a_link, "a link"), (a_circle, "a link"),
     (a_link_to_a_folder, "a link"), (os.mkfifo, "a device or a pipe"), (a_socket, "a device or a pipe")],
)  # fmt: skip
def test_what_is_no_file_is_in_the_way(
    folder: Path, put: Callable[[Path], None], says: str
) -> None:
    fill(folder, one="old", manifest="old")
    put(folder / "two")
    before = names(folder)
    with pytest.raises(SetupError) as caught:
        stage(folder, one="new", two="new", manifest="new")
    assert str(caught.value) == (
        f"{folder / 'two'} is in the way: it is {says}; move it away, or name another folder"
    )
    assert (names(folder), (folder / "one").read_text()) == (before, "old")


def test_all_that_is_in_the_way_is_told(folder: Path) -> None:
    a_folder(folder / "one")
    fill(folder, two="a file")
    with pytest.raises(SetupError) as caught:
        refuse_what_is_in_the_way(folder, ["one", "two", "three"], lambda _: False)
    assert [fault.wrong.rpartition("/")[2] for fault in caught.value.faults] == [
        "one is in the way: it is a folder",
        "two is in the way: it is a file for which no build's manifest speaks",
    ]


def test_files_of_a_folder_that_is_ours_may_be_replaced(folder: Path) -> None:
    fill(folder, two="a file")
    refuse_what_is_in_the_way(folder, ["two", "three"], lambda asked: asked == folder)


@pytest.mark.parametrize("kind", ["a pipe", "a device"])
def test_one_file_does_not_replace_what_is_none(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "pipe" if kind == "a pipe" else Path("/dev/null")
    if kind == "a pipe":
        os.mkfifo(path)
    with pytest.raises(SetupError, match="it is a device or a pipe"), replacing(path):
        pytest.fail("the block must not run")
    assert path.exists()
    assert not path.is_file()


def test_every_file_in_use_is_named_and_nothing_is_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Excel on Windows has it, where a file that is open cannot be replaced."""
    fill(folder, one="old", two="old", three="old", manifest="old")
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name in {"one", "three"} and Path(source).parent.name == "new":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SetupError) as caught:
        stage(folder, one="new", two="new", three="new", four="new", manifest="new")
    assert str(caught.value).splitlines() == [
        f"{folder / name} cannot be replaced: permission is denied; no file was changed; "
        "close it where it is open, or name another folder"
        for name in ("one", "three")
    ]
    assert names(folder) == ["manifest", "one", "three", "two"]
    assert {path.read_text() for path in folder.iterdir()} == {"old"}


def test_a_disk_without_links_keeps_what_is_replaced_by_copies(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, one="old", two="old")
    replace = os.replace

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name == "two" and Path(source).parent.name == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(source, target)

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SetupError):
        stage(folder, one="new", two="new")
    assert [(folder / name).read_text() for name in names(folder)] == ["old", "old"]
    monkeypatch.setattr(os, "replace", replace)
    stage(folder, one="new", two="new")
    assert [(folder / name).read_text() for name in names(folder)] == ["new", "new"]


def test_what_dead_runs_left_is_removed_and_what_is_alive_or_not_ours_stays(folder: Path) -> None:
    left_over(folder, one="half")
    fill(folder, **{f"{LEFT}.xlsx": "half", ".exporter-notes": "mine", ".exporter-lock": ""})
    (folder / ".exporter-00000000000000aa").mkdir()
    fill(folder / ".exporter-00000000000000bb", letter="without our lock")
    alive = acquire(folder / temporary_name(".xlsx"))
    assert alive
    with staged(folder) as other:
        fill(other, two="of another")
        stage(folder, manifest="new")
        kept = {alive.path.name, other.parent.name, ".exporter-notes", ".exporter-00000000000000bb"}
        assert {path.name for path in folder.iterdir()} == kept | {"manifest"}
    alive.remove()
    settle(folder)
    assert names(folder) == [
        ".exporter-00000000000000bb", ".exporter-00000000000000bb/letter", ".exporter-notes",
        "manifest", "two",
    ]  # fmt: skip


def test_one_file_removes_what_dead_runs_left_beside_it(folder: Path) -> None:
    fill(folder, **{f"{LEFT}.xlsx": "half", f"{LEFT}.eml": "half", "x.xlsx": "whole"})
    with replacing(folder / "y.xlsx") as temporary:
        temporary.write_text("new")
    assert names(folder) == ["x.xlsx", "y.xlsx"]


def test_settling_touches_nothing_where_nothing_was_left(folder: Path) -> None:
    fill(folder, one="1")
    before = folder.stat().st_mtime_ns
    settle(folder)
    settle(folder / "missing")
    assert folder.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "journal",
    [
        {"files": ["../victim"], "fresh": [], "folders": []},
        {"files": ["ABSOLUTE"], "fresh": ["ABSOLUTE"], "folders": []},
        {"files": ["elsewhere/victim"], "fresh": ["elsewhere/victim"], "folders": []},
        {"files": ["one"], "fresh": [], "folders": ["../victims"]},
        {"files": [""], "fresh": [], "folders": []},
        {"files": [["one"]], "fresh": [], "folders": []},
        {"files": ["one\0"], "fresh": [], "folders": []},
        {"files": ["one"]},
        ["one"],
        "not JSON",
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("name", ["journal.json", "undo.json"])
def test_a_journal_leads_nowhere_else(folder: Path, journal: object, name: str) -> None:
    """A folder may come from a stranger."""
    victim = folder.parent / "victim"
    victim.write_text("precious")
    (folder.parent / "victims").mkdir()
    staging = left_over(folder, one="new")
    fill(staging / "new" / "elsewhere", victim="new")
    (folder / "elsewhere").symlink_to(folder.parent)
    text = "{" if journal == "not JSON" else json.dumps(journal).replace("ABSOLUTE", str(victim))
    fill(staging, **{name: text})
    with pytest.raises(SetupError, match=f"{name} is no journal of a build; remove .*{LEFT}"):
        settle(folder)
    assert victim.read_text() == "precious"
    assert (folder.parent / "victims").is_dir()
    assert not (folder / "one").exists()


def test_a_staging_folder_that_is_a_link_is_none(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere"
    fill(elsewhere, lock="")
    folder.mkdir()
    (folder / LEFT).symlink_to(elsewhere)
    settle(folder)
    assert names(folder.parent) == ["elsewhere", "elsewhere/lock", "output", f"output/{LEFT}"]


@pytest.mark.parametrize("journal", [False, True])
def test_a_folder_that_may_not_be_written_is_told_only_if_it_holds_two_builds(
    folder: Path, monkeypatch: pytest.MonkeyPatch, journal: bool
) -> None:
    staging = left_over(folder, one="new")
    if journal:
        fill(staging, **{"journal.json": '{"files": ["one"], "fresh": ["one"], "folders": []}'})
    before = names(folder)
    monkeypatch.setattr(os, "access", lambda *_: False)
    if journal:
        with pytest.raises(
            SetupError, match=r"holds files of two builds.*make the folder writable"
        ):
            settle(folder)
    else:
        settle(folder)
    assert names(folder) == before
    monkeypatch.undo()
    settle(folder)
    assert names(folder) == (["one"] if journal else [])


def test_a_set_that_is_moving_for_too_long_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, one="old")
    moving = acquire(folder / ".exporter-lock")
    assert moving
    monkeypatch.setattr("exporter.files.staging._PATIENCE", 0.1)
    with pytest.raises(SetupError, match="another run has been putting files there"):
        stage(folder, one="new")
    assert (folder / "one").read_text() == "old"
    moving.remove()
    stage(folder, one="new")
    assert names(folder) == ["one"]


def test_sets_that_are_staged_at_once_are_never_mixed(folder: Path) -> None:
    def build(text: str) -> None:
        for _ in range(5):
            stage(folder, one=text, two=text, three=text, manifest=text)

    threads = [threading.Thread(target=build, args=(str(number),)) for number in range(8)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.01)
    assert names(folder) == ["manifest", "one", "three", "two"]
    assert len({path.read_text() for path in folder.iterdir()}) == 1


def test_the_file_that_says_that_all_are_there_moves_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = os.replace

    def watched(source: Path, target: Path) -> None:
        if Path(source).parent.name == "new":
            moved.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    stage(folder, zeta="1", manifest="1", alpha="1")
    assert moved == ["alpha", "zeta", "manifest"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_files_move_comes_when_all_have_moved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    class StopError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StopError

    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        signal.raise_signal(number)
        replace(source, target)

    before = signal.signal(number, stop)
    monkeypatch.setattr(os, "replace", interrupted)
    try:
        with pytest.raises(StopError), recorded_changes() as changes:
            stage(folder, one="new", two="new")
    finally:
        signal.signal(number, before)
    assert changes == [folder / "one", folder / "two"]
    assert names(folder) == ["one", "two"]


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with uninterrupted():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_what_fails_is_no_change(folder: Path) -> None:
    with recorded_changes() as changes:
        with pytest.raises(ValueError, match="wrong"), staged(folder) as new:  # noqa: PT012
            fill(new, one="1")
            raise ValueError("wrong")
        with staged(folder) as new, replacing(new / "two") as temporary:
            temporary.write_text("2")
        with replacing(folder / "three") as temporary:
            temporary.write_text("3")
    assert changes == [folder / "two", folder / "three"]
