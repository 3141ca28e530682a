"""`exporter draft`: a source of a report drafted, shown or written."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exporter.check import check
from exporter.drafting import beside
from exporter.engine.call_beside import called_beside
from exporter.evidence.record import add_source
from tests.command_line import Result, run
from tests.processors import have_processors

DAY = date(2026, 3, 12)
TEXT = """Acme results

Acme sold 12,500 cars in 2025, up 12%. Its revenue was EUR 186.2 million in 2025.
Acme employed 900 people at the end of 2025.
"""
REPORT = """title: {en: Acme, zh: 顶点}
edition: 2026-03-31
author: {en: Desk, zh: 研究部}
languages: [en]
entities:
  - name: {en: Acme, zh: 顶点}
brokers: []
workbooks:
  - {name: acme, title: {en: Acme, zh: 顶点}}
"""
GIVEN = ("title", "publisher", "author", "url", "published", "retrieved", "language")
Draft = Callable[..., Result]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    (folder / "facts").mkdir(parents=True)
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    note = tmp_path / "note.txt"
    note.write_text(TEXT, "utf-8")
    told = {"title": "A note", "publisher": "Press", "published": DAY, "language": "en"}
    add_source(folder, note, "note", {**dict.fromkeys(GIVEN), **told}, DAY)
    return folder


@pytest.fixture
def draft(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Draft:
    def drafted(*arguments: object, source: str = "note") -> Result:
        return run(capsys, monkeypatch, ["draft", report, source, *arguments])

    return drafted


def test_drafts_are_shown_with_a_summary_on_standard_error(draft: Draft) -> None:
    said = draft()
    assert said.status == 0
    assert said.out.startswith("- defaults: {entity: Acme, period: 2025, source: note}\n")
    assert "value: 186.2\n  unit: EUR million\n" in said.out
    assert said.err.startswith("note: 4 facts drafted, ")


TABLE = """
€ million	2025	2024
Revenue	186.2	166.3
Operating profit	21.4	(3.1)
"""


def test_another_process_drafts_the_tables_of_a_long_source(
    report: Path, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = report.parent / "note.txt"
    note.write_text(f"{TEXT}{TABLE}", "utf-8")
    add_source(report, note, "note", dict.fromkeys(GIVEN), DAY)
    alone, asked = draft().out, []

    def noted(*call: Any) -> AbstractContextManager[Callable[[], Any]]:
        asked.append(call[1].source)
        return called_beside(*call)

    monkeypatch.setattr(beside, "_WORTH_IT", 0)
    have_processors(monkeypatch, 2)
    monkeypatch.setattr(beside, "called_beside", noted)
    assert draft().out == alone
    assert "value: -3.1," in alone
    assert "value: -3.1," not in draft("--prose").out
    assert asked == ["note"]


def test_clauses_whose_figures_no_draft_quotes_are_told(report: Path, draft: Draft) -> None:
    assert "no draft quotes" not in draft().err
    note = report.parent / "note.txt"
    note.write_text(f"{TEXT}{TABLE}", "utf-8")
    add_source(report, note, "note", dict.fromkeys(GIVEN), DAY)
    assert "no draft quotes" not in draft().err
    said = draft("--prose").err
    assert "\n2 clauses state a figure that no draft quotes; once the drafts are in" in said
    assert f"listed by: exporter check {report}\n" in said
    draft("-o", report / "facts" / "note.yaml", "--prose")
    assert len(check(report).evidence.left_out) == 2


def test_a_source_that_is_not_there_is_told(report: Path, draft: Draft) -> None:
    assert draft(source="nte").err.startswith(f"{report} has no source 'nte'")


def test_what_is_written_into_the_report_is_checked_but_for_its_marks(
    report: Path, draft: Draft
) -> None:
    file = report / "facts" / "note.yaml"
    said = draft("-o", file)
    assert (said.status, said.out) == (0, "")
    assert f"4 facts drafted in {file}" in said.err
    checked = check(report)
    assert checked.evidence.figure_states()["confirmed"] == 4
    assert all("review" in problem.wrong for problem in checked.problems)
    assert draft().err.startswith("note: 0 facts drafted")


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path, draft: Draft) -> None:
    file = tmp_path / "drafts.yaml"
    file.write_text("mine\n")
    said = draft("-o", file)
    assert said.status == 2
    assert said.err == f"{file} is there already; name another file, or move it away\n"
    assert file.read_text() == "mine\n"


def test_only_what_is_left_out_is_drafted(report: Path, draft: Draft) -> None:
    (report / "facts" / "staff.yaml").write_text(
        "- {id: staff, entity: Acme, metric: {en: Staff}, value: 900, unit: people, period: 2025,\n"
        "   source: note, quote: Acme employed 900 people at the end of 2025}\n"
    )
    left = draft("--only-left-out").out
    assert "value: 900" not in left
    assert "value: 12500" in left


def test_a_table_is_written_as_csv_or_as_a_workbook(tmp_path: Path, draft: Draft) -> None:
    assert draft("--format", "csv").out.splitlines()[0].lstrip("\ufeff").startswith("id,entity,")
    file = tmp_path / "drafts.xlsx"
    assert draft("--format", "xlsx", "-o", file).status == 0
    assert openpyxl.load_workbook(file)["Facts"].max_row == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xlsx"], "a workbook cannot be shown; name a file for it: -o drafts.xlsx"),
        (["--pages", "7-3"], "'7-3' names no pages; write a page or a span of them: 3 or 3-7"),
        (["--pages", "3"], "note has no pages; leave --pages out"),
        (["-o", "nowhere/drafts.yaml"], "nowhere is no folder; make it, or name another"),
    ],
)
def test_what_cannot_be_done_is_said(draft: Draft, arguments: list[str], said: str) -> None:
    refused = draft(*arguments)
    assert (refused.status, refused.err) == (2, f"{said}\n")


def test_a_report_that_is_missing_is_told_before_its_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = tmp_path / "none"
    refused = run(
        capsys, monkeypatch, ["draft", missing, "note", "-o", missing / "facts" / "note.yaml"]
    )
    assert refused.status == 2
    assert refused.err.startswith(f"{missing} is not a folder; name a report's folder")


def test_a_source_that_is_not_recorded_is_told_with_those_that_are(draft: Draft) -> None:
    refused = draft(source="other")
    assert refused.status == 2
    assert "has no source 'other'; name one of its sources (note), or record it" in refused.err


def test_a_source_whose_text_is_not_at_hand_is_told(report: Path, draft: Draft) -> None:
    (report / "sources" / "text" / "note.txt").unlink()
    refused = draft()
    assert refused.status == 2
    assert refused.err.startswith("the text of note is not on this machine; record it again: ")


def test_a_language_that_is_not_read_is_told(report: Path, draft: Draft) -> None:
    record = report / "sources" / "note.yaml"
    record.write_text(record.read_text("utf-8").replace("language: en", "language: de"), "utf-8")
    refused = draft()
    assert refused.status == 2
    assert refused.err.startswith("note is in another language (de) than is read here; ")


def _recorded(report: Path, text: str, language: str = "en") -> None:
    note = report.parent / "dollars.txt"
    note.write_text(text, "utf-8")
    told = {"title": "Dollars", "publisher": "Press", "published": DAY, "language": language}
    add_source(report, note, "dollars", {**dict.fromkeys(GIVEN), **told}, DAY)


BARE_DOLLARS = "Acme made $5 million in 2025. It owes $7 million. It spent $9 million on plant. "


def test_what_settles_a_bare_dollar_is_told_once_where_a_source_names_others(
    report: Path, draft: Draft
) -> None:
    _recorded(report, BARE_DOLLARS + "Its shares cost A$3.20.")
    told = draft(source="dollars").err
    assert told.count("bare $") == 1
    assert "`currency: AUD`" in told
    assert "sources/dollars.yaml" in told
    definition = report / "report.yaml"
    definition.write_text(REPORT + "currency: AUD\n", "utf-8")
    assert "bare $" not in draft(source="dollars").err


def test_a_bare_dollar_alone_is_no_question(report: Path, draft: Draft) -> None:
    _recorded(report, BARE_DOLLARS)
    assert "bare $" not in draft(source="dollars").err


BARE_YUAN = "銷售額為8億元，純利為9,000萬元，每股盈利為1.2元。"


def test_what_settles_a_bare_yuan_in_traditional_characters_is_told_once(
    report: Path, draft: Draft
) -> None:
    _recorded(report, BARE_YUAN, "zh")
    told = draft(source="dollars").err
    assert told.count("bare 元") == 1
    assert "`currency: HKD`" in told
    definition = report / "report.yaml"
    definition.write_text(REPORT + "currency: TWD\n", "utf-8")
    assert "bare 元" not in draft(source="dollars").err


def test_a_bare_yuan_in_simplified_characters_is_no_question(report: Path, draft: Draft) -> None:
    _recorded(report, "销售额为8亿元，净利润为9000万元，每股收益为1.2元。", "zh")
    assert "bare 元" not in draft(source="dollars").err
