"""Who a figure is about: each text with the words at which the figure stands, and the entity."""

import pytest

from exporter.drafting.model import Guess, Named
from exporter.drafting.names.clauses import NOT_KNOWN
from exporter.drafting.names.entities import Entities
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import ENTITIES, sentence_with, sentences_in, setting_of

ENGLISH = [
    ("DingTalk had 700 million users.", "700", "DingTalk"),
    ("Alibaba said DingTalk had 700 million users.", "700", "DingTalk"),
    ("Alibaba said revenue rose 12% to $5 billion.", "12%", "Alibaba Group"),
    ("Alibaba's Quark had 149 million users.", "149", "Quark"),
    ("Quark, Alibaba's AI assistant, had 149 million users.", "149", "Quark"),
    ("DingTalk, which is owned by Alibaba, had 26 million paying users.", "26", "DingTalk"),
    ("Sales rose 5% at Quark and 9% at DingTalk.", "5%", "Quark"),
    ("Sales rose 5% at Quark and 9% at DingTalk.", "9%", "DingTalk"),
    ("Alibaba said 12% of DingTalk's users pay.", "12%", "DingTalk"),
    ("Quark had 149 million users, more than DingTalk's 100 million.", "149", "Quark"),
    ("Quark had 149 million users, more than DingTalk's 100 million.", "100", "DingTalk"),
    ("Quark and DingTalk had 149 million and 700 million users, respectively.", "149", "Quark"),
    ("Quark and DingTalk had 149 million and 700 million users, respectively.", "700", "DingTalk"),
    ("Quark rose 5% while DingTalk fell 9%.", "9%", "DingTalk"),
    (
        "Quark's tone contrasts with that of rival DingTalk, which said it had earned $90 million.",
        "90 m",
        "DingTalk",
    ),
    ("Quark is smaller than DingTalk, whose sales fell 4% in May.", "4%", "DingTalk"),
    ("Quark signed a deal with DingTalk, which brought it 3 million users.", "3 m", "Quark"),
    ("Quark lost share to smaller rival Lampo, which in June sold 4 million lamps.", "4 m", ""),
    ("Compared with DingTalk, Quark grew 20%.", "20%", "Quark"),
    (
        "In a partnership with DingTalk, the retailer Rival Corp reported sales of $3 billion.",
        "3 b",
        "",
    ),
    ("Rival Corp reported sales of $3 billion.", "3 b", ""),
    ("BYD delivered 4.3 million cars, while Quark had 149 million users.", "4.3", ""),
    ("BYD delivered 4.3 million cars, while Quark had 149 million users.", "149", "Quark"),
    (
        "Alibaba Cloud's revenue rose 26%. The unit now serves 5 million customers.",
        "5 m",
        "Alibaba Cloud",
    ),
    ("Harbour Bank said deposits grew 4%. The bank opened 12 branches.", "12", "Harbour Bank"),
    ("Harbour's net interest margin was 2.1%.", "2.1", "Harbour Bank"),
    ("Revenue from Quark rose 12%.", "12%", "Quark"),
    ("“Sales rose 12%,” said Jane Doe, chief executive of DingTalk.", "12%", "DingTalk"),
    ("Sales rose 12%, Quark said.", "12%", "Quark"),
    ("Founded in 2014, DingTalk has 900 staff.", "2014", "DingTalk"),
    (
        "The competitor of Quark sold 12 units. Quark earned $5 million. It has 30 staff.",
        "30",
        "Quark",
    ),
    ("Alibaba acquired Lazada for $1 billion.", "1 b", "Alibaba Group"),
    ("DingTalk signed 12 customers including Rival Corp.", "12", "DingTalk"),
    ("Rival Corp reported sales of $3 billion. It employs 400 people.", "400", ""),
    # Somebody else's business, of which one of its own people tells, who is not named.
    (
        "Harbour Bank opened 12 branches. The owner of a small credit union, who asked not to be named, said loans cost 9%.",
        "9%",
        "",
    ),
    (
        "Harbour Bank opened 12 branches. The head of a unit that lends to farms said loans cost 9%.",
        "9%",
        "Harbour Bank",
    ),
    ("Alibaba.com added 40,000 suppliers.", "40,000", "Alibaba.com"),
    ("QUARK TOPS 150 MILLION USERS", "150", "Quark"),
    ("Alibaba plans to spend 380 billion yuan on AI, it said.", "380", "Alibaba Group"),
    ("Users of DingTalk spent 12 minutes a day.", "12", "DingTalk"),
    ("DingTalk's rival Feishu has 10 million users.", "10", ""),
    ("Customers including Alibaba account for 40% of Harbour Bank's loans.", "40%", "Harbour Bank"),
    ("With 149 million users, Quark leads the market.", "149", "Quark"),
    ("Quark, with 149 million users, leads the market.", "149", "Quark"),
    ("At Alibaba Cloud, sales were $4 billion.", "4 b", "Alibaba Cloud"),
    (
        "Alibaba Cloud sales climbed 26%, driven by AI products, which grew by 100%.",
        "100%",
        "Alibaba Cloud",
    ),
    (
        "#Quark\nRevenue was $41 million, up 18%, as Alibaba opened 30 shops. Subscriptions made up 22% of the segment's revenue.",
        "22%",
        "Quark",
    ),
    (
        "#DingTalk\nDingTalk had a good year. Sales were $8 million, after Alibaba raised prices. The margin was 17.1%.",
        "17.1",
        "DingTalk",
    ),
    (
        "Sales rose 9% at Quark. As Alibaba said, costs fell. It has 31 shops.",
        "31",
        "Alibaba Group",
    ),
    ("The deal gives Alibaba a 12% stake in Rival Corp.", "12%", "Alibaba Group"),
    ("Quark is down 28%, compared with a 6% rise in the Harbour Index.", "28%", "Quark"),
    ("Quark is down 28%, compared with a 6% rise in the Harbour Index.", "6%", ""),
    ("Quark fell 3%, while the Harbour Index was up 1%.", "1%", ""),
    ("Quark grew 3%. Grey timber traded at 84 euros a tonne, 17% above its low.", "84", ""),
    ("Quark grew 3%. Grey timber traded at 84 euros a tonne, 17% above its low.", "17%", ""),
    ("Quark grew 3%. Its timber sold for 84 euros a tonne.", "84", "Quark"),
    ("The price of wool would average 88 euros and Quark earn 19 euros.", "88", ""),
    ("The price of wool would average 88 euros and Quark earn 19 euros.", "19", "Quark"),
    ("Quark traded at 84 euros a tonne.", "84", "Quark"),
]
CHINESE = [
    # What reads like a stranger only says who a known one is.
    ("钉钉用户达7亿。同城的老牌软件公司夸克此前披露，收入下滑4.6%。", "4.6", "Quark"),
    (
        "钉钉用户达7亿。一位不愿透露姓名的同行企业高管对记者表示，退货率已经到了三成。",
        "三成",
        "",
    ),
    ("钉钉用户达7亿。一位要求匿名的中小软件企业创始人对记者说，“年费已经降到了99元”。", "99", ""),
    ("钉钉用户达7亿。多位外地代理商老板告诉记者，今年提价12%。", "12", ""),
    ("钉钉用户达7亿。一位公司高管表示，年费已经降到了99元。", "99", "DingTalk"),
    ("钉钉用户达7亿。一位接近该平台的人士透露，年费已经降到了99元。", "99", "DingTalk"),
    ("夸克的企业客户数目突破1.2万家，续约率为93%。", "93", "Quark"),
    ("夸克的客户留存率为81%。", "81", "Quark"),
    ("夸克用户达1.49亿。一家中小软件服务商的老板对记者表示，公司已经裁了30人。", "30", ""),
    ("夸克用户达1.49亿。“去年，我的销售额少了30%。”漯河的经销商刘振东说。", "30%", ""),
    ("夸克用户达1.49亿。“我认为明年售价会涨30%。”公司董事长说。", "30%", "Quark"),
    ("夸克用户达1.49亿。“我们的售价涨了30%。”公司董事长说。", "30%", "Quark"),
    ("夸克用户达1.49亿。经销商周海平把仓库盘了一遍：库存12万箱。", "12", ""),
    ("夸克用户达1.49亿。国内前五家企业的份额合计升至67%。", "67", ""),
    (
        "夸克用户达1.49亿。一位长三角地区的软件维护公司负责人对记者说，他的公司有46名技工。",
        "46",
        "",
    ),
    ("夸克用户达1.49亿。同业方面，星河院线客量跌15%。", "15", ""),
    ("夸克用户达1.49亿。据中国软件行业协会数据，全国装机61万台；同期关停9家。", "9", ""),
    ("夸克用户达1.49亿。今年以来热卷均价为3380元/吨，较去年四季度上涨4.2%。", "4.2", ""),
    ("夸克用户达1.49亿。2025年全球跟踪支架出货量约121GW。", "121", ""),
    ("按收入计，夸克在海港银行排名第四，份额为3%。", "3%", "Quark"),
    ("按收入计，夸克在海港银行排名第四，份额为3%。", "第四", "Quark"),
    ("夸克用户达1.49亿，行业龙头蒙禾集团此前公布的收入增速为2.4%。", "2.4", ""),
    ("夸克研发投入占收入的23%，而海外同行一般在15%左右。", "15", ""),
    ("夸克毛利率为41%，国内同业平均约32%。", "32", ""),
    ("夸克毛利率为41%，一家同行上半年的毛利率只有23%。", "23", ""),
    ("夸克毛利率为41%。相比之下，其主要竞争对手去年净利润下滑18%。", "18", ""),
    ("夸克毛利率为41%，而行业龙头的市占率为27%。", "27", ""),
    ("夸克毛利率为41%。最大的竞争对手同期卖出23万台。", "23", ""),
    ("夸克毛利率为41%。多家头部品牌今年降价15%。", "15", ""),
    ("夸克毛利率为41%。作为行业龙头，去年市占率为27%。", "27", "Quark"),
    ("夸克毛利率为41%。行业龙头地位带来溢价，售价高出15%。", "15", "Quark"),
    ("夸克毛利率为41%。一季度再生铜的折扣系数升至78%，而去年四季度只有72%。", "78", ""),
    ("夸克毛利率为41%。一季度再生铜的折扣系数升至78%，而去年四季度只有72%。", "72", ""),
    ("夸克毛利率为41%。6月云南咖啡豆收购均价为52元/公斤，较年初上涨12%。", "12", ""),
    ("夸克毛利率为41%。铜箔加工费一度跌至1.5万元/吨。", "1.5", ""),
    ("夸克毛利率为41%。咖啡豆价格上涨12%，公司毛利率降至38%。", "38", "Quark"),
    ("夸克毛利率为41%。咖啡豆价格上涨，单杯成本增加0.8元。", "0.8", "Quark"),
    ("夸克毛利率为41%。其咖啡豆采购均价为52元/公斤。", "52", "Quark"),
    ("夸克毛利率为41%，咖啡豆采购均价为52元/公斤。", "52", "Quark"),
    ("夸克成本降到2.85元。据农牧部门监测，主产省份生鲜乳均价为3.04元/公斤。", "3.04", ""),
    ("夸克销量增长。据中国汽车工业协会统计，7月出口为61万辆。", "61", ""),
    ("截至8月，钉钉已有17条产品线。", "17", "DingTalk"),
    ("目前全国80%的科技企业跑在阿里云上。", "80%", "Alibaba Cloud"),
    ("钉钉是国内首家。截至8月，已有17条产品线、55个场景。", "55", "DingTalk"),
    ("与钉钉相比，夸克用户达1.49亿。", "1.49", "Quark"),
    ("夸克和钉钉的用户分别达1.49亿和7亿。", "1.49", "Quark"),
    ("夸克和钉钉的用户分别达1.49亿和7亿。", "7亿", "DingTalk"),
    ("阿里巴巴表示，钉钉用户达7亿。", "7亿", "DingTalk"),
    ("夸克高活跃用户平均每天和钉钉互动8次。", "8次", "Quark"),
    ("海港银行净利润增长4%。该行不良率为1.2%。", "1.2", "Harbour Bank"),
    ("远洋集团实现营收30亿元，同比增长5%。", "30", ""),
    ("远洋集团实现营收30亿元。夸克用户达1.49亿。", "1.49", "Quark"),
    ("夸克宣布与远洋集团签约，金额达3亿元。", "3亿", "Quark"),
    ("阿里以12亿元收购远洋集团30%股权。", "12", "Alibaba Group"),
    ("阿里以12亿元收购远洋集团30%股权。", "30%", "Alibaba Group"),
    ("钉钉向海港银行提供1200套设备。", "1200", "DingTalk"),
    ("据钉钉介绍，付费用户超过2600万。", "2600", "DingTalk"),
    ("夸克用户规模高于钉钉的7亿。", "7亿", "DingTalk"),
    ("阿里云收入增长26%，其中AI产品收入增长100%。", "100%", "Alibaba Cloud"),
    ("比亚迪股份披露，全年销量430万辆。", "430", ""),
]

