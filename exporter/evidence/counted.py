"""Whether a figure counts what a fact's unit names: 31 countries are no 31 people.

The noun stands behind the number (17条产品线, 31 mature markets), before it (下载2300万次, orders
rose to 410 million), or with a number said earlier (of 960 flats, 610 are let).
"""

import re
from collections.abc import Sequence

from exporter.evidence.counted_en import counts_en, is_of_size, names_nothing_en
from exporter.evidence.counted_zh import counts_zh, names_nothing_zh, names_what_is_meant
from exporter.evidence.kinds_zh import is_size_zh
from exporter.evidence.phrases_zh import is_size_of_next
from exporter.evidence.reading import Figure
from exporter.facts.units import KNOWN_UNITS, Unit

_HAN = re.compile("[\u4e00-\u9fff]")
_FAR = 40  # figures before or behind one: what is farther away lends it no noun


def counts(figures: Sequence[Figure], at: int, unit: Unit) -> bool:
    """Whether the figure at an index of a quote's figures counts what `unit` names."""
    first = max(0, at - _FAR)
    figures, at = figures[first : at + _FAR], at - first
    figure = figures[at]
    if figure.is_attribute:
        english, chinese = unit.words
        return is_of_size(figure.noun, english) or is_size_zh(figure.noun, chinese)
    if _IS_OF_A_KIND.match(figure.noun) or is_size_of_next(figures, at):
        return False
    if any(map(_MARK.search, (figure.noun, figure.subject))):
        figures = [_without_marks(figure) for figure in figures]
        figure = figures[at]
    if _HAN.search(f"{figure.noun}{figure.subject}") or _is_chinese(figures):
        english, chinese = unit.words
        return (
            counts_zh(figures, at, chinese)
            or counts_en(figures, at, english, lone=False)
            or names_what_is_meant(figure.noun, chinese, english)
        )
    return counts_en(figures, at, unit.words[0])


# 七座版车型, 三缸机型: a model with seven seats, and not seven of them.
# So are sizes: 65寸电视, 5轴机床, 64位芯片, 4星酒店.
_IS_OF_A_KIND = re.compile(
    "[座门驱速层轮排](?:版|型|式(?!样))|[寸吋尺缸轴摄](?![\\s，。；、)]|$)|核(?![查准销验实定算心酸桃弹电])"
    "|自由度|冲程|国(?:[有企际营]|集团|峰会|联盟)|城[镇际投商乡区建门墙堡]|匹(?:马力|发动机|电机|空调|柴油)|星级?(?:酒店|饭店|宾馆|级)"
    "|位(?:[a-z]|处理|芯片|微|内存|总线|系统|架构|单片|控制|密|编码|操作|色|数)"
)
# Footnote marks: 126家², 412 stores¹, 12③家, 126家[3], 126家(注2), 126家^3.
_MARK = re.compile(
    r"\^\[?[0-9]{1,2}\]?|[⁰¹²³⁴-⁹①-⒛]+|[(\[【](?:注\s?[0-9一二三四五六七八九十]{0,2}|[0-9]{1,2}|[a-e*†‡])[)\]】]"
)


def _without_marks(figure: Figure) -> Figure:
    return figure._replace(
        noun=_MARK.sub("", figure.noun).strip(), subject=_MARK.sub("", figure.subject)
    )


def names_nothing(figure: Figure) -> bool:
    """Whether no noun stands behind a number, which then counts what was said before it.

    of which 71,200 were electric, 其中120家为直营
    """
    if _HAN.search(figure.noun):
        return names_nothing_zh(figure)
    return names_nothing_en(figure)


# Things that nobody takes for one another; a customer may be a user, a person or a company.
_THINGS = (
    "people users developers customers companies employees", "downloads", "parameters",
    "models products", "patents", "stores", "cities", "countries", "orders",
)  # fmt: skip


def counted_thing(figures: Sequence[Figure], at: int) -> str:
    """Which of some things that are well known the figure counts; "" for another one."""
    said = " ".join(f"{figure.noun} {figure.subject}" for figure in figures).lower()
    for keys in _THINGS:
        for unit, words in _NAMED_BY[keys]:
            if any(map(said.__contains__, words)) and counts(figures, at, unit):
                return keys
    return ""


def _beginning(word: str) -> str:
    """What an English word has in common with its plural."""
    return word.removesuffix("ies").removesuffix("s").lower()


# Units with what of their words a text must have to count them, which is quickly looked for.
_NAMED_BY = {
    keys: [
        (unit, (*map(_beginning, unit.words[0]), *unit.words[1]))
        for unit in map(KNOWN_UNITS.__getitem__, keys.split())
    ]
    for keys in _THINGS
}


def _is_chinese(figures: Sequence[Figure]) -> bool:
    return any(_HAN.search(f"{figure.text}{figure.noun}{figure.subject}") for figure in figures)
