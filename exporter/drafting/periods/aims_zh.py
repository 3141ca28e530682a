"""What Chinese text means to come without a word for that beside the figure.

What a market had expected; a target before it was revised (出货目标下调至21GWh，此前为|25GWh); a
bound of a year that is not over (全年资本开支|不超过9亿元); a multiple of its earnings.
"""

import re

from exporter.drafting.model import Setting
from exporter.drafting.names.expected import expects_of_it
from exporter.drafting.names.market_forecasts_zh import is_of_market_zh
from exporter.drafting.periods.by_publication import may_be_open
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period
from exporter.facts.words import Status

_EARLIER = "[，（][而其]?(?:此前|先前|原先|原来|之前|早前|原)的?"
# 资本开支22亿元，低于年初计划的|26亿元
BELOW_EARLIER = (
    "(?:低于|高于|少于|多于|超过|不及|小于|大于)(?:公司)?(?:此前|年初|原先?|之前|先前|早前)的?"
    "(?P<aim>计划|目标|预算|指引)的(?:约|近)?"
)
# 低于年初提出的|42亿元|目标
_SET_EARLIER = regex(
    "(?:低于|高于|少于|多于|超过|超出|不及|小于|大于|未能?达到?)了?(?:公司|其)?在?"
    "(?:此前|年初|原先?|之前|先前|早前|当初|最初|去年[底末]|上年末)时?"
    "(?:所?(?:提出|设定|制定|定下|给出|确定|公布|下达|发布|立下|宣布|拟定)的?|的)?(?:约|近|逾|至少)?$"
)
_AIM_BEHIND = regex(
    "[辆台家座套件头人户部艘架张只]?(?:以上|左右)?的?(?:全年|年度|经营|业绩|增长|销售|销量|营收|收入|利润|产量|出货|交付)*"
    "(?P<aim>目标|计划|预算|指引)(?=[，。；、”）]|$)"
)
# 资本开支由此前计划的|12亿元|下调至9亿元; 将全年资本开支从12亿元下调至|9亿元
_WAS_AIMED = (
    "[从由](?:此前|之前|先前|原先|原来|年初|早前|原)的?(?:计划|目标|预算|指引|预期)的(?:约|近)?"
)
_REVISED = "(?:上调|下调|调[高低整升降减增]|上修|下修|修[正订]|削减|压减|压缩|缩减|砍)了?[至到为]"
_REVISED_TO = f"[从由][^，。；]*?[0-9][^，。；]{{0,6}}?{_REVISED}(?:约|近)?"
_EARLIER_AIM = regex(
    f"{BELOW_EARLIER}$|{_WAS_AIMED}$|{_EARLIER}(?:目标|计划|指引|预期|预测)则?(?:为|是|定为)(?:约|近)?$"
    f"|(?:目标|指引|计划|预算|预测)[^。；]{{0,24}}{_EARLIER}口?径?则?(?:为|是|定为|定在)(?:约|近)?$"
)
_PROMISED = "(?:不会|不应|不至于)(?:低于|少于|小于|超过|高于|多于|逾)[^，。；0-9]{0,3}$"
_WHOLE_YEAR = regex(
    "(?:全年|全年度|本年度|(?:今年|年内)(?!以来))[^，。；0-9]{0,14}?(?:不超过|不低于|不少于|不高于|不多于|不逾|控制在|限制在|目标|任务)[^，。；0-9]{0,3}$"
    f"|{_PROMISED}|(?:全年|全年度|本年度|今年)[^，。；0-9]{{0,14}}{_REVISED_TO}$"
    "|(?:完成|达成|实现)了?(?:全年|全年度|本年度)[^，。；0-9]{0,8}$"
)


def meant_zh(before: str) -> Status | None:
    """What the words before a figure say of it; None where they leave it to others.

    Args:
        before: What stands before the figure in its sentence.
    """
    if expects_of_it(before):
        return Status.ESTIMATE
    is_meant = _EARLIER_AIM.search(before) is not None or is_supposed(before)
    return Status.GUIDANCE if is_meant else None


