"""What of a source is set aside with the facts and views that are rejected.

A clause is set aside as a whole where nothing that stays is quoted from it, or it has no other
figure: then `check` does not list it either. Else the figure alone is, or the broker's view. A
figure in words (two more years) is known by its value.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from exporter.drafting.aside import words_in
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.clauses import split_clauses
from exporter.evidence.figured_clauses import figures_worth_a_fact
from exporter.evidence.not_facts import NotFact
from exporter.evidence.quotes import verify_quote
from exporter.evidence.reading import Figure
from exporter.evidence.sources import Source
from exporter.evidence.stated import candidates, counted
from exporter.facts.own_units import own_unit
from exporter.facts.review_marks import ReviewMark
from exporter.facts.unit_names import find_unit
from exporter.facts.units import Unit

_WHY = "Rejected in review: "
_NUMERAL = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_LONGEST = 300  # characters of words in a record; what is longer goes by its fingerprints
_ENDS = ("value", "value.from", "value.to")


class Piece(NamedTuple):
    """Words that are rejected of a clause, by its place there; all of it where `only` is ""."""

    clause: int
    only: str = ""


class RejectedWords:
    """The words of facts and views of one source that are rejected."""

    def __init__(self, source: Source, quotes: Iterable[str]) -> None:
        """With the quotes of what stays."""
        self._source = source
        self._currencies = (source.record.currency,) if source.record.currency else ()
        self._quoted = {clause for quote in quotes for clause in self._clauses(quote)}

    def of(self, mark: ReviewMark, row: Mapping[str, Any]) -> list[Piece]:
        """What is rejected of the source with a fact or view; nothing where its quote is not there.

        Args:
            mark: The fact or view.
            row: The fact as it is written.
        """
        clauses = self._clauses(mark.quote)
        if mark.is_view:
            return [Piece(clause, mark.metric) for clause in clauses]
        numbers = [Fraction(row[name]) for name in _ENDS if _NUMBER.fullmatch(row[name] or "")]
        if not numbers:
            return [Piece(clause, self._words(clause, mark.quote)) for clause in clauses]
        stated = dict.fromkeys(self._stated(mark.quote, clauses, numbers, _unit_of(row)))
        return [Piece(*one) for one in stated] or self._unstated(mark.quote, clauses)

    def _unstated(self, quote: str, clauses: Sequence[int]) -> list[Piece]:
        """What is rejected of a quote in which a fact's number is not found.

        Clauses from which nothing is quoted that stays, else the only figure; nothing where it
        cannot be told from those that stay.
        """
        free = [clause for clause in clauses if clause not in self._quoted]
        figured = [clause for clause in free if clause in self._source.record.figures]
        if figured or len(free) == len(clauses):
            return [Piece(clause) for clause in figured or free]
        figures = read_settled(quote, self._currencies)
        return [Piece(*one) for one in self._placed(figures, quote, clauses) if len(figures) == 1]

    def not_facts(self, pieces: Mapping[ReviewMark, Sequence[Piece]]) -> list[NotFact]:
        """What the record is to set aside besides, in the order of the source."""
        only: dict[int, set[str]] = {}
        for piece in (piece for some in pieces.values() for piece in some):
            only.setdefault(piece.clause, set()).add(piece.only)
        whole = {clause for clause, words in only.items() if self._is_whole(clause, words)}
        marks: dict[Piece, list[ReviewMark]] = {}
        for mark, some in pieces.items():
            meant = (piece._replace(only="") if piece.clause in whole else piece for piece in some)
            for piece in dict.fromkeys(meant):
                if not self._is_known(piece):
                    marks.setdefault(piece, []).append(mark)
        return [one for run in _runs(marks) for one in self._entries(run, marks[run[0]])]

    def _is_whole(self, clause: int, only: Collection[str]) -> bool:
        """Whether nothing is left of a clause without some words: no quote, or no figure."""
        if clause not in self._quoted or "" in only:
            return True
        source = self._source
        if source.text is None or source.changed:
            return False
        place = source.clauses[clause]
        begin = source.text.rfind("\n", 0, place.start) + 1
        line = source.text[begin : place.end]
        words = source.text[place.start : place.end]
        gone = [*only, *source.record.partly_aside.get(clause, ())]
        spans = [span for one in gone for span in words_in(one, words)]
        figures = [
            (start - (place.start - begin), end - (place.start - begin))
            for start, end in figures_worth_a_fact(line)
            if start >= place.start - begin
        ]
        return bool(figures) and all(
            any(start < last and first < end for first, last in spans) for start, end in figures
        )

    def _is_known(self, piece: Piece) -> bool:
        record = self._source.record
        known = record.partly_aside.get(piece.clause, ())
        return piece.clause in record.set_aside or piece.only in known

    def _clauses(self, quote: str) -> list[int]:
        """The clauses of the record that a quote is of."""
        spans = verify_quote(quote, self._source, brief=True).spans
        return [clause for first, last in spans for clause in range(first, last + 1)]

    def _stated(
        self, quote: str, clauses: Sequence[int], numbers: Sequence[Fraction], unit: Unit | None
    ) -> Iterator[tuple[int, str]]:
        """In which clauses a quote states a fact's numbers, and in which words."""
        figures = read_settled(quote, self._currencies)
        same = _equal(figures, numbers, unit)
        yield from self._placed(same, quote, clauses, is_range=len(numbers) > 1)

    def _placed(
        self,
        figures: Sequence[Figure],
        quote: str,
        clauses: Sequence[int],
        *,
        is_range: bool = False,
    ) -> Iterator[tuple[int, str]]:
        """In which clauses figures of a quote stand, and their words."""
        places = list(split_clauses(quote))
        prints = self._source.record.fingerprints
        for start, end in _spans(figures, quote, is_range=is_range):
            inside = {one.fingerprint for one in places if one.start <= start < one.end}
            words = quote[start:end]
            here = [clause for clause in clauses if prints[clause] in inside]
            here = here or [one for one in clauses if words_in(words, self._words(one, quote))]
            yield from ((clause, words) for clause in here)

    def _entries(self, run: Sequence[Piece], marks: Sequence[ReviewMark]) -> list[NotFact]:
        """How the record names clauses that follow one another: together, or each by itself."""
        clauses, quote = range(run[0].clause, run[-1].clause + 1), marks[0].quote
        said = {"why": _WHY + "; ".join(dict.fromkeys(mark.metric or mark.id for mark in marks))}
        if run[0].only:
            said["only"] = run[0].only
        together = self._named(clauses, self._words_of(clauses, quote), quote, said)
        if together is not None:
            return [together]
        each = [range(clause, clause + 1) for clause in clauses]
        return [
            self._named(one, self._words_of(one, quote), quote, said)
            or NotFact(clause=self._source.record.fingerprints[one.start], **said)
            for one in each
        ]

    def _named(
        self, clauses: range, words: str, quote: str, said: Mapping[str, str]
    ) -> NotFact | None:
        """Clauses by their words, and by the quote around them where these stand elsewhere, too."""
        prints, positions = self._source.record.fingerprints, self._source.positions
        try:
            every = [NotFact(clause=words, **said), NotFact(clause=words, quote=quote, **said)]
        except ValueError:  # signs that no line may have
            return None
        meant = [one for one in every if one.places(prints, positions).issuperset(clauses)]
        alone = [one for one in meant if one.places(prints, positions) == frozenset(clauses)]
        return next(iter([*alone, *reversed(meant)]), None) if len(words) <= _LONGEST else None

    def _words(self, clause: int, quote: str) -> str:
        return self._words_of(range(clause, clause + 1), quote)

    def _words_of(self, clauses: range, quote: str) -> str:
        """The words of some clauses, as the text has them, else as the quote has."""
        source, last = self._source, clauses.stop - 1
        if source.text is not None and not source.changed:
            words = source.text[source.clauses[clauses.start].start : source.clauses[last].end]
            return " ".join(words.split())
        prints = source.record.fingerprints
        places = {place.fingerprint: place for place in split_clauses(quote)}
        first, end = places.get(prints[clauses.start]), places.get(prints[last])
        return quote[first.start : end.end] if first and end else ""


