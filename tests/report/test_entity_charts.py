"""What `chart:` of an entity may say, and what of it is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from exporter.report.definition import EntityDefinition
from exporter.report.entity_charts import faults_of_chart
from tests.report.sample_facts import facts_table, number

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
