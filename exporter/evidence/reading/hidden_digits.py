"""Which digits of a text a shape hides, and the patterns that stand for them.

What a class of digits must keep is all that the reader asks of them:

- how many there are, their points and commas, a zero in front, decimals that are all zeros (2.0);
- what a calendar, a clock and Chinese short years ask of two digits: 13-31, 32-39, 40-59, 60-99;
- the century of what may be a year; six and eight digits that begin like one stay as they are;
- digits that the reader knows by themselves stay as they are: single ones, 10 to 12, and `_NAMED`,
  but for months: of a year (2021年5月) those of one digit are alike, and those of two; in digits
  (2021-05) they go with their year, as no number, but where they may be the year after (2011-12);
- so do all that stand close to other digits (5-1/4, 400-800-1688, 12:30, 7x24, 3万5), or are tied
  to others by "to", since what two such numbers are hangs on how far they lie apart; or behind a
  letter, but for the long numbers of codes (K0012345), whose letter may be any; where no zero
  follows it, any but those of an article and of currencies.
"""

import re
from functools import cached_property
from itertools import pairwise

from exporter.engine.regex import regex
from exporter.evidence.reading.currencies_before import CENT_PREFIXES
from exporter.evidence.reading.numerals_en import STARTS
from exporter.evidence.reading.rand import RAND

# A number, the letter and number of a code, or a month (2021-05); first the charset of its first
# character, which is quickly looked for.
RUN = regex(
    r"([0-9A-Z](?:(?<=[0-9])|(?=[0-9]))[0-9]*"
    r"(?:(?:[.,][0-9]+)+|-[01][0-9](?<=(?<![0-9A-Za-z.,/+-])20[0-9]{2}-(?:0[1-9]|1[0-2]))(?![0-9%/年财-]|[.,][0-9]))?)"
)
# In a pattern, `d` is for digits of which the first is no zero, `#` for any digit, `@` for any
# letter of a code, and another letter for a number between two bounds; `i` is for a month, 2021-05.
_BOUNDS = {
    "p": ("13", "31"), "q": ("32", "39"), "r": ("40", "59"), "s": ("60", "99"),
    "m": ("1", "9"), "n": ("10", "12"), "i": ("2010-02", "2098-12"),
}  # fmt: skip
_MARKS = frozenset("d#@pqrsmni")
_HIDDEN = str.maketrans("0123456789", "d" * 10)
_ZEROS, _NINES = str.maketrans("d#@", "00B"), str.maketrans("d#@", "99Z")
# Picture lines, shopping days, opening hours, schools and airliners, known by their digits.
_NAMED = frozenset(
    (
        "16 24 360 480 618 720 1080 2160 1688 11.11 11.12 12.11 12.12 "
        "985 211 707 717 727 737 747 757 767 777 787"
    ).split()
)
_TWO_DIGITS = {
    str(number): pattern
    for pattern in "pqrs"
    for number in range(int(_BOUNDS[pattern][0]), int(_BOUNDS[pattern][1]) + 1)
    if str(number) not in _NAMED
}
_CENTURIES = ("19", "20")
YEARS = frozenset(f"{century}##" for century in _CENTURIES)
_MOST_DIGITS = 8  # what has more may be a telephone number
_OF_DATES = frozenset({4, 6, 8})
_PLAIN = ["d" * count for count in range(_MOST_DIGITS + 1)]
_LONGEST_RUN = 20  # digits, points and commas
_SHORT = 4  # digits and points; there are no more than some ten thousand such runs
_SHORTEST_CODE = 6  # digits behind its letter
ANY_CODE = "@0"
# Letters of an article, and of currencies: R1,250, C35 cents.
_KEPT = frozenset({"A", RAND.upper(), *map(str.upper, CENT_PREFIXES)})
# Between two numbers these make one of them no more than any other word; 点, 时, 元 and 至 may.
_PARTING = frozenset("年月在为达于是有获的共")
# Up 7,363 to 9,000 is a range, up 1,000 to 9,000 and up 9,000 to 1,000 are none; 增至 ties nothing.
_TO = regex(r"(?:(?<![达增减升降涨跌])[至到]|\bto\b)[^0-9]{0,5}$", re.IGNORECASE)
_ENDS_CLAUSE = frozenset("，。；")
_BETWEEN_YEARS = frozenset("年及 年和 年与 年至 年到".split())
_OF_NUMERALS = frozenset("之又点分第每")  # behind these, letters may be magnitudes: 4分之W1
_BEFORE_A_CODE = frozenset("，。；：、！？（,;:(")


class Words:
    """What stands between the runs of digits of a text.

    Attributes:
        gaps: That, before the first of them and behind the last as well.
        texts: How many texts with these words have been read.
        shapes: How many shapes these had.
        signs: For the numbers that some of these keep, whether R may begin their codes.
    """

    def __init__(self, gaps: tuple[str, ...]) -> None:
        """The words of a text, cut at its runs of digits."""
        self.gaps = gaps
        self.texts = self.shapes = 0
        self.signs: dict[tuple[str, ...], bool] = {}

    @cached_property
    def tables(self) -> tuple["Patterns", ...]:
        """For each run by what table it is hidden."""
        last = len(self.gaps) - 2
        return tuple(
            STAYING
            if (at > 0 and _is_close(before))
            or (at < last and _is_close(after))
            or before[-1:].isnumeric()  # 3万|5000
            or after[:1].isdigit()  # 12², and full-width ones
            else _MONTHS
            if _is_of_month(before, after)
            else _NAMES
            if _is_before_a_name(before)
            else _DIGITS
            for at, (before, after) in enumerate(pairwise(self.gaps))
        )

    @cached_property
    def months(self) -> tuple[int, ...]:
        """The indices of the runs that are months if those before them are years."""
        return tuple(at for at, table in enumerate(self.tables) if table is _MONTHS)


