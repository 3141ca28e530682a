"""Numerals of English text: twenty-five, half a million, two thirds, doubled, first."""

from collections.abc import Callable
from fractions import Fraction

from exporter.evidence.reading.cardinals import SPANS, Said, in_so_many, say, scale_at
from exporter.evidence.reading.digits import Read
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.multiples_en import is_somebodys
from exporter.evidence.reading.numbered_en import (
    KINDS,
    is_number_one,
    is_numbered,
    is_of_a_name,
    is_of_an_idiom,
    nth,
    numbered,
)
from exporter.evidence.reading.numerals import ONE, Numeral, a_few
from exporter.evidence.reading.shares_en import (
    is_joined_to_points,
    is_part,
    read_half,
    read_half_alone,
    read_parts,
    whole_numeral,
)
from exporter.evidence.reading.vocabulary.numbers import (
    CARDINALS,
    MULTIPLES,
    NTHS,
    PARTS_EN,
    PLURAL_SCALES,
    SCALES,
    TIMES_WORDS,
    VULGAR,
)
from exporter.evidence.reading.vocabulary.verbs import PRESENT, VERBS
from exporter.facts.units import MULTIPLE, RATIO

STARTS = frozenset(
    (
        *CARDINALS, *MULTIPLES, *TIMES_WORDS, *PLURAL_SCALES, *NTHS, *VULGAR,
        *(f"{word}fold" for word in (*CARDINALS, "hundred")),
        *"a an half hundred thousand million billion trillion dozen few several quarter".split(),
        "no", "#", "number",
    )
)  # fmt: skip
FOLDS = {f"{word}fold": value for word, value in CARDINALS.items()} | {"hundredfold": 100}
_SMALL_PLURALS = frozenset("few several couple handful".split())


def read_words(text: Text, at: int) -> Read | None:
    """Twenty-five, two hundred and fifty thousand, half a million, two thirds, doubled, first."""
    word = text.words[at]
    if word in FOLDS:
        return whole_numeral(text, at, at + 1, FOLDS[word], MULTIPLE)
    if word in MULTIPLES:
        is_verb = text.word(at + 1) != "-" and _is_verb(text, at)
        return whole_numeral(text, at, at + 1, MULTIPLES[word], MULTIPLE) if is_verb else None
    return _READERS.get(word, _cardinal)(text, at)


def _vulgar(text: Text, at: int) -> Read | None:
    """½, ¾ million."""
    if at and text.touches(at - 1) and text.words[at - 1][-1].isalnum():
        return None
    size, end = scale_at(text, at + 1)
    value = VULGAR[text.words[at]] * size
    return Numeral(text.starts[at], text.ends[end - 1], value, value, size), end


_BEFORE_A_VERB = frozenset(
    (
        "to will would could may might can did should must not not-only expected more "
        "nearly almost than about and"
    ).split()
)
_AFTER_A_VERB = frozenset(
    (
        "the its their in to from by that this our over every as again sales revenue "
        "profit profits output capacity"
    ).split()
)


def _is_verb(text: Text, at: int) -> bool:
    """Doubled; but in "double blind" and "a triple crown" nothing is."""
    word = text.words[at]
    if not word.endswith("le"):
        return True
    after = text.word(at + 1)
    is_verb = text.word(at - 1) in _BEFORE_A_VERB or after in _AFTER_A_VERB
    is_verb = is_verb or (after in {"last", "this"} and text.word(at + 2).endswith("'s"))
    is_small = text.folded[text.starts[at]].islower()  # Double Diamond's sales have a name
    return is_verb or not after[:1].isalpha() or (is_small and is_somebodys(text, at + 1))


def _is_joined_to_another(text: Text, at: int) -> bool:
    is_joined = text.word(at + 1) == "-" and text.touches(at + 1)
    return is_joined and not is_joined_to_points(text, at)


def _article(text: Text, at: int) -> Read | None:
    """A million, a few hundred, a third, a quarter of a million, an hour."""
    word = text.word(at + 1)
    if text.touches(at) and word == "-":
        word, shift = text.word(at + 2), 2
    else:
        shift = 1
    if word in _SMALL_PLURALS:
        return _vague(text, at)
    if word in SCALES:
        said = say(text, at + shift, ONE)
        return read_parts(text, at, said) if said is not None else None
    if word == "percentage" and text.word(at + shift + 1) == "point":
        is_part_of = text.word(at - 1) in {"of", "half", "quarter"}
        return None if is_part_of else whole_numeral(text, at, at + 1, ONE)
    if word in _WHOLE and text.word(at + shift + 1) in _WHOLE_UNITS:
        return whole_numeral(text, at, at + shift + 1, ONE)
    if word in _ADJECTIVES and (word := text.word(at + shift + 1)) in PARTS_EN:
        shift += 1
    if word != "half" and _is_joined_to_another(text, at + shift):
        return None  # a third-party audit
    if word == "half" or (word in PARTS_EN and is_part(text, at, at + shift + 1)):
        return read_half(text, at, at + shift)
    if (
        word in SPANS
        and text.word(at - 1) in _BEFORE_A_SPAN
        and text.word(at + 2) not in {"ago", "earlier", "before", "prior", "later"}
        and text.word(at + 3) not in {"ago", "earlier", "before", "prior"}
    ):
        return whole_numeral(text, at, at + 1, ONE)
    return None


