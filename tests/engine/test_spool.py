"""Tables kept for going through them more than once: in memory, else on disk."""

import gc
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from exporter.engine import spool
from exporter.engine.spool import Spool


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def table(first: int, rows: int) -> pa.Table:
    return pa.table({"n": range(first, first + rows)})


def numbers(tables: Iterator[pa.Table]) -> list[int]:
    return [n for one in tables for n in one["n"].to_pylist()]


@pytest.mark.parametrize("most", [10**6, 50])
def test_each_key_gives_its_rows_in_order_as_often_as_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", most)
    kept = Spool()
    for start in range(0, 300, 30):
        kept.add("a", table(start, 30))
        kept.add("b", table(-start, 1))
    for key, expected in {"a": list(range(300)), "b": list(range(0, -300, -30))}.items():
        rows, batches = kept.finish(key)
        assert rows == len(expected)
        assert numbers(batches()) == expected
        assert numbers(batches()) == expected
    assert bool(list(folder.iterdir())) is (most == 50)


def test_batches_are_no_larger_than_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "BATCH_ROWS", 7)
    kept = Spool()
    kept.add("a", table(0, 20))
    assert [one.num_rows for one in kept.finish("a")[1]()] == [7, 7, 6]


def test_a_key_without_rows_gives_none() -> None:
    rows, batches = Spool().finish("nothing")
    assert rows == 0
    assert list(batches()) == []


def test_files_go_with_the_last_who_needs_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", 5)
    kept = Spool()
    kept.add("a", table(0, 20))
    _, batches = kept.finish("a")
    del kept
    gc.collect()
    assert numbers(batches()) == list(range(20))
    del batches
    gc.collect()
    assert list(folder.iterdir()) == []


def test_what_a_killed_process_left_goes_when_the_next_spool_is_made(folder: Path) -> None:
    code = f"""if True:
        import os, signal, tempfile
        tempfile.tempdir = {str(folder)!r}
        import pyarrow as pa
        from exporter.engine import spool
        spool.MOST_IN_MEMORY = 50
        kept = spool.Spool()
        kept.add("a", pa.table({{"n": range(100)}}))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = folder.iterdir()
    assert {path.name for path in left.iterdir()} == {"lock", "0.arrow"}
    (folder / ".exporter-mine").mkdir()
    alive = spool._Folder()
    other = spool._Folder()
    assert set(folder.iterdir()) == {folder / ".exporter-mine", alive.path, other.path}
