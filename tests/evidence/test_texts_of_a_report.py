"""Figures inside the texts of a whole report: told where they are written, refused or doubted, or accepted."""

import json
from pathlib import Path

import pytest

from exporter.check import CheckedReport, check
from tests import figured_report
from tests.command_line import run
from tests.figured_report import ACCEPT, FACTS, PLANTS, VIEW, edit, make_figured_report


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


def told(checked: CheckedReport) -> list[str]:
    return [f"{problem.subject}: {problem.wrong}" for problem in checked.problems]


def doubted(checked: CheckedReport) -> list[str]:
    return [f"{doubt.subject}: {doubt.wrong}" for doubt in checked.doubts]


def test_texts_that_say_what_the_quote_says(report: Path) -> None:
    checked = check(report)
    assert (told(checked), doubted(checked)) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ('"At 21.9x', '"At 31.9x', "`thesis.en` says 31.9 times (31.9x), but the quote says 21.9 times (21.9x)"),
        ("市盈率21.9倍，利润35亿元}", "市盈率21.9倍，利润45亿元}", "`thesis.zh` says CNY 4,500,000,000 (45亿元)"),
        ("en: Target price of HK$25.50", "en: Target price of HK$26.50", "the driver 'Target price of HK$26.50' says"),
        ("zh: 目标价25.5港元}", "zh: 目标价26.5港元}", "the driver '目标价26.5港元' says HKD 26.5"),
        ("{en: Buy, zh: 买入}", "{en: Strong Buy, zh: 强烈买入}", "`rating` is Strong Buy / 强烈买入, but the quote says 'Buy'"),
        ("{en: Buy, zh: 买入}", "{en: Buy, zh: 增持}", "`rating` is 'Buy' in English and '增持' in Chinese"),
        ("target_price: 25.5", "target_price: 26.5", "the quote does not state the target price HKD 26.5"),
        ("，目标价25.5港元，对应", "，目标价27.5港元，对应", "`quote_zh` says HKD 27.5 (27.5港元), but the quote says HKD 25.5"),
    ],
)  # fmt: skip
def test_a_view_that_says_otherwise_is_refused(
    report: Path, old: str, new: str, wrong: str
) -> None:
    edit(report / "views.yaml", old, new)
    (problem,) = told(check(report))
    assert problem.startswith(f"example-securities: {wrong}")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("{en: 17 plants run it", "{en: 18 plants run it", "`value.en` says 18 (18 plants run it), but the quote says 17 (17 plants)"),
        ("zh: 17家工厂在用", "zh: 18家工厂在用", "`value.zh` says 18"),
        ("GPT-4在17家工厂运行", "GPT-4在18家工厂运行", "`quote_zh` says 18"),
    ],
)  # fmt: skip
def test_a_fact_that_says_otherwise_is_refused(
    report: Path, old: str, new: str, wrong: str
) -> None:
    edit(report / FACTS, old, new)
    (problem,) = told(check(report))
    assert problem.startswith(f"plants: {wrong}")


def test_a_text_value_is_contradicted_where_its_figure_is(report: Path) -> None:
    edit(report / FACTS, "{en: 17 plants run it", "{en: 18 plants run it")
    checked = check(report)
    assert checked.evidence.figure_states()["contradicted"] == 1
    assert checked.evidence.facts.table()["figure_state"].to_pylist()[-1] == "contradicted"


def test_every_digit_of_every_text_counts(report: Path) -> None:
    """One digit after another is changed, in every text of the view and the fact but their ids and names."""
    for path, whole in ((report / "views.yaml", VIEW), (report / FACTS, PLANTS)):
        before = path.read_text("utf-8")
        offset = before.index(whole)
        for at, character in enumerate(whole):
            if character.isdecimal() and "GPT-" not in whole[max(0, at - 4) : at]:
                changed = str((int(character) + 1) % 10 or 1)
                place = offset + at
                path.write_text(before[:place] + changed + before[place + 1 :], "utf-8")
                assert check(report).problems, whole[max(0, at - 20) : at + 10]
        path.write_text(before, "utf-8")


