"""Strangers' files and queries read in this process, where a process of their own is not the point.

Starting one takes longer than a small file does. That each has one, and what becomes of those that
take too much, is tested where nothing of this is used.
"""

from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from exporter.engine.worker_stream import Confinement

_READERS = (
    "edits.xlsx_cells",
    "evidence.documents.confined",
    "evidence.documents.pdf",
    "evidence.documents.pdf.pictures",
    "facts.flat.confined_query",
    "facts.flat.parquet",
    "facts.flat.xlsx",
)


@pytest.fixture
def unconfined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all that is read, but for what a module's own fixtures read, be read here."""
    for reader in _READERS:
        monkeypatch.setattr(f"exporter.{reader}.stream_from_worker", _stream)
    # Of a process that ends; pandas is used in this one.
    monkeypatch.setattr("exporter.engine.pandas_left_out.leave_pandas_out", lambda: None)


@contextmanager
def _stream(
    make: Callable[..., Iterator[Any]],
    *arguments: Any,
    confinement: "Confinement",
    seconds: float | None = None,
    at_once: int = 1,
) -> Iterator[Iterator[Any]]:
    with chdir(confinement.folder):
        yield make(*arguments)
