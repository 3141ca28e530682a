"""Figures that tell something else of what the figure before them measures.

较此前预测低|15%; 均价跌去11%，每吨报|9800元|; 眼下的|1100元|已无利润; 扣非后的降幅更达|24%|;
总市值86亿元，不到2021年高点的|四分之一|.
"""

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.changes import GROWTH, name_of, plain_name
from exporter.drafting.metrics.zh.sites import Site, any_of, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, RATIO

_ABOUT = "(?:约|近|逾|超过?|不到|不足|高达|达到?|为|了|更|则|也|却|[只仅]有|仅)*"


def by_again(site: Site) -> Guess[str] | None:
    """The name that such words give, of what the figure before is called; none elsewhere."""
    before = site.before
    if before is None:
        return None
    for rule in (_impaired, _of_a_kind, _than_forecast, _of_its_peak, _each, _now):
        name = rule(site, plain_name(name_of(site, before)))
        if name:
            return Guess(name)
    return None


_IMPAIRED = regex(
    rf"(?:又|再|首次|已|累计|去年|今年|\s)*(?:计提|确认)?了?(?P<how>减值(?:准备|损失)?){_ABOUT}"
)
_ASSETS = ("商誉", "存货", "应收账款", "固定资产", "无形资产", "长期股权投资")


def _impaired(site: Site, name: str) -> str:
    """What of the asset before was written off: 形成商誉7.4亿元，去年计提减值|1.1亿元."""
    found = _IMPAIRED.fullmatch(site.tail.strip()) if site.is_money else None
    is_asset = name.endswith(_ASSETS)
    return f"{name}{found['how']}" if found is not None and is_asset else ""


_KIND = regex(
    rf"(?P<kind>扣非|扣除非经常性损益|经调整|剔除[^，。；]{{2,10}}|同店|可比口径)之?后?的?(?:同比|环比)?(?P<how>{any_of(words.GROWTH)}){_ABOUT}"
)
_NET = {"扣除非经常性损益": "扣非"}


def _of_a_kind(site: Site, name: str) -> str:
    """The growth of a kind of the profit before: 归母净利润下滑19%，扣非后的降幅更达|24%|."""
    found = _KIND.fullmatch(site.tail.strip())
    if (
        found is None
        or site.figure.dimension != RATIO
        or not name.endswith(("利润", "收入", "销售"))
    ):
        return ""
    kind = _NET.get(found["kind"], found["kind"])
    kind = f"{kind}后" if kind.startswith("剔除") else kind
    how = found["how"] if found["how"].endswith(("幅", "速", "率")) else "增速"
    return f"{kind}{name.removeprefix('归母')}同比{how}"


_THAN_FORECAST = regex(
    rf"(?:较|比)(?:该行|其)?(?:此前|之前|原先|原来|上次|前次)?的?(?:预测|预期|预估|目标)值?{_ABOUT}(?:[高低少多]|下调|上调|下修|上修){_ABOUT}"
)


def _than_forecast(site: Site, name: str) -> str:
    """How far a forecast is from the one before it."""
    is_it = site.figure.dimension == RATIO and _THAN_FORECAST.fullmatch(site.tail.strip())
    return f"{name}预测变动" if is_it else ""


_OF_PEAK = regex(
    r"(?:已经?|还|仅|只|约|[仅只]?[有为]|是|不到|不足|不及|仅及|只及|相当于|剩下?|也|就)*\s*(?P<when>(?:[0-9]{4}年|[去前今上]年|此前|上市以来)?)(?:历史)?的?(?P<peak>同期|疫情前|[高低]点|高峰期?|峰值|巅峰期?)时?期?的"
    rf"{_ABOUT}"
)


def _of_its_peak(site: Site, name: str) -> str:
    """Which part it is of what it was at its peak."""
    begin = max(site.clause, site.before.end if site.before else 0)
    found = _OF_PEAK.fullmatch(site.text[begin : site.start].strip("，"))
    is_it = found is not None and site.figure.dimension == RATIO
    when = found["when"] if found is not None else ""
    return f"{name}与{when}{found['peak']}之比" if is_it and found is not None else ""


_EACH = regex(rf"(?:平均|折合|约合)?每[一-鿿]{{1,2}}(?:报价?|卖|售|约为|均价)?{_ABOUT}")
_PRICES = ("价", "价格", "成本", "费用", "加工费")


def _each(site: Site, name: str) -> str:
    """The price whose change the figure before tells."""
    is_it = site.is_money and not name.startswith("每") and _EACH.fullmatch(site.tail.strip())
    return name if is_it and name.endswith(_PRICES) else ""


_NOW = regex(rf"(?:但|而|到了?|可)?(?:眼下|现在|如今|目前|当前|当下|现时)的?{_ABOUT}")


def _now(site: Site, name: str) -> str:
    """What the figure before was once, now: 去年卖1600元一台，眼下的|1100元|已无利润."""
    before = site.before
    while before is not None and before.dimension == COUNT and before.end > site.clause - 4:
        before = at_figure(site, before).before  # 1600元|一台|
    if before is None or before.dimension != site.figure.dimension or not site.is_money:
        return ""
    said = site.text[max(site.clause, before.end) : site.start].strip()
    name = plain_name(name_of(site, before))
    return name if name not in GROWTH and _NOW.fullmatch(said) else ""
