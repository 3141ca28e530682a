"""The sign of a figure: 下降24.8% is negative, 亏损24亿元 leaves the sign to the metric."""

import re
from enum import Enum

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import CALENDAR_TIME, COUNT, MULTIPLE, ORDINAL, POINTS, RATIO, TIME


class Direction(Enum):
    """What the words around a figure say of its sign."""

    AS_WRITTEN = "as written"
    DOWN = "down"
    EITHER = "either"


_SIGNALS = (
    cues.DOWN_ZH
    | cues.EITHER_ZH
    | cues.DOWN_EN
    | cues.EITHER_EN
    | cues.DOWN_AFTER
    | cues.EITHER_AFTER
)


_VERBS = cues.DOWN_ZH | cues.EITHER_ZH | cues.DOWN_EN | cues.EITHER_EN
_BELOW = frozenset("below under beneath south 低于 跌破 降破 跌穿 下破 失守".split())


_UP_TO_ZH = frozenset({"至", "到"})
_SHORT_NOUN = 10  # characters between 降低 and its figure: 降低成本30%


def may_hold_directions(text: Text) -> bool:
    """Whether any word of a text may say something of a sign."""
    return not _SIGNALS.isdisjoint(text.words) or "幅" in text.lower


_TIMES = frozenset({TIME, CALENDAR_TIME})


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
    loss = quantity.dimension != ORDINAL and is_loss(words[max(clause, start - _LONGEST) : start])
    found = _verb_before(text, start, clause, quantity)
    if found is Direction.AS_WRITTEN:
        found = _noun_after(text, quantity)
        if found is Direction.DOWN and quantity.dimension in _TIMES:
            return Direction.AS_WRITTEN  # 连续三个季度下滑
    if found is Direction.DOWN:
        return Direction.EITHER if loss else Direction.DOWN
    return Direction.EITHER if loss else found


def _verb_before(text: Text, start: int, clause: int, quantity: Quantity) -> Direction:
    words, strange = text.words, 0
    # Fell below X is X, and so is 回落至X.
    if not (
        _BELOW.isdisjoint(words[start : start + 3])
        and _UP_TO_ZH.isdisjoint(words[start : quantity.first])
    ):
        return Direction.AS_WRITTEN
    for index in range(start - 1, clause - 1, -1):
        word = words[index]
        if word in _VERBS and text.word(index + 1) not in cues.COMPOUNDS:
            return _said_by(text, index, quantity, strange)
        if word in _IS and _is_of_a_fall(words[clause:index]):
            return Direction.EITHER  # the drop in sales was 4%
        if word in {"of", "by"}:
            is_apart = index == clause and text.word(index - 1) == ","
            return _of_a_fall(text, index, 0 if is_apart else clause)
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


_ENDS_REACH = frozenset({"to", "from", "below", "under", "at", "and", "on"})


_AS = frozenset({"为", "成"})
_COMPARED = 8  # characters
# 同比减少9.2% has fallen, where 减少30%的能耗 may be a saving.
_COMPARING_ZH = re.compile(r"同比|环比|按[年月季]|较")


def _said_by(text: Text, index: int, quantity: Quantity, strange: int) -> Direction:
    """What a word says of the sign of a figure that is `strange` characters off."""
    word = text.words[index]
    if word in cues.EITHER_ZH:
        before = text.lower[max(0, text.starts[index] - _COMPARED) : text.starts[index]]
        fell = word == "减少" and quantity.dimension in {RATIO, POINTS} and not strange
        return Direction.DOWN if fell and _COMPARING_ZH.search(before) else Direction.EITHER
    if strange:
        return Direction.AS_WRITTEN
    if word in cues.DOWN_ZH and text.word(index + 1) in _AS and index + 1 < quantity.first:
        return Direction.AS_WRITTEN  # 降为4.1%
    if word == "down" and (way := _down_behind(text, index)) is not None:
        return way
    if word in cues.LOST and quantity.dimension in {RATIO, POINTS}:
        return Direction.DOWN
    if word in cues.EITHER_EN:  # but a fair drew 40,000
        is_drawn = word in {"draw", "drew"} and not quantity.dimension.startswith("money:")
        return Direction.AS_WRITTEN if is_drawn else Direction.EITHER
    if word in {"跌", "降"} and text.word(index - 1)[-1:] in {"涨", "升", "起"}:
        return Direction.AS_WRITTEN
    is_let_go = word in _LET_GO and quantity.dimension == COUNT and _has_object(text, quantity)
    is_measure = text.word(index + 1) == "幅度"
    return Direction.EITHER if is_measure or is_let_go else Direction.DOWN


