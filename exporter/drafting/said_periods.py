"""The periods that a sentence says, in its order: dates as they are read, and words for others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from exporter.drafting import said_words as words
from exporter.drafting.period_steps import month_on, span_of
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.periods import Point, YearEnd, parse_period
from exporter.facts.words import Lang

_COUNTED = "counted from the day of publication"


@dataclass(frozen=True, slots=True)
class Clock:
    """What periods without a year are counted from.

    Attributes:
        published: When the source appeared.
        document: The period that the document speaks of; "" for none.
        year_end: Where fiscal years end, if that is known.
    """

    published: date
    document: str = ""
    year_end: YearEnd | None = None

    @property
    def is_fiscal(self) -> bool:
        """Whether quarters and halves without a year are those of fiscal years."""
        if self.year_end is not None:
            return not self.year_end.is_calendar
        return self.document.startswith("FY")


class Step(StrEnum):
    """How a period is got from another one that is spoken of."""

    SAID = "said"  # it needs none
    YEARS_BEFORE = "years before"
    ONE_BEFORE = "one before"
    YEAR_BEFORE = "the year before"  # of a quarter the year, of a year the one before
    THIS = "this"


@dataclass(frozen=True, slots=True)
class When:
    """A period that a sentence says.

    Attributes:
        start: Offset in the sentence; `end` after its last character.
        period: As facts write it; "" where `step` has to find it, or for the day of publication.
        step: How it is found.
        years: How many years before.
        part: `quarter`, `half`, `month`, `year` where a word says so; "" for any.
        is_now: Whether it means the day of publication.
        doubt: Why a person should look at it.
    """

    start: int
    end: int
    period: str = ""
    step: Step = Step.SAID
    years: int = 0
    part: str = ""
    is_now: bool = False
    doubt: str = ""


def periods_said(text: str, lang: Lang, clock: Clock, is_future: bool = False) -> list[When]:
    """The periods that a sentence says; none overlaps another.

    Args:
        text: The sentence.
        lang: Its language.
        clock: What dates without a year are counted from.
        is_future: Whether it speaks of what comes, so that a quarter without a year is a later one.
    """
    worded = list(_worded_zh(text, clock) if lang == "zh" else _worded_en(text, clock))
    kept: list[When] = []
    for when in sorted(worded, key=lambda when: (when.start, -when.end)):
        if not kept or kept[-1].end <= when.start:
            kept.append(when)
    dated = _dated(text, lang, clock, is_future)
    return _together(dated, kept, text)


def _together(dated: list[When], worded: list[When], text: str) -> list[When]:
    """Words that say more than the date in them take its place: 去年同期 that of 去年."""
    free = [
        when
        for when in dated
        if not any(
            other.start < when.end and when.start < other.end and not _is_more(when, other)
            for other in worded
        )
    ]
    rest = [
        when
        for when in worded
        if not any(other.start < when.end and when.start < other.end for other in free)
    ]
    found = sorted((*free, *rest), key=lambda when: when.start)
    return [_same_of(at, found, text) for at in range(len(found))]


def _is_more(when: When, other: When) -> bool:
    """Whether a date says more than the words beside it: in the quarter ended June 30."""
    return when.start <= other.start and other.end <= when.end and bool(when.period)


def _same_of(at: int, found: Sequence[When], text: str) -> When:
    """In the same period of 2022: as long as what is spoken of, in that year."""
    when = found[at]
    point = parse_period(when.period) or ()
    if len(point) != 1 or point[0].precision not in {"year", "fiscal year"}:
        return when
    for said in words.SAME_OF_EN.finditer(text, 0, when.end):
        if said.end() == when.start:
            return replace(when, start=said.start(), step=Step.YEARS_BEFORE)
    is_same = words.SAME_OF_ZH.match(text, when.end) is not None
    return replace(when, step=Step.YEARS_BEFORE) if is_same else when


# --- Dates


@dataclass(slots=True)
class _Dated:
    """A mention, or several that are one period."""

    first: DateMention
    start: int
    end: int
    last: DateMention | None = None  # of an interval
    months: int = 0  # how many end with it, or begin its year
    opens: bool = False  # whether those are the first of its year
    weeks: int = 0


def _dated(text: str, lang: Lang, clock: Clock, is_future: bool) -> list[When]:
    found = _joined(text, _with_years_behind(_mentions(text), text))
    whens: list[When] = []
    year: int | None = None
    for at, dated in enumerate(found):
        _add_length(dated, text, found[at - 1] if at else None, lang)
        if not _says_a_period(dated):
            continue
        first = _with_year(dated.first, clock, year, is_future)
        last = _with_year(dated.last, clock, year, is_future) if dated.last else None
        if first.year is None:
            continue
        period, doubt = _written(dated, first, last, clock)
        period = _of_a_quarter(period, text, dated.end)
        if dated.last is None and (onward := _onward(dated, text, lang, clock)):
            period = f"{period}/{onward}" if parse_period(f"{period}/{onward}") else period
        if parse_period(period):
            whens.append(When(dated.start, dated.end, period, doubt=doubt))
            # 2023年，……其中第三季度: the year that opens a sentence is that of its parts.
            year = first.year if period == str(first.year) and dated.start < _OPENING else year
    return whens


_OPENING = 4  # characters before a year that opens its sentence: In 2023


def _mentions(text: str) -> list[DateMention]:
    """Mentions as they are read, with the year that a month or a fiscal quarter follows."""
    mentions: list[DateMention] = []
    for said in read_dates(text):
        if mentions and said.start < mentions[-1].end:
            continue
        offset = said.year_offset
        if offset is None and text.startswith("今年", said.start):
            offset = 0
        one = said._replace(year_offset=offset)
        if mentions and mentions[-1].is_fiscal and _is_year_alone(one):
            between = text[mentions[-1].end : one.start]
            one = one._replace(is_fiscal=bool(re.fullmatch(r",? ?(?:and |or |和|及|、)?", between)))
        if whose := words.OF_A_YEAR_EN.match(text, one.end):
            one = one._replace(
                year_offset={"this": 0, "last": -1, "next": 1}[whose[1].lower()], end=whose.end()
            )
        if quarter := words.FISCAL_QUARTER_ZH.match(text, one.end):
            nth = words.NUMBERS.get(quarter["nth"]) or int(quarter["nth"])
            one = one._replace(quarter=nth, end=quarter.end(), is_fiscal=True)
        before = mentions[-1] if mentions else None
        is_glued = before is not None and not text[before.end : one.start].strip(" 的，")
        if before is not None and is_glued and _completes(before, one) and len(text) > one.end:
            mentions[-1] = one._replace(
                start=before.start, year=before.year, year_offset=before.year_offset,
                is_fiscal=one.is_fiscal or before.is_fiscal,
            )  # fmt: skip
            continue
        mentions.append(one)
    return mentions


def _is_year_alone(said: DateMention) -> bool:
    return said.year is not None and not (said.month or said.quarter or said.half or said.is_fiscal)


def _completes(year: DateMention, part: DateMention) -> bool:
    """Whether a part of a year stands behind its year alone: 2023年|1-9月."""
    is_year = not (year.month or year.quarter or year.half or year.day)
    has_year = year.year is not None or year.year_offset is not None
    is_part = bool(part.month or part.quarter or part.half)
    return is_year and has_year and is_part and part.year is None and part.year_offset is None


_YEAR_BEHIND = re.compile(
    r"[^,;.]{0,60}\b(?:of|for|in) |\s(?:and|or) (?:first |the )*(?:half|full year"
    r"|nine months)[^,;.]{0,30}"
)


def _with_years_behind(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Third quarter and year-to-date results for fiscal 2023: a quarter of the year behind."""
    for at in range(len(mentions) - 2, -1, -1):
        one, year = mentions[at], mentions[at + 1]
        has_year = one.year is not None or one.year_offset is not None
        is_year = year.is_fiscal and year.year is not None and not (year.month or year.day)
        if has_year or not (one.quarter or one.half) or not is_year:
            continue
        if _YEAR_BEHIND.fullmatch(text, one.end, year.start):
            mentions[at] = one._replace(year=year.year, is_fiscal=True)
    return mentions


