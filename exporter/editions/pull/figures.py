"""What the cells Value, High and Unit of a row say together, as a facts file says it.

A number stands beside its unit, in the magnitude that the sheet's language shows: 186.2 (亿欧元) of
a fact that says 18.62 EUR billion. An edited one goes back the same way.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from exporter.editions.pull.sheets import Typed, heading
from exporter.editions.pull.unit_cells import OwnUnit, unit_said
from exporter.errors import WrongValueError
from exporter.facts.flat.cell_marks import CellMark
from exporter.facts.flat.number_formats import section_for
from exporter.facts.flat.numerals import in_digits_of_excel
from exporter.facts.flat.shown_cells import PERCENT, TO_PERCENT, day_as_shown, is_percentage
from exporter.facts.flat.shown_periods import period_as_written
from exporter.facts.series import SHOWN
from exporter.facts.table import DATE, KEY_SEPARATOR, NUMBER, TEXT
from exporter.facts.unit_names import find_unit
from exporter.facts.units import NO_UNIT, Unit
from exporter.facts.words import Lang
from exporter.report.looks import unit_at

FIGURE = ("kind", "number", "high", "date", "precision", "unit", "unit.en", "unit.zh")
_NUMBERS = ("value", "value.from", "value.to")
_TEXTS = ("value.en", "value.zh")
_YEARS = range(1900, 2200)
_NUMERAL = re.compile(r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?)\s*(%?)")


@dataclass(frozen=True, slots=True)
class FigureCells:
    """The three cells of a row.

    Attributes:
        value: As typed, and so the others.
        high: Blank where the sheet has no such column.
        unit: Likewise.
        lang: The language of the sheet.
    """

    value: Typed
    high: Typed
    unit: Typed
    lang: Lang

    @property
    def label(self) -> str:
        """The unit, as it stands beside the number."""
        return self.unit.text


def figure_of(
    cells: FigureCells, fact: Mapping[str, Any] | None, own: Iterable[OwnUnit]
) -> dict[str, str | None]:
    """What a facts file says of a figure, in columns of WRITTEN.

    Args:
        cells: As they are now.
        fact: As the workbook was made from it; None for a row that is none yet.
        own: The report's own units.

    Raises:
        WrongValueError: They say nothing that a fact can say.
    """
    kind = fact["kind"] if fact else ""
    if cells.value.is_blank:
        name = heading("value", cells.lang)
        raise WrongValueError(f"{name} is blank", "write it, or delete the row")
    refuse_broken(cells.value)
    if kind == DATE:
        return _date_of(cells)
    if kind == TEXT and not cells.label:
        return _text_of(cells)
    number = _is_number(cells.value) and (cells.label or not _serial_date(cells.value))
    if kind == NUMBER or (number and (cells.label or not kind)):
        return _number_of(cells, fact if kind == NUMBER else None, own)
    if kind == TEXT:
        wrong = f"«{cells.value.text}» has a unit, and is no number"
        raise WrongValueError(wrong, "write the number, or leave the unit out")
    return _new_text(cells)


def refuse_broken(typed: Typed) -> None:
    """Refuse a cell that shows an error, or a formula that nobody calculated.

    Raises:
        WrongValueError: It is one.
    """
    if typed.is_error:
        wrong = f"it holds the error {typed.text.removesuffix(' (an error)')}"
        raise WrongValueError(wrong, "mend the formula, or write the value")
    if typed.formula is not None and typed.value is None:
        right = "open the workbook in a spreadsheet program and save it, or write the value"
        raise WrongValueError("it holds a formula that was never calculated", right)
    if isinstance(typed.value, bool):
        raise WrongValueError(f"it holds {typed.text}", "write a number, a date or a text")


def unit_shown(fact: Mapping[str, Any]) -> Unit:
    """The unit of a fact, in the magnitudes in which its series is shown."""
    parts = (fact["unit"], fact["unit.en"], fact["unit.zh"], fact[SHOWN])
    return unit_at(KEY_SEPARATOR.join(part or "" for part in parts))


def year_typed(value: float) -> str:
    """The year that a whole number is where a date is wanted; "" where it is none."""
    return str(int(value)) if value.is_integer() and int(value) in _YEARS else ""


def date_typed(typed: Typed) -> str:
    """A year, month, day or other period that a cell says, as facts have it; "" for none."""
    if isinstance(typed.value, float):
        return year_typed(typed.value) or _serial_date(typed)
    return period_as_written(typed.text)


def _serial_date(typed: Typed) -> str:
    """The day of a serial number, or the month or year that its format shows of it."""
    from openpyxl.styles.numbers import is_date_format
    from openpyxl.utils.datetime import from_excel

    number = typed.value
    if not isinstance(number, float) or not is_date_format(typed.format):
        return ""
    try:
        day = from_excel(number)
    except (ValueError, OverflowError):  # no day of Excel's calendar
        return ""
    if not isinstance(day, dt.datetime):
        return ""
    shown = day_as_shown(day, CellMark(0, 0, None, typed.format))
    return shown if isinstance(shown, str) else f"{day:%Y-%m-%d}"


def _date_of(cells: FigureCells) -> dict[str, str | None]:
    if cells.label:
        raise WrongValueError(f"a date has no unit {cells.label!r}", "leave the cell blank")
    if not cells.high.is_blank:
        raise WrongValueError("a date has no high end", "leave the cell blank")
    written = date_typed(cells.value)
    if not written:
        right = "write a day, a month, a year or a quarter, such as 2024-03"
        raise WrongValueError(f"«{cells.value.text}» is no date", right)
    return {"value": written}


def _text_of(cells: FigureCells) -> dict[str, str | None]:
    if not isinstance(cells.value.value, str):
        wrong = f"the fact is a text, and {cells.value.text} is a number without a unit"
        raise WrongValueError(wrong, f"choose one in {heading('unit', cells.lang)}")
    return {f"value.{cells.lang}": cells.value.text}


def _new_text(cells: FigureCells) -> dict[str, str | None]:
    written = "" if cells.label else date_typed(cells.value)  # a year alone is a number
    if written:
        return {"value": written, "unit": "date"}
    if cells.label:
        wrong = f"«{cells.value.text}» is no number, and its unit is {cells.label}"
        raise WrongValueError(wrong, "write the number alone, and its qualifier in its column")
    return {f"value.{cells.lang}": cells.value.text}


def _number_of(
    cells: FigureCells, fact: Mapping[str, Any] | None, own: Iterable[OwnUnit]
) -> dict[str, str | None]:
    """A number or a range, in the unit of its fact or in another one that was chosen."""
    unit = unit_shown(fact) if fact else NO_UNIT
    is_same = fact is not None and cells.label == unit.label(cells.lang)
    label = cells.label or (PERCENT if _shows_percent(cells.value) else "")
    columns: dict[str, str | None] = {} if is_same else unit_said(label, cells.lang, fact, own)
    moved = unit.moved(cells.lang) if is_same else 0
    key = unit.key if is_same else columns.get("unit") or ""
    if moved:
        key = ""  # of whatever magnitude; no format moves the point once more
    low = _written(cells.value, key, moved, as_shown=is_same)
    if not fact:
        columns |= dict.fromkeys(_TEXTS)
    if cells.high.is_blank:
        return columns | dict.fromkeys(_NUMBERS) | {"value": low}
    refuse_broken(cells.high)
    high = _written(cells.high, key, moved, as_shown=is_same)
    return columns | dict.fromkeys(_NUMBERS) | {"value.from": low, "value.to": high}


def _shows_percent(typed: Typed) -> bool:
    value = typed.value
    if not isinstance(value, float):
        return (_numeral(typed.text) or ("", False))[1]
    return section_for(typed.format, value).power == TO_PERCENT


def _is_number(typed: Typed) -> bool:
    return isinstance(typed.value, float) or _numeral(typed.text) is not None


def _numeral(text: str) -> tuple[str, bool] | None:
    """The digits of a text that is a number, and whether it says %."""
    said = unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")
    match = _NUMERAL.fullmatch(said)
    if match is None or not any(map(str.isdigit, match[1])):
        return None
    return match[1].replace(",", "").removeprefix("+"), bool(match[2])


def _written(typed: Typed, unit: str, moved: int, *, as_shown: bool) -> str:
    """A number as said in the fact's unit.

    Args:
        typed: The cell.
        unit: The name of the unit beside it; "" where no format can change its magnitude.
        moved: How far the decimal point has moved to the right on the sheet.
        as_shown: Whether it has the decimals that its cell shows, which is of another unit else.

    Raises:
        WrongValueError: It is none, or shows in another magnitude than its unit.
    """
    known = find_unit(unit)
    is_share = known is not None and is_percentage(known)
    if not isinstance(typed.value, float):
        numeral = _numeral(typed.text)
        if numeral is None:
            right = "write the number alone; its qualifier and its unit have columns of their own"
            raise WrongValueError(f"«{typed.text}» is no number", right)
        digits, is_percent = numeral
        if is_percent and not is_share:
            wrong, right = (
                f"it says {digits}%, and its unit is another",
                f"choose the unit {PERCENT}",
            )
            raise WrongValueError(wrong, right)
        return f"{Decimal(digits).scaleb(-moved):f}"
    if day := _serial_date(typed):  # as Excel makes of 3-4
        right = "write the number, and show the cell as one"
        raise WrongValueError(f"it shows the date {day}, and the fact is a number", right)
    section = section_for(typed.format, typed.value)
    stored = Decimal(repr(in_digits_of_excel(typed.value)).removesuffix(".0"))
    number = stored.scaleb(_power(section.power, stored, known))
    rounded = round(number, section.decimals if as_shown else 0)
    number = rounded if rounded == number else number.normalize()
    return f"{number.scaleb(-moved):f}"


def _power(power: int, stored: Decimal, unit: Unit | None) -> int:
    """By which power of ten a cell shows another number than it stores, beside its unit.

    Raises:
        WrongValueError: What it shows and the unit go ill together.
    """
    if power == TO_PERCENT and not (unit is not None and is_percentage(unit)):
        right = f"choose the unit {PERCENT}, or show the cell as a number"
        wrong = f"it shows {stored.scaleb(power).normalize():f}%, and its unit is another"
        raise WrongValueError(wrong, right)
    if power < 0 and unit is not None and unit.size != 1:  # 18,500,000 shown as 18.5
        if unit.size == Decimal(10) ** -power:
            return power
        wrong = f"it shows {stored.scaleb(power).normalize():f} for {stored:f}"
        raise WrongValueError(wrong, "show the cell as a plain number in its unit")
    return max(power, 0)
