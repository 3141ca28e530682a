"""Numbers of names in quotation marks and of figures of speech, which state nothing.

“窖藏15”, "Two for Joy", 义乌二部, 零点, 哪一块, by two to one, 360公司.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

# A battery charged at 5C, and no five cents.
_OF_A_BATTERY = regex("[0-9](?:[.][0-9])?C")
# Names in quotation marks that end with a number: “窖藏15”, “Two for Joy”.
_NAME_IN_QUOTES = regex(r"[“「『‘\"]([^”」』’\"，。；]{0,12})$")
_CLOSED = regex(r"\s?[”」』’\"]")
_CLOSED_SOON = regex(r"[^”\"]{0,20}[”\"]")
_UNIT_OF_COUNT = regex("[家个辆台名人件套款只万亿%]")
# Which one, where, and when, none of which is counted: 义乌二部, 零点, 哪一块, 一打.
_SAYINGS = regex(
    r"零点|(?:十一|五一)(?=期间|假期|长假|黄金周|小长假|前|后|国庆)|三道红线|[两三四]班倒"
    r"|[一二三四五六七八九]部(?![片部影电剧小手热新])|一块(?![钱二三四五六七八九0-9])|一打(?!啤|鸡)"
    r"|[一二三四五六七八九]期(?![间货末])|[一二三四]线(?=城|市|品|员|岗|队)|[一二三四]季(?=度)?"
)
_COUNTED_PARTS = regex(r"(?:[共有出了拍播等约达为推映计每]|出品|上线|开机|生产|电影|剧集|作品)$")
_HOUSE_ZH = regex("(?:号楼|大厦|[A-Z一二三四五六七八九]座|栋)$")
_FLOOR_ZH = regex("[0-9]{1,4}[层楼室]")
_NUMBERED_ZH = regex("[0-9]{2,5}(?:平台|公司|集团|网站|软件|地图)")
_BOTH_ZH = regex(
    "家(?:公司|企业|银行|机构|车企|药企|店|[^一-鿿])|者|项(?:指标|数据|数字|口径)|国|地|岸|方|人(?!次)|款(?:车|产品|药)"
)
_DEFINED = regex(
    # Anything below 100% means a profit; a roof the size of nine football pitches.
    r"\b(?:any(?:thing|one)?|every(?:thing|one)?|something|a (?:reading|figure|number|score|ratio))"
    r"(?: \w+)? (?:below|above|over|under|of more than|of less than|higher than|lower than) $"
    rf"|\bthe (?:size|height|length|weight|area|equivalent) of {ABOUT}$",
    re.IGNORECASE,
)
_DOUBLE = regex(
    r"double(?= (?:running|shifts?|taxation|glazing|rooms?|beds?|deckers?|tap|counting|materiality"
    r"|standards?|dip|vision|blow|act|booking)\b)",
    re.IGNORECASE,
)
_CLAUSE_MARKS = "，。；、：！？“”「」 "
_BIG_ZH = regex("[两三四五六七八九十]大(?![于型量额])|第[一二三四五六七八九十0-9]+大?股东")
_MAGNITUDE = regex("[百千万亿]+")
_ODDS = regex(
    r"(?:two|three|four|five|ten) to one\b|(?:two )?halves\b"
    r"|(?:twice|thrice)(?=\s?[.,;)]|$| (?:in|over|before|since|already)\b"
    r"| an? (?!day|week|month|quarter|year))",
    re.IGNORECASE,
)


def is_of_a_saying(figure: Figure, before: str, behind: str) -> bool:
    """Whether a number is of a name in quotation marks, or of a figure of speech.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if figure.dimension == COUNT and _is_in_quotes(figure, before, behind):
        return True
    said = f"{figure.text}{behind}"
    if figure.text == "两" and _BOTH_ZH.match(behind) and not before[-1:].strip(_CLAUSE_MARKS):
        return True  # 两家公司签下协议: who they are was said before
    if _DEFINED.search(before) is not None or _DOUBLE.match(said):
        return True  # anything below 100% means a profit; double running
    if _BIG_ZH.match(said):
        return True  # 三大基地的产能
    if _MAGNITUDE.fullmatch(figure.text) and behind.startswith("的"):
        return True  # 粉丝过万的超过400万
    if _OF_A_BATTERY.fullmatch(figure.text) or _ODDS.match(said) or _is_of_no_thing(said, before):
        return True
    return _SAYINGS.match(said) is not None and _COUNTED_PARTS.search(before) is None


def _is_of_no_thing(said: str, before: str) -> bool:
    """Whether a number is of a floor, or in a name: 5号楼12层, 360公司."""
    is_of_floor = _HOUSE_ZH.search(before) and _FLOOR_ZH.match(said)
    return bool(is_of_floor or _NUMBERED_ZH.match(said))


def _is_in_quotes(figure: Figure, before: str, behind: str) -> bool:
    """Whether a number ends a name in quotation marks, or begins one in words."""
    inside = _NAME_IN_QUOTES.search(before)
    if inside is None or _UNIT_OF_COUNT.match(behind):
        return False
    if inside[1]:
        return _CLOSED.match(behind) is not None
    is_word = figure.text[:1].isupper() and not re.search("[0-9]", figure.text)
    return is_word and _CLOSED_SOON.match(behind) is not None