def _joined(text: str, mentions: Sequence[DateMention]) -> list[_Dated]:
    """Two mentions with a dash or `to` between are an interval."""
    found: list[_Dated] = []
    for said in mentions:
        before = found[-1] if found else None
        gap = text[before.end : said.start] if before else ""
        if before is not None and before.last is None and _spans(before.first, said, text, gap):
            before.last, before.end = said, said.end
            if before.first.year is None and before.first.year_offset is None:
                before.first = before.first._replace(
                    year=said.year, is_fiscal=before.first.is_fiscal or said.is_fiscal
                )
            continue
        found.append(_Dated(said, said.start, said.end))
    return found


def _spans(one: DateMention, other: DateMention, text: str, gap: str) -> bool:
    same_kind = [bool(part) for part in (one.month, one.quarter, one.half, one.day)] == [
        bool(part) for part in (other.month, other.quarter, other.half, other.day)
    ]
    if one.day and other.day and not other.month:
        same_kind = True
    if not same_kind:
        return False
    if words.SPAN.fullmatch(gap):
        return True
    between = re.search(r"\bbetween (?:the )?$", text[: one.start], re.IGNORECASE)
    return bool(between and words.SPAN_AND.fullmatch(gap))


def _add_length(dated: _Dated, text: str, before: _Dated | None, lang: Lang) -> None:
    """Months that end with a date, and the first months of a year."""
    head, said = text[: dated.start], text[dated.start : dated.end]
    if lang == "zh":
        opening = words.FIRST_ZH.search(said) or words.FIRST_ZH.match(text, dated.end)
        if opening and opening.end() + (opening.string is said) * dated.start >= dated.end:
            dated.months, dated.opens = _months_of(opening["n"], opening["unit"]), True
            dated.end = max(dated.end, opening.end() + (opening.string is said) * dated.start)
        elif ended := words.AFTER_ENDED_ZH.match(text, dated.end):
            parts = {"个月": _number(ended["n"]), "季度": 3, "半年": 6}
            dated.months = parts.get(ended["part"], 12)
            dated.end = ended.end()
        return
    if nine := words.NINE_M.match(said):
        dated.months, dated.opens = int(nine[1]), True
    elif ended := words.ENDED.search(head):
        dated.weeks = _number(ended["weeks"]) or (
            _number(ended["n"]) if (ended["unit"] or "").lower().startswith("week") else 0
        )
        part = (ended["part"] or "").lower().rpartition(" ")[2].partition("-")[0]
        of_part = {"quarter": 3, "half": 6, "year": 12, "month": 1}.get(part.rstrip("s"), 0)
        dated.months = of_part or (0 if dated.weeks else _number(ended["n"]))
        dated.start = ended.start()
    elif opening := _opening_before(head):
        dated.months, dated.opens = _months_of(opening["n"], opening["unit"]), True
        dated.start = opening.start()
    elif before and (before.months or before.weeks) and not before.opens:
        _go_on(dated, before, text[before.end : dated.start])
    elif (
        before and before.opens and re.fullmatch(r",? and (?:of )?", text[before.end : dated.start])
    ):
        dated.months, dated.opens = before.months, True


