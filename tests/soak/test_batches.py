"""Batches that are killed at many moments, and reports of which some are at fault."""

import csv
from pathlib import Path

import pytest

from benchmarks.many import company_name, make_report
from exporter import build_many
from tests.killed_batches import kill_after, manifests, run_again
from tests.killed_builds import contents

_COMPANIES = 12


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A report for many, and what one process makes of it."""
    folder = tmp_path_factory.mktemp("batches")
    make_report(folder / "many", _COMPANIES)
    list(build_many(folder / "many", output=folder / "one", jobs=1))
    return folder / "many", folder / "one"


@pytest.mark.parametrize("moment", range(10))
def test_a_killed_batch_is_whole_after_the_next_run(
    whole: tuple[Path, Path], tmp_path: Path, moment: int
) -> None:
    report, expected = whole
    stood = kill_after(report, tmp_path / "out", moment, jobs=2, later=moment * 0.07)
    states = run_again(report, tmp_path / "out", jobs=2)
    assert all(states[path.parent.name] == "skipped" for path in stood)
    assert stood.items() <= manifests(tmp_path / "out").items()
    assert contents(tmp_path / "out" / "many") == contents(expected / "many")


def test_two_workers_and_one_give_the_same_bytes(whole: tuple[Path, Path], tmp_path: Path) -> None:
    report, expected = whole
    list(build_many(report, output=tmp_path / "two", jobs=2))
    assert contents(tmp_path / "two" / "many") == contents(expected / "many")


def test_those_at_fault_fail_and_no_others(tmp_path: Path) -> None:
    make_report(tmp_path / "many", 20)
    path = tmp_path / "many" / "facts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    faults = {
        3: {"value": "999"},
        7: {"unit": "furlongs of sky"},
        9: {"source": "no-such-note"},
        11: {"quote": "words that nobody wrote"},
        13: {"id": "Not An Id"},
        15: {"period": "some day"},
        17: {"metric.en": "", "metric.zh": ""},
    }
    for number, fault in faults.items():
        rows[number * 20 + 4] |= fault
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (tmp_path / "many" / "sources" / "note-19.yaml").unlink()
    results = list(build_many(tmp_path / "many", output=tmp_path / "out", jobs=2))
    failed = {result.value for result in results if result.state == "failed"}
    assert failed == {company_name(number) for number in (*faults, 19)}
    assert all(result.problems for result in results if result.value in failed)
    assert len(manifests(tmp_path / "out")) == 12
