"""Prices and moves of shares in one sentence: those of the day, and those of a longer time."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of, named


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Acme shares traded at 540p by 1030 GMT and have gained 9% this year.", ["", "2026"]),
        (
            "Acme's stock closed at $41.20 on Wednesday and has risen 9% since January.",
            ["2026-03-11", "2026-01/2026-03"],
        ),
        (
            "Shares in Acme rose 4% to 310p on Thursday and have lost 12% so far this year.",
            ["", "", "2026-01-01/2026-03-12"],
        ),
        ("Acme's stock changed hands at €61 but was up 14% for the year.", ["", "2026"]),
        # Not these: a period of each move, one of both, and what is no share price.
        ("Acme shares rose 4% in 2025 and have gained 34% this year.", ["2025", "2026"]),
        ("Acme's shares lost 20% and its dividend was cut to 3p last year.", ["2025", "2025"]),
        ("Acme's sales were £40m and have grown 34% this year.", ["2026", "2026"]),
        ("Acme's shares have gained 34% this year.", ["2026"]),
    ],
)
def test_a_price_is_of_the_day_beside_a_move_of_the_year(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in drafts_of(text)] == periods


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Shares in Acme fell 3% in after-hours trade. They have gained a third in value.",
            ["Share price change", "Share price change"],
        ),
        (
            "Acme's stock rose 3% in premarket dealings. It had shed a tenth of its value.",
            ["Share price change", "Share price decline"],
        ),
        (
            "Acme owns flats in Leeds and Hull. They have lost a tenth of their value.",
            ["Value loss"],
        ),
    ],
)
def test_a_pronoun_takes_up_shares(text: str, names: list[str]) -> None:
    assert named(drafts_of(text)) == names


def test_a_move_before_trading_is_of_the_day_whoever_is_described() -> None:
    text = "Sales rose 3% in 2025.\nShares of the Reno, Nevada-based brewer fell 6% in pre-market deals."
    assert [(draft.metric, draft.period) for draft in drafts_of(text)][1:] == [
        ("Share price change", "")
    ]
