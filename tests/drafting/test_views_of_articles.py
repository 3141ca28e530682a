"""What brokers think, told as roundups, lists and tables tell it, of one company and its parts."""

import pytest

from exporter.drafting.model import DraftView, Named
from exporter.drafting.sentences import sentences_of
from exporter.drafting.views.broker_views import views_in
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import sentences_in, setting_of

ENTITIES = (
    Named(Bilingual("Solvik Marine", "索维克海事"), ("Solvik",)),
    Named(Bilingual("Solvik Ferries", "索维克渡轮")),
    Named(Bilingual("Drydock", "船坞业务")),
    Named(Bilingual("Bluefin Air", "蓝鳍航空")),
)
ENTITIES_ZH = (
    Named(Bilingual("Yuanshan Dairy", "远山乳业"), ("远山",)),
    Named(Bilingual("Special Milk", "特色奶业务"), ("特色奶",)),
    Named(Bilingual("Bluefin Air", "蓝鳍航空")),
)
BROKERS = (
    Named(Bilingual("Ashby Securities", "阿什比证券")),
    Named(Bilingual("Corven & Hale", "科文黑尔")),
    Named(Bilingual("Tarn Capital Markets", "塔恩资本市场")),
    Named(Bilingual("Linhe Securities", "临河证券")),
    Named(Bilingual("Guanhai International", "观海国际")),
)
# Each text with its views: broker, stance, rating, target price, currency; of the company.
TOLD: list[tuple[str, list[str]]] = [
    # The end of a forecast is no view.
    ("Ashby now expects earnings of 31p a share, down from 35p.", []),
    (
        "Ashby rates Solvik a hold. It now expects earnings of 31p a share, down from 35p.",
        ["Ashby Securities neutral hold"],
    ),
    (
        "Ashby cut Solvik to sell from hold, with a target of 240 pence, while Corven & Hale kept its buy and a 310p target.",
        ["Ashby Securities negative sell 2.4 GBP", "Corven & Hale positive buy 3.1 GBP"],
    ),
    (
        "Solvik had a poor summer. Ashby is unmoved: it still says buy, and forecasts a profit of £26mn. Corven calls it a sell. Tarn tells its clients to hold.",
        [
            "Ashby Securities positive buy",
            "Corven & Hale negative sell",
            "Tarn Capital Markets neutral hold",
        ],
    ),
    (
        "Corven remains a buyer of the shares, with a target of 300p, for which Solvik may thank its Drydock.",
        ["Corven & Hale positive buy 3 GBP"],
    ),
    (
        'Drydock was weak, Tarn said, moving to "underweight"; it has a HK$14.20 target.',
        ["Tarn Capital Markets negative underweight 14.2 HKD"],
    ),
    (
        'Tarn Capital Markets and Ashby Securities both rate the stock "buy", with targets of $15 and $17.50 respectively.',
        ["Tarn Capital Markets positive buy 15 USD", "Ashby Securities positive buy 17.5 USD"],
    ),
    (
        "Brokers moved fast: Ashby (Buy, target $20), Corven (Hold, $17) and Tarn (Sell, $11).",
        [
            "Ashby Securities positive Buy 20 USD",
            "Corven & Hale neutral Hold 17 USD",
            "Tarn Capital Markets negative Sell 11 USD",
        ],
    ),
    (
        "Analyst Jo Reed of Corven & Hale has a “hold” rating. She lifted her price target by $2 to $31 after the ferry business surprised.",
        ["Corven & Hale neutral hold 31 USD"],
    ),
    (
        "- **Ashby Securities (Outperform, PT $18):** Volumes are turning.\n- **Corven & Hale (Hold, PT $15):** Too early to call.",
        ["Ashby Securities positive Outperform 18 USD", "Corven & Hale neutral Hold 15 USD"],
    ),
    (
        'The shares were cut to "reduce" by Ashby, whose target falls to €9 from €12.',
        ["Ashby Securities negative reduce 9 EUR"],
    ),
    (
        'Corven & Hale, which has a "buy" on the shares, sees 20 per cent upside to its target of 12.50 euros.',
        ["Corven & Hale positive buy 12.5 EUR"],
    ),
    (
        "Tarn moved Solvik from buy to hold; its new target is $88, previously $104.",
        ["Tarn Capital Markets neutral hold 88 USD"],
    ),
    (
        "There is no shortage of bears. Ashby has been at sell since March. Its target, $7, is the lowest on the Street.",
        ["Ashby Securities negative sell 7 USD"],
    ),
    (
        "Corven & Hale reiterated buy, calling the sell-off overdone; Tarn is neutral with a target of NOK 75.",
        ["Corven & Hale positive buy", "Tarn Capital Markets neutral neutral 75 NOK"],
    ),
    (
        'Ashby Securities initiated coverage of Solvik Marine at "market perform" with an A$7.50 price target.',
        ["Ashby Securities neutral market perform 7.5 AUD"],
    ),
    (
        "Solvik Ferries had a good quarter, and Tarn upgraded the shipper to outperform, target $14.",
        ["Tarn Capital Markets positive outperform 14 USD"],
    ),
    (
        "Neither rating changed: Ashby stays at hold ($9 target) and Corven & Hale at buy ($13).",
        ["Ashby Securities neutral hold 9 USD", "Corven & Hale positive buy 13 USD"],
    ),
    (
        'Drydock worries Ashby Securities, which downgraded Solvik two notches to "underperform" and halved its target to $4.',
        ["Ashby Securities negative underperform 4 USD"],
    ),
    (
        "多家券商更新观点：临河证券（买入，目标价15元）、观海国际（减持，目标价9.8元）。",
        ["Linhe Securities positive 买入 15 CNY", "Guanhai International negative 减持 9.8 CNY"],
    ),
    (
        "观海国际分析师高简将其评级从“增持”上调为“买入”，并把目标价从每股5.2港元提高至6.4港元。",
        ["Guanhai International positive 买入 6.4 HKD"],
    ),
    (
        "Ann Vale, a senior analyst at Ashby Securities, raised her price target on Solvik to $85.",
        ["Ashby Securities positive 85 USD"],
    ),
    ("Tarn raised its sales target for the company to $5 billion.", []),
    ("Ashby Securities lent Solvik Ferries $40 million.", []),
    (
        "临河证券维持远山“买入”评级，目标价6.8元；观海国际则由“买入”下调至“持有”，目标价由7港元降至5.5港元。",
        ["Linhe Securities positive 买入 6.8 CNY", "Guanhai International neutral 持有 5.5 HKD"],
    ),
    (
        "特色奶业务毛利率有望修复，临河证券据此将评级上调至“增持”，目标价上调20%至9.6元。",
        ["Linhe Securities positive 增持 9.6 CNY"],
    ),
    (
        "临河证券与观海国际均给予“买入”评级，目标价分别为7.2元和7.5元。",
        ["Linhe Securities positive 买入 7.2 CNY", "Guanhai International positive 买入 7.5 CNY"],
    ),
    (
        "观海国际分析师陈晓表示，特色奶放量带动盈利改善，重申“跑赢行业”，12个月目标价10.5元人民币。",
        ["Guanhai International positive 跑赢行业 10.5 CNY"],
    ),
    (
        "卖方观点并不一致。临河证券看多，给出“强烈推荐”和8元的目标价。观海认为需求见顶，“中性”，目标价5.1元。",
        ["Linhe Securities positive 强烈推荐 8 CNY", "Guanhai International neutral 中性 5.1 CNY"],
    ),
    (
        "（观海国际）特色奶继续抢份额，重申跑赢大市评级，目标价25.6港元。",
        ["Guanhai International positive 跑赢大市 25.6 HKD"],
    ),
    ("临河证券承销了公司5亿元债券。", []),
]


