"""A report of money, magnitudes and fiscal years, in both languages and in files of every kind."""

import csv
import json
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporter import build, check, read_facts, verify
from exporter.evidence.record import add_source
from exporter.facts.words import Lang
from tests.command_line import run
from tests.conftest import Office

DAY = date(2025, 5, 30)
NOTES = {
    "annual-note": """Revenue for the group came to €18.62 billion for the year.
Net profit was €940 million for the same year.
The regional unit had sales of $350 million for the year.
It paid 12 cents per share to holders of record.
The carrier moved 2.75 million parcels on its busiest day.
The plants used 1.25 billion kWh of power.
The new works opened in the year ended 31 March 2025.
""",
    "sales-note": """去年该公司营业收入为123.4亿元。
该公司线上用户增至2300万用户。
该公司全年投资为¥6.5亿。
""",
}
FACTS = """
- {id: revenue, entity: Group, metric: {en: Revenue, zh: 收入}, value: 18.62, unit: EUR billion,
   period: FY2025, source: annual-note,
   quote: Revenue for the group came to €18.62 billion for the year}
- {id: profit, entity: Group, metric: {en: Net profit, zh: 净利润}, value: 0.94, unit: EUR billion,
   period: FY2025-Q3, source: annual-note,
   quote: Net profit was €940 million for the same year}
- {id: sales, entity: Group, metric: {en: Sales, zh: 销售额}, value: 350, unit: $ million,
   period: 2025-H1, source: annual-note,
   quote: The regional unit had sales of $350 million for the year}
- {id: dividend, entity: Group, metric: {en: Dividend, zh: 股息}, value: 12, unit: cents per share,
   source: annual-note, quote: It paid 12 cents per share to holders of record}
- {id: parcels, entity: Group, metric: {en: Parcels, zh: 包裹}, value: 2.75,
   unit: {en: million parcels, zh: 百万件}, source: annual-note,
   quote: The carrier moved 2.75 million parcels on its busiest day}
- {id: power, entity: Group, metric: {en: Power, zh: 用电量}, value: 1.25, unit: billion kWh,
   source: annual-note, quote: The plants used 1.25 billion kWh of power}
- {id: opened, entity: Group, metric: {en: Works opened, zh: 新厂投产}, value: FY2025, unit: date,
   period: FY2024/2025-06, source: annual-note,
   quote: The new works opened in the year ended 31 March 2025}
- {id: turnover, entity: Seller, metric: {en: Turnover, zh: 营业收入}, value: 123.4, unit: 亿元,
   source: sales-note, quote: 去年该公司营业收入为123.4亿元}
- {id: investment, entity: Seller, metric: {en: Investment, zh: 投资}, value: 6.5, unit: 亿元,
   source: sales-note, quote: 该公司全年投资为¥6.5亿}
- {id: users, entity: Seller, metric: {en: Users, zh: 用户}, value: 2300, unit: "10,000 users",
   source: sales-note, quote: 该公司线上用户增至2300万用户}
"""
REPORT = """
title: {en: A group, zh: 集团}
edition: 2025-06-30
author: Your desk
currency: AUD
fiscal_year_ends: 06-30
entities:
  - {name: {en: Group, zh: 集团公司}, fiscal_year_ends: 03-31}
  - {name: {en: Seller, zh: 卖方}}
brokers:
  - {name: {en: Quay Securities, zh: 码头证券}}
workbooks:
  - {name: figures, title: {en: Figures, zh: 数据}}
one_pagers:
  - name: views
    title: {en: A view of the group, zh: 集团观点}
    key_figures: [revenue, profit, sales, dividend, parcels, power, turnover, users]
    picture: {title: {en: Money in and out, zh: 收支}, facts: [turnover, investment]}
"""
VIEWS = """
- id: quay
  broker: Quay Securities
  subject: Group
  stance: positive
  thesis: {en: Profits hold up., zh: 利润稳定。}
  drivers: [{en: Profits, zh: 利润}]
  source: annual-note
  quote: Net profit was €940 million for the same year
"""
# Of each fact: the cell, its format and unit in English, and the same in Chinese.
CELLS = {
    "revenue": (18.62, '"€"#,##0.00" bn"', "EUR billion", 186.2, '#,##0.0"亿欧元"', "亿欧元"),
    "profit": (0.94, '"€"#,##0.00" bn"', "EUR billion", 9.4, '#,##0.0"亿欧元"', "亿欧元"),
    "sales": (350, '"A$"#,##0" mn"', "AUD million", 3.5, '#,##0.0"亿澳元"', "亿澳元"),
    "dividend": (12, '#,##0" Australian cents/share"', "Australian cents per share",
                 12, '#,##0"澳分/股"', "澳分/股"),
    "parcels": (2.75, "#,##0.00", "million parcels", 2.75, "#,##0.00", "百万件"),
    "power": (1.25, '#,##0.00" bn kWh"', "billion kWh", 12.5, '#,##0.0"亿千瓦时"', "亿千瓦时"),
    "turnover": (12.34, '"¥"#,##0.00" bn"', "CNY billion", 123.4, '#,##0.0"亿元"', "亿元"),
    "investment": (0.65, '"¥"#,##0.00" bn"', "CNY billion", 6.5, '#,##0.0"亿元"', "亿元"),
    "users": (23, "#,##0", "million users", 2300, "#,##0", "万用户"),
}  # fmt: skip
SHOWN = {
    "en": ("€18.62 bn", "€0.94 bn", "A$350 mn", "12 Australian cents/share",
           "1.25 bn kWh", "¥12.34 bn", "million users"),
    "zh": ("186.2亿欧元", "9.4亿欧元", "3.5亿澳元", "12澳分/股", "12.5亿千瓦时",
           "123.4亿元", "2,300", "万用户"),
}  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    (folder / "views.yaml").write_text(VIEWS, "utf-8")
    for id_, text in NOTES.items():
        document = folder / f"{id_}.txt"
        document.write_text(text, "utf-8")
        given = {"title": id_, "publisher": "The News", "author": None, "published": DAY,
                 "url": f"https://example.com/{id_}", "retrieved": DAY}  # fmt: skip
        add_source(folder, document, id_, given, today=DAY)
    return folder


