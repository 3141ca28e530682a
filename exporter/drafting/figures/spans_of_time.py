"""Spans of time by which a sentence says when something else is so, or for how long.

In the first six months, three years ago, 30-year bonds, 三年累计; the December half.
"""

import re
from fractions import Fraction

from exporter.drafting.figures.counted_zh import WORKING_DAYS
from exporter.drafting.figures.sizes import is_hyphened, is_size
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, Role
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.units import RATIO, SPANS_OF_TIME, TIME

_DAY = Fraction(86_400)
# Before a span: it says when, or for how long something else was so.
_WHEN_BEFORE = regex(
    r"\(\s*$|�rst\s*$|\b(?:first|last|past|next|the|previous|prior|preceding|recent|following|coming|every|each"
    r"|another|final|over|these|those|trailing|same|all|for the|in|after|nearly"
    r"|(?:due|payable|repayable|maturing|matures?|expir(?:ing|es?)) within)\s*$"
    r"|(?:过去|未来|(?<![到至为达要了经花])近|前|首|后|今后|最近|此后|连续|此前|今明|每|上|头|同期|历经|时隔|每隔|下|这|又|不到|接下来的?)\s*$",
    re.IGNORECASE,
)
# Behind it: 12 months before, three years ago, 一年内, 四周后, 三年累计, 30年期.
_WHEN_BEHIND = regex(
    r"\s*(?:ended|ending|before|earlier|ago|later|prior|previously|after|to|from|in a row"
    r"|running|straight|on|into|since|through|target|period)\b|['’]"
    r"|[期内后前来间里中累平年复底末初以之来同定]|(?:以来|期间|连续|合计|年化|国债|均|一度|一次|跌|涨|目标价|时间|保单|继续率|定期|存款|理财|移动|均线"
    r"|新[低高]|拆借|SHIBOR|LIBOR|LPR)",
    re.IGNORECASE,
)
# 成熟门店（开业满|三年|）的净利率, 库龄超过|一年|的存货: which ones are meant
_AGED = regex(
    "(?:开业|开店|成立|营业|运营|投产|入职|上市|使用|服役|账龄|房龄|车龄|库龄|船龄|机龄|工龄|从业|持有|加盟|合作|逾期)(?:时间|年限|期限)?"
    "(?:已|均|都|在)?(?:满|不足|未满|超过?|不到|逾|达|少于|多于|低于|高于)?$"
)
_AGED_BEHIND = regex("(?:以[上内下])?(?:[)）]|的[^，。；、]{1,10})")
_WEEKS = regex("week|周|星期", re.IGNORECASE)
_LASTS = regex(
    r"(?:[为达至到约超满卖需要撑够长用]|期限|超过|不少于|至少|最多|不到|低于|少于|近|生产|维持|支持|消化|使用"
    r"|运行|等待?|等了|花了?|历时|为期|质保|保修|保存|短)\s*$"
)
# What a length was before it moved to another one
_FROM_ZH = regex("[从由自](?:[^，。；0-9]{1,8}的?)?(?:近|约|超过?|将近|大约|不到|至少)?$")
_MOVED_ZH = regex(
    "(?:左右|上下|以上|多|出头)?(?:逐步|大幅|一路|进一步|快速|明显)?(?:拉长|延长|缩短|压缩|拖长|提[高升]|[升降增减变]"
    "|上升|下降|回落|恢复|扩大|收窄|放宽)[^，。；]{0,2}[到至为]"
)
_LASTS_BEHIND = regex(r"以[内上下]|之内|左右|多(?=[，。；])|有余|出头")
_QUARTERS = regex(
    r"^(?:an? (?:single|record|good|bad|strong|weak)|(?:two|four|five|six|seven|eight|nine|ten"
    r"|eleven"
    r"|twelve)) quarters?$",
    re.IGNORECASE,
)
_HALF_OF_YEAR = regex(
    r"\b(?:the|this|last|first|second|previous|each|-)\s(?:(?:\w+ing|same|prior|year-ago) )?$"
    r"|[上下半]$",
    re.IGNORECASE,
)
# The December half, a soft half; not: a good half of its sales
_NAMED_HALF = regex(
    rf"\b(?:{MONTHS_EN})[- ]$"
    r"|\b(?:[Aa]n?|[Aa]nother) [a-z]+(?<!\bin)(?<!\band) $"
    r"|(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he)|'s) (?:[\w-]+ ){0,2}?"
    r"(?:best|worst|record|(?!larg|bigg)\w+est) $"
)
_OF_A_WHOLE = regex(r"\s(?:of|as|an?|the|its|their)\b")


def is_span(figure: Figure, behind: str) -> bool:
    """Whether a figure is a span of time, if only one of working days."""
    return figure.dimension in SPANS_OF_TIME or WORKING_DAYS.match(behind) is not None


def says_when(figure: Figure, before: str, behind: str) -> bool:
    """Whether a span of time says when, or for how long; minutes and hours are measured.

    Args:
        figure: The span.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if figure.dimension == TIME and abs(figure.value) < _DAY:
        return False
    text, start = f"{before}{figure.text}{behind}", len(before)
    if figure.role in {Role.FROM, Role.TO} or was_length(text, start, start + len(figure.text)):
        return False  # 保修期由三年延长至六年
    is_age = _AGED.search(before) is not None and _AGED_BEHIND.match(behind) is not None
    if is_age or is_hyphened(figure) or is_size(figure, behind):
        return True
    has_digits = re.search("[0-9]", figure.text) is not None
    if not figure.text.isascii():
        lasts = _LASTS.search(before) is not None
        if lasts and _LASTS_BEHIND.match(behind):
            return False  # 缩短到两周以内
        if not has_digits and not lasts:
            return True  # 三年净利润
    is_short = figure.dimension == TIME and has_digits and not _WEEKS.search(figure.text)
    if not has_digits and figure.text[:1] in "一1oa半h":
        return True
    if _WHEN_BEFORE.search(before) and not is_short:
        return True
    behind = WORKING_DAYS.sub("", behind, count=1)
    return _WHEN_BEHIND.match(behind) is not None and not is_short


def was_length(text: str, start: int, end: int) -> bool:
    """Whether a span is how long something lasted before: 库存已从年初的近|三个月|降到一个半月."""
    is_first = _FROM_ZH.search(text[:start]) is not None
    return is_first and _MOVED_ZH.match(text, end) is not None


def is_half_of_a_year(before: str, behind: str) -> bool:
    """Whether a half is one of a year: the first half, the December half."""
    is_named = _NAMED_HALF.search(before) is not None and not _OF_A_WHOLE.match(behind)
    return _HALF_OF_YEAR.search(before) is not None or is_named or behind[:1] == "-"


def is_of_quarters(figure: Figure, behind: str) -> bool:
    """Whether quarters are those of years: in a record quarter, the first in seven quarters."""
    is_said = figure.dimension == RATIO and _QUARTERS.search(figure.text) is not None
    return is_said and not behind.startswith(" of")
