"""A report whose sources are a page, a PDF with an address and a German note that came by mail."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual
from exporter.report.starter import make_report
from tests.command_line import Result, run
from tests.evidence.documents.word_files import paragraph, word_file

FACTS = """
- id: umsatz
  entity: Example Motors
  metric: {en: Sales, zh: 收入}
  value: 4.2
  unit: EUR billion
  source: notiz
  quote: Der Umsatz stieg um 12,5 Prozent auf 4,2 Milliarden Euro
- id: urteil
  entity: Example Motors
  metric: {en: Judgement, zh: 评价}
  value: {en: A good year, zh: 表现良好}
  source: notiz
  quote: Es war ein gutes Jahr
- id: region
  entity: Example Motors
  metric: {en: Deliveries in the north, zh: 北区交付量}
  value: 3500
  unit: {en: cars, zh: 辆}
  source: results
  quote: Deliveries in the north rose 6% to 3,500 cars
- id: orders
  entity: Example Motors
  metric: {en: Orders, zh: 订单}
  value: 12000
  unit: {en: cars, zh: 辆}
  source: page
  quote: Orders rose 5% to 12,000 cars in the quarter
"""
PAGE = """<!doctype html><html lang="en"><head><meta property="og:site_name" content="Trade Wire">
<meta property="article:published_time" content="2026-01-20"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://wire.example/orders"><title>Orders rise | Trade Wire</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>Orders rise</h1><p>Orders rose 5% to 12,000 cars in
the quarter, the company said on Tuesday.</p></article></body></html>"""
NOTE = word_file(
    paragraph("Der Umsatz stieg um 12,5 Prozent auf 4,2 Milliarden Euro.")
    + paragraph("Es war ein gutes Jahr."),
    core="<dc:title>Beispiel Motors</dc:title><dc:language>de-DE</dc:language>",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report with its sources recorded; only to be copied."""
    from weasyprint import HTML

    folder = tmp_path_factory.mktemp("sources")
    list(make_report(folder / "mini"))
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "notiz.docx").write_bytes(NOTE)
    second = "<p style='break-before: page'>Deliveries in the north rose 6% to 3,500 cars.</p>"
    html = f"<title>Results</title><p>The year in short.</p>{second}"
    HTML(string=html).write_pdf(folder / "results.pdf")
    nothing: dict[str, Any] = dict.fromkeys(
        ("title", "publisher", "author", "url", "published", "retrieved")
    )
    by_hand = nothing | {
        "publisher": Bilingual("Example Motors", "Example Motors"), "published": date(2026, 1, 12)
    }  # fmt: skip
    with_url = by_hand | {"url": "https://example.com/results.pdf"}
    for file, given in (
        ("page.html", nothing), ("notiz.docx", by_hand), ("results.pdf", with_url),
    ):  # fmt: skip
        id_ = file.partition(".")[0]
        add_source(folder / "mini", folder / file, id_, given, today=date(2026, 1, 31))
    with (folder / "mini/facts/example-motors.yaml").open("a", encoding="utf-8") as facts:
        facts.write(FACTS)
    return folder / "mini"


@pytest.fixture
def report(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report in the working folder; a test may change it."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(made, "mini"))


def cells(language: str, sheet: str) -> dict[str, dict[str, openpyxl.cell.Cell]]:
    """The cells of a sheet's table, by what stands in the last column but one, and their headers."""
    book = openpyxl.load_workbook(f"output/mini/figures.{language}.xlsx")
    headers, *rows = [list(row) for row in book[sheet].iter_rows(min_row=4)]
    names = [cell.value for cell in headers]
    found = [dict(zip(names, row, strict=True)) for row in rows if row[0].value]
    key = names[10] if names[10] in {"Fact", "编号"} else names[0]
    return {row[key].value: row for row in found}


def link(cell: openpyxl.cell.Cell) -> str:
    return f"{cell.hyperlink.target}#{cell.hyperlink.location}"


def test_each_is_linked_named_and_proved(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*arguments: object) -> Result:
        return run(capsys, monkeypatch, arguments)

    built = said("build", report)
    assert built.status == 0, built.err
    assert "figures and dates: 4 confirmed, 1 not read, 2 text" in built.out
    assert "umsatz: the quote is in another language (de-DE)" in built.err
    assert "urteil" not in built.err
    facts = cells("en", "Example Motors")
    assert link(facts["umsatz"]["Source"]) == "evidence.en.html#umsatz"
    assert link(facts["region"]["Source"]) == "https://example.com/results.pdf#page=2"
    assert link(facts["orders"]["Source"]).startswith("https://wire.example/orders#:~:text=Orders")
    marked = facts["umsatz"]["Value"].font.color, facts["region"]["Value"].font.color
    assert marked[0] != marked[1], "what is not read is marked"
    sources = cells("en", "Sources")
    assert [sources[id_]["Kind"].value for id_ in ("notiz", "page", "press-note", "results")] == [
        "Word document", "web page", "text", "PDF",
    ]  # fmt: skip
    assert (sources["results"]["Pages"].value, sources["page"]["Pages"].value) == (2, None)
    assert sources["notiz"]["Address"].value == "on file"
    assert sources["notiz"]["Address"].hyperlink is None
    for language, words in (
        ("en", ("on file", "page 2", "Figure not read: other language")),
        ("zh", ("存档", "第2页", "外文原文，数值未核读")),
    ):
        page = Path(f"output/mini/evidence.{language}.html").read_text("utf-8")
        assert all(f"{word}<" in page for word in words)
    proved = said("verify", "output/mini")
    assert (proved.status, "no difference" in proved.out) == (0, True), proved.out


def test_an_analyst_may_answer_for_what_is_not_read(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = report / "facts/example-motors.yaml"
    accepted = FACTS.replace("4.2\n", "4.2\n  accept: {en: Read by our desk, zh: 本组核读}\n")
    facts.write_text(facts.read_text("utf-8").replace(FACTS, accepted), "utf-8")
    checked = run(capsys, monkeypatch, ["check", report])
    assert "4 confirmed, 1 accepted, 2 text" in checked.out
    assert "in doubt" not in checked.out


def test_a_quote_in_another_language_must_be_there_all_the_same(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = report / "facts/example-motors.yaml"
    facts.write_text(facts.read_text("utf-8").replace("12,5 Prozent", "13,5 Prozent"), "utf-8")
    checked = run(capsys, monkeypatch, ["check", report])
    assert checked.status == 1
    assert "umsatz: the quote" in checked.out
