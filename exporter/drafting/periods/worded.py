"""The periods that words say without a date: a year earlier, 本季度, the next three years."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.dated import opening_of, year_of_part
from exporter.drafting.periods.said_dates import months_of, number_in
from exporter.drafting.periods.seasons import seasons_said
from exporter.drafting.periods.steps import month_on
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.drafting.periods.year_begun import begun_in
from exporter.evidence.reading import DateMention
from exporter.facts.periods import Point, parse_period

_WEEK = "“last week” is taken as the month in which it lay"
_COUNTED = "counted from the day of publication"


def worded_en(text: str, clock: Clock) -> Iterator[When]:
    """The periods that words of an English sentence say; some may overlap."""
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
            yield When(*said.span(), step=step, part=_part(next(named, "")))
    for said in words.NEXT_EN.finditer(text):
        is_year = said["year"] is not None
        is_current = re.search(r"\b(?:current|new|this)\b", said[0], re.IGNORECASE) is not None
        period = _fiscal(clock, is_current) if is_year else _next(_part(said["part"]), clock)
        yield When(*said.span(), period)
    yield from _years_en(text, clock)
    for said in words.HALVES_EN.finditer(text):
        nth = 2 if said["nth"].lower() == "second" else 1
        mention = DateMention(None, None, None, None, None, *said.span(), half=nth)
        year = year_of_part(mention, clock, is_future=False)
        yield When(*said.span(), f"{'FY' * clock.is_fiscal}{year}-H{nth}")
    yield from _openings_en(text, clock)
    yield from begun_in(text, clock)
    for said in words.LAST_WEEK_EN.finditer(text):
        thursday = clock.published - timedelta(days=clock.published.weekday() + 4)
        yield When(*said.span(), thursday.isoformat()[:7], doubt=_WEEK)
    yield from seasons_said(text, clock)
    yield from _common(text, clock, words.YEAR_END_EN, words.FULL_YEAR_EN, words.NOW_EN)
    for said in words.COMING_YEARS_EN.finditer(text):
        yield _coming(said, clock)


def _years_en(text: str, clock: Clock) -> Iterator[When]:
    here = clock.published.year
    for said in words.YEARS_EN.finditer(text):
        yield When(*said.span(), str(here + (said["which"].lower() == "next")))
    for said in words.NEXT_ALONE_EN.finditer(text):
        yield When(*said.span("next"), str(here + 1))
    for said in words.END_OF_DECADE_EN.finditer(text):
        yield When(*said.span(), str(here // 10 * 10 + 10))


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


def _openings_en(text: str, clock: Clock) -> Iterator[When]:
    for said in words.FIRST_EN.finditer(text):
        yield _opening_words(said, text, clock)


def worded_zh(text: str, clock: Clock) -> Iterator[When]:
    """The periods that words of a Chinese sentence say; some may overlap."""
    for said in words.SAME_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    yield from _years_before(words.YEARS_BEFORE_ZH, text, clock)
    for said in words.MONTHS_BEFORE_ZH.finditer(text):
        months = 6 if said["half"] else number_in(said["n"])
        yield When(*said.span(), step=Step.MONTHS_BEFORE, months=months)
    for said in words.ONE_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.ONE_BEFORE, part=_part(said["part"]))
    for said in words.YEAR_BEFORE_ZH.finditer(text):
        is_end = said[0].endswith(("末", "底", "初"))
        yield When(*said.span(), step=Step.YEAR_BEFORE, part="year" if is_end else "")
    for said in words.THIS_ZH.finditer(text):
        part = _part(said["part"] or ("季" if said["part2"] else ""))
        yield When(*said.span(), step=Step.THIS, part=part)
    for said in words.SAME_ZH.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="same")
    yield from _named_zh(text, clock)
    yield from _common(text, clock, words.YEAR_END_ZH, words.FULL_YEAR_ZH, words.NOW_ZH)
    for said in words.COMING_YEARS_ZH.finditer(text):
        yield _coming(said, clock)


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
        yield When(*said.span(), _next(_part(said["part"]), clock))
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
    """昨日, 上周四."""
    for said in words.YESTERDAY_ZH.finditer(text):
        yield When(*said.span(), (clock.published - timedelta(days=1)).isoformat())
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


_JUST_PAST = 3  # months after which a holiday is named with its year


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


def _common(
    text: str,
    clock: Clock,
    year_end: re.Pattern[str],
    full_year: re.Pattern[str],
    now: re.Pattern[str],
) -> Iterator[When]:
    for said in year_end.finditer(text):
        if _is_in_its_year(said, text, clock):
            yield When(*said.span(), clock.document)
            continue
        is_over = re.fullmatch("(?:[0-9]{4})?", clock.document) and (
            said[0].lower().startswith("at ")
            or text[: said.start()].endswith(("截至", "截止"))
            or _is_past_end_zh(said, text, clock)
        )
        period = _last_year_end(clock).isoformat() if is_over else str(clock.published.year)
        fiscal = parse_period(clock.document) or ()
        if (
            fiscal
            and fiscal[0].precision == "fiscal year"
            and clock.year_end
            and said[0][:2].lower() == "at"
        ):
            period = fiscal[0].last(clock.year_end).isoformat()
        yield When(*said.span(), period)
    for said in full_year.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="year")
    for said in now.finditer(text):
        yield When(*said.span(), is_now=True)


def _is_in_its_year(said: re.Match[str], text: str, clock: Clock) -> bool:
    """Whether 年内 is the year that a report is about, and not today's."""
    points = parse_period(clock.document) or ()
    is_year = len(points) == 1 and points[0].precision.endswith("year")
    return said[0] == "年内" and is_year and tense_at(text, *said.span(), "zh") is not Tense.FUTURE


