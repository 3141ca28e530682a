"""What brokers think: each text with its views."""

from datetime import date

import pytest

from exporter.drafting.model import DraftView, Named
from exporter.drafting.views.broker_views import views_in
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import ENTITIES, sentences_in, setting_of

NAMED = (
    *ENTITIES,
    Named(Bilingual("Harbour Motors", "海港汽车")),
    Named(Bilingual("Nova Biotech", "新星生物")),
    Named(Bilingual("Solera Energy", "索莱能源")),
    Named(Bilingual("Kite Retail", "风筝零售")),
)
BROKERS = (
    Named(Bilingual("Goldman Sachs", "高盛"), ("GS",)),
    Named(Bilingual("China Merchants", "招商证券")),
    Named(Bilingual("Jefferies", "杰富瑞")),
    Named(Bilingual("Morgan Stanley", "摩根士丹利"), ("大摩",)),
    Named(Bilingual("Haitong", "海通证券")),
)
# Broker, subject, stance, rating, target price, currency; how many drivers.
TOLD: list[tuple[str, list[list[object]]]] = [
    (
        "Goldman Sachs rates Harbour Motors buy with a target price of $120, citing strong demand, lower battery costs and a new plant.",
        [["Goldman Sachs", "Harbour Motors", "positive", "buy", "120", "USD", 3]],
    ),
    (
        "Goldman Sachs raised its target price on Alibaba to HK$120 from HK$100 and kept its Buy rating. The broker expects cloud growth to accelerate, driven by AI demand.",
        [["Goldman Sachs", "Alibaba Group", "positive", "Buy", "120", "HKD", 1]],
    ),
    (
        "Jefferies analysts said Nova Biotech's pipeline looks strong because trial data are better than expected.",
        [["Jefferies", "Nova Biotech", "positive", "", "", "", 1]],
    ),
    (
        "Morgan Stanley downgraded Harbour Motors to Underweight, cutting its price target to $45 from $60.",
        [["Morgan Stanley", "Harbour Motors", "negative", "Underweight", "45", "USD", 1]],
    ),
    (
        "In a note on Monday, Jefferies initiated coverage of Quark with a Hold rating.",
        [["Jefferies", "Quark", "neutral", "Hold", "", "", 1]],
    ),
    (
        "Goldman Sachs reiterated its Buy rating on Quark, while Jefferies cut it to Hold.",
        [
            ["Goldman Sachs", "Quark", "positive", "Buy", "", "", 1],
            ["Jefferies", "Quark", "neutral", "Hold", "", "", 1],
        ],
    ),
    ("Goldman Sachs reported net revenue of $12 billion.", []),
    ("Harbour Motors sold 3,000 cars. Bank of America lent it $3 million.", []),
    (
        "Analysts at Bernstein expect Quark to gain share, helped by its app and lower prices.",
        [["Bernstein", "Quark", "positive", "", "", "", 2]],
    ),
    (
        "UBS remains cautious on Harbour Motors, pointing to weak orders and rising debt.",
        [["UBS", "Harbour Motors", "negative", "", "", "", 2]],
    ),
    (
        "高盛维持海港汽车“买入”评级，目标价由100港元上调至120港元，主要由于订单强劲和成本下降。",
        [["Goldman Sachs", "Harbour Motors", "positive", "买入", "120", "HKD", 2]],
    ),
    (
        "高盛在2月1日的研报中表示，看好新星生物的长期前景，受益于新药获批、产能扩张及海外授权。",
        [["Goldman Sachs", "Nova Biotech", "positive", "", "", "", 3]],
    ),
    (
        "中信建投研报指出，夸克增长动力包括AI搜索、会员和广告。",
        [["中信建投", "Quark", "positive", "", "", "", 3]],
    ),
    (
        "招商证券认为，海港汽车短期承压，下调评级至“中性”，目标价35元。",
        [["China Merchants", "Harbour Motors", "neutral", "中性", "35", "CNY", 1]],
    ),
    (
        "华泰证券首次覆盖新星生物，给予“增持”评级，目标价88元。该行认为，公司一是研发管线丰富；二是商业化能力强。",
        [["华泰证券", "Nova Biotech", "positive", "增持", "88", "CNY", 2]],
    ),
    ("海港汽车销量增长12%，公司表示将扩大产能。", []),
    (
        "高盛认为夸克有望受益于AI，而杰富瑞对夸克持谨慎态度，担忧竞争加剧。",
        [
            ["Goldman Sachs", "Quark", "positive", "", "", "", 1],
            ["Jefferies", "Quark", "negative", "", "", "", 1],
        ],
    ),
    (
        "大摩发布研报称，予海港汽车“超配”评级，目标价60港元。",
        [["Morgan Stanley", "Harbour Motors", "positive", "超配", "60", "HKD", 1]],
    ),
    ("证券公司表示，海港汽车股价上涨。", []),
    (
        "平安证券表示，随着产能释放和需求回暖，海港汽车盈利有望改善。",
        [["平安证券", "Harbour Motors", "positive", "", "", "", 2]],
    ),
    (
        "瑞银将新星生物目标价从50元下调至40元，维持“卖出”评级，理由是临床数据不及预期。",
        [["瑞银", "Nova Biotech", "negative", "卖出", "40", "CNY", 1]],
    ),
    (
        "建议关注海港汽车，浙商证券指出。",
        [["浙商证券", "Harbour Motors", "positive", "", "", "", 1]],
    ),
    (
        "“We stay overweight on Harbour Motors,” wrote Jane Doe, an analyst at JPMorgan, who has a price target of €75.",
        [["JPMorgan", "Harbour Motors", "positive", "overweight", "75", "EUR", 1]],
    ),
    (
        "Harbour Motors rose 4% after Citi upgraded the shares to Buy from Neutral on stronger pricing.",
        [["Citi", "Harbour Motors", "positive", "Buy", "", "", 1]],
    ),
    (
        "Morgan Stanley on Tuesday lifted its price target for Solera Energy to €18.50 from €16, saying grid investments and falling panel prices will support margins. It kept an Overweight rating.",
        [["Morgan Stanley", "Solera Energy", "positive", "Overweight", "18.5", "EUR", 2]],
    ),
    ("Solera Energy sold bonds through Morgan Stanley and UBS for $500 million.", []),
    ("Kite Retail's sales beat the $3.1 billion expected by analysts at UBS.", []),
    ("The average target price of 14 analysts is $30.", []),
    (
        "Morgan Stanley believes Solera will benefit from subsidies, higher power prices and its pipeline of projects.",
        [["Morgan Stanley", "Solera Energy", "positive", "", "", "", 3]],
    ),
    (
        "Deutsche Bank reiterated Hold on Kite Retail, with an unchanged target of $25, because same-store sales are slowing.",
        [["Deutsche Bank", "Kite Retail", "neutral", "Hold", "25", "USD", 1]],
    ),
    (
        "摩根士丹利发表研究报告指出，上调索莱能源目标价8%，由25港元升至27港元，评级“增持”，主要反映电网投资加快、组件价格下降。",
        [["Morgan Stanley", "Solera Energy", "positive", "增持", "27", "HKD", 2]],
    ),
    (
        "海通证券分析师张伟表示，索莱能源的优势在于成本、渠道和技术，建议投资者积极关注。",
        [["Haitong", "Solera Energy", "positive", "", "", "", 3]],
    ),
    ("索莱能源聘请中信证券为其港股上市的保荐人。", []),
    (
        "国金证券认为，在需求复苏、库存去化的背景下，索莱能源盈利拐点已现。",
        [["国金证券", "Solera Energy", "positive", "", "", "", 2]],
    ),
    (
        "海通证券指出，风筝零售的增长主要由三方面驱动：一是门店扩张，二是线上渠道，三是供应链优化。维持“优于大市”评级，合理价值区间为20至24元。",
        [["Haitong", "Kite Retail", "positive", "优于大市", "", "", 3]],
    ),
    ("中信证券2025年净利润为280亿元。", []),
    (
        "Jefferies trimmed its target for Solera to 540p from 600p but stuck with its Hold recommendation, blaming cocoa prices and weak volumes.",
        [["Jefferies", "Solera Energy", "neutral", "Hold", "5.4", "GBP", 2]],
    ),
    ("有券商认为索莱能源估值合理。", []),
    (
        "海通证券的谢慧中对夸克泼了盆冷水：“市场份额从13.4%掉到13.1%。”该行维持“减持”评级，目标价12.8元。",
        [["Haitong", "Quark", "negative", "减持", "12.8", "CNY", 1]],
    ),
    ("免责声明：本报告仅供海通证券客户使用，不构成投资建议，也不是看好夸克。", []),
    (
        "国海证券在研报中写道，风筝零售凭借成本优势和区位优势，市占率有望持续提升，给予2026年15倍PE，对应目标价9.6元，首次覆盖，给予“买入”评级。",
        [["国海证券", "Kite Retail", "positive", "买入", "9.6", "CNY", 2]],
    ),
    (
        "Morgan Stanley raised Quark to Buy from Hold.",
        [["Morgan Stanley", "Quark", "positive", "Buy", "", "", 1]],
    ),
    ("Quark named Jefferies' former analyst Tom Reed as finance chief.", []),
    ("Quark's sales beat the $3 billion expected by analysts at Jefferies.", []),
]


