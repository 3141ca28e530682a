"""On which day the fiscal years end that a document speaks of: as the report or the text says."""

import re
from datetime import date

from exporter.drafting.model import Setting
from exporter.drafting.periods.said_dates import mentions_in
from exporter.engine.regex import regex
from exporter.evidence.reading import read_dates
from exporter.facts.periods import Point, YearEnd

_OPENING = 400  # characters of a document that say whom it is about
_ENDED_FISCAL = regex(
    r"\b(?:fiscal|financial) year[- ](?:ended|ending|ends|end)(?: on| of| is)?:? (?:the )?"
    r"(?:(?:Sunday|Saturday|Friday) )?(?:closest to )?$",
    re.IGNORECASE,
)
_ENDED = regex(
    r"\b(?:quarter(?:ly period)?|months|weeks|half[- ]year|year"
    r"|period)(?: period)?(?: \([^)]{0,20}\))?"
    r",? (?:which |that )?(?:ended|ending|ends|to)(?: on)? $",
    re.IGNORECASE,
)
_ENDED_ZH = regex(
    "截至(?:[0-9]{4}年)?(?P<month>1[0-2]|[1-9])月(?P<day>[0-9]{1,2})日止(?:的?(?:全|整个?)?)?"
    "(?:财政|財政|财务)?年度"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR_TO = regex(
    r"\b(?:for|in) the (?:(?:full|financial|fiscal|current|whole) )*year (?:to|ending"
    r"|ended)(?: in)? (?:the )?(?:end[- ](?:of )?)?"
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?! [0-9]{1,2}\b)",
    re.IGNORECASE,
)


def fiscal_year_end(title: str, head: str, setting: Setting) -> YearEnd | None:
    """The last day of fiscal years: as the report gives it, or as the document says.

    Args:
        title: Of the document.
        head: Its first words, that say what it is.
        setting: What is known of the source.
    """
    return _known_end(setting) or said_end(head) or _end_by_half(f"{title}.\n{head}")


def _known_end(setting: Setting) -> YearEnd | None:
    """The end that the report gives: the same for all its entities, or for the title's one.

    Where the title names none of them, the first sentences may.
    """
    ends = {named.year_end for named in setting.entities}
    if len(ends) == 1:
        return ends.pop()
    title = setting.source.record.title.in_(setting.lang)
    for text in (title, (setting.source.text or "")[:_OPENING]):
        said = text.casefold()
        named = {
            entity.year_end
            for entity in setting.entities
            if any(name and name.casefold() in said for name in (*entity.name, *entity.aliases))
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def said_end(head: str) -> YearEnd | None:
    """The end of fiscal years that a text says: by its day, or by a quarter of a fiscal year."""
    if ended := _ENDED_ZH.search(head):  # 截至2025年6月30日止年度
        return YearEnd(int(ended["month"]), int(ended["day"]))
    if to := _YEAR_TO.search(head):  # profit for the year to end-March
        return _end_of(_MONTHS.index(to["month"][:3].lower()) + 1)
    ends = [said for said in read_dates(head) if said.month and said.day]
    for said in ends:
        if said.month and said.day and _ENDED_FISCAL.search(head[: said.start]):
            return YearEnd(said.month, said.day)
    quarters = [said for said in mentions_in(head) if said.is_fiscal and said.quarter]
    years = [said for said in read_dates(head) if said.is_fiscal and said.year]
    for said in ends:
        if not _ENDED.search(head[max(0, said.start - 80) : said.start]):
            continue
        if not said.month:
            continue
        for quarter in quarters[:1]:
            return _end_by(date(said.year or 2023, said.month, 1), quarter.quarter or 4)
        if years and said.day and re.search(r"year(?:,? ended| ending) $", head[: said.start]):
            return YearEnd(said.month, said.day)
    return None


# Half-year results, then: for the six months ended 30 September.
_SIX_MONTHS = regex(
    r"\b(?:six|6)[ -]months?(?: period)?,? (?:ended|ending|to) (?:on )?(?:the )?$", re.IGNORECASE
)
_FIRST_HALF = regex(
    r"\b(?:interim|half[- ]year(?:ly)?|first[- ]half) (?:results?|report|statement|profits?"
    r"|sales|revenue|earnings)\b",
    re.IGNORECASE,
)


def _end_by_half(head: str) -> YearEnd | None:
    """The end of the fiscal years of whose first half a text is: six months behind its end."""
    half = _FIRST_HALF.search(head)
    for said in read_dates(head) if half else ():
        if said.month and said.day and _SIX_MONTHS.search(head[: said.start]):
            return _end_by(date(said.year or 2023, said.month, 1), 2)
    return None


def _end_by(ended: date, quarter: int) -> YearEnd:
    """The last day of the fiscal year whose quarter of that number ended in that month."""
    return _end_of((ended.month - 1 + 3 * (4 - quarter)) % 12 + 1)


def _end_of(month: int) -> YearEnd:
    """Its last day."""
    last = Point(date(2023, month, 1), "month").last(YearEnd(12, 31))
    return YearEnd(month, last.day)
