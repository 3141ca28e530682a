"""Falls in English: a decline in sales of 5%, fell for a sixth month, by 0.8%, wrote down."""

from enum import Enum
from itertools import pairwise

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.units import POINT_WORDS
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES, PAST
from exporter.facts.units import POINTS, RATIO


class Direction(Enum):
    """What the words around a figure say of its sign."""

    AS_WRITTEN = "as written"
    DOWN = "down"
    EITHER = "either"


LOWER = frozenset("lower less fewer cheaper smaller weaker softer".split())


_CLOSING = frozenset("close closes closed closing".split())


def down_behind(text: Text, index: int, quantity: Quantity | None = None) -> Direction | None:
    """What `down` at an index says behind a verb: took down 2 million listings, a write-down of.

    Prices are closed down by a share or some points, where shops closed down are a number of them.
    """
    verb = text.word(index - 1 - (text.word(index - 1) == "-"))
    if verb in _CLOSING and quantity is not None and _may_fall(quantity, text):
        return None
    if verb in cues.DONE_DOWN:
        return Direction.AS_WRITTEN
    return Direction.EITHER if verb in cues.BROUGHT_DOWN else None


def _may_fall(quantity: Quantity, text: Text) -> bool:
    is_share = quantity.dimension in {RATIO, POINTS} or quantity.unit.key in POINT_WORDS
    return is_share and text.word(quantity.last) != "of"


def of_a_fall(text: Text, index: int, clause: int) -> Direction:
    """A decline in sales of 5%, cut costs by 30%, fell for a sixth month, by 0.8%."""
    words, is_apart = text.words, text.word(index - 1) == ","
    if text.word(index - 1) in {"short", "shy"}:
        return Direction.AS_WRITTEN  # fell just short of the $4.1 billion that it had guided
    by = words[index] == "by" and not is_apart
    if words[index] == "by" and text.word(index - 1) in LOWER:
        is_done = text.word(index - 2) in cues.MODALS  # to lower by 12% what it emits
        return Direction.EITHER if is_done else Direction.DOWN
    for at in range(index - 1, max(clause, index - _FAR) - 1, -1):
        word = words[at]
        if word in cues.EITHER_EN and text.word(at + 1) not in cues.COMPOUNDS:
            return Direction.EITHER
        if word == "down" and (way := down_behind(text, at)) is not None:
            return way
        if word in cues.DOWN_EN and (
            _is_by_how_much(words[at:index])
            if by
            else word in _FALLS or is_apart or _is_at_a_rate(words[at:index])
        ):
            return Direction.DOWN
        if word in _RISES:
            return Direction.AS_WRITTEN
    return Direction.AS_WRITTEN


_AT_A_RATE = regex(r"(?: at an? (?:[a-z]+ )?(?:rate|pace|clip))?")
_ASIDE = frozenset("in at against on over during across within".split())
_NEAR = 3  # words


def _is_at_a_rate(words: list[str]) -> bool:
    """Whether a fall stands right before "of", or with its pace: shrank at an annual rate of."""
    return _AT_A_RATE.fullmatch(" ".join(["", *words[1:]]).rstrip()) is not None


def _is_by_how_much(words: list[str]) -> bool:
    """Whether "by" says how far something fell: fell in real terms by 1.4%, hurt by 5% duties."""
    if len(words) <= _NEAR:
        return True
    is_done_by = words[-1].endswith("ed") or words[-1] in PARTICIPLES
    return words[1] in _ASIDE and not is_done_by and PAST.isdisjoint(words[1:])


_DETERMINERS = frozenset("the a this that its".split())


def is_of_a_fall(words: list[str]) -> bool:
    """Whether a clause begins with the name of a fall: the drop in sales was 4%."""
    if _DETERMINERS.isdisjoint(words[:1]):
        return False
    return any(
        word in _FALLS and following not in _OF_A_NAME for word, following in pairwise(words[1:4])
    )


_OF_A_NAME = frozenset("- rate rates height zone line off out guys collection season".split())


_FAR = 14  # words
_FALLS = frozenset(
    "fall drop decline decrease downturn falls drops declines slump slide plunge contraction"
    " dip".split()
)
_RISES = frozenset(
    "rise increase gain growth rose grew increased gained up above raised and".split()
)
