"""Who says what a figure states."""

from dataclasses import replace

import pytest

from exporter.drafting.model import Guess, Named
from exporter.drafting.names.attributions import attribution_of
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import ENTITIES, sentence_with, sentences_in, setting_of


@pytest.mark.parametrize(
    ("title", "who"), [("Acme cools off", "Acme"), ("Acme and Brill cool off", ""), ("A note", "")]
)
def test_the_company_is_the_one_that_the_title_names(title: str, who: str) -> None:
    text = "The company, which has yards in Leeds and the Dales, said sales rose 3%."
    entities = tuple(Named(Bilingual(name, name)) for name in ("Acme", "Brill"))
    setting = setting_of(text, entities=entities, title=title)
    assert attribution_of(*sentence_with("3%", sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("公司称其成本已降至7万元以下。", "钉钉"),
        ("公司还声称，成本已降至7万元以下。", "钉钉"),
        ("公司称，成本已降至7万元以下。", ""),
        ("公司表示，成本已降至7万元以下。", ""),
    ],
)
def test_what_a_chinese_company_claims_is_said_by_it(text: str, who: str) -> None:
    setting = setting_of(text, title="钉钉降本")
    assert attribution_of(*sentence_with("7", sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The FTSE 250 group warned that costs rose 3%.", "3%", "Acme Homes"),
        ("Costs rose 3%, the FTSE 250 group said on Monday.", "3%", "Acme Homes"),
        ("Costs rose 3%, said the York-based builder.", "3%", "Acme Homes"),
        ("“We sold 40 of them,” the York-based builder said.", "40", "Acme Homes"),
        ("According to the FTSE 250 group, 40% of buyers haggled.", "40%", "Acme Homes"),
        ("The York-based builder, which has two yards, said costs rose 3%.", "3%", "Acme Homes"),
        # By a name of its own it is called as the sentence does; others by none of its words.
        ("Acme said that costs rose 3%.", "3%", "Acme"),
        ("The FTSE 250 groups said that costs rose 3%.", "3%", ""),
    ],
)
def test_who_is_described_goes_by_their_name(text: str, words: str, who: str) -> None:
    aliases = ("Acme", "the FTSE 250 group", "the York-based builder", "the company")
    setting = setting_of(text, entities=(Named(Bilingual("Acme Homes", "顶点"), aliases),))
    assert attribution_of(*sentence_with(words, sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Acme said prices rose 3%, and Brill has stuck to its guidance of 40 yards.",
            "40",
            "Brill",
        ),
        ("Acme said prices rose 3%, while Brill has cut its forecast to £4m.", "£4", "Brill"),
        ("Acme said prices rose 3%, but Brill sold 40 yards.", "40", ""),
        ("Acme said prices rose, while Brill, which owns 40 yards, has gone.", "40", ""),
        # What is told of another is still told.
        ("Acme said that prices rose 3% and that Brill had cut its target to 40.", "40", "Acme"),
        ("Acme said that prices rose 3%, and that Brill has 40 yards.", "40", "Acme"),
        ("Acme said prices rose 3%, and has stuck to its guidance of 40 yards.", "40", "Acme"),
    ],
)
def test_a_clause_may_turn_to_anothers_own_guidance(text: str, words: str, who: str) -> None:
    entities = tuple(Named(Bilingual(name, name)) for name in ("Acme", "Brill"))
    setting = setting_of(text, entities=entities)
    assert attribution_of(*sentence_with(words, sentences_in(text)), setting).value == who


