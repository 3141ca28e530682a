"""Others of a trade whom a Chinese clause is about without a name: 而一家同行的毛利率为|31%|."""

from collections.abc import Iterator

from exporter.engine.regex import regex

_BEGINS = "(?:^|(?<=[，。；：、]))(?:而|但|不过，?|其中，?|相比之下，?|与之相比，?|同期，?)?"
# Whoever they are: 而海外同行一般在15%左右.
_TOGETHER = regex(
    rf"{_BEGINS}(?P<name>(?:海外|国内|国际|全球|港股|A股|头部|上市|主要)?"
    r"(?:同行业?|同业|友商|可比公司)(?:企业|公司|们)?)(?=一般|普遍|平均|大多|通常|多在|多为|均值|的?(?:平均|普遍))"
)
_WHEN = (
    "去年|今年|前年|同期|上半年|下半年|前[一二三]季度|全年|[一二三四]季度|当季|20[0-9]{2}年"
    "|[0-9]{1,2}月|目前|现在|年初|年底"
)
_MEASURES = (
    "[毛净]利|营收|营业|收入|销量|销售|市占率|市场份额|门店|出货"
    "|产能|单价|售价|报价|费用率|库存|订单"
)
# One of them: 其主要竞争对手去年的净利润, 一家同行, 行业龙头则.
_ONE = regex(
    rf"{_BEGINS}(?P<name>(?:(?:公司|集团|其|该公司)的?)?(?:(?:另外?|同城的?|当地的?)?(?:一|两|几|多|数)家|最大的?|主要的?|最主要的?|老牌的?)?"
    "(?:海外|国内|国际|全球|港股|A股|头部|上市|主要|最大的?|直接|规模相近的?|同城的?|当地的?){0,2}"
    "(?:(?:竞争)?对手|同行(?!业)|友商|竞品|(?:行业|全球|国内|国际|市场|细分领域|赛道)(?:龙头|巨头|老大|第一名?)"
    "|(?:头部|龙头|同类|同行业?)(?:企业|公司|厂商|品牌|玩家|上市公司))(?:企业|公司|们)?)"
    rf"(?=(?:的|在|则|也|已|仅|却|还|均)*(?:{_WHEN}|{_MEASURES}))"
)


# 同行的日子同样不好过：: the sentence goes on with them
_FARE = regex(
    '^[“"]?(?:而|但|不过，?)?(?P<name>(?:其他)?(?:同行|同业|友商)(?:企业|公司|们)?)(?=(?:的(?:日子|境况|处境|业绩|情况|压力))?[^，。；：0-9]{0,12}[：，])'
)


def peers_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence has others of the trade of whom a clause tells."""
    for pattern in (_TOGETHER, _ONE, _FARE):
        yield from (found.span("name") for found in pattern.finditer(text))
