"""A file that is replaced when its new content is complete.

What is being written carries a hidden temporary name in the folder where it will stay, so that the
last step is a rename within one file system: readers see the old file or the new one, never half.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exporter.engine.locks import acquire, is_temporary, remove_dead_files, temporary_name
from exporter.errors import SetupError
from exporter.files.refusals import explained
from exporter.files.stopping import record_changes, uninterrupted


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path to write, which replaces `path` once the block is done.

    When the block raises, `path` stays as it was; the temporary file goes in every case, after a
    kill by the next one who writes into the folder. A symbolic link is followed: the file that it
    points to is replaced.

    Args:
        path: Target file; its folder exists.

    Yields:
        Path of a new file in the same folder, with the same suffix.

    Raises:
        SetupError: No room, no permission, no such folder; names the path.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(temporary_name(target.suffix))
    with explained(path, temporary):
        _refuse_what_is_no_file(target)
        remove_dead_files(target.parent)
        lock = acquire(temporary, mode=_mode(target), needed=False)
    assert lock is not None  # noqa: S101 - nobody else knows its name
    try:
        with explained(path, temporary):
            yield temporary
            # What is staged is put on the disk, and told of, when its set moves.
            is_staged = any(is_temporary(folder.name) for folder in target.parents)
            if not is_staged:
                flush(temporary)
            if os.name == "nt":  # Windows renames no open file
                lock.release()
            with uninterrupted():
                temporary.replace(target)
                if not is_staged:
                    record_changes([path])
            if not is_staged:
                flush(target.parent)
    finally:
        lock.remove()


def flush(path: Path) -> None:
    """Have the system put a file, or a folder's entries, on the disk itself."""
    if path.is_dir() and os.name == "nt":  # Windows opens no folders
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        error.filename = str(path)  # which the system does not know here
        raise
    finally:
        os.close(descriptor)


def _refuse_what_is_no_file(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if target.exists() and not target.is_file():
        wrong = f"{target} cannot be written: it is a device or a pipe"
        raise SetupError(wrong, "name another file")


def _mode(target: Path) -> int:
    """Permissions of a new file: those of the file that it replaces, else as the umask allows."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o666
