"""`profile: accessible`, rule by rule, as a reader of others finds the workbooks: docs/conventions.md."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from ruamel.yaml import YAML

from exporter import build, check, verify
from exporter.check import CheckedReport
from exporter.facts.words import LANGUAGES, Lang
from exporter.inputs.opened import Inputs
from exporter.proof.xlsx import compare_workbook
from exporter.report.themes.contrast import contrast
from exporter.report.themes.read import read_theme, theme_place
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.report.xlsx.model import Workbook
from exporter.writers.xlsx import write_workbook
from tests.ooxml_schemas import found_at_fault
from tests.report.themes.logos import png

NORVIK = Path(__file__).parents[2] / "reports" / "norvik"
HOUSE = """\
name = "Quay & Sons"
author = "Ann Reed"
contact = "ann@quay.example"
logo = "mark.png"
[palette]
ink = "#F0F0F0"
surface = "#101820"
accent = "#FFB000"
muted = "#C0C0C0"
positive = "#80E0A0"
negative = "#FFA0A0"
"""


@pytest.fixture(scope="module")
def norvik() -> CheckedReport:
    """Losses, ranges, periods and charts; and a theme that is as far from plain as they go."""
    return check(NORVIK)


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param


@pytest.fixture(scope="module")
def made(
    norvik: CheckedReport, lang: Lang, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Workbook, Path]:
    folder = tmp_path_factory.mktemp("accessible")
    (folder / "mark.png").write_bytes(png())
    (folder / "house.toml").write_text(HOUSE, "utf-8")
    theme, problems = read_theme(theme_place("house.toml", (folder,), Inputs.of(folder)))
    assert not problems
    report = norvik.report.model_copy(update={"profile": "accessible", "theme": theme})
    book = lay_out_workbook(
        report, report.workbooks[0], norvik.evidence.facts, norvik.sources, lang
    )
    path = folder / book.file_name
    write_workbook(book, path)
    return book, path


@pytest.fixture(scope="module")
def sheets(made: tuple[Workbook, Path]) -> list[Worksheet]:
    return openpyxl.load_workbook(made[1]).worksheets


@pytest.fixture(scope="module")
def parts(made: tuple[Workbook, Path]) -> dict[str, str]:
    with ZipFile(made[1]) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def filled(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_proof_finds_it_as_it_was_laid_out(made: tuple[Workbook, Path]) -> None:
    assert compare_workbook(*made) == []


@pytest.mark.parametrize("lang", ["zh"], indirect=True)
def test_the_file_keeps_to_the_schemas(made: tuple[Workbook, Path]) -> None:
    assert found_at_fault(made[1]) == {made[1].name: []}


def test_the_proof_sees_what_is_otherwise(made: tuple[Workbook, Path]) -> None:
    book, path = made
    first, *others = book.sheets
    plain = {name: replace(style, is_heading=False) for name, style in book.styles.items()}
    other = replace(
        book,
        sheets=(replace(first, guide=""), *others),
        styles=plain,
        properties=replace(book.properties, language=""),
        is_plain=False,
    )
    told = {
        (difference.place, difference.what): difference
        for difference in compare_workbook(other, path)
    }
    frozen = told[f"{first.name} (sheet)", "frozen panes"]
    assert (frozen.expected, frozen.found) == ("B5", "nothing")
    assert told[f"{first.name} (sheet)", "table Contents"].found == "without filter buttons"
    assert told["workbook (properties)", "language"].found == book.lang
    assert told[f"{first.name}!A3", "value"].found[:20] == first.guide[:20]
    assert told[f"{first.name}!A1", "look"].found.endswith("as Heading 1")


def test_each_sheet_has_one_table_from_its_left_edge_and_nothing_below_it(
    sheets: list[Worksheet],
) -> None:
    for sheet in sheets:
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A4:"), sheet.title
        last = openpyxl.utils.cell.range_boundaries(table.ref)
        assert (sheet.max_column, sheet.max_row) == last[2:], sheet.title


def test_tables_are_marked_up_with_one_header_row_and_names_that_tell(
    sheets: list[Worksheet],
) -> None:
    names = [name for sheet in sheets for name in sheet.tables]
    assert len({*names}) == len(names) == len(sheets)
    assert {"Contents", "Facts_Norvik_Group", "Sources", "Checks", "Words"} <= {*names}
    for sheet in sheets:
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[4]]


def test_sheets_have_names_of_their_own_and_none_is_blank_or_hidden(
    sheets: list[Worksheet],
) -> None:
    titles = [sheet.title.casefold() for sheet in sheets]
    assert len({*titles}) == len(titles)
    assert not any(re.fullmatch(r"sheet ?\d*", title) for title in titles)
    assert {sheet.sheet_state for sheet in sheets} == {"visible"}
    assert all(sheet["A5"].value is not None for sheet in sheets)


def test_nothing_is_merged_hidden_or_empty_between(sheets: list[Worksheet]) -> None:
    for sheet in sheets:
        assert not sheet.merged_cells.ranges
        hidden = (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
        assert not any(place.hidden for place in hidden)
        assert all(any(cell.value is not None for cell in row) for row in sheet.iter_rows())


def test_nothing_is_frozen_and_nothing_filtered(
    sheets: list[Worksheet], parts: dict[str, str]
) -> None:
    for sheet in sheets:
        assert sheet.freeze_panes is None
        assert sheet.auto_filter.ref is None
    assert not any("<autoFilter" in text for text in parts.values())


def test_the_cursor_is_in_a1_of_the_first_sheet(sheets: list[Worksheet]) -> None:
    for sheet in sheets:
        (view,) = sheet.views.sheetView
        assert {selection.activeCell for selection in view.selection} <= {"A1"}
        assert bool(view.tabSelected) is (sheet is sheets[0])
        assert view.topLeftCell in {None, "A1"}


def test_titles_are_tagged_as_headings(sheets: list[Worksheet]) -> None:
    for sheet in sheets:
        assert sheet["A1"].style == "Heading 1"
        assert {cell.style for cell in filled(sheet)} == {"Heading 1", "Normal"}


def test_a3_says_what_is_on_the_sheet_and_what_blank_cells_mean(
    sheets: list[Worksheet], lang: Lang
) -> None:
    charts = 0
    for sheet in sheets:
        said = sheet["A3"].value
        assert ("one table" if lang == "en" else "一张表格") in said
        assert ("A blank cell" if lang == "en" else "空白单元格") in said
        assert (("a chart" if lang == "en" else "图表") in said) is bool(sheet._charts)
        charts += len(sheet._charts)
    assert charts


def test_letters_are_large_and_plain(sheets: list[Worksheet], lang: Lang) -> None:
    fonts = {(cell.font.name, cell.font.sz) for sheet in sheets for cell in filled(sheet)}
    assert {name for name, _ in fonts} == {{"en": "Arial", "zh": "Microsoft YaHei"}[lang]}
    assert min(size for _, size in fonts) == 12


def test_texts_wrap_in_columns_of_a_sensible_width(sheets: list[Worksheet]) -> None:
    for sheet in sheets[1:-5]:  # those of entities
        for cell in sheet["H"][4:]:
            assert cell.alignment.wrap_text
        widths = {name: sheet.column_dimensions[name].width for name in "ABCDEFGHIJK"}
        assert 8 < min(widths.values()) <= max(widths.values()) < 80, (sheet.title, widths)


def test_nothing_is_told_by_ground_or_colour_of_tabs(sheets: list[Worksheet]) -> None:
    for sheet in sheets:
        assert sheet.sheet_properties.tabColor is None
        assert {cell.fill.patternType for row in sheet.iter_rows() for cell in row} == {None}
        (table,) = sheet.tables.values()
        assert table.tableStyleInfo is None or table.tableStyleInfo.name is None


def test_colours_stand_out_from_white(sheets: list[Worksheet]) -> None:
    colours = {
        cell.font.color.rgb[2:]
        for sheet in sheets
        for cell in filled(sheet)
        if cell.font.color is not None and cell.font.color.type == "rgb"
    }
    assert len(colours) > 3
    assert min(contrast(f"#{colour}", "#FFFFFF") for colour in colours) >= 4.5


def test_pages_have_neither_header_nor_footer_and_the_house_stands_in_a_cell(
    sheets: list[Worksheet], parts: dict[str, str]
) -> None:
    assert not any("<headerFooter" in text for text in parts.values())
    assert sheets[0]["A3"].value.endswith("Quay & Sons · Ann Reed · ann@quay.example")


def test_there_is_no_picture_and_no_comment(parts: dict[str, str]) -> None:
    assert not [name for name in parts if re.search("media|vml|comment", name, re.IGNORECASE)]
    assert not any("sparkline" in text for text in parts.values())


def test_trends_are_figures(made: tuple[Workbook, Path], sheets: list[Worksheet]) -> None:
    headers = [cell.value for cell in sheets[0][4]]
    assert {"Latest", "最近一期"} & {*headers}
    assert not {"Trend", "走势"} & {*headers}


def test_charts_are_described(parts: dict[str, str]) -> None:
    drawings = [text for name, text in parts.items() if re.match(r"xl/drawings/drawing\d", name)]
    described = [text for drawing in drawings for text in re.findall(r'descr="([^"]*)"', drawing)]
    assert len(described) == len(drawings) > 2
    assert all(len(text) > 40 for text in described)


def test_the_file_says_its_title_author_and_language(
    made: tuple[Workbook, Path], lang: Lang
) -> None:
    properties = openpyxl.load_workbook(made[1]).properties
    assert properties.language == lang
    assert properties.title == made[0].properties.title
    assert properties.creator


def test_it_has_no_macros_and_nothing_that_changes_by_itself(parts: dict[str, str]) -> None:
    assert not [name for name in parts if re.search("vba|activeX|ctrlProp|externalLink", name)]


def test_printed_letters_stay_at_eight_points(made: tuple[Workbook, Path]) -> None:
    assert all(sheet.pages and sheet.pages.scale * 12 / 100 >= 8 for sheet in made[0].sheets)


def test_links_say_where_they_lead(lang: Lang, checked: CheckedReport) -> None:
    report = checked.report.model_copy(update={"profile": "accessible"})
    book = lay_out_workbook(report, report.workbooks[0], checked.evidence.facts, checked.sources, lang)  # fmt: skip
    for sheet in book.sheets:
        for column in sheet.tables[0].columns if sheet.tables[0].cells is None else ():
            texts, links = column.texts, column.links
            opened = [] if links is None else zip(texts.to_pylist(), links.to_pylist(), strict=True)
            assert not [text for text, link in opened if link and "://" in text]


def test_what_is_not_proved_is_told_in_words(mini_report: Path, tmp_path: Path) -> None:
    """And the whole way: built, and rebuilt from the manifest."""
    definition = mini_report / "report.yaml"
    (facts,) = mini_report.glob("facts/*.yaml")
    said = facts.read_text("utf-8")
    value = re.search(r"value: (\d+)", said)
    assert value
    facts.write_text(said.replace(value[0], "value: 987654", 1), "utf-8")
    defined = YAML(typ="safe").load(definition) | {"profile": "accessible", "evidence": "optional"}
    del defined["one_pagers"]  # whose drawing takes longer than all the rest
    definition.write_text(json.dumps(defined, default=str), "utf-8")  # JSON is YAML, too
    build(mini_report, tmp_path / "built", ["en"])
    assert verify(tmp_path / "built").differences == ()
    (path,) = (tmp_path / "built").glob("*.en.xlsx")
    sheet = openpyxl.load_workbook(path).worksheets[1]
    headers = [cell.value for cell in sheet[4]]
    told = [row[headers.index("Not proved")].value for row in sheet.iter_rows(min_row=5)]
    assert "Contradicted by the quote" in told
    assert None in told


def test_a_sheet_of_lists_is_no_entity_s(mini_report: Path) -> None:
    definition = mini_report / "report.yaml"
    text = definition.read_text("utf-8").replace("Example Motors", "Lists")
    for path in mini_report.glob("facts/*.yaml"):
        path.write_text(path.read_text("utf-8").replace("Example Motors", "Lists"), "utf-8")
    definition.write_text(f"profile: accessible\n{text}", "utf-8")
    found = check(mini_report).problems
    assert any("the same as 'Lists' for Excel" in problem.wrong for problem in found)


def test_what_a_sheet_holds_is_said_whole_on_each_of_its_printed_pages(
    made: tuple[Workbook, Path],
) -> None:
    book, path = made
    read = openpyxl.load_workbook(path)
    repeated = [sheet for sheet in book.sheets if sheet.pages and sheet.pages.repeated]
    assert repeated
    for sheet in repeated:
        assert read[sheet.name]["A3"].alignment.wrap_text
        assert read[sheet.name].row_dimensions[3].height > 2 * read[sheet.name]["A3"].font.size
