"""What something adds to results, what it costs, what its sale brings, how prices are raised."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.owners import PARTS
from exporter.drafting.metrics.zh.said import said_of, stripped
from exporter.drafting.metrics.zh.sites import Site, any_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Role
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_effect(site: Site) -> Guess[str] | None:
    """The name that such words give."""
    if site.figure.dimension == RATIO:
        return _average_step(site) or _raised(site) or _revised(site) or _lost(site)
    if site.figure.dimension in {POINTS, MULTIPLE}:
        return None
    return (
        _added(site) or _lost(site) or _gained(site) or (_raised(site) if site.is_money else None)
    )


# 下调2025年盈利预测|18%|和15%: by how much, where no level follows
_REVISED = regex(
    "(?P<how>[上下]调|[上下]修|调[高低升降])了?(?:公司)?\\s*(?:至\\s*)?(?P<what>[^，。；0-9由从]{0,8}?"
    "(?:预测|预估|票价|出厂价|售价|零售价|指导价|电价|气价|运价|价格|费率))(?:约|近|逾|超过?)*$"
)


def _revised(site: Site) -> Guess[str] | None:
    """How far somebody changed what stands behind the verb: 下调|盈利预测|18%."""
    led = site.without_dates(site.clause, site.start)
    also = _ALSO.search(led)
    found = _REVISED.search(led[: also.start()] if also else led)
    if found is None or site.figure.role in {Role.FROM, Role.TO}:
        return None
    base = base_of(found["what"], site)
    return Guess(f"{base}{'降幅' if found['how'] in _DOWN else '增幅'}") if base else None


_DOWN = frozenset("下调 下修 调低 调降".split())
# 18%|和|15%
_ALSO = regex("[0-9.]+%?(?:和|及|、|与)$")
_LINKS = f"(?:{any_of(words.LINKS)}|\\s|了)*"
_RESULTS = "(?:归母|扣非|增量)?(?:净利润|净利|毛利润?|利润|营业收入|销售收入|收入|营收|销售额|业绩)"
_ADDS = regex(
    f"(?:可|将|能|会|有望|预计|每年|全年|合计|\\s)*(?:贡献|增厚)了?(?P<what>{_RESULTS}|){_LINKS}$"
)
_WHAT = regex(f"(?:左右|以上)?的?(?P<what>{_RESULTS})")


def _added(site: Site) -> Guess[str] | None:
    """What a product may add: 新剂型明年可贡献|2亿元|收入; what it has added is its own."""
    adds = _ADDS.search(site.tail)
    behind = _WHAT.match(site.behind) if adds and not adds["what"] else adds
    if adds is None or behind is None:
        return None
    who = base_of(stripped(site.tail[: adds.start()])[0], site)
    if who.endswith(words.MEASURES):
        return Guess(f"{behind['what']}贡献")
    if _MAY.search(adds[0]) and not re.search(f"{PARTS}$", who):
        return Guess(f"{who}{behind['what']}贡献")
    return Guess(f"{who}{behind['what']}") if who else None


_MAY = regex("[可将会]|有望|预计")

_LESS = "(?:产能|.?[产销]量|出货量|发电量|交付量|(?:归母)?净利润|利润(?:总额)?|营业收入|收入|营收)"
_LOST = regex(
    f"(?:影响|拖累)了?(?:公司|集团|当期|本期|全年|\\s)*的?(?P<what>{_LESS}){_LINKS}$"
    f"|对(?:公司|集团|当期|全年|\\s)*的?(?P<whose>{_LESS})的?影响(?:额|金额)?{_LINKS}$"
)


def _lost(site: Site) -> Guess[str] | None:
    """What is lost of a measure, and no level of it: 检修预计影响产量|3000吨."""
    found = _LOST.search(site.tail)
    if found is None:
        return None
    what = found["what"] or found["whose"]
    if site.figure.dimension == RATIO:
        return Guess(f"{what}受影响比例")
    return Guess(f"{what}影响额" if site.is_money else f"受影响{what}")


# 转让一家子公司股权|带来约|1.5亿元|的投资收益
_DEAL = regex(
    "(?P<deed>转让|出售|处置|剥离|减持|变卖|注销)了?(?:其|所?持有?的?|旗下的?|部分|一[家座处块宗批栋]|[约近])*"
    f"(?P<what>[^，。；0-9]{{2,14}}?)(?:[而所]|将|预计|可)*(?:带来|产生|形成|确认|录得|实现|获得)了?{_LINKS}$"
)
_GAIN = regex(
    "的?(?P<what>(?:一次性|税[前后]|非经常性)*(?:投资收益|处置收益|资产处置收益|转让收益|投资损失|处置损失|收益|损失|亏损))"
    "(?=[，。；、（）]|$)"
)


def _gained(site: Site) -> Guess[str] | None:
    """What a sale of something brought in, or cost, by what was sold."""
    deal, gain = _DEAL.search(site.text, site.clause, site.start), _GAIN.match(site.behind)
    if deal is None or gain is None:
        return None
    return Guess(f"{deal['deed']}{deal['what'].removesuffix('的')}{gain['what']}")


_RAISES = regex(f"(?P<deed>提价|涨价|降价)(?:幅度)?{_LINKS}$")
# 对11款|产品|提价1至2元
_PRICED_ZH = regex(
    "(?:对|[将把])(?:旗下|其|所有|部分|全部|主要|约|近|[0-9一二三四五六七八九十百两数多余]+[款种个项类支])*的?"
    "(?P<what>[^，。；0-9]{2,10}?)(?:统一|每[^，。；]{1,2}|再次?|又|分别|平均)*(?:提价|涨价|降价)"
)
# 下调|原料供货价|，平均降幅约5%
_STEP = regex(f"^平均(?P<how>[降涨增升跌]幅)(?:为|达|在|超)?{_LINKS}$")
_STEPPED = regex(
    "(?:[上下]调|[上下]浮|调[高低升降]|提高|降低|抬高|压低|下降|上涨)了?(?P<what>[^，。；0-9]{2,14})，$"
    "|(?:[将把]|对)(?P<whose>[^，。；0-9]{2,14}?)(?:再次?|统一|普遍|全面|一次性)*"
    "(?:[上下]调|[上下]浮|调[高低升降]|提高|降低|下降|上涨)，$"
)


def _average_step(site: Site) -> Guess[str] | None:
    """How far something is cut or raised on average that the clause before says."""
    step = _STEP.search(site.text[site.clause : site.start])
    found = _STEPPED.search(site.text[: site.clause]) if step else None
    if step is None or found is None:
        return None
    base = base_of(found["what"] or found["whose"], site)
    return Guess(f"{base}平均{step['how']}") if base else None


def _raised(site: Site) -> Guess[str] | None:
    """How far the price of something is raised: 饮料四月起提价|3%."""
    found = _RAISES.search(site.tail)
    if found is None:
        return None
    rest = re.sub("[自从]?\\s+起|(?:再次?|又|已|将|拟|会|可)+$", "", site.tail[: found.start()])
    if site.is_money:
        what = _PRICED_ZH.search(site.text, site.clause, site.start)
        return Guess(f"{what['what']}{found['deed']}幅度") if what else None
    base = base_of(stripped(rest)[0], site) or said_of(site).base.removesuffix(found["deed"])
    return Guess(f"{base}{found['deed']}幅度")
