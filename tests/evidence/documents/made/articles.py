"""The two articles that the PDFs of this folder were made from, and what each of them holds."""

from typing import NamedTuple


class Article(NamedTuple):
    """An article: what is printed on every page, above, below, and in two columns.

    Attributes:
        note: A footnote, of the paragraph whose text has the mark {}.
        table: Rows of cells, the head first; they stand between the first half of the paragraphs
            and the second.
    """

    language: str
    title: str
    header: str
    paragraphs: tuple[str, ...]
    note: str
    table: tuple[tuple[str, ...], ...]


ENGLISH = Article(
    "en",
    "Northgate raises its outlook after a strong spring",
    "Harbour Street Research",
    (
        (
            "Northgate plc said on Tuesday that its first-half sales rose 6.3% to £4.27 billion, helped "
            "by the efficient roll-out of its new format and by shoppers who came back to the high "
            "street. Its shares closed 3.8% higher at 812.5p; they have gained 21% since January."
        ),
        (
            "Gross margin widened by 140 basis points to 31.2%{}, which the retailer put down to lower "
            "freight rates, fewer promotional days and a more favourable mix of own-brand products. "
            "Operating profit before exceptional items came to £318 million, compared with £268.4 "
            "million a year earlier, and beat the £301 million that analysts had pencilled in."
        ),
        (
            "“The first quarter was difficult, the second was not,” said Fiona Affleck, who became chief "
            "executive in 2023. “We opened 46 shops, refitted 112 and closed nine, and we still cut our "
            "energy bill by £7.6 million.” The staff turnover of its shops fell to 18.4%, from 26.9% two "
            "years ago."
        ),
        (
            "The company now expects a full-year pre-tax profit of £590–610 million, up from £560 "
            "million at most, and between 1,870 and 1,885 shops by the end of its fiscal year. Capital "
            "expenditure is likely to reach about £410 million, of which roughly two fifths will go into "
            "warehouses in Sheffield and Affligem."
        ),
        (
            "Not everything went well: online orders were 2.1% lower than in the same period of last "
            "year, the insurance arm wrote off £12.9 million, and the French business lost €31 million, "
            "its fifth half-yearly loss in a row. Net debt, however, shrank to £1.02 billion, or 0.8 "
            "times earnings before interest, tax, depreciation and amortisation."
        ),
        (
            "Competitors are not standing still. Eastfield, the market leader with a share of 27.6%, "
            "said last week that it would spend $1.5 billion over the next 36 months on price cuts, "
            "while the discounter Lindholm plans to open 150 shops a year until 2029. A spokeswoman for "
            "Northgate replied that it had matched the prices of 8,400 products since 3 March."
        ),
        (
            "Analysts at Quayside Securities lifted their target price for the shares to 960p from 890p "
            "and kept their “buy” recommendation. They reckon that every additional percentage point of "
            "own-brand sales adds £19 million to annual profit, and that the dividend could grow by 9% "
            "a year. Others are more cautious, as consumer confidence slipped to −17 in July."
        ),
    ),
    "Before supplier rebates of £23 million, which were booked before the roll-out began.",
    (
        ("£m", "H1 2025", "H1 2024", "Rise"),
        ("Sales", "4,270", "4,017", "6.3%"),
        ("Profit", "318", "268.4", "18.5%"),
        ("Orders", "611", "624", "(2.1%)"),
        ("Debt", "1,020", "1,340", "(23.9%)"),
    ),
)

CHINESE = Article(
    "zh",
    "海川新能源三季度利润超预期，上调全年指引",
    "港湾街研究",
    (
        (
            "海川新能源（Haichuan New Energy）10月28日晚间披露的2025年第三季度报告显示，公司当季实现营业收入86.4亿元，"
            "同比增长17.2%；归属于上市公司股东的净利润9.3亿元，同比增长22.5%，连续五个季度保持两位数增长。"
        ),
        (
            "前三季度，公司累计营业收入达到241.7亿元，毛利率为23.8%{}，比上年同期提高1.6个百分点。公司解释称，"
            "原材料价格回落、产能利用率上升以及海外订单占比提高，是毛利率改善的主要原因。"
        ),
        (
            "董事长周海川在业绩说明会上表示：“我们的第四条产线已于9月投产，年产能由30GWh提高到42GWh，全年出货量预计在"
            "36GWh至38GWh之间。”他同时提到，公司欧洲工厂的投资额约为12亿欧元，将于2027年上半年建成。"
        ),
        (
            "现金流方面，三季度经营活动产生的现金流量净额为14.6亿元，去年同期为负3.2亿元；截至9月30日，公司资产负债率"
            "为58.4%，较年初下降2.7个百分点。公司预计全年资本开支不超过45亿元，其中约六成用于扩建产线。"
        ),
        (
            "分业务看，动力电池收入52.1亿元，占比60.3%；储能系统收入28.9亿元，同比增长41.5%；回收业务收入5.4亿元，"
            "同比下降8%。值得注意的是，储能业务的海外收入首次超过国内，占该业务收入的53%。"
        ),
        (
            "行业数据显示，今年1至9月国内动力电池装车量为493.9GWh，海川新能源以6.7%的市场份额位居第四。"
            "排名第一的东岭科技份额为41.8%，比去年同期减少2.2个百分点。"
        ),
        (
            "港湾街研究在最新研报中将海川新能源的目标价由38元上调至45元，维持“买入”评级，并预计其2026年净利润为48亿元。"
            "该机构同时提示，碳酸锂价格若反弹20%，公司毛利率可能下降约1.5个百分点。"
        ),
    ),
    "毛利率已按新的收入准则重述，上年同期重述前为22.4%。",
    (
        ("亿元", "三季度", "去年", "同比"),
        ("营业收入", "86.4", "73.7", "17.2%"),
        ("净利润", "9.3", "7.6", "22.5%"),
        ("储能系统", "28.9", "20.4", "41.5%"),
        ("现金流", "14.6", "(3.2)", "不适用"),
    ),
)
