"""The sign of a figure: 下降24.8% is negative, 亏损24亿元 leaves the sign to the metric."""

from collections.abc import Iterator

from exporter.engine.regex import regex
from exporter.evidence.reading.falls_en import (
    Direction,
    down_behind,
    is_of_a_fall,
    of_a_fall,
)
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.losses import LONGEST, USED, WIDENED, is_loss, may_be_lost
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.signs_behind import said_behind
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.vocabulary.units import POINT_WORDS, is_counted_word
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO, SPANS_OF_TIME

_SIGNALS = (
    cues.DOWN_ZH
    | cues.EITHER_ZH
    | cues.DOWN_EN
    | cues.EITHER_EN
    | cues.DOWN_AFTER
    | cues.EITHER_AFTER
)


_SHARES = frozenset({RATIO, POINTS})
_VERBS = cues.DOWN_ZH | cues.EITHER_ZH | cues.DOWN_EN | cues.EITHER_EN
_BELOW = frozenset("below under beneath south short shy 低于 跌破 降破 跌穿 下破 失守".split())


_UP_TO_ZH = frozenset({"至", "到"})
_SHORT_NOUN = 10  # characters between 降低 and its figure: 降低成本30%


_MORE_SIGNALS = ("幅", " off ", "giv", "gave ", "negative")


def may_hold_directions(text: Text) -> bool:
    """Whether any word of a text may say something of a sign."""
    return not _SIGNALS.isdisjoint(text.words) or any(map(text.lower.__contains__, _MORE_SIGNALS))


def direction(text: Text, start: int, clause: int, quantity: Quantity) -> Direction:
    """What is said about the sign of a quantity.

    Args:
        text: The text.
        start: The index of the first word that qualifies it.
        clause: The index of the first word of its clause.
        quantity: The quantity.
    """
    words = text.words
    if quantity.dimension == MULTIPLE and not text.is_chinese:
        return Direction.AS_WRITTEN
    loss = may_be_lost(text, quantity) and is_loss(
        words[max(clause, start - LONGEST) : start], quantity.dimension
    )
    if quantity.dimension not in _COUNTED and _is_said_negative(text, start):
        return Direction.DOWN
    found = _verb_before(text, start, clause, quantity)
    if found is Direction.AS_WRITTEN:
        found = said_behind(text, quantity)
        if found is Direction.DOWN and quantity.dimension in SPANS_OF_TIME:
            return Direction.AS_WRITTEN  # 连续三个季度下滑
    if found is Direction.DOWN:
        return Direction.EITHER if loss else Direction.DOWN
    return Direction.EITHER if loss else found


_COUNTED = SPANS_OF_TIME | {COUNT, MULTIPLE}
_NEGATIVE_AT = regex(
    r" (?:be|been|being|is|are|was|were|went|gone|turn|turns|turned|remain|remains|remained|stay"
    r"|stays|stayed|swung|ran|came in) (?:[a-z]+ly |still |again )?negative"
    r"(?: territory)?(?: again| too| once more)?,? (?:at|by|to the tune of|in the amount of) $"
)


def _is_said_negative(text: Text, start: int) -> bool:
    """Whether what a figure tells is negative: cash flow was negative, at 41 million euros."""
    if start >= len(text.starts):
        return False
    end = text.starts[start]
    return _NEGATIVE_AT.search(text.lower, max(0, end - _NEAR), end) is not None


_NEAR = 70  # characters