def _go_on(dated: _Dated, before: _Dated, gap: str) -> None:
    """Three months ended March 31, 2023 |and 2022|: the same day of another year."""
    if not re.fullmatch(r",? (?:and|or) |, ", gap) or dated.last:
        return
    said = dated.first
    if not said.month and not said.quarter and said.year:
        dated.first = before.first._replace(year=said.year, start=said.start, end=said.end)
    elif not said.month:
        return
    dated.months, dated.weeks = before.months, before.weeks


def _opening_before(head: str) -> re.Match[str] | None:
    *_, last = (None, *words.FIRST_EN.finditer(head))
    return last if last and re.fullmatch(r"(?: of| in)? ?", head[last.end() :]) else None


def _number(word: str | None) -> int:
    if not word:
        return 0
    return int(word) if word.isdecimal() else words.NUMBERS.get(word.lower(), 0)


def _months_of(word: str, unit: str) -> int:
    return _number(word) * (3 if unit.lower().startswith(("quarter", "季")) else 1)


def _says_a_period(dated: _Dated) -> bool:
    said = dated.first
    has_year = said.year is not None or said.year_offset is not None
    return has_year or bool(said.month or said.quarter or said.half) or dated.opens


def _with_year(said: DateMention, clock: Clock, year: int | None, is_future: bool) -> DateMention:
    """A mention with its year: said, of this year or the last, or the nearest that fits."""
    if said.year is not None:
        return said
    if said.year_offset is not None:
        return said._replace(year=clock.published.year + said.year_offset)
    is_fiscal = bool(said.is_fiscal or (clock.is_fiscal and (said.quarter or said.half)))
    said = said._replace(is_fiscal=is_fiscal)
    if year is not None and not said.day and abs(year - clock.published.year) > 0:
        return said._replace(year=year)
    if said.month:
        return said._replace(year=_year_of_month(said.month, clock.published, is_future))
    return said._replace(year=_year_of_part(said, clock, is_future))


