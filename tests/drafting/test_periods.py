"""The period of a figure, as a reader of its sentence understands it."""

from dataclasses import replace
from datetime import date

import pytest

from exporter.drafting.model import Named, Sentence
from exporter.drafting.periods.document_period import DocumentPeriod, document_period
from exporter.drafting.periods.figure_periods import Periods
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual, Lang
from tests.drafting.said_for_figures import sentences_of, setting_of, stated


def _periods(text: str, lang: Lang, wanted: dict[str, str], title: str = "A note") -> None:
    """Each figure of the last sentence has the period that is wanted."""
    sentences = sentences_of(text)
    periods = Periods(setting_of(text, lang, title), sentences)
    last = sentences[-1]
    found = {words: periods.of(stated(last.text, words), last).value for words in wanted}
    assert found == wanted


# Sources appeared on 1 November 2023.
EN = [
    ("In the first half of 2023, earnings were 26.3p a share (2022: 21.7p).",
     {"26.3": "2023-H1", "21.7": "2022-H1"}),
    # The nearest period of a figure's own part.
    ("In 2022, revenue was $3.0 billion.", {"$3.0": "2022"}),
    # Of no time: sales at the peak of a product, what is planned behind what was done so far.
    (
        "A ruling is expected in the first half of 2024 and it could reach peak sales of £40m.",
        {"£40": ""},
    ),
    ("The vaccine may be sold from 2025, and have peak revenue of £40m.", {"£40": ""}),
    ("It expects peak annual sales of £40m by 2030.", {"£40": "2030"}),
    ("In 2030, peak sales could reach £40m.", {"£40": "2030"}),
    ("Sales peaked in 2022 at £40m.", {"£40": "2022"}),
    (
        "It has opened nine clubs so far this year and plans a further 16 before Christmas.",
        {"nine": "2023-01-01/2023-11-01", "16": ""},
    ),
    ("It has hired 90 cooks to date and will add another 40 in 2024.", {"40": "2024"}),
    (
        "The shares, which floated at 190p in 2019 and sank below 60p when lockdowns began, rose.",
        {"190": "2019", "60": ""},
    ),
    ("It had 90 sites in 2019 and shed 30 in the pandemic.", {"90": "2019"}),
    (
        "Its shares, sold at 95p in 2014 and trading at 31p during the second lockdown, rose 2%.",
        {"95": "2014", "31": ""},
    ),
    ("It listed at 95p in 2014 and fell to 12p in the early pandemic.", {"12": ""}),
    ("It listed at 95p in 2014 and fell to 12p in the energy crisis.", {"12": ""}),
    ("It listed at 95p in 2014 and fell to 12p in March 2020.", {"12": "2020-03"}),
    # What the brand that somebody bought once did is of the period that is spoken of.
    (
        "Sales rose 3% in August 2023.| Tarn, the brand that it bought in 2021, sold 40 boats.",
        {"40": "2023-08"},
    ),
    (
        "Sales rose 3% in 2022.| Net debt, at $96 million, was 1.7 times EBITDA.",
        {"1.7": "2022-12-31"},
    ),
    (
        "Sales rose 3% in 2022.| The dividend rises to 4 cents from 3 cents.",
        {"4 cents": "2022", "3 cents": "2021"},
    ),
    # A plan told besides leaves what was to the sentences behind.
    (
        "It lost $8 million in 2022, and said it would close one of its two pits.| Sales fell 5%.",
        {"5%": "2022"},
    ),
    # What somebody says besides is of a time of its own.
    (
        "For the third quarter of 2023.| It paid 4 cents, and said orders in October were brisk.",
        {"4": "2023-Q3"},
    ),
    (
        "For the third quarter of 2023.| It cut 40 jobs, adding that trade since 2 October was slow.",
        {"40": "2023-Q3"},
    ),
    (
        "For 2023 it assumes fees of $8 million, half of which fell in May, and rents of $5 million.",
        {"$8": "2023", "$5": "2023"},
    ),
    ("Of its 40 ships, much of them sold in 2022, 9 remain in 2023.", {"9": "2023"}),
    # What a line of business brings in, it does over the period that is reported on.
    ("For the third quarter of 2023.| Repairs now bring in $8 million.", {"$8": "2023-Q3"}),
    ("For the third quarter of 2023.| Cruises bring in about $8 million.", {"$8": "2023-Q3"}),
    ("For the third quarter of 2023.| The line now has 8 ships.", {"8": ""}),
    ("It opened 12 shops, taking the total to 90, in 2022.", {"12": "2022"}),
    ("Revenue was $3.0 billion in 2022.", {"$3.0": "2022"}),
    ("Revenue rose 5% to $3.0 billion in 2022 and 7% to $3.2 billion in 2023.",
     {"5%": "2022", "$3.0": "2022", "7%": "2023", "$3.2": "2023"}),
    ("In the third quarter of 2023, it sold 1,200 cars and earned $4 million.",
     {"1,200": "2023-Q3", "$4": "2023-Q3"}),
    ("Sales were $5 million in Q2 2023, while costs were $4 million in Q1 2023.",
     {"$5": "2023-Q2", "$4": "2023-Q1"}),
    ("It sold 40,000 cars in September.", {"40,000": "2023-09"}),
    ("It opened 12 stores on 30 September 2023.", {"12": "2023-09-30"}),
    ("As of June 30, 2023, cash was $1.2 billion.", {"$1.2": "2023-06-30"}),
    ("As of the end of September, it had 1,200 stores.", {"1,200": "2023-09-30"}),
    ("Revenue rose 12%, to $3.0 billion, in the first half of 2023.",
     {"12%": "2023-H1", "$3.0": "2023-H1"}),
    ("First-half profit was $20 million.", {"$20": "2023-H1"}),
    ("Third-quarter revenue was $3 billion.", {"$3": "2023-Q3"}),
    # What a period is only the name of, or that of what is left out.
    ("The final 200,000 shares were awarded in 2022 under the 2019 Performance Share Program.",
     {"200,000": "2022"}),
    ("In 2023 earnings rose 15% when also excluding prior year charges.", {"15%": "2023"}),
    ("In 2023 earnings rose 15% from $2 million in the prior year.", {"$2": "2022"}),
    # What is only called a plan; costs that are no verb; until when a loan runs.
    ("For the third quarter of 2023.| Members of the Loyal Paws Plan grew to 312,000.",
     {"312,000": "2023-Q3"}),
    ("For the third quarter of 2023.| Profit was $4 million after $3 million of costs for the move.",
     {"$3": "2023-Q3"}),
    ("In September we extended our $250 million credit facility to 2029.", {"$250": "2023-09"}),
    ("In 2023 it ran 486 clinics, compared with 471 at the start of the financial year.",
     {"471": "2022-12-31"}),
    # Spans.
    ("In the first nine months of 2023, revenue was $9 billion.", {"$9": "2023-01/2023-09"}),
    ("In the first nine months, revenue was $9 billion.", {"$9": "2023-01/2023-09"}),
    ("Between 2020 and 2022 it invested $40 million.", {"$40": "2020/2022"}),
    ("It invested $40 million from 2020 to 2022.", {"$40": "2020/2022"}),
    ("It has invested $40 million since 2019.", {"$40": "2019/2023"}),
    ("For the three months ended March 31, 2023 and 2022, revenue was $1.2 billion and $1.1 billion, respectively.", {"$1.2": "2023-Q1", "$1.1": "2022-Q1"}),
    ("For the nine months ended 30 September 2023, costs were $7 million.",
     {"$7": "2023-01/2023-09"}),
    ("In the six months to June, profit was $7 million.", {"$7": "2023-H1"}),
    ("Profit for the year ended December 31, 2022 was $7 million.", {"$7": "2022"}),
    ("Profit for the year ended 31 March 2023 was $7 million.", {"$7": "FY2023"}),
    # Fiscal years.
    ("In fiscal 2023, revenue was $9 billion.", {"$9": "FY2023"}),
    ("Revenue was $9 billion in the second quarter of fiscal 2024.", {"$9": "FY2024-Q2"}),
    ("Q2 FY24 revenue was $9 billion.", {"$9": "FY2024-Q2"}),
    # Comparisons.
    ("In 2023 revenue was $3.0 billion, up from $2.5 billion in 2022.",
     {"$3.0": "2023", "$2.5": "2022"}),
    ("Revenue in the third quarter of 2023 was $3.0 billion, compared with $2.5 billion a year earlier.", {"$3.0": "2023-Q3", "$2.5": "2022-Q3"}),
    ("Third-quarter revenue was $3.0 billion versus $2.5 billion in the prior-year period.",
     {"$3.0": "2023-Q3", "$2.5": "2022-Q3"}),
    ("In the third quarter of 2023 net income was $3.0 billion, or $1.20 per share, compared with $2.5 billion, or $1.10 per share, in the same period last year.",
     {"$3.0": "2023-Q3", "$1.20": "2023-Q3", "$2.5": "2022-Q3", "$1.10": "2022-Q3"}),
    ("In Q3 2023 the margin rose from 12% a year earlier to 15%.",
     {"12%": "2022-Q3", "15%": "2023-Q3"}),
    ("Revenue rose 12% from 2021 to $3.0 billion in 2022.", {"12%": "2022", "$3.0": "2022"}),
    ("In 2022 revenue rose 12% from a year earlier and net profit reached $3.0 billion.",
     {"12%": "2022", "$3.0": "2022"}),
    ("In Q3 2023 revenue was $3.0 billion, up from $2.8 billion in the previous quarter.",
     {"$3.0": "2023-Q3", "$2.8": "2023-Q2"}),
    ("Sales in 2022 were 12% higher than in 2021.", {"12%": "2022"}),
    ("Revenue was $3.0 billion in 2022 ($2.5 billion in 2021).",
     {"$3.0": "2022", "$2.5": "2021"}),
    ("Revenue was $3.0 billion in 2022 (2021: $2.5 billion).",
     {"$3.0": "2022", "$2.5": "2021"}),
    ("In the same period of 2022 it lost $5 million.", {"$5": "2022"}),
    ("In the third quarter of 2023 it earned $4 million; in the same period of 2021 it lost $5 million.", {"$4": "2023-Q3", "$5": "2021-Q3"}),
    # Lists.
    ("Revenue was $3 million and $4 million in 2021 and 2022, respectively.",
     {"$3": "2021", "$4": "2022"}),
    ("Net losses were $3 million, $4 million and $5 million in 2020, 2021 and 2022, respectively.",
     {"$3": "2020", "$4": "2021", "$5": "2022"}),
    # Between clauses.
    ("The plant, which opened in 2019, makes 40,000 tonnes a year.", {"40,000": ""}),
    ("Costs, which fell 3% in 2022, rose 5% in the first half of this year.",
     {"3%": "2022", "5%": "2023-H1"}),
    ("It has 300 stores and will open 40 next year.", {"300": "", "40": "2024"}),
    ("About 4,000 people work there, and another 500 will be hired by 2025.",
     {"4,000": "", "500": "2025"}),
    ("Costs will be $250 million, of which $180 million fall into the fourth quarter.",
     {"$250": "", "$180": "2023-Q4"}),
    ("In December 2020 the board approved purchases of $15 billion through the end of 2024.",
     {"$15": "2020-12"}),
    ("In November 2009 it issued $200 million of notes due November 15, 2017.",
     {"$200": "2009-11"}),
    ("Subscribers reached 5.2 million by the end of 2022 and 6.1 million in June 2023.",
     {"5.2": "2022", "6.1": "2023-06"}),
    ("It had 1,200 employees in 2019; today it has 3,400.", {"1,200": "2019", "3,400": ""}),
    ("Revenues for 2022 are now put at $4.0 billion.", {"$4.0": "2022"}),
    ("Users averaged 96 million in the third quarter, up 12% from the same period in 2022.",
     {"96": "2023-Q3", "12%": "2023-Q3"}),
    ("Orders were $3.5 billion in the first half, 12% below the prior-year level of $3.9 billion.",
     {"$3.5": "2023-H1", "12%": "2023-H1", "$3.9": "2022-H1"}),
    ("In the July-September quarter, orders rose 7%.", {"7%": "2023-Q3"}),
    ("In the three months to the end of September, orders rose 7%.", {"7%": "2023-Q3"}),
    ("Since its launch in 2016, it has sold 9 million of them.", {"9 million": "2016/2023"}),
    ("Sales in the year ended 30 April 2023 were $45 million (2022: $40 million).",
     {"$45": "FY2023", "$40": "FY2022"}),
    ("It paid $76 million and $64 million in fiscal 2022 and 2021, respectively.",
     {"$76": "FY2022", "$64": "FY2021"}),
    ("Revenue in fiscal year 2023, which ended on June 30, was $8 billion.", {"$8": "FY2023"}),
    ("Revenue in the December quarter was $9 billion.", {"$9": "2022-Q4"}),
    ("Last month it cut 300 jobs.", {"300": "2023-10"}),
    ("In 2021 the group had 12 plants.| Two years later it had 20.", {"20": "2023"}),
    ("It opened 12 plants in December.", {"12": "2022-12"}),
    # Years as people say them.
    ("Last year it sold 40,000 cars.", {"40,000": "2022"}),
    ("This year it sold 40,000 cars.", {"40,000": "2023"}),
    ("It will open 40 stores next year.", {"40": "2024"}),
    ("It aims to have 500 stores by 2027.", {"500": "2027"}),
    ("By the end of 2025 it will have 500 stores.", {"500": "2025"}),
    # What governs nothing.
    ("Founded in 1999, the company has 3,000 employees.", {"3,000": ""}),
    ("The 2030 Agenda names 17 goals.", {"17": ""}),
    ("Windows 2000 had 29 million lines of code.", {"29": ""}),
    ("It sold $500 million of 2030 notes.", {"$500": ""}),
    ("On 30 October, the company reported third-quarter revenue of $3 billion.", {"$3": "2023-Q3"}),
    ("It now has 3,000 employees.", {"3,000": ""}),
    ("The company has 3,000 employees.", {"3,000": ""}),
    # What goes on.
    ("In 2022 revenue was $3.0 billion.| Costs were $2.0 billion.", {"$2.0": "2022"}),
    ("In 2022 revenue was $3.0 billion.| The company has 300 stores.", {"300": ""}),
    ("In 2022 revenue was $3.0 billion.\nCosts were $2.0 billion.", {"$2.0": ""}),
    ("In Q3 2023 revenue was $3.0 billion.| Profit was $4 million, against $3 million a year earlier.", {"$4": "2023-Q3", "$3": "2022-Q3"}),
    ("Sales were $9 million in 2022. This compares with sales of $8 million, or $3 per share, for 2021.",
     {"$9": "2022", "$8": "2021", "$3": "2021"}),
    # What stands in brackets beside a figure, nothing goes on with.
    ("Sales were $9 million in 2022 (2021: $8 million). Debt was $3 million (2021: $4 million). Costs were $2 million.",
     {"$9": "2022", "$8": "2021", "$3": "2022", "$4": "2021", "$2": "2022"}),
]  # fmt: skip

