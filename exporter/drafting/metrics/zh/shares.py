"""What a share of Chinese text is a share of, and whose it is."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, subject_before
from exporter.drafting.metrics.zh.faring import who_fares
from exporter.drafting.metrics.zh.parts import by_part
from exporter.drafting.metrics.zh.said import CHANGE, said_of, stripped
from exporter.drafting.metrics.zh.share_nouns import by_noun_behind, right_noun, share_behind
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Site, any_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_OF_WHOLE = regex(
    rf"(?<![市应])占(?!比[^重例]|有率)(?:到|去|据|了)?(?P<whole>[^，。；占]{{0,14}}?)(?:的)?(?:比重|比例|份额"
    rf"|百分比|比|之比)?(?:{any_of(words.LINKS)}|\s)*$"
)


_FROM = regex("(?<=[例重额])[由从](?:[^，。；]{0,6}的|\\s)*$")  # 占总资产的比例|由2022年的|31%
# 团购业务|贡献了|收入|的28%
_GIVEN = regex(
    r"(?P<who>[^，。；]+?)(?:贡献|带来|创造)了?(?:近|约|超过?)?(?P<whole>[^，。；]{2,8})的$"
)


def by_share(site: Site) -> Guess[str] | None:
    """A share of something: 占营收的43%, 43%的收入."""
    if site.figure.dimension != RATIO:
        return None
    tail, change = site.tail, CHANGE.search(site.tail)
    if "占" in tail and change and (change["to"] or change["word"].endswith("至")):
        tail = tail[: change.start()]
    tail = _FROM.sub("", tail) if "占" in tail else tail
    name = (
        _of_what_has_it(site, tail)
        or _by_which(site)
        or _beside_another(site)
        or _of_aim(site, tail)
        or _of_deed(site, tail)
    )
    if name:
        return Guess(name)
    if (part := by_part(site)) is not None:
        return part
    found = _OF_WHOLE.search(tail)
    if found and not re.search(r"占[地用]|占比[^，。]*占比", found[0]):
        return _of_whole(site, found, tail)
    said, clause = said_of(site), site.without_dates(site.clause, site.start)
    if not said.change and said.base.endswith(_RATES) and site.behind.startswith("的"):
        return Guess(said.base)  # 市占率为|27%|的对手
    is_held = any(word in clause for word in words.HAS_STAKE)
    if is_held and re.match(r"的?(?:股权|股份|股本|权益)(?!激励|质押)", site.behind):
        return Guess("持股比例")
    if (votes := _VOTES.match(site.behind)) is not None and not said.change:
        return Guess(f"{votes[1]}比例")
    return by_noun_behind(site)


_RATES = ("市占率", "占有率", "渗透率", "毛利率", "净利率", "市场份额")
# 占|原料成本|约四成|的冷冻鱼浆
_HAS_IT = regex(
    "占(?:公司|集团)?总?(?P<whole>[^，。；占的]{2,8}?)的?(?:约|近|逾|超过?|比重|不到|不足)*"
)
_WHO_HAS = regex("(?:左右|以上)?的(?P<who>[^，。；：、的0-9]{2,10})(?=[，。；])")


def _of_what_has_it(site: Site, tail: str) -> str:
    """The share of what stands behind it, where nothing stands before; "" elsewhere."""
    has, who = _HAS_IT.fullmatch(tail.strip()), _WHO_HAS.match(site.behind)
    whole = base_of(has["whole"], site) if has is not None else ""
    if who is None or not whole.endswith(words.MEASURES):
        return ""
    return f"{base_of(who['who'], site)}占{whole}比重"


_VOTES = regex("的?(投票权|表决权)")
# 公司按|22%|的比例分账
_BY_WHICH = regex("(?:按照?|以)(?:约|近|不低于|不超过|至少|最多)*$")
_BY_WHICH_BEHIND = regex(
    "的比例(?:进行|来|向[^，。；]{2,6})?(?P<deed>[\u4e00-\u9fff]{2,4})(?=[，。；、]|$)"
)


# 需以年化|8%|的利率回购股份
_AT_RATE = regex("(?:按照?|以)(?P<kind>年化|固定|综合|优惠)?(?:约|近|不低于|不超过|至少|最多)*$")
_AT_RATE_BEHIND = regex(
    "的((?:年|票面|贷款)?利率|收益率|回报率|溢价率?|折扣率?)(?=[，。；、一-鿿]|$)"
)


def _by_which(site: Site) -> str:
    """The share by which something is done, where the deed stands behind it; "" elsewhere."""
    rate = _AT_RATE_BEHIND.match(site.behind)
    if rate is not None and (at := _AT_RATE.search(site.tail)) is not None:
        return f"{at['kind'] or ''}{rate[1]}"
    deed = _BY_WHICH_BEHIND.match(site.behind)
    return f"{deed['deed']}比例" if deed and _BY_WHICH.search(site.tail) else ""


def as_stake(site: Site, name: str) -> str:
    """A stake that a list tells: 由公司与伙伴分别持股|60%和40%; another name as it is."""
    if site.figure.dimension != RATIO or not name.endswith("持股"):
        return name
    return f"{_BY_COMPANY.sub('', name)}比例"


_BY_COMPANY = regex("^由?(?:本?公司|集团)?(?=.)")
_HELD = regex("(?P<verb>[持占]股)(?:约|近|超过?|为|达到?)*$")
# 车用面板占营收29%，首度超越|电视面板的26%
_BESIDE = regex(
    r"(?:超越|超过|高于|低于|多于|少于|领先于?|落后于?|优于|逊于|不及)(?P<who>[^，。；0-9]{2,10})的\s*$"
)


def _beside_another(site: Site) -> str:
    """The share of another part that is set beside the one before; "" where none is."""
    found, before = _BESIDE.search(site.tail), site.before
    if found is None or before is None or before.dimension != RATIO:
        return ""
    _, has, whole = name_of(site, before).partition("占")
    is_time = re.search("年|季|月|期|平均|行业|目标|预期", found["who"]) is not None
    return f"{base_of(found['who'], site)}占{whole}" if has and not is_time else ""


def _of_deed(site: Site, tail: str) -> str:
    """A share that is named by what was done: people let go, sales made up, parts that are held."""
    if re.search("裁员(?:约|近|超过?|至多)*$", tail):
        return "裁员比例"
    if (deal := _OF_IT.search(tail)) is not None:
        return f"{base_of(deal['who'], site)}{deal['deed']}占比"
    if (held := _HELD.search(tail)) is not None:
        return f"{base_of(tail[: held.start()], site) if held['verb'] == '持股' else ''}持股比例"
    if (covers := _COVERS.search(tail)) is not None:
        what = subject_before(site) if covers["what"] == "其" else base_of(covers["what"], site)
        return f"{base_of(covers['who'], site)}对{what}覆盖率"
    if (given := _TO_WHOLE.search(tail)) is not None:
        whole = base_of(given["whole"] or given["least"], site)
        return f"{base_of(given['who'], site)}占{whole}比重"
    whose = rf"(?<=贡献|带来)了?(?:{any_of(site.names)})" if site.names else "(?!)"
    behind, made_up = (
        share_behind(site) or right_noun(site),
        _MADE_UP.search(re.sub(whose, "", tail)),
    )
    if made_up:
        who = base_of(made_up[1], site) or re.sub("(?:人数|数量?)$", "", subject_before(site))
        return f"{who}占{behind}比重" if behind else f"{who}占比"
    if (given := _GIVEN.search(tail)) is None:
        return ""
    who = base_of(given["who"], site)
    return f"{'' if who == '业务' else who}占{base_of(given['whole'], site)}比重"


def _of_aim(site: Site, tail: str) -> str:
    """How much of a target is reached, or which share those have that something is true of."""
    clause = site.without_dates(site.clause, site.start)
    if (aim := _AIM.search(clause)) is not None:
        name = re.split("[0-9]", aim[1])[0]
        return f"{base_of(name, site)}{'目标' if name != aim[1] else ''}完成率"
    if _DONE_OF.search(tail) is not None and site.before is not None:
        name = name_of(site, site.before)
        return f"{name}完成率" if re.search("目标|计划|预算|指引", name) else ""
    kind = _KIND.search(clause)
    if kind is None:
        return ""
    if (origin := _FROM_WHOM.fullmatch(kind[1])) is not None:
        return f"{origin[1]}占比"
    return f"{kind[1]}占比" if _TOLD.search(kind[1]) else ""


_FROM_WHOM = regex("(?:其中)?(?:来自于?|源自|源于|属于)([^，。；]{2,10})")  # 来自第三方的|占57%
_TOLD = regex("[0-9一二三四五六七八九十百千万]")


# 基石投资者|认购了其中的45%; 新签合同目标1500亿元，前三季度已完成|68%; 账龄一年以上的|占27%
_OF_IT = regex(
    r"(?P<who>[^，。；]{2,10}?)(?P<deed>认购|持有|买走|拿走|包揽|占据|吃下)了?其中的?(?:约|近|超过?)*$"
)
# 账上货币资金只够覆盖|其|六成
_COVERS = regex(
    "(?P<who>[^，。；]{2,10}?)(?:仅|只|尚|还|勉强|最多)*(?:能够?|够|可|足以)+覆盖了?(?P<what>其|[^，。；]{2,8}?)的?(?:约|近|超过?|不到)*$"
)
_DONE_OF = regex(r"(?:完成|达成|兑现)了?(?:约|近|逾|超过?|不到|大约)*$")
_KIND = regex(
    r"([^，。；\s]{3,14})的(?:则|也|就|已经?)?占(?:到|了|比)?(?:约|近|逾|超过?|为|达|不到|不足)*$"
)
# 新业务|对|集团毛利|的贡献从12%; 研发|不低于|收入的10%
_TO_WHOLE = regex(
    r"(?P<who>[^，。；]{2,10}?)(?:对(?P<whole>[^，。；]{2,8}?)的?贡献(?:率|度|占比)?(?:从|由|已|至|升至|达到?|为|约|近|提升到|提高到|超过?)*"
    r"|(?:不会|不)?(?:低于|少于|高于|超过)(?P<least>总?收入|总?营收|营业收入|净利润|总资产|净资产|GDP)的)$"
)
_AIM = regex(
    "(?:完成|达成|实现|兑现)了?([^，。；]{0,18}(?:目标|计划|任务|指引))的(?:约|近|逾|超过?|不到)*$"
)

# 大客户|贡献了|公司近|三成的收入, 门店|为集团贡献了|31%的利润: whose the whole is, is no part of it
_MADE_UP = regex(
    r"([^，。；]*?)(?:[为给](?:公司|集团|平台|全公司|全集团|本行|母公司))?(?:贡献|带来)了?"
    r"(?:(?:公司|集团|平台|全公司|全集团|本行)(?:整体|全部|目前|当期)?)?(?:约|近|将近|超过?|逾|大约)*$"
)


_SALES = frozenset("收入 营收 营业收入 销售额 销售收入 营业额 卖出金额".split())


def _of_whole(site: Site, found: re.Match[str], tail: str) -> Guess[str]:
    """What has which share of a whole: 电动车|占总销量的43%."""
    whole = base_of(found["whole"], site) if found["whole"] else ""
    if whole in {"", "比", "率"}:
        whole = share_behind(site)
    own_words = base_of(stripped(tail[: found.start()])[0], site)
    own_words = "" if own_words.endswith(site.names) else own_words
    subject = own_words or who_fares(site) or subject_before(site)
    if whole in {"市场", "市场份额"}:
        return Guess(f"{subject}市场份额"[-MOST:])
    if not whole and subject.endswith(("份额", "市占率", "占有率")):
        return Guess(subject)  # 市场份额为3%，而甲公司占|24%
    own = re.sub("^(?:公司|集团)?总", "", whole)
    if own and (subject == own or (subject in _SALES and own in _SALES)):
        return Guess(f"{own}占比")
    return Guess(f"{subject}占{whole}比重" if whole else f"{subject}占比", "" if subject else OPEN)
