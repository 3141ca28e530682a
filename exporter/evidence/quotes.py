"""Whether a quote stands in its source, and which clauses of a source no quote covers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from exporter.errors import Fault
from exporter.evidence.claims import QuoteState, QuoteVerdict, Spans
from exporter.evidence.clauses import (
    ELLIPSIS,
    SHORTEST_QUOTE,
    Offsets,
    fingerprint,
    passages,
    words_of_clauses,
)
from exporter.evidence.documents.model import LOST
from exporter.evidence.meant_passages import clauses_around, clauses_of, nearest_passage
from exporter.evidence.part_quotes import says_as_much
from exporter.evidence.sources import Source
from exporter.evidence.wrapped_lines import as_copied, as_read, find_wrapped, on_one_line

_AROUND = 8  # characters of marks that stand at the ends of a quote, and are no part of clauses


def verify_quote(
    quote: str, source: Source, *, brief: bool = False, places: Offsets | None = None
) -> QuoteVerdict:
    """Look a quote up in its source: in the record, and in the text where that is at hand.

    Args:
        quote: As the analyst wrote it.
        source: The document that it is said to be from.
        brief: Whether to leave out what takes long to find: the clause or the passage that was
            meant.
        places: Where its clauses stand, if that is known by `plain_clauses`.
    """
    verdict = _verdict_on(quote, source, brief=brief, places=places)
    if verdict.state is QuoteState.NOT_FOUND:
        for meant in as_copied(quote):
            again = _verdict_on(meant, source, brief=True, places=None)
            if again.state is not QuoteState.NOT_FOUND:
                return again
    return verdict


def _verdict_on(quote: str, source: Source, *, brief: bool, places: Offsets | None) -> QuoteVerdict:
    """What `verify_quote` says of a quote's words as they stand."""
    as_written = quote
    if places is None:
        quote = as_read(quote)
        clauses = words_of_clauses(quote)
    else:
        small = quote.casefold()
        clauses = [small[start:end] for start, end in places]
    if sum(map(len, clauses)) < SHORTEST_QUOTE:
        wrong = f"the quote {quote!r} is too short to identify a passage"
        return _not_found(wrong, f"quote at least {SHORTEST_QUOTE} characters")
    one_passage = places is not None or ("…" not in quote and "..." not in quote)
    sought = (tuple(map(fingerprint, clauses)),) if one_passage else tuple(passages(quote))
    recorded = _find(sought, source.record.fingerprints, source.positions)
    recorded = recorded or find_wrapped(quote, source.record.fingerprints, source.positions)
    if source.text is None:
        if recorded:
            if as_written in source.drifted:
                return _drifted(quote, source, recorded)
            return QuoteVerdict(QuoteState.VERIFIED, recorded)
        return _nowhere(quote, source, brief)
    at_hand = _find(sought, source.text_fingerprints, source.text_positions)
    at_hand = at_hand or find_wrapped(
        quote, source.text_fingerprints, source.text_positions, source.goes_on
    )
    if recorded and at_hand:
        start, end = source.clauses[at_hand[0][0]].start, source.clauses[at_hand[-1][1]].end
        verified = QuoteVerdict(QuoteState.VERIFIED, recorded, start, end)
        return _under_another_caption(at_hand, source) or verified
    if recorded:
        verified = QuoteVerdict(QuoteState.VERIFIED, recorded)
        return verified if source.is_read_anew else _drifted(quote, source, recorded)
    if at_hand:
        wrong = f"the quote {quote!r} is in the text of {source.id} at hand, but not in its record"
        return _not_found(wrong, "record the source again: exporter source add")
    return _nowhere(quote, source, brief)


def gap_in(verdict: QuoteVerdict, source: Source) -> Fault | None:
    """What to say of a quote in whose words letters were lost, as the text at hand shows."""
    if verdict.start < 0 or LOST not in (words := (source.text or "")[verdict.start : verdict.end]):
        return None
    lost = words.count(LOST)
    wrong = f"the quote's words lack {lost} letter{'s' * (lost > 1)} in the source: {words!r}"
    return Fault(wrong, "quote other words, or record a copy whose letters can be read")


def _find(
    sought: Sequence[tuple[str, ...]],
    fingerprints: Sequence[str],
    positions: Mapping[str, tuple[int, ...]],
) -> Spans:
    """First and last index of each passage, in order; () unless all are found."""
    spans: list[tuple[int, int]] = []
    after = 0
    for passage in sought:
        length = len(passage)
        # Looked for by its rarest clause: a subject that begins many sentences stands everywhere.
        places, ahead = positions.get(passage[0], ()), 0
        if len(places) > 1:
            by_clause = [positions.get(clause, ()) for clause in passage]
            places = min(by_clause, key=len)
            ahead = by_clause.index(places)
        for place in places:
            index = place - ahead
            if index >= after and tuple(fingerprints[index : index + length]) == passage:
                spans.append((index, index + length - 1))
                after = index + length
                break
        else:
            return ()
    return tuple(spans)


def _under_another_caption(spans: Spans, source: Source) -> QuoteVerdict | None:
    """The verdict on a quote that joins rows of a table to a caption of another one."""
    if len(spans) < 2:
        return None
    from exporter.evidence.table_captions import other_caption  # with all that reads figures

    fault = other_caption(spans, source)
    return _not_found(fault.wrong, fault.right) if fault else None