TOLD = [
    ("Harbour Bank claims 40% of the market.", "40%", "Harbour Bank"),
    # He is who told something just before, though nobody names him.
    (
        "“最难的时候过去了。”钉钉一名高管对财新表示。据他介绍，产能已降至30万吨。",
        "30",
        "钉钉一名高管",
    ),
    ("一位粮油批发商说，行情很淡。她表示，库存约为45天。", "45", "一位粮油批发商"),
    ("行业很淡。他表示，库存约为45天。", "45", ""),
    ("分析师王平表示行情很淡。他表示，库存约为45天。", "45", "王平"),
    # Who ranks first beside the share before has it of the same data.
    (
        "据远江咨询的数据，钉钉市场份额为18%，位居第三。排名第一的明川份额为29%。",
        "29%",
        "远江咨询",
    ),
    ("钉钉市场份额为18%，位居第三。排名第一的明川份额为29%。", "29%", ""),
    ("据远江咨询的数据，钉钉市场份额为18%，位居第三。明川收入为29亿元。", "29", ""),
    # A paragraph that begins with 该券商 goes on with the only house of the one before.
    ("海通证券发布研报，维持“买入”评级。\n该券商同时指出，用户有望达30万户。", "30", "海通证券"),
    ("海通证券、中信证券均维持“买入”评级。\n该券商同时指出，用户有望达30万户。", "30", "该券商"),
    # The paper in which somebody says so is no part of who does.
    ("海通证券在点评报告中指出，船价回落，用户有望达30万户。", "30", "海通证券"),
    ("海通证券在一份深度报告中认为，用户有望达30万户。", "30", "海通证券"),
    ("海通证券的一份研究报告提到，用户有望达30万户。", "30", "海通证券"),
    ("海通证券在调研报告里表示，用户有望达30万户。", "30", "海通证券"),
    ("南湾报告文学学会表示，会员达30万户。", "30", "南湾报告文学学会"),
    ("远江点评网在年度报告中称，用户达30万户。", "30", "远江点评网"),
    # Who writes insurance, or writes something off, tells nothing by it.
    ("Harbour Bank wrote premiums of £41 million, up 9%.", "41", ""),
    ("Harbour Bank wrote £41 million of new business.", "41", ""),
    ("Harbour Bank wrote off £41 million.", "41", ""),
    ("Ann Roe wrote that premiums were £41 million.", "41", "Ann Roe"),
    ("Ann Roe wrote premiums rose to £41 million.", "41", "Ann Roe"),
    # A house of data tells what was expected, and not what happened.
    (
        "Revenue rose 6% to $310 million, above the $301 million analysts had forecast, according to Refinitiv.",
        "310",
        "",
    ),
    ("Fares rose 6%, beating the average estimate of 5%, according to data from LSEG.", "6%", ""),
    ("Orders fell 3%, short of analysts' forecasts of a 2% drop, FactSet said.", "3%", ""),
    ("Sales of vans rose 40% to 31,000, according to Autodata.", "40%", "Autodata"),
    (
        "Fares rose 6%, beating estimates of 5%, according to company data.",
        "6%",
        "company data",
    ),
    (
        '"Demand is soft," wrote Ida Roe, an analyst at the broker, who expects sales of $90 million.',
        "90",
        "Ida Roe",
    ),
    # What is compared with a forecast is nobody's forecast.
    ("Earnings of $2.12 a share compared with a consensus forecast of $2.04.", "2.12", ""),
    ("Earnings of $2.12 a share compared with a consensus forecast of $2.04.", "2.04", "Analysts"),
    ("A margin of 31% exceeded analysts' forecasts of 29%.", "31", ""),
    ("Sales of £45m, against market expectations of £41m, cheered it.", "45", ""),
    ("Sales of £45m met market forecasts.", "45", ""),
    ("It trades at 9 times consensus estimates.", "9", "Analysts"),
    ("Analysts had expected 61 cents a share on revenue of $240 million.", "240", "Analysts"),
    ("It earned 61 cents a share on revenue of $240 million.", "240", ""),
    # What a paper shows is told by who published it; of a company's own results by nobody.
    ("海港银行昨晚发布三季报。报告显示，前三季度净利润达30亿元。", "30", ""),
    ("中国奶业协会近日发布年度报告。报告显示，全国原奶产量达30万吨。", "30", "中国奶业协会"),
    ("国家统计局昨日公布了运行报告。报告显示，产量达30万吨。", "30", "国家统计局"),
    (
        "钉钉公布三季报，收入增长8%。同日，远江咨询发布《办公白皮书》。报告显示，用户达30万户。",
        "30",
        "远江咨询",
    ),
    ("报告显示，人均用奶30公斤。", "30", "报告"),
    ("海港银行（下称“海港”）4月28日晚间披露季报。报告显示，净利润达30亿元。", "30", ""),
    ("远江咨询(以下简称“远江”)近日发布《办公白皮书》。报告显示，用户达30万户。", "30", "远江咨询"),
    ("中国奶业协会（CDA）昨日公布年度报告。报告显示，产量达30万吨。", "30", "中国奶业协会"),
    (
        "“客单价降了两成。”钉钉一位前区域负责人对记者说。他透露，抽佣比例为30%。",
        "30",
        "钉钉一位前区域负责人",
    ),
    # Whose rival somebody is, is no part of their name.
    ("钉钉的主要竞争对手明川科技此前披露，用户达30万户。", "30", "明川科技"),
    ("钉钉的老对手明川科技表示，用户达30万户。", "30", "明川科技"),
    ("远江咨询对钉钉的用户表示，活跃用户达30万户。", "30", "远江咨询"),
    (
        "Costs rose 4%, and Chief Financial Officer Ann Roe said they should ease to 60 euros.",
        "60",
        "Chief Financial Officer Ann Roe",
    ),
    ("同日披露的一季报略好于预期：营收47.9亿元，同比微增0.8%。", "47.9", ""),
    ("次日披露的财报好于预期：净利润3亿元。", "3亿", ""),
    ("阿里云宣布平台升级。\n需求大增。据介绍，全国80%的企业用上阿里云。", "80", "阿里云"),
    ("海港银行行长王明表示，业务向好。据介绍，该行今年新开30家网点。", "30", "海港银行行长王明"),
    ("项目负责人李海介绍，产线已投产。据透露，年产能达30万台。", "30", "项目负责人李海"),
    ("据海港银行介绍，今年新开30家网点。", "30", "海港银行"),
    ("据统计，全国销量达30万辆。", "30", "据统计"),
    ("公司同日披露，前三季度收入30亿元。", "30", ""),
    (
        "内测数据显示，AI生意助手能提升约19%的曝光量，有商家表示，内测期间订单数提升了20%。",
        "19",
        "内测数据",
    ),
    (
        "内测数据显示，AI生意助手能提升约19%的曝光量，有商家表示，内测期间订单数提升了20%。",
        "20",
        "有商家",
    ),
    ("在云栖大会上，阿里云宣布全新升级的人工智能平台PAI可支持高达10万卡量级。", "10", "阿里云"),
    ("资料显示，2014年阿里巴巴成立了数据科学与技术研究院。", "2014", ""),
    (
        "“我们的收入增长12%。”海港银行行长王明在业绩会上表示，未来三年将开设30家网点。",
        "30",
        "海港银行行长王明",
    ),
    (
        "“我们的收入增长12%。”海港银行行长王明在业绩会上表示，未来三年将开设30家网点。",
        "12",
        "海港银行行长王明",
    ),
    ("欧盟《工业研发投入计分牌》报告显示，阿里巴巴居于第1。", "1", "欧盟《工业研发投入计分牌》"),
    ("数据显示，全国销量达320万辆。", "320", ""),
    ("公开数据显示，行业规模达320亿元。", "320", ""),
    ("每台补贴1万元。按此测算，全年市场规模有望达到320亿元。", "320", ""),
    ("公司董事长林舟表示，全年将新开30家门店。", "30", "董事长林舟"),
    ("竞争对手海澳航空披露，三季度旅客为320万人次。", "320", "海澳航空"),
    ("海澳航空11月1日晚间公告，三季度旅客为320万人次。", "320", "海澳航空"),
    ("该机构提示，若油价上涨，毛利率可能下降3个百分点。", "3个", "该机构"),
    ("公司温馨提示词已更新，售出30台。", "30", ""),
    ("据国家统计局数据，全国销量达320万辆。", "320", "国家统计局数据"),
    ("据钉钉介绍，付费用户超过2600万。", "2600", "钉钉"),
    ("钉钉用户达7亿。", "7", ""),
    ("他表示，明年将投入12亿元。", "12", ""),
    ("根据IDC统计，夸克占36%。", "36", "IDC"),
    ("财经网表示，用户达7亿。", "7", ""),
    ("东衡证券在8月27日的研报中表示，预计收入增长12%。", "12", "东衡证券"),
    ("华岭证券分析师顾闻在研报中表示，预计收入增长12%。", "12", "华岭证券分析师顾闻"),
    ("此前市场普遍预期其全年净利润为38亿元。", "38", "市场"),
    ("营收为41亿元，此前分析师平均预计公司上半年营收约39亿元。", "39", "分析师"),
    ("某机构周三在报告中指出，行业规模达12亿元。", "12", "某机构"),
    ("10月31日，阿里云宣布，服务500万客户。", "500", "阿里云"),
    ("Sales rose 12%, according to Harbour Research.", "12", "Harbour Research"),
    (
        "According to the China Passenger Car Association, sales rose 12%.",
        "12",
        "China Passenger Car Association",
    ),
    ("DingTalk said it had 700 million users.", "700", "DingTalk"),
    (
        "“Sales rose 12%,” said Jane Doe, chief executive of Quark.",
        "12",
        "Jane Doe, chief executive of Quark",
    ),
    (
        "Jane Doe, chief executive of Quark, said sales rose 12%.",
        "12",
        "Jane Doe, chief executive of Quark",
    ),
    ("Sales rose 12%, analysts said.", "12", "analysts"),
    ("钉钉在半年报中称，上半年采购价为12元。", "12", "钉钉"),
    ("夸克在招股书中披露，其用户为12万户。", "12", "夸克"),
    (
        "The GMB union, which says it represents 1,100 of Quark's 4,600 staff, wants 5%.",
        "1,100",
        "GMB union",
    ),
    ("Unite, which claims it has 12 members there, wants 5%.", "12", "Unite"),
    (
        "The Brewers’ Association, which said its members lost 12 pubs, met.",
        "12",
        "Brewers’ Association",
    ),
    # What stands behind the aside, or is of the whole that a part is of, it does not say.
    ("Unite, which claims it has 12 members there, wants 5%.", "5%", ""),
    ("The GMB, which says it represents 12 of Quark's 4,600 staff, met.", "4,600", ""),
    ("Unite, which has 12 members there, wants 5%.", "12", ""),
    ("Sales rose 12%.", "12", ""),
    ("Quark had 12 users.", "12", ""),
    ("She said sales rose 12%.", "12", ""),
    ("Revenue grew 12% in the quarter, Quark said on Thursday.", "12", "Quark"),
    ("Analysts at Goldman Sachs estimate sales of 12 million.", "12", "Analysts at Goldman Sachs"),
]


