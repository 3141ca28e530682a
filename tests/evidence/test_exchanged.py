"""Percentages and sums that have changed places in a translation."""

import sys

import pytest

from exporter.evidence.findings import Finding, Terms
from exporter.evidence.namesakes import Namesakes
from exporter.evidence.translated import findings_of_translation
from exporter.evidence.translations import check_translation

ENTITIES = Namesakes((("DingTalk", "钉钉"), ("Quark", "夸克")))
TERMS = Terms(namesakes=ENTITIES)


def found(text: str, quote: str) -> list[Finding]:
    """What is told, whether the two are looked at by themselves or by their shapes."""
    findings = list(findings_of_translation(text, quote, "`quote_en`", TERMS))
    assert list(check_translation(text, quote, "`quote_en`", TERMS)) == findings
    return findings


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # from what, to what
        ("Gross margin rose from 15% to 12%", "毛利率从12%升至15%"),
        ("Gross margin, 15% to 12%", "毛利率由12%提升到15%"),
        ("Gross margin rose to 12% from 15%", "毛利率从12%升至15%"),
        ("Gross margin rose to 12%, up from 15%", "毛利率由约12%升至约15%"),
        ("毛利率由15%升至12%", "Gross margin rose from 12% to 15%"),
        ("毛利率升至12%，上年同期为15%", "Gross margin rose to 15% from 12%"),
        ("毛利率15%到12%", "Gross margin rose from about 12% to 15%"),
        ("Net loss narrowed to RMB5.1bn from RMB3.2bn", "净亏损由51亿元收窄至32亿元"),
        ("a stake of 12%, from 15%, which cost RMB3bn", "斥资30亿元将持股比例由12%增至15%"),
        (
            "Gross margin was 35.2%, compared with 38.1% a year before",
            "毛利率由上年的35.2%提升至38.1%",
        ),
        ("Profit was RMB800m, versus RMB1.2bn last year", "利润由8亿元增至12亿元"),
        ("The margin was 12% in 2023, up from 15% in 2022", "利润率从2022年的12%升至2023年的15%"),
        ("利润率从2022年的15%降至2023年的12%", "The margin rose from 12% in 2022 to 15% in 2023"),
        (
            "Cash: RMB1.8bn, against RMB1.5bn at the end of the last quarter",
            "15亿元，上季末为18亿元",
        ),
        # of what
        ("Gross margin was 5% and net margin 12%", "毛利率12%，净利率5%"),
        ("Revenue grew 15% and profit grew 12%", "收入增长12%，利润增长15%"),
        ("Profit grew 12%, while revenue grew 15%", "收入增长12%，利润增长15%"),
        ("收入为12亿元，净利润为80亿元", "Revenue was RMB8bn and net profit RMB1.2bn"),
        # of two changes, the ends
        ("利润从3%升至9%，收入从7%升至5%", "Profit rose to 5% from 3% and revenue to 9% from 7%"),
        (
            "Profit rose from RMB300m to RMB900m and cash from RMB700m to RMB500m",
            "利润从3亿元增至5亿元，现金从7亿元增至9亿元",
        ),
        ("A升至9%，上年为3%，B升至5%，上年为7%", "A rose from 3% to 5% and B from 7% to 9%"),
        # when, where, whose
        ("2023年15%，2024年12%", "12% in 2023 and 15% in 2024"),
        ("一季度15%，二季度12%", "15% in Q2, 12% in Q1"),
        ("北京15%，上海12%", "12% in Beijing, 15% in Shanghai"),
        ("美国增长12%，中国增长15%", "China grew 12% and the US 15%"),
        ("夸克有500万用户，钉钉有700万用户", "DingTalk has 5 million users, Quark 7 million"),
        ("DingTalk RMB700m, Quark RMB500m", "钉钉5亿元，夸克7亿元"),
        ("Azure增长12%，AWS增长15%", "AWS grew 12% and Azure 15%"),
        (
            "2024年收入增长12%，利润增长15%；2023年收入增长8%，利润增长9%",
            "In 2023 revenue grew 12%, profit 15%; in 2024 revenue grew 8% and profit 9%",
        ),
        # on what
        ("up 3% year on year and 12% quarter on quarter", "同比增长12%，环比增长3%"),
        ("up 12% QoQ and 3% YoY", "同比增长12%，环比增长3%"),
    ],
)
def test_exchanged_numbers_are_wrong(text: str, quote: str) -> None:
    findings = found(text, quote)
    assert [finding.is_doubt for finding in findings[:1]] == [False], findings


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a split of 15% and 12%", "北京12%，上海15%"),
        ("Cloud makes up 70% of revenue and e-commerce 10%", "云业务收入占10%，电商占70%"),
        ("gains of 1.5 pp and 2.5 pp", "先后提高2.5个百分点、1.5个百分点"),
    ],
)
def test_another_order_is_a_doubt_where_no_word_tells(text: str, quote: str) -> None:
    (finding,) = found(text, quote)
    assert finding.is_doubt
    assert "after it, but the quote says" in finding.fault.wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Gross margin rose to 15% from 12%", "毛利率从12%升至15%"),
        ("Gross margin was 15%, up from 12%", "毛利率由12%升至15%"),
        ("毛利率升至15%，上年为12%", "Gross margin rose from 12% to 15%"),
        ("毛利率从12%升至15%", "Gross margin rose to 15%, compared with 12% a year before"),
        ("Profit grew 15%, while revenue grew 12%", "收入增长12%，利润增长15%"),
        ("up 3% quarter on quarter and 12% year on year", "同比增长12%，环比增长3%"),
        ("up 3% QoQ and 12% YoY", "同比增长12%，环比增长3%"),
        ("net margin 5%, gross margin 12%", "毛利率12%，净利率5%"),
        ("12% in Beijing, 15% in Shanghai", "北京12%，上海15%"),
        ("15% of revenue comes from 12% of users", "15%的收入来自12%的用户"),
        ("12% of users bring 15% of revenue", "15%的收入来自12%的用户"),
        ("Net loss narrowed to RMB3.2bn from RMB5.1bn", "净亏损由51亿元收窄至32亿元"),
        ("12% here and 12% there, 15% elsewhere", "这里12%，那里12%，别处15%"),
        ("growth of 15-20%", "增长15-20%"),
        ("2023年为15%，2022年为12%", "from 12% in 2022 to 15% in 2023"),
        ("The margin rose from 12% in 2022 to 15% in 2023", "利润率从2022年的12%升至2023年的15%"),
        ("The margin was 38.1%, against 35.2% a year ago", "利润率由上年的35.2%提升至38.1%"),
        (
            "Net profit rose to RMB200m from RMB150m and operating profit to RMB280m from RMB210m",
            "经营利润由2.1亿元增至2.8亿元，净利润由1.5亿元增至2.0亿元",
        ),
        ("2024年15%，2023年12%", "12% in 2023 and 15% in 2024"),
        ("一季度12%，二季度15%", "Q2 growth was 15% and Q1 growth 12%"),
        ("美国增长15%，中国增长12%", "China grew 12% and the US 15%"),
        ("夸克有700万用户，钉钉有500万用户", "DingTalk has 5 million users, Quark 7 million"),
        ("Azure增长15%，AWS增长12%", "AWS grew 12% and Azure 15%"),
        ("收入从3%升至9%，其间为5%", "Revenue rose from 3% to 5% and then to 9%"),
        ("A、B分别从3%、7%升至5%、9%", "A rose from 3% to 5% and B from 7% to 9%"),
        ("2022年12%，2023年15%", "Compared with 12% in 2022, it was 15% in 2023"),
        ("2023年利润率从2022年的12%升至15%", "In 2023 the margin was 15%, up from 12% in 2022"),
        ("北京增长12%，上海下降15%", "Beijing grew 12%, faster than the fall of 15% in Shanghai"),
        ("The margin was 9%, against 10% at peers, down from 12%", "利润率9%，同业从12%降至10%"),
    ],
)
def test_other_orders_of_languages_are_no_faults(text: str, quote: str) -> None:
    assert found(text, quote) == []


