"""Losses beside which a measure of profit is told, and those that are named so themselves."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Acme made EBITDA of £7m in 2025, against a loss of £3m a year earlier.", ["7", "-3"]),
        ("Acme's adjusted EBITDA was $12m, compared with a loss of about $5m.", ["12", "-5"]),
        ("Acme's EBIT rose to €4.1m from a loss of more than €0.8m a year ago.", ["4.1", "-0.8"]),
        ("Acme's core EBITDA was £9 million, up from a loss of 2 million in 2024.", ["9", "-2"]),
        ("Acme reported EBITA of £3m versus a loss of nearly £1m in 2024.", ["3", "-1"]),
        # Not these: what is named a loss, a profit beside a loss, and no loss at all.
        ("Acme made a net loss of £4m in 2025, against a loss of £6m a year earlier.", ["4", "6"]),
        ("Acme's EBITDA loss was £4m, against a loss of £6m a year earlier.", ["4", "6"]),
        ("Acme's net profit was £4m, against a loss of £6m a year earlier.", ["4", "6"]),
        ("Acme's EBITDA was £4m, against a profit of £6m a year earlier.", ["4", "6"]),
        ("Acme's EBITDA was £4m, against £6m a year earlier.", ["4", "6"]),
        ("Acme's EBITDA was £4m after a loss of 90 jobs.", ["4", "90"]),
    ],
)
def test_a_loss_is_negative_under_the_name_of_a_profit(text: str, values: list[str]) -> None:
    assert [draft.value for draft in drafts_of(text)] == values


def test_what_is_named_a_loss_beside_a_profit_keeps_its_name() -> None:
    drafts = drafts_of("Acme's net profit was £4m, against a loss of £6m a year earlier.")
    assert [draft.metric for draft in drafts] == ["Net profit", "Net loss"]
