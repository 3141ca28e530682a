"""What a text says in digits that are no figures: dates, and names that hold numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from exporter.errors import Fault
from exporter.evidence.claims import FigureState
from exporter.evidence.clauses import normalise
from exporter.evidence.findings import CORRECT, Finding, Terms, crowd
from exporter.evidence.reading import DateMention, Figure, read_dates, read_figures

_DIGITS = re.compile(r"[0-9]+")
_NAME_WITH_DIGITS = re.compile(r"[A-Za-z0-9.+/-]*[0-9][A-Za-z0-9.+/-]*")
_ESTIMATE = re.compile(r"(?<=[0-9][0-9])[EAF]$")  # behind a year: 2026E, FY27A


def findings_of_mentions(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a text says in digits that are no figures: dates, and names that hold numbers."""
    figures = read_figures(text)
    if not _has_digits_beside(figures, text):
        return
    dates = read_dates(text)
    if fault := crowd(dates, called, "dates"):
        yield Finding(FigureState.NOT_STATED, False, fault)
        return
    yield from _of_dates(text, quote, called, terms, dates)
    taken = sorted(
        [*((one.start, one.end) for one in figures), *((one.start, one.end) for one in dates)]
    )
    starts, ends = [start for start, _ in taken], list(accumulate((end for _, end in taken), max))
    has = normalise(quote)
    for found in _NAME_WITH_DIGITS.finditer(text):
        name = found[0].strip(".-/+")
        first, last = found.span()
        before = bisect_left(starts, last)
        is_taken = before > 0 and ends[before - 1] > first
        said = normalise(_ESTIMATE.sub("", name))
        if is_taken or said in has or terms.hold(text, *found.span()):
            continue
        wrong = f"{called} names {name!r}, which the quote does not"
        right = f"see that it is right; if it is, list it in report.yaml: `names: [{name}]`"
        yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


def _has_digits_beside(figures: Sequence[Figure], text: str) -> bool:
    """Whether digits of a text are no part of its figures."""
    starts = [figure.start for figure in figures]
    for found in _DIGITS.finditer(text):
        at = bisect_right(starts, found.start()) - 1
        if at < 0 or found.end() > figures[at].end:
            return True
    return False


def _of_dates(
    text: str, quote: str, called: str, terms: Terms, dates: Sequence[DateMention]
) -> Iterator[Finding]:
    """The dates of a text that a quote gives otherwise, and those that it does not give."""
    stated = read_dates(quote)
    same = {_date_alone(mention) for mention in stated}
    for mention in dates:
        said = text[mention.start : mention.end]
        if _date_alone(mention) in same or terms.hold(text, mention.start, mention.end):
            continue
        kin = [other for other in stated if _shared(mention, other)]
        if any(_agree(mention, other) for other in kin) or _is_shortened(mention, quote):
            continue
        if kin:
            theirs = ", ".join(dict.fromkeys(quote[other.start : other.end] for other in kin))
            wrong = f"{called} says {said}, but the quote says {theirs}"
            yield Finding(FigureState.CONTRADICTED, False, Fault(wrong, CORRECT))
        elif not any(other.year_offset is not None for other in stated):
            wrong = f"{called} says {said}, a date that the quote does not give"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, "see that it is right"))


def _date_alone(mention: DateMention) -> DateMention:
    """What a mention says, wherever it stands."""
    return mention._replace(start=0, end=0)


def _is_shortened(mention: DateMention, quote: str) -> bool:
    """Whether a quote has a year by its last two digits, behind another: 2026/27E, FY27."""
    if mention.year is None or mention.month is not None:
        return False
    return re.search(rf"(?:[/–-]|FY|’|')0?{mention.year % 100:02}(?![0-9])", quote) is not None


_PARTS = ("year", "quarter", "half", "month", "day")


def _shared(mention: DateMention, other: DateMention) -> tuple[str, ...]:
    """The parts that both mentions of dates say."""
    return tuple(
        part
        for part in _PARTS
        if getattr(mention, part) is not None and getattr(other, part) is not None
    )


def _agree(mention: DateMention, other: DateMention) -> bool:
    return all(getattr(mention, part) == getattr(other, part) for part in _shared(mention, other))