def views(text: str) -> list[DraftView]:
    is_zh = "。" in text or "评级" in text
    title = "远山乳业半年报" if is_zh else "Solvik Marine sinks"
    entities = ENTITIES_ZH if is_zh else ENTITIES
    setting = setting_of(text, entities=entities, brokers=BROKERS, title=title)
    sentences = sentences_in(text) if text.startswith("#") else None
    return views_in(sentences or sentences_of(setting.source, setting.lang), setting)


def told(found: list[DraftView]) -> list[str]:
    return [
        " ".join(
            filter(None, (each.broker, each.stance, each.rating, each.target_price, each.currency))
        )
        for each in found
    ]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_rating_is_of_the_company(text: str, expected: list[str]) -> None:
    found = views(text)
    assert told(found) == expected
    assert {each.subject for each in found} <= {"Solvik Marine", "Yuanshan Dairy"}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "Ashby Securities downgraded rival Bluefin Air to sell, but it reiterated its overweight stance on Solvik.",
            ["Bluefin Air", "Solvik Marine"],
        ),
        ("观海国际下调蓝鳍航空评级至“卖出”，称油价上行。", ["Bluefin Air"]),
    ],
)
def test_a_rating_of_another_is_of_that(text: str, subjects: list[str]) -> None:
    assert [each.subject for each in views(text)] == subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Ashby Securities: staying neutral\nFerries did well. The rating stays at Neutral and the target price at $44.\nMargins will recover, the analysts add.",
            ["Ashby Securities neutral neutral 44 USD"],
        ),
        (
            "# 临河：最坏的时候已过\n特色奶业务订单饱满。把目标价从5元上调到6.5元，评级“推荐”。",
            ["Linhe Securities positive 推荐 6.5 CNY"],
        ),
    ],
)
def test_what_stands_below_a_brokers_heading_is_its_view(text: str, expected: list[str]) -> None:
    assert told(views(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Broker\tRating\tTarget price\nAshby Securities\tHold\t$17\nCorven & Hale\tBuy\t$22.5",
            ["Ashby Securities neutral Hold 17 USD", "Corven & Hale positive Buy 22.5 USD"],
        ),
        (
            "Firm\tStance\tPrice target (HK$)\tPrevious\nTarn Capital Markets\tOverweight\t12.5\t11",
            ["Tarn Capital Markets positive Overweight 12.5 HKD"],
        ),
        (
            "机构\t投资评级\t目标价（港元）\n临河证券\t买入\t12.5\n华泰证券\t增持\t11",
            ["Linhe Securities positive 买入 12.5 HKD", "华泰证券 positive 增持 11 HKD"],
        ),
        ("Region\tSales\tTarget\nEurope\t12\t14", []),
    ],
)
def test_views_that_a_table_lists(text: str, expected: list[str]) -> None:
    assert told(views(text)) == expected


