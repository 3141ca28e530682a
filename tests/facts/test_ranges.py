"""Ranges and other words of units: as analysts write them, in YAML and in tables."""

import math
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.facts.fact_set import collect
from exporter.facts.own_units import own_unit
from exporter.facts.parse import FactParser
from exporter.facts.ranges import Named
from exporter.facts.read import read_written, written_from
from exporter.facts.table import PLACES, WRITTEN, Fact, iterate_facts
from tests.examples import examples
from tests.facts.forms import FORMS

pytestmark = pytest.mark.usefixtures("unconfined")

REST = {"entity": "E", "metric": "M", "source": "s", "quote": "a quote"}


def read(data: object, shown: str = "table") -> tuple[list[Fact], list[str]]:
    """The facts of a table in hand, and what is wrong with it."""
    facts: list[Fact] = []
    problems: list[str] = []
    for table, wrong in FactParser().parse(written_from(data, shown)):
        facts += iterate_facts(table)
        problems += map(str, wrong)
    return facts, problems


def from_yaml(tmp_path: Path, *fields: str) -> tuple[list[Fact], list[str]]:
    """A fact with these lines, from a file."""
    lines = ["- id: a", "entity: E", "metric: M", "source: s", "quote: a quote", *fields]
    path = tmp_path / "facts.yaml"
    path.write_text("\n  ".join(lines) + "\n", "utf-8")
    return read(path)


def a_row(**fields: Any) -> pa.Table:
    row = {"id": "a", **REST, **{name.replace("__", "."): value for name, value in fields.items()}}
    return pa.table({name: [value] for name, value in row.items()})


@pytest.mark.parametrize(
    ("low", "high", "decimals"),
    [("20.5", "21.75", 2), ("20.50", "21", 2), ("15", "20", 0), ("-3", "2", 0), ("1e3", "2e3", 0)],
)
def test_both_ends_with_the_decimals_of_the_finer(
    tmp_path: Path, low: str, high: str, decimals: int
) -> None:
    (fact,), problems = from_yaml(tmp_path, f"value: {{from: {low}, to: {high}}}")
    assert problems == []
    assert (fact.number, fact.high, fact.decimals) == (float(low), float(high), decimals)
    in_table = read(a_row(value__from=low, value__to=high))
    assert [(f.number, f.high, f.decimals) for f in in_table[0]] == [
        (fact.number, fact.high, decimals)
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{from: 21.5, to: 20.5}", "a: the range 21.5 to 20.5 begins above its end; write `value: {from: 20.5, to: 21.5}`"),
        ("{from: 5, to: 5.0}", "a: both ends of the range are 5; write `value: 5`"),
        ("{from: 5}", "facts.yaml:6: a: `value` has not the two ends of a range; write `value: {from: 20.5, to: 21.5}`"),
        ("{from: 5, to: 6, by: 1}", "`value` has not the two ends of a range"),
        ("{from: 5, to: }", "`value.to` is not a number"),
        ("{from: 5, to: [6]}", "`value.to` is not a number"),
        ('{from: "5", to: 6}', "`value.from` is not a number"),
        ("{from: 5, to: .nan}", "`value.to` is '.nan', which is no number"),
        ("{from: -.inf, to: 5}", "`value.from` is '-.inf', which is no number"),
        ("{from: many, to: 6}", "`value.from` is 'many', which is no number; write both ends as numbers"),
        ("{from: 5 %, to: 6 %}", "`value.to` is '6 %', which is no number"),
        ("{from: 2023-01, to: 2023-06}", "`value.to` is '2023-06', which is no number; write an interval of time as `period: 2014/2022`"),
        ("{from: 2023-Q1, to: FY2024}", "`value.to` is 'FY2024', which is no number; write an interval"),
        ("{from: 0.1234567890123456, to: 6}", "the value 0.1234567890123456 to 6 has more than 15 decimals"),
        ("{from: 1, to: 12345678901234567}", "the value 1 to 12345678901234567 has more than 15 digits"),
        ("{from: 1, to: 1e999}", "the value 1 to 1e999 is larger than a cell of Excel can show"),
    ],
)  # fmt: skip
def test_what_is_no_range(tmp_path: Path, value: str, message: str) -> None:
    facts, problems = from_yaml(tmp_path, f"value: {value}")
    assert facts == []
    assert message in "\n".join(problems)


