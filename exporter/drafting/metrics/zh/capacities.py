"""What each site of a list can make, and a line that is told by its size.

年产能60万吨，其中|衢州基地|25万吨; 一条|5万吨|老线.
"""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_figures
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.folding import fold
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_capacity(site: Site) -> Guess[str] | None:
    """The capacity of a site or a line, whose own words do not say that it is one."""
    if site.figure.dimension == RATIO:
        name = _met_by(site)
        return Guess(name) if name else None
    if site.is_money or site.figure.dimension in _NO_SIZES:
        return None
    for rule in (_added, _raised_before, _of_project, _able_to_make, _of_line, _of_site):
        if (guess := rule(site)) is not None:
            return guess
    return None


# 届时将新增|炼钢年产能|300万吨
_ADDED_TO = regex(
    "(?:新增|新添|增加|扩增|新建)了?(?P<what>[^，。；：、0-9]{0,12}?(?:产能|处理能力|供应能力))"
    "(?:将|达到?|约|近|逾|超过?|为|共|合计)*$"
)


def _added(site: Site) -> Guess[str] | None:
    """A capacity that comes on top: none that somebody has."""
    added = _ADDED_TO.search(site.tail)
    name = base_of(added["what"], site) if added is not None else ""
    return Guess(f"新增{name}") if name.endswith(("产能", "能力")) else None


# 临港基地年产能为360万马力，二期…投产，届时年产能将提高到|520万马力|: of the whole site
_RAISED = regex(
    "(?:届时|投产后|建成后|达产后|全部|完工后|未来|预计|公司|集团|其|总|整体|，)*"
    "(?P<what>[年月日]?(?:总|设计)?(?:产能|处理能力|吞吐能力|供应能力))"
    "(?:将|会|可|有望|预计|则|也|再|由此|进一步|从[^，。；]*|由[^，。；]*)*"
    "(?:提[高升]|增[加长]?|扩[大充张]?|升|上升|跃升)(?:到|至|为)(?:约|近|逾|超过?|每年)*"
)


def _raised_before(site: Site) -> Guess[str] | None:
    """The capacity that a new part raises: that of the whole, whose figure stands before."""
    raised = _RAISED.fullmatch(site.text[site.clause : site.start])
    if raised is None:
        return None
    alike = [one for one in site.figures if one.end <= site.clause and _is_alike(one, site)]
    name = plain_name(name_of(site, alike[-1])) if alike else _told_before(site)
    is_whole = name.endswith(raised["what"]) and "项目" not in name and "新增" not in name
    return Guess(name) if is_whole else None


def _is_alike(one: Figure, site: Site) -> bool:
    return one.dimension == site.figure.dimension


def _told_before(site: Site) -> str:
    """What the last such figure of the sentence before is called; "" for none."""
    last = next((part for part in reversed(re.split("(?<=[。！？])", site.earlier)) if part), "")
    figures = read_figures(last)
    alike = [one for one in figures if _is_alike(one, site)]
    if not alike:
        return ""
    one = alike[-1]
    there = replace(
        site, text=last, start=one.start, end=one.end, figure=one, figures=figures, dates=(),
        earlier="",
    )  # fmt: skip
    guess = site.name(there)
    return "" if guess.doubt else plain_name(guess.value)


# 德阳工厂年产能将达到40万台，可满足北美市场约|七成|的需求
_MEETS = regex(
    "(?:可以?|能够?|足以|将|预计|有望|大致|基本)+(?:满足|覆盖)了?(?P<whose>[^，。；0-9]{2,10}?)(?:的|约|近|超过?|逾)*$"
)
_DEMAND = regex("(?:左右|以上)?的(?P<what>(?:年|总|市场)?(?:需求|用量)量?)(?=[，。；]|$)")


def _met_by(site: Site) -> str:
    """The share of a demand that a capacity told before it meets; "" for another share."""
    meets, demand = _MEETS.search(site.tail), _DEMAND.match(site.text, site.end)
    before = site.before
    if meets is None or demand is None or before is None:
        return ""
    capacity = plain_name(name_of(site, before))
    is_such = capacity.endswith(("产能", "处理能力", "供应能力"))
    return f"{capacity}占{meets['whose']}{demand['what']}比重" if is_such else ""


_NO_SIZES = {RATIO, POINTS, MULTIPLE, "time", "calendar time", "power", "energy"}
_SITE = regex(f"(?:{words.WORKS}|[分钢电纸药]厂)$")
_MEASURE = regex(
    "(?:设计|规划)?[年月日]?(?:产能|产量|销量|出货量|处理能力|处理量|吞吐量|储量|库存|库容|容量|面积)"
)


