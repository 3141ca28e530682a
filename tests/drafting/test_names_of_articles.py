"""Whom the figures of small articles are about, and who says them."""

import pytest

from exporter.drafting.model import Named
from exporter.drafting.names.attributions import attribution_of
from exporter.drafting.names.entities import Entities
from exporter.drafting.names.part_names import named_in_row, names_in_rows
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import sentence_with, sentences_in, setting_of

NAMED = (
    Named(Bilingual("Acme Foods", "恒锐电气"), ("Acme",)),
    Named(Bilingual("Acme Frozen", "恒锐储能")),
    Named(Bilingual("Baker Street", "云顶乐园")),
    Named(Bilingual("Orrin Asset Management", "海外业务"), ("Orrin",)),
    Named(Bilingual("Kelan Retail", "科澜银行"), ("科澜",)),
)
HOUSES = (
    Named(Bilingual("Orchard Point", "明德证券")),
    Named(Bilingual("Larkfield Partners", "远海国际"), ("Larkfield",)),
)
ABOUT = [
    (
        "Rival Kelan Retail, which reports next week, holds 22% of the market.",
        "22%",
        "Kelan Retail",
    ),
    ("Acme grew 4%, more than rival Kelan Retail, and added 12 shops.", "12", "Acme Foods"),
    (
        "Last week Acme's larger rival Kelan Retail reported a 4% fall in sales.",
        "4%",
        "Kelan Retail",
    ),
    ("In May its main rival Kelan Retail shut 30 shops.", "30", "Kelan Retail"),
    ("On Tuesday Acme beat its rival Kelan Retail to 30 sites.", "30", "Acme Foods"),
    ("Last week Acme's buyers sued rival Kelan Retail for $30 million.", "$30", "Acme Foods"),
    ("Rival Pellmoor Insurance last week reported a 4% fall in premiums.", "4%", ""),
    ("Discounter Zett still picks by hand and claims costs of 11p a case.", "11p", ""),
    ("It reckons Basketly, which is private, has taken 3 points of share.", "3 p", ""),
    ("The frozen business grew 9%.", "9%", "Acme Frozen"),
    (
        "Acme holds 30% of the market, ahead of Sweden's Kelan Retail with 21%.",
        "21%",
        "Kelan Retail",
    ),
    ("Acme sold 40 pies, more than Kelan Retail, which sold 31.", "31", "Kelan Retail"),
    ("Acme agreed to buy Kelan Retail, which had sales of $60 million.", "$60", "Kelan Retail"),
    ("Acme signed a deal with Kelan Retail, which was worth $4 million.", "$4", "Acme Foods"),
    ("A pie costs £3.85 at Acme and £5.25 at Pellmoor.", "5.25", ""),
    ("A pie costs £3.85 at Acme and £5.25 at Kelan Retail.", "5.25", "Kelan Retail"),
    ("Acme rings up 7% of sales late, compared with 31% at Pellmoor.", "31%", ""),
    ("Acme did well, though births in the UK fell by 2 per cent to 291,000.", "291,000", ""),
    ("Since 2019 Britain's pie chains have closed around 900 outlets.", "900", ""),
    ("Mince tarts made up a fifth of all UK lunches.", "a fifth", ""),
    ("Acme makes a tenth of all British pies.", "a tenth", "Acme Foods"),
    ("Pret Oven, the largest, with 498 British shops, makes 11 pence a pie.", "11", ""),
    ("Acme ended ahead of Kelan Retail with orders of $12 million.", "$12", "Acme Foods"),
    (
        "Acme Frozen went on: its revenue shrank by 4% as shops sent back Baker Street pies.",
        "4%",
        "Acme Frozen",
    ),
    (
        "Orrin suffered outflows. It ended June with 87 billion under management.",
        "87",
        "Orrin Asset Management",
    ),
    (
        "Sales at Acme Frozen rose 5%, while Baker Street grew. Its margin was 6%.",
        "6%",
        "Baker Street",
    ),
    (
        "Baker Street runs 118 shops, fills 84% of its rooms and earns more than any brand of the Acme group.",
        "84%",
        "Baker Street",
    ),
    ("Acme agreed to buy Habitare, a chain of 23 hotels, for €310 million.", "23", ""),
    ("Acme agreed to buy Habitare, a chain of 23 hotels, for €310 million.", "310", "Acme Foods"),
    ("Acme trades at 11 times earnings, a discount to the sector's 14 times.", "14", ""),
    ("Acme gained 29%, more than double the 12 per cent of the sector index.", "12", ""),
    (
        "Sales for Acme Frozen and Baker Street of £31 million and £17 million, respectively.",
        "31",
        "Acme Frozen",
    ),
    ("Some 60,000 people are treated a year, the American Cancer Society estimates.", "60,000", ""),
    (
        "Orchard Point raised its target price to $62 and kept an outperform rating.",
        "62",
        "Acme Foods",
    ),
    ("Brookline Partners raised its target price to $62 from $55.", "62", "Acme Foods"),
    (
        "Its chief executive said Acme fell.\nMayang Mobile is a rival. Mayang had 9 million users.",
        "9 m",
        "",
    ),
    ("公司在中东的订单超过3亿元，在欧洲的市场份额约为9%。", "9%", "Acme Foods"),
    ("同省的对手科澜银行，净息差仍有1.71%。", "1.71", "Kelan Retail"),
    ("恒锐电气高于对手科澜银行，净息差为2.3%。", "2.3", "Acme Foods"),
    ("恒锐储能收入12.8亿元，占公司营业收入的比重升至31%。", "31%", "Acme Frozen"),
    ("同一赛道的君禾医药已先行一步，它的产品去年卖了11亿元。", "11", ""),
    ("恒锐储能收入9亿元。仿制药受集采影响，收入下滑20%。", "20%", "Acme Foods"),
    ("云顶接待游客320万人次。", "320", "Baker Street"),
    ("恒锐电气收购德国厂商Voltwerk，后者去年收入2.1亿欧元。", "2.1", ""),
    ("恒锐储能前三季度热泵销量为30万台，空调销量为64万台，后者同比增长5%。", "5%", "Acme Frozen"),
    (
        "公司订单3亿元。前三季度热泵销量为30万台，空调销量为64万台，后者同比增长5%。",
        "5%",
        "Acme Foods",
    ),
    (
        "公司订单3亿元。热泵销量下降近两成，但空调销量增长9%，后者占总销量的比重升至38%。",
        "38%",
        "Acme Foods",
    ),
    ("公司收入8亿元。公司以2亿元收购北岭，后者去年利润0.7亿元。", "0.7", ""),
    ("上半年沪深两市日均成交额约1.6万亿元。", "1.6", ""),
    ("同程研究院的报告预测，暑期全国客流将增长15%。", "15%", ""),
    (
        "Daejin of Busan is a rival. Korea's Daejin has ships. Daejin has booked 22 vessels.",
        "22",
        "",
    ),
    ("Acme has lost 11% since June, while the Helsinki index gained 6%.", "6%", ""),
    ("Orchard Point analyst Jari Virtanen kept a target price of 34 euros.", "34", "Acme Foods"),
    ("“云顶乐园收入目标为24亿元，”恒锐电气总裁陈默说，“门店要做到300家。”", "300", "Baker Street"),
    ("同为创新药企的恒泽医药一季度亏损1.2亿元。", "1.2", ""),
    ("明德证券维持“买入”评级，认为当前1.4倍的市净率偏低。", "1.4", "Acme Foods"),
]
SAID = [
    (
        "Prospect, which speaks for 90 clerks, branded it “a farce” and noted that Acme had paid £9m in bonuses.",
        "£9",
        "Prospect",
    ),
    ("Acme Foods, the maker of frozen meals, said revenue rose 18%.", "18%", "Acme Foods"),
    ("Jane Holt, chief executive of Acme, said revenue rose 18%.", "18%", "Jane Holt, chief executive of Acme"),
    ("Acme said revenue rose to $742 million, beating the $725 million that analysts had expected.", "742", "Acme"),
    ("Acme said revenue rose to $742 million, beating the $725 million that analysts had expected.", "725", "Analysts"),
    ("Provisions of $312 million were 28% above what analysts had expected.", "312", ""),
    ("Acme earned $2.10 a share, above the consensus estimate of $1.98.", "1.98", "Analysts"),
    ("Acme now expects revenue of $3 billion.", "$3", ""),
    ("Brightside Research expects revenue of $3 billion.", "$3", "Brightside Research"),
    ("The Energy Policy Forum, a think tank in Delhi, puts demand at 34 GW.", "34", "The Energy Policy Forum"),
    ("Accuracy stands at 99%, says the grocer's supply chain director, Imogen Stead.", "99%", "Imogen Stead"),
    ('"We will be at 9 pence," Ms Stead insists.', "9 p", "Ms Stead"),
    ("Tariffs will cost $90 million, finance chief Dale Wirth told analysts on a call.", "90", "Dale Wirth"),
    ("Research spending was 9.8% of revenue, and Wirth promised that it would stay near 10%.", "10%", "Wirth"),
    ("A step that Marchetti said would save 35 million euros was delayed.", "35", "Marchetti"),
    ("Osterby's survey of 2,000 households found that only 37% pay.", "37%", "Osterby's survey"),
    ("Baker, with 18% of the market according to data from Basketwatch, said it would spend £400m.", "400", ""),
    ('"Hard," wrote analyst Marta Quill, who now sees earnings of $4.90 per share.', "4.90", "Marta Quill"),
    ("Battery models made up 13% of sales.", "13%", ""),
    ("The 54-year-old company said on Wednesday that sales were $4 million.", "$4", ""),
    ("Orchard Point liked it. They kept a buy rating, and now expect a loss of $4 million.", "$4", "Orchard Point"),
    ("Acme said so. Its shops and now expect guests, 4 million of them.", "4 m", ""),
    ("Larkfield Partners, which rates it neutral, noted that sales rose 4%.", "4%", "Larkfield Partners"),
    ("Prices, which fell in May, noted a rise of 4%.", "4%", ""),
    ("Tarn Energy, which reports in May, warned on Monday that its profit could drop 15%.", "15%", ""),
    ("Acme was told by chief executive Imogen Tate. She added that vacancies were 13%.", "13%", "Imogen Tate"),
    ("换句话说，损失从上年的41.7亿元降到了36.2亿元。", "41.7", ""),
    ("截至本公告披露日，公司累计回购股份1,240万股。", "1,240", ""),
    ("信衡评级在一份报告中预计，净息差还将收窄8个基点。", "8个", "信衡评级"),
    ("净利润为9.1亿元，高于市场预期的7.2亿元。", "7.2", "市场"),
    ("净利润为9.1亿元，高于市场预期的7.2亿元。", "9.1", ""),
    ("明德证券将公司盈利预测下调11%，至41.5亿元，市盈率仅16倍。", "16倍", "明德证券"),
    ("明德证券上调目标价。该行料其核心净利润为4.4亿元。", "4.4", "明德证券"),
    ("明德证券（买入，目标价58元）：减重数据好于预期，销售峰值有望超过40亿元。", "40", "明德证券"),
    ("明德证券维持“买入”；铭泰研究则将评级下调至“中性”，预计收入下滑5%。", "5%", "铭泰研究"),
    ("远海国际分析师刘洋则较为谨慎，他认为价格或下跌5%。", "5%", "刘洋"),
    ("问：紧吗？\n裴澜：账上现金还有87亿元。\n问：何时扭亏？\n裴澜：亏损收窄到5亿元。", "87", "裴澜"),
    ("明德证券给予“增持”评级。该机构预测净利润为9.5亿元。", "9.5", "明德证券"),
    ("锂市观察的数据显示，出货量为8.7GWh。该机构预计明年达120GWh。", "120", "锂市观察"),
    ("The group, which has yards in Leeds and the Dales, said sales rose 3%.", "3%", ""),
    ("Orchard Point, which follows Acme, Kelan and the Baker Street chain, said sales rose 3%.", "3%", "Orchard Point"),
    ("Osterby, which makes tools, raised its forecast, said Jane Poe, and shares rose 3%.", "3%", ""),
    ("People familiar with the matter said the yard could cut 250 jobs.", "250", "People familiar"),
    ("来源：财经网\n作者：账上现金还有87亿元。", "87", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "entity"), ABOUT)