def test_it_says_which_two() -> None:
    (finding,) = found("Revenue grew 15%, profit grew 12%", "收入增长12%，利润增长15%")
    assert finding.fault.wrong == (
        "`quote_en` says 15 % (15%) where the quote says 12 % (12%), and 12 % (12%) where it says "
        "15 % (15%)"
    )


def _steps(text: str, quote: str) -> int:
    """How many calls it takes to compare a translation with its quote, both of which are read."""
    list(findings_of_translation(text, quote, "", TERMS))
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        list(findings_of_translation(text, quote, "", TERMS))
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("RMB{0}m in {1}, ", "{1}年为{2:.2f}亿元，"),
        ("RMB{0}m, ", "{2:.2f}亿元，"),
        ("{0} stores, ", "{0}家门店，"),
        ("from {0}% to {0}.5%, ", "从{0}%升至{0}.5%，"),
    ],
)
def test_steps_grow_no_faster_than_a_text_in_reverse_order(english: str, chinese: str) -> None:
    def texts(times: int) -> tuple[str, str]:
        values = [(1001 + at, 1900 + at, (1001 + at) / 100) for at in range(times)]
        said = [chinese.format(*value) for value in reversed(values)]
        return "".join(said), "".join(english.format(*value) for value in values)

    assert _steps(*texts(120)) < 3.8 * _steps(*texts(40)) + 1000
