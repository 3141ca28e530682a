"""Numbers in digits, with the English magnitude behind them: 1.2 billion, 300k, 2½, 5-1/4."""

from fractions import Fraction

from exporter.evidence.reading.cardinals import and_a_part, in_so_many, rest_of_number, scale_at
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import (
    NO_QUALIFIERS,
    OVER_OR_SO,
    Numeral,
    refusal,
    value_of_digits,
)
from exporter.evidence.reading.vocabulary.numbers import (
    LETTER_SCALES,
    SCALES,
    SHORT_SCALES,
    SUPERSCRIPTS,
    VULGAR,
)
from exporter.facts.units import ORDINAL, RATIO
from exporter.facts.words import Qualifier

Read = tuple[Numeral, int]  # a numeral, and the index of the word after it


_ORDINAL_ENDS = frozenset("st nd rd th".split())


def read_digits(text: Text, at: int) -> Read:
    """A number that begins with digits, with the English magnitude behind it.

    Refused where it is malformed, or glued to what is not understood.
    """
    start, value = text.starts[at], value_of_digits(text.words[at])
    if text.word(at - 1) == "." and text.touches(at - 1) and _begins(text, at - 1):
        value, start = _leading_point(text.words[at]), text.starts[at - 1]
    if value is None:
        return refused(text, start, at + 1)
    value, end = _spaced_thousands(text, at, value)
    following = text.word(end)
    if following not in _MAY_GO_ON and following not in VULGAR:
        return _scaled(text, start, end, value)
    if following in SUPERSCRIPTS and text.touches(end - 1):
        # 12,500¹ has a footnote; 10² is a power.
        if value.denominator == 1 and value < 1000:
            return refused(text, start, end + 1)
        while text.word(end) in SUPERSCRIPTS and text.touches(end - 1):
            end += 1
    fraction = _fraction_behind(text, at, end)
    return _with_fraction(text, at, fraction, (value, start, end))


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
    if part is _SIDE_BY_SIDE:
        return _scaled(text, start, end, value)
    if text.word(at + 1) != "/":
        return _scaled(text, start, end, value + part)
    if _is_of_something_else(text, end):
        return _scaled(text, start, end, part)
    return Numeral(start, text.ends[end - 1], part, part, dimension=RATIO), end


def _begins(text: Text, point: int) -> bool:
    """Whether a point stands behind nothing that it may belong to: .5, but no 9988.5."""
    return not (text.touches(point - 1) and text.words[point - 1][-1].isalnum())


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
    return value, end


def _fraction_behind(text: Text, at: int, end: int) -> tuple[Fraction | None, int] | None:
    """½, -1/4 or 1/2 behind a number; None inside where it is no fraction that is known."""
    word = text.word(end)
    if word in VULGAR and text.starts[end] - text.ends[end - 1] <= 1:
        return VULGAR[word], end + 1
    if (
        word == "/"
        and text.touches(end - 1)
        and text.touches(end)
        and end == at + 1
        and text.word(end + 1).lstrip("-").isdecimal()
        | (text.word(end + 1)[:1] in {"-"} | set("0123456789"))
    ):
        return _slashed(text, at)
    shift = 1 if word == "-" and text.touches(end - 1) and text.touches(end) else 0
    shift = 1 if word == "and" and text.word(end + 2) == "/" else shift
    part, slash, whole = (text.word(end + shift + n) for n in range(3))
    if (
        slash == "/"
        and part.isdecimal()
        and whole.isdecimal()
        and len(part) <= 2
        and len(whole) <= 3
    ):
        if 0 < int(part) < int(whole) and text.word(end + shift + 3) != "/":
            return Fraction(int(part), int(whole)), end + shift + 3
        return None, end + shift + 3
    return None


