"""What the system refuses when files are written, as one sentence that names the path."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from exporter.engine.locks import is_temporary
from exporter.errors import SetupError

_CLOSE = "close the file where it is open, or name another folder"
_REASONS: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", "free some room on it"),
    errno.EDQUOT: ("the disk quota is used up", "free some room within it"),
    errno.EFBIG: ("files may not become so large here", "raise the limit, or name another disk"),
    errno.EACCES: ("permission is denied", _CLOSE),
    errno.EPERM: ("permission is denied", _CLOSE),
    errno.EROFS: ("the file system is read-only", "name a folder on another one"),
    errno.EIO: ("the disk reports an error", "name a folder on another one"),
    errno.ENOLCK: ("the disk knows no locks", "name a folder on a disk of this machine"),
    errno.EOPNOTSUPP: ("the disk knows no locks", "name a folder on a disk of this machine"),
    errno.ENOENT: ("its folder does not exist", "create the folder or name another"),
    errno.ENOTDIR: ("a part of the path is a file", "name a path of folders"),
    errno.EEXIST: ("a file has the name of the folder", "name another folder"),
    errno.EISDIR: ("a folder has the name of the file", "name another file"),
    errno.ENOTEMPTY: ("a folder has the name of the file", "name another file"),
    errno.ENAMETOOLONG: ("the name is too long", "name a shorter one"),
}
# What can go wrong with any path touched on the way, not with the target alone.
_ANYWHERE = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO}
)


@contextmanager
def explained(target: Path, temporary: Path) -> Iterator[None]:
    """Turn what the system refuses into one sentence.

    Args:
        target: The path as the user named it.
        temporary: What is written in its stead for now.

    Raises:
        SetupError: No room, no permission, no such folder; names the path.
    """
    try:
        yield
    except OSError as error:
        path = _path_at_fault(error, target, temporary)
        reason = _REASONS.get(error.errno or 0)
        if reason is None or (path != target and error.errno not in _ANYWHERE):
            raise
        wrong, right = reason
        raise SetupError(f"{final_path(path)} cannot be written: {wrong}", right) from error


def _path_at_fault(error: OSError, target: Path, temporary: Path) -> Path:
    """The path that the user knows: the target where the system named a temporary one, or none."""
    if not isinstance(error.filename, str):
        return target
    path = final_path(Path(error.filename))
    if temporary.is_relative_to(path) or path == Path(os.path.realpath(target)):
        return target
    return path


def final_path(path: Path) -> Path:
    """The path that a file in a staging folder is going to have."""
    for part in (path, *path.parents):
        if is_temporary(part.parent.name):
            return part.parent.parent / path.relative_to(part)
    return path
