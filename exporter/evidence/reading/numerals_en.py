"""Numerals of English text: twenty-five, half a million, two thirds, doubled, first."""

from collections.abc import Callable
from fractions import Fraction

from exporter.evidence.reading.cardinals import (
    SPANS,
    Said,
    and_a_part,
    in_so_many,
    rest_of_number,
    say,
    scale_at,
)
from exporter.evidence.reading.digits import Read
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import (
    NO_QUALIFIERS,
    ONE,
    OVER_OR_SO,
    Numeral,
    a_few,
    refusal,
)
from exporter.evidence.reading.vocabulary.numbers import (
    CARDINALS,
    MULTIPLES,
    NTHS,
    ONES,
    PARTS_EN,
    PLURAL_SCALES,
    SCALES,
    TIMES_WORDS,
    VULGAR,
)
from exporter.facts.units import MULTIPLE, ORDINAL, RATIO

STARTS = frozenset(
    (
        *CARDINALS, *MULTIPLES, *TIMES_WORDS, *PLURAL_SCALES, *NTHS, *VULGAR,
        *(f"{word}fold" for word in (*CARDINALS, "hundred")),
        *"a an half hundred thousand million billion trillion dozen few several quarter".split(),
        "no", "#", "number",
    )
)  # fmt: skip
FOLDS = {f"{word}fold": value for word, value in CARDINALS.items()} | {"hundredfold": 100}


# Day two, phase one: the number of a thing in a row.
_LABELS = frozenset("day phase part stage round chapter volume act level tier step".split())
_SMALL_PLURALS = frozenset("few several couple handful".split())


_ONE_IDIOMS = frozenset(
    "stop off another sided time of day hand way party on thing to by-one who that which".split()
)


_NOT_ONE_AFTER = frozenset("the this that no any each every which another some not".split())


_PARTS_OF_TIME = frozenset(
    "last past next first for previous consecutive these those following recent all".split()
)


def read_words(text: Text, at: int) -> Read | None:
    """Twenty-five, two hundred and fifty thousand, half a million, two thirds, doubled, first."""
    word = text.words[at]
    if word in FOLDS:
        return _whole(text, at, at + 1, FOLDS[word], MULTIPLE)
    if word in MULTIPLES:
        is_verb = text.word(at + 1) != "-" and _is_verb(text, at)
        return _whole(text, at, at + 1, MULTIPLES[word], MULTIPLE) if is_verb else None
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
    return text.word(at - 1) in _BEFORE_A_VERB or after in _AFTER_A_VERB or not after[:1].isalpha()


def _whole(text: Text, first: int, last: int, value: Fraction | int, dimension: str = "") -> Read:
    value = Fraction(value)
    return Numeral(text.starts[first], text.ends[last - 1], value, value, dimension=dimension), last


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
        return _said(text, at, said) if said is not None else None
    if word == "half" or (word in PARTS_EN and _is_part(text, at, at + shift + 1)):
        return _half(text, at, at + shift)
    if (
        word in SPANS
        and text.word(at - 1) in _BEFORE_A_SPAN
        and text.word(at + 2) not in {"ago", "earlier", "before", "prior", "later"}
        and text.word(at + 3) not in {"ago", "earlier", "before", "prior"}
    ):
        return _whole(text, at, at + 1, ONE)
    return None


_BEFORE_A_SPAN = frozenset(
    (
        "in within under over than about around nearly almost for take takes just only "
        "least most of"
    ).split()
) - {"of"}


_AFTER_PART = frozenset(
    (
        "of more less fewer lower higher larger cheaper faster year from to in since "
        "are is were was compared versus and or year-on-year leave left on at said "
        "while but by"
    ).split()
)


def _is_part(text: Text, first: int, after: int) -> bool:
    """Whether `a third` is a share, and no third of a series."""
    word = text.word(after)
    if text.words[after - 1] == "quarter" and word in {
        "ago",
        "earlier",
        "in",
        "to",
        "and",
        "or",
        "year",
    }:
        return word in {"to", "and", "or", "in"} and text.word(first - 1) in {
            "by",
            "about",
            "nearly",
            "almost",
            "to",
        }
    return not word or not word[0].isalnum() or word in _AFTER_PART


def _half_alone(text: Text, at: int) -> Read | None:
    return _half(text, at, at)


