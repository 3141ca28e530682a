"""Locks of the system, which tell temporary files of the living from those of the dead.

A lock goes with its process, however that ends. So a temporary file whose lock nobody holds was
left over by a run that was killed; all of them have names that nobody else gives to files.
"""

import errno
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_TEMPORARY = re.compile(r"\.exporter-[0-9a-f]{16}(\..*)?")
_PAUSE = 0.02  # seconds between two tries for a lock that is held
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS})


def temporary_name(suffix: str = "") -> str:
    """A hidden name that nothing has yet."""
    return f".exporter-{token_hex(8)}{suffix}"


def is_temporary(name: str) -> bool:
    """Whether a file or folder with this name is one of ours, being written or left over."""
    return _TEMPORARY.fullmatch(name) is not None


class Lock:
    """A locked file, held by this process alone until it is let go.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let it go; the file stays."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def remove(self) -> None:
        """Remove the file, if it is still there, and let it go.

        Where it cannot be removed, whoever comes next does it.
        """
        if os.name == "nt":  # Windows removes no open file: not ours, nor one that is waited for
            self.release()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.release()


def acquire(
    path: Path,
    *,
    create: bool = True,
    mode: int = 0o666,
    patience: float = 0.0,
    needed: bool = True,
) -> Lock | None:
    """Open a file and lock it.

    Whoever removes a locked file holds its lock; so a file that was opened, but has been removed
    before it was locked, is opened anew.

    Args:
        path: The file.
        create: Whether it is made where it is missing.
        mode: Permissions of a new file, as far as the umask allows.
        patience: Seconds to wait for one who holds it.
        needed: Whether a disk that knows no locks is refused; if not, the file is as if locked.

    Returns:
        The lock; None where another holds it, or the file is missing and not to be made.

    Raises:
        OSError: It cannot be opened, or the disk knows no locks.
    """
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | (os.O_CREAT if create else 0)
    end = time.monotonic() + patience
    while True:
        try:
            descriptor = os.open(path, flags, mode)
        except FileNotFoundError:
            if create:
                raise
            return None
        try:
            held = not lock_descriptor(descriptor, needed=needed)
            if not held and _is_at(path, descriptor):
                lock, descriptor = Lock(path, descriptor), -1
                return lock
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        if held:
            if time.monotonic() >= end:
                return None
            time.sleep(_PAUSE)


def lock_descriptor(descriptor: int, *, needed: bool = True) -> bool:
    """Lock an open file until it is closed; False where another holds the lock.

    Args:
        descriptor: Of a file that is open for writing.
        needed: Whether a disk that knows no locks is an error, or no matter.

    Raises:
        OSError: The disk knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            # The lock of Windows covers bytes: one that no file of ours ever reaches.
            os.lseek(descriptor, 1 << 40, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if needed or error.errno not in _NO_LOCKS:
            raise
    return True


def remove_dead_files(folder: Path) -> None:
    """Remove the temporary files in a folder that runs have left over which were killed."""
    for path in temporaries(folder):
        # What is left over harms nobody: where it cannot be removed, the work goes on.
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and (lock := acquire(path, create=False)):
                lock.remove()


def temporaries(folder: Path) -> Iterator[Path]:
    """What lies in a folder under a temporary name, in order of names."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if is_temporary(entry.name))
    return (folder / name for name in names)


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
