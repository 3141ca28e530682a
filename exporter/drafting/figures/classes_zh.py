"""Chinese figures that only say which goods are meant, and codes of shares: they state nothing.

800元至1500元|价位段, 日均不足|10件|的低效柜机, 低度酒新品（|29度|，定价168元）, 速运控股（|2517|）.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_SIZES = frozenset({"mass", "volume", "length"})
_BAND = regex(
    "(?:元?[至到~～—-][0-9.,]+[万百千]?元?)?(?:以[上内下])?的?(?:价位段?|价格[带段区]|价位区间|价格区间)"
)
_WITH_LESS = regex(
    "(?:日均|月均|年均|周均|每[天日月年周])[^，。；0-9]{0,4}(?:不足|低于|不到|少于|未满|超过|高于|多于)$"
)
_OF_THINGS = regex("(?:人次|[件单笔次杯人票份])?的[\u4e00-\u9fff]{2,8}")
_SPIRIT = regex("[酒曲酿]|白干|威士忌|伏特加")
_DEGREES = regex("[（(、，][^（()）。；]{0,4}$|^$")
# 一包|2.5公斤|的虾滑: how large one of the goods is; 还得搭|两袋|鱼豆腐: what is thrown in
_ONE = regex("(?:^|[^0-9一二三四五六七八九十百千万第])[一每][包袋箱瓶盒桶件支罐杯筐条只块板]$")
_SIZED = regex("(?:装|规格)?的[\u4e00-\u9fff]")
_THROWN_IN = regex("(?:还|又|再|另|外加|得|要|要求|才)(?:得|要)?[搭送赠贴](?:上|送|赠|配)?了?$")
_CODE = regex("[0-9]{4,6}(?:[.][A-Z]{2})?")
_NAME_BEFORE = regex("[\u4e00-\u9fffA-Za-z][（(](?:(?:港股|股票|证券)?代[码号][:：]?)?$")


def is_class_zh(figure: Figure, sentence: str) -> bool:
    """Whether a figure says which of several goods are meant, or is the code of a share."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    if figure.dimension.startswith("money:"):
        return _BAND.match(behind) is not None
    is_strength = figure.text.endswith("度") or figure.noun == "度"
    if is_strength and _SPIRIT.search(before) and _DEGREES.search(before):
        return True
    if figure.dimension in _SIZES:
        return _ONE.search(before) is not None and _SIZED.match(behind) is not None
    if figure.dimension != COUNT:
        return False
    if _THROWN_IN.search(before) and not re.search("[0-9]", figure.text):
        return True
    if _WITH_LESS.search(before) and _OF_THINGS.match(behind):
        return True
    is_code = _CODE.fullmatch(figure.text) is not None and behind[:1] in {"）", ")"}
    return is_code and _NAME_BEFORE.search(before) is not None
