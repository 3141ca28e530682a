"""Which files are moving into place: what is needed to finish the moves, or to undo them.

A staging folder lies in the folder where its files go (`new/`: the files; `old/`: what they
replace). Before the first move a journal is on the disk, and it goes after the last one; so
whoever finds a journal of a run that was killed knows that the folder holds files of two builds,
and which. Each step may be done again: moves are finished, or undone, by doing them once more.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from exporter.errors import Fault, SetupError
from exporter.files.one_file import flush
from exporter.files.stopping import record_changes

NEW, OLD = "new", "old"
_MOVING, _UNDOING = "journal.json", "undo.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """The moves of one staging folder.

    Attributes:
        staging: The staging folder, in the folder where the files go.
        files: Paths of the files from there, in the order in which they move.
        fresh: Those of them that were not there before.
        folders: Paths of folders that are made for them, outermost first.
    """

    staging: Path
    files: tuple[str, ...]
    fresh: tuple[str, ...]
    folders: tuple[str, ...]

    @property
    def target(self) -> Path:
        """Where the files go."""
        return self.staging.parent


def has_journal(staging: Path) -> bool:
    """Whether moves from a staging folder have begun, and have neither been finished nor undone."""
    return any((staging / name).is_file() for name in (_MOVING, _UNDOING))


def start_moves(staging: Path, files: Sequence[str]) -> Journal:
    """Write the journal of moves that are about to begin, on the disk itself.

    Args:
        staging: A staging folder; its files are on the disk.
        files: Paths of all files in its `new/`, in the order in which they are to move.
    """
    target = staging.parent
    fresh = tuple(file for file in files if not (target / file).exists())
    folders = tuple(_missing_folders(target, files))
    said = {"files": list(files), "fresh": list(fresh), "folders": list(folders)}
    unfinished = staging / f"{_MOVING}.part"
    unfinished.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    flush(unfinished)
    unfinished.replace(staging / _MOVING)
    try:
        flush(staging)
        flush(target)
    except BaseException:
        _close(staging / _MOVING)
        raise
    return Journal(staging, tuple(files), fresh, folders)


def finish_moves(journal: Journal) -> None:
    """Move every file into place, or none: what went before is moved back.

    Raises:
        SetupError: Files cannot be replaced; names each.
        OSError: The system refuses something else.
    """
    try:
        _move(journal)
        _flush_folders(journal)
    except BaseException:
        undo_moves(journal)
        raise
    record_changes(journal.target / file for file in journal.files)
    _close(journal.staging / _MOVING)


def undo_moves(journal: Journal) -> None:
    """Put back what was there before the first move.

    Raises:
        SetupError: Something cannot be put back; names it. Whoever mends the journal tries again.
    """
    try:
        if (journal.staging / _MOVING).is_file():
            (journal.staging / _MOVING).replace(journal.staging / _UNDOING)
        for file in reversed(journal.files):
            _put_back(journal, file)
        for folder in reversed(journal.folders):
            with suppress(OSError):  # another process may have filled it meanwhile
                (journal.target / folder).rmdir()
        _flush_folders(journal)
    except OSError as error:
        wrong = f"{journal.target} holds files of two builds, and they cannot be put back"
        right = "close them where they are open, and do the same again, which goes on with that"
        raise SetupError(f"{wrong} ({error.strerror or error})", right) from error
    _close(journal.staging / _UNDOING)


def mend_moves(staging: Path) -> None:
    """Finish the moves of a run that was killed, or undo them where that is not possible.

    Args:
        staging: A staging folder that nobody is alive to go on with.

    Raises:
        SetupError: Neither is possible, or what should be a journal is none; names the folder.
    """
    if (staging / _UNDOING).is_file():
        journal = _read(staging / _UNDOING)
        undo_moves(journal)
        record_changes(journal.target / file for file in journal.files)
    elif (staging / _MOVING).is_file():
        journal = _read(staging / _MOVING)
        try:
            finish_moves(journal)
        except (SetupError, OSError):
            if has_journal(staging):  # else they have been undone, and that is a whole set, too
                raise


def _move(journal: Journal) -> None:
    # Each is tried, so that a person learns of all that are in use at once.
    refused = [file for file in journal.files if not _is_moved(journal, file)]
    if refused:
        raise SetupError.of([_in_use(journal.target / file) for file in refused])


def _is_moved(journal: Journal, file: str) -> bool:
    """Move a file, if it has not been before; False where the one in its place is in use."""
    fresh, path = journal.staging / NEW / file, journal.target / file
    if not fresh.exists():
        return True
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if file not in journal.fresh:
            _keep(path, journal.staging / OLD / file)
        fresh.replace(path)
    except PermissionError:
        return False
    return True


def _keep(path: Path, kept: Path) -> None:
    """Give a file a second name, to put it back by; under its first it is never missing."""
    if kept.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        kept.hardlink_to(path)
    except OSError:  # a disk without links, or a file of somebody else: a copy is as good
        copy = kept.with_name(f"{kept.name}.part")
        shutil.copy2(path, copy)
        flush(copy)
        copy.replace(kept)


def _put_back(journal: Journal, file: str) -> None:
    fresh, path, kept = (
        journal.staging / NEW / file,
        journal.target / file,
        journal.staging / OLD / file,
    )
    if file in journal.fresh:
        if path.exists() and not fresh.exists():
            path.replace(fresh)
    elif kept.exists():
        kept.replace(path)
        # Renaming one name of a file to another name of the same does nothing (POSIX).
        kept.unlink(missing_ok=True)


def _in_use(path: Path) -> Fault:
    wrong = f"{path} cannot be replaced: permission is denied; no file was changed"
    return Fault(wrong, "close it where it is open, or name another folder")


def _missing_folders(target: Path, files: Sequence[str]) -> Iterator[str]:
    folders = {folder for file in files for folder in PurePosixPath(file).parents}
    for folder in sorted(folders - {PurePosixPath()}):
        if not (target / folder).exists():
            yield str(folder)


def _flush_folders(journal: Journal) -> None:
    for folder in sorted({(journal.target / file).parent for file in journal.files}):
        if folder.exists():  # one that was made is gone when its moves have been undone
            flush(folder)


def _close(path: Path) -> None:
    # All is done; one that cannot be removed is gone through again by the next run, to no effect.
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _read(path: Path) -> Journal:
    """A journal that was left over; nothing outside its folder can be in it."""
    staging = path.parent
    try:
        said = json.loads(path.read_text("utf-8"))
        journal = Journal(
            staging, tuple(said["files"]), tuple(said["fresh"]), tuple(said["folders"])
        )
        inside = all(_is_inside(staging, name) for name in journal.files + journal.folders)
    except (ValueError, TypeError, KeyError, OSError, RuntimeError):  # the last: links in a circle
        inside = False
    if not inside:
        wrong = f"{path} is no journal of a build"
        raise SetupError(wrong, f"remove {staging}, then build again")
    return journal


def _is_inside(staging: Path, name: str) -> bool:
    """Whether a name of a journal leads to places inside the folder, links and all."""
    roots = (staging.parent, staging / NEW, staging / OLD)
    return not Path(name).is_absolute() and all(
        (root / name).parent.resolve().is_relative_to(root)
        and (root / name).resolve() != root.resolve()
        for root in roots
    )
