"""Texts that hold no figure, whatever digits and numeral characters they have."""

import pytest

from exporter.evidence.reading import read_figures

NONE = (
    "实现三位数增长", "两位数增速",
    "2014年", "2014年成立", "10月31日", "2023-09-30", "2023/9/30", "2023.9.30",
    "二〇二三年九月三十日", "九月", "11月", "上半年", "第三季度", "三季度", "2023年第三季度",
    "一季报", "2014-2022年", "2014—2022", "7-8月", "今年4月", "23年三季度", "2023财年", "90年代",
    "21世纪", "90后", "02:37", "上午9点", "9点30分", "星期三", "周一", "2023杭州云栖大会",
    "October 31", "October 31, 2023", "30 Sep 2023", "Q3", "Q3 2023", "3Q23", "1H23", "FY2024",
    "fiscal 2024", "orders in the half", "cash flow for the half", "in 2014", "since 2019", "from 2014 to 2022", "2023 results", "the first half",
    "first-half", "9 a.m.", "14:30", "GPT-3.5", "GPT-4", "Llama2", "Llama 2", "通义千问2.0",
    "通义千问2.5", "v2.1", "V3", "2.0版本", "A100", "H800", "5G", "4K", "Web3", "iPhone 15",
    "Windows 11", "Qwen-72B", "工业4.0", "version 1.2.3", "版本1.2.3", "GPT 4", "B端", "C端",
    "B2B", "COVID-19", "双11", "双十一", "双12", "618大促", "618期间", "9988.HK", "09988", "BABA",
    "600519.SH", "HKEX: 9988", "股票代码：9988", "13800138000", "400-800-1688", "010-12345678",
    "https://example.com/2023/1101/1698804482494.jpg", "a1@b2.com", "www.163.com", "ISO 27001",
    "世界500强", "沪深300", "图1", "图片66", "表3", "Figure 3", "[12]", "7x24小时", "24/7",
    "一站式", "统一部署", "一次性", "进一步", "一起", "一些", "一般", "一体化", "第三方",
    "万相台", "万一", "百炼", "百度", "百灵", "百川智能", "千问", "千行百业", "十分重要",
    "唯一将", "一直", "一方面", "五花八门", "四川", "双方", "零门槛", "零售", "半导体",
    "人工智能", "亿万用户", "万象", "新一代", "这一代", "企业之一", "数据", "数字化", "用户数",
    "几乎", "多数", "少数", "十四五规划", "一带一路", "一对一", "两会", "二次元", "成千上万",
    "千家万户", "单位：亿元", "大多数企业", "一定程度上", "同一平台", "one-stop platform",
    "one of the largest", "no one", "double-digit growth", "third-party", "second-hand",
    "first-hand", "a quarter ago", "per second", "at first", "", " ", "。", "AI", "一",
    "“1+6+N”组织变革", "H100 GPUs", "Llama 2 70B", "Version 2.0", "1Q24 net profit", "Tongyi Qianwen 2.0",
    "一期工程", "L4级自动驾驶", "Its office is at 88 Queensway.", "88 Queensway", "1 Infinite Loop",
    "The tower at 14 Tottenham was sold.", "at 350 Fifth Avenue", "12月1日20时", "会议于20时开始",
    "8时至20时", "12月1日20点",
    "the 5 o'clock news", "a 9-to-5 job", "10 Hudson Yards", "410 U.S. 113", "15 U.S.C. 78j",
    "17 CFR 240.10b-5", "2023 WL 448129", "2-7-1 Marunouchi, Tokyo", "US 10,234,567 B2",
    "Patent No. 9,876,543", "Write to Unit 5B.", "hall 2B", "Lots 12 and 14 in Block C",
    "Resolutions 3 to 5 and 9 were carried.", "1. Unaudited. 2. Restated.", "ref. 2026/118",
    "Formula 1 rights", "under NDA 214783", "SDG 13", "By week two it was full.",
    "the A220 and the 767-300, but not the E190", "The 737-500 was scrapped.",
    "Parry Ltd (ABN 12 004 044 937, AFSL 246975)", "ACN 008 624 691", "EIN 94-2404110",
    "under Ind AS 38", "as required by AS 3", "HKAS 36", "a PIN and UEN 199901234K",
    "a level-three charger", "two-way trade", "a two-tier board", "a 2035 one", "a new one",
    "Two Sigma sold.", "the Four Seasons", "a 7-Eleven", "4K screens",
    "founded in 1865 in Kent", "founded by a cooper's son in 1798, it", "opened its small shop in 1842",
    "has traded since 1823", "The yard, set up in 1871, has", "A mill built in 1898 burned down.", "by 1700 GMT",
    "net-zero pledges", "Zero-emission zones", "the Group of Seven", "the Group of 20 met",
    "5-chome, Minato-ku", "IMO 9811000",
    "Lot 7C was withdrawn.", "near Exit 21B", "Flat 3, 8 Ash Road, Hull", "H.R. 3684 was passed.",
    "VAT no. GB 233 4177 06", "VAT number DE 266 183 904 is valid", "NAICS 211120",
    "Its Bloomberg ticker is 3045 TT.", "Ring 1300 640 118 from Perth.", "the '09 slump", "the class of '31",
    "Question 6 was left out.", "Recital 31 and Lemma 2", "Season 3 and Episode 8 were cut.", "Patent EP 2 118 640 B1",
    "US patent 10,445,902 lapsed.", "Ring 0845 70 60 50.", "Ring 0800 44 2219 now.", "open from 8 to 16 o'clock",
    "shut between 1 and 3 p.m.", "a 50-50 joint venture", "a 50/50 venture", "It will use High Speed 2 to the north.",
    "S. 640 was passed, as was S. 71.", "S.O. 2204 and G.S.R. 310 apply.", "at #04-11 Keppel Link, Singapore 098632.",
)  # fmt: skip


# Their neighbours, which count.
ONE = (
    "88 Starbucks stores", "It opened at 88 Starbucks stores.", "sold at 88 Walmart branches",
    "12 Broadway shows", "It has offices in 88 Chinese cities.", "Sold at 20 Baht",
    "valued at 20 Million", "It sold 88 Queensway flats.", "累计20小时", "20时长", "指数上涨20点",
    "截至12月1日20时，共有5家门店", "at 88 Queensway and 12 shops",
    "It sold 410 U.S. bonds.", "1,234,567 A shares", "The plant sold 5B.", "Lots 12 tenants took",
    "Last week two plants closed.", "The group has one in Leeds.", "Five guys ran it.",
    "a new one million shares", "They sold 4K shirts.",
    "In question 4 voters agreed.", "The patent 40 firms share", "EP sold 300 bags.",
    "In Lot 40 million was found.", "H.R. 12 people left.", "It was sold in GB 12 times.", "Its staff of 3045 left.",
    "They sold '20 shops'.", "A 50-bed ward opened.",
    "Fund S. 40 of them left.", "Class S. 40% was lost.", "In Singapore 639142 people voted.",
    "built in 1200 days", "a group of 20 investors", "Growth was zero.", "its one-third interest", "a new one-yen bid",
)  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_reads_no_figure_where_none_is(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize("text", ONE)
def test_reads_one_figure_beside_such(text: str) -> None:
    assert len(read_figures(text)) == 1
