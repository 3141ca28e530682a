"""What a report prints of facts that are restated, replaced or withdrawn: on sheets, pages, charts, in messages."""

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from exporter import check
from exporter.build import build
from exporter.proof.manifest import read_manifest
from exporter.report.eml.layout import basis_of, lay_out_message
from exporter.verify import verify
from tests.history_report import make_history_report, sold

FACTS = [
    sold("old", 120, "2024"),  # replaced
    sold("wrong", 121, "2025"),  # restated
    sold("gone", 122, "2025", status="withdrawn"),
    sold("right", 123, "2025", restates="wrong"),
    sold("north", 130, "2025"),
    sold("new", 140, "2025-12", replaces="old"),
]
_PAGE = {
    "name": "page",
    "title": "Robots",
    "key_figures": ["old", "wrong"],
    "picture": {"title": "Sold", "facts": ["wrong", "right", "north", "old"]},
}
_KEYS = {
    "entities": [
        {"name": {"en": "Robots", "zh": "机器人"}, "headline": "wrong"},
        {"name": {"en": "Docks", "zh": "船坞"}},
    ],
    "one_pagers": [_PAGE],
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_history_report(tmp_path_factory.mktemp("standing") / "mini", FACTS, **_KEYS)
    build(folder, folder.parent / "out")
    return folder


@pytest.fixture(scope="module")
def output(report: Path) -> Path:
    return report.parent / "out"


def rows_of(path: Path, sheet: str) -> list[list[Any]]:
    """The rows of a sheet's table, cells as openpyxl reads them."""
    return [list(row) for row in openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(min_row=5)]  # fmt: skip


@pytest.mark.parametrize(("lang", "sheet", "status"), [("en", "Robots", "withdrawn"), ("zh", "机器人", "已撤回")])  # fmt: skip
def test_the_sheet_has_all_but_what_is_restated(
    output: Path, lang: str, sheet: str, status: str
) -> None:
    rows = rows_of(output / f"figures.{lang}.xlsx", sheet)
    assert [row[10].value for row in rows] == ["old", "gone", "right", "north", "new"]
    assert [row[5].value == status for row in rows] == [False, True, False, False, False]


def test_what_is_withdrawn_stands_nowhere_else_so_nothing_links_there(output: Path) -> None:
    rows = {row[10].value: row for row in rows_of(output / "figures.en.xlsx", "Robots")}
    assert rows["gone"][10].hyperlink is None
    assert rows["gone"][10].font.underline is None
    assert rows["right"][10].hyperlink.target == "evidence.en.html"
    assert rows["gone"][9].hyperlink.target.startswith("https://example.com/n")
    page = (output / "evidence.en.html").read_text("utf-8")
    ids = [
        id_ for id_ in ("old", "wrong", "gone", "right", "north", "new") if f'id="{id_}"' in page
    ]
    assert ids == ["old", "right", "north", "new"]
    assert "122" not in page


def test_the_headline_is_what_stands_in_its_place_now(output: Path) -> None:
    sheet = openpyxl.load_workbook(output / "figures.en.xlsx", data_only=True)["Contents"]
    assert [cell.value for cell in sheet[5]][:4] == ["Robots", 5, "Units sold", 123]


def test_charts_have_what_holds_alone(output: Path) -> None:
    with ZipFile(output / "figures.en.xlsx") as book:
        (chart,) = [book.read(name).decode() for name in book.namelist() if "charts/chart" in name]
    assert "$B$7:$B$9" in chart  # right, north and new


def test_all_checks_are_true(output: Path) -> None:
    sheet = openpyxl.load_workbook(output / "figures.en.xlsx", data_only=True)["Checks"]
    rows = [row[:5] for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]]
    assert rows
    assert all(row[4] is True for row in rows)
    statuses = [row[8] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert "withdrawn" in statuses  # so that an analyst can choose it


def test_the_manifest_keeps_all_that_was_said(output: Path) -> None:
    content = read_manifest(output / "manifest.json").content
    assert {fact.id for fact in content.facts} == {*(fact["id"] for fact in FACTS), "docks"}
    assert content.report.entities[0].headline == "wrong"
    written = json.loads((output / "manifest.json").read_text("utf-8"))
    said = {fact["id"]: fact for fact in written["facts"]}
    assert said["right"]["restates"] == "wrong"
    assert "restates" not in said["old"]


def test_the_set_is_proved(output: Path) -> None:
    assert list(verify(output)) == []


def test_a_manifest_that_says_what_no_build_would_take_is_told(
    output: Path, tmp_path: Path
) -> None:
    shutil.copytree(output, tmp_path / "out")
    path = tmp_path / "out" / "manifest.json"
    said = path.read_text("utf-8")
    path.write_text(said.replace('"replaces": "old"', '"replaces": "north"'), "utf-8")
    told = [str(difference) for difference in verify(tmp_path / "out")]
    wrong = "it replaces 'north', whose period 2025 ends no earlier than 2025-12"
    assert any(wrong in difference for difference in told)


def test_the_page_and_the_message_show_what_holds(report: Path) -> None:
    checked = check(report)
    basis = basis_of("mini", checked.report, checked.evidence, checked.views, checked.sources, "en")
    (page,) = basis.pages
    assert [figure.id for figure in page.figures] == ["new", "right"]
    assert page.picture is not None
    assert [bar.figure for bar in page.picture.bars] == ["123", "130", "140"]
    (section,) = lay_out_message(basis).sections
    assert [figure.id for figure in section.figures] == ["new", "right"]


def test_an_entity_with_nothing_that_holds_has_no_headline(tmp_path: Path) -> None:
    folder = make_history_report(tmp_path / "mini", [sold("gone", 122, "2025", status="withdrawn")])
    build(folder, tmp_path / "out", ["en"])
    sheet = openpyxl.load_workbook(tmp_path / "out" / "figures.en.xlsx", data_only=True)["Contents"]
    assert [cell.value for cell in sheet[5]][:4] == ["Robots", 1, None, None]
    assert list(verify(tmp_path / "out")) == []


def test_report_yaml_may_not_name_what_is_withdrawn(tmp_path: Path) -> None:
    folder = make_history_report(
        tmp_path / "mini",
        [sold("old", 120, "2024"), sold("gone", 122, "2024", status="withdrawn", restates="old")],
        entities=[{"name": "Robots", "headline": "old"}, {"name": "Docks"}],
        one_pagers=[{"name": "page", "title": "Robots", "key_figures": ["gone"]}],
    )
    assert [f"{problem.wrong}; {problem.right}" for problem in check(folder).problems] == [
        "the fact 'gone' is withdrawn; name another, or take it out"
    ] * 2


def test_a_picture_of_what_stands_now_is_of_one_unit(tmp_path: Path) -> None:
    new = sold("new", 140, "2025", replaces="old", unit="people")
    folder = make_history_report(
        tmp_path / "mini",
        [sold("old", 120, "2024"), new, sold("north", 130, "2025")],
        evidence="optional",
        one_pagers=[{"name": "page", "title": "Robots", "picture": {"title": "Sold", "facts": ["old", "north"]}}],
    )  # fmt: skip
    told = [problem.wrong for problem in check(folder).problems]
    assert told == ["the picture compares different units (units, people)"]


def test_what_is_restated_is_still_proved(tmp_path: Path) -> None:
    old = sold("old", 120, "2024") | {"quote": "Harbour Robotics sold 121 units"}
    folder = make_history_report(tmp_path / "mini", [old, sold("new", 130, "2024", restates="old")])
    (problem,) = check(folder).problems
    assert problem.subject == "old"
