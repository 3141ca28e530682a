"""What is found of each number: one figure, several that may be meant, or none, and why.

A number that equals a figure of which its heads do not speak is not found. Where the heads say
exactly what a number should be, and the report says another value, that is told, and no likeness
to any other figure weighs against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from exporter.editions.trace.agreement import Agreements, KnownWords, agreements
from exporter.editions.trace.asked import Asked, HeadReader
from exporter.editions.trace.fits import Exactness, Fit, fits, said_factor
from exporter.editions.trace.head_periods import Agreement
from exporter.editions.trace.index import Index
from exporter.editions.trace.known import Knowledge
from exporter.editions.trace.model import Finding, HardCoded, Hint, Known, Note, Verdict
from exporter.editions.trace.nearest import not_found
from exporter.editions.trace.words import (
    MISSING,
    alike,
    joined,
    shown_figure,
    shown_name,
    shown_value,
)

_MOST_NAMED = 5
_ENOUGH_DIGITS = 3  # for a number alone to point at a figure
_ENDS = ("low end", "high end", "middle")


class Match(NamedTuple):
    """A known figure that a number may be: how its heads agree, and how its value does."""

    words: KnownWords
    agrees: Agreements
    fit: Fit

    @property
    def known(self) -> Known:
        """The figure."""
        return self.words.known

    @property
    def says(self) -> tuple[object, ...]:
        """What it states; the same of two that state the same in other words."""
        known = self.known
        sizes = tuple(map(abs, known.values))
        return known.entity, frozenset(self.words.metrics), known.period, sizes


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is for a number.

    Attributes:
        matches: Figures that it may be by its value.
        same_heads: Figures that its heads say, whatever their value.
        other_periods: Of the same, those of periods that the heads do not say.
    """

    matches: tuple[Match, ...]
    same_heads: tuple[Known, ...]
    other_periods: tuple[Known, ...]


class Judge:
    """Judges numbers by what is known."""

    def __init__(self, knowledge: Knowledge) -> None:
        """All that is known."""
        self._knowledge = knowledge
        self._reader = HeadReader(knowledge.entities, knowledge.brokers)
        self._words = [KnownWords(known, self._reader) for known in knowledge.figures]
        self._index = Index(self._words)
        self._is_only_entity = len(knowledge.entities) == 1

    def asked(self, number: HardCoded) -> Asked:
        """What a number's heads ask for."""
        asked: Asked = self._reader.read(number.heads)
        return asked

    def judged(self, number: HardCoded) -> Finding:
        """What is found of a number, or of the growth that it makes as a factor."""
        finding = self._judged(number)
        growth = number.as_growth
        if growth is None or finding.verdict is Verdict.FOUND:
            return finding
        grown = self._judged(growth)
        is_told = grown.verdict is Verdict.FOUND or (
            grown.hint and finding.hint in {Hint.NONE, Hint.OTHER}
        )
        if not is_told:
            return finding
        return replace(grown, number=number, factor=None)

    def _judged(self, number: HardCoded) -> Finding:
        asked = self.asked(number)
        seen = self._seen(number, asked)
        holding = [one for one in seen.matches if one.agrees.are_strong and one.fit.holds]
        current = [one for one in holding if not one.known.newer and not one.known.is_withdrawn]
        rivals = [known for known in seen.same_heads if known.is_fact and _is_current(known)]
        if current:
            return _of_holding(number, asked, current, rivals, seen)
        if holding:
            known = holding[0].known
            key = "withdrawn" if known.is_withdrawn else "restated"
            note = Note(key, (shown_name(known), alike(known.newer)))
            return _finding(number, Verdict.NOT_FOUND, [known], Hint.STALE, note)
        if not rivals and (likely := _likely(number, seen.matches)):
            return _ambiguous(number, asked, likely)
        return not_found(number, asked, seen.same_heads, seen.other_periods, _others(number, seen))

    def _seen(self, number: HardCoded, asked: Asked) -> Seen:
        matches = [
            Match(words, self._agrees(words, asked), fit)
            for words in self._index.of_value(number, asked)
            if (fit := self._fit(number, words, asked)) is not None
        ]
        same, other_periods = [], []
        for words in self._index.of_metric(asked.terms_wanted, asked.entities):
            agrees = self._agrees(words, asked)
            if agrees.are_strong and agrees.period is not Agreement.SILENT:
                same.append((agrees.rank, words.known))
            elif agrees._replace(period=Agreement.SILENT).are_strong:
                other_periods.append(words.known)
        best = max((rank for rank, _ in same), default=())
        return Seen(
            tuple(matches),
            tuple(known for rank, known in same if rank == best),
            tuple(other_periods),
        )

    def _agrees(self, words: KnownWords, asked: Asked) -> Agreements:
        year_ends = self._knowledge.year_ends
        return agreements(words, asked, year_ends, is_only_entity=self._is_only_entity)

    def _fit(self, number: HardCoded, words: KnownWords, asked: Asked) -> Fit | None:
        terms = words.metrics[0] if words.metrics else frozenset[str]()
        found = list(fits(number, words.known, asked, terms))
        return min(found, key=_order, default=None)


