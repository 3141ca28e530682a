"""The values of a sheet as a person who looks at it reads them, and not as Excel stores them.

A cell that shows 18.5% holds 0.185, one that shows 18.5 by a format in millions holds 18,500,000,
and `Oct 2023` is a day of October. Beside its unit each has one meaning, or is refused.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from exporter.errors import Fault, WrongValueError
from exporter.facts.flat.cell_marks import NEVER_CALCULATED, CellMark
from exporter.facts.flat.columns import ENDS
from exporter.facts.flat.number_formats import section_for
from exporter.facts.flat.numerals import in_digits_of_excel
from exporter.facts.flat.sheet_rows import Block, Row, is_said
from exporter.facts.flat.texts import CellFault
from exporter.facts.unit_names import find_unit
from exporter.facts.units import Unit

_MEASURED, _DATED = {"value", *ENDS}, {"value", "period"}
_UNITS = {"unit", "unit.en", "unit.zh"}
PERCENT = "%"
_PERCENTAGES = {PERCENT, "pp"}  # units of which one is shown as 1%
TO_PERCENT = 2


def put_as_shown(block: Block, names: Sequence[str], unsaid: str = "") -> list[CellFault]:
    """Put values as their cells show them in the place of those stored.

    Args:
        block: The rows, which are changed.
        names: The fields that the columns hold.
        unsaid: The unit of rows that say none.

    Returns:
        Cells that cannot be taken, which are blank then.
    """
    faults: list[CellFault] = []
    for mark in block.marks:
        if mark.column >= len(names):
            continue
        at = mark.row - block.first
        row = block.rows[at]
        if mark.merged:
            fault = _merged(block.rows, at, mark, names)
        else:
            fault = _errors(mark) or _show(row, mark, names, unsaid)
        if fault:
            row[mark.column] = None
            faults.append(CellFault(at, mark.column, fault))
    return faults


def _merged(rows: Sequence[Row], at: int, mark: CellMark, names: Sequence[str]) -> Fault | None:
    """What is wrong with a cell of a fact that says nothing, and is merged with one that does."""
    top = at - (mark.row - mark.top)
    of_row = rows[top] if top >= 0 else None
    said = of_row[mark.column - mark.is_beside] if of_row else "in the rows before"
    if not (names[mark.column] and is_said(said) and any(map(is_said, rows[at]))):
        return None
    wrong = f"is blank in {mark.cell}, for the cells {mark.merged} are merged"
    return Fault(wrong, "unmerge them, and write in each row what is meant")


def _errors(mark: CellMark) -> Fault | None:
    return None if mark.error is None else cell_fault(mark, mark.error)


def _show(row: Row, mark: CellMark, names: Sequence[str], unsaid: str) -> Fault | None:
    """Put what a cell shows into the row, by its format, unless something is wrong with it."""
    value, name = row[mark.column], names[mark.column]
    if name in _DATED and isinstance(value, dt.date):
        row[mark.column] = day_as_shown(value, mark)
    elif name in _MEASURED and isinstance(value, float):
        said = [str(row[at] or "").strip() for at, of in enumerate(names) if of in _UNITS]
        unit = next(filter(None, said), unsaid)
        try:
            row[mark.column], meant = number_as_shown(value, unit, mark)
        except WrongValueError as error:
            return error.fault
        if meant != unit and "unit" in names:
            row[names.index("unit")] = meant
        elif meant != unit:
            wrong = f"shows {row[mark.column]}% in {mark.cell}, and no column `unit` says so"
            return Fault(wrong, "add the column `unit`, with %")
    return None


def cell_fault(mark: CellMark, error: str) -> Fault:
    """What is wrong with a cell that holds no value.

    Args:
        mark: The cell.
        error: The name of the error in it; NEVER_CALCULATED for none.
    """
    if error == NEVER_CALCULATED:
        right = "open the workbook in a spreadsheet program, and save it, or write the value"
        return Fault(f"holds a formula in {mark.cell} that was never calculated", right)
    right = "mend the formula, or write the value; a blank cell says nothing"
    return Fault(f"holds the error {error} in {mark.cell}", right)


def day_as_shown(value: dt.date, mark: CellMark) -> dt.date | str:
    """A day, or the month or the year that it begins where the cell shows no more than that."""
    day = value.date() if isinstance(value, dt.datetime) else value
    precision = section_for(mark.format, 1).precision
    if precision == "month" and day.day == 1:
        return f"{day:%Y-%m}"
    return f"{day:%Y}" if precision == "year" and (day.month, day.day) == (1, 1) else value


def number_as_shown(value: float, unit: str, mark: CellMark) -> tuple[str, str]:
    """A number as said in its unit, and the unit, which may be left out where the cell shows %.

    Args:
        value: As stored.
        unit: What the row says; "" for nothing.
        mark: The cell.

    Raises:
        WrongValueError: What the cell shows and the unit go ill together.
    """
    stored = Decimal(repr(in_digits_of_excel(value)).removesuffix(".0"))
    power = section_for(mark.format, value).power
    shown = f"{stored.scaleb(power).normalize():f}"
    known = find_unit(unit)
    if power == TO_PERCENT:
        if not unit or (known and is_percentage(known)):
            return shown, unit or PERCENT
        raise WrongValueError(*percentage_fault(shown, mark, unit))
    if power == 0 or (power < 0 and (known is None or known.size == 1)):
        return f"{stored.normalize():f}", unit
    if known and known.size == Decimal(10) ** -power:
        return shown, unit
    wrong = f"shows {shown} in {mark.cell} for {stored:f}, and its unit is {unit}"
    raise WrongValueError(wrong, "show the cell as a plain number in its unit")


def percentage_fault(shown: str, mark: CellMark, unit: str) -> Fault:
    """What is wrong with a cell that shows a percentage beside another unit."""
    wrong = f"shows {shown}% in {mark.cell}, and its unit is {unit}"
    return Fault(wrong, f"write the unit {PERCENT}, or show the cell as a number")


def is_percentage(unit: Unit) -> bool:
    """Whether one of a unit, or of what a rate is of, is shown as 1%."""
    return unit.key.partition(" per ")[0] in _PERCENTAGES
