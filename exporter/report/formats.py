"""Number formats: how a figure shows its unit, precision and qualifier and still computes.

A format is composed of the qualifier's mark, the unit's signs and the decimals as written:
`"> "#,##0`, `"≈ "0%`, `"¥"#,##0.0" bn"`. `show_number` gives the same text that Excel shows, for
the one-pager, so that both always agree. Where a language shows another magnitude than the unit's
name (18.62 billion, 186.2亿), the decimal point has moved in both. Money has its sign before it in
English, and its name behind it in Chinese. The cell of a range holds its low end, and the high one
stands in its format: `0.0"–21.5"`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from types import EllipsisType

from exporter.facts.periods import Point, YearEnd, parse_period
from exporter.facts.units import Unit
from exporter.facts.words import QUALIFIER_MARKS, Bilingual, Lang, Qualifier
from exporter.limits import SIGNIFICANT_DIGITS

MOST_DECIMALS = SIGNIFICANT_DIGITS + 1  # as written, and one more where 1亿 is 0.1 billion

# The locale of month names, so that an English sheet reads "Oct" in a Chinese Excel too.
_DATE_FORMATS = {
    "year": Bilingual("yyyy", 'yyyy"年"'),
    "month": Bilingual("[$-409]mmm yyyy", 'yyyy"年"m"月"'),
    "day": Bilingual("[$-409]d mmm yyyy", 'yyyy"年"m"月"d"日"'),
}
_DATE_CODES = frozenset("ymdhs")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class NumberLook:
    """What decides how a number shows, apart from its value.

    Attributes:
        places: The decimals that show, in the magnitude of the language.
        high: The high end of a range, in the unit; None where the number is no low end of one;
            `...` for any high end, where formats would be too many.
    """

    unit: Unit
    places: int
    qualifier: Qualifier
    lang: Lang
    high: Fraction | EllipsisType | None = None

    @property
    def signs(self) -> tuple[str, str, str]:
        """The qualifier's mark, what stands before the number and what after it."""
        unit, lang = self.unit, self.lang
        return (
            QUALIFIER_MARKS[self.qualifier].in_(lang),
            unit.before.in_(lang),
            unit.after.in_(lang),
        )


def places_shown(decimals: int, moved: int, *numbers: Fraction) -> int:
    """How many decimals show of numbers whose point has moved so far to the right.

    As many as are written, and never fewer than it takes. The noughts at the end of a whole number
    claim nothing: 2300万 are 23 million, not 23.00; but 2300.0万 are 23.000 million.

    Args:
        decimals: As written.
        moved: The places by which the point moves, to the left where it is negative.
        numbers: As written: one number, or both ends of a range.
    """
    left = max(decimals - moved, 0)
    if decimals == 0:
        while left and all(number % 10 ** (1 - moved - left) == 0 for number in numbers):
            left -= 1
    return min(left, MOST_DECIMALS)


@cache
def number_format(look: NumberLook, *, negative: bool = False) -> str:
    """The Excel format of a number.

    Args:
        look: Unit, decimals, qualifier and language.
        negative: Whether the number is; its minus sign then stands after the qualifier's mark,
            where Excel would put it before.
    """
    mark, before, after = look.signs
    digits, to_high = _digits_format(look), _to_high(look, negative)
    rest = _quoted(to_high) + after if after == "%" else _quoted(to_high + after)
    positive = _quoted(mark + before) + digits + rest
    if not negative or not (mark or before):
        return positive
    return f"{positive};{_quoted(f'{mark}-{before}')}{digits}{rest}"


def date_format(precision: str, qualifier: Qualifier, lang: Lang) -> str:
    """The Excel format of a date that is known to the year, month or day."""
    locale, code = _DATE_FORMATS[precision].in_(lang).rpartition("]")[::2]
    # LibreOffice knows a locale only at the start of a format.
    return f"{locale}]" * bool(locale) + _quoted(QUALIFIER_MARKS[qualifier].in_(lang)) + code


def show_number(value: Fraction, look: NumberLook, *, minus: str = "-") -> str:
    """`value`, in its unit as written, as Excel shows it in `number_format`; pages have a minus."""
    mark, before, after = look.signs
    sign = minus if value < 0 else ""
    return (
        f"{mark}{sign}{before}{show_digits(value, look)}{_to_high(look, value < 0, minus)}{after}"
    )


