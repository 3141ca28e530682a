"""The figure from which a Chinese plan starts: 计划明年把网点从|1.1万家|增加到1.5万家 is today's.

An aim that is itself revised starts from what was aimed at before: 将开店目标从|500家|上调至600家.
"""

import re

from exporter.engine.regex import regex

_FROM = regex("[从由](?:目前|现在|现有|当前|如今|今年|现)?的?(?:约|近|逾|不足|不到|超过?|大约)*$")
_MEANT = regex(
    ".*(?P<word>预测|预期|预计|预估|估计|指引|目标|计划|打算|希望|准备|力争|争取|拟|将)(?!价)(?P<then>[^，。；,;]{0,30})$",
    re.DOTALL,
)
_AIM = regex("预测|预期|预估|指引|目标")
_OF_AIM = regex("(?:分别|均|值|区间|中值|也|已|再|又|\\s)*$")
# 将全年开支|计划|从12亿元
_ITS_PLAN = regex("(?:把|将|对)[^，。；]*$")
_REVISED = regex("[^，。；0-9]{0,14}(?:[上下]调|调[高低整升降]|[上下]修|修[正订改])")


def starts_plan(text: str, start: int, end: int) -> bool:
    """Whether a figure is where something stands today that is planned to move.

    Args:
        text: Of the sentence, in simplified characters.
        start: Offset of the figure's first digit or sign.
        end: Behind its unit.
    """
    led = _FROM.search(text[:start])
    meant = _MEANT.match(text[: led.start()]) if led is not None else None
    if meant is None or text.startswith(("至", "到"), end):  # 由3亿元|至4亿元: a range
        return False
    if _REVISED.match(text, end) or _REVISED.search(text[:start][-24:]):
        return False
    if meant["word"] == "计划":
        return not (_ITS_PLAN.search(text[: meant.start()]) and _OF_AIM.match(meant["then"]))
    is_aim = _AIM.fullmatch(meant["word"]) is not None
    return not is_aim or _OF_AIM.match(meant["then"]) is None