# Rating before, target price before, thesis.
BEFORE = [
    (
        "Jefferies cut Quark to Hold from Buy, target price €45 (was €49): valuation is full.",
        ["Buy", "49", "valuation is full"],
    ),
    (
        "Jefferies lifts Quark to Buy (was Hold), PT $52 (prev: $47): orders are back.",
        ["Hold", "47", "orders are back"],
    ),
    ("Jefferies rates Quark Buy (Hold), TP €30 (€25): demand has turned.", ["Hold", "25", "demand has turned"]),
    ("招商证券上调夸克至买入（此前持有），目标价30港元（25港元）：需求回升。", ["持有", "25", "需求回升"]),
    ("Jefferies rates Quark Hold, target price €45: valuation was €49 a user.", ["", "", "valuation was €49 a user"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BEFORE)
def test_what_stood_before_is_no_thesis(text: str, told: list[str]) -> None:
    (view,) = views(text)
    assert [view.previous_rating, view.previous_target_price, view.thesis] == told


@pytest.mark.parametrize(
    "text",
    [
        "Jefferies suspends its Buy rating on Quark and withdraws its target price of €30.",
        "招商证券暂停夸克买入评级，撤回30港元的目标价。",
    ],
)
def test_what_is_withdrawn_is_drafted_as_no_term(text: str) -> None:
    (view,) = views(text)
    assert (view.stance, view.rating, view.target_price) == ("neutral", "", "")
    assert any("withdraw" in doubt for doubt in view.doubts)


def views(text: str, title: str = "News", publisher: str = "Wire") -> list[DraftView]:
    setting = setting_of(text, entities=NAMED, brokers=BROKERS, title=title, publisher=publisher)
    return views_in(sentences_in(text), setting)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_views_of_brokers(text: str, told: list[list[object]]) -> None:
    found = [
        [
            view.broker,
            view.subject,
            view.stance,
            view.rating,
            view.target_price,
            view.currency,
            len(view.drivers),
        ]
        for view in views(text)
    ]
    assert found == told


def test_a_view_keeps_the_words_of_its_source() -> None:
    text = "招商证券表示，夸克未来有望在新场景、新能力、新空间打造上进一步开拓想象空间。夸克有3款新品。"
    (view,) = views(text)
    assert view.quote == text.split("。", maxsplit=1)[0]
    assert view.thesis == "夸克未来有望在新场景、新能力、新空间打造上进一步开拓想象空间"
    assert view.drivers == ("新场景", "新能力", "新空间")
    assert (view.doubts, view.review, view.start) == ((), "new", 0)


def test_a_heading_that_only_rates_gives_no_thesis_and_prices_said_twice_are_one() -> None:
    text = (
        "# 高盛：维持“买入”，目标价96元\n"
        "高盛发表研报指，夸克用户增长强劲，将2026年、2027年盈利预测分别上调至8亿元、9亿元。"
        "目标价从84元上调至96元，维持“买入”评级。"
    )
    (view,) = views(text)
    assert (view.target_price, view.rating) == ("96", "买入")
    assert view.thesis.startswith("夸克用户增长强劲")
    assert view.doubts == ()


@pytest.mark.parametrize(
    ("text", "thesis"),
    [
        (
            "Jefferies upgraded Quark to Buy, saying its growth will last, with a $9 price target.",
            "its growth will last",
        ),
        (
            'Jefferies took the opposite view on Quark, upgrading it to "buy" from "hold" with a target of $21. It argued that prices would recover by spring.',
            "prices would recover by spring",
        ),
        # What is quoted is but a part of the clause, which goes on with a reservation.
        (
            'Jefferies raised its price target on Quark to $21. It wrote that the new index gave Quark "a much longer lead over the rest", but added that costs were too high.',
            'the new index gave Quark "a much longer lead over the rest", but costs were too high',
        ),
        (
            'Jefferies raised its price target on Quark to $21. It said the index was "a good deal better than before".',
            'the index was "a good deal better than before"',
        ),
        ("高盛认为，夸克估值偏高，给予“卖出”评级，目标价9元。", "夸克估值偏高"),
        (
            "Jefferies said Quark was gaining ground, and estimated that it now had 16% of users.",
            "Quark was gaining ground",
        ),
        (
            "Jefferies said Quark was gaining ground, and expected that it would raise its price.",
            "Quark was gaining ground, and expected that it would raise its price",
        ),
        (
            "“Quark is the best of its kind by far,” Jefferies analysts said.",
            "Quark is the best of its kind by far",
        ),
        (
            'Jefferies said that Quark was "the surest sign yet that search is back". It kept a buy rating.',
            'Quark was "the surest sign yet that search is back"',
        ),
        # What a broker now estimates is no claim, where the next sentence has one.
        (
            "招商证券维持夸克“持有”评级，将目标价由9元下调至8元，并将2026年收入预测上调4%至3.2亿元。该行认为，涨价的空间仍不明朗，获客费用会侵蚀利润。",
            "涨价的空间仍不明朗，获客费用会侵蚀利润",
        ),
        (
            "海通证券重申夸克“买入”评级，目标价9元，同时调高2026至2027年盈利预测。该机构指出，订阅需求好于市场担心的程度。",
            "订阅需求好于市场担心的程度",
        ),
        (
            "Jefferies kept its hold rating on Quark, lowered its price target to $9 from $11, and cut its 2026 revenue estimate by 4%. It argued that room to raise prices was unclear.",
            "room to raise prices was unclear",
        ),
        (
            "Jefferies kept its hold rating on Quark, lowered its price target to $9, and trimmed its forecasts for 2026. The broker said new shops would weigh on profit.",
            "new shops would weigh on profit",
        ),
        (
            "高盛上调夸克目标价至9元，主要反映用户增长、成本下降。",
            "高盛上调夸克目标价至9元，主要反映用户增长、成本下降",
        ),
    ],
)
def test_a_thesis_is_the_claim(text: str, thesis: str) -> None:
    assert [view.thesis for view in views(text)] == [thesis]


@pytest.mark.parametrize(
    ("said", "drivers"),
    [
        ("the new index would give Quark room to raise prices", ("new index",)),
        (
            "the company gave Quark fans a strong index",
            ("the company gave Quark fans a strong index",),
        ),
    ],
)
def test_what_gives_a_company_something_is_the_reason(said: str, drivers: tuple[str, ...]) -> None:
    (view,) = views(f"Jefferies kept its buy rating on Quark. It wrote that {said}.")
    assert view.drivers == drivers


@pytest.mark.parametrize(
    ("said", "thesis"),
    [
        ("“The order book is the worry,” its analysts wrote.", "The order book is the worry"),
        (
            "“The land is cheap and it knows it,” the broker said.",
            "The land is cheap and it knows it",
        ),
        (
            "“Perks are eating up the margin,” wrote the brokerage.",
            "Perks are eating up the margin",
        ),
        ("“Buyers know that they can haggle,” the company said.", ""),
    ],
)
def test_what_the_house_wrote_in_the_next_sentence_is_its_claim(said: str, thesis: str) -> None:
    (view,) = views(f"Jefferies has a “hold” rating on Quark. {said}")
    assert view.thesis == (thesis or "Jefferies has a “hold” rating on Quark")
    assert ("no reason is given" in view.review) is not bool(thesis)


def test_what_is_called_the_worry_is_the_reason() -> None:
    (view,) = views(
        "Jefferies has a “hold” rating on Quark. “The debt is the worry,” it wrote in a note."
    )
    assert view.drivers == ("debt",)


def test_clauses_that_lean_are_reasons_where_none_is_worded_so() -> None:
    (view,) = views("高盛认为，夸克需求疲弱，竞争加剧。")
    assert view.drivers == ("夸克需求疲弱", "竞争加剧")
    assert view.review == "new"


@pytest.mark.parametrize(
    ("text", "drivers"),
    [
        ("高盛认为，夸克海外扩张顺利，但费用压力仍在，维持“买入”评级。", ("夸克海外扩张顺利",)),
        (
            "高盛认为，夸克增长强劲，但费用压力仍在，维持“卖出”评级。",
            ("夸克增长强劲", "但费用压力仍在"),
        ),
    ],
)
def test_what_is_conceded_against_the_stance_is_no_reason(
    text: str, drivers: tuple[str, ...]
) -> None:
    (view,) = views(text)
    assert view.drivers == drivers


@pytest.mark.parametrize(
    ("said", "analyst"),
    [
        ('said Ida Roe of Jefferies, who rates the stock "hold"', "Ida Roe"),
        ('said Ida Roe of Jefferies, which rates the stock "hold"', ""),
    ],
)
def test_who_rates_beside_a_house_is_its_analyst(said: str, analyst: str) -> None:
    (view,) = views(f'"Search costs at Quark are higher than we had assumed," {said}.')
    assert view.analyst == analyst


@pytest.mark.parametrize(
    ("text", "thesis", "drivers"),
    [
        (
            'Jefferies raised its price target on Quark to $95 and kept its "overweight" rating. "Search is now big enough to matter," analyst Priya Nair wrote in a note.',
            "Search is now big enough to matter",
            ("Search is now big enough to matter",),
        ),
        (
            "Jefferies cut its rating on Quark to Hold. “We see no new users in the app,” said analyst Jan Moor.",
            "We see no new users in the app",
            ("We see no new users in the app",),
        ),
        (
            'Jefferies was more cautious on Quark. It has a "neutral" rating and a target of $82, and expects sales at shops to fall another 1% in the fourth quarter.',
            "Jefferies was more cautious on Quark",
            ("sales at shops to fall another 1% in the fourth quarter",),
        ),
        (
            "Jefferies cut its target price on Quark to $60 and forecasts user numbers to shrink until 2028.",
            "Jefferies cut its target price on Quark to $60 and forecasts user numbers to shrink until 2028",
            ("user numbers to shrink until 2028",),
        ),
        (
            'Ann Vale, an analyst at Jefferies, kept her hold rating on Quark. "Search use is 5 percent below its peak, and we think some of the demand is weak," she wrote in a note.',
            "Search use is 5 percent below its peak, and we think some of the demand is weak",
            ("some of the demand is weak",),
        ),
        (
            'Jefferies kept a Hold rating on Quark. "Search costs are higher than we had assumed," wrote Ida Roe, an analyst at the broker, who sees little ahead.',
            "Search costs are higher than we had assumed",
            ("Search costs are higher than we had assumed",),
        ),
        (
            'Jefferies has a Hold rating on Quark. "Search costs are higher than assumed," said Ida Roe, an analyst at Fulton Hill.',
            "Jefferies has a Hold rating on Quark",
            ("Jefferies has a Hold rating on Quark",),
        ),
        (
            'Jefferies has a Hold rating on Quark. "Our guests are careful with their money," Chief Executive Dan Ortega said.',
            "Jefferies has a Hold rating on Quark",
            ("Jefferies has a Hold rating on Quark",),
        ),
    ],
)
def test_what_an_analyst_says_next_is_the_reason(
    text: str, thesis: str, drivers: tuple[str, ...]
) -> None:
    (view,) = views(text)
    assert (view.thesis, view.drivers) == (thesis, drivers)


def test_what_a_house_says_next_is_the_thesis_where_its_first_sentence_only_rates() -> None:
    (view,) = views(
        "海通证券在报告中将夸克2026年净利润预测由16.2亿元上调至17.8亿元，维持“买入”评级，目标价由17.5元上调至21元。"
        "该行分析师认为，新品需求强劲，明年可贡献约3亿元利润。"
    )
    assert view.thesis == "新品需求强劲，明年可贡献约3亿元利润"
    assert view.target_price == "21"


def test_sentences_of_a_paragraph_are_one_view() -> None:
    text = "Goldman Sachs rates Quark a Buy. The bank likes its growth.\nGoldman Sachs upgraded DingTalk to Buy."
    first, second = views(text)
    assert first.quote == "Goldman Sachs rates Quark a Buy. The bank likes its growth"
    assert (second.subject, second.quote) == ("DingTalk", "Goldman Sachs upgraded DingTalk to Buy")


def test_sentences_apart_are_passages() -> None:
    text = "GS upgraded Quark to Buy. Quark has 4 offices. GS expects growth."
    assert [view.quote for view in views(text)] == ["GS upgraded Quark to Buy…GS expects growth"]


@pytest.mark.parametrize(
    ("text", "broker", "rating", "price"),
    [
        (
            "Brookline Partners raised its target to $62 and kept an outperform rating on Quark.",
            "Brookline Partners",
            "outperform",
            "62",
        ),
        (
            'Thornbury & Vale, which rates Quark "hold", was less convinced.',
            "Thornbury & Vale",
            "hold",
            "",
        ),
        (
            "Straits Peak, long the most bearish house on Quark, reiterates Reduce.",
            "Straits Peak",
            "Reduce",
            "",
        ),
        (
            "Delacroix, by contrast, repeated its Buy on Quark and raised its target to $39.",
            "Delacroix",
            "Buy",
            "39",
        ),
        ("朔泰首予夸克“买入”评级，目标价60港元。", "朔泰", "买入", "60"),
        ("铭泰研究则将夸克的评级由“增持”下调至“中性”。", "铭泰研究", "中性", ""),
        ("远望资本首次覆盖夸克，给予“买入”评级，目标价29元。", "远望资本", "买入", "29"),
    ],
)
def test_a_house_shows_by_what_it_does(text: str, broker: str, rating: str, price: str) -> None:
    (view,) = views(text)
    assert (view.broker, view.subject) == (broker, "Quark")
    assert (view.rating, view.target_price) == (rating, price)
    assert f"report.yaml does not know the broker {broker}: add it" in view.seen


@pytest.mark.parametrize(
    "text",
    [
        "Quark raised its sales target to $62 million and kept a buy-back.",
        "Analyst Lena Frost reiterated that Quark grows.",
        "Management kept its rating of the economy.",
        "公司维持全年目标，并将夸克的价格下调至29元。",
        "因此将评级工作交给专家。",
    ],
)
def test_who_does_not_rate_is_no_house(text: str) -> None:
    assert not views(text)


def test_a_broker_that_nobody_knows_is_a_doubt() -> None:
    (view,) = views("UBS upgraded Quark to Buy, citing strong demand.")
    assert view.seen == ("report.yaml does not know the broker UBS: add it",)


def test_a_view_without_a_reason_is_a_doubt() -> None:
    (view,) = views("Jefferies upgraded Quark to Buy.")
    assert view.drivers == (view.thesis,)
    assert "no reason is given" in view.review


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a note dated 30 January 2026, Jefferies upgraded Quark to Buy.", date(2026, 1, 30)),
        ("In a note on Monday, Jefferies upgraded Quark to Buy.", date(2026, 2, 2)),
        ("杰富瑞12月30日研报认为，夸克有望增长。", date(2025, 12, 30)),
        ("Jefferies upgraded Quark to Buy.", None),
    ],
)
def test_the_day_of_a_note(text: str, day: date | None) -> None:
    assert [view.report_date for view in views(text)] == [day]