def _is_past_end_zh(said: re.Match[str], text: str, clock: Clock) -> bool:
    """Whether the year ended of whose end Chinese tells: 年末存货; not: 预计年末存货, 到年底前."""
    if said[0] not in {"年末", "年底"} or _last_year_end(clock) >= clock.published:
        return False
    is_deadline = text[: said.start()].endswith(("到", "至", "于"))
    return not is_deadline and tense_at(text, *said.span(), "zh") is not Tense.FUTURE


def _last_year_end(clock: Clock) -> date:
    """The end of the year that a document is about; else of the last one that is over."""
    year = int(clock.document) if clock.document.isdecimal() else clock.published.year - 1
    return date(year, 12, 31)


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


def _part(word: str) -> str:
    small = word.lower()
    for part, beginnings in _PARTS.items():
        if small.startswith(beginnings):
            return part
    return ""


_PARTS = {
    "quarter": ("quarter", "three", "季", "财季"),
    "half": ("half", "six", "半年"),
    "month": ("month", "月"),
    "year": ("year", "twelve", "12", "年", "财年"),
}


def _next(part: str, clock: Clock) -> str:
    """The quarter, half, month or year after the one that the document, or its day, is of."""
    document = parse_period(clock.document) or ()
    point = document[-1] if document and document[-1].precision.endswith(part) else None
    months = {"quarter": 3, "half": 6, "month": 1, "year": 12}.get(part, 12)
    if point is not None:
        return Point(month_on(point.first, months), point.precision).written()
    here = clock.published
    first = (here.month - 1) // months * months
    return Point(month_on(date(here.year, first + 1, 1), months), part).written()


def _fiscal(clock: Clock, is_current: bool) -> str:
    """The financial year in which the source appeared, or the one after it.

    Beside the results of a year that has just ended, the coming one is that of today.
    """
    here, end = clock.published, clock.year_end
    if end is None or end.is_calendar:
        is_known = end is not None or not clock.is_fiscal
        return str(here.year + (not is_current)) if is_known else ""
    year = here.year + ((here.month, here.day) > (end.month, end.day))
    return f"FY{year + (not is_current and clock.document != f'FY{year - 1}')}"


_UNIT_MONTHS = ((("year", "年"), 12), ("decade", 120), (("quarter", "个季"), 3))


_PAST_WAYS = {"past", "last", "过去"}


def _coming(said: re.Match[str], clock: Clock) -> When:
    """The next three years, the past six months."""
    parts = said.groupdict()
    way = (said["way"] or parts.get("way2") or "未来").lower()
    unit = (said["unit"] or parts.get("unit2") or "年").lower()
    within = parts.get("within")
    count = number_in(said["n"] or within) if said["n"] or within else 1
    document = parse_period(clock.document) or ()
    is_of_a_year = len(document) == 1 and document[0].precision.endswith("year")
    if count == 1 and unit.startswith(("year", "年")) and way in _PAST_WAYS and is_of_a_year:
        return When(*said.span(), clock.document)  # the past year, in the report on it
    if not count:
        return When(*said.span(), doubt=f"“{said[0]}” names no years: write the period")
    months = count * next((n for begins, n in _UNIT_MONTHS if unit.startswith(begins)), 1)
    ahead = way in {"next", "coming", "following", "未来", "今后", "此后", "往后", "接下来"}
    here = date(clock.published.year, clock.published.month, 1)
    ends = (here, month_on(here, months)) if ahead else (month_on(here, -months), here)
    period = "/".join(day.isoformat()[:7] for day in ends)
    return When(*said.span(), period, doubt=f"“{said[0].strip()}” is {_COUNTED}")
