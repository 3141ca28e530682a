"""Figures of a sentence that state nothing, since they only tell when, which, or by the way.

In the first six months, the two boards, 30-year bonds, the second quarter, 第五届董事会, 三年累计.
"""

import re

from exporter.drafting.figures.ages import is_age
from exporter.drafting.figures.chosen import is_of_the_chosen
from exporter.drafting.figures.classes_zh import is_class_zh
from exporter.drafting.figures.listed_zh import counts_those_listed
from exporter.drafting.figures.numbers_of_names import is_of_a_name
from exporter.drafting.figures.price_classes import is_price_class
from exporter.drafting.figures.ranked import is_rank
from exporter.drafting.figures.sayings import is_of_a_saying
from exporter.drafting.figures.scenes_zh import is_of_a_scene
from exporter.drafting.figures.size_classes import is_size_class
from exporter.drafting.figures.sizes import is_class, is_size
from exporter.drafting.figures.spans_of_time import (
    is_half_of_a_year,
    is_of_quarters,
    is_span,
    says_when,
)
from exporter.drafting.figures.times_another import is_times_another
from exporter.drafting.figures.times_of_day import is_time_of_day
from exporter.drafting.figures.unit_told import is_of_a_unit
from exporter.drafting.figures.who_acted import is_of_who_acted
from exporter.drafting.figures.whose_size import is_whose_size
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, RATIO
from exporter.facts.words import Qualifier

_FEW = 12  # what words say of things that were named before: the three units
_DETERMINERS = regex(
    r"�rst\s*$|\b(?:top|first|last|next|remaining|main|the|both|these|those|all|its|his|their|our"
    r"|other|each of|any|either|any of|every|same)\s*$"
    r"|(?:[这那前今明各哪每后首该其]|(?<![签拿买定接吃])下|(?<!新)上|[上前]述|以上)\s*$",
    re.IGNORECASE,
)
# A few times that are named no more: has to be changed after three.
_OF_TIMES = regex(r"\b(?:after|before|within|every|until)\s$")
# Three things explain the gap, there are two reasons; founded by two brothers
_OF_AN_ARGUMENT = regex(
    r" (?:big |main |simple |good |other |broad )?(?:things|reasons|factors|forces|explanations"
    r"|questions|lessons|ways|arguments|morals)\b(?! (?:sold|made|bought))"
)
_FOUNDED_BY = regex(r"\b(?:founded|set up|started|established|created|opened|run) by $")
_ITS_SIZE = regex(r"(?: times)? (?:its|their|his|her|our) (?:own )?size\b(?! (?:in|of|a|when))")
_ENDS = regex(r"\W*(?:[.,;:]|$)")
_CONFIDENCE = regex(r"\s?(?:置信|的?置信|confidence|CI\b)", re.IGNORECASE)
# 每10股派2.8元: what is stated is per these
_PER = regex(r"每(?:卖出|售出|销售|生产|投入|消费|新增)?\s?$")
# The average of | nine | analysts polled by a data house
_POLLED = regex(
    r" (?:[a-z]+ )?(?:analysts|economists|brokers|forecasters)"
    r" (?:polled|surveyed|canvassed|tracked)\b"
)
# A dozen large eggs now sell for £3.35: it is what is priced
_DOZEN_SELLS = regex(
    r"[Aa] (?:dozen|hundred|thousand)(?: [a-z-]+){1,4}? (?:sells?|costs?|fetch(?:es)?)\b"
)
# 钢价每上涨|10%|，毛利率将下降: what if
_FOR_EACH = regex(
    "每(?:上涨|下跌|上升|下降|提高|提升|增加|减少|变动|波动|[涨跌升降增减])(?:约|了)?$"
)
_ROUNDED = regex(r"\bto the (?:nearest|closest) $")  # all sums are rounded to it
_EXCHANGED = regex(r"[1一](?:个)?(?:[\u4e00-\u9fff]{0,3}元|英镑|人民币)[兑兌对]")
_RATE_BEFORE = regex(r"(?:[$€£¥]|(?<![\w.,]))1(?: [A-Za-z.]+){0,2} ?= ?$")  # in its footer
_RATE_BEHIND = regex(r" ?= ?[0-9]")  # $1 = 0.8640 euros
_QUOTED = ("“", "「", "『")
_OF_A_RANGE = regex(r"\b(?:upper|lower|top|bottom) $")  # in the upper | half | of its guidance
# This was | a half | in which it grew
_OF_TIME = regex(
    r" (?:in which|when|that (?:saw|showed|was|brought)|of (?:two|transition|progress))\b"
)
_HALVES = frozenset({"half", "a half", "半"})


