"""What `exporter batch` says, where it goes wrong, and what a run in the night leaves."""

import json
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter import SetupError
from exporter.batch import run as batch_run
from exporter.batch.job import BatchResult, Job, State
from exporter.cli.progress_bar import batch_bar
from exporter.engine.progress import duration, rate
from exporter.errors import Problem
from tests.command_line import Result, run
from tests.many_report import make_many

_FULL = Problem("desk", 0, "", "the disk is full", "free some room on it")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "desk"
    make_many(folder)
    return folder


@pytest.fixture
def batch(
    desk: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Result]:
    """Runs a batch in which `do` is done for each set, in place of building it."""

    def run_batch(do: Callable[[Job], BatchResult], *options: str, report: Path = desk) -> Result:
        monkeypatch.setattr(batch_run, "do", do)
        arguments = ("batch", report, "--output", tmp_path / "out", "--jobs", "1", *options)
        return run(capsys, monkeypatch, arguments)

    return run_batch


def _built(job: Job, **more: object) -> BatchResult:
    return BatchResult(Path(job.report), job.value, Path(job.output), State.BUILT, 0.5, **more)


def _told(tmp_path: Path) -> dict[str, object]:
    return json.loads((tmp_path / "out" / "batch.json").read_text("utf-8"))


def _stopping(number: int) -> Callable[[Job], BatchResult]:
    def do(job: Job) -> BatchResult:
        if job.value == "Birch & Son":
            signal.raise_signal(number)
        return _built(job)

    return do


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_batch_tells_what_was_done_by_then(
    batch: Callable[..., Result], tmp_path: Path, number: int
) -> None:
    result = batch(_stopping(number))
    assert result.status == 128 + number
    assert result.out.startswith("stopped: 1 built, 0 up to date, 0 failed, 2 not done in ")
    assert result.err == ""
    told = _told(tmp_path)
    assert (told["built"], told["left"], told["stopped"]) == (1, 2, True)
    assert not list((tmp_path / "out").rglob(".exporter*"))


def test_one_that_is_not_stopped_has_nothing_left(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    result = batch(_built)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("3 built, 0 up to date, 0 failed in ")
    told = _told(tmp_path)
    assert (told["left"], told["stopped"]) == (0, False)
    assert str(told["started"]).endswith("Z")


def test_doubts_of_sets_are_counted(batch: Callable[..., Result]) -> None:
    doubt = Problem("desk/facts.csv", 2, "revenue", "it is old", "look again")
    result = batch(lambda job: _built(job, doubts=(doubt, doubt)))
    assert "0 failed, 3 with doubts in " in result.out


def test_a_set_that_failed_has_the_status_of_its_error(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    def do(job: Job) -> BatchResult:
        status = SetupError.exit_status if job.value == "Alder" else 1
        return BatchResult(
            Path(job.report), job.value, Path(job.output), State.FAILED, 0.1,
            problems=(_FULL,), exit_status=status,
        )  # fmt: skip

    result = batch(do)
    assert result.status == 1
    reports = _told(tmp_path)["reports"]
    assert [each["exit_status"] for each in reports] == [3, 1, 1]  # type: ignore[attr-defined]


def test_json_for_a_log_is_one_line(batch: Callable[..., Result]) -> None:
    result = batch(_built, "--format", "json")
    (line,) = result.out.splitlines()
    assert json.loads(line)["built"] == 3


def test_what_failed_is_told_also_where_batch_json_cannot_be_written(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "out" / "batch.json").mkdir(parents=True)

    def do(job: Job) -> BatchResult:
        return BatchResult(
            Path(job.report), job.value, Path(job.output), State.FAILED, 0.1, problems=(_FULL,)
        )

    result = batch(do)
    assert result.status == 3
    assert result.out.startswith("0 built, 0 up to date, 3 failed in ")
    assert "the disk is full" in result.err
    assert "batch.json" in result.err.splitlines()[-1]


def test_what_is_wrong_with_all_is_told_once(batch: Callable[..., Result], desk: Path) -> None:
    own = Problem("desk/facts.csv", 4, "revenue", "the unit is not known", "write USD million")

    def do(job: Job) -> BatchResult:
        problems = (own,) if job.value == "Cedar | Pine" else (_FULL,)
        return BatchResult(
            Path(job.report), job.value, Path(job.output), State.FAILED, 0.1, problems=problems
        )

    result = batch(do)
    heads = [line for line in result.err.splitlines() if line.startswith("failed: ")]
    assert heads == [f"failed: {desk} (Alder, Birch & Son)", f"failed: {desk} (Cedar | Pine)"]
    assert result.err.count("the disk is full") == 1


def test_a_folder_that_is_no_report_stops_no_others(
    batch: Callable[..., Result], desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "stray").mkdir()
    result = batch(_built, str(desk), report=tmp_path / "stray")
    assert result.status == 1
    assert "stray has no report.yaml" in result.err
    assert result.out.startswith("3 built, 0 up to date, 1 failed")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["batch.json", "desk"]


def test_a_set_of_a_company_that_has_gone_is_told(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    for name in ("Birch & Son", "Zelkova"):
        (tmp_path / "out" / "desk" / name).mkdir(parents=True)
        (tmp_path / "out" / "desk" / name / "manifest.json").write_text("{}")
    (tmp_path / "out" / "desk" / "notes").mkdir()
    result = batch(_built, "--for-each", "company=Alder")
    assert result.status == 0
    folder = tmp_path / "out" / "desk" / "Zelkova"
    assert result.err == (
        f"in doubt: {folder}: what was built here is of no company that the report has now; "
        "delete it, if nobody needs it any more\n"
    )


def test_facts_of_a_report_for_many_are_not_judged_by_a_faulty_report_yaml(
    batch: Callable[..., Result], desk: Path, tmp_path: Path
) -> None:
    report = tmp_path / "desk"
    make_many(report, auhtor="A desk", author=None)

    def unread(job: Job) -> BatchResult:
        from exporter.batch.job import do

        return do(job)

    result = batch(unread, report=report)
    assert result.status == 1
    assert "did you mean `author`?" in result.err
    assert "facts.csv" not in result.err


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.4, "0 s"), (59.6, "1 min 0 s"), (235, "3 min 55 s"), (7_260, "2 h 1 min")],
)
def test_how_long_something_takes(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def test_slow_rates_are_told_by_the_minute() -> None:
    assert (rate(2.94), rate(0.17)) == ("2.9 a second", "10.2 a minute")


def test_a_second_run_ends_with_status_3(
    batch: Callable[..., Result], desk: Path, tmp_path: Path
) -> None:
    order = batch_run.BatchOrder(((desk, tmp_path / "out" / "desk"),))
    with batch_run.prepared(order):
        result = batch(_built)
    assert (result.status, result.out) == (3, "")
    assert "another run is writing to" in result.err


def test_a_terminal_shows_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with batch_bar() as tell:
        tell("reading reports/desk")
        tell("building", 0, 6)
        tell("building", 2, 6, 1)
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", capsys.readouterr().err)
    assert "building" in shown
    assert re.search(r"2 of 6(, .*)?, 1 failed", shown)
