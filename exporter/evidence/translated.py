"""Figures of a translation and of its quote: each must say the other's, in its own language.

Another number of the same kind is an error, and so is the same number in another currency or unit.
Where one side has a number and the other has words, nobody but a reader can tell: a doubt.
"""

from collections.abc import Iterator, Sequence

from exporter.errors import Fault
from exporter.evidence.anchors import Anchors
from exporter.evidence.claims import FigureState
from exporter.evidence.counted import counted_thing
from exporter.evidence.exchanged import findings_of_exchanged
from exporter.evidence.findings import CORRECT, Finding, Terms, crowd
from exporter.evidence.likeness import (
    How,
    Twins,
    alike,
    read_alike,
    same_numeral,
    stand_of,
)
from exporter.evidence.mentions import findings_of_mentions
from exporter.evidence.named import is_name
from exporter.evidence.opening_months import same_opening
from exporter.evidence.pairs import Pairs, compare_pairs, end_taken_alone
from exporter.evidence.reading import Figure
from exporter.evidence.refusals import as_read
from exporter.evidence.texts import unlike, weighed
from exporter.evidence.things import findings_of_things
from exporter.evidence.weights import NUMBERS, Weight, weigh
from exporter.facts.currencies import SIGNS_OF
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL

_MONEY = "money:"


def findings_of_translation(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a translation and its quote say in other numbers, or of other things.

    Args:
        text: The translation.
        quote: The source's own words.
        called: What messages call the translation.
        terms: How figures are read.
    """
    said, stated = terms.read(text), terms.read(quote)
    if fault := crowd(said, called) or crowd(stated, "the quote"):
        yield Finding(FigureState.NOT_STATED, False, fault)
        return
    if said and stated:
        anchors = Anchors(said, text, stated, quote, terms.namesakes)
        yield from findings_of_things(said, text, stated, quote, called, anchors)
        yield from findings_of_exchanged(said, text, stated, quote, called, anchors)
    if not read_alike(said, stated):
        yield from _Comparison(text, quote, called, terms).findings()
    yield from findings_of_mentions(text, quote, called, terms)


class _Comparison:
    """A translation whose figures are not simply those of its quote, in their order."""

    def __init__(self, text: str, quote: str, called: str, terms: Terms) -> None:
        self._text, self._quote, self._called, self._terms = text, quote, called, terms
        self._said, self._stated = terms.read(text), terms.read(quote)
        self._mine, self._theirs = Twins(self._said), Twins(self._stated)
        self._pairs: Pairs = compare_pairs(self._said, text, self._stated, quote, called)
        # The quote's figures that nothing in the translation says, by their places.
        self._unsaid = {place: self._stated[place] for place in self._places_unsaid()}

    def findings(self) -> Iterator[Finding]:
        """What is found, from the translation's first figure on; then what it leaves out."""
        told_of: list[Figure] = []
        opening = same_opening(self._said, self._text, self._stated, self._quote)
        for at, figure in enumerate(self._said):
            weight = weigh(figure, self._said)
            if weight is Weight.NONE or is_name(self._said, at, self._text, self._terms):
                continue
            if at in opening:
                continue
            for finding in self._of_figure(at, figure, weight):
                told_of.append(figure)
                yield finding
        for figure in self._unsaid.values():
            if not any(alike(figure, other, number_alone=True) for other in told_of):
                yield self._left_out(figure)

    def _places_unsaid(self) -> Iterator[int]:
        opening = same_opening(self._stated, self._quote, self._said, self._text)
        for at, figure in enumerate(self._stated):
            is_number = weigh(figure, self._stated) in NUMBERS
            if at in self._pairs.said or at in opening or not is_number:
                continue
            if self._mine.say(figure):
                continue
            stand = stand_of(self._stated, at, self._said, number_alone=True)
            if stand.how is How.ABSENT and not is_name(self._stated, at, self._quote, self._terms):
                yield at

    def _of_figure(self, at: int, figure: Figure, weight: Weight) -> Iterator[Finding]:
        """What is found of one figure of the translation."""
        if at in self._pairs.findings:
            yield weighed(self._pairs.findings[at], weight)
        if at in self._pairs.settled or self._theirs.say(figure):
            return
        stand = stand_of(self._said, at, self._stated, number_alone=True)
        if stand.kin:
            whole = end_taken_alone(figure, stand, self._stated, self._quote)
            yield from unlike(stand, figure, self._called, weight, self._stated, whole)
        elif weight in NUMBERS and (place := self._of_another_kind(at)) is not None:
            yield self._contradicted(figure, self._unsaid.pop(place))
        elif weight in NUMBERS:
            for finding in unlike(stand, figure, self._called, weight, self._stated, None):
                yield finding._replace(is_doubt=True)

    def _of_another_kind(self, at: int) -> int | None:
        """Where the quote has what a figure was to say, in another currency or unit."""
        figure = self._said[at]
        for place, other in self._unsaid.items():
            if _are_money(figure, other) or (
                same_numeral(figure, other)
                and _is_measured(self._said, at)
                and _is_measured(self._stated, place)
            ):
                return place
        return None

    def _left_out(self, figure: Figure) -> Finding:
        """A figure of the quote for which the translation has no number."""
        wrong = f"the quote says {as_read(figure)}, which {self._called} does not say as a number"
        return Finding(FigureState.NOT_STATED, True, Fault(wrong, "see that it says the same"))

    def _contradicted(self, figure: Figure, other: Figure) -> Finding:
        """A figure that the quote says in another unit; where a sign may mean it, a doubt."""
        wrong = f"{self._called} says {as_read(figure)}, but the quote says {as_read(other)}"
        sign = _open_sign(figure, other)
        if not sign:
            return Finding(FigureState.CONTRADICTED, False, Fault(wrong, CORRECT))
        right = f"record what {sign} means: `currency:` in the source's record"
        return Finding(FigureState.CONTRADICTED, True, Fault(wrong, right))


def _are_money(figure: Figure, other: Figure) -> bool:
    return figure.dimension.startswith(_MONEY) and other.dimension.startswith(_MONEY)


def _is_measured(figures: Sequence[Figure], at: int) -> bool:
    """Whether a figure is of a unit that is known, or counts something well known.

    A count of anything else may have a unit that is not known, and be the other one.
    """
    dimension = figures[at].dimension
    if dimension in {MULTIPLE, ORDINAL}:
        return False
    return dimension != COUNT or bool(counted_thing(figures, at))


def _open_sign(figure: Figure, other: Figure) -> str:
    """The sign of one that nobody settles, where it may mean the currency of the other."""
    for one, another in ((figure, other), (other, figure)):
        code = another.dimension.removeprefix(_MONEY)
        if one.sign and one.sign in (*SIGNS_OF.get(code, ()), code):
            return one.sign
    return ""
