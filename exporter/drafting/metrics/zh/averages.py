"""Figures that Chinese text tells per day, per head, per shop, and of what: 日均|53万单."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import Site, any_of, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO

_PER_DAY = {
    "一天": "日均",
    "每天": "日均",
    "每日": "日均",
    "一年": "年均",
    "每年": "年均",
    "每月": "月均",
    "每周": "周均",
    "一个月": "月均",
}
_AVERAGE = regex(
    r"(?P<whose>[^，。；：\s]{0,8}?)(?P<per>(?:单店|单车|单机|每店|人均|户均|店均|单台)?(?:日均|月均|年均|周均|季均|时均|人均|户均|店均|单均|件均|车均))"
    rf"(?:{any_of(words.LINKS)}|\s)*$"
)
_EACH = regex(
    r"(?P<per>(?:平均)?(?:每[台辆家人名店座架部户艘位个]|人均|单店|单机|单车|店均)(?:[^，。；\s每一人]{0,4}?))?"
    rf"(?P<span>{any_of(list(_PER_DAY))})(?:能|可|可以|要|约|就|大约|最多)*(?P<deed>[\u4e00-\u9fff]{{1,2}}?)(?:了|约|近|超过?|{any_of(words.LINKS)})*$"
)
# 户均|贷款, 人均|补贴
_OF_NOUN = regex(
    r"(?<![\u4e00-\u9fff])(?P<per>户均|人均|件均|店均|车均|单均|单店|单车)(?P<noun>[\u4e00-\u9fff]{2,6}?)"
    rf"(?:{any_of(words.LINKS)}|\s)*$"
)
# 单家医院平均投资|约6500万元
_ONE_OF = regex(
    "(?P<one>(?:单[个家座台艘辆套间人]|每[个家座台艘辆套间人])[一-鿿]{1,6}?)的?平均(?P<deed>投资|投入|花费|耗资|融资|补贴|亏损|盈利)"
    f"(?:额|金额)?(?:{any_of(words.LINKS)})*$"
)
# What a classifier alone says that is counted.
_THINGS = {"单": "订单量", "人次": "人次", "次": "次数", "票": "票数"}
_DEEDS = words.AMOUNTS | dict(
    pair.split(":")
    for pair in (
        "送:派送量 分拣:分拣量 配送:配送量 派送:派送量 跑:行驶里程 飞:飞行时间 接:接单量 做:产量"
    ).split()
)


def by_average(site: Site) -> Guess[str] | None:
    """What a figure is per day or per head, of what the words before count."""
    if site.figure.dimension in {RATIO, POINTS, MULTIPLE}:
        return None
    named = _OF_NOUN.search(site.tail) if site.is_money else None
    if named is not None:
        return Guess(f"{named['per']}{named['noun']}")
    if (one := _ONE_OF.search(site.tail)) is not None:
        return Guess(f"{one['one']}平均{words.SPENT[one['deed']].format('')}")
    each = _EACH.search(site.text[site.clause : site.start])
    if each is not None and site.figure.dimension == COUNT:
        deed = _DEEDS.get(each["deed"])
        if not each["per"] and each["span"].startswith("一") and each["span"] != "一天":
            return None
        span = _PER_DAY[each["span"]]
        per = (each["per"] or "").removeprefix("平均")
        span = span[:1] if per.endswith("均") else span
        return Guess(f"{per}{span}{deed}") if deed else None
    found = _AVERAGE.search(site.tail)
    if found is None or (found["whose"] and found["whose"].endswith(words.MEASURES)):
        return None
    thing = _thing_of(site)
    return Guess(f"{found['per']}{thing}") if thing else None


def _thing_of(site: Site) -> str:
    """What is averaged: by its classifier, or as the figure before is called."""
    behind = site.behind
    for classifier, thing in _THINGS.items():
        if behind.startswith(classifier) and not behind[len(classifier) :][:1].isalpha():
            return thing
    before = site.before
    if before is None or before.dimension.split(":")[0] != site.figure.dimension.split(":")[0]:
        return ""
    name = plain_name(site.name(at_figure(site, before)).value)
    return re.sub("^(?:全年|累计|共|总)|(?:总额|总数|总量)$", "", name)
