"""The sheet Periods: metrics side by side, changes as formulas, words where there is no figure."""

import zipfile
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from exporter.build import BuildOrder, build_with
from exporter.check import CheckedReport, check
from exporter.editions.pull.pulled import find_pulled
from exporter.engine.progress import silent
from exporter.facts.words import Lang
from exporter.proof.xlsx import compare_workbook
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.report.xlsx.model import Sheet, Workbook
from exporter.verify import verify
from exporter.writers.xlsx import write_workbook
from tests.golden import check_golden
from tests.period_report import FACTS, make_period_report, stated

SHEETS = {"en": "Periods", "zh": "分期"}
Cell = Mapping[str, Any]


class Made(NamedTuple):
    """A report's folder, and what was built of it."""

    report: Path
    output: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("periods")
    report = make_period_report(folder / "alder")
    output = folder / "output"
    build_with(
        lambda function, *arguments: lambda: function(*arguments),
        BuildOrder(report, output, ("en",)),
        silent,
    )
    return Made(report, output)


@pytest.fixture(scope="module")
def checked(made: Made) -> CheckedReport:
    return check(made.report)


def book_of(checked: CheckedReport, lang: Lang = "en") -> Workbook:
    """The workbook of a checked report."""
    report, facts = checked.report, checked.evidence.facts
    return lay_out_workbook(report, report.workbooks[0], facts, checked.sources, lang)


def laid_out(folder: Path, facts: Sequence[dict[str, Any]], **keys: Any) -> Workbook:
    """The workbook of a report with these facts."""
    about = dict.fromkeys(fact["entity"] for fact in facts)
    keys.setdefault("entities", [{"name": name} for name in about])
    found = check(make_period_report(folder / "alder", facts, **keys))
    assert not found.problems
    return book_of(found)


def periods_of(book: Workbook) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.name == SHEETS[book.lang]), None)


def rows_of(book: Workbook) -> list[dict[str, Any]]:
    """The rows of all tables: what each cell shows by its header, number or text."""
    sheet = periods_of(book)
    assert sheet is not None
    found = []
    for table in sheet.tables:
        for at in range(table.rows):
            row = {}
            for column in table.columns:
                numbers, texts = column.numbers, column.texts
                number = numbers[at].as_py() if numbers is not None else None
                row[column.header] = texts[at].as_py() if number is None and texts else number
            found.append(row)
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_sheet_reads_back_as_reviewed(
    checked: CheckedReport, tmp_path: Path, lang: Lang
) -> None:
    path = tmp_path / f"alder.{lang}.xlsx"
    write_workbook(book_of(checked, lang), path)
    book, cached = load_workbook(path), load_workbook(path, data_only=True)
    sheet, values = book[SHEETS[lang]], cached[SHEETS[lang]]
    lines = [
        f"freeze {sheet.freeze_panes} | repeat {sheet.print_title_cols} {sheet.print_title_rows}"
    ]
    lines += [f"table {table.displayName} {table.ref}" for table in sheet.tables.values()]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            value = values[cell.coordinate].value
            link = cell.hyperlink.location if cell.hyperlink else ""
            colour = cell.font.color.rgb if isinstance(value, int | float) else ""
            parts = [cell.coordinate, value, cell.number_format, link, colour]
            parts += [cell.value] if cell.value != value else []
            lines.append(
                " | ".join(str(part) for part in parts if part not in {"", "General", None})
            )
    check_golden(f"report/periods.{lang}.txt", "\n".join(lines) + "\n")


def test_the_set_is_proved_and_the_sheets_stand_in_order(made: Made) -> None:
    assert not list(verify(made.output))
    book = load_workbook(made.output / "alder.en.xlsx", read_only=True)
    assert book.sheetnames == [
        "Contents",
        "Brewery",
        "Pubs",
        "Periods",
        "About",
        "Sources",
        "Checks",
    ]


def test_contents_leads_there_and_counts_the_figures(made: Made) -> None:
    contents = load_workbook(made.output / "alder.en.xlsx", data_only=True)["Contents"]
    line = next(cell for cell in contents["A"] if cell.value == "Periods")
    assert line.hyperlink.location == "'Periods'!A1"
    assert contents.cell(line.row, 2).value == 28  # figures of rows with two periods or more
    assert contents.cell(line.row, 3).value == "Metrics by period: 11"


