"""Markets, trades and indices of which a clause tells, and none of the report's entities."""

import re
from collections.abc import Iterator

from exporter.engine.regex import regex

# Markets, trades and countries, of which none of the report's is the measure.
_HAN = regex("[\u4e00-\u9fff]")
_MARKET_ZH = regex(
    # 同行业的 introduces a company, unless it is the trade's own: 同行业的平均毛利率.
    r"(?:全行业|(?<!跑赢|跑输|强于|弱于|优于|同步|领先|落后|大市|中性)(?!(?<=同)行业的(?!公司|企业|厂商|同行|平均|均值|中位|整体|普遍|水平|[毛净]利))行业(?!第|排名|领先|龙头|首|前|内|平均水平的|地位|标准|大?模型|客户|应用|解决|伙伴)"
    r"|(?<![占在于遍盖向约布面到])(?:全国|全球|国内|我国|中国|全市场|全社会)"
    # Of a company's own sales abroad, at home, all over the world nothing else is said.
    r"(?!的?(?:市场)?(?:销量|销售|收入|产量|出货|门店|交付|客流|投资|交易|零售|新增(?:\d|门店"
    r"|网点|酒店|客户|用户|会员)))"
    r"(?=[^，。；]{0,24}?(?:家庭(?:使用|拥有|保有|普及)率|普及率|市场规模|规模以上|均价|价格指数|零售总额|零售|销量|产量|出货量|装机|渗透率|票房"
    r"|人次|出游|客流|旅客|游客|销售额|交易额|成交额|揽收|用电量|发电量|保费收入|投资额|进口|出口"
    r"|消费量|新增))"
    r"(?![^，。；]{0,16}(?:占比|收入占|营收))"
    r"|(?<![占在于遍盖向约布面到])(?:全国|我国|全社会)(?=[^，。；\d]{2,20}?\d)"
    r"(?![^，。；\d]{0,16}?(?:共有|拥有|开出|布局|首|唯一|第|各地|范围|门店|网点|经销商|渠道|代理"
    r"|员工"
    r"|营收|收入|占比|销量|交付|客户|用户|会员))"
    r"|(?:^|(?<=[，。；：、]))[^，。；]{0,20}?市场(?:总?规模|容量|空间)|同业(?:平均|均值|中位)"
    # 国内前五家企业的份额合计
    r"|(?:国内|全国|全球|行业)?前[二三四五六八十][名家大强]?(?:企业|厂商|公司|车企|银行|品牌)(?=[^，。；]{0,6}(?:份额|集中度|占比|市占率|合计))"
    # 国内锂电池企业前五名合计份额, 全市锂电产值
    r"|(?:国内|全国|全球|行业)?[^，。；、\d]{0,6}(?:企业|厂商|公司|车企|银行|品牌)(?:前[二三五十][名家大强]?|CR\d+)(?=[^，。；]{0,6}(?:份额|集中度|占比|市占率|合计))"
    r"|(?<![占在于遍盖向约布面到])全[市省县区](?=[^，。；]{0,10}(?:产值|税收|财政|生产总值|GDP|工业|规上|产业|就业))"
    r"|[^，。；、\d]{2,6}产业(?=为(?:全[市省县区]|当地|本地|地方)[^，。；]{0,6}(?:贡献|带来|创造|增加|缴纳))"
    r"|可比公司|(?:沪深|两)市(?=[^，。]{0,12}(?:成交|市值|融资|涨|跌))|(?:沪深|上证|深证|恒生|科创|创业板|行业|板块|中证|申万)[^，。；]{0,6}指数)"
)
_NATION = (
    r"(?:German|French|Italian|Spanish|British|UK|U\.S\.|US|American|Chinese|Japanese|Indian|European"
    r"|EU|Brazilian|Korean|Mexican|Canadian|Australian|Dutch|Swiss|Turkish|Polish|South\s+African)"
)
_MARKET_EN = regex(
    r"\b(?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:market|industry|sector|trade)(?:\s+(?:for"
    r"|in)\s+[\w ’'-]{2,40}?)?"
    r"(?:\s+as\s+a\s+whole)?(?=\s+(?:is|was|are|were|will|would|could|should|may|might|has|had"
    r"|grew|fell|rose|shrank"
    r"|expanded|contracted|reached|stood|totall?ed|hit|topped|climbed|dropped|slipped|declined"
    r"|gained|lost|added|trades?|sold|shipped)\b"
    # The market for boots, |worth £2.4bn,| grew
    r"|,\s+(?:(?:now|currently|already|which\s+is|which\s+was)\s+)?"
    r"(?:worth|valued\s+at|estimated\s+at|put\s+at)\b"
    r"|,\s+where\s+(?:sales|volumes?|prices|demand|spending)\b)"
    r"|\b(?:(?:industry(?:[- ]wide)?|sector(?:[- ]wide)?|nationwide)\s+(?:[\w-]+\s+){0,3}?"
    r"|(?:national|global|worldwide|world)\s+(?!like|same|total|net|comparable|group|unit|retail"
    r"|wholesale|digital|online|organic|underlying)(?:[\w-]+\s+){1,2}?)"
    r"(?:sales|shipments|demand|output|registrations|spending|volumes?|production|supply|prices"
    r"|deliveries|traffic|capacity|throughput|consumption)\b"
    # Cement demand in India is; of German chemical output nobody is the measure.
    r"|\b[a-z-]+\s+(?:demand|consumption|throughput|registrations)\s+in\s+(?:the\s+)?(?-i:[A-Z][\w.]+)"
    r"(?=\s+(?:is|was|were|has|had|will|would|could|should|may|grew|fell|rose|shrank|reached|stood)\b)"
    rf"|\b(?-i:{_NATION})\s+(?:[a-z-]+\s+){{1,2}}?(?:output|demand|consumption|production|registrations"
    r"|exports|imports)\b"
    r"|\bthe\s+(?:(?-i:[A-Z][\w&]+)|sector|stock|benchmark)\s+index\b"
    r"|\b(?:market|industry|sector)(?=\s+(?:that|which)\s+(?-i:(?:[A-Z][\w.&’'-]*\s+){1,4})"
    r"(?:sizes|values|puts|estimates|reckons)\b)"
    r"|\b(?:industry|sector|market|peer|national)[- ](?:wide\s+)?(?:average|mean|median)\b"
    r"|\b(?:the\s+)?(?:peer\s+group|peers|rivals|competitors)\s+(?=(?:\w+\s+)?(?:trades?|trading"
    r"|average|averages|manage|have|has|had|fared?|grew|fell|rose|are|were)\b)",
    re.IGNORECASE,
)
# One of these is in each of them, and in few sentences of a long document.
_WORDS_EN = (
    "market", "industry", "sector", "trade", "nation", "global", "world", "demand", "consumption",
    "throughput", "registrations", "output", "production", "exports", "imports", "index", "peer",
    "rivals", "competitors",
)  # fmt: skip
# What is said of markets that is a company's: the market value, its market is.
_OWN_MARKET_EN = regex(
    r"\b(?:its|our|their|largest|biggest|home|main|key|core|stock|share|single)\b", re.IGNORECASE
)
# 据农牧部门监测，……均价: what a trade's statistics say, of nobody.
OF_A_TRADE_ZH = regex(
    "(?:据|根据|来自)?[^，。；]{0,14}(?:部门?|局|署|总署|协会|商会|学会|委|委员会|交易所|海关|央行)(?:的|日前|最新|近日|昨日|今日)*"
    "(?:监测|统计|发布|公布|数据|披露)[^，。；：]{0,10}[，：]"
    "|(?:多位|有|一位)?(?:业内|行业|市场)(?:观察)?(?:人士|专家)[^，。；]{0,6}(?:指出?|认为|表示|称|透露|估计|估算|测算)[，：]"
    "[^。；]{0,6}?(?:行业|市场|全国|国内|内地|全球|整个)"
    "|(?:据|根据)?[^，。；]{0,14}(?:研究院|研究所|研究中心|信息中心|规划院|协会|学会|商会|联合会|咨询|智库|IDC|Gartner)[^，。；]{0,10}?"
    "(?:预测|预计|显示|指出|认为|称)[^。；]{0,12}?(?:行业|市场|全国|国内|全球|客流|需求|规模|价格|渗透率|装机|票房|总量|[产销]量|零售额)"
)
_BODY = (
    r"(?:Society|Association|Council|Institute|Bureau|Federation|Ministry|Statistics|Census"
    r"|Administration|Authority|Agency|Commission|Forum|Chamber)"
)
# The same: the American Cancer Society estimates; data from Statistics Norway showed.
OF_A_TRADE_EN = regex(
    rf"\b(?:{_BODY}\b(?:\s(?:of|for)\s[A-Z]\w+|\s[A-Z]\w+)?\s+(?:data\s+|figures\s+)?"
    r"(?:estimates?|says?|said|show(?:s|ed)|reckons?|reported)"
    rf"|(?:according\s+to|data\s+from|figures\s+from)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{0,4}}?{_BODY})\b"
)


