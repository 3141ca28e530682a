"""What `chart:` of an entity may say, and what of it is refused."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from exporter.check import check
from exporter.errors import Fault
from exporter.report.definition import EntityDefinition
from exporter.report.entity_charts import faults_of_chart
from tests.calculated_report import PASSENGERS, make_calculated_report, stated
from tests.report.sample_facts import facts_table, number

BETWEEN = (
    ("passengers", 46.55, PASSENGERS),
    ("opened", "1962-05", "date"),
)

FACTS = facts_table(
    number("1", "EUR million", id="now", **{"metric.en": "Boxes", "metric.zh": "集装箱"}),
    number("2", "EUR million", id="then", **{"metric.en": "Boxes", "metric.zh": "集装箱"}),
    number("3", "%", id="share"),
    number("4", "rank", id="place"),
    {"value": "a word", "id": "word"},
)


@pytest.mark.parametrize("chart", [True, False, "Boxes", ["now", "then"]])
def test_what_is_drawn_is_told_by_ids_or_a_metric(chart: Any) -> None:
    entity = EntityDefinition(name={"en": "Harbour", "zh": "海港"}, chart=chart)
    assert entity.chart == (tuple(chart) if isinstance(chart, list) else chart)
    assert list(faults_of_chart(entity.chart, "Harbour", FACTS)) == []
    assert entity.model_dump(mode="json")["chart"] == chart  # without a warning


@pytest.mark.parametrize("chart", [5, [], ["now"], "", {"en": "Boxes"}])
def test_anything_else_is_refused(chart: Any) -> None:
    with pytest.raises(ValidationError):
        EntityDefinition(name={"en": "Harbour", "zh": "海港"}, chart=chart)


@pytest.mark.parametrize(
    ("chart", "wrong"),
    [
        (("now", "gone"), "the chart's 'gone' is no fact about 'Harbour'"),
        (("now", "word"), "the fact 'word' is no number, so no bar can show it"),
        (("now", "share"), "the chart compares different units (EUR million, %)"),
        (("place", "place"), "the chart has ranks, whose bars would say nothing"),
        ("Cranes", "'Harbour' has no figure of the metric 'Cranes'"),
        ("Metric 3", "'Harbour' has one figure alone of the metric 'Metric 3'"),
    ],
)
def test_what_cannot_be_drawn_is_named(chart: Any, wrong: str) -> None:
    assert [fault.wrong for fault in faults_of_chart(chart, "Harbour", FACTS)] == [wrong]


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        (
            ["masts", "sails", "ropes"],
            "the chart's figures are shown in different magnitudes in Chinese: masts in 亿元; sails, ropes in 万元; name facts that are shown in one, such as `chart: [sails, ropes]`, or write `chart: false`",
        ),
        (["sails", "ropes"], ""),
        (True, ""),
        (False, ""),
    ],
)  # fmt: skip
def test_figures_of_several_magnitudes_are_not_left_out_silently(
    tmp_path: Path, chart: Any, told: str
) -> None:
    sums = {"masts": 3200, "sails": 61, "ropes": 45}
    facts = [
        stated(
            "sales", sum_, "CNY million", id=id_, metric={"en": id_, "zh": f"指标{id_}"},
            quote=f"Sales of {id_} came to CNY {sum_:,} million in 2025",
        )
        for id_, sum_ in sums.items()
    ]  # fmt: skip
    apart = {"entity": "Ferries", "period": "2025"}  # else neighbours share a magnitude
    between = [stated(id_, value, unit, **apart) for id_, value, unit in BETWEEN]
    ordered = [facts[0], between[0], facts[1], between[1], facts[2]]
    entities = [{"name": {"en": "Ferries", "zh": "渡轮"}, "chart": chart}]
    workbooks = [{"name": "ferries", "title": "Ferries", "entities": ["Ferries"]}]
    report = make_calculated_report(
        tmp_path / "report", ordered, entities=entities, workbooks=workbooks,
        brokers=[], one_pagers=[],
    )  # fmt: skip
    (report / "views.yaml").unlink()
    assert [str(Fault(one.wrong, one.right)) for one in check(report).problems] == (
        [told] if told else []
    )