def test_whom_a_figure_is_about(text: str, figure: str, entity: str) -> None:
    sentences = sentences_in(text)
    title = "恒锐电气三季报" if "，" in text or "。" in text else "Acme Foods lifts payout"
    entities = Entities(setting_of(text, entities=NAMED, brokers=HOUSES, title=title), sentences)
    assert entities.of(*sentence_with(figure, sentences)).value == entity


@pytest.mark.parametrize(("text", "figure", "who"), SAID)
def test_who_says_a_figure(text: str, figure: str, who: str) -> None:
    setting = setting_of(text, entities=NAMED, brokers=HOUSES)
    found = attribution_of(*sentence_with(figure, sentences_in(text)), setting).value
    assert found == who if not who else who in found


DIGEST = """# ACME FOODS
Grocer Acme Foods said sales rose 6%. The ratio improved to 91%.
# Kelan Retail
The Gothenburg-based company made $702 million. Volumes were flat at 1.36 million.
# Harbour Bank: cut
Orchard Point cut the shares to hold. The group's revenue was 47 million."""
OF_DIGEST = (NAMED[0], NAMED[4], Named(Bilingual("Harbour Bank", "海港银行")))


@pytest.mark.parametrize("title", ["Round-up", "Acme Foods, Kelan Retail, Harbour Bank"])
@pytest.mark.parametrize(
    ("figure", "entity"), [("91%", "Acme Foods"), ("1.36", "Kelan Retail"), ("47", "Harbour Bank")]
)
def test_a_digest_is_of_whom_its_headings_name(figure: str, entity: str, title: str) -> None:
    sentences = sentences_in(DIGEST)
    setting = setting_of(DIGEST, entities=OF_DIGEST, brokers=HOUSES, title=title)
    entities = Entities(setting, sentences)
    assert entities.own == ""
    assert entities.of(*sentence_with(figure, sentences)).value == entity


