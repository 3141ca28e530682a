"""What analysts were looking for, in a sentence of its own."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.report_drafts import readers_of
from tests.drafting.any_source import setting_of


def _names(text: str) -> list[str]:
    setting = setting_of(text)
    drafts = draft_source(setting, Wanted(Already(setting.source, [], [])), readers_of)
    return [draft.metric for draft in drafts.facts]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Acme expects earnings of $4 a share. Analysts were looking for $4.31 a share.",
            ["Earnings per share", "Earnings per share, consensus"],
        ),
        (
            "Acme expects earnings of $2.35 to $2.45 a share. Analysts had been expecting $2.31.",
            ["Earnings per share", "Earnings per share, consensus"],
        ),
        (
            "Acme expects sales of £9m, against its May forecast of £8m. Analysts had forecast £7m.",
            ["Sales", "Sales, previous guidance", "Sales, consensus"],
        ),
        (
            "Acme's margin was 9%. The market had been expecting 11%.",
            ["Margin", "Margin, consensus"],
        ),
        (
            "Acme's sales rose 3%. Analysts had forecast growth of 5.5%.",
            ["Sales growth", "Sales growth, consensus"],
        ),
        (
            "Acme's profit was £4m. Investors had been hoping for 12 new shops.",
            ["Profit", "New shops"],
        ),
    ],
)
def test_it_is_the_consensus_of_what_was_told_before(text: str, names: list[str]) -> None:
    assert _names(text) == names
