"""Decimal commas and dates such as 31.12.2025, column by column.

One value that can be read in one way alone shows how its column is written: 6,5 and 1.234,5 have
decimal commas, 31.12.2025 begins with the day. Where no value shows it, or two show different
things, what can be read in two ways is refused.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault
from exporter.facts.flat.texts import Faults, alike

NUMBERS = ("value", "value.from", "value.to")
DATES = ("value", "period")
COMMA, POINT, DAY, MONTH = "comma", "point", "day", "month"  # what a value shows
MARKED = tuple(dict.fromkeys((*NUMBERS, *DATES)))

_SIGN = "^[+-]?"
_MIDNIGHT = "(?:[ T]0?0:00(?::00(?:[.]0+)?)?)?$"
_DAYS = rf"^[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-][0-9]{{4}}{_MIDNIGHT}"
_YEARS = rf"^[0-9]{{4}}[./-][0-9]{{1,2}}[./-][0-9]{{1,2}}{_MIDNIGHT}"
_ISO = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_TWO_WAYS = _SIGN + "[1-9][0-9]{0,2}[.,][0-9]{3}$"  # 1.234, 12,500
_POWER = "(?:[eE][+-]?[0-9]{1,3})?$"
_COMMAS = (
    rf"{_SIGN}(?:[0-9]+|[0-9]{{1,3}}(?:[.][0-9]{{3}})+),[0-9]+{_POWER}",
    rf"{_SIGN}[0-9]{{1,3}}(?:[.][0-9]{{3}}){{2,}}$",
)
_POINTS = (
    rf"{_SIGN}(?:[0-9]+|[0-9]{{1,3}}(?:,[0-9]{{3}})+)[.][0-9]+{_POWER}",
    rf"{_SIGN}[0-9]{{1,3}}(?:,[0-9]{{2,3}})+,[0-9]{{3}}$",  # 12,34,567 in India
)
_FIRST_IS_DAY = "^(?:1[3-9]|2[0-9]|3[01])[./-](?:0?[1-9]|1[0-2])[./-]"
_SECOND_IS_DAY = "^(?:0?[1-9]|1[0-2])[./-](?:1[3-9]|2[0-9]|3[01])[./-]"
_OTHER_YEARS = (
    "^[0-9]{4}(?:[./][0-9]{1,2}[./]|-[0-9]-|-[0-9]{2}-[0-9](?:$|[^0-9])|-[0-9]{2}-[0-9]{2}[ T])"
)
_IN_QUESTION = rf",|[.].*[.]|{_TWO_WAYS}|{_DAYS}|{_OTHER_YEARS}"
_DAY_PARTS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b.*")
_YEAR_PARTS = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})\b.*")
_LAST_MONTH = 12


class Seen(NamedTuple):
    """The first value of a column that shows something, and its row."""

    row: int
    value: str


@dataclass
class Shown:
    """What the values of one column show.

    Attributes:
        by: By what is shown (COMMA, POINT, DAY, MONTH), the first value that shows it.
    """

    by: dict[str, Seen] = field(default_factory=dict)

    def take(self, texts: pa.Array, rows: pa.Array) -> None:
        """Look at more values."""
        two_ways, days = _matches(texts, _TWO_WAYS), _matches(texts, _DAYS)
        for what, mask in (
            (COMMA, _but(_matches(texts, *_COMMAS), two_ways)),
            (POINT, _but(_matches(texts, *_POINTS), two_ways)),
            (DAY, pc.and_(days, _matches(texts, _FIRST_IS_DAY))),
            (MONTH, pc.and_(days, _matches(texts, _SECOND_IS_DAY))),
        ):
            if what not in self.by and (place := pc.index(mask, True).as_py()) >= 0:
                self.by[what] = Seen(rows[place].as_py(), texts[place].as_py())


@dataclass(frozen=True)
class Marks:
    """How the numbers and dates of a table are written.

    Attributes:
        decimal: The decimal mark as it is said; "" where the columns are to show it.
        columns: Gives the columns in MARKED that the table has, with the numbers of their rows,
            from its first row to its last; asked only where a value is in question. None where
            nothing is to be read but by `decimal`.
        has_bare_commas: Whether the table is of a program that may write decimal commas, so that
            even 1.234 is in question.
        remedy: What a person does who has no value that shows it.
    """

    decimal: str = ""
    columns: Callable[[], Iterable[tuple[Mapping[str, pa.Array], pa.Array]]] | None = None
    has_bare_commas: bool = False
    remedy: str = 'say `decimal: ","` or `decimal: "."` beside `file:` in report.yaml'

    def are_in_question(self, texts: pa.Array) -> bool:
        """Whether any of a column's values may not be as facts have them."""
        if self.decimal:
            return True
        return self.columns is not None and _any(_matches(texts, _IN_QUESTION))

    def read(
        self, column: str, texts: pa.Array, is_text: pa.Array, is_number: pa.Array
    ) -> tuple[pa.Array, Faults]:
        """The values of a column as facts have them; null where they are at fault.

        Args:
            column: One of MARKED.
            texts: Its values.
            is_text: Where a value is a text, whatever it looks like, or is read already.
            is_number: Where it is no date, by its unit.
        """
        faults: Faults = []
        if column in NUMBERS:
            numeric = _but(_matches(texts, *_COMMAS, *_POINTS, _TWO_WAYS), is_text)
            texts, faults = self._numbers(column, numeric, texts)
        if column in DATES and self.columns is not None:
            texts, of_dates = self._dates(column, texts, pc.or_(is_text, is_number))
            faults = sorted([*faults, *of_dates])
        return texts, faults

    def _shown(self, column: str) -> Mapping[str, Seen]:
        shown = self._all_shown.get(column)
        return shown.by if shown else {}

    @cached_property
    def _all_shown(self) -> dict[str, Shown]:
        shown: dict[str, Shown] = {}
        for columns, rows in self.columns() if self.columns else ():
            for name, texts in columns.items():
                shown.setdefault(name, Shown()).take(texts, rows)
        return shown

    def _numbers(self, column: str, numeric: pa.Array, texts: pa.Array) -> tuple[pa.Array, Faults]:
        shown = {} if self.decimal else self._shown(column)
        marks = {mark for name, mark in ((COMMA, ","), (POINT, ".")) if name in shown}
        mark = self.decimal or (marks.pop() if len(marks) == 1 else "")
        two_ways = pc.and_(numeric, _matches(texts, _TWO_WAYS))
        commas = _but(pc.and_(numeric, _matches(texts, *_COMMAS)), two_ways)
        points = _but(numeric, pc.or_(commas, two_ways))
        if mark:
            against = points if mark == "," else commas
            faults = _each(against, texts, lambda text: _against(column, text, mark))
            return _cleared(_read(texts, _but(numeric, against), mark), against), faults
        if not self._is_in_doubt(shown):
            two_ways = pc.and_(two_ways, pc.match_substring(texts, ","))
        wrong = pc.or_(commas, two_ways)
        return _cleared(texts, wrong), _each(
            wrong, texts, lambda text: self._undecided(column, text, shown.get(POINT))
        )

    def _undecided(self, column: str, text: str, point: Seen | None) -> Fault:
        if point:
            wrong = (
                f"`{column}` {text} has a decimal comma or parts thousands, and row {point.row} "
            )
            wrong += f"of the column has a decimal point ({point.value})"
            return Fault(wrong, "write all of the column in one way")
        comma, points = _number(text, ","), _number(text, ".")
        wrong = f"`{column}` {text} is {comma} with decimal commas, and {points} with decimal "
        wrong += "points, and no value of the column shows which"
        return Fault(wrong, f"write {comma} or {points} without doubt, or {self.remedy}")

    def _is_in_doubt(self, shown: Mapping[str, Seen]) -> bool:
        """Whether 1.234 may be a thousand and more."""
        return self.has_bare_commas or bool(shown)

    def _dates(self, column: str, texts: pa.Array, is_none: pa.Array) -> tuple[pa.Array, Faults]:
        dates = _but(_but(_matches(texts, _DAYS, _YEARS), _matches(texts, _ISO)), is_none)
        if not _any(dates):
            return texts, []
        by = self._shown(column)
        shown = [by[first] for first in (DAY, MONTH) if first in by]
        first = (DAY if DAY in by else MONTH) if len(shown) == 1 else ""
        rows = pc.indices_nonzero(dates).to_pylist()
        read, faults = texts.to_pylist(), []
        for row in rows:
            text = read[row]
            days = list(dict.fromkeys(filter(None, _days_in(text, first))))
            if len(days) > 1:
                faults.append((row, _either(column, text, days, shown)))
            read[row] = days[0] if len(days) == 1 else None if days else text
        return pa.array(read, pa.string()), alike(faults)


