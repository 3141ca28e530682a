"""Which part of a company a Chinese sentence opens with as its topic, though 公司 is its subject.

线上业务方面，公司合计实现|销售额|约21亿元: the sales are the online business's.
"""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.businesses import EARNED, KINDS
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_SIDES = (
    "线上|线下|海外|境外|国外|国内|境内|出口|内销|外销|电商|直播|批发|零售|团购|经销|直销|外卖|出海"
)
_TOPIC = regex(
    "(?:^|[。；！？\n])(?:其中|此外|另外|同时|而|但|不过)?，?(?:在|从)?"
    f"(?!分|按|各|主要|不同|所有|全部|其他|该|这|本)(?:(?P<part>[^，。；：、0-9“”（()）]{{0,10}}?(?:{KINDS}|{_SIDES}))(?:这一|这块|这端|端|侧)?(?:方面|领域|层面|之?上|来看|看|端|侧)"
    "|(?P<end>[^，。；：、0-9“”（()）]{1,8}?[端侧])(?:方面|上|来看|看)?)，"
)
# What speaks of the whole again, or of another part
_OTHER = regex(
    f"整体|总计|总体|集团|我们|行业|全国|[“”；]|，(?:其中)?[^，。；、0-9]{{1,12}}?(?:{KINDS}|产品|工厂|子公司)"
)


def of_topic(site: Site, name: str, plain: str) -> str:
    """A bare measure with the topic of its sentence; another name as it is.

    Args:
        site: The figure.
        name: What its own words call it.
        plain: That without a word of change.
    """
    if not EARNED.fullmatch(plain):
        return name
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.without_dates(begin, site.start)
    found = _TOPIC.match(said)
    if found is None or _OTHER.search(said, found.end() - 1):
        return name
    part = base_of(found["part"] or found["end"], site)
    return f"{part}{name}" if len(part) > 1 and not name.startswith(part) else name