ZH = [
    # The same of another year, in an aside.
    ("2023年上半年资本开支为1.46亿元（2022年：2.03亿元）。", {"1.46": "2023-H1", "2.03": "2022-H1"}),
    ("2022年资本开支为1.46亿元（2021年：2.03亿元）。", {"1.46": "2022", "2.03": "2021"}),
    # What is built has no period of its own.
    ("工厂于2021年动工，占地1,150亩。", {"1,150": ""}),
    ("2022年，公司营收为30亿元。", {"30亿": "2022"}),
    # What a span was before it grew is no span of time that governs.
    ("一台主机的交货期，已由过去的12个月左右拉长到20个月以上。", {"20": ""}),
    ("养护周期从过去的3个月缩短至1个月。", {"1个": ""}),
    ("过去12个月，公司投资了9亿元。", {"9亿": "2022-11/2023-11"}),
    ("2023年前三季度，公司实现营收123亿元，同比增长12%，上年同期为110亿元。",
     {"123亿": "2023-01/2023-09", "12%": "2023-01/2023-09", "110亿": "2022-01/2022-09"}),
    ("前三季度营收增长12%。", {"12%": "2023-01/2023-09"}),
    ("2023年1-9月，销量为12万辆。", {"12万": "2023-01/2023-09"}),
    ("今年前9个月，销量为12万辆。", {"12万": "2023-01/2023-09"}),
    ("2023年第三季度营收为12亿元，净利润为3亿元。", {"12亿": "2023-Q3", "3亿": "2023-Q3"}),
    ("三季度营收为12亿元。", {"12亿": "2023-Q3"}),
    ("上半年营收为12亿元。", {"12亿": "2023-H1"}),
    ("今年上半年营收为12亿元，去年同期为10亿元。", {"12亿": "2023-H1", "10亿": "2022-H1"}),
    ("截至9月底，门店达1200家。", {"1200": "2023-09-30"}),
    ("截至2023年6月30日，现金为5亿元。", {"5亿": "2023-06-30"}),
    ("截至2023年9月30日止九个月，收入为5亿元。", {"5亿": "2023-01/2023-09"}),
    ("截至2022年12月31日止年度，收入为5亿元。", {"5亿": "2022"}),
    ("9月销量为12万辆，较8月增长5%。", {"12万": "2023-09", "5%": "2023-09"}),
    ("2022年和2023年营收分别为10亿元和12亿元。", {"10亿": "2022", "12亿": "2023"}),
    ("2020年、2021年及2022年，研发费用分别为1亿元、2亿元及3亿元。",
     {"1亿": "2020", "2亿": "2021", "3亿": "2022"}),
    ("2022年毛利率从2021年的12%提升至15%。", {"12%": "2021", "15%": "2022"}),
    ("2023年第三季度毛利率由上年同期的12%升至15%。", {"12%": "2022-Q3", "15%": "2023-Q3"}),
    ("2022年营收较2021年增长12%。", {"12%": "2022"}),
    ("2023年第三季度营收为12亿元，上一季度为11亿元。", {"12亿": "2023-Q3", "11亿": "2023-Q2"}),
    ("去年营收为12亿元。", {"12亿": "2022"}),
    ("今年营收为12亿元。", {"12亿": "2023"}),
    ("明年将新开40家门店。", {"40": "2024"}),
    ("到2027年，门店将达到500家。", {"500": "2027"}),
    ("2020年至2022年，公司累计投入40亿元。", {"40亿": "2020/2022"}),
    ("2019年以来，公司投入40亿元。", {"40亿": "2019/2023"}),
    ("“十四五”期间，投资将达到40亿元。", {"40亿": "2021/2025"}),
    ("2024财年第二财季营收为12亿元。", {"12亿": "FY2024-Q2"}),
    ("2024财年营收为12亿元。", {"12亿": "FY2024"}),
    ("公司成立于1999年，拥有3000名员工。", {"3000": ""}),
    ("目前，公司拥有3000名员工。", {"3000": ""}),
    ("《中国制造2025》提出了9项任务。", {"9": ""}),
    ("10月30日，公司公布三季报，营收为12亿元。", {"12亿": "2023-Q3"}),
    ("2022年营收为12亿元。|净利润为3亿元。", {"3亿": "2022"}),
    ("2022年营收为12亿元。|公司目前拥有300家门店。", {"300": ""}),
    ("2022年营收为12亿元。\n净利润为3亿元。", {"3亿": "2022"}),
    ("2022年营收为12亿元（2021年为10亿元）。", {"12亿": "2022", "10亿": "2021"}),
    ("2023年10月，销量为12万辆，而2022年同期为10万辆。", {"12万": "2023-10", "10万": "2022-10"}),
    ("公司10月销量为3.2万辆，去年10月为2.1万辆，9月为3.0万辆。",
     {"3.2万": "2023-10", "2.1万": "2022-10", "3.0万": "2023-09"}),
    ("2021年营收50亿元，2022年增至65亿元，今年前九个月已达60亿元。",
     {"50亿": "2021", "65亿": "2022", "60亿": "2023-01/2023-09"}),
    ("今年前三季度，净利润45亿元，其中第三季度16亿元。", {"45亿": "2023-01/2023-09", "16亿": "2023-Q3"}),
    ("我们预计2026至2028年净利润为6.3亿、7.9亿和9.6亿元。",
     {"6.3亿": "2026", "7.9亿": "2027", "9.6亿": "2028"}),
    ("临床试验入组320例患者，2024年一季度将公布结果。", {"320": ""}),
    ("海外订单翻了一番，询价数量是去年的6倍。", {"6倍": ""}),
    ("與2019年水平相比，訪港旅客仍少11.8%。", {"11.8%": ""}),
    ("上个月，该店销售额为120万元。", {"120万": "2023-10"}),
    ("自2018年成立以来，公司融资30亿元。", {"30亿": "2018/2023"}),
    ("附屬公司淨虧損減至3400萬元，上年為淨虧損7900萬元。", {"3400": ""}),
    ("公司2019年上市时市值为100亿元，如今已超过800亿元。", {"100亿": "2019", "800亿": ""}),
    ("2022年销售额为436亿元；|而就在2021年，这个数字还有517亿元。|收入从一年前的684亿元跌到552亿元。",
     {"684亿": "2021", "552亿": "2022"}),
    ("2021年营收为12亿元；|2022年为15亿元。|净利润为3亿元。", {"3亿": "2022"}),
    ("全年毛利率34.1%，较2021年低0.9个百分点。", {"34.1%": "2022", "0.9": "2022"}),
    ("该矿总投资16亿元，截至2022年9月末已投入9亿元，工程进度为56%。", {"56%": "2022-09-30"}),
    ("公司2021年收入16亿元，截至2022年9月末，产能利用率为92%。", {"92%": "2022-09-30"}),
    ("该药全年销售额逾11亿元，2021年为4.6亿元。", {"11亿": "2022", "4.6亿": "2021"}),
    # Since something was done, and not in its month.
    ("今年3月，新药上市后，公司陆续新设18个办事处。", {"18": ""}),
    ("今年3月，公司新设18个办事处。", {"18": "2023-03"}),
    ("2022年，公司上市后，当年营收达5亿元。", {"5亿": "2022"}),
    ("自2014年建成首座电站，到2023年9月完成整合，业务已遍及各地：集团运营电站320座。", {"320": ""}),
    ("自2019年以来，公司累计投入50亿元。", {"50亿": "2019/2023"}),
    # A year in the name of a meeting, beside its day.
    ("10月12日，2023云城数据大会上，远岚签下30份合同。", {"30": "2023-10-12"}),
    ("2023滨海车展期间，公司签下订单1200辆。", {"1200": "2023"}),
    # What is so for long is so today.
    ("2022年营收120亿元。\n公司研发投入长期居于国内家电企业第一。", {"第一": ""}),
    ("公司明年计划把配送站从300个增加到450个。", {"300": "", "450": "2024"}),
    ("公司产能将由2022年的10万吨提升至2025年的25万吨。", {"10万": "2022", "25万": "2025"}),
    ("公司将2024年收入预期由12亿元下调至9亿元。", {"12亿": "2024", "9亿": "2024"}),
    ("三季度营收9亿元。|分红率不会低于50%。", {"50%": ""}),
    ("三季度营收9亿元。|若关税上升，毛利率可能下降2个百分点。", {"2个": ""}),
    ("三季度毛利率可能已下降2个百分点。", {"2个": "2023-Q3"}),
    # What works are to make a year, what they will earn, and how far something may go, is of none.
    ("三季度营收9亿元。|电动化率还有15个百分点的提升空间。", {"15个": ""}),
    ("预计2024年四季度试产，达产后预计年新增收入13亿元。", {"13亿": ""}),
    ("公司计划未来三年投资5亿元，建设年产5000台的组装厂。", {"5000": ""}),
    ("公司今年年产5万吨。", {"5万": "2023"}),
    ("项目建成后年产能5万吨。", {"5万": ""}),
    ("公司后年收入将达9亿元。", {"9亿": "2025"}),
    ("2022年业绩：年末净资产9亿元；归母所有者权益68亿元；股本7亿股。", {"68亿": "2022-12-31", "7亿": "2022-12-31"}),
    ("2022年股东权益回报率为5%。", {"5%": "2022"}),
    # Guidance goes on behind a semicolon, unless what follows tells of another time.
    ("公司预计第四季度收入34亿至35亿元，同比增长约10%；|经调整EBITDA利润率为3%至4%。", {"3%": "2023-Q4"}),
    ("公司预计2023年收入9亿元；|毛利率为38%至39%；|净利率为3%至4%。", {"3%": "2023"}),
    ("三季度，公司预计2023年收入9亿元；|三季度毛利率为38%至39%。", {"38%": "2023-Q3"}),
    ("公司预计2023年收入9亿元；|三季度毛利率为38%至39%。", {"38%": "2023-Q3"}),
    ("2022年收入9亿元；|毛利率为38%至39%。", {"38%": "2022"}),
    # 截|至今|年9月底 is no now.
    ("截至今年9月底，北风有门店4861家。", {"4861": "2023-09-30"}),
    ("北风至今已开出门店4861家。", {"4861": ""}),
    # A report that is out: its sums are of its half or year, not of the day, nor of a quarter.
    ("北风8月21日披露半年报，其中二季度营收51亿元。|报告期内，营收为96亿元。", {"96亿": "2023-H1"}),
    ("北风4月20日晚发布年报，营收96亿元，其中四季度营收30亿元。", {"96亿": "2022", "30亿": "2022-Q4"}),
    ("北风10月27日晚间发布三季报，营收9亿元。", {"9亿": "2023-Q3"}),
    ("北风将于8月30日披露半年报。|一季度营收30亿元。|营收同比增长5%。", {"5%": "2023-Q1"}),
    ("北风8月21日发布新品，售出9000台。", {"9000": "2023-08-21"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), EN)
def test_english(text: str, wanted: dict[str, str]) -> None:
    _periods(text, "en", wanted)


@pytest.mark.parametrize(("text", "wanted"), ZH)
def test_chinese(text: str, wanted: dict[str, str]) -> None:
    _periods(text, "zh", wanted)


@pytest.mark.parametrize(
    ("title", "lang", "text", "wanted"),
    [
        ("Northwind reports second quarter 2023 results", "en", "Revenue was $3 billion, compared with $2 billion in the prior-year quarter.", {"$3": "2023-Q2", "$2": "2022-Q2"}),
        ("Northwind reports second quarter 2023 results", "en",
         "The board declared an interim dividend of 4.1p per share, an increase of 5%.",
         {"4.1p": "2023-H1", "5%": "2023-H1"}),
        ("Northwind reports second quarter 2023 results", "en",
         "The board has declared an interim dividend of 4.1p a share (2022: 3.9p), up 5%.",
         {"4.1p": "2023-H1", "5%": "2023-H1"}),
        ("Northwind reports second quarter 2023 results", "en",
         "It has declared a dividend. It employs 320 people, an increase of 5%.",
         {"320": "", "5%": ""}),
        ("Northwind reports second quarter 2023 results", "en",
         "In the quarter, revenue was $3 billion.", {"$3": "2023-Q2"}),
        ("Northwind reports second quarter 2023 results", "en",
         "For the full year, revenue will be $3 billion.", {"$3": "2023"}),
        ("Northwind reports second quarter fiscal 2024 results", "en",
         "Second-quarter revenue was $3 billion, against $2 billion in the first quarter.",
         {"$3": "FY2024-Q2", "$2": "FY2024-Q1"}),
        ("北风公布2023年第三季度业绩", "zh", "报告期内，营收为12亿元，去年同期为10亿元。",
         {"12亿": "2023-Q3", "10亿": "2022-Q3"}),
        ("北风公布2023年第三季度业绩", "zh", "本季度营收为12亿元，环比增长5%。",
         {"12亿": "2023-Q3", "5%": "2023-Q3"}),
        ("北风：2023年上半年净利润增长12%", "zh", "营收为12亿元。", {"12亿": "2023-H1"}),
    ],
)  # fmt: skip
def test_a_document_that_reports_on_a_period(
    title: str, lang: Lang, text: str, wanted: dict[str, str]
) -> None:
    _periods(text, lang, wanted, title)


@pytest.mark.parametrize(
    ("title", "lang", "text", "wanted"),
    [
        ("Northwind reports third quarter 2023 results", "en", "", DocumentPeriod("2023-Q3")),
        ("Northwind: results", "en", "For the quarter ended 31 March 2023, revenue was $3 billion.",
         DocumentPeriod("2023-Q1")),
        ("Northwind", "en", "Northwind swung to a loss of $8 million in the year to June.",
         DocumentPeriod("FY2023", YearEnd(6, 30))),
        ("10-K", "en", "Annual report for the fiscal year ended December 2, 2022",
         DocumentPeriod("FY2022", YearEnd(12, 2))),
        ("Northwind results", "en", "Northwind reported results for its second quarter of fiscal 2024, ended September 30, 2023.", DocumentPeriod("FY2024-Q2")),
        ("北风公布2023年第三季度业绩", "zh", "", DocumentPeriod("2023-Q3")),
        ("北风", "zh", "北风发布2021年年报及2022年一季报。", DocumentPeriod("2022-Q1")),
        ("北风", "zh", "北风发布2022年年报，四季度营收30亿元。", DocumentPeriod("2022")),
        ("北风", "zh", "北风此前披露的半年报显示，二季度营收30亿元。", DocumentPeriod("2023-Q2")),
        ("Northwind opens a plant in Leeds", "en", "The plant cost $40 million in 2022.",
         DocumentPeriod()),
        ("Northwind in 2030", "en", "", DocumentPeriod()),
    ],
)  # fmt: skip
def test_the_period_of_a_document(
    title: str, lang: Lang, text: str, wanted: DocumentPeriod
) -> None:
    assert document_period(setting_of(text, lang, title)) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "words", "doubt"),
    [
        ("In 2021 it lost $2 million, and in 2022 it earned $3 million.| Costs were $9 million.",
         "en", "$9", "2021 or 2022"),
        ("In 2022 it earned $3 million.| Costs were $9 million.", "en", "$9", ""),
        ("It will invest $9 million over the next three years.", "en", "$9", "three years"),
        ("未来三年，公司将投资9亿元。", "zh", "9亿", "未来三年"),
        ("It will invest $9 million by 2027.", "en", "$9", ""),
        ("Stores rose to 300 from 250.", "en", "250", "not said"),
    ],
)  # fmt: skip
def test_doubts(text: str, lang: Lang, words: str, doubt: str) -> None:
    sentences = sentences_of(text)
    last = sentences[-1]
    guess = Periods(setting_of(text, lang), sentences).of(stated(last.text, words), last)
    assert doubt in guess.doubt
    assert bool(guess.doubt) is bool(doubt)


