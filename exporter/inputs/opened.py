"""A report's files: resolved, regular, no larger than expected, and hashed as they were read.

A path is followed to its end before a byte of it is read, since a link in a stranger's report may
lead anywhere: to a device that never ends, to a pipe that nobody fills, to the reader's own files.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, BinaryIO

from exporter.errors import Place, WrongValueError
from exporter.inputs.places import NOTHING, Allowed, not_allowed, path_place
from exporter.limits import READING, ReadingLimits, shown_bytes

# A pipe without a writer would hold up whoever opens it; a link may have come meanwhile.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY")
)
_OTHERS: Mapping[str, Callable[[int], bool]] = {
    "a folder": stat.S_ISDIR,
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": lambda mode: stat.S_ISCHR(mode) or stat.S_ISBLK(mode),
}


class InputError(WrongValueError):
    """A file is none that a report may be read from."""


class NotReachedError(InputError):
    """A report may not reach a place, for nobody has allowed it."""


@dataclass(frozen=True)
class Inputs:
    """What one report is read from.

    Attributes:
        roots: Real folders, or files, that the report is in: what lies in them is read.
        allowed: What the person who runs the command allows beyond them.
        limits: How much is read.
        hashes: SHA-256, in hex, of each file that was read, by its path as it was named: of the
            bytes that were read, whatever the file has become since.
        refused: Places that were asked for and are not allowed.
    """

    roots: tuple[Path, ...]
    allowed: Allowed = NOTHING
    limits: ReadingLimits = READING
    hashes: dict[str, str] = field(default_factory=dict)
    refused: list[Place] = field(default_factory=list)

    @classmethod
    def of(
        cls, root: Path, allowed: Allowed = NOTHING, limits: ReadingLimits = READING
    ) -> "Inputs":
        """Those of a report's folder, or of a file that the user named."""
        return cls((Path(os.path.realpath(root)),), allowed, limits)

    def with_root(self, root: Path) -> "Inputs":
        """The same for what the user, not the report, has named."""
        return replace(self, roots=(*self.roots, Path(os.path.realpath(root))))

    def demand(self, *places: Place) -> None:
        """Go on only if places are allowed.

        Raises:
            NotReachedError: Some are not; all of these.
        """
        if lacking := self.allowed.lacks(places):
            self.refused.extend(lacking)
            raise NotReachedError(*not_allowed(lacking))

    def resolve(self, path: Path) -> Path:
        """Where a path leads, behind all links; nothing is read.

        Raises:
            InputError: Out of the report to a place that is not allowed, or nowhere.
        """
        try:
            real = path.resolve(strict=True)
        except FileNotFoundError:
            if not path.is_symlink():
                raise
            wrong = f"the link leads to {path.readlink()}, where there is nothing"
            raise InputError(wrong, "put the file there, or take the link away") from None
        except (RuntimeError, OSError) as error:  # Python before 3.13 raises the first for a loop
            if not path.is_symlink():
                raise
            raise InputError("the link leads round in a circle", "take it away") from error
        self.demand_path(real)
        return real

    def demand_path(self, path: Path) -> None:
        """Go on only if a path, behind all links, is in the report or allowed; there or not.

        Raises:
            NotReachedError: It is neither.
        """
        place = path_place(path)
        if not any(Path(place.name).is_relative_to(root) for root in self.roots):
            self.demand(place)

    def regular(self, path: Path) -> Path:
        """The same of a file that may be opened by its name, such as a database's.

        Raises:
            InputError: As for `resolve`, or it is no regular file.
            OSError: It is not there, or nobody may look at it.
        """
        real = self.resolve(path)
        _refuse_others(real.stat())
        return real

    def read(self, path: Path, most: int = 0) -> bytes:
        """The whole of a file, whose hash is kept.

        Args:
            path: The file, as messages and the manifest call it.
            most: How many bytes it may have; `limits.text_bytes` unless said.

        Raises:
            InputError: It is no file for a report, or too large.
            OSError: It cannot be read.
        """
        most = most or self.limits.text_bytes
        with self._descriptor(path, most) as file:
            content = file.read(most + 1)
        self.refuse_size(len(content), most)  # it has grown, or said that it was empty
        self.hashes[str(path)] = sha256(content).hexdigest()
        return content

    @contextmanager
    def open(self, path: Path) -> Iterator[BinaryIO]:
        """A file to be read bit by bit, as often as needed; its hash is kept.

        Raises:
            InputError: It is no file for a report, too large, or was changed while it was open.
            OSError: It cannot be read.
        """
        with self._descriptor(path, self.limits.bytes) as file:
            before = _state(file)
            content: Any = file  # buffered, which is what `file_digest` takes
            self.hashes[str(path)] = file_digest(content, "sha256").hexdigest()
            file.seek(0)
            yield file
            if _state(file) != before:
                raise InputError("the file was changed while it was read", "do it again")

    @staticmethod
    def refuse_size(size: int, most: int) -> None:
        """Go on only if a file is not too large.

        Raises:
            InputError: It is.
        """
        if size > most:
            wrong = f"the file has more than the {shown_bytes(most)} that are read"
            raise InputError(wrong, "make it smaller, or raise the limit (docs/limits.md)")

    @contextmanager
    def _descriptor(self, path: Path, most: int) -> Iterator[BinaryIO]:
        with os.fdopen(os.open(self.regular(path), _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_others(status)  # once more: it may be another one by now
            self.refuse_size(status.st_size, most)
            yield file


def _refuse_others(status: os.stat_result) -> None:
    """Refuse everything but regular files."""
    if not stat.S_ISREG(status.st_mode):
        kinds = (what for what, is_it in _OTHERS.items() if is_it(status.st_mode))
        raise InputError(f"this is {next(kinds, 'no file')}", "put a file there")


def _state(file: BinaryIO) -> tuple[int, int]:
    """What changes with whatever is written to a file, and not with what becomes of its name."""
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns
