"""The periods that dates say, with the year that they leave out."""

import re
from datetime import date, timedelta

from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.base_years import is_base_year
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.company_years import calendar_year, company_year
from exporter.drafting.periods.consensus_judged import is_consensus_judged
from exporter.drafting.periods.described import is_of_description
from exporter.drafting.periods.expected_years import is_expected_year
from exporter.drafting.periods.said_dates import (
    Dated,
    add_length,
    joined,
    mentions_in,
    with_years_behind,
)
from exporter.drafting.periods.set_after import are_results_before
from exporter.drafting.periods.steps import month_on, of_weeks, span_of
from exporter.drafting.periods.whens import Clock, When
from exporter.drafting.periods.years_by_start import is_named
from exporter.drafting.periods.years_left_out import with_year
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.words import Lang


def dated_periods(text: str, lang: Lang, clock: Clock, is_future: bool) -> list[When]:
    """The periods that the dates of a sentence say, in its order."""
    mentions = with_years_behind(mentions_in(text), text)
    found = joined(text, [_by_its_end(said, text, clock) for said in mentions])
    whens: list[When] = []
    year: int | None = None
    for at, dated in enumerate(found):
        add_length(dated, text, found[at - 1] if at else None, lang)
        if not _says_a_period(dated):
            continue
        is_published = _is_published(dated, text, lang)
        is_later = is_future and not is_published and _is_ahead(dated, text, lang, clock)
        is_later = is_later or _is_under_way(dated, text, lang, clock)
        is_later = is_later or (lang == "en" and is_consensus_judged(text, dated.end))
        is_later = is_later or _MOVED_TO.search(text, 0, dated.start) is not None
        if (is_later and _is_deadline(dated, text, lang)) or is_expected_year(dated, text, lang):
            dated.first = _next(dated.first, clock)
        whole = None if dated.last or lang != "en" else _whole_year(dated.first, text, clock)
        first = whole or with_year(dated.first, clock, year, is_later, is_published)
        last = with_year(dated.last, clock, year, is_later) if dated.last else None
        if first.year is None:
            continue
        period, doubt = _written(dated, first, last, clock)
        period = _to_its_end(period, dated, text, lang, clock)
        if dated.also_months:
            whens.append(_shorter(dated, first, clock))
            dated.start = whens[-1].end
        if parse_period(period):
            note = clock.by_start if is_named(dated.first, text) else ""
            whens.append(When(dated.start, dated.end, period, doubt=doubt, note=note))
            if _is_of_all(whens[-1], first.year, text):
                year = first.year
    return whens


def _by_its_end(said: DateMention, text: str, clock: Clock) -> DateMention:
    """A fiscal year by that in which it ends, where the text names it by that of its start."""
    if not clock.by_start or said.year is None or not is_named(said, text):
        return said
    return said._replace(year=said.year + 1)


def _whole_year(said: DateMention, text: str, clock: Clock) -> DateMention | None:
    """Last year or this one: the company's own, or the calendar's; None of any other date."""
    return company_year(said, text, clock) or calendar_year(said, text, clock)


_OPENING = 4  # characters before a year that opens its sentence: In 2023


def _is_of_all(when: When, year: int, text: str) -> bool:
    """2023年，……其中第三季度: the year that opens a sentence is that of its parts."""
    is_opening = when.period == str(year) and when.start < _OPENING
    return is_opening and not is_of_description(text, when.start, when.end)


# Asked to bring delivery forward |into the| second half
_MOVED_TO = regex(
    r"\b(?:bring|brought|pull|push|move|shift|defer|delay|postpone|slip)\w*\b[^,;.]{0,60}"
    r"\b(?:in)?to (?:the )?$"
)


def _next(said: DateMention, clock: Clock) -> DateMention:
    """A month without a year as the next one of that name."""
    month, here = said.month or 1, clock.published
    return said._replace(year=here.year + (month < here.month))