def test_a_column_of_tables_is_no_field_of_yaml(tmp_path: Path) -> None:
    _, problems = from_yaml(tmp_path, "value.from: 5")
    right = "write `value: {from: 20.5, to: 21.5}`"
    assert f"`value.from` is a column of tables; {right}" in "\n".join(problems)


@pytest.mark.parametrize("unit", ["text", "date"])
def test_a_range_is_one_of_numbers(tmp_path: Path, unit: str) -> None:
    facts, problems = from_yaml(tmp_path, "value: {from: 2020, to: 2023}", f"unit: {unit}")
    assert facts == []
    assert f"a range cannot be in the unit '{unit}'" in problems[0]


def test_one_cause_gives_one_problem(tmp_path: Path) -> None:
    for value in ("{from: 21.5, to: 20.5}", "{from: x, to: 5}", "{from: 5, to: 2023-06}"):
        assert len(from_yaml(tmp_path, f"value: {value}", "unit: EUR billion")[1]) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": "5", "value__from": "5", "value__to": "6"},
         "table: row 1, fact a: `value` is given, and a range in `value.from` and `value.to`; keep one"),
        ({"value__en": "x", "value__zh": "x", "value__from": "5", "value__to": "6"}, "`value.en` is given, and a range"),
        ({"value__from": "5"}, "the column `value.to` is missing; add it beside `value.from`"),
        ({"value": "1", "value__to": "5"}, "the column `value.from` is missing; add it beside `value.to`"),
        ({"value__from": "5", "value__to": ""}, "`value.to` is missing beside `value.from`, 5; give both ends of a range"),
        ({"value__from": None, "value__to": "6"}, "`value.from` is missing beside `value.to`, 6"),
        ({"value__from": math.nan, "value__to": 6.0}, "`value.from` is 'nan', which is no number"),
        ({"value__from": None, "value__to": None}, "`value` is missing"),
    ],
)  # fmt: skip
def test_what_is_no_range_in_a_table(fields: dict[str, Any], message: str) -> None:
    facts, problems = read(a_row(**fields))
    assert facts == []
    assert message in "\n".join(problems)
    assert len(problems) == len(set(problems)) <= 2


@pytest.mark.parametrize("id_", ["guidance.low", "a.b.high"])
def test_ids_that_would_name_an_end_are_refused(id_: str) -> None:
    facts, problems = read(a_row(value="1", id=id_))
    assert facts == []
    dashed = id_.replace(".", "-")
    assert (
        f"ends like the name of an end of a range; use another ending, such as {dashed}"
        in problems[0]
    )


def test_names_of_facts_and_of_their_ends() -> None:
    assert Named.of("guidance.low") == ("guidance", "low")
    assert Named.of("a.b.high") == ("a.b", "high")
    for name in ("guidance", "a.lower", "low", ".low", "a-high"):
        assert Named.of(name) == (name, None)


