"""Whose a bare measure of Chinese text is: of a plant or a subsidiary, which its clause leaves out.

越南工厂产量达到3万吨，贡献|净利润|2亿元 is the plant's; without its name it reads as the group's.
"""

import re
from dataclasses import replace

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.businesses import of_business
from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.sites import Site, any_of
from exporter.drafting.metrics.zh.subjects import left_out
from exporter.drafting.metrics.zh.taken import from_before
from exporter.drafting.metrics.zh.topics import of_topic
from exporter.drafting.names.trade_voices import trade_voice
from exporter.engine.regex import regex

PARTS = "(?:子公司|分公司|合资公司|工厂|基地|厂区|分厂|电厂|钢厂|矿山|煤矿)"
_SUBJECT = regex(
    rf"(?:^|[，。；：])(?P<part>[^，。；：、0-9“”]{{1,14}}?{PARTS})"
    "(?=的|实现|录得|贡献|取得|完成|创造|[亏盈净营毛产销受因]|收入|[年月日上去今明本前期则也仍已将于自]|一季|二季|三季|四季"
    "|第|由于|扭亏|设计|规划|归母|\\s|[0-9])"
)
# 拥有四大基地, 投建越南工厂: nobody's subject.
_NO_SUBJECT = regex(
    "拥有|设有|设立|[新在投扩改兴]建|建设|建成|收购|出售|关闭|关停|投产|入股|[一二两三四五六七八九十几多各数]+[大个座家]|[向给与和]|以及"
)
# What speaks of the whole again, or of what the part does to it.
_OF_ALL = regex(
    "(?<![子分资])公司|集团|整体|合计|总部|我们|导致|致使|使得?|令|拖累|推动|带动|行业|全国|市场"
)
_BARE = regex(
    "(?:归母|扣非|营业|销售|设计|规划|[总净毛年月日])*"
    f"(?:{any_of([word for word in words.MEASURES if len(word) > 1])})"
    "|员工数|员工人数"
)
_DOES = regex("贡献|实现|录得|取得|创造|亏|盈|净赚")
_SHARES = ("占比", "比重", "比例", "份额", "股价", "市值", "目标价", "指数", "汇率")


def owned(site: Site, name: str) -> str:
    """A name with the part whose it is, where its words leave that out."""
    plain = plain_name(name)
    is_bare = _BARE.fullmatch(plain) is not None and not plain.endswith(_SHARES)
    if (whole := left_out(site, name, is_measure=is_bare)) != name:
        return whole
    of_part = of_business(site, name, plain)
    of_part = of_topic(site, name, plain) if of_part == name else of_part
    if of_part != name:
        return of_part
    if taken := from_before(site, name):
        return taken
    if not _BARE.fullmatch(plain) or plain.endswith(_SHARES):
        return _priced(site, name)
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.text[begin : site.start]
    if (last := list(re.finditer(PARTS, said))) == []:
        return _priced(site, name)
    found = [one for one in _SUBJECT.finditer(said) if one.end() == last[-1].end()]
    if not found or _NO_SUBJECT.search(found[-1]["part"]):
        return name
    if _OF_ALL.search(said, found[-1].end()) or _names_other(site, said[found[-1].end() :]):
        return name
    part = base_of(found[-1]["part"], replace(site, names=_without_parts(site.names)))
    is_named = len(part) > 3 or part.endswith("公司")
    return f"{part}{name}" if is_named and _is_of(site, part, begin + found[-1].end()) else name


_HELD = regex("^(?:[他她其]|自己|我们?)?(?:手中|手里|手上|手头|店里|店内|家里|家中|仓库里?)?的?")


def told_by_trade(site: Site, name: str) -> str:
    """A measure that somebody of a trade tells of their own, as theirs: 经销商|库存."""
    who = trade_voice(site.text[: site.start])
    plain = _HELD.sub("", name)
    if plain.startswith(who):
        return plain if who else name
    said = next((n for n in range(len(plain), 0, -1) if who.endswith(plain[:n])), 0)
    said = 0 if said == 1 and not plain.startswith("店") else said
    return f"{who}{plain[said:]}" if plain_name(plain).endswith(words.MEASURES) else name


def _without_parts(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of companies; what ends as a part does is none, though it reads like one."""
    return tuple(name for name in names if not re.search(f"{PARTS}$", name))


def _names_other(site: Site, said: str) -> bool:
    return any(name in said for name in site.names)


def _is_of(site: Site, part: str, end: int) -> bool:
    """Whether a figure is of a part named before it, and not only told behind it."""
    before = site.before
    if end >= site.clause or _DOES.search(site.text[site.clause : site.start]):
        return True
    return before is not None and before.start >= end and name_of(site, before).startswith(part)


_PRICES = frozenset("均价 单价 平均售价 平均价格 平均单价 销售均价 吨价 售价".split())
_SOLD = regex("(?P<what>.{2,}?)(?:总)?(?:销售?量|产量|出货量|交付量|出口量|发货量)")


# 分散染料均价下跌9%，|销量|为16.8万吨
_COST = regex(f"(?P<what>.{{2,}}?)(?:销售)?(?:{'|'.join(sorted(_PRICES, reverse=True))})")
_EARNED = regex(
    "(?P<what>(?!主营|其他|其它|营业|总|公司|集团|[上下]半年).{3,}?)(?:业务)?(?:营业|销售)?(?:收入|营收)"
)
_AMOUNTS = frozenset("销量 销售量 产量 出货量".split())


_MARGINS = frozenset("毛利率 净利率 单位毛利 吨毛利".split())


# 固定支架出货7.5GW，下滑12%，|毛利率|只有9.7%
def _margin_of(site: Site, name: str, before: str) -> str:
    """The margin of goods that lead a sentence, whose price or sales are told right before."""
    found = _COST.fullmatch(before) or _SOLD.fullmatch(before) or _EARNED.fullmatch(before)
    begin = after_last(site.text, "。；！？\n", site.start)
    said = site.without_dates(begin, site.start).lstrip(" ，")
    if found is None or found["what"].startswith(("单", "每", "人均")):
        return name
    if _OF_ALL.search(said[said.rfind("其中") + 1 :]):
        return name
    is_led = said.startswith(found["what"]) or f"其中{found['what']}" in said
    return f"{found['what']}{name}" if is_led else name


def _priced(site: Site, name: str) -> str:
    """A price with what it is of, and how much of it was sold: 铜箔销量3万吨，均价|每吨9万元."""
    before = site.before
    is_price = name in _PRICES and site.is_money
    is_told = is_price or plain_name(name) in _AMOUNTS | _MARGINS
    if before is None or not is_told:
        return name
    if plain_name(name) in _MARGINS:
        return _margin_of(site, name, plain_name(name_of(site, before)))
    if not is_price and (site.text[site.clause - 1] != "，" or "公司" in site.tail):
        return name
    found = (_SOLD if is_price else _COST).fullmatch(plain_name(name_of(site, before)))
    return f"{found['what']}{name}" if found else name
