"""The shipped report's workbooks around their cells: set-up, links, charts, the other sheets."""

import datetime as dt
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from exporter.check import CheckedReport
from exporter.facts.table import Fact
from exporter.facts.words import Lang
from tests.ooxml_schemas import found_at_fault
from tests.shipped_books import BOOKS, book, path, place

__all__ = ["book", "path", "place"]  # fixtures

CHECKED = {  # those whose expected result the facts give at once
    "en": ("Facts in the table", "Figures and dates confirmed by their quotes",
           "Quotes verified in their sources"),
    "zh": ("表内条目数", "经原文核实的数值与日期", "经来源核实的原文"),
}  # fmt: skip


@pytest.fixture(scope="module")
def cached(path: Path) -> Workbook:
    return load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def facts(checked: CheckedReport) -> dict[str, list[Fact]]:
    """The facts of each entity, by its English name."""
    found: dict[str, list[Fact]] = {}
    for fact in checked.evidence.facts:
        found.setdefault(fact.entity, []).append(fact)
    return found


def test_every_sheet_is_ready_to_read_filter_and_print(book: Workbook) -> None:
    for sheet in book.worksheets:
        page = sheet.page_setup
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "B5", sheet.title
        assert all(table.autoFilter.ref == table.ref for table in sheet.tables.values())
        assert all(table.tableStyleInfo.showRowStripes for table in sheet.tables.values())
        assert (page.orientation, page.paperSize) == ("landscape", 9)  # 9 is A4
        assert 80 <= (page.scale or 100) <= 100, "letters of 10 points print at 8"
        assert not (sheet.sheet_properties.pageSetUpPr or sheet.sheet_properties).fitToPage
        if "Facts" in next(iter(sheet.tables)):
            assert [one.id for one in sheet.col_breaks.brk] == [7], "H begins the second page"
            assert sheet.print_title_cols == "$A:$A"
        assert sheet.print_title_rows == "$4:$4"
        assert "&P" in sheet.oddFooter.right.text
        assert "&N" in sheet.oddFooter.right.text
        assert sheet.sheet_view.topLeftCell in {None, "A1"}
        cursor = {one.pane: one.sqref for one in sheet.sheet_view.selection}
        assert cursor[sheet.sheet_view.pane.activePane] == "A1", sheet.title


def test_the_workbook_opens_on_contents(book: Workbook) -> None:
    assert book.active.title == book.sheetnames[0]
    selected = [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected]
    assert selected == book.sheetnames[:1]


def test_properties_speak_for_the_edition(
    book: Workbook, place: tuple[str, Lang], checked: CheckedReport
) -> None:
    (workbook,) = (one for one in checked.report.workbooks if one.name == place[0])
    about = book.properties
    assert about.title == workbook.title.in_(place[1])
    assert about.subject == checked.report.title.in_(place[1])
    assert about.creator == checked.report.author.in_(place[1])
    edition = dt.datetime.combine(checked.report.edition, dt.time())
    assert (about.created, about.modified) == (edition, edition)


def test_units_qualifiers_and_statuses_have_lists(book: Workbook) -> None:
    for sheet in book.worksheets[1:-3]:
        (table,) = sheet.tables.values()
        last = table.ref.removeprefix("A4:K")
        rules = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
        assert rules == {
            f"C5:C{last}": "units",
            f"D5:D{last}": "qualifiers",
            f"F5:F{last}": "statuses",
        }


def test_lists_hold_every_word_in_use(book: Workbook) -> None:
    for name, letter in (("units", "C"), ("qualifiers", "D"), ("statuses", "F")):
        ((sheet, area),) = book.defined_names[name].destinations
        words = {cell.value for (cell,) in book[sheet][area.replace("$", "")]}
        used = {
            cell.value
            for sheet in book.worksheets[1:-3]
            for cell in sheet[letter][4:]
            if cell.value
        }
        assert used <= words, name
        assert None not in words, name


