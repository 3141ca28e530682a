"""Results after which guidance was set anew, and what they did to a share price."""

import pytest

from exporter.facts.words import Status
from tests.drafting.newspaper_drafts import drafts_of

_IS, _GUIDED = Status.ACHIEVED, Status.GUIDANCE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Acme lifted its outlook after third-quarter orders rose 6%, sending its shares up 9%.",
            [("6", "2025-Q3", _IS), ("9", "", _IS)],
        ),
        (
            "Acme cut its target on Monday after fourth-quarter sales, dragging the stock down 11%.",
            [("-11", "2026-03-09", _IS)],
        ),
        (
            "Acme reiterated its guidance after third-quarter orders of £31 million.",
            [("31", "2025-Q3", _IS)],
        ),
        (
            "Acme shares were up 7% in early trading after second-quarter sales beat estimates.",
            [("7", "", _IS)],
        ),
        # Not these: what is yet to come, and what the guidance itself is.
        ("Acme expects third-quarter sales to rise 8%.", [("8", "2026-Q3", _GUIDED)]),
        (
            "Acme raised its forecast after a strong start and expects third-quarter sales of £31m.",
            [("31", "2026-Q3", _GUIDED)],
        ),
        (
            "Acme will raise its forecast after third-quarter sales rise 5%.",
            [("5", "2026-Q3", _GUIDED)],
        ),
        ("Acme's sales in early trading rose 7% in the third quarter.", [("7", "2025-Q3", _IS)]),
        ("Acme's shares fell 7% in the third quarter.", [("-7", "2025-Q3", _IS)]),
    ],
)
def test_results_before_new_guidance_are_made(
    text: str, told: list[tuple[str, str, Status]]
) -> None:
    assert [(one.value, one.period, one.status) for one in drafts_of(text)] == told
