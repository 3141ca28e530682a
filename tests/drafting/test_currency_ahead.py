"""What currencies and tariffs would do to a result: guidance, and nobody's plan."""

import pytest

from exporter.facts.words import Status
from tests.drafting.newspaper_drafts import drafts_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Acme is wary of currency, which at current rates would reduce full-year sales by £2m.",
            Status.GUIDANCE,
        ),
        (
            "Acme said that the weaker dollar would, at today's rates, cut full-year profit by 3%.",
            Status.GUIDANCE,
        ),
        ("Acme said tariffs would lower operating profit in 2026 by $9m.", Status.GUIDANCE),
        ("Acme said a stronger euro will lift sales for the year by 3%.", Status.GUIDANCE),
        # Not these: what it does itself, what others say, and what has happened.
        ("Acme plans to reduce its full-year costs by £2m.", Status.PLANNED),
        ("The closure would reduce Acme's full-year costs by £3m.", Status.PLANNED),
        ("Currency hurt Acme, and the plan will cut full-year costs by £3m.", Status.PLANNED),
        ("The weaker dollar reduced Acme's profit by £3m in 2025.", Status.ACHIEVED),
    ],
)
def test_what_currencies_would_do_is_guidance(text: str, status: Status) -> None:
    assert [draft.status for draft in drafts_of(text)] == [status]
