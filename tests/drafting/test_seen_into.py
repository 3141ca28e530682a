"""Figures of today that give somebody visibility into a time to come."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acme's fleet of 640 vans gives it solid visibility for next year.", ("", "achieved")),
        ("Acme's order book of $92 million provides good momentum into 2027.", ("", "achieved")),
        ("Acme expects revenue of $92 million in 2027.", ("2027", "guidance")),
        ("Acme will open 12 shops next year.", ("2027", "planned")),
    ],
)
def test_they_are_of_today(text: str, told: tuple[str, str]) -> None:
    first = drafts_of(text)[0]
    assert (first.period, first.status) == told
