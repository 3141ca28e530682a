"""The day of a broker's note, where it is said beside it."""

import re
from datetime import date, timedelta

from exporter.engine.regex import regex
from exporter.evidence.reading import read_dates

_NOTE = regex(r"研报|研究报告|报告|\bnotes?\b|\breport\b", re.IGNORECASE)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ON_DAY = regex(rf"\bon\s+({'|'.join(_DAYS)})\b", re.IGNORECASE)
_BESIDE = 14  # characters between a note and its day


def note_date(quote: str, published: date) -> date | None:
    """The day of a note, none where its words do not say.

    Args:
        quote: The words.
        published: When the source appeared, which is not before the note.
    """
    for note in _NOTE.finditer(quote):
        for mention in read_dates(quote):
            near = min(abs(mention.end - note.start()), abs(note.end() - mention.start))
            if mention.month and mention.day and near <= _BESIDE:
                year = mention.year or published.year + (mention.year_offset or 0)
                day = date(year, mention.month, mention.day)
                is_last_years = mention.year is None and day > published
                return day.replace(year=year - 1) if is_last_years else day
        if found := _ON_DAY.search(quote[note.end() : note.end() + 40]):
            back = (published.weekday() - _DAYS.index(found[1].lower())) % 7
            return published - timedelta(days=back)
    return None
