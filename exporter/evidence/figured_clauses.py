"""Which clauses of a text state a figure worth a fact."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from exporter.evidence.clauses import MARKUP, Clause
from exporter.evidence.reading import Figure, read_dates, read_figures
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import CALENDAR_TIME, COUNT, ORDINAL, TIME

_LARGEST_IN_PASSING = 12  # in words: "the two sides", but "the twenty plants"
_SMALLEST_VAGUE = 1000  # thousands of, 数千: a magnitude that a fact may state


def clauses_with_figures(text: str, clauses: Sequence[Clause]) -> list[int]:
    """Which clauses of a text, by their index, state a figure worth a fact.

    Figures are read line by line, for what a clause alone would not tell: the tail of a date, a
    number that the words before it make a name. Ranks, generations, "several" and "dozens of" are
    none to miss, nor are spans that only say which period is meant.

    Args:
        text: The full text.
        clauses: Its clauses, in order.
    """
    starts = [clause.start for clause in clauses]
    found: set[int] = set()
    begin = 0
    for line in text.splitlines(keepends=True):
        for start, _ in figures_worth_a_fact(line):
            found.add(bisect_right(starts, begin + start) - 1)
        begin += len(line)
    return sorted(found)


def figures_worth_a_fact(line: str) -> Iterator[tuple[int, int]]:
    """Where in a line of a text the figures stand that are worth a fact: start, and end."""
    kept: Sequence[int] = range(len(line))
    if any(mark in line for mark in MARKUP):
        kept = [place for place in kept if line[place] not in MARKUP]
    read = "".join(line[place] for place in kept) if len(kept) < len(line) else line
    for figure in read_figures(read):
        if _is_worth_a_fact(figure, read):
            yield kept[figure.start], kept[figure.end - 1] + 1


# Results for |the six months| ended 31 March 2025; the past six months, 过去|三年
_UP_TO = re.compile(
    r"\s*(?:ended|ending|to|through|until)(?: on)?(?: the)?(?: end of)? $", re.IGNORECASE
)
_COUNTED_FROM_NOW = re.compile(
    r"\b(?:the|its|their|these|in|over|for|during)"
    r" (?:first|past|last|previous|preceding|next|coming|following)\s*$"
    r"|(?:过去|過去|未来|未來|最近|今后|今後|此后|此後)的?$",
    re.IGNORECASE,
)


def _says_a_period(figure: Figure, line: str) -> bool:
    """Whether a span of time only says of which months or weeks a clause is."""
    if _COUNTED_FROM_NOW.search(line, 0, figure.start):
        return True
    behind = next((date for date in read_dates(line) if date.start >= figure.end), None)
    return behind is not None and _UP_TO.fullmatch(line, figure.end, behind.start) is not None


_REFERRING = re.compile(r"\b(?:the|these|those|its|their|our|his|her|both)\s*$", re.IGNORECASE)
_NOUN = re.compile(r"(?:[A-Za-z'-]+\s*){1,3}")


def _is_worth_a_fact(figure: Figure, line: str) -> bool:
    """Whether a figure is one to miss: no rank, nothing vague, and no "two-way" or "the two sides".

    Small numbers in words are figures where they count something that is new.
    """
    if figure.text == "一" and figure.dimension == COUNT:
        return False  # 一名知情人士: an article, as in English
    is_span = figure.dimension in {TIME, CALENDAR_TIME}  # several days, however many seconds
    if figure.is_vague and (is_span or figure.value < _SMALLEST_VAGUE):
        return False
    if figure.dimension == ORDINAL or (is_span and _says_a_period(figure, line)):
        return False
    is_small = figure.dimension == COUNT and figure.text.isascii() and figure.text.isalpha()
    if not is_small or figure.value > _LARGEST_IN_PASSING:
        return True
    noun = _NOUN.match(figure.noun)
    counts = noun is not None and any(map(is_counted_word, noun[0].lower().split()))
    return counts and not (figure.is_attribute or _REFERRING.search(line, 0, figure.start))
