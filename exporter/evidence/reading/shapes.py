"""Reading by shape: texts that differ in their digits alone are read alike.

A vendor's table, or the filings of many companies, say the same sentence over and over with other
numbers. How a sentence is read hardly ever hangs on its digits: "3,250 users" and "4,118 users" are
read in one way. So a text has a *shape*, in which digits that cannot matter stand for their class;
what a second text of a shape is read from is the shape, with its own numbers filled in.

What a class must keep is all that the reader asks of digits:

- how many there are, their points and commas, a zero in front, decimals that are all zeros (2.0);
- what a calendar, a clock and Chinese short years ask of two digits: 13-31, 32-39, 40-59, 60-99;
- the century of what may be a year; six and eight digits that begin like one stay as they are;
- digits that the reader knows by themselves stay as they are: single ones, 10 to 12, and `_NAMED`,
  but for months: of a year (2021年5月) those of one digit are alike, and those of two; in digits
  (2021-05) they go with their year, as no number, but where they may be the year after (2011-12);
- so do all that stand close to other digits (5-1/4, 400-800-1688, 12:30, 7x24, 3万5), or are tied
  to others by "to", since what two such numbers are hangs on how far they lie apart; or behind a
  letter, but for the long numbers of codes (K0012345), whose letter may be any; where no zero
  follows it, any but A and R.

What a comparison asks (from 5 to 8; under a minute) needs no class: a shape is read with its
smallest and its largest numbers, in turn from figure to figure, both ways round. Where one of these
readings differs from the other in anything but numbers, or where a number is no fixed multiple of
one run of digits (1 hour 30 minutes), texts of that shape are read as they stand.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from operator import getitem, itemgetter
from typing import NamedTuple

from exporter.evidence.reading.figures import Figure, read_as_it_stands
from exporter.evidence.reading.numerals import exact
from exporter.evidence.reading.numerals_en import STARTS
from exporter.evidence.reading.prefixes import RAND
from exporter.facts.folding import fold

_LONGEST = 600  # characters; what is longer is no sentence of a table
# A number, the letter and number of a code, or a month (2021-05); first the charset of its first
# character, which is quickly looked for.
_RUN = re.compile(
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
# Picture lines, shopping days and opening hours that the reader knows by their digits.
_NAMED = frozenset("16 24 360 480 618 720 1080 2160 1688 11.11 11.12 12.11 12.12".split())
_TWO_DIGITS = {
    str(number): pattern
    for pattern in "pqrs"
    for number in range(int(_BOUNDS[pattern][0]), int(_BOUNDS[pattern][1]) + 1)
    if str(number) not in _NAMED
}
_CENTURIES = ("19", "20")
_TEXTS_OF_A_SHAPE = 3
_MOST_DIGITS = 8  # what has more may be a telephone number
_OF_DATES = frozenset({4, 6, 8})
_PLAIN = ["d" * count for count in range(_MOST_DIGITS + 1)]
_LONGEST_RUN = 20  # digits, points and commas
_SHORT = 4  # digits and points; there are no more than some ten thousand such runs
_SHORTEST_CODE = 6  # digits behind its letter
_ANY_CODE = "@0"
_KEPT = frozenset({"A", RAND.upper()})  # letters of an article and of a currency
# Between two numbers these make one of them no more than any other word; 点, 时, 元 and 至 may.
_PARTING = frozenset("年月在为达于是有获的共")
# Up 7,363 to 9,000 is a range, up 1,000 to 9,000 and up 9,000 to 1,000 are none; 增至 ties nothing.
_TO = re.compile(r"(?:(?<![达增减升降涨跌])[至到]|\bto\b)[^0-9]{0,5}$", re.IGNORECASE)
_ENDS_CLAUSE = frozenset("，。；")
_BEFORE_A_CODE = frozenset("，。；：、！？（,;:(")


class Number(NamedTuple):
    """A number of a reading: `factor` times that of a run of digits, or `factor` alone.

    Attributes:
        run: The index of the run among those that are hidden; -1 for none.
    """

    run: int
    factor: Fraction


class Reading(NamedTuple):
    """A figure as all texts of a shape have it.

    Attributes:
        figure: With the shape's smallest numbers.
        numbers: Its value, and those of `also`.
        noun: Where its noun stands, if digits in it are hidden.
        subject: Where its subject stands, likewise.
    """

    figure: Figure
    numbers: tuple[Number, ...]
    noun: "Place"
    subject: "Place"


class Shape:
    """A sentence without the digits that do not matter.

    Attributes:
        is_known: Whether a text of this shape has been read.
        hidden_of: Gives those of the runs of digits of such a text that are hidden, of which there
            is one at least.
    """

    hidden_of: Callable[[Sequence[str]], Sequence[str]]

    def __init__(self, words: "_Words", patterns: tuple[str, ...]) -> None:
        """A shape by its words, and by what it keeps of the runs of digits between them."""
        self.is_known = False
        self._words, self._patterns = words, patterns
        *some, last = (at for at, pattern in enumerate(patterns) if not _MARKS.isdisjoint(pattern))
        # Slices, since of one index alone `itemgetter` gives no tuple.
        self.hidden_of = itemgetter(*some, last) if some else itemgetter(slice(last, last + 1))

    def sample(self, turn: int, letter: str = "") -> "_Sample":
        """A text of this shape; one of each turn, 0 and 1, stand for all.

        Args:
            turn: Which.
            letter: With what the codes begin that may begin with any letter; "" for one or another.
        """
        patterns = self._patterns
        if letter:
            patterns = tuple(
                letter + pattern[1:] if pattern.startswith(_ANY_CODE) else pattern
                for pattern in patterns
            )
        return _Sample(self._words.gaps, patterns, turn)

    def text_of(self, runs: Iterable[str]) -> str:
        """The text of this shape that has those runs of digits where some are hidden."""
        hidden = iter(runs)
        said = (
            pattern if _MARKS.isdisjoint(pattern) else next(hidden) for pattern in self._patterns
        )
        first, *gaps = self._words.gaps
        return first + "".join(chain.from_iterable(zip(said, gaps, strict=True)))

    @cached_property
    def readings(self) -> tuple[Reading, ...] | None:
        """The figures of every text of this shape; None where each is to be read as it stands."""
        samples = [self.sample(turn) for turn in (0, 1)]
        one, other = (read_as_it_stands(sample.text) for sample in samples)
        if len(one) != len(other):
            return None
        found = [_reading(*pair, samples) for pair in zip(one, other, strict=True)]
        known = tuple(reading for reading in found if reading is not None)
        return known if len(known) == len(found) and self._hold(known) else None

    def _hold(self, readings: tuple[Reading, ...]) -> bool:
        """Whether texts whose codes begin with an article or a sign are read likewise."""
        if not any(pattern.startswith(_ANY_CODE) for pattern in self._patterns):
            return True
        texts = [self.sample(turn, letter) for turn, letter in enumerate(sorted(_KEPT))]
        return all(
            Shaped(text.text, text.said(), self, readings).figures() == read_as_it_stands(text.text)
            for text in texts
        )


class Shaped(NamedTuple):
    """A text of a known shape.

    Attributes:
        runs: Its digits that are hidden in the shape.
    """

    text: str
    runs: Sequence[str]
    shape: Shape
    readings: tuple[Reading, ...]

    def figures(self) -> tuple[Figure, ...]:
        """The figures of the text."""
        return tuple(map(self._figure, self.readings))

    def _figure(self, reading: Reading) -> Figure:
        figure, said, noun, subject = reading
        value, *others = (
            factor if run < 0 else exact(self.runs[run]) * factor for run, factor in said
        )
        if noun or subject or others:
            folded = fold(self.text)
            figure = figure._replace(
                noun=folded[noun[0] : noun[1]] if noun else figure.noun,
                subject=folded[subject[0] : subject[1]] if subject else figure.subject,
                also=tuple(
                    (dimension, other)
                    for (dimension, _), other in zip(figure.also, others, strict=True)
                ),
            )
        return figure._replace(value=value, text=self.text[figure.start : figure.end])


@lru_cache(maxsize=8192)  # the texts of a batch of facts
def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures that `text` states, in order of appearance.

    An indefinite number (几小时) is two figures with the same offsets, its low and its high end;
    one that names a magnitude alone (数百家) is that magnitude, and agrees with "order of" only.
    What the text denies (并未突破1亿) is left out.
    """
    shaped = find_shape(text)
    return read_as_it_stands(text) if shaped is None else shaped.figures()


