"""What is said of units that cannot be understood: those that are near, or what labels say."""

import pytest

from exporter.facts.own_units import own_unit
from exporter.facts.unit_faults import unknown_name, unlike_labels
from exporter.facts.unit_names import find_unit


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("CNY milion", "did you mean 'CNY million'?"),
        ("US$ billon", "did you mean 'US$ billion'?"),
        ("AUX million", "did you mean 'UGX million' or 'AUD million'?"),
        ("tonns", "did you mean 'tonnes'?"),
        ("tonns per day", "did you mean 'tonnes per day'?"),
        ("milion tonnes", "did you mean 'million tonnes'?"),
        ("mmbtu", "did you mean 'MMBtu'?"),
        ("GHw", "did you mean 'GW' or 'GWp' or 'GWh'?"),
        ("百萬圓", "did you mean '百万元'?"),
        ("vehicles", "write one of your own in both languages: `unit: {en: vehicles, zh: …}`"),
        ("万用户", "did you mean '万 users'?"),
        ("万台", "did you mean '万 units'?"),
        ("名员工", "did you mean 'employees'?"),
        ("亿袋", "write one of your own in both languages: `unit: {en: …, zh: 亿袋}`"),
        ("robots", "write one of your own in both languages: `unit: {en: robots, zh: …}`"),
        ("輛", "did you mean 'units'?"),
        ("billion", "say of what: `USD billion`, `billion users`"),
    ],
)
def test_the_nearest_units_are_named(name: str, near: str) -> None:
    assert find_unit(name) is None
    assert unknown_name(name).right.startswith(near)


@pytest.mark.parametrize(
    ("en", "zh", "told"),
    [
        ("million users", "亿用户", "write the same magnitude in both: `unit: {en: million users, zh: 百万用户}` or `unit: {en: hundred million users, zh: 亿用户}`"),
        ("ten thousand cases", "例", "they count by 10,000 and 1; write the same magnitude in both: `unit: {en: ten thousand cases, zh: 万例}` or `unit: {en: cases, zh: 例}`"),
        ("MW", "兆瓦时", "MW is MW, 兆瓦时 is MWh; write `MW` or `MWh`"),
        ("people", "人次", "people is people, 人次 is visits; write `people` or `visits`"),
        ("%", "百分點", "% is %, 百分點 is percentage points; write `%` or `pp`"),
        ("vehicles per hour", "輛", "write the same thing in both, with the same magnitude and per the same"),
        ("product lines", "", "has a label in one language; write both labels"),
        ("employees", "", "write `unit: employees`: a known unit stands by itself"),
        ("million users", "万用户", "both: `unit: {en: million users, zh: 百万用户}` or `unit: {en: ten thousand users, zh: 万用户}`"),
    ],
)  # fmt: skip
def test_labels_that_say_different_things_are_told_apart(en: str, zh: str, told: str) -> None:
    assert own_unit(en, zh) is None
    assert str(unlike_labels(en, zh)).endswith(told)


@pytest.mark.parametrize("name", ["foots", "inchs", "pences", "pennys", "penniess", "zlotyss"])
def test_a_plural_that_is_no_word_is_no_unit(name: str) -> None:
    assert find_unit(name) is None


@pytest.mark.parametrize(
    "name", ["feet", "inches", "pence", "pennies", "zlotys", "watts", "tonnes"]
)
def test_plurals_that_are_words_are_units(name: str) -> None:
    assert find_unit(name) is not None


@pytest.mark.parametrize(
    "labels",
    [
        ("million users", "百万用户"),
        ("ten thousand cases", "万例"),
        ("hundred million users", "亿用户"),
    ],
)
def test_labels_that_a_message_proposes_agree(labels: tuple[str, str]) -> None:
    assert own_unit(*labels) is not None


def test_a_name_longer_than_any_units_is_not_taken_apart() -> None:
    name = "tonns and " * 3_000
    assert find_unit(name) is None
    assert unknown_name(name).right.startswith(
        "write one of your own in both languages: `unit: {en: tonns"
    )


@pytest.mark.parametrize(
    ("en", "zh", "told"),
    [
        ("robots", None, "write one of your own in both languages: robots in `unit.en` and … in `unit.zh`"),
        ("亿袋", None, "write one of your own in both languages: … in `unit.en` and 亿袋 in `unit.zh`"),
        ("{en: robots, zh: 台机器人}", None, "is written as YAML takes parts; write robots in `unit.en` and 台机器人 in `unit.zh`"),
        ('{ zh: "台", en: "sets" }', None, "write 台 in `unit.zh` and sets in `unit.en`"),
        ("million users", "亿用户", "both: million users in `unit.en` and 百万用户 in `unit.zh` or hundred million users in `unit.en` and 亿用户 in `unit.zh`"),
        ("employees", "", "write employees in `unit`: a known unit stands by itself"),
        ("days", "周", "write days or weeks in `unit`, and nothing in its labels"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_unit_in_a_table_fits_tables(en: str, zh: str | None, told: str) -> None:
    fault = unknown_name(en, "facts.csv") if zh is None else unlike_labels(en, zh, "facts.csv")
    assert str(fault).endswith(told)
