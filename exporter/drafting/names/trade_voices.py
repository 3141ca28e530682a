"""People of a trade who tell a paper of their own affairs: 一名经销商告诉记者，其库存约为|45天|.

What they have is theirs, on the day on which they tell it, and no company's of the report.
"""

from exporter.drafting.names.tellers_zh import SIGHS_ZH
from exporter.engine.regex import regex

TRADES = (
    "(?:经销商|代理商|分销商|批发商|零售商|供应商|供货商|渠道商|贸易商|加盟商|加盟店主?|店主|店长|商户|商家|摊主|养殖户|种植户|农户|果农|车主|司机|骑手"
    "|房东|业主|买家|卖家|采购商|服务商|中介|货代|船东|钢贸商|煤商|矿商|粮商|酒商|车商|厂家|客户|(?<=的)[\u4e00-\u9fff]{1,2}(?:先生|女士|老板)|(?<=的)老板)"
)
_TOLD = regex(
    f"(?P<who>{TRADES})(?:负责人|老板|人士|代表)?(?:[\u4e00-\u9fff]{{2,3}}|[某先生女士]{{2,4}})?(?:则|也|还|近日|日前|对此)?(?:向|对)?(?:本报|本刊|《[^》]*》|[^，。；]{{0,6}})?(?:记者)?"
    "(?:告诉(?:本报|本刊|[^，。；]{0,14}?)?(?:记者)?|表示|称|透露|坦言|直言|说|介绍|反映|坦承"
    f"|{SIGHS_ZH})(?:道|说)?[，：]"
    "(?P<told>[^。；]*)$"
)
_OWN_CLAUSE = regex(
    '(?:^|，)[“"]?(?:其|他|她|自己|我们?)(?:目前|现在|如今|手中|手里|手上|手头|店里|店内|家里|家中|仓库里?|门店|公司|所在)*的?'
    "(?P<place>门店|酒店|民宿|饭店|工厂|农场|养殖场|茶园|果园|诊所|药店|影[城院]|超市|便利店|书店|车行|网吧|餐厅|店铺|店(?![里内]))?"
)
# What a later clause tells of others than the speaker.
_OF_OTHERS = regex("(?<![子分])公司|总部|集团|品牌方|平台|行业|市场|全国|同行|厂家")


_OF_A_TRADE = regex(f"(?:[一几两三多数某有]|^).*{TRADES}(?:负责人|老板|人士|代表)?")


def is_of_a_trade(who: str) -> bool:
    """Whether who is quoted is one of a trade: 一位在株洲经营三家门店的加盟商."""
    return _OF_A_TRADE.fullmatch(who) is not None


def trade_voice(before: str) -> str:
    """Who of a trade tells what stands behind some words of their own; "" for nobody.

    他的门店去年卖到230元，|投资回收期|也拉长到5年: a clause without a subject goes on with theirs.

    Args:
        before: What stands before the figure in its sentence, in simplified characters.
    """
    found = _TOLD.search(before)
    if found is None:
        return ""
    *_, own = (None, *_OWN_CLAUSE.finditer(found["told"]))
    if own is None or _OF_OTHERS.search(found["told"], own.end()):
        return ""
    return f"{found['who']}{own['place'] or ''}"