def _to_its_end(period: str, dated: Dated, text: str, lang: Lang, clock: Clock) -> str:
    """A period as the words around its date have it: its last day, or on until today."""
    period = _of_a_quarter(period, text, dated.end)
    if dated.last is None and not dated.months and not dated.weeks:
        period = _end_of(period, text, dated, lang)
    if dated.last is None and (onward := _onward(dated, text, lang, clock)):
        period = f"{period}/{onward}" if parse_period(f"{period}/{onward}") else period
    return period


def _shorter(dated: Dated, first: DateMention, clock: Clock) -> When:
    """The first of two periods that end on one day: the |three| and nine months ended."""
    period = span_of(dated.also_months, _last_day(first), clock.year_end)
    return When(dated.start, dated.start + 1, period)


# 预计|一季度投用: of a part of a year that Chinese leaves without its year, when it is to come
_AHEAD_ZH = regex(
    "(?:预计|预期|将|拟|计划|有望|力争|争取|目标|最快|最早)[^，。；]{0,6}$|展望$|(?<![机社协议商学董大委工年例都])会[于在]$"
)


def _is_deadline(dated: Dated, text: str, lang: Lang) -> bool:
    """Whether a month without a year is one by which something is to be done: by June."""
    said = dated.first
    is_month = bool(said.month) and said.year is None and said.year_offset is None
    return lang == "en" and is_month and _BY_EN.search(text[: dated.start]) is not None


_BY_EN = regex(r"\b(?:by|before|until) (?:the end of |early |mid-|late |end-)?$")
# 下半年|将新设
_AHEAD_BEHIND_ZH = regex(
    "[，,]?(?:公司|本?集团|本公司|我们|其|还|也|仍|则)*(?:将(?!近)|拟|计划|预[计期]|有望|力争|准备|打算)"
)


def _is_ahead(dated: Dated, text: str, lang: Lang, clock: Clock) -> bool:
    """Whether a part of a year may lie ahead: the present one, and what is expected."""
    if lang == "en" and are_results_before(text, dated.start):
        return False
    if lang == "en":
        tense = tense_at(text, dated.start, dated.end, lang)
        return _is_deadline(dated, text, lang) or tense in {Tense.FUTURE, Tense.NONE}
    is_current = _is_current(dated.first, clock)
    is_led = _AHEAD_ZH.search(text[: dated.start]) or _AHEAD_BEHIND_ZH.match(text, dated.end)
    return is_current or is_led is not None


def _is_under_way(dated: Dated, text: str, lang: Lang, clock: Clock) -> bool:
    """Has covered 62% of its days in the fourth quarter: it goes on still."""
    if lang != "en" or clock.is_fiscal or not _is_current(dated.first, clock):
        return False
    return tense_at(text, dated.start, dated.end, lang) is Tense.PRESENT


def _is_current(said: DateMention, clock: Clock) -> bool:
    """Whether a quarter or a half is that in which the source appeared."""
    month = clock.published.month
    return said.quarter == (month + 2) // 3 if said.quarter else said.half == (month + 5) // 6


def _says_a_period(dated: Dated) -> bool:
    said = dated.first
    has_year = said.year is not None or said.year_offset is not None
    return has_year or bool(said.month or said.quarter or said.half) or dated.opens


# 一季|报, 此前公布的|一季度: of the last one, as reports are published
_PUBLISHED_ZH = regex("(?:公布|披露|发布|交出|公告)的?$")
_REPORT_ZH = regex("度?报(?![价警销送考名])|度?业绩预告|度?快报")


def _is_published(dated: Dated, text: str, lang: Lang) -> bool:
    """Whether a quarter is that of a report: 一季报, 披露的一季度收入."""
    if lang != "zh" or not dated.first.quarter:
        return False
    is_report = text.endswith(("报",), 0, dated.end) or _REPORT_ZH.match(text, dated.end)
    return bool(is_report or _PUBLISHED_ZH.search(text[: dated.start]))


