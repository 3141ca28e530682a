"""What is counted in Chinese text, and what was done with it: 新开门店."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import (
    CHANGED_NAME,
    carried_name,
    name_of_change,
    plain_name,
    subject_before,
)
from exporter.drafting.metrics.zh.nouns import counted_noun
from exporter.drafting.metrics.zh.numbered import with_number
from exporter.drafting.metrics.zh.products import product_before
from exporter.drafting.metrics.zh.said import LINK, said_of, stripped
from exporter.drafting.metrics.zh.sites import OPEN, Said, Site, any_of, at_figure
from exporter.drafting.metrics.zh.things_before import (
    opened_before,
    thing_before,
    thing_done_before,
)
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.nouns import is_noun
from exporter.facts.units import COUNT, POINTS, RATIO

_JOINED = regex(r"(?:[、和及与,]|以及|还有|外加)$")


_DONE = regex(rf"(?:{any_of(list(words.DONE))})$")
_HAVING = regex(rf"(?:{any_of(words.HAVING)})$")


def by_count(site: Site) -> Guess[str] | None:
    """What is counted, and what was done with it."""
    if site.figure.dimension != COUNT or _is_points(site):
        return None
    classifier, noun = counted_noun(site)
    if not noun and (following := _joined_to(site)) is not None:
        return by_count(at_figure(site, following))
    if name := _told_behind(site, noun):
        return Guess(name)
    if (part := _part_of(site, classifier)) is not None:
        return part
    said, verb = said_of(site), _verb_of(site, noun)
    if verb.endswith("掉"):  # 卖掉了|80台: nothing that moved by so many
        said = replace(said, change="", by=False)
    if said.by and said.change and said.base:
        return Guess(name_of_change(replace(said, base=with_number(said.base, classifier)), site))
    is_more = verb in _MORE_OR_LESS and not noun
    is_again = verb in _NET and not noun and thing_done_before(site, classifier) != ""
    if not (is_again or noun or said.base or verb.endswith("掉")) and (
        _is_linked(site) or said.change
    ):
        carried = carried_name(site, said)
        if carried is not None:
            return carried
    if verb and not is_more:
        return Guess(_done_with(site, verb, noun, classifier))
    return _by_noun(site, said, classifier, noun)


def _is_points(site: Site) -> bool:
    """Whether points of a percentage are told: 返利从|4个点|降到2.5个点."""
    return any(dimension == POINTS for dimension, _ in site.figure.also)


# 其中|5款|处于III期临床
_STATE = regex(
    "^(?:款|个|家|项|种|名|位|座|台|辆|人|只|支)?(?:处于|进入|属于|来自于?|位于|在|为|是)(?P<where>[^，。；、的]{2,8}?)(?:阶段|状态)?(?=[，。；、]|$)"
)


# 其中|年合同额超百万元的|有88家
_KIND = regex("([^，。；]{3,16})的(?:就|也|已)?(?:有|达到?|为|共)(?:约|近|逾|超过?)*$")


def _part_of(site: Site, classifier: str) -> Guess[str] | None:
    """What a part of those counted before has for itself: III期临床产品数."""
    kind = _KIND.search(site.text[site.clause : site.start])
    if kind is not None and not counted_noun(site)[1]:
        what = re.sub("^其中", "", kind[1])
        is_told = re.search("[0-9一二三四五六七八九十百千万]", what) is not None
        thing = thing_before(site, classifier) if is_told else ""
        return Guess(f"{what}{with_number(thing, classifier)}") if thing else None
    found = _STATE.match(site.behind)
    if found is None or not re.search("其中[有约近，]*$", site.tail):
        return None
    thing = thing_before(site, classifier)
    return Guess(f"{found['where']}{with_number(thing, classifier)}") if thing else None


# 有|两台|大缸径主机应船东要求|延期交付
_DONE_SINCE = regex(
    "(?:应|因|按照?|由于|受|经|鉴于)[^，。；]{1,10}?(?:要求|请求|邀请|原因|缘故|影响|拖累|安排|规定|故障|事故|需要|天气|纠纷|缺货|批准|同意)"
    "(?:而|已|将|被迫|暂时|一度|不得不|陆续|提前)*(?P<deed>[\u4e00-\u9fff]{2,6})(?=[，。；]|$)"
)


def _told_behind(site: Site, noun: str) -> str:
    """What befell those counted, behind the reason why: 受伤人数, 延期交付的大缸径主机数."""
    if (harmed := _HARMED.match(site.behind)) is not None:
        return f"{harmed[1]}人数"
    if (held := _HELD_UP.match(site.behind)) is not None:
        return f"{held['deed']}的{held['who']}数"
    at = site.behind.find(noun) if noun else -1
    found = _DONE_SINCE.match(site.behind, at + len(noun)) if at >= 0 else None
    return f"{found['deed']}的{noun}数" if found else ""


# 1900台|已排产的电梯|因地产商付款不及时而|暂缓发货
_HELD_UP = regex(
    r"[台套辆艘座家个批件](?:[^，。；、的0-9]{2,8}的)?(?P<who>[\u4e00-\u9fff]{2,6}?)(?:因为?|由于|受)[^，。；]{2,24}?"
    r"(?:而|被迫|只得|只能|不得不)(?:已|将|被|暂时|一度|陆续)*(?P<deed>[\u4e00-\u9fff]{2,6})(?=[，。；]|$)"
)
_HARMED = regex("[人名][^，。；]{0,4}?(受伤|死亡|遇难|失踪)")
_MORE_OR_LESS = frozenset("增加 减少".split())


def _is_linked(site: Site) -> bool:
    """Whether another figure stands before in the same clause."""
    return site.before is not None and site.before.start >= site.clause


def _verb_of(site: Site, noun: str) -> str:
    """What is done to what a figure counts, or what is counted with it: 订购客机和|3架货机."""
    verb, before = _verb_before(site), site.before
    is_joined = noun != "" and _JOINED.search(site.tail) is not None
    if verb or not is_joined or before is None or before.dimension != COUNT:
        return verb
    if (said := said_of(site).base) and said != counted_noun(at_figure(site, before))[1]:
        return verb  # 新建12家|医院、|60家门诊: what else the verb is done to
    return _verb_before(at_figure(site, before))


_NET = frozenset("净增 净新增 净减少 净增加".split())


def _done_with(site: Site, verb: str, noun: str, classifier: str) -> str:
    """What was done with counted things: 新开|门店, 电动巴士|交付量."""
    if verb == "开出" and re.search("目前|一共|总共|累计|已", site.tail):
        return _done(f"{noun or thing_before(site, classifier) or '门店'}数")
    rest = stripped(site.tail)[0]
    owner = base_of(stripped(rest.removesuffix(verb))[0], site) if rest.endswith(verb) else ""
    if owner.startswith(("较", "比")):
        owner = ""
    done = "" if noun or owner else thing_done_before(site, classifier)
    if not noun and not owner and verb in _NET and site.before is not None and not done:
        name = plain_name(site.name(at_figure(site, site.before)).value)
        return f"{verb}{re.sub('(?:总?数量?|总量)$', '', name)}数"
    if not (noun or owner or done) and (opened := opened_before(site, classifier)):
        return f"{words.DONE[verb].format(opened).removesuffix('数')}数"
    told = "" if owner else thing_before(site, classifier)
    noun = noun or (done if done and told not in site.text[: site.start] else told or done)
    if not noun and owner.endswith(words.MEASURES):
        return owner
    thing = noun or ("人" if classifier in words.OF_PEOPLE else "")
    if thing.endswith(("规模", "量", "额", "率")):
        return thing
    if thing:
        return _done(words.DONE[verb].format(thing))
    if verb in words.AMOUNTS:
        return f"{owner or product_before(site)}{words.AMOUNTS[verb]}"
    return _done(words.DONE[verb].format(owner or "数量"))


def _by_noun(site: Site, said: Said, classifier: str, noun: str) -> Guess[str] | None:
    """The noun behind a number, or before it, that says what it counts."""
    acted = _ANY_VERB.search(site.tail)
    if noun and acted and acted[1] not in _NO_DEEDS:
        return Guess(_done(f"{acted[1]}{noun}数"))
    if said.base.endswith(words.MEASURES) and not (noun and _is_owner(said.base)):
        return Guess(said.base + "数" * (classifier == "份" and said.base.endswith("合同")))
    if noun and (not said.base or _HAVING.search(site.tail.rstrip()) or not _is_thing(said.base)):
        return Guess(with_number(noun, classifier))
    if said.base and site.figure.value.denominator != 1 and not classifier:
        return Guess(said.base)  # an index
    if said.base:
        is_sure = _is_thing(said.base) or (classifier != "" and len(said.base) > 1)
        return Guess(with_number(said.base, classifier), "" if is_sure else OPEN)
    return _elliptic(site, classifier)


_NO_DEEDS = frozenset({*words.HAVING, *words.UP, *words.DOWN, "达到", "突破", "超过"})


def _joined_to(site: Site) -> Figure | None:
    """The figure that names what this one counts, too: 70亿|及|140亿参数."""
    following = min(
        (one for one in site.figures if one.start >= site.end),
        key=lambda one: one.start,
        default=None,
    )
    if following is None or following.dimension != COUNT:
        return None
    gap = site.text[site.end : following.start]
    return (
        following
        if re.fullmatch(r"[、和及与]|以及", gap) and counted_noun(at_figure(site, following))[1]
        else None
    )


def _verb_before(site: Site) -> str:
    """What is done to what a figure counts, right before it: 新开, 服务."""
    rest = site.tail
    where = _WHERE.search(rest)
    if where is not None:
        return where["verb"]
    for _ in range(8):
        found = _DONE.search(rest)
        if found:
            return found[0]
        link = LINK.search(rest) or re.search("(?:了|全国|全球|国内|海外|境内外?|各类|逾)$", rest)
        if link is None:
            return ""
        rest = rest[: link.start()]
    return ""


# 覆盖|华东和华中的|29个城市
_WHERE = regex(r"(?P<verb>覆盖|服务于?|遍及|辐射|触达|进入|布局|进驻)了?[^，。；]{1,16}的$")
_ANY_VERB = regex("((?![里中上下前后内机车船人员])[\u4e00-\u9fff]{2})了(?:约|近|逾|超过?|大约)*$")


def _done(name: str) -> str:
    for said in ("数", "人次", "数量"):
        name = name.replace(f"{said}数", said)
    return name


def _is_owner(base: str) -> bool:
    return len(base) < 2


_THINGS = tuple("户店人员车机站品者手师生商家点区座床房桩")


def _is_thing(base: str) -> bool:
    """Whether a base is a noun of things, and no company."""
    is_known = any(is_noun(part) for part in (base, base[-2:], base[-3:]))
    return is_known or base.endswith(_THINGS) or base in words.AMOUNTS or base[-2:] in words.AMOUNTS


# 新开86家门店，关了124家，|目前共有|1350家
_IN_ALL = regex("(?:共有|现有|总共|一共|仍有|还有|剩下?)(?:约|近|逾|超过?)*$")


def _elliptic(site: Site, classifier: str) -> Guess[str] | None:
    """What a bare number counts that others before it are of."""
    before = site.before
    if _IN_ALL.search(site.tail) and (thing := thing_before(site, classifier)):
        return Guess(with_number(thing, classifier))
    while before is not None:
        if before.dimension == COUNT:
            name = site.name(at_figure(site, before)).value
            if CHANGED_NAME.search(name) and _LEVEL.fullmatch(site.tail.strip()):
                return Guess(plain_name(name))  # 经销商净减少73家，至|1120家
            return Guess(name, "" if before.start >= site.clause else OPEN)
        before = at_figure(site, before).before
    subject = subject_before(site)
    if subject:
        is_sure = _is_level_of_growth(site, subject)
        return Guess(with_number(subject, classifier), "" if is_sure else OPEN)
    return Guess("人数", OPEN) if classifier in words.OF_PEOPLE else None


_LEVEL = regex(
    "(?:已|就|则|也)?(?:达到?了?|为|[升降增减][至到]|[提攀回]升至|下[降滑]至|[至到]|来到)"
    "(?:约|近|逾|超过?)*"
)


def _is_level_of_growth(site: Site, subject: str) -> bool:
    """Whether a clause only says how many it is whose growth the one before tells."""
    before = site.before
    if before is None or before.dimension != RATIO or not _LEVEL.fullmatch(site.tail.strip()):
        return False
    name = site.name(at_figure(site, before))
    return (
        not name.doubt
        and name.value.startswith(subject)
        and name.value.endswith(tuple(words.GROWTH))
    )
