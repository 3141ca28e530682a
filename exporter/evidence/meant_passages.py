"""What of a source is meant by words that are not in it: the whole clauses, or what is nearest."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from exporter.evidence.clauses import (
    normalise,
    normalised_clauses,
    passages,
    words_of_clauses,
)
from exporter.evidence.sources import Source

_LONGEST_SHOWN = 60


def clauses_around(quote: str, source: Source) -> str:
    """The whole clauses of the text that `quote` is a part of; "" where it is a part of none."""
    text = source.text or ""
    clauses = clauses_of(text)
    part = "".join(words_of_clauses(quote))
    at = "".join(clauses).find(part)
    if at < 0 or not part:
        return ""
    ends = list(accumulate(len(clause) for clause in clauses))
    first, last = bisect_right(ends, at), bisect_left(ends, at + len(part))
    return text[source.clauses[first].start : source.clauses[last].end]


def clauses_of(text: str) -> list[str]:
    """The clauses of a text, normalised."""
    return _runs_of_clauses(text, 1)[1]


def nearest_passage(quote: str, source: Source) -> str:
    """The run of clauses, as many as the quote has, that looks most like it."""
    from rapidfuzz import fuzz, process

    length = max(sum(len(passage) for passage in passages(quote)), 1)
    runs, normalised = _runs_of_clauses(source.text or "", length)
    best = process.extractOne(normalise(quote), normalised, scorer=fuzz.ratio)
    nearest = runs[best[2]] if best else ""
    return nearest if len(nearest) <= _LONGEST_SHOWN else nearest[: _LONGEST_SHOWN - 1] + "…"


@lru_cache(maxsize=8)
def _runs_of_clauses(text: str, length: int) -> tuple[list[str], list[str]]:
    """Every run of so many clauses of a text, as it stands there and normalised."""
    clauses = [(start, end) for start, end, _ in normalised_clauses(text)]
    lasts = [*clauses[length - 1 :], *clauses[-1:] * length]
    runs = [text[start:end] for (start, _), (_, end) in zip(clauses, lasts, strict=False)]
    return runs, [normalise(run) for run in runs]