def _half(text: Text, first: int, at: int) -> Read | None:
    """Half of, half a million, a quarter of a million, half an hour, half a percent."""
    word = text.words[at]
    if text.word(first - 1) in _OF_A_SERIES or text.word(at + 1) in {"time", "way"}:
        return None
    index = _whole_of(text, at)
    if index is None:
        return None
    share = Fraction(1, PARTS_EN[word])
    size, end = scale_at(text, index)
    if size > 1:
        more, last = rest_of_number(text, end, share * size, size)
        return Numeral(text.starts[first], text.ends[last - 1], more, more, size), last
    follows = text.word(index)
    if follows in SPANS:
        is_length = word == "half"
        end = text.ends[index - 1]
        return (Numeral(text.starts[first], end, share, share), index) if is_length else None
    if follows in _UNITS_OF_SHARES:
        return Numeral(text.starts[first], text.ends[index - 1], share, share), index
    return None if word == "quarter" and first == at else _whole(text, first, at + 1, share, RATIO)


_OF_A_SERIES = frozenset(
    "first second latter other and third fourth last per this next each every".split()
)
_UNITS_OF_SHARES = frozenset("percent percentage per point basis %".split())


def _whole_of(text: Text, at: int) -> int | None:
    """The index of what a half is of: a million, an hour; None for half-yearly and half-time."""
    index = at + 1
    if text.word(index) == "-" and text.touches(at):
        index += 1
        word = text.word(index)
        if word in {"yearly", "time", "back", "life", "hearted"}:
            return None
        if word == "year" and text.word(index + 1).isalpha():
            return None
    word, following = text.word(index), text.word(index + 2)
    if word == "of" and text.word(index + 1) in {"a", "an", "one"}:
        known = following in SCALES or following in _UNITS_OF_SHARES
        return index + 2 if known else at + 1
    if word in {"a", "an"}:
        return index + 1
    return index if word in SCALES or word in SPANS else at + 1


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


def _times_word(text: Text, at: int) -> Read | None:
    word, after = text.words[at], text.word(at + 1)
    value = Fraction(TIMES_WORDS[word])
    if word != "once" and after in {"as", "the", "that", "its", "those", "what", "their"}:
        return _whole(text, at, at + 1, value, MULTIPLE)
    if (
        after in {"a", "an", "per", "each", "every", "daily", "weekly", "monthly"}
        and text.word(at + 2) != "again"
    ):
        return _whole(text, at, at + 1, value)
    return None


def _numbered(text: Text, at: int) -> Read | None:
    """No. 1, #1, number one."""
    word, index = text.words[at], at + 1
    if word == "no":
        if text.word(index) != ".":
            return None
        index += 1
    elif word == "#" and not text.touches(at):
        return None
    said = text.word(index)
    value = (
        int(said)
        if said.isdecimal() and len(said) < 10 and word != "number"
        else ONES.get(said)
        if word == "number"
        else None
    )
    if value is None:
        return None
    return _whole(text, at, index + 1, value, ORDINAL)


def _nth(text: Text, at: int) -> Read | None:
    """The first company, third-generation, second-largest; not a second, first-hand or at first."""
    word, before, after = text.words[at], text.word(at - 1), text.word(at + 1)
    if before in {"per", "at", "each", "every", "/"} or (before == "-" and at > 1):
        return None
    if (
        after in {"half", "party", "parties", "hand", "class", "quarter", "quarters"}
        or (after == "-" and text.word(at + 2) in {"party", "hand", "class", "half", "quarter"})
        or (after == "of" and text.word(at + 2) == "all")
    ):
        return None
    if before == "a" and not (after.isalpha() or after == "-"):
        return None
    return _whole(text, at, at + 1, NTHS[word], ORDINAL)


def _cardinal(text: Text, at: int) -> Read | None:
    word = text.words[at]
    if word in CARDINALS and text.word(at + 1) in {"in", "out", "-"}:
        share = in_so_many(text, at + 1, Fraction(CARDINALS[word]))
        if share is not None:
            return _whole(text, at, share[1], share[0], RATIO)
    if text.word(at - 1) in _LABELS or (word == "one" and not _is_number_one(text, at)):
        return None
    if text.word(at - 1) == "-" and text.word(at - 2) in CARDINALS and text.touches(at - 1):
        return None
    said = say(text, at, None)
    return _said(text, at, said) if said is not None else None


def _said(text: Text, at: int, said: Said) -> Read:
    """A cardinal with its parts, its plus, or what makes it no number that is understood."""
    if (share := _share(text, at, said)) is not None:
        value, end = share
        return refused_words(text, at, end) if value is None else _share_of(text, at, end, value)
    value, end = _and_parts(text, said)
    if _runs_on(text, end):
        return refused_words(text, at, end)
    said_by = NO_QUALIFIERS
    if text.word(end) == "+" and text.touches(end - 1):
        said_by, end = OVER_OR_SO, end + 1
    elif text.word(end) == "-" and text.word(end + 1) == "plus":
        said_by, end = OVER_OR_SO, end + 2
    return Numeral(text.starts[at], text.ends[end - 1], value, value, said.size, said_by), end