_RIVAL_ONCE = "公司收入为64亿元。\n竞争对手钉钉同期收入下降4%至80亿元。\n公司人均产出54万元。"


def guess(text: str, figure: str, **given: object) -> Guess[str]:
    sentences = sentences_in(text)
    entities = Entities(setting_of(text, **given), sentences)  # type: ignore[arg-type]
    return entities.of(*sentence_with(figure, sentences))


@pytest.mark.parametrize(("text", "figure", "entity"), [*ENGLISH, *CHINESE])
def test_names_near_a_figure(text: str, figure: str, entity: str) -> None:
    assert guess(text, figure).value == entity


@pytest.mark.parametrize(
    ("text", "figure", "title", "entity", "doubt"),
    [
        ("# Quark\nDeposits grew 4%.", "4%", "News", "Quark", ""),
        ("# Quark\nWe opened 4 branches.", "4", "DingTalk in figures", "Quark", ""),
        ("Sales grew 4%.", "4%", "DingTalk shines", "DingTalk", ""),
        ("公司全年营收9000亿元。", "9000", "阿里巴巴财报", "Alibaba Group", ""),
        ("We employ 400 people.", "400", "Quark in figures", "Quark", ""),
        ("DingTalk grew.\nIt has 40 staff.", "40", "Quark", "DingTalk", "paragraph before"),
        ("DingTalk grew.\nStaff fell 4%.", "4%", "Quark", "Quark", "is it DingTalk"),
        ("Staff fell 4%.", "4%", "News", "", "no entity of the report"),
        ("“Staff fell 4%.” DingTalk was dry.", "4%", "Quark and DingTalk", "Quark", "others"),
        # A rival is named once: neither the document nor what 公司 says is of it.
        (f"夸克：上半年经营情况\n发布日期\n{_RIVAL_ONCE}", "54", "News", "Quark", ""),
        (f"夸克：上半年经营情况\n发布日期\n{_RIVAL_ONCE}", "80", "News", "DingTalk", ""),
        (_RIVAL_ONCE, "64", "News", "", "no entity of the report"),
        (_RIVAL_ONCE, "54", "News", "DingTalk", "paragraph before"),
        (_RIVAL_ONCE.replace("竞争对手", ""), "80", "News", "DingTalk", ""),
        (f"上半年经营情况\n{_RIVAL_ONCE}", "54", "夸克业绩", "Quark", ""),
    ],
)
def test_what_names_nobody_is_carried(
    text: str, figure: str, title: str, entity: str, doubt: str
) -> None:
    found = guess(text, figure, title=title)
    assert found.value == entity
    assert (doubt in found.doubt) if doubt else not found.doubt


