"""The noun of a Chinese clause without what leads to it: whose it is, when it was, who tells it."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.owner_words import product_in, without_owner
from exporter.drafting.metrics.zh.sites import MOST, Site, any_of
from exporter.drafting.metrics.zh.trims import folded_owner, from_its_head, without_rival
from exporter.drafting.metrics.zh.whole_words import BEGINS
from exporter.engine.regex import regex

_LEAD = regex(
    rf"(?!{BEGINS}|{any_of(words.NOT_LEADS)})(?:{any_of(words.LEADS)}|[\s“”\"‘’、,：:)）—-])"
)
_AFTER_DATE = regex(
    r"^级?以[上下内]的?|^(?:前后|前夕)(?=..)|^\s+(?:末|底|初|前|后|内(?!蒙)|中(?!国)|间|时|起|止|份|以来|以后|当天"
    r"|当日|期间|全年|年度?"
    r"|的)|^(?:较|比|相较)[^，]{2,10}(?=溢价|折让|折价)"
)
_INTRODUCED = regex(
    rf"(?:(?!派[送件单]|获[客奖]|预测(?:模型|系统|算法|引擎))(?:{any_of(words.REPORTING)}))了?"
)
_THIS = regex(
    r"^其(?![中他它余实])(?=[^的]{2,6}的[^，。；]{3,}$)|^(?:该|其(?![中他它余实])|此|这|本|上述)(?:[^的]{1,8}的|(?:药物?|产品|车型?|项目|模型|方案|疗法|基金|路线"
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
    if (given := _GIVEN_BY.search(said)) is not None:
        return f"{given['who']}贡献{given['what']}"
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
    if len(said) == 1 and _HAN.match(said) and said not in words.MEASURES and said != "股":
        return ""
    return "股价" if said == "股" else _shortened(said.strip('“”"‘’ 、：:()（）*'))


# 第一大客户“盒子鲜生”|贡献的收入|从5.6亿元降到
_GIVEN_BY = regex(
    "(?:^|[、的“])(?P<who>[^“”、的，\\s]{2,10})”?贡献的(?P<what>(?:营业|销售)?收入|营收|[净毛]?利润|销售额|订单|销量)$"
)
# 去年|末管理规模; 上一财年末|为: when, and no noun.
_END_OF_YEAR = regex(
    r"^[末底](?![期端步级盘部价仓层座线气色])|^[上前本]一?(?:个)?(?:财年|财政年度|年度|季度?|报告期)?[末底初]$"
)
_HAVING = regex(r"^(?:它|其)?在[^，。；]{1,6}?(?:共?拥?有|设有|布局)(?=[^所效])")
# 另一款产品|“康瑞达”收入
_PRODUCT_HEAD = regex(
    '^[^，。；“《]{0,8}(?:产品|新品|新药|药物|品牌|机型|车型|游戏|单品|系列|软件|平台)(?=[“《"])'
)
_HAN = regex("[\u4e00-\u9fff]")


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
    if found[0] == "发行" and behind.startswith(("收入", "业务", "毛利", "利润")):
        return True
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
