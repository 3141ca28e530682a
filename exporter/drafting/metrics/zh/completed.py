"""What a Chinese noun lacks to be a metric's name: a measure, a deed's amount, a change."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, name_of_change, plain_name
from exporter.drafting.metrics.zh.sites import Said, Site
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO


def completed(site: Site, said: Said) -> str:
    """The name that a noun makes with what is said to happen to it."""
    dimension = site.figure.dimension
    is_moved = dimension == POINTS and not said.base.endswith(("差", "幅"))
    if (said.by and said.change) or is_moved:
        return name_of_change(said, site)
    if dimension == RATIO and said.basis:
        is_growth = said.base.endswith(("增速", "增幅"))
        return said.base if is_growth else f"{said.base}{said.basis}增速"
    if dimension == MULTIPLE and not said.base.endswith(words.MEASURES):
        return f"{said.base}倍数"
    return _contrasted(site, said) or _headed(site, said.base) or _amount_of(site, said.base)


_HEAD = regex("(?:^|[，。；：])([^，。；：]{2,8})[：:][^，。；：]*$")


def _headed(site: Site, base: str) -> str:
    """A name with the measure that heads a list: 市占率：北坊|19%、禾光|16%."""
    found = _HEAD.search(site.text[: site.start])
    if found is None or base.endswith((*words.MEASURES, "损失")):
        return ""
    head = base_of(found[1], site)
    return f"{base}{head}" if head.endswith(words.MEASURES) else ""


_AREAS = frozenset("签约 交付 销售 开工 竣工 新开工 租赁 成交".split())


_ALONE = frozenset("减排 发电 用电 供热 供水 取水".split())
# 国内|退役动力电池|将超过60万吨: how much of it there is
_THINGS = regex("(?:退役|报废|废旧|废弃|闲置|过剩)[\u4e00-\u9fff]{2,5}(?<![量额率值数])$")
# 处理|极片废料|9.3万吨, 极片废料处理量; not: 销售均价, 加工能力
_DONE_TO = regex(
    "(?P<deed>处理|加工|回收|消化|冶炼|运输|销售|采购|生产|消耗|进口|出口|收购|收储|开采|输送|供应|运送|屠宰|提炼|焚烧|填埋)了?"
    "(?P<thing>(?!及|和|与|等|的|项目|业务|能力|团队)[\u4e00-\u9fffA-Za-z]{2,12})"
)


def _amount_of(site: Site, base: str) -> str:
    """A deed as the amount of it: 组件|出货, 组件出货量; 签约|40万平方米, 签约面积."""
    deed = base[-2:]
    if site.is_money or site.figure.dimension in {RATIO, POINTS, MULTIPLE, COUNT}:
        return base
    if site.figure.dimension == "area":
        return f"{base}面积" if deed in _AREAS else base
    if deed in _ALONE:
        return f"{base}量"
    done_to = _DONE_TO.fullmatch(base)
    if done_to is not None and not base.endswith(words.MEASURES):
        deed = done_to["deed"]
        return f"{done_to['thing']}{words.AMOUNTS.get(deed, f'{deed}量')}"
    if _THINGS.search(base):
        return f"{base}量"
    is_done = deed in words.AMOUNTS and deed != "装机"
    return f"{base[:-2]}{words.AMOUNTS[deed]}" if is_done else base


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one dimension, or both sums."""
    return one.dimension.split(":")[0] == other.dimension.split(":")[0]


_RATE = regex("[\u4e00-\u9fff]{2}[率额数价]$|.?[销产客流货]量$|收入$|营收$|净?利润$")


def _contrasted(site: Site, said: Said) -> str:
    """A name that takes its measure of the figure before: 泰国收入14亿元，巴西|则为2亿元."""
    before = site.before
    if before is None or not _are_alike(before, site.figure) or said.base.endswith(words.MEASURES):
        return ""
    if _OF_IT.match(site.tail):  # 总出货24.7GW，其中跟踪支架|17.2GW
        flow = _FLOW.search(name_of(site, before))
        return f"{said.base}{flow[0]}" if flow and said.base and flow.end() else ""
    if "则" not in site.tail:
        return _moved_too(site, said, before)
    name = name_of(site, before)
    ends = sorted((word for word in words.MEASURES if name.endswith(word)), key=len)
    own = _RATE.search(name)
    return f"{said.base}{max(own[0] if own else '', ends[-1], key=len)}" if ends else ""


# 袋装的零售价由2元上调至3元，桶装|由|4元上调至5元
_FROM = regex("[由从](?:此前|原来|原先|年初|去年|上年)?的?(?:约|近)?$")
_OWNED = regex(
    "的(?P<measure>[^，。；、的0-9]{2,8}?)(?:已|则|将|也|均|分别|\\s)*[由从][^，。；的]*$"
)


def _moved_too(site: Site, said: Said, before: Figure) -> str:
    """What moves as the clause before says that another's measure does; "" for nothing."""
    is_from = _FROM.search(site.tail) is not None
    led = site.text[: site.start][: site.clause].rstrip("，；")
    begin = max(led.rfind(mark) for mark in "，；。") + 1
    starts = [one for one in site.figures if begin <= one.start < before.start]
    if not is_from or not starts or before.end < begin or not led.endswith(before.text):
        return ""
    first = starts[0]
    if not _FROM.search(site.text[begin : first.start]) or len(said.base) > _LONGEST_PART:
        return ""
    name = name_of(site, first)
    owned = _OWNED.search(site.text[begin : first.start])
    own = _RATE.search(name)
    measure = owned["measure"] if owned is not None else own[0] if own is not None else ""
    return f"{said.base}{measure}" if name.endswith(measure) else ""


_LONGEST_PART = 8  # characters of what is named without its measure


# 饮料收入增长3%，其中无糖茶|增长30%: a part moves by what the whole is measured in
_FLOW = regex(
    "(?:营业|销售)?收入|营收|销售额|营业额|成交额|[销产]量|出货量|交付量|订单[量额]|销售$"
)
_OF_IT = regex("^(?:[，；]|\\s)*其中，?")


def with_measure(site: Site, said: Said) -> Said:
    """What moved against something else, or as a part of it, has its measure.

    高端系列销量增长15%，中端系列则|下滑8%; 饮料收入增长3%，其中无糖茶|增速超过30%.
    """
    before = site.before
    if before is None or not (said.by or said.base.endswith(tuple(words.GROWTH))):
        return said
    is_part = _OF_IT.match(site.tail) is not None
    if not is_part and (not said.by or not re.search("[则却]", site.tail)):
        return said
    own = (_FLOW if is_part else _RATE).search(plain_name(name_of(site, before)))
    growth = next((word for word in words.GROWTH if said.base.endswith(word)), "")
    part = said.base.removesuffix(growth)
    if own is None or not part or part.endswith(words.MEASURES):
        return said
    return replace(said, base=f"{part}{own[0]}{growth}")
