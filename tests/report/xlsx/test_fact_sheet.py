"""An entity's sheet as it is laid out, before anything is drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter import check
from exporter.facts.words import LANGUAGES, Lang
from exporter.limits import numbered_sheet_name
from exporter.report.xlsx.fact_sheet import table_name
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.report.xlsx.model import Column, Sheet, Workbook
from tests.golden import check_golden
from tests.writers.sample_book import in_memory


def laid_out(report: Path, lang: Lang) -> Workbook:
    checked = check(report)
    definition = checked.report
    return lay_out_workbook(
        definition, definition.workbooks[0], checked.evidence.facts, checked.sources, lang
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_of_an_entity(mini_report: Path, lang: Lang) -> None:
    sheet = laid_out(mini_report, lang).sheets[1]
    check_golden(f"report/entity-sheet.{lang}.txt", "\n".join(_lines(sheet)) + "\n")


def _lines(sheet: Sheet) -> Iterator[str]:
    (table,) = map(in_memory, sheet.tables)
    yield f"{sheet.name} | {sheet.title} | {sheet.note} | chart {sheet.chart}"
    yield f"table {table.name}, {table.rows} rows from row {table.first_row + 1}"
    for column in table.columns:
        choices = f" | list {column.choices}" if column.choices else ""
        yield f"\n{column.header} | {column.width} wide | {column.header_style}{choices}"
        yield from (f"  {cell}" for cell in _cells(column, table.rows))


def _cells(column: Column, rows: int) -> Iterator[str]:
    for row in range(rows):
        held = [array[row].as_py() for array in (column.numbers, column.texts) if array is not None]
        value = next((one for one in held if one is not None), "")
        style = column.styles if isinstance(column.styles, str) else column.styles[row].as_py()
        link = column.links[row].as_py() if column.links is not None else None
        yield " | ".join(str(part) for part in (value, style, link) if part is not None)


def test_facts_keep_their_order_and_one_entity_shows_no_others(mini_report: Path) -> None:
    other = "id: other\n  entity: Example Yards\n  metric: {en: Other, zh: 其他}\n  value: x\n"
    other += "  source: press-note\n  quote: about 18.5% more than a year before\n"
    facts = mini_report / "facts" / "example-motors.yaml"
    facts.write_text(f"{facts.read_text('utf-8')}\n- {other}", "utf-8")
    definition = mini_report / "report.yaml"
    entity = "  - {name: {en: Example Motors, zh: 示例汽车}}\n"
    both = entity + "  - {name: {en: Example Yards, zh: 示例船厂}, headline: other}\n"
    definition.write_text(definition.read_text("utf-8").replace(entity, both), "utf-8")
    book = laid_out(mini_report, "en")
    assert [sheet.name for sheet in book.sheets] == [
        "Contents", "Example Motors", "Example Yards", "About", "Sources", "Checks",
    ]  # fmt: skip
    ids = [in_memory(sheet.tables[0]).columns[-1].texts.to_pylist() for sheet in book.sheets[1:3]]
    assert ids == [["deliveries", "deliveries-growth", "new-plant"], ["other"]]


def test_a_fact_without_a_period_is_as_of_its_source(mini_report: Path) -> None:
    facts = mini_report / "facts" / "example-motors.yaml"
    facts.write_text(facts.read_text("utf-8").replace("  period: 2026\n", ""), "utf-8")
    column = in_memory(laid_out(mini_report, "en").sheets[1].tables[0]).columns[4]
    assert column.header == "As of"
    assert column.numbers.to_pylist()[2] == 46_037  # 15 January 2026, when the note appeared
    assert column.styles[2].as_py() == "date [$-409]d mmm yyyy"


@pytest.mark.parametrize(
    ("entity", "taken", "name"),
    [
        ("DingTalk", set(), "Facts_DingTalk"),
        ("Alibaba.com", set(), "Facts_Alibaba_com"),
        ("Tongyi Qianwen 2.0", set(), "Facts_Tongyi_Qianwen_2_0"),
        ("钉钉", set(), "Facts_钉钉"),
        ("???", set(), "Facts_"),
        ("A.b", {"facts_a_b"}, "Facts_A_b_2"),
        ("A b", {"facts_a_b", "facts_a_b_2"}, "Facts_A_b_3"),
    ],
)
def test_names_of_tables(entity: str, taken: set[str], name: str) -> None:
    before = len(taken)
    assert table_name(entity, taken) == name
    assert name.casefold() in taken
    assert len(taken) == before + 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_beyond_the_rows_of_a_sheet_go_on_in_another(
    mini_report: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = laid_out(mini_report, lang).sheets[1]
    monkeypatch.setattr("exporter.report.xlsx.fact_sheet.ROWS_A_SHEET", 2)
    contents, *sheets, _, _, checks = laid_out(mini_report, lang).sheets
    assert [sheet.name for sheet in sheets] == [whole.name, f"{whole.name} (2)"]
    assert [sheet.tables[0].name for sheet in sheets] == [
        "Facts_Example_Motors", "Facts_Example_Motors_2",
    ]  # fmt: skip
    ids = [in_memory(sheet.tables[0]).columns[-1].texts.to_pylist() for sheet in sheets]
    assert [*ids[0], *ids[1]] == in_memory(whole.tables[0]).columns[-1].texts.to_pylist()
    assert list(map(len, ids)) == [2, 1]
    assert contents.tables[0].columns[0].texts.to_pylist() == [sheet.name for sheet in sheets]
    assert contents.tables[0].columns[1].numbers.to_pylist() == [2, 1]
    assert all(checks.tables[0].columns[-1].truths.to_pylist())


def test_names_of_further_sheets_are_no_longer_than_excel_allows() -> None:
    assert numbered_sheet_name("DingTalk", 1) == "DingTalk"
    assert numbered_sheet_name("DingTalk", 12) == "DingTalk (12)"
    assert numbered_sheet_name("x" * 31, 1) == "x" * 31
    assert numbered_sheet_name("x" * 31, 2) == "x" * 27 + " (2)"


def test_a_large_set_has_no_links_to_an_evidence_page_that_no_browser_would_open(
    mini_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.report.html.selection.MOST_ON_PAGE", 2)
    *_, source, fact = in_memory(laid_out(mini_report, "en").sheets[1].tables[0]).columns
    assert fact.links is None
    assert fact.formulas is None
    assert all(source.links.to_pylist())
