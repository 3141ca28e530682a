"""What a share of Chinese text is a share of, and whose it is."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.changes import name_of_change, subject_before
from exporter.drafting.metrics.zh.nouns import noun_in
from exporter.drafting.metrics.zh.said import CHANGE, base_of, said_of, stripped
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Site, any_of
from exporter.drafting.model import Guess
from exporter.evidence.phrases_zh import begins_rest
from exporter.facts.units import RATIO

_OF_WHOLE = re.compile(
    rf"占(?!比[^重例])(?:到|去|据|了)?(?P<whole>[^，。；占]{{0,14}}?)(?:的)?(?:比重|比例|份额"
    rf"|百分比|比|之比)?(?:{any_of(words.LINKS)}|\s)*$"
)


# 团购业务|贡献了|收入|的28%
_GIVEN = re.compile(
    r"(?P<who>[^，。；]+?)(?:贡献|带来|创造)了?(?:近|约|超过?)?(?P<whole>[^，。；]{2,8})的$"
)


def by_share(site: Site) -> Guess[str] | None:
    """A share of something: 占营收的43%, 43%的收入."""
    if site.figure.dimension != RATIO:
        return None
    tail, change = site.tail, CHANGE.search(site.tail)
    if "占" in tail and change and (change["to"] or change["word"].endswith("至")):
        tail = tail[: change.start()]
    name = _of_deed(site, tail)
    if name:
        return Guess(name)
    found = _OF_WHOLE.search(tail)
    if found and not re.search(r"占[地用]|占比[^，。]*占比", found[0]):
        return _of_whole(site, found, tail)
    clause = site.without_dates(site.clause, site.start)
    is_held = any(word in clause for word in words.HAS_STAKE)
    if is_held and re.match(r"的?(?:股权|股份|股本|权益)(?!激励|质押)", site.right):
        return Guess("持股比例")
    return _of_noun_behind(site)


def _of_deed(site: Site, tail: str) -> str:
    """A share that is named by what was done: a target reached, people let go, sales made up."""
    if (aim := re.search("(?:完成|达成)了?([^，。；]{0,6}目标)的$", tail)) is not None:
        return f"{base_of(aim[1], site)}完成率"
    if re.search("裁员(?:约|近|超过?|至多)*$", tail):
        return "裁员比例"
    behind, who = share_behind(site), _MADE_UP.search(tail)
    if behind and who:
        return f"{base_of(who[1], site) or subject_before(site)}占{behind}比重"
    given = _GIVEN.search(tail)
    if given is None:
        return ""
    return f"{base_of(given['who'], site)}占{base_of(given['whole'], site)}比重"


_MADE_UP = re.compile(r"([^，。；]*)(?:贡献|带来)了?(?:约|近|超过?|逾)*$")


def _of_whole(site: Site, found: re.Match[str], tail: str) -> Guess[str]:
    """What has which share of a whole: 电动车|占总销量的43%."""
    whole = base_of(found["whole"], site) if found["whole"] else ""
    if whole in {"", "比", "率"}:
        whole = share_behind(site)
    subject = base_of(stripped(tail[: found.start()])[0], site) or subject_before(site)
    if whole in {"市场", "市场份额"}:
        return Guess(f"{subject}市场份额"[-MOST:])
    return Guess(f"{subject}占{whole}比重" if whole else f"{subject}占比", "" if subject else OPEN)


def _of_noun_behind(site: Site) -> Guess[str] | None:
    """The share that a noun behind a figure has, or its change: 提升19%|的曝光量."""
    said, behind = said_of(site), share_behind(site)
    noun = behind or _right_noun(site)
    if noun and said.by and said.change and not said.base.endswith(tuple(words.MEASURES)):
        return Guess(name_of_change(replace(said, base=noun), site))
    if not behind or said.change:
        return None
    if (origin := _ORIGIN.search(site.right)) is not None:
        return Guess(f"{origin[1]}{behind}占比")
    done = re.match(r"的" + re.escape(behind) + r"([^，。；、了]{2,6})[，。；、]", site.right)
    if done and not said.base:
        return Guess(f"{done[1]}{behind}占比"[:MOST], OPEN)
    if said.base.endswith(("完成", "实现", "答对", "覆盖")):
        return Guess(f"{behind}{said.base[-2:]}率")
    return Guess(f"{behind}占比", OPEN if said.base else "")


_ORIGIN = re.compile(r"(?:来自|源于)([^，。；、]{1,8}?)(?:市场|地区|业务)?(?:[，。；、]|$)")


def _right_noun(site: Site) -> str:
    """A noun right behind a share, without 的: 节省50%|算力资源."""
    found = re.match(r"[\u4e00-\u9fff]{2,8}(?=[，。；、]|$)", site.right)
    noun = noun_in(found[0]) if found else ""
    is_whole = noun != "" and found is not None and noun == found[0] and not begins_rest(noun)
    return (
        noun
        if is_whole and not noun.startswith(("左右", "以上", "以下", "有余", "多", "至"))
        else ""
    )


def share_behind(site: Site) -> str:
    """The noun that a share is of, behind it: 43%|的收入."""
    found = re.match(r"的([^，。；、：的]{2,10})", site.right)
    if not found:
        return ""
    noun = noun_in(found[1])
    return noun if 1 < len(noun) < 8 else ""