def test_changes_are_what_the_facts_say_exactly(made: Made) -> None:
    sheet = load_workbook(made.output / "alder.en.xlsx", data_only=True)["Periods"]
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=12, max_row=17)}
    revenue = [cell.value for cell in rows["Revenue"]]
    assert revenue[5:10] == [1142.5, 1180, 1225, 1310, 130]
    assert revenue[10] == float(Fraction(1310, 1180) - 1)
    assert revenue[11:13] == [85, float(Fraction(1310, 1225) - 1)]
    margin = [cell.value for cell in rows["Operating margin"]]
    exact = Fraction(47, 1310) - Fraction(41, 1225)
    assert margin[11] == float(exact * 100)  # percentage points


def test_edits_there_are_refused_by_name(made: Made, tmp_path: Path) -> None:
    book = load_workbook(made.output / "alder.en.xlsx")
    sheet = book["Periods"]
    assert sheet["F6"].value == "no figure"
    sheet["F6"], sheet["G5"] = 99, 4311
    book.save(tmp_path / "edited.xlsx")
    pulled = find_pulled(made.report, tmp_path / "edited.xlsx", made.output)
    assert [str(one.place.cell) for one in pulled.refusals] == ["G5", "F6"]
    assert {one.place.sheet for one in pulled.refusals} == {"Periods"}


def test_a_workbook_without_the_sheet_is_pulled_as_before(made: Made, tmp_path: Path) -> None:
    book = load_workbook(made.output / "alder.en.xlsx")
    del book["Periods"]
    for name, row in (("Contents", 7),):
        book[name].delete_rows(row)
    book.save(tmp_path / "older.xlsx")
    pulled = find_pulled(made.report, tmp_path / "older.xlsx", made.output)
    assert not pulled.refusals
    assert not pulled.changes


def test_a_cell_edited_there_is_a_difference(checked: CheckedReport, tmp_path: Path) -> None:
    """One whose formula names another operand is told by its cell, though it looks alike."""
    laid, path = book_of(checked), tmp_path / "alder.en.xlsx"
    write_workbook(laid, path)
    assert not compare_workbook(laid, path)
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(tmp_path / "edited.xlsx", "w") as edited:
        for part in book.namelist():
            content = book.read(part).replace(b"<f>I13-G13</f>", b"<f>I13-F13</f>")
            edited.writestr(part, content)
    told = {(one.place, one.what) for one in compare_workbook(laid, tmp_path / "edited.xlsx")}
    assert told == {("Periods!J13", "formula")}


def test_no_sheet_where_no_metric_stands_twice(tmp_path: Path) -> None:
    facts = [stated("revenue", "2025", 4520, "EUR million"), stated("revenue", "2025-Q3", 1180, "EUR million")]  # fmt: skip
    book = laid_out(tmp_path, facts)
    assert periods_of(book) is None
    assert "Periods" not in str([sheet.name for sheet in book.sheets])


def test_layout_shows_an_entity_whole(tmp_path: Path) -> None:
    facts = [stated("revenue", "2025", 4520, "EUR million"), stated("capex", "2025", 210, "EUR million", entity="Pubs")]  # fmt: skip
    entities = [{"name": "Brewery"}, {"name": "Pubs", "layout": "periods"}]
    assert [row["Metric"] for row in rows_of(laid_out(tmp_path / "one", facts, entities=entities))] == ["Capital expenditure"]  # fmt: skip
    books = [{"name": "alder", "title": "Alder", "layout": "periods"}]
    rows = rows_of(laid_out(tmp_path / "all", facts, workbooks=books))
    assert [row["Metric"] for row in rows] == ["Revenue", "Capital expenditure"]


def test_the_newest_period_stands_where_the_report_says(tmp_path: Path) -> None:
    facts = [fact for fact in FACTS if fact["id"] in {"revenue-2025", "revenue-2024", "revenue-2023"}]  # fmt: skip
    (row,) = rows_of(laid_out(tmp_path, facts, newest_period="first"))
    assert [header for header in row if header.isdigit()] == ["2025", "2024", "2023"]
    assert row["Change y/y"] == 210