def test_the_only_entity_of_a_report_is_it() -> None:
    assert guess("Staff fell 4%.", "4%", entities=ENTITIES[1:2]) == Guess("DingTalk")


def test_names_that_the_source_gives() -> None:
    text = "Harbour Bank plc (“HB” or the “Bank”) is old. HB lent $4 million."
    assert guess(text, "4 m", title="Quark").value == "Harbour Bank"


def test_a_name_of_common_words_in_a_sentence() -> None:
    parts = (Named(Bilingual("Garden sheds", "棚屋")), Named(Bilingual("Chairs", "椅子")))
    entities = (ENTITIES[1], *parts)
    text = "DingTalk said garden sheds, which last for years, brought in $4 million, and it sold 90 chairs."
    assert guess(text, "4 m", title="DingTalk", entities=entities).value == "Garden sheds"
    assert guess("DingTalk sold 90 chairs.", "90", entities=entities).value == "DingTalk"
    carried = (
        "DingTalk said garden sheds brought in $4 million. They now account for 36% of revenue."
    )
    assert guess(carried, "36%", title="DingTalk", entities=entities).value == "Garden sheds"


def test_a_list_of_more_figures_than_names_is_of_one_of_them() -> None:
    text = "阿里旗下夸克增长好于预期，预计公司2026年至2028年净利润分别为31亿元、42亿元和53亿元。"
    found = {guess(text, figure, title="阿里巴巴集团").value for figure in ("31", "42", "53")}
    assert len(found) == 1