def _slashed(text: Text, at: int) -> tuple[Fraction | None, int]:
    """2/3 of phones, 1/2 million; 10/31 may be a date, and 15/12倍 are two numbers."""
    part, whole, end = text.words[at], text.word(at + 2), at + 3
    if (
        (text.word(end) == "/" and text.touches(end - 1))
        or not whole.isdecimal()
        or not part.isdecimal()
    ):
        return _row(text, at)
    after = text.lower[text.ends[at + 2] : text.ends[at + 2] + 14].lstrip()
    if not 0 < int(part[:3]) < int(whole[:4]) or len(whole) > 3 or len(part) > 2 or whole[0] == "0":
        return _row(text, at)
    known = after.startswith(
        (
            "的",
            "以上",
            "左右",
            "of ",
            "or ",
            "less",
            "more",
            "million",
            "billion",
            "hundred",
            "thousand",
            "point",
            "%",
            "to ",
            "percent",
            "dozen",
        )
    )
    if (
        known
        or not after
        or (after[0] in "，。；,.;)）、" and int(whole) <= 20 and _said_before(text, at))
    ):
        return Fraction(int(part), int(whole)), end
    return _row(text, at)


def _said_before(text: Text, at: int) -> bool:
    return (
        text.word(at - 1)
        in {
            "the",
            "to",
            "by",
            "about",
            "at",
            "的",
            "到",
            "至",
            "约",
            "近",
            "超过",
            "只有",
            "仅",
            "达",
        }
        or len(text.words) == at + 3
    )


def _row(text: Text, at: int) -> tuple[Fraction | None, int]:
    """15/12/10倍 and $1.10/1.25 are side by side where a unit says so; else all is refused."""
    value = value_of_digits(text.words[at])
    return (_SIDE_BY_SIDE, at + 1) if value is not None and _row_end(text, at) else (None, at + 3)


_SIDE_BY_SIDE = Fraction(0)


_LONGEST_ROW = 12  # numbers


def _row_end(text: Text, at: int) -> bool:
    """Whether a row of numbers parted by slashes ends with a unit, or begins with a currency."""
    end = at
    for _ in range(_LONGEST_ROW):
        if text.word(at - 1) == "/" and text.word(at - 2)[:1].isdecimal():
            at -= 2
        minus = text.word(end + 2) == "-"
        if text.word(end + 1) == "/" and (minus or text.word(end + 2)[:1].isdecimal()):
            end += 2 + minus
    after = text.lower[text.ends[end] : text.ends[end] + 3].lstrip()
    before = text.word(at - 1)
    return after.startswith(
        ("倍", "x", "%", "亿", "万", "元", "美", "港", "pct", "pp", "个百", "bn", "mn")
    ) or (before in {"$", "€", "£", "¥", "rmb", "+", "-"} and len(text.words[at]) > 2)


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
    size, after = _size(text, end)
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


_MAY_BE_SHARED = frozenset({"in", "out", "-"})


def _plus(text: Text, end: int) -> tuple[frozenset[Qualifier], int]:
    """300+, $20-plus; the 1+6+N of an organisation says nothing of a number."""
    word, following = text.word(end), text.word(end + 1)
    if not text.touches(end - 1):
        return NO_QUALIFIERS, end
    if word == "+" and not following[:1].isdecimal() and following != "n":
        return OVER_OR_SO, end + 1
    return (OVER_OR_SO, end + 2) if word == "-" and following == "plus" else (NO_QUALIFIERS, end)


def _size(text: Text, end: int) -> tuple[Fraction, int]:
    """The magnitude behind a number: 5 million, 20-million, $5MM, 5 Mio.; 1 for none."""
    word = text.word(end)
    hyphen = word == "-" and text.touches(end - 1) and text.touches(end)
    size, after = scale_at(text, end + hyphen)
    if size == 1 and word in SHORT_SCALES and not text.word(end + 1)[:1].isdecimal():
        point = word in _ABBREVIATED and text.word(end + 1) == "." and text.touches(end)
        return Fraction(SHORT_SCALES[word]), end + 1 + point
    return size, after


_ABBREVIATED = frozenset({"mio", "mrd", "mil", "cr"})


def _letter(text: Text, end: int) -> str:
    """A letter that may be a magnitude, where no other letter or digit is glued to it."""
    word = text.word(end)
    if word not in LETTER_SCALES or (word == "g" and not text.touches(end - 1)):
        return ""
    following = text.word(end + 1)[:1] if text.touches(end) else ""
    return "" if following.isascii() and following.isalnum() else word