def is_none(figure: Figure, sentence: str) -> bool:
    """Whether a figure of a sentence is nothing that a fact would state."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    if figure.dimension == ORDINAL:
        return is_only_said(figure, before, behind) or not is_rank(figure, before, behind)
    if is_span(figure, behind):
        return says_when(figure, before, behind) or is_whose_size(figure, sentence)
    is_of_rival = figure.dimension == MULTIPLE and _ITS_SIZE.match(behind)  # twice its size
    if is_of_rival or _FOUNDED_BY.search(before) or is_times_another(figure, before, behind):
        return True
    if figure.dimension == RATIO and figure.text.lower() in _HALVES:
        is_part = is_half_of_a_year(before, behind) or _OF_A_RANGE.search(before) is not None
        return is_part or _OF_TIME.match(behind) is not None or _BY_HALF.match(behind) is not None
    if (
        is_only_said(figure, before, behind)
        or is_of_quarters(figure, behind)
        or is_of_a_name(figure, before, behind)
        or is_time_of_day(figure, before, behind)
        or _is_by_the_way(figure, before, behind)
        or _says_which(figure, sentence)
        or is_class(figure, before, behind)
    ):
        return True
    if _is_few(figure):
        return _are_known(figure, before, behind)
    return is_size(figure, behind)


def is_only_said(figure: Figure, before: str, behind: str) -> bool:
    """Whether a number is only said: of a scene, in a figure of speech, or how old somebody is.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    is_scene = is_of_a_scene(figure, before)
    return is_scene or is_of_a_saying(figure, before, behind) or is_age(figure, before, behind)


def _is_by_the_way(figure: Figure, before: str, behind: str) -> bool:
    """Whether a figure says how sure, how rounded, in which unit, per what or at which rate."""
    return bool(
        _CONFIDENCE.match(behind)
        or _PER.search(before)
        or (_DOZEN_SELLS.match(figure.text + behind))
        or (_POLLED.match(behind) and figure.dimension == COUNT)
        or _FOR_EACH.search(before)
        or _ROUNDED.search(before)
        or is_of_a_unit(figure, before)
        or _EXCHANGED.match(figure.text + behind)
        or (abs(figure.value) == 1 and _RATE_BEHIND.match(behind))
        or _RATE_BEFORE.search(before)
        or _is_bounded_half(figure)
    )


def _says_which(figure: Figure, sentence: str) -> bool:
    """Whether a figure says which goods, places or people of several are meant."""
    before, behind = sentence[: figure.start], sentence[figure.end :]
    return (
        is_of_the_chosen(figure, sentence)
        or is_whose_size(figure, sentence)
        or is_price_class(figure, sentence)
        or is_class_zh(figure, sentence)
        or is_size_class(figure, sentence)
        or is_of_who_acted(figure, before, behind)
        or counts_those_listed(figure, before, behind)
    )


# Terminals that were | half | shut, a half-built tower, a half-hearted offer
_BY_HALF = regex(
    r" past |(?:-| )(?:shut|built|finished|asleep|closed|open|dead|done|hidden|forgotten|ruined"
    r"|derelict|buried|dressed|deserted|hearted|baked|complete|way|expecting|naked)\b"
)


def _is_bounded_half(figure: Figure) -> bool:
    """Whether something more than halved, or nearly: 0.5 of what it was would bound it wrongly."""
    is_halved = figure.dimension == MULTIPLE and figure.text.lower().startswith("halv")
    return is_halved and Qualifier.EXACT not in figure.qualifiers


def _is_few(figure: Figure) -> bool:
    """Whether a figure counts a few things in words."""
    has_digits = re.search("[0-9]", figure.text) is not None
    return figure.dimension == COUNT and not has_digits and abs(figure.value) <= _FEW


def _are_known(figure: Figure, before: str, behind: str) -> bool:
    """Whether a few things are known to whoever reads: the three units, 三张“王炸”, or only one."""
    if _OF_TIMES.search(before) and _ENDS.match(behind):
        return True
    if _OF_AN_ARGUMENT.match(behind):
        return True
    is_said_of = behind[1:2] in _QUOTED  # 三张“王炸”
    return abs(figure.value) == 1 or is_said_of or _DETERMINERS.search(before) is not None
