"""The runs of digits of a column of texts, cut and looked at all at once.

Texts have one *outline* if they differ in digits alone, each of which stands at the same place:
3,250 users and 4,118 users. So it is the outline that is cut, and the numbers of all its texts are
taken from these places. A shape tells more texts apart: in it, 31 and 32 may be unlike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from exporter.engine.arrow import (
    Bytes,
    Integers,
    LongIntegers,
    integer_values,
    long_values,
    longs,
    text_bytes,
    text_offsets,
    texts_from,
)
from exporter.evidence.clauses import Offsets, plain_clauses
from exporter.evidence.reading.hidden_digits import STAYING, Patterns, is_hidden
from exporter.evidence.reading.shapes import part

_FEWEST = 2  # texts of an outline in a column, for it to be looked at
MOST_RUNS = 16
_MOST_DIGITS = 15  # of a run, with the letter of a code: an int64 holds them with room to spare
_TELLING = 4  # digits of a run from which its pattern follows; of a longer one, the first three
_MOST_KNOWN = 32_768  # outlines, and numbers whose patterns are known
NO_RUN = np.iinfo(np.int64).min  # what stands for the pattern of a run that a text does not have

_ZERO, _ONE, _TWO, _NINE, _HYPHEN, _A, _Z = b"0129-AZ"
_DRAWN = np.arange(256, dtype=np.uint8)
_DRAWN[_ZERO : _NINE + 1] = _ZERO


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits of an outline.

    Attributes:
        text: How it looks.
        places: Where its digits, and the letter of a code, stand in the outline (bytes).
        table: By what it is hidden.
        kind: The number of these, and of how it looks.
    """

    text: str
    places: Sequence[int]
    table: Patterns
    kind: int

    @property
    def decimals(self) -> int:
        """How many digits stand behind its point."""
        return len(self.text.partition(".")[2])

    @property
    def divisor(self) -> int:
        """What leaves of a number of this look the digits from which its pattern follows."""
        is_telling = len(self.places) <= _TELLING or "-" in self.text
        return 1 if is_telling else 10 ** (len(self.places) - 3)

    def of(self, value: int) -> str:
        """The run that has these digits."""
        digits = []
        for mark in reversed(self.text):
            if not mark.isalnum():
                digits.append(mark)
            else:
                value, digit = divmod(value, 10) if mark != "A" else (0, value)
                digits.append(chr(_ZERO + digit))
        return "".join(reversed(digits))


@dataclass(frozen=True, slots=True)
class Outline:
    """A text of which every digit is 0, and every letter of a code A; the month of a year is 01.

    Attributes:
        number: Its own, among all outlines.
        runs: Its runs of digits.
        clauses: Where its clauses stand; None if they must be looked for in each of its texts.
    """

    number: int
    runs: tuple[Run, ...]
    clauses: Offsets | None


@dataclass(frozen=True, slots=True)
class Cut:
    """A column of texts, cut at their runs of digits.

    Attributes:
        outlines: Of those texts that can be compared by their numbers.
        of_text: The index of each text's outline; -1 for none.
        values: A row a text, a column a run: its digits without points and commas, as one number.
        patterns: The number of each run's pattern, or -1 - its value where nothing of it is hidden.
    """

    outlines: list[Outline]
    of_text: Integers
    values: LongIntegers
    patterns: LongIntegers


class Outlines:
    """All outlines that are known, and the patterns of the numbers in their texts."""

    def __init__(self) -> None:
        """None at first."""
        self._known: dict[str, Outline | None] = {}
        self._kinds: dict[tuple[int, str], int] = {}
        self._patterns: dict[int, int] = {}  # by what is telling of a number; -1 for itself
        self._names: dict[str, int] = {}  # the numbers of patterns

    @property
    def are_many(self) -> bool:
        """Whether there are so many that they are better forgotten."""
        return max(len(self._known), len(self._patterns)) > _MOST_KNOWN

    def cut(self, texts: pa.Array) -> Cut:
        """Cut a column of texts, none of which is null."""
        content, ends = text_bytes(texts), text_offsets(texts)
        ends = ends - ends[0]
        drawn = texts_from(_drawn(content, ends), ends).dictionary_encode()
        of_text = integer_values(drawn.indices)
        outlines: list[Outline] = []
        places = np.full(len(drawn.dictionary), -1, np.int32)
        for index in np.flatnonzero(np.bincount(of_text) >= _FEWEST).tolist():
            outline = self._outline(drawn.dictionary[index].as_py())
            if outline is not None:
                places[index] = len(outlines)
                outlines.append(outline)
        return self._read(content, ends[:-1], outlines, places[of_text])

    def _outline(self, text: str) -> Outline | None:
        """The outline that looks like that; None for one whose numbers are not taken together."""
        if text not in self._known:
            self._known[text] = self._made(text)
        return self._known[text]

    def _made(self, text: str) -> Outline | None:
        parted = part(text)
        if parted is None or len(parted[1]) > MOST_RUNS:
            return None
        words, said = parted
        runs, at = [], 0
        for gap, run, table in zip(words.gaps, said, words.tables, strict=False):
            at += len(gap.encode())
            places = [at + place for place, mark in enumerate(run) if mark.isalnum()]
            if len(places) > _MOST_DIGITS:
                return None
            kind = self._kinds.setdefault((id(table), run), len(self._kinds))
            runs.append(Run(run, places, table, kind))
            at += len(run)
        return Outline(len(self._known), tuple(runs), plain_clauses(text))

    def _read(
        self, content: Bytes, starts: Integers, outlines: list[Outline], of_text: Integers
    ) -> Cut:
        """The numbers of the texts that have outlines, and their patterns."""
        most = max((len(outline.runs) for outline in outlines), default=1)
        values = np.zeros((len(of_text), most), np.int64)
        patterns = np.full((len(of_text), most), NO_RUN)
        rows = np.flatnonzero(of_text >= 0)
        if len(rows):
            table, chosen = _Table(outlines, most), of_text[rows]
            read = table.values(content, starts[rows], chosen)
            values[rows], patterns[rows] = read, self._patterns_of(read, table, chosen)
        return Cut(outlines, of_text, values, patterns)

    def _patterns_of(self, values: LongIntegers, table: "_Table", chosen: Integers) -> LongIntegers:
        """The patterns of numbers, as `Cut` has them."""
        patterns = np.where(table.is_run[chosen], -1 - values, NO_RUN)
        rows, columns = np.nonzero(table.is_hiding[chosen])
        told = table.telling(values, chosen)[rows, columns]
        encoded = longs(told).dictionary_encode()
        codes = integer_values(encoded.indices)
        first = np.empty(len(encoded.dictionary), np.int64)
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        found = np.empty(len(first), np.int64)
        for index, telling in enumerate(long_values(encoded.dictionary).tolist()):
            known = self._patterns.get(telling)
            if known is None:
                row, column = rows[first[index]], columns[first[index]]
                run = table.outlines[chosen[row]].runs[column]
                known = self._patterns[telling] = self._pattern(run, int(values[row, column]))
            found[index] = known
        hidden = found[codes]
        patterns[rows, columns] = np.where(hidden < 0, patterns[rows, columns], hidden)
        return patterns

    def _pattern(self, run: Run, value: int) -> int:
        pattern = run.table[run.of(value)]
        return self._names.setdefault(pattern, len(self._names)) if is_hidden(pattern) else -1


