"""The noun behind a share, which it is of: 43%|的收入, 近七成|门店|实现盈利."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.changes import name_of_change
from exporter.drafting.metrics.zh.nouns import noun_in
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.phrases_zh import begins_rest


def by_noun_behind(site: Site) -> Guess[str] | None:
    """The share that a noun behind a figure has, or its change: 提升19%|的曝光量."""
    said, behind = said_of(site), share_behind(site)
    did = _WHO_DID.match(site.behind.removeprefix("的"))
    if did and not said.base and not said.change and noun_in(did["who"]) == did["who"]:
        return Guess(f"{did['will'] or ''}{did['deed']}{did['who']}占比")
    noun = behind or right_noun(site)
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


_WITHIN = regex(
    r"(?:都|均|能够?|可以?)*在?(?P<when>[^，。；]{2,8}?[内前])(?P<deed>[^，。；的了]{2,4})(?=[，。；了]|$)"
)
# 近七成|门店|实现|盈利
_WHO_DID = regex(
    r"(?P<who>[\u4e00-\u9fff]{2,6}?)(?:(?:已经?|都|均|也|实现了?|处于|属于|处在|在|能够?|可以?)+|(?P<will>打算|计划|准备|愿意|希望|选择))(?P<deed>[\u4e00-\u9fff]{2,6})(?=[，。；、]|$)"
)
_ORIGIN = regex(r"(?:来自|源于)([^，。；、]{1,8}?)(?:市场|地区|业务)?(?:[，。；、]|$)")


def right_noun(site: Site) -> str:
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