@pytest.mark.parametrize(
    ("head", "entity"),
    [
        ("Acme Frozen", "Acme Frozen"),
        ("Acme Frozen revenue", "Acme Frozen"),
        ("Frozen revenue", "Acme Frozen"),
        ("恒锐储能收入", "Acme Frozen"),
        ("Frozenware revenue", ""),
        ("Revenue of Acme Frozen", ""),
    ],
)
def test_a_row_may_begin_with_a_name(head: str, entity: str) -> None:
    assert named_in_row(head, names_in_rows(NAMED)) == entity


def test_of_those_in_a_title_the_company_is_whose_document_it_is() -> None:
    named = (Named(Bilingual("Chandrapal", "钱德拉")), Named(Bilingual("Deccan Power", "德干电力")))
    title = "The long shadow of Chandrapal: can Deccan Power outgrow it?"
    text = "Chandrapal is quiet. Chandrapal has 4 units.\nGross debt amounted to 17 billion."
    sentences = sentences_in(text)
    entities = Entities(setting_of(text, entities=named, title=title), sentences)
    assert entities.of(*sentence_with("17", sentences)).value == "Deccan Power"


def test_a_part_that_opens_a_paragraph_stays_spoken_of_beside_our() -> None:
    text = "Acme Frozen. Sales rose 12% to £93m, helped by the opening of our plant in Leeds."
    sentences = sentences_in(text)
    entities = Entities(setting_of(text, entities=NAMED, title="Acme Foods results"), sentences)
    assert entities.of(*sentence_with("12%", sentences)).value == "Acme Frozen"


