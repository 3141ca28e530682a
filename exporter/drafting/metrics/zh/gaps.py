"""How far a Chinese measure may still go, and how far it is from another's.

电动化率还有|15个百分点|的提升空间; 线上毛利率比门店低|10个百分点.
"""

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, plain_name, subject_before
from exporter.drafting.metrics.zh.said import stripped
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.words import MEASURES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS, RATIO

_ROOM = regex(
    "(?:左右|以上)?的?(?P<room>(?:潜在)?(?:提升|上升|上涨|上行|增长|成长|改善|扩张|下降|下行|下跌|回落|压降|降本)空间)"
)
_HAS = regex(
    "(?:还|仍然?|尚|依然|至少|最多|可能|将)*(?:有|具备|存在|留有|对应)(?:着|了)?(?:约|近|逾|超过?|至少)*$"
)
_BESIDE = regex("(?:较|比|相比)(?:现价|当前股价|目前股价|当前价|最新价|收盘价)")


def by_gap(site: Site) -> Guess[str] | None:
    """The name of a room that is left, or of a distance in points."""
    if site.figure.dimension not in {POINTS, RATIO}:
        return None
    room = _ROOM.match(site.behind)
    if room is not None:
        base = base_of(stripped(_HAS.sub("", _BESIDE.sub("", site.tail)))[0], site)
        return Guess(f"{base}{room['room']}")
    return _from_another(site) if site.figure.dimension == POINTS else None


# 比门店|低; what stands between is somebody else, and no time or plan.
_THAN = regex(
    "(?P<base>.*?)(?:也|仍|还|则|要|大约|约|\\s)*(?:比|较|相比)(?P<who>[^，。；\\s0-9]{2,12}?)(?:的?水平)?(?:要|会|则|还|大约|约)*"
    "[高低](?:出|了)*(?:约|近|逾|超过?|大约)*$"
)
# 海外毛利率|高出|国内约5个百分点
_ABOVE = regex(
    "(?P<base>.{2,}?)(?:也|仍|还|则|大约|约|\\s)*(?:高|低|多|少)(?:出|于)(?P<who>[^，。；\\s0-9]{2,8}?)"
    "(?:的?水平)?(?:约|近|逾|超过?|大约)*$"
)
# |甲醇双燃料主机的|毛利率比传统机型高出: whose it is, where that is no company
_THING = regex("(?:^|[，；：])(?P<thing>[^，。；：的0-9]{2,14})的$")
_WHOSE = regex(
    "公司|集团|企业|我们|其|该|本|整体|行业|同行|季度|年度?$|半年|[年月日期]$|目前|当前|去年|今年|业务$|[对于在从]"
)
_TIME = regex(
    "年|季|月|周|日|期|初|末|底|此前|之前|以往|过去|历史|疫情|上次|上[一个]|去|预[期测计]|目标|计划|指引|预算|峰值|[高低]点|平均|均值|中位"
)


def _from_another(site: Site) -> Guess[str] | None:
    """How far a measure is from another's of the same time: 毛利率比同行高|5个百分点."""
    found = _THAN.fullmatch(site.tail) or _ABOVE.fullmatch(site.tail)
    if found is None or _TIME.search(found["who"].replace("同期限", "")):
        return None
    base = base_of(stripped(found["base"])[0], site) or _rate_before(site) or subject_before(site)
    base = _with_its_thing(base, found["base"], site)
    who = found["who"].removesuffix("的")
    return Guess(f"{base}与{who}之差") if base else None


def _rate_before(site: Site) -> str:
    """The rate that a span of time parts from its distance: 利率5.9%，期限三年，较国债高出."""
    before = site.before
    if before is None or before.dimension not in {"time", "calendar time"}:
        return ""
    rates = [one for one in site.figures if one.end <= site.start and one.dimension == RATIO]
    return plain_name(name_of(site, rates[-1])) if rates else ""


def _with_its_thing(base: str, said: str, site: Site) -> str:
    """A bare measure with the goods that have it; none of a company, nor of a time."""
    if base not in MEASURES or not said.endswith(base):
        return base
    found = _THING.search(said.removesuffix(base))
    is_named = found is not None and any(name in found["thing"] for name in site.names)
    if found is None or is_named or _WHOSE.search(found["thing"]):
        return base
    return f"{found['thing']}{base}"