def test_a_target_that_may_be_anothers_is_a_doubt() -> None:
    text = "评级方面，临河证券给予买入，观海国际给予中性；两家目标价分别为15元和11元。"
    *_, last = views(text)
    assert last.target_price == ""
    assert "which of the target prices" in last.review


@pytest.mark.parametrize(
    ("text", "thesis"),
    [
        (
            "Ashby Securities, its broker, rates Solvik “buy” but cut its forecast for profit by 9%.",
            "cut its forecast for profit by 9%",
        ),
        (
            "Corven & Hale, a sceptic, kept its “sell” on Solvik, because the ferries lose money.",
            "the ferries lose money",
        ),
        (
            "Ashby Securities, one of its brokers, has a “hold” on Solvik and thinks fuel is dear.",
            "fuel is dear",
        ),
    ],
)
def test_what_is_said_of_a_broker_by_the_way_is_no_thesis(text: str, thesis: str) -> None:
    setting = setting_of(text, entities=ENTITIES, brokers=BROKERS)
    (view,) = views_in(sentences_in(text), setting)
    assert view.thesis == thesis


@pytest.mark.parametrize(
    ("text", "thesis", "quote"),
    [
        (
            "“原奶过剩还要持续两年。”临河证券食品分析师在点评中写道。该券商把目标价从5元下调至4元。",
            "原奶过剩还要持续两年",
            "“原奶过剩还要持续两年。”临河证券食品分析师在点评中写道。该券商把目标价从5元下调至4元",
        ),
        (
            "“库存见底。渠道开始补货。”观海国际的研究员周宁指出。该机构给予“买入”评级。",
            "库存见底。渠道开始补货",
            "“库存见底。渠道开始补货。”观海国际的研究员周宁指出。该机构给予“买入”评级",
        ),
        (
            "“奶价最坏的时候已过，”临河证券分析师表示。该机构维持“增持”评级。",
            "奶价最坏的时候已过",
            "“奶价最坏的时候已过，”临河证券分析师表示。该机构维持“增持”评级",
        ),
        (
            "“奶价何时回升难说。”一位牧场主说。临河证券认为，需求正在恢复，维持“增持”评级。",
            "需求正在恢复",
            "临河证券认为，需求正在恢复，维持“增持”评级",
        ),
        (
            "公司今年的口号是“喝得放心”。临河证券分析师认为，需求正在恢复，维持“增持”评级。",
            "需求正在恢复",
            "临河证券分析师认为，需求正在恢复，维持“增持”评级",
        ),
    ],
)
def test_a_quotation_before_whose_it_is_is_the_thesis(text: str, thesis: str, quote: str) -> None:
    text = f"远山乳业\n{text}"
    setting = setting_of(text, entities=ENTITIES_ZH, brokers=BROKERS)
    (view,) = views_in(sentences_in(text), setting)
    assert (view.thesis, view.quote) == (thesis, quote)