def show_bare(value: Fraction, look: NumberLook) -> str:
    """`value` as `show_number` shows it, without what its unit puts before and after it."""
    sign = "-" if value < 0 else ""
    return f"{look.signs[0]}{sign}{show_digits(value, look)}{_to_high(look, value < 0)}"


def show_date(first: date, precision: str, qualifier: Qualifier, lang: Lang) -> str:
    """A date as Excel shows it in `date_format`."""
    return QUALIFIER_MARKS[qualifier].in_(lang) + show_point(Point(first, precision), lang)


@lru_cache(4096)
def show_period(period: str, lang: Lang) -> str:
    """A period in words: `Oct 2023`, `2023年10月`, `Q3 2023`, `2014 – 2022`; "" for none."""
    points = parse_period(period) if period else ()
    return " – ".join(show_point(point, lang) for point in points or ())


@lru_cache(4096)
def show_placed(period: str, year_end: YearEnd | None, lang: Lang) -> str:
    """A period in words, a fiscal one with its last day: `FY2025 (to 31 Mar 2025)`.

    Args:
        period: As `show_period` takes it.
        year_end: Where fiscal years end; None where nobody says.
        lang: The language.
    """
    shown = show_period(period, lang)
    last = (parse_period(period) or (None,))[-1]
    if year_end is None or last is None or not last.is_fiscal:
        return shown
    day = show_point(Point(last.last(year_end), "day"), lang)
    return f"{shown} (to {day})" if lang == "en" else f"{shown}（至{day}）"


def show_point(point: Point, lang: Lang) -> str:
    """One year, half, quarter, month or day in words; a fiscal one says so."""
    first, english = point.first, lang == "en"
    fiscal, _, part = point.precision.rpartition(" ")
    if english:
        year = f"{fiscal and 'FY'}{first.year}"
    else:
        year = f"{first.year}{'财年' if fiscal else '年'}"
    month = f"{_MONTHS[first.month - 1]} {year}" if english else f"{year}{first.month}月"
    match part:
        case "year":
            return year
        case "half":
            half = f"H{point.half}"
            # As desks write them: H1 2025, but FY2025 H1, which sorts by its year.
            in_english = f"{year} {half}" if fiscal else f"{half} {year}"
            return in_english if english else f"{year}{'上下'[point.half - 1]}半年"
        case "quarter":
            quarter = f"Q{point.quarter}"
            in_english = f"{year} {quarter}" if fiscal else f"{quarter} {year}"
            return in_english if english else f"{year}第{point.quarter}季度"
        case "month":
            return month
        case _:
            return f"{first.day} {month}" if english else f"{month}{first.day}日"


def _to_high(look: NumberLook, negative: bool, minus: str = "-") -> str:
    """What shows behind the low end of a range: `–21.5`; ` to -5` where a dash would be a minus."""
    if look.high is None:
        return ""
    to = Bilingual(" to ", "至").in_(look.lang) if negative else "–"
    if look.high is ...:
        return f"{to}…"
    return f"{to}{minus if look.high < 0 else ''}{show_digits(look.high, look)}"


def show_digits(value: Fraction, look: NumberLook) -> str:
    """A number without its sign, in the magnitude of the language."""
    grouping = "" if look.unit.stored != 1 else ","
    point = look.unit.moved(look.lang) + look.places
    # Half a digit is rounded up, as Excel does it; only what is calculated has one.
    halves, whole = 2 * abs(value.numerator) * 10 ** max(point, 0), value.denominator
    whole *= 10 ** max(-point, 0)
    digits = (halves + whole) // (2 * whole)
    return f"{Decimal(digits).scaleb(-look.places):{grouping}f}"


def _digits_format(look: NumberLook) -> str:
    whole = "#,##0"
    if look.unit.stored != 1:
        # Ruby's roo takes a format for a date's that has such letters, quoted or not, and no #.
        whole = "0" if _DATE_CODES.isdisjoint("".join(look.signs[:2])) else "#0"
    return f"{whole}.{'0' * look.places}" if look.places else whole


def _quoted(text: str) -> str:
    """A literal in a number format."""
    return f'"{text}"' if text else ""
