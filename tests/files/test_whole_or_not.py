import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.errors import SetupError
from exporter.files import replacing, staged


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def fill(folder: Path, **contents: str) -> None:
    for name, text in contents.items():
        (folder / name).write_text(text)


def failing(code: int) -> Callable[..., None]:
    """A system call that fails."""

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_the_file_appears_when_the_block_is_done(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert not target.exists()
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".xlsx"
    assert target.read_text() == "new"
    assert names(tmp_path) == ["report.xlsx"]


@pytest.mark.parametrize("failure", [ValueError("wrong"), KeyboardInterrupt(), SystemExit(2)])
def test_a_failed_block_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, failure: BaseException
) -> None:
    target = tmp_path / "report.xlsx"
    target.write_text("old")
    with pytest.raises(type(failure)), replacing(target) as temporary:  # noqa: PT012
        temporary.write_text("half")
        raise failure
    assert target.read_text() == "old"
    assert names(tmp_path) == ["report.xlsx"]


def test_the_new_file_keeps_the_permissions_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    target.write_text("old")
    target.chmod(0o640)
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_first_file_is_as_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with replacing(tmp_path / "report.xlsx") as temporary:
            temporary.write_text("new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.xlsx").stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "report.xlsx"
    target.symlink_to(tmp_path / "real" / "report.xlsx")
    with replacing(target) as temporary:
        temporary.write_text("new")
    assert target.is_symlink()
    assert names(tmp_path) == ["real", "real/report.xlsx", "report.xlsx"]


@pytest.mark.parametrize(
    ("code", "says"),
    [(errno.ENOSPC, "disk is full"), (errno.EDQUOT, "quota"), (errno.EROFS, "read-only"),
     (errno.EACCES, "permission is denied")],
)  # fmt: skip
def test_what_the_system_refuses_is_a_setup_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, says: str
) -> None:
    target = tmp_path / "report.xlsx"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", failing(code))
    with pytest.raises(SetupError, match=says) as caught, replacing(target) as temporary:
        temporary.write_text("new")
    assert str(target) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_status == 3
    assert (target.read_text(), names(tmp_path)) == ("old", ["report.xlsx"])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "none" / "report.xlsx"
    with pytest.raises(SetupError, match="folder does not exist") as caught, replacing(target):
        pytest.fail("the block must not run")
    assert str(target) in str(caught.value)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").mkdir()
    with (
        pytest.raises(SetupError, match="a folder has the name of the file"),
        replacing(tmp_path / "report.xlsx") as temporary,
    ):
        temporary.write_text("new")
    assert names(tmp_path) == ["report.xlsx"]


def test_a_missing_input_inside_the_block_is_not_blamed_on_the_target(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "report.xlsx"):
        (tmp_path / "input.yaml").read_text()
    assert names(tmp_path) == []


def test_staged_files_appear_together(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "report"
    with staged(folder) as temporary:
        fill(temporary, one="1")
        (temporary / "deep").mkdir()
        fill(temporary / "deep", two="2")
        assert not (folder / "one").exists()
    assert names(folder) == ["deep", "deep/two", "one"]
    assert (folder / "deep" / "two").read_text() == "2"


def test_staging_keeps_files_that_were_not_written_anew(tmp_path: Path) -> None:
    fill(tmp_path, one="old", other="kept")
    with staged(tmp_path) as temporary:
        fill(temporary, one="new")
    assert names(tmp_path) == ["one", "other"]
    assert (tmp_path / "one").read_text() == "new"
    assert (tmp_path / "other").read_text() == "kept"


@pytest.mark.parametrize("failure", [ValueError("wrong"), KeyboardInterrupt()])
def test_a_failed_staging_leaves_no_folder_that_was_not_there(
    tmp_path: Path, failure: BaseException
) -> None:
    with (  # noqa: PT012
        pytest.raises(type(failure)),
        staged(tmp_path / "output" / "report") as temporary,
    ):
        fill(temporary, one="half")
        raise failure
    assert names(tmp_path) == []


@pytest.fixture
def failing_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file cannot be moved into place."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "two" and "new" in self.parts:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.usefixtures("failing_move")
def test_a_failed_move_brings_the_old_files_back(tmp_path: Path) -> None:
    fill(tmp_path, one="old one", two="old two")
    with pytest.raises(SetupError, match="permission is denied") as caught, staged(tmp_path) as new:
        fill(new, one="new one", two="new two", three="new three")
    assert str(tmp_path) in str(caught.value)
    assert names(tmp_path) == ["one", "two"]
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["old one", "old two"]


def test_a_message_from_inside_the_staging_folder_names_the_final_path(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught, staged(tmp_path / "output") as temporary:
        raise PermissionError(errno.EACCES, "denied", str(temporary / "report.xlsx"))
    assert str(caught.value).startswith(f"{tmp_path / 'output' / 'report.xlsx'} cannot be written")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    fill(tmp_path, output="a file")
    with pytest.raises(SetupError, match=str(tmp_path / "output")), staged(tmp_path / "output"):
        pytest.fail("the block must not run")
    assert (tmp_path / "output").read_text() == "a file"


def test_a_file_replaced_inside_the_staging_folder_is_called_by_its_final_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    final = tmp_path / "output" / "report.xlsx"
    with (
        pytest.raises(SetupError) as caught,
        staged(tmp_path / "output") as folder,
        replacing(folder / "report.xlsx") as temporary,
    ):
        temporary.write_text("new")
    assert str(caught.value).startswith(f"{final} cannot be written: the disk is full")
    assert names(tmp_path) == []
