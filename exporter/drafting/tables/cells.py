"""The period of a table's cell, and whether it has come to be: by its column and its row."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from exporter.drafting.periods.steps import span_of
from exporter.drafting.tables.bare_parts import bare_part
from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.heads import tells
from exporter.drafting.tables.parts_of_years import in_part_of_year
from exporter.drafting.tables.periods import end_of_document, period_of
from exporter.drafting.tables.periods_said import MONTH, day_in, days_in, period_in
from exporter.drafting.tables.rows import Row
from exporter.drafting.tables.schedules import day_of_schedule, year_due
from exporter.drafting.tables.summed_columns import between_years, sum_of_periods
from exporter.drafting.tables.terms import Terms
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.periods import Point, YearEnd, parse_period
from exporter.facts.words import Status

_ENDING = regex(r"(?:months|quarter|year|weeks) ending")
_CALENDAR = YearEnd(12, 31)
_ESTIMATED = regex(r"(?<![0-9])(?:(?:19|20)[0-9]{2}|fy ?[0-9]{2})[ef](?![a-z0-9])")  # 2026E
_OUTLOOK = regex(r"guidance|outlook|forecast|targets?(?![a-z])|指引|预计|预测|展望")


def period_of_cell(
    columns: Sequence[Column], at: int, row: Row, rows: Sequence[Row], calendar: Calendar
) -> tuple[str, str]:
    """The period of a cell of a table's rows, and why a person should look at it.

    Args:
        columns: Of its table, as the heads were read.
        at: Which cell of the row it is.
        row: Its row.
        rows: Those of its table.
        calendar: By what periods are counted.
    """
    column = columns[at] if at < len(columns) else None
    if due := year_due(row, rows, calendar) or day_of_schedule(row, rows):
        return due, ""
    summed = sum_of_periods(columns, at, calendar) if column is not None else None
    return summed or _period_of_other(column, columns, row, rows, calendar)


def _period_of_other(
    column: Column | None,
    columns: Sequence[Column],
    row: Row,
    rows: Sequence[Row],
    calendar: Calendar,
) -> tuple[str, str]:
    """The period of a cell of no schedule and no sum, by its column, its row, what is around."""
    words = lower(fold(f"{' '.join(line.text for line in row.sections)} {row.line.words}")).strip()
    period = period_of(column, words, calendar) if column else ""
    if column is not None:
        part, why = bare_part(column, columns, period, calendar)
        if part:
            return part, why
    if column is not None and period:
        if dated := _of_title(column, columns, row, calendar):
            return dated, ""
        titles = " ".join(line.text for line in row.heads.titles)
        if _QUARTERLY.search(titles) and (day := _day_of(period)):
            return span_of(3, day, calendar.year_end), ""
        part, why = in_part_of_year(column.now, row.heads, calendar)
        return part or period, why
    if column is not None and (period := between_years(columns, columns.index(column), calendar)):
        return period, ""
    if column is not None and (period := period_in(column.now, calendar)):
        return period, "the head of its column says no period: taken from the one before"
    if period := _between_balances(row, rows, calendar):
        return period, ""
    return _period_around(row, calendar)


def _of_title(column: Column, columns: Sequence[Column], row: Row, calendar: Calendar) -> str:
    """The period of a head that is a year alone, where a line above says the rest of it.

    Six months ended 30 September over 2026; Personnel, end of September over 2026.
    """
    year = column.own_now.strip()
    if _A_YEAR.fullmatch(year) is None or not _A_YEAR.fullmatch(column.now.strip()):
        return ""
    if day := _day_led_to(row, year, columns):
        return day
    captions = [line for line, _ in row.heads.captions if "\t" not in line.text]
    for line in (*reversed(captions), *reversed(row.heads.titles[-2:])):
        said = lower(fold(line.text))
        if _A_YEAR.search(said):
            return ""
        if end := _END_OF_MONTH.search(said):
            return _last_day(period_in(f"{end[1]} {year}", calendar))
        if _SPAN_OR_DAY.search(said) and (period := period_in(f"{said} {year}", calendar)):
            return period
    return ""


def _day_led_to(row: Row, year: str, columns: Sequence[Column]) -> str:
    """The day of a year as of which a table is, as the words say that lead to it; "" for none.

    Property consisted of the following as of December 2, 2022 and December 3, 2021. Where they do
    not say a day for each year of the table, they are of another one.
    """
    years = {own for one in columns if _A_YEAR.fullmatch(own := one.own.strip())}
    for words in (row.heads.lead, *(line.text for line in reversed(row.heads.titles[-4:]))):
        found = _AS_OF.search(lower(fold(words)))
        days = {str(day.year): day.isoformat() for day in days_in(found[0])} if found else {}
        if years and years <= set(days):
            return days[year]
    return ""


_AS_OF = regex(rf"(?<![a-z])(?:as of|as at|at) {MONTH} [0-9]{{1,2}}, [^.;:]*")
_A_YEAR = regex(r"(?:19|20)[0-9]{2}")
_END_OF_MONTH = regex(rf"end of ({MONTH})$")
_SPAN_OR_DAY = regex(
    rf"(?:months?|weeks?|quarters?|half(?: year)?|years?|as at|as of|at) (?:(?:ended|ending|to) )?"
    rf"(?:[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]{{1,2}})$"
)


def _last_day(month: str) -> str:
    """The last day of a month, as facts write it."""
    points = parse_period(month) if month else None
    return points[-1].last(_CALENDAR).isoformat() if points else ""


_QUARTERLY = regex(r"quarterly", re.IGNORECASE)


def _day_of(period: str) -> date | None:
    points = parse_period(period) or ()
    return points[0].first if len(points) == 1 and points[0].precision == "day" else None


def _between_balances(row: Row, rows: Sequence[Row], calendar: Calendar) -> str:
    """The span of a change: from the balances above it to those below, of equity or of options."""
    above = next(filter(None, map(_balance_day, reversed(row.above))), None)
    below = next(filter(None, map(_balance_day, rows[len(row.above) + 1 :])), None)
    if above is None or below is None or _balance_day(row):
        return ""
    months = round((below - above).days / _MONTH_DAYS)
    apart = abs((below - above).days - months * _MONTH_DAYS)
    return span_of(months, below, calendar.year_end) if months in _SPANS and apart <= _WEEK else ""


_MONTH_DAYS, _WEEK = 30.4, 8  # days; years of whole weeks have 364 or 371
_SPANS = (3, 6, 9, 12)  # months


def _balance_day(row: Row) -> date | None:
    words = lower(fold(row.line.words))
    return day_in(words) if _BALANCE.match(words) else None


_OF_STOCKS = (
    r"(?:outstanding|exercisable|(?:non-?|un)?vested|(?:beginning|ending) balances?|balances?)"
)
_BALANCE = regex(rf"{_OF_STOCKS}(?:(?:,| and) [a-z, -]{{4,40}}?)?,? (?:as of|as at|at|-|–|—)?")


def _period_around(row: Row, calendar: Calendar) -> tuple[str, str]:
    """The period by the head of a row, a section or the table, or that of the document."""
    words = lower(fold(row.line.words))
    if _DATED.match(words) and (period := period_in(words, calendar)):
        return period, ""
    for line in reversed(row.sections):
        if period := period_in(lower(fold(line.text)), calendar):
            return period, ""
    above = " ".join(line.text for line in (*row.heads.columns, *row.heads.titles))
    is_due = _FALLS_DUE.search(lower(fold(f"{above} {row.line.words}"))) is not None
    if is_due and (end := end_of_document(calendar)):
        return end, "no head says the period: taken for the end of the document's"
    for line in reversed(row.heads.titles):
        if period := period_in(lower(fold(line.text)), calendar):
            return period, "the period is taken from the words above the table"
    if calendar.document:
        return calendar.document, "no head says the period: taken for the document's"
    return "", "no head says the period"


_FALLS_DUE = regex(
    r"due (?:by|in) period|(?:less than|within) (?:one|1) year|more than (?:five|5) years"
    r"|(?:due )?(?:after|through) (?:one|five|ten|[0-9]{1,2}) years?"
)
# Balances as of December 31, 2013; but not 2021 Dixie fire-related costs.
_DATED = regex(
    r"(?:(?:beginning |ending |opening |closing )?balances?(?![a-z])|as (?:of|at)|at |in |fiscal "
    rf"|{_BALANCE.pattern} (?={MONTH})|{_OF_STOCKS} (?:as of|as at|at) "
    r"|(?:fy\s?)?(?:19|20)[0-9]{2}$|(?:19|20)[0-9]{2}\s?年(?:末|度|初)?$"
    r"|(?:first|second|third|fourth) quarter)"
)


def status_of(
    row: Row, columns: Sequence[Column], at: int, period: str, terms: Terms
) -> tuple[Status, str]:
    """Whether a figure has come to be by its period and its heads, and a doubt.

    Args:
        row: Its row.
        columns: Of its table, as the heads were read.
        at: Which cell of the row it is.
        period: Of the figure.
        terms: What holds for the source's tables.
    """
    above = lower(fold(" ".join(line.text for line in (*row.heads.titles, *row.heads.columns))))
    this = columns[at : at + 1]
    of_this = " ".join(f"{column.own} {column.text} {column.now}" for column in this)
    if _ESTIMATED.search(of_this):
        return Status.ESTIMATE, ""
    points = parse_period(period) if period else None
    ends = points[-1].last(terms.calendar.year_end or _CALENDAR) if points else None
    is_over = ends is not None and ends < terms.setting.published
    titles = [one.text for one in row.heads.titles if not (is_over and tells(one.text))]
    said = f"{_of_all_columns(row, columns, titles)} {row.line.words}" if columns[at:] else above
    is_outlook = _OUTLOOK.search(f"{lower(fold(said))} {of_this}") is not None
    if is_outlook and not _is_told(columns, at):
        return Status.GUIDANCE, ""
    if ends and ends > terms.setting.published and _ENDING.search(above):
        return Status.GUIDANCE, ""
    if points and points[0].starts(terms.calendar.year_end) > terms.setting.published:
        return Status.PLANNED, "its period begins after the source appeared"
    if points and _is_to_come(points, of_this, terms):
        return Status.GUIDANCE, "its period was not over when the source appeared"
    until = terms.calendar.end if terms.calendar.year_end is None else None
    if ends and until and ends > until + _A_MONTH and ends > terms.setting.published:
        return Status.ACHIEVED, "its period ends after the document's: is it of a fiscal year?"
    return Status.ACHIEVED, ""


def _is_to_come(points: Sequence[Point], head: str, terms: Terms) -> bool:
    """Whether a period begins behind the document's, and was not over when the source appeared.

    Args:
        points: Of the period.
        head: Of its column; a label such as 1H26 may be of a fiscal year.
        terms: What holds for the source's tables.
    """
    calendar = terms.calendar
    if calendar.end is None or (calendar.year_end is None and _LABEL.search(head)):
        return False
    is_behind = points[0].starts(calendar.year_end) > calendar.end
    return is_behind and points[-1].last(calendar.year_end or _CALENDAR) > terms.setting.published


_LABEL = regex(r"(?:[12]h|h[12]|[1-4]q|q[1-4]|fy)\s?'?[0-9]{2}(?![0-9])")
_A_MONTH = timedelta(days=31)  # of heads that round: 52 weeks


def _of_all_columns(row: Row, columns: Sequence[Column], titles: Sequence[str]) -> str:
    """What the titles and heads above a row say that none of its columns says by itself."""
    own = [column.own for column in columns]
    heads = [text for line in row.heads.columns for text in line.texts]
    return " ".join([*titles, *(head for head in heads if not _is_in(head, own))])


def _is_in(head: str, own: Sequence[str]) -> bool:
    small = lower(fold(head))
    return any(small in column for column in own)


def _is_told(columns: Sequence[Column], at: int) -> bool:
    """Whether a column tells what has come to be, beside one of guidance: 2025 actual."""
    guided = [_OUTLOOK.search(f"{column.own} {column.own_now}") is not None for column in columns]
    if at >= len(columns) or guided[at]:
        return False
    return any(guided) or _ACTUAL.search(columns[at].own) is not None


_ACTUAL = regex(r"(?<![a-z])(?:actuals?|reported|achieved)(?![a-z])|实际|实绩")