def _order(fit: Fit) -> tuple[bool, bool, bool, int]:
    return (not fit.holds, fit.is_shifted, fit.is_turned, fit.exactness.value)


def _is_current(known: Known) -> bool:
    return not known.newer and not known.is_withdrawn


def _of_holding(
    number: HardCoded,
    asked: Asked,
    holding: Sequence[Match],
    rivals: Sequence[Known],
    seen: Seen,
) -> Finding:
    """A number that one figure or several are, heads and value."""
    best = max(match.agrees.rank for match in holding)
    matches = [match for match in holding if match.agrees.rank == best]
    facts = [match for match in matches if match.known.is_fact] or matches
    if len({match.says for match in facts}) > 1:
        return _ambiguous(number, asked, facts)
    match = facts[0]
    against = [known for known in rivals if not _may_be_same(known, match.known)]
    if against and not match.known.is_fact:
        note = Note("against", (shown_figure(against[0]), shown_value(against[0])))
        return _finding(number, Verdict.AMBIGUOUS, [match.known, *against], Hint.NONE,
                        Note("passage", (alike(match.known.source),)), note)  # fmt: skip
    if not asked.period.year and match.known.period:
        later = [known for known in seen.other_periods if known.period > match.known.period]
        later = [known for known in later if known.values != match.known.values]
        if later and _is_current(later[0]):
            note = Note("no period", (shown_figure(match.known), shown_figure(later[-1])))
            return _finding(number, Verdict.AMBIGUOUS, [match.known, later[-1]], Hint.NONE, note)
    notes = tuple(_notes_of_found(number, match))
    factor = None if said_factor(match.known, asked) else match.fit.factor
    return Finding(number, Verdict.FOUND, (match.known,), Hint.NONE, notes, factor)


def _may_be_same(known: Known, other: Known) -> bool:
    """Whether a figure is another one as far as it is exact."""
    step = known.unit.scale / 2 / 10**known.decimals
    pairs = zip(known.values, other.values, strict=False)
    return all(abs(abs(one) - abs(two)) <= step for one, two in pairs)


def _notes_of_found(number: HardCoded, match: Match) -> Iterable[Note]:
    known, fit = match.known, match.fit
    if number.formula:
        yield Note("in formula", (alike(number.formula),))
    if not known.is_fact:
        yield Note("passage", (alike(known.source),))
    if len(known.values) == 2:
        yield Note(_ENDS[fit.end], (shown_value(known),))
    elif fit.exactness is Exactness.ROUNDED:
        yield Note("rounded", (shown_value(known),))
    if known.qualifier != "exact":
        yield Note("qualified", (shown_value(known),))
    if (number.value < 0) != (known.values[0] < 0):
        yield Note("other sign")


def _likely(number: HardCoded, matches: Sequence[Match]) -> list[Match]:
    """Those that a number may be though its heads leave something open."""
    likely = [
        match
        for match in matches
        if match.fit.holds
        and not match.agrees.is_other
        and _is_current(match.known)
        and (match.agrees.metric > Agreement.SILENT or number.digits >= _ENOUGH_DIGITS)
    ]
    return sorted(likely, key=lambda match: match.agrees.rank, reverse=True)


def _ambiguous(number: HardCoded, asked: Asked, matches: Sequence[Match]) -> Finding:
    known = list({match.says: match.known for match in matches}.values())[:_MOST_NAMED]
    named = joined(map(shown_figure, known))
    open_ = matches[0].agrees
    missing = "metric" if open_.metric < Agreement.LIKELY else ""
    missing = "entity" if open_.entity < Agreement.LIKELY else missing
    if not missing and not asked.period.year:
        missing = "period"
    note = Note("heads silent", (MISSING[missing], named)) if missing else Note("several", (named,))
    return _finding(number, Verdict.AMBIGUOUS, known, Hint.NONE, note)


def _finding(
    number: HardCoded, verdict: Verdict, known: Sequence[Known], hint: Hint, *notes: Note
) -> Finding:
    return Finding(number, verdict, tuple(known), hint, notes)


def _others(number: HardCoded, seen: Seen) -> list[Known]:
    """Figures of the same number of which the heads do not speak, the likeliest first.

    A number of few digits points at figures alone of whom the heads name.
    """
    others = [
        match
        for match in seen.matches
        if match.fit.holds
        and match.agrees.is_other
        and (number.digits >= _ENOUGH_DIGITS or match.agrees.entity is Agreement.SAME)
    ]
    others.sort(key=lambda match: (match.agrees.entity, match.agrees.metric), reverse=True)
    return [match.known for match in others]
