"""Captions with their units before a number: Turnover (EUR million): 418."""

from collections.abc import Callable

import pytest

from exporter.evidence.reading import read_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Turnover (GBP million): 61.3; cash margin (%): 7.4.", "6.13e7 GBP, 0.074 ratio"),
        ("Freight income, £m: 88; drivers: 1,240.", "8.8e7 GBP, 1240 count"),
        ("Backlog (Rs crore): 910; debtor days: 71.", "9.1e9 INR, 71 count"),
        ("Levies (R'000): 5,120. Members: 44.", "5.12e6 money:ZAR, 44 count"),
        (
            "Rent roll (R million): 61 (FY24: 58); voids: 9",
            "6.1e7 money:ZAR, 5.8e7 money:ZAR, 9 count",
        ),
        ("Zinc (kt): 41 | costs (US$/t): 905", "4.1e7 mass, 905 USD"),
        ("Flights (thousands): 8.5; crew: 60.", "8500 count, 60 count"),
        ("Loss (EUR million): (3.5); debt (EUR million): 40.", "-3.5e6 EUR, 4e7 EUR"),
        # A number that says its own unit, words in brackets that are none, no colon.
        ("Turnover (GBP million): 418 million tonnes; staff: 9.", "4.18e11 mass, 9 count"),
        ("The vote (in May): 60 for, 12 against.", "60 count, 12 count"),
        ("In the end, flights: 60.", "60 count"),
        ("It paid (EUR 5 million) and 40 left.", "5e6 EUR, 40 count"),
    ],
)
def test_a_caption_says_the_unit_of_its_number(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


def test_a_caption_says_what_its_number_is_per() -> None:
    assert [figure.per for figure in read_figures("Zinc (kt): 41 | costs (US$/t): 905")] == [
        "",
        "tonnes",
    ]
