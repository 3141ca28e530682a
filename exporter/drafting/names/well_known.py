"""Companies that news speak of, by whose names alone a reader knows that they are some.

Chinese names do not show that they are names, and in English those of one word at the beginning of
a sentence; where one is about a company below that is none of the report's, nothing is drafted for
the report's.
"""

import re

from exporter.engine.regex import regex

_EN = """
BYD; CATL; Tesla; Toyota; Honda; Nissan; Ford; GM; General Motors; Volkswagen; BMW;
Mercedes-Benz; Stellantis; Renault; Hyundai; Kia; Geely; Nio; NIO; XPeng; Xpeng; Li Auto;
Rivian; Lucid; Amazon; Google; Alphabet; Microsoft; Apple; Meta; Nvidia; Intel; AMD; Qualcomm;
TSMC; Samsung; SK Hynix; Micron; Huawei; Xiaomi; Oppo; Vivo; Tencent; Alibaba; Baidu; JD.com;
Meituan; PDD; Pinduoduo; ByteDance; TikTok; Shein; Temu; NetEase; Oracle; SAP; Salesforce;
Adobe; IBM; Cisco; Netflix; Disney; Spotify; Uber; Lyft; Grab; Pfizer; Moderna; BioNTech; Merck;
Roche; Novartis; Sanofi; AstraZeneca; GSK; Bayer; Lilly; Eli Lilly; Novo Nordisk; AbbVie; Amgen;
Gilead; Biogen; Regeneron; Walmart; Costco; Target; Kroger; Carrefour; Tesco; Sainsbury's; Asda;
Aldi; Lidl; Ikea; Zara; Inditex; H&M; Nike; Adidas; Starbucks; McDonald's; Shell; BP;
ExxonMobil; Exxon; Chevron; TotalEnergies; Equinor; Eni; Sinopec; PetroChina; CNOOC; Aramco;
Siemens; GE; Vestas; Orsted; Iberdrola; Enel; EDF; First Solar; LONGi; JinkoSolar; Panasonic;
LG; Sony; Boeing; Airbus; Ryanair; easyJet; Lufthansa; Delta; United; HSBC; Barclays; Lloyds;
NatWest; Santander; JPMorgan; Citigroup; Wells Fargo; Visa; Mastercard; PayPal; Stripe;
Unilever; Nestle; Nestlé; Danone
"""
_ZH = """
比亚迪 特斯拉 丰田 本田 日产 福特 通用汽车 大众汽车 宝马 奔驰 吉利 吉利汽车 长城汽车 长安汽车
上汽 上汽集团 广汽 广汽集团 蔚来 小鹏 小鹏汽车 理想汽车 零跑 问界 极氪 华为 华为云 小米 荣耀
苹果 三星 英伟达 英特尔 高通 台积电 中芯国际 海力士 微软 谷歌 亚马逊 腾讯 腾讯云 阿里 阿里巴巴
阿里云 百度 百度智能云 京东 京东物流 美团 拼多多 字节跳动 抖音 快手 网易 携程 滴滴 哔哩哔哩 微博
小红书 天翼云 移动云 顺丰 中通 圆通 宁德时代 国轩高科 亿纬锂能 中创新航 隆基绿能 通威股份
晶科能源 阳光电源 天合光能 中石油 中石化 中海油 中国石油 中国石化 壳牌 恒瑞医药 百济神州
信达生物 药明康德 复星医药 石药集团 辉瑞 罗氏 诺华 默沙东 阿斯利康 礼来 诺和诺德 工商银行
建设银行 农业银行 中国银行 交通银行 招商银行 平安银行 兴业银行 中国平安 中国人寿 中国移动
中国联通 中国电信 沃尔玛 家乐福 永辉 永辉超市 盒马 山姆 大润发 瑞幸 星巴克 蜜雪冰城 海底捞 茅台
贵州茅台 五粮液 伊利 蒙牛 农夫山泉 安踏 李宁 耐克 美的 格力 海尔 海信 联想 万科 碧桂园 保利发展
波音 空客
"""


def _any_of(names: list[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


WELL_KNOWN_EN = regex(
    f"(?:{_any_of([name.strip() for name in _EN.replace(chr(10), ' ').split(';')])})(?:['’]s?)?"
)
# Words that begin as a name does: 日产量, 苹果价格.
_NO_NAME_ZH = r"日产(?:[量能值额约近达超逾可仅]|\d)|苹果(?:[树园汁酱价]|产量|种植|收购|期货)"
WELL_KNOWN_ZH = regex(f"(?!{_NO_NAME_ZH})(?:{_any_of(_ZH.split())})")
