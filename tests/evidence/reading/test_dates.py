"""Dates in running text."""

import pytest

from exporter.evidence.reading import read_dates

YEAR, MONTH, DAY, OFFSET, QUARTER = range(5)


def _mention(*pairs: int) -> tuple[int | None, ...]:
    parts: list[int | None] = [None] * 5
    for name, value in zip(pairs[::2], pairs[1::2], strict=True):
        parts[name] = value
    return tuple(parts)


CASES = [
    ("2023年9月30日", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("截至2023年9月", [_mention(YEAR, 2023, MONTH, 9)]),
    ("9月30日", [_mention(MONTH, 9, DAY, 30)]),
    ("11月还将开源", [_mention(MONTH, 11)]),
    ("截至8月，已有17条产品线", [_mention(MONTH, 8)]),
    ("自2014年打造", [_mention(YEAR, 2014)]),
    ("今年4月", [_mention(OFFSET, 0, MONTH, 4)]),
    ("今年双11", [_mention(OFFSET, 0)]),
    ("在去年云栖大会上", [_mention(OFFSET, -1)]),
    ("上年同期", [_mention(OFFSET, -1)]),
    ("明年", [_mention(OFFSET, 1)]),
    ("2023年第三季度", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("2023年三季度", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("第三季度", [_mention(QUARTER, 3)]),
    ("2023年前三季度", [_mention(YEAR, 2023)]),
    ("2023年上半年", [_mention(YEAR, 2023)]),
    ("23年三季度", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("2024财年", [_mention(YEAR, 2024)]),
    ("30日", [_mention(DAY, 30)]),
    ("二〇二三年九月三十日", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("10月31日，2023杭州云栖大会上", [_mention(MONTH, 10, DAY, 31), _mention(YEAR, 2023)]),
    ("2023-09-30", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("2023/9/30", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("20231101", [_mention(YEAR, 2023, MONTH, 11, DAY, 1)]),
    ("2014-2022", [_mention(YEAR, 2014), _mention(YEAR, 2022)]),
    ("2014—2022年", [_mention(YEAR, 2014), _mention(YEAR, 2022)]),
    ("2014年至2022年", [_mention(YEAR, 2014), _mention(YEAR, 2022)]),
    ("7-8月", [_mention(MONTH, 7), _mention(MONTH, 8)]),
    ("September 30, 2023", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("Sept. 30, 2023", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("30 Sep 2023", [_mention(YEAR, 2023, MONTH, 9, DAY, 30)]),
    ("30th of September", [_mention(MONTH, 9, DAY, 30)]),
    ("October 31", [_mention(MONTH, 10, DAY, 31)]),
    ("September 2023", [_mention(YEAR, 2023, MONTH, 9)]),
    ("in September", [_mention(MONTH, 9)]),
    ("in May", [_mention(MONTH, 5)]),
    ("it may march on", []),
    ("Q3 2023", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("2023Q3", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("3Q23", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("the third quarter of 2023", [_mention(YEAR, 2023, QUARTER, 3)]),
    ("Q3", [_mention(QUARTER, 3)]),
    ("FY2024", [_mention(YEAR, 2024)]),
    ("1H23", [_mention(YEAR, 2023)]),
    ("in 2014", [_mention(YEAR, 2014)]),
    ("from 2014 to 2022", [_mention(YEAR, 2014), _mention(YEAR, 2022)]),
    ("this year", [_mention(OFFSET, 0)]),
    ("last year", [_mention(OFFSET, -1)]),
    ("2023 results", [_mention(YEAR, 2023)]),
    # the members of a row whose last one alone says what they are
    ("第3、4季度", [_mention(QUARTER, 3), _mention(QUARTER, 4)]),
    ("7、8、9月", [_mention(MONTH, 7), _mention(MONTH, 8), _mention(MONTH, 9)]),
    ("2021、2022年", [_mention(YEAR, 2021), _mention(YEAR, 2022)]),
    ("FY2024/25", [_mention(YEAR, 2025)]),
    ("fiscal year 2024-25", [_mention(YEAR, 2025)]),
    ("the financial year ending 31 March 2027", [_mention(YEAR, 2027, MONTH, 3, DAY, 31)]),
    ("the fiscal year ended 30th June 2026", [_mention(YEAR, 2026, MONTH, 6, DAY, 30)]),
    ("24/25财年", [_mention(YEAR, 2025)]),
    ("2025财政年度", [_mention(YEAR, 2025)]),
    ("2021/22财年", [_mention(YEAR, 2022)]),
    ("in 2021, 2022 and 2023", [_mention(YEAR, year) for year in (2021, 2022, 2023)]),
    ("the third and fourth quarters", [_mention(QUARTER, 3), _mention(QUARTER, 4)]),
    # years of an era
    ("民国三十九年设厂", [_mention(YEAR, 1950)]),
    ("民國113年第二季", [_mention(YEAR, 2024, QUARTER, 2)]),
    ("令和6年3月期", [_mention(YEAR, 2024, MONTH, 3)]),
    ("昭和四十七年度", [_mention(YEAR, 1972)]),
    ("昭和12年级", []),
    ("民国三十家商号", []),
    # a year and its month, which is no year after it and counts nothing
    (
        "产线2025/4试产，2026/10达产",
        [_mention(YEAR, 2025, MONTH, 4), _mention(YEAR, 2026, MONTH, 10)],
    ),
    ("2025/4至2026/3", [_mention(YEAR, 2025, MONTH, 4), _mention(YEAR, 2026, MONTH, 3)]),
    ("期间为2025/4-2026/3", [_mention(YEAR, 2025, MONTH, 4), _mention(YEAR, 2026, MONTH, 3)]),
    ("2011/12年度", [_mention(YEAR, 2012)]),
    ("2025/4-6万元", [_mention(YEAR, 2025)]),
    ("2025/4%", [_mention(YEAR, 2025)]),
    # spans and counts are no dates
    ("5年", []),
    ("3个月", []),
    ("7日内", []),
    ("2000家门店", []),
    ("产生约1908笔订单", []),
    ("覆盖2019户", []),
    ("2023名员工", []),
    ("2000 employees", []),
    ("2,014 stores", []),
    ("投资2000万元", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "mentions"), CASES)
def test_reads_dates(text: str, mentions: list[tuple[int | None, ...]]) -> None:
    assert [
        (date.year, date.month, date.day, date.year_offset, date.quarter)
        for date in read_dates(text)
    ] == mentions


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("截至２０２３年９月３０日止", ["２０２３年９月３０日"]),
        ("since 2014 and in May", ["2014", "May"]),
        ("2014-2022", ["2014", "2022"]),
        ("\ufffdscal 2023 and the \ufffdrst quarter", ["\ufffdscal 2023", "\ufffdrst quarter"]),
    ],
)
def test_offsets_are_those_of_the_text_as_given(text: str, words: list[str]) -> None:
    assert [text[date.start : date.end] for date in read_dates(text)] == words
