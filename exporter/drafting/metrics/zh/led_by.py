"""Goods and products that lead a sentence, whose bare price or sales its next clauses tell.

占原料成本约四成的冷冻鱼浆，上半年|均价|同比跌去11%; 一包2.5公斤的虾滑，去年|出厂价|要108元;
去年上市的“山雀”系列，|定价|129元.
"""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_BARE = regex(
    "(?:采购|销售|出厂|批发|零售|到岸|进货|收购|平均|市场|建议零售|含税)*(?:均价|单价|价格|售价|定价|价)|吨价|起售价"
    "|(?:挂牌|起拍|评估|底)价|[销产]量|销售额|复购率|动销率|库存"
)
_OPENS = '(?:^|[。；！？\n])[“"]?(?:其中|同样|例如|比如|以|而)*'
_GOODS = regex(
    rf"{_OPENS}(?:占[^，。；]{{2,12}}?[成%一半]左?右?的|(?:一|每|这|那|同)[包袋箱瓶盒桶件支台款支斤吨罐]"
    r"(?:[0-9.]+[^，。；0-9的]{1,4}的|[^，。；0-9的]{1,6}的|的)?)(?P<who>[^，。；：0-9的]{2,10})，"
)
_PRODUCT = regex(
    rf"{_OPENS}[^，。；“”]{{0,16}}“(?P<who>[^“”，。；]{{1,12}})”(?:系列|产品|新品|单品|品牌|款|车型)?，"
)
# 天津港的自建冷库也在寻找买家，|挂牌价|4.3亿元
_FOR_SALE = regex(
    rf"{_OPENS}(?:位于)?(?P<who>[^，。；：0-9]{{2,14}}?)(?:也|仍|还|正|目前|已经?|将)*(?:在(?:寻找买家|出售|挂牌|招商|拍卖)|(?:挂牌|公开|打包)(?:出售|转让|拍卖)|被(?:挂牌|拍卖)|待售)[^，。；0-9]{{0,8}}，"
)
_ANOTHER = regex("(?<![子分资])公司|集团|整体|合计|全部|行业|全国均|[“”；]|(?:另|其他|其它)")


def of_what_leads(site: Site, name: str) -> str:
    """A bare price, or how much is sold, with what leads its sentence; another name as it is."""
    if not _BARE.fullmatch(plain_name(name)):
        return name
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.text[begin : site.start]
    found = _PRODUCT.match(said) or _GOODS.match(said) or _FOR_SALE.match(said)
    if found is None or _ANOTHER.search(said, found.end()):
        return name
    who = found["who"] if found.re is _PRODUCT else base_of(found["who"], site)
    return f"{who}{name}" if len(who) > 1 and not name.startswith(who) else name
