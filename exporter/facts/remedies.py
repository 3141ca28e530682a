"""What would be right for a value, a date or a period that is written in another form."""

import re
import unicodedata

from exporter.engine.regex import regex
from exporter.errors import has_lines
from exporter.facts.folding import fold
from exporter.facts.money_names import has_sign
from exporter.facts.near_forms import days_meant, near_number, near_period
from exporter.facts.placeholders import is_placeholder
from exporter.facts.shown_fields import shown_fields
from exporter.facts.shown_numbers import shown_number
from exporter.facts.unit_names import find_unit

_AS_TEXT = {"unit": "text"}
_MONEY = "money:"  # which the dimension of a sum begins with
_DATE_FORMS = "2023, 2023-10, 2023-10-31, 2023-Q3, 2023-H1 or FY2023"
_PERIOD_FORMS = (
    "2023, 2023-10, 2023-10-31, 2023-Q3, 2023-H1, FY2023, FY2023-Q3, or an interval 2014/2022"
)
_TWO_NUMBERS = regex(r"\s*(-?[0-9.]+)\s*(?:-|–|—|~|to|至|到)\s*(-?[0-9.]+)\s*", re.IGNORECASE)


def as_number(text: str, file: str, unit: str) -> str:
    """How a text in a file is written that stands beside a unit, and is no number."""
    if ends := _TWO_NUMBERS.fullmatch(text):
        return f"write the range {shown_fields(file, {'value': {'from': ends[1], 'to': ends[2]}})}"
    rest, as_text = "or leave the unit out", shown_fields(file, _AS_TEXT)
    if figure := _with_unit(text, file):
        number = shown_fields(file, {"value": _first_number(text)})
        kept = f", or {number} alone, if it is in {unit}" if _is_money_of(text, unit) else ""
        return f"write {figure}{kept}"
    if right := near_number(text):
        return f"{right}; {rest}"
    if _is_date(text):
        return "write the source's number: this reads as a date, which spreadsheets make of some"
    if fraction := _fraction(text):
        return f"write {fraction}, if it is a fraction"
    if match := _NUMBER_AND_WORD.fullmatch(text):
        number = f"write {shown_fields(file, {'value': _first_number(match[1])})}"
        return f"{number}, and say {match[2]!r} in `unit`, or {as_text} where it is to stay a text"
    if re.search("[0-9]", text):
        return _as_its_number(text, file)
    marks = "quotation marks or separators" if has_lines(file) else "separators"
    return f"write a number without {marks}, {rest}"


def _as_its_number(text: str, file: str) -> str:
    """How a text is written as the only number in it."""
    if _has_further_digits(text):
        return "write the number that is meant, in digits and one point, or leave the unit out"
    number = shown_fields(file, {"value": _first_number(text)})
    as_text = shown_fields(file, _AS_TEXT)
    return (
        f"write {number} with the `qualifier` that it has, or {as_text} where it is to stay a text"
    )


_NUMBER_AND_WORD = regex(r"\s*([+−-]?[0-9][0-9.,]*)\s*([^\W\d_]+\.?)\s*")


def _is_date(text: str) -> bool:
    """Whether a text reads as a date: 01.02.2025, Mrz 25, and 12-Mar, which has no year."""
    said = text.strip()
    if said.isdecimal():
        return False
    return bool(days_meant(said) or near_period(said) or near_period(f"{said} 2025"))


_WITH_FRACTION = regex(r"([+−-]?)([0-9]{1,5})\s?([¼-¾⅐-⅞])")  # 6½


def _fraction(text: str) -> str:
    """A fraction, or a number with one, as a decimal number; "" for any other text."""
    said = text.strip()
    if (match := _WITH_FRACTION.fullmatch(said)) and (part := unicodedata.numeric(match[3], 0)) < 1:
        return f"{match[1].replace('−', '-')}{int(match[2]) + part:.6g}"
    if match := re.fullmatch(r"([0-9]{1,3})\s?[/⁄]\s?([1-9][0-9]{0,2})", said):
        return f"{int(match[1]) / int(match[2]):.6g}"
    number = unicodedata.numeric(said, None) if len(said) == 1 else None
    return "" if number is None else f"{number:.6g}"


