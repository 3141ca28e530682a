"""Results as newspapers tell them: what was made or lost, who is counted, what brings in more."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of, named

_MADE = [
    (
        "Acme said it made £4m before tax last year, compared with a loss of £2m in 2024.",
        ["Pre-tax profit", "Pre-tax loss"],
    ),
    ("Acme earned €9.1m after tax in 2025, up from €8m.", ["After-tax profit"] * 2),
    (
        "Acme lost £14m before tax in the six months to September, having made £3m a year earlier.",
        ["Pre-tax loss", "Pre-tax profit"],
    ),
    (
        "Acme lost €3.2mn at the operating level in 2025, against a profit of €1mn in 2024.",
        ["Operating loss", "Operating profit"],
    ),
    (
        "Acme earned €9.1m before interest and tax in 2025 and lost €2m a year earlier.",
        ["Profit before interest and tax", "Loss before interest and tax"],
    ),
    ("Acme made £12.5m before tax and exceptional items in 2025.", ["Pre-tax profit before exceptional items"]),
    ("Before tax, Acme made £12.5m in 2025.", ["Profit before tax"]),
    # No level is said of these.
    ("Acme lost £5m last year.", ["Loss"]),
    ("Acme made £30m from tea before tax rises took effect.", ["Earnings"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _MADE)
def test_what_is_made_or_lost_is_called_by_its_level(text: str, names: list[str]) -> None:
    assert named(drafts_of(text)) == names
