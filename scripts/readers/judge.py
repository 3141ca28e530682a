"""Whether a program read a workbook right: every value, format, link, table and formula of it."""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scripts.readers.expected import Expected, serial
from scripts.readers.readings import Book, Cell, Scalar

ASPECTS = ("value", "text", "format", "link", "table", "formula")
_VALUE, _QUOTE, _SOURCE = "B", "H", "J"  # columns of an entity sheet


class Verdict(NamedTuple):
    """How many of the things of one kind a program has right; none of how many it cannot tell.

    Attributes:
        first: The first that is wrong: what was expected, and what the program says.
    """

    right: int
    of: int
    first: str = ""

    def __str__(self) -> str:
        """As the table has it."""
        if not self.of:
            return "–"
        return "yes" if self.right == self.of else f"{self.right} of {self.of}"


Found = tuple[bool, str]  # whether it is right; what is told where it is not


def judged(book: Book, facts: Sequence[Expected], formats: dict[str, str], tables: int,
           formulas: int) -> dict[str, Verdict]:  # fmt: skip
    """What a program has right of a workbook, by aspect.

    Args:
        book: What it read.
        facts: What stands on the entity sheets.
        formats: The codes of the number formats there, by sheet and cell (`Sheet!B5`).
        tables: How many tables the workbook has.
        formulas: How many formulas.
    """
    said = {
        "value": _each(facts, book, _value),
        "text": _each(facts, book, _text),
        "format": _formats(facts, book, formats),
        "link": _each(facts, book, _link),
    }
    found = [sheet.tables for sheet in book.values()]
    known = [table for one in found if one is not None for table in one]
    is_told = any(one is not None for one in found)
    said_of = [cell.formula for sheet in book.values() for cell in sheet.cells.values()]
    is_written = any(formula is not None for formula in said_of)
    written = sum(bool(formula) for formula in said_of)
    return {
        **{aspect: _verdict(list(each)) for aspect, each in said.items()},
        "table": Verdict(min(len(known), tables), tables if is_told else 0),
        "formula": Verdict(min(written, formulas), formulas if is_written else 0),
    }


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """Those of several workbooks as one."""
    first = next((one.first for one in verdicts if one.first), "")
    return Verdict(sum(one.right for one in verdicts), sum(one.of for one in verdicts), first)


def _each(
    facts: Sequence[Expected], book: Book, look: Callable[[Expected, dict[str, Cell]], Found | None]
) -> Iterator[Found]:
    for fact in facts:
        cells = book[fact.sheet].cells if fact.sheet in book else {}
        found = look(fact, cells)
        if found is not None:
            yield found


def _verdict(found: Sequence[Found]) -> Verdict:
    wrong = [told for is_right, told in found if not is_right]
    return Verdict(len(found) - len(wrong), len(found), next(iter(wrong), ""))


def _value(fact: Expected, cells: dict[str, Cell]) -> Found | None:
    value = cells.get(f"{_VALUE}{fact.row}", Cell()).value
    if value is None:
        return None
    return _same(fact.value, value), f"{fact.value} is {value!r}"


def _text(fact: Expected, cells: dict[str, Cell]) -> Found | None:
    quote = cells.get(f"{_QUOTE}{fact.row}", Cell()).value
    if quote is None:
        return None
    return quote == fact.quote, f"{fact.quote!r} is {quote!r}"


def _formats(facts: Sequence[Expected], book: Book, formats: dict[str, str]) -> Iterator[Found]:
    """A number shown as the fact says it; of a program that shows nothing, the format's code."""
    for fact in facts:
        if isinstance(fact.value, str) or fact.sheet not in book:
            continue
        cell = book[fact.sheet].cells.get(f"{_VALUE}{fact.row}", Cell())
        if cell.shown is not None:
            yield cell.shown == fact.shown, f"{fact.shown!r} is shown as {cell.shown!r}"
        elif cell.format is not None:
            code = formats.get(f"{fact.sheet}!{_VALUE}{fact.row}", "")
            yield cell.format == code, f"{code!r} is {cell.format!r}"


def _link(fact: Expected, cells: dict[str, Cell]) -> Found | None:
    if all(cell.link is None for cell in cells.values()):
        return None
    link = cells.get(f"{_SOURCE}{fact.row}", Cell()).link or ""
    return link.partition("#")[0] == fact.link, f"{fact.link} is {link!r}"


def _same(expected: str | float | dt.date, value: Scalar) -> bool:
    if isinstance(expected, dt.date):
        if isinstance(value, str):
            return value.startswith(expected.isoformat())
        return value == serial(expected)
    if isinstance(expected, str):
        return value == expected
    try:
        return math.isclose(float(value or 0), expected, rel_tol=1e-15)
    except ValueError:
        return False
