"""What a share of Chinese text is a share of, and whose it is."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, name_of_change, subject_before
from exporter.drafting.metrics.zh.faring import who_fares
from exporter.drafting.metrics.zh.nouns import noun_in
from exporter.drafting.metrics.zh.said import CHANGE, said_of, stripped
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Site, any_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import begins_rest
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
    if (part := _of_part(site)) is not None:
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
    return _of_noun_behind(site)


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
        share_behind(site) or _right_noun(site),
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
# 其中|六成|投向固态电池
_PART = regex(
    r"^(?:以上|左右)?(?:的[^，。；]{1,6})?(?:都|均|将|会|是)*(?P<verb>投向|用于|用在|投入|来自于?|源自|源于|销往|卖到|流向|去向|去往|属于|出自|是|为|集中在|给了|卖给)了?"
    r"(?P<thing>[^，。；：]{2,16})(?=[，。；：]|$)"
)
_FROM_OR_TO = ("来自", "源", "投向", "销往", "用于", "流向")
# 募资净额的|约45%|将用于新建医院
_OF_MEASURE = regex("[额量款金资入润本用费]的(?:约|近|逾|超过?|大约|至少|不低于|不超过)*$")
# 其中|七成以上|将于年内交付
_DONE_PART = regex(
    r"^(?:以上|左右)?(?:均|都|将|会|可|预计|能|计划)*[于在](?P<when>[^，。；的]{2,8}?)(?:完成)?"
    r"(?P<deed>交付|确认收入|确认|投产|到期|兑现|结转|发货|落地|回款)(?=[，。；]|$)"
)
_AND = regex("[和与及、]")
_FRACTION = regex("成|分之|半")
_OF_THEM = regex(
    r"(?:其中|当中|里面|里|中)(?:，|将?会?有|将|预计有|就有|又有|的|约|近|将近|超过?|逾|大约|大概|至少|不到|不足|\s)*$"
)


def _of_part(site: Site) -> Guess[str] | None:
    """The part of a whole that was named before: 研发开支4亿元，其中约|六成|投向固态电池."""
    found, is_of_them = _PART.match(site.behind), _OF_THEM.search(site.text[: site.start])
    if is_of_them and (done := _DONE_PART.match(site.behind)) is not None:
        return Guess(f"{done['when']}{done['deed']}占比")
    is_of_it = is_of_them or _OF_MEASURE.search(site.tail) is not None
    if found is None or not (is_of_it or _FRACTION.search(site.figure.text)):
        return None
    thing = re.sub("(?:市场|地区|业务)$", "", found["thing"].split("的")[-1])
    if re.match("[0-9]", thing) or len(thing) < 2:
        return None
    name = noun_in(thing) if len(thing) > 8 and not _AND.search(thing) else thing
    if not is_of_them:
        whole = base_of(stripped(site.tail)[0], site) or subject_before(site)
        if "占" in whole:  # 净额的45%用于扩产，三成|用于并购
            whole = whole.partition("占")[2].removesuffix("比重") if site.before else ""
        if not whole:
            return None
        if whole.endswith(words.MEASURES):
            return Guess(f"{name}占{whole}比重")
        is_from = found["verb"].startswith(_FROM_OR_TO) and len(whole) > 2
        return Guess(f"{whole}{name}占比") if is_from else None
    whole = base_of(re.sub(r"(?:其中|当中|里面|里|中)[^中里]*$", "", site.tail), site)
    if whole.endswith(words.MEASURES) and len(whole) < 6:
        return Guess(f"{name}{whole}占比")
    return Guess(f"{name}占比")


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


def _of_noun_behind(site: Site) -> Guess[str] | None:
    """The share that a noun behind a figure has, or its change: 提升19%|的曝光量."""
    said, behind = said_of(site), share_behind(site)
    did = _WHO_DID.match(site.behind.removeprefix("的"))
    if did and not said.base and not said.change and noun_in(did["who"]) == did["who"]:
        return Guess(f"{did['will'] or ''}{did['deed']}{did['who']}占比")
    noun = behind or _right_noun(site)
    if noun and said.by and said.change and not said.base.endswith(words.MEASURES):
        return Guess(name_of_change(replace(said, base=noun), site))
    if said.base == "覆盖":
        behind = noun
    if not behind or said.change:
        return None
    if (origin := _ORIGIN.search(site.behind)) is not None:
        return Guess(f"{origin[1]}{behind}占比")
    within = _WITHIN.match(site.behind[1 + len(behind) :])
    if within:
        return Guess(f"{within['when']}{within['deed']}{behind}占比"[:MOST])
    done = re.match(r"的" + re.escape(behind) + r"([^，。；、了]{2,6})[，。；、]", site.behind)
    if done and not said.base:
        return Guess(f"{done[1]}{behind}占比"[:MOST], OPEN)
    if said.base.endswith(("完成", "实现", "答对", "覆盖")):
        return Guess(f"{behind}{said.base[-2:]}率")
    return Guess(f"{behind}占比", OPEN if said.base else "")


_RATES = ("市占率", "占有率", "渗透率", "毛利率", "净利率", "市场份额")
_WITHIN = regex(
    r"(?:都|均|能够?|可以?)*在?(?P<when>[^，。；]{2,8}?[内前])(?P<deed>[^，。；的了]{2,4})(?=[，。；了]|$)"
)
# 近七成|门店|实现|盈利
_WHO_DID = regex(
    r"(?P<who>[\u4e00-\u9fff]{2,6}?)(?:(?:已经?|都|均|也|实现了?|处于|属于|处在|在|能够?|可以?)+|(?P<will>打算|计划|准备|愿意|希望|选择))(?P<deed>[\u4e00-\u9fff]{2,6})(?=[，。；、]|$)"
)
_ORIGIN = regex(r"(?:来自|源于)([^，。；、]{1,8}?)(?:市场|地区|业务)?(?:[，。；、]|$)")


def _right_noun(site: Site) -> str:
    """A noun right behind a share, without 的: 节省50%|算力资源."""
    found = re.match(r"[\u4e00-\u9fff]{2,8}(?=[，。；、]|$)", site.behind)
    if found and found[0] in words.MEASURES:
        return found[0]
    noun = noun_in(found[0]) if found else ""
    is_whole = noun != "" and found is not None and noun == found[0] and not begins_rest(noun)
    return (
        noun
        if is_whole and not noun.startswith(("左右", "以上", "以下", "有余", "多", "至"))
        else ""
    )


def share_behind(site: Site) -> str:
    """The noun that a share is of, behind it: 43%|的收入."""
    found = re.match(r"的([^，。；、：的]{2,10})", site.behind)
    if not found:
        return ""
    noun = noun_in(found[1])
    return noun if 1 < len(noun) < 8 and noun not in _CHANGES else ""


_CHANGES = frozenset((*words.UP, *words.DOWN, *words.GROWTH))
