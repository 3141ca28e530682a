"""Figures of markets and trades: whose they are, and who says what is forecast of them."""

import pytest

from exporter.drafting.model import Named
from exporter.drafting.names.attributions import attribution_of
from exporter.drafting.names.entities import Entities
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import sentence_with, sentences_in, setting_of


def _named(name: str, *aliases: str) -> Named:
    return Named(Bilingual(name, name), aliases)


CORBEL = (_named("Corbel"), _named("Corbel Roofing"), _named("Hartmoor"))
# A sentence behind one on Corbel, the words of a figure, whose it is; "" for none of the report's.
OF_MARKETS = [
    ("Copper prices in London had fallen 9% since May, to $8,310 a tonne.", "9%", ""),
    ("Copper prices in London had fallen 9% since May, to $8,310 a tonne.", "$8,310", ""),
    ("The company said spot rates from Ningbo to Rotterdam had dropped 11%.", "11%", ""),
    ("Corbel's gas prices fell 20%.", "20%", "Corbel"),
    ("Realised copper prices rose 8%.", "8%", "Corbel"),
    ("Gas prices fell 20% in the half and Corbel's energy bill dropped 12%.", "12%", "Corbel"),
    ("The industry's order book has swollen to 22% of capacity.", "22%", ""),
    ("Corbel's share of the sector's order book rose to 11%.", "11%", "Corbel"),
    ("Sector margins averaged 4%.", "4%", ""),
    ("Corbel is the world's leading slater with 4,000 roofs laid.", "4,000", "Corbel"),
    ("The world's roofs lost 4% of their slates.", "4%", ""),
    ("The market for slates in Wales, worth £2.4bn in 2025, grew 3%.", "£2.4", ""),
    ("The market for slates in Wales, worth £2.4bn in 2025, grew 3%.", "3%", ""),
    ("Its biggest market, worth £40m a year, grew 3%.", "£40", "Corbel"),
    ("Sales rose 5%, ahead of the wider market, where sales grew 2%.", "2%", ""),
    ("Sales rose 5%, ahead of the wider market, where sales grew 2%.", "5%", "Corbel"),
    ("It was the worst in the STOXX Europe 600 index, which was up 0.2%.", "0.2%", ""),
    ("Its shares, in the FTSE 100, which it joined in May, were up 3%.", "3%", "Corbel"),
    ("Brent crude rose $2 to $81 a barrel.", "$2", ""),
    ("Brent crude rose $2 to $81 a barrel.", "$81", ""),
    ("Copper slipped 3% to $9,400 a tonne.", "3%", ""),
    ("Copper rose 3% to 40,000 tonnes.", "3%", "Corbel"),
    ("Corbel sold its copper for $9,400 a tonne.", "$9,400", "Corbel"),
    ("A strike would delay about 30% of the country's deliveries.", "30%", ""),
    ("Its quarry produces 5% of the country's slate.", "5%", "Corbel"),
    ("Housing starts were down 8% in the spring.", "8%", ""),
    ("Cost inflation of 6% hit margins.", "6%", "Corbel"),
    ("The shares trade on 9 times earnings, against 12 times for the wider sector.", "9", "Corbel"),
    ("The shares trade on 9 times earnings, against 12 times for the wider sector.", "12", ""),
    ("Corbel kept its own market forecast at 2%.", "2%", ""),
    ("Hartmoor cut its forecast for growth in European tile demand to 1%.", "1%", ""),
    ("Hartmoor cut its forecast for group sales to $14 million.", "$14", "Hartmoor"),
    ("Corbel expects the UK roofing market to grow by 2%.", "2%", ""),
    ("Corbel expects the UK market to account for 40% of its revenue.", "40%", "Corbel"),
    ("Stocks fell, said the Brick Institute. It expects output to fall 4%.", "4%", ""),
    ("Costs fell, according to the Daily Post. It expects revenue to grow 6%.", "6%", "Corbel"),
]


@pytest.mark.parametrize(("text", "figure", "entity"), OF_MARKETS)
def test_whose_figures_of_markets_are(text: str, figure: str, entity: str) -> None:
    told = f"Corbel had a good year.\n{text}"
    sentences = sentences_in(told)
    setting = setting_of(told, entities=CORBEL, title="Corbel results")
    found = Entities(setting, sentences).of(*sentence_with(figure, sentences))
    assert found.value == entity


