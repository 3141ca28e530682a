"""`build --since`: what has changed stands in workbooks, pages and messages, and proves itself."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pyarrow as pa
import pypdfium2
import pytest

from exporter import build, verify
from exporter.build import BuildOrder, build_with
from exporter.check.built import BuiltReport
from exporter.engine.progress import silent
from exporter.errors import UsageError
from exporter.proof.manifest import digest
from exporter.proof.pdf.same_glyphs import plainest
from exporter.proof.pdf.texts import read_text
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import ids_width
from tests.any_report import make_any_report
from tests.command_line import run
from tests.conftest import Office
from tests.history_report import make_history_report, sold
from tests.second_edition import SHIPPED, make_second_edition

Edit = Callable[[dict[str, Any], dict[str, Any]], object]
WAS = [sold("units", 120, "2025-Q2"), sold("robots", 110, "2025-Q1")]
IS = [
    sold("units", 120, "2025-Q2", status="claimed"),
    sold("robots", 110, "2025-Q1"),
    sold("robots-restated", 111, "2025-Q1", restates="robots"),
    sold("later", 130, "2025-Q3"),
]


class Editions(NamedTuple):
    """Two editions; `built` is that of the next one since the other. Only to be read."""

    was: Path
    was_built: Path
    report: Path
    built: Path
    told: BuiltReport


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("editions")
    was, old, built = folder / "was", folder / "was-built", folder / "built"
    make_history_report(was, WAS)
    build(was, old)
    (folder / "note.txt").unlink()
    report = make_history_report(folder / "next", IS, edition="2026-03-31", stale_after="2 years")
    return Editions(was, old, report, built, build(report, built, since=str(old)))


@pytest.fixture
def set_(editions: Editions, tmp_path: Path) -> Path:
    """What was built of the next edition; a test may change it."""
    return Path(shutil.copytree(editions.built, tmp_path / "built"))


def sheet(book: Path, name: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(book)[name].iter_rows(values_only=True))


def test_changes_stand_on_a_sheet_and_beside_their_facts(editions: Editions) -> None:
    checked, paths = editions.told
    assert checked.changes is not None
    assert checked.changes.counts()[0]["restated"] == 1
    (english,) = (path for path in paths if path.name == "figures.en.xlsx")
    names = openpyxl.load_workbook(english).sheetnames
    assert names == [
        "Contents", "Robots", "Docks", "Periods", "Changes", "About", "Sources", "Checks"
    ]  # fmt: skip
    rows = sheet(english, "Changes")[4:]
    told = {row[13]: row[3:9] for row in rows}
    assert told["robots-restated"] == ("restated", 110, 111, "units", 1, 1 / 110)
    assert told["later"][:3] == ("added", None, 130)
    assert [row[14] for row in rows if row[13] == "robots-restated"] == ["robots"]
    beside = {row[10]: row[-1] for row in sheet(english, "Robots")[4:]}
    assert beside["units"] == "status achieved → claimed"
    assert beside["later"] == "added"
    assert str(beside["robots-restated"]).startswith("restated: ")
    assert sheet(english, "Docks")[3][-1] == "Fact"  # nothing changed there: no column
    assert not verify(editions.built).differences


def test_a_set_without_since_and_one_in_which_nothing_changed_have_no_sheet(
    editions: Editions, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    report = editions.report
    build(report, tmp_path / "plain")
    said = run(
        capsys, monkeypatch,
        ["build", report, "--output", tmp_path / "built", "--since", tmp_path / "plain"],
    )  # fmt: skip
    assert said.status == 0
    assert "since 2026-03-31: nothing changed" in said.out
    for folder in ("plain", "built"):
        assert "Changes" not in openpyxl.load_workbook(tmp_path / folder / "figures.en.xlsx")
    assert not verify(tmp_path / "built").differences


@pytest.mark.parametrize(
    ("edit", "id_"),
    [
        (lambda since, docks: since["facts"].append(docks), "docks"),
        (lambda since, _: since["facts"][0].update(number=100.0), "robots"),
        (lambda since, _: since["told_facts"].remove("later"), "figures.en.xlsx: Changes"),
        (lambda since, _: since["told_facts"].append("nobody"), "nobody"),
    ],
)
def test_changes_that_are_said_otherwise_are_found(set_: Path, edit: Edit, id_: str) -> None:
    manifest = set_ / "manifest.json"
    said = json.loads(manifest.read_text("utf-8"))
    said["since"]["facts"].sort(key=lambda row: row["id"])
    (docks,) = (row for row in said["facts"] if row["id"] == "docks")
    edit(said["since"], docks)
    said["sha256"] = digest(said)
    manifest.write_text(json.dumps(said), "utf-8")
    assert any(id_ in str(one) for one in verify(set_).differences)


def test_workbooks_with_changes_are_pulled_from(
    editions: Editions, set_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    report, edited = editions.report, set_ / "figures.en.xlsx"
    away = tmp_path / "away.xlsx"
    away.write_bytes(edited.read_bytes())
    for book in (edited, away):
        said = run(capsys, monkeypatch, ["pull", report, book, "--dry-run"])
        assert (said.status, said.out) == (
            0,
            "nothing to pull: the workbook says what the facts say\n",
        )
    book = openpyxl.load_workbook(edited)
    book["Changes"]["F5"] = 99
    book["Robots"]["L5"] = "mine"
    book.save(edited)
    said = run(capsys, monkeypatch, ["pull", report, edited])
    assert said.status == 1
    assert "Changes!F5: it says «99» for «111»" in said.out + said.err
    assert "Robots!L5" in said.out + said.err


def test_a_later_edition_and_one_that_is_not_there_are_refused(
    editions: Editions, tmp_path: Path
) -> None:
    was = editions.was
    with pytest.raises(UsageError, match="speaks for 2026-03-31"):
        build(was, tmp_path / "built", since=str(editions.built))
    with pytest.raises(UsageError, match="is not there"):
        build(was, tmp_path / "built", since=str(tmp_path / "nowhere"))
    assert not (tmp_path / "built").exists()
    assert editions.was_built.exists()


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second edition of the shipped report, built in both languages; only to be read."""
    folder = tmp_path_factory.mktemp("shipped")
    make_second_edition(folder / "second")
    build(folder / "second", folder / "built", since=str(SHIPPED))
    return folder / "built"


