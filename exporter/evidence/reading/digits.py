"""Numbers in digits, with the English magnitude behind them: 1.2 billion, 300k, 2½, 5-1/4."""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.cardinals import and_a_part, in_so_many, rest_of_number, scale_at
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.mixed_fractions import SIDE_BY_SIDE, fraction_behind
from exporter.evidence.reading.numerals import (
    NO_QUALIFIERS,
    OVER_OR_SO,
    Numeral,
    refusal,
    value_of_digits,
)
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES, SIGNS
from exporter.evidence.reading.vocabulary.numbers import (
    LETTER_SCALES,
    SCALES,
    SHORT_SCALES,
    SUPERSCRIPTS,
    VULGAR,
)
from exporter.evidence.reading.vocabulary.qualifiers import ABOUT
from exporter.facts.units import ORDINAL, RATIO
from exporter.facts.words import Qualifier

Read = tuple[Numeral, int]  # a numeral, and the index of the word after it


_ORDINAL_ENDS = frozenset("st nd rd th".split())
# 1.3e6, 1.3x10^6, 3 x 10⁸
_POWER_OF_TEN = regex(
    r"(?:e(?P<e>[+-]?[0-9]{1,2})|\s?[x*×]\s?10(?:\^(?P<caret>-?[0-9]{1,2})|(?P<above>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})))"
    r"(?![0-9a-z.^⁰¹²³⁴⁵⁶⁷⁸⁹])"
)
_ABOVE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def read_digits(text: Text, at: int) -> Read:
    """A number that begins with digits, with the English magnitude behind it.

    Refused where it is malformed, or glued to what is not understood.
    """
    start, value = text.starts[at], value_of_digits(text.words[at])
    if text.word(at - 1) == "." and text.touches(at - 1) and _begins(text, at - 1):
        value, start = _leading_point(text.words[at]), text.starts[at - 1]
    if value is None:
        return refused(text, start, at + 1)
    if text.word(at + 1) in _BEFORE_A_POWER and (power := _power_of_ten(text, at)) is not None:
        value, end = value * power[0], power[1]
        return Numeral(start, text.ends[end - 1], value, value), end
    value, end = _spaced_thousands(text, at, value)
    following = text.word(end)
    if following not in _MAY_GO_ON and following not in VULGAR:
        return _scaled(text, start, end, value)
    if following in SUPERSCRIPTS and text.touches(end - 1):
        # 12,500¹ and 315³ have a footnote; 10² is a power.
        if value.denominator == 1 and (value < 100 or (value < 1000 and value % 10 == 0)):
            return refused(text, start, end + 1)
        while text.word(end) in SUPERSCRIPTS and text.touches(end - 1):
            end += 1
    fraction = fraction_behind(text, at, end)
    return _with_fraction(text, at, fraction, (value, start, end))


_BEFORE_A_POWER = frozenset("e x * ×".split())


def _power_of_ten(text: Text, at: int) -> tuple[Fraction, int] | None:
    """The power of ten behind the number at `at`, and the index after it."""
    match = _POWER_OF_TEN.match(text.lower, text.ends[at])
    if match is None:
        return None
    exponent = match["e"] or match["caret"] or match["above"].translate(_ABOVE)
    return Fraction(10) ** int(exponent), text.at(match.end())


_MAY_GO_ON = SUPERSCRIPTS | {"/", "-", "and"} | frozenset("0123456789")


def _with_fraction(
    text: Text,
    at: int,
    fraction: tuple[Fraction | None, int] | None,
    whole: tuple[Fraction, int, int],
) -> Read:
    """A number, its start and the index behind it, with the fraction that follows."""
    value, start, end = whole
    if fraction is None:
        return _scaled(text, start, end, value)
    part, end = fraction
    if part is None:
        return refused(text, start, end)
    if part is SIDE_BY_SIDE:
        return _scaled(text, start, end, value)
    if text.word(at + 1) != "/":
        return _scaled(text, start, end, value + part)
    if _is_of_something_else(text, end):
        return _scaled(text, start, end, part)
    return Numeral(start, text.ends[end - 1], part, part, dimension=RATIO), end


def _begins(text: Text, point: int) -> bool:
    """Whether a point stands behind nothing that it may belong to: .5, but no 9988.5."""
    before = text.word(point - 1) if text.touches(point - 1) else ""
    return not (before[-1:].isalnum() or before == ".")


def _is_of_something_else(text: Text, end: int) -> bool:
    """Whether a fraction is one of a million or of a percent, and no share by itself."""
    word = text.word(end)
    if word == "of":
        return text.word(end + 2) in SCALES
    return word in SCALES or word in {"%", "percent", "percentage", "point", "per"}


def refused(text: Text, start: int, end: int) -> Read:
    """A refusal of the whole of what is glued together, and of the magnitude behind it."""
    while (
        end < len(text.words)
        and text.touches(end - 1)
        and (text.words[end][-1].isalnum() or text.words[end] in "*^'`_·•.=:/,~-")
    ):
        end += 1
    while text.word(end) in SCALES or text.word(end) in SHORT_SCALES:
        end += 1
    return refusal(start, text.ends[end - 1]), end


def _leading_point(word: str) -> Fraction | None:
    return value_of_digits(f"0.{word}") if word.isdecimal() else None