def test_a_name_without_its_trade() -> None:
    entities = (ENTITIES[1], Named(Bilingual("Northgate Insurance", "北门保险")))
    text = "Northgate's premiums were $4 million. Northgate Capital has $9 million."
    assert guess(text, "4 m", entities=entities).value == "Northgate Insurance"
    assert guess(text, "9 m", entities=entities).value == ""


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("CATL, the market leader, has a share of 37%.", "37"),
        ("Tesla was down 4%.", "4"),
        ("Sanofi and Regeneron's Dupixent, the market leader, had sales of $14 billion.", "14"),
        ("Quark takes 8 weeks, while Dupixent is given every 2 weeks.", "2"),
        ("与此同时，对手星汉云的市场份额升至21%。", "21"),
        ("比亚迪销量为430万辆。", "430"),
        ("同在该市的远岭新能源年产能达15GWh。", "15"),
        ("国内锂电池企业前五名合计份额为78%。", "78"),
        ("到2028年，全市锂电产值要突破600亿元。", "600"),
        ("BYD sold 4 million cars. It has 900 stores.", "900"),
    ],
)
def test_companies_that_a_report_does_not_know(text: str, figure: str) -> None:
    assert guess(f"Quark grew. {text}", figure).value == ""


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Sales rose 7% in DingTalk and fell 4% in Quark.", "Quark"),
        ("Growth of 7% in DingTalk was more than offset by a 4% decline in Quark.", "Quark"),
        ("Sales fell 4% in DingTalk and rose 20% in Quark.", "DingTalk"),
        ("DingTalk grew 7%, offset by a 4% decline in sales.", "DingTalk"),
        ("DingTalk's sales rose 4% in China.", "DingTalk"),
    ],
)
def test_each_place_has_the_figure_before_it(text: str, entity: str) -> None:
    assert guess(text, "4%") == Guess(entity)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The world's fourth-largest search engine expects sales to rise 4%.", "Quark"),
        ("The country's second-largest lender said its sales rose 4%.", "Quark"),
        ("The Milwaukee company said its sales rose 4%.", "Quark"),
        ("The world's fleet rose 4%.", ""),
        ("The Beer Orders shook it. Beer itself was dearer. Its sales rose 4%.", "Quark"),
        ("Its margin is some way short of the 4% achieved by Norway's Bokfin.", ""),
        ("Its margin is below the 4% that Bokfin reported.", ""),
        ("Its margin is below the 4% achieved by DingTalk.", "DingTalk"),
        ("Its margin is below the 4% achieved in May.", "Quark"),
        ("The world's largest retailer, Walmart, said its sales rose 4%.", ""),
    ],
)
def test_what_a_company_is_called_by_its_rank_or_its_place(text: str, entity: str) -> None:
    assert guess(f"Quark grew. {text}", "4%").value == entity