@pytest.mark.parametrize(
    ("told", "thesis"),
    [
        ("在点评报告中指出，奶价仍在磨底", "奶价仍在磨底"),
        ("在点评中称，低温奶铺货加快", "低温奶铺货加快"),
        ("在一份深度报告中表示，牧场减栏已近尾声", "牧场减栏已近尾声"),
        ("在最新研究报告中认为，奶粉出口回暖", "奶粉出口回暖"),
        ("的一篇专题报告指出，牧草成本回落", "牧草成本回落"),
        ("在跟踪报告里提到，常温奶库存见底", "常温奶库存见底"),
        ("点评称，包材涨价已经见顶", "包材涨价已经见顶"),
        ("点评：包材涨价已经见顶", "包材涨价已经见顶"),
    ],
)
def test_a_thesis_begins_behind_the_paper_it_stands_in(told: str, thesis: str) -> None:
    text = f"远山乳业\n临河证券{told}，维持“增持”评级。"
    setting = setting_of(text, entities=ENTITIES_ZH, brokers=BROKERS)
    (view,) = views_in(sentences_in(text), setting)
    assert (view.thesis, view.drivers) == (thesis, (thesis,))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "临河证券维持远山乳业“买入”评级。不过，也有分析人士提醒，奶价仍在下跌。",
            "临河证券维持远山乳业“买入”评级",
        ),
        (
            "临河证券维持远山乳业“买入”评级，但也有机构认为估值偏高。",
            "临河证券维持远山乳业“买入”评级",
        ),
        (
            "临河证券维持远山乳业“买入”评级。另有业内人士表示，扩产过快。",
            "临河证券维持远山乳业“买入”评级",
        ),
        (
            "临河证券维持远山乳业“买入”评级。不过，该行提醒，扩产过快。",
            "临河证券维持远山乳业“买入”评级。不过，该行提醒，扩产过快",
        ),
    ],
)
def test_a_view_ends_before_another_voice(text: str, quote: str) -> None:
    setting = setting_of(text, entities=ENTITIES_ZH, brokers=BROKERS)
    assert [
        view.quote for view in views_in(sentences_of(setting.source, setting.lang), setting)
    ] == [quote]


def test_an_english_view_ends_before_another_voice() -> None:
    text = "Ashby kept its hold rating on Solvik, citing weak orders, but some investors expect a recovery."
    setting = setting_of(text, entities=ENTITIES, brokers=BROKERS)
    (view,) = views_in(sentences_of(setting.source, setting.lang), setting)
    assert view.quote == "Ashby kept its hold rating on Solvik, citing weak orders"


@pytest.mark.parametrize("who", ["they wrote", "they said in a note", "he added", "she argued"])
def test_what_the_next_sentence_quotes_is_the_claim(who: str) -> None:
    text = f'Analysts at Ashby kept Solvik at buy. "The ferries carry the rest of it," {who}.'
    setting = setting_of(text, entities=ENTITIES, brokers=BROKERS)
    (view,) = views_in(sentences_in(text), setting)
    assert view.drivers == ("The ferries carry the rest of it",)


@pytest.mark.parametrize(
    ("text", "thesis"),
    [
        (
            "Ann Lee of Corven & Hale, who rates Solvik a sell with a $95 target, points out that two ports bring in most of its revenue.",
            "two ports bring in most of its revenue",
        ),
        (
            "Corven & Hale, which has a buy rating on Solvik, cautioned that ferries were still short of crews.",
            "ferries were still short of crews",
        ),
    ],
)
def test_what_is_pointed_out_is_a_thesis_without_that_it_is(text: str, thesis: str) -> None:
    (view,) = views(text)
    assert view.thesis == thesis


def test_by_how_much_a_forecast_rose_is_no_reason() -> None:
    (view,) = views(
        "Analysts at Corven & Hale raised their 2026 earnings per share forecast by 6 percent to 20.1"
        " pence and their target price for Solvik to 580 pence from 520 pence."
    )
    assert not any(driver.startswith("by ") for driver in view.drivers)
