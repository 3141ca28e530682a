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
    if site.figure.dimension != RATIO:
        return None
    clause = site.without_dates(site.clause, site.start)
    tail = site.tail
    if (
        "占" in tail
        and (change := CHANGE.search(tail))
        and (change["to"] or change["word"].endswith("至"))
    ):
        tail = tail[: change.start()]
    found = _OF_WHOLE.search(tail)
    if (aim := re.search("(?:完成|达成)了?([^，。；]{0,6}目标)的$", tail)) is not None:
        return Guess(f"{base_of(aim[1], site)}完成率")
    if re.search("裁员(?:约|近|超过?|至多)*$", tail):
        return Guess("裁员比例")
    if (behind := share_behind(site)) and (
        who := re.search(r"([^，。；]*)(?:贡献|带来)了?(?:约|近|超过?|逾)*$", tail)
    ):
        owner = base_of(who[1], site) or subject_before(site)
        return Guess(f"{owner}占{behind}比重")
    given = _GIVEN.search(tail)
    if given is not None:
        return Guess(f"{base_of(given['who'], site)}占{base_of(given['whole'], site)}比重")
    if found and not re.search(r"占[地用]|占比[^，。]*占比", found[0]):
        whole = base_of(found["whole"], site) if found["whole"] else ""
        if whole in {"比", "率"}:
            whole = ""
        subject = base_of(stripped(tail[: found.start()])[0], site) or subject_before(site)
        if not whole and (behind := share_behind(site)):
            whole = behind
        if whole in {"市场", "市场份额"}:
            return Guess(f"{subject}市场份额"[-MOST:])
        return Guess(
            f"{subject}占{whole}比重" if whole else f"{subject}占比", "" if subject else OPEN
        )
    if re.match(r"的?(?:股权|股份|股本|权益)(?!激励|质押)", site.right) and any(
        word in clause for word in words.HAS_STAKE
    ):
        return Guess("持股比例")
    moved = said_of(site)
    if (
        (behind := share_behind(site) or _right_noun(site))
        and moved.by
        and moved.change
        and (not moved.base.endswith(tuple(words.MEASURES)))
    ):
        return Guess(name_of_change(replace(moved, base=behind), site))
    if (behind := share_behind(site)) and not moved.change:
        said = said_of(site)
        verb = re.search(
            r"(?:来自|源于)([^，。；、]{1,8}?)(?:市场|地区|业务)?(?:[，。；、]|$)", site.right
        )
        if verb:
            return Guess(f"{verb[1]}{behind}占比")
        done = re.match(r"的" + re.escape(behind) + r"([^，。；、了]{2,6})[，。；、]", site.right)
        if done and not said.base:
            return Guess(f"{done[1]}{behind}占比"[:MOST], OPEN)
        if said.base.endswith(("完成", "实现", "答对", "覆盖")):
            return Guess(f"{behind}{said.base[-2:]}率")
        return Guess(f"{behind}占比", "" if not said.base else OPEN)
    return None


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
    found = re.match(r"的([^，。；、：的]{2,10})", site.right)
    if not found:
        return ""
    noun = noun_in(found[1])
    return noun if 1 < len(noun) < 8 else ""
