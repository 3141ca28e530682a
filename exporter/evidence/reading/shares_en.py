"""Parts in English words: two thirds, half a million, a quarter, three and a half percent."""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.cardinals import (
    SPANS,
    Said,
    and_a_part,
    part_at,
    rest_of_number,
    scale_at,
)
from exporter.evidence.reading.digits import Read
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import NO_QUALIFIERS, OVER_OR_SO, Numeral
from exporter.evidence.reading.refused_en import refused_words, runs_on
from exporter.evidence.reading.shares_then import is_moved_share, moved_since, was_then
from exporter.evidence.reading.vocabulary.numbers import CARDINALS, PARTS_EN, SCALES, TENS
from exporter.evidence.reading.vocabulary.qualifiers import ABOUT
from exporter.evidence.reading.vocabulary.verbs import PRESENT
from exporter.facts.units import POINTS, RATIO

_UNITS_OF_SHARES = frozenset("percent percentage per point basis %".split())
_PARTS_OF_TIME = frozenset(
    "took takes take lasted lasts within last past next first for previous consecutive "
    "these those following recent all".split()
)
_AFTER_PART = frozenset(
    (
        "of more less fewer lower higher larger cheaper faster year from to in since "
        "are is were was compared versus and or year-on-year leave left on at said "
        "while but by"
    ).split()
)
# What a part of something does, and a third shop does not: its verb stands behind the shop.
_DONE_BY_A_PART = frozenset(
    (
        "come comes came go goes went stay stays stayed remain remains lie lies lay stand stands "
        "stood belong belongs have has had do does did consist consists fell rose grew use uses "
        "used pay pays paid own owns say says expect expects live lives work works will would can "
        "could may might should also now still already being owing"
    ).split()
)
# A quarter never come in: what many do, and one alone does not.
_HOW_OFTEN = frozenset("never always often seldom sometimes also still now just".split())
_DONE_BY_MANY = PRESENT | frozenset(
    "do consist reply drive ride walk spend save borrow invest visit subscribe renew cancel switch "
    "shop cook smoke drink eat sleep watch read write speak trust prefer skip".split()
)
# About a third, over a quarter: never said of one in a row.
_SAID_OF_PARTS = frozenset(
    "about nearly almost over under than roughly around approximately least most".split()
)
_BEFORE_A_CLAUSE = frozenset("and but while whereas with , ; : .".split()) | {""}
_ANOTHER_PART = regex(
    r"(?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)(?![a-z])"
    r"|(?:[0-9]|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?"
    r"(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)|%|per ?cent(?![a-z])"
    r"|(?<![a-z])(?:one|an?)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?![a-z])"
    r"|(?<!first )(?<!second )(?<!latter )(?<![a-z-])half(?![a-z-]| year)"
)
# A quarter of a year, or of something: "a quarter ago", but "by a quarter in May".
_AFTER_QUARTER = frozenset("ago earlier in to and or year".split())
_AFTER_SHARE = frozenset("to and or in".split())
_BEFORE_SHARE = frozenset("by about nearly almost to".split())


def whole_numeral(
    text: Text, first: int, last: int, value: Fraction | int, dimension: str = ""
) -> Read:
    """The words from `first` to before `last` as a numeral."""
    value = Fraction(value)
    return Numeral(text.starts[first], text.ends[last - 1], value, value, dimension=dimension), last


def read_parts(text: Text, at: int, said: Said) -> Read:
    """A cardinal with its parts, its plus, or what makes it no number that is understood."""
    if (share := _share(text, at, said)) is not None:
        value, end = share
        return refused_words(text, at, end) if value is None else _share_of(text, at, end, value)
    value, end = _and_parts(text, said)
    if runs_on(text, end):
        return refused_words(text, at, end)
    said_by = NO_QUALIFIERS
    if text.word(end) == "+" and text.touches(end - 1):
        said_by, end = OVER_OR_SO, end + 1
    elif text.word(end) == "-" and text.word(end + 1) == "plus":
        said_by, end = OVER_OR_SO, end + 2
    elif text.word(end) == "-" and text.word(end + 1) == "odd":
        said_by, end = ABOUT, end + 2
    return Numeral(text.starts[at], text.ends[end - 1], value, value, said.size, said_by), end


def is_part(text: Text, first: int, after: int) -> bool:
    """Whether `a third` is a share, and no third of a series."""
    word = text.word(after)
    if was_then(text, first, after) or moved_since(text, first, after):
        return True
    if text.words[after - 1] == "quarter" and word in _AFTER_QUARTER:
        return word in _AFTER_SHARE and text.word(first - 1) in _BEFORE_SHARE
    if not word or not word[0].isalnum() or word in _AFTER_PART or word in _DONE_BY_A_PART:
        return True
    if (word in _HOW_OFTEN or word.endswith("ly")) and text.word(after + 1) in _DONE_BY_MANY:
        return True
    before = text.word(first - 1)
    if before in _SAID_OF_PARTS:
        return before != "about" or text.word(first - 2) in _BEFORE_A_CLAUSE
    follows = before in _BEFORE_A_CLAUSE
    return follows and _ANOTHER_PART.search(text.lower, 0, text.starts[first]) is not None


# --- Two thirds


def _share(text: Text, at: int, said: Said) -> tuple[Fraction | None, int] | None:
    """Two thirds, three twenty-fifths: the value and the index behind it; None for no share.

    The value is None where it is not sure: "one hundred thirty fifths" may be 100/35 or 130/5.
    """
    hyphen = text.word(said.end) == "-"
    part = part_at(text, said.end + hyphen)
    if part is None:
        return None
    if not part.is_plural and said.value != 1:
        return None
    if part.whole == 4:
        if part.is_plural and said.value % 2 == 0:
            return None  # two quarters are half a year
        is_time = text.word(at - 1) in _PARTS_OF_TIME or _are_those_of_a_year(text, at, part.end)
        if is_time or (said.value == 1 and not is_part(text, at, part.end)):
            return None
    value = said.value / part.whole
    return (value if _is_sure(text, at, said, part.whole) else None), part.end