def _verb_before(text: Text, start: int, clause: int, quantity: Quantity) -> Direction:
    words, strange = text.words, 0
    # Fell below X is X, and so are fell just short of X and 回落至X.
    if not (
        _BELOW.isdisjoint(words[start : start + 3])
        and _UP_TO_ZH.isdisjoint(words[start : quantity.first])
    ):
        return Direction.AS_WRITTEN
    for index in _back_over_dates(text, start, clause):
        word = words[index]
        if word in _VERBS and text.word(index + 1) not in cues.COMPOUNDS:
            return _said_by(text, index, quantity, strange)
        if word in cues.STANDS and is_of_a_fall(words[clause:index]):
            return Direction.EITHER  # the drop in sales was 4%
        if word in {"of", "by"}:
            is_apart = index == clause and text.word(index - 1) == ","
            return of_a_fall(text, index, 0 if is_apart else clause)
        if word in cues.TO_ZH or word in _ENDS_REACH:
            return Direction.AS_WRITTEN
        if word[0] >= "\u4e00":
            known = word in cues.BY_ZH or word in qualifiers.BEFORE
            strange += 0 if known else len(word)
        elif word not in cues.BY_EN and not word.endswith("ly") and word not in {"-", "%", "("}:
            return Direction.AS_WRITTEN
        if strange > _SHORT_NOUN:
            return Direction.AS_WRITTEN
    return Direction.AS_WRITTEN


def _back_over_dates(text: Text, start: int, clause: int) -> Iterator[int]:
    """The words before one, back to that of the clause; no dates in Chinese: 下调2025年预测12%."""
    for index in range(start - 1, clause - 1, -1):
        if not (text.is_chinese and text.used[index]):
            yield index


_ENDS_REACH = frozenset({"to", "from", "below", "under", "at", "and", "on"})


_AS = frozenset({"为", "成"})
# What is only named by a fall: 减持后持股4.9%, 跌幅榜, 流失率, 降价促销.
_NAMED_BY_ZH = tuple("后 榜 率 比例 占比 比重 型 机 期 时 前 促 活动 方案 计划".split())
# An area that 减少5% has fallen, where 可减少30% and 减少30%的能耗 may be savings.
_MAY_SAVE_ZH = regex("(?:[可能助帮使共]|可以)$")
_OF_WHAT_ZH = regex("(?:以上|左右)?(?:的|以上)")


def _said_by(text: Text, index: int, quantity: Quantity, strange: int) -> Direction:
    """What a word says of the sign of a figure that is `strange` characters off."""
    word = text.words[index]
    if word in cues.EITHER_ZH:
        return _said_in_chinese(text, index, quantity, strange)
    if strange or _is_no_fall(text, index, quantity):
        return Direction.AS_WRITTEN
    if word in cues.DOWN_ZH and text.word(index + 1) in _AS and index + 1 < quantity.first:
        return Direction.AS_WRITTEN  # 降为4.1%
    if word == "down" and (way := down_behind(text, index, quantity)) is not None:
        return way
    is_share = quantity.dimension in _SHARES or quantity.unit.key in POINT_WORDS
    if word in cues.LOST and is_share:
        is_part = text.word(quantity.last) == "of"  # the line lost 1.7% of the power
        return Direction.EITHER if is_part else Direction.DOWN
    if word in cues.EITHER_EN:  # but a fair drew 40,000
        is_used = word in USED and not quantity.dimension.startswith("money:")
        return Direction.AS_WRITTEN if is_used else Direction.EITHER
    if word in {"跌", "降"} and text.word(index - 1)[-1:] in {"涨", "升", "起"}:
        return Direction.AS_WRITTEN
    is_let_go = word in _LET_GO and quantity.dimension == COUNT and _has_object(text, quantity)
    is_measure = text.word(index + 1) == "幅度"
    return Direction.EITHER if is_measure or is_let_go else Direction.DOWN


# 毛利|掉了3个点, 一天就|掉了12%
_DROPPING_ZH = regex(
    "(?:率|价|额|量|利润?|比重?|市值|净值|估值|指数|[客车人]流|销售|需求|订单|收入|营收|业绩|股|[天日周月年季]|往下|[又再也就已还]|直接|已经|足足|整整)$"
)
_THINGS_GIVEN = frozenset("of stake interest share holding discount slice".split())
_SEASONS = frozenset("this last next each every early late".split())