@settings(max_examples=examples(20))
@given(st.lists(st.decimals(-(10**6), 10**6, places=3), min_size=2, max_size=2, unique=True))
def test_a_range_goes_out_and_in_again(ends: list[Any]) -> None:
    low, high = sorted(ends)
    row = a_row(value__from=str(low), value__to=str(high), unit__en="lines", unit__zh="条产品线")
    facts, problems = read(row.append_column("unit.also", pa.array(["rows; 产品线|rows"])))
    assert problems == []
    tables = (table for table, _ in FactParser().parse(written_from(row, "table")))
    frame = collect(tables).to_frame()
    back, wrong = read(frame)
    assert wrong == []
    assert [(f.number, f.high, f.decimals) for f in back] == [(float(low), float(high), 3)]
    assert facts[0].unit.words == (("lines", "rows"), ("条产品线", "产品线"))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_keeps_ranges_and_other_words(tmp_path: Path, form: str) -> None:
    row = {"entity": "E", "metric.en": "M", "metric.zh": "M", "source": "s", "quote": "a quote"}
    ends = [("20.50", "21.5"), ("-3", "2"), (None, None)]
    rows = [
        row | {"id": f"f{place}", "value.from": low, "value.to": high}
        for place, (low, high) in enumerate(ends)
    ]
    labels = {"unit.en": "product lines", "unit.zh": "条产品线", "unit.also": "lines|产品线"}
    rows[0] |= labels
    rows[2]["value"] = "7"
    schema = pa.schema([field for field in WRITTEN if field.name not in PLACES])
    where = FORMS[form](pa.Table.from_pylist(rows, schema), tmp_path)
    parsed = list(FactParser().parse(read_written(tmp_path, where)))
    assert [problem for _, problems in parsed for problem in problems] == []
    facts = [fact for table, _ in parsed for fact in iterate_facts(table)]
    found = [(fact.number, fact.high, fact.decimals) for fact in facts]
    assert found == [(20.5, 21.5, 2), (-3.0, 2.0, 0), (7.0, None, 0)]
    assert facts[0].unit.words == (("product lines", "lines"), ("条产品线", "产品线"))


def test_a_frame_with_ends_beside_single_values() -> None:
    frame = pd.DataFrame(
        {"id": ["a", "b"], **{name: [value] * 2 for name, value in REST.items()},
         "value": [5, None], "value.from": [None, 1.5], "value.to": [None, 2.5]}
    )  # fmt: skip
    facts, problems = read(frame)
    assert problems == []
    assert [(fact.number, fact.high) for fact in facts] == [(5.0, None), (1.5, 2.5)]


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ("{en: product lines, zh: 条产品线, also: lines}", "`unit.also` is not a list of words; write `also: [lines, 产品线]`"),
        ("{en: product lines, zh: 条产品线, also: []}", "`unit.also` is not a list of words"),
        ("{en: product lines, zh: 条产品线, also: [lines, ]}", ""),
        ("{en: product lines, zh: 条产品线, also: [lines, {a: b}]}", "`unit.also` holds something else than words"),
        ("{en: product lines, zh: 条产品线, also: ['a|b']}", "`unit.also` holds something else than words"),
        ("{en: product lines, zh: 条产品线, also: ['']}", "`unit.also` holds something else than words"),
        ("{en: product lines, also: [lines]}", ""),
        ("{also: [lines]}", "`unit` is empty; write it in both languages"),
        ("{en: users, zh: 用户, also: [accounts]}", "`also` gives other words for 'users / 用户', whose words are known already; leave it out"),
        ("{en: '%', zh: '%', also: [percent]}", "`also` gives other words for '% / %'"),
        ("{en: MW, zh: 兆瓦, also: [megs]}", "`also` gives other words for 'MW / 兆瓦'"),
        ("{en: GPU hours, zh: GPU小时, also: [GPU时]}", ""),
        ("{en: vehicles per hour, zh: 辆/小时, also: [cars]}", ""),
        ("{en: days, zh: 周, also: [weeks]}", "the labels 'days' and '周' of a unit do not say the same"),
    ],
)  # fmt: skip
def test_other_words_are_for_units_of_ones_own(tmp_path: Path, unit: str, message: str) -> None:
    facts, problems = from_yaml(tmp_path, "value: 5", f"unit: {unit}")
    if not message:
        assert (len(facts), problems) == (1, [])
        return
    assert len(problems) == 1
    assert message in problems[0]


def test_other_words_of_known_units_in_a_table() -> None:
    known = read(a_row(value="5", unit="users", unit__also="accounts"))
    assert known[0] == []
    assert "`also` gives other words for 'users', whose words are known already" in known[1][0]
    none = read(a_row(value="5", unit__also="accounts"))
    assert "`unit.also` has other words for a unit, but there is no unit" in none[1][0]


def test_facts_of_one_label_have_words_of_their_own() -> None:
    assert own_unit("lines", "条线", "rows") != own_unit("lines", "条线", "rails")
    assert own_unit("lines", "条线", "rows|軌道").words == (("lines", "rows"), ("条线", "轨道"))
