"""The dates of a sentence as they are read, joined where several are one period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exporter.drafting.periods import said_words as words
from exporter.engine.regex import regex
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.words import Lang


@dataclass(slots=True)
class Dated:
    """A mention, or several that are one period."""

    first: DateMention
    start: int
    end: int
    last: DateMention | None = None  # of an interval
    months: int = 0  # how many end with it, or begin its year
    opens: bool = False  # whether those are the first of its year
    weeks: int = 0
    is_quarter: bool = False  # the December quarter
    also_months: int = 0  # the shorter of two: three and nine months ended


def mentions_in(text: str) -> list[DateMention]:
    """Mentions as they are read, with the year that a month or a fiscal quarter follows."""
    mentions: list[DateMention] = []
    for said in read_dates(text):
        before = mentions[-1] if mentions else None
        if before is not None and said.start < before.end:
            continue
        one = _with_its_part(_with_its_year(said, before, text), text)
        is_glued = before is not None and not text[before.end : one.start].strip(" 的，")
        if before is not None and is_glued and _completes(before, one) and len(text) > one.end:
            mentions[-1] = one._replace(
                start=before.start, year=before.year, year_offset=before.year_offset,
                is_fiscal=one.is_fiscal or before.is_fiscal,
            )  # fmt: skip
            continue
        mentions.append(one)
    return mentions


def _with_its_year(said: DateMention, before: DateMention | None, text: str) -> DateMention:
    """A mention with what the words around it say of its year: 今年, fiscal, of last year."""
    offset = said.year_offset
    if offset is None and text.startswith("今年", said.start):
        offset = 0
    one = _fiscal(said._replace(year_offset=offset), text)
    if before is not None and before.is_fiscal and _is_year_alone(one):
        between = text[before.end : one.start]
        one = one._replace(is_fiscal=bool(re.fullmatch(r",? ?(?:and |or |和|及|、)?", between)))
    one = _middle(one, text)
    if whose := words.OF_A_YEAR_EN.match(text, one.end):
        one = one._replace(
            year_offset={"this": 0, "last": -1, "next": 1}[whose[1].lower()], end=whose.end()
        )
    return one


def _with_its_part(one: DateMention, text: str) -> DateMention:
    """A year with the part of it that words beside it say: 财年第二财季, 2024年中报, HY 2024."""
    if quarter := words.FISCAL_QUARTER_ZH.match(text, one.end):
        nth = words.NUMBERS.get(quarter["nth"]) or int(quarter["nth"])
        one = one._replace(quarter=nth, end=quarter.end(), is_fiscal=True)
    if _is_year_alone(one) and (half := words.HALF_YEARLY_ZH.match(text, one.start + 4)):
        one = one._replace(half=1, end=half.end())
    if _is_year_alone(one) and text.endswith("HY ", 0, one.start):
        one = one._replace(half=1, start=one.start - len("HY "))
    return one


def _middle(said: DateMention, text: str) -> DateMention:
    """The month in the middle of a year: 2024年年中, mid-2024."""
    has_year = said.year is not None or said.year_offset is not None
    if not has_year or said.month or said.quarter or said.half or said.is_fiscal:
        return said
    if behind := words.MIDDLE_ZH.match(text, said.end - 1):
        return said._replace(month=6, end=behind.end())
    if said.year is not None and (before := words.MIDDLE_EN.search(text, 0, said.start)):
        return said._replace(month=6, start=before.start())
    return said


def _fiscal(said: DateMention, text: str) -> DateMention:
    """A mention that is of a fiscal year: the fiscal third quarter."""
    is_part = said.quarter is not None or said.half is not None
    if is_part and words.FISCAL_EN.search(text[: said.start]):
        return said._replace(is_fiscal=True)
    return said


def _is_year_alone(said: DateMention) -> bool:
    return said.year is not None and not (said.month or said.quarter or said.half or said.is_fiscal)


def _completes(year: DateMention, part: DateMention) -> bool:
    """Whether a part of a year stands behind its year alone: 2023年|1-9月."""
    is_year = not (year.month or year.quarter or year.half or year.day)
    has_year = year.year is not None or year.year_offset is not None
    is_part = bool(part.month or part.quarter or part.half)
    return is_year and has_year and is_part and part.year is None and part.year_offset is None


_YEAR_BEHIND = regex(
    r"[^,;.]{0,60}\b(?:of|for|in) |\s(?:and|or) (?:first |the )*(?:half|full year"
    r"|nine months)[^,;.]{0,30}"
)


def with_years_behind(mentions: list[DateMention], text: str) -> list[DateMention]:
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


def joined(text: str, mentions: Sequence[DateMention]) -> list[Dated]:
    """Two mentions with a dash or `to` between are an interval."""
    found: list[Dated] = []
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
        found.append(Dated(said, said.start, said.end))
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


def add_length(dated: Dated, text: str, before: Dated | None, lang: Lang) -> None:
    """Months that end with a date, and the first months of a year."""
    if lang == "zh":
        _add_length_zh(dated, text)
    else:
        _add_length_en(dated, text, before)


def _add_length_zh(dated: Dated, text: str) -> None:
    head, said = text[: dated.start], text[dated.start : dated.end]
    begun = words.MONTH_BEFORE_ZH.search(head)
    if begun and dated.last is None and dated.first.month and not dated.first.day:
        dated.last, dated.start = dated.first, begun.start()
        dated.first = dated.first._replace(month=int(begun["month"]))
    opening = words.FIRST_ZH.search(said) or words.FIRST_ZH.match(text, dated.end)
    if opening and opening.end() + (opening.string is said) * dated.start >= dated.end:
        dated.months, dated.opens = months_of(opening["n"], opening["unit"]), True
        dated.end = max(dated.end, opening.end() + (opening.string is said) * dated.start)
    elif ended := words.AFTER_ENDED_ZH.match(text, dated.end):
        parts = {"个月": number_in(ended["n"]), "季度": 3, "半年": 6, "中期": 6}
        dated.months = parts.get(ended["part"], 12)
        dated.end = ended.end()


def _add_length_en(dated: Dated, text: str, before: Dated | None) -> None:
    head, said = text[: dated.start], text[dated.start : dated.end]
    dated.is_quarter = dated.last is None and text.startswith(" quarter", dated.end)
    if half := _half_behind(dated, text):
        dated.months, dated.end = 6, half.end()
    elif nine := words.NINE_M.match(said):
        dated.months, dated.opens = int(nine[1]), True
    elif ended := words.ENDED.search(head):
        _end_with(dated, ended)
    elif opening := _opening_before(head):
        dated.months, dated.opens = months_of(opening["n"], opening["unit"]), True
        dated.start = opening.start()
    elif before:
        _go_on(dated, before, text[before.end : dated.start])


def _end_with(dated: Dated, ended: re.Match[str]) -> None:
    """The weeks, or the months, that ended with a date: three and nine months ended | June 30."""
    dated.weeks = number_in(ended["weeks"]) or (
        number_in(ended["n"]) if (ended["unit"] or "").lower().startswith("week") else 0
    )
    said_part = (ended["part"] or "").lower().replace("half year", "half-year")
    part = said_part.rpartition(" ")[2].partition("-")[0]
    of_part = {"quarter": 3, "half": 6, "year": 12, "month": 1}.get(part.rstrip("s"), 0)
    dated.months = of_part or (0 if dated.weeks else number_in(ended["n"]))
    dated.also_months = number_in(ended["also"]) if dated.months else 0
    dated.start = ended.start()


def _half_behind(dated: Dated, text: str) -> re.Match[str] | None:
    """The December |half|: six months that end with a month."""
    is_month = dated.first.month and not dated.first.day and dated.last is None
    return words.OF_A_HALF_EN.match(text, dated.end) if is_month else None


def _go_on(dated: Dated, before: Dated, gap: str) -> None:
    """Three months ended March 31, 2023 |and 2022|: the same day of another year."""
    if before.opens and re.fullmatch(r",? and (?:of )?", gap):
        dated.months, dated.opens = before.months, True
    is_joined = re.fullmatch(r",? (?:and|or) |, ", gap) and not dated.last
    if before.opens or not (before.months or before.weeks) or not is_joined:
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


def number_in(word: str | None) -> int:
    """The number that a word says; 0 for none."""
    if not word:
        return 0
    return int(word) if word.isdecimal() else words.NUMBERS.get(word.lower(), 0)


def months_of(word: str, unit: str) -> int:
    """How many months so many of a unit are: quarters or months."""
    return number_in(word) * (3 if unit.lower().startswith(("quarter", "季")) else 1)