def test_facts_and_views_stand_in_one_table(shipped: Path) -> None:
    book = openpyxl.load_workbook(shipped / "business-lines.en.xlsx")
    assert book.sheetnames[-4:] == ["Changes", "About", "Sources", "Checks"]
    table = book["Changes"]
    assert [cell.value for cell in table[4]] == [
        "Entity", "Metric", "As of", "Change", "Before", "Now", "Unit", "Difference", "Relative",
        "What else changed", "Quote before", "Quote now", "Source", "Fact", "Fact before",
    ]  # fmt: skip
    rows = {(row[1].value, row[3].value): row for row in table.iter_rows(min_row=5)}
    scenarios = rows["Use cases on large models", "restated"]
    assert [cell.value for cell in scenarios[4:9]] == [55, 57, "use cases", 2, 2 / 55]
    assert scenarios[7].number_format.startswith("+")
    assert scenarios[10].value.startswith("截至8月")
    assert scenarios[11].value.startswith("57 DingTalk use cases")
    opened = scenarios[13].hyperlink
    assert (opened.target, opened.location) == ("evidence.en.html", "dingtalk-scenarios-recounted")
    assert rows["Quark Study", "withdrawn"][13].hyperlink is None
    price = rows["Guotai Junan: target price", "changed"]
    assert [cell.value for cell in price[4:8]] == [None, 100, "USD", None]
    assert rows["Guotai Junan: rating", "changed"][5].value == "Buy"
    opened = price[13].hyperlink
    assert (opened.target, opened.location) == ("evidence.en.html", price[13].value)
    assert price[13].font.underline
    page = (shipped / "evidence.en.html").read_text("utf-8")
    assert f'id="{opened.location}"' in page
    chinese = openpyxl.load_workbook(shipped / "foundations.zh.xlsx")["变动"]
    assert "国泰君安：目标价" in [row[1].value for row in chinese.iter_rows(min_row=5)]


def test_a_row_of_a_view_with_the_id_of_a_fact_leads_to_the_view(tmp_path: Path) -> None:
    for name, thesis in (("old", "Demand should hold up"), ("new", "Demand should grow")):
        make_any_report(tmp_path / name, {"thesis": thesis})
        views = tmp_path / name / "views.yaml"
        views.write_text(views.read_text("utf-8").replace("a-view", "deliveries"), "utf-8")
    build(tmp_path / "old", tmp_path / "old-built", ["en"])
    build(tmp_path / "new", tmp_path / "built", ["en"], since=str(tmp_path / "old-built"))
    (book,) = (tmp_path / "built").glob("*.en.xlsx")
    (row,) = openpyxl.load_workbook(book)["Changes"].iter_rows(min_row=5)
    opened = row[13].hyperlink
    assert opened.location == f"view-{row[13].value}"
    assert f'id="{opened.location}"' in (tmp_path / "built/evidence.en.html").read_text("utf-8")


