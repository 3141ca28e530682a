"""The exact words of a source for a quote that is nearly right."""

import re

from exporter.evidence.clauses import ELLIPSIS, normalise, passages
from exporter.evidence.sources import Source

_LEAST_LIKE = 88.0  # per cent of letters that are the same, in the same order
_MUCH_LIKER = 4.0  # per cent, than any other place
_NUMERALS = re.compile("[0-9]+|[〇零一二三四五六七八九十百千万亿兆两半]+")
# A word more or less of these, and the quote says something else.
_TURNS = re.compile(
    r"\b(?:not?|never|without|nor|neither|cannot|\w+n['’]t|un\w+|less|more|fewer|under|over|below|above"
    r"|up|down|rose|fell|rise|fall|increase\w*|decrease\w*|gain\w*|loss\w*|profit\w*)\b"
    r"|[不未没無无非否增减升降涨跌盈亏上下]"
)


def exact_words(quote: str, source: Source) -> str:
    """The clauses of a source's text that a quote means; "" where none is near enough to be sure.

    They have the same numerals in the same order, and the same words that turn a meaning; and no
    other place in the text is as like.
    """
    from rapidfuzz import fuzz, process

    if ELLIPSIS.search(quote) or not source.clauses:
        return ""
    sought, length = normalise(quote), sum(map(len, passages(quote)))
    runs = _runs(source, [count for count in range(length - 1, length + 2) if count > 0])
    found = process.extract(sought, [normalise(run) for run in runs], scorer=fuzz.ratio, limit=8)
    near = [(score, runs[index]) for _, score, index in found if score >= _LEAST_LIKE]
    alike = [(score, run) for score, run in near if _turning(run) == _turning(quote)]
    if not alike:
        return ""
    best, words = alike[0]
    others = [run for score, run in alike[1:] if score > best - _MUCH_LIKER]
    return "" if any(not _overlap(run, words) for run in others) else words


def _runs(source: Source, counts: list[int]) -> list[str]:
    """Every run of so many clauses, as the text has it."""
    text, clauses = source.text or "", source.clauses
    return [
        text[clauses[first].start : clauses[first + count - 1].end]
        for count in counts
        for first in range(len(clauses) - count + 1)
    ]


def _turning(words: str) -> tuple[list[str], list[str]]:
    """What of a quote must be the same, letter for letter."""
    small = words.casefold()
    return _NUMERALS.findall(normalise(words)), _TURNS.findall(small)


def _overlap(one: str, other: str) -> bool:
    """Whether one run of clauses is a part of the other."""
    return one in other or other in one
