"""Sums of works, of which what follows tells when they open: 投资|12亿元|建设的基地明年投产.

The date is that of the opening, and the sum has none.
"""

import re

from exporter.drafting.marks import after_last
from exporter.drafting.periods.roles import Read
from exporter.engine.regex import regex

_PAID = regex("(?:总?投资额?|投入|斥资|耗资|出资|豪掷|砸)(?:了|约|近|逾|超过?|达|高达|为)*$")
_WORKS = (
    "(?:(?:投资|新|扩|改|兴|筹)?(?:建设|建造|建成|兴建|建|打造|改造|升级|开发|设立|布局)的|的)"
    "[^，。；的]{2,34}?"
)
_OPEN = (
    "(?:投产|启用|建成|竣工|开业|开工|复工|动工|落成|达产|投入使用|投用|投运|运营|完工|封顶|下线"
    "|交付|点火|投料|并网|试产|量产|试生产|试运行|通车|通航)"
)
_OPENS = regex(f"{_WORKS}{_OPEN}")
_IS_TO_OPEN = regex("预计|计划|将|拟|有望|力争")


def is_sum_of_works(read: Read, start: int, end: int) -> bool:
    """Whether a figure is a sum without a date of its own, for works that open at some time."""
    if read.lang != "zh":
        return False
    begin = after_last(read.text, "，。；", start)
    is_dated = any(begin <= when.start < start for when in read.whens)
    opening = _opening(read.text, start, end) or _opening_behind(read.text, start, end)
    return not is_dated and opening is not None


def are_works_to_come(text: str, start: int, end: int) -> bool:
    """Whether a figure of a Chinese sentence is the sum of works to open, or to be paid."""
    if _TOTAL.search(text[:start]) and _SO_FAR.match(text, end):
        return True
    opening = _opening(text, start, end) or _opening_behind(text, start, end)
    return opening is not None and _IS_TO_OPEN.search(opening[0]) is not None


# 总投资|112亿元，截至6月末已投入47亿元: the rest of it is yet to be spent
_TOTAL = regex("(?:总投资额?|投资总额|计划投资|总预算)(?:约|近|逾|超过?|达|高达|为)*$")
_SO_FAR = regex(
    "(?:左右|以上)?，(?:其中|公司|项目|目前|现)*(?:截至[^，。；]{2,12}?，?)?(?:目前|公司|项目|现)*"
    "(?:已经?累计|累计已|已经?|累计)(?:完成|实际)?(?:投入|投资|投|支出|支付|使用)"
)


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    begin = after_last(text, "，。；", start)
    return _OPENS.match(text, end) if _PAID.search(text[begin:start]) else None


# 总投资|1.5亿美元，计划2027年上半年建成; nothing of what is spent, or of a year: 已投资, 去年投资
_SPENT = regex("已|累计|完成|去年|今年|年|月|季|前期|目前")
# Works that have begun are paid for, whenever they open: 昨日开工，总投资126亿元，计划2030年投用.
_BEGUN = regex("开工|动工|奠基|破土|在建|启动|开建")
_OPENS_BEHIND = regex(
    f"(?:左右|以上)?(?:，(?:总?占地|规划|设计|总?建筑|年产|建设周期)[^，。；]{{2,16}}){{0,2}}"
    "，(?:该?项目|工厂|基地|一期|新厂)?(?:预计|计划|拟|将|有望|力争)(?:于|在|到)?"
    f"[^，。；]{{2,12}}?(?:前|底|初)?(?:全面|正式|部分|陆续)?{_OPEN}"
)


def _opening_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """What a clause behind a sum says of when its works are to open."""
    begin = after_last(text, "，。；", start)
    paid = _PAID.search(text[begin:start])
    if paid is None or _BEGUN.search(text, 0, start) or _SPENT.search(text, begin, start):
        return None
    return _OPENS_BEHIND.match(text, end)
