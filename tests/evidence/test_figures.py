"""A fact's figure against its quote: value, unit, qualifier, and dates."""

from datetime import date
from typing import Any

import pytest

from exporter.evidence.dates import confirm_date
from exporter.evidence.figures import confirm_figure
from exporter.facts.periods import read_year_end
from exporter.facts.table import Fact
from tests.evidence.stated_facts import make_facts

PUBLISHED = date(2023, 11, 1)


def fact(value: str, quote: str, unit: Any = None, qualifier: str | None = None) -> Fact:
    (made,) = make_facts([(quote, value, unit, qualifier)])
    return made


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "quote"),
    [
        ("19", "%", "about", "提升约19%的曝光量"),
        ("50", "%", "over", "超过一半的公司"),
        (
            "25",
            "%",
            "under",
            "Rum makes up 38% of sales, compared with less than a quarter a year ago",
        ),
        ("10", "%", "about", "Rum made up 38% of sales, up from about a tenth two years earlier"),
        ("100000000", "downloads", "over", "模型下载量突破1亿"),
        ("1", "亿元", None, "收入1亿元"),
        ("100", "CNY million", None, "收入1亿元"),
        ("1200", "CNY million", None, "revenue was RMB1.2bn"),
        ("17", ("product lines", "条产品线"), None, "已有17条产品线和55个场景"),
        ("55", ("scenarios", "个场景"), None, "已有17条产品线和55个场景"),
        ("30000000", ("GPU hours", "GPU小时"), "over", "免费算力超3000万小时"),
        ("5", "minutes", "up to", "在5分钟内开发应用"),
        ("8", "times per day", None, "平均每天互动8次"),
        ("-24.8", "%", None, "净利润同比下降24.8%"),
        ("24.8", "%", None, "亏损收窄24.8%"),
        ("1.2", "pp", None, "毛利率提升1.2个百分点"),
        ("120", "bp", None, "毛利率提升1.2个百分点"),
        ("33.3", "%", None, "三分之一的门店"),
        ("67", "%", None, "two thirds of stores"),
        ("3", "generation", None, "第三代产品"),
        ("2", "x", None, "收入翻番"),
        ("100000000000", "parameters", "order of", "千亿级参数规模"),
        ("7000000000", "parameters", None, "开源70亿及140亿参数规模的模型"),
        ("1500000", "users", "at least", "用户150-200万"),
        ("2000000", "users", "up to", "用户150-200万"),
        ("2000000", "people", None, "two million people"),
        ("17", ("product lines", "条产品线"), None, "产品线已达17"),
        ("3", ("billion tokens", "十亿词元"), None, "处理了30亿词元"),
    ],
)
def test_confirmed(value: str, unit: Any, qualifier: str | None, quote: str) -> None:
    verdict = confirm_figure(fact(value, quote, unit, qualifier))
    assert (verdict.state, verdict.wrong) == ("confirmed", "")


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "quote", "message"),
    [
        ("20", "%", "about", "提升约19%的曝光量", "the value is 20 %, but the quote says 19 "),
        (
            "19",
            "%",
            None,
            "提升约19%的曝光量",
            "the qualifier is 'exact', but the quote says 'about'",
        ),
        ("19", "%", "over", "提升约19%的曝光量", "write `qualifier: about`"),
        ("17", ("scenarios", "个场景"), None, "已有17条产品线和55个场景", "but the quote says 55"),
        ("24.8", "%", None, "净利润同比下降24.8%", "but the quote says -24.8"),
        ("1000", "CNY million", None, "收入1亿元", "but the quote says 100 "),
        ("300", "hours", None, "不到3小时", "but the quote says 3 "),
        ("33.4", "%", None, "三分之一的门店", "but the quote says 33.3"),
    ],
)
def test_contradicted(
    value: str, unit: Any, qualifier: str | None, quote: str, message: str
) -> None:
    verdict = confirm_figure(fact(value, quote, unit, qualifier))
    assert verdict.state == "contradicted"
    assert message in f"{verdict.wrong}; {verdict.right}"


