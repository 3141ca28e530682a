"""Prices of views, as each language writes them."""

import pytest

from exporter.facts.words import Lang
from exporter.report.captions import show_price


@pytest.mark.parametrize(
    ("lang", "code", "shown"),
    [
        ("en", "EUR", "€1,068.5"),
        ("zh", "EUR", "1,068.5欧元"),
        ("en", "USD", "US$1,068.5"),
        ("en", "HKD", "HK$1,068.5"),
        ("zh", "HKD", "1,068.5港元"),
        ("en", "GBP", "£1,068.5"),
        ("en", "CNY", "CNY 1,068.5"),  # ¥ alone may be yen
        ("zh", "CNY", "1,068.5元"),
        ("en", "JPY", "JP¥1,068.5"),
        ("en", "CHF", "CHF 1,068.5"),  # has no sign of its own
        ("zh", "CHF", "1,068.5瑞士法郎"),
    ],
)
def test_a_price_as_each_language_writes_it(lang: Lang, code: str, shown: str) -> None:
    assert show_price("1,068.5", code, lang) == shown
