"""A report as it was at a revision in git: its files taken out as data, into a folder of their own.

git itself is asked, by commands that only read: no hook, filter or attribute of a repository takes
part, nothing is fetched, and neither its working tree nor its index is touched.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import which
from tempfile import TemporaryDirectory

from exporter.errors import SetupError, UsageError
from exporter.limits import READING, shown_bytes
from exporter.report.report_file import REPORT_FILE

_FILE, _LINK = "100", "120000"  # how the modes of files, and that of links, begin
_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # of clones that have not everything
}
_OF_ANOTHER = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}  # as hooks have them


@dataclass(frozen=True, slots=True)
class Revision:
    """A report's folder at a revision.

    Attributes:
        revision: As git knows it: `HEAD~1`, a tag, a branch, a hash.
        path: The folder's, from here or from the top of its repository.
    """

    revision: str
    path: str

    @classmethod
    def of(cls, name: str) -> "Revision | None":
        """The revision that `REV:path/of/report` names; None where it names none."""
        revision, colon, path = name.partition(":")
        return cls(revision, path) if colon and revision else None

    def __str__(self) -> str:
        return f"{self.revision}:{self.path}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a revision."""

    mode: str
    blob: str
    size: int
    path: PurePosixPath


@contextmanager
def taken_out(revision: Revision) -> Iterator[Path]:
    """A report's files as they were, in a temporary folder.

    Raises:
        UsageError: There is no such revision, or no report there at it.
        SetupError: git is missing, or there is no room.
    """
    repository = _Repository(_nearest_folder(Path(revision.path)))
    commit = repository.commit(revision)
    entries = repository.entries(commit, revision)
    with TemporaryDirectory(prefix="exporter-") as folder:
        report = Path(folder) / (PurePosixPath(revision.path).name or "report")
        report.mkdir()
        repository.write(entries, report)
        yield report


def commits_of(report: Path, most: int) -> list[str]:
    """The last commits that changed something in a report's folder; none without git.

    Args:
        report: The folder.
        most: How many.
    """
    if which("git") is None:
        return []
    return _Repository(report).changing(most)


def _nearest_folder(path: Path) -> Path:
    """The folder in which to ask: that of the report, or what is left of the way to it."""
    ways = (path, *path.parents)
    return next((folder for folder in ways if folder.is_dir()), Path())


class _Repository:
    """The repository that a folder is in."""

    def __init__(self, folder: Path) -> None:
        if which("git") is None:
            raise SetupError("git is not installed", "install it, or name another edition")
        self._folder = folder

    def commit(self, revision: Revision) -> str:
        """The commit that a revision is.

        Raises:
            UsageError: There is no repository, or no such revision.
        """
        ran = self._run("rev-parse", "--show-toplevel")
        if ran.returncode:
            said = _text(ran.stderr).partition("\n")[0].removeprefix("fatal: ")
            wrong = f"{revision}: git cannot read {self._folder.resolve()}: {said}"
            raise UsageError(wrong, "go to a repository, or name an output, a workbook or a report")
        named = f"{revision.revision}^{{commit}}"
        is_option = revision.revision.startswith("-")
        commit = None if is_option else self._asked("rev-parse", "--verify", "--quiet", named)
        if commit is None:
            wrong = f"there is no revision {revision.revision!r} in {_text(ran.stdout)}"
            raise UsageError(wrong, "name one that `git log --oneline` or `git tag` shows")
        return _text(commit)

    def changing(self, most: int) -> list[str]:
        """The last commits that changed something in the folder, so many of them."""
        listed = self._asked("log", "--format=%H", f"--max-count={most}", "--", ".")
        return _text(listed or b"").split()

    def entries(self, commit: str, revision: Revision) -> Sequence[_Entry]:
        """The files of a report at a commit, by their paths from its folder.

        Raises:
            UsageError: There is none.
        """
        for place in self._places(Path(revision.path)):
            tree = f"{commit}:{place}"
            listed = self._asked("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
            entries = list(_entries(listed or b""))
            if any(entry.path == PurePosixPath(REPORT_FILE) for entry in entries):
                return entries
        wrong = f"there is no report in {revision.path or '.'} at {revision.revision}"
        raise UsageError(wrong, "name its folder as it was then: REV:path/of/report")

    def _places(self, path: Path) -> Iterator[str]:
        """Where in a tree a path may lead: from this folder, then from the top."""
        prefix = _text(self._asked("rev-parse", "--show-prefix") or b"")
        rest = path.relative_to(self._folder) if path.is_relative_to(self._folder) else path
        yield _in_tree(PurePosixPath(prefix) / rest.as_posix())
        if not path.is_absolute():
            yield _in_tree(PurePosixPath(path.as_posix()))

    def write(self, entries: Sequence[_Entry], folder: Path) -> None:
        """Write files into an empty folder; links last, so that nothing is written behind one.

        Raises:
            UsageError: They are more than what is read of a report.
            SetupError: git has not all of them here.
        """
        if sum(entry.size for entry in entries) > READING.bytes:
            wrong = f"the report has more than the {shown_bytes(READING.bytes)} that are read"
            raise UsageError(wrong, "name an output or a workbook of that edition")
        ordered = sorted(entries, key=lambda entry: entry.mode == _LINK)
        asked = "".join(f"{entry.blob}\n" for entry in ordered).encode()
        contents = self._asked("cat-file", "--batch", given=asked) or b""
        start = 0
        for entry in ordered:
            begin = contents.find(b"\n", start) + 1
            if not begin or contents[start:begin].split()[1:2] != [b"blob"]:
                raise SetupError(f"git has no content of {entry.path} here", "run git fetch")
            start = begin + entry.size + 1  # a line end stands behind each
            _place(entry, contents[begin : begin + entry.size], folder)

    def _asked(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses."""
        ran = self._run(*arguments, given=given)
        return ran.stdout if ran.returncode == 0 else None

    def _run(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        own = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
        command = ["git", "-c", "core.fsmonitor=false", "-C", str(self._folder), *arguments]
        return subprocess.run(  # noqa: S603 - commands of our own, which read
            command, input=given, capture_output=True, env=own | _QUIET, check=False
        )


def _entries(listed: bytes) -> Iterator[_Entry]:
    """The files and links that `ls-tree -l -z` lists; repositories inside are passed over."""
    for line in listed.split(b"\0"):
        about, _, name = line.partition(b"\t")
        path = PurePosixPath(os.fsdecode(name))
        if name and not path.is_absolute() and ".." not in path.parts:
            mode, kind, blob, size = about.decode("ascii").split()
            if kind == "blob":
                yield _Entry(mode, blob, int(size), path)


def _place(entry: _Entry, content: bytes, folder: Path) -> None:
    path = folder / entry.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if entry.mode == _LINK:
        path.symlink_to(os.fsdecode(content))
    elif entry.mode.startswith(_FILE):
        path.write_bytes(content)


def _in_tree(path: PurePosixPath) -> str:
    """A path as trees have them: without `.`, and with `..` taken at their word."""
    place = os.path.normpath(path.as_posix()).replace(os.sep, "/")
    return "" if place == "." else place


def _text(answer: bytes) -> str:
    return os.fsdecode(answer).rstrip("\n")