@lru_cache(maxsize=256)  # facts that quote one text come together
def find_shape(text: str) -> Shaped | None:
    """The shape of a text; None where it is to be read as it stands.

    The first text with its words is, and the first one of its shape, since most have no second; but
    where many texts of few shapes have had the same words, its shape is sure to come again.
    """
    if len(text) > _LONGEST:
        return None
    pieces = _RUN.split(text)
    if len(pieces) == 1:
        return None
    words = _words((*pieces[::2],))
    words.texts += 1
    if words.texts == 1:
        return None
    said = pieces[1::2]
    patterns = list(map(getitem, words.tables, said))
    for month in words.months:
        if len(said[month - 1]) != 4 or said[month - 1][:2] not in _CENTURIES:
            patterns[month] = said[month]
    if patterns == said:
        return None
    shape = _shape(words, (*patterns,))
    if not shape.is_known:
        shape.is_known = True
        words.shapes += 1
        if words.texts < _TEXTS_OF_A_SHAPE * words.shapes:
            return None
    readings = shape.readings
    return None if readings is None else Shaped(text, shape.hidden_of(said), shape, readings)


# --- What is hidden


class _Words:
    """What stands between the runs of digits of a text.

    Attributes:
        gaps: That, before the first of them and behind the last as well.
        texts: How many texts with these words have been read.
        shapes: How many shapes these had.
    """

    def __init__(self, gaps: tuple[str, ...]) -> None:
        """The words of a text, cut at its runs of digits."""
        self.gaps = gaps
        self.texts = self.shapes = 0

    @cached_property
    def tables(self) -> tuple["_Patterns", ...]:
        """For each run by what table it is hidden."""
        last = len(self.gaps) - 2
        return tuple(
            _STAYING
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


class _Patterns(dict[str, str]):
    """The patterns of runs of digits: those given; any other run stands for itself."""

    def __missing__(self, run: str) -> str:
        return run


class _Hiding(_Patterns):
    """The patterns of runs of digits of which what does not matter is hidden.

    Those of short runs are kept, since they come again.
    """

    def __init__(self, letter: str = "") -> None:
        """Patterns with a mark for the letter of a code, where that may go as well."""
        super().__init__()
        self._letter = letter

    def __missing__(self, run: str) -> str:
        pattern = _pattern(run, self._letter) or run
        if len(run) <= _SHORT:
            self[run] = pattern
        return pattern


_words = lru_cache(maxsize=8192)(_Words)
_shape = lru_cache(maxsize=65_536)(Shape)  # of a sentence there are hundreds, by months and sizes


def _is_close(gap: str) -> bool:
    """Whether what stands between two runs of digits may make one of them."""
    if len(gap) < 2:
        return gap not in _PARTING
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
        return not last or last in _BEFORE_A_CODE or (last >= "\u4e00" and last.isalpha())
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


_STAYING = _Patterns()
_MONTHS = _Patterns({str(month): "m" if month < 10 else "n" for month in range(1, 13)})
_DIGITS, _NAMES = _Hiding(), _Hiding("@")


# --- What a shape is read from


class _Sample:
    """A text of a shape with its smallest and its largest numbers in turn.

    Attributes:
        text: The text.
        folded: With one spelling.
        runs: Where its hidden runs stand, and what they are worth, codes and dates nothing.
    """

    def __init__(self, gaps: Sequence[str], patterns: Sequence[str], turn: int) -> None:
        """A sample of a shape that begins with the smallest number (turn 0), or the largest."""
        self.text = gaps[0]
        self.runs: list[tuple[int, int, Fraction | None]] = []
        for pattern, gap in zip(patterns, gaps[1:], strict=True):
            run = pattern
            if not _MARKS.isdisjoint(pattern):
                run = (_largest if (len(self.runs) + turn) % 2 else _smallest)(pattern)
                start, worth = len(self.text), exact(run) if _is_number(run) else None
                self.runs.append((start, start + len(run), worth))
            self.text += f"{run}{gap}"
        self.folded = fold(self.text)

    def said(self) -> list[str]:
        """Its hidden runs."""
        return [self.text[start:end] for start, end, _ in self.runs]


def _is_number(run: str) -> bool:
    return run[0] <= "9" and "-" not in run


def _smallest(pattern: str) -> str:
    if pattern in _BOUNDS:
        return _BOUNDS[pattern][0]
    whole, point, decimals = pattern.partition(".")
    whole = whole.replace("d", "1", 1).translate(_ZEROS)
    if "d" in decimals:
        return f"{whole}.{decimals[1:].translate(_ZEROS)}1"
    return f"{whole}{point}{decimals}"


def _largest(pattern: str) -> str:
    return _BOUNDS[pattern][1] if pattern in _BOUNDS else pattern.translate(_NINES)


Place = tuple[int, int] | None


def _reading(one: Figure, other: Figure, samples: Sequence[_Sample]) -> Reading | None:
    """What two samples have in common in a figure; None where they differ in more than digits."""
    masked = one._replace(
        value=other.value, text=other.text, noun=other.noun, subject=other.subject, also=other.also
    )
    names = [dimension for dimension, _ in one.also]
    if masked != other or names != [dimension for dimension, _ in other.also]:
        return None
    numbers = [_multiple(one, one.value, other.value, samples)]
    for (_, low), (_, high) in zip(one.also, other.also, strict=True):
        numbers.append(_multiple(one, low, high, samples))
    places = [
        _place(said, again, samples)
        for said, again in ((one.noun, other.noun), (one.subject, other.subject))
    ]
    found = tuple(number for number in numbers if number is not None)
    if len(found) < len(numbers) or _NOWHERE in places:
        return None
    return Reading(one, found, places[0], places[1])


_NOWHERE = (-1, -1)


def _place(said: str, again: str, samples: Sequence[_Sample]) -> Place:
    """Where words with hidden digits stand; None where they have none, _NOWHERE for unsure."""
    if said == again:
        return None
    first, second = (sample.folded for sample in samples)
    at = first.find(said)
    if at < 0 or second[at : at + len(again)] != again or first.find(said, at + 1) >= 0:
        return _NOWHERE
    return at, at + len(said)


def _multiple(
    figure: Figure, low: Fraction, high: Fraction, samples: Sequence[_Sample]
) -> Number | None:
    """Which run of a figure its number is a fixed multiple of; None where it is of none or several.

    Args:
        figure: The figure of the first sample.
        low: Its number there.
        high: The number in the second sample.
        samples: Both.
    """
    first, second = (sample.runs for sample in samples)
    inside = [
        index
        for index, (start, end, _) in enumerate(first)
        if figure.start <= start and end <= figure.end
    ]
    if not inside:
        return Number(-1, low) if low == high else None
    worth, again = first[inside[0]][2], second[inside[0]][2]
    if len(inside) > 1 or worth is None or again is None or low * again != high * worth:
        return None
    return Number(inside[0], low / worth)