@pytest.mark.parametrize(("text", "figure", "who"), TOLD)
def test_who_says_so(text: str, figure: str, who: str) -> None:
    setting = setting_of(text, publisher="财经网")
    assert attribution_of(*sentence_with(figure, sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    "text",
    [
        "Quark said it had 40 million users.",
        "We said that 40 million used it.",
        "The company announced that 40 million used it.",
    ],
)
def test_a_company_in_its_own_document_is_the_source(text: str) -> None:
    setting = setting_of(text, publisher="Quark Inc.")
    assert attribution_of(*sentence_with("40", sentences_in(text)), setting) == Guess("")


def test_who_tells_one_thing_and_after_a_semicolon_another() -> None:
    text = "阿里云宣布，平台已升级；服务了500万家企业。新品有3款。"
    sentences = [
        replace(sentences_in(text)[0], start=12, text=text[12 : text.index("。") + 1]),
        sentences_in(text)[1],
    ]
    setting = setting_of(text)
    assert attribution_of(*sentence_with("500", sentences), setting) == Guess("阿里云")
    assert attribution_of(*sentence_with("3款", sentences), setting) == Guess("")


def test_who_stands_in_a_sentence_before_is_a_doubt() -> None:
    text = "She said 40 million used it."
    found = attribution_of(*sentence_with("40", sentences_in(text)), setting_of(text))
    assert not found.value
    assert "sentence before" in found.doubt


def test_she_is_no_company_that_an_analyst_spoke_of() -> None:
    text = "Ida Roe, an analyst at Larch Partners, said Quark was growing. She expects earnings of $3.05 a share next year."
    found = attribution_of(*sentence_with("3.05", sentences_in(text)), setting_of(text))
    assert found.value.startswith("Ida Roe")


def test_the_company_of_a_report_on_one_is_named() -> None:
    text = "The company said 40 million used it."
    setting = setting_of(text, entities=ENTITIES[1:2])
    assert attribution_of(*sentence_with("40", sentences_in(text)), setting) == Guess("DingTalk")


PAPER = (
    Named(Bilingual("Larkfield Paper", "拉克纸业"), ("Larkfield",)),
    Named(Bilingual("Packaging", "包装业务")),
)
HOUSES = (
    Named(Bilingual("Ashby Securities", "阿什比证券")),
    Named(Bilingual("Linhe Securities", "临河证券")),
)
OF_SPEAKERS = [
    ("据国家统计局发布的数据，1月纸产量为1200万吨。", "1200", "国家统计局"),
    ("数据来源：造纸协会。据该协会预计，全年产量增长3%。", "3%", "该协会"),
    ("“成本还会涨，”财务总监苏敏告诉记者，“至少5%。”", "5%", "财务总监苏敏"),
    ("总裁魏然坦言形势不好，但他同时表示，包装业务已签下7亿元订单。", "7亿", "魏然"),
    ("董事长何清在会上给出的口径是：明年产能要到90万吨。", "90", "董事长何清"),
    ("临河证券发表研报指，二季度毛利率升至41%。", "41%", "临河证券"),
    ("临河证券分析师罗帆发表报告称，浆价见底。他预计全年收入12亿元。", "12亿", "罗帆"),
    (
        "临河证券发表报告称，浆价见底。该行将公司2026年、2027年和2028年归母净利润预测上调至9亿元。",
        "9亿",
        "临河证券",
    ),
    (
        "临河证券维持评级，认为浆价见底。该行分析师认为，新浆线明年可贡献9亿元收入。",
        "9亿",
        "临河证券分析师",
    ),
    (
        "临河国际预计浆价回落。\n董秘何清在会上透露，产能将增加。她表示存货会降到12亿元。",
        "12亿",
        "董秘何清",
    ),
    (
        "有人士透露，订单可观。\n财务总监苏敏8月底表示，开支将减少。她还说，盈利将达1亿元。",
        "1亿",
        "苏敏",
    ),
    ("拉克纸业上周披露中报，二季度营收14亿元。", "14亿", ""),
    ("财报显示，上半年营收14亿元。", "14亿", ""),
    ("临河证券下调盈利预测，预计2026年净利润为8.8亿元。", "8.8", "临河证券"),
    ("临河证券维持“持有”，认为浆价仍高，预计净利润8.8亿元。", "8.8", "临河证券"),
    ("受益于涨价，二期30万吨产能预计明年投用，投资4亿元。", "4亿", ""),
    ("8月20日公布的中试结果显示，吨浆能耗下降12%。", "12%", ""),
    (
        '"Pulp will stay dear," finance director Ruth Oakes told analysts, "for at least 18 months."',
        "18",
        "finance director Ruth Oakes",
    ),
    (
        "Costs should reach £1.9bn, finance chief Ruth Oakes told reporters.",
        "£1.9",
        "finance chief Ruth Oakes",
    ),
    (
        "Ruth Oakes, finance director, said costs would rise 4%. Spending should reach £9 million, she added, and debt will fall.",
        "£9",
        "Ruth Oakes",
    ),
    (
        '"We are halfway through," Marsh, who joined in 2024, said. "Another 200 posts will go."',
        "200",
        "Marsh",
    ),
    (
        "Ashby Securities, which has a hold rating, forecasts pretax profit of £88 million for 2027.",
        "£88",
        "Ashby Securities",
    ),
    ("Ashby cut the shares to hold. It expects profit of £88 million in 2027.", "£88", "Ashby"),
    ("Analysts had expected £95 million, according to a poll by Vantage.", "£95", "Vantage"),
    ("Packaging grew 8%, and it now has 14 plants.", "14", ""),
    (
        "Analysts at Ashby Securities, who kept a hold rating, pointed to an 11% jump in wages.",
        "11%",
        "Ashby Securities",
    ),
    (
        "Analysts at Ashby Securities, who rate it a hold with a target of 1,250 pence, said it saw a rise of 2%.",
        "2%",
        "Ashby Securities",
    ),
    ("Ashby Securities flagged a 4% rise in the cost of pulp.", "4%", "Ashby Securities"),
    ("The mill, which Ashby Securities rates hold, flagged costs of £88 million.", "£88", ""),
]


@pytest.mark.parametrize(("text", "figure", "who"), OF_SPEAKERS)
def test_speakers_houses_and_what_cannot_speak(text: str, figure: str, who: str) -> None:
    setting = setting_of(text, entities=PAPER, brokers=HOUSES, title="Larkfield Paper")
    found = attribution_of(*sentence_with(figure, sentences_in(text)), setting).value
    assert found == who


@pytest.mark.parametrize(
    ("text", "figure", "who"),
    [
        (
            "According to rating agency Vantis, paper demand will rise 6%.",
            "6%",
            "rating agency Vantis",
        ),
        (
            "It sells into a market that Farrow Research sizes at $12 billion.",
            "$12",
            "Farrow Research",
        ),
        (
            "The packaging market is estimated by the Paper Council to have grown by 4%.",
            "4%",
            "Paper Council",
        ),
        ("The trade body Foldia, which puts output at 7 million tonnes, met.", "7", "Foldia"),
        ('"It was hard. Our rate fell to 4.2. I am glad," Ms Oakes said.', "4.2", "Ms Oakes"),
        (
            'President and CEO Ruth Oakes:\n\n"We cut costs. Orders grew by 7%."\n\n"Staff fell by 9%."',
            "9%",
            "President and CEO Ruth Oakes",
        ),
        ('President and CEO Ruth Oakes:\n\n"We cut costs."\n\nOrders grew by 7%.', "7%", ""),
    ],
)
def test_bodies_and_who_is_quoted_over_several_sentences(text: str, figure: str, who: str) -> None:
    setting = setting_of(text, entities=PAPER, brokers=HOUSES, title="Larkfield Paper")
    assert attribution_of(*sentence_with(figure, sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    "text",
    [
        "据介绍，全国80%的科技企业用上阿里云。",
        "钉钉推出新版。据悉，80%的企业已升级。",
        "海港银行行长王明表示，业务向好。据了解，全市80%的网点已翻新。",
        "据报道，80%的用户选择续费。",
    ],
)
def test_nobody_is_named_who_cannot_be_told(text: str) -> None:
    at, sentence = sentence_with("80", sentences_in(text))
    assert attribution_of(at, sentence, setting_of(text)) == Guess("", "who says so is not named")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "“这才是考题。”上海一家咨询公司的餐饮分析师说。据其测算，市场规模将达3200亿元。",
            "3200",
            "上海一家咨询公司的餐饮分析师",
        ),
        (
            "首席财务官陆思远表示，单量已恢复。据其介绍，公司将开店400家。",
            "400",
            "首席财务官陆思远",
        ),
        ("一名从业者说，竞争很激烈。根据其估算，当地门店超过800家。", "800", "一名从业者"),
        ("乘联分会表示，需求仍在。据其预计，销量将达200万辆。", "200", "乘联分会"),
        ("市场仍在扩大。据其预计，钉钉的利润将达6亿元。", "6", ""),
    ],
)
def test_whom_a_chinese_sentence_means_that_goes_on_with_who_spoke(
    text: str, words: str, who: str
) -> None:
    setting = setting_of(text, title="钉钉降本")
    assert attribution_of(*sentence_with(words, sentences_in(text)), setting).value == who


