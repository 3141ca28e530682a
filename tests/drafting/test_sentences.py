"""Texts as sentences, with their headings."""

import pytest

from exporter.drafting.sentences import sentences_of
from exporter.facts.words import Lang
from tests.drafting.any_source import source_of


def texts(text: str, lang: Lang) -> list[str]:
    return [sentence.text for sentence in sentences_of(source_of(text, lang), lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Inc. sold 12 cars. It made $1.5 million.",
            ["Acme Inc. sold 12 cars.", "It made $1.5 million."],
        ),
        (
            "The U.S. market grew 3%. J. P. Moor runs it.",
            ["The U.S. market grew 3%.", "J. P. Moor runs it."],
        ),
        (
            "It leads in the U.S. The group has 4 plants.",
            ["It leads in the U.S.", "The group has 4 plants."],
        ),
        ("It is No. 1 in Europe vs. No. 3 in Asia.", ["It is No. 1 in Europe vs. No. 3 in Asia."]),
        (
            "“We sold 4,000 units.” The board was glad!",
            ["“We sold 4,000 units.”", "The board was glad!"],
        ),
        ("Sales rose approx. 5% in Mar. 2026.", ["Sales rose approx. 5% in Mar. 2026."]),
        (
            "Buy, PT $52 (prev. $47): orders are back.",
            ["Buy, PT $52 (prev. $47): orders are back."],
        ),
    ],
)
def test_english_sentences_end_at_their_marks_and_not_at_those_of_short_words(
    text: str, expected: list[str]
) -> None:
    assert texts(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "营收12.5亿元，增长3%。净利润2亿元；亏损收窄！",
            ["营收12.5亿元，增长3%。", "净利润2亿元；", "亏损收窄！"],
        ),
        (
            "“门店已有300家。”李明说。第二句有4个字。",
            ["“门店已有300家。”", "李明说。", "第二句有4个字。"],
        ),
    ],
)
def test_chinese_sentences_end_at_their_marks_with_what_closes_them(
    text: str, expected: list[str]
) -> None:
    assert texts(text, "zh") == expected


def test_a_sentence_knows_its_place_its_paragraph_and_its_heading() -> None:
    text = (
        "# Results\n\nRevenue was $5 million. It rose.\n\nOutlook\n\n- Growth of 3% is expected.\n"
    )
    found = sentences_of(source_of(text), "en")
    assert [(one.text, one.paragraph, one.heading) for one in found] == [
        ("Revenue was $5 million.", 2, "Results"),
        ("It rose.", 2, "Results"),
        ("Growth of 3% is expected.", 6, "Outlook"),
    ]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_highlights_with_figures_are_sentences_and_no_headings() -> None:
    assert texts("Highlights\n• Revenue of $4.2 billion, up 12%\n", "en") == [
        "Revenue of $4.2 billion, up 12%"
    ]


def test_a_rated_company_is_over_what_a_note_says_of_it() -> None:
    line = "Barrow Copper (BWC) - Neutral, PT $2.15 (unchanged)"
    found = sentences_of(source_of(f"{line}\nOutput was 38kt.\n"), "en")
    assert [(one.text, one.heading) for one in found] == [
        (line, line),
        ("Output was 38kt.", line),
    ]
    plain = "Barrow Copper - 12 mines, PT $2.15"
    assert [one.heading for one in sentences_of(source_of(f"{plain}\nIt fell.\n"), "en")] == [
        "",
        "",
    ]


def test_titles_rows_pictures_and_numbers_of_pages_are_no_sentences() -> None:
    text = "A title\nRevenue\t12\t15\n![图片66](https://example.com/1.jpg)\n17\nIt sold 12 cars.\n"
    assert texts(text, "en") == ["It sold 12 cars."]


def test_paragraphs_can_be_left_out() -> None:
    source = source_of("It sold 12 cars.\nRevenue 12 15 and 18.\n")
    assert [one.text for one in sentences_of(source, "en", {1})] == ["It sold 12 cars."]
