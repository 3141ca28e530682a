"""Quotes in their sentences: what is shown around them, and how little of it."""

import pytest

from exporter.report.html.excerpts import context

TEXT = """# 标题
港口很忙。据介绍，今年**自动装卸**占比达到80%，比去年翻了一番！“新码头”已投产。
Mr. Wu said so. In all, 2.5 million boxes passed (more than ever), and “the gates” stayed open. Good
"""


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("今年自动装卸占比达到80%", "据介绍，", "，比去年翻了一番！"),
        ("据介绍，今年自动装卸占比达到80%，比去年翻了一番", "", "！"),
        ("据介绍，今年自动装卸占比达到80%，比去年翻了一番！", "", ""),
        ("“新码头”已投产", "", "。"),
        ("新码头”已投产。", "“", ""),
        ("2.5 million boxes passed", "In all, ", " (more than ever), and “the gates” stayed open."),
        ("and “the gates” stayed open", "In all, 2.5 million boxes passed (more than ever), ", "."),
        ("Good", "", ""),
        ("据介绍…比去年翻了一番", "", "！"),
    ],
)
def test_the_rest_of_the_sentence_stands_around(quote: str, before: str, after: str) -> None:
    first, *_, last = (*quote.split("…"), quote.rpartition("…")[2])
    marks = "“”。！，"
    text, start, end = _place(first.strip(marks), last.strip(marks))
    assert context(text, quote, start, end) == (before, after)


def _place(first: str, last: str) -> tuple[str, int, int]:
    text = TEXT.replace("**", "") if "自动" in first + last else TEXT
    start = text.index(first)
    return text, start, text.index(last, start) + len(last)


def test_mark_up_and_line_ends_are_not_shown() -> None:
    text = "**甲**方`表示`，乙方同意，\n丙方反对"
    start = text.index("乙方同意")
    assert context(text, "乙方同意", start, start + 4) == ("甲方表示，", "，")


@pytest.mark.parametrize("word", ["字", "word "])
def test_a_long_sentence_is_cut_short_between_words(word: str) -> None:
    text = f"{word * 900}, the quoted words, {word * 900}"
    start = text.index("the quoted")
    before, after = context(text, "the quoted words", start, start + len("the quoted words"))
    for side in (before, after):
        assert 40 < len(side) <= 61
        assert set(side.strip("…, ").split()) == (
            {"word"} if word == "word " else {side.strip("…, ")}
        )
    assert before.startswith("…")
    assert after.endswith("…")