# 全年|52亿元|的营收目标不变; 重申全年|8%|的增长指引
_AIM_OF = (
    "[辆台家座套件头人户部艘架张只]?(?:以上|左右)?的(?P<what>[^，。；、“”0-9的]{0,10}?)"
    "(?P<aim>目标(?!价|客户|用户|人群|市场)|计划|预算|指引)"
)
_KEPT = (
    "(?:仍然?|将|均|也|都|并|继续|暂时?|目前|保持|维持)*"
    "(?:不变|未变|没变|没有(?:改变|变化|调整)|未(?:作|做)?(?:改变|调整)|不(?:会|作|做)?(?:改变|调整|动摇))"
)
_IS_KEPT = regex(f"{_AIM_OF}{_KEPT}")
# 全年营收目标|52亿元|不变
_AIM_BEFORE = regex(
    "(?P<what>[^，。；、0-9]{0,12})(?P<aim>目标(?!价)|计划|预算|指引)(?:仍|为|是|的|约|在|至|于)*$"
)
_STAYS = regex(f"[辆台家座套件头人户部艘架张只]?(?:以上|左右)?的?(?:水平)?{_KEPT}")
_IS_AIM = regex(f"{_AIM_OF}(?=[，。；”]|$)")
_KEEPS = regex(
    "(?:维持|重申|坚持|坚守|保持|确认|上调|下调|提出|制定|设定|定下|给出|公布)了?(?!以来|后)[^，。；]{0,16}$"
)


def aim_told(before: str, behind: str) -> Status | None:
    """What a figure is that is aimed at, where the aim is kept, or set behind it; None for another.

    Args:
        before: What stands before the figure in its sentence, in simplified characters.
        behind: What stands behind it.
    """
    found = _IS_KEPT.match(behind) or (_IS_AIM.match(behind) if _KEEPS.search(before) else None)
    found = found or (_AIM_BEFORE.search(before) if _STAYS.match(behind) else None)
    if found is None:
        return None
    is_result = found["aim"] == "指引" or _OF_RESULTS.search(f"{before[-14:]}{found['what']}")
    return Status.GUIDANCE if is_result else Status.PLANNED


_OF_RESULTS = regex(
    "营收|收入|营业额|净利|利润|盈利|毛利|业绩|每股收益|资本开支|资本支出|费用率|销售额|产值|增长|增速"
)


def of_market(status: Status, text: str, start: int, setting: Setting) -> Status:
    """A status, and an estimate of a Chinese figure to come that is a market's: nobody plans it.

    Args:
        status: By the words of its sentence.
        text: Of the sentence, in simplified characters.
        start: Offset of the figure's first digit or sign.
        setting: With the entities of the report.
    """
    if setting.lang != "zh" or status not in {Status.PLANNED, Status.GUIDANCE}:
        return status
    return Status.ESTIMATE if is_of_market_zh(text, start, setting.entities) else status


def aim_set_earlier(text: str, start: int, end: int) -> str:
    """By which word a figure is told to be what was aimed at before; "" for no such figure.

    全年营收约39亿元，低于年初提出的|42亿元|目标: 目标.

    Args:
        text: Of its sentence, in simplified characters.
        start: Of the figure.
        end: Of the figure.
    """
    behind = _AIM_BEHIND.match(text, end)
    is_earlier = behind is not None and _SET_EARLIER.search(text[:start]) is not None
    return behind["aim"] if behind is not None and is_earlier else ""


def is_valued_at(before: str, period: str, setting: Setting) -> bool:
    """Whether a multiple is of the earnings of a year that is not over: 对应2026年|30倍PE."""
    return bool(period) and _OF_A_YEAR.search(before) is not None and may_be_open(period, setting)