@pytest.mark.parametrize(
    ("value", "unit", "quote", "right"),
    [
        ("17", "%", "已有17条产品线", "check `unit`: the quote says 17 (17条产品线)"),
        ("8", "times", "平均每天互动8次", "check `unit`: the quote says 8 per day (8次)"),
        ("100", "USD", "收入100元", "check `unit`: the quote says CNY 100 (100元)"),
        ("5", "days", "用了5年", "check `unit`: the quote says 5 years (5年)"),
        ("3", "rank", "第三代产品", "check `unit`: the quote says number 3 in a row (第三)"),
        ("3.9", "GW", "3.9 GWh of batteries", "check `unit`: the quote says 3,900,000,000 Wh (3.9 GWh)"),
        ("2023", "downloads", "2023年的下载量", "quote the clause that states it"),
        ("3.5", "users", "全面超越GPT-3.5", "quote the clause that states it"),
        ("12", "users", "the 112 stores", "quote the clause that states it"),
        ("4", "USD", "a cost of 5 euros", "quote the clause that states it"),
        ("7", None, "份额为9%", "name the unit, or quote the clause that states it"),
    ],
)  # fmt: skip
def test_not_stated(value: str, unit: Any, quote: str, right: str) -> None:
    verdict = confirm_figure(fact(value, quote, unit))
    assert (verdict.state, verdict.right) == ("not stated", right)


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "quote", "right"),
    [
        ("2", "pp", None, "同比降低4个百分点", "write `value: 4`, or quote the clause that states 2 percentage points"),
        ("17", "%", None, "份额超过19%", "write `value: 19` and `qualifier: over`, or quote the clause that states 17 %"),
        ("2.4", "%", None, "net loss margin of (2.4%)", "check the sign of `value`"),
        ("3.4", "USD billion", None, "worth $3.4 mil", "check the magnitude of `value` and `unit`"),
        ("38.6", "pp", None, "毛利率38.6%（-1.7pct）", "check `unit`: the quote says 38.6 % (38.6%)"),
        ("12", "years", None, "growth of 12% for three years", "check `unit`: the quote says 12 % (12%)"),
        ("8", "%", None, "增长6%，环比9%", "write as `value` the one that the fact is about, or quote the clause that states 8 %"),
    ],
)  # fmt: skip
def test_a_contradiction_names_the_field(
    value: str, unit: Any, qualifier: str | None, quote: str, right: str
) -> None:
    verdict = confirm_figure(fact(value, quote, unit, qualifier))
    assert (verdict.state, verdict.right) == ("contradicted", right)


@pytest.mark.parametrize(
    ("value", "unit", "quote", "told"),
    [
        ("17", ("product lines", "条产品线"), "17个场景已经全面接入", "it has 17 (17个场景"),
        (
            "17",
            ("product lines", "条产品线"),
            "17 scenarios are connected",
            "it has 17 (17 scenarios",
        ),
        ("31", "people", "offices in 31 mature markets", "it has 31 (31 mature markets)"),
        ("500", "stores", "门店客户达500名", "it has 500 (500名)"),
        ("1200000", ("factories", "台工厂"), "青岛工厂出货120万台", "it has 1,200,000 (120万台)"),
        ("30000000", "employees", "员工持股平台持有3000万股", "it has 30,000,000 (3000万股)"),
        ("3.9", ("GW", "吉瓦"), "3.9 GWh of batteries", "it has 3,900,000,000 Wh (3.9 GWh)"),
    ],
)
def test_what_is_counted_is_part_of_the_figure(
    value: str, unit: Any, quote: str, told: str
) -> None:
    verdict = confirm_figure(fact(value, quote, unit))
    assert verdict.state == "not stated"
    assert told in verdict.wrong
    assert "write" not in verdict.right  # nothing that would make the false fact true


# Of each quote what it states, and what a careless reader would take from it.
FROM_AFAR: tuple[tuple[str, str, str], ...] = (
    ("Fair values are US$12/15/18 by case.", "12 USD; 15 USD; 18 USD", "15 HKD; 12 x"),
    ("We see €31/44 for the two.", "31 EUR; 44 EUR", "31 USD"),
    ("A fee of $20/100 shares is due.", "", "100 USD"),
    ("Its series 4 7/8% bonds matured.", "4.875 %", "0.875 %; 4 %"),
    ("Links carry 800 Gb/s, at 400 Gb/s a lane.", "800 Gb/s; 400 Gb/s", "800 GB/s"),
    ("The plot is 480 square yards.", "480 square yards", "480 square feet; 480 m²"),
    ("Plots fetch Rs 31,000 a sq yd.", "31000 INR per square yard", "31000 INR per square foot"),
    ("It owes 75 million Zambia kwacha.", "75 ZMW million", "75 MWK million"),
    ("One in six quit, and a third hardly worked.", "33.3 %", "66.7 %"),
    ("Most sites lost money and a fifth never open.", "20 %", "5 %"),
    ("A third never opened.", "", "33.3 %"),
    (
        "A P/E of 14 lies below its five-year average of 17, with 90 shops.",
        "14 x; 17 x", "17 years; 90 x",
    ),
    (
        "DPS of 0.96, in euros, tops the 0.90 of a year ago.",
        "0.96 EUR per share; 0.9 EUR per share", "0.9 USD per share",
    ),
    ("EPS in yen came to 112, against 98 a year before.", "98 JPY per share", "98 USD per share"),
    ("It has 212 stores, against 190, and is building 30 more.", "30 stores", "30 people"),
    ("Arden has 9,760 people on its payroll.", "9760 employees; 9760 people", "9760 customers"),
    ("It has 7,200 people on its waiting list.", "7200 people", "7200 employees"),
)  # fmt: skip


