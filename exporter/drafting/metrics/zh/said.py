"""What the words before a figure of Chinese text say: a noun, and what happens to it."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.owner_words import product_in, without_owner
from exporter.drafting.metrics.zh.sites import MOST, Said, Site, any_of
from exporter.drafting.metrics.zh.trims import (
    ASIDE,
    KINDS,
    folded_owner,
    from_its_head,
    trimmed,
    without_beside,
    without_rival,
)
from exporter.drafting.metrics.zh.whole_words import BEGINS, ends_whole
from exporter.engine.regex import regex

# 季增5%, 月减3%, 年增7.8%; 三年增加 and 今年增加 say when.
_TAIWANESE = (
    "(?<![去今明前后近每半全当成多几数逐本上下同往一二两三四五六七八九十0-9 ])[年季月](?=[增减])"
)
CHANGE = regex(
    rf"(?P<basis>同比|环比|按年|按季|按月|{_TAIWANESE})?(?:{any_of(words.ADVERBS)}|\s)*"
    rf"(?P<word>{any_of([*words.UP, *words.DOWN, *words.DROPPED])})(?P<how>(?:了快|了|大约|将近"
    rf"|差不多|近|约|逾|超过?|至少|不到|不足|高达|达到?|整整|\s)*)"
    rf"(?P<to>{any_of(words.TO)}|)(?P<rest>(?:了|约|近|逾|超过?|不到|不足|人民币|港币|\s)*)$"
)
LINK = regex(rf"(?:{any_of(words.LINKS)}|\s|[（(“”\"‘’：:、—=~～-])$")
_BASIS = regex(r"(?P<basis>同比|环比|按年|按季|按月|yoy|qoq|YoY|QoQ|YOY|QOQ)(?:增速|增幅|变动)?$")
_AGAINST = regex(
    r"(?:较|比)[^，。；]{1,8}的(?:预期|预测|指引|目标)?$"
    r"|(?:较|相较|相比|(?<![同环占])比(?!例|重|率)|与|对比)[^，。；的]{1,12}?(?:相比|而言)?$|(?:较"
    r"|(?:^|\s)比)\s*$"
)


def said_of(site: Site) -> Said:
    """What the words before a figure say."""
    return read_words(from_its_head(site.tail), site)


def read_words(tail: str, site: Site) -> Said:
    """A noun, and what is said to happen to it."""
    tail = _TO_NOW.sub("", without_beside(tail))
    change = CHANGE.search(tail)
    said = Said("")
    rest = tail
    if change is not None and change["word"] in _BOUNDS:
        change = None
    if change is not None and not _is_in_name(tail, change):
        rest = _THAN_THEN.sub("", tail[: change.start()])
        if tail[change.start()] == " ":  # 租金比|去年|降了
            rest = _THAN_A_DATE.sub("", rest)
        to = bool(change["to"]) and change["to"] not in {"超", "超过", "逾", "达", "达到"}
        to = to or change["word"].endswith(("至", "到"))
        dropped = change["word"] in words.DROPPED and site.figure.value > 0
        said = Said("", change["word"], not to, _basis_of(change), dropped)
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
        rest = rest[: against.start()]
    base = base_of(rest, site)
    return replace(said, base=f"{kind if kind in KINDS else ''}{base}" if base else "", basis=basis)


# 由去年的11万吨降至|目前的|约8.9万吨
_TO_NOW = regex(
    "(?<=[至到为])(?:(?:今天|当前|当下|目前|现在|如今|眼下|现时|\\s)的?|的)(?=(?:约|近|逾|超过?|不足|不到)*$)"
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
        is_kept = rest.endswith(_KEPT) or (ends_whole(rest) and len(link[0]) == 1)
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
_KEPT = (
    *"涂料 原料 饮料 燃料 塑料 面料 材料 肥料 饲料 染料 香料 调料 资料 物料 配料 布料".split(),
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


_LEAD = regex(
    rf"(?!{BEGINS}|{any_of(words.NOT_LEADS)})(?:{any_of(words.LEADS)}|[\s“”\"‘’、,：:)）—-])"
)


_AFTER_DATE = regex(
    r"^级?以[上下内]的?|^\s+(?:末|底|初|前|后|内(?!蒙)|中(?!国)|间|时|起|止|份|以来|以后|当天"
    r"|当日|期间|全年|年度?"
    r"|的)|^(?:较|比|相较)[^，]{2,10}(?=溢价|折让|折价)"
)


_INTRODUCED = regex(
    rf"(?:(?!派[送件单]|获[客奖]|预测(?:模型|系统|算法|引擎))(?:{any_of(words.REPORTING)}))了?"
)


_THIS = regex(
    r"^(?:该|其(?![中他它余实])|此|这|本|上述)(?:[^的]{1,8}的|(?:药物?|产品|车型?|项目|模型|方案|疗法|基金|路线"
    r"|航线|片|剧|游戏|指标|工厂|园区|地(?!皮)区?|市(?![场占值盈净])|省|国)(?=[^品型目]))"
)


def base_of(rest: str, site: Site) -> str:
    """The noun of a clause without what leads to it: whose it is, when it was, who reports it."""
    rest = from_its_head(without_rival(folded_owner(rest)).strip())
    said = _without_leads(from_its_head(_without_leads(rest, site)), site)
    if " " in said:
        owner, _, last = said.rpartition(" ")
        if last in words.MEASURES and (product := product_in(owner)):
            return f"{product}{last}"
        return base_of(last if len(last) > 1 else said.replace(" ", ""), site)
    found = [match for match in _INTRODUCED.finditer(said) if match.end() < len(said)]
    if found and not (found[-1].start() == 0 and said in words.MEASURES):
        behind = said[found[-1].end() :]
        if len(behind) > 1 and not _is_compound(said, found[-1]):
            return base_of(behind, site)
    said = _END_OF_YEAR.sub("", without_owner(_THIS.sub("", said)))
    said = _HAVING.sub("", said)
    if said.endswith("新增") and len(said) > 3:
        return f"新增{said[:-2]}"
    if "已" in said[1:-2] and not said.endswith("已赚保费"):
        said = said.split("已", 1)[1].removeprefix("经")
    if said in words.REPORTING:
        return ""
    said = re.sub("(?<=[”》])(?:首季|单季|单月|全年)", "", said)
    said = re.sub("[“”\"']", "", _PRODUCT_HEAD.sub("", said))
    if len(said) == 1 and HAN.match(said) and said not in words.MEASURES and said != "股":
        return ""
    return "股价" if said == "股" else _shortened(said.strip('“”"‘’ 、：:()（）*'))


# 去年|末管理规模; 上一财年末|为: when, and no noun.
_END_OF_YEAR = regex(
    r"^[末底](?![期端步级盘部价仓层座线气色])|^[上前本]一?(?:个)?(?:财年|财政年度|年度|季度?|报告期)?[末底初]$"
)
_HAVING = regex(r"^(?:它|其)?在[^，。；]{1,6}?(?:共?拥?有|设有|布局)(?=[^所效])")
# 另一款产品|“康瑞达”收入
_PRODUCT_HEAD = regex(
    '^[^，。；“《]{0,8}(?:产品|新品|新药|药物|品牌|机型|车型|游戏|单品|系列|软件|平台)(?=[“《"])'
)
HAN = regex("[\u4e00-\u9fff]")


# 2.0mm镀膜|光伏玻璃|价格: what goods are, though a market is called after them
_SPECIFIED = regex(
    r"[0-9.]+\s?(?:mm|cm|nm|μm|微米|毫米|厘米|纳米|英?寸|吋|k?g|克|公斤|升|L|k?W|k?瓦|V|伏|Ah|安时|GB|TB)[\u4e00-\u9fff]{0,4}$"
)


def _without_leads(rest: str, site: Site) -> str:
    said = _THIS.sub("", rest.rstrip())
    before = ""
    while said != before:
        before = said
        for name in site.names:
            said = said.removeprefix(name)
        lead = _LEAD.match(said)
        if lead and not _is_measure_alone(said):
            said = said[lead.end() :]
        said = _AFTER_DATE.sub("", said)
    for name in site.names:
        if name in said[1:] and not _SPECIFIED.search(said.partition(name)[0]):
            said = said.split(name)[-1].removeprefix("的") or said
    return said


def _shortened(said: str) -> str:
    """At most so many characters, cut where a phrase ends."""
    if said in {"截", "截至"}:
        return ""
    if len(said) > MOST:
        parts = re.split("和|与|对|在|从|向|将|把|以|为|能帮|可", said)
        said = parts[-1] if len(parts[-1]) > 2 else said
    return said[-MOST:]


_TOLD = frozenset("实现 录得 报告 公布 披露".split())


def _is_compound(said: str, found: re.Match[str]) -> bool:
    """Whether a verb is part of a noun: 发行规模, 完成率, 持有人数."""
    behind = said[found.end() :]
    return (found.start() > 0 or found[0] not in _TOLD) and behind in {
        "量",
        "率",
        "数",
        "额",
        "规模",
        "人数",
        "价",
        "成本",
        "金额",
        "总额",
        "费用",
        "价格",
        "息率",
        "息比率",
        "比例",
        "比率",
    }


def _is_measure_alone(said: str) -> bool:
    return said in words.MEASURES or (
        len(said) < 4 and said.endswith(words.MEASURES) and said[:1] in "年月日每本"
    )
