"""Facts of one name that cannot all be true, told whoever wrote them, and what only looks so."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exporter import check
from exporter.facts import contradictions as module
from exporter.facts.contradictions import contradictions
from exporter.facts.fact_set import collect
from exporter.facts.table import WRITTEN
from tests.facts.parsed import parse_facts
from tests.history_report import make_history_report, sold

BASE = {
    "id": "a", "entity": "Alder Co", "metric.en": "Staff", "metric.zh": "员工", "value": "340",
    "unit": "employees", "period": "2025", "source": "s", "quote": "340 people work there",
    "file": "facts/f.yaml", "line": 1,
}  # fmt: skip
MONEY = {"unit": "EUR million", "value": "12"}


def told(*changes: dict[str, Any], restated: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Which facts contradict which: each is the first one but for what is said of it."""
    rows = [
        BASE | {"id": id_, "line": line, **change}
        for line, (id_, change) in enumerate(zip("abcdef", ({}, *changes), strict=False), 1)
    ]
    return _found(rows, restated)


def _found(rows: list[dict[str, Any]], restated: frozenset[str]) -> list[tuple[str, str]]:
    facts = collect([_facts(rows)], ["Alder Co"])
    return [(one.fact.id, one.other.id) for one in contradictions(facts, restated)]


def _facts(rows: list[dict[str, Any]]) -> pa.Table:
    facts, problems = parse_facts(pa.Table.from_pylist(rows, WRITTEN))
    assert not problems, problems
    return facts


@pytest.mark.parametrize(
    "change",
    [
        {"value": "341"},
        {"value": "360", "source": "t"},
        {"value": "400", "qualifier": "about"},
        {"value": "350", "qualifier": "over"},
        {"value": "330", "qualifier": "under"},
        {"value": "500", "qualifier": "nearly"},
        {"value": None, "value.from": "350", "value.to": "360"},
        {"value": "360", "metric.zh": "雇员"},
        {"value": "360", "metric.en": "STAFF", "metric.zh": "雇员"},
        {"value": "360", "attribution.en": "Its auditor", "attribution.zh": "其审计师"},
    ],
)
def test_two_values_of_one_name_are_told(change: dict[str, Any]) -> None:
    assert told(change) == [("b", "a")]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"value": "340.0", "source": "t"},
        {"value": "340.2"},  # 340 is that, rounded
        {"value": "350", "qualifier": "about"},
        {"value": "300", "qualifier": "over"},
        {"value": "350", "qualifier": "nearly"},
        {"value": "100", "qualifier": "order of"},
        {"value": None, "value.from": "330", "value.to": "350"},
        {"value": "360", "period": "2024"},
        {"value": "360", "status": "guidance"},
        {"value": "360", "metric.en": "Engineers", "metric.zh": "工程师"},
        {"value": "360", "entity": "Beech Co"},
        {"value": "360", "unit": "customers"},
        {"value": None, "value.en": "twelve", "value.zh": "十二人", "unit": None},
    ],
)
def test_what_can_be_true_beside_another_is_not(change: dict[str, Any]) -> None:
    assert told(change) == []


