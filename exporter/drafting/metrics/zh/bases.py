"""A name from the noun before a figure of Chinese text, or from the figure before it."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import (
    GROWTH,
    carried_name,
    led_by_noun,
    measure_before,
    name_of,
    plain_name,
    subject_before,
)
from exporter.drafting.metrics.zh.completed import completed, with_measure
from exporter.drafting.metrics.zh.nouns import HAN
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Said, Site, at_figure
from exporter.drafting.metrics.zh.subjects import deed_before
from exporter.drafting.metrics.zh.trims import is_pronoun
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, Role
from exporter.facts.units import COUNT, RATIO

# Heads that say nothing without the figure before.
_GENERIC = frozenset(
    "合计金额 总金额 金额 总额 总数 总量 总值 数量 目标 上限 下限 指引 均值 峰值 中位数".split()
)
_OF_ALL = regex("(?:总?数量?|总?量|金额|总额|额)$")


# 资本开支中|将有|六成|投向海外，总额|15亿元
_WHOLE_OF_PART = regex(
    "(?P<whole>[^，。；]{2,10}?)(?:当?中|里)(?:，|将?会?有|将|约|近|超过?|预计)*$"
)


def by_generic(site: Site) -> Guess[str] | None:
    """A head that says nothing without the figure before: 手持订单38艘，合计金额|620亿元."""
    base, before = said_of(site).base, site.before
    if deed := deed_before(site, base):
        return Guess(deed)
    if before is None:
        return None
    if name := _of_deals(site, before, base):
        return Guess(name)
    if base not in _GENERIC:
        return None
    parted = _WHOLE_OF_PART.search(at_figure(site, before).tail) if site.is_money else None
    if parted is not None and before.dimension == RATIO:
        return Guess(f"{base_of(parted['whole'], site)}{base}")
    name = plain_name(name_of(site, before))
    if base.endswith("金额") and before.dimension != COUNT:
        deals = _DEAL.findall(site.text[: site.start])
        return Guess(f"{deals[-1]}金额") if deals else None
    name = _OF_ALL.sub("", name).removeprefix("净增")
    return Guess(f"{name}{base}")


# 新签维保合同|120份|，合同金额; 获定点项目|23个|，全生命周期金额: their sum, and not the company's
_SUM_OF_DEALS = regex(
    "(?:全生命周期|生命周期|预计|合计|累计|年度?|合同|订单|中标|涉及|对应)*(?:总?金额|总额|总价|总价值|价值|总规模|销售额)"
)
_OF_DEALS = regex("(?P<what>.*(?P<kind>项目|定点|标段|合同|协议|订单|标的|工程))数?$")
_GAINED = regex("^(?:拿下|获得|斩获|签约|承接)(?=..)")


def _of_deals(site: Site, before: Figure, base: str) -> str:
    """The sum of the deals that the figure of the clause before counts; "" where there is none."""
    if before.dimension != COUNT or not site.is_money or not _SUM_OF_DEALS.fullmatch(base):
        return ""
    between = site.text[before.end : site.start]
    is_next = between.count("，") == 1 and not re.search("[。；！？：]", between)
    found = _OF_DEALS.fullmatch(name_of(site, before)) if is_next else None
    if found is None:
        return ""
    counted = at_figure(site, before)
    is_new = re.search("新(?:获得?|拿下|斩获|承接)", counted.tail) is not None
    rest = base.removeprefix(found["kind"])
    rest = rest.removeprefix("中标") if "中标" in found["what"] else rest
    return f"{'新获' * is_new}{_GAINED.sub('', found['what'])}{rest}"


# 签下3年期供货协议，涉及电量约10GWh，|金额|在30亿元上下
_DEAL = regex(
    "(?:(?:供货|采购|销售|框架|合作|购销|供应|服务|租赁|建设|总包)?(?:协议|合同|订单|大单))"
)


def by_base(site: Site) -> Guess[str] | None:
    """A name from the noun before a figure, or, without one, from the figure before it."""
    said, before, dimension = _said(site), site.before, site.figure.dimension
    if site.figure.text in {"腰斩", "减半"}:
        halved = said.base or subject_before(site)
        return Guess(f"{halved}同比倍数") if halved else None
    if said.base in GROWTH and (measure := measure_before(site)):
        dropped = said.base in _DROPS and site.figure.value > 0
        said = replace(said, base=measure, change="增长", by=True, dropped=dropped)
    if not said.base and (measure := measure_before(site)):
        return Guess(completed(site, replace(said, base=measure)))
    if "首日" in said.base and said.change and dimension == RATIO:
        return Guess(f"{said.base}涨幅")
    if before is not None and before.dimension == dimension and said.base.endswith("组"):
        return Guess(f"{said.base}{_OF_GROUP.sub('', name_of(site, before))}"[:MOST])
    if site.figure.role is Role.TO or (not said.base and before is not None):
        carried = carried_name(site, said)
        if carried is not None:
            return carried
    said = _grown(site, _signed(site, said))
    if not said.base:
        return _led_to(site, said)
    said = said if before is None else _with_before(site, said, before)
    return Guess(completed(site, with_measure(site, said)))


def _said(site: Site) -> Said:
    """What the words before a figure say; a pronoun is no noun, and what is given a revenue."""
    said = said_of(site)
    if said.base and (not HAN.search(said.base) or is_pronoun(said.base)):
        return replace(said, base="")
    if site.is_money and said.base.endswith("卖") and len(said.base) > 2:
        return replace(said, base=f"{said.base[:-1]}售价")  # 小包团卖到了每人|6980元
    given = _GIVEN.fullmatch(said.base) if site.is_money else None
    return replace(said, base=f"{given['who']}收入") if given is not None else said


def _led_to(site: Site, said: Said) -> Guess[str] | None:
    """A name from the clause before, in no doubt where that is a noun alone."""
    if noun := led_by_noun(site):
        return Guess(completed(site, replace(said, base=noun)))
    said = replace(said, base=subject_before(site))
    return Guess(completed(site, said), OPEN) if said.base else None


def _signed(site: Site, said: Said) -> Said:
    """What has a sign alone is a change: 基建|+3.4%; 毛利率为|-3.2% is none."""
    is_signed = site.tail[-1:] in _SIGNS or site.text[site.start] in _SIGNS
    if site.figure.dimension != RATIO or not is_signed or _IS.search(site.tail):
        return said
    return replace(said, change=said.change or "变动", by=True)


# 学费和住宿费合计贡献了|16.8亿元
_GIVEN = regex(
    "(?P<who>.{2,}?(?<!利润)(?<!收入)(?<!营收)(?<!业绩)(?<!税收))(?:合计|共计?|总共|一共)?贡献"
)
_GROWN = regex(
    "的?(?:同比|环比|按年|按季)?(?:增长|增幅|升幅|涨幅|升势|涨势|增速|下降|下跌|下滑|减少|跌幅|降幅|减幅|跌势)"
    "(?=[，。；、]|$)"
)


# 短期借款与应付债券合计|39亿元
_BOTH = regex(
    "(?P<one>[^，。；与和及]{2,12})(?P<and>[与和及]|以及)(?P<other>[^，。；与和及]{2,14}?)(?:两者|二者|两项)?的?"
    "(?:合计|共计|总计|之和)(?:约为|为|达到?|约|近|逾|超过?)*$"
)


def by_sum_of_two(site: Site) -> Guess[str] | None:
    """The two measures whose sum is told."""
    found = _BOTH.search(site.tail)
    if found is None:
        return None
    names = [base_of(found[side], site) for side in ("one", "other")]
    are_measures = all(name.endswith((*words.MEASURES, "借款", "票据", "债券")) for name in names)
    return Guess(f"{names[0]}{found['and']}{names[1]}") if are_measures else None


def by_compound_growth(site: Site) -> Guess[str] | None:
    """A rate of growth over years that stands behind its figure."""
    found = _COMPOUND.match(site.behind) if site.figure.dimension == RATIO else None
    if found is None:
        return None
    base = subject_before(site) if _THAN.search(site.tail) else said_of(site).base
    return Guess(f"{base}{found[1]}") if base else None


# 低于2018年至2021年间|12.3%|的年均复合增速
_COMPOUND = regex("的((?:年均|年)?(?:复合|平均)年?(?:增速|增长率|增幅)|年均(?:增速|增长率|增幅))")
_THAN = regex("[高低优快慢逊]于|不及|不如|超过|少于|弱于|强于")
_DROPS = frozenset("降幅 跌幅 减幅".split())


def _grown(site: Site, said: Said) -> Said:
    """What is got of a growth has moved by it: 同店销售转为录得|1.2%|的增长."""
    is_grown = site.figure.dimension == RATIO and _GROWN.match(site.behind) is not None
    return replace(said, change="增长", by=True) if is_grown and not said.change else said


def _with_before(site: Site, said: Said, before: Figure) -> Said:
    """A noun with what the figure before says of it: 海上风电占, 增速, 13个月|继续率."""
    if said.base in GROWTH:
        return replace(said, base=f"{plain_name(name_of(site, before))}{said.base}")
    if said.base.endswith("占") and site.figure.dimension != RATIO:
        return replace(said, base=f"{said.base[:-1]}{plain_name(name_of(site, before))}")
    if _is_of_span(site, before, said.base):
        return replace(said, base=f"{before.text}{said.base}")
    return said


def _is_of_span(site: Site, before: Figure, base: str) -> bool:
    """Whether a span right before a noun belongs to it: 30分钟|内送达比例, 13个月|继续率."""
    is_joined = site.text.startswith(base, before.end) and base.endswith("率")
    return before.dimension in {"time", "calendar time"} and (base.startswith("内") or is_joined)


_OF_GROUP = regex("^[^组]{0,8}组的?(?=..)")
_SIGNS = frozenset("+-＋－")
_IS = regex("[为是达至][+＋－-]?$")  # 毛利率为|-3.2% is no change