UNMARKED = Marks()


def _days_in(text: str, first: str) -> Iterator[str]:
    """The days that a date may be, as ISO 8601 has them, where `first` begins it."""
    if match := _YEAR_PARTS.fullmatch(text):
        yield _day(*map(int, match.groups()))
    elif match := _DAY_PARTS.fullmatch(text):
        one, other, year = map(int, match.groups())
        if first != MONTH or one > _LAST_MONTH:
            yield _day(year, other, one)
        if first != DAY or other > _LAST_MONTH:
            yield _day(year, one, other)


def _day(year: int, month: int, day: int) -> str:
    """The day; "" where the calendar has none."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _either(column: str, text: str, days: list[str], shown: Sequence[Seen]) -> Fault:
    wrong = f"`{column}` {text} may be {' or '.join(days)}, and "
    if shown:  # both
        day, month = (f"row {seen.row} ({seen.value})" for seen in shown)
        wrong += f"{day} of the column begins with the day, {month} with the month"
    else:
        wrong += "no date of the column shows which"
    return Fault(wrong, f"write it as {' or '.join(days)}")


def _against(column: str, text: str, mark: str) -> Fault:
    has, says = ("point", "a comma") if mark == "," else ("comma", "a point")
    wrong = f"`{column}` {text} has a decimal {has}, and {says} begins decimals here"
    return Fault(wrong, f"write {_number(text, '.' if mark == ',' else ',').replace('.', mark)}")


def _number(text: str, mark: str) -> str:
    """A number as facts have it, where `mark` begins its decimals."""
    column = pa.array([text])
    return str(_read(column, pa.array([True]), mark)[0].as_py())


def _read(texts: pa.Array, numeric: pa.Array, mark: str) -> pa.Array:
    """The texts, those that are numbers as facts have them."""
    plain = pc.replace_substring(texts, "." if mark == "," else ",", "")
    return pc.if_else(numeric, pc.replace_substring(plain, ",", "."), texts)


def _matches(texts: pa.Array, *patterns: str) -> pa.Array:
    return pc.fill_null(pc.match_substring_regex(texts, "|".join(patterns)), False)


def _but(mask: pa.Array, others: pa.Array) -> pa.Array:
    return pc.and_not(mask, others)


def _any(mask: pa.Array) -> bool:
    return bool(pc.any(mask).as_py())


def _cleared(texts: pa.Array, mask: pa.Array) -> pa.Array:
    return pc.if_else(mask, None, texts)


def _each(mask: pa.Array, texts: pa.Array, fault: Callable[[str], Fault]) -> Faults:
    rows = pc.indices_nonzero(mask).to_pylist()
    return alike([(row, fault(texts[row].as_py())) for row in rows])
