"""By how much something moved that is told per piece: 每箱的搭赠比去年多了|3元.

What the pieces are of says the clause before: 他代理的生抽出厂价没有变，但每箱的搭赠……
"""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_PER = regex(
    "(?:^|[，。；：])(?:但是?|不过|而且?|且|只是|可|同时)?(?:(?P<of>[^，。；：、0-9“”]{2,10}?)(?:平均)?)??"
    "每(?P<per>[\u4e00-\u9fff]{1,2}?)的?(?P<what>(?!同比|环比)[^，。；：、0-9的比较]{2,8}?)(?:却|也|又|还|则|仍|就|大约)*"
    "(?:比|较)(?:[^，。；0-9]{2,8}?)(?:[多少高低贵涨降增减]|便宜|增加|减少|提高|上涨|下降|下跌|上升)了?"
    "(?:近|约|超过?|逾|至少|将近|整整)?[¥￥$]?$"
)
# 他代理的生抽今年出厂价|没有变: of what is told before
_UNMOVED = regex(
    "(?:^|[，。；：])(?P<of>[^，。；：、0-9]{2,20}?)(?:(?:今年|目前|近期|最近|这几年)的?)?"
    "(?:出厂价|零售价|进货价|批发价|售价|价格|标价|建议零售价|单价|定价|销量|出厂价格)"
    "(?:[都也均并虽然尽管]|暂时|一直)*(?:没有?[变动涨降]|不变|未变|没怎么变|持平|未动|稳定|没有?变化|照旧)[^，。；0-9]{0,4}，"
    "(?:但是?|不过|而|可|只是)?$"
)
_LEADS = regex("^.*(?:的|代理|销售|经营|卖|做|[他她其])(?=[\u4e00-\u9fff]{2})")


def by_per_piece(site: Site) -> Guess[str] | None:
    """The change of what is told per piece, of the thing that the clauses say."""
    found = _PER.search(site.text[: site.start]) if site.is_money else None
    if found is None:
        return None
    thing = found["of"] or ""
    begin = after_last(site.text, "。；！？\n", found.start() + 1)
    per = site.text[: found.start("per") - 1]
    if not thing and (unmoved := _UNMOVED.search(per, begin)) is not None:
        thing = unmoved["of"]
    for name in site.names:
        thing = thing.split(name)[-1] if name in thing else thing
    thing = _LEADS.sub("", thing)
    return Guess(f"{thing}每{found['per']}{found['what']}变动")