def test_figures_that_compare_have_a_chart(
    book: Workbook, checked: CheckedReport, facts: dict[str, list[Fact]], place: tuple[str, Lang]
) -> None:
    charts = 0
    for entity in checked.report.entities:
        name = entity.name.in_(place[1])
        if name not in book.sheetnames:
            continue
        units = [fact.unit if fact.exact is not None else None for fact in facts[entity.name.en]]
        runs = [(unit, len(list(same))) for unit, same in groupby(units)]
        compare = any(unit and unit.dimension != "ordinal" and n > 1 for unit, n in runs)
        found = book[name]._charts
        assert len(found) == compare, name
        for chart in found:
            charts += 1
            assert _rows(chart.series[0].cat.strRef or chart.series[0].cat.numRef, "A")
            first, last = _rows(chart.series[0].val.numRef, "B")
            assert last > first
            assert len({str(unit) for unit in units[first - 5 : last - 4]}) == 1
            assert units[first - 5] is not None
    assert charts >= 1


def _rows(reference: Any, column: str) -> tuple[int, int]:
    """First and last row of a chart's range, which stands in `column`."""
    first, last = reference.f.rpartition("!")[2].replace("$", "").split(":")
    assert first[0] == last[0] == column
    return int(first[1:]), int(last[1:])


def test_contents_leads_to_every_sheet_with_count_and_headline(
    book: Workbook, cached: Workbook, facts: dict[str, list[Fact]], checked: CheckedReport
) -> None:
    contents, shown = book.worksheets[0], cached.worksheets[0]
    names = book.sheetnames[1:-3]
    entities = {name: one.name.en for one in checked.report.entities for name in one.name}
    for row, name in enumerate(names, 5):
        assert contents[f"A{row}"].value == name
        assert contents[f"A{row}"].hyperlink.location == f"'{name}'!A1"
        assert contents[f"B{row}"].data_type == "f"
        assert shown[f"B{row}"].value == len(facts[entities[name]])
        target = cached[name]
        (headline,) = re.findall(r'MATCH\("([^"]+)"', contents[f"D{row}"].value)
        (place,) = (cell.row for cell in target["K"] if cell.value == headline)
        origin = f"B{place}"
        assert shown[f"D{row}"].value == target[origin].value is not None
        assert contents[f"D{row}"].number_format == book[name][origin].number_format
        assert shown[f"C{row}"].value == target[f"A{origin[1:]}"].value
    assert contents.max_row == 4 + len(names)


def test_sources_names_every_source_quoted(book: Workbook, checked: CheckedReport) -> None:
    sheet = book.worksheets[-2]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    cited = {cell.value for one in book.worksheets[1:-3] for cell in one["J"][4:]}
    assert {row[0] for row in rows} == cited
    quoted = sum(one.max_row - 4 for one in book.worksheets[1:-3])
    assert sum(row[6] for row in rows) == quoted
    for row in rows:
        record = checked.sources[row[0]].record
        assert (row[4].date(), row[5].date()) == (record.published, record.retrieved)
        assert row[7:9] == (record.url, record.sha256)


def test_checks_are_formulas_whose_cached_results_are_true(
    book: Workbook, cached: Workbook, facts: dict[str, list[Fact]], checked: CheckedReport
) -> None:
    checks, shown = book.worksheets[-1], cached.worksheets[-1]
    last = int(checks.tables["Checks"].ref.rpartition("E")[2])
    entities = {name: one.name.en for one in checked.report.entities for name in one.name}
    told: dict[tuple[str, str], float] = {}
    for row in range(5, last + 1):
        assert [checks[f"{letter}{row}"].data_type for letter in "DE"] == ["f", "f"]
        assert shown[f"E{row}"].value is True, row
        told[shown[f"A{row}"].value, shown[f"B{row}"].value] = shown[f"C{row}"].value
    names = CHECKED["zh" if book.sheetnames[0] == "目录" else "en"]
    for name in book.sheetnames[1:-3]:
        own = facts[entities[name]]
        figures = sum(fact.text is None for fact in own)
        assert [told[name, check] for check in names] == [len(own), figures, len(own)]
    assert shown[f"C{last}"].value == sum(one.max_row - 4 for one in book.worksheets[1:-3])


def test_files_keep_to_the_schemas(built: Path) -> None:
    assert found_at_fault(*built.glob("*.xlsx")) == {
        f"{name}.{lang}.xlsx": [] for name, lang in BOOKS
    }
