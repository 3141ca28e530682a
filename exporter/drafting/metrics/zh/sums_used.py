"""What a sum is used for, where that stands behind it: 以|2亿元|回购股份."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_USE = regex(
    r"^的?(?:自有|闲置|自筹|募集|超募)*(?:资金|现金)?(?:来|用于|用来|去|对|向)?(?P<verb>回购|收购|购买|买入|升级|改造|投建|兴建|建设|扩建|新建|偿还|补充|认购|购置|投资|增资|研发|买下|购得|竞得|拿下|购入)了?(?:[^，。；的]{0,6}的)?"
    r"(?P<thing>[\u4e00-\u9fff]{0,8}?)(?=[，。；、的约近逾超0-9]|$)"
)
# 以|1.35亿元|收购德国经销商Klarhorn 60%的股权
_DEAL = regex(
    "的?(?:自有|自筹|现金|对价|价格|总价)*(收购|并购|入股)了?(?=[^，。；]{0,40}(?:股权|股份|权益|业务|资产|公司))"
)
_LAND = regex("[块幅宗]地(?!区)|地块|宗地|土地")
_BY_MEANS = regex(
    r"(?:以|用|花了?|花费|拿出?|动用|使用|斥资?|准备|投入?)(?:约|近|超过?|不超过|不低于|不少于|总额|总计)*$"
)


def used_for(site: Site) -> str:
    """What is bought, built or paid with a sum."""
    if site.is_money and _BY_MEANS.search(site.tail) and (deal := _DEAL.match(site.behind)):
        return f"{deal[1]}金额"
    found = _USE.match(site.behind) if site.is_money else None
    if found is None or not _BY_MEANS.search(site.tail):
        return ""
    verb, thing = found["verb"], found["thing"]
    if verb in {"回购", "收购", "认购", "偿还", "增资", "投资"}:
        return f"{verb}金额"
    if verb in {"购买", "买入", "购置", "补充"}:
        return f"{verb}{thing}金额"
    if verb in {"买下", "购得", "竞得", "拿下", "购入"}:
        is_land = not thing and _LAND.search(site.text[: site.start]) is not None
        thing = re.sub("[一二两三四五六七八九十几多]+[所家座间处块幢栋条个]", "", thing)
        return "拿地金额" if is_land else f"{thing}购买金额"
    is_works = verb.endswith("建") and re.search(f"(?:{words.WORKS}|项目)$", thing) is not None
    return f"{thing}{'' if is_works else verb}投资额"


# 募资12.5亿元，其中|7.6亿元|用于沙特二期，2.9亿元用于巴西基地
_GOES_TO = regex("(?:将|拟|计划)?(?:用于|投向|投入)(?P<what>[^，。；、0-9]{2,12})(?=[，。；、]|$)")
_NO_NOUN_BEFORE = regex("(?:其中|另|另有|另外|其余|以及|和|[，、])*(?:的|约|近|不超过|不低于)*")


def going_to(site: Site) -> str:
    """What a part of a sum goes to."""
    found = _GOES_TO.match(site.behind) if site.is_money and site.before is not None else None
    is_bare = found is not None and _NO_NOUN_BEFORE.fullmatch(site.tail.strip()) is not None
    return f"{found['what']}投入金额" if found is not None and is_bare else ""
