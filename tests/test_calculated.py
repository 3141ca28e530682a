"""Calculated facts in what is built of them: live formulas, names, evidence, and their proof."""

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporter import build, check, verify
from exporter.check import read_facts
from exporter.editions.pull.pulled import find_pulled
from exporter.facts.words import Lang
from exporter.report.xlsx.defined_names import defined_name
from tests.calculated_report import (
    CALCULATED,
    FACTS,
    STATED,
    calculated,
    make_calculated_report,
    stated,
)
from tests.command_line import run
from tests.conftest import Office
from tests.figured_report import edit

FORMULAS = {
    "margin": "=(sales-costs)/sales",
    "profit": "=(sales-costs)/1E6",
    "growth": "=sales/sales_2024-1",
    "fare": "=sales/passengers",
    "fed": "=guests/passengers",
    "top": "=guidance.high/sales-1",
    "fee-share": "=931000000/costs",
    "profit-margin": "=profit/sales",
}
BLUE, BLACK = "FF0000FF", "FF000000"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report and, in `out`, what was built of it; only to be read."""
    folder = tmp_path_factory.mktemp("calculated")
    build(make_calculated_report(folder / "report"), folder / "out")
    return folder


def rows(book: Path, sheet: str, *, cached: bool = False) -> dict[str, Any]:
    """The cells of Value by the fact's id."""
    there = load_workbook(book, data_only=cached)[sheet]
    return {row[10].value: row[1] for row in there.iter_rows(min_row=5)}


def test_formulas_are_live_and_readable(built: Path) -> None:
    cells = rows(built / "out/ferries.en.xlsx", "Ferries")
    assert {id_: cells[id_].value for id_ in FORMULAS} == FORMULAS
    in_chinese = rows(built / "out/ferries.zh.xlsx", "渡轮")
    assert in_chinese["profit"].value == "=(sales-costs)/1E8"
    assert in_chinese["margin"].value == FORMULAS["margin"]


def test_cached_values_are_exact(built: Path) -> None:
    cells = rows(built / "out/ferries.en.xlsx", "Ferries", cached=True)
    assert {id_: cells[id_].value for id_ in FORMULAS} == {
        "margin": 0.25, "profit": 4655, "growth": 147 / 1715, "fare": 400, "fed": 0.2,
        "top": 188 / 1862, "fee-share": 931 / 13965, "profit-margin": 0.25,
    }  # fmt: skip
    assert rows(built / "out/ferries.zh.xlsx", "渡轮", cached=True)["profit"].value == 46.55


def test_what_was_typed_is_blue_and_formulas_are_black(built: Path) -> None:
    cells = rows(built / "out/ferries.en.xlsx", "Ferries")
    colours = {id_: cell.font.color.rgb for id_, cell in cells.items()}
    assert colours == {id_: BLACK if id_ in FORMULAS else BLUE for id_ in colours}
    contents = load_workbook(built / "out/ferries.en.xlsx")["Contents"]
    assert contents["D5"].font.color.rgb == BLACK  # it shows another cell


def test_what_stands_elsewhere_is_a_constant_with_its_evidence(built: Path) -> None:
    link = rows(built / "out/ferries.en.xlsx", "Ferries")["fee-share"].hyperlink
    assert (link.target, link.location) == ("evidence.en.html", "fees")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_names_are_looked_up_in_base_units(built: Path, lang: Lang) -> None:
    names = load_workbook(built / f"out/ferries.{lang}.xlsx").defined_names
    value, fact, high = {"en": ("Value", "Fact", "High"), "zh": ("数值", "编号", "上限")}[lang]
    power = {"en": "1E9", "zh": "1E8"}[lang]

    def looked_up(id_: str, column: str = value) -> str:
        return f'INDEX(Facts_Ferries[{column}],MATCH("{id_}",Facts_Ferries[{fact}],0))'

    assert names["sales"].attr_text == f"{looked_up('sales')}*{power}"
    assert names["sales_2024"].attr_text == f"{looked_up('sales-2024')}*{power}"
    assert names["passengers"].attr_text == f"{looked_up('passengers')}*1E6"
    assert names["profit_margin"].attr_text == looked_up("profit-margin")
    assert names["guidance.high"].attr_text == f"{looked_up('guidance', high)}*{power}"
    assert names["guidance.low"].attr_text == f"{looked_up('guidance')}*{power}"


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("sales-2025", "sales_2025"), ("2025-sales", "_2025_sales"), ("q3", "_q3"), ("abc123", "_abc123"),
        ("r", "_r"), ("c", "_c"), ("r1c1", "_r1c1"), ("rc", "_rc"), ("r2-d2", "r2_d2"), ("rate", "rate"),
        ("abcd1", "abcd1"), ("guidance.high", "guidance.high"), ("true", "_true"), ("units", "_units"),
        ("facts-quark", "_facts_quark"), ("checks", "_checks"), ("x" * 255, "x" * 255), ("x" * 256, ""),
    ],
)  # fmt: skip
def test_how_facts_are_named(id_: str, name: str) -> None:
    assert defined_name(id_) == name


