"""Whose share a clause tells of, where the clause before says how that fares.

餐饮渠道恢复慢于预期，约|占公司收入的三成: the share is the channel's, and not its recovery's.
即饮茶增长最快，|收入|同比增长三成: the revenue is the tea's.
"""

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site
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
    begin = max(site.text.rfind(mark, 0, site.clause) for mark in "。；！？\n") + 1
    found = _FARES_MOST.search(site.text, max(0, begin - 1), site.clause)
    if found is None or _NO_PART.search(found["who"]):
        return ""
    said = site.text[site.clause : site.start]
    if _OF_ALL.search(said) or any(name in said for name in site.names):
        return ""
    return base_of(found["who"], site)


_OF_ALL = regex("(?<![子分资])公司|集团|整体|合计|总部|我们|行业|全国")


def who_fares(site: Site) -> str:
    """Whom the clause right before a figure's own tells how it fares of; "" for nobody."""
    begin = max(site.text.rfind(mark, 0, site.clause) for mark in "。；！？\n") + 1
    found = _FARES.search(site.text, max(0, begin - 1), site.clause)
    return base_of(found["who"], site) if found is not None else ""