@pytest.mark.parametrize(
    ("market", "text", "entity", "doubt"),
    [
        ("Roof tiles market", "Corbel sees demand in the tiles market growing by 4%.", True, ""),
        ("Roof tiles market", "The sector's orders fell 4%.", True, "or is it another market?"),
        ("Roof tiles market", "Housing starts fell 4%.", False, ""),
        ("Container shipping", "Global container demand rose 4%.", True, ""),
        ("国内电梯行业", "上半年全国电梯产量下降4%。", True, ""),
        ("国内电梯行业", "我国电梯出口量增长4%。", True, ""),
        ("国内电梯行业", "全球电梯市场规模增长4%。", True, "or is it another market?"),
        ("国内电梯行业", "上半年全国空调产量下降4%。", False, ""),
        ("全球电梯市场", "全国电梯产量下降4%。", False, ""),
        # A part of Corbel, which its own report names.
        ("Tile repair", "Tile repair grew. The sector's orders fell 4%.", False, ""),
        ("Corbel tiles", "Global tiles demand rose 4%.", False, ""),
    ],
)
def test_a_market_that_the_report_knows(market: str, text: str, entity: bool, doubt: str) -> None:
    told = f"Corbel had a good year.\n{text}"
    sentences = sentences_in(told)
    setting = setting_of(told, entities=(*CORBEL, _named(market)), title="Corbel results")
    found = Entities(setting, sentences).of(*sentence_with("4%", sentences))
    assert (found.value, found.doubt) == (market if entity else "", doubt)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("今年前9个月全国水泵销量为4万台。", "全国水泵市场"),
        ("今年前9个月全国挖掘机销量为4万台。", ""),
        ("远江水泵今年前9个月销量为4万台。", "远江水泵"),
        ("公司全国门店销量为4万台。", "远江水泵"),
        ("目前国内水泵的家庭使用率仅4%。", "全国水泵市场"),
        ("董事长陈一表示，目前国内空调的家庭使用率仅4%。", ""),
        ("公司水泵在国内的家庭使用率仅4%。", "远江水泵"),
        ("公司国内产能使用率仅4%。", "远江水泵"),
        # What a company has on a market is its own; a rating is no market.
        ("远江水泵在全国水泵市场的销量份额为4%。", "远江水泵"),
        ("远江水泵在全国水泵市场的收入增长4%。", "远江水泵"),
        ("全国水泵市场规模增长4%。", "全国水泵市场"),
        ("海山证券维持“跑赢行业”评级，将目标价上调4%。", "远江水泵"),
        ("海山证券给予强于行业评级，预计公司毛利率为4%。", "远江水泵"),
    ],
)
def test_a_chinese_market_is_known_by_its_goods(text: str, entity: str) -> None:
    told = f"远江水泵昨日披露三季报。\n{text}"
    sentences = sentences_in(told)
    entities = (_named("远江水泵"), _named("全国水泵市场", "水泵行业"))
    setting = setting_of(told, entities=entities, title="远江水泵三季报")
    figure = "4%" if "%" in text else "4万"
    found = Entities(setting, sentences).of(*sentence_with(figure, sentences))
    assert found.value == entity


def test_a_trade_gives_no_company_its_first_word() -> None:
    told = "Corbel had a good year.\nContainer carrier Corbel rose.\nShares in the group fell 4%."
    sentences = sentences_in(told)
    entities = (*CORBEL, _named("Container shipping"))
    found = Entities(setting_of(told, entities=entities, title="Corbel"), sentences)
    guess = found.of(*sentence_with("4%", sentences))
    assert (guess.value, guess.doubt) == ("Corbel", "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hartmoor cut its forecast for growth in European tile demand to 4%.", "Hartmoor"),
        ("Corbel kept its own market forecast at 4%.", "Corbel"),
        ("It kept its market forecast at 4%.", ""),
        ("Stocks fell, said the Brick Institute. It expects output to fall 4%.", "the Brick Institute"),
        ("Orders fell, according to consultancy Rivermark. It expects growth of 4%.",
         "consultancy Rivermark"),
        ("Corbel cut costs, according to Rivermark. It expects growth of 4%.", ""),
    ],
)  # fmt: skip
def test_who_forecasts_of_a_market(text: str, who: str) -> None:
    setting = setting_of(text, entities=CORBEL)
    assert attribution_of(*sentence_with("4%", sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("同行业的岚光重工上半年营业收入为4%。", "岚光重工"),
        ("同行业的岚光重工上半年营业收入增长9%，毛利率下滑至4%。", "岚光重工"),
        ("同行业的白泽材料上半年营业收入增长4%。", ""),
        ("同行业公司毛利率一般在4%左右。", "国内风塔市场"),
        ("同行业的平均毛利率为4%。", "国内风塔市场"),
        ("全行业出货量增长4%。", "国内风塔市场"),
        # What only tells why is not what a figure is of.
        ("受下游风电行业需求不足影响，公司塔筒售价下跌4%。", "望川风电"),
        ("受益于海上风电行业复苏，塔筒收入增长4%。", "望川风电"),
        ("受需求回暖带动，全行业出货量增长4%。", "国内风塔市场"),
        ("由于国内市场规模增长4%，公司新开了工厂。", "国内风塔市场"),
    ],
)
def test_another_of_the_trade_is_a_company(text: str, entity: str) -> None:
    told = f"望川风电上半年收入增长。\n{text}"
    sentences = sentences_in(told)
    entities = (_named("望川风电"), _named("岚光重工"), _named("国内风塔市场"))
    found = Entities(setting_of(told, entities=entities, title="望川风电中报"), sentences)
    assert found.of(*sentence_with("4%", sentences)).value == entity


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Across Wales, about 2.6m slates were sold last year.", "Wales slate market"),
        (
            "In Wales, 2.6m slates were bought last year, against 3.4m in 2021.",
            "Wales slate market",
        ),
        ("Across Spain, about 2.6m slates were sold last year.", ""),
        ("In Wales, 2.6m chimneys were sold last year.", ""),
    ],
)
def test_what_was_sold_in_a_country_is_of_the_market_that_the_report_knows(
    text: str, whose: str
) -> None:
    setting = setting_of(text, entities=(*CORBEL, _named("Wales slate market")))
    sentences = sentences_in(text)
    at, sentence = sentence_with("2.6m", sentences)
    assert Entities(setting, sentences).of(at, sentence).value == whose
