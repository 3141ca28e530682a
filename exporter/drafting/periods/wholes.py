"""Figures without a period of their own: parts of another figure, sums of plans and deals."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.repurchases import is_buyback_decided
from exporter.drafting.periods.roles import Read, Span
from exporter.engine.regex import regex

# 41,870 vehicles, |of which| more than 29,000; $655 million, |or| 45% of estimates
_OF_IT = regex(
    rf"(?:(?:[^;.]|\.(?=[0-9])){{0,90}}?,? of (?:which|whom) (?:the [a-z]+ )?{ABOUT}\W?"
    r"|(?:[^,;.]|[.,](?=[0-9])){0,60}?,? (?:or|equal to|equivalent to|equating to|corresponding to"
    r"|representing|which (?:is|was) (?:equal|equivalent) to|which equals"
    rf"|at an average(?: [a-z]+){{0,2}} of) (?:an? )?{ABOUT}\W?"
    r"|(?:[^;.]|[.](?=[0-9])){0,60}?,? (?:(?:rather|far|much|slightly|well|somewhat) )?"
    r"(?:(?:(?:more|less) than )?(?:double|twice|triple|treble|half)"
    r"|(?:more|less|higher|lower|better|worse|faster|slower|fewer) than) the \W?)"
)
# 总投资约|28亿元: of a plan or a deal, and no period
_SUM_ZH = regex(
    "(?:总投资|投资总?额|总造价|工程造价|(?<!新签)(?<!签订的)(?:协议|合同|合约|订单|方案的?资金|回购资金|首付款及里程碑"
    "|里程碑付款|募资|募集资金|授信|授权)总?(?:金额|额度|额|对价|价款|作价)|交易(?:总?对价|作价|价款)|回购金额"
    "|首付款)(?:[^，。；0-9]{0,10})$"
)
# What is built, whenever it was: 占地|1150亩; 按设计，一期年产能为|12GWh
_SITE_ZH = regex("(?:占地(?:总?面积)?|建筑(?:总?面积))[^，。；0-9]{0,4}$")
_BY_DESIGN_ZH = regex(
    "(?:按照?(?:设计|规划)，?|(?:设计|规划|核定))[^，。；0-9]{0,8}(?:产能|能力)[^，。；0-9]{0,4}$"
)
# 预计四季度试产，达产后年收入|13亿元|: once it is at work, and not in that quarter
_ONCE_AT_WORK = regex(
    "(?:^|[，。；])(?:该?项目|工厂|基地|全部|全面|完全)*(?:达产|满产|投产|建成|完工|投运|运营)(?:之?后|年)(?:[^。；]{0,36})$"
)
# 年产|5万吨|染料项目
_YEARLY = regex(
    "年产能?[约近逾]?[0-9][0-9.,]*[万亿]?[^，。；0-9的]{1,3}的?[^，。；的0-9]{0,14}?(?:项目|工厂|新厂|[组装制总分]+厂|基地|产线|生产线|装置)"
)
# 去年11月动工的产线总投资|42亿元: the day is the start's
_OF_BUILT_ZH = regex(
    "(?:动工|开工|启动|奠基|投产|建成|落成|获批|立项|启用|开业|试产|封顶|签约)的[^，。；0-9]{2,20}$"
)
# 产线预计三季度投产，公司持股|65%|: today, and not when that starts
_STAKE_ZH = regex(
    "(?:预计|计划|拟|将)[^。；]*?(?:投产|建成|成立|达产|开工|落成|投用|完工|开业|启用)[^。；]*，"
    "[^，。；0-9将拟计后]*(?:持股|占股|持有(?=[^，。；]*$))[^，。；]*$"
)
# approved a share |buyback programme of up to| $500 million
_SUM_EN = regex(
    r"\b(?:approved|authori[sz]ed|announced|unveiled) (?:an?|its|the) (?:[\w-]+ ){0,4}"
    rf"(?:buy-?back|repurchase)s?(?: [a-z]+)? (?:of|for|worth) {ABOUT}\W?$"
)

# The vessel cost roughly | $1.1bn |, whenever that is paid; not: cost | $2m | to repair
_BOUGHT_EN = regex(
    r"^(?:The|Each) (?:new )?(?:vessel|ship|ferry|tanker|aircraft|plane|jet|helicopter|train)"
    rf" (?:will have )?costs? {ABOUT}\W?$"
)
_TO_DO_EN = regex(r"[^;]*? (?:to [a-z]+|in fuel|an? (?:day|year|month|trip))\b")


# £412.6m (2025: £382.0m), or |6%|: the aside is of another year, the part is not
_ASIDE = regex(r"\s?\([^()]*\)")


def whole_of(read: Read, start: int) -> Span | None:
    """The figure before, of which the one that begins at `start` is a part, or another measure."""
    asides = [aside.span() for aside in _ASIDE.finditer(read.text, 0, start)]
    before = [
        span
        for span in read.figures
        if span[1] <= start and not any(first < span[0] < last for first, last in asides)
    ]
    if read.lang != "en" or not before:
        return None
    end = before[-1][1]
    gap = _ASIDE.sub("", read.text[end:start])
    own = [one for one in read.whens if not any(first < one.start < last for first, last in asides)]
    is_said = any(end <= when.start < start for when in own)
    return before[-1] if not is_said and _OF_IT.fullmatch(gap) else None


def is_dated_by_start_of_works(read: Read, start: int) -> bool:
    """Whether a date beside a figure of something built only says when its works began."""
    return read.lang == "zh" and _OF_BUILT_ZH.search(read.text, 0, start) is not None


def _year_before(head: str) -> int:
    """Where the last 年产 begins before a figure; its own offset where there is none near."""
    at = head.rfind("年产", max(0, len(head) - len("年产能约")))
    return at if at >= 0 else len(head)


def is_sum_of_plan(read: Read, start: int, end: int) -> bool:
    """Whether the figure is the sum of a plan or a deal, whose own words say no period."""
    head = read.text[:start]
    if read.lang == "zh":
        own = re.split("[，。；]", head)[-1]
        is_planned = _BY_DESIGN_ZH.search(re.split("[。；]", head)[-1]) is not None
        is_planned = is_planned or _ONCE_AT_WORK.search(head) is not None
        is_planned = is_planned or _YEARLY.match(read.text, _year_before(head)) is not None
        is_planned = is_planned or _STAKE_ZH.search(head) is not None
        return is_planned or _SUM_ZH.search(own) is not None or _SITE_ZH.search(own) is not None
    is_bought = _BOUGHT_EN.search(head) and not _TO_DO_EN.match(read.text, start)
    is_decided = is_buyback_decided(read.text, start, end)
    return bool(is_bought) or is_decided or _SUM_EN.search(head) is not None


# Expects the closure to save | $60 million | a year: once it is done, and not in the quarter
_TO_SAVE_EN = regex(
    r"\b(?:expects?|expected|should|will|would|could)\b[^,;.0-9]{0,40}\bsave "
    rf"(?:it |them )?{ABOUT}\W?$"
)
_A_YEAR_EN = regex(r"(?: [a-z]+)? (?:(?:a|per|each|every) year|annually)(?=[.,;]|$| and\b)")


def is_saved_each_year(read: Read, start: int, end: int) -> bool:
    """Whether a figure is what is to be saved in each year to come, and of none."""
    if read.lang != "en" or not _A_YEAR_EN.match(read.text, end):
        return False
    return _TO_SAVE_EN.search(read.text[:start]) is not None
