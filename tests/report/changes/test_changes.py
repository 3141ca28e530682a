"""What changed between two editions: pairs by id and by history, amounts, words, rows, sheets."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter import read_facts
from exporter.facts.fact_set import FactSet, collect
from exporter.facts.views import View
from exporter.proof.xlsx import compare_workbook
from exporter.report.changes import Changes, compare_editions
from exporter.report.changes.briefly import told_briefly
from exporter.report.changes.differences import difference_of
from exporter.report.changes.model import Change
from exporter.report.changes.rows import fact_rows, view_rows
from exporter.report.changes.sentences import told_counts, told_fact, told_facts
from exporter.report.changes.since import changes_since, sides_of, since_of
from exporter.report.changes.view_sentences import told_views
from exporter.report.definition import ReportDefinition
from exporter.report.xlsx.changes import lay_out_changes_book
from exporter.writers.xlsx import write_workbook
from tests.examples import examples
from tests.golden import check_golden
from tests.readback import read_back

REPORT = ReportDefinition.model_validate(
    {
        "title": "Motors",
        "edition": "2026-07-01",
        "author": "Desk",
        "entities": [{"name": {"en": "Motors", "zh": "汽车"}}, {"name": "Plants"}],
        "workbooks": [{"name": "figures", "title": "Figures"}],
    }
)
USUAL = {
    "id": "revenue",
    "entity": "Motors",
    "metric.en": "Revenue",
    "metric.zh": "营业收入",
    "value": "3.1",
    "unit": "EUR billion",
    "period": "2026-Q3",
    "source": "note",
    "quote": "Revenue was 3.1 billion euros",
}
VIEW = {
    "id": "broker-motors",
    "broker": "Broker",
    "subject": "Motors",
    "stance": "positive",
    "thesis": "Demand holds",
    "drivers": ["Demand"],
    "rating": "Buy",
    "target_price": "100",
    "currency": "EUR",
    "source": "note",
    "quote": "Broker says Buy, with a target of 100 euros",
}


@dataclass(frozen=True)
class Edition:
    """What an edition states."""

    facts: FactSet
    views: tuple[View, ...] = ()
    report: ReportDefinition = REPORT


def edition(*facts: dict[str, str], views: Sequence[dict[str, Any]] = ()) -> Edition:
    """An edition of facts and views, each as usual but for what is given."""
    rows = [USUAL | fact for fact in facts]
    for row in rows:
        if row.keys() & {"value.from", "value.en"}:
            row.pop("value", None)
        if row.keys() & {"value.en", "unit.en"} or row.get("unit") == "":
            row.pop("unit", None)
    names = dict.fromkeys(name for row in rows for name in row)
    table = pa.table({name: [row.get(name) for row in rows] for name in names})
    return Edition(read_facts(table), tuple(View.model_validate(VIEW | view) for view in views))


def changes(old: Sequence[dict[str, str]], new: Sequence[dict[str, str]]) -> Changes:
    return compare_editions(edition(*old), edition(*new))


def kinds(found: Changes) -> list[tuple[str, str]]:
    return [(str(change.change), change.fact.id) for change in found.facts]


def line(old: dict[str, str], new: dict[str, str], lang: Any = "en") -> str:
    (change,) = changes([old], [new]).facts
    return told_fact(change, lang)


OTHER = {"id": "other"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ([{}], [{}], []),
        ([{}, OTHER], [OTHER, {}], []),
        ([{}], [{}, OTHER], [("added", "other")]),
        ([{}, OTHER], [{}], [("withdrawn", "other")]),
        ([{}], [{"value": "3.2"}], [("changed", "revenue")]),
        ([{}], [{"metric.zh": "收入"}], [("changed", "revenue")]),
        ([{}], [{"quote": "Sales came to 3.1 billion euros"}], [("evidence changed", "revenue")]),
        # The same words, as another page has them, prove the same.
        ([{}], [{"quote": "revenue was 3.1 billion euros"}], []),
        ([{}], [{"source": "release"}], [("evidence changed", "revenue")]),
        ([{}], [{"source": "release", "value": "3.2"}], [("changed", "revenue")]),
        ([{}], [{}, OTHER | {"restates": "revenue"}], [("restated", "other")]),
        ([{}], [OTHER | {"restates": "revenue"}], [("restated", "other")]),
        ([{}], [{}, OTHER | {"replaces": "revenue", "period": "2026-Q4"}], [("replaced", "other")]),
        # An edition was left out: what came of a fact is told of all that came of it.
        ([{}], [{"id": "second", "restates": "revenue"}, {"id": "third", "restates": "second"}],
         [("restated", "second"), ("restated", "third")]),
        ([{}], [{"id": "a-later", "replaces": "second"}, {"id": "second", "restates": "revenue"},
                {"id": "latest", "restates": "a-later"}],
         [("restated", "second"), ("replaced", "a-later"), ("replaced", "latest")]),
        ([{}], [{"id": "round", "restates": "about"}, {"id": "about", "restates": "round"}],
         [("added", "round"), ("added", "about"), ("withdrawn", "revenue")]),
        # Both are new to who reads the newer edition.
        ([OTHER], [OTHER, {}, {"id": "later", "restates": "revenue"}],
         [("added", "revenue"), ("added", "later")]),
        ([{}], [{"status": "withdrawn"}], [("withdrawn", "revenue")]),
        ([{"status": "withdrawn"}, OTHER], [OTHER], []),
        ([{"status": "withdrawn"}], [{}], [("added", "revenue")]),
        ([OTHER], [{"id": "like-other"}], [("added", "like-other"), ("withdrawn", "other")]),
        ([{"carried": "2026-04-01"}], [{}], []),
    ],
)  # fmt: skip
def test_facts_are_paired_by_id_then_by_history(
    old: list[dict[str, str]], new: list[dict[str, str]], found: list[tuple[str, str]]
) -> None:
    assert kinds(changes(old, new)) == found


def test_changes_stand_by_entity_in_the_order_of_the_report() -> None:
    new = [
        {"id": "b", "entity": "Plants"},
        {"id": "c"},
        {"value": "4"},
        {"id": "x", "entity": "Old"},
    ]
    found = changes([{}], new)
    assert [change.fact.id for change in found.facts] == ["revenue", "c", "b", "x"]
    assert [name for name, _ in told_facts(found, "zh")] == ["汽车", "Plants", "Old"]


@pytest.mark.parametrize(
    ("old", "new", "en", "zh"),
    [
        ({}, {"value": "3.2"},
         "Revenue Q3 2026: 3.1 → 3.2 EUR billion (+0.1, +3.2 %)",
         "营业收入 2026年第3季度：31 → 32亿欧元（+1，+3.2%）"),
        ({"value": "3100", "unit": "EUR million"}, {"value": "3.2"},
         "Revenue Q3 2026: 3,100 EUR million → 3.2 EUR billion (+0.1 EUR billion, +3.2 %)",
         "营业收入 2026年第3季度：31 → 32亿欧元（+1，+3.2%）；单位（英文）"),
        ({"unit": "%"}, {"unit": "%", "value": "2.05"},
         "Revenue Q3 2026: 3.1 → 2.05 % (−1.05 pp)", "营业收入 2026年第3季度：3.1 → 2.05%（−1.05个百分点）"),
        ({"unit": "USD billion"}, {"value": "3.2"},
         "Revenue Q3 2026: 3.1 USD billion → 3.2 EUR billion", None),
        ({"value": "-3"}, {"value": "1"}, "Revenue Q3 2026: -3 → 1 EUR billion (+4)", None),
        ({"value": "1000"}, {"value": "1000.4"},
         "Revenue Q3 2026: 1,000 → 1,000.4 EUR billion (+0.4, +0.04 %)", None),
        # Nobody knows how many seats a licence is, nor what a bare number counts.
        ({"value": "3", "unit.en": "seats", "unit.zh": "个"},
         {"value": "4", "unit.en": "licences", "unit.zh": "个"},
         "Revenue Q3 2026: 3 seats → 4 licences", "营业收入 2026年第3季度：3 → 4个；单位（英文）"),
        ({"value": "3", "unit.en": "seats", "unit.zh": "个"},
         {"value": "4", "unit.en": "seats", "unit.zh": "席"},
         "Revenue Q3 2026: 3 → 4 seats (+1, +33.3 %); unit (in Chinese)",
         "营业收入 2026年第3季度：3个 → 4席（+1席，+33.3%）"),
        ({"value": "3", "unit.en": "seats", "unit.zh": "个"}, {"value": "4", "unit": ""},
         "Revenue Q3 2026: 3 seats → 4", None),
        ({"value.en": "in talks", "value.zh": "洽谈中"},
         {"value.en": "in talks", "value.zh": "谈判中"},
         "Revenue Q3 2026: value (in Chinese)", "营业收入 2026年第3季度：“洽谈中” → “谈判中”"),
        ({"value": "2026-05-01", "unit": "date", "period": ""},
         {"id": "next", "replaces": "revenue", "value": "2026-09-01", "unit": "date",
          "period": ""},
         "replaced: Revenue: 1 May 2026 → 1 Sep 2026 (+123 days)", None),
        ({"qualifier": "about"}, {"qualifier": "over"},
         "Revenue Q3 2026: ≈ 3.1 → > 3.1 EUR billion", None),
        ({"value.from": "20.5", "value.to": "21.5"}, {"value.from": "21", "value.to": "22.5"},
         "Revenue Q3 2026: 20.5–21.5 → 21.0–22.5 EUR billion (+0.5 / +1.0)", None),
        ({"value.from": "20.5", "value.to": "21.5"}, {"value": "21"},
         "Revenue Q3 2026: 20.5–21.5 → 21 EUR billion", None),
        ({"value": "2026-05-01", "unit": "date"}, {"value": "2026-05-15", "unit": "date"},
         "Revenue Q3 2026: 1 May 2026 → 15 May 2026 (+14 days)", None),
        ({"value.en": "in talks", "value.zh": "洽谈中"}, {"value.en": "agreed", "value.zh": "已签约"},
         "Revenue Q3 2026: “in talks” → “agreed”", "营业收入 2026年第3季度：“洽谈中” → “已签约”"),
        ({}, {"status": "planned"},
         "Revenue Q3 2026: status achieved → planned", "营业收入 2026年第3季度：状态 已实现 → 计划中"),
        ({}, {"period": "2026-Q2", "source": "release"},
         "Revenue Q2 2026: period Q3 2026 → Q2 2026; source note → release", None),
        ({}, {"quote": "Sales of 3.1 billion euros"},
         "evidence changed: Revenue Q3 2026: quote", "佐证变更：营业收入 2026年第3季度：原文"),
        ({}, {"metric.zh": "收入"}, "Revenue Q3 2026: metric (in Chinese)", None),
        ({}, {"id": "next", "replaces": "revenue", "period": "2026-Q4", "value": "3.41"},
         "replaced: Revenue: Q3 2026 3.1 EUR billion → Q4 2026 3.41 EUR billion (+0.31, +10.0 %)",
         None),
        ({"period": "2026-H1"}, {"id": "next", "replaces": "revenue", "period": "2026-01/2026-09",
                                 "value": "4.8"},
         "replaced: Revenue: H1 2026 3.1 EUR billion → Jan 2026 – Sep 2026 4.8 EUR billion", None),
        ({"unit": "EUR million", "value": "95.2"}, {"unit": "EUR million", "value": "151"},
         "Revenue Q3 2026: 95.2 → 151 EUR million (+55.8, +58.6 %)",
         "营业收入 2026年第3季度：0.952 → 1.51亿欧元（+0.558，+58.6%）"),
        ({}, {"id": "again", "restates": "revenue", "value": "3"},
         "restated: Revenue Q3 2026: 3.1 → 3 EUR billion (−0.1, −3.2 %)", None),
    ],
)  # fmt: skip
def test_a_change_in_words(
    old: dict[str, str], new: dict[str, str], en: str, zh: str | None
) -> None:
    assert line(old, new) == en
    assert zh is None or line(old, new, "zh") == zh


def test_facts_of_one_name_are_told_apart() -> None:
    found = changes([{}, OTHER], [{"value": "4"}, OTHER | {"value": "5"}])
    ((_, lines),) = told_facts(found, "en")
    assert [line.rpartition("  ")[2] for line in lines] == ["[revenue]", "[other]"]
    assert told_counts(found, "en") == "2 facts: 2 changed"
    assert told_counts(found, "zh") == "条目变动2项：变更2"
    assert told_counts(changes([{}], [{}]), "en") == "nothing changed"


RENAMED = ReportDefinition.model_validate(
    REPORT.model_dump()
    | {
        "entities": [{"name": {"en": "Cars", "zh": "轿车"}}],
        "brokers": [{"name": {"en": "Broker", "zh": "券商甲"}}],
    }
)


def test_names_are_told_in_the_language_of_the_rest() -> None:
    old = edition({"entity": "Motors"}, views=[{}])
    new = replace(
        edition({"entity": "Cars"}, views=[{"target_price": "100.04", "subject": "Cars"}]),
        report=RENAMED,
    )
    found = compare_editions(old, new)
    ((entity, lines),) = told_facts(found, "zh")
    assert entity == "轿车"
    assert lines == ["营业收入 2026年第3季度：主体 汽车 → 轿车"]
    assert list(told_views(found, "zh")) == [
        "券商甲：轿车：对象 汽车 → 轿车；目标价 100欧元 → 100.04欧元（+0.04，+0.04%）"
    ]
    (row,) = view_rows(found)
    assert row["subject"] == {"en": "Cars", "zh": "轿车"}
    removed = compare_editions(new, replace(old, views=()))
    assert list(told_views(removed, "zh")) == ["撤回：券商甲：轿车：看好，Buy，100.04欧元"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"stance": "neutral"}, ["Broker on Motors: stance Positive → Neutral"]),
        ({"rating": "Hold", "target_price": "90.5"},
         ["Broker on Motors: rating Buy → Hold; target price €100 → €90.5 (−9.5, −9.5 %)"]),
        ({"target_price": "90", "currency": "USD"},
         ["Broker on Motors: target price €100 → US$90"]),
        ({"thesis": "Demand falls"}, ["Broker on Motors: thesis Demand holds → Demand falls"]),
        # What is no news stands last; a sentence among others has no stop.
        ({"rating": "Hold", "previous_rating": "Buy", "report_date": "2026-10-29",
          "thesis": "Demand falls.", "drivers": ["Demand", "Price"]},
         [("Broker on Motors: rating Buy → Hold; thesis Demand holds → Demand falls; drivers Demand "
           "→ Demand, Price; earlier rating – → Buy; report date – → 29 Oct 2026")]),
        ({"quote": "Broker says something else"}, ["evidence changed: Broker on Motors: quote"]),
        ({"quote": "broker says Buy with a target of 100 euros"},
         ["evidence changed: Broker on Motors: quote"]),
        ({"quote": "BROKER says Buy, with a target of 100 euros"}, []),
        ({"id": "another"}, ["added: Broker on Motors: Positive, Buy, €100",
                             "withdrawn: Broker on Motors: Positive, Buy, €100"]),
    ],
)  # fmt: skip
def test_views_are_compared(change: dict[str, str], told: list[str]) -> None:
    old, new = edition({}, views=[{}]), edition({}, views=[change])
    assert list(told_views(compare_editions(old, new), "en")) == told


SHARES = (
    {"id": "at-hand", "metric.en": "Share price", "metric.zh": "股价", "value": "47.5", "unit": "EUR", "period": "2026-10-12"},
    {"id": "later-one", "metric.en": "Share price", "metric.zh": "股价", "value": "48", "unit": "EUR", "period": "2026-11-02"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("was", "is_", "lang", "told"),
    [
        ("at-hand", "later-one", "en", "price €47.50 (12 Oct 2026) → €48 (2 Nov 2026)"),
        ("at-hand", None, "zh", "现价 47.50欧元（2026年10月12日） → –"),
        (None, "46.20", "en", "price – → €46.20"),
    ],
)
def test_prices_are_told_and_not_the_ids_of_facts(
    was: str | None, is_: str | None, lang: Any, told: str
) -> None:
    old, new = (edition(*SHARES, views=[{"price": price}]) for price in (was, is_))
    told = told.replace("47.50", "47.5")
    found = compare_editions(old, new)
    kept = changes_since(since_of(old, found), REPORT, new.facts, new.views)
    for one in (found, kept):
        (line_,) = told_views(one, lang)
        assert line_.endswith(told)
    assert not told_briefly(replace(found, view_ids=frozenset()), {"broker-motors"}, {}, "en")[:-1]


def test_long_texts_are_told_whole_or_by_what_changed() -> None:
    long = "Growth of orders for pumps, valves and the like holds through the year, we believe, at 12.5%"
    old = edition({}, views=[{"thesis": long}])
    told = {}
    for thesis in (long.replace("12.5%", "14.5%"), "Cash is short"):
        (line_,) = told_views(compare_editions(old, edition({}, views=[{"thesis": thesis}])), "en")
        told[thesis] = line_
    assert list(told.values()) == [
        "Broker on Motors: thesis … believe, at 12.5% → … believe, at 14.5%",
        f"Broker on Motors: thesis {long} → Cash is short",
    ]


def test_a_page_says_first_what_brokers_say_and_what_is_restated() -> None:
    dated = {"id": "dated", "report_date": "2026-10-29"}
    old = edition({}, OTHER, views=[{}, {"id": "dated"}, {"id": "thinks"}])
    new = edition(
        {},
        {"id": "right", "restates": "revenue", "value": "3.0"},
        {"id": "later", "replaces": "revenue", "period": "2026-Q4", "value": "3.3"},
        OTHER | {"value": "4"},
        views=[
            {"id": "thinks", "thesis": "Demand falls."},
            dated,
            {"rating": "Hold", "previous_rating": "Buy", "target_price": "90"},
        ],
    )
    ids = {"later", "other", "broker-motors", "dated", "thinks"}
    told = told_briefly(compare_editions(old, new), ids, {}, "en")
    assert told == (
        "Broker on Motors: rating Buy → Hold; target price €100 → €90 (−10, −10.0 %)",
        "Motors · restated: Revenue Q3 2026: 3.1 → 3.0 EUR billion (−0.1, −3.2 %)",
        (
            "Motors · replaced: Revenue: Q3 2026 3.0 EUR billion → Q4 2026 3.3 EUR billion "
            "(+0.3, +10.0 %)"
        ),
        "Motors · Revenue Q3 2026: 3.1 → 4 EUR billion (+0.9, +29.0 %)",
        "2 further changes: sheet Changes of the workbooks",
    )


def test_rows_say_all_that_people_read() -> None:
    old = edition({}, views=[{}])
    new = edition({"value": "3.2"}, views=[{"target_price": "110"}])
    found = compare_editions(old, new)
    (fact,), (view,) = fact_rows(found), view_rows(found)
    assert json.loads(json.dumps([fact, view])) == [fact, view]
    assert {name: fact[name] for name in ("change", "fact", "fields", "absolute", "unit")} == {
        "change": "changed", "fact": "revenue", "fields": ["value"], "absolute": 0.1,
        "unit": "EUR billion",
    }  # fmt: skip
    assert fact["relative"] == pytest.approx(0.1 / 3.1)
    assert (fact["old"]["value"], fact["new"]["value"]) == (3.1, 3.2)
    assert (view["absolute"], view["relative"], view["unit"]) == (10, 0.1, "EUR")


_FACTS = st.fixed_dictionaries(
    {
        "value": st.sampled_from(["3.1", "3.2", "-1", "0"]),
        "unit": st.sampled_from(["EUR billion", "EUR million", "%", "users"]),
        "status": st.sampled_from(["achieved", "planned", "withdrawn"]),
        "source": st.sampled_from(["note", "release"]),
        "entity": st.sampled_from(["Motors", "Plants", "Others"]),
    },
    optional={
        "qualifier": st.sampled_from(["about", "over"]),
        "restates": st.sampled_from(["a", "b", "c", "d"]),
    },
)
_EDITIONS = st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), _FACTS, min_size=1).map(
    lambda facts: edition(
        *(
            {
                **fact,
                "id": id_,
                "restates": None if fact.get("restates") == id_ else fact.get("restates"),
            }
            for id_, fact in facts.items()
        )
    )
)
_MIRRORED = {Change.ADDED: Change.WITHDRAWN, Change.WITHDRAWN: Change.ADDED}


def _told(found: Changes, *, mirrored: bool = False) -> set[tuple[object, ...]]:
    told = set()
    for change in found.facts:
        sides = (change.old and change.old.id, change.new and change.new.id)
        amount = difference_of(change.old, change.new)
        size = amount and (abs(amount.amount) if amount.unit.key == "pp" else amount.amount != 0)
        kind = _MIRRORED.get(change.change, change.change) if mirrored else change.change
        told.add((kind, change.fields, sides[::-1] if mirrored else sides, size))
    return told


def test_what_is_calculated_is_told_without_all_of_its_digits() -> None:
    def facts(sales: str, profit: str) -> list[dict[str, str]]:
        return [
            {"id": "sales", "value": sales, "unit": "EUR million"},
            {"id": "profit", "value": profit, "unit": "EUR million", "metric.en": "Profit"},
            {"id": "margin", "value": "", "unit": "%", "formula": "profit / sales", "quote": "",
             "source": "", "metric.en": "Margin"},
        ]  # fmt: skip

    def margin(*now: str) -> str:
        told = changes(facts("317.9", "61.2"), facts(*now)).facts
        (found,) = (change for change in told if change.fact.id == "margin")
        assert found.difference
        return found.difference.shown("en")

    assert margin("317.9", "71.2") == "+3.1"
    assert (
        margin("318.4", "61.2") == "−0.03"
    )  # more decimals than the figures show, where these tell nothing


@settings(max_examples=examples(40))
@given(_EDITIONS, _EDITIONS)
def test_a_comparison_mirrored_is_that_of_the_editions_exchanged(
    old: Edition, new: Edition
) -> None:
    assert not compare_editions(old, old)
    assert _told(compare_editions(old, new)) == _told(compare_editions(new, old), mirrored=True)


def test_what_stood_in_another_s_place_and_is_withdrawn_is_withdrawn() -> None:
    later = {"id": "later", "replaces": "revenue", "period": "2026-Q4", "value": "3.3"}
    found = changes([{}, later], [{}, {**later, "status": "withdrawn"}])
    assert kinds(found) == [("withdrawn", "later")]


LATER = {"id": "later", "replaces": "revenue", "period": "2026-Q4", "value": "3.3"}
RIGHT = {"id": "right", "restates": "revenue", "value": "3.0"}


@pytest.mark.parametrize(
    ("new", "base"),
    [
        ([{}, RIGHT, LATER], "right"),
        ([{}, RIGHT, {**LATER, "replaces": "right"}], "right"),
        ([RIGHT, LATER], "right"),
        ([{"value": "3.0"}, LATER], "revenue"),
        ([{}, RIGHT, {"id": "last", "restates": "right", "value": "3.05"}, LATER], "last"),
    ],
)
def test_a_later_period_is_told_against_what_is_known_today(
    new: list[dict[str, str]], base: str
) -> None:
    old = edition({}, OTHER)
    found = compare_editions(old, edition(*new, OTHER))
    (told,) = [change for change in found.facts if change.fact.id == "later"]
    assert told.change is Change.REPLACED
    assert told.old is not None
    assert told.old.id == base
    assert told.old.number == (3.05 if base == "last" else 3.0)
    others = {change.fact.id: change.old and change.old.number for change in found.facts}
    assert others.get("right", others.get("revenue")) == 3.1  # the restatement itself
    after = edition(*new, OTHER)
    kept = since_of(old, found)
    assert {"later", base} <= {*kept.told_facts}
    assert _told(changes_since(kept, after.report, after.facts, after.views)) == _told(found)
    assert set(kept.facts["id"].to_pylist()) >= sides_of(found)[0][0]
    assert _told(compare_editions(after, old), mirrored=True) == _told(found)


@settings(max_examples=examples(20))
@given(_EDITIONS, _EDITIONS)
def test_what_is_kept_of_the_older_edition_tells_the_same(old: Edition, new: Edition) -> None:
    changes = compare_editions(old, new)
    kept = since_of(old, changes)
    again = changes_since(kept, new.report, new.facts, new.views)
    assert _told(again) == _told(changes)
    assert (again.old, again.new, again.entities) == (changes.old, changes.new, changes.entities)


@settings(max_examples=examples(20))
@given(_EDITIONS, _EDITIONS, st.randoms())
def test_the_order_of_facts_changes_nothing(old: Edition, new: Edition, random: Any) -> None:
    table = new.facts.table()
    rows = list(range(table.num_rows))
    random.shuffle(rows)
    shuffled = replace(new, facts=collect([table.take(pa.array(rows))]))
    assert _told(compare_editions(old, shuffled)) == _told(compare_editions(old, new))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sheets_of_changes_are_read_back(tmp_path: Path, lang: Any) -> None:
    old = edition(
        {},
        {"id": "guided", "value.from": "20.5", "value.to": "21.5"},
        {"id": "opening", "value": "2026-05-01", "unit": "date"},
        {"id": "words", "value.en": "in talks", "value.zh": "洽谈中"},
        {"id": "share", "unit": "%"},
        {"id": "large", "value": "1000"},
        {"id": "bare", "value": "12", "unit": "users"},
        views=[{}],
    )
    new = edition(
        {"value": "3200", "unit": "EUR million", "status": "claimed"},
        {"id": "guided", "value.from": "21", "value.to": "22.5"},
        {"id": "opening", "value": "2026-05-15", "unit": "date"},
        {"id": "words", "value.en": "agreed", "value.zh": "已签约"},
        {"id": "share", "unit": "%", "value": "2.05"},
        {"id": "large", "value": "1000.4"},
        {"id": "bare", "value": "12", "unit": ""},
        {"id": "later", "replaces": "share", "unit": "%", "value": "2.5", "period": "2026-Q4"},
        {"id": "users", "unit": "users", "value": "1234567"},
        views=[{"stance": "negative"}],
    )
    new = replace(new, report=REPORT.model_copy(update={"edition": date(2026, 10, 1)}))
    book = lay_out_changes_book(compare_editions(old, new), ("old & older", "new"), lang)
    path = tmp_path / book.file_name
    write_workbook(book, path)
    assert compare_workbook(book, path) == []
    check_golden(f"report/changes.{lang}.txt", read_back(path))
