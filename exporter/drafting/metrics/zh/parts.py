"""The part of a whole that was named before: 研发开支4亿元，其中约|六成|投向固态电池."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import subject_before
from exporter.drafting.metrics.zh.nouns import noun_in
from exporter.drafting.metrics.zh.said import stripped
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

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


def by_part(site: Site) -> Guess[str] | None:
    """The share that a part has, by what becomes of it or where it comes from."""
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
