"""How many there are of a noun of Chinese text, and how much of what is done: 门店数, 订单量."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.sites import any_of
from exporter.engine.regex import regex

_LONG = [verb for verb in words.AMOUNTS if len(verb) > 1]
# 全行业共|揽收|快递包裹
_DONE_TO = regex(
    rf".*(?:共计?|累计|合计|总共)(?P<verb>{any_of(_LONG)})"
    r"(?P<thing>[^量额数]{2,})$"
)


# 青岛工厂|年产|空调, 工厂|产出|电芯
_MADE_AT = regex(
    r"(?P<who>[^，。；]{0,6}?(?:工厂|基地|厂区|园区|产线|车间|公司|厂)|)"
    rf"(?P<verb>年产|月产|日产|{any_of(words.MOVED)})(?P<thing>[^量能值额率数]{{2,}})$"
)
_NAMED = 3  # characters of a plant's name; 工厂 alone is none
_NOT_DONE = tuple("团队 人员 网点 渠道 员 店 人 队伍 公司 部门 站 中心 基地 工厂 车间 企业".split())
_MEANT = regex("(?P<deed>..)(?P<meant>指引|目标|预期|计划)$")


_NUMBERED = tuple(
    "量 数 额 率 人次 人数 规模 能力 指数 价 值 收入 量指引 量目标 额指引 额目标".split()
)


def with_number(noun: str, classifier: str = "") -> str:
    """How many there are of a noun: 门店数, 员工数, 订单量."""
    amount = _amount_of(noun)
    if amount:
        return amount
    noun = re.sub("^有(?![效形色机息线限])(?=..)", "", noun)
    if noun.endswith(_NUMBERED):
        return noun
    if classifier.endswith("次"):
        of = "次数" if classifier == "次" else classifier
        return noun if noun.endswith(of) else f"{noun}{of}"
    if classifier in words.OF_PEOPLE and noun.endswith(("团队", "队伍", "部门")):
        return f"{noun}人数"
    return f"{noun}数" if noun != "人" else "人数"


def _amount_of(noun: str) -> str:
    """The amount of what is done: 快递包裹揽收量, 交付量指引, 新车销量; "" where nothing is."""
    done, meant = _DONE_TO.match(noun), _MEANT.search(noun)
    if done is not None:
        return f"{done['thing']}{words.AMOUNTS[done['verb']]}"
    if meant is not None and meant["deed"] in words.AMOUNTS:
        return f"{noun[: meant.start()]}{words.AMOUNTS[meant['deed']]}{meant['meant']}"
    for verb in () if noun.endswith(_NOT_DONE) else words.MOVED:
        if noun.startswith(verb) and len(noun) > len(verb) + 1:
            return f"{noun[len(verb) :]}{words.AMOUNTS[verb]}"
    made = None if noun.endswith(_NOT_DONE) else _MADE_AT.match(noun)
    if made is not None:
        amount = words.AMOUNTS.get(made["verb"], f"{made['verb']}量")
        return f"{'' if len(made['who']) < _NAMED else made['who']}{made['thing']}{amount}"
    if noun in words.AMOUNTS:
        return words.AMOUNTS[noun]
    return noun[:-2] + words.AMOUNTS[noun[-2:]] if noun[-2:] in words.AMOUNTS else ""
