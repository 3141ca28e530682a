"""Texts in which a part of a number, a denied number or a vague one could pass for a plain figure.

Every case was once read as another number than a reader sees.
"""

from collections.abc import Callable

import pytest

from exporter.evidence.reading import read_figures

WHOLE = (  # what was read in parts
    ("1亿零500万用户", "1.05e8 count"),
    ("一亿零三百万用户", "1.03e8 count"),
    ("3千零5人", "3005 count"),
    ("1万零50家", "10050 count"),
    ("3万5000人", "35000 count"),
    ("1万2000元", "12000 CNY"),
    ("1亿2,000万人", "1.2e8 count"),
    ("1亿2000.5万人", "120005000 count"),
    ("第1000万名用户", "1e7 ordinal"),
    ("百万分之五", "5/1000000 ratio"),
    ("三成五的企业", "0.35 ratio"),
    ("三年半", "42 cal"),
    ("两倍半", "2.5 multiple"),
    ("2小时30分钟", "9000 time"),
    ("1年3个月", "15 cal"),
    ("一年12个月", "12 cal, 12 cal"),
    ("2 hours and 30 minutes", "9000 time"),
    ("2 hours and a half", "9000 time"),
    ("two-and-a-half years", "30 cal"),
    ("a million and a half users", "1.5e6 count"),
    ("two hundred thousand and five users", "200005 count"),
    ("3 in 10 users", "0.3 ratio"),
    ("3 out of 10 users", "0.3 ratio"),
    ("sold 5 in 10 years", "5 count, 120 cal"),
    ("three-fourths of users", "0.75 ratio"),
    ("$20-plus billion", "2e10 USD over/at_least"),
    ("2023年-5家", "5 count"),
    ("rose $114.5 million year over year", "1.145e8 USD"),
    ("𝟓𝟎𝟎 stores", "500 count"),  # mathematical digits are digits
    ("5𝟎𝟎家门店", "500 count"),
    ("٥٠٠ stores", "500 count"),
    ("①12家门店", "12 count"),
    ("②增长5%", "0.05 ratio"),
    ("产量20万吨-30万吨", "2e8 mass at_least, 3e8 mass up_to"),
    ("20美元/桶-30美元/桶", "20 USD at_least, 30 USD up_to"),
    ("每股-0.5元", "-0.5 CNY"),
    ("净利-30万元", "-300000 CNY"),
    ("1 234 567 users", "1234567 count"),
    ("2½ hours", "9000 time"),
    ("1 1/2 hours", "5400 time"),
    ("3元5角", "3.5 CNY"),
    ("2小时30分", "9000 time"),
    ("1.5T parameters", "1.5e12 count"),
    ("1.2 M users", "1.2e6 count"),
    ("RMB(24.8) million", "-2.48e7 CNY"),
    ("one point five million users", "1.5e6 count"),
    ("a quarter of a million users", "2.5e5 count"),
    ("1-in-5 users", "0.2 ratio"),
    ("翻了近一倍", "2 multiple nearly"),
    ("翻了约两番", "4 multiple about"),
    ("1e6 users", "1e6 count"),
    ("1.5E+6 users", "1.5e6 count"),
    ("3.7x10^5 cells", "370000 count"),
    ("-4e-2", "-0.04 count"),
    ("4.75 k", "4750 count"),
    ("2,310,400.5 M", "2310400500000 count"),
    ("4,310.5 G", ""),
    ("四 成 半", "0.45 ratio"),
    ("三 百 二 十 万", "3200000 count"),
    ("6 亿 4000 万元", "6.4e8 CNY"),
    ("八 点 二 个 百 分 点", "0.082 pp"),
    ("3.6   个百分 点", "0.036 pp"),
    ("百 分 之 7.5", "0.075 ratio"),
    ("八成 二", "0.82 ratio"),
    ("柒 点 五 折", "0.75 ratio"),
    ("第 二 十 四 条", "24 ordinal"),
    ("陆拾万零八十点伍伍个百分点", "6000.8055 pp"),
    ("二百四十 又 4分  之1", "240.25 count"),
    ("占四成 三家公司", "0.4 ratio, 3 count"),
    ("四万万同胞", "4e8 count"),
    ("大陆百分之五的企业", "0.05 ratio"),
    ("队伍百人", "100 count"),
    ("五块三", "5.3 CNY"),
    ("四毛五", "0.45 CNY"),
    ("两块五毛八", "2.58 CNY"),
    ("花2块5个人", "2 CNY, 5 count"),
    ("40日元5日本銭", "40.05 JPY"),
    ("it cost eighteen dollars twenty-five", "18.25 USD"),
    ("it cost eighteen dollars and twenty stores closed", "18 USD, 20 count"),
    ("RMB 30 USD 40", "30 CNY, 40 USD"),
    ("sales of MEUR 38.5", "3.85e7 EUR"),
    ("a loan of 12 KEUR", "12000 EUR"),
    ("four twenty-firsts", "4/21 ratio"),
    ("one thirty-second of it", "1/32 ratio"),
    ("five and thirty-two hundredths", "5.32 count"),
    ("four hundred fifty-two thirds", "452/3 ratio"),
    ("a hundred millionths", "1/10000 ratio"),
    ("three out of four hundreds", "3/400 ratio"),
    ("five dz eggs", "60 count"),
    ("growth ...8", "8 count"),
    ("rose --8", "8 count"),
    ("20 percent of 300 clients", "0.2 ratio, 300 count"),
    ("a growing percent of 300 clients", "300 count"),
)
SHARED = (  # a unit that is said once and holds for the numbers beside it
    ("百分之三十到五十", "0.3 ratio at_least, 0.5 ratio up_to"),
    ("百分之三十和五十", "0.3 ratio, 0.5 ratio"),
    ("三到五成", "0.3 ratio at_least, 0.5 ratio up_to"),
    ("第三到五名", "3 ordinal at_least, 5 ordinal up_to"),
    ("第三、四代产品", "3 ordinal, 4 ordinal"),
    ("10 million or 5%", "1e7 count, 0.05 ratio"),
    ("PE分别为15/12/10倍", "15 multiple, 12 multiple, 10 multiple"),
    ("1.2x-1.5x", "1.2 multiple at_least, 1.5 multiple up_to"),
)
VAGUE = (
    ("八九成企业", "0.8 ratio at_least, 0.9 ratio up_to"),
    ("约八九成企业", "0.8 ratio at_least/about, 0.9 ratio up_to/about"),
    ("七八十家", "70 count at_least/order_of, 80 count up_to/order_of"),
    ("十七八家", "17 count at_least, 18 count up_to"),
    ("一百七八十家", "170 count at_least, 180 count up_to"),
    ("数百家", "100 count order_of"),
    ("超过数百家", "100 count order_of"),
    ("约几十万人", "1e5 count order_of"),
    ("several hundred stores", "100 count order_of"),
    ("a couple of hundred stores", "100 count order_of"),
    ("more than hundreds of stores", "100 count order_of"),
    ("至少几天内", "172800 time at_least, 777600 time up_to"),
)
QUALIFIED = (  # what denies nothing
    ("不到100家", "100 count under"),
    ("尚不足100家", "100 count under"),
    ("不少于100家", "100 count at_least"),
    ("不低于100家", "100 count at_least"),
    ("不超过100家", "100 count up_to"),
    ("未超过100家", "100 count up_to"),
    ("未满18个月", "18 cal under"),
    ("不止100家", "100 count over"),
    ("不过百家", "100 count under/up_to"),
    ("增速不过5%", "0.05 ratio up_to/exact"),
    ("过七成用户", "0.7 ratio over"),
    ("no fewer than 100 users", "100 count at_least"),
    ("not less than 100 users", "100 count at_least"),
    ("no more than 100 users", "100 count up_to"),
    ("not exceeding 100 users", "100 count up_to"),
    ("未来3年投入100亿元", "36 cal, 1e10 CNY"),
    ("未经审计收入100亿元", "1e10 CNY"),
    ("没收违法所得5亿元", "5e8 CNY"),
    ("未披露的5家企业", "5 count"),
    ("不是100家而是200家", "200 count"),
    ("not only 100 users but 200 stores", "200 count"),
    ("last but not least, 5 stores", "5 count"),
    ("not including 300 stores", "300 count"),
    ("1 million users, not 2 million", "1e6 count"),
    ("the company has not disclosed revenue, but had 100 stores", "100 count"),
    ("rates were not cut, as feared, but raised by 50 bp", "0.005 pp"),
    ("sales were not strong, and fell 12%", "-0.12 ratio"),
    ("rates will, if not, as feared, raised by 50 bp", "0.005 pp"),
    ("the board rejected a bid of $2bn", "2e9 USD"),
    ("the insurer rejected 80 claims", "80 count"),
    ("the court rejected claims that exceeded $80m", "8e7 USD over"),
    ("dismissed reports of trouble and sold 80 flats", "80 count"),
    ("rejected claims of fraud, and sold 80 flats", "80 count"),
    ("reports that it sold 80 flats are true", "80 count"),
    ("did not deny reports that it sold 80 flats", "80 count"),
    ("公司否认存在违规，全年售出80套住宅", "80 count"),
    ("公司否认6200万元应收款存在风险", "6.2e7 CNY"),
    ("央行没有像市场预期那样降息而是加息50个基点", "±0.005 pp"),
    ("央行像市场预期那样加息50个基点", "0.005 pp"),
    ("公司澄清不实传闻，全年裁员900人", "±900 count"),
    ("公司裁员900人的消息属实", "±900 count"),
)
DENIED = (
    "并未突破1亿用户", "没有达到100家企业", "未达到100家", "尚未超过100家", "尚未突破100家",
    "未能实现100亿元目标", "100亿元目标未能实现", "无法支撑10万卡", "达到不了100家", "从未低于5%", "一家也没有",
    "并未达到100-200万用户", "没有达到100家和200家", "没有一家企业", "并非第一",
    "not 100 users", "did not exceed 1 million users", "didn't reach 100 users",
    "has yet to reach 1 million users", "failed to reach 1 million users",
    "has not exceeded 100 users", "fell short of its 5 million goal", "missed its 1 million target",
    "the 100 million target was not met", "not 1 million or 2 million users", "did not double",
    "not the first company", "denied that it had 5 million users",
    "rates were not, as feared, raised by 50 bp", "weren't — as markets had feared — raised by 50 bp",
    "the company rejected claims that it had sold 80 flats", "refuted a claim that it sold 80 flats",
    "dismissed as untrue reports that it would cut 900 jobs", "it denied having sold 80 flats",
    "denied media reports of a $2bn sale", "dismissed speculation about 900 job cuts",
    "contrary to reports that it sold 80 flats", "reports that it sold 80 flats are untrue",
    "rumours of a $2bn sale were later denied", "公司否认“已售出80套住宅”的说法",
    "公司驳斥了出售80套住宅的传闻", "公司否认了此前有多家媒体报道的集团将出售80套住宅的说法",
    "利率并非市场所称上调50个基点", "利润并非外界所称的5亿元", "央行没有像市场预期那样加息50个基点",
    "央行并未像市场预期的那样上调利率50个基点", "公司裁员900人的消息不属实", "裁员900人为不实信息",
    "裁员900人的传闻，公司予以否认",
)  # fmt: skip
REFUSED = (
    "1,5 million users", "1,0000家", "1,5亿元", "1.234,56 million", "1，500家",
    "10² 家", "10^8家", "2*3亿", "2×3亿",
    "3`500元", "3'500元", "1_000_000", "1·5亿元", "1. 5亿元", "1.5.3亿元", "3000**万", "3:1",
    "2/3 users", "10/31/2023", "3万5人", "1千5人", "1个月3天",
    "revenue of 12.3m", "100w用户",

    "八十千", "12亿15亿三台", "000十一十", "000十二辆", "00十二辆", "5万十一十辆", "6 3 折", "佰 分 之 二百 四十点六", "百 分 之 7.5 k", "上午九点 三个百分点", "1.1^--23",
    "two hundred thirty fifths", "two hundred and two dozens", "one two hundred fifth", "thirty and four and two fifths",
    "one over five", "7 over 11", "costs $200 and sixty.", "percent of 30", "per cent of thirty-three",
    "③ stores", "①", "第③季度", "3f9a61b2", "二八定律", "九一八", "the 1980s",
)  # fmt: skip
DATES = (
    "第3、4季度", "第三、第四季度", "二三季度", "7、8、9月", "11月1-3日", "2021、2022年",
    "1—9月", "24/25/26年", "2021-22年", "2021/22财年", "FY2023-24", "in 2021, 2022 and 2023",
    "the third and fourth quarters", "the first and second halves", "September 3-5",
)  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), [*WHOLE, *SHARED, *VAGUE, *QUALIFIED])
def test_reads_what_a_reader_sees(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


@pytest.mark.parametrize("text", [*DENIED, *REFUSED, *DATES])
def test_reads_no_figure_from_what_is_denied_or_malformed(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize("text", ["数百家", "hundreds of stores", "several users", "几家"])
def test_no_vague_number_is_exact(text: str) -> None:
    assert read_figures(text)
    assert all("exact" not in figure.qualifiers for figure in read_figures(text))
