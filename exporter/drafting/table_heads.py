"""Heads of columns: which periods they say, and which columns are changes from one to another.

A head may stand in several lines, of which the upper ones span columns: Three Months Ended over
June 30, over 2023 and 2022.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from exporter.facts.periods import YearEnd

_MONTHS = {
    name[:3]: at
    for at, name in enumerate(
        "january february march april may june july august september october november december"
        .split(), 1)
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "sixteen": 16, "twenty-six": 26, "thirty-nine": 39,
    "fifty-two": 52, "fifty-three": 53, "一": 1, "三": 3, "六": 6, "九": 9, "十二": 12,
}  # fmt: skip
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
         "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_COUNT = r"(?P<count>[0-9]{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
_DATE = re.compile(
    rf"(?P<month>{_MONTH})\s?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s?(?P<year>{_YEAR})"
    rf"|(?P<day_first>[0-9]{{1,2}})\s(?P<month_second>{_MONTH}),?\s(?P<year_last>{_YEAR})"
    rf"|(?P<year_zh>{_YEAR})\s?年\s?(?P<month_zh>[0-9]{{1,2}})\s?月\s?(?P<day_zh>[0-9]{{1,2}})\s?日"
    rf"|(?P<year_iso>{_YEAR})[-/.](?P<month_iso>[0-9]{{1,2}})[-/.](?P<day_iso>[0-9]{{1,2}})"
    r"|(?P<month_us>[0-9]{1,2})/(?P<day_us>[0-9]{1,2})/(?P<year_us>(?:20)?[0-9]{2})(?![0-9])"
)
_MONTHS_ENDED = re.compile(
    rf"{_COUNT}[- ]months?(?![a-z])|止\s?{_COUNT.replace('count', 'count_zh')}个月"
)
_WEEKS_ENDED = re.compile(rf"{_COUNT}[- ]weeks?(?![a-z])")
_QUARTERS_ENDED = re.compile(r"quarters?(?: period)?s?(?: ended| ending)|quarterly period ended")
_YEARS_ENDED = re.compile(r"(?:fiscal |financial )?years?[- ](?:ended|ending)|止年度|止\s?年")
_QUARTER = re.compile(
    rf"q(?P<q>[1-4])[ '-]{{0,2}}(?P<fy_q>fy\s?'?)?(?P<year_q>{_YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<q2>[1-4])q[ '-]{{0,2}}(?P<year_q2>{_YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<year_q3>{_YEAR})\s?[年-]?\s?q(?P<q3>[1-4])"
    rf"|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarters?(?: of)?,?\s?(?P<fiscal>(?:fiscal|fy)\s?)?(?:year )?(?P<year_n>{_YEAR})"
    rf"|(?P<year_zh>{_YEAR})\s?年?\s?第?(?P<nth_zh>[一二三四1-4])季度?"
    rf"|(?P<year_fy>{_YEAR})[^0-9]{{1,12}}(?P<nth_y>first|second|third|fourth) quarter"
)
_HALF = re.compile(
    rf"h(?P<h>[12])[ '-]{{0,2}}(?P<year_h>{_YEAR})|(?P<h2>[12])h[ '-]{{0,2}}(?P<year_h2>{_YEAR}|[0-9]{{2}}(?![0-9]))"
    rf"|(?P<year_zh>{_YEAR})\s?年?\s?(?P<half_zh>上半年|下半年|半年度|1\s?[-至—]\s?6\s?月|一至六月|中期)"
    rf"|(?P<nth>first|second) half(?: of)? (?P<year_n>{_YEAR})"
)
_MONTHS_ZH = re.compile(
    rf"(?P<year>{_YEAR})\s?年\s?(?P<first>[0-9]{{1,2}})\s?(?:月)?\s?[-至—~]\s?(?P<last>[0-9]{{1,2}})\s?月|(?P<year_q>{_YEAR})\s?年?前三季度"
)
_MONTH_ZH = re.compile(rf"(?P<year>{_YEAR})\s?年\s?(?P<month>[0-9]{{1,2}})\s?月(?!\s?[0-9])")
_MONTH_EN = re.compile(rf"(?P<month>{_MONTH})\s(?P<year>{_YEAR})")
_FISCAL = re.compile(rf"(?:fiscal|fy)\s?(?:year\s)?'?(?P<year>{_YEAR}|[0-9]{{2}}(?![0-9]))")
_A_YEAR = re.compile(_YEAR)
_TWO_YEARS = re.compile(
    rf"({_YEAR})\s?(?:vs?\.?|versus|to|compared (?:to|with)|over|较|比)\s?({_YEAR})"
)
_WORDS = re.compile(
    rf"(?<![a-z])(?:months?|weeks?|quarters?|years?|period) ended|as (?:of|at)(?![a-z])|(?<![a-z]){_MONTH}\s?[0-9]{{1,2}}|{_YEAR}"
    r"|(?<![a-z0-9])[1-4]q|(?<![a-z])q[1-4](?![a-z0-9])|fiscal|(?<![a-z])(?:first|second|third|fourth) quarter|"
    r"本期|上期|上年|期末|期初|本报告期|同期|年初|年末|季度|半年|止年度|止.{1,3}个月"
)
_CHANGE = re.compile(
    r"(?<![a-z])(?:(?:%|\$|percent(?:age)?)? ?change|chg\.?|inc(?:rease)?\.?\s?/\s?\(?\s?dec|variance|vs\.?(?![a-z])|versus"
    r"|y/y|yoy|y-o-y|q/q|qoq|growth)|同比|环比|增减|变动|增幅|增长率|比上年"
)
_RATE = re.compile(r"%|percent|率|幅度|比例")
_RING = re.compile(r"环比|q/q|qoq|sequential")


def says_period(text: str) -> bool:
    """Whether words, in small letters, say a period, or a part of one."""
    return _WORDS.search(text) is not None


def is_change(text: str) -> bool:
    """Whether the head of a column says that its figures are changes."""
    return len(text) < 60 and _CHANGE.search(text) is not None


def is_sequential(text: str) -> bool:
    """Whether a change is that from the quarter before."""
    return _RING.search(text) is not None


def years_compared(text: str) -> tuple[str, str] | None:
    """The two years of 2015 vs. 2014."""
    found = _TWO_YEARS.search(text)
    return (found[1], found[2]) if found else None


class Calendar(NamedTuple):
    """What periods are counted by.

    Attributes:
        year_end: Of the fiscal years; None where nobody says.
        document: The period that the document is about; "" for none.
    """

    year_end: YearEnd | None = None
    document: str = ""

    @property
    def is_fiscal(self) -> bool:
        """Whether fiscal years are known to be no calendar years."""
        return self.year_end is not None and not self.year_end.is_calendar


def period_in(text: str, calendar: Calendar) -> str:
    """The period that the head of a column says, as facts write it; "" where it says none.

    Args:
        text: All lines of the head joined, in small letters, folded.
    """
    dates = [day for found in _DATE.finditer(text) if (day := _day(found))]
    if dates:
        return _dated(text, dates[-1], calendar)
    prefix = "FY" if calendar.is_fiscal else ""
    if found := _last(_QUARTER, text):
        said = _groups(found, "q", "q2", "q3", "nth", "nth_zh", "nth_y")
        year = _groups(found, "year_q", "year_q2", "year_q3", "year_n", "year_zh", "year_fy")
        fiscal = "FY" if found["fiscal"] or found["fy_q"] else prefix
        return f"{fiscal}{_full(year)}-Q{_NTHS.get(said, said)}"
    if found := _last(_HALF, text):
        year = _groups(found, "year_h", "year_h2", "year_zh", "year_n")
        is_second = found["h"] == "2" or found["h2"] == "2" or found["nth"] == "second"
        return f"{prefix}{_full(year)}-H{2 if is_second or found['half_zh'] == '下半年' else 1}"
    if found := _last(_MONTHS_ZH, text):
        if found["year_q"]:
            return f"{found['year_q']}-Q1/{found['year_q']}-Q3"
        return _months(int(found["year"]), int(found["first"]), int(found["last"]))
    if found := _last(_MONTH_ZH, text):
        return f"{found['year']}-{int(found['month']):02}"
    if found := _last(_FISCAL, text):
        return f"FY{_full(found['year'])}"
    if found := _last(_MONTH_EN, text):
        return f"{found['year']}-{_MONTHS[found['month'][:3]]:02}"
    if found := _last(_A_YEAR, text):
        return f"{prefix}{found[0]}"
    return ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def _groups(found: re.Match[str], *names: str) -> str:
    return next((found[name] for name in names if found[name]), "")


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _day(found: re.Match[str]) -> date | None:
    year = _groups(found, "year", "year_last", "year_zh", "year_iso", "year_us")
    month = _groups(found, "month", "month_second", "month_zh", "month_iso", "month_us")
    day = _groups(found, "day", "day_first", "day_zh", "day_iso", "day_us")
    number = _MONTHS.get(month[:3]) or int(month)
    try:
        return date(int(_full(year)), number, int(day))
    except ValueError:
        return None


def _dated(text: str, last: date, calendar: Calendar) -> str:
    """The span that ends on a day, or the day."""
    if weeks := _WEEKS_ENDED.search(text):
        return _weeks(_number(weeks["count"]), last, calendar)
    months = _MONTHS_ENDED.search(text)
    if _YEARS_ENDED.search(text):
        return span(12, last, calendar.year_end)
    if months:
        return span(_number(months["count"] or months["count_zh"]), last, calendar.year_end)
    if _QUARTERS_ENDED.search(text) or re.search(r"quarter", text):
        return span(3, last, calendar.year_end)
    return last.isoformat()


def _number(said: str) -> int:
    return _NUMBERS.get(said) or int(said)


_OF_WEEKS = {13: 3, 14: 3, 26: 6, 27: 6, 39: 9, 40: 9, 52: 12, 53: 12}


def _weeks(weeks: int, last: date, calendar: Calendar) -> str:
    months = _OF_WEEKS.get(weeks)
    if months is None and calendar.is_fiscal:
        months = {12: 3, 16: 3, 17: 3, 24: 6, 36: 9}.get(weeks)
    if months:
        return span(months, last, calendar.year_end)
    return f"{(last - timedelta(weeks=weeks) + timedelta(days=1)).isoformat()}/{last.isoformat()}"


def span(months: int, last: date, year_end: YearEnd | None) -> str:
    """So many months up to a day; fiscal years of 52 weeks end some days from a month's end."""
    near = last - timedelta(days=10) if last.day <= 10 else last
    year, month = near.year, near.month
    if year_end is not None and not year_end.is_calendar:
        left = (year_end.month - month) % 12
        name = f"FY{year + (month > year_end.month)}"
        at = 12 - left
        if abs(at % 3 - 1.5) != 1.5 and months % 3 == 0:  # quarters of weeks
            at = 3 * round(at / 3) or 12
        return _parts(months, at, name) or _months_before(months, year, month)
    if months == 12 and month != 12:
        return f"FY{year}" if year_end is None else _months_before(12, year, month)
    return _parts(months, month, str(year)) or _months_before(months, year, month)


