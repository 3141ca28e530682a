"""Losses: whether the words before a figure speak of one, which leaves the sign to the metric."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.verbs import PAST
from exporter.facts.units import COUNT, ORDINAL, POINTS, RATIO

LONGEST = 40  # words before a figure that may speak of a loss
# A fair draws visitors, and a furnace burns coal.
USED = frozenset("draw drew drawn burn burns burned burnt bled bleed bleeds bleeding".split())
_SHARES = frozenset({RATIO, POINTS})
# 亏损扩大23%: the share is by how much it grew.
WIDENED = regex("(?:扩大|增加|增长|加深|上升|攀升)(?![至到])|[扩增]了?$")


def may_be_lost(text: Text, quantity: Quantity) -> bool:
    """Whether a loss may be of a quantity: not of a rank, nor of things, as in 亏损子公司7家."""
    is_of_things = quantity.dimension == COUNT and text.word(quantity.last)[:1] in _THINGS_ZH
    return quantity.dimension != ORDINAL and not is_of_things


_THINGS_ZH = frozenset("家个名人位户间只台辆座款项")


_LOST_SHARES = frozenset("loss losses".split())
_OF_A_RESULT = frozenset(
    "net operating pretax tax gross trading segment underlying adjusted a the its their our total "
    "heavy small further of in with and to from quarterly annual full-year year".split()
)


_AT_ONCE = frozenset("as while whereas because although though but when after since".split())


def _is_done(word: str) -> bool:
    return word in PAST or (word.endswith("ed") and len(word) > len("need"))


def is_loss(words: list[str], dimension: str) -> bool:
    """Whether words speak of a loss, and of no gain after it.

    Grid losses of 7.1% are no result, and coal that is burned is no money.

    Args:
        words: The words before a figure, in their order.
        dimension: That of the figure.
    """
    following, is_done = "", False
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word == "-":
            continue  # loss-making
        if word in _AT_ONCE and is_done and not _is_done(following):
            return False  # the deficit widened as imports rose 1.6%
        is_done = is_done or _is_done(word)
        if word in cues.GAIN_ZH or word in cues.GAIN_EN:
            return False
        if word in cues.LOSS_ZH and following[:1] not in cues.LOSERS_ZH:
            return dimension not in _SHARES or not WIDENED.search("".join(words[at + 1 :]))
        if word in cues.LOSS_EN and following not in cues.COMPOUNDS:
            if word in _LOST_SHARES and dimension in _SHARES:
                return at == 0 or words[at - 1] in _OF_A_RESULT
            if word not in USED or dimension.startswith("money:"):
                return True
        following = word
    return False


# Accounts put in brackets what is taken off, and people write such a sum without its minus.
_OUTFLOW = regex(
    r"(?<![a-z])(?:expens|costs?(?![a-z])|loss|tax(?:es)?(?![a-z])|charges?(?![a-z])|payments?"
    r"|repayments?|purchases?|depreciation|amortization|impairment|outflows?)|费用|成本|亏损|支出|损失"
)


# A loss of (2.4%): in a sentence the brackets are the minus.
_SAID_TO_BE = frozenset("of was were is to at from by against versus vs totalled : 为".split())


def is_outflow_in_brackets(text: Text, quantity: Quantity) -> bool:
    """Whether a bare number in brackets is of a row that tells what is spent or lost."""
    if quantity.sign > 0 or not text.lower.startswith("(", quantity.start):
        return False
    if text.word(text.at(quantity.start) - 1) in _SAID_TO_BE:
        return False
    line = text.given.rfind("\n", 0, quantity.start) + 1
    return _OUTFLOW.search(text.lower, line, quantity.start) is not None
