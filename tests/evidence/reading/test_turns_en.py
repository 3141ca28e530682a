"""Turns of English papers and filings that were once misread, with neighbours that say something else."""

from collections.abc import Callable

import pytest

from exporter.evidence.reading import read_figures

MAGNITUDES = (
    ("a grant of Rs. 60 lacs", "6e6 INR"),
    ("90 thou. tonnes of peat", "9e7 mass"),
    ("22 thsd. clients", "22000 count"),
    ("shipped 7 mln. litres", "7e6 volume"),
    ("It shipped 7 mln. Clients left.", "7e6 count"),
    ("12 mills", "12 count"),
)


@pytest.mark.parametrize(("text", "figures"), MAGNITUDES)
def test_reads_what_the_turn_says(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


def test_a_point_that_ends_a_sentence_is_none_of_a_magnitude() -> None:
    (figure,) = read_figures("It shipped 7 mln. Clients left.")
    assert figure.noun == ""
