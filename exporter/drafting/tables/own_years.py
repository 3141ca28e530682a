"""Columns of years under a date that is said of all: each has that day in its own year.

Years ended December 31, 2024 and 2023, over 2024 and 2023; year ended 30 June 2026, over 2026, or
over FY26.
"""

from collections.abc import Sequence

from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.months_said import full_year
from exporter.drafting.tables.no_figures import is_of_notes
from exporter.drafting.tables.period_words import bare_label, without_aside
from exporter.drafting.tables.periods_said import A_YEAR, MONTH, YEAR
from exporter.drafting.tables.split_years import with_fiscal_years
from exporter.engine.regex import regex

_DAY = regex(rf"(?<![a-z]){MONTH}\s?[0-9]{{1,2}}(?![0-9])|(?<![0-9])[0-9]{{1,2}}\s{MONTH}")
_YEARS = regex(rf"{YEAR}(?:(?:,|,? and|,? &|/)? {YEAR})*")
_ONLY_A_YEAR = regex(rf"(?:fy ?)?({YEAR})")


def with_own_years(columns: Sequence[Column]) -> list[Column]:
    """The columns, the day above them read in the year of each; as they are where it is open.

    Args:
        columns: As the heads were read.
    """
    plain = [one for one in columns if not (one.compares or is_of_notes(one.own))]
    said = [_year_of(column) for column in plain]
    if len(set(said)) < 2 or not all(said):
        return list(columns)
    texts = {_above(column) for column in plain}
    if len(texts) != 1 or not _is_of_all(text := texts.pop(), said):
        return list(columns)
    found: list[Column] = []
    for column in columns:
        if column.compares:
            at = next((at for at, one in enumerate(found) if one.own == column.own_now), -1)
            found.append(column._replace(now=found[at].text) if at >= 0 else column)
        elif year := _year_of(column):
            told = _YEARS.sub(year, text)
            found.append(column._replace(text=told, now=told))
        else:
            found.append(column)
    return found


def own_fiscal_year(column: Column, calendar: Calendar) -> str:
    """The fiscal year that a column names by itself, below the day on which one of them ended."""
    found = _FISCAL.fullmatch(with_fiscal_years(bare_label(column.own_now)))
    if found is None or _OF_A_PART.search(column.now.removesuffix(column.own_now)):
        return ""
    return calendar.labels.read(f"FY{full_year(found['year'])}", found[0])


_FISCAL = regex(r"fy\s?'?(?P<year>(?:20)?[0-9]{2})")
_OF_A_PART = regex(r"(?<![a-z])(?:months?|weeks?|quarters?|half)(?![a-z])|月|季|半年")


def _year_of(column: Column) -> str:
    """The year that a column says and nothing else; "" for another."""
    found = _ONLY_A_YEAR.fullmatch(without_aside(column.own))
    return found[1] if found else ""


def _above(column: Column) -> str:
    """What is said of all columns, as the text of one of them begins with it."""
    return column.text.removesuffix(column.own.strip()).strip()


def _is_of_all(text: str, years: Sequence[str]) -> bool:
    """Whether words say one day, in the latest year of some columns, or in those of all."""
    said = A_YEAR.findall(text)
    is_one_day = len({*_DAY.findall(text)}) == 1 and len(_YEARS.findall(text)) == 1
    return is_one_day and (said == [max(years)] or sorted(said) == sorted({*years}))
