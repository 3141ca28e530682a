"""Times of day and numbers of papers, which state nothing."""

import pytest

from exporter.drafting.figures.stated import stated_in
from tests.drafting.any_source import sentence_of, setting_of


def _words(text: str) -> list[str]:
    stated = stated_in(sentence_of(text), setting_of("en"))
    return [text[one.start : one.end] for one in stated]


@pytest.mark.parametrize(
    "text",
    [
        "The board will hold a webcast at 8.15 CET.",
        "Analysts can dial in at 14.30 (UK time).",
        "The line opens at 9.00 GMT on 3 June.",
        "Passengers for the 16.45 to Bergen waited on the quay.",
        "The 7.05 from Malmö was late.",
        "He takes the 18.20 ferry home.",
        "The gates open at 17.30 on Friday.",
        "At 6.30 the bakers begin.",
        "The general meeting starts at 10.15.",
        "Company announcement no. 14/2025",
        "Stock exchange release No. 3 of 2025",
        "See regulatory notice no. 21.",
    ],
)
def test_are_no_figures(text: str) -> None:
    assert _words(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The shares ended the day at 16.40.", "16.40"),
        ("The pound fell to 1.25 on Friday.", "1.25"),
        ("Its score started at 7.20 and rose to 8.10.", "8.10"),
        ("It is ranked no. 3 in Norway.", "no. 3"),
        ("A day ticket costs 12.50 euros.", "12.50 euros"),
    ],
)
def test_what_looks_like_them_is_a_figure(text: str, words: str) -> None:
    assert words in _words(text)