def test_a_note_is_its_publishers() -> None:
    (view,) = views("We raise our target price to HK$90 and keep Buy.", "Quark", "Jefferies")
    assert (view.broker, view.subject, view.target_price) == ("Jefferies", "Quark", "90")


def test_what_neither_rating_nor_words_tell_is_a_doubt() -> None:
    (view,) = views("招商证券表示，夸克处于转型期。")
    assert view.stance == "neutral"
    assert "no rating and no word" in view.review


def test_a_bare_sign_that_nothing_settles_is_a_doubt() -> None:
    (view,) = views("Jefferies upgraded Quark to Buy with a target price of ¥120.")
    assert (view.target_price, view.currency) == ("", "")
    assert "currency of the target price" in view.review


@pytest.mark.parametrize(
    ("text", "broker", "rating", "price"),
    [
        (
            'Quark fell. At Osier, a British brokerage, Jan Roe was calm. He rates the stock "neutral".',
            "Osier",
            "neutral",
            "",
        ),
        (
            ("Quark fell. Delta Capital's Ina Moor is wary: “Demand is weak,” said Moor, who has an"
            " “underweight” rating and sees fair value at $35."),
            "Delta Capital",
            "underweight",
            "35",
        ),
        ("Lakeshore Partners, which rates the company Overweight, likes Quark.", "Lakeshore Partners",
         "Overweight", ""),
    ],
)  # fmt: skip
def test_the_house_of_an_analyst_who_is_named_once(
    text: str, broker: str, rating: str, price: str
) -> None:
    (view,) = views(text)
    assert (view.broker, view.rating, view.target_price) == (broker, rating, price)


