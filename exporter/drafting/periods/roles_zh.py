"""What a period of a Chinese sentence does in it: whether it governs figures at all."""

import re

from exporter.drafting.periods import role_words as words
from exporter.drafting.periods.causes import cause_of
from exporter.drafting.periods.described import is_of_description
from exporter.drafting.periods.roles import Role
from exporter.drafting.periods.whens import When, is_day_or_month, is_relative
from exporter.engine.regex import regex


def role_zh(when: When, head: str, text: str) -> Role:
    """What a period does by the words before it, and those of all its sentence."""
    if words.FOUNDED_ZH.search(head) or words.FOUNDED_BEHIND_ZH.match(text, when.end):
        return Role.NONE
    if is_of_description(text, when.start, when.end) or words.AFTER_DEED_ZH.match(text, when.end):
        return Role.NONE
    if is_day_or_month(when) and words.REPORT_OUT_ZH.match(text, when.end):
        return Role.NONE
    if is_day_or_month(when) and words.ANNOUNCED_BEHIND_ZH.match(text, when.end):
        return Role.ANNOUNCED
    if _is_compared_zh(when, text):
        return Role.COMPARED
    if words.SUPERLATIVE_ZH.match(text, when.end) or _IS_RECORD.match(text, when.start):
        return Role.NONE
    if words.DEED_BEHIND_ZH.match(text, when.end) and (
        words.SINCE_DEED_ZH.search(head) or words.UNTIL_DEED_ZH.search(head)
    ):
        return Role.LOCAL
    is_local = words.OF_A_THING_ZH.match(text, when.end) or cause_of(when, text, "zh") is not None
    return Role.LOCAL if is_local else Role.MAIN


# 涨幅只有2.7%，是|近五年|最低: since when nothing was lower
_IS_RECORD = regex(
    "(?:近|最近|过去)[0-9一二两三四五六七八九十几]+(?:个?(?:年|季度|月|个月|财年))来?的?(?:历史)?(?:最[高低好差快慢大小多少弱强]|新[高低]|首次|首度|次[高低])"
)
COMPARING_ZH = regex(
    "(?:相比于?|相较于?|对比|较之?|比起?|[与同和跟]|从|由|对照|高于|低于|不及|优于|好于)"
    f"(?:其|在|{words.BETTER_DAYS_ZH}的?)?$"
)


AT_PEAK_ZH = (
    "(?:历史)?(?:最[高低]点?|[高低]点|高峰|顶峰|巅峰|峰值|低谷|谷底|旺季|淡季)(?:时期|期|时|价)?"
)
_NUMBER_ZH = "(?:约|近)?[0-9.一二两三四五六七八九十]+"
TIMES_ZH = regex(
    f"(?:同期|水平|年底|末)?的{_NUMBER_ZH}多?倍"
    "|(?:同期|水平|(?<=同期))的(?:约|近)?(?:一半|[一二两三四五六七八九十]分之|[一二三四五六七八九]成(?!本))"
    f"|{AT_PEAK_ZH}的{_NUMBER_ZH}(?:分之|成)"  # 不到2021年|高点的四分之一
)


# |而2023年|这一数字是37.4亿元
_CONTRAST_ZH = regex("(?:而|，)(?:在)?$")
_CONTRASTED_ZH = regex(
    "(?:年|同期|末|底)*，?(?:这一|该|此|相应|同口径)?(?:数字|数据|数值|指标|比例|比率|金额|水平)"
    "(?:是|为|则|仅|只)"
)


# 从|7月|起提价至12元: since when, and no level before
_FROM_THEN = regex("[初中底末]?(?:开始|起(?!步|点|初))")


# 恢复到|2019年同期|的78%: how much of it there is again
_RECOVERED_TO = regex("(?:恢复|回升|回到|修复)[到至]?了?(?:约|近)?$")
_PART_OF_IT = regex("(?:同期|水平)?的(?:约|近|逾|超过?)*[0-9.一二三四五六七八九]+(?:%|％|成|分之)")


def is_recovered_to(text: str, when: When) -> bool:
    """Whether a period is that of a level of which something has so much again."""
    is_to = _RECOVERED_TO.search(text[: when.start]) is not None
    return is_to and _PART_OF_IT.match(text, when.end) is not None


def _is_compared_zh(when: When, text: str) -> bool:
    if is_recovered_to(text, when):
        return True
    if _CONTRAST_ZH.search(text[: when.start]) and _CONTRASTED_ZH.match(text, when.end):
        return True
    if is_relative(when):  # 上个月，……: of all that follows
        is_alone = text.startswith(("，", ","), when.end) and not COMPARING_ZH.search(
            text[: when.start]
        )
        return not is_alone
    head = text[: when.start]
    if TIMES_ZH.match(text, when.end):
        return True
    cue = COMPARING_ZH.search(head)
    if cue is None:
        return False
    if cue[0][0] in "与同和跟":
        return words.COMPARED_BEHIND_ZH.match(text, when.end) is not None
    if cue[0][0] in "从由":
        return (
            "/" not in when.period
            and not _FROM_THEN.match(text, when.end)
            and re.match("[^，。；]{0,40}?[升降增减提扩缩涨跌攀变转至到]", text[when.end :])
            is not None
        )
    return True
