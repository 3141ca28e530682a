"""Many sets at once: what is built, skipped and failed, and that it is the same with many workers."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from exporter import BatchResult, SetupError, UsageError, build_many, verify
from exporter.batch.prepared import BatchOrder, prepared
from exporter.cli import app
from exporter.files import recorded_changes
from tests.killed_batches import kill_after, run_again
from tests.many_report import COMPANIES, make_many, write_facts


class Built(NamedTuple):
    """A report for many that was built in this process, and what came of each set."""

    report: Path
    output: Path
    results: Mapping[str, BatchResult]
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("many")
    make_many(folder / "desk")
    results = list(build_many(folder / "desk", output=folder / "out", jobs=1))
    assert not [problem for result in results for problem in result.problems]
    output = folder / "out" / "desk"
    return Built(
        folder / "desk",
        folder / "out",
        {result.value: result for result in results},
        _files(output),
    )


@pytest.fixture
def again(built: Built, tmp_path: Path) -> Built:
    """The same in a folder that a test may change."""
    report, output = tmp_path / "desk", tmp_path / "out"
    shutil.copytree(built.report, report)
    shutil.copytree(built.output, output)
    return Built(report, output, {}, built.files)


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _states(again: Built, *values: str, jobs: int = 1) -> dict[str, str]:
    results = build_many(again.report, output=again.output, for_each=values, jobs=jobs)
    return {result.value: str(result.state) for result in results}


def test_each_value_has_a_folder_with_all_files(built: Built) -> None:
    folders = {"Alder", "Birch & Son", "Cedar - Pine"}
    names = {"figures.en.xlsx", "views.en.pdf", "evidence.en.html", "manifest.json"}
    assert set(built.files) == {f"{folder}/{name}" for folder in folders for name in names}
    assert {result.output.name for result in built.results.values()} == folders
    assert {result.facts for result in built.results.values()} == {1}


def test_each_set_proves_itself(built: Built) -> None:
    found = verify(built.output / "desk" / "Birch & Son", report=built.report)
    assert not (*found.differences, *found.unproved)
    manifest = json.loads(built.files["Birch & Son/manifest.json"])
    assert manifest["definition"]["title"]["en"] == "Birch & Son in figures"
    assert [fact["entity"] for fact in manifest["facts"]] == ["Birch & Son"]
    assert "for_each" not in manifest["definition"]
    assert not any("Alder" in str(manifest[part]) for part in ("definition", "facts", "views"))


def test_what_is_up_to_date_is_skipped(again: Built) -> None:
    assert _states(again) == dict.fromkeys(COMPANIES, "skipped")


def test_what_has_changed_is_built_alone_and_its_bytes_are_the_same_with_workers(
    again: Built,
) -> None:
    (again.output / "desk" / "Alder" / "figures.en.xlsx").write_bytes(b"spoilt")
    (again.output / "desk" / "Birch & Son" / "views.en.pdf").unlink()
    with recorded_changes() as changes:  # by which a run that is stopped tells what it did
        assert _states(again, jobs=2) == {
            "Alder": "built",
            "Birch & Son": "built",
            "Cedar | Pine": "skipped",
        }
    assert {path.parent.name for path in changes} == {"Alder", "Birch & Son"}
    assert len(changes) == 8
    assert _files(again.output / "desk") == again.files


def test_the_bytes_are_the_same_in_any_order(built: Built, tmp_path: Path) -> None:
    for value in reversed(COMPANIES):
        (result,) = build_many(built.report, output=tmp_path, for_each=[value], jobs=1)
        assert result.state == "built"
    assert _files(tmp_path / "desk") == built.files


def test_a_style_sheet_that_has_come_since_is_built_with(again: Built) -> None:
    (again.report / "one-pager.css").write_text("h1 { letter-spacing: 0.01em }\n", "utf-8")
    assert _states(again, "Alder") == {"Alder": "built"}
    assert _states(again, "Alder") == {"Alder": "skipped"}


def test_a_fact_that_has_changed_fails_its_own_value_alone(again: Built) -> None:
    rows = make_many(again.report.parent / "rows")
    rows[2] |= {"value": 999}
    write_facts(again.report, [rows[2], rows[0], rows[1]])  # where they stand makes no difference
    assert _states(again) == {
        "Alder": "skipped",
        "Birch & Son": "skipped",
        "Cedar | Pine": "failed",
    }
    kept = _files(again.output / "desk")
    assert kept == again.files  # what was there before
    (change,) = verify(again.output / "desk" / "Cedar - Pine", report=again.report).differences
    assert Path(change.file).name == "facts.csv (Cedar | Pine)"


def test_a_batch_that_was_killed_goes_on_where_it_was(again: Built) -> None:
    output = again.report.parent / "killed"
    stood = kill_after(again.report, output, sets=1)
    states = run_again(again.report, output)
    assert [folder for folder, state in states.items() if state == "skipped"] == [
        path.parent.name for path in stood
    ]
    assert {path: path.stat().st_mtime_ns for path in stood} == stood
    assert _files(output / "desk") == again.files


def test_values_are_chosen_by_name_or_folder(again: Built) -> None:
    assert _states(again, "Alder,Cedar - Pine") == {"Alder": "skipped", "Cedar | Pine": "skipped"}
    with pytest.raises(UsageError, match="did you mean 'Alder'"):
        _states(again, "Adler")
    told = CliRunner().invoke(app, ["batch", str(again.report), "--for-each", "firm=Alder"])
    assert isinstance(told.exception, UsageError)


def test_a_folder_that_is_no_report_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a folder"):
        list(build_many(tmp_path / "none", output=tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_two_runs_do_not_mix(again: Built) -> None:
    order = BatchOrder(((again.report, again.output / "desk"),))
    with prepared(order), pytest.raises(SetupError, match="another run is writing"):
        _states(again)
    assert not list(again.output.rglob(".exporter*"))


def test_the_command_tells_what_came_of_it(again: Built) -> None:
    rows = make_many(again.report.parent / "rows")
    write_facts(again.report, [{**rows[0], "value": 121}, rows[1], rows[2]])
    told = CliRunner().invoke(
        app,
        [
            *("batch", str(again.report), "--output", str(again.output)),
            *("--jobs", "1", "--format", "json"),
        ],
    )
    assert told.exit_code == 1
    found = json.loads(told.stdout)
    assert (found["built"], found["skipped"], found["failed"]) == (0, 2, 1)
    states = {each["value"]: each["state"] for each in found["reports"]}
    assert states == {"Alder": "failed", "Birch & Son": "skipped", "Cedar | Pine": "skipped"}
    (wrong,) = found["reports"][0]["problems"]
    assert (wrong["fact"], wrong["line"]) == ("revenue", 2)
    kept = json.loads((again.output / "batch.json").read_text("utf-8"))
    assert kept["reports"] == found["reports"]


def test_the_set_of_a_value_is_mailed_as_any_other(again: Built) -> None:
    folder = again.output / "desk" / "Alder"
    told = CliRunner().invoke(
        app, ["email", str(again.report), "--to", "a@example.com", "--output", str(folder)]
    )
    assert told.exit_code == 0, told.output
    assert list(folder.glob("*.eml"))


def test_check_tells_all_values_as_one(again: Built) -> None:
    told = CliRunner().invoke(app, ["check", str(again.report), "--format", "json"])
    assert told.exit_code == 0
    found = json.loads(told.stdout)
    assert (found["facts"], found["views"], found["values"]) == (3, 3, list(COMPANIES))
    assert not found["left_out"]
    assert found["quotes"]["verified"] == 6
