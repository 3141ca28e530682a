"""The files of one build appear together, whenever a build ends, fails or is killed.

    output/report/                      the files of the last build
      .exporter-0123456789abcdef/       of a build at work, or left over by one that was killed
        lock                            held as long as it lives
        new/   old/                     what it has written; what that replaces
        journal.json                    stands while files move from new/ to output/report/
      .exporter-lock                    held while files move; one build after another

The temporary folder lies inside the folder where its files go: the one place sure to be on the same
file system where that folder is a mount point.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from exporter.engine.locks import Lock, acquire, remove_dead_files, temporaries, temporary_name
from exporter.errors import Fault, SetupError
from exporter.files.journal import (
    NEW,
    finish_moves,
    has_journal,
    mend_moves,
    start_moves,
)
from exporter.files.one_file import flush
from exporter.files.refusals import explained
from exporter.files.stopping import uninterrupted

_ALIVE, _MOVES = "lock", ".exporter-lock"
_PATIENCE = 30.0  # seconds; moving takes some hundredths of one
_SWEEP = 0.001  # seconds, as short as it takes to remove an empty folder

IsOurs = Callable[[Path], bool]


@contextmanager
def staged(folder: Path, last: str = "", is_ours: IsOurs = lambda _: True) -> Iterator[Path]:
    """Give a temporary folder, whose files move into `folder` once the block is done.

    When the block or a move fails, `folder` is as it was before; after a kill while files move, the
    next run finishes the moves (`settle`). Files of `folder` that the block did not write stay.
    Several may be staged for a folder at a time; they move one after another.

    Args:
        folder: Where the files go, created when missing.
        last: The file that moves last, which tells readers that all are there.
        is_ours: Whether files in the folder may be replaced; else they are in the way.

    Yields:
        Path of an empty folder.

    Raises:
        SetupError: No room, no permission, something in the way, a file in use; names the path.
    """
    target = Path(os.path.realpath(folder))
    created = [path for path in (target, *target.parents) if not path.exists()]
    staging = target / temporary_name()
    lock: Lock | None = None
    complete = False
    try:
        with explained(folder, staging):
            settle(target)
            lock = _make_staging(staging)
            (staging / NEW).mkdir()
            yield staging / NEW
            names = _flushed(staging / NEW, last)
            with _moving(target), uninterrupted():
                refuse_what_is_in_the_way(target, names, is_ours)
                finish_moves(start_moves(staging, names))
                complete = True
    finally:
        with uninterrupted():
            if lock:
                _remove(staging, lock)
            if not complete:
                _remove_empty(created)


def settle(folder: Path) -> None:
    """Finish, or undo, what runs that were killed have begun in a folder; remove what they left.

    What a run that is alive is writing stays.

    Args:
        folder: Where files of builds are; nothing happens where it is missing.

    Raises:
        SetupError: Files of two builds lie there, and they cannot be put right; tells why.
    """
    target = Path(os.path.realpath(folder))
    if not target.is_dir() or not _is_unsettled(target):
        return
    if not os.access(target, os.W_OK):
        if any(map(has_journal, temporaries(target))):
            wrong = f"{folder} holds files of two builds, of which one was killed"
            raise SetupError(wrong, "make the folder writable, and do the same again")
        return
    with explained(folder, target / _MOVES), _moving(target):
        pass  # whoever may move files has settled what was left over


def refuse_what_is_in_the_way(
    target: Path, files: Iterable[str], is_ours: IsOurs = lambda _: True
) -> None:
    """Refuse to replace what no build has written.

    Args:
        target: Where files are to go.
        files: Their paths from there.
        is_ours: Whether files in the folder may be replaced.

    Raises:
        SetupError: Something is in the way; names each.
    """
    ours = is_ours(target)
    in_the_way = {target / file: what for file in files if (what := _obstacle(target, file, ours))}
    if in_the_way:
        raise SetupError.of(
            [
                Fault(f"{path} is in the way: it is {what}", "move it away, or name another folder")
                for path, what in in_the_way.items()
            ]
        )


def _obstacle(target: Path, file: str, ours: bool) -> str:
    """What stands where a file is to go and may not be replaced; "" for nothing."""
    path = target / file
    if path.is_symlink():
        return "a link"
    if path.is_dir():
        return "a folder"
    if not path.exists():
        return ""
    if not path.is_file():
        return "a device or a pipe"
    return "" if ours else "a file for which no build's manifest speaks"


def _make_staging(staging: Path) -> Lock:
    """Make a staging folder, locked; an empty one may be taken for left over, and is made anew."""
    while True:
        staging.mkdir(parents=True, exist_ok=True)
        try:
            lock = acquire(staging / _ALIVE)
        except FileNotFoundError:
            continue
        except OSError:
            staging.rmdir()
            raise
        if lock is not None:
            return lock
        sleep(_SWEEP)  # for whoever took it for left over, and holds it while removing it


def _flushed(fresh: Path, last: str) -> Sequence[str]:
    """The files that were written, in the order in which they are to move, all on the disk."""
    names = []
    for path in sorted(fresh.rglob("*")):
        flush(path)
        if not path.is_dir():
            names.append(path.relative_to(fresh).as_posix())
    flush(fresh)
    return sorted(names, key=lambda name: name == last)


@contextmanager
def _moving(target: Path) -> Iterator[None]:
    """Be the only one who moves files in a folder, after all that was left over is settled."""
    lock = acquire(target / _MOVES, patience=_PATIENCE)
    if lock is None:
        wrong = f"{target} is in use: another run has been putting files there for a while"
        raise SetupError(wrong, "wait until it has ended, or end it")
    try:
        for staging in temporaries(target):
            _settle_one(staging)
        remove_dead_files(target)
        yield
    finally:
        lock.remove()


def _settle_one(staging: Path) -> None:
    """Settle a staging folder, unless whoever made it is alive, or it is none."""
    if staging.is_symlink() or not staging.is_dir():
        return
    try:
        lock = acquire(staging / _ALIVE, create=False)
    except OSError:
        if has_journal(staging):
            raise
        return  # somebody else's, who may remove it
    if lock:
        try:
            with uninterrupted():
                mend_moves(staging)
        finally:
            _remove(staging, lock)
    elif not (staging / _ALIVE).exists():
        with suppress(OSError):  # one that is not empty is none of ours
            staging.rmdir()


def _is_unsettled(target: Path) -> bool:
    return (target / _MOVES).exists() or any(True for _ in temporaries(target))


def _remove(staging: Path, lock: Lock) -> None:
    """Remove a staging folder, and let it go; one whose moves have got stuck stays.

    What cannot be removed is left to the next run. The lock goes last: by it the folder is known.
    """
    try:
        if not has_journal(staging):
            for path in set(staging.iterdir()) - {lock.path}:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink()
            lock.remove()
            staging.rmdir()
    except OSError:
        pass
    finally:
        lock.release()


def _remove_empty(folders: Sequence[Path]) -> None:
    """Remove folders, innermost first; one that another process has filled meanwhile stays."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
