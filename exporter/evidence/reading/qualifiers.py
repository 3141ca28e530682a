"""What is said before a figure: 约, 超过, at least, on the order of."""

from exporter.engine.regex import regex
from exporter.evidence.reading.compared_marks import as_compared
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.negated_bounds import negated_bound
from exporter.evidence.reading.qualifier_senses import (
    EITHER_WAY,
    MARKS,
    compares,
    is_another_word,
    is_difference,
    is_over_a_time,
    is_spread,
)
from exporter.evidence.reading.qualifiers_afar import (
    COPULAS,
    SUPERLATIVES,
    from_afar,
    over_a_noun,
    over_a_verb,
)
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.cues import MODALS
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, NOTHING, WITHIN, Readings, both
from exporter.facts.units import MULTIPLE, RATIO, SPANS_OF_TIME

_MOST_PHRASES = 5  # qualifiers before one figure
_NO_MORE = frozenset({"不过", "只不过"})
_KEPT_FILLERS = frozenset({"为", "a", "an"})


def before(
    quantity: Quantity, text: Text, previous_end: int, compared_end: int
) -> tuple[Readings, int]:
    """What is said before a quantity, and the index of the word where that begins.

    Args:
        quantity: The quantity.
        text: The text.
        previous_end: The index of the word after the figure before it.
        compared_end: The same, where that figure may be compared with this one; else -1.
    """
    words = text.words
    readings, index = NOTHING, quantity.first
    for _ in range(_MOST_PHRASES):
        index = _before_fillers(words, index, previous_end)
        found = _phrase_before(text, index, previous_end)
        if found is None:
            if index > previous_end and words[index - 1][-1] in words_for.BEFORE_MAGNITUDE:
                said = _before_magnitude(words, index - 1, quantity)
                readings, index = both(readings, said), index - bool(said)
            break
        count, phrase, said = found
        is_of_a_mark = text.word(quantity.last + (text.word(quantity.last) == "-")) in MARKS
        if compares(text, phrase, index - count, compared_end, is_of_a_mark=is_of_a_mark):
            break
        if bound := negated_bound(text, index - count, phrase, said):
            return bound
        start = index - count
        if phrase == "over" and is_over_a_time(quantity, text, start, previous_end):
            return readings | EXACT, start
        readings = both(readings, _as_said_of(quantity, text, start, phrase, said))
        index -= count
        if not said:
            break
    if not readings:
        readings, index = _farther(text, index, previous_end, quantity)
    return as_compared(quantity, text, readings), index


_APART = frozenset("minimum maximum most least".split())


def _before_a_comma(text: Text, index: int, previous_end: int) -> tuple[Readings, int]:
    """What a bound says that a comma parts from its figure: At a minimum, $65 million.

    Over the words of a clause that says what will be (at a maximum, it will pay 12%) it may be
    meant for the figure or for the clause.
    """
    is_next = text.word(index - 1) == ","
    at = index - 1 if is_next else _comma_over_modal(text, index, previous_end)
    if at <= previous_end or text.word(at - 1) not in _APART:
        return NOTHING, index
    found = _phrase_before(text, at, previous_end)
    start = at - (found[0] if found else 0)
    start -= text.word(start) != "at" and text.word(start - 1) in {"a", "the"}
    start -= text.word(start) != "at"
    is_apart = text.word(start) == "at" and (start == 0 or text.word(start - 1) in _BEGINNING)
    if found is None or not is_apart:
        return NOTHING, index
    if is_next and text.word(at - 1) != "least":
        return found[2], start
    return found[2] | EXACT, start if is_next else index


def _comma_over_modal(text: Text, index: int, previous_end: int) -> int:
    """The index of the comma behind a sentence's first words, which a modal follows; 0 for none."""
    if previous_end or index < 2 or text.words[0] != "at" or "," not in text.words[:5]:
        return 0
    at = text.words.index(",")
    return 0 if MODALS.isdisjoint(text.words[at:index]) else at


_BEGINNING = frozenset({".", ";", ":", "!", "?", ",", "and", "but"})


