"""Files that appear whole or not at all; and the templates that come with the package.

What is being written carries a hidden temporary name in the folder where it will stay, so that the
last step is a rename within one file system: readers see the old file or the new one, never half.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

from exporter.errors import SetupError

_PREFIX = ".exporter-"
_REASONS: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", "free some room on it"),
    errno.EDQUOT: ("the disk quota is used up", "free some room within it"),
    errno.EACCES: (
        "permission is denied",
        "close the file where it is open, or name another folder",
    ),
    errno.EPERM: (
        "permission is denied",
        "close the file where it is open, or name another folder",
    ),
    errno.EROFS: ("the file system is read-only", "name a folder on another one"),
    errno.EIO: ("the disk reports an error", "name a folder on another one"),
    errno.ENOENT: ("its folder does not exist", "create the folder or name another"),
    errno.ENOTDIR: ("a part of the path is a file", "name a path of folders"),
    errno.EEXIST: ("a file has the name of the folder", "name another folder"),
    errno.EISDIR: ("a folder has the name of the file", "name another file"),
    errno.ENOTEMPTY: ("a folder has the name of the file", "name another file"),
    errno.ENAMETOOLONG: ("the name is too long", "name a shorter one"),
}
# What can go wrong with any path touched on the way, not with the target alone.
_ANYWHERE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path to write, which replaces `path` once the block is done.

    When the block raises, `path` stays as it was; the temporary file goes in every case. A symbolic
    link is followed: the file that it points to is replaced.

    Args:
        path: Target file; its folder exists.

    Yields:
        Path of a new file in the same folder, with the same suffix.

    Raises:
        SetupError: No room, no permission, no such folder; names the path.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f"{_PREFIX}{token_hex(8)}{target.suffix}")
    try:
        with _explained(path, temporary):
            temporary.touch(mode=_mode(target), exist_ok=False)
            yield temporary
            _flush(temporary)
            temporary.replace(target)
            _flush(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a temporary folder, whose files move into `folder` once the block is done.

    The files of one build appear together: when the block or a move fails, `folder` is as it was
    before. Files of `folder` that the block did not write stay. The temporary folder lies inside
    `folder`, the one place sure to be on the same file system where `folder` is a mount point.

    Args:
        folder: Where the files go, created when missing.

    Yields:
        Path of an empty folder.

    Raises:
        SetupError: No room, no permission, a file in the way; names the path.
    """
    target = Path(os.path.realpath(folder))
    temporary = target / f"{_PREFIX}{token_hex(8)}"
    created = [path for path in (target, *target.parents) if not path.exists()]
    try:
        with _explained(folder, temporary):
            fresh, replaced = temporary / "new", temporary / "old"
            fresh.mkdir(parents=True)
            yield fresh
            _move(fresh, target, replaced)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        _remove_empty(created)
        raise
    shutil.rmtree(temporary, ignore_errors=True)


@cache
def templates_folder() -> Path:
    """The folder with the templates: beside the package in a checkout, inside it when installed.

    A checkout's own folder comes first: an editable install may leave an older copy in the package.

    Raises:
        SetupError: There is none.
    """
    package = Path(__file__).resolve().parent
    for folder in (package.parent / "templates", package / "templates"):
        if (folder / "new-report").is_dir():
            return folder
    raise SetupError(f"the templates are missing beside {package}", "install the package again")


def _move(fresh: Path, target: Path, replaced: Path) -> None:
    """Move every file of `fresh` into `target`, or none: what went before is moved back."""
    files = sorted(path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file())
    made: list[Path] = []
    moves: list[tuple[Path, Path]] = []
    for file in files:
        _flush(fresh / file)
    try:
        for file in files:
            _make_folders((target / file).parent, made)
            if (target / file).exists():
                _make_folders((replaced / file).parent, [])
                _rename(target / file, replaced / file, moves)
            _rename(fresh / file, target / file, moves)
        _flush(target)
    except BaseException:
        for source, destination in reversed(moves):
            with suppress(FileNotFoundError):  # a move that was listed and then interrupted
                destination.replace(source)
        _remove_empty(reversed(made))
        raise


def _rename(source: Path, destination: Path, moves: list[tuple[Path, Path]]) -> None:
    # Listed before it is done, so that an interrupt between the two cannot lose a file.
    moves.append((source, destination))
    source.replace(destination)


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        made.append(path)
        path.mkdir(exist_ok=True)


def _remove_empty(folders: Iterator[Path] | list[Path]) -> None:
    """Remove folders, innermost first; one that another process has filled meanwhile stays."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _mode(target: Path) -> int:
    """Permissions of a new file: those of the file that it replaces, else as the umask allows."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o666


def _flush(path: Path) -> None:
    """Have the system put a file, or a folder's entries, on the disk itself."""
    if path.is_dir() and os.name == "nt":  # Windows opens no folders
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _explained(target: Path, temporary: Path) -> Iterator[None]:
    """Turn what the system refuses into one sentence that names the path."""
    try:
        yield
    except OSError as error:
        path = _path_at_fault(error, target, temporary)
        reason = _REASONS.get(error.errno or 0)
        if reason is None or (path != target and error.errno not in _ANYWHERE):
            raise
        wrong, right = reason
        raise SetupError(f"{_final(path)} cannot be written: {wrong}", right) from error


def _path_at_fault(error: OSError, target: Path, temporary: Path) -> Path:
    """The path that the user knows: the target where the system named a temporary one, or none."""
    if not isinstance(error.filename, str):
        return target
    path = _final(Path(error.filename))
    if temporary.is_relative_to(path) or path == Path(os.path.realpath(target)):
        return target
    return path


def _final(path: Path) -> Path:
    """The path that a file in a staging folder is going to have."""
    for staging in (path, *path.parents):
        if staging.parent.name.startswith(_PREFIX):
            return staging.parent.parent / path.relative_to(staging)
    return path
