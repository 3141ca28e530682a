"""What a bare number counts, as a number before it in the same sentence does.

关闭12家亏损门店，新开|38家|; 新开酒店386家，关闭|121家|.
"""

from exporter.drafting.metrics.zh.nouns import counted_noun
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.nouns import is_noun

# 新开酒店386家，关闭|121家|，净增265家: what was done with others of the same
_THING_DONE = regex("(?:新开|新增|新设|关闭|关停|净增|开设|新建)(?P<thing>[^数量]{2,6})数")


def thing_done_before(site: Site, classifier: str) -> str:
    """What something else was done with in the same sentence; "" for nothing."""
    before = site.before
    if before is None or not classifier or before.noun[:1] != classifier:
        return ""
    found = _THING_DONE.fullmatch(site.name(at_figure(site, before)).value)
    return found["thing"] if found is not None else ""


# 新开酒店412家，关闭137家。公司计划|再开|450家: what a sentence before opens or closes
_OPENED = regex(
    "(?:新开业?|开出|开设|新增|关闭|关停|净增|在营|运营)(?P<thing>(?!门店)[\u4e00-\u9fff]{2,4}?)(?:达到?|共有?|约|近|逾|超过?|了)*[0-9][0-9,]*(?P<how>[家间座个])"
)
_OPENS = regex(
    "(?:新开业?|(?:再|又|加|多|拟|将|计划)[开关]|关闭|关停|关掉|净增|开出|开了)了?[约近逾]?$"
)


def opened_before(site: Site, classifier: str) -> str:
    """What the sentences before told of opening, where this one leaves it out; "" for nothing."""
    if not classifier or not _OPENS.search(site.tail):
        return ""
    told = list(_OPENED.finditer(f"{site.earlier}{site.text[: site.start]}"))
    return told[-1]["thing"] if told and told[-1]["how"] == classifier else ""


_ACQUIRED = regex("(?:引进|购入|购置|订购|租入|租赁|退役)了?[^，。；]{0,3}$")
_VEHICLES = {"架": "飞机", "辆": "车辆", "艘": "船舶"}


def thing_before(site: Site, classifier: str) -> str:
    """What the last figure with the same classifier counts: 关闭12家亏损门店，新开|38家."""
    before = site.before
    while before is not None and classifier:
        earlier = at_figure(site, before)
        its, noun = counted_noun(earlier)
        if its == classifier and noun:
            return next((noun[-n:] for n in (2, 3) if is_noun(noun[-n:])), noun)
        base = said_of(earlier).base if before.noun == classifier else ""
        if thing := next((base[-n:] for n in (3, 2) if is_noun(base[-n:])), ""):
            return thing  # 公司经销商|1846家|，新增173家
        before = earlier.before
    if classifier in _VEHICLES and _ACQUIRED.search(site.tail):
        return _VEHICLES[classifier]
    return "门店" if classifier == "家" and "开" in site.tail[-4:] else ""
