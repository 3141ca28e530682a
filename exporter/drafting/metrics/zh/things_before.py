"""What a bare number counts, as a number before it in the same sentence does.

关闭12家亏损门店，新开|38家|; 新开酒店386家，关闭|121家|.
"""

from exporter.drafting.metrics.zh.nouns import counted_noun
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
        before = earlier.before
    if classifier in _VEHICLES and _ACQUIRED.search(site.tail):
        return _VEHICLES[classifier]
    return "门店" if classifier == "家" and "开" in site.tail[-4:] else ""
