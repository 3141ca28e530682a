"""The stock of which a Chinese clause tells a part's share: 应收账款为24亿元，其中关联方占|三成.

Without it 关联方占比 would be that of sales.
"""

from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_OF_WHICH = regex(
    "[，；（]其中[^，。；：0-9]{0,12}?占(?:比|了|到)?(?:约|近|逾|超过?|达|为|大约|不到|到)*$"
)
_PART = regex("[^占中]{1,10}占比")
_STOCK = regex(
    "(?P<stock>[^，。；]*(?:应收账款|应收款项?|应付账款|应付款项?|[有带付]息负债|负债|债务|借款|存货|库存|存款|贷款余额?"
    "|资产|余额|准备金|合同负债))(?:总额|规模|余额)?"
)
_CHANGED = regex("(?:较[^，。；]{1,6}?|同比|环比)(?:增速|增幅|降幅|变动|增长)?$")


def of_stock(site: Site, name: str) -> str:
    """A share with the stock that the figure before it states, or how far that has changed."""
    before, head = site.before, site.text[: site.start]
    if before is None or site.figure.dimension != RATIO or not _PART.fullmatch(name):
        return name
    if _OF_WHICH.search(head) is None:
        return name
    whole = _CHANGED.sub("", plain_name(site.name(at_figure(site, before)).value))
    stock = _STOCK.fullmatch(whole)
    return f"{stock['stock']}中{name}" if stock else name
