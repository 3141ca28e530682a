"""Dates in English text: 31 Oct 23, September 3-5, Q3 2023, 1H27, FY2029."""

from exporter.evidence.reading.date_parts import (
    DASHES,
    SUFFIXES,
    Found,
    fiscal_year,
    is_counted,
    mention_of,
    short_year,
    year_in,
)
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.split_years import split_year
from exporter.evidence.reading.vocabulary.dates import (
    FISCAL,
    MONTHS,
    NTHS,
)

NTH_DAYS = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth".split(),
        1,
    )
}


def read_nth_day(text: Text, at: int) -> Found | None:
    """The first of December 2025."""
    month = MONTHS.get(text.word(at + 2)) if text.word(at + 1) == "of" else None
    if month is None:
        return None
    year = year_in(text.word(at + 3))
    end = at + 4 if year else at + 3
    return [mention_of(text, at, end, year=year, month=month, day=NTH_DAYS[text.words[at]])], end


def read_day_of_month(text: Text, at: int) -> Found | None:
    """21st day of January 2026, behind the number."""
    if text.word(at + 1) not in {"st", "nd", "rd", "th"} or text.word(at + 2) != "day":
        return None
    month = MONTHS.get(text.word(at + 4)) if text.word(at + 3) == "of" else None
    day = int(text.words[at])
    if month is None or not 1 <= day <= 31:
        return None
    index = at + 5 + (text.word(at + 5) == ",")
    year = year_in(text.word(index))
    end = index + 1 if year else at + 5
    return [mention_of(text, at, end, year=year, month=month, day=day)], end


def _year_after(text: Text, at: int) -> tuple[int | None, int, bool]:
    """The year that a period is of, the index after it, and whether it is fiscal."""
    index, fiscal = at, False
    while text.word(index) in {",", "of", "the", "in", "fy", "fiscal", "financial", "year", "'"}:
        fiscal = fiscal or text.word(index) in FISCAL
        index += 1
    word = text.word(index)
    if text.word(index + 1) == "%" or not word.isdecimal():
        return None, at, False
    if split := split_year(text, index):
        return split.year, split.end, True
    if year := year_in(word):
        if text.word(index + 1) in FISCAL and text.word(index + 2) == "year":
            return year, index + 3, True
        return year, index + 1, fiscal
    if len(word) == 2 and (
        (index == at and text.touches(at - 1))
        or text.word(index - 1) in {"'", "fy"}
        or (index == at and not text.word(index + 1).isalpha())
    ):
        return 2000 + int(word), index + 1, fiscal
    return None, at, False


def read_lettered(text: Text, at: int) -> Found | None:
    """Q3 2023, H1 2025, Q3."""
    digit = text.word(at + 1)
    if (
        not text.touches(at)
        or digit not in {"1", "2", "3", "4"}
        or (text.words[at] == "h" and digit in "34")
    ):
        return None
    if at and text.touches(at - 1) and text.words[at - 1][-1].isalnum():
        return None
    if text.touches(at + 1) and text.word(at + 2)[:1].isalnum():
        return None
    year, end, fiscal = _year_after(text, at + 2)
    name = "quarter" if text.words[at] == "q" else "half"
    return [mention_of(text, at, end, year=year, is_fiscal=fiscal, **{name: int(digit)})], end


def read_short_period(text: Text, at: int) -> Found | None:
    """3Q23, 1H27, 27Q1, 28H1, 9M 2023, 1st half of 2023."""
    word, letter = text.words[at], text.word(at + 1)
    if not text.touches(at):
        return None
    if letter in {"q", "h"}:
        name = "quarter" if letter == "q" else "half"
        digit = text.word(at + 2)
        if len(word) == 2 and text.touches(at + 1) and digit in {"1", "2", "3", "4"}:
            return [
                mention_of(text, at, at + 3, year=2000 + int(word), **{name: int(digit)})
            ], at + 3
        if word in {"1", "2", "3", "4"} and not (letter == "h" and word in "34"):
            year, end, fiscal = _year_after(text, at + 2)
            return [
                mention_of(text, at, end, year=year, is_fiscal=fiscal, **{name: int(word)})
            ], end
    if letter == "m" and word in {"3", "6", "9"}:
        year, end, fiscal = _year_after(text, at + 2)
        if year:
            return [mention_of(text, at, end, year=year, is_fiscal=fiscal)], end
    if letter in SUFFIXES and text.word(at + 2) in {"half", "quarter"}:
        return read_worded(text, at, word, at + 2)
    return None


def read_worded(text: Text, at: int, nth: str = "", noun: int = 0) -> Found | None:
    """The third quarter of 2023, the second half, the third and fourth quarters."""
    nths, index = [nth or text.words[at]], noun or at + 1
    while text.word(index) in {"and", "or", ",", "to", "the", "-"} or text.word(index) in NTHS:
        if text.word(index) in NTHS:
            if text.word(index).isdecimal() and text.word(index - 1) in NTHS:
                return None  # the first 3 quarters are three
            nths.append(text.word(index))
        index += 1
    word = text.word(index)
    if nths[0] not in NTHS or word not in {"quarter", "quarters", "half", "halves"}:
        return None
    name = "quarter" if word.startswith("q") else "half"
    year, end, fiscal = _year_after(text, index + 1)
    if name == "half" and year is None and text.word(index + 1) in {"an", "a"}:
        return None
    more = len(nths) - 1
    places = zip([at] + [index] * more, [at + 1] * more + [end], nths, strict=True)
    return [
        mention_of(text, first, last, year=year, is_fiscal=fiscal, **{name: NTHS[said]})
        for first, last, said in places
    ], end