def _not_found(wrong: str, right: str) -> QuoteVerdict:
    return QuoteVerdict(QuoteState.NOT_FOUND, wrong=wrong, right=right)


def _drifted(quote: str, source: Source, recorded: Spans) -> QuoteVerdict:
    wrong = f"the quote {quote!r} was in {source.id} when it was recorded"
    wrong += f", but is not in {'the document beside it' if source.has_other else 'its text'} now"
    right = "check the claim and quote the new text"
    return QuoteVerdict(QuoteState.DRIFTED, recorded, wrong=wrong, right=right)


def _nowhere(quote: str, source: Source, brief: bool) -> QuoteVerdict:
    """The verdict on a quote that stands neither in the record nor in the text at hand."""
    wrong = f"the quote {quote!r} is not in {source.id}"
    if source.text is None or brief:
        right = "quote whole clauses, from one punctuation mark to the next, word for word"
        return _not_found(wrong, right)
    joined = [part.strip() for part in ELLIPSIS.split(quote) if any(words_of_clauses(part))]
    if len(joined) < 2:
        return _not_found(*_meant(f"the quote {quote!r}", quote, source))
    missing = [part for part in joined if not _stands(part, source)]
    if missing:
        called = f"the passage {missing[0]!r} of the quote {quote!r}"
        return _not_found(*_meant(called, missing[0], source))
    return _not_found(wrong, "its passages stand there, but not in this order: join them in that")


def _stands(passage: str, source: Source) -> bool:
    """Whether one passage of a quote stands in the text at hand."""
    sought, text = tuple(passages(passage)), (source.text_fingerprints, source.text_positions)
    return bool(_find(sought, *text) or find_wrapped(passage, *text, source.goes_on))


def _meant(called: str, words: str, source: Source) -> Fault:
    """What to say of words that are not in the text at hand: which of it may have been meant."""
    if whole := clauses_around(words, source):
        return Fault(f"{called} is part of a clause", f"quote the whole of it: {whole!r}")
    near = nearest_passage(words, source)
    return Fault(f"{called} is not in {source.id}", f"the nearest passage is {near!r}")


def whole_clauses(quote: str, source: Source) -> str:
    """What to quote in the place of a part of clauses that stands once in a text at hand.

    Returns:
        The whole of them on one line; "" where the quote is no such part, stands there twice, or
        is cut out of words that say something else.
    """
    part = "".join(words_of_clauses(as_read(quote)))
    text = source.text
    if text is None or len(part) < SHORTEST_QUOTE or "".join(clauses_of(text)).count(part) != 1:
        return ""
    whole = on_one_line(clauses_around(quote, source))
    if not says_as_much(part, whole):
        return ""
    return whole if verify_quote(whole, source, brief=True).state is QuoteState.VERIFIED else ""


def spaced_as_in_source(quote: str, verdict: QuoteVerdict, source: Source) -> str:
    """A verified quote with the white space of the text at hand; "" where it has that."""
    if verdict.start < 0 or source.text is None:
        return ""
    start = max(verdict.start - _AROUND, 0)
    around = source.text[start : verdict.end + _AROUND]
    if quote in around:
        return ""
    found = re.search(r"\s*".join(re.escape(sign) for sign in quote if not sign.isspace()), around)
    spaced = on_one_line(found[0]) if found else ""
    return "" if spaced == quote else spaced


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clause of a source that states a figure, but stands in no quote."""

    source: str
    clause: int
    text: str


class Coverage:
    """The clauses that quotes cover, kept while quotes go by."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._quoted: dict[str, set[int]] = {id_: set() for id_ in sources}

    def add(self, source: str, verdict: QuoteVerdict) -> None:
        """A quote of `source` has been judged."""
        for first, last in verdict.spans:
            self._quoted[source].update(range(first, last + 1))

    def add_unproved(self, quoted: pa.Table, judge: Callable[[str, str], QuoteVerdict]) -> None:
        """Facts stand in files whose quotes are not judged, for they are not whole.

        Args:
            quoted: Their `source` and `quote`.
            judge: Says where a source has a quote.
        """
        for row in quoted.group_by(["source", "quote"]).aggregate([]).to_pylist():
            if row["source"] in self._sources:
                self.add(row["source"], judge(row["source"], row["quote"]))

    def left_out(self) -> tuple[tuple[LeftOut, ...], int]:
        """The clauses with figures that no quote covers, and how many are worth a fact at all."""
        left_out: list[LeftOut] = []
        worth = 0
        for id_, source in self._sources.items():
            set_aside = source.record.set_aside
            for index in source.record.figures:
                if index in set_aside:
                    continue
                worth += 1
                if index not in self._quoted[id_]:
                    left_out.append(LeftOut(id_, index, _text_of(source, index)))
        return tuple(left_out), worth


def _text_of(source: Source, index: int) -> str:
    """The words of a recorded clause where the recorded text is at hand, else ""."""
    if source.text is None or source.changed:
        return ""
    clause = source.clauses[index]
    return source.text[clause.start : clause.end]
