"""The shipped report's workbooks as LibreOffice shows and computes them, and the print of it."""

import csv
import datetime as dt
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from exporter.check import CheckedReport
from exporter.facts.table import Fact
from exporter.facts.words import LANGUAGES, Lang
from tests.conftest import Office
from tests.edited_books import write_edited

BOOKS = ("business-lines", "foundations")
MARKS = {  # a cell shows its qualifier
    "en": {"about": "≈ ", "nearly": "nearly ", "over": "> ", "at least": "≥ ", "up to": "≤ ",
           "under": "< ", "order of": "~ ", "exact": ""},
    "zh": {"about": "≈ ", "nearly": "近 ", "over": "> ", "at least": "≥ ", "up to": "≤ ",
           "under": "< ", "order of": "~ ", "exact": ""},
}  # fmt: skip
Shown = dict[Path, dict[str, list[list[str]]]]


@pytest.fixture(scope="module")
def tampered(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook in which somebody has put 18 where DingTalk's 17 was; results are still cached."""
    path = tmp_path_factory.mktemp("tampered") / "tampered.xlsx"
    good = zipfile.ZipFile(built / "business-lines.en.xlsx")
    with good, zipfile.ZipFile(path, "w") as bad:
        for part in good.namelist():
            content = good.read(part)
            if part == "xl/worksheets/sheet2.xml":
                content, changes = re.subn(rb'(r="B5"[^>]*><v>)17<', rb"\g<1>18<", content)
                assert changes == 1
            bad.writestr(part, content)
    return path


@pytest.fixture(scope="module")
def edits(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, str]:
    """Copies of a workbook with a random edit each, and what was edited."""
    folder = tmp_path_factory.mktemp("edited")
    return write_edited(built / "business-lines.en.xlsx", folder, 3, seed=7)


@pytest.fixture(scope="module")
def shown(
    office: Office,
    built: Path,
    tampered: Path,
    edits: dict[Path, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Shown:
    paths = [built / f"{name}.{lang}.xlsx" for name in BOOKS for lang in LANGUAGES]
    return office.as_shown(tmp_path_factory.mktemp("shown"), *paths, tampered, *edits)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BOOKS)
def test_every_value_shows_as_the_fact_says_it(
    shown: Shown, built: Path, checked: CheckedReport, name: str, lang: Lang
) -> None:
    facts = {fact.id: fact for fact in checked.evidence.facts}
    sheets = list(shown[built / f"{name}.{lang}.xlsx"].values())
    rows = [row for sheet in sheets if len(sheet[3]) > 10 for row in sheet[4:] if row[10] in facts]
    (workbook,) = (one for one in checked.report.workbooks if one.name == name)
    names = {entity.name.en for entity in checked.report.entities_of(workbook)}
    assert {row[10] for row in rows} == {id_ for id_, one in facts.items() if one.entity in names}
    for row in rows:
        assert row[1] == _as_said(facts[row[10]], lang)
        assert row[7] == facts[row[10]].quote


@pytest.mark.parametrize(
    ("sheet", "id_", "value"),
    [
        ("ModelScope", "modelscope-downloads", "> 100,000,000"),
        ("Alibaba.com", "alibaba-com-business-assistant-exposure", "≈ 19%"),
        ("Alibaba.com", "alibaba-com-business-assistant-orders", "20%"),
        ("Alibaba Cloud", "alibaba-cloud-large-model-companies", "> 50%"),
        ("Alibaba Cloud", "alibaba-cloud-free-gpu-hours", "> 30,000,000"),
        ("Alibaba Cloud", "alibaba-cloud-upgrade-date", "31 Oct 2023"),
        ("DingTalk", "dingtalk-product-lines", "17"),
        ("Taobao Wenwen", "taobao-wenwen-uses", "5,000,000"),
        ("Tongyi Qianwen 2.0", "tongyi-qianwen-release", "Apr 2023"),
    ],
)
def test_some_cells_by_hand(shown: Shown, built: Path, sheet: str, id_: str, value: str) -> None:
    books = [shown[built / f"{name}.en.xlsx"] for name in BOOKS]
    (rows,) = (book[sheet] for book in books if sheet in book)
    assert [row[1] for row in rows[4:] if row[10] == id_] == [value]


def test_minutes_show_their_bound_and_unit(shown: Shown, built: Path) -> None:
    for lang, value in (("en", "≤ 5 min"), ("zh", "≤ 5分钟")):
        cells = {
            row[1]
            for name in BOOKS
            for rows in shown[built / f"{name}.{lang}.xlsx"].values()
            for row in rows[4:]
        }
        assert value in cells


CLAIMED = "alibaba-cloud-tech-companies"  # a bar that says so, and who claims it
KEY_FIGURES = {  # as a cell shows it without its mark; as the page does, in English and Chinese
    "taobao-wenwen-uses": ("5,000,000", "5 million uses", "500万人次"),
    "taobao-wenwen-daily-interactions": ("8", "8 times per day", "8次/天"),
    "alibaba-com-business-assistant-exposure": ("19%", "≈ 19%", "约19%"),
    "alibaba-cloud-large-model-companies": ("50%", "> 50%", "50%以上"),
    "modelscope-downloads": ("100,000,000", "> 100 million downloads", "1亿次下载以上"),
    "alibaba-cloud-free-gpu-hours": (
        "30,000,000",
        "> 30 million GPU hours",
        "3000万GPU小时以上",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_key_figures_and_bars_of_the_page_are_those_of_the_workbooks(
    shown: Shown, built: Path, checked: CheckedReport, lang: Lang
) -> None:
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(built / f"broker-views.{lang}.pdf"), "-"],
        check=True,
        capture_output=True,
    )
    on_the_page = _squeezed(done.stdout.decode())
    cells = {
        row[10]: row
        for book in checked.report.workbooks
        for rows in shown[built / f"{book.name}.{lang}.xlsx"].values()
        for row in rows[4:]
        if len(row) > 10
    }
    (page,) = checked.report.one_pagers
    assert set(page.key_figures) == {*KEY_FIGURES}
    for id_, (in_cell, *on_page) in KEY_FIGURES.items():
        metric, value, _ = cells[id_][:3]
        assert value.lstrip("≈> ") == in_cell, id_
        assert _squeezed(on_page[lang == "zh"] + metric) in on_the_page, id_
    assert page.chart is not None
    for id_ in page.chart.facts:
        metric, value, _, _, _, status, who = cells[id_][:7]
        comma = ", " if lang == "en" else "，"
        said = f"·{status}{comma}{who}" if id_ == CLAIMED else ""
        figure = KEY_FIGURES[id_][1 + (lang == "zh")] if id_ in KEY_FIGURES else value
        assert _squeezed(metric + said + figure) in on_the_page, id_


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BOOKS)
def test_every_check_computes_to_true(shown: Shown, built: Path, name: str, lang: Lang) -> None:
    results = _checks(shown[built / f"{name}.{lang}.xlsx"], lang)
    assert len(results) > 20
    assert set(results.values()) == {"TRUE"}


def test_a_changed_figure_turns_its_check_false(shown: Shown, tampered: Path) -> None:
    results = _checks(shown[tampered], "en")
    assert [place for place, result in results.items() if result != "TRUE"] == [
        ("DingTalk", "Figures in product lines, weighted by fact"),
        ("DingTalk", "Value: sum"),
        ("Contents", "Figure: first eight digits"),
    ]


def test_random_edits_turn_a_check_false(shown: Shown, edits: dict[Path, str]) -> None:
    """A few of them: `make soak` tries two hundred (tests/soak/test_edited_books.py)."""
    unseen = [
        edit for path, edit in edits.items() if set(_checks(shown[path], "en").values()) == {"TRUE"}
    ]
    assert unseen == []


def test_gnumeric_computes_the_same(built: Path, tmp_path: Path) -> None:
    """Nobody who shares code with those who wrote the formulas; its words tell the alert."""
    program = shutil.which("ssconvert")
    assert program, "ssconvert is missing; install gnumeric"
    for name in BOOKS:
        source = built / f"{name}.en.xlsx"
        command = [program, "--recalc", "-S", str(source), str(tmp_path / f"{name}-%s.csv")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with (tmp_path / f"{name}-Checks.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        assert {row[4] for row in rows[4:] if row[0]} == {"TRUE"}


@pytest.fixture(scope="module")
def printed(office: Office, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the prints of a workbook in both languages."""
    folder = tmp_path_factory.mktemp("printed")
    office.convert("pdf", folder, *(built / f"business-lines.{lang}.xlsx" for lang in LANGUAGES))
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_print_is_landscape_a4_with_title_and_page_numbers(printed: Path, lang: Lang) -> None:
    path = printed / f"business-lines.{lang}.pdf"
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
        assert {tuple(round(float(x)) for x in page.mediabox) for page in pdf.pages} == {
            (0, 0, 842, 595)
        }
    assert shutil.which("pdftotext"), "pdftotext is missing; install poppler-utils"
    texts = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    footer = f"Page {pages} of {pages}" if lang == "en" else f"第 {pages} 页，共 {pages} 页"
    assert footer in texts[pages - 1]
    assert ("≈ 19%") in "".join(texts)


def _checks(sheets: dict[str, list[list[str]]], lang: Lang) -> dict[tuple[str, str], str]:
    """The result of every check, by sheet and what is checked."""
    rows = sheets["Checks" if lang == "en" else "校验"][4:]
    return {(row[0], row[1]): row[4] for row in rows if row[0]}


def _as_said(fact: Fact, lang: Lang) -> str:
    mark = MARKS[lang][fact.qualifier]
    if fact.text is not None:
        return fact.text.in_(lang)
    if fact.date is not None:
        return mark + _day(fact.date, fact.precision, lang)
    number = f"{fact.number:,.{fact.decimals}f}"
    return f"{mark}{fact.unit.before.in_(lang)}{number}{fact.unit.after.in_(lang)}"


def _day(day: dt.date, precision: str, lang: Lang) -> str:
    parts = {
        "en": {"year": "%Y", "month": "%b %Y", "day": f"{day.day} %b %Y"},
        "zh": {
            "year": "%Y年",
            "month": f"%Y年{day.month}月",
            "day": f"%Y年{day.month}月{day.day}日",
        },
    }
    return day.strftime(parts[lang][precision])