def test_figures_of_one_period_stand_in_rows_of_their_own(tmp_path: Path) -> None:
    quote = "Analysts expect revenue of €{} million"
    told = {"status": "estimate", "attribution": {"en": "Analysts", "zh": "分析师"}}
    facts = [
        stated("revenue", "2025", 4520, "EUR million"),
        stated("revenue", "2024", 4310, "EUR million"),
        stated("revenue", "2025", 4480, "EUR million", id="expected-2025", quote=quote.format("4,480") + " in 2025", **told),
        stated("revenue", "2026", 4650, "EUR million", id="expected-2026", quote=quote.format("4,650") + " in 2026", **told),
    ]  # fmt: skip
    achieved, expected = rows_of(laid_out(tmp_path, facts))
    assert (achieved["2024"], achieved["2025"], achieved["2026"]) == (4310, 4520, "no figure")
    assert (expected["2024"], expected["2025"], expected["2026"]) == ("no figure", 4480, 4650)
    assert expected["Attributed to"] == "Analysts"
    assert (achieved["Status"], expected["Status"]) == ("achieved", "estimate")


def expected_by(name: str, period: str, value: int, status: str = "estimate") -> dict[str, Any]:
    """What somebody expects of a period's revenue; the brewer itself where nobody is named."""
    told = {"attribution": {"en": name, "zh": name}} if name else {}
    quote = f"{name or 'Alder'} expects revenue of €{value:,} million in {period}"
    id_ = f"{name or 'own'}-{status}-{period}".lower()
    return stated("revenue", period, value, "EUR million", id=id_, quote=quote, status=status, **told)  # fmt: skip


VOICES = (
    stated("revenue", "2025", 4520, "EUR million"),
    expected_by("", "2026", 4700, "guidance"),
    expected_by("Elm", "2026", 4800),
    expected_by("Yew", "2026", 4650),
    expected_by("Yew", "2027", 4900),
)


@pytest.mark.parametrize("facts", [VOICES, VOICES[::-1], (*VOICES[2:], *VOICES[:2])])
def test_each_voice_has_its_row_in_whatever_order_facts_stand(
    tmp_path: Path, facts: Sequence[dict[str, Any]]
) -> None:
    rows = rows_of(laid_out(tmp_path, facts))
    keys = ("Status", "Attributed to", "2025", "2026", "2027", "Growth y/y")
    none = "no figure"
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("2026: guidance", None, 4520, 4700, none, pytest.approx(180 / 4520)),
        ("estimate", "Elm", none, 4800, none, "no earlier figure"),
        ("estimate", "Yew", none, 4650, 4900, pytest.approx(250 / 4650)),
    ]


def test_the_only_one_who_expects_something_goes_on_and_is_named(tmp_path: Path) -> None:
    (row,) = rows_of(laid_out(tmp_path, [VOICES[3], VOICES[0]]))
    told = (row["2025"], row["2026"], row["Status"], row["Attributed to"])
    assert told == (4520, 4650, "2026: estimate", "2026: Yew")


def test_what_the_only_voice_expects_of_an_achieved_period_is_kept(tmp_path: Path) -> None:
    facts = [expected_by("Fir", "2025", 4500), VOICES[0], stated("revenue", "2024", 4310, "EUR million")]  # fmt: skip
    achieved, expected = rows_of(laid_out(tmp_path, facts))
    assert (achieved["2024"], achieved["2025"]) == (4310, 4520)
    assert (expected["2025"], expected["Attributed to"]) == (4500, "Fir")


def test_two_who_measure_one_period_do_not_share_rows(tmp_path: Path) -> None:
    facts = [
        expected_by(name, period, value, "achieved")
        for name, period, value in (
            ("Elm", "2024", 4300), ("Yew", "2025", 4600), ("Yew", "2024", 4310), ("Elm", "2025", 4520),
        )
    ]  # fmt: skip
    rows = rows_of(laid_out(tmp_path, facts))
    assert [(row["Attributed to"], row["2024"], row["2025"]) for row in rows] == [
        ("Elm", 4300, 4520), ("Yew", 4310, 4600),
    ]  # fmt: skip


def test_several_figures_of_one_period_alone_are_no_row(tmp_path: Path) -> None:
    assert periods_of(laid_out(tmp_path, VOICES[1:4])) is None


def test_nothing_grows_from_a_loss_or_from_zero(tmp_path: Path) -> None:
    told = {
        "revenue": (47, -12, "n.m.: below zero"),
        "result": (-47, 12, "n.m.: below zero"),
        "capex": (47, 0, "n.m.: from zero"),
        "debt": (0, 40, -1),
    }
    facts = [
        stated(metric, period, value, "EUR million")
        for metric, (now, before, _) in told.items()
        for period, value in (("2026-Q3", now), ("2025-Q3", before))
    ]
    rows = rows_of(laid_out(tmp_path, facts))
    assert [row["Change y/y"] for row in rows] == [now - before for now, before, _ in told.values()]
    assert [row["Growth y/y"] for row in rows] == [word for _, _, word in told.values()]