_NUMBER_AND_UNIT = regex(r"([+-]?[0-9]+(?:\.[0-9]+)?)\s*([^\s0-9.,].*)")


def _with_unit(text: str, file: str) -> str:
    """The fields of a number that stands with its unit in one text; "" for any other text."""
    match = _NUMBER_AND_UNIT.fullmatch(text.strip())
    if match and find_unit(match[2]):
        return shown_fields(file, {"value": match[1], "unit": match[2]})
    shown = shown_number(text)
    if shown and shown.unit and find_unit(shown.unit):
        return shown_fields(file, {"value": _first_number(shown.text), "unit": shown.unit})
    return ""


def _is_money_of(text: str, unit: str) -> bool:
    """Whether a sum is shown in the currency of a unit: `€5` of EUR million, EUR per share."""
    shown = shown_number(text)
    money, found = find_unit(shown.unit) if shown else None, find_unit(unit)
    if money is None or found is None or not money.dimension.startswith(_MONEY):
        return False
    currency, _, _ = found.dimension.partition("/")
    plain = find_unit(currency.removeprefix(_MONEY))
    return currency == money.dimension or (plain is not None and has_sign(plain, money))


def as_period(text: str, forms: str = _PERIOD_FORMS) -> str:
    """The form that says what a text says in another one; else the forms there are."""
    if days := days_meant(text):
        which = ", if it is the day that spreadsheets count so" if text.strip().isdecimal() else ""
        return f"write {' or '.join(days)}{which or (', whichever is meant' if days[1:] else '')}"
    return f"write {near_period(text) or forms}"


def as_date(text: str) -> str:
    """How a text is written that stands beside the unit date, and is none."""
    right = as_period(text, _DATE_FORMS)
    return f"leave the fact out, or {right}" if is_placeholder(text) else right


def as_figure(text: str, file: str) -> str:
    """How a text in a file that begins like a figure or a date is written as one."""
    if figure := _with_unit(text, file):
        return f"write {figure}, or "
    if right := near_number(text):
        return f"{right}; or "
    times = days_meant(text) or tuple(filter(None, [near_period(text)]))
    if times:
        return f"write {' or '.join(times)} with {shown_fields(file, {'unit': 'date'})}, or "
    return "write 3000000 or 2023-10-31, or "


def as_percentage(text: str, file: str) -> str:
    """How a text in a file is written that is a percentage."""
    number = f"write {shown_fields(file, {'value': _first_number(text), 'unit': '%'})}"
    if re.fullmatch(r"\s*[-+−]?[0-9.,]+\s*[%％]\s*", text):
        return number
    as_text = shown_fields(file, _AS_TEXT)
    return f"{number}, with the `qualifier` that it has, or {as_text} where it is to stay a text"


_FIRST_NUMBER = regex(
    r"(?P<open>\()?(?P<sign>[-−])?\s*[$¥€£]?\s*(?P<number>[0-9][0-9.,]*|(?<![0-9])[.,][0-9]+)"
)


def _has_further_digits(text: str) -> bool:
    """Whether a text has more digits than the first number in it: 1 9, 0x13, 1_234.5, 1.234.5."""
    number = _first_number(text)
    if len(re.findall("[0-9]", fold(text))) > len(re.findall("[0-9]", number)):
        return True
    return re.search(r"[0-9]\.[0-9]+\.[0-9]{1,2}(?![0-9])", fold(text)) is not None


def _first_number(text: str) -> str:
    said = re.sub(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))", "", fold(text))
    match = _FIRST_NUMBER.search(said)
    if match is None:
        return "19"
    number = match["number"].rstrip(".,")
    if re.search(r",[0-9]{1,2}$", number) or number.count(".") > 1:  # 12,5 and 1.234,50
        number = number.replace(".", "").replace(",", ".")
    number = f"0{number}" if number[:1] in {".", ","} else number
    minus = match["sign"] or (match["open"] and ")" in said)
    return ("-" if minus else "") + number.replace(",", "")