def _are_those_of_a_year(text: Text, at: int, end: int) -> bool:
    """In the three quarters, over the three quarters of 2025; no three quarters of the staff."""
    if text.word(at - 1) != "the" or text.word(at - 2) not in _WITHIN:
        return False
    if text.word(end) == "of":
        return text.used[end + 1 : end + 2] > b"\0"
    return text.word(end) not in _OF_THEM


_WITHIN = frozenset("in over across for during through throughout within of".split())
_OF_THEM = frozenset("who whose that which".split())


def _is_sure(text: Text, at: int, said: Said, whole: int) -> bool:
    """Whether no other number is in the same words: 100 2/5 is in "one hundred and two fifths"."""
    if said.value < 100:
        return True
    if text.word(said.end) == "-":
        return False
    if said.size >= 100:  # a hundred trillionths; five hundred thousandths may be 5/100,000
        return text.words[at] in {"a", "one"} and whole >= 10**6
    rest = said.value % 100
    return rest > whole and text.word(said.end - 1) not in TENS


def _share_of(text: Text, at: int, end: int, value: Fraction) -> Read:
    """Two thirds of users; two thirds of a million, three-tenths of a percent."""
    of = end + 2 if text.word(end) == "of" and text.word(end + 1) in {"a", "one", "1"} else end
    size, last = scale_at(text, of)
    if size > 1:
        value *= size
        return Numeral(text.starts[at], text.ends[last - 1], value, value, size), last
    if of > end and text.word(of) in _UNITS_OF_SHARES:
        return Numeral(text.starts[at], text.ends[of - 1], value, value), of
    if is_moved_share(text, at, end):
        return whole_numeral(text, at, end, value / 100, POINTS)
    return whole_numeral(text, at, end, value, RATIO)


# --- Three and a half


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


# --- Half of


_OF_A_SERIES = frozenset(
    "first second latter other and third fourth last per this next each every".split()
)
_ENDS_OF_ORDINALS = frozenset({"st", "nd"})  # the 1st half, 2nd-half sales
_NOT_OF_A_YEAR = frozenset("yearly time back life hearted".split())


def read_half_alone(text: Text, at: int) -> Read | None:
    """Half, or a quarter, without an article."""
    return read_half(text, at, at)


def read_half(text: Text, first: int, at: int) -> Read | None:
    """Half of, half a million, a quarter of a million, half an hour, half a percent."""
    word = text.words[at]
    before = text.word(first - 1)
    is_of_a_series = before in _OF_A_SERIES and (before != "and" or first == at)
    ordinal = first - 1 - (before == "-")
    is_of_a_series = is_of_a_series or text.word(ordinal) in _ENDS_OF_ORDINALS
    is_of_none = text.word(at + 1) in {"time", "way"}
    if is_of_none or (is_of_a_series and not _is_of_its_own(text, at)):
        return None
    index = _whole_of(text, at)
    if index is None:
        return None
    share = Fraction(1, PARTS_EN[word])
    if is_joined_to_points(text, at):  # a half-point rise
        return Numeral(text.starts[first], text.ends[at], share, share), at + 1
    size, end = scale_at(text, index)
    if size > 1:
        more, last = rest_of_number(text, end, share * size, size)
        return Numeral(text.starts[first], text.ends[last - 1], more, more, size), last
    follows = text.word(index)
    if follows in _UNITS_OF_SHARES or (follows in SPANS and word == "half"):
        return Numeral(text.starts[first], text.ends[index - 1], share, share), index
    is_time = follows in SPANS and not was_then(text, first, at + 1)
    if is_time or (word == "quarter" and first == at):
        return None
    return whole_numeral(text, first, at + 1, share, RATIO)


def is_joined_to_points(text: Text, at: int) -> bool:
    """Whether a hyphen ties a half or a quarter to what it is of: a quarter-point cut."""
    return text.word(at + 1) == "-" and text.word(at + 2) in {"point", "percentage", "percent"}


_WHOSE = frozenset("the its their our all these those".split())


def _is_of_its_own(text: Text, at: int) -> bool:
    """Whether a half behind "and" is of a thing of its own: days and half a million bricks.

    So is one behind a comma that does something often or never: and half never reply; and half
    the pens are shut.
    """
    if text.word(at - 2) == "," and text.word(at + 1) in _HOW_OFTEN | _WHOSE:
        return text.word(at - 1) == "and" and not text.word(at - 3)[:1].isdecimal()
    is_of = text.word(at + 1) == "of"
    is_of = is_of or (text.word(at + 1) == "a" and text.word(at + 2) in SCALES)
    return text.word(at - 1) == "and" and is_of and text.word(at - 2) not in CARDINALS


def _whole_of(text: Text, at: int) -> int | None:
    """The index of what a half is of: a million, an hour; None for half-yearly and half-time."""
    index = at + 1
    if text.word(index) == "-" and text.touches(at):
        index += 1
        word = text.word(index)
        if word in _NOT_OF_A_YEAR or (word == "year" and text.word(index + 1).isalpha()):
            return None
    word, following = text.word(index), text.word(index + 2)
    if word == "of" and text.word(index + 1) in {"a", "an", "one"}:
        known = following in SCALES or following in _UNITS_OF_SHARES
        return index + 2 if known else at + 1
    if word in {"a", "an"}:
        return index + 1
    return index if word in SCALES or word in SPANS else at + 1
