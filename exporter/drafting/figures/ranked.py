"""Ordinals that say which place somebody has among others: the second-largest, 位列第三.

Those that only tell things apart are no places: the No. 4 blast furnace, 第二代电芯, 第一大客户.
"""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

_RANKED = regex(
    r"\b(?:no|nr|number)\b|#|第[^，。]{1,3}[大高强]|[名居列跻升排位]\S{0,4}第|名$|-(?:largest|biggest)",
    re.IGNORECASE,
)
_IS_RANKED = regex(
    r"\b(?:is|are|was|were|be|been|becomes?|became|remains?|ranks?|ranked|now|as|into|make|makes)"
    r"\s(?:[\w'’-]+\s){0,3}$"
)
_RANKED_BEHIND = regex(
    r"[\s-]*(?:largest|biggest|highest|most|best|leading|place|ranked|fastest"
    r"|in the (?:world|country|market))|[大高名位]",
    re.IGNORECASE,
)
_CLAUSE_END = regex("[，。；、：！？]|$")
# What is told apart by numbers, and not ranked.
_WORKS = (
    r"(?:furnaces?|reactors?|units?|lines?|mills?|mines?|pits?|shafts?|docks?|berths?|terminals?"
    r"|turbines?|boilers?|kilns?|smelters?|potlines?|wells?|blocks?|platforms?|trains?|buildings?"
    r"|presses|press|machines?|warehouses?|runways?|towers?|crushers?|converters?|casters?|ovens?"
    r"|batter(?:y|ies)|plants?|factory|sites?|tanks?|piers?|gates?|hangars?|fabs?|quarr(?:y|ies))"
)
_NUMBERED = regex(r"(?:No\.?|number|#)\s?$", re.IGNORECASE)
_WORKS_BEHIND = regex(rf"\s(?:[a-z][\w-]+\s){{0,3}}?{_WORKS}\b", re.IGNORECASE)
_WORKS_BEFORE = regex(rf"\b{_WORKS}\s(?:No\.?|number|#)?\s?$", re.IGNORECASE)
# Company announcement no. 12: what is numbered as it comes out
_PAPERS_BEFORE = regex(
    r"\b(?:announcement|release|notice|circular|bulletin|report|statement|newsletter|newswire|decree"
    r"|resolution|regulation|directive|edition|issue|appendix|annex|exhibit|note|case|docket)s?,?"
    r"\s(?:No\.?|number|#)?\s?$",
    re.IGNORECASE,
)
# Which of its own parts something is, and no place among others.
_OWN_BEFORE = regex("(?:公司|集团|我们|本行|该行|我司|企业|[其它])的?(?:目前|现在)?的?$")
_OWN_BEHIND = regex(
    "大(?:的)?(?:海外|境外|单一)?(?:收入|营收|利润|业绩|销售|增长|盈利|出口)?(?:来源|业务|板块|产品|市场|客户|供应商|股东|品类|渠道|支柱|引擎|单品|基地|大股东)"
)
# Always of one's own: 成为第一大业务, 其中第一大客户占比22%
_OWN_PART = regex("大(?:的)?(?:单一)?(?:业务|板块|客户|供应商|(?:收入|营收|利润)来源)")

# What somebody cares for most: 把安全放在第一位, 服务永远是第一位的
_SET_FIRST = regex(
    "[放摆置搁](?:在|于|到)(?:了)?$"
    "|[把将](?![^，。；]*(?:提升|推|带|送|做|挤|列为))[^，。；]{1,24}[排列视看](?:在|到|于|得|作|为|成)$"
)
_IS_ALWAYS = regex("(?:永远|始终|一直|总|才|都|从来|必须|应该|应当|首先)[是居]?$")
_PLACE = regex("位(?:的|$|[，。；！”])")


def _is_cared_for(before: str, behind: str) -> bool:
    is_always = _IS_ALWAYS.search(before) and _PLACE.match(behind)
    return _SET_FIRST.search(before) is not None or is_always is not None


def is_rank(figure: Figure, before: str, behind: str) -> bool:
    """Whether an ordinal says which place somebody has.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    is_said_of = _IS_RANKED.search(_NUMBERED.sub("", before)) is not None
    if not is_said_of and (_WORKS_BEHIND.match(behind) or _WORKS_BEFORE.search(before)):
        return False  # the No. 4 blast furnace
    if _PAPERS_BEFORE.search(before) or _is_cared_for(before, behind):
        return False
    if _OWN_PART.match(behind) or (_OWN_BEFORE.search(before) and _OWN_BEHIND.match(behind)):
        return False  # 公司第一大收入来源
    said = f"{before[-6:]}{figure.text}"
    if _RANKED.search(said) is not None:
        return True
    if figure.text.startswith("第"):  # 第三代, and 第一 at a clause's end
        is_first = not before[-1:].strip("，。；、：！？")
        if behind.startswith("代"):
            return False  # which one is meant: 第二代电芯
        if _CLAUSE_END.match(behind) and not is_first:
            return True
    is_counted = figure.text.isascii() or figure.text.startswith("第")
    if figure.text.isascii() and _RANKED.search(said) is None and not _IS_RANKED.search(before):
        return False  # Britain's second-largest distributor, said in passing
    return is_counted and _RANKED_BEHIND.match(behind) is not None
