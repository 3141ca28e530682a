"""Estimates that stand beside what came to be: whose they are, and what they are of."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("revenue came to $410 million, short of forecasts of $425 million", "Revenue, consensus", "estimate"),
        ("net income was $41 million, better than expectations for $38 million", "Net income, consensus", "estimate"),
        ("sales were $90 million, topping estimates of about $88 million", "Sales, consensus", "estimate"),
        ("orders came to $60 million, matching projections of $60 million", "Orders, consensus", "estimate"),
    ],
)  # fmt: skip
def test_bare_estimates_are_those_of_analysts(text: str, name: str, status: str) -> None:
    last = drafts_of(f"Acme's {text}.")[-1]
    assert (last.metric, last.status, last.attribution) == (name, status, "Analysts")


@pytest.mark.parametrize(
    "text",
    [
        "Acme's revenue came to $410 million, ahead of its own forecasts of $400 million.",
        "Acme's revenue came to $410 million, ahead of last year's $400 million.",
        "Acme raised its profit estimates to $40 million.",
    ],
)
def test_those_of_somebody_else_are_not(text: str) -> None:
    assert "Analysts" not in {draft.attribution for draft in drafts_of(text)}


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        (
            "revenue grew 4.1%, compared with analysts' average estimate of a 3% increase",
            "3",
            "Revenue growth, consensus",
        ),
        (
            "like-for-like sales fell 2%, against economists' median forecast of a 1.4% drop",
            "-1.4",
            "Like-for-like sales growth, consensus",
        ),
        (
            "order intake fell 2%. Analysts on average had expected a 1.5% decline",
            "-1.5",
            "Order intake growth",
        ),
        (
            "sales rose 2%, compared with the average estimate of a 3% rise in costs",
            "3",
            "Average estimate",
        ),
    ],
)
def test_an_estimate_of_a_rise_is_of_what_rose(text: str, value: str, name: str) -> None:
    last = drafts_of(f"Acme's {text}.")[-1]
    assert (str(last.value), last.metric) == (value, name)
