"""A loss that is told beside a profit is named a loss: 净利润3亿元，去年同期亏损|2亿元."""

from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_LOSS = regex(
    "(?<!扭)(?:净亏损?|亏损)额?(?:了|为|约|近|逾|仅|超过?|大约|高达|达到?|不足|至少|至多)*[¥￥]?$"
)
_PROFIT = regex("(?P<net>净)?(?:利润|利|盈利|收益|溢利|利润额)$")


def told_as_loss(site: Site, name: str) -> str:
    """A name of a profit as the loss that the words at its figure tell; another as it is.

    A figure with a minus of its own says it already: 净利润亏损|-2亿元.
    """
    profit = _PROFIT.search(name)
    if profit is None or not site.is_money or _LOSS.search(site.tail) is None:
        return name
    if site.figure.text.startswith(("-", "−", "－", "(", "（")):
        return name
    return f"{name[: profit.start()]}{profit['net'] or ''}亏损"