@pytest.mark.parametrize(("quote", "stated", "not_stated"), FROM_AFAR)
def test_what_is_said_farther_away(quote: str, stated: str, not_stated: str) -> None:
    for text, is_stated in ((stated, True), (not_stated, False)):
        for figure in filter(None, text.split("; ")):
            value, unit = figure.split(maxsplit=1)
            verdict = confirm_figure(fact(value, quote, unit))
            assert (verdict.state == "confirmed") is is_stated, figure


def test_a_bound_of_the_next_number_is_not_said_of_the_one_before() -> None:
    quote = "Close to 3,000 customers came, and upwards of $12 million was pledged."
    assert confirm_figure(fact("3000", quote, "customers", "over")).state == "contradicted"
    assert confirm_figure(fact("3000", quote, "customers", "nearly")).state == "confirmed"
    assert confirm_figure(fact("12", quote, "USD million", "over")).state == "confirmed"


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("revenue of RMB 123456789.0123456789", "CNY 123,456,789.0123456789"),
        ("revenue of RMB 1,234,567,890,123,456,789", "CNY 1,234,567,890,123,456,789"),
        ("a rise of 0.000012345678%", "0.000012345678 %"),
        ("a third of revenue", "33.33333333 %"),
    ],
)
def test_a_message_tells_all_digits(quote: str, told: str) -> None:
    assert told in confirm_figure(fact("12", quote, "people")).wrong


def test_a_message_names_the_field_where_the_number_is_right() -> None:
    verdict = confirm_figure(fact("31", "offices in 31 mature markets", "people"))
    assert verdict.right.startswith("check `unit`: the quote counts something else")


@pytest.mark.parametrize(
    ("quote", "counted"),
    [("有两台盾构机应客户要求延期发货", "台"), ("去年新添2艘散货船", "艘"), ("公司有2人", "")],
)
def test_a_message_says_how_a_noun_behind_a_measure_word_is_written(
    quote: str, counted: str
) -> None:
    right = confirm_figure(fact("2", quote, "units")).right
    assert (f"unit: {{zh: {counted}…}}" in right) is bool(counted)


@pytest.mark.parametrize(
    ("value", "quote", "state"),
    [
        ("2023-09-30", "截至2023年9月30日", "confirmed"),
        ("2023-11-01", "将于11月1日上线", "confirmed"),
        ("2023-12-31", "将于1月1日上线", "contradicted"),
        ("2024-01-01", "将于1月1日上线", "confirmed"),
        ("2023-11", "将于11月1日上线", "confirmed"),
        ("2023-11-01", "11月开源", "not stated"),
        ("2023-04", "今年4月发布", "confirmed"),
        ("2022", "在去年云栖大会上", "confirmed"),
        ("2014", "自2014年打造", "confirmed"),
        ("2015", "自2014年打造", "contradicted"),
        ("2023-10-31", "on October 31, 2023", "confirmed"),
        ("2023-10-30", "on October 31, 2023", "contradicted"),
        ("2014", "已有17条产品线", "not stated"),
        ("2026-05-31", "過戶登記於二零二六年五月廿八日至卅一日暫停", "confirmed"),
        ("2025-10-28", "展期自二〇二五年十月廿五至廿八日", "confirmed"),
        ("2025-10-25", "展期自2025年10月25-28日", "confirmed"),
        ("2025-10-29", "展期自2025年10月25-28日", "contradicted"),
        ("2026-05-14", "路演于2026年5月11日在深圳开始，14日在北京收官", "confirmed"),
        ("2026-06-07", "公司于2026年6月3日和7日分别公告", "confirmed"),
        ("2026-03-30", "合同于2026年3月5日签订，交货期30日", "contradicted"),
        ("2026-06-18", "船于2026年6月3日离港，18日后抵达", "contradicted"),
        ("2026-05-30", "過戶登記於二零二六年五月廿八日至卅一日暫停", "contradicted"),
    ],
)
def test_dates(value: str, quote: str, state: str) -> None:
    assert confirm_date(fact(value, quote, "date"), PUBLISHED).state == state