def _year_of_month(month: int, published: date, is_future: bool) -> int:
    """The year nearest to the publication; of what has happened, none to come."""
    if not is_future:
        return published.year - (month > published.month)
    here = published.year * 12 + published.month
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs(year * 12 + month - here))


def _year_of_part(said: DateMention, clock: Clock, is_future: bool) -> int:
    """The year of a quarter or a half: of what the document speaks of, else of those near."""
    document = parse_period(clock.document) or ()
    length = 3 if said.quarter else 6
    nth = said.quarter or said.half or 1
    if document:
        point = document[-1]
        done = 12 if point.precision.endswith("year") else point.first.month
        is_later = is_future and nth * length <= done and not point.precision.endswith("year")
        is_earlier = not is_future and (nth - 1) * length >= done
        return point.first.year + is_later - is_earlier
    published = clock.published
    is_begun = (nth - 1) * length < published.month
    is_over = nth * length < published.month
    if is_future:
        return published.year + is_over
    # What a report tells of a quarter, it tells when the quarter has passed, or is about to.
    return published.year if is_begun else published.year - 1


def _written(
    dated: _Dated, first: DateMention, last: DateMention | None, clock: Clock
) -> tuple[str, str]:
    if first.year is None:
        return "", ""
    if dated.opens:
        return _opening(first, dated.months, clock), ""
    if last is not None and last.year is not None:
        if last.day and not last.month:
            last = last._replace(month=first.month, year=first.year)
        return f"{_point(first)}/{_point(last)}", ""
    if (dated.months or dated.weeks) and first.month:
        ends = _last_day(first)
        if dated.weeks and not dated.months:
            begins = ends - timedelta(days=7 * dated.weeks - 1)
            return f"{begins.isoformat()}/{ends.isoformat()}", ""
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


def _opening(said: DateMention, months: int, clock: Clock) -> str:
    year = said.year or clock.published.year
    is_fiscal = said.is_fiscal
    if is_fiscal and months in {3, 6}:
        return f"FY{year}-" + ("Q1" if months == 3 else "H1")
    if is_fiscal:
        return f"FY{year}-Q1/FY{year}-Q{months // 3}" if months % 3 == 0 else f"FY{year}"
    if months == 6:
        return f"{year}-H1"
    if months == 3:
        return f"{year}-Q1"
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


def _onward(dated: _Dated, text: str, lang: Lang, clock: Clock) -> str:
    """The end of what goes on since a date: the day of publication, as precise as that date."""
    if lang == "zh":
        is_onward = words.ONWARD_ZH.match(text, dated.end) is not None
    else:
        said = words.SINCE.search(text[: dated.start])
        is_onward = said is not None and said[0].lower().startswith("since")
    if not is_onward or dated.first.is_fiscal or dated.first.quarter or dated.first.half:
        return ""
    length = 10 if dated.first.day else 7 if dated.first.month else 4
    return clock.published.isoformat()[:length]


# --- Words


def _worded_en(text: str, clock: Clock) -> Iterator[When]:
    for said in words.SAME_BEFORE_EN.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    for said in words.YEARS_BEFORE_EN.finditer(text):
        years = _number(said["n"]) or 10
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=-years if said["later"] else years)
    for pattern, step in (
        (words.ONE_BEFORE_EN, Step.ONE_BEFORE),
        (words.YEAR_BEFORE_EN, Step.YEAR_BEFORE),
        (words.THIS_EN, Step.THIS),
    ):
        for said in pattern.finditer(text):
            named = (part for name, part in said.groupdict().items() if part)
            yield When(*said.span(), step=step, part=_part(next(named, "")))
    for said in words.NEXT_EN.finditer(text):
        yield When(*said.span(), _next(_part(said["part"]), clock))
    for said in words.HALVES_EN.finditer(text):
        nth = 1 if said["nth"].lower() == "first" else 2
        mention = DateMention(None, None, None, None, None, *said.span(), half=nth)
        year = _year_of_part(mention, clock, is_future=False)
        yield When(*said.span(), f"{'FY' * clock.is_fiscal}{year}-H{nth}")
    for said in words.FIRST_EN.finditer(text):
        yield _opening_words(said, text, clock)
    yield from _common(text, clock, words.YEAR_END_EN, words.FULL_YEAR_EN, words.NOW_EN)
    for said in words.COMING_YEARS_EN.finditer(text):
        yield _coming(said, clock)


