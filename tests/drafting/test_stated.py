"""Figures as facts would state them: value, unit, qualifier."""

import pytest

from exporter.drafting.stated import stated_in
from exporter.evidence.conventions import Conventions
from exporter.facts.words import Lang
from tests.drafting.any_source import sentence_of, setting_of


def stated(text: str, lang: Lang = "en", conventions: Conventions | None = None) -> list[str]:
    """What a sentence states: value, or both ends, unit in its language, qualifier unless exact."""
    setting = setting_of(text, lang) if conventions is None else setting_of(
        text, lang, conventions=conventions
    )  # fmt: skip
    return [
        " ".join(
            filter(
                None,
                (
                    f"{one.value}..{one.high}" if one.high else one.value,
                    one.unit.en if lang == "en" else one.unit.zh,
                    "" if one.qualifier == "exact" else f"({one.qualifier})",
                ),
            )
        )
        for one in stated_in(sentence_of(text), setting)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue rose 12% to €18.62 billion.", ["12 %", "18.62 EUR billion"]),
        ("Profit fell 5.0% to $3.40 per share.", ["-5.0 %", "3.40 USD per share"]),
        ("The net loss was $24 million.", ["24 USD million"]),
        ("Margins widened by 1.2 percentage points.", ["1.2 percentage points"]),
        ("The rate was cut by 25 basis points.", ["25 basis points"]),
        ("It delivered 430,000 vehicles.", ["430000 vehicles"]),
        ("It serves 3.4 million customers.", ["3.4 million customers"]),
        ("It runs 17 product lines.", ["17 product lines"]),
        ("The site stores 3.9 GWh.", ["3.9 GWh"]),
        ("It shipped 45,000 tonnes.", ["45000 tonnes"]),
        ("Orders were 2.3 times as many.", ["2.3 times (multiple)"]),
        ("More than 42,000 customers rely on it.", ["42000 customers (over)"]),
        ("Nearly a third of them left.", ["33.3 % (nearly)"]),
        ("Tickets cost about 60 pence.", ["60 pence (about)"]),
        ("The forecast is $20.5 billion to $21.5 billion.", ["20.5..21.5 USD billion"]),
        ("Output is guided to 1.1-1.3 million tonnes.", ["1.1..1.3 million tonnes"]),
        ("The margin rose from 12% to 15%.", ["12 %", "15 %"]),
        ("Losses increased $173.6 million year over year.", ["173.6 USD million"]),
        ("It is the second-largest lender.", ["2 rank"]),
        ("The plant turns out 640 tyres an hour.", ["640 tyres per hour"]),
        ("The current ratio improved to 1.74.", ["1.74 times (multiple)"]),
        (
            "Charges were $180 million, or $0.18 per share.",
            ["180 USD million", "0.18 USD per share"],
        ),
        ("Revenue will be $1.5 billion to $2 billion.", ["1.5..2 USD billion"]),
        (
            "Orders more than doubled to 1.2 million a week.",
            ["2 times (multiple) (over)", "1.2 million orders per week"],
        ),
        ("Intel 4 is ready, and 7 plants run.", ["7 plants"]),
        ("It builds a 500-megawatt wind farm.", ["500 MW"]),
        ("It costs 5.4 US cents per available seat kilometre.", ["5.4 US cents"]),
    ],
)
def test_english_figures_are_stated_as_a_person_says_them(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司实现营收123.4亿元，同比增长15.3%。", ["123.4 亿元", "15.3 %"]),
        ("归母净利润亏损2.10亿元。", ["2.10 亿元"]),
        ("销量同比下降7%。", ["-7 %"]),
        ("毛利率提升1.2个百分点。", ["1.2 个百分点"]),
        ("已有17条产品线、55个场景全面接入。", ["17 条产品线", "55 个场景"]),
        ("年末共有门店1286家。", ["1286 家门店"]),
        ("用户超过1.6亿。", ["1.6 亿用户 (over)"]),
        ("产能为5-6万吨。", ["5..6 万吨"]),
        ("预计交付50万辆至60万辆。", ["50..60 万辆"]),
        ("每股派息0.5元。", ["0.5 元/股"]),
        ("装机420万千瓦。", ["420 万千瓦"]),
        ("中国超过一半的企业在用。", ["50 % (over)"]),
        ("开源720亿参数模型。", ["720 亿参数"]),
        ("营收做到14.8亿。", ["14.8 亿元"]),
        ("下载量突破1亿。", ["1 亿次下载 (over)"]),
        ("新开门店86家、关闭19家。", ["86 家门店", "19 家门店"]),
        ("累计交付突破52万辆。", ["52 万辆 (over)"]),
        ("该行拟每10股派现2.5元。", ["2.5 元/10股"]),
        ("总体保护效力为83.6%，95%置信区间为78.1%至88.2%。", ["83.6 %", "78.1..88.2 %"]),
    ],
)
def test_chinese_figures_are_stated_as_a_person_says_them(text: str, expected: list[str]) -> None:
    assert stated(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Several ships were seized.", "en"),
        ("They are 20,000-box ships.", "en"),
        ("Sales of 75-inch screens kept it busy.", "en"),
        ("The 30-year bonds were soft.", "en"),
        ("In the first six months the two boards met.", "en"),
        ("First oil is slated for the third quarter of 2028.", "en"),
        ("No one knows; that is one reason.", "en"),
        ("It stood so twelve months before.", "en"),
        ("Its seat is in Washington, D.C. 20549.", "en"),
        ("It adjusts cash flow for 1) grants and 2) leases.", "en"),
        ("Sales in our top six markets rose.", "en"),
        ("第五届董事会第18次会议通过。", "zh"),
        ("30年期国债期货走强。", "zh"),
        ("三张“王炸”，一年内完成。", "zh"),
    ],
)
def test_what_states_nothing_is_left_out(text: str, lang: Lang) -> None:
    assert stated(text, lang) == []


def test_a_bare_sign_is_of_the_currency_that_the_report_says() -> None:
    said = "Revenue was $5 million."
    assert stated(said, conventions=Conventions(currency="AUD")) == ["5 AUD million"]
    assert stated(said) == ["5 USD million"]
