"""The sheet Contents: what it shows of an entity is computed alike by every program."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exporter import build
from tests.conftest import Office
from tests.history_report import make_history_report, sold

SHOWN = [["Robots", "1", "Units sold", "101"], ["Docks", "1", "Docks", "3"]]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a report whose entities have a row each, since one fact is restated."""
    folder = tmp_path_factory.mktemp("rows")
    facts = [sold("first", 100, "2025"), sold("right", 101, "2025", restates="first")]
    build(make_history_report(folder / "desk", facts), folder / "out")
    return folder / "out/figures.en.xlsx"


def test_cached_values_are_those_of_the_facts(book: Path) -> None:
    rows = load_workbook(book, data_only=True)["Contents"].iter_rows(min_row=5, max_col=4)
    assert [[str(cell.value) for cell in row] for row in rows] == SHOWN


def test_gnumeric_computes_the_headline_of_one_row(book: Path, tmp_path: Path) -> None:
    program = shutil.which("ssconvert")
    assert program, "ssconvert is missing; install gnumeric"
    command = [program, "--recalc", "-S", str(book), str(tmp_path / "%s.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "Contents.csv").open(encoding="utf-8", newline="") as lines:
        assert [row[:3] for row in list(csv.reader(lines))[4:]] == [row[:3] for row in SHOWN]
    with (tmp_path / "Checks.csv").open(encoding="utf-8", newline="") as lines:
        assert {row[4] for row in list(csv.reader(lines))[4:] if row[0]} == {"TRUE"}


def test_libreoffice_computes_the_same(book: Path, office: Office, tmp_path: Path) -> None:
    shown = office.as_shown(tmp_path, book)[book]["Contents"]
    assert [row[:4] for row in shown[4:]] == SHOWN
