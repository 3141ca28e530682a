"""Databases that answer in this process, where the process of their own is not the point."""

from collections.abc import Callable, Iterator
from contextlib import chdir
from typing import Any

import pytest

from exporter.engine.worker_stream import Confinement


@pytest.fixture
def unconfined(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have DuckDB and SQLite answer here: starting a process takes longer than any question."""

    def answers(
        _: str,
        answer: Callable[..., Iterator[Any]],
        question: object,
        confinement: Confinement,
        __: int,
    ) -> Iterator[Any]:
        with chdir(confinement.folder):
            yield from answer(question)

    monkeypatch.setattr("exporter.facts.flat.duckdb.confined_answers", answers)
    monkeypatch.setattr("exporter.facts.flat.sqlite.confined_answers", answers)
    # Of a process that ends; pandas is used in this one.
    monkeypatch.setattr("exporter.engine.arrow.leave_pandas_out", lambda: None)