@pytest.fixture(scope="module")
def output(report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    build(report, folder)
    return folder


def sheets(path: Path) -> list[Worksheet]:
    names = {"Group", "Seller", "集团公司", "卖方"}
    return [sheet for sheet in load_workbook(path) if sheet.title in names]


@pytest.mark.parametrize(("lang", "first"), [("en", 0), ("zh", 3)])
def test_a_cell_holds_the_number_in_the_unit_beside_it(output: Path, lang: str, first: int) -> None:
    found = {}
    for sheet in sheets(output / f"figures.{lang}.xlsx"):
        for row in sheet.iter_rows(min_row=5):
            found[row[10].value] = (row[1].value, row[1].number_format, row[2].value)
    del found["opened"]
    assert found == {id_: cells[first : first + 3] for id_, cells in CELLS.items()}


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", {"revenue": "FY2025", "profit": "FY2025 Q3", "sales": "H1 2025", "opened": "FY2024 – Jun 2025"}),
        ("zh", {"revenue": "2025财年", "profit": "2025财年第3季度", "sales": "2025年上半年", "opened": "2024财年 – 2025年6月"}),
    ],
)  # fmt: skip
def test_halves_and_fiscal_years_are_texts(output: Path, lang: str, shown: dict[str, str]) -> None:
    sheet = sheets(output / f"figures.{lang}.xlsx")[0]
    rows = {row[10].value: row for row in sheet.iter_rows(min_row=5)}
    assert {id_: rows[id_][4].value for id_ in shown} == shown
    assert rows["opened"][1].value == shown["revenue"]


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", ("FY2025 (to 31 Mar 2025)", "FY2025 Q3 (to 31 Dec 2024)", "H1 2025")),
        (
            "zh",
            ("2025财年（至2025年3月31日）", "2025财年第3季度（至2024年12月31日）", "2025年上半年"),
        ),
    ],
)
def test_the_evidence_page_says_when_a_fiscal_year_ends(
    output: Path, lang: str, shown: tuple[str, ...]
) -> None:
    page = re.sub(r"<[^>]+>", "", (output / f"evidence.{lang}.html").read_text("utf-8"))
    assert [text for text in shown if text not in page] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_list_of_units_is_that_of_the_language(output: Path, lang: str) -> None:
    book = load_workbook(output / f"figures.{lang}.xlsx")
    name, area = book.defined_names["units"].attr_text.replace("$", "").replace("'", "").split("!")
    listed = {cell.value for (cell,) in book[name][area]}
    assert listed == {cells[2 if lang == "en" else 5] for cells in CELLS.values()}