def _is_no_fall(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether what may say a fall says what is done to a figure, or when.

    Contracted 1.1 GW, sank $40 million into it, this fall 41 schools.
    """
    word, dimension = text.words[index], quantity.dimension
    if dimension in SPANS_OF_TIME and _ON_END.search(text.lower, 0, text.starts[index]):
        return True
    if word == "down" and text.word(index - 1) in cues.REFUSED:
        return dimension not in _SHARES or text.word(quantity.last) == "of"
    if word == "off":  # but rents are off 12%
        return dimension not in _SHARES or text.word(index - 1) not in cues.STANDS
    if word in {"掉", "掉了"}:  # but 卖掉了12%的股份
        is_share = dimension in _SHARES or quantity.unit.key in POINT_WORDS
        return not is_share or not _DROPPING_ZH.search(text.lower, 0, text.starts[index])
    if word in cues.GIVING:
        is_fall = dimension in _SHARES and text.word(index + 1) in {"up", "back"}
        return not is_fall or text.word(quantity.last) in _THINGS_GIVEN
    if word in {"contracted", "contracting"}:
        is_change = dimension in _SHARES or dimension == COUNT
        objects = text.words[quantity.last : quantity.last + 2]  # 14 new vessels
        return not is_change or (dimension == COUNT and any(map(is_counted_word, objects)))
    if word == "fall":
        return text.word(index - 1) in _SEASONS
    return text.word(quantity.last) == "into" and dimension.startswith("money:")


def _said_in_chinese(text: Text, index: int, quantity: Quantity, strange: int) -> Direction:
    """What a word says that leaves the sign to the metric where nothing else settles it."""
    word = text.words[index]
    if strange and (len(word) == 1 or _is_name(text, index, quantity)):
        return Direction.AS_WRITTEN
    if word in cues.CHANGED_ZH and text.word(index + 1) in _AS and index + 1 < quantity.first:
        return Direction.AS_WRITTEN  # 下调为3.8%
    if word in _GAPS and quantity.dimension in _SHARES:
        widened = WIDENED.search(text.lower, text.ends[index], quantity.start)
        return Direction.AS_WRITTEN if widened else Direction.EITHER  # 赤字扩大5%
    is_share = quantity.dimension in _SHARES and not strange
    fell = is_share and (
        word == "溢利减少"
        or (word == "减少" and _is_done_by_itself(text, index, quantity))
        or (word == "减" and text.word(index - 1)[-1:] in _SPANS_COMPARED)
    )
    return Direction.DOWN if fell else Direction.EITHER


_GAPS = cues.LOSS_ZH | {"赤字", "逆差"}
_SPANS_COMPARED = frozenset("年季月周日比")  # 年减3%, 季减, 同比减: against the one before


def _is_name(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether a fall only says which thing is meant: 降价后售价1999元."""
    if text.words[index] in cues.LOSS_ZH:
        is_of_loser = text.word(index + 1)[:1] in cues.LOSERS_ZH
        return is_of_loser or not may_be_lost(text, quantity)
    return text.lower.startswith(_NAMED_BY_ZH, text.ends[index])


def _is_done_by_itself(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether 减少 says what happened to what stands before it, and no saving."""
    start = text.starts[index]
    before = text.lower[max(0, start - 2) : start]
    is_subject = len(before) > 1 and min(before) >= "\u4e00"
    is_saving = _MAY_SAVE_ZH.search(before) or _OF_WHAT_ZH.match(text.lower, quantity.end)
    return is_subject and not is_saving


_ON_END = regex("连续?$")  # 连跌四周, 连续下滑三个月
# Dropped 14 of 20 titles
_LET_GO = frozenset("drop drops dropped dropping".split())


def _has_object(text: Text, quantity: Quantity) -> bool:
    following = text.word(quantity.last)
    return following == "of" or is_counted_word(following)
