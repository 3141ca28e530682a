"""Turns of Chinese news that name a figure by more than the noun before it."""

import re
from collections.abc import Callable

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.businesses import without_part
from exporter.drafting.metrics.zh.changes import name_of, plain_name, subject_before
from exporter.drafting.metrics.zh.multiples import multiple
from exporter.drafting.metrics.zh.quoted import share_price
from exporter.drafting.metrics.zh.said import said_of, stripped
from exporter.drafting.metrics.zh.sites import Site, any_of, at_figure
from exporter.drafting.metrics.zh.spans import enough_for, how_long, time_needed, time_to_do
from exporter.drafting.metrics.zh.sums_used import going_to, used_for
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_phrase(site: Site) -> Guess[str] | None:
    """The name that such a turn gives; none where there is none."""
    for rule in _RULES:
        name = rule(site)
        if name:
            return Guess(name)
    return None


_PER_SHARES = regex(r"每(?P<size>10|十)股[^，。；]{0,8}?(?:派|分红|红利|股息|股利)[^，。；]{0,10}$")
_IN_ALL = regex(
    r"(?:合计|共计|共|总计|总共|总额)[^，。；]{0,2}(?:派|分红|分配)[^，。；]{0,8}$|^\s*(?:合计|共计|总计|总额)(?:约|近)*$"
)


# 分红率不会低于50%，去年是每股|0.85元
_PAYOUT = regex("(?:分红率?|派息率?|股息|股利|派现)[^。；]*$")


def _dividend(site: Site) -> str:
    """A dividend per ten shares, and what all shares get."""
    if not site.is_money:
        return ""
    left = site.text[site.clause : site.start]
    if _PER_SHARES.search(left):
        return "每10股派息"
    is_per_share = re.search("(?:^|[^持]|\\s)每股(?:约|近|为)*$", left) is not None
    if is_per_share and _PAYOUT.search(site.text[: site.clause]) and not said_of(site).base:
        return "每股派息"
    is_paid = re.search("每.{0,3}股.{0,8}(?:派|分红|红利|股息|股利)", site.text[: site.start])
    return "分红总额" if is_paid and _IN_ALL.search(left) else ""


_AGAINST_EXPECTED = regex(
    r"(?P<how>超出|超过|超|高出|高于|好于|低于|逊于|不及|少于)(?:了)?[^，。；]{0,8}?(?:预期|预测|指引|预估)(?:约|近|逾|超过?|了)*$"
)


def _surprise(site: Site) -> str:
    """How far something is from what was expected: 销售超出该行预期|两成."""
    found = (
        _AGAINST_EXPECTED.search(site.tail) if site.figure.dimension in {RATIO, POINTS} else None
    )
    if found is None:
        return ""
    is_less = found["how"] in {"低于", "逊于", "不及", "少于"}
    base = base_of(stripped(site.tail[: found.start()])[0], site) or subject_before(site)
    return f"{base}{'低于' if is_less else '超'}预期幅度"


_MORE_DONE = regex(
    r"(?P<how>[多少])(?P<deed>投入|计提|缴纳|发放|确认|支付|采购|投|花费|花|赚|卖|飞|跑|走|等|交付|生产|产|销|挣|亏|用|支出)?了?(?:约|将近|近|逾|超过?|大约|差不多)*$"
)


def _more_than_before(site: Site) -> str:
    """How much more it was than before: 研发投入18.9亿元，较二季度多投入|1.1亿元."""
    before, found = site.before, _MORE_DONE.search(site.tail)
    if before is None or found is None or not re.search("较|比", site.tail):
        return ""
    if before.dimension.split(":")[0] != site.figure.dimension.split(":")[0]:
        return ""
    rest = stripped(re.sub(r"(?:较|比)[^，。；]*$", "", site.tail[: found.start()]))[0]
    return "" if base_of(rest, site) else f"{plain_name(name_of(site, before))}变动"


_STATES = {
    "净流入": "净流出",
    "净流出": "净流入",
    "盈利": "亏损",
    "亏损": "盈利",
    "净亏损": "净利润",
    "净赚": "净亏损",
}
_RESULT = regex("利|[亏赚]|损失|损益|收益|业绩|EBIT")
_STATE = regex(
    rf"(?:为|是|则|则为|则是|还是|仍是|[还尚曾仍]|\s|^)(?P<state>{any_of(list(_STATES))})(?:约|近|超过?)*$"
)


def _other_state(site: Site) -> str:
    """What a metric was before it turned: 净流出3亿元，上年同期为净流入|9.6亿元."""
    before, found = site.before, _STATE.search(site.tail)
    if (
        before is None
        or found is None
        or not site.is_money
        or before.dimension != site.figure.dimension
        or "；" in site.text[before.end : site.start]
    ):
        return ""
    head = base_of(stripped(site.tail[: found.start()])[0], site)
    if head and head not in {"同期", "同季"}:
        return ""
    name = plain_name(name_of(site, before))
    is_result = "流" not in found["state"]
    if is_result and not _RESULT.search(name):
        return ""  # 营收14亿元，净亏损|2亿元
    opposite = _STATES[found["state"]]
    if name.endswith("净亏损"):
        return f"{name.removesuffix('亏损')}利润"
    if "毛亏损" in name:
        return name.replace("毛亏损", "毛利")
    if opposite in name:
        return name.replace(opposite, found["state"])
    return name