def test_every_check_of_both_workbooks_is_true(
    output: Path, office: Office, tmp_path: Path
) -> None:
    paths = [output / f"figures.{lang}.xlsx" for lang in ("en", "zh")]
    for shown in office.as_shown(tmp_path, *paths).values():
        (checks,) = [rows for name, rows in shown.items() if name in {"Checks", "校验"}]
        verdicts = [row[4] for row in checks[4:] if row[4]]
        assert verdicts
        assert set(verdicts) == {"TRUE"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pages_and_messages_say_the_same(
    output: Path,
    report: Path,
    lang: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evidence = (output / f"evidence.{lang}.html").read_text("utf-8")
    page = pypdfium2.PdfDocument(output / f"views.{lang}.pdf")[0].get_textpage().get_text_range()
    draft = tmp_path / "draft.eml"
    monkeypatch.chdir(tmp_path)
    arguments = ["email", report, "--to", "a@b.example", "--lang", lang, "--output", output]
    result = run(capsys, monkeypatch, arguments)
    assert result.status == 0, result.err
    message = next(output.glob(f"*.{lang}.eml"))
    from email import message_from_bytes, policy

    plain = message_from_bytes(message.read_bytes(), policy=policy.default)
    body = plain.get_body(("plain",))
    assert body is not None
    for text in (evidence, page, body.get_content()):
        told = re.sub(r"\s+", "", text.replace("&#39;", "'"))
        for shown in SHOWN[lang]:
            assert re.sub(r"\s+", "", shown) in told, (shown, draft)
        assert "十亿" not in told
        assert "×100" not in told


@pytest.mark.parametrize(
    ("lang", "labels"),
    [("en", ("Turnover", "FY2023", "FY2024")), ("zh", ("营业收入", "2023财年", "2024财年"))],
)  # fmt: skip
def test_bars_of_one_name_have_their_periods(
    report: Path, tmp_path: Path, lang: Lang, labels: tuple[str, ...]
) -> None:
    once = "metric: {en: Turnover, zh: 营业收入}, value"
    again = "metric: {en: Investment, zh: 投资}, value"
    first = changed(report, tmp_path / "1", "facts.yaml", once, f"period: FY2023, {once}")
    new = "period: FY2024, metric: {en: Turnover, zh: 营业收入}, value"
    build(changed(first, tmp_path / "2", "facts.yaml", again, new), tmp_path / "out", [lang])
    pdf = pypdfium2.PdfDocument(tmp_path / "out" / f"views.{lang}.pdf")
    page = pdf[0].get_textpage().get_text_range()
    assert [label for label in labels if label not in page] == []


def test_attached_facts_are_as_the_analyst_wrote_them(output: Path) -> None:
    with pikepdf.open(output / "views.zh.pdf") as pdf:
        content = pdf.attachments["facts.csv"].get_file().read_bytes()
    rows = {row["id"]: row for row in csv.DictReader(StringIO(content.decode("utf-8-sig")))}
    assert [(rows[id_]["value"], rows[id_]["unit"]) for id_ in ("revenue", "turnover", "users")] == [
        ("18.62", "EUR billion"), ("123.4", "CNY 亿"), ("2300", "10,000 users"),
    ]  # fmt: skip
    assert (rows["revenue"]["unit.en"], rows["revenue"]["unit.zh"]) == ("EUR billion", "十亿欧元")


def test_a_folder_that_has_travelled_is_proved_by_its_manifest(output: Path) -> None:
    assert verify(output).proved
    said = json.loads((output / "manifest.json").read_text("utf-8"))
    assert said["definition"]["currency"] == "AUD"
    assert said["definition"]["fiscal_year_ends"] == "06-30"
    assert said["definition"]["entities"][0]["fiscal_year_ends"] == "03-31"
    units = {fact["id"]: fact["unit"] for fact in said["facts"]}
    assert (units["sales"], units["dividend"]) == ("AUD million", "Australian cents per share")


def test_a_frame_of_facts_builds_the_same_files(report: Path, output: Path, tmp_path: Path) -> None:
    build(report, tmp_path, ["zh"], facts=read_facts(report).to_frame())
    for name in ("figures.zh.xlsx", "views.zh.pdf"):
        assert (tmp_path / name).read_bytes() == (output / name).read_bytes()


def changed(report: Path, folder: Path, file: str, old: str, new: str) -> Path:
    for path in report.rglob("*"):
        target = folder / path.relative_to(report)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            target.write_bytes(path.read_bytes())
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "unit"),
    [
        ("report.yaml", "currency: AUD\n", "", "USD million"),
        ("report.yaml", "currency: AUD", "currency: SEK", "USD million"),
        ("sources/annual-note.yaml", "language: en", "language: en\ncurrency: CAD", "CAD million"),
        ("facts.yaml", "unit: $ million", "unit: AUD million", "AUD million"),
    ],
)
def test_the_source_goes_before_the_report(
    report: Path, tmp_path: Path, file: str, old: str, new: str, unit: str
) -> None:
    found = check(changed(report, tmp_path, file, old, new))
    assert found.problems == ()
    assert {fact.id: fact.unit.key for fact in found.evidence.facts}["sales"] == unit


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("facts.yaml", "unit: $ million", "unit: USD million",
         "AUD 350,000,000"),
        ("facts.yaml", "unit: $ million", "unit: ¥ million",
         "the unit '¥ million' is of no one currency: nothing says which ¥ is meant; write its code (CNY, JPY)"),
        ("report.yaml", "currency: AUD", "currency: JPY",
         "the quote says JPY 650,000,000 (¥6.5亿); or record what ¥ means: `currency:` in the"),
        ("report.yaml", "currency: AUD", "currency: AUS",
         "report.yaml:5: `currency` 'AUS' is no currency code of ISO 4217; did you mean AUD?"),
        ("report.yaml", "currency: AUD", "currency: RMB", "did you mean CNY?"),
        ("report.yaml", "currency: AUD", "currency: aud", "did you mean AUD?"),
        ("sources/annual-note.yaml", "language: en", "language: en\ncurrency: pounds",
         "annual-note.yaml:7: `currency` 'pounds' is no currency code of ISO 4217; did you mean GBP?"),
    ],
)  # fmt: skip
def test_what_no_currency_settles_is_told(
    report: Path, tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    found = check(changed(report, tmp_path, file, old, new))
    assert any(message in str(problem) for problem in found.problems), found.problems


def test_a_slip_elsewhere_in_a_report_makes_no_figure_wrong(report: Path, tmp_path: Path) -> None:
    found = check(changed(report, tmp_path, "report.yaml", "author: Your desk", "autor: Your desk"))
    assert {problem.wrong for problem in found.problems} == {
        "`author` is missing", "`autor` is not a known key",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("report.yaml", ", fiscal_year_ends: 03-31", "",
         "facts.yaml:18: opened: the quote 'The new works opened in the year ended 31 March 2025' does not state the date FY2025"),
        ("report.yaml", "fiscal_year_ends: 03-31", "fiscal_year_ends: 3-31",
         "report.yaml:8: `entities.0.fiscal_year_ends` '3-31' is no day of a year; did you mean 03-31?"),
        ("report.yaml", "fiscal_year_ends: 06-30", "fiscal_year_ends: 02-30",
         "report.yaml:6: `fiscal_year_ends` '02-30' is no day of a year; that month ends on 02-28"),
        ("report.yaml", "fiscal_year_ends: 06-30", "fiscal_year_ends: 13-01",
         "report.yaml:6: `fiscal_year_ends` '13-01' is no day of a year; did you mean 01-13?"),
        ("facts.yaml", "period: FY2024/2025-06", "period: 2025-06/FY2025",
         "opened: the period '2025-06/FY2025' ends before it begins; write the earlier one first"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_fiscal_years_is_told(
    report: Path, tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    found = check(changed(report, tmp_path, file, old, new))
    assert any(message in str(problem) for problem in found.problems), found.problems


def test_without_its_end_a_fiscal_year_is_joined_with_nothing(report: Path, tmp_path: Path) -> None:
    definition = (report / "report.yaml").read_text("utf-8")
    without = definition.replace(", fiscal_year_ends: 03-31", "")
    without = without.replace("fiscal_year_ends: 06-30\n", "")
    found = check(changed(report, tmp_path, "report.yaml", definition, without))
    message = (
        "opened: the period 'FY2024/2025-06' joins a fiscal year with a calendar period, and "
        "nothing says when fiscal years end; add `fiscal_year_ends: 03-31` to the entity or to"
    )
    assert any(message in str(problem) for problem in found.problems), found.problems


def test_a_source_that_is_recorded_again_keeps_its_currency(report: Path, tmp_path: Path) -> None:
    record = "sources/annual-note.yaml"
    folder = changed(report, tmp_path, record, "language: en", "language: en\ncurrency: CAD")
    given = dict.fromkeys(("title", "publisher", "author", "url", "published", "retrieved"))
    add_source(folder, folder / "annual-note.txt", "annual-note", given, today=DAY)
    assert "currency: CAD\n" in (folder / record).read_text("utf-8")
