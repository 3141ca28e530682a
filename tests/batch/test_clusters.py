"""A batch on a cluster: a scheduler and two workers on loopback, some of which are killed."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exporter import SetupError, UsageError, build_many
from exporter.batch import cluster as cluster_of
from exporter.batch.errand import LOCK, Errand, Refusal, own_maker, run_errand, unpacked
from exporter.batch.job import Job
from exporter.cli import app
from tests.dask_cluster import Cluster, end, started_cluster
from tests.many_report import make_many

COMPANIES = {"Alder": 120, "Birch & Son": 340, "Cedar | Pine": 560, "Dogwood": 780}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clusters") / "desk"
    make_many(folder, COMPANIES)
    return folder


@pytest.fixture(scope="module")
def expected(report: Path) -> dict[str, bytes]:
    """What one process makes of it."""
    output = report.parent / "alone"
    assert {result.state for result in build_many(report, output=output, jobs=1)} == {"built"}
    return _files(output)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with started_cluster(tmp_path_factory.mktemp("dask"), workers=2) as cluster:
        yield cluster


def _files(output: Path) -> dict[str, bytes]:
    paths = (path for path in (output / "desk").rglob("*") if path.is_file())
    return {str(path.relative_to(output)): path.read_bytes() for path in paths}


def test_a_worker_that_is_killed_is_made_up_for_by_others(
    report: Path,
    expected: dict[str, bytes],
    cluster: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(report.parent)  # where paths begin, for workers too
    output = Path(os.path.relpath(tmp_path, report.parent))
    results = build_many(report.name, output=output, cluster=cluster.address)
    first = next(results)
    end(cluster.workers[:1])  # it is at work, as the other is
    others = list(results)
    assert {result.value for result in (first, *others)} == COMPANIES.keys()
    assert not [problem for result in others for problem in result.problems]
    assert first.output == output / "desk" / first.output.name
    assert _files(tmp_path) == expected
    assert not list(tmp_path.rglob(".exporter*"))


def test_a_scheduler_that_is_killed_is_told_and_the_next_run_goes_on(
    report: Path, expected: dict[str, bytes], cluster: Cluster, tmp_path: Path
) -> None:
    results = build_many(report, output=tmp_path, cluster=cluster.address)
    first = next(results)
    end([cluster.scheduler])
    with pytest.raises(SetupError, match=r"the scheduler at tcp://.* is gone; start it again"):
        list(results)
    again = {result.value: result.state for result in build_many(report, output=tmp_path, jobs=1)}
    assert again[first.value] == "skipped"
    assert set(again) == COMPANIES.keys()
    assert _files(tmp_path) == expected


def test_a_scheduler_that_is_not_there_is_told(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_of, "_SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(SetupError, match="no scheduler answers at tcp:") as told:
        list(build_many(report, output=tmp_path, cluster="tcp://127.0.0.1:9"))
    assert told.value.exit_status == 3


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "tcp://host", "http://host:80", "tcp://:1"])
def test_an_address_that_is_none_is_refused(report: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="write tcp://HOST:PORT"):
        list(build_many(report, output=tmp_path / "out", cluster=address))
    assert not (tmp_path / "out").exists()


def test_a_missing_library_is_told_with_what_installs_it(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ("batch", str(report), "--output", str(tmp_path), "--cluster", "tcp://127.0.0.1:9")
    told = CliRunner().invoke(app, command)
    assert isinstance(told.exception, SetupError)
    assert str(told.exception).startswith(
        "a cluster takes the library distributed; run: make extras"
    )
    both = CliRunner().invoke(app, [*command, "--jobs", "2"])
    assert isinstance(both.exception, UsageError)


def test_a_worker_that_would_make_other_files_or_lose_them_refuses(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maker = own_maker()
    errand = Errand(Job(str(report), "out"), str(tmp_path), maker)
    (tmp_path / "out").mkdir()

    def refused(errand: Errand) -> str:
        answer = unpacked(run_errand(errand.packed()))
        assert isinstance(answer, Refusal)
        return str(answer.fault)

    other_code = replace(maker, code="0" * 64)
    assert "this machine exporter 0.1.0 (code 00000000)" in refused(
        replace(errand, maker=other_code)
    )
    other_pango = replace(maker, versions={**maker.versions, "pango": "1.2.3"})
    assert "and this machine 1.2.3" in refused(replace(errand, maker=other_pango))
    assert f"does not see {tmp_path / 'none'}" in refused(
        replace(errand, folder=str(tmp_path / "none"))
    )
    assert f"does not see {tmp_path / 'out' / LOCK}" in refused(errand)
    elsewhere = replace(errand.job, report="elsewhere")
    assert "elsewhere/report.yaml" in refused(replace(errand, job=elsewhere))