@pytest.mark.parametrize(
    "text",
    [
        "Orban & Lisle rose 4%.",
        "Orban & Lisle's revenue fell 4%.",
        "Shares of Orban & Lisle fell 4%.",
        "Revenue at Holt & Garrow fell 4%.",
        "Holt & Garrow, which is private, has 4% of it.",
        "Meanwhile, Holt & Garrow lost 4% of its staff.",
        "Holt & Garrow & Sons now runs 4% of them.",
        "Paper & Sons was down 4%.",
        "Birch & Sons' revenue fell 4%.",
        "Orban & Lisle sales fell 4%.",
        "Wood & Hart rose 4%.",
        "West & Lane rose 4%.",
        "Holt & Garrow Kitchens rose 4%.",
        "Sales of Glass & Mercer fell 4%.",
        "Bed Bath & Beyond's revenue fell 4%.",
        # a division that nothing shows to be one
        "Kitchens & Bathrooms rose 4%.",
    ],
)
def test_companies_of_partners_may_be_others(text: str) -> None:
    assert guess(f"Quark grew. {text}", "4%") == Guess("", NOT_KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Food & Drink rose 4%.",
        "Health & Beauty's sales rose 4%.",
        "Revenue in Home & Garden fell 4%.",
        "Research & Development spending rose 4%.",
        "Selling, General & Administrative expenses rose 4%.",
        "M&A fees rose 4%.",
        "Europe & Asia grew 4%.",
        "UK & Ireland's sales grew 4%.",
        "Revenue at its Doors & Windows fell 4%.",
        "Sales to Holt & Garrow rose 4%.",
        "The Kitchens & Bathrooms segment rose 4%.",
    ],
)
def test_what_else_is_joined(text: str) -> None:
    assert guess(f"Quark grew. {text}", "4%").value == "Quark"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Tesla's revenue fell 4%.", ""),
        ("Tesla shares fell 4%.", ""),
        ("Shares in Tesla jumped 4%.", ""),
        ("Revenue at Tesla fell 4%.", ""),
        ("Zell Corp slipped 4%.", ""),
        ("Zell Corp now runs 4% of them.", ""),
        ("Sales to Tesla rose 4%.", "Quark"),
        ("Its stake in Tesla fell 4%.", "Quark"),
        ("Sales in EMEA rose 4%.", "Quark"),
        ("Stock options rose 4%.", "Quark"),
    ],
)
def test_what_others_have_and_how_they_moved(text: str, entity: str) -> None:
    assert guess(f"Quark grew. {text}", "4%") == Guess(entity)


@pytest.mark.parametrize(
    "text",
    [
        "Sales, driven by Promoted Listings, delivered 4%.",
        "The Utility recorded 4%.",
        "EBITDA fell 4%.",
        "Revenue grew 4%.",
        "子公司实现营收4亿元。",
        "改造后日产量达4万只。",
        "我们与远洋集团共同承担课题4项。",
        "The Boston company earned 4%.",
    ],
)
def test_what_only_looks_like_a_company(text: str) -> None:
    assert guess(text, "4", title="Quark").value == "Quark"


def test_the_beginning_of_a_known_name_is_no_stranger() -> None:
    entities = (Named(Bilingual("Alibaba Group", "阿里巴巴集团")), ENTITIES[1])
    assert guess("阿里销量为430万件。", "430", entities=entities, title="钉钉").value == "DingTalk"


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("Output from Quark, a rival in which DingTalk holds shares, rose 4%.", "4%", "Quark"),
        ("Quark, Alibaba's assistant, has 4 rivals.", "4", "Quark"),
        ("Quark sells to Hydal, which earned 4 million.", "4", "Quark"),
        ("Quark sells to chipmaker Hydal, which employs 4,000 people.", "4,000", ""),
        ("DingTalk grew, helped by Quark, which has 4 offices.", "4", "Quark"),
    ],
)
def test_what_is_said_aside(text: str, figure: str, entity: str) -> None:
    assert guess(text, figure).value == entity


def test_a_release_says_whose_results_it_has() -> None:
    text = "Quark today announced results.\nRevenue grew 4%.\nDingTalk is old.\nCosts fell 9%."
    assert guess(text, "4%", title="Results") == Guess("Quark")
    assert guess(text, "9%", title="Results").value == "Quark"


