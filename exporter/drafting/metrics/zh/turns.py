"""Turns of Chinese news that settle a name by more than the noun before a figure.

What a figure is set beside (较去年同期的44.8亿元), a share of a market (以21%的份额),
measures of what is built (在沙特建厂，总投资28亿元).
"""

import re

from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.market_shares import joint_share
from exporter.drafting.metrics.zh.pointed import UP_TO_PLACE
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.shares_moved import by_shares_moved
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.kinds_zh import is_of_goods
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, POINTS, RATIO


def by_turn(site: Site) -> Guess[str] | None:
    """A name that a turn of the sentence settles."""
    return (
        by_shares_moved(site)
        or _level_once(site)
        or _beside(site)
        or _of_market(site)
        or _of_works(site)
        or _of_plant(site)
        or _share_of_it(site)
        or _of_other_place(site)
    )


_PLACES = r"(?:工厂|基地|厂区|园区|产线|车间|厂)"


def _of_other_place(site: Site) -> Guess[str] | None:
    """What another plant makes of the same: 青岛工厂年产空调600万台，合肥工厂则为|450万台."""
    before = site.before
    if before is None or before.dimension != COUNT or site.figure.dimension != COUNT:
        return None
    place = said_of(site).base
    if not re.search(f"{_PLACES}$", place) or not is_of_goods(site.figure.noun[:1], place):
        return None
    name = re.sub(f"^.*?{_PLACES}", "", name_of(site, before))
    return Guess(f"{place}{name}") if name not in {"数", ""} else None


_PLANT = regex(
    r"(?:/[0-9.]+(?:MW|GW|KW|万千瓦)h?)?的?(?P<what>[^，。；、0-9]{0,8}?(?:储能电站|电站|光伏项目|储能项目|风电项目|风电场|机组|储能系统))",
    re.IGNORECASE,
)


def _of_plant(site: Site) -> Guess[str] | None:
    """What a plant can give whose measure stands before it: 一座|200MW|/800MWh的独立储能电站."""
    measure = {"power": "功率", "energy": "容量"}.get(site.figure.dimension, "")
    found = _PLANT.match(site.behind) if measure else None
    is_led = re.search(r"(?:座|个|/|共|计|总|合计)\s?$", site.text[: site.start]) is not None
    if found is None or not is_led:
        return None
    what = re.sub("^(?:独立|大型|集中式|新型|电网侧|用户侧)", "", found["what"])
    return Guess(f"{what}{measure}")


_OWN = regex(
    r"其中(?P<part>海外|境外|国内|境内|国外|出口|外销|内销|线上|线下|直营|加盟|北美|欧洲|亚太|东南亚)(?:市场|渠道|地区)?(?:的)?占比"
)


def _share_of_it(site: Site) -> Guess[str] | None:
    """A part's share of the figure before: 组件出货量达21.5GW，其中海外占比|52%."""
    found = _OWN.search(site.tail) if site.figure.dimension == RATIO else None
    before = site.before
    if found is None or before is None or before.dimension in {RATIO, POINTS}:
        return None
    return Guess(f"{plain_name(name_of(site, before))}{found['part']}占比")


_AGAINST = regex(
    r"(?:^|[，；])(?:而|也|已|均|则)?(?:较|比|相较于?|相比于?|对比|高于|低于|好于|优于|胜过|超过|不及|逊于|仅次于|略?[高低]于)"
    r"[^，。；]{1,14}的(?:约|近|逾|大约)?$"
)


def _beside(site: Site) -> Guess[str] | None:
    """What is set beside the figure before, and how far that has moved from it.

    收入42.1亿元，较去年同期的|44.8亿元|少了|6%.
    """
    before = site.before
    if before is None:
        return None
    clause = max(site.text.rfind(mark, 0, site.start) for mark in "，；。")
    said = site.text[max(clause, 0) : site.start]
    against = _AGAINST.search(said) if before.dimension == site.figure.dimension else None
    if against is not None and _OF_THE_SAME.search(against[0]):
        return Guess(name_of(site, before))
    moved = _MORE_THAN.fullmatch(site.text[before.end : site.start])
    if _OF_THE_SAME.search(said) is None:
        return None
    if moved is None or site.figure.dimension not in {RATIO, POINTS, before.dimension}:
        return None
    earlier = next((one for one in reversed(site.figures) if one.end <= clause), None)
    if earlier is None or not _is_alike(earlier, before):
        return None
    basis = "同比" if re.search("[去上]年同期", said) else ""
    end = "增速" if site.figure.dimension == RATIO else "变动"
    return Guess(f"{plain_name(name_of(site, earlier))}{basis}{end}")


