"""Figures that are guidance, plans or estimates say so wherever they stand without their row."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exporter.check import CheckedReport, check
from exporter.facts.words import Lang
from exporter.proof.pdf import compare_onepager
from exporter.report.eml.layout import basis_of, lay_out_message
from exporter.report.pdf.layout import lay_out_onepager
from exporter.report.pdf.model import OnePager, Picture
from exporter.report.xlsx.layout import lay_out_workbook
from exporter.report.xlsx.model import Table
from tests.period_report import make_period_report, stated
from tests.writers.written import draw_onepager

ELM = {"en": "Elm Research", "zh": "榆树研究"}
FACTS = (
    stated("revenue", "2025", 4520, "EUR million"),
    stated("revenue", "2026", 4700, "EUR million", status="guidance",
           attribution={"en": "Brewery", "zh": "酿酒"},
           quote="The Brewery expects revenue of €4,700 million in 2026"),
    stated("capex", "2027", 300, "EUR million", status="planned"),
    stated("share", "2026", 15, "%", status="estimate", attribution=ELM,
           quote="Elm Research reckons with a market share of 15% in 2026"),
    stated("rank", "2025", 2, "rank", attribution=ELM),
)  # fmt: skip
PAGE = {
    "name": "page",
    "title": {"en": "Brewing", "zh": "酿造"},
    "key_figures": [
        {"fact": "revenue-2026", "before": "revenue-2025"},
        "capex-2027",
        "share-2026",
        "rank-2025",
    ],
    "picture": {
        "title": {"en": "Revenue", "zh": "收入"},
        "facts": ["revenue-2025", "revenue-2026"],
    },
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> CheckedReport:
    return check(report_of(tmp_path_factory.mktemp("open") / "alder"))


def report_of(folder: Path, **keys: Any) -> Path:
    keys.setdefault("entities", entities("revenue-2025"))
    return make_period_report(folder, FACTS, one_pagers=[PAGE], **keys)


def entities(headline: str) -> list[dict[str, Any]]:
    return [{"name": {"en": "Brewery", "zh": "酿酒"}, "headline": headline}]


def page_of(checked: CheckedReport, lang: Lang) -> OnePager:
    report = checked.report
    return lay_out_onepager(
        report, report.one_pagers[0], checked.evidence, [], checked.sources, lang
    )


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", [("guidance", ""), ("planned", ""), ("estimate", "Elm Research"), ("", "")]),
        ("zh", [("业绩指引", ""), ("计划中", ""), ("预测", "榆树研究"), ("", "")]),
    ],
)
def test_key_figures_say_what_they_are(
    checked: CheckedReport, lang: Lang, told: list[tuple[str, str]]
) -> None:
    page = page_of(checked, lang)
    assert [(figure.status, figure.attribution) for figure in page.figures] == told
    assert page.figures[0].before is not None
    assert page.figures[0].before.status == ""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_proof_reads_these_words_back(
    checked: CheckedReport, lang: Lang, tmp_path: Path
) -> None:
    page = page_of(checked, lang)
    path = tmp_path / "page.pdf"
    path.write_bytes(draw_onepager(page))
    assert compare_onepager(page, path) == []
    guided, planned, reckoned, ranked = page.figures
    others = (replace(guided, status=""), planned, replace(reckoned, attribution="Fir"), ranked)
    found = {
        (difference.place, difference.what)
        for difference in compare_onepager(replace(page, figures=others), path)
    }
    assert any(place == "figure share-2026" for place, _ in found)


@pytest.mark.parametrize(
    ("lang", "label"), [("en", "Revenue · 2026: guidance"), ("zh", "营业收入 · 2026年：业绩指引")]
)
def test_bars_say_it_as_well(checked: CheckedReport, lang: Lang, label: str) -> None:
    picture = page_of(checked, lang).picture
    assert isinstance(picture, Picture)
    assert [bar.label for bar in picture.bars] == [label, ""]
    assert label in picture.alt_text


@pytest.mark.parametrize(
    ("lang", "notes"),
    [
        ("en", ["Brewery, 2026, guidance", "Brewery, 2027, planned",
                "Brewery, 2026, estimate, Elm Research", "Brewery, 2025"]),
        ("zh", ["酿酒，2026年，业绩指引", "酿酒，2027年，计划中", "酿酒，2026年，预测，榆树研究",
                "酿酒，2025年"]),
    ],
)  # fmt: skip
def test_messages_say_it(checked: CheckedReport, lang: Lang, notes: list[str]) -> None:
    about = basis_of("alder", checked.report, checked.evidence, [], checked.sources, lang)
    (section,) = lay_out_message(about).sections
    assert [figure.note for figure in section.figures] == notes


def contents_of(report: Path) -> list[dict[str, Any]]:
    """The rows of Contents by their headers; what a cell holds, number or text."""
    found = check(report)
    facts = found.evidence.facts
    book = lay_out_workbook(found.report, found.report.workbooks[0], facts, found.sources, "en")
    (table,) = book.sheets[0].tables
    return [_row(table, at) for at in range(table.rows)]


def _row(table: Table, at: int) -> dict[str, Any]:
    row = {}
    for column in table.columns:
        held = (column.numbers, column.texts)
        values = [values[at].as_py() for values in held if values is not None]
        row[column.header] = next((value for value in values if value is not None), None)
    return row


def test_contents_says_what_a_headline_is(tmp_path: Path) -> None:
    row, *_ = contents_of(report_of(tmp_path / "a" / "r", entities=entities("share-2026")))
    assert (row["Figure"], row["Status"], row["Attributed to"]) == (
        0.15,
        "estimate",
        "Elm Research",
    )
    row, *_ = contents_of(report_of(tmp_path / "b" / "r", entities=entities("capex-2027")))
    assert row["Status"] == "planned"
    assert "Attributed to" not in row
    row, *_ = contents_of(report_of(tmp_path / "c" / "r", entities=entities("revenue-2025")))
    assert "Status" not in row


def test_trends_are_of_one_status_and_one_voice(tmp_path: Path) -> None:
    expected = "Fir expects revenue of €{} million in {}"
    fir = {"status": "estimate", "attribution": {"en": "Fir", "zh": "冷杉"}}
    facts = [
        stated("revenue", "2024", 4310, "EUR million"),
        *FACTS,
        stated("revenue", "2027", 4900, "EUR million", quote=expected.format("4,900", 2027), **fir),
        stated("revenue", "2028", 5000, "EUR million", quote=expected.format("5,000", 2028), **fir),
    ]
    shown = {}
    for headline in ("revenue-2025", "revenue-2026", "revenue-2028"):
        report = make_period_report(tmp_path / headline / "r", facts, entities=entities(headline))
        row, *_ = contents_of(report)
        shown[headline] = (row.get("Previous"), row.get("Latest"))
    assert shown == {
        "revenue-2025": (4310, 4520),
        "revenue-2026": (None, None),
        "revenue-2028": (4900, 5000),
    }
