"""Noun, rate, offsets and words of a figure."""

import pytest

from exporter.evidence.reading import read_figures


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("吸引280万名AI开发者，AI模型下载量突破1亿", ["名AI开发者", ""]),
        ("先后开源70亿及140亿参数规模的大模型版本", ["参数规模的大模型版本"] * 2),
        ("已有17条产品线、55个场景全面接入", ["条产品线", "个场景全面接入"]),
        ("三张“王炸”：全面升级", ["张“王炸”"]),
        ("年产能从260万台提高到400万台", ["台", "台"]),
        ("门店由54家逐步扩张到80家", ["家", "家"]),
        ("从3万人扩充为5万人", ["人", "人"]),
        ("从12家门店扩大到15家", ["家门店", "家"]),
        ("150-200万用户", ["用户", "用户"]),
        ("17 product lines and 55 scenarios", ["product lines and", "scenarios"]),
        ("17 product lines and more than 55 scenarios.", ["product lines and", "scenarios"]),
        ("7 billion and 14 billion parameters", ["parameters", "parameters"]),
        ("10 to 15 million users, 3 of them paying", ["users", "users", "of them paying"]),
        ("截至目前已超3000万小时", [""]),
    ],
)
def test_noun_says_what_is_counted(text: str, nouns: list[str]) -> None:
    assert [figure.noun for figure in read_figures(text)] == nouns


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("高活跃用户平均每天和淘宝问问互动8次", ["days"]),
        ("每日8次", ["days"]),
        ("日均订单量超过4000万单", ["days"]),
        ("月均消费300元", ["months"]),
        ("每年投入10亿元", ["years"]),
        ("每秒处理1000个请求", ["seconds"]),
        ("8次/天", ["days"]),
        ("5元/月", ["months"]),
        ("每周一次", ["weeks"]),
        ("8 times a day", ["days"]),
        ("twice a week", ["weeks"]),
        ("$2,090 per forty-foot container", ["forty-foot container"]),
        ("$310 per 40-foot box, as of May", ["40-foot box"]),
        ("$310 per twenty-foot equivalent unit", ["TEU"]),
        ("cut to 0.41 per 200,000 hours from 0.56", ["200000 hours", ""]),
        ("500 orders per second", ["seconds"]),
        ("earnings of $4.20 a share this year and $4.60 in 2027", ["share", "share"]),
        ("$4.20 a share in 2026 and $4 a bottle in 2027", ["share", "bottle"]),
        ("$4.20 a share this year and $40 million in 2027", ["share", ""]),
        ("500/day", ["days"]),
        ("8 times daily", ["days"]),
        ("RMB5bn a year", ["years"]),
        ("5% a year", ["years"]),
        ("7 million to 8 million orders a day", ["days", "days"]),
        # the words name who or what is counted, not how often
        ("日均订单量同比增长20%", [""]),
        ("日活跃用户达9亿", [""]),
        ("1.5 million daily active users", [""]),
        ("up 30% from a year ago", [""]),
        ("sold 5 million in a year", ["", ""]),
        ("每月增长，共300家", [""]),
        ("2021年3月产生订单50笔", [""]),
        ("2021年3月产量为50吨", [""]),
        ("月产50吨", ["months"]),
        ("earned $46.1 million, or 87 cents a share", ["", "share"]),
        (
            "was $38.5 million, or $1.20 per share, compared with $30 million, or $0.94",
            ["", "share", "", "share"],
        ),
        ("a price of $30, or $32 per share with the dividend", ["share", "share"]),
        (
            "was $413 million, or $9.30 per share, compared to $398 million, $8.94 per share",
            ["", "share", "", "share"],
        ),
        ("came to $9.30 per share, compared with $8.94 a year before", ["share", "share"]),
        (
            "sales of $58 million and earnings per share of between $0.44 and $0.50",
            ["", "share", "share"],
        ),
        ("costs of £9m and revenue per user in the range of £40 to £44", ["", "user", "user"]),
        ("sales of $58 million, 85 tonnes per day at $40", ["", "days", ""]),
        # The head of a row is said of all its cells, and of no other row's.
        ("Net income per share $0.62 to $0.70 $0.55 to $0.60", ["share"] * 4),
        ("Distribution per unit €0.31 €0.28 €0.25", ["unit"] * 3),
        ("Net income $31.8 million $0.52 per share", ["", "share"]),
    ],
)
def test_per_says_per_what_time(text: str, per: list[str]) -> None:
    assert [figure.per for figure in read_figures(text)] == per


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("截至目前已超３０００万小时", ["３０００万小时"]),
        ("净利润下降24.8%至12.3亿元", ["24.8%", "12.3亿元"]),
        ("revenue of US$1.2 billion", ["US$1.2 billion"]),
        ("同比-24.8%", ["-24.8%"]),
        ("第三代", ["第三"]),
        ("几小时", ["几小时", "几小时"]),
        ("5%-8%", ["5%", "8%"]),
    ],
)
def test_text_is_the_figures_own_words(text: str, words: list[str]) -> None:
    figures = read_figures(text)
    assert [figure.text for figure in figures] == words
    assert [text[figure.start : figure.end] for figure in figures] == words


@pytest.mark.parametrize(
    ("text", "dimensions"),
    [
        ("Staff numbered 900, or 12 percent of the work force.", ["count", "ratio"]),
        ("a cut of 3, 4, or 5 percent of sales", ["ratio", "ratio", "ratio"]),
        ("a cut of 3 or 4 percent of sales", ["ratio", "ratio"]),
    ],
)
def test_a_number_that_is_told_again_as_a_share_is_none(text: str, dimensions: list[str]) -> None:
    assert [figure.dimension for figure in read_figures(text)] == dimensions


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Scans grew 6.1% in ultrasound and 14.2% in SPECT/CT.", ["", ""]),
        ("Orders rose 4% in LATAM/EMEA.", [""]),
        ("Fees fell 4% in food/drinks and 3% in Food/Drinks.", ["", ""]),
        ("It did 1,200 PET/MRI scans.", [""]),
        ("Vacancy was 5% in Tier 2/3 cities.", [""]),
        ("It pays $12 in fees/month and 20 grams/serving.", ["months", "serving"]),
        ("Costs were 12 USD/BOE, 40 RMB/KWH and $4 of steam/tonne.", ["boe", "kWh", "tonnes"]),
        ("Costs fell by 4% in litres/head.", ["head"]),
    ],
)
def test_a_slash_in_a_name_says_no_rate(text: str, per: list[str]) -> None:
    assert [
        figure.per
        for figure in read_figures(text)
        if figure.dimension != "count" or figure.value > 9
    ] == per