class _Table:
    """What is to be known of outlines and their runs: a row an outline, a column a run."""

    def __init__(self, outlines: list[Outline], most: int) -> None:
        self.outlines = outlines
        size = len(outlines), most
        runs = [
            (row, column, run)
            for row, outline in enumerate(outlines)
            for column, run in enumerate(outline.runs)
        ]
        self.is_run, self.is_hiding = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
        self._kinds, self._divisors = np.zeros(size, np.int64), np.ones(size, np.int64)
        self._units = np.full(size, _NO_UNIT)  # of a number: 1 of 1.00 is 100 there
        digits = max(len(run.places) for _, _, run in runs)
        self._places, self._weights = (np.zeros((digits, *size), np.int64) for _ in range(2))
        for row, column, run in runs:
            self.is_run[row, column] = True
            self.is_hiding[row, column] = run.table is not STAYING
            self._kinds[row, column], self._divisors[row, column] = run.kind, run.divisor
            if run.decimals and run.divisor > 1:
                self._units[row, column] = 10**run.decimals
            for at, place in enumerate(reversed(run.places)):
                self._places[at, row, column], self._weights[at, row, column] = place, 10**at

    def values(self, content: Bytes, starts: Integers, chosen: Integers) -> LongIntegers:
        """The numbers of texts that begin there, by the outlines that are chosen for them."""
        values = np.zeros((len(chosen), self.is_run.shape[1]), np.int64)
        for places, weights in zip(self._places, self._weights, strict=True):
            marks = content[starts[:, None] + places[chosen]].astype(np.int64)
            values += (marks - _ZERO) * weights[chosen]
        return values

    def telling(self, values: LongIntegers, chosen: Integers) -> LongIntegers:
        """What of each number tells its pattern, as one number."""
        told = values // self._divisors[chosen] + (self._kinds[chosen] << _TELLING_BITS)
        found: LongIntegers = told << 1 | (values % self._units[chosen] == 0)
        return found


_NO_UNIT = 10 ** (_MOST_DIGITS + 3)  # larger than any number, so that 0 alone is a multiple of it
_TELLING_BITS = 20


def _drawn(content: Bytes, ends: Integers) -> Bytes:
    """The outlines of texts, for their UTF-8, and where they begin and end in it."""
    drawn = _DRAWN[content]
    if len(content) < 2:
        return drawn
    is_digit = drawn == _ZERO
    letters = np.flatnonzero((content[:-1] >= _A) & (content[:-1] <= _Z) & is_digit[1:])
    drawn[np.setdiff1d(letters, ends[1:-1] - 1, assume_unique=True)] = _A
    _keep_months(content, drawn, is_digit)
    return drawn


def _keep_months(content: Bytes, drawn: Bytes, is_digit: npt.NDArray[np.bool_]) -> None:
    """Draw 2021-05 as 2000-01, and 2021-55 as 0000-00: one is a month, and the other is none."""
    at = np.flatnonzero(content == _HYPHEN)
    at = at[(at >= 4) & (at < len(content) - 2)]
    for offset in (-2, -1, 1, 2):
        at = at[is_digit[at + offset]]
    month = (content[at + 1].astype(np.int64) - _ZERO) * 10 + content[at + 2] - _ZERO
    at = at[(content[at - 4] == _TWO) & (content[at - 3] == _ZERO) & (month > 0) & (month <= 12)]
    drawn[at - 4], drawn[at + 2] = _TWO, _ONE
