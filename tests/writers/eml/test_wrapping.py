"""Plain text in lines of 72 columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.eml.model import columns
from exporter.writers.eml import wrapped


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("阿里AI", 6), ("e\u0301", 1), ("，", 2), ("", 0)])  # fmt: skip
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_western_lines_end_between_words_and_are_indented() -> None:
    lines = wrapped("word " * 30, "* ").split("\n")
    assert lines[0].startswith("* word")
    assert all(line.startswith("  word") for line in lines[1:])
    assert {word for line in lines for word in line.split()} == {"*", "word"}
    assert max(map(len, lines)) <= 72


def test_chinese_lines_end_between_characters_but_not_before_a_comma() -> None:
    lines = wrapped("二" * 36 + "，" + "三" * 10).split("\n")
    assert lines == ["二" * 35, "二，" + "三" * 10]
    assert wrapped("二" * 35 + "《三").split("\n") == ["二" * 35, "《三"]


def test_figures_and_western_words_in_chinese_stay_whole() -> None:
    lines = wrapped("约" * 34 + "100,000,000次下载").split("\n")
    assert lines == ["约" * 34, "100,000,000次下载"]


def test_what_cannot_be_parted_stays_whole() -> None:
    address = "https://news.example/" + "a" * 200
    assert wrapped(address, "  ") == f"  {address}"


def test_nothing_is_an_empty_line() -> None:
    assert wrapped("") == ""


@given(st.text(st.sampled_from("ab 二三，。（“1.5% "), max_size=300))
def test_nothing_is_lost_and_lines_are_narrow(text: str) -> None:
    lines = wrapped(text).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert columns(line) <= 72 or len(line.split()) == 1
