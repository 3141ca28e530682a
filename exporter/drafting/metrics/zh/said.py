"""What the words before a figure of Chinese text say: a noun, and what happens to it."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Said, Site, any_of
from exporter.drafting.metrics.zh.trims import (
    ASIDE,
    KINDS,
    from_its_head,
    trimmed,
    without_beside,
)
from exporter.drafting.metrics.zh.whole_words import ends_whole
from exporter.drafting.periods.role_words import BETTER_DAYS_ZH
from exporter.engine.regex import regex

# 季增5%, 月减3%, 年增7.8%; 三年增加 and 今年增加 say when.
_TAIWANESE = (
    "(?<![去今明前后近每半全当成多几数逐本上下同往一二两三四五六七八九十0-9 ])[年季月](?=[增减])"
)
# 处理极片|废料|9.3万吨, |废料|增长5%; not: 明年销量|料|达9万吨, 市场预|料
_STUFF = (
    "[废原材辅饮燃塑面肥饲染颜香调佐资物配布涂酱坯浆底馅毛石木粉骨草衬填熟生精粗油角脚边回余剩粒板棒炉矿焦灰混"
    "来投备进送用选里玉釉磨胶橡硅核养浮垫绝片块]"
)
CHANGE = regex(
    rf"(?P<basis>同比|环比|按年|按季|按月|{_TAIWANESE})?"
    rf"(?:(?<!{_STUFF})料|(?!料)(?:{any_of(words.ADVERBS)})|\s)*"
    rf"(?P<word>{any_of([*words.UP, *words.DOWN, *words.DROPPED])})(?P<how>(?:了快|了|大约|将近"
    rf"|差不多|近|约|逾|超过?|至少|不到|不足|高达|达到?|整整|\s)*)"
    rf"(?P<to>{any_of(words.TO)}|)(?P<rest>(?:了|约|近|逾|超过?|不到|不足|人民币|港币|\s)*)$"
)
LINK = regex(rf"(?:{any_of(words.LINKS)}|\s|[（(“”\"‘’：:、—=~～-])$")
_BASIS = regex(r"(?P<basis>同比|环比|按年|按季|按月|yoy|qoq|YoY|QoQ|YOY|QOQ)(?:增速|增幅|变动)?$")
_AGAINST = regex(
    r"(?:较|比)[^，。；]{1,8}的(?:预期|预测|指引|目标|那[笔批款期家次])?$"
    r"|(?:较|相较|相比|(?<![同环占])比(?!例|重|率)|与|对比)[^，。；的]{1,12}?(?:相比|而言)?$|(?:较"
    r"|(?:^|\s)比)\s*$"
)


def said_of(site: Site) -> Said:
    """What the words before a figure say."""
    return read_words(from_its_head(site.tail), site)


def read_words(tail: str, site: Site) -> Said:
    """A noun, and what is said to happen to it."""
    tail = _AS_RESULT.sub("", tail)
    tail = _OF_BETTER_DAYS.sub("", _TO_NOW.sub("", without_beside(tail)))
    said, rest = _changed(tail, site)
    rest, basis, kind = _without_against(rest, said)
    base = base_of(rest, site)
    return replace(said, base=f"{kind if kind in KINDS else ''}{base}" if base else "", basis=basis)


# 盈利预测由盈利0.4亿元下调至|亏损|1.1亿元
_AS_RESULT = regex("(?<=[调降修升扩][至到])净?(?:盈利|亏损)(?=(?:约|近|逾)*$)")


def _changed(tail: str, site: Site) -> tuple[Said, str]:
    """What is said to happen to a noun that is still to be read, and the words before that."""
    change = CHANGE.search(tail)
    if change is None or change["word"] in _BOUNDS or _is_in_name(tail, change):
        return Said(""), tail
    rest = _THAN_THEN.sub("", tail[: change.start()])
    if tail[change.start()] == " ":  # 租金比|去年|降了
        rest = _THAN_A_DATE.sub("", rest)
    to = bool(change["to"]) and change["to"] not in {"超", "超过", "逾", "达", "达到"}
    to = to or change["word"].endswith(("至", "到"))
    dropped = change["word"] in words.DROPPED and site.figure.value > 0
    return Said("", change["word"], not to, _basis_of(change), dropped), rest


def _without_against(rest: str, said: Said) -> tuple[str, str, str]:
    """Words without what a noun is compared with; the basis, and the kind said in brackets."""
    basis, kind = said.basis, ""
    while True:
        rest, found = stripped(rest)
        basis = basis or found
        if (aside := ASIDE.search(rest)) is not None:  # 净利润（扣非）|为
            rest, kind = rest[: aside.start()], kind or aside["said"]
            continue
        against = _AGAINST.search(rest)
        if against is None or not (said.change or against.start()):
            break
        if re.search("去年同期|上年同期", against[0]):
            basis = basis or "同比"
        if against.start() == 0 and not said.change:
            break
        if (
            against[0].startswith("与")
            and against[0].endswith(words.MEASURES)
            and "比" not in against[0]
        ):
            break  # 整梯、改造|与维保等后市场服务收入
        rest = rest[: against.start()]
    return rest, basis, kind


# 上座率6.9%，比|疫情前的|2019年低了近一半
_OF_BETTER_DAYS = regex(f"(?<=[比较]){BETTER_DAYS_ZH}的(?=\\s)")
# 由去年的11万吨降至|目前的|约8.9万吨
_TO_NOW = regex(
    "(?:(?<=[至到为])|(?<=[至到]了))(?:(?:今天|当前|当下|目前|现在|如今|眼下|现时|\\s)的?|的)(?=(?:约|近|逾|超过?|不足|不到)*$)"
)
_WITHIN = regex("同比|环比|按年|按季|按月")


def _basis_of(change: re.Match[str]) -> str:
    """The basis before a word of change, also behind an adverb: 收入|则同比下降|4%."""
    within = _WITHIN.search(change.string, change.start(), change.start("word"))
    basis = change["basis"] or (within[0] if within else "")
    return words.BASES.get(basis, "")


# A level that is told by its bound is none that moved: 故障率|低于0.3%.
_BOUNDS = frozenset("低于 高于 不及 少于 多于".split())


def _is_in_name(tail: str, change: re.Match[str]) -> bool:
    """Whether a word of change is part of a noun: 新增 alone is done to what is counted."""
    if change["word"] in {"优化", "恢复"} and change["to"]:
        return False
    if change["word"] in {"多", "少"} and change["how"].startswith("了"):
        return False
    if tail[: change.start()].endswith(("不", "未")):
        return True
    return change["word"] in {
        "新增",
        "净增",
        "变动",
        "多",
        "高",
        "低",
        "少",
        "快",
        "恢复",
        "优化",
    } and (change["word"] in {"新增", "净增"} or not _COMPARES.search(tail))


_THAN_THEN = regex(r"(?<![速占价效债配股能功杆产金同环])比\s+$")  # 收入比|去年|高
_THAN_A_DATE = regex("(?<![同环年])(?<!性价)比$")
# A ratio compares nothing: 加速比|高达95%.
_COMPARES = regex("较|同比|环比|(?<![速占价效债配股能功杆产金])比(?![例重率值])")


def stripped(rest: str) -> tuple[str, str]:
    """Words without those that only link them to a number, and the basis among them."""
    basis = ""
    while rest:
        rest = _WHEN_LAST.sub("", trimmed(rest))
        found = _BASIS.search(rest)
        if found:
            basis = basis or words.BASES[found["basis"]]
            rest = rest[: found.start()]
            continue
        rest = without_beside(rest)
        link = LINK.search(rest) if not rest.endswith("目标为") else re.search("为$", rest)
        if link is None:
            break
        is_kept = (
            rest.endswith(_KEPT)
            or _OF_STUFF.search(rest)
            or (ends_whole(rest) and len(link[0]) == 1)
        )
        if is_kept and not rest.endswith("折合约"):
            break
        rest = rest[: link.start()]
    return rest, basis


# 拨备覆盖率|一年之间, 覆盖面积|于财年末
_WHEN_LAST = regex(
    r"(?:(?:[在于](?:过去|最近|近)?\s*)?(?:[一二两三四五六七八九十0-9]+(?:个?[月季周]|年|天))(?:之间|之内|间里|间|内|来|里面?|以来|期间)"
    r"|(?:历史|此前|最)?(?:高峰|巅峰|顶峰|低谷|高点|低点)(?:时期?|期)?|最[高低多少好差旺](?:的?时(?:候|期)?|位)|在\s+[末底初]|[在于](?:过去|最近)\s*(?:里|内|间)?"
    r"|于[^，。；的]{0,6}?(?:年|季度?|月|期|财年)?(?:末|底|初))$"
)
_OF_STUFF = regex(f"{_STUFF}料$")
_KEPT = (
    "现在",
    "所有",
    "合约",
    "预约",
    "条约",
    "签约",
    "节约",
    "制约",
    "目标",
    "指标",
    "现有",
    "自有",
    "国有",
    "保有",
    "享有",
)
