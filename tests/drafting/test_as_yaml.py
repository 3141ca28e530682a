"""Drafts as YAML: as people write it, and read back as what they say."""

from dataclasses import replace
from datetime import date

import pytest
import yaml

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft, DraftView
from exporter.drafting.written.as_yaml import as_yaml
from exporter.drafting.written.scalars import scalar
from exporter.facts.own_units import own_unit
from exporter.facts.unit_names import find_unit
from exporter.facts.units import NO_UNIT, Unit
from exporter.facts.words import Qualifier, Status
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.facts.yaml_tree import decode_tree, plain
from tests.drafting.any_source import setting_of

QUOTE = "Acme, at last: sold 12,500 cars"


def unit(name: str) -> Unit:
    known = find_unit(name)
    assert known is not None
    return known


def draft(
    id_: str = "acme-sold",
    value: str = "12500",
    unit: Unit | None = NO_UNIT,
    high: str = "",
    quote: str = QUOTE,
    doubts: tuple[str, ...] = (),
) -> Draft:
    return Draft(
        id_, "Acme", "Cars sold", value, high, unit, Qualifier.EXACT, "", Status.ACHIEVED, "", quote,
        0, doubts,
    )  # fmt: skip


def test_facts_of_one_entity_have_it_in_defaults_and_their_other_fields_in_lines() -> None:
    facts = (draft(unit=unit("EUR million"), value="18.60"),)
    assert as_yaml(Drafted(facts, ()), setting_of()) == (
        "- defaults: {entity: Acme, source: note}\n"
        "- id: acme-sold\n"
        "  metric: {en: Cars sold}\n"
        "  value: 18.60\n"
        "  unit: EUR million\n"
        '  quote: "Acme, at last: sold 12,500 cars"\n'
        "  review: new\n"
    )


def test_facts_with_one_quote_share_it() -> None:
    facts = (draft(), draft("acme-share", "12", unit("%"), doubts=("the year is not said",)))
    lines = as_yaml(Drafted(facts, ()), setting_of()).splitlines()
    assert lines[1:] == [
        '- quote: "Acme, at last: sold 12,500 cars"',
        "  metric: {en: Cars sold}",
        "  facts:",
        "    - {id: acme-sold, value: 12500, review: new}",
        '    - {id: acme-share, value: 12, unit: "%", review: the year is not said}',
    ]


def test_pages_stand_in_comments() -> None:
    facts = (draft(), replace(draft("other", quote="Another quote"), start=90))
    lines = as_yaml(Drafted(facts, ()), setting_of(), lambda start: 1 + start // 50).splitlines()
    assert [line for line in lines if line.startswith("#")] == ["# page 1", "# page 2"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (unit("亿元"), "亿元"),
        (unit("亿 downloads"), "亿 downloads"),
        (unit("stores"), "stores"),
        (own_unit("条产品线", "条产品线"), "{zh: 条产品线}"),
        (own_unit("lines", "条产品线"), "{en: lines, zh: 条产品线}"),
    ],
)
def test_units_of_chinese_sources_are_named_as_they_are_there(given: Unit, expected: str) -> None:
    written = as_yaml(Drafted((draft(unit=given),), ()), setting_of(lang="zh"))
    assert f"  unit: {expected}\n" in written


def test_what_is_written_is_read_back() -> None:
    facts = (
        draft(unit=unit("stores"), doubts=('it says "some": look',)),
        draft("acme-range", "1.50", unit("EUR billion"), "1.60", quote="- {odd} # quote: 5%"),
        draft("acme-text", "Opened: two", None, quote="yes"),
        replace(draft("other", quote="12:30"), entity="Other & Co"),
    )
    written, problems = read_yaml_facts(
        as_yaml(Drafted(facts, ()), setting_of()).encode(), "f.yaml"
    )
    assert not problems
    rows = written.to_pylist()
    assert [row["quote"] for row in rows] == [QUOTE, "- {odd} # quote: 5%", "yes", "12:30"]
    assert [row["entity"] for row in rows] == ["Acme", "Acme", "Acme", "Other & Co"]
    assert (rows[1]["value.from"], rows[1]["value.to"]) == ("1.50", "1.60")
    assert rows[2]["value.en"] == "Opened: two"
    assert [row["review"] for row in rows] == ['it says "some": look', "new", "new", "new"]


def test_views_stand_beside_facts() -> None:
    view = DraftView(
        "north-acme", "North Bank", "Acme", "positive", "Sells well", ("Cars", "Prices, too"),
        "Buy", "52", "EUR", date(2026, 3, 1), "North Bank rates it “buy”", 0,
    )  # fmt: skip
    tree = decode_tree(as_yaml(Drafted((draft(),), (view,)), setting_of()).encode(), "f.yaml")[0]
    assert tree is not None
    said = plain(tree)
    assert isinstance(said, dict)
    assert len(said["facts"]) == 2
    assert said["views"][0]["drivers"] == [{"en": "Cars"}, {"en": "Prices, too"}]
    assert said["views"][0]["report_date"] == "2026-03-01"


def test_nothing_is_an_empty_list() -> None:
    assert as_yaml(Drafted((), ()), setting_of()) == "[]\n"


@pytest.mark.parametrize(
    "text", ["no", "12", "1e5", "2023-10", "a: b", "a #b", " a", "- a", "“a”, b", "", "a\\b", "[a]",
     "a?", "a\nb: c", "a\rb", "a\u2028b", "\ufeffa", "a\tb"]
)  # fmt: skip
def test_scalars_are_read_as_the_text_that_they_are(text: str) -> None:
    written = f"a: {{b: {scalar(text)}}}\n"
    assert yaml.safe_load(written) == {"a": {"b": text}}  # also by readers that are not ours
    tree = decode_tree(written.encode(), "f.yaml")[0]
    assert tree is not None
    assert plain(tree) == {"a": {"b": text}}
