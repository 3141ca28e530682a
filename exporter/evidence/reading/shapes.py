"""Reading by shape: texts that differ in their digits alone are read alike.

A vendor's table, or the filings of many companies, say the same sentence over and over with other
numbers. How a sentence is read hardly ever hangs on its digits: "3,250 users" and "4,118 users" are
read in one way. So a text has a *shape*, in which digits that cannot matter stand for their class;
what a second text of a shape is read from is the shape, with its own numbers filled in.

`hidden_digits` says which digits these are, and why.

What a comparison asks (from 5 to 8; under a minute) needs no class: a shape is read with its
smallest and its largest numbers, in turn from figure to figure, both ways round. Where one of these
readings differs from the other in anything but numbers, or where a number is no fixed multiple of
one run of digits (1 hour 30 minutes), texts of that shape are read as they stand.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from operator import getitem, itemgetter
from typing import NamedTuple

from exporter.engine.memo import memoized
from exporter.evidence.reading.figure import Figure
from exporter.evidence.reading.figures import read_as_it_stands
from exporter.evidence.reading.hidden_digits import (
    ANY_CODE,
    RUN,
    YEARS,
    Words,
    is_hidden,
)
from exporter.evidence.reading.numerals import exact
from exporter.evidence.reading.rand import RAND
from exporter.evidence.reading.shape_samples import Reading, Sample, in_common
from exporter.facts.folding import fold

_LONGEST = 600  # characters; what is longer is no sentence of a table
_TEXTS_OF_A_SHAPE = 3
_ARTICLE = "A"
_LONG = 4  # digits; of numbers with more most texts have others


class Shape:
    """A sentence without the digits that do not matter.

    Attributes:
        words: What stands between the runs of digits.
        patterns: Those of the runs.
        hidden: The indices of those that hide something.
        is_known: Whether a text of this shape has been read.
        hidden_of: Gives those of the runs of digits of such a text that are hidden, of which there
            is one at least.
    """

    hidden_of: Callable[[Sequence[str]], Sequence[str]]

    def __init__(self, words: Words, patterns: tuple[str, ...]) -> None:
        """A shape by its words, and by what it keeps of the runs of digits between them."""
        self.is_known = False
        self.words, self.patterns = words, patterns
        self.hidden = tuple(at for at, pattern in enumerate(patterns) if is_hidden(pattern))
        *some, last = self.hidden
        # Slices, since of one index alone `itemgetter` gives no tuple.
        self.hidden_of = itemgetter(*some, last) if some else itemgetter(slice(last, last + 1))

    def sample(self, turn: int, letter: str = "") -> "Sample":
        """A text of this shape; one of each turn, 0 and 1, stand for all.

        Args:
            turn: Which.
            letter: With what the codes begin that may begin with any letter; "" for one or another.
        """
        return Sample(self.words.gaps, self.patterns, turn, letter)

    def text_of(self, runs: Iterable[str]) -> str:
        """The text of this shape that has those runs of digits where some are hidden."""
        hidden = iter(runs)
        said = (next(hidden) if is_hidden(pattern) else pattern for pattern in self.patterns)
        first, *gaps = self.words.gaps
        return first + "".join(chain.from_iterable(zip(said, gaps, strict=True)))

    @cached_property
    def readings(self) -> tuple[Reading, ...] | None:
        """The figures of every text of this shape; None where each is to be read as it stands."""
        # Codes may begin with an article.
        samples = [self.sample(0), self.sample(1, _ARTICLE if self._has_codes else "")]
        one, other = (read_as_it_stands(sample.text) for sample in samples)
        if len(one) != len(other):
            return None
        found = [in_common(*pair, samples) for pair in zip(one, other, strict=True)]
        known = tuple(reading for reading in found if reading is not None)
        return known if len(known) == len(found) and self._sign_goes(known) else None

    @property
    def _has_codes(self) -> bool:
        return any(pattern.startswith(ANY_CODE) for pattern in self.patterns)

    def _sign_goes(self, readings: tuple[Reading, ...]) -> bool:
        """Whether a text whose codes begin with a sign is read likewise.

        Whether R is a currency's hangs on the words behind such a code, so one text stands for all
        with these words and the same numbers kept.
        """
        if not self._has_codes:
            return True
        kept = tuple("" if is_hidden(pattern) else pattern for pattern in self.patterns)
        signs = self.words.signs
        if kept not in signs:
            text = self.sample(0, RAND.upper())
            shaped = Shaped(text.text, text.said(), self, readings)
            signs[kept] = shaped.figures() == read_as_it_stands(text.text)
        return signs[kept]

    @property
    def is_rare(self) -> bool:
        """Whether it keeps a number that hardly any other text has."""
        return any(len(kept) > _LONG for kept in self.patterns if not is_hidden(kept))


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


@memoized(8192)  # the texts of a batch of facts
def read_figures(text: str) -> tuple[Figure, ...]:
    """The figures that `text` states, in order of appearance.

    An indefinite number (几小时) is two figures with the same offsets, its low and its high end;
    one that names a magnitude alone (数百家) is that magnitude, and agrees with "order of" only.
    What the text denies (并未突破1亿) is left out.
    """
    shaped = find_shape(text)
    return read_as_it_stands(text) if shaped is None else shaped.figures()


@memoized(256)  # facts that quote one text come together
def find_shape(text: str) -> Shaped | None:
    """The shape of a text; None where it is to be read as it stands.

    The first text with its words is, and the first one of its shape, since most have no second; but
    where many texts of few shapes have had the same words, its shape is sure to come again, unless
    it keeps a long number.
    """
    parted = part(text)
    if parted is None:
        return None
    words, said = parted
    words.texts += 1
    if words.texts == 1:
        return None
    patterns = _patterns(words, said)
    if patterns is None:
        return None
    shape = _shape(words, patterns)
    if not shape.is_known:
        shape.is_known = True
        words.shapes += 1
        if words.texts < _TEXTS_OF_A_SHAPE * words.shapes or shape.is_rare:
            return None
    return _shaped(text, shape, said)


def shape_of(text: str) -> Shaped | None:
    """The shape of a text, of which there are many; None where it is to be read as it stands."""
    parted = part(text)
    patterns = None if parted is None else _patterns(*parted)
    if parted is None or patterns is None:
        return None
    words, said = parted
    shape = _shape(words, patterns)
    if not shape.is_known:
        shape.is_known = True
        words.shapes += 1
    return _shaped(text, shape, said)


def _shaped(text: str, shape: Shape, said: Sequence[str]) -> Shaped | None:
    readings = shape.readings
    return None if readings is None else Shaped(text, shape.hidden_of(said), shape, readings)


def _patterns(words: Words, said: list[str]) -> tuple[str, ...] | None:
    """The patterns of the runs of digits of a text with these words; None where all are kept."""
    patterns = list(map(getitem, words.tables, said))
    for month in words.months:
        if patterns[month - 1] not in YEARS:
            patterns[month] = said[month]
    return None if patterns == said else (*patterns,)


def part(text: str) -> tuple[Words, list[str]] | None:
    """The words of a text, and the runs of digits between them; None for one without a shape."""
    if len(text) > _LONGEST:
        return None
    pieces = RUN.split(text)
    return (_words((*pieces[::2],)), pieces[1::2]) if len(pieces) > 1 else None


_words = memoized(8192)(Words)
_shape = memoized(65_536)(Shape)  # of a sentence there are hundreds, by months and sizes