def _of_site(site: Site) -> Guess[str] | None:
    """A site of a list, with the measure that was told of all of them."""
    place = said_of(site).base
    if not _SITE.search(place) or said_of(site).change or _has_noun(site):
        return None
    measure = _measure_of_all(site)
    return Guess(f"{place}{measure}") if measure else None


def _has_noun(site: Site) -> bool:
    """Whether the figure counts what stands behind it: 扬州基地|300|名员工."""
    return re.match("[，。；、（(]|$|和|及|以及|与", site.behind) is None


def _measure_of_all(site: Site) -> str:
    """What the last figure of the same kind measures, in the sentence or in the one before."""
    before = site.before
    while before is not None:
        if before.dimension == site.figure.dimension:
            name = plain_name(name_of(site, before))
            return found[-1] if (found := _MEASURE.findall(name)) else ""
        before = at_figure(site, before).before
    earlier = fold(site.earlier)
    alike = [one for one in read_figures(earlier) if one.dimension == site.figure.dimension]
    return _told_of(earlier, alike[-1]) if alike else ""


def _told_of(text: str, figure: Figure) -> str:
    said = re.split("[，。；]", text[: figure.start])[-1]
    found = _MEASURE.findall(said)
    return found[-1] if found else ""


# 公司年产|5万吨|染料项目总投资6亿元, 建设年产|5000台|的组装厂: what works are to make
_A_YEAR = regex("年产能?(?:约|近|逾|超过?|达)*$")
_PROJECT = regex(
    f"[{''.join(CLASSIFIERS)}]?(?:级)?的?(?P<what>[^，。；、：0-9的]{{0,14}}?(?:项目|工厂|新厂|[组装制总分]+厂|基地|产线|生产线|装置))"
    "(?:[一二三四]期)?(?=总?投资|投产|开工|动工|[已将拟正也则于在的预计，。；、]|建|$)"
)


def _of_project(site: Site) -> Guess[str] | None:
    """What works are to make a year, where their name stands behind it."""
    found = _PROJECT.match(site.text[site.end :]) if _A_YEAR.search(site.tail) else None
    if found is None:
        return None
    what = base_of(found["what"], site) or found["what"]
    return Guess(f"{_site_before(site) if what in _LINES else ''}{what}年产能")


# 将新增年产|3000套|主轴承的能力, 形成年产|5万吨|硅料的生产能力
_ABILITY = regex(
    f"[{''.join(CLASSIFIERS)}]?(?:级)?的?(?P<what>[^，。；、：0-9的]{{2,14}})的?(?:生产|制造|供货|交付)?(?:能力|产能)(?=[，。；]|$)"
)
_ADDED = regex("(?:新增|增加|新添|扩增)(?:了|约)?年产能?(?:约|近|逾|超过?|达)*$")


def _able_to_make(site: Site) -> Guess[str] | None:
    """What somebody can make a year, where the ability is named behind what is made."""
    found = _ABILITY.match(site.text[site.end :]) if _A_YEAR.search(site.tail) else None
    if found is None:
        return None
    return Guess(f"{found['what']}{'新增' if _ADDED.search(site.tail) else ''}年产能")


def _site_before(site: Site) -> str:
    """The site, or its part, to which a line belongs: 江北工厂二期|年产|2万吨|的生产线."""
    place = base_of(_A_YEAR.sub("", site.tail), site)
    return place if _PHASE.search(place) else ""


_LINES = frozenset("生产线 产线 装置".split())
_PHASE = regex(f"(?:{_SITE.pattern[:-1]}|项目)(?:[一二三四]期)?$")


_COUNTED = regex(
    "(?P<which>第[一二三四五六七八九十]|首|[一二两三四五六七八九十])(?P<one>[条座台套])(?:约|近|逾)?$"
)
_LINE = regex(
    "(?:级)?的?(?P<line>(?:[新老旧]|现有|原有)?(?:[\u4e00-\u9fff]{0,4}(?:生产线|产线)|线|高炉|窑炉|装置))"
    "(?=[，。；将已于在预计正也则的、]|$)"
)


def _of_line(site: Site) -> Guess[str] | None:
    """A line that is told by what it can make: 第二条|6万吨|产线."""
    counted = _COUNTED.search(site.text, site.clause, site.start)
    line = _LINE.match(site.behind) if counted else None
    if counted is None or line is None:
        return None
    place = base_of(site.without_dates(site.clause, counted.start()).rstrip("的"), site)
    place = place if _SITE.search(place) else ""
    is_told_apart = counted["which"].startswith(("第", "首"))
    which = f"{counted['which']}{counted['one']}" if is_told_apart else ""
    return Guess(f"{place}{which}{line['line']}产能")
