"""What a bare Chinese measure takes from the figure before it.

国际业务收入4亿元，|占比|10%; 单票成本2元，其中|运输成本|0.4元; 年新增收入13亿元、|净利润|1.5亿元.
"""

import re

from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_OF_ALL = regex("(?<![子分资])公司|集团|整体|合计|总计|我们|行业|全国")


def from_before(site: Site, name: str) -> str:
    """The name with what it takes; "" where it takes nothing.

    Args:
        site: The figure.
        name: What its own words call it.
    """
    return (name == "占比" and _share_of_level(site)) or _of_one(site, name) or _yearly(site, name)


def _share_of_level(site: Site) -> str:
    """The share that the last sum or number has: 国际业务收入4亿元，同比增长63%，|占比|10%."""
    before = [one for one in site.figures if one.end <= site.start]
    levels = [one for one in before if one.dimension.startswith(("money", COUNT))]
    said = site.text[levels[-1].end : site.start] if levels else "。"
    if re.search("[。；]", said) or _OF_ALL.search(said) or any(one in said for one in site.names):
        return ""
    of = re.sub("(?<=..)数$", "", plain_name(name_of(site, levels[-1])))
    return f"{of}占比" if of and "占" not in of else ""


_ONE = regex("(?P<one>单[票车店吨台件机瓦位客箱瓶片屏]|每[票车店吨台件]|人均|户均)(?=..)")
_LINK = regex("^[，、](?:其中)?[，：]?")
_PART_OF_ONE = regex("[\u4e00-\u9fff]{2,6}(?:成本|费用|收入|利润|毛利)")


def _of_one(site: Site, name: str) -> str:
    """A part of what is told per piece: 单票成本2.09元，其中|运输成本|0.41元，中转成本0.29元."""
    before = site.before
    if before is None or not site.is_money or not _PART_OF_ONE.fullmatch(name):
        return ""
    one = _ONE.match(name_of(site, before))
    said = site.text[: site.start]
    begin = max(said.rfind(mark) for mark in "。；") + 1
    is_part = "其中" in said[begin:] and _LINK.sub("", site.text[before.end : site.start]) == name
    return f"{one['one']}{name}" if one is not None and is_part else ""


_YEARLY = regex("(?:预计)?(?P<how>年均?新增|每年新增|年均|年新增|新增)(?=..)")


def _yearly(site: Site, name: str) -> str:
    """A measure that shares what the one before a 、 is: 年新增收入13亿元、|净利润|1.5亿元."""
    before = site.before
    if before is None or site.text[before.end : site.start] != f"、{name}":
        return ""
    how = _YEARLY.match(name_of(site, before))
    return f"{how['how']}{name}" if how is not None else ""


# 上半年净增门店213家，而去年同期|净增|587家: a deed told again of another time
_DEED = "净增|净减|新增|新开|关闭|售出|交付"
_AGAIN = regex(
    f"[，；][而但]?(?:去年|上年)(?:同期|同季|上半年|全年)?(?:则|仅|只|却)?为?(?P<deed>{_DEED})了?$"
)


def by_deed_again(site: Site) -> Guess[str] | None:
    """What a count is called of which the same deed was told before."""
    again, before = _AGAIN.search(site.text[: site.start]), site.before
    if again is None or before is None or before.dimension != site.figure.dimension:
        return None
    if re.match("[家个名辆台座套间件][^，。；、]", site.text[site.end - 1 :]):
        return None  # it counts something of its own
    name = name_of(site, before)
    return Guess(name) if again["deed"] in name else None
