"""Ratings: which of its words a quote means as one, and how those of two languages agree."""

import pytest

from exporter.evidence.ratings import stated_ratings
from exporter.evidence.view_terms import findings_of_rating
from exporter.facts.words import Bilingual


@pytest.mark.parametrize(
    ("quote", "rating"),
    [
        ("Osterby cuts to Underperform and drops its target to $39", "Underperform"),
        ("维持“买入”评级，目标价25港元", "买入"),
        ("重申买入", "买入"),
        ("将评级从“持有”上调至“买入”", "买入"),
        ("由中性上调至买入评级", "买入"),
        ("上调至“买入”（此前为“中性”）", "买入"),
        ("首次覆盖，给予“增持”评级", "增持"),
        ("维持强烈推荐评级", "强烈推荐"),
        ("首予“优于大市”评级", "优于大市"),
        ("下調至「減持」評級", "减持"),
        ("維持「跑贏行業」評級", "跑赢行业"),
        ("评级：买入", "买入"),
        ("We maintain our Buy rating", "Buy"),
        ("Reiterate Outperform, TP HK$25", "Outperform"),
        ("upgrade to Buy from Hold", "Buy"),
        ("downgraded from Buy to Hold", "Hold"),
        ("We rate the shares Overweight", "Overweight"),
        ("The bank rates Harbour Motors buy", "buy"),
        ("The bank raised Harbour Motors to Buy", "Buy"),
        ("rated a strong buy", "strong buy"),
        ("BUY, TP USD 40", "BUY"),
        ("Maintain Equal-weight", "Equal-weight"),
        ('keeps its "sell" recommendation', "sell"),
        ("raised its target price to HK$30 and kept Buy", "Buy"),
        ('cut Harbour to "neutral" from "buy"', "neutral"),
        ("cut Harbour to hold from buy", "hold"),
        ("moved Harbour from buy to hold", "hold"),
        ('it stuck with "hold" and a target of £12.90', "hold"),
        ("Example Partners: Buy, target $148", "Buy"),
        ("Example Partners repeated its Buy", "Buy"),
        ('Aldous Grey, which has a "sell" on the shares', "sell"),
        ("松江证券（减持）：担忧集采续约", "减持"),
        ("Example Partners (Hold, $17)", "Hold"),
        ("has been at sell since March", "sell"),
        ("cuts the shares to underweight", "underweight"),
        ("海港证券（减持，目标价9.8元）", "减持"),
        ("It still says buy, and forecasts a profit of £26mn", "buy"),
        ("Quill said sell, citing its debt", "sell"),
        ("Aldous Grey says hold, with a 210p target", "hold"),
        ("Osterby calls it a buy", "buy"),
        ("Osterby called the shares a sell after the warning", "sell"),
        ("Osterby rates it a hold", "hold"),
        ("Quill is a buyer of the shares", "buy"),
        ("Quill remains a seller at these levels", "sell"),
        ("Quill tells clients to sell", "sell"),
        ("Quill told its clients to buy the shares", "buy"),
        ("It advises investors to hold", "hold"),
        ("Hold (Buy), TP €45", "Hold"),
        ("评级：增持（中性），目标价12元", "增持"),
    ],
)
def test_a_rating_that_is_given(quote: str, rating: str) -> None:
    assert [stated.words for stated in stated_ratings(quote)] == [rating]


@pytest.mark.parametrize(
    "quote",
    [
        "said buy-to-let lending fell",
        "Customers said hold times were long",
        "It is a buyer of timber",
        "The group said sell-through improved",
        "It tells clients to buy tickets early",
        "The company said buyers were cautious",
        "They called it a hold-up",
        "She said buy now and pay later",
        "大股东减持公司股份",
        "我们维持盈利预测，大股东增持",
        "资金买入该股",
        "不再给予买入评级",
        "We hold the view that demand is steady",
        "Costs will reduce, and hold prices",
        "Sell-side analysts agree",
        "the share buyback goes on",
        "Best Buy shares rose",
        "maintains a long runway",
        "We like the stock and would buy it",
        "It rates Harbour Motors cheap, and will hold it",
        "It raised Harbour Motors to buy the brand",
        "in line with expectations",
        "A shock raised Volta to hold talks with unions",
        "Volta cut costs to reduce losses",
        "They left to buy bread",
        "Target sales grew, and buyers returned",
        "公司公告，减持，目标是还债",
    ],
)
def test_everyday_words_are_no_ratings(quote: str) -> None:
    assert list(stated_ratings(quote)) == []


@pytest.mark.parametrize(
    ("en", "zh", "quote"),
    [
        ("Buy", "买入", "维持“买入”评级"),
        ("Buy", "買入", "We maintain our Buy rating"),
        ("Buy rating", "“买入”评级", "维持买入评级"),
        ("Sell", "Sell", "We maintain our Sell rating"),
        ("Overweight", "增持", "维持增持评级"),
        ("Accumulate", "增持", "维持增持评级"),
        ("Underweight", "减持", "下调至减持评级"),
        ("Neutral", "持有", "维持中性评级"),
        ("Outperform", "跑赢行业", "维持跑赢行业评级"),
        ("Strong Buy", "强烈推荐", "维持强烈推荐评级"),
        ("Kaufen", "Kaufen", "Einstufung: Kaufen"),  # unknown, but the quote's own
    ],
)
def test_either_language_confirms_the_other(en: str, zh: str, quote: str) -> None:
    assert list(findings_of_rating(Bilingual(en, zh), quote)) == []


@pytest.mark.parametrize(
    ("en", "zh", "quote", "wrong"),
    [
        ("Strong Buy", "强烈买入", "维持“卖出”评级", "`rating` is Strong Buy / 强烈买入, but the quote says '卖出'"),
        ("Strong Buy", "Strong Buy", "We keep our Buy rating", "`rating` is Strong Buy, but the quote says 'Buy'"),
        ("Hold", "持有", "upgraded from Hold to Buy", "`rating` is Hold / 持有, but the quote says 'Buy'"),
        ("Buy", "增持", "维持“买入”评级", "'Buy' in English and '增持' in Chinese, which differ"),
        ("Buy", "买入", "需求有望保持稳定", "`rating` is Buy / 买入, but the quote states no rating"),
        ("Kaufen", "Kaufen", "需求有望保持稳定", "`rating` is Kaufen, but the quote states no rating"),
    ],
)  # fmt: skip
def test_another_rating_is_an_error(en: str, zh: str, quote: str, wrong: str) -> None:
    (finding,) = findings_of_rating(Bilingual(en, zh), quote)
    assert not finding.is_doubt
    assert wrong in finding.fault.wrong


@pytest.mark.parametrize(
    ("en", "zh", "quote"),
    [
        ("Positive outlook", "看好", "维持看好评级"),
        ("Starker Kauf", "Kaufen", "Einstufung: Kaufen"),
    ],
)
def test_a_word_that_nobody_knows_is_a_doubt(en: str, zh: str, quote: str) -> None:
    (finding,) = findings_of_rating(Bilingual(en, zh), quote)
    assert finding.is_doubt
    assert finding.fault.wrong == f"`rating` says {en!r}, which is no rating that is known"
