"""A report's folder to start from, for entities of the user's own."""

from datetime import date
from pathlib import Path

import pytest

from exporter.errors import UsageError
from exporter.facts.words import Bilingual
from exporter.report.report_file import read_definition
from exporter.report.starter import make_blank_report
from tests.command_line import run

DAY = date(2026, 11, 28)
HARBOUR = Bilingual('Harbour: "Robotics"', "海港机器人")


def test_is_read_as_it_was_asked_for(tmp_path: Path) -> None:
    dock = Bilingual("Dock", "Dock")
    list(make_blank_report(tmp_path / "new", [HARBOUR._replace(en="Harbour"), dock], ["en"], DAY))
    definition, problems = read_definition(tmp_path / "new")
    assert definition is not None
    assert not problems
    report = definition.report
    assert [entity.name for entity in report.entities] == [("Harbour", "海港机器人"), dock]
    assert (report.edition, report.languages, report.title.en) == (DAY, ("en",), "Harbour")


def test_both_languages_unless_said(tmp_path: Path) -> None:
    list(make_blank_report(tmp_path / "new", [Bilingual("Dock", "Dock")], [], DAY))
    definition, _ = read_definition(tmp_path / "new")
    assert definition is not None
    assert definition.report.languages == ("en", "zh")


def test_names_that_excel_refuses_make_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="which Excel refuses"):
        make_blank_report(tmp_path / "new", [HARBOUR], [], DAY)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("names", [("Dock", "dock"), ("Contents",), ("Dock", "校验")])
def test_names_of_other_sheets_make_nothing(names: tuple[str, ...], tmp_path: Path) -> None:
    entities = [Bilingual(name, name) for name in names]
    with pytest.raises(UsageError, match="is the name of another sheet"):
        make_blank_report(tmp_path / "new", entities, [], DAY)
    assert not (tmp_path / "new").exists()


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        make_blank_report(tmp_path, [Bilingual("Dock", "Dock")], [], DAY)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--lang", "en"], "name the entities"),
        (["--entity", "Dock="], "names no entity"),
        (["--entity", "=码头"], "names no entity"),
    ],
)
def test_what_the_command_refuses(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
    told: str,
) -> None:
    ran = run(capsys, monkeypatch, ["new", tmp_path / "new", *arguments])
    assert ran.status == 2
    assert told in ran.err
    assert not (tmp_path / "new").exists()


def test_the_command_says_what_comes_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran = run(capsys, monkeypatch, ["new", tmp_path / "new", "--entity", "Dock=码头"])
    assert ran.status == 0
    assert "exporter source add" in ran.out
    assert '{en: "Dock", zh: "码头"}' in (tmp_path / "new" / "report.yaml").read_text("utf-8")
