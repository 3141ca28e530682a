"""Processes that read while this one does something else: a large workbook, Parquet files.

Nothing is loaded here: what is called loads it, in that process, while this one loads its own.
"""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.call_beside import called_beside, is_worth_it
from exporter.engine.processors import has_two_processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exporter.editions.pull.sheets import FoundBook

_WORTH_IT = 500_000  # bytes, which take about as long to read as a process takes to be ready


@contextmanager
def book_beside(workbook: Path) -> "Iterator[Callable[[], FoundBook]]":
    """Have a workbook read that somebody has edited, by another process where it is large.

    Yields:
        What gives it, or raises what `read_book` raises.
    """
    if is_worth_it(workbook, _WORTH_IT):
        with called_beside(_read_there, workbook) as read:
            yield read
    else:
        yield lambda: _read(workbook)


@contextmanager
def parquet_readers_ahead(folders: "Sequence[Path]") -> "Iterator[None]":
    """Have the processes load now that will read the Parquet files in some folders, for a block."""
    count = sum(any(folder.glob("*.parquet")) for folder in folders)
    if not count or not has_two_processors():
        yield
        return
    from exporter.engine.workers_ahead import workers_ahead
    from exporter.facts.flat.parquet_batches import load, parquet_batches

    with workers_ahead(count, parquet_batches, load):
        yield


def _read(workbook: Path) -> "FoundBook":
    from exporter.editions.pull.sheets import read_book

    return read_book(workbook)


def _read_there(workbook: Path) -> "FoundBook":
    from exporter.engine.pandas_left_out import leave_pandas_out

    leave_pandas_out()
    return _read(workbook)
