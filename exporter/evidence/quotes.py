"""Whether a quote stands in its source."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from exporter.evidence.clauses import (
    ELLIPSIS,
    SHORTEST_QUOTE,
    fingerprint,
    normalise,
    normalised_clauses,
    passages,
)
from exporter.evidence.sources import Source

VERIFIED, NOT_FOUND, DRIFTED = "verified", "not found", "drifted"
_LONGEST_SHOWN = 60

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """What the check says of a quote.

    Attributes:
        state: `verified`, `not found` or `drifted`.
        spans: First and last clause (from 0) of each passage in the source's record.
        start: Where the quote begins in the text at hand (characters), or -1; `end` likewise.
        wrong: What is wrong, "" for a verified quote; `right` says what would be right.
    """

    state: str
    spans: Spans = ()
    start: int = -1
    end: int = -1
    wrong: str = ""
    right: str = ""


def verify_quote(quote: str, source: Source, *, brief: bool = False) -> QuoteVerdict:
    """Look a quote up in its source: in the record, and in the text where that is at hand.

    Args:
        quote: As the analyst wrote it.
        source: The document that it is said to be from.
        brief: Whether to leave out what takes long to find: the clause or the passage that was
            meant.
    """
    clauses = tuple(words for _, _, words in normalised_clauses(quote))
    if sum(map(len, clauses)) < SHORTEST_QUOTE:
        wrong = f"the quote {quote!r} is too short to identify a passage"
        return QuoteVerdict(
            NOT_FOUND, wrong=wrong, right=f"quote at least {SHORTEST_QUOTE} characters"
        )
    one_passage = not ELLIPSIS.search(quote)
    sought = (tuple(map(fingerprint, clauses)),) if one_passage else tuple(passages(quote))
    recorded = _find(sought, source.record.fingerprints, source.positions)
    if source.text is None:
        return QuoteVerdict(VERIFIED, recorded) if recorded else _not_found(quote, source, brief)
    at_hand = _find(sought, source.text_fingerprints, source.text_positions)
    if recorded and at_hand:
        start, end = source.clauses[at_hand[0][0]].start, source.clauses[at_hand[-1][1]].end
        return QuoteVerdict(VERIFIED, recorded, start, end)
    if recorded:
        then = f"the quote {quote!r} was in {source.id} when it was recorded"
        wrong = f"{then}, but is not in its text now"
        return QuoteVerdict(
            DRIFTED, recorded, wrong=wrong, right="check the claim and quote the new text"
        )
    if at_hand:
        wrong = f"the quote {quote!r} is in the text of {source.id} at hand, but not in its record"
        return QuoteVerdict(
            NOT_FOUND, wrong=wrong, right="record the source again: exporter source add"
        )
    return _not_found(quote, source, brief)


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
        places, ahead = min(
            ((positions.get(one, ()), ahead) for ahead, one in enumerate(passage)),
            key=lambda found: len(found[0]),
        )
        for place in places:
            index = place - ahead
            if index >= after and tuple(fingerprints[index : index + length]) == passage:
                spans.append((index, index + length - 1))
                after = index + length
                break
        else:
            return ()
    return tuple(spans)


def _not_found(quote: str, source: Source, brief: bool) -> QuoteVerdict:
    wrong = f"the quote {quote!r} is not in {source.id}"
    if source.text is None or brief:
        right = "quote whole clauses, from one punctuation mark to the next, word for word"
        return QuoteVerdict(NOT_FOUND, wrong=wrong, right=right)
    if whole := _clauses_around(quote, source):
        wrong = f"the quote {quote!r} is part of a clause"
        return QuoteVerdict(NOT_FOUND, wrong=wrong, right=f"quote the whole of it: {whole!r}")
    nearest = _nearest(quote, source)
    return QuoteVerdict(NOT_FOUND, wrong=wrong, right=f"the nearest passage is {nearest!r}")


def _clauses_around(quote: str, source: Source) -> str:
    """The whole clauses of the text that `quote` is a part of; "" where it is a part of none."""
    text = source.text or ""
    words = _windows(text, 1)[1]
    part = "".join(words for _, _, words in normalised_clauses(quote))
    at = "".join(words).find(part)
    if at < 0 or not part:
        return ""
    ends = list(accumulate(len(word) for word in words))
    first, last = bisect_right(ends, at), bisect_left(ends, at + len(part))
    return text[source.clauses[first].start : source.clauses[last].end]


def _nearest(quote: str, source: Source) -> str:
    """The run of clauses, as many as the quote has, that looks most like it."""
    from rapidfuzz import fuzz, process

    length = max(sum(len(passage) for passage in passages(quote)), 1)
    windows, normalised = _windows(source.text or "", length)
    best = process.extractOne(normalise(quote), normalised, scorer=fuzz.ratio)
    found = windows[best[2]] if best else ""
    return found if len(found) <= _LONGEST_SHOWN else found[: _LONGEST_SHOWN - 1] + "…"


@lru_cache(maxsize=8)
def _windows(text: str, length: int) -> tuple[list[str], list[str]]:
    """Every run of so many clauses of a text, as it stands there and normalised."""
    clauses = [(start, end) for start, end, _ in normalised_clauses(text)]
    lasts = [*clauses[length - 1 :], *clauses[-1:] * length]
    windows = [text[start:end] for (start, _), (_, end) in zip(clauses, lasts, strict=False)]
    return windows, [normalise(window) for window in windows]