def markets_in(text: str) -> Iterator[tuple[int, int]]:
    """Where markets and trades stand that a clause is about: 市场规模, the global market for."""
    if _HAN.search(text):
        spans = (found.span() for found in _MARKET_ZH.finditer(text))
        yield from (span for span in spans if not _is_cause(text, *span))
        return
    small = text.lower()
    if not any(word in small for word in _WORDS_EN):
        return
    for found in _MARKET_EN.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        if not _OWN_MARKET_EN.search(found[0]) and not _OWN_MARKET_EN.search(before):
            yield found.span()


# 受|汽车行业|复苏带动，公司收入增长: why, and not of what.
_CAUSE_ZH = regex(
    "(?:^|[，。；：）])(?:但|而|主要|同时|报告期内|期内)*(?:受益于|得益于|受累于|受|由于|随着|面对|鉴于|因)[^，。；0-9]*$"
)
_NO_FIGURE_ZH = regex("[^，。；0-9]*，")


def _is_cause(text: str, start: int, end: int) -> bool:
    """Whether a market stands in a clause that tells no figure, but why things went so."""
    is_led = _CAUSE_ZH.search(text[:start]) is not None or _CAUSE_ZH.match(text[start:end])
    return bool(is_led) and _NO_FIGURE_ZH.match(text, end) is not None


# The industry, 行业: whose own words before it do not say that it is another
_TRADE_SAID = regex(
    r"(?P<of>[\u4e00-\u9fff]*?)(?:行业|市场|产业)"
    r"|\b(?:(?P<word>[a-z-]+) )?(?:industry|sector|market|trade)\b",
    re.IGNORECASE,
)
_NO_KIND = regex(
    "(?:(?:今|去|明|后|前|全|上半|下半|同)?年|[一二三四]季度|季度|月|[底末初日]|据|根据|来自|全|该|这个?|本|整个"
    "|国内|中国|我国|目前|当前|预计|由于|随着|但|而|对|使|令|从|在|是|为|的|仍|将|因为?|受|认为|指出|提示|示|预期)*"
    "|the|this|whole|entire|an?|across|of|in|and|for"
)


def says_no_kind(text: str) -> bool:
    """Whether a text speaks of a trade without a word for which it is: the industry, 行业."""
    said = (found["of"] or found["word"] or "" for found in _TRADE_SAID.finditer(text))
    return all(_NO_KIND.fullmatch(kind.casefold()) for kind in said)
