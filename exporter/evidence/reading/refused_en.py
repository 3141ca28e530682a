"""English number words that make no number that is understood: none of them is read in parts."""

from exporter.evidence.reading.cardinals import part_at, say
from exporter.evidence.reading.digits import Read
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import refusal
from exporter.evidence.reading.vocabulary.numbers import CARDINALS, NTHS, PARTS_EN, SCALES, TENS

_DOZENS = frozenset("dozen dozens doz dozs dz dzs".split())


def refused_words(text: Text, at: int, end: int) -> Read:
    """A refusal of all number words from `at` on."""
    while _is_number_word(text.word(end)) or (
        text.word(end) in {"-", "and"} and _is_number_word(text.word(end + 1))
    ):
        end += 1
    return refusal(text.starts[at], text.ends[end - 1]), end


def _is_number_word(word: str) -> bool:
    return word in CARDINALS or word in SCALES or _is_nth(word)


def _is_nth(word: str) -> bool:
    stem = word.removesuffix("s")
    return (stem in NTHS or stem in PARTS_EN) and stem not in {"second", "quarter", "half"}


def runs_on(text: Text, end: int) -> bool:
    """Whether number words follow that make no number with those before: one one hundred fifth."""
    word = text.word(end)
    if word == "-" and text.touches(end) and _is_nth(text.word(end + 1)):
        return True
    if word == "and" and text.word(end + 1) in CARDINALS:
        more = say(text, end + 1, None)
        if more and more.value < 10 and text.word(end - 1) in TENS and text.word(more.end) == "and":
            return True  # twenty and three and three fifths
        part = part_at(text, more.end + (text.word(more.end) == "-")) if more else None
        return part is not None and part.is_plural and part.whole != 4
    return (
        (word in CARDINALS and word != "one")
        or (word == "one" and text.word(end + 1) in SCALES)
        or word in _DOZENS
        or (_is_nth(word) and text.word(end + 1) != "-")
    )
