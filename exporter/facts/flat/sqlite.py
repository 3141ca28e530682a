"""Facts from a query to SQLite, which answers in a process of its own.

The file is opened for reading only, and nothing appears beside it. A database that keeps a
write-ahead log gets companions from whoever opens it, unless it is said to be immutable, which it
is as long as no log waits beside it; where one does, and nobody has the database open, a copy of
both is asked.

Source: SQLite's documentation, "Write-Ahead Logging", sections 5 and 6.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from exporter.engine.worker_stream import Confinement
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.flat.confined_query import confined_answers
from exporter.facts.flat.sqlite_rows import Question, Row, sqlite_rows
from exporter.inputs.opened import InputError, Inputs

_STARTING = 10  # seconds of a processor: the process begins before it is asked
_ADDRESSES = 150_000_000  # bytes, which Python maps before anything is asked
_WAL, _VERSIONS = b"\x02\x02", slice(18, 20)  # of SQLite's file header, what readers have to know
_COMPANIONS = ("-wal", "-shm", "-journal")  # log, its index, journal: SQLite opens them by itself


def sqlite_answers(sql: str, file: Path | None, inputs: Inputs) -> Iterator[list[Row]]:
    """One row with the names of the columns that a query gives, then its rows, some at once.

    Args:
        sql: The query.
        file: That of the database, resolved; None for one in memory.
        inputs: What it may read, and for how long.

    Raises:
        WrongValueError: It is no query, it takes too long or too much, or what lies beside the
            database is no file.
        sqlite3.Error: SQLite refuses it.
        UnreachableError: The database cannot be opened.
        OSError: It cannot be read.
    """
    limits = inputs.limits
    confinement = Confinement(
        _ADDRESSES + limits.query_bytes,
        limits.query_seconds + _STARTING,
        spill_bytes=limits.spill_bytes,
    )
    with _place(file) as place:
        question = Question(sql, place, BATCH_ROWS, limits.query_bytes)
        yield from confined_answers(
            "SQLite", sqlite_rows, question, confinement, limits.query_seconds
        )


@contextmanager
def _place(file: Path | None) -> Iterator[str]:
    """What SQLite calls a database that it shall only read.

    Raises:
        InputError: What SQLite would open beside it is no regular file.
        OSError: It cannot be read.
    """
    if file is None:
        yield ":memory:"
        return
    log, index, _ = companions = [file.with_name(f"{file.name}{end}") for end in _COMPANIONS]
    for path in filter(os.path.lexists, companions):
        if not stat.S_ISREG(path.lstat().st_mode):
            raise InputError(f"{path} beside the database is no regular file", "take it away")
    if not _keeps_a_log(file):
        yield f"{file.as_uri()}?mode=ro"
    elif not log.exists() or not log.stat().st_size:
        yield f"{file.as_uri()}?mode=ro&immutable=1"
    elif index.exists():
        yield f"{file.as_uri()}?mode=ro&readonly_shm=1"
    else:
        with TemporaryDirectory(prefix="exporter-") as folder:
            copy = Path(folder, "copy")
            shutil.copyfile(file, copy)
            shutil.copyfile(log, f"{copy}{_COMPANIONS[0]}")
            yield f"{copy.as_uri()}?mode=ro"


def _keeps_a_log(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(_VERSIONS.stop)[_VERSIONS] == _WAL
