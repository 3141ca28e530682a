"""What WeasyPrint warns of, which it does in a log, collected."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from exporter.writers.pdf.known_styles import forget_styles


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint warns of in this thread while the block runs.

    It warns of a style where that is worked out, so where it did, none is kept.
    """
    warned: list[str] = []
    handler = _Listener(warned)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield warned
    finally:
        logger.removeHandler(handler)
        if warned:
            forget_styles()


class _Listener(logging.Handler):
    def __init__(self, warned: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._warned = warned
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self._warned.append(record.getMessage())
