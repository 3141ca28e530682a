"""The shipped report: which files there are, and what every cell of its workbooks holds."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from python_calamine import CalamineWorkbook

from exporter.check import CheckedReport
from exporter.facts.table import Fact
from exporter.facts.words import LANGUAGES, QUALIFIER_LABELS, STATUS_LABELS, Lang
from tests.shipped_books import book, path, place

__all__ = ["book", "path", "place"]  # fixtures

FILES = {
    *(f"{book}.{lang}.xlsx" for book in ("business-lines", "foundations") for lang in LANGUAGES),
    *(f"broker-views.{lang}.pdf" for lang in LANGUAGES),
    *(f"evidence.{lang}.html" for lang in LANGUAGES),
    "manifest.json",
}
BUSINESS_LINES = {
    "en": [
        "Contents", "DingTalk", "Taobao Wenwen", "Alibaba.com", "Banma", "Quark", "Tmall Genie",
        "About", "Sources", "Checks",
    ],
    "zh": [
        "目录", "钉钉", "淘宝问问", "阿里巴巴国际站", "斑马智行", "夸克", "天猫精灵", "说明", "资料来源", "校验",
    ],
}  # fmt: skip
COLUMNS = {
    "en": [
        "Metric", "Value", "Unit", "Qualifier", "As of", "Status", "Attributed to", "Quote",
        "Translation", "Source", "Fact",
    ],
    "zh": [
        "指标", "数值", "单位", "限定", "截至", "状态", "出处", "原文", "译文", "来源", "编号",
    ],
}  # fmt: skip
SIGNS = {
    "exact": "", "about": "≈ ", "over": "> ", "at least": "≥ ", "up to": "≤ ", "under": "< ",
    "order of": "~ ",
}  # fmt: skip
Cell = str | float | dt.date | None


@pytest.fixture(scope="module")
def expected(checked: CheckedReport, place: tuple[str, Lang]) -> dict[str, list[Fact]]:
    """The facts that each entity's sheet has to show, by the sheet's name."""
    name, lang = place
    (workbook,) = (one for one in checked.report.workbooks if one.name == name)
    facts = list(checked.evidence.facts)
    return {
        entity.name.in_(lang): [fact for fact in facts if fact.entity == entity.name.en]
        for entity in checked.report.entities_of(workbook)
    }


def test_these_files_and_no_others(built: Path) -> None:
    assert {file.name for file in built.iterdir()} == FILES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_business_lines_has_exactly_these_sheets(built: Path, lang: Lang) -> None:
    path = built / f"business-lines.{lang}.xlsx"
    assert load_workbook(path, read_only=True).sheetnames == BUSINESS_LINES[lang]


def test_sheets_are_in_the_order_of_the_report(
    book: Workbook, expected: dict[str, list[Fact]], place: tuple[str, Lang]
) -> None:
    first, *_, about, sources, checks = BUSINESS_LINES[place[1]]
    assert book.sheetnames == [first, *expected, about, sources, checks]
    assert all(facts for facts in expected.values())


def test_every_entity_sheet_is_one_table_with_nothing_below(
    book: Workbook, expected: dict[str, list[Fact]], place: tuple[str, Lang]
) -> None:
    for name, facts in expected.items():
        sheet = book[name]
        (table,) = sheet.tables.values()
        bottom = 4 + len(facts)
        assert table.ref == f"A4:K{bottom}"
        assert sheet.max_row == bottom
        assert table.column_names == COLUMNS[place[1]] == [cell.value for cell in sheet[4]][:11]
        assert sheet["A1"].value == name
        assert ("2023年11月1日" if place[1] == "zh" else "1 Nov 2023") in sheet["A2"].value
        assert all(cell.value is None for cell in sheet[3])


def test_openpyxl_reads_every_cell_as_the_facts_say(
    book: Workbook,
    expected: dict[str, list[Fact]],
    place: tuple[str, Lang],
    checked: CheckedReport,
) -> None:
    for name, facts in expected.items():
        rows = book[name].iter_rows(min_row=5, max_col=11, values_only=True)
        assert [list(map(_plain, row)) for row in rows] == [
            _row(fact, place[1], checked) for fact in facts
        ]


def test_calamine_reads_every_cell_as_the_facts_say(
    path: Path, expected: dict[str, list[Fact]], place: tuple[str, Lang], checked: CheckedReport
) -> None:
    book = CalamineWorkbook.from_path(path)
    for name, facts in expected.items():
        rows = book.get_sheet_by_name(name).to_python()[4:]
        assert [[_plain(value) for value in row[:11]] for row in rows] == [
            _row(fact, place[1], checked) for fact in facts
        ]


def test_values_are_numbers_and_dates_that_show_qualifier_and_unit(
    book: Workbook, expected: dict[str, list[Fact]], place: tuple[str, Lang]
) -> None:
    for cell, fact in _values(book, expected):
        shown = cell.number_format.replace('"', "")
        if fact.text is not None:
            assert (cell.data_type, shown) == ("s", "General"), fact.id
            continue
        assert cell.data_type == ("n" if fact.date is None else "d"), fact.id
        before, after = fact.unit.before.in_(place[1]), fact.unit.after.in_(place[1])
        assert shown.startswith(SIGNS[fact.qualifier] + before), fact.id
        assert shown.endswith(after), fact.id
        if fact.date is None:
            (digits,) = re.findall(r"0\.?(0*)", shown)
            assert len(digits) == fact.decimals, fact.id


def test_some_figures_by_hand(built: Path) -> None:
    """Copied from the source by a person, so that no rule of ours stands between."""
    cells = {
        cell.offset(column=9).value: (cell.value, cell.number_format)
        for name in ("business-lines", "foundations")
        for sheet in load_workbook(built / f"{name}.en.xlsx").worksheets[1:-3]
        for (cell,) in sheet.iter_rows(min_row=5, min_col=2, max_col=2)
    }
    assert cells["modelscope-downloads"] == (100_000_000, '"> "#,##0')
    assert cells["alibaba-com-business-assistant-exposure"] == (0.19, '"≈ "0%')
    assert cells["alibaba-cloud-large-model-companies"] == (0.5, '"> "0%')
    assert cells["alibaba-cloud-free-gpu-hours"] == (30_000_000, '"> "#,##0')
    assert cells["taobao-wenwen-uses"] == (5_000_000, "#,##0")
    assert cells["alibaba-cloud-upgrade-date"][0] == dt.datetime(2023, 10, 31)


def test_each_source_links_to_the_passage(
    book: Workbook, expected: dict[str, list[Fact]], checked: CheckedReport
) -> None:
    for cell, fact in _values(book, expected):
        link = cell.offset(column=8).hyperlink
        address = link.target + (f"#{link.location}" if link.location else "")
        url, mark, passage = address.partition("#:~:text=")
        assert mark, fact.id
        assert url == checked.sources[fact.source].record.url
        assert passage.isascii()
        parts = [unquote(part) for part in passage.replace("&text=", ",").split(",")]
        assert all(part and part in fact.quote for part in parts), fact.id
        assert fact.quote.lstrip("“").startswith(parts[0]), fact.id
        assert fact.quote.rstrip("”。").endswith(parts[-1]), fact.id


def _values(book: Workbook, expected: dict[str, list[Fact]]) -> Iterator[tuple[Any, Fact]]:
    """Each cell of a Value column with its fact."""
    for name, facts in expected.items():
        cells = (cell for (cell,) in book[name].iter_rows(min_row=5, min_col=2, max_col=2))
        yield from zip(cells, facts, strict=True)


def _row(fact: Fact, lang: Lang, checked: CheckedReport) -> list[Cell]:
    """What the eleven columns have to hold; blanks are None."""
    value: Cell = fact.date
    if fact.exact is not None:
        value = float(fact.exact * fact.unit.stored)
    if fact.text is not None:
        value = fact.text.in_(lang)
    number = fact.exact is not None
    unit = (fact.unit.zh if lang == "zh" else fact.unit.en) if number else ""
    published = checked.sources[fact.source].record.published.isoformat()
    cells: list[Cell] = [
        fact.metric.in_(lang),
        value,
        unit,
        "" if fact.text is not None else QUALIFIER_LABELS[fact.qualifier].in_(lang),
        _as_of(fact.period or published, lang),
        STATUS_LABELS[fact.status].in_(lang),
        fact.attribution.in_(lang),
        fact.quote,
        fact.quote_en if lang == "en" else fact.quote_zh,  # of quotes in the other language
        fact.source,
        fact.id,
    ]
    return [None if cell == "" else cell for cell in cells]


def _as_of(period: str, lang: Lang) -> Cell:
    """The first day of a year, month or day; intervals, here of years and months, are texts."""
    if "/" in period:
        return " – ".join(_in_words(point, lang) for point in period.split("/"))
    return dt.date.fromisoformat("-".join([*period.split("-"), "01", "01"][:3]))


def _in_words(point: str, lang: Lang) -> str:
    year, _, month = point.partition("-")
    if lang == "zh":
        return f"{year}年" + (f"{int(month)}月" if month else "")
    return f"{calendar.month_abbr[int(month)]} {year}" if month else year


def _plain(value: object) -> Cell:
    """A cell's value as `_row` writes it, whichever library read it."""
    if isinstance(value, dt.datetime):
        assert value.time() == dt.time()
        return value.date()
    if isinstance(value, int):
        return float(value)
    assert value is None or isinstance(value, str | float | dt.date)
    return None if value == "" else value
