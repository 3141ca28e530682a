"""Words that are set aside in a clause, however they are spaced there."""

import pytest

from exporter.drafting.aside import words_in


@pytest.mark.parametrize(
    ("only", "words", "found"),
    [
        ("5%", "up 15% and 5%", ["5%"]),
        ("12", "12 of 12,500, 1.12 and 12.5", ["12"]),
        ("€7.7 million", "it earned €7.7\u00a0million", ["€7.7\u00a0million"]),
        ("dock bank", "Dock Bank rates Dock buy", ["Dock Bank"]),
        ("3 万辆", "交付3万辆", ["3万辆"]),
        ("  ", "nothing", []),
    ],
)
def test_where_words_stand(only: str, words: str, found: list[str]) -> None:
    assert [words[start:end] for start, end in words_in(only, words)] == found