_WHOLE = frozenset({"full", "whole", "single"})
# A mere tenth, a full third.
_ADJECTIVES = frozenset("mere full whole single scant bare paltry meagre meager".split())
_WHOLE_UNITS = frozenset({"percentage", "percent", "point"})
_BEFORE_A_SPAN = frozenset(
    (
        "in within under over than about around nearly almost for take takes just only "
        "least most of"
    ).split()
) - {"of"}


def _vague(text: Text, at: int) -> Read | None:
    """Several, a few hundred, dozens, tens of thousands of: numbers that are a range."""
    index = at + (text.words[at] in {"a", "an"})
    if text.word(at - 1) == "as":
        return None
    word = text.word(index)
    if word in _SMALL_PLURALS:
        end = index + 1
        if word in {"couple", "handful"}:
            if text.word(end) != "of":
                return None
            end += 1
        size, last = scale_at(text, end)
        numeral = a_few(text.starts[at], text.ends[(last if size > 1 else end) - 1], size)
        return numeral, last if size > 1 else end
    size, end = Fraction(PLURAL_SCALES[word]), index + 1
    if text.word(end) == "of" and text.word(end + 1) in PLURAL_SCALES:
        size, end = size * PLURAL_SCALES[text.word(end + 1)], end + 2
    if text.word(end) == "of":
        end += 1
    elif word == "tens":
        return None
    return a_few(text.starts[at], text.ends[end - 1], size), end


_AFTER_TIMES = frozenset("as the that its those what their".split())


def _times_word(text: Text, at: int) -> Read | None:
    word, after = text.words[at], text.word(at + 1)
    value = Fraction(TIMES_WORDS[word])
    is_over = after == "over" and not text.word(at + 2)[:1].isdecimal()
    is_compared = after in _AFTER_TIMES or is_over or is_somebodys(text, at + 1)
    if word != "once" and is_compared:
        return whole_numeral(text, at, at + 1, value, MULTIPLE)
    if (
        after in {"a", "an", "per", "each", "every", "daily", "weekly", "monthly"}
        and text.word(at + 2) != "again"
    ):
        return whole_numeral(text, at, at + 1, value)
    return None


def _cardinal(text: Text, at: int) -> Read | None:
    word = text.words[at]
    if word in CARDINALS and text.word(at + 1) in {"in", "out", "of", "-"}:
        share = in_so_many(text, at + 1, Fraction(CARDINALS[word]))
        if share is not None:
            return whole_numeral(text, at, share[1], share[0], RATIO)
    if (part := _one_of_so_many(text, at)) is not None:
        return part
    if is_numbered(text, at) or (word == "one" and not is_number_one(text, at)):
        return None
    if text.word(at + 1) == "-" and text.word(at + 2) in KINDS and text.touches(at):
        return None
    if text.word(at - 1) == "-" and text.word(at - 2) in CARDINALS and text.touches(at - 1):
        return None
    if is_of_a_name(text, at) or is_of_an_idiom(text, at):
        return None
    said = say(text, at, None)
    return read_parts(text, at, _with_score(text, said)) if said is not None else None


_NO_THINGS = frozenset("sheets cards lines boards draws points".split())


def _with_score(text: Text, said: Said) -> Said:
    """Three score goats are sixty; two score sheets are two."""
    thing = text.word(said.end + 1)
    is_one = text.word(said.end) == "score" and said.value in _SCORED
    if not is_one or not thing.endswith("s") or thing in _NO_THINGS:
        return said
    return said._replace(value=said.value * PLURAL_SCALES["scores"], end=said.end + 1)


_SCORED = range(2, 10)


_AFTER_SO_MANY = frozenset({"", ".", ",", ";", "now", "still", "no", "already"}) | VERBS | PRESENT


def _one_of_so_many(text: Text, at: int) -> Read | None:
    """One home in seven is a share; two shops in seven towns are two figures."""
    noun, index = text.word(at + 1), at + 2
    if text.words[at] not in CARDINALS or not noun.isalpha() or text.word(index) != "in":
        return None
    share = in_so_many(text, index, Fraction(CARDINALS[text.words[at]]))
    if share is None or not noun.isascii() or noun in CARDINALS or noun in SCALES:
        return None
    after = text.word(share[1])
    if after not in _AFTER_SO_MANY and not after.endswith("ed"):
        return None
    return whole_numeral(text, at, share[1], share[0], RATIO)


_BEFORE_A_HALF = frozenset("for in during over throughout through within".split())
# Which half it is of a thing, or what it is half of: the half it owns, in the half million homes.
_OF_A_THING = frozenset("of a an that which it they he she we not - million billion".split())


def _part_alone(text: Text, at: int) -> Read | None:
    """Half of something; the half-year that is reported on (orders in the half) is no share."""
    is_led = text.word(at - 1) == "the" and text.word(at - 2) in _BEFORE_A_HALF
    is_of_a_year = is_led and text.words[at] == "half" and text.word(at + 1) not in _OF_A_THING
    is_share = not is_of_a_year or text.word(at + 1) in SCALES
    return read_half_alone(text, at) if is_share else None


_READERS: dict[str, Callable[[Text, int], Read | None]] = {
    **dict.fromkeys((*PLURAL_SCALES, *_SMALL_PLURALS), _vague),
    **dict.fromkeys(TIMES_WORDS, _times_word),
    **dict.fromkeys(VULGAR, _vulgar),
    **dict.fromkeys(("no", "number", "#"), numbered),
    **dict.fromkeys(NTHS, nth),
    **dict.fromkeys(("half", "quarter"), _part_alone),
    **dict.fromkeys(("a", "an"), _article),
}