def test_the_day_of_publication_needs_no_period() -> None:
    text = "As of 1 November 2023, it had 300 stores."
    sentences = sentences_of(text)
    setting = setting_of(text, "en", published=date(2023, 11, 1))
    assert Periods(setting, sentences).of(stated(text, "300"), sentences[0]).value == ""


def test_sections_of_a_round_up_have_periods_of_their_own() -> None:
    heads = ("Wexcombe Insurance", "Silvaris Semiconductor", "Norrland Lines")
    lines = (
        "Results and broker comment on three companies, published on Wednesday.",
        "Wexcombe Insurance said premiums rose 6% to £1.12 billion in the three months to March 31.",
        "Silvaris reported second-quarter sales of €684 million.",
        "Its fiscal year ends on September 30.",
        "The margin was 17.2%.",
        "In the first quarter it made $702 million.",
        "Volumes were flat at 136,000 tonnes.",
    )
    text, sentences = "", []
    headings = ("", heads[0], *heads[1:2] * 3, *heads[2:] * 2)
    for line, heading in zip(lines, headings, strict=True):
        paragraph = headings.index(heading)
        sentences.append(Sentence(len(text), len(text) + len(line), line, paragraph, heading))
        text += f"{line}\n"
    setting = setting_of(text, "en", "European round-up", date(2026, 5, 13))
    entities = tuple(Named(Bilingual(head, head), (head.split()[0],)) for head in heads)
    periods = Periods(replace(setting, entities=entities), sentences)
    wanted = {1: ("6%", "2026-Q1"), 4: ("17.2%", "FY2026-Q2"), 6: ("136,000", "2026-Q1")}
    found = {
        at: (words, periods.of(stated(lines[at], words), sentences[at]).value)
        for at, (words, _) in wanted.items()
    }
    assert found == wanted