def test_two_facts_of_one_name_are_refused(tmp_path: Path) -> None:
    twin = stated("sales-2024", 17.15, "EUR billion", id="sales_2024", period="2024")
    folder = make_calculated_report(tmp_path / "report", [*STATED, twin, *CALCULATED])
    [problem] = check(folder).problems
    assert (problem.subject, problem.line) == ("sales_2024", len(STATED) + 1)
    assert "the name of 'sales-2024', sales_2024" in problem.wrong


def test_beyond_so_many_facts_operands_and_headlines_alone_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.report.xlsx.defined_names.MOST_NAMED", 40)
    many = [stated("passengers", 46.55, STATED[3]["unit"], id=f"passengers-{n}") for n in range(40)]
    folder = make_calculated_report(tmp_path / "report", [*STATED, *many, *CALCULATED])
    build(folder, tmp_path / "out", ["en"])
    names = set(load_workbook(tmp_path / "out/ferries.en.xlsx").defined_names)
    assert {"sales", "costs", "guidance.high", "margin"} <= names
    assert not {"passengers_7", "fee_share", "fare"} & names


@pytest.fixture(scope="module")
def calculated_anew(built: Path, office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbooks of both languages as LibreOffice saves them.

    Wrong results are put into the files first: what comes out was calculated.
    """
    folder = tmp_path_factory.mktemp("calculated-anew")
    paths = [folder / f"ferries.{lang}.xlsx" for lang in ("en", "zh")]
    for path in paths:
        with zipfile.ZipFile(built / "out" / path.name) as whole, zipfile.ZipFile(path, "w") as bad:
            for part in whole.namelist():
                content = whole.read(part)
                if part.startswith("xl/worksheets/sheet"):
                    content = re.sub(rb"(</f><v>)[-0-9.eE+]+(</v>)", rb"\g<1>777\2", content)
                bad.writestr(part, content)
    (folder / "saved").mkdir()
    office.convert("xlsx", folder / "saved", *paths)
    return folder / "saved"


@pytest.mark.parametrize("book", ["ferries.en", "ferries.zh"])
def test_libreoffice_calculates_what_is_cached(
    built: Path, calculated_anew: Path, book: str
) -> None:
    actual = load_workbook(calculated_anew / f"{book}.xlsx", data_only=True)
    expected = load_workbook(built / f"out/{book}.xlsx", data_only=True)
    entity, checks = actual.sheetnames[1], actual.sheetnames[-1]
    for row, own in zip(
        actual[entity].iter_rows(min_row=5), expected[entity].iter_rows(min_row=5), strict=True
    ):
        assert row[1].value == pytest.approx(own[1].value, rel=1e-14)
    results = [row[4].value for row in actual[checks].iter_rows(min_row=5) if row[0].value]
    assert results
    assert all(result is True for result in results)


def test_a_changed_operand_and_a_changed_name_are_found_by_verify(
    built: Path, tmp_path: Path
) -> None:
    assert verify(built / "out").differences == ()
    out = tmp_path / "out"
    shutil.copytree(built / "out", out)
    book = out / "ferries.en.xlsx"
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(changed, "w") as other:
        for part in whole.namelist():
            content = whole.read(part).replace(
                b"<f>guests/passengers</f>", b"<f>sales/passengers</f>"
            )
            other.writestr(part, content.replace(b'MATCH("costs"', b'MATCH("sales"'))
    shutil.move(changed, book)
    told = [str(one) for one in verify(out).differences]
    assert any("«=sales/passengers»" in one and "«=guests/passengers»" in one for one in told), told
    assert any("costs" in one for one in told if "=sales/passengers" not in one), told


def test_a_number_that_does_not_follow_is_found_in_the_manifest(
    built: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(built / "out", out)
    manifest = out / "manifest.json"
    said = json.loads(manifest.read_text("utf-8"))
    [margin] = [row for row in said["facts"] if row["id"] == "margin"]
    margin["number"] = 26.0
    manifest.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    assert any("margin" in str(one) and "25.0" in str(one) for one in verify(out).differences)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_evidence_page_shows_formulas_and_links_to_operands(built: Path, lang: Lang) -> None:
    page = (built / f"out/evidence.{lang}.html").read_text("utf-8")
    entry = page[page.index('<article id="top"') :]
    entry = entry[: entry.index("</article>")]
    assert '<a href="#guidance">' in entry
    assert '<a href="#sales">' in entry
    assert "blockquote" not in entry
    said = {
        "en": "= Guidance (high end) (€20.5 bn, 2026) ÷ Sales (€18.62 bn, 2025) − 1",
        "zh": "= 指标guidance（上限）（205亿欧元，2026年） ÷ 指标sales（186.2亿欧元，2025年） − 1",
    }
    assert said[lang] in re.sub("<[^>]+>", "", entry)


def test_the_one_pager_names_the_sources_of_operands(built: Path) -> None:
    from pypdfium2 import PdfDocument

    page = PdfDocument(built / "out/views.en.pdf")[0].get_textpage().get_text_bounded()
    text = " ".join(page.split())
    assert "25.0%" in text
    assert "own calculations" in text


def test_pull_refuses_a_calculated_cell_by_name(built: Path, tmp_path: Path) -> None:
    folder, book = tmp_path / "report", tmp_path / "ferries.en.xlsx"
    shutil.copytree(built / "report", folder)
    edited = load_workbook(built / "out/ferries.en.xlsx")
    sheet = edited["Ferries"]
    by_id = {row[10].value: row[1] for row in sheet.iter_rows(min_row=5)}
    by_id["fed"].value = 0.3
    by_id["profit"].value = "=(sales-costs)/1000000"  # as LibreOffice writes it
    edited.save(book)
    pulled = find_pulled(folder, book, built / "out")
    assert not pulled.changes
    [refusal] = pulled.refusals
    assert str(refusal) == (
        f"Ferries!{by_id['fed'].coordinate}: fed: it is calculated by 'guests / passengers'; "
        "edit what it is calculated from, or `formula` in the facts"
    )


def test_an_operand_is_not_deleted_by_pull(built: Path, tmp_path: Path) -> None:
    folder, book = tmp_path / "report", tmp_path / "ferries.en.xlsx"
    shutil.copytree(built / "report", folder)
    edited = load_workbook(built / "out/ferries.en.xlsx")
    edited["Ferries"].delete_rows(9)  # guests
    edited.save(book)
    pulled = find_pulled(folder, book, built / "out")
    assert any(
        "it cannot be deleted: it is an operand of fed" in str(one) for one in pulled.refusals
    )


def test_diff_tells_of_values_and_of_formulas(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "report"
    shutil.copytree(built / "report", folder)
    edit(folder / FACTS, '"fees / costs"', '"fees / sales"')
    edit(folder / FACTS, '"(sales - costs) / sales"', '"1 - costs / sales"')
    build(folder, tmp_path / "new", ["en"])
    arguments = ["diff", built / "out", tmp_path / "new", "--format", "json"]
    changes = json.loads(run(capsys, monkeypatch, arguments).out)["changes"]
    told = {change["fact"]: (change["change"], change["fields"]) for change in changes}
    assert told == {
        "fee-share": ("changed", ["value", "formula"]),
        "margin": ("evidence changed", ["formula"]),
    }


def test_facts_come_back_from_the_workbook_that_was_built(tmp_path: Path) -> None:
    one = [{"name": "all", "title": "All"}]
    folder = make_calculated_report(tmp_path / "report", workbooks=one)
    build(folder, tmp_path / "out", ["en"])
    found = {fact.id: fact for fact in read_facts(tmp_path / "out/all.en.xlsx")}
    for fact in read_facts(folder):
        back = found[fact.id]
        assert (back.number, back.decimals, back.formula) == (
            fact.number, fact.decimals, fact.formula,
        )  # fmt: skip


def test_sheets_without_formulas_have_no_column_for_them(built: Path) -> None:
    headers = [cell.value for cell in load_workbook(built / "out/harbour.en.xlsx")["Harbour"][4]]
    assert "Formula" not in headers
    assert headers[:11] == [
        "Metric", "Value", "Unit", "Qualifier", "As of", "Status", "Attributed to", "Quote",
        "Translation", "Source", "Fact",
    ]  # fmt: skip


def test_a_calculated_fact_may_be_new_since_an_edition(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_calculated_report(
        tmp_path / "report", [*STATED, *CALCULATED, calculated("cost-share", "costs / sales", "%")]
    )
    arguments = ["build", folder, "--output", tmp_path / "out", "--since", built / "out"]
    arguments += ["--lang", "en"]
    assert run(capsys, monkeypatch, arguments).status == 0
    assert verify(tmp_path / "out").differences == ()