@pytest.mark.parametrize(
    ("one", "other", "are_told"),
    [
        (MONEY, MONEY | {"unit": "EUR billion", "value": "0.012"}, False),
        (MONEY, MONEY | {"unit": "EUR billion", "value": "0.015"}, True),
        (MONEY, MONEY | {"unit": "USD million", "value": "15"}, False),
        (MONEY, MONEY | {"value": "-12"}, True),
        ({"qualifier": "at least", "value": "9"}, {"qualifier": "up to", "value": "5"}, False),
        ({"value": "-5", "qualifier": "nearly"}, {"value": "-4.8"}, False),
        ({"value": "-5", "qualifier": "nearly"}, {"value": "-5.8"}, True),
        ({"value.from": "20", "value.to": "22"}, {"value.from": "20", "value.to": "22"}, False),
        ({"value.from": "20", "value.to": "22"}, {"value.from": "21", "value.to": "23"}, True),
        ({"unit": "date", "value": "2025-03"}, {"unit": "date", "value": "2025-03-14"}, False),
        ({"unit": "date", "value": "2025-03"}, {"unit": "date", "value": "2025-04-14"}, True),
        ({"period": None}, {"period": None, "value": "9"}, True),
        ({"period": None}, {"period": None, "value": "9", "source": "t"}, False),
    ],
)
def test_values_are_held_against_each_other_as_they_are_meant(
    one: dict[str, Any], other: dict[str, Any], are_told: bool
) -> None:
    whole = {"value": None} if "value.from" in one else {}
    rows = [BASE | whole | one, BASE | whole | other | {"id": "b", "line": 2}]
    assert bool(_found(rows, frozenset())) is are_told


def test_what_two_people_say_is_each_their_own() -> None:
    beech = {"attribution.en": "Beech Bank", "attribution.zh": "山毛榉银行"}
    cedar = {"attribution.en": "Cedar Bank", "attribution.zh": "雪松银行"}
    assert told(beech, {"value": "360"} | cedar) == [("c", "a")]
    rows = [BASE | beech, BASE | {"id": "b", "value": "360"} | cedar]
    assert _found(rows, frozenset()) == []


def test_an_estimate_is_its_sources_own() -> None:
    estimate = {"status": "estimate", "value": "360"}
    assert told(estimate, estimate | {"value": "380", "source": "t"}) == []
    assert told(estimate, estimate | {"value": "380"}) == [("c", "b")]


def test_what_is_set_right_or_taken_back_is_told_no_more() -> None:
    assert told({"value": "360"}, {"value": "380"}, restated=frozenset("a")) == [("c", "b")]
    withdrawn = {"status": "withdrawn", "value": "360"}
    assert told(withdrawn, withdrawn | {"value": "380"}) == []


def test_each_is_told_against_the_first_that_it_contradicts() -> None:
    assert told({"value": "360"}, {"value": "360"}, {}) == [("b", "a"), ("c", "a"), ("d", "b")]


def test_names_are_found_over_all_batches_and_entities() -> None:
    entities = [f"Company {number}" for number in range(40)]
    rows = [
        BASE | {"id": f"{kind}-{at}", "entity": entity, "value": str(100 + at * (kind == "twin"))}
        for kind in ("fact", "twin")
        for at, entity in enumerate(entities)
    ]
    batches = [_facts(rows[at : at + 7]) for at in range(0, len(rows), 7)]
    found = list(contradictions(collect(batches, entities[:3]), frozenset()))
    assert [(one.fact.id, one.other.id) for one in found] == [
        (f"twin-{at}", f"fact-{at}") for at in range(1, len(entities))
    ]


def test_of_a_name_with_very_many_values_some_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_HELD", 2)
    assert told({"value": "1"}, {"value": "1"}, {"value": "2"}) == [
        ("b", "a"), ("c", "a"), ("d", "a"),
    ]  # fmt: skip


@pytest.mark.usefixtures("unconfined")
def test_a_report_tells_both_with_their_places(tmp_path: Path) -> None:
    facts = sold("one", 120, "2024"), sold("other", 131, "2024"), sold("newer", 140, "2025")
    report = make_history_report(tmp_path / "report", facts)
    checked = check(report)
    assert not checked.problems
    (doubt,) = checked.doubts
    assert (doubt.line, doubt.subject) == (2, "other")
    assert doubt.wrong == (
        f"one has the same name and period, and another value: 120 units ({doubt.file}:1), "
        "and here 131 units"
    )
    assert "`restates: one`" in doubt.right
    mended = sold("one", 120, "2024"), sold("other", 131, "2024", restates="one")
    assert not check(make_history_report(tmp_path / "again" / "report", mended)).doubts
