"""Figures inside texts, translations and headings: what is an error, what a doubt, and what neither."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.evidence.findings import Finding, Terms
from exporter.evidence.texts import (
    doubts_of_heading,
    findings_of_text,
    may_hold_figures,
)
from exporter.evidence.translated import findings_of_translation
from tests.examples import examples

NOBODY = Terms()


def of_text(text: str, quote: str, *names: str) -> list[Finding]:
    return list(findings_of_text(text, quote, "`thesis.en`", Terms(names)))


def of_translation(text: str, quote: str, *names: str) -> list[Finding]:
    return list(findings_of_translation(text, quote, "`quote_en`", Terms(names)))


def weights(findings: list[Finding]) -> list[str]:
    return ["doubt" if finding.is_doubt else "error" for finding in findings]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Trades at 21.9x 2024 P/E", "对应2024年市盈率21.9倍"),
        ("营收123亿", "全年营收123亿元"),
        ("Revenue of RMB12.3bn", "全年营收123亿元"),
        ("Revenue of about RMB12bn", "全年营收123亿元"),  # rounded, and says so
        ("over 5 million users", "超过500万用户"),
        ("Revenue fell 5%", "营收下降5%"),
        ("A loss of RMB2.4bn", "亏损24亿元"),
        ("8 times a day", "每天互动8次"),
        ("margin up 1.5 percentage points", "毛利率提升1.5个百分点"),
        ("33.3% of users", "三分之一的用户"),
        ("12 months", "为期一年"),
        ("17 product lines", "已有17条产品线"),
        ("several devices, one of them new", "多款终端"),
        ("the 18-24 group", "18-24岁的用户"),
        ("Steady demand", "三分之一的用户"),  # what a text leaves out is its own affair
        ("uses GPT-4", "采用GPT-4"),
        ("Cut 2026E EPS to RMB1.20", "下调2026年每股收益预测至1.20元"),
        ("对应2026/2027年市盈率12倍和10倍", "2026/27E P/E of 12x and 10x"),
        ("In 2H25 growth resumes", "2025年下半年恢复增长"),
        ("Net loss narrowed to RMB3.2bn from RMB5.1bn", "净亏损由51亿元收窄至32亿元"),
        ("Capacity of 1,080 GW", "装机容量10.8亿千瓦"),
        ("guidance of RMB20.5-21.5bn", "指引205亿至215亿元"),
        ("guidance of RMB20.5-21.5bn", "指引210±5亿元"),
        ("at least 20 and at most 30 stores", "20家至30家门店"),
        ("at least 20%", "增长20%-30%"),
        ("the stake fell to 20% from 30%", "持股比例由30%降至20%"),
        ("a decline of 5% to 10%", "下降5%-10%"),
        ("Revenue for the first three quarters was RMB123bn", "前三季度收入1230亿元"),
        ("Revenue in the first nine months", "前三个季度收入1230亿元"),
        ("41.2%的毛利率高于40.0%的预测", "The gross margin of 41.2% beat our forecast of 40.0%"),
        ("低于40.0%的指引", "missed the guidance of 40.0%"),
    ],
)
def test_the_same_number_in_other_words_is_stated(text: str, quote: str) -> None:
    assert of_text(text, quote) == []


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("Trades at 31.9x", "市盈率21.9倍", "says 31.9 times (31.9x), but the quote says 21.9 times (21.9倍)"),
        ("Trades at 21.9x", "需求稳定", "says 21.9 times (21.9x), which the quote does not state"),
        ("营收133亿", "全年营收123亿元", "but the quote says CNY 12,300,000,000 (123亿元)"),
        ("Revenue of RMB12bn", "全年营收123亿元", "but the quote says CNY 12,300,000,000"),  # rounded in silence
        ("Revenue of about RMB14bn", "全年营收123亿元", "says about CNY 14,000,000,000"),
        ("Revenue of $12.3bn", "全年营收123亿元", "says USD 12,300,000,000 ($12.3bn), which the quote"),
        ("over 5 million users", "近500万用户", "says over 5,000,000 (5 million users), but the quote says nearly"),
        ("Revenue rose 5%", "营收下降5%", "says 5 % (5%), but the quote says -5 % (5%)"),
        ("8 times a week", "每天互动8次", "says 8 per week"),
        ("31 countries", "31 customers in Europe", "says 31 (31 countries)"),
        ("Eighteen product lines", "17条产品线", "says 18"),
        ("up 5%", "up 5 percentage points", "says 5 % (5%), which the quote does not state"),
        ("Trades at 21.9x 2025 P/E", "对应2024年市盈率21.9倍", "says 2025, but the quote says 2024年"),
    ],
)  # fmt: skip
def test_another_number_is_an_error(text: str, quote: str, wrong: str) -> None:
    (finding,) = of_text(text, quote)
    assert not finding.is_doubt
    assert wrong in finding.fault.wrong
    assert finding.fault.right == "correct the text, or quote the clause that states it"


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("third-generation chips", "第四代芯片", "number 3 in a row"),
        ("two engines of growth", "增长引擎", "says 2"),
        ("sales doubled", "销售增长", "says 2 times"),
        ("+1", "需求稳定", "says 1"),
        ("uses GPT-4", "采用GPT-3.5", "names 'GPT-4', which the quote does not"),
        ("5 million users", "超过500万用户", "says 5,000,000 (5 million users), but the quote says over"),
        ("100 million downloads a day", "1亿次下载", "per day"),
        ("Ready by 2027", "项目进展顺利", "says 2027, a date that the quote does not give"),
    ],
)  # fmt: skip
def test_what_only_a_reader_can_judge_is_a_doubt(text: str, quote: str, wrong: str) -> None:
    (finding,) = of_text(text, quote)
    assert finding.is_doubt
    assert wrong in finding.fault.wrong


RANGES = (
    # text, quote, what is said of the text
    ("up 20–30%", "收入增长20%，利润增长30%", "a range, 20 % to 30 % (20–30%), but the quote says 20 % and 30 % apart"),
    ("收入增长20%至30%", "sales rose 20% and profit 30%", "a range, 20 % to 30 % (20%至30%), but the quote says 20 % and 30 % apart"),
    ("between 20 and 30 stores", "北京20家门店，上海30家门店", "20 and 30 apart"),
    ("up 20%", "增长20%-30%", "says 20 % (20%), but the quote says a range, 20 % to 30 % (20%-30%)"),
    ("增长约30%", "growth of 20% to 30%", "says about 30 % (30%), but the quote says a range"),
    ("up 20-40%", "增长20%-30%", "a range, 20 % to 40 % (20-40%), but the quote says a range, 20 % to 30 % (20%-30%)"),
    ("增长20%-30%", "up 20-40%, and 30% abroad", "but the quote says a range, 20 % to 40 %"),
    ("between 20% and 30%", "从20%升至30%", "20 % and 30 % apart"),
    ("rose from 30% to 20%", "grew from 20% to 30%", "a change, from 30 % to 20 % (30% to 20%), but the quote says a change, from 20 % to 30 %"),
    ("guidance of RMB20.5-21.5bn", "指引210±6亿元", "but the quote says a range, CNY 20,400,000,000 to CNY 21,600,000,000 (210±6亿元)"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "wrong"), RANGES)
def test_a_range_is_told_as_one(text: str, quote: str, wrong: str) -> None:
    for findings in (of_text(text, quote), of_translation(text, quote)):
        assert "error" in weights(findings)
        assert wrong in findings[0].fault.wrong
        assert not findings[0].is_doubt


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("from 20% to 30%", "收入增长20%-30%", "a change, from 20 % to 30 % (20% to 30%), but the quote says a range"),
        ("20-30%", "from 20% to 30%", "a range, 20 % to 30 % (20-30%), but the quote says a change"),
    ],
)  # fmt: skip
def test_a_change_for_a_range_is_a_doubt(text: str, quote: str, wrong: str) -> None:
    (finding,) = of_text(text, quote)
    assert finding.is_doubt
    assert wrong in finding.fault.wrong


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sales on Double 11", ["Double 11"]),
        ("the 30-day rule", ["30-day"]),
        ("third-generation chips", ["Third-Generation"]),
        ("Top 100 stores", ["Top 100"]),
        ("users aged 18-24", ["18-24"]),
        ("7天酒店", ["7天酒店"]),
        ("the Project 985 universities", ["Project 985"]),
        ("uses GPT-4", ["GPT-4"]),
        ("Ready by 2027", ["ready by 2027"]),
    ],
)
def test_names_are_no_figures(text: str, names: list[str]) -> None:
    assert of_text(text, "需求稳定")
    assert of_text(text, "需求稳定", *names) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("17 plants", "17"),  # a number by itself is no name
        ("five plants or 500 plants", "500"),
        ("3 models", "3 m"),  # nor is a part of a word
        ("24 hotels", "24 h"),
    ],
)
def test_no_name_hides_what_only_looks_like_it(text: str, name: str) -> None:
    assert weights(of_text(text, "18 plants", name))[-1:] == ["error"]


@pytest.mark.parametrize(
    "text",
    ["at 31.9x P/E", "up 31.9%", "up 31.9 pp", "for US$31.9 million", "500 million users", "5亿用户", "500 users",
     "500家门店", "500 orders a day", "31.9 GW", "31.9 tonnes", "31 days"],
)  # fmt: skip
def test_no_name_hides_a_sum_or_a_share(text: str) -> None:
    assert weights(of_text(text, "市盈率21.9倍", text)) == ["error"]


def test_a_name_is_the_whole_of_it() -> None:
    assert weights(of_text("the 130-day rule", "需求稳定", "30-day")) == ["error"]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("more than 2,300 AI models", "超2300款AI模型", []),
        (
            "as of August, 17 product lines and 55 use cases",
            "截至8月，已有17条产品线、55个场景",
            [],
        ),
        ("5 million yuan", "500万", []),
        ("one or more merchants", "有商家表示", []),
        ("Revenue for the first three quarters", "前三季度收入", []),
        ("Revenue for the first 3 quarters", "前三季度收入", []),
        ("Revenue for the first 3 quarters", "前3季度收入", []),
        ("Revenue for the first nine months", "前三季度收入", []),
        ("Revenue for the first six months", "上半年收入", []),
        ("前三季度收入", "Revenue for the first nine months", []),
        ("Revenue for the first six months", "前三季度收入", ["doubt"]),
        ("Revenue after nine months", "前三季度收入", ["doubt"]),
        ("前三季度收入", "Revenue after nine months", ["doubt"]),
        ("前三季度收入", "Revenue for the first six months", ["doubt"]),
        ("a cloud of the AI era", "一朵“AI时代的云”", []),
        ("eight industry models", "8大行业模型", []),
        ("more than 2,400 AI models", "超2300款AI模型", ["error"]),
        ("0.5 million yuan", "500万元", ["error"]),
        ("less than 500 stores", "超过500家门店", ["error"]),
        ("in 2024", "2023年", ["error"]),
        ("many models", "超2300款AI模型", ["doubt"]),
        ("17 product lines", "多条产品线", ["doubt"]),
        ("500 stores", "超过500家门店", ["doubt"]),
        ("fourth generation", "第三代", ["doubt"]),
        ("outperforms GPT-4", "超越GPT-3.5", ["doubt"]),
    ],
)
def test_translations(text: str, quote: str, found: list[str]) -> None:
    assert weights(of_translation(text, quote)) == found


def test_what_a_translation_leaves_out_is_told_once() -> None:
    (finding,) = of_translation("grew to many stores", "增至超过500家门店")
    assert finding.fault.wrong == (
        "the quote says over 500 (500家门店), which `quote_en` does not say as a number"
    )


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("15亿元", "revenue of $1.5 billion", "says CNY 1,500,000,000 (15亿元), but the quote says USD 1,500,000,000 ($1.5 billion)"),
        ("108亿元", "revenue of US$1.5 billion", "says CNY 10,800,000,000 (108亿元), but the quote says USD 1,500,000,000"),
        ("HK$1.5 billion", "营收15亿元", "says HKD 1,500,000,000 (HK$1.5 billion), but the quote says CNY"),
        ("$1.5 billion", "营收15亿元", "says USD 1,500,000,000 ($1.5 billion), but the quote says CNY"),
        ("15亿日元", "€1.5 billion", "says JPY 1,500,000,000 (15亿日元), but the quote says EUR"),
        ("1.5 GW", "1.5GWh", "says 1,500,000,000 W (1.5 GW), but the quote says 1,500,000,000 Wh (1.5GWh)"),
        ("up 1.5%", "提升1.5个百分点", "says 1.5 % (1.5%), but the quote says 1.5 percentage points"),
        ("3个月", "in 3 days", "says 3 months (3个月), but the quote says 3 days"),
        ("126家门店", "up 126%", "says 126 (126家门店), but the quote says 126 % (126%)"),
    ],
)  # fmt: skip
def test_a_translation_into_another_unit_is_an_error(text: str, quote: str, wrong: str) -> None:
    (finding,) = of_translation(text, quote)
    assert not finding.is_doubt
    assert wrong in finding.fault.wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("15亿美元", "$1.5 billion"), ("1.5 billion dollars", "15亿美元"), ("港币15亿元", "HK$1.5 billion"),
        ("15亿元", "RMB1.5 billion"), ("CNY1.5bn", "15亿元人民币"), ("1.5 billion yuan", "¥15亿"), ("15亿", "$1.5 billion"),
        ("每股0.38港元", "38 Hong Kong cents per share"), ("降息50个基点", "a cut of 0.5 percentage points"),
    ],
)  # fmt: skip
def test_a_translation_may_name_the_unit_in_its_own_way(text: str, quote: str) -> None:
    assert of_translation(text, quote) == []


def test_what_settles_a_sign_settles_it_in_translations() -> None:
    settled = Terms(currencies=("HKD",))
    assert not list(findings_of_translation("15亿港元", "$1.5 billion", "`quote_zh`", settled))
    (finding,) = of_translation("15亿港元", "$1.5 billion")
    assert finding.is_doubt
    assert finding.fault.right == "record what $ means: `currency:` in the source's record"
    (finding,) = of_translation("15亿元", "¥1.5 billion")
    assert finding.is_doubt


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("41家门店，126名员工", "126 stores, 41 employees", "says 41 (41家门店), but the quote says 126 (126 stores)"),
        ("126 stores and 41 employees", "41家门店，126名员工", "says 126 (126 stores and), but the quote says 41 (41家门店)"),
        ("126名员工，41家门店", "126 stores and 41 employees", "says 126 (126名员工), but the quote says 41 (41 employees)"),
    ],
)  # fmt: skip
def test_counts_of_two_things_that_change_places_are_errors(
    text: str, quote: str, wrong: str
) -> None:
    one, other = of_translation(text, quote)
    assert not one.is_doubt
    assert not other.is_doubt
    assert wrong in one.fault.wrong


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("开店41家，关店126家", "opened 126 stores and closed 41",
         "says 41 (41家) first and 126 (126家) after it, but the quote says 126 (126 stores and closed) first and 41 (41) after it"),
        ("opened 41 stores and closed 126", "新开门店126家，关闭41家", "but the quote says 126 (126家) first and 41 (41家) after it"),
        ("31 employees", "31家门店", "says 31 (31 employees), but the quote says 31 (31家门店)"),
        ("41家工厂，126名员工", "126 plants, 41 employees", "says 126 (126名员工), but the quote says 41 (41 employees)"),
    ],
)  # fmt: skip
def test_counts_that_may_have_changed_places_are_doubts(text: str, quote: str, wrong: str) -> None:
    (finding,) = of_translation(text, quote)
    assert finding.is_doubt
    assert wrong in finding.fault.wrong


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("opened 126 stores and closed 41", "新开门店126家，关闭41家"),
        ("stores rose to 141 from 126", "门店由126家增至141家"),
        ("141 stores, compared with 126 a year earlier", "上年同期门店126家，现有141家"),
        ("610 of its 960 employees are engineers", "960名员工中，610名为工程师"),
        ("300 cities in 20 countries", "20个国家的300个城市"),
        ("34万商家，120万用户", "1.2 million users and 340,000 merchants"),
    ],
)
def test_languages_may_say_counts_in_another_order(text: str, quote: str) -> None:
    assert of_translation(text, quote) == []


@pytest.mark.parametrize(
    ("text", "quotes", "told"),
    [
        ("Share of users aged 18-24", ["需求稳定"], 2),
        ("Share of users aged 18-24", ["18-24岁用户占比"], 0),
        ("10-trillion model: parameters", ["首个10万亿参数AI模型"], 0),
        ("2.0mm镀膜玻璃价格", ["10月下旬2.0mm镀膜玻璃价格为13元"], 0),
        ("2.0mm镀膜玻璃价格", ["10月下旬12.0mm镀膜玻璃价格为13元"], 1),
        ("2.0mm镀膜玻璃价格", ["10月下旬镀膜玻璃价格为13元"], 1),
        ("Third-generation system", ["需求稳定"], 1),
        ("First release", ["需求稳定"], 0),
        ("Three brokers on Example Motors", [], 0),
        ("12 questions on Example Motors", [], 1),
        ("Sales up 19%", ["sales rose 19%", "需求稳定"], 0),
        ("Sales up 29%", ["sales rose 19%", "需求稳定"], 1),
    ],
)
def test_a_heading_is_never_more_than_in_doubt(text: str, quotes: list[str], told: int) -> None:
    findings = list(doubts_of_heading(text, quotes, "`title`", NOBODY))
    assert weights(findings) == ["doubt"] * told


def test_no_name_silences_a_quantity_in_a_heading() -> None:
    (finding,) = doubts_of_heading("Sales up 29%", [], "`title`", Terms(("29%",)))
    assert finding.fault.right == "see that it is right"


def test_a_heading_says_what_silences_it() -> None:
    (finding,) = doubts_of_heading("30-day retention", [], "`title`", NOBODY)
    assert finding.fault.right.endswith("list it in report.yaml: `names: [30-day]`")
    assert not list(doubts_of_heading("30-day retention", [], "`title`", Terms(("30-day",))))


def digits_changed(text: str) -> Iterator[str]:
    """The text with each of its digits changed, one at a time."""
    for at, character in enumerate(text):
        if character.isdecimal():
            yield f"{text[:at]}{(int(character) + 1) % 10 or 1}{text[at + 1 :]}"


SENTENCES = (
    ("Revenue rose 5.9% to RMB 207.2bn, with 17 product lines in 36 cities", "营收增长5.9%至2072亿元，36个城市有17条产品线"),
    ("Target raised to HK$25.5 on 21.9x P/E", "目标价上调至25.5港元，对应市盈率21.9倍"),
    ("营收2072亿元，同比增长5.9%，门店412家", "Revenue was RMB207.2 billion, up 5.9% year on year, at 412 stores"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "quote"), SENTENCES)
def test_every_digit_counts(text: str, quote: str) -> None:
    assert of_text(text, quote) == []
    assert of_translation(text, quote) == []
    for changed in digits_changed(text):
        assert "error" in weights(of_text(changed, quote)), changed
        assert "error" in weights(of_translation(changed, quote)), changed


@settings(max_examples=examples(40))
@given(st.text(alphabet="0123456789.,%x亿万元年月第一两三半 abBnRMHK$-~–约超不到fell", max_size=60))
def test_no_text_makes_it_raise_and_every_text_states_itself(text: str) -> None:
    errors = [finding for finding in of_text(text, text) if not finding.is_doubt]
    assert errors == []
    assert "error" not in weights(of_translation(text, text))


@pytest.mark.parametrize("text", ["AI模型", "Share of companies", "Effect on development"])
def test_most_metrics_hold_no_figure(text: str) -> None:
    assert not may_hold_figures(text)


@pytest.mark.parametrize("text", ["2 lines", "第三代", "Twenty stores", "half of it", "½", "１２"])
def test_what_may_be_a_figure_is_looked_at(text: str) -> None:
    assert may_hold_figures(text)
