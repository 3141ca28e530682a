"""A difference is one sentence that shows where two texts part."""

import pytest

from exporter.proof.difference import Difference, unlike, unreadable


def test_a_difference_is_a_sentence() -> None:
    difference = Difference("a.xlsx", "Data!B7 (robots-routes)", "number format", "0%", "0.0%")
    assert str(difference) == (
        "a.xlsx: Data!B7 (robots-routes): the number format is «0.0%»; expected «0%»"
    )


def test_what_has_no_place_is_said_of_the_file() -> None:
    assert str(Difference("a.pdf", "", "SHA-256", "ab", "cd")) == (
        "a.pdf: the SHA-256 is «cd»; expected «ab»"
    )


@pytest.mark.parametrize("at", [0, 10, 200, 399])
def test_long_texts_are_cut_to_where_they_part(at: int) -> None:
    expected = "".join(chr(0x4E00 + n) for n in range(400))
    found = expected[:at] + "X" + expected[at + 1 :]
    difference = unlike("A1", "value", expected, found)
    assert expected[at] in difference.expected
    assert "X" in difference.found
    assert len(difference.found) <= 122


def test_a_longer_text_shows_its_end() -> None:
    difference = unlike("A1", "value", "a" * 300, "a" * 300 + "!")
    assert difference.found.endswith("a!")
    assert difference.expected.endswith("a")


def test_an_unreadable_file_says_why() -> None:
    told = str(unreadable("a.xlsx", ValueError("no\nend")))
    assert told == (
        "a.xlsx: file: the content is «unreadable: ValueError: no end»; "
        "expected «a file that can be read»"
    )