_OF_A_YEAR = regex("对应(?:20[0-9]{2}|[今明后])年(?:[^，。；0-9]{0,8})$")


def is_of_open_year(before: str, period: str, setting: Setting) -> bool:
    """Whether a bound or a target is set for a whole year that is not over.

    Args:
        before: What stands before the figure in its sentence.
        period: Of the figure, as facts write it.
        setting: With the day on which the source appeared.
    """
    if not period and setting.lang == "zh":
        return is_promised(before)
    is_whole = setting.lang == "zh" and _WHOLE_YEAR.search(before) is not None
    points = (parse_period(period) or ()) if is_whole else ()
    return len(points) > 0 and not points[-1].is_fiscal and may_be_open(period, setting)


def is_promised(before: str) -> bool:
    """Whether a bound is said to hold, in no period that is said: 分红率不会低于|50%."""
    return re.search(_PROMISED, before) is not None


# 将全年资本开支从|12亿元|下调至9亿元; nothing of what rose or fell: 全年收入从12亿元增至9亿元
_OF_YEAR_FROM = regex("(?:全年|全年度|本年度|今年)[^，。；0-9年]{2,14}[从由](?:约|近)?$")
_IS_REVISED = regex(f"[^，。；0-9]{{0,4}}{_REVISED}")


def starts_revision(text: str, start: int, end: int) -> bool:
    """Whether a figure is what was meant to be in a year before that was revised."""
    is_of_year = _OF_YEAR_FROM.search(text[:start]) is not None
    return is_of_year and _IS_REVISED.match(text, end) is not None


_ROOM_BEHIND = regex("(?:左右|以上)?的?(?:潜在)?[\u4e00-\u9fff]{2}空间")


def is_of_no_year(text: str, start: int, end: int) -> bool:
    """Whether Chinese words tell of what is promised, may come, or has room, at no time."""
    before = text[:start]
    is_room = _ROOM_BEHIND.match(text, end) is not None
    return is_room or is_promised(before) or is_supposed(before)


# 若关税上升，毛利率可能下降|2个百分点
_SUPPOSED = regex(
    "(?:^|[，。；“：])(?:如若|若(?!干)|如果|假如|倘若|一旦|假设|假定)[^。；]*，[^。；]*?"
    "(?:可能|或将|或会|或(?=[再进下上增减降升])|将|会|有望|预计)[^，。；0-9]{0,16}$"
    "|可能(?:会|将|要)?(?:再|进一步|继续|环比|同比)*(?:上升|下降|下滑|回升|[提抬]升|提高|[上下]调|收窄|扩大|增|减|达|超|降|升|回落|上涨|下跌)[^，。；0-9已]{0,8}$"
)


def is_supposed(before: str) -> bool:
    """Whether a figure is what may come to be: 若关税上升，毛利率可能下降|2个百分点."""
    return _SUPPOSED.search(before) is not None


# 此前公司预计净利润|2000万元，现预计|…
_ONCE = regex(
    "(?:此前|先前|原先|早前|之前|原本)(?P<who>[^。；，0-9]{0,8})(?:预计|预期|预告|指引)(?!相|值|的)"
    "(?P<said>[^。；]*)$"
)
_NOW = regex(
    "[^。；，]*，(?:[^。；，]*，)?[而但]?(?:公司)?(?:现|目前|最新|如今|现在)(?:公司)?(?:已|则|将)?"
    "(?:预计|预期|预告|指引|(?:修正|调整|下调|上调|改|修订)(?:为|至))"
)
_OTHERS = regex("市场|分析师|券商|机构|该行|一致|我们|行业|协会")


def is_replaced(text: str, start: int, end: int) -> bool:
    """Whether a company had guided to a figure, and guides to another now."""
    once = _ONCE.search(text[:start])
    if once is None or _OTHERS.search(once["who"]) or _NOW.match("，" + once["said"]):
        return False
    return _NOW.match(text, end) is not None