def _written(
    dated: Dated, first: DateMention, last: DateMention | None, clock: Clock
) -> tuple[str, str]:
    if first.year is None:
        return "", ""
    if dated.opens:
        return opening_of(first, dated.months, clock), ""
    if last is not None and last.year is not None:
        if last.day and not last.month:
            last = last._replace(month=first.month, year=first.year)
        return f"{_point(first)}/{_point(last)}", ""
    if dated.is_quarter and first.month:
        return span_of(3, _last_day(first), clock.year_end), ""
    if (dated.months or dated.weeks) and first.month:
        ends = _last_day(first)
        if dated.weeks and not dated.months:
            return of_weeks(dated.weeks, ends, clock.year_end), ""
        return span_of(dated.months, ends, clock.year_end), ""
    return _point(first), ""


def _of_a_quarter(period: str, text: str, end: int) -> str:
    """July-September quarter: the third."""
    points = parse_period(period) or ()
    if len(points) != 2 or not text.startswith(" quarter", end):
        return period
    first, last = (point.first for point in points)
    is_one = first.year == last.year and last.month == first.month + 2 and last.month % 3 == 0
    return f"{first.year}-Q{last.month // 3}" if is_one else period


_END_EN = regex(
    r"\b(?:end of(?: the)?|end-|close of(?: the)?|end(?:ed|ing)|closed|finished|exited) ?$",
    re.IGNORECASE,
)


_YEAR_TO_ITS_END_ZH = regex("截[至止]于?$")


def _end_of(period: str, text: str, dated: Dated, lang: Lang) -> str:
    """The last day of a month or a quarter at whose end something stood: 截至9月末."""
    points = parse_period(period) or ()
    is_year = _YEAR_TO_ITS_END_ZH.search(text[: dated.start]) is not None
    ends = {"month", "quarter", "year"} if is_year else {"month", "quarter"}
    if len(points) != 1 or points[0].precision not in ends:
        return period
    if lang == "zh":
        is_end = text.startswith(("末", "底"), dated.end) or text[dated.end - 1] in "末底"
    else:
        is_end = _END_EN.search(text[: dated.start]) is not None
    return points[0].last(YearEnd(12, 31)).isoformat() if is_end else period


def opening_of(said: DateMention, months: int, clock: Clock) -> str:
    """The first months of a year, by the year that a mention says."""
    year = said.year or clock.published.year
    is_fiscal = said.is_fiscal
    if is_fiscal and months in {3, 6}:
        return f"FY{year}-" + ("Q1" if months == 3 else "H1")
    if is_fiscal:
        return f"FY{year}-Q1/FY{year}-Q{months // 3}" if months % 3 == 0 else f"FY{year}"
    if said.half == 2 and months < 6:  # 下半年首两个月
        return f"{year}-07/{year}-{6 + months:02}"
    if part := {3: "Q1", 6: "H1"}.get(months):
        return f"{year}-{part}"
    return f"{year}-01/{year}-{months:02}"


def _last_day(said: DateMention) -> date:
    year, month = said.year or 1, said.month or 12
    last = month_on(date(year, month, 1), 1) - timedelta(days=1)
    return last.replace(day=min(said.day, last.day)) if said.day else last


def _point(said: DateMention) -> str:
    fiscal = "FY" * said.is_fiscal
    if said.quarter:
        return f"{fiscal}{said.year}-Q{said.quarter}"
    if said.half:
        return f"{fiscal}{said.year}-H{said.half}"
    if said.month and said.day:
        return f"{said.year}-{said.month:02}-{said.day:02}"
    if said.month:
        return f"{said.year}-{said.month:02}"
    return f"{fiscal}{said.year}"


def _onward(dated: Dated, text: str, lang: Lang, clock: Clock) -> str:
    """The end of what goes on since a date: the day of publication, as precise as that date."""
    if lang == "zh":
        is_onward = words.ONWARD_ZH.match(text, dated.end) is not None
    else:
        said = words.SINCE.search(text[: dated.start])
        is_onward = said is not None and said[0].lower().startswith("since")
        is_onward = is_onward or is_base_year(text, dated.start, dated.end)
    if not is_onward or dated.first.is_fiscal or dated.first.quarter or dated.first.half:
        return ""
    length = 10 if dated.first.day else 7 if dated.first.month else 4
    return clock.published.isoformat()[:length]