def test_a_section_without_a_period_has_the_quarter_of_another_in_doubt() -> None:
    lines = ("Wexcombe said revenue fell 3% in its third quarter.", "Profit rose 6% at Silvaris.")
    heads = ("Wexcombe Insurance", "Silvaris Semiconductor")
    text = "\n".join(lines)
    sentences = [
        Sentence(start, start + len(line), line, at, head)
        for at, (line, head, start) in enumerate(
            zip(lines, heads, (0, len(lines[0]) + 1), strict=True)
        )
    ]
    setting = setting_of(text, "en", "Two companies", date(2025, 10, 23))
    entities = tuple(Named(Bilingual(head, head), (head.split()[0],)) for head in heads)
    found = Periods(replace(setting, entities=entities), sentences).of(
        stated(lines[1], "6%"), sentences[1]
    )
    assert found.value == "2025-Q3"
    assert "another company" in found.doubt


WEEKS = [
    ("Net sales for the first 36 weeks were $160 billion.", "FY2023-Q1/FY2023-Q3"),
    ("Net sales for the \ufffdrst 36 weeks were $160 billion.", "FY2023-Q1/FY2023-Q3"),
    ("Net sales for the \ufffdrst half of \ufffdscal 2023 were $160 billion.", "FY2023-H1"),
    ("Net sales for the \ufffdrst quarter of \ufffdscal 2023 were $160 billion.", "FY2023-Q1"),
    ("Net sales for \ufffdscal 2022 were $160 billion.", "FY2022"),
    ("Net sales for the first 24 weeks were $160 billion.", "FY2023-Q3"),  # no end of the quarter
    ("Net sales for the quarter were $160 billion.", "FY2023-Q3"),
]


