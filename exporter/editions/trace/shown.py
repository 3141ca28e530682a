"""What a cell shows: the words of its number format beside the number, and dates as periods.

`0"E"` shows 2026 as 2026E, `"FY"0` as FY2026, `#,##0.0"亿元"` says the unit of a number.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.flat.number_formats import Section, section_for
from exporter.limits import SIGNIFICANT_DIGITS

_SECTION_END = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([$€£¥￥])|_.')
_DIGIT = re.compile("[0#?]")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_958_465


class Typed(NamedTuple):
    """A number as typed: exact, and how many digits stand behind its point.

    Attributes:
        value: The number.
        decimals: How many digits stand behind its point.
        is_factor: Whether it multiplies cells in a formula, by about 1: `=B5*1.05`.
    """

    value: Fraction
    decimals: int
    is_factor: bool = False


def typed_number(text: str) -> Typed | None:
    """A number as the file writes it, in no more digits than Excel shows; None for none."""
    try:
        number = float(text)
    except ValueError:
        return None
    plain = Decimal(f"{number:.{SIGNIFICANT_DIGITS}g}").normalize()
    if not plain.is_finite():
        return None
    exponent = plain.as_tuple().exponent
    return Typed(Fraction(plain), max(-int(exponent), 0))


def section_of(code: str, number: float) -> Section:
    """The part of a format that shows a number; of general one that changes nothing."""
    return section_for(code, number) if code else Section(None, 0, 0, "")


def is_date(code: str) -> bool:
    """Whether a format shows dates."""
    return bool(code) and section_for(code, 1).precision != ""


def literals(code: str) -> tuple[str, str]:
    """The words that a format shows before a number and behind it."""
    first = _SECTION_END.match(code)
    part = first[1] if first else ""
    digits = _DIGIT.search(_LITERAL.sub(lambda found: " " * len(found[0]), part))
    at = digits.start() if digits else len(part)
    before: list[str] = []
    after: list[str] = []
    for found in _LITERAL.finditer(part):
        word = next(filter(None, found.groups()), "")
        (before if found.start() < at else after).append(word)
    return "".join(before).strip(" ()-"), "".join(after).strip(" ()-")


def day_of(serial: str, *, from_1904: bool) -> date | None:
    """The day that Excel stores as a number; None for none."""
    number = typed_number(serial)
    if number is None or not 1 <= number.value <= _LAST_SERIAL:
        return None
    return (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(number.value))


def shown_head(serial: str, code: str, *, from_1904: bool) -> str:
    """A number in a head as it shows: 2026E, FY2026, 2025-12-31, 2025-12."""
    if is_date(code) and (day := day_of(serial, from_1904=from_1904)):
        precision = section_for(code, 1).precision
        return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]
    before, after = literals(code) if code else ("", "")
    number = typed_number(serial)
    plain = str(int(number.value)) if number and number.value.denominator == 1 else serial
    return f"{before}{plain}{after}"