def _parts(months: int, at: int, year: str) -> str:
    """A part of a year that ends with its month of that number; "" where it is none."""
    if months == 12 and at == 12:
        return year
    if months == 3 and at % 3 == 0:
        return f"{year}-Q{at // 3}"
    if months == 6 and at % 6 == 0:
        return f"{year}-H{at // 6}"
    if months == 9 and at == 9:
        return f"{year}-Q1/{year}-Q3"
    return ""


def _months_before(months: int, year: int, month: int) -> str:
    first = year * 12 + month - months
    return _joined(first // 12, first % 12 + 1, year, month)


def _months(year: int, first: int, last: int) -> str:
    if (first, last) == (1, 12):
        return str(year)
    if first == 1 and last in {3, 6}:
        return f"{year}-{'Q1' if last == 3 else 'H1'}"
    if first == 1 and last == 9:
        return f"{year}-Q1/{year}-Q3"
    if first % 3 == 1 and last == first + 2:
        return f"{year}-Q{last // 3}"
    return _joined(year, first, year, last)


def _joined(first_year: int, first: int, last_year: int, last: int) -> str:
    if (first_year, first) == (last_year, last):
        return f"{last_year}-{last:02}"
    return f"{first_year}-{first:02}/{last_year}-{last:02}"


# --- Columns


class Column(NamedTuple):
    """The head of a column.

    Attributes:
        text: All its lines joined, in small letters, folded.
        leaf: The lowest of its lines.
        compares: Whether its figures are changes.
        now: The text of the first column of its group, whose figures a change leads to.
    """

    text: str
    leaf: str
    compares: bool
    now: str


def columns_of(lines: Sequence[Sequence[str]], count: int) -> tuple[list[Column], str]:
    """The heads of so many columns, and why a person should look at them; "" where they are plain.

    Args:
        lines: The cells of each line of heads, from the top, in small letters, folded.
        count: How many cells a row has.
    """
    if not lines:
        return [], "the table has no heads of columns"
    width = _width(lines, count)
    spread = [cells for line in lines if (cells := _spread(line, width, lines))]
    if not spread:
        return [], "the heads of the columns are not understood"
    heads = [" ".join(filter(None, (cells[at] for cells in spread))) for at in range(width)]
    leaves = [
        next((cells[at] for cells in reversed(spread) if cells[at]), "") for at in range(width)
    ]
    changes = [is_change(leaf) or is_change(_lowest(spread, at)) for at, leaf in enumerate(leaves)]
    columns = _grouped(heads, leaves, changes)
    return _fitted(columns, count)


def _lowest(spread: Sequence[Sequence[str]], at: int) -> str:
    """The lowest two lines of a head: Change over %."""
    return " ".join(filter(None, (cells[at] for cells in spread[-2:])))


def _width(lines: Sequence[Sequence[str]], count: int) -> int:
    widths = [len(line) for line in lines]
    if count in widths:
        return count
    if any(len(line) == count + 1 and _is_stub(line[0]) for line in lines):
        return count
    return max(len(line) - (len(line) > 1 and _is_stub(line[0])) for line in lines)


def _is_stub(cell: str) -> bool:
    """Whether the first cell of a line of heads stands above the heads of the rows."""
    return not says_period(cell) and not is_change(cell) or "(in " in cell or "($" in cell


def _spread(line: Sequence[str], width: int, lines: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a line of heads, each over the columns that it spans; [] where nobody knows."""
    cells = list(line)
    if len(cells) == width + 1 or (
        len(cells) > 1 and _is_stub(cells[0]) and len(cells) - 1 < width and width % len(cells)
    ):
        cells = cells[1:]
    if len(cells) == width:
        return cells
    if len(cells) == 1:
        return cells * width
    if cells and width % len(cells) == 0:
        return [cell for cell in cells for _ in range(width // len(cells))]
    full = next((other for other in lines if len(other) in {width, width + 1}), None)
    if full is not None:
        leaves = list(full)[-width:]
        runs = _runs([is_change(leaf) for leaf in leaves])
        if len(runs) == len(cells):
            return [cell for cell, run in zip(cells, runs, strict=True) for _ in run]
    return []


def _runs(marks: Sequence[bool]) -> list[range]:
    runs: list[range] = []
    for at, mark in enumerate(marks):
        if runs and marks[at - 1] == mark:
            runs[-1] = range(runs[-1].start, at + 1)
        else:
            runs.append(range(at, at + 1))
    return runs


def _grouped(heads: list[str], leaves: list[str], changes: list[bool]) -> list[Column]:
    columns, first = [], 0
    for at, (head, leaf, change) in enumerate(zip(heads, leaves, changes, strict=True)):
        if not change and at and changes[at - 1]:
            first = at  # another group of periods begins
        columns.append(Column(head, leaf, change, heads[first]))
    return columns


def _fitted(columns: list[Column], count: int) -> tuple[list[Column], str]:
    """Columns for a row of so many cells: a change may have a sum and a rate."""
    if len(columns) == count:
        return columns, ""
    changes = sum(column.compares for column in columns)
    if count == len(columns) + changes:
        return [column for column in columns for _ in range(1 + column.compares)], ""
    plain = [column for column in columns if not column.compares]
    if count == len(plain):
        return plain, ""
    wrong = f"the row has {count} figures, the table {len(columns)} columns"
    return columns[:count] if count < len(columns) else [], wrong