def refused_words(text: Text, at: int, end: int) -> Read:
    """A refusal of all number words from `at` on."""
    while (
        text.word(end) in CARDINALS
        or text.word(end) in SCALES
        or (text.word(end) == "-" and text.word(end + 1) in NTHS)
        or _is_nth(text.word(end))
    ):
        end += 1
    return refusal(text.starts[at], text.ends[end - 1]), end


def _share_of(text: Text, at: int, end: int, value: Fraction) -> Read:
    """Two thirds of users; two thirds of a million, three-tenths of a percent."""
    of = end + 2 if text.word(end) == "of" and text.word(end + 1) == "a" else end
    size, last = scale_at(text, of)
    if size > 1:
        value *= size
        return Numeral(text.starts[at], text.ends[last - 1], value, value, size), last
    if of > end and text.word(of) in _UNITS_OF_SHARES:
        return Numeral(text.starts[at], text.ends[of - 1], value, value), of
    return _whole(text, at, end, value, RATIO)


def _is_nth(word: str) -> bool:
    stem = word.removesuffix("s")
    return (stem in NTHS or stem in PARTS_EN) and stem not in {"second", "quarter", "half"}


def _runs_on(text: Text, end: int) -> bool:
    """Whether number words follow that make no number with those before: one one hundred fifth."""
    word = text.word(end)
    if word == "-" and text.touches(end) and _is_nth(text.word(end + 1)):
        return True
    return (
        (word in CARDINALS and word != "one")
        or (word == "one" and text.word(end + 1) in SCALES)
        or (_is_nth(word) and text.word(end + 1) != "-")
    )


def _is_number_one(text: Text, at: int) -> bool:
    before, after = text.word(at - 1), text.word(at + 1)
    if before in _NOT_ONE_AFTER or (before == "-" and text.touches(at - 1)):
        return False
    if after == "-":
        return text.word(at + 2) not in {
            "stop",
            "off",
            "sided",
            "time",
            "on",
            "way",
            "to",
            "of",
            "party",
            "size",
        }
    return (
        after not in _ONE_IDIOMS
        and after != "'s"
        and (after.isalpha() or after[:1] == "-" or at > 0)
    )


def _share(text: Text, at: int, said: Said) -> tuple[Fraction | None, int] | None:
    """Two thirds, a tenth: the value, None where it is not sure, and the index behind it."""
    index = said.end + (text.word(said.end) == "-")
    part = text.word(index)
    singular = part if part in PARTS_EN else part.removesuffix("s")
    if singular not in PARTS_EN or (part == singular and said.value != 1):
        return None
    if singular == "quarter":
        is_time = text.word(at - 1) in _PARTS_OF_TIME
        if is_time or (said.value == 1 and not _is_part(text, at, index + 1)):
            return None
    return (None if said.value >= 100 else said.value / PARTS_EN[singular]), index + 1


def _and_parts(text: Text, said: Said) -> tuple[Fraction, int]:
    """Three and a half, two-and-a-half, a million and a half, five and a half million."""
    value, size, end = said
    index = end + (text.word(end) == "-" and text.word(end + 1) == "and")
    if text.word(index) != "and":
        return value, end
    part, after = and_a_part(text, index)
    rest = [word for word in (text.word(index + n) for n in range(1, 5)) if word != "-"]
    if part is None and rest[:2] == ["a", "half"]:
        part = Fraction(1, 2)
        after = next(n for n in range(index, index + 6) if text.word(n) == "half") + 1
    if part is None or text.word(after) in {"of", "a", "an", "the"}:
        return value, end
    scale, last = scale_at(text, after)
    if scale == 1:
        return value + (part * size if size >= 1000 else part), after
    if size == 1:
        return (value + part) * scale, last
    return (value + part * scale, last) if scale < size else (value, end)


_READERS: dict[str, Callable[[Text, int], Read | None]] = {
    **dict.fromkeys((*PLURAL_SCALES, *_SMALL_PLURALS), _vague),
    **dict.fromkeys(TIMES_WORDS, _times_word),
    **dict.fromkeys(VULGAR, _vulgar),
    **dict.fromkeys(("no", "number", "#"), _numbered),
    **dict.fromkeys(NTHS, _nth),
    **dict.fromkeys(("half", "quarter"), _half_alone),
    **dict.fromkeys(("a", "an"), _article),
}