# Dropped 14 of 20 titles
_LET_GO = frozenset("drop drops dropped dropping".split())


def _has_object(text: Text, quantity: Quantity) -> bool:
    following = text.word(quantity.last)
    return following == "of" or is_counted_word(following)


def _down_behind(text: Text, index: int) -> Direction | None:
    """What `down` at an index says behind a verb: took down 2 million listings, a write-down of."""
    verb = text.word(index - 1 - (text.word(index - 1) == "-"))
    if verb in cues.DONE_DOWN:
        return Direction.AS_WRITTEN
    return Direction.EITHER if verb in cues.BROUGHT_DOWN else None


def _of_a_fall(text: Text, index: int, clause: int) -> Direction:
    """A decline in sales of 5%, cut costs by 30%, fell for a sixth month, by 0.8%."""
    words, is_apart = text.words, text.word(index - 1) == ","
    by = words[index] == "by" and not is_apart
    for at in range(index - 1, max(clause, index - _FAR) - 1, -1):
        word = words[at]
        if word in cues.EITHER_EN and text.word(at + 1) not in cues.COMPOUNDS:
            return Direction.EITHER
        if word == "down" and (way := _down_behind(text, at)) is not None:
            return way
        if word in cues.DOWN_EN and (
            at >= index - 3 if by else word in _FALLS or at == index - 1 or is_apart
        ):
            return Direction.DOWN
        if word in _RISES:
            return Direction.AS_WRITTEN
    return Direction.AS_WRITTEN


_DETERMINERS = frozenset("the a this that its".split())


def _is_of_a_fall(words: list[str]) -> bool:
    is_noun = not _DETERMINERS.isdisjoint(words[:1])
    return is_noun and not _FALLS.isdisjoint(words[1:3])


_FAR = 14  # words
_FALLS = frozenset(
    "fall drop decline decrease downturn falls drops declines slump slide plunge contraction"
    " dip".split()
)
_RISES = frozenset(
    "rise increase gain growth rose grew increased gained up above raised and".split()
)


_FROM_ZH = frozenset("由从自")


def _noun_after(text: Text, quantity: Quantity) -> Direction:
    if text.lower[quantity.start - 1 : quantity.start] in _FROM_ZH:
        return Direction.AS_WRITTEN  # 由21%下滑至17%
    rest = text.lower[quantity.end : quantity.end + 6].lstrip()
    if rest.startswith(cues.DOWN_AFTER_ZH):
        return Direction.DOWN
    if rest.startswith(cues.EITHER_AFTER_ZH):
        return Direction.EITHER
    index = quantity.last
    while text.word(index) in _BEFORE_A_FALL and (
        text.word(index) != "on" or text.word(index + 1) in {"year", "quarter", "month", "-"}
    ):
        index += 1
    word = text.word(index)
    if word in cues.DOWN_AFTER and not _is_verb(text, index, quantity):
        return Direction.DOWN
    if word not in cues.EITHER_AFTER:
        return Direction.AS_WRITTEN
    is_said = index == quantity.last and text.word(quantity.first - 1) in _IS
    is_lower = is_said and word in _LOWER and quantity.dimension in {RATIO, POINTS}
    return Direction.DOWN if is_lower else Direction.EITHER


_IS = frozenset("is are was were be been being closed ended finished traded opened settled".split())
_LOWER = frozenset("lower less fewer cheaper smaller weaker softer".split())


def _is_verb(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether what may be a fall is done by the figure: loans of 3.6 billion dollars fall due."""
    if text.word(index + 1) in _OF_A_VERB:
        return True
    is_plural = is_counted_word(text.word(quantity.last - 1)) and index == quantity.last
    return is_plural and quantity.dimension not in {RATIO, POINTS}


_OF_A_VERB = frozenset(
    "due vacant within under into outside on off down back away out short through behind apart "
    "prey foul silent between".split()
)
_BEFORE_A_FALL = frozenset("year on yoy annual quarterly sequential net cost price -".split())


_LONGEST = 40  # words before a figure that may speak of a loss


def is_loss(words: list[str]) -> bool:
    """Whether words speak of a loss, and of no gain after it."""
    following = ""
    for word in reversed(words):
        if word in cues.GAIN_ZH or word in cues.GAIN_EN:
            return False
        if word in cues.LOSS_ZH or (word in cues.LOSS_EN and following not in cues.COMPOUNDS):
            return True
        following = word
    return False
