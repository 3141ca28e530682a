"""Two cells compared: what they hold, to all that Excel keeps, and what of it they show."""

import math
from typing import NamedTuple

import numpy as np
import pyarrow.compute as pc

from exporter.proof.xlsx.cell_words import shown, shown_both
from exporter.proof.xlsx.cells import Array, Cell, ColumnCells, Value
from exporter.proof.xlsx.expected import Looks
from exporter.proof.xlsx.package import Package
from exporter.proof.xlsx.saved_again.formulas import formula_sense
from exporter.proof.xlsx.saved_again.number_formats import same_format, show_alike

_DAYS_FROM_1900 = 1462  # of a workbook whose days count from 1904
_SAME_RESULT = 1e-9  # two programs add in another order


class UnlikeCells(NamedTuple):
    """In what two cells differ.

    Attributes:
        both: What is expected, and what is there, in words.
        is_result: Whether that is the result of a formula, which follows from other cells.
        is_shown: Whether they hold the same number, and show it otherwise.
    """

    both: tuple[str, str]
    is_result: bool = False
    is_shown: bool = False


class CellComparison:
    """Compares the cells of a workbook."""

    def __init__(self, package: Package, looks: Looks) -> None:
        """For a workbook as read, and the looks that are expected."""
        self._package = package
        self._looks = looks

    def other_formats(self, expected: ColumnCells, actual: ColumnCells) -> Array:
        """For each row whether it holds a number in another format, other than by its spelling."""
        other: Array = np.zeros(len(expected), np.bool_)
        if expected.numbers is None or not len(expected):
            return other
        looks = np.stack([expected.looks, actual.looks])
        pairs, which = np.unique(looks, axis=1, return_inverse=True)
        alike = [
            same_format(self._format(look), self._package.styles.number_format(style))
            for look, style in pairs.T.tolist()
        ]
        other = ~np.array(alike, np.bool_)[which.reshape(-1)]
        other &= pc.is_valid(expected.numbers).to_numpy(zero_copy_only=False)
        return other

    def compare(self, expected: Cell, actual: Cell) -> UnlikeCells | None:
        """In what two cells differ, if they do: a formula, its result, a value, or how it shows.

        A formula without a result, as some programs save it, is as it should be.
        """
        if isinstance(expected.value, bool) and expected.formula is None:
            actual = _truth(actual)
        right, found = expected.value, self._from_1900(expected, actual)
        number_format = self._format(expected.look) if isinstance(right, float) else ""
        if expected.formula is None and actual.formula is None:
            if not same_value(right, found):
                return UnlikeCells(shown_both(right, found, number_format))
        elif expected.formula is None or actual.formula is None:
            words = shown(right, number_format), shown(found, number_format)
            return UnlikeCells((expected.formula or words[0], actual.formula or words[1]))
        elif formula_sense(expected.formula) != formula_sense(actual.formula):
            return UnlikeCells((expected.formula, actual.formula))
        elif found is not None and not _same_result(right, found):
            return UnlikeCells(shown_both(right, found, number_format), is_result=True)
        if not isinstance(right, float):
            return None
        shows = show_alike(number_format, self._package.styles.number_format(actual.look), right)
        return UnlikeCells(shows, is_shown=True) if shows else None

    def _format(self, look: int) -> str:
        return self._looks[look].number_format

    def _from_1900(self, expected: Cell, actual: Cell) -> Value:
        """What a cell holds, a date by the days from 1900."""
        if not self._package.from_1904 or not isinstance(actual.value, float):
            return actual.value
        from openpyxl.styles.numbers import is_date_format

        is_date = is_date_format(self._format(expected.look))
        return actual.value + _DAYS_FROM_1900 if is_date else actual.value


def _truth(cell: Cell) -> Cell:
    """A cell with the truth value that LibreOffice writes as a formula, `=TRUE()`."""
    sense = formula_sense(cell.formula) if cell.formula else ""
    return Cell(sense == "TRUE", None, cell.look) if sense in {"TRUE", "FALSE"} else cell


def same_value(expected: Value, actual: Value) -> bool:
    """Whether two values are the same to all that Excel keeps: 15 digits, one kind of line end."""
    if type(expected) is not type(actual):
        return False
    if isinstance(expected, float):
        return f"{expected:.15g}" == f"{actual:.15g}"
    if isinstance(expected, str):
        return _lines(expected) == _lines(str(actual))
    return expected == actual


def _same_result(expected: Value, actual: Value) -> bool:
    if isinstance(expected, float) and isinstance(actual, float):
        return math.isclose(expected, actual, rel_tol=_SAME_RESULT)
    return same_value(expected, actual)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
