"""Seasons that say when: last spring, by the end of the summer, the autumn of 2027.

Months that only tell of the weather, as a wet April does, say nothing.
"""

import re
from collections.abc import Iterator
from datetime import date

from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.steps import month_on
from exporter.drafting.periods.whens import Clock, When
from exporter.engine.regex import regex

_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS = 3
_SEASON = regex(
    r"\b(?P<end>(?:at |by |until |before )?(?:the )?end of )?"
    r"(?:(?P<which>last |this |next |coming |(?:in|during|over|by|until|from|for|of) (?:the )?"
    r"(?P<side>coming |past |following )?|the ))?"
    r"(?P<season>spring|summer|autumn|winter|(?<=last )fall|(?<=this )fall|(?<=next )fall"
    r"|fall(?= of (?:19|20)[0-9]{2}))(?: (?:of )?(?P<year>(?:19|20)[0-9]{2}))?"
    r"(?![’'-]|[a-z]| (?:wheat|barley|season|sales|tyres?|tires?|collection|clothes|range|coats?"
    r"|holidays?|school|peak)\b)"
)


_SINCE = regex(r"\bsince $", re.IGNORECASE)


def seasons_said(text: str, clock: Clock) -> Iterator[When]:
    """The months of seasons: of a year that is said, else the nearest that fits the words."""
    for said in _SEASON.finditer(text):
        if not (said["which"] or said["end"] or said["year"]):
            continue
        if _THROUGH.search(text[: said.start()]):
            continue
        first = _FIRST_MONTHS[said["season"]]
        tense = tense_at(text, *said.span(), "en")
        is_deadline = said[0].startswith(("by ", "until ")) and tense is not Tense.PAST
        is_ahead = tense is Tense.FUTURE or is_deadline
        year = int(said["year"]) if said["year"] else _year(said, first, clock, is_ahead)
        begins = date(year, first, 1)
        if _SINCE.search(text[: said.start()]) and not said["end"] and begins <= clock.published:
            now = clock.published.isoformat()[:7]  # up 5% since the spring: until today
            yield When(*said.span(), f"{begins.isoformat()[:7]}/{now}")
            continue
        ends = month_on(begins, _MONTHS - 1).isoformat()[:7]
        yield When(*said.span(), ends if said["end"] else f"{begins.isoformat()[:7]}/{ends}")


def _year(said: re.Match[str], first: int, clock: Clock, is_ahead: bool) -> int:
    """The year in which a season begins that has passed, goes on, or is the next."""
    here = clock.published
    which = f"{said['which'] or ''} {said['side'] or ''}".lower()
    years = (here.year - 1, here.year, here.year + 1)
    if re.search("next|coming|following", which):
        return next(year for year in years if date(year, first, 1) > here)
    past = [year for year in years if month_on(date(year, first, 1), _MONTHS) <= here]
    if "last" in which or "past" in which:
        return max(past, default=here.year - 1)
    if "this" in which:
        return here.year - (first == _FIRST_MONTHS["winter"] and here.month < _MONTHS)
    open_ones = [year for year in years if month_on(date(year, first, 1), _MONTHS) > here]
    begun = [year for year in years if date(year, first, 1) <= here]
    return min(open_ones) if is_ahead else max(begun)


# Said that its |spring| sales were down 8%; higher prices in |winter|, through which costs are met
_OF_TRADE = regex(
    r"(?:\b(?:its|their|our|the|his|her)|[’']s|s[’']) (?P<season>spring|summer|autumn|winter)"
    r" (?=(?:like-for-like )?(?:sales|takings|trading|revenues?|turnover|bookings|profits?)\b"
    r"(?! (?:start|begin|season|event|campaign)))"
)
_THROUGH = regex(r"\b(?:through|via) [^,;.0-9]*$")


def trade_of_seasons(text: str, clock: Clock) -> Iterator[When]:
    """The months of seasons whose trade is told of: its spring sales fell."""
    for said in _OF_TRADE.finditer(text):
        first = _FIRST_MONTHS[said["season"]]
        years = (clock.published.year - 1, clock.published.year)
        begun = [year for year in years if date(year, first, 1) <= clock.published]
        begins = date(max(begun), first, 1)
        ends = month_on(begins, _MONTHS - 1).isoformat()[:7]
        yield When(*said.span("season"), f"{begins.isoformat()[:7]}/{ends}")


# A hot |June| and |July| filled the gardens: no figure is of these
_WEATHER = regex(
    r"\b(?:an? |the )(?:[a-z-]+,? (?:and )?){0,2}?"
    r"(?:hot|cold|wet|dry|sunny|warm|cool|mild|rainy|snowy|stormy|soggy|chilly|freezing|frosty|windy|damp|scorching|sweltering|muggy|blustery|bitter|balmy)"
    r"(?:er|est)?,? (?:(?:early |late )?[A-Z][a-z]+(?:, | and | or | to ))*(?:early |late )?$",
    re.IGNORECASE,
)


def is_weather(head: str, text: str) -> bool:
    """Whether months only tell of the weather, in a sentence that states nothing.

    Args:
        head: What stands before one of them.
        text: The sentence.
    """
    return _WEATHER.search(head) is not None and not re.search("[0-9]", text)
