"""What a process of its own opens and reads, while this one does the other half.

Nothing is loaded here: what is called loads it, in that process, while this one loads its own.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.call_beside import called_beside, has_processors

if TYPE_CHECKING:
    from exporter.editions.opened import Edition
    from exporter.editions.pull.sheets import FoundBook

_WORTH_IT = 500_000  # bytes, which take about as long to read as a process takes to be ready


@contextmanager
def opened_beside(
    names: tuple[str, str], reports: Sequence[Path], allow: Sequence[str]
) -> "Iterator[Callable[[], Edition]]":
    """Have the first of two editions opened, by another process where both are large.

    Args:
        names: As `open_edition` takes them, and what follows.
        reports: Folders of reports that may have kept the content of a workbook.
        allow: What a report may reach outside its folder.

    Yields:
        What gives it, or raises what `open_edition` raises.
    """
    if has_processors() and min(map(_bytes_of, names)) > _WORTH_IT:
        with called_beside(_open_there, names[0], reports, allow) as opened:
            yield opened
    else:
        yield lambda: _open(names[0], reports, allow)


@contextmanager
def book_beside(workbook: Path) -> "Iterator[Callable[[], FoundBook]]":
    """Have a workbook read that somebody has edited, by another process where it is large.

    Yields:
        What gives it, or raises what `read_book` raises.
    """
    if has_processors() and _bytes_of(str(workbook)) > _WORTH_IT:
        with called_beside(_read_there, workbook) as read:
            yield read
    else:
        yield lambda: _read(workbook)


def _open(name: str, reports: Sequence[Path], allow: Sequence[str]) -> "Edition":
    from exporter.editions.opened import open_edition

    return open_edition(name, reports, allow)


def _open_there(name: str, reports: Sequence[Path], allow: Sequence[str]) -> "Edition":
    _prepare()
    from exporter.engine.memory import system_memory

    with system_memory():
        return _open(name, reports, allow)


def _read(workbook: Path) -> "FoundBook":
    from exporter.editions.pull.sheets import read_book

    return read_book(workbook)


def _read_there(workbook: Path) -> "FoundBook":
    _prepare()
    return _read(workbook)


def _prepare() -> None:
    """Make the process ready for what reads facts, as `prepare_process` does here."""
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()


def _bytes_of(name: str) -> int:
    """About as many as are read of an edition; none where it is no file of this disk."""
    path = Path(name)
    try:
        folders = [folder for folder in (path, path / "facts") if folder.is_dir()]
        files = [path, *(file for folder in folders for file in folder.iterdir())]
        return sum(file.stat().st_size for file in files if file.is_file())
    except OSError:  # told when it is opened
        return 0
