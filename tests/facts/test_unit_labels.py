"""Units by the label that a sheet shows: known ones are found, others get both labels."""

import pytest

from exporter.facts.own_units import own_unit
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS
from exporter.facts.words import LANGUAGES, Lang

_COMPOSED = (
    "million users", "万 users", "billion tonnes", "EUR billion", "亿元", "US$ million", "pence", "CNY",
    "times per day", "USD per share", "CNY per 10 shares", "元/吨", "million barrels per day",
    "orders per hour", "thousand orders per month", "EUR billion per year", "% per year",
)  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*KNOWN_UNITS, *_COMPOSED])
def test_a_known_unit_is_found_by_its_label(name: str, lang: Lang) -> None:
    unit = find_unit(name)
    assert unit
    label = unit.label(lang)
    name, *labels = unit_by_label(label, lang)
    found = own_unit(*labels) if any(labels) else find_unit(name)
    assert found
    assert found.label(lang) == label
    assert found.dimension == unit.dimension or not label
    assert found.scale == unit.scale or unit.forms


@pytest.mark.parametrize(
    ("label", "lang", "other"),
    [
        ("product lines", "en", "product lines"),
        ("条产品线", "zh", "条产品线"),
        ("million parcels", "en", "百万parcels"),
        ("百万件", "zh", "million 件"),
        ("万辆", "zh", "10,000 辆"),
        ("million parcels per day", "en", "百万parcels/天"),
        ("百万件/天", "zh", "million 件 per day"),
        ("GPU hours", "en", "GPU小时"),
        ("GPU小时", "zh", "GPU hours"),
    ],
)
def test_an_own_one_gets_a_label_that_says_the_same(label: str, lang: Lang, other: str) -> None:
    pair = (label, other) if lang == "en" else (other, label)
    assert unit_by_label(label, lang) == ("", *pair)
    assert own_unit(*pair)


def test_no_label_is_no_unit() -> None:
    assert [unit_by_label("", lang) for lang in LANGUAGES] == [("", "", "")] * 2
