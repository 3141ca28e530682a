"""Figures that somebody had told before the period was over that a document is about.

In an article of October on the third quarter: a rival |last month reported| sales of $4 billion;
of which quarter, nobody says.
"""

from datetime import timedelta

from exporter.drafting.model import Guess
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

DOUBT = "of which period it is, is not said: told before the one was over that the source is about"
_TOLD = r"(?:reported|posted|announced|disclosed|published|unveiled|said|booked|recorded)"
_LAST_MONTH = regex(
    rf"\b[Ll]ast month,? (?:(?:[A-Z][\w&.’'-]*|the|a|its|it|rival) ){{0,4}}{_TOLD}\b"
    rf"|\b{_TOLD} last month\b"
)
_CLAUSE = regex(r"[;—]|\. (?=[A-Z])|, (?:while|whereas|although|though|but|and)\b")


def told_too_early(period: Guess[str], read: Read, start: int, clock: Clock) -> bool:
    """Whether an English figure was told before the period ended that its document lends it.

    Args:
        period: Of the figure, as far as it was found.
        read: Its sentence.
        start: Offset of the figure.
        clock: With the document's period and its day.
    """
    if read.lang != "en" or not clock.document or period.value != clock.document or read.main:
        return False
    begin = max((cut.end() for cut in _CLAUSE.finditer(read.text, 0, start)), default=0)
    if not _LAST_MONTH.search(read.text, begin, start):
        return False
    points = parse_period(clock.document) or ()
    last_month = clock.published.replace(day=1) - timedelta(days=1)
    return bool(points) and points[-1].last(clock.ends) >= last_month


_MONTH = regex(r"[0-9]{4}-[0-9]{2}")
# Said in September that its sales had fallen | 7 per cent
_HAD_BEEN = regex(
    r"\b(?:said|reported|told [a-z]+|disclosed|announced|warned) (?:back )?in"
    r" [A-Z][a-z]+(?: [0-9]{4})? that [^;.]*?"
    r"\bhad (?:[a-z]+ly |only |already |also |just )?[a-z]+(?:ed|en|n|t|g)\b[^;,]*$"
)


def told_of_before(period: Guess[str], read: Read, start: int) -> bool:
    """Whether a month is only that in which an English source was told how things had been."""
    if read.lang != "en" or not _MONTH.fullmatch(period.value) or len(read.whens) != 1:
        return False
    return _HAD_BEEN.search(read.text[:start]) is not None