def test_the_sheet_is_printed_on_two_pages_beside_each_other_and_legible(shipped: Path) -> None:
    for name in ("business-lines.en", "business-lines.zh", "foundations.en", "foundations.zh"):
        table = openpyxl.load_workbook(shipped / f"{name}.xlsx").worksheets[-4]
        scale = table.page_setup.scale
        assert scale * min(cell.font.sz for row in table for cell in row if cell.value) >= 800
        assert table.print_title_cols == "$A:$A"
        (brk,) = table.col_breaks.brk
        pixels = pixels_of(table)
        pages = (pixels[: brk.id], [pixels[0], *pixels[brk.id :]])
        printed = [sum(page) * scale / 100 / 96 for page in pages]
        assert max(printed) <= 297 / 25.4 - 1, name  # inches, without margins
        assert not table.sheet_properties.pageSetUpPr.fitToPage


def test_ids_that_open_something_stand_whole_on_one_line(shipped: Path) -> None:
    """LibreOffice breaks no link into lines, and cuts what is wider than its column."""
    for name in ("business-lines.en", "business-lines.zh"):
        table = openpyxl.load_workbook(shipped / f"{name}.xlsx").worksheets[-4]
        ids = [cell.value for cell in table["N"][4:]]
        assert max(map(len, ids)) > 30
        assert pixels_of(table)[13] > max(ids_width(pa.array(ids), 40), 14) * 7


def pixels_of(table: Any) -> list[int]:
    """The widths of the columns; openpyxl joins those that are alike."""
    found = {
        at: round(of.width * 7)
        for of in table.column_dimensions.values()
        for at in range(of.min, of.max + 1)
    }
    return [found[at] for at in range(1, table.max_column + 1)]


def test_the_cells_that_changed_stand_on_a_ground_and_words_say_so(shipped: Path) -> None:
    book = openpyxl.load_workbook(shipped / "foundations.en.xlsx")
    rows = {row[10].value: row for row in book["Alibaba Cloud"].iter_rows(min_row=5)}
    changed = rows["alibaba-cloud-large-model-companies"]
    grounds = [cell.fill.fgColor.rgb for cell in changed]
    marked = [at for at, ground in enumerate(grounds) if ground == "FF" + PALETTE.accent_soft[1:]]
    assert marked == [1, 7, 8, 9, 11]  # Value, Quote, Translation, Source, Change
    assert changed[11].value.startswith("> 50 → > 60 % (+10 pp)")
    same = rows["alibaba-cloud-tech-companies"]
    assert same[11].value is None
    assert {cell.fill.fill_type for cell in same} == {None}
    contents = book["Contents"].iter_rows(min_row=5)
    assert {cell.fill.fill_type for row in contents for cell in row} == {None}
    health = openpyxl.load_workbook(shipped / "business-lines.en.xlsx")["Quark"]
    words = {row[10].value: row[-1].value for row in health.iter_rows(min_row=5)}
    assert str(words["quark-health"]).startswith("withdrawn: ")
    assert words["quark-writing"] == "added"


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["New in this edition", "Guotai Junan on Alibaba: rating – → Buy; target price – → US$100; drivers"]),
        ("zh", ["国泰君安：阿里巴巴：评级–→Buy；目标价–→100美元；驱动因素"]),
    ],
)  # fmt: skip
def test_the_one_pager_says_what_is_new_and_still_is_one_page(
    shipped: Path, lang: str, lines: Sequence[str]
) -> None:
    path = shipped / f"broker-views.{lang}.pdf"
    document = pypdfium2.PdfDocument(path)
    pages = len(document)
    document.close()
    shown = "".join(read_text(path.read_bytes()).split())
    assert pages == 1
    assert [line for line in lines if "".join(plainest(line).split()) not in shown] == []
    assert "note-2024" not in shown  # which source it is stands on the sheet


def test_every_check_computes_to_true(shipped: Path, office: Office, tmp_path: Path) -> None:
    path = shipped / "business-lines.en.xlsx"
    checks = office.as_shown(tmp_path, path)[path]["Checks"][4:]
    results = [row[4] for row in checks if len(row) > 4 and row[4]]
    assert set(results) == {"TRUE"}
    assert "Changes" in [row[0] for row in checks]


def test_the_set_is_proved_without_the_earlier_edition(shipped: Path) -> None:
    assert not verify(shipped).differences


def test_changes_of_long_names_leave_one_page(tmp_path: Path) -> None:
    make_any_report(tmp_path / "was", {})
    build_with(
        lambda do, *given: lambda: do(*given),
        BuildOrder(tmp_path / "was", tmp_path / "old", ["en"]),
        silent,
    )
    long = {"metric": "Cars delivered to those who had ordered them " * 4, "rating": "Sell"}
    make_any_report(
        tmp_path / "next",
        long | {"view_quote": "Example Securities expects steady demand and says Sell"},
    )
    since = str(tmp_path / "old")
    checked, paths = build(tmp_path / "next", tmp_path / "built", ["en"], since=since)
    assert checked.changes is not None
    (page,) = (path for path in paths if path.name.endswith(".en.pdf"))
    assert "NEWINTHISEDITION" in "".join(read_text(page.read_bytes()).split()).upper()
    assert not verify(tmp_path / "built").differences