@pytest.mark.parametrize(
    ("value", "quote", "state"),
    [
        ("2028-H2", "in the second half of 2028", "confirmed"),
        ("2028-H2", "in the first half of 2028", "contradicted"),
        ("2028-Q3", "计划2028年三季度投产", "confirmed"),
        ("2027-Q1", "预计27Q1量产", "confirmed"),
        ("2028-H1", "料在2028上半年揭盲", "confirmed"),
        ("2028-Q3", "计划2028三季度投产", "confirmed"),
        ("2028-Q1", "料于2028年首季通車", "confirmed"),
        ("2028-Q3", "2028前三季度累计投产", "not stated"),
        ("FY2027", "in fiscal 2027", "confirmed"),
        ("FY2027", "in 2027", "not stated"),
        ("2027-Q3", "Q3 FY2027", "not stated"),
        ("FY2027-Q3", "Q3 FY2027", "confirmed"),
    ],
)
def test_halves_quarters_and_fiscal_years(value: str, quote: str, state: str) -> None:
    assert confirm_date(fact(value, quote, "date"), PUBLISHED).state == state


@pytest.mark.parametrize(
    ("value", "quote", "year_end", "state"),
    [
        ("FY2025", "for the year ended 31 March 2025", "03-31", "confirmed"),
        ("FY2025", "for the year ended 31 March 2025", None, "not stated"),
        ("FY2025", "for the fiscal year ended March 31, 2025", "03-31", "confirmed"),
        ("FY2025", "in the 12 months to March 2025", "03-31", "confirmed"),
        ("FY2025", "截至2025年3月31日止年度", "03-31", "confirmed"),
        ("FY2025", "截至2025年3月31日止財政年度", "03-31", "confirmed"),
        ("FY2025", "by 31 March 2025", "03-31", "not stated"),
        ("FY2025", "the half year ended 31 March 2025", "03-31", "not stated"),
        ("FY2025", "for the year ended 30 June 2025", "03-31", "not stated"),
        ("FY2024", "for the year ended 31 March 2025", "03-31", "not stated"),
        ("FY2025-Q3", "in the three months ended 31 December 2024", "03-31", "confirmed"),
        ("FY2025-Q3", "截至2024年12月31日止三个月", "03-31", "confirmed"),
        ("FY2025-Q3", "in the nine months ended 31 December 2024", "03-31", "not stated"),
        ("FY2025-H1", "in the six months to 30 September 2024", "03-31", "confirmed"),
        ("FY2025", "in 2025", "12-31", "confirmed"),
        ("FY2025", "in the year ended 31 December 2025", "12-31", "confirmed"),
        ("FY2025", "in the year ended 31 March 2025", "12-31", "not stated"),
        ("FY2025", "in 2025", "03-31", "not stated"),
        ("FY2025", "in FY2024/25", None, "confirmed"),
        ("FY2024", "in FY2024/25", None, "contradicted"),
        ("FY2025", "in 2024/25", None, "confirmed"),
        ("FY2024", "in 2024/25", None, "contradicted"),
        ("2024", "in 2024/25", None, "not stated"),
        ("FY2025-Q2", "in Q2 2024/25", None, "confirmed"),
        ("FY2024-Q2", "in Q2 2024/25", None, "contradicted"),
        ("FY2025-H1", "in the first half of 2024-25", "09-30", "confirmed"),
        ("FY2025", "2024/25财年", None, "confirmed"),
        ("FY2025", "in the 2025 fiscal year", None, "confirmed"),
        ("2025", "in the 2025 fiscal year", None, "not stated"),
    ],
)
def test_fiscal_years_whose_end_is_known(
    value: str, quote: str, year_end: str | None, state: str
) -> None:
    end = read_year_end(year_end) if year_end else None
    assert confirm_date(fact(value, quote, "date"), PUBLISHED, end).state == state


def test_a_date_has_no_qualifier() -> None:
    verdict = confirm_date(fact("2014", "自2014年打造", "date", "over"), PUBLISHED)
    assert (verdict.state, verdict.right) == ("contradicted", "leave the qualifier out")