def test_a_longer_name_is_that_of_another() -> None:
    text = "Quark University enrolled 400 students."
    assert guess(text, "400", title="DingTalk").value != "Quark"


def _named(en: str, zh: str, *aliases: str) -> Named:
    return Named(Bilingual(en, zh), aliases)


GROCER = (
    _named("Orrin Foods", "奥林食品", "Orrin"),
    _named("Orrin Snacks", "奥林零食"),
    _named("Frozen", "冷冻食品", "Frozen division"),
    _named("Basket Club", "篮子会员"),
)
HOTELS = (
    _named("Yunqi Hotels", "云栖酒店", "云栖"),
    _named("Xingshe", "行舍"),
    _named("Vacation", "度假业务", "度假板块"),
)
# A text of one company, with figures and whose each is; "" for none of the report's.
OF_ONE_COMPANY = [
    (
        "Orrin Foods reported sales of £4.2 billion. Orrin Snacks grew 8%. Net profit came to £310 million and 24,000 people work for it.",
        {"£4.2": "Orrin Foods", "8%": "Orrin Snacks", "£310": "Orrin Foods"},
    ),
    (
        "Orrin Snacks grew 8%.\nThe Frozen division had a margin of 11%. It opened 3 plants. Capital expenditure was £150 million.",
        {"11%": "Frozen", "3 plants": "Frozen", "£150": "Orrin Foods"},
    ),
    (
        "Frozen made £90 million.\nRivals are catching up. Tessel Foods said its sales rose 6%. Marbury, another listed grocer, has 410 shops. The UK market for frozen food grew 4%.\nThe company has net debt of £80 million and 61 sites.",
        {"£90": "Frozen", "6%": "", "410": "", "4%": "", "£80": "Orrin Foods", "61": "Orrin Foods"},
    ),
    (
        "At Basket Club, the loyalty scheme, members rose to 2.1 million. The scheme costs £3 a month. Chief executive Ana Vale said costs would fall by £40 million. Earnings per share were 41p. Shares closed at 512p.",
        {
            "2.1": "Basket Club",
            "£3": "Basket Club",
            "£40": "Orrin Foods",
            "41p": "Orrin Foods",
            "512p": "Orrin Foods",
        },
    ),
    (
        "Orrin Foods has 900 shops. Hasbrick, a competitor, trades at 20 times earnings, compared with 15 times for Orrin.",
        {"900": "Orrin Foods", "20 times": "", "15 times": "Orrin Foods"},
    ),
    (
        "前三季度，公司实现营业收入48.2亿元。行舍新开酒店120家，平均房价每晚410元；其中归母净利润5.8亿元。截至9月末，公司员工总数为1.8万人。",
        {
            "48.2": "Yunqi Hotels",
            "120": "Xingshe",
            "410": "Xingshe",
            "5.8": "Yunqi Hotels",
            "1.8": "Yunqi Hotels",
        },
    ),
    (
        "行舍新开120家。\n竞争对手方面，锦川酒店同期新开200家，入住率为71%。国内酒店市场规模约为5600亿元。",
        {"200": "", "71%": "", "5600": ""},
    ),
    (
        "度假业务收入7.7亿元，占公司总收入的16%，毛利率升至38%。董事长陆秋白表示，明年全集团计划新开400家门店。\n同城的岚湖文旅日子更紧：上半年营收下滑12%。文旅部数据显示，国庆期间全国国内旅游出游人次达8.2亿。",
        {
            "7.7": "Vacation",
            "16%": "Vacation",
            "38%": "Vacation",
            "400": "Yunqi Hotels",
            "12%": "",
            "8.2": "",
        },
    ),
    (
        "临河证券认为，行舍扩张超预期，预计公司2026年净利润7.2亿元，对应市盈率18倍。友商栖木集团的单房收入为230元。",
        {"7.2": "Yunqi Hotels", "18倍": "Yunqi Hotels", "230": ""},
    ),
]
OF_ONE_COMPANY += [
    (
        "Orrin Foods did well. Global sales rose 5% to £700 million.\nOrrin's global frozen sales were £90 million. Global frozen sales fell 3% last year.",
        {"£700": "Orrin Foods", "£90": "Orrin Foods", "3%": ""},
    ),
    (
        "云栖酒店业绩发布。海外市场收入4.1亿元，国内门店3200家。全国酒店客房新增21万间。",
        {"4.1": "Yunqi Hotels", "3200": "Yunqi Hotels", "21万": ""},
    ),
]
MINER = (
    _named("Quorra Mining", "库拉矿业", "Quorra"),
    _named("Quorra Copper", "库拉铜业"),
    _named("Starfall", "星陨"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Quorra Mining dug up 310,000 tonnes. Copper output rose 8%.\nQuorra Copper has three mines. Its cash cost was $1.62 a pound, against an industry average of $2.10.",
            {
                "310,000": "Quorra Mining",
                "8%": "Quorra Copper",
                "$1.62": "Quorra Copper",
                "$2.10": "",
            },
        ),
        (
            "Quorra Copper grew.\nElsewhere, Pantara of Chile mined 400,000 tonnes. Copper prices rose 4%.",
            {"400,000": "", "4%": ""},
        ),
        (
            "Quorra sold 9 mines. Starfall sold 3 million copies. The game cost $90 million.",
            {"9 mines": "Quorra Mining", "3 million": "Starfall", "$90": "Starfall"},
        ),
    ],
)
def test_names_for_short_and_common_words(text: str, told: dict[str, str]) -> None:
    setting = setting_of(text, entities=MINER, title="Quorra Mining digs in")
    sentences = sentences_in(text)
    entities = Entities(setting, sentences)
    found = {words: entities.of(*sentence_with(words, sentences)).value for words in told}
    assert found == told


