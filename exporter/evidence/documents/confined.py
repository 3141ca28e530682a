"""A document read in a process of its own, since its bytes are a stranger's.

A small file may fill memory, or never be done with; then a sentence says so, and nothing else ends.
"""

from collections.abc import Callable, Iterator

from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import Confinement, stream_from_worker
from exporter.evidence.documents.model import Document
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits, shown_bytes

Reader = Callable[[bytes, ReadingLimits], Document]

# A page of nothing but short elements takes some 60 bytes and 1.5 microseconds for each byte.
_AT_ONCE, _A_BYTE = 600_000_000, 60
_SECONDS, _BYTES_A_SECOND = 20, 200_000


def read_confined(read: Reader, data: bytes, limits: ReadingLimits) -> Document:
    """What `read` makes of a document, in a process that may take so much and no more.

    Args:
        read: A function of a module.
        data: The whole file.
        limits: How much memory and how long any process may take.

    Raises:
        InputError: It takes more, or cannot be read.
    """
    memory = min(_AT_ONCE + len(data) * _A_BYTE, limits.memory_bytes)
    seconds = min(_SECONDS + len(data) // _BYTES_A_SECOND, limits.reading_seconds)
    try:
        with stream_from_worker(
            _read_alone, read, data, limits, confinement=Confinement(memory, seconds)
        ) as documents:
            document: Document = next(documents)
            return document
    except (WorkerEndedError, MemoryError) as error:
        room = shown_bytes(memory)
        wrong = (
            f"the file is damaged, or takes more than {room} of memory or {seconds} s to be read"
        )
        raise InputError(wrong, "save it anew with the program that it is from") from error


def _read_alone(read: Reader, data: bytes, limits: ReadingLimits) -> Iterator[Document]:
    yield read(data, limits)