def test_the_house_of_a_colleague() -> None:
    text = (
        "Fulton Ridge analyst Ann Lee cut Quark to Sell from Hold.\n"
        "Lee's colleague Max Orr is less sure: he has an Underperform rating on DingTalk."
    )
    assert [(view.broker, view.rating) for view in views(text)] == [
        ("Fulton Ridge", "Sell"),
        ("Fulton Ridge", "Underperform"),
    ]


@pytest.mark.parametrize(
    ("text", "before", "analyst"),
    [
        ("Jefferies raised its price target for Quark to $33 from $31.", "31", ""),
        ("Jefferies kept Quark at buy and its target price at $31.", "", ""),
        ("Jefferies trimmed its price target for Quark by $2 to $28.", "", ""),
        ("Jefferies analyst Ben Orr cut his target for Quark to $9 from $12.", "12", "Ben Orr"),
        ("高盛将夸克目标价由17.5元上调至19.6元。", "17.5", ""),
        ("高盛分析师陈一表示，看好夸克，目标价18元。", "", "陈一"),
    ],
)
def test_a_target_price_before_and_an_analyst(text: str, before: str, analyst: str) -> None:
    (view,) = views(text)
    assert (view.previous_target_price, view.analyst) == (before, analyst)


@pytest.mark.parametrize(
    ("text", "rating", "before"),
    [
        ("Jefferies moved Quark to “sell” from “hold”, citing weak phones.", "sell", "hold"),
        ("Jefferies upgraded Quark from Hold to Buy, with a target of $40.", "Buy", "Hold"),
        ("Jefferies raised its rating on Quark to buy (previously neutral).", "buy", "neutral"),
        ("Jefferies cut Quark to neutral on Monday. It had rated the shares overweight.", "neutral", "overweight"),
        ("Jefferies kept its “buy” rating on Quark, noting that margins held.", "buy", ""),
        ("Jefferies rates Quark buy. It has had a buy rating on the shares since March.", "buy", ""),
        ("高盛将夸克评级由“中性”上调至“买入”，目标价19元。", "买入", "中性"),
        ("高盛上调夸克评级至“增持”（此前为“持有”）。", "增持", "持有"),
        ("高盛把夸克的评级从买入下调至卖出，认为需求疲软。", "卖出", "买入"),
        ("高盛维持夸克“买入”评级。", "买入", ""),
    ],
)  # fmt: skip
def test_a_rating_before(text: str, rating: str, before: str) -> None:
    (view,) = views(text)
    assert (view.rating, view.previous_rating) == (rating, before)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'Jefferies was less convinced. "Every shop brings more shops," analyst Ann Lee said. She rates the stock "sell" with a target of $9.',
            [("Jefferies", "sell", "9", "Every shop brings more shops")],
        ),
        (
            "At Jefferies, the mood was darker. Analyst Mei Tan called Quark too dear. She has a target price of $9.",
            [("Jefferies", "", "9", "the mood was darker")],
        ),
        ("Jefferies lent Quark $40 million. It has a target of 12% for its margin.", []),
        ("Quark hired Jefferies as an adviser. She rates the stock “sell”.", []),
        ("Jefferies was wary of Quark.\nShe rates the stock “sell” with a target of $9.", []),
    ],
)
def test_a_house_named_in_a_sentence_before(text: str, told: list[tuple[str, ...]]) -> None:
    found = [(one.broker, one.rating, one.target_price, one.thesis) for one in views(text)]
    assert found == told


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (
            'wrote Eve Kern, who has an "outperform" rating on the stock and raised her price target to $58 from $52.',
            [("Jefferies", "Eve Kern", "positive", "outperform", "58", "52")],
        ),
        (
            'said Eve Kern, who rates the stock "sell".',
            [("Jefferies", "Eve Kern", "negative", "sell", "", "")],
        ),
        (
            'said Thornbury Partners, who rates the stock "sell".',
            [
                ("Jefferies", "", "neutral", "", "", ""),
                ("Thornbury Partners", "", "negative", "sell", "", ""),
            ],
        ),
        ("said Eve Kern, who runs Quark.", [("Jefferies", "", "neutral", "", "", "")]),
    ],
)
def test_who_writes_behind_a_house_is_its_analyst(behind: str, told: list[tuple[str, ...]]) -> None:
    text = f'Analysts at Jefferies said Quark was filling its shops. "Phones do not stay on a shelf," {behind}'
    found = [
        (v.broker, v.analyst, v.stance, v.rating, v.target_price, v.previous_target_price)
        for v in views(text)
    ]
    assert found == told
    assert views(text)[0].thesis == "Quark was filling its shops"
