"""Whether the heads of columns surely tell which column is of which date.

Heads that were read in another order than they stand in look like heads: August 28, May 7, 2023
over 2022. A figure put to the wrong date is worse than one that a person has to look at.
"""

from collections import Counter
from collections.abc import Sequence

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.period_words import without_brackets
from exporter.drafting.tables.periods_said import A_YEAR, MONTH, YEAR, days_in, period_in
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower
from exporter.facts.periods import parse_period

_UNSURE = "which column is which date is not sure"
_DAY = rf"(?:(?<![a-z]){MONTH}\s?[0-9]{{1,2}}(?![0-9])|(?<![0-9])[0-9]{{1,2}}\s{MONTH})"
_A_DAY = regex(_DAY)
_WHOLE = regex(rf"{_DAY},?\s?{YEAR}")
_ENDS_WITH_DAY = regex(rf"{_DAY},?$")
_ONLY_A_YEAR = regex(rf"{YEAR}\s?(?:\([^()]*\))?")
# The begin of what lasts: April 1, 2024 to March 31, 2025; 2024/25; 2024年1月1日至12月31日.
_BEGIN = regex(
    rf"(?:{_DAY}(?:,?\s?{YEAR})?|{YEAR}(?:\s?年(?:\s?[0-9]{{1,2}}\s?月)?(?:\s?[0-9]{{1,2}}\s?日)?)?)"
    rf"\s?(?:-|–|—|~|/|to|through|until|至|到)\s?(?={MONTH}|[0-9])"
)
_FISCAL = regex(rf"(?:fiscal|fy)\s?(?:year\s)?'?{YEAR}")
# Q2 2025, H1 2024, 2025 Q3: a head that says all of its period, and needs nothing above it
_PART = r"(?:[qh][1-4]|[1-4]q|[12]h|9m|(?:first|second|third|fourth) (?:quarter|half))"
_WHOLE_PART = regex(rf"{_PART}[ /-]?{YEAR}|{YEAR}[ /-]?{_PART}")
_RELATIVE = regex("[\u4e00-\u9fff]")  # 本期, 上年同期: of no year that a head says


def doubt_of_dates(columns: Sequence[Column], heads: Sequence[Line]) -> str:
    """Why a person should look at the dates of all columns; "" where each is told surely.

    Args:
        columns: As the heads were read.
        heads: The lines of heads, from the top.
    """
    lines = [[lower(fold(text)) for text in line.texts] for line in heads]
    is_unsure = (
        any(map(_is_mixed, lines))
        or any(map(_is_run_together, heads))
        or any(_is_of_two(column) for column in columns if not column.compares)
    )
    return _UNSURE if is_unsure else ""


def doubt_of_same(columns: Sequence[Column], periods: Sequence[str]) -> str:
    """Why a person should look where columns of other years are read as of one period; or "".

    Args:
        columns: As the heads were read.
        periods: Of a row's cells, in order.
    """
    years: dict[str, set[str]] = {}
    for column, period in zip(columns, periods, strict=False):
        said = set() if column.compares else set(_A_LABEL.findall(without_brackets(column.own)))
        if period and len(said) == 1:
            years.setdefault(period, set()).add(said.pop()[-2:])
    return _SAME if any(len(said) > 1 for said in years.values()) else ""


_A_LABEL = regex(rf"{YEAR}|(?<=fy)[0-9]{{2}}(?![0-9])|(?<=fy )[0-9]{{2}}(?![0-9])")
_SAME = "columns of other years are read as of one period"


def _is_mixed(cells: Sequence[str]) -> bool:
    """Whether a line has a whole date beside a day that lacks its year, or a year its day."""
    whole = [bool(_WHOLE.search(cell)) for cell in cells]
    parts = [
        not is_whole and bool(_ENDS_WITH_DAY.search(cell) or _ONLY_A_YEAR.fullmatch(cell))
        for cell, is_whole in zip(cells, whole, strict=True)
    ]
    is_span = bool(cells) and _ENDS_IN_YEAR.search(cells[0]) is not None
    if is_span and all(map(_ONLY_A_YEAR.fullmatch, cells[1:])):
        return False
    return any(whole) and any(parts)


# Three Months Ended June 30, 2025 beside 2024, which is of such months, too.
_ENDS_IN_YEAR = regex(rf"(?:months|weeks|quarters?|years?|periods?) ended {_DAY}, {YEAR}$")


def _is_run_together(line: Line) -> bool:
    """Whether days stand in a line with nothing but a space between them, and without years."""
    text = lower(fold(line.text))
    days = len(_A_DAY.findall(text))
    return len(line.texts) > 1 and "\t" not in line.text and days > len(_WHOLE.findall(text))


def _is_of_two(column: Column) -> bool:
    """Whether the head of a column says several dates, or a year that is not its date's."""
    text, own = _plain(column.text), _plain(column.own)
    if _WHOLE_PART.fullmatch(own):
        return False  # a day above is the document's, or that on which the part ends
    if years := _years(own):
        days = days_in(text)
        is_other = bool(days) and str(days[-1].year) not in years
        return is_other or _are_several(own) or _has_day_alone(text)
    if _A_DAY.search(own):
        return _are_several(own) or len(_years(text)) > 1
    return not _RELATIVE.search(own) and _are_several(text)


def _plain(text: str) -> str:
    """The words of a head without those in brackets, and of what lasts with the end alone."""
    text = _BEGIN.sub("", without_brackets(text))
    return _FISCAL.sub("", text) if _WHOLE.search(text) else text


def _are_several(text: str) -> bool:
    return len(_years(text)) > 1 or len(set(_A_DAY.findall(text))) > 1


def _has_day_alone(text: str) -> bool:
    """Whether a day without its year stands beside another, whole date."""
    whole = "; ".join(_WHOLE.findall(text))
    alone = set(_A_DAY.findall(_WHOLE.sub("", text)))
    return bool(whole) and bool(alone - set(_A_DAY.findall(whole)))


def _years(text: str) -> set[str]:
    return set(A_YEAR.findall(text))


def doubts_of_unlike(columns: Sequence[Column], calendar: Calendar) -> list[str]:
    """For each column why a person should look at it: most say other kinds of periods; "" else.

    Of Q1 2025, Q1 2024, 2024 the last may have lost a part of its head.
    """
    kinds = [_precision(column, calendar) for column in columns]
    said = Counter(filter(None, kinds))
    most = max(said.values(), default=0)
    return [_UNLIKE if kind == "year" and said[kind] < most else "" for kind in kinds]


def _precision(column: Column, calendar: Calendar) -> str:
    """What kind of period a column says; "" for one of changes, or without a period."""
    points = () if column.compares else parse_period(period_in(column.text, calendar) or "-") or ()
    return "/".join(point.precision for point in points)


_UNLIKE = "the head of its column is unlike the others"