# 毛利率回升至13%，但与2021年|超过35%的水平|相比仍有差距
_LED_TO_LEVEL = regex(
    "(?:与|和|同|跟|较|比|相比|对比|距离?|离|不及|未及|低于|高于|远低于|逊于)[^，。；]*$"
)
# 较年内低点|2.3万元|反弹15%
_FROM_LEVEL = regex(
    "(?:较|比|自|从)[^，。；]{0,8}(?:低点|高点|低位|高位|峰值|前高|前低)(?:的|约|近)*$"
)
_EACH = regex("每[一-鿿]{1,2}$")  # 2022年3月|每吨|4.8万元的高点
_ONCE = regex(
    "(?:\\s|年|月|季度?|期|时|前|历史上?|以往|往年|高点|高峰|峰值|低点|鼎盛|正常|当时|巅峰)的?"
    "(?:约|近|逾|超过?|高达|不到|不足|接近|\\s)*$"
)
_LEVEL = regex(
    "(?:左右|以上)?的(?:历史|此前|平均|正常|最)*(?:水平|高点|高位|高峰|峰值|低点|低位|巅峰|均值)"
)


def _level_once(site: Site) -> Guess[str] | None:
    """A level that something once had, and is compared with: named as what is told of before."""
    is_led = _FROM_LEVEL.search(site.tail) is not None
    if not is_led and not (_LEVEL.match(site.behind) and _LED_TO_LEVEL.search(site.tail)):
        return None
    if not is_led and not _ONCE.search(_EACH.sub("", site.tail)):
        return None  # another's: 低于甲公司35%的水平
    alike = [
        one
        for one in site.figures
        if one.end <= site.start and one.dimension == site.figure.dimension
    ]
    names = (name_of(site, one) for one in reversed(alike))
    name = next((one for one in names if one == plain_name(one)), "")
    return Guess(name) if name else None


_OF_THE_SAME = regex("年|同期|季|[月周]|预期|预测|计划|目标|指引|仅次于")
_MORE_THAN = regex(
    r"(?:增长|增加|减少|下降|下滑|缩水|提升|提高|上升|[多少高低])了?(?:约|近|逾|超过?|将近)?"
)


def _is_alike(one: Figure, other: Figure) -> bool:
    return one.dimension == other.dimension


_HELD = regex(r"(?:以|凭借|拥有|占据|占有|拿下|握有)(?:约|近|逾|超过?|高达)*$")


def _of_market(site: Site) -> Guess[str] | None:
    """The share of a market that somebody has: 以|21%|的份额居第二位, 在欧洲的市场份额."""
    if site.figure.dimension != RATIO:
        return None
    if (joint := joint_share(site)) is not None:
        return joint
    held = re.match(r"的(?:市场)?份额", site.behind) if _HELD.search(site.tail) else None
    where = _WHERE.search(site.text[: site.start])
    if where is not None:
        return Guess(f"{where['where']}{where['what'] or ''}市场份额")
    return Guess("市场份额") if held else None


_WHERE = regex(
    r"[在于](?P<where>[\u4e00-\u9fff]{2,8}?)(?:市场|地区)?的(?P<what>[\u4e00-\u9fff]{0,6}?)(?:市场份额|市占率|市场占有率)"
    r"(?:约|近|逾|为|达到?|升至|降至|超过?|已|提升至|\s)*$"
)

# Measures that say nothing of whose they are, where several things are built.
_OF_WORKS = regex(
    r"(?:其|项目|工厂|基地)?(?P<measure>(?:计划|预计)?总投资额?|(?:设计|规划)?年产能|(?:设计|规划)产能|年产值|占地面积|建筑面积|投资额)"
    r"(?:约|近|逾|为|达到?|超过?|可达|将达|\s)*$"
)
_BUILT = regex(
    r"在(?P<where>[\u4e00-\u9fff]{2,6}?)(?:投资|新|兴|投|扩|合资|动工|开工)?(?:建设|建造|设立|兴建|建)(?:了|起|成)?(?:一?[座个家]|首[座个家]|的)?"
    r"[^，。；]{0,8}?(?P<what>工厂|基地|产业园|园区|中心|电站|产线|生产线|项目)"
)


# 匈牙利工厂一期|规划产能20GWh
_WORKS = regex(
    r"(?:^|[，。；]|(?<=[工产设投建])的)(?![^，。；]{0,10}[将在拟建])(?P<works>[\u4e00-\u9fff]{2,10}?"
    r"(?:工厂|基地|产业园|园区|电站|产线|生产线|项目|矿山|码头|航站楼)(?:[一二三四]期(?:工程|项目)?)?)"
    r"(?:的)?(?:总|计划|规划|设计|年|建成|占地|建筑|达产)*(?:产能|产量|面积|投资额?|装机(?:容量)?|占地)"
    r"[^，。；]{0,4}\d"
)


def _of_works(site: Site) -> Guess[str] | None:
    """A measure of what the clause before says is built: 在沙特建设组件工厂，总投资约|28亿元."""
    said = _OF_WORKS.fullmatch(site.tail.strip())
    if said is None:
        return None
    begin = max(site.text.rfind(mark, 0, site.start) for mark in "。；")
    built = list(_BUILT.finditer(site.text, max(begin, 0), site.start))
    if not built:
        named = list(_WORKS.finditer(site.text[max(begin, 0) : site.start]))
        works = UP_TO_PLACE.sub("", named[-1]["works"]).replace("的", "") if named else ""
        works = re.sub("^(?:[新在拟扩]建|新投|规划中?)(?=..)", "", works)
        return Guess(f"{works}{said['measure']}") if works else None
    return Guess(f"{built[-1]['where']}{built[-1]['what']}{said['measure']}")