def _spaced_thousands(text: Text, at: int, value: Fraction) -> tuple[Fraction, int]:
    """1 234 567, parted by single spaces."""
    end = at + 1
    if len(text.words[at]) > 3 or not text.words[at].isdecimal() or text.words[at][0] == "0":
        return value, end
    while (
        len(word := text.word(end)[:3]) == 3
        and word.isdecimal()
        and (text.word(end) == word or text.word(end)[3:4] == ".")
        and text.starts[end] - text.ends[end - 1] == 1
        and (text.word(end) == word or value_of_digits(text.word(end)) is not None)
        and not (text.word(end + 1) == "-" and text.touches(end) and text.word(end + 2).isalpha())
    ):
        value = value * 1000 + (value_of_digits(text.words[end]) or 0)
        end += 1
    if end > at + 1 and _NEXT_CELL.match(text.lower, text.ends[end - 1]):
        return value_of_digits(text.words[at]) or value, at + 1
    return value, end


# Behind two cells of a row the third: 612 560 | 52, 161 152 | 5.9%.
_NEXT_CELL = regex(
    r" [(+−–-]?[0-9][0-9.,]*\s?(?:%|pp|bps?|x|ppts?|个百分点)?\)?%?\s*(?:$|…|(?= [(+−–-]?[0-9]))"
)


def _scaled(text: Text, start: int, end: int, value: Fraction) -> Read:
    """A number in digits with what says its magnitude behind it."""
    if text.word(end) in _ORDINAL_ENDS and text.touches(end - 1) and value.denominator == 1:
        return Numeral(start, text.ends[end], value, value, dimension=ORDINAL), end + 1
    word = text.word(end)
    if word in _MAY_BE_SHARED and (share := in_so_many(text, end, value)) is not None:
        value, end = share
        return Numeral(start, text.ends[end - 1], value, value, dimension=RATIO), end
    said = NO_QUALIFIERS
    if word in {"+", "-"}:
        said, end = _plus(text, end)
        word = text.word(end)
    if word == "and" and text.word(end + 1) in {"a", "half", "one"}:
        part, after = and_a_part(text, end)
        if part is not None and text.word(after) not in {"of", "a", "an"}:
            value, end = value + part, after
    size, after = _size(text, end, text.at(start))
    if size == 1:
        letter = _letter(text, end)
        numeral = Numeral(start, text.ends[end - 1], value, value, qualifiers=said, letter=letter)
        return numeral, end
    value *= size
    if size >= 100:
        value, after = rest_of_number(text, after, value, size)
    if text.word(after) == "+" and text.touches(after - 1):
        said, after = OVER_OR_SO, after + 1
    return Numeral(start, text.ends[after - 1], value, value, size, said), after


_MAY_BE_SHARED = frozenset({"in", "out", "of", "-"})


def _plus(text: Text, end: int) -> tuple[frozenset[Qualifier], int]:
    """300+, $20-plus; the 1+6+N of an organisation says nothing of a number."""
    word, following = text.word(end), text.word(end + 1)
    if not text.touches(end - 1):
        return NO_QUALIFIERS, end
    if word == "+" and not following[:1].isdecimal() and following != "n":
        return OVER_OR_SO, end + 1
    if word == "-" and following in {"odd", "ish", "some"}:
        return ABOUT, end + 2
    return (OVER_OR_SO, end + 2) if word == "-" and following == "plus" else (NO_QUALIFIERS, end)


def _size(text: Text, end: int, first: int) -> tuple[Fraction, int]:
    """The magnitude behind a number: 5 million, 20-million, $5MM, 5 Mio.; 1 for none."""
    word = text.word(end)
    hyphen = word == "-" and text.touches(end - 1) and text.touches(end)
    size, after = scale_at(text, end + hyphen)
    if word == "mm" and not _is_million(text, end, first):
        return size, after
    if size == 1 and word in SHORT_SCALES and not text.word(end + 1)[:1].isdecimal():
        return Fraction(SHORT_SCALES[word]), end + 1 + _has_point(text, end)
    return size, after


def _is_million(text: Text, end: int, first: int) -> bool:
    """Whether mm is a million, and no millimetre: $85mm, 85MM, USD 85 mm."""
    if text.folded[text.starts[end] : text.ends[end]].isupper():
        return True
    before, after = text.word(first - 1), text.word(end + 1)
    return before in SIGNS or before in PREFIXES or after in PREFIXES


_ABBREVIATED = frozenset({"mio", "mrd", "mil", "cr"})
_MAY_END = frozenset("mill mln bln thou thsd ths tsd".split())


def _has_point(text: Text, at: int) -> bool:
    """Whether a magnitude is written with a point: 5 Mio. euros, 12 mln. tonnes.

    Some are also written without, so that a capital behind the point begins a sentence.
    """
    if text.word(at + 1) != "." or not text.touches(at):
        return False
    word, after = text.words[at], text.word(at + 2)
    return word in _ABBREVIATED or (
        word in _MAY_END and after.isalpha() and text.folded[text.starts[at + 2]].islower()
    )


def _letter(text: Text, end: int) -> str:
    """A letter that may be a magnitude, where no other letter or digit is glued to it."""
    word = text.word(end)
    if word not in LETTER_SCALES:
        return ""
    if word == "g" and not text.touches(end - 1) and text.words[end - 1].isdecimal():
        return ""
    following = text.word(end + 1)[:1] if text.touches(end) else ""
    return "" if following.isascii() and following.isalnum() else word
