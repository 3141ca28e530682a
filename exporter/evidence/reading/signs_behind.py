"""The sign of a figure by what stands behind it: a 4% drop, 3% down on the quarter, 5%的下降."""

from exporter.engine.regex import regex
from exporter.evidence.reading.falls_en import LOWER, Direction
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import POINTS, RATIO

_FROM_ZH = frozenset("由从自")
# 较2025年的|9.7亿元|下降近四成
_LEVEL_ZH = regex(
    "(?:较|(?<![占同环])比(?![例重率])|相比于?|相较于?)[^，。；：]{1,14}的(?:约|近|逾)*$"
)
_FAR = 24  # characters


def said_behind(text: Text, quantity: Quantity) -> Direction:
    """What the words behind a quantity say of its sign."""
    if text.lower[quantity.start - 1 : quantity.start] in _FROM_ZH:
        return Direction.AS_WRITTEN  # 由21%下滑至17%
    if _LEVEL_ZH.search(text.lower, max(0, quantity.start - _FAR), quantity.start):
        return Direction.AS_WRITTEN
    rest = text.lower[quantity.end : quantity.end + 6].lstrip()
    if rest.startswith(cues.DOWN_AFTER_ZH):
        return Direction.DOWN
    if rest.startswith(cues.EITHER_AFTER_ZH):
        return Direction.EITHER
    if _is_down_by(text, quantity):
        return Direction.DOWN
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
    is_said = index == quantity.last and _is_said_to_be(text, quantity.first)
    is_lower = is_said and word in LOWER and quantity.dimension in {RATIO, POINTS}
    return Direction.DOWN if is_lower else Direction.EITHER


_OFF_A_HIGH = regex(
    r" off (?:its|their|the|a|last|this)[a-z0-9' -]{0,24}? (?:highs?|peaks?|tops?)\b"
)
_DOWN_FROM = regex(r" down(?! payment| deposit|-)(?! (?:from|to) [$€£¥]?[0-9])(?![a-z])")
_PAID = frozenset("put puts putting pay pays paid paying only just".split())


def _is_down_by(text: Text, quantity: Quantity) -> bool:
    """Whether a share is by how much something is down: 3% down on the quarter, 9% off its peak.

    To put 10% down is to pay it, and 9% down from 12% is where it went.
    """
    if quantity.dimension not in {RATIO, POINTS} or text.word(quantity.first - 1) in _PAID:
        return False
    if text.word(quantity.first - 1) == "up" and text.word(quantity.first - 2) in cues.GIVING:
        return True  # the shares gave up 3%
    says_down = _DOWN_FROM.match(text.lower, quantity.end)
    return bool(says_down or _OFF_A_HIGH.match(text.lower, quantity.end))


_ENDED = frozenset(
    "closed ended finished traded opened settled close closes end ends finish finishes".split()
)
_SPENT = frozenset(
    "the its a on for up trading session day week month quarter half year period season sitting "
    "morning afternoon monday tuesday wednesday thursday friday".split()
)
_MOST_SPENT = 5  # words


def _is_said_to_be(text: Text, first: int) -> bool:
    """Whether something is so much lower, or ended a time so: ended the quarter 6% lower."""
    at = first - 1
    if text.word(at) in cues.STANDS:
        return True
    while at >= max(0, first - _MOST_SPENT) and (text.used[at] or text.word(at) in _SPENT):
        at -= 1
    return text.word(at) in _ENDED or (text.word(at) == "in" and text.word(at - 1) == "came")


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
