"""The whole clauses that may carry a figure, the shortest first."""

import pytest

from exporter.drafting.quotes import Quotes
from exporter.drafting.sentences import sentences_of
from exporter.facts.words import Lang
from tests.drafting.any_source import source_of


def first(text: str, words: str, lang: Lang = "en") -> str:
    """The shortest quote around some words of a text."""
    source = source_of(text, lang)
    start = text.index(words)
    sentence = next(one for one in sentences_of(source, lang) if one.start <= start < one.end)
    return next(Quotes(source).around(start, start + len(words), sentence))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Despite all that, revenue was $5 million, it said.", "$5 million", "revenue was $5 million"),
        ("Revenue was $5 million, up 12%, it said.", "12%", "Revenue was $5 million, up 12%"),
        (
            "Assets were $5 million as of December 31, 2025, it said.",
            "$5 million",
            "Assets were $5 million as of December 31, 2025",
        ),
        # An aside says nothing of what the figure behind it is of.
        (
            "Energy bills, which hurt the unit last year, fell by $9m, it said.",
            "$9m",
            "Energy bills, which hurt the unit last year, fell by $9m",
        ),
        ("In Spain, where it has 40 shops, sales rose.", "40 shops", "where it has 40 shops"),
        # Nothing begins inside brackets that it does not open.
        (
            "Orders (net of those cancelled) rose by 4% in May, it said.",
            "4%",
            "Orders (net of those cancelled) rose by 4% in May",
        ),
        # A term is whole, whatever commas it has.
        (
            "Debt was $9m, or 2.1 times earnings before interest, taxes, depreciation and amortization, it said.",
            "2.1 times",
            "Debt was $9m, or 2.1 times earnings before interest, taxes, depreciation and amortization",
        ),
        (
            "In May, property, plant and equipment rose to $9m, it said.",
            "$9m",
            "property, plant and equipment rose to $9m",
        ),
        ("Its margin before interest was 4%, taxes being low.", "4%", "Its margin before interest was 4%"),
        # Initials end no clause that goes on.
        (
            "Boats took 34% of the U.S. leisure market in May, it said.",
            "34%",
            "Boats took 34% of the U.S. leisure market in May",
        ),
        ("Boats took 34% in the U.S. Kayaks took 12%, it said.", "34%", "Boats took 34% in the U.S"),
    ],
)  # fmt: skip
def test_english_quotes_say_what_the_figure_is_of(text: str, words: str, expected: str) -> None:
    assert first(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("随着市场回暖，公司营收5亿元，净利润2亿元。", "5亿元", "公司营收5亿元"),
        ("公司营收5亿元，同比增长12%，净利润2亿元。", "12%", "公司营收5亿元，同比增长12%"),
        ("截至8月，已有17条产品线、55个场景全面接入。", "17", "截至8月，已有17条产品线、55个场景全面接入"),
    ],
)  # fmt: skip
def test_chinese_quotes_say_what_the_figure_is_of(text: str, words: str, expected: str) -> None:
    assert first(text, words, "zh") == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "数据显示，全球新船订单量（以修正总吨计）同比下降47%。",
            "全球新船订单量（以修正总吨计）同比下降47%",
        ),
        ("公司称，境外收入(含港澳)增长47%，毛利持平。", "境外收入(含港澳)增长47%"),
        ("订单量（按载重吨计，下同）同比下降47%。", "订单量（按载重吨计，下同）同比下降47%"),
        ("公司称，境外收入（同比增长47%）创新高。", "境外收入（同比增长47%"),
    ],
)
def test_no_quote_begins_inside_brackets_that_it_does_not_open(text: str, quote: str) -> None:
    assert first(text, "47%", "zh") == quote


def test_what_stands_in_the_source_twice_is_quoted_with_more() -> None:
    text = "In Asia, it sold 12 cars. In Africa, it sold 12 cars."
    source = source_of(text)
    sentence = sentences_of(source, "en")[1]
    start = text.rindex("12")
    assert next(Quotes(source).around(start, start + 2, sentence)) == "In Africa, it sold 12 cars"


def test_quotes_stand_on_one_line_without_marks_of_emphasis() -> None:
    text = "The company **sold 12 cars** in `May`."
    assert first(text, "12") == "The company sold 12 cars in May"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ('Dock has "two berths more", it said.', "two", 'Dock has "two berths more"'),
        ('Dock has "two berths more," it said.', "two", 'Dock has "two berths more,"'),
        ("码头称“新增2个泊位”，又称很满意。", "2个", "码头称“新增2个泊位”"),
        # What opens behind it, or is open from before, is not its mark.
        ('Dock has two berths ("quays"), it said.', "two", "Dock has two berths"),
        ('"We are glad, we have two berths", it said.', "two", "we have two berths"),
    ],
)  # fmt: skip
def test_a_quotation_is_closed_where_the_source_closes_it(
    text: str, words: str, expected: str
) -> None:
    assert first(text, words, "zh" if text[0] == "码" else "en") == expected
