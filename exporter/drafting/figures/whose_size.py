"""Sizes by which a sentence says whom it means: companies with fewer than | 50 | staff.

They tell of nobody in particular, where "it owns companies with more than 5,000 staff" does.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import RATIO

_WHO = (
    r"(?:companies|firms|businesses|employers|enterprises|organi[sz]ations|corporations|start-?ups"
    r"|clients|customers|households|families|borrowers|investors|savers|users|retailers|suppliers"
    r"|landlords|farms|farmers|towns|cities|schools|people|workers|buyers|shoppers|drivers)"
)
_BOUND = (
    r"(?:fewer|less|more|greater|higher|lower) than|at least|at most|under|over|above|below"
    r"|up to|between"
)
_DETERMINERS = (
    r"its|their|our|his|her|the|these|those|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|some|few|other|all|both|own|owned|owns|bought|more|further|new"
)
# Whom somebody sells to, asks or speaks of: of those in general, without "two", "its", "the".
_SPOKEN_OF = regex(
    r"(?:^|[,;:“\"] ?|\b(?<!group )(?<!network )(?<!portfolio )(?<!family )"
    r"(?:among|amongst|at|for|to|by|of|from|in|between|across|with|help(?:s|ed)?|serv(?:es?|ed|ing)"
    r"|target(?:s|ed|ing)?|cover(?:s|ed|ing)?|require[sd]?|requiring|allow(?:s|ed|ing)?|lets?"
    r"|charg(?:es?|ed|ing)|exempt(?:s|ed|ing)?|that|where|while|and|or|only|most|many) )"
    rf"(?:(?!(?:{_DETERMINERS}) )[a-z][\w-]+ )?{_WHO} "
    r"(?:with|having|employing|that (?:have|employ|earn|own)|who (?:have|earn|own|spend)"
    r"|which (?:have|employ)|earning|making|spending) "
    rf"(?:an? (?:\w+ ){{0,3}}of )?(?:{_BOUND}) [$€£¥]?$",
    re.IGNORECASE,
)


# 使用超过|15年|的约110万台, 收入|1亿元|以上的有20家
_BOUND_ZH = regex("(?:超过?|满|不足|不到|低于|高于|大于|多于|少于|达到?|逾)了?$")
_THOSE_ZH = regex(
    "(?:年|岁|天|个?月)?(?P<bound>及?以[上下内])?的(?:约|有|共有?|近|逾|超过?|则|大约)*[0-9一二三四五六七八九十]+[0-9.万亿多余]*[家台人名个户座辆套件艘架位款]"
)


# 在成都经营|两家|加盟影城的罗先生说: who it is that speaks
_PERSON_BEFORE_ZH = regex(
    "(?:经营|开|拥有|管理|运营|代理|投资|加盟|手握|守|从业|干|做|打拼|住|跑|养|种)[着了]?(?:有|近|约|逾|超过|不到)?$"
)
_PERSON_ZH = regex(
    "[^，。；：]{0,12}?的(?:一[位名个])?[^，。；：的]{0,6}?(?:先生|女士|老板娘?|店主|店长|加盟商|经销商|经营者|投资人|业主|合伙人|司机|农户|养殖户|客人|顾客|从业者)"
    "[^，。；：]{0,16}?(?:说|称|表示|坦言|透露|介绍|感叹|抱怨|告诉|直言|回忆|吐槽)"
)


def is_whose_size(figure: Figure, text: str) -> bool:
    """Whether a number of a sentence says how large those are that it is about."""
    those = _THOSE_ZH.match(text, figure.end)
    if those is not None and (those["bound"] or _BOUND_ZH.search(text[: figure.start])):
        return True
    if _PERSON_BEFORE_ZH.search(text[: figure.start]) and _PERSON_ZH.match(text, figure.end):
        return True
    is_size = figure.dimension != RATIO
    return is_size and _SPOKEN_OF.search(text, 0, figure.start) is not None
