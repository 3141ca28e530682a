"""What somebody ranks in: 以18%的份额位居|第二, 销量排名全球|第三."""

from dataclasses import replace

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, name_of_change, plain_name
from exporter.drafting.metrics.zh.market_shares import by_leader
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.words import MEASURES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import ORDINAL

_RANKED = regex(
    "(?:长期|目前|现|暂|仍|并|将|一直|始终|连续|常年|稳)*(?:位居|位列|位于|排名|排在|排行|名列|跻身|居于?|列)(?:于|在|为|至|到)?"
    "(?P<where>全球|世界|全国|国内|中国|亚洲|亚太|欧洲|行业|业内|同业|本地|全市|全省|市场"
    "|(?:国内|全国|全球|中国)?[^，。；的0-9]{0,8}(?:企业|公司|同行|厂商|车企|银行|高校|机构))?(?:第|的)?$"
)
_BARE_SHARES = frozenset("份额 市占率 市场占有率 占有率".split())


def by_rank(site: Site) -> Guess[str] | None:
    """The measure that stands before the verb, and among whom it is ranked."""
    if name := by_leader(site):
        return Guess(name)
    found = _RANKED.search(site.tail) if site.figure.dimension == ORDINAL else None
    if found is None:
        return _of_kind(site)
    said = site.tail[: found.start()].removeprefix("的")
    what = base_of(said, site) if said.strip() else _measured_before(site)
    if not what.endswith(tuple(MEASURES)):
        return None
    what = "市场份额" if what in _BARE_SHARES else what
    where = found["where"] or ""
    return Guess(f"{'' if what.startswith(where) else where}{what}排名")


# 国内|第三|大高空设备租赁商
_KIND = regex(
    "大(?P<kind>[^，。；、：的0-9]{2,12}?(?:商|企业|公司|厂|品牌|集团|机构|银行|平台|港口?|券商|连锁|医院|电商|超市|车企|药企|航司|酒店|经济体|股东(?!的)))"
    "(?![一-鿿]*股权)"
)
_KIND_OF_NAMED = regex("大(?P<kind>[一-鿿]{2,10})")  # 本港|第三|大连锁戏院|某院线
_AMONG = regex(
    "(?:全球|世界|全国|国内|中国|内地|大陆|本地|本港|香港|台湾|亚洲|欧洲|北美|东南亚|行业|业内|全市|全省|[^，。；的是为家]{2,3}[省市])(?:上市)?$"
)


def _of_kind(site: Site) -> Guess[str] | None:
    """The place among the companies of a kind that stands behind it."""
    if site.figure.dimension != ORDINAL:
        return None
    named = [at for name in site.names if (at := site.behind.find(name)) > 0]
    found = _KIND.match(site.behind) or _KIND_OF_NAMED.fullmatch(
        site.behind[: min(named, default=0)]
    )
    if found is None:
        return None
    among = _AMONG.search(site.tail)
    return Guess(f"{among[0] if among else ''}{found['kind']}排名")


# 前五大|整机厂的市场份额合计为|58%; of the first few together, and no company's own
_FIRST_FEW = regex(
    "(?P<who>(?:行业|全国|国内|全球|全行业)?前[0-9二两三四五六七八九十]+(?:大|家|名|强)?[^，。；：0-9的占持]{0,8}?)的?(?:合计|总)?(?P<what>市场份额|市场占有率|市占率|份额|集中度|销售额|收入|营收|销量|产量|产能)"
)


def by_first_few(site: Site) -> Guess[str] | None:
    """A measure of the first few of a trade together."""
    found = _FIRST_FEW.match(site.text, site.clause)
    if found is None or found.end() > site.start or site.figure.dimension == ORDINAL:
        return None
    said = said_of(site)
    if not said.base.endswith(found["what"]) or found["who"].startswith("前三季"):
        return None
    name = f"{found['who']}{found['what']}"
    is_change = said.by and said.change != ""
    return Guess(name_of_change(replace(said, base=name), site) if is_change else name)


def _measured_before(site: Site) -> str:
    """The measure of the clause before one that does nothing but rank: 市占率约12%，|排名第二."""
    before = site.before
    if before is None or site.text[site.clause - 1] not in "，," or before.end > site.clause:
        return ""
    name = plain_name(name_of(site, before))
    return "" if "占" in name.removesuffix("占有率") and not name.endswith("市占率") else name
