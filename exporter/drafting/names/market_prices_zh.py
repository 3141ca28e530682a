"""What Chinese text says a commodity trades at, of no company: 一季度碳酸锂均价升至|9.8万元|/吨."""

from exporter.drafting.names.goods_zh import GOODS
from exporter.engine.regex import regex

_PRICE = (
    "(?:市场|现货|期货|主力合约|合约|批发|零售|到岸|离岸|收购|出厂|国内|国际|全国|平均|结算|最新|挂牌|含税|不含税)*的?(?:市场|现货|平均|成交|最新)*"
    "(?:价格|均价|现价|市价|报价|收盘价|结算价|批发价|到岸价|离岸价|收购价|出厂价|现货价|期货价|加工费|升贴水|折扣系数|价格指数|主力合约)"
)
# What goes on with the price that a clause before tells: 而去年四季度还只有|72%|.
_GOES_ON = (
    "(?:[，（](?:而|但|较|比|同比|环比|相比|高于|低于|不及|一度|最高|最低|累计|上涨|下跌|涨幅|跌幅|涨|跌|去年|前年|今年|此前|年初|年底|年内|上半年|下半年"
    "|[一二三四]季度|同期|目前|如今|现在|现|到|至|截至|为|约|几乎|是|20|[0-9]{1,2}月)[^，。；（）]*[）]?)*"
)
_TOLD = regex(
    rf"(?:^|[，。；：、])(?P<goods>[^，。；：、]{{0,14}}?(?:{GOODS})(?:精矿|箔|杆|管|板|片|粉|材|酸|原料|现货|期货|主力)?)"
    rf"{_PRICE}(?P<does>[^，。；：、]*){_GOES_ON}$"
)
_OWN = regex(
    "公司|集团|其(?!中)|自家|自有|自产|旗下|本部|该|门店|品牌|销售|采购|购买|生产|自产|卖|售"
)
_OTHER = regex("[让使令导致推]|毛利|利润|成本|收入|公司|集团")


def is_a_goods_price(before: str) -> bool:
    """Whether a figure is what goods of a trade cost, where nobody is said whose they are.

    Args:
        before: What stands before it in its sentence, in simplified characters.
    """
    found = _TOLD.search(before)
    if found is None:
        return False
    return not (_OWN.search(found["goods"]) or _OTHER.search(before, found.start("does")))
