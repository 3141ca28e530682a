"""Whose share a clause tells of, where the clause before says how that fares.

餐饮渠道恢复慢于预期，约|占公司收入的三成: the share is the channel's, and not its recovery's.
即饮茶增长最快，|收入|同比增长三成: the revenue is the tea's.
"""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_FARES = regex(
    "(?:^|[，。；：])(?:其中|此外|另外|而|但|虽然|尽管)?(?P<who>[^，。；：、0-9]{2,14}?)的?"
    "(?:恢复|复苏|增长|增速|拓展|扩张|推进|表现|发展|回暖|修复|起步|爬坡|放量|开拓|进展|渗透|需求|体量|规模|下滑|回升)"
    "(?:进度|速度|情况|力度|节奏|势头)?(?:仍然?|依然|依旧|相对|整体|一直|略|稍|较为?|偏|也|明显|不断|持续)*"
    "(?:[慢快好高低弱强优逊超大小缓]|不及|不如|平稳|稳健|乏力|迅[速猛]|疲软|良好|强劲|顺利|滞后|稳定|承压|亮眼)"
    "[^，。；0-9]{0,8}，$"
)

# What does best or worst of all is one of several
_FARES_MOST = regex(
    "(?:^|[，。；：])(?:其中|此外|另外|而|但|不过|尤其是|以|分产品看，)?(?P<who>[^，。；：、0-9“”]{2,14}?)的?(?:收入|销售|销量|业绩)?"
    "(?:增速|增长|增幅|涨幅|升幅|表现|跌幅|降幅|下滑|下降|跌势|升势|恢复|复苏|势头)(?:则|也|仍|依旧|依然)?"
    "(?:最为?[快好大强猛高多慢差弱深小亮迅突出眼抢显明著稳健急剧烈劲]{1,3}|[领居]先|居首|排名?第一|位居?[第首][一位]?|尤[为其](?:亮眼|突出|抢眼|明显))，$"
)
_NO_PART = regex(
    "公司|集团|我们|企业|股份|行业|市场$|经济|[他她它其这那该此本各]|年$|季度?$|月$|[一二三四]季"
)


def who_fares_most(site: Site) -> str:
    """The part that the clause right before a figure's own says to do best or worst."""
    begin = after_last(site.text, "。；！？\n", site.clause)
    found = _FARES_MOST.search(site.text, max(0, begin - 1), site.clause)
    if found is None or _NO_PART.search(found["who"]):
        return ""
    said = site.text[site.clause : site.start]
    if _OF_ALL.search(said) or any(name in said for name in site.names):
        return ""
    return base_of(found["who"], site)


# 其他产品增长最快|同比增速: the revenue that the figures before are of, or what its clause says
_NAMED_WITH = regex(
    "(?P<who>.{2,}?)的?(?P<flow>收入|营收|销售额|销售|销量|业绩|订单|利润)?(?:增速|增长|增幅|涨幅|表现|跌幅|降幅|下滑|下降|势头)"
    "(?:则|也|仍|依旧|依然)?(?:最为?[快好大强猛高多慢差弱小]|[领居]先|居首|尤其?(?:亮眼|突出|明显))"
    "(?P<change>(?:同比|环比)?(?:增速|增幅|变动|降幅))"
)
_FLOW = regex("(?:营业收入|销售收入|收入|营收|销售额|销量|出货量|交付量|产量|订单|净利润|利润)$")


def without_faring(site: Site, guess: Guess[str]) -> Guess[str]:
    """A growth without the words that it is the fastest, of what the figures before are of."""
    found = _NAMED_WITH.fullmatch(guess.value)
    if found is None:
        return guess
    flow = found["flow"] or ""
    if not flow and site.before is not None:
        told = _FLOW.search(plain_name(name_of(site, site.before)))
        flow = told[0] if told is not None else ""
    elif not flow and (before := _BEFORE.search(site.earlier)) is not None:
        flow = before["flow"]
    who = _OF_KIND.sub("", found["who"])
    return Guess(
        f"{who}{flow}{found['change'].replace('增幅', '增速')}", "" if flow else guess.doubt
    )


# 蚝油收入|6.08亿元，同比微增1.2%；
_BEFORE = regex(
    "(?P<flow>营业收入|销售收入|收入|营收|销售额|销量|出货量|订单|净利润)(?:约|近|为|达到?|实现)*[0-9][^。；]*；$"
)
_OF_KIND = regex("^(?:[^，。；]{2,10}为主的|渠道中|产品中|业务中|其中)")
_OF_ALL = regex("(?<![子分资])公司|集团|整体|合计|总部|我们|行业|全国")


def who_fares(site: Site) -> str:
    """Whom the clause right before a figure's own tells how it fares of; "" for nobody."""
    begin = after_last(site.text, "。；！？\n", site.clause)
    found = _FARES.search(site.text, max(0, begin - 1), site.clause)
    return base_of(found["who"], site) if found is not None else ""