@pytest.mark.parametrize(("text", "period"), WEEKS)
def test_the_first_weeks_of_a_documents_year(text: str, period: str) -> None:
    title = "Harbour Stores reports third quarter results for fiscal 2023"
    sentence = sentences_of(text)[0]
    periods = Periods(setting_of(text, "en", title), [sentence])
    assert periods.of(stated(text, "$160"), sentence).value == period


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("Contracts rose to 146,000 from 139,000 at the year end.", "139,000", "2023-03-31"),
        ("Stocks fell to 146,000 from 139,000 at the March year end.", "139,000", "2023-03-31"),
        ("Net debt was £9 million, or 1.4 times adjusted EBITDA.", "1.4", "2023-09-30"),
        ("Net sales were £9 million, or 1.4 times the average.", "1.4", "FY2024-H1"),
        ("Contracts rose to 146,000 from 139,000 at the start.", "139,000", "FY2023-H1"),
        ("Net debt stood at 1.4 times EBITDA.", "1.4", "2023-09-30"),
        ("Our target is net debt of 1.4 times EBITDA.", "1.4", ""),
        ("The shares trade at 1.4 times sales.", "1.4", ""),
    ],
)
def test_days_that_words_mean(text: str, words: str, period: str) -> None:
    head = "Northwind: results for the six months ended 30 September 2023"
    sentences = sentences_of(f"{head}\n{text}")
    named = Named(Bilingual("Northwind", "北风"), (), YearEnd(3, 31))
    setting = replace(setting_of(f"{head}\n{text}", "en", head), entities=(named,))
    found = Periods(setting, sentences).of(stated(text, words), sentences[1])
    assert found.value == period
