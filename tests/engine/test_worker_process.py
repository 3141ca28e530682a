"""Another process that does what it is asked; one-pagers drawn by one."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import pytest

import exporter
from exporter.engine.kept_worker import keep_worker, take_worker
from exporter.engine.worker_process import WorkerEndedError, WorkerProcess, garbage_seldom
from exporter.errors import ContentError, Problem, ProofError, SetupError
from exporter.writers import page_process
from exporter.writers.page_process import page_worker
from tests.processors import have_processors


def test_it_answers_and_raises_as_the_function_does() -> None:
    worker = WorkerProcess()
    assert worker.call(os.getpid) == worker.process.pid != os.getpid()
    assert worker.call(int, "12") == 12
    with pytest.raises(ValueError, match="no number"):
        worker.call(int, "no number")
    worker.call(print, "to the errors, and not into the answers")
    assert worker.call(abs, -3) == 3
    worker.stop()
    worker.close()
    assert not worker.is_alive
    with pytest.raises((WorkerEndedError, ValueError)):
        worker.call(abs, -3)


def test_problems_come_through_whole() -> None:
    worker = WorkerProcess()
    problem = Problem("facts.yaml", 3, "x", "it is wrong", "mend it")
    with pytest.raises(ContentError) as caught:
        worker.call(_refuse, problem)
    assert caught.value.problems == (problem,)
    worker.stop()
    worker.close()


@pytest.mark.parametrize("asked", [False, True], ids=["before it is asked", "while it works"])
def test_it_ends_with_the_process_that_asks(asked: bool) -> None:
    code = f"""if True:
        import os, time
        from exporter.engine.worker_process import WorkerProcess
        worker = WorkerProcess()
        if {asked}:
            worker.call(abs, -3)
            worker._send((time.sleep, (600,)))
        print(worker.process.pid)
    """
    # The worker has the same standard error, which is closed when both have ended.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stderr == b""


def test_one_that_is_kept_serves_the_next_who_sees_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take_worker()
    keep_worker(first)
    assert take_worker() is first
    keep_worker(first)
    monkeypatch.chdir(tmp_path)  # it would look for files in another folder, and so comes along
    assert take_worker() is first
    assert first.call(os.getcwd) == str(tmp_path)
    keep_worker(first)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")  # a library may have read another
    second = take_worker()
    assert not first.is_alive
    assert second.call(os.getenv, "LANG") == "zh_CN.UTF-8"
    second.stop()
    keep_worker(second)
    third = take_worker()  # what is kept may end by itself
    assert third.is_alive
    keep_worker(third)
    others = [WorkerProcess(), WorkerProcess()]
    for other in others:
        keep_worker(other)
    assert [other.is_alive for other in others] == [False, False]
    assert third.is_alive


class _AtOnce(ThreadPoolExecutor):
    """Has what is submitted done before it goes on."""

    def submit(self, *asked: Any) -> Future[Any]:
        future = super().submit(*asked)
        wait([future])
        return future


def test_what_fails_before_a_page_is_asked_for_leaves_the_worker_to_the_next(
    mini_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_process, "ThreadPoolExecutor", _AtOnce)
    worker = take_worker()
    keep_worker(worker)
    problem = Problem("report.yaml", 1, "", "it is wrong", "mend it")
    with pytest.raises(ContentError), page_worker(mini_report):
        _refuse(problem)
    assert take_worker() is worker
    keep_worker(worker)
    with pytest.raises(ContentError):
        _ask_and_refuse(mini_report, problem)
    assert not worker.is_alive


def _ask_and_refuse(report: Path, problem: Problem) -> None:
    with page_worker(report) as ask:
        ask(page_process.load_in_worker)  # what it might be at, with nobody to wait for it
        _refuse(problem)


def test_a_process_ends_with_the_worker_it_keeps(mini_report: Path, tmp_path: Path) -> None:
    code = f"""if True:
        from exporter import build
        from exporter.engine.kept_worker import keep_worker, take_worker
        build({str(mini_report)!r}, {str(tmp_path / "one")!r})
        worker = take_worker()
        print(worker.process.pid)
        keep_worker(worker)
        build({str(mini_report)!r}, {str(tmp_path / "two")!r})
        print(take_worker().process.pid)
    """
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=120, check=True, text=True
    )
    assert done.stderr == ""
    one, two = done.stdout.split()
    assert one == two
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}


def _refuse(problem: Problem) -> None:
    raise ContentError([problem])


def test_a_drawing_process_that_ends_is_told(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.engine.worker_process._COMMAND", "raise SystemExit(0)")
    monkeypatch.setattr("exporter.writers.page_process.take_worker", WorkerProcess)
    with pytest.raises(SetupError, match="draws one-pagers ended early"):
        exporter.build(mini_report, tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_one_processor_draws_by_itself_the_same(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter.build(mini_report, tmp_path / "two")
    have_processors(monkeypatch, 1)
    monkeypatch.setattr("exporter.engine.worker_process._COMMAND", "raise SystemExit(0)")
    monkeypatch.setattr("exporter.writers.page_process.take_worker", WorkerProcess)
    exporter.build(mini_report, tmp_path / "one")
    names = [path.name for path in (tmp_path / "one").iterdir()]
    assert any(name.endswith(".pdf") for name in names)
    for name in names:
        one, two = ((tmp_path / folder / name).read_bytes() for folder in ("one", "two"))
        assert one == two, name


def another_page(page: object) -> bytes:
    return b"<article id='other'></article>"


def test_an_evidence_page_that_differs_is_not_put_in_place(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.writers.page_process.make_evidence_in_worker", another_page)
    with pytest.raises(ProofError, match=r"evidence\.en\.html: #"):
        exporter.build(mini_report, tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_a_one_pager_that_differs_is_not_put_in_place(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_process.PendingPage, "content", lambda _: b"no PDF")
    with pytest.raises(ProofError, match=r"views\.en\.pdf"):
        exporter.build(mini_report, tmp_path / "output")
    assert not (tmp_path / "output").exists()


def test_pages_are_made_without_the_libraries_of_tables() -> None:
    """They would take the other process as long to load as it takes to draw a page."""
    code = (
        "import sys; from exporter.writers.page_process import load_in_worker; load_in_worker(); "
        "import exporter.writers.html; "
        "print(sorted({'numpy', 'openpyxl', 'pandas', 'pyarrow', 'pydantic'} & {*sys.modules}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "[]\n"


@pytest.fixture
def usual_garbage() -> Iterator[None]:
    """What other tests have said of garbage counts after this one again."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("usual_garbage")
def test_garbage_is_looked_for_as_before_after_a_block() -> None:
    with garbage_seldom():
        assert gc.get_threshold()[0] > 700
    assert gc.get_threshold() == (700, 10, 10)
