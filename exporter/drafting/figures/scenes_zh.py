"""Loose Chinese numbers that only paint a scene: 一条街上能找出五六个品牌, 现场来了十几家.

去年新开十几家门店 and 一天卖出二三十台 tell what a company did, however loosely.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_LOOSE = regex(
    "(?:[一二三四五六七八九]{2}十?|[一二两三四五六七八九]?十[几来多]|几十|上百|[一两三数几]百来?)"
)
_SEEN = regex(
    "(?:来了|来的|[就只也]?来过|[找数认说叫喊]得?出来?|(?<!寻)找[到得]了?|看[到见]了?|见到了?|遇[到上见]了?|碰[到上见]了?|挤[着了满进]|排[着了起]|围[着了满]|站[着了]"
    "|坐[着了满]|停[着了满]|摆[着了]|挂[着了]|堆[着了]|冒[出了]来?|问了|问过|跑了|跑遍了?|转了|逛了|走访了?|聊了|看了)"
    "(?:大概|差不多|大约|约|有|足足|不下|好)*$"
)


def is_of_a_scene(figure: Figure, before: str) -> bool:
    """Whether a loose number only says what somebody saw, found or went to.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
    """
    is_loose = figure.dimension == COUNT and _LOOSE.fullmatch(figure.text) is not None
    return is_loose and _SEEN.search(before) is not None
