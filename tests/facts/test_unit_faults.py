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
        ("vehicles", "write one of your own in both languages: {en: vehicles, zh: …}"),
        ("輛", "write one of your own in both languages: {en: …, zh: 輛}"),
        ("billion", "say of what: `USD billion`, `billion users`"),
    ],
)
def test_the_nearest_units_are_named(name: str, near: str) -> None:
    assert find_unit(name) is None
    assert unknown_name(name).right.startswith(near)


@pytest.mark.parametrize(
    ("en", "zh", "told"),
    [
        ("million users", "亿用户", "they count by 1,000,000 and 100,000,000; write the same magnitude in both"),
        ("ten thousand cases", "例", "they count by 10,000 and 1; write the same magnitude in both"),
        ("MW", "兆瓦时", "MW is MW, 兆瓦时 is MWh; write `MW` or `MWh`"),
        ("people", "人次", "people is people, 人次 is visits; write `people` or `visits`"),
        ("%", "百分點", "% is %, 百分點 is percentage points; write `%` or `pp`"),
        ("vehicles per hour", "輛", "write the same thing in both, with the same magnitude and per the same"),
        ("product lines", "", "has a label in one language; write both labels"),
    ],
)  # fmt: skip
def test_labels_that_say_different_things_are_told_apart(en: str, zh: str, told: str) -> None:
    assert own_unit(en, zh) is None
    assert str(unlike_labels(en, zh)).endswith(told)