def _farther(text: Text, index: int, previous_end: int, quantity: Quantity) -> tuple[Readings, int]:
    """What is said of a quantity over a comma, a verb or a noun, or by what the clause calls it."""
    readings, index = _before_a_comma(text, index, previous_end)
    if readings or index <= previous_end:
        return readings, index
    words = text.words
    if text.is_chinese and (
        (said := over_a_verb(text, index, previous_end))
        or (said := over_a_noun(words, index, previous_end, quantity))
    ):
        return said, index
    if words[index - 1] not in COPULAS:
        return NOTHING, index
    return from_afar(text, index, previous_end), index


def _before_magnitude(words: list[str], at: int, quantity: Quantity) -> Readings:
    """过, 上 and 小 in 过亿, 上百 and 小一个亿; that of 以上 is of another word."""
    word = words[at] if len(words[at]) > 1 or not at else words[at - 1] + words[at]
    if word.endswith(_OTHER_ENDS) or not _is_bare_magnitude(quantity):
        return NOTHING
    if word[-1] == "小" and quantity.dimension == RATIO:
        return NOTHING  # 跌幅小三成 is a difference
    return words_for.BEFORE_MAGNITUDE.get(word[-1:], NOTHING)


_ENDS_IN_SMALL = "大小 缩小 中小 最小 较小 减小 变小 微小 偏小 从小 狭小 弱小".split()
_OTHER_ENDS = ("以上", "之上", "加上", "线上", "早上", "晚上", "马上", *_ENDS_IN_SMALL)


def _before_fillers(words: list[str], index: int, previous_end: int) -> int:
    while (
        index > max(previous_end, 1)
        and words[index - 1] in words_for.FILLERS
        and words[index - 1] not in _KEPT_FILLERS
    ):
        index -= 1
    return index


def _phrase_before(text: Text, index: int, previous_end: int) -> tuple[int, str, Readings] | None:
    """The longest phrase that ends before word `index`: its words, itself, and what it says."""
    if index <= 0:
        return None
    words = text.words
    last = words[index - 1]
    for count in words_for.LENGTHS.get(last, ()):
        if count > index - previous_end:
            continue
        phrase = last if count == 1 else " ".join(words[index - count : index])
        said = words_for.BEFORE.get(phrase)
        if said is not None and not is_another_word(text, phrase, index - count):
            return count, phrase, said
    return None


def _is_bare_magnitude(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    return numeral.low == numeral.magnitude > 1 or quantity.dimension == RATIO


def _as_said_of(quantity: Quantity, text: Text, at: int, word: str, said: Readings) -> Readings:
    """What a word says of this quantity.

    近三年 and "over five years" may be the length of a time as well as its bound; 不过百亿 is less
    than 百亿, where 不过5% is as little as that.
    """
    if word in _BY_HOW_MUCH and is_difference(quantity, text, at, word):
        return EXACT
    if word == "all but" and quantity.dimension != MULTIPLE:
        return EXACT  # all but two of the stores
    is_peak = word in SUPERLATIVES and _PEAK.search(text.lower, 0, text.starts[at])
    # within plus or minus 4%
    if is_peak or (word == "within" and EITHER_WAY.match(text.lower, quantity.start)):
        return said | EXACT
    if word in _NO_MORE and quantity.numeral.low == quantity.numeral.magnitude > 1:
        return WITHIN
    if quantity.dimension == "length" and word == "over" and text.word(at - 2) in _PER:
        return said | EXACT  # 400 gigabits per second over 80 km
    if quantity.dimension in SPANS_OF_TIME:
        if word == "近":
            return said | EXACT
        if word == "over":
            return EXACT if is_spread(text.word(at - 1)) else said | EXACT
    return said


_PER = frozenset({"per", "a", "an", "/"})
# 股价盘中最低12.3元，最高15.8元: what it was, where 最高6000元 alone bounds what is paid.
_PEAK = regex("(?:股价|盘中|日内|早盘|午盘|开盘|历史|创下?)[^。；]{0,16}$")
# 毛利率高出6个百分点, 较计划超出3%: by how much, where 高出5%的部分 and 超出5% are what is over it.
_BY_HOW_MUCH = frozenset({"高出", "超出"})
