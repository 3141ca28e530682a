"""Numbers whose hyphen is left open: they say of which kind something is."""

import pytest

from exporter.evidence.reading import read_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("places for five- and six-year-olds", ["six-year"]),
        ("It let 40 five- or six-storey blocks.", ["40", "six"]),
        ("one-, two- and three-bedroom flats", ["three"]),
        ("It owns 3- to 4-star inns.", ["4"]),
        # No hyphen, or none that is left open.
        ("It has three and four in reserve.", ["three", "four"]),
        ("It lost two, and three-quarters of the rest.", ["two", "three-quarters"]),
        ("Lots were sold first- and second-half alike.", []),
    ],
)
def test_what_the_next_number_says_of_what_counts_nothing(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in read_figures(text)] == figures