def test_a_restated_figure_is_not_there_and_a_replaced_one_is(tmp_path: Path) -> None:
    facts = [
        stated("revenue", "2025", 4520, "EUR million", id="wrong"),
        stated("revenue", "2025", 4530, "EUR million", id="right", restates="wrong"),
        stated("revenue", "2026", 4700, "EUR million", id="later", replaces="right"),
    ]
    (row,) = rows_of(laid_out(tmp_path, facts))
    assert (row["2025"], row["2026"]) == (4530, 4700)


def test_what_a_source_says_in_words_is_told_so_and_linked(tmp_path: Path) -> None:
    words = stated("capex", "2026", 1, "text", quote="Spending in 2026 is not decided yet")
    words |= {"value": {"en": "Not decided", "zh": "未定"}}
    del words["unit"]
    facts = [
        stated("capex", "2024", 190, "EUR million"),
        stated("capex", "2025", 210, "EUR million"),
        words,
    ]
    facts += [stated("revenue", year, 4520, "EUR million") for year in ("2025", "2026")]
    row = rows_of(laid_out(tmp_path, facts))[0]
    assert (row["2025"], row["2026"]) == (210, "in words")
    assert row["Change y/y"] == 20


def test_many_periods_print_on_two_pages(tmp_path: Path) -> None:
    quarters = [(year, quarter) for year in range(2023, 2027) for quarter in (1, 2, 3, 4)][:15]
    facts = [
        stated("revenue", f"{year}-Q{quarter}", 1000 + year - quarter, "EUR million")
        for year, quarter in quarters
    ]
    sheet = periods_of(laid_out(tmp_path, facts))
    assert sheet is not None
    assert sheet.pages is not None
    assert len(sheet.pages.breaks) == 1
    assert sheet.pages.scale >= 80
    assert sheet.pages.repeated
    assert sheet.stub == 2


def test_accessible_workbooks_have_all_of_it_in_one_table(
    checked: CheckedReport, tmp_path: Path
) -> None:
    book = book_of(check(make_period_report(tmp_path / "alder", profile="accessible")))
    sheet = periods_of(book)
    assert sheet is not None
    assert len(sheet.tables) == 1
    assert [row["Metric"] for row in rows_of(book)] == [
        row["Metric"] for row in rows_of(book_of(checked))
    ]
    changes = {"Change y/y", "Growth y/y"}
    for plain, usual in zip(rows_of(book), rows_of(book_of(checked)), strict=True):
        assert {key: plain[key] for key in usual.keys() & changes} == {
            key: usual[key] for key in usual.keys() & changes
        }
    path = tmp_path / "alder.en.xlsx"
    write_workbook(book, path)
    assert compare_workbook(book, path) == []


def test_words_stand_on_one_line_where_the_sheet_stays_on_one_page(tmp_path: Path) -> None:
    facts = [stated("result", "2025-Q3", -12, "EUR million"), stated("result", "2026-Q3", 47, "EUR million")]  # fmt: skip
    sheet = periods_of(laid_out(tmp_path, facts))
    assert sheet is not None
    assert sheet.pages is not None
    assert sheet.pages.breaks == ()
    growth = sheet.tables[0].columns[-1]
    assert growth.header == "Growth y/y"
    assert growth.width > len("n.m.: below zero")


def test_who_has_too_many_facts_for_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.report.xlsx.periods.rows.MOST_FACTS", 2)
    facts = [stated("revenue", period, 40, "EUR million") for period in ("2024", "2025")]
    many = [
        stated("revenue", period, 40, "EUR million", entity="Mill", id=f"mill-{period}")
        for period in ("2023", "2024", "2025")
    ]
    book = laid_out(tmp_path, [*facts, *many])
    sheet = periods_of(book)
    assert sheet is not None
    assert "not here: 1" in sheet.note
    assert {row["Entity"] for row in rows_of(book)} == {"Brewery"}
    (about,) = (sheet for sheet in book.sheets if sheet.name == "About")
    texts = about.tables[0].columns[2].texts
    assert texts is not None
    assert [text for text in texts.to_pylist() if "Mill" in text] != []