_SHAW = "Quark sells by the road, said Ann Shaw, its founder. "


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("It had 640 pods, and Shaw expects to reach 1,000 by 2028.", "1,000", "Shaw"),
        ("It had 640 pods, and Shaw expects to reach 1,000 by 2028.", "640", ""),
        ("Shaw hopes sales could rise 9%.", "9%", "Shaw"),
        ("She wants to add 12 sites.", "12", "Ann Shaw"),
        ("Quark wants to add 12 sites.", "12", ""),
        ("Larch expects to reach 1,000 pods.", "1,000", ""),
        ("Quark added 12 sites.", "12", ""),
        ("Quark added more than a hundred beds and 12 sites.", "12", ""),
        ("Quark added another 12 sites.", "12", ""),
        ("Profit missed the $9 million average of six analysts.", "$9", "Analysts"),
        ("Shaw added that 12 sites would shut.", "12", "Shaw"),
    ],
)
def test_what_a_person_expects_is_said_by_them_and_what_a_company_adds_by_nobody(
    text: str, words: str, who: str
) -> None:
    text = _SHAW + text
    found = attribution_of(*sentence_with(words, sentences_in(text)), setting_of(text))
    assert found.value == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Analysts at Dunmore Hill lifted their full-year profit forecast by 4%.", "Dunmore Hill"),
        ("Analysts at Dunmore Hill watched as rivals lifted prices by 4%.", ""),
    ],
)
def test_analysts_of_a_house_revise_their_own_forecast(text: str, who: str) -> None:
    brokers = (Named(Bilingual("Dunmore Hill", "邓莫尔")),)
    setting = setting_of(text, brokers=brokers)
    assert attribution_of(*sentence_with("4%", sentences_in(text)), setting).value == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Orly Brothers' Jo Reed kept a buy rating, arguing that costs would fall 3%.", "Orly Brothers"),
        ("Orly Brothers’ Jo Reed kept a buy rating, arguing that costs would fall 3%.", "Orly Brothers"),
        ("Orly Brothers kept a buy rating, arguing that costs would fall 3%.", "Orly Brothers"),
    ],
)  # fmt: skip
def test_a_house_is_called_without_its_apostrophe(text: str, who: str) -> None:
    house = Named(Bilingual("Orly Brothers", "奥利兄弟"))
    setting = setting_of(text, brokers=(house,))
    assert attribution_of(*sentence_with("3%", sentences_in(text)), setting).value == who