class Patterns(dict[str, str]):
    """The patterns of runs of digits: those given; any other run stands for itself."""

    def __missing__(self, run: str) -> str:
        return run


class _Hiding(Patterns):
    """The patterns of runs of digits of which what does not matter is hidden.

    Those of short runs and of months are kept, since they come again; those of long ones without a
    point, by what they hang on: their first characters, and how many they have.
    """

    def __init__(self, letter: str = "") -> None:
        """Patterns with a mark for the letter of a code, where that may go as well."""
        super().__init__()
        self._letter = letter
        self._long: dict[tuple[str, int], str] = {}

    def __missing__(self, run: str) -> str:
        if len(run) > _SHORT and run.isalnum():
            like = run[:3], len(run)
            pattern = self._long.get(like)
            if pattern is None:
                pattern = self._long[like] = _pattern(run, self._letter)
            return pattern or run
        pattern = _pattern(run, self._letter) or run
        if len(run) <= _SHORT or run[4] == "-":
            self[run] = pattern
        return pattern


def _is_close(gap: str) -> bool:
    """Whether what stands between two runs of digits may make one of them."""
    if len(gap) < 2:
        return gap not in _PARTING
    if gap in _BETWEEN_YEARS:
        return True
    if len(gap) < 4 and not any(map(str.isalpha, gap)) and _ENDS_CLAUSE.isdisjoint(gap):
        return True
    return _TO.search(gap) is not None


def _is_of_month(before: str, after: str) -> bool:
    """Whether what stands around digits makes them a month of a year, without a day behind it."""
    return before == "年" and after[:1] == "月" and len(after) > 1


def _is_before_a_name(gap: str) -> bool:
    """Whether the words before a code are no number that it may belong to."""
    last = gap[-1:]
    if last != " ":
        is_han = last >= "\u4e00" and last.isalpha() and last not in _OF_NUMERALS
        return not last or last in _BEFORE_A_CODE or is_han
    word = gap[:-1].rpartition(" ")[2]
    return len(word) > 2 and word.isalpha() and word.lower() not in STARTS


def _pattern(run: str, letter: str = "") -> str:
    """A run of digits with marks for what does not matter in it; "" where all may.

    Args:
        run: The run.
        letter: A mark for the letter of a code, where that may go as well.
    """
    if not run.isdecimal():
        if run[0] > "9":
            return _pattern_of_code(run, letter)
        return _pattern_of_parts(run) if run[4:5] != "-" else _pattern_of_month(run)
    length = len(run)
    if length < 3:
        return _TWO_DIGITS.get(run, "")
    if run[0] == "0" or length > _MOST_DIGITS or run in _NAMED:
        return ""
    if length in _OF_DATES and run[:2] in _CENTURIES:
        return f"{run[:2]}##" if length == 4 else ""
    return _PLAIN[length]


def _pattern_of_month(run: str) -> str:
    """2021-05 with a mark for all of it; 2011-12 may be two years."""
    return "" if (int(run[2:4]) + 1) % 100 == int(run[5:]) else "i"


def _pattern_of_parts(run: str) -> str:
    """1,234.5 with marks for its digits."""
    whole, point, decimals = run.partition(".")
    if (
        len(run) > _LONGEST_RUN
        or run in _NAMED
        or (whole[0] == "0" and (whole != "0" or not point))
        or (len(whole) == 4 and whole[:2] in _CENTURIES)
    ):
        return ""
    hidden = whole.translate(_HIDDEN)
    if not decimals.strip("0"):  # 1,234 and 35.0, but not 2.0
        return f"{hidden}{point}{decimals}" if len(whole) > 1 else ""
    if not decimals.isdecimal():
        return ""
    return f"{whole if whole == '0' else hidden}.{decimals.translate(_HIDDEN)}"


def _pattern_of_code(run: str, letter: str) -> str:
    """K0012345 with marks for its digits, and for its letter where that may go."""
    number = run[1:]
    if len(number) < _SHORTEST_CODE or not number.isdecimal():
        return ""
    if number[:2] in _CENTURIES and len(number) in _OF_DATES:
        return ""
    if number[0] == "0":  # no price, but A may be an article
        return (letter or run[0]) + "0" + "#" * (len(number) - 1)
    return ((letter if run[0] not in _KEPT else "") or run[0]) + "#" * len(number)


STAYING = Patterns()
_MONTHS = Patterns({str(month): "m" if month < 10 else "n" for month in range(1, 13)})
_DIGITS, _NAMES = _Hiding(), _Hiding("@")


# --- Samples of a pattern


def is_hidden(pattern: str) -> bool:
    """Whether a pattern stands for digits that are hidden."""
    return not _MARKS.isdisjoint(pattern)


def smallest(pattern: str) -> str:
    """The smallest number that a pattern stands for."""
    if pattern in _BOUNDS:
        return _BOUNDS[pattern][0]
    whole, point, decimals = pattern.partition(".")
    whole = whole.replace("d", "1", 1).translate(_ZEROS)
    if "d" in decimals:
        return f"{whole}.{decimals[1:].translate(_ZEROS)}1"
    return f"{whole}{point}{decimals}"


def largest(pattern: str) -> str:
    """The largest number that a pattern stands for."""
    return _BOUNDS[pattern][1] if pattern in _BOUNDS else pattern.translate(_NINES)
