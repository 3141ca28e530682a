"""What a clause only points at: 该业务全年|毛利率| is of the business that was named before."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import OPEN, Site
from exporter.drafting.metrics.zh.words import WORKS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_WORKS = f"{WORKS}|项目"
_POINTS = regex(
    f"[该此](?P<kind>业务|板块|部门|分部|事业部|产品|业务线|产品线|系列|车型|机型|品类|{_WORKS})"
)
_WHEN = regex("^(?:今年|明年|全年|上半年|下半年|[一二三四]季度)的?")
# |前三季度|该业务收入24亿元
_ONLY_WHEN = regex(
    r"\s*(?:(?:(?:[0-9]{4}|[今去本])年)?(?:[前第]?[一二三四]个?季度|[上下]半年|全年"
    r"|前?[0-9一二三四五六七八九十]+个?月|[今去]年|报告期内?|期内|当季|当期)(?:内|末)?[，,]?)?"
)
# 该业务毛利率为35%，占公司收入的|42%|: no rate is a share of the revenue
_NO_PART = regex("^[^占]*(?:毛利率|净利率|利润率|增速|增长率)(?=占)")
# 泰国|建设了|新工厂; 湖南|各有一个|基地 is none of which more can be told
_BUILT = regex("(?:投资)?(?:建设|新建|兴建|投建|建成)了?(?:一[座个家条])?(?=..)")
_SEVERAL = regex("[各几多两]|一[座个家条]")
# 公司加大对|家电业务
_LEAD = regex("^.*(?:[对把将向在的]|加大|发展|布局|出售|扩大|聚焦|位于)(?=..)")


def pointed_at(site: Site, guess: Guess[str]) -> Guess[str]:
    """A name with what the words before its clause say that 该业务 is; a doubt where none does."""
    guess = replace(guess, value=_NO_PART.sub("", guess.value))
    found = _POINTS.search(site.text, site.clause, site.start)
    if found is None and (led := _goes_on(site)) and guess.value.startswith(led["kind"]):
        return replace(guess, value=guess.value.removeprefix(led["kind"]))
    if found is None or guess.doubt:
        return guess
    kind, said = found["kind"], f"{site.earlier}{site.text[: found.start()]}"
    measure = _WHEN.sub("", re.sub(f"^[该此]?{kind}(?!收入占)", "", guess.value))
    named = re.findall(f"(?:^|[，。；：、和与及])([^，。；：、和与及0-9]{{2,12}}?{kind})", said)
    if not named and kind == "项目":  # 泰国工厂一期已投产，该项目总投资9亿元
        named = re.findall(
            f"(?:^|[，。；：])([^，。；：、0-9]{{2,10}}?(?:{_WORKS})(?:[一二三四]期)?)", said
        )
    owner = base_of(_BUILT.sub("", _led(named[-1], kind)), site) if named else ""
    owner = "" if kind in _WORKS and _SEVERAL.search(owner) else owner
    if len(owner) > len(kind) and not owner.startswith(("该", "此", "各", "其")):
        return replace(guess, value=f"{owner}{measure}")
    is_first = _ONLY_WHEN.fullmatch(site.text[: found.start()]) is not None or _names_one_here(
        site, found.start()
    )
    if is_first and _names_one(site):
        return replace(guess, value=measure or guess.value)
    return Guess(guess.value if guess.value == measure else f"{kind}{measure}", OPEN)


def _goes_on(site: Site) -> re.Match[str] | None:
    """What an earlier clause points at, and somebody named is: 该业务收入24亿元，增长|26%|."""
    found = _POINTS.search(site.text, 0, site.start)
    is_first = found is not None and _ONLY_WHEN.fullmatch(site.text[: found.start()]) is not None
    return found if is_first and _names_one(site) else None


# 公司|位于|河内的新工厂: where works are is part of their name
UP_TO_PLACE = regex("^.*(?:位于|设在|坐落于?|落户于?|地处)")


def _led(named: str, kind: str) -> str:
    """What is named without what leads to it."""
    placed = UP_TO_PLACE.sub("", named)
    return placed if kind in _WORKS and placed != named else _LEAD.sub("", named)


def _names_one(site: Site) -> bool:
    """Whether what is said before is of somebody known, who is what this one points at."""
    return any(name in site.earlier for name in site.names if name not in {"公司", "集团"})


def _names_one_here(site: Site, end: int) -> bool:
    """Whether its own sentence points at the same before: 该部门员工1200人，该业务|营业利润|."""
    return _POINTS.match(site.text) is not None and end > 0
