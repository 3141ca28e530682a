"""People of a trade who tell a paper of their own affairs: 一名经销商告诉记者，其库存约为|45天|.

What they have is theirs, on the day on which they tell it, and no company's of the report.
"""

from exporter.engine.regex import regex

TRADES = (
    "(?:经销商|代理商|分销商|批发商|零售商|供应商|供货商|渠道商|贸易商|加盟商|加盟店主?|店主|店长|商户|商家|摊主|养殖户|种植户|农户|果农|车主|司机|骑手"
    "|房东|业主|买家|卖家|采购商|服务商|中介|货代|船东|钢贸商|煤商|矿商|粮商|酒商|车商|厂家|客户)"
)
_TOLD = regex(
    f"(?P<who>{TRADES})(?:负责人|老板|人士|代表)?(?:[\u4e00-\u9fff]{{2,3}}|[某先生女士]{{2,4}})?(?:则|也|还|近日|日前|对此)?(?:向|对)?(?:本报|本刊|《[^》]*》|[^，。；]{{0,6}})?(?:记者)?"
    "(?:告诉(?:本报|本刊|[^，。；]{0,6})?(?:记者)?|表示|称|透露|坦言|直言|说|介绍|反映|坦承)(?:道|说)?[，：]"
    "(?P<told>[^。；]*)$"
)
_OWN = regex(
    '^[“"]?(?:其|他|她|自己|我们?)(?:目前|现在|如今|手中|手里|手上|手头|店里|店内|家里|家中|仓库里?|门店|公司|所在的?)*的?'
)


def trade_voice(before: str) -> str:
    """Who of a trade tells what stands behind some words of their own; "" for nobody.

    Args:
        before: What stands before the figure in its sentence, in simplified characters.
    """
    found = _TOLD.search(before)
    if found is None:
        return ""
    clause = found["told"].rpartition("，")[2]
    return found["who"] if _OWN.match(clause) else ""
