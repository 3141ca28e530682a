"""The sign of a figure: 下降24.8% is negative, 亏损24亿元 leaves the sign to the metric."""

import re
from enum import Enum

from exporter.evidence.reading.hints import hint


class Direction(Enum):
    """What the words around a figure say of its sign."""

    AS_WRITTEN = "as written"
    DOWN = "down"
    EITHER = "either"


_BY = r"(?:了|幅度?|幅度为|超预期|达到?|约|为|近|超过?|逾|\s)*$"
_DOWN_ZH = re.compile(
    r"(?:下降(?!幅)|下滑(?!幅)|下跌|回落|下挫|走低|负增长|萎缩|缩水|倒退"
    rf"|(?<!涨)跌(?![破幅])|(?<![升涨])降(?![本幅])){_BY}"
)
# The measure may already be a decrease (降幅, 节省): its sign is the metric's affair.
_EITHER_ZH = re.compile(
    r"(?:减少|降低|削减|缩减|缩短|压缩|节省|节约|收窄|下调|裁减|减持|降幅|跌幅|减幅|收缩|流失|砍掉"
    r"|减亏|下降幅度|下滑幅度|降本)(?:(?![至到从由增升])[^，。；：\x00]){0,10}$"
)
_LOSS_ZH = re.compile(r"(?<!扭)亏(?!.*(?:盈利|净利|收入|营收))")
_FELL = (
    r"(?:f[ae]ll(?:s|en|ing)?|dropp?(?:ed|s|ing)?|declin(?:ed|es?|ing)|decreas(?:ed|es?|ing)|down"
    r"|slid|slipp(?:ed|ing)|slumped|plunged|tumbled|sank|shrank|shrunk|contracted|retreated|dipped"
    r"|weakened)"
)
_DOWN_EN = re.compile(
    rf"(?<![a-z]){_FELL}(?:\s+[a-z]+ly)?(?:\s+(?:by|of|an?|another|further|the))*\s*$"
    r"|(?<![a-z])(?:fall|drop|decline|decrease|downturn)\s(?:[a-z\s]{0,40}\s)?of\s*(?:an?\s)?$"
)
_CUT = (
    r"(?<![a-z])(?:cut(?:s|ting)?|reduc(?:ed|es?|ing|tions?)|lower(?:ed|s|ing)"
    r"|sav(?:ed|es?|ing|ings)|trim(?:s|med|ming)|shorten(?:ed|s|ing)?|narrow(?:ed|s|ing)?"
    r"|slash(?:ed|es|ing)?)"
)
_EITHER_EN = re.compile(
    rf"(?:{_CUT}|(?<![a-z])(?:lost|shed|eas(?:ed|es|ing)|shav(?:ed|es)))"
    r"(?:\s+(?:by|of|up|some|an?|another|further))*\s*$"
    rf"|{_CUT}\s[^,;]{{0,60}}?(?<![a-z])(?:by|of)(?:\s+(?:an?|another))?\s*$"
)
_LOSS_EN = re.compile(
    r"(?<![a-z])loss(?:es)?(?![a-z-])(?!.*(?:profit|revenue|income|sales)(?![a-z]))"
)
_DOWN_AFTER = re.compile(
    r"\s?(?:的?(?:下降|下滑|下跌|负增长)"
    r"|(?:(?:year[- ]on[- ]year|yoy|annual|quarterly|sequential)\s)?"
    r"(?:decline|decrease|drop|fall|slump|contraction)(?![a-z]))"
)
_EITHER_AFTER = re.compile(
    r"\s?(?:的?(?:降幅|跌幅|减幅|亏损)|(?:(?:net|cost|price)\s)?(?:reduction|cuts?|savings?|loss|losses"
    r"|lower|less|fewer|cheaper|smaller|discount)(?![a-z]))"
)
_WORTH_TRYING = hint("a降跌滑落挫低长萎缩退少减削短省约窄调流砍亏")
# Without one of these words nothing is said of the sign.
_HINT = re.compile(
    r"[降跌滑落挫低长萎缩退少减削短省约窄调流砍亏]|f[ae]ll|drop|down|decl|decr|sl[iua]|plung|tumbl"
    r"|s[ah][nr]|contr|retreat|dip|weak|cut|reduc|lower|sav|trim|short|narrow|sh[ae]|lo[se]|eas"
    r"|less|fewer|cheap|small|disc"
)


def may_hold_directions(text: str, held: int) -> bool:
    """Whether anything in `text`, which holds these bits (`hints`), may say something of a sign."""
    return _WORTH_TRYING.is_in(text, held) and bool(_HINT.search(text))


def direction(before: str, after: str) -> Direction:
    """What is said about the sign.

    Args:
        before: The clause up to the figure and its qualifiers.
        after: The clause from the figure on.
    """
    if not _HINT.search(before) and not _HINT.search(after):
        return Direction.AS_WRITTEN
    if _DOWN_ZH.search(before) or _DOWN_EN.search(before) or _DOWN_AFTER.match(after):
        return Direction.EITHER if _is_loss(before) else Direction.DOWN
    if (
        _EITHER_ZH.search(before)
        or _EITHER_EN.search(before)
        or _EITHER_AFTER.match(after)
        or _is_loss(before)
    ):
        return Direction.EITHER
    return Direction.AS_WRITTEN


def _is_loss(before: str) -> bool:
    return bool(_LOSS_ZH.search(before) or _LOSS_EN.search(before))