def _unit_of(row: Mapping[str, Any]) -> Unit | None:
    """The unit that a fact is written in, so far as it is one."""
    if row["unit"]:
        return find_unit(row["unit"])
    en, zh = row["unit.en"] or row["unit.zh"], row["unit.zh"] or row["unit.en"]
    return own_unit(en, zh) if en else None


def _equal(
    figures: Sequence[Figure], numbers: Sequence[Fraction], unit: Unit | None
) -> list[Figure]:
    """The figures of a quote that state some numbers: in their unit, by their digits, in words."""
    sizes = {abs(number) for number in numbers}
    if unit is not None:
        same = [one for one in candidates(figures, unit) if abs(one.value) in sizes]
        of_thing = [one for one in same if counted(figures, one, unit)]
        if same:
            return [one.figure for one in of_thing or same]
    written = [figure for figure in figures if not sizes.isdisjoint(_numerals(figure.text))]
    return written or [figure for figure in figures if abs(figure.value) in sizes]


def _numerals(words: str) -> Iterator[Fraction]:
    for found in _NUMERAL.finditer(words):
        yield Fraction(found[0].replace(",", ""))


def _spans(figures: Sequence[Figure], quote: str, *, is_range: bool) -> Iterator[tuple[int, int]]:
    """Where figures stand; both ends of a range as one."""
    at = 0
    while at < len(figures):
        last = at + 1 if is_range and at + 1 < len(figures) else at
        if "," in quote[figures[at].end : figures[last].start]:
            last = at
        yield figures[at].start, figures[last].end
        at = last + 1


def _runs(pieces: Mapping[Piece, Sequence[ReviewMark]]) -> Iterator[list[Piece]]:
    """Whole clauses that follow one another and are rejected with the same facts; others alone."""
    run: list[Piece] = []
    for piece in sorted(pieces):
        goes_on = run and not piece.only and not run[-1].only
        if goes_on and piece.clause == run[-1].clause + 1 and pieces[piece] == pieces[run[-1]]:
            run.append(piece)
            continue
        if run:
            yield run
        run = [piece]
    if run:
        yield run