def read_fiscal(text: Text, at: int) -> Found | None:
    """FY2024, FY29, fiscal 2027, fiscal year 2024-25 (which is FY2025), FY2025-Q3."""
    if text.word(at) != "fy" and text.word(at + 1) != "year" and not year_in(text.word(at + 1)):
        return None
    index = at + 1
    while text.word(index) in {"year", "'", "ending", "ended"}:
        index += 1
    word = text.word(index)
    year = year_in(word) or short_year(word)
    # fiscal year ending 31 March, ending 31st March
    is_day = len(word) == 2 and text.word(index + 1) in MONTHS.keys() | {"st", "nd", "rd", "th"}
    if year is None or is_day or text.word(index + 1) == "%":
        return None
    end = index + 1
    if (
        text.word(end) in {"-", "/"}
        and text.touches(index)
        and len(text.word(end + 1)) in {2, 4}
        and text.word(end + 1).isdecimal()
    ):
        year = fiscal_year(year, text.word(end + 1))
        end += 2
    said: dict[str, int] = {}
    if text.word(end) == "-" and text.word(end + 1) in {"q", "h"}:
        end += 1
    if text.word(end) in {"q", "h"} and text.word(end + 1) in {"1", "2", "3", "4"}:
        said = {"quarter" if text.word(end) == "q" else "half": int(text.word(end + 1))}
        end += 2
    elif text.word(end) in {"e", "a", "f"} and text.touches(end - 1):
        end += 1
    return [mention_of(text, at, end, year=year, is_fiscal=True, **said)], end


def read_month_first(text: Text, at: int) -> Found | None:
    """September 30, 2023; Sept. 30; September 2023; May 3-5; in May."""
    word, month = text.words[at], MONTHS[text.words[at]]
    index = at + 1 + (text.word(at + 1) == "." and text.word(at + 2)[:1].isdecimal())
    if text.word(index) == "-" and text.touches(index - 1):
        index += 1
    year = year_in(text.word(index))
    if year and not is_counted(text, index):
        return [mention_of(text, at, index + 1, year=year, month=month)], index + 1
    if text.word(index) == "," and (year := year_in(text.word(index + 1))):
        return [mention_of(text, at, index + 2, year=year, month=month)], index + 2
    if _is_day(text.word(index)) and text.word(index + 1) not in _COUNTED_AFTER_DAY:
        return _days_behind(text, at, index, month)
    is_part = text.word(at - 1) == "the" and text.word(at + 1) in {"quarter", "half"}
    if word in _VERBS_TOO and text.word(at - 1) not in _BEFORE_A_MONTH and not is_part:
        return None
    return [mention_of(text, at, at + 1, month=month)], at + 1


_VERBS_TOO = frozenset({"may", "mar", "march"})
_BEFORE_A_MONTH = frozenset(
    "in of by since until last from to end early late mid through for -".split()
)
_COUNTED_AFTER_DAY = frozenset({"%", "million", "billion"})
_COUNTED_AFTER_SPAN = _COUNTED_AFTER_DAY | {"per", "percent"}
_NO_YEAR_BEFORE = _COUNTED_AFTER_SPAN | {":"}


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def _days_behind(text: Text, at: int, index: int, month: int) -> Found | None:
    """The days behind a month, and the year behind them: 30, 2023; 3-5."""
    days, end = [(at, int(text.word(index)))], index + 1
    if text.word(end) in SUFFIXES and text.touches(end - 1):
        end += 1
    last = text.word(end + 1)
    if (
        text.word(end) in DASHES
        and last.isdecimal()
        and len(last) <= 2
        and text.word(end + 2) not in _COUNTED_AFTER_SPAN
    ):
        days.append((end + 1, int(last)))
        end += 2
    skip = end + (text.word(end) == ",")
    year = year_in(text.word(skip))
    if year and is_counted(text, skip):
        year = None
    end = skip + 1 if year else end
    if text.touches(end - 1) and text.word(end)[:1].isalpha() and text.word(end).isascii():
        return None
    return _with_days(text, days, end, month, year)


def _with_days(
    text: Text, days: list[tuple[int, int]], end: int, month: int, year: int | None
) -> Found:
    mentions = []
    for place, (first, day) in enumerate(days):
        last = end if place == len(days) - 1 else first + 1
        mentions.append(mention_of(text, first, last, year=year, month=month, day=day))
    return mentions, end


def read_day_first(text: Text, at: int) -> Found | None:
    """30 Sep 2023, 31-Oct-2023, 30th of September, 11-13 May 2026, 31 Oct 23."""
    days, end = _days_before(text, at)
    end += text.word(end) in {"of", "-"}
    month = MONTHS.get(text.word(end)) if days else None
    is_verb = text.word(end) in {"may", "march"} and text.word(end + 1) in {"be", "have", "not"}
    if month is None or is_verb:
        return None
    end += 1
    if text.word(end) == "." and text.touches(end - 1) and (text.word(end + 1).isdecimal()):
        end += 1
    skip = end + (text.word(end) in {",", "-", "'"})
    year = year_in(text.word(skip))
    if year is None and text.word(skip + 1) not in _NO_YEAR_BEFORE:
        year = short_year(text.word(skip))
    if year is not None and not is_counted(text, skip):
        end = skip + 1
    return _with_days(text, days, end, month, year)


def _days_before(text: Text, at: int) -> tuple[list[tuple[int, int]], int]:
    """The days before a month, each with its place, and the index behind them: 30th, 11-13."""
    days: list[tuple[int, int]] = []
    end = at
    while len(days) < 2 and _is_day(text.word(end)):
        days.append((end, int(text.word(end))))
        end += 1
        end += text.word(end) in SUFFIXES and text.touches(end - 1)
        if text.word(end) not in DASHES or not text.word(end + 1).isdecimal():
            return days, end
        end += 1
    return [], at