@pytest.mark.parametrize(("text", "told"), OF_ONE_COMPANY)
def test_a_company_its_parts_and_others(text: str, told: dict[str, str]) -> None:
    is_zh = "。" in text
    title = "云栖酒店三季报" if is_zh else "Orrin Foods in the first half"
    setting = setting_of(text, entities=HOTELS if is_zh else GROCER, title=title)
    sentences = sentences_in(text)
    entities = Entities(setting, sentences)
    found = {words: entities.of(*sentence_with(words, sentences)).value for words in told}
    assert found == told


DAIRY = (
    _named("Shuo Dairy", "朔岭乳业", "朔岭"),
    _named("Shuo Fresh", "朔岭鲜活"),
    _named("Beilu", "北麓牧业"),
)


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("朔岭鲜活收入43亿元。奶粉业务仍未走出困境，全年亏损1.2亿元。", "1.2", "Shuo Dairy"),
        ("朔岭鲜活收入43亿元。冷饮板块销量下降9%。", "9%", "Shuo Dairy"),
        ("朔岭鲜活收入43亿元。该业务毛利率为31%。", "31", "Shuo Fresh"),
        ("朔岭鲜活收入43亿元。其低温业务增长9%。", "9%", "Shuo Fresh"),
        ("旗下北麓牧业存栏奶牛12.7万头；公斤奶成本为2.85元，仍净亏损3.4亿元。", "3.4", "Beilu"),
    ],
)
def test_other_parts_of_a_company_and_what_a_semicolon_carries(
    text: str, figure: str, entity: str
) -> None:
    assert guess(text, figure, entities=DAIRY, title="朔岭乳业年报").value == entity


_TWO = "朔岭鲜活收入43亿元；朔岭奶粉收入9亿元，同比下降3%。"


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        (f"{_TWO}海外收入4.1亿元，同比增长18%。", "4.1", "Shuo Dairy"),
        (f"{_TWO}海外收入4.1亿元，同比增长18%。", "18%", "Shuo Dairy"),
        (f"# 朔岭乳业中报 朔岭鲜活订单饱满\n{_TWO}海外收入4.1亿元。", "4.1", "Shuo Dairy"),
        (f"# 朔岭鲜活\n{_TWO}海外收入4.1亿元。", "4.1", "Shuo Fresh"),
        ("朔岭鲜活收入43亿元。海外收入4.1亿元。", "4.1", "Shuo Fresh"),
        ("Shuo Fresh rose 8%, while Shuo Powder fell. Online sales rose 15%.", "15%", "Shuo Dairy"),
        ("Shuo Fresh rose 8%. Online sales rose 15%.", "15%", "Shuo Fresh"),
        # A trade in passing takes nothing from the company that the figure's own clause names.
        ("董事长宋扬表示，下半年行业进入旺季，公司产能利用率已超过94%。", "94%", "Shuo Dairy"),
        ("下半年行业进入旺季，公司产能利用率为94%，预计收入达61亿元。", "61", "Shuo Dairy"),
        ("下半年行业进入旺季，产能利用率为94%。", "94%", ""),
        ("东岭股份表示，行业进入旺季，公司产能利用率为94%。", "94%", ""),
    ],
)
def test_what_cuts_across_parts_and_a_trade_in_passing(text: str, figure: str, entity: str) -> None:
    powder = _named("Shuo Powder", "朔岭奶粉")
    title = "朔岭乳业年报" if "。" in text else "Shuo Dairy lifts its outlook"
    assert guess(text, figure, entities=(*DAIRY, powder), title=title).value == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Trade at Shuo Fresh was good. Average fleet utilisation was 71%.", "Shuo Fresh"),
        ("Trade at Shuo Fresh was good. The fleet grew by 71%.", "Shuo Dairy"),
        ("Trade was good. Sales at Shuo Fresh rose. Fleet utilisation was 71%.", "Shuo Fresh"),
        ("Sales rose 5%. Average fleet utilisation was 71%.", "Shuo Dairy"),
    ],
)
def test_how_a_fleet_is_used_is_told_of_a_part(text: str, entity: str) -> None:
    text = f"Shuo Dairy lifted its outlook.\n{text}"
    assert guess(text, "71%", entities=DAIRY, title="Shuo Dairy lifts its outlook").value == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The company, which sells Shuo Fresh and Shuo Powder, said sales rose 9%.", "Shuo Dairy"),
        ("Shuo Dairy, which owns Shuo Fresh, said sales rose 9%.", "Shuo Dairy"),
        ("The company lost ground to Shuo Fresh, which said sales rose 9%.", "Shuo Fresh"),
        ("Shuo Fresh, which makes yoghurt, said sales rose 9%.", "Shuo Fresh"),
        ("Milk sold well in May, which Shuo Fresh said was its best month.", "Shuo Fresh"),
    ],
)
def test_what_a_relative_clause_names_is_not_spoken_of_next(text: str, entity: str) -> None:
    text = f"Shuo Dairy lifted its outlook.\n{text} Analysts had expected $81 million."
    powder = _named("Shuo Powder", "朔岭奶粉")
    found = guess(text, "$81", entities=(*DAIRY, powder), title="Shuo Dairy lifts its outlook")
    assert found.value == entity


