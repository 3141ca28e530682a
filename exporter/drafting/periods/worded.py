"""The periods that words say without a date: a year earlier, 本季度, the next three years."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.company_years import company_year
from exporter.drafting.periods.dated import opening_of
from exporter.drafting.periods.from_today import after, financial_year, part_of, years_around
from exporter.drafting.periods.said_dates import months_of, number_in
from exporter.drafting.periods.seasons import seasons_said, trade_of_seasons
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.drafting.periods.year_begun import begun_in
from exporter.drafting.periods.year_ends import ends_to_come, year_ends
from exporter.drafting.periods.years_left_out import year_of_part
from exporter.evidence.reading import DateMention
from exporter.facts.periods import Point, parse_period

_JUST_PAST = 3  # months after which a holiday is named with its year
_WEEK = "“last week” is taken as the month in which it lay"


def worded_en(text: str, clock: Clock) -> Iterator[When]:
    """The periods that words of an English sentence say; some may overlap."""
    yield from _before_en(text, clock)
    yield from _next_en(text, clock)
    yield from _years_en(text, clock)
    yield from _halves_en(text, clock)
    yield from _final_quarter_en(text, clock)
    for said in words.FIRST_EN.finditer(text):
        yield _opening_words(said, text, clock)
    yield from begun_in(text, clock)
    for said in words.LAST_WEEK_EN.finditer(text):
        thursday = clock.published - timedelta(days=clock.published.weekday() + 4)
        yield When(*said.span(), thursday.isoformat()[:7], doubt=_WEEK)
    yield from seasons_said(text, clock)
    yield from trade_of_seasons(text, clock)
    yield from year_ends(words.YEAR_END_EN, text, clock)
    yield from ends_to_come(text, clock)
    yield from _year_and_now(words.FULL_YEAR_EN, words.NOW_EN, text)
    for said in words.COMING_YEARS_EN.finditer(text):
        yield years_around(said, clock)


def _before_en(text: str, clock: Clock) -> Iterator[When]:
    """A year earlier, the quarter before, this quarter: counted from what is spoken of."""
    for said in words.SAME_BEFORE_EN.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    yield from _years_before(words.YEARS_BEFORE_EN, text, clock)
    for said in words.ONE_YEAR_BEFORE_EN.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    for said in words.MONTHS_BEFORE_EN.finditer(text):
        yield When(*said.span(), step=Step.MONTHS_BEFORE, months=number_in(said["n"]))
    for pattern, step in (
        (words.ONE_BEFORE_EN, Step.ONE_BEFORE),
        (words.YEAR_BEFORE_EN, Step.YEAR_BEFORE),
        (words.THIS_EN, Step.THIS),
    ):
        for said in pattern.finditer(text):
            named = (part for name, part in said.groupdict().items() if part)
            yield When(*said.span(), step=step, part=part_of(next(named, "")))


def _next_en(text: str, clock: Clock) -> Iterator[When]:
    """The next quarter, the current financial year."""
    for said in words.NEXT_EN.finditer(text):
        is_year = said["year"] is not None
        is_current = re.search(r"\b(?:current|new|this)\b", said[0], re.IGNORECASE) is not None
        part = part_of(said["part"] or "")
        period = financial_year(clock, is_current) if is_year else after(part, clock)
        yield When(*said.span(), period)


def _years_en(text: str, clock: Clock) -> Iterator[When]:
    """This year, next year, the end of the decade."""
    here = clock.published.year
    for said in words.YEARS_EN.finditer(text):
        offset = int(said["which"].lower() == "next")
        yield When(*said.span(), _year_on(offset, said.span(), text, clock))
    for said in words.NEXT_ALONE_EN.finditer(text):
        yield When(*said.span("next"), _year_on(1, said.span("next"), text, clock))
    for said in words.END_OF_DECADE_EN.finditer(text):
        yield When(*said.span(), str(here // 10 * 10 + 10))


def _year_on(offset: int, span: tuple[int, int], text: str, clock: Clock) -> str:
    """This year or the next: the company's own, or the calendar's."""
    own = company_year(DateMention(None, None, None, offset, None, *span), text, clock)
    return f"FY{own.year}" if own else str(clock.published.year + offset)


def _halves_en(text: str, clock: Clock) -> Iterator[When]:
    for said in words.HALVES_EN.finditer(text):
        nth = 2 if said["nth"].lower() == "second" else 1
        mention = DateMention(None, None, None, None, None, *said.span(), half=nth)
        year = year_of_part(mention, clock, is_future=False)
        yield When(*said.span(), f"{'FY' * clock.is_fiscal}{year}-H{nth}")


def _final_quarter_en(text: str, clock: Clock) -> Iterator[When]:
    """The final quarter of a year, as the fourth is read."""
    for said in words.FINAL_QUARTER_EN.finditer(text):
        mention = DateMention(None, None, None, None, 4, *said.span())
        year = year_of_part(mention, clock, is_future=False)
        yield When(*said.span(), f"{'FY' * clock.is_fiscal}{year}-Q4")


def _years_before(pattern: re.Pattern[str], text: str, clock: Clock) -> Iterator[When]:
    """A year ago, before what is spoken of; three years ago, before today."""
    for said in pattern.finditer(text):
        years = number_in(said["n"]) or 10
        if years > 1 and said[0].lower().endswith(("ago", "前")):
            yield When(*said.span(), str(clock.published.year - years))
        else:
            yield When(
                *said.span(), step=Step.YEARS_BEFORE, years=-years if said["later"] else years
            )


def worded_zh(text: str, clock: Clock) -> Iterator[When]:
    """The periods that words of a Chinese sentence say; some may overlap."""
    for said in words.SAME_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    yield from _years_before(words.YEARS_BEFORE_ZH, text, clock)
    for said in words.MONTHS_BEFORE_ZH.finditer(text):
        months = 6 if said["half"] else number_in(said["n"])
        yield When(*said.span(), step=Step.MONTHS_BEFORE, months=months)
    for said in words.ONE_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.ONE_BEFORE, part=part_of(said["part"]))
    for said in words.YEAR_BEFORE_ZH.finditer(text):
        is_end = said[0].endswith(("末", "底", "初"))
        yield When(*said.span(), step=Step.YEAR_BEFORE, part="year" if is_end else "")
    for said in words.THIS_ZH.finditer(text):
        part = part_of(said["part"] or ("季" if said["part2"] else ""))
        yield When(*said.span(), step=Step.THIS, part=part)
    for said in words.SAME_ZH.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="same")
    yield from _named_zh(text, clock)
    yield from year_ends(words.YEAR_END_ZH, text, clock)
    yield from _year_and_now(words.FULL_YEAR_ZH, words.NOW_ZH, text)
    for said in words.COMING_YEARS_ZH.finditer(text):
        yield years_around(said, clock)


def _named_zh(text: str, clock: Clock) -> Iterator[When]:
    for said in words.YEAR_START_ZH.finditer(text):
        year = clock.published.year + {"今": 0, "去": -1, "明": 1}.get(said[0][0], 0)
        yield When(*said.span(), f"{year}-01-01")
    for said in words.YEARS_AT_ONCE_ZH.finditer(text):  # 今明两年盈利预测分别上调7%及9%
        first = clock.published.year + {"去": -1, "今": 0, "明": 1}[said[0][0]]
        yield When(*said.span(), f"{first}/{first + len(said['years']) - 1}")
    for said in words.YEARS_AIM_ZH.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="year")
    yield from _days_zh(text, clock)
    for said in words.FISCAL_END_ZH.finditer(text):
        yield from _fiscal_end_zh(said, clock)
    for said in words.NEXT_ZH.finditer(text):
        yield When(*said.span(), after(part_of(said["part"]), clock))
    for said in words.PLAN_ZH.finditer(text):
        yield When(*said.span(), words.PLANS[said["name"]])
    for said in words.FISCAL_QUARTER_ZH.finditer(text):
        nth = words.NUMBERS.get(said["nth"]) or int(said["nth"])
        mention = DateMention(None, None, None, None, nth, *said.span(), is_fiscal=True)
        yield When(*said.span(), f"FY{year_of_part(mention, clock, is_future=False)}-Q{nth}")
    for said in words.FIRST_ZH.finditer(text):
        yield _opening_words(said, text, clock)
    yield from _holidays(text, clock)


def _days_zh(text: str, clock: Clock) -> Iterator[When]:
    """昨日, 当日, 上周四."""
    for said in words.YESTERDAY_ZH.finditer(text):
        yield When(*said.span(), (clock.published - timedelta(days=1)).isoformat())
    for said in words.DAY_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.DAY_BEFORE, days=bool(said["next"] or said["then"]))
    for said in words.WEEKDAY_BEFORE_ZH.finditer(text):
        monday = clock.published - timedelta(days=clock.published.weekday() + 7)
        day = monday + timedelta(days="一二三四五六日".index(said["day"].replace("天", "日")))
        yield When(*said.span(), day.isoformat())


def _fiscal_end_zh(said: re.Match[str], clock: Clock) -> Iterator[When]:
    """财年末, 上一财年末: the last day of the fiscal year that a document is about, or before."""
    points = parse_period(clock.document) or ()
    if points and points[-1].is_fiscal and clock.year_end:
        year = Point(date(points[-1].first.year - bool(said["before"]), 1, 1), "fiscal year")
        yield When(*said.span(), year.last(clock.year_end).isoformat())


def _holidays(text: str, clock: Clock) -> Iterator[When]:
    """The month of a holiday, or of a season of sales: of the year said, or one just past."""
    offsets = {"前": -2, "去": -1, "今": 0, "明": 1}
    for said in words.HOLIDAY_ZH.finditer(text):
        month = next(month for name, month in words.HOLIDAYS.items() if name in said["name"])
        year = clock.published.year - (month > clock.published.month)
        if whose := said["year"]:
            offset = offsets.get(whose[0])
            year = int(whose[:4]) if offset is None else clock.published.year + offset
        elif (clock.published.month - month) % 12 > _JUST_PAST:
            continue
        yield When(*said.span(), f"{year}-{month:02}")


def _year_and_now(full_year: re.Pattern[str], now: re.Pattern[str], text: str) -> Iterator[When]:
    """The whole of the year that is spoken of, and today."""
    for said in full_year.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="year")
    for said in now.finditer(text):
        yield When(*said.span(), is_now=True)


def _opening_words(said: re.Match[str], text: str, clock: Clock) -> When:
    """The first nine months, 前三季度, of a year that stands before, or of the present one."""
    months = months_of(said["n"], said["unit"])
    year = clock.published.year
    if document := parse_period(clock.document):
        year = document[-1].first.year
    elif months >= clock.published.month:
        year -= 1
    before = re.search(r"(?<![0-9])((?:19|20)[0-9]{2}) ?$|今年$|去年$", text[: said.start()])
    start = said.start()
    if before:
        start = before.start()
        offsets = {"今年": 0, "去年": -1}
        year = int(before[1]) if before[1] else clock.published.year + offsets[before[0]]
    mention = DateMention(year, None, None, None, None, *said.span(), is_fiscal=clock.is_fiscal)
    return When(start, said.end(), opening_of(mention, months, clock))