def _worded_zh(text: str, clock: Clock) -> Iterator[When]:
    for said in words.SAME_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=1)
    for said in words.YEARS_BEFORE_ZH.finditer(text):
        years = _number(said["n"])
        yield When(*said.span(), step=Step.YEARS_BEFORE, years=-years if said["later"] else years)
    for said in words.ONE_BEFORE_ZH.finditer(text):
        yield When(*said.span(), step=Step.ONE_BEFORE, part=_part(said["part"]))
    for said in words.YEAR_BEFORE_ZH.finditer(text):
        is_end = said[0].endswith(("末", "底", "初"))
        yield When(*said.span(), step=Step.YEAR_BEFORE, part="year" if is_end else "")
    for said in words.THIS_ZH.finditer(text):
        yield When(*said.span(), step=Step.THIS, part=_part(said["part"] or ""))
    yield from _named_zh(text, clock)
    yield from _common(text, clock, words.YEAR_END_ZH, words.FULL_YEAR_ZH, words.NOW_ZH)
    for said in words.COMING_YEARS_ZH.finditer(text):
        yield _coming(said, clock)


def _named_zh(text: str, clock: Clock) -> Iterator[When]:
    for said in words.NEXT_ZH.finditer(text):
        yield When(*said.span(), _next(_part(said["part"]), clock))
    for said in words.PLAN_ZH.finditer(text):
        yield When(*said.span(), words.PLANS[said["name"]])
    for said in words.FISCAL_QUARTER_ZH.finditer(text):
        nth = words.NUMBERS.get(said["nth"]) or int(said["nth"])
        mention = DateMention(None, None, None, None, nth, *said.span(), is_fiscal=True)
        yield When(*said.span(), f"FY{_year_of_part(mention, clock, is_future=False)}-Q{nth}")
    for said in words.FIRST_ZH.finditer(text):
        yield _opening_words(said, text, clock)


def _common(
    text: str,
    clock: Clock,
    year_end: re.Pattern[str],
    full_year: re.Pattern[str],
    now: re.Pattern[str],
) -> Iterator[When]:
    for said in year_end.finditer(text):
        yield When(*said.span(), str(clock.published.year))
    for said in full_year.finditer(text):
        yield When(*said.span(), step=Step.THIS, part="year")
    for said in now.finditer(text):
        yield When(*said.span(), is_now=True)


def _opening_words(said: re.Match[str], text: str, clock: Clock) -> When:
    """The first nine months, 前三季度, of a year that stands before, or of the present one."""
    months = _months_of(said["n"], said["unit"])
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
    return When(start, said.end(), _opening(mention, months, clock))


def _part(word: str) -> str:
    small = word.lower()
    for part, beginnings in _PARTS.items():
        if small.startswith(beginnings):
            return part
    return ""


_PARTS = {
    "quarter": ("quarter", "three", "季", "财季"),
    "half": ("half", "半年"),
    "month": ("month", "月"),
    "year": ("year", "年", "财年"),
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


_UNIT_MONTHS = ((("year", "年"), 12), ("decade", 120), (("quarter", "个季"), 3))


def _coming(said: re.Match[str], clock: Clock) -> When:
    """The next three years, the past six months."""
    count, way = _number(said["n"]), said["way"].lower()
    unit = said["unit"].lower()
    if not count:
        return When(*said.span(), doubt=f"“{said[0]}” names no years: write the period")
    months = count * next((n for begins, n in _UNIT_MONTHS if unit.startswith(begins)), 1)
    ahead = way in {"next", "coming", "following", "未来", "今后", "此后", "往后", "接下来"}
    here = date(clock.published.year, clock.published.month, 1)
    ends = (here, month_on(here, months)) if ahead else (month_on(here, -months), here)
    period = "/".join(day.isoformat()[:7] for day in ends)
    return When(*said.span(), period, doubt=f"“{said[0].strip()}” is {_COUNTED}")
