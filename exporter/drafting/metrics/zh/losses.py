"""A loss that is told beside a profit is named a loss: 净利润3亿元，去年同期亏损|2亿元."""

import re

from exporter.drafting.metrics.zh.changes import name_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_LOSS = regex(
    "(?<!扭)(?:净亏损?|亏损)额?(?:了|为|约|近|逾|仅|超过?|大约|高达|达到?|不足|至少|至多)*[¥￥]?$"
)
_NET = regex("净亏损?(?:了|为|约|近|逾|仅|超过?|大约|高达|达到?|不足|至少|至多)*$")
_PROFIT = regex("(?P<net>净)?(?:利润|利|盈利|收益|溢利|利润额)$")


def told_as_loss(site: Site, name: str) -> str:
    """A name of a profit as the loss that the words at its figure tell; another as it is.

    A figure with a minus of its own says it already: 净利润亏损|-2亿元.
    """
    if site.is_money and name == "亏损":
        return _net_loss(site)
    if name.endswith(("盈利预测", "利润预测")) and site.is_money and _LOSS.search(site.tail):
        return f"{re.sub('(?:盈利|利润)预测$', '', name)}亏损预测"
    profit = _PROFIT.search(name)
    if profit is None or not site.is_money or _LOSS.search(site.tail) is None:
        return name
    if site.figure.text.startswith(("-", "−", "－", "(", "（")):
        return name
    return f"{name[: profit.start()]}{profit['net'] or ''}亏损"


def _net_loss(site: Site) -> str:
    """A bare loss: a net one where it is called so, or set beside a net one before it.

    净亏损3.06亿元，较2024年|4.51亿元|的亏损有所收窄.
    """
    if _NET.search(site.tail):
        return "净亏损"
    before = site.before
    is_beside = before is not None and site.behind.startswith("的亏损")
    beside = name_of(site, before) if before is not None and is_beside else ""
    return beside if beside.endswith("净亏损") else "亏损"
