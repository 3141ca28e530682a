"""Goods among a report's entities, where a Chinese sentence tells of somebody's own: 其碳酸锂.

碳酸锂均价报9.85万元 is of the goods; what 其碳酸锂 costs, how much of it a company sells, is the
company's.
"""

from exporter.engine.regex import regex

GOODS = (
    "[\u4e00-\u9fff]{0,6}?(?:锂|镍|钴|铜|铝|锌|铅|锡|锰|钨|钼|钛|硅|稀土|黄金|白银|热卷|热轧|冷轧|钢|铁矿石?|螺纹|焦煤|焦炭|煤炭?|原油|汽油|柴油"
    "|天然气|尿素|纯碱|烧碱|甲醇|乙烯|聚乙烯|聚丙烯|橡胶|棉花|白糖|玉米|大豆|豆粕|小麦|稻谷|生猪|猪肉|牛肉|鸡蛋|鸡肉|生乳|牛奶|咖啡豆?"
    "|可可|棕榈油|豆油|菜油|纸浆|木材|水泥|玻璃|磷矿石?|钾肥|复合肥|草甘膦|电池级|黑粉|铁锂|前驱体)"
)
_GOODS = regex(GOODS)
_OWNED_OR_DONE = regex(
    "(?:(?:其|自家|自有|自产|自营|公司|集团|旗下|本部)的?(?:自产|外购|外销|库存)?"
    "|(?:销售|采购|购买|购入|购进|生产|产出|卖出|售出|出口|进口|加工|提炼|回收|消耗|囤积|囤|备下|买入|套保)了?的?)"
    "(?:(?:电池|工业|食品|光伏|医药|饲料)级)?$"
)


def is_of_somebodys(text: str, start: int, end: int) -> bool:
    """Whether a name of goods in a sentence means somebody's own, or what was done with them.

    Args:
        text: The sentence, in simplified characters.
        start: Where the name begins.
        end: Where it ends.
    """
    is_goods = _GOODS.fullmatch(text, start, end) is not None
    return is_goods and _OWNED_OR_DONE.search(text[:start]) is not None
