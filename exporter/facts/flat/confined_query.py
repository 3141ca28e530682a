"""Queries to databases that run in this machine's memory, answered in a process of its own.

Such a database may take all memory, fill the disk, or never end, and some of its functions are not
to be interrupted by any means of its own.
"""

from collections.abc import Callable, Iterator
from typing import Any

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, TooSlowError, stream_from_worker
from exporter.errors import WrongValueError

_SHARE_OF_A_BATCH = 4  # of the memory, at most, what is handed over at once


class UnreachableError(Exception):
    """There is no such database, or it cannot be opened."""


def confined_answers(
    database: str,
    answer: Callable[..., Iterator[Any]],
    question: object,
    confinement: Confinement,
    seconds: int,
) -> Iterator[Any]:
    """What a database answers, bit by bit, while it works at it.

    Args:
        database: What messages call it.
        answer: A function of a module, which asks it.
        question: What that is called with.
        confinement: What the process may use.
        seconds: How long may be waited for all of it.

    Raises:
        WrongValueError: It takes too long or too much.
        Exception: Whatever `answer` raises.
    """
    try:
        with stream_from_worker(
            answer, question, confinement=confinement, seconds=seconds
        ) as answers:
            yield from answers
    except TooSlowError:
        wrong = f"{database} has not answered the query within {seconds} seconds"
        raise WrongValueError(wrong, "ask for less, or raise the limit (docs/limits.md)") from None
    except (WorkerEndedError, MemoryError):
        wrong = f"{database} ended while it answered, or has no memory for it"
        raise WrongValueError(wrong, "mend the query") from None


def refuse_large(size: int, rows: int, memory_bytes: int) -> None:
    """Go on only if rows that are handed over at once are not too large for that.

    Raises:
        WrongValueError: They are.
    """
    if size > memory_bytes // _SHARE_OF_A_BATCH:
        wrong = f"{rows:,} rows of the query fill the memory"
        raise WrongValueError(wrong, "ask for shorter texts")
