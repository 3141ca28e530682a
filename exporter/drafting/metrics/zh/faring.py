"""Whose share a clause tells of, where the clause before says how that fares.

餐饮渠道恢复慢于预期，约|占公司收入的三成: the share is the channel's, and not its recovery's.
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


def who_fares(site: Site) -> str:
    """Whom the clause right before a figure's own tells how it fares of; "" for nobody."""
    begin = max(site.text.rfind(mark, 0, site.clause) for mark in "。；！？\n") + 1
    found = _FARES.search(site.text, begin, site.clause)
    return base_of(found["who"], site) if found is not None else ""
