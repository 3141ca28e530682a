"""Texts in one language alone: the other shows them, and one doubt tells so."""

from pathlib import Path

import pandas as pd
import pytest

import exporter
from exporter.check import CheckedReport, check
from exporter.facts.halves import with_both_halves
from exporter.facts.yaml_facts import read_yaml_facts
from tests.figured_report import FACTS, edit, make_figured_report

TOLD = "in one language alone"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


def halves(checked: CheckedReport) -> list[str]:
    return [doubt.wrong for doubt in checked.doubts if TOLD in doubt.wrong]


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("metric: {zh: 工厂}", {"metric.en": "工厂", "metric.zh": "工厂"}),
        ("attribution: {en: Motors}", {"attribution.en": "Motors", "attribution.zh": "Motors"}),
        ("value: {zh: 开业}", {"value": None, "value.en": "开业", "value.zh": "开业"}),
        ("value: 5", {"value": "5", "value.en": None, "value.zh": None}),
        ("unit: {zh: 家门店}", {"unit": "stores", "unit.en": None, "unit.zh": None}),
        ("unit: {zh: 条产品线}", {"unit": None, "unit.en": "条产品线", "unit.zh": "条产品线"}),
        ("unit: {zh: 百万条产品线}", {"unit.en": "million 条产品线", "unit.zh": "百万条产品线"}),
        ("unit: {en: million parcels}", {"unit.en": "million parcels", "unit.zh": "百万parcels"}),
        ("unit: {zh: 亿元}", {"unit": "CNY 亿", "unit.en": None, "unit.zh": None}),
    ],
)
def test_the_other_language_shows_the_half_that_there_is(said: str, both: dict[str, str]) -> None:
    written, problems = read_yaml_facts(f"- id: a\n  {said}\n".encode(), "f.yaml")
    (row,) = with_both_halves(written).to_pylist()
    assert problems == []
    assert {name: row[name] for name in both} == both


def test_halves_of_facts_and_views_are_one_doubt(report: Path) -> None:
    edit(report / FACTS, "metric: {en: Plants, zh: 工厂}", "metric: {en: Plants}")
    edit(report / "views.yaml", "thesis: {en: ", "thesis: {zh: ")
    edit(report / "views.yaml", ", zh: 市盈率21.9倍，利润35亿元}", "}")
    checked = check(report)
    assert checked.problems == ()
    assert halves(checked) == [
        "1 fact and 1 view have texts in one language alone (plants, example-securities)"
    ]
    (view,) = checked.views
    assert view.thesis.en == view.thesis.zh


def test_only_languages_that_are_printed_are_missed(report: Path) -> None:
    edit(report / FACTS, "metric: {en: Plants, zh: 工厂}", "metric: {en: Plants}")
    edit(report / "report.yaml", "languages: [en, zh]", "languages: [en]")
    assert halves(check(report)) == []


def test_what_is_missing_altogether_is_an_error(report: Path) -> None:
    edit(report / FACTS, "metric: {en: Plants, zh: 工厂}", "metric: {en: , zh: }")
    edit(report / "views.yaml", "rating: {en: Buy, zh: 买入}", "rating: {}")
    wrong = {problem.wrong for problem in check(report).problems}
    assert {"`metric.en` is missing", "`rating` is not in both languages"} <= wrong


def test_a_table_may_have_the_columns_of_one_language() -> None:
    row = {"id": "a", "entity": "E", "metric.zh": "门店", "value": 5, "unit.zh": "条产品线"}
    facts = exporter.read_facts(pd.DataFrame([row | {"source": "s", "quote": "共有5条产品线"}]))
    (fact,) = facts.table().to_pylist()
    assert (fact["metric.en"], fact["unit.en"], fact["unit.zh"]) == ("门店", "条产品线", "条产品线")


def test_a_half_may_be_shared(report: Path) -> None:
    edit(
        report / FACTS,
        "\n- id: plants\n",
        "\n- defaults: {attribution: {zh: 公司}}\n- id: plants\n",
    )
    checked = check(report)
    assert checked.problems == ()
    assert halves(checked) == ["1 fact has a text in one language alone (plants)"]
