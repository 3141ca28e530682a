"""The year of a month, a quarter or a half that is said without one."""

from datetime import date

from exporter.drafting.periods.steps import year_of
from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention
from exporter.facts.periods import Point, YearEnd, parse_period


def with_year(
    said: DateMention, clock: Clock, year: int | None, is_future: bool, is_published: bool = False
) -> DateMention:
    """A mention with its year: said, of this year or the last, or the nearest that fits."""
    if said.year is not None:
        return said
    if said.year_offset is not None:
        if clock.document.startswith("FY") and (said.quarter or said.half):
            own = year_of(clock.document)  # the first half of last year, of a fiscal year's half
            return said._replace(year=own + said.year_offset, is_fiscal=True)
        if said.year_offset == -1 and not said.month and _A_FISCAL_YEAR.fullmatch(clock.document):
            return said._replace(year=year_of(clock.document) - 1, is_fiscal=True)
        return said._replace(year=clock.published.year + said.year_offset)
    is_fiscal = bool(said.is_fiscal or (clock.is_fiscal and (said.quarter or said.half)))
    said = said._replace(is_fiscal=is_fiscal)
    if year is not None and not said.day and abs(year - clock.published.year) > 0:
        return said._replace(year=year)
    if said.month:
        return said._replace(year=_year_of_month(said.month, clock.published, is_future))
    if is_published:  # the last one, though the document is of the year before
        clock = Clock(clock.published, "", clock.year_end)
    return said._replace(year=year_of_part(said, clock, is_future))


# Of a report on such a year last year is the fiscal one before it, whenever it appears.
_A_FISCAL_YEAR = regex(r"FY[0-9]{4}")


def _year_of_month(month: int, published: date, is_future: bool) -> int:
    """The year nearest to the publication; of what has happened, none to come."""
    if not is_future:
        return published.year - (month > published.month)
    here = published.year * 12 + published.month
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: (abs(year * 12 + month - here), -year))


def year_of_part(said: DateMention, clock: Clock, is_future: bool) -> int:
    """The year of a quarter or a half: of what the document speaks of, else of those near."""
    document = parse_period(clock.document) or ()
    length = 3 if said.quarter else 6
    nth = said.quarter or said.half or 1
    if document:
        point = document[-1]
        done = point.last(YearEnd(12, 31)).month
        if is_future:  # of what is reported on, or of the year behind it where that part is over
            year = point.first.year
            return year + (_end_of(said, year, clock.year_end) < clock.published)
        return point.first.year - ((nth - 1) * length >= done)
    published = clock.published
    if said.is_fiscal and clock.year_end is not None and not clock.year_end.is_calendar:
        return _fiscal_year_of(said, clock.year_end, published, is_future)
    is_begun = (nth - 1) * length < published.month
    is_over = nth * length < published.month
    if is_future:
        return published.year + is_over
    # What a report tells of a quarter, it tells when the quarter has passed, or is about to.
    return published.year if is_begun else published.year - 1


def _fiscal_year_of(said: DateMention, year_end: YearEnd, published: date, is_future: bool) -> int:
    """The fiscal year of a quarter or a half that is the last one over, or the next one to end."""
    years = range(published.year - 1, published.year + 3)
    ends = {year: _end_of(said, year, year_end) for year in years}
    if is_future:
        return min(year for year, end in ends.items() if end >= published)
    return max((year for year, end in ends.items() if end <= published), default=years[0])


def _end_of(said: DateMention, year: int, year_end: YearEnd | None) -> date:
    """The last day of a quarter or a half of a year; of a fiscal one where its end is known."""
    part, nth = ("quarter", said.quarter) if said.quarter else ("half", said.half)
    month = (nth or 1) * (3 if said.quarter else 6) - (2 if said.quarter else 5)
    if year_end is None or not said.is_fiscal:
        return Point(date(year, month, 1), part).last(YearEnd(12, 31))
    return Point(date(year, month, 1), f"fiscal {part}").last(year_end)