_PART_BEFORE = "Acme Frozen revenue fell 3% to £90 million."


@pytest.mark.parametrize(
    ("text", "words", "is_doubted"),
    [
        ("\nNet debt reduced to £214 million.", "214", False),
        ("\nR&D investment of £47.9 million.", "47.9", False),
        ("\nTotal group sales rose 4%.", "4%", False),
        ("\nGearing was 40% at the year end.", "40%", False),
        # Of either, where the part was named in the same paragraph, or may have such a one.
        (" Net debt reduced to £214 million.", "214", True),
        ("\nThe operating margin was 22%.", "22%", True),
    ],
)
def test_what_is_surely_of_the_whole_is_in_no_doubt(
    text: str,
    words: str,
    is_doubted: bool,
) -> None:
    text = f"{_PART_BEFORE}{text}"
    setting = setting_of(text, entities=NAMED, title="Acme results", publisher="Acme Foods")
    sentences = sentences_in(text)
    found = Entities(setting, sentences).of(*sentence_with(words, sentences))
    assert (found.value, bool(found.doubt)) == ("Acme Foods", is_doubted)


def test_a_person_whom_the_source_has_named_is_no_company_that_expects() -> None:
    text = "Acme sells, said Ann Shaw, its founder. It had 640 pods, and Shaw expects to reach 900."
    sentences = sentences_in(text)
    entities = Entities(setting_of(text, entities=NAMED), sentences)
    assert entities.of(*sentence_with("900", sentences)).value == "Acme Foods"