_PEER = regex(
    r"^\s*(?:但|而|也|仍|均|都|则|明显|略|远)*(?:(?:高于|低于|好于|优于|不及|逊于|对比|相比|相较于?)(?P<who>[^，。；]{2,9}?)的?"
    r"|(?:超过|领先于?|落后于)(?P<passed>[^，。；占]{2,9}?)的)(?:约|近)*$"
)


def _peer(site: Site) -> str:
    """The same of others: 市盈率12倍，低于同业平均的|16倍."""
    before, found = site.before, _PEER.search(site.tail)
    if before is None or found is None or before.dimension != site.figure.dimension:
        return ""
    name = site.name(at_figure(site, before)).value
    if re.match("的?(?:市场|此前)?(?:预期|预测|指引|目标)", site.behind):
        return f"{name}预期"
    who = base_of(found["who"] or found["passed"], site)
    if (rate := _RATE.search(name)) is not None and who.endswith(_PARTS):
        return f"{who}{rate[0]}"
    return name if not who or who.endswith(words.MEASURES) else f"{who}{without_part(name)}"


# 非学历培训毛利率21%，远低于学历教育的|46%
_RATE = regex("(?:毛利率|净利率|复购率|续费率|客单价|均价|单价|坪效)$")
_PARTS = tuple(
    (
        "业务 教育 培训 服务 产品 渠道 零售 批发 直营 加盟 市场 门店 品类 机型 车型 餐饮 系列 板块"
    ).split()
)
_MEANT_NOUN = regex(
    r"^的?(?:全年|年度)?(?P<noun>指引|目标|预期|预测|规划|预算|水平|区间|门槛|关口|红线|下限|上限)(?:[，。；不未]|$)"
)
_BEHIND = regex(
    r"^[台辆件份吨部套架艘家人万亿]?(?:的)?(?P<noun>[\u4e00-\u9fff]{0,4}?"
    r"(?:产能|装机|订单|销量|产量|交付量|出货量|发货量|现金|存款|库存|缺口|需求|投资|贷款|补贴))"
    r"(?=[，。；、将已于拟正也则仍都（(]|$|预计|计划|有望|建成|达产|投产|释放|落地)"
)


def _noun_behind(site: Site) -> str:
    """A measure behind its figure: 二期|2万升产能, 挑战|80万台销量; 维持收入|60亿元的指引."""
    said = said_of(site)
    base, is_growth = said.base, said.change != "" and said.by  # 营收增长|20%的目标
    if _MEANT_NOUN.match(site.behind) and base.endswith(words.MEASURES) and not is_growth:
        return base
    found = _BEHIND.match(site.behind)
    if found is None or base.endswith(_FULL) or site.figure.dimension in {RATIO, MULTIPLE}:
        return ""
    if len(base) > 4 or base in _PLACES or said.change:
        base = ""
    return f"{base}{found['noun']}"


_PLACES = frozenset("账上 账面 账户 手里 手头 手上 手中 口袋里 账户里 挑战".split())
_FULL = tuple(word for word in words.MEASURES if word not in {"期", "度", "龄"})


_AIMED = regex("(?:挑战|冲刺|冲击|瞄准|剑指|力争|力拼)(?:全年)?(?:约|近|超过?)*$")


def _aim(site: Site) -> str:
    """What is aimed at in cars or devices alone: 全集团挑战|150万辆."""
    is_sold = site.behind.startswith(("辆", "台", "部")) or site.figure.noun in {"辆", "台", "部"}
    is_bare = re.match("[辆台部]?(?:[，。；]|$)", site.behind) is not None
    return "销量" if is_sold and is_bare and _AIMED.search(site.tail) else ""


# 另外约|5800万元|来自洗衣与家政业务
_REST = regex("(?:另外|此外|其余|余下|剩余|剩下|另有)的?(?:约|近|逾|超过?)*$")
_FROM_WHOM = regex(
    "(?:则|均|主要|全部)*(?:来自于?|源自|源于)(?P<who>[^，。；0-9]{2,14})(?=[，。；]|$)"
)


def _rest_from(site: Site) -> str:
    """The income that the rest of it comes from."""
    found = _FROM_WHOM.match(site.behind) if site.is_money and _REST.search(site.tail) else None
    return f"{found['who']}收入" if found else ""


# 低于行业约|2万元/吨|的平均现金成本
_THAN = regex(
    "(?:(?<!不)[高低]于|(?<!不)超过|不及|不到|逊于|优于|超出|接近)(?P<whose>行业|同业|市场|全国|全球)?(?:约|近|逾|大约)*$"
)
_THAT = regex("(?:/[一-鿿]{1,3})?的(?P<noun>[\u4e00-\u9fff]{2,10})(?=[，。；]|$)")


def _than_that(site: Site) -> str:
    """The measure behind a figure with which another is compared."""
    found, that = _THAN.search(site.tail), _THAT.match(site.behind)
    if found is None or that is None or not that["noun"].endswith(words.MEASURES):
        return ""
    return f"{found['whose'] or ''}{that['noun']}"


_RULES: tuple[Callable[[Site], str], ...] = (
    share_price,
    _dividend,
    _surprise,
    multiple,
    time_to_do,
    time_needed,
    how_long,
    enough_for,
    _more_than_before,
    _other_state,
    _peer,
    _noun_behind,
    _aim,
    used_for,
    going_to,
    _rest_from,
    _than_that,
)