def test_what_only_a_reader_can_judge_is_doubted(report: Path) -> None:
    edit(report / FACTS, "{en: Plants, zh: 工厂}", "{en: Plants of the 2030 plan, zh: 工厂}")
    edit(report / FACTS, "GPT-4在17家工厂运行", "GPT-5在多家工厂运行")
    edit(
        report / FACTS,
        "{en: Cars delivered, zh: 汽车交付量}",
        "{en: 30-day deliveries, zh: 汽车交付量}",
    )
    checked = check(report)
    assert told(checked) == []
    assert doubted(checked) == [
        "deliveries: `metric.en` has the number 30 days (30-day), which its quote does not state",
        "plants: the quote says 17 (17 plants), which `quote_zh` does not say as a number",
        "plants: `quote_zh` names 'GPT-5', which the quote does not",
    ]


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("40 questions on Example", "number 40 (40 questions on Example)"),
        ("Example after a second loss", "number 2 in a row (second)"),
    ],
)
def test_titles_are_doubted_by_their_line(report: Path, title: str, number: str) -> None:
    edit(report / "report.yaml", "title: {en: Example report", f"title: {{en: {title}")
    (doubt,) = check(report).doubts
    assert doubt.line == 2
    assert doubt.wrong == f"`title` has the {number}, which no quote stands behind"


def test_names_silence_doubts(report: Path) -> None:
    edit(
        report / FACTS,
        "{en: Cars delivered, zh: 汽车交付量}",
        "{en: 30-day deliveries, zh: 汽车交付量}",
    )
    edit(report / "report.yaml", "evidence: required", "names: [30-day]\nevidence: required")
    assert check(report).doubts == ()


def test_a_name_that_silences_nothing_is_told(report: Path) -> None:
    edit(
        report / FACTS,
        "{en: Cars delivered, zh: 汽车交付量}",
        "{en: 30-day deliveries, zh: 汽车交付量}",
    )
    edit(report / "report.yaml", "title: {en: Example report", "title: {en: Top 40 questions")
    edit(report / FACTS, "GPT-4在17家工厂运行", "GPT-5在17家工厂运行")
    names = (
        "names: [30-day, Top 40, GPT-5, 45-day, 17 plants, 500 million users]\nevidence: required"
    )
    edit(report / "report.yaml", "evidence: required", names)
    checked = check(report)
    assert [(doubt.wrong, doubt.right) for doubt in checked.doubts] == [
        ("`names` lists '45-day', which silences nothing", "take it out, or write it as the text that it is for does"),
        ("`names` lists '17 plants', which silences nothing", "take it out, or write it as the text that it is for does"),
        ("`names` lists '500 million users', which silences nothing", "take it out: a quantity is no name, and a quote must state it"),
    ]  # fmt: skip
    assert {doubt.line for doubt in checked.doubts} == {6}


def test_what_is_accepted_is_not_refused_and_not_confirmed(report: Path) -> None:
    edit(report / FACTS, "value: 12500", "value: 13500")
    edit(report / FACTS, "- id: deliveries\n", f"- id: deliveries\n{ACCEPT}")
    edit(report / "views.yaml", '"At 21.9x', '"At 31.9x')
    edit(report / "views.yaml", "example-securities\n", f"example-securities\n{ACCEPT}")
    checked = check(report)
    assert (told(checked), doubted(checked)) == ([], [])
    assert checked.evidence.figure_states() == {
        "confirmed": 1, "contradicted": 0, "not stated": 0, "accepted": 2, "text": 2,
    }  # fmt: skip
    assert checked.evidence.accepted_views() == ["example-securities"]