def test_a_note_on_companies_is_of_each_under_its_rating() -> None:
    miners = tuple(
        Named(Bilingual(name, name))
        for name in ("Kestrel Gold", "Barrow Copper", "Wandana Lithium")
    )
    lines = "\n".join(
        f"# {one.name.en} - Neutral, PT $2.15\n{told}"
        for one, told in zip(
            miners,
            ("Output at Kestrel Gold was 12kt.", "Net profit fell 31%.", "The net loss was $121m."),
            strict=True,
        )
    )
    setting = setting_of(lines, entities=miners)
    sentences = sentences_in(lines)
    entities = Entities(setting, sentences)
    for words, name in (("31%", "Barrow Copper"), ("$121m", "Wandana Lithium")):
        assert entities.of(*sentence_with(words, sentences)).value == name


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("The margin of Quark was 9.1% (8.4), that of DingTalk 6.2% (7.3).", "6.2", "DingTalk"),
        ("The margin of Quark was 9.1% (8.4), that of DingTalk 6.2% (7.3).", "7.3", "DingTalk"),
        ("The margin of Quark was 9.1% (8.4), that of DingTalk 6.2% (7.3).", "8.4", "Quark"),
        ("Quark brought in $9 million, while sales of DingTalk fell 4%.", "4%", "DingTalk"),
        ("Quark brought in $9 million and sales of DingTalk also rose 4%.", "4%", "DingTalk"),
        ("Quark earned $9 million, after sales of DingTalk licences of $4 million.", "$4", "Quark"),
        ("Quark grew 9%. Alibaba, which makes it, saw sales of DingTalk phones.", "9%", "Quark"),
        ("Quark grew. Global container throughput grew by 4%.", "4%", ""),
        (
            "Quark grew. It sells into a market that Farrow Research sizes at $12 billion.",
            "$12",
            "",
        ),
        ("Quark fell. Steel demand in India is set to rise 6%.", "6%", ""),
    ],
)
def test_parts_told_beside_each_other_and_markets(text: str, figure: str, entity: str) -> None:
    assert guess(text, figure).value == entity


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        (
            "对手蓝麓食品走得更稳。这家以酸奶起家的企业去年收入增长6%，毛利率达到29%。",
            "29%",
            "Lanlu Foods",
        ),
        (
            "蓝麓食品日子好过得多。这家总部位于成都的公司去年盈利3亿元，净利率升至9%。",
            "9%",
            "Lanlu Foods",
        ),
        (
            "蓝麓食品已先行一步。这家老牌乳企的市占率为12%，净利率为8%。",
            "8%",
            "Lanlu Foods",
        ),
        ("这家成立二十年的企业去年收入增长6%，毛利率达到29%。", "29%", "Yuanchuan Dairy"),
        (
            "蓝麓食品走得更稳，去年收入增长6%。远川乳业净利率为5%，毛利率达到31%。",
            "31%",
            "Yuanchuan Dairy",
        ),
    ],
)
def test_whom_this_firm_points_back_to(text: str, figure: str, entity: str) -> None:
    entities = (_named("Yuanchuan Dairy", "远川乳业"), _named("Lanlu Foods", "蓝麓食品"))
    text = f"远川乳业去年收入为31亿元，净利率为5%。\n{text}"
    sentences = sentences_in(text)
    told = Entities(setting_of(text, entities=entities, title="远川乳业年报"), sentences)
    found = told.of(*sentence_with(figure, sentences))
    assert (found.value, found.doubt) == (entity, "")