def test_what_is_accepted_must_still_be_quoted(report: Path) -> None:
    edit(report / FACTS, "value: 12500", "value: 13500")
    edit(
        report / FACTS,
        "delivered more than 12,500 cars in 2025",
        "delivered more than 13,600 cars in 2025",
    )
    edit(report / FACTS, "- id: deliveries\n", f"- id: deliveries\n{ACCEPT}")
    checked = check(report)
    quote, figure, *_ = told(checked)
    assert "13,600 cars in 2025' is not in press-note" in quote
    assert "the value is 13,500" in figure
    assert checked.evidence.figure_states()["accepted"] == 0


def test_a_view_is_accepted_for_a_reason(report: Path) -> None:
    edit(report / "views.yaml", "example-securities\n", "example-securities\n  accept: yes\n")
    (problem,) = told(check(report))
    assert problem == "example-securities: `accept` 'yes' gives no reason"


def test_an_acceptance_that_is_not_needed_is_told(report: Path) -> None:
    edit(report / FACTS, "- id: deliveries\n", f"- id: deliveries\n{ACCEPT}")
    edit(report / "views.yaml", "example-securities\n", f"example-securities\n{ACCEPT}")
    checked = check(report)
    not_needed = "`accept` is not needed: the quote proves it"
    assert doubted(checked) == [f"deliveries: {not_needed}", f"example-securities: {not_needed}"]
    assert checked.evidence.figure_states()["accepted"] == 0


def test_a_wrong_translation_is_marked_where_it_may_be_printed(
    report: Path, tmp_path: Path
) -> None:
    import openpyxl

    from exporter.build import build

    edit(report / FACTS, "GPT-4在17家工厂运行", "GPT-4在18家工厂运行")
    edit(report / "report.yaml", "evidence: required", "evidence: optional")
    checked, _ = build(report, tmp_path / "out", ["zh"])
    assert told(checked) == []
    assert doubted(checked)[0].startswith("plants: `quote_zh` says 18")
    sheet = openpyxl.load_workbook(tmp_path / "out/figures.zh.xlsx")["示例汽车"]
    grounds = {row[10].value: row[8].fill.start_color.rgb for row in sheet.iter_rows(min_row=5)}
    assert grounds["plants"] == "FFFBE3E1"
    assert grounds["deliveries"] == "00000000"
    page = (tmp_path / "out/evidence.zh.html").read_text("utf-8")
    assert page.count("译文与原文数值不符") == 2  # at the fact, and in the filter


def test_commands_tell_doubts_and_do_not_refuse(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(report / FACTS, "{en: Plants, zh: 工厂}", "{en: 30-day plants, zh: 工厂}")
    checked = run(capsys, monkeypatch, ["check", report])
    assert checked.status == 0
    assert "plants: `metric.en` has the number 30 days (30-day)" in checked.out
    assert "doubts: 1\nproblems: none" in checked.out
    found = json.loads(run(capsys, monkeypatch, ["check", report, "--format", "json"]).out)
    assert [doubt["fact"] for doubt in found["doubts"]] == ["plants"]
    built = run(
        capsys, monkeypatch, ["build", report, "--lang", "en", "--output", report.parent / "out"]
    )
    assert built.status == 0
    assert "in doubt: " in built.err


def test_names_of_the_report_that_have_changed_places_in_a_translation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = "Example Motors holds 12% and Example Securities 15%"
    monkeypatch.setattr(figured_report, "NOTE", (*figured_report.NOTE, quote))
    make_figured_report(tmp_path / "mini")
    fact = """
- id: stake
  entity: Example Motors
  metric: {en: Stake, zh: 持股}
  value: 12
  unit: "%"
  source: press-note
"""
    path = tmp_path / "mini" / FACTS
    honest = "示例证券持有15%，示例汽车持有12%"
    text = path.read_text("utf-8") + f"{fact}  quote: {quote}\n  quote_zh: {honest}\n"
    path.write_text(text, "utf-8")
    checked = check(tmp_path / "mini")
    assert (told(checked), doubted(checked)) == ([], [])
    edit(path, honest, "示例证券持有12%，示例汽车持有15%")
    (problem,) = told(check(tmp_path / "mini"))
    assert problem.startswith("stake: `quote_zh` says 12 % (12%) where the quote says 15 % (15%)")
