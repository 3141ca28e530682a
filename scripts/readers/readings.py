"""What a program made of a workbook, in one form for all of them."""

from typing import Any, NamedTuple

Scalar = str | float | bool | None


class Cell(NamedTuple):
    """What a program tells of a cell; None for what it was not asked, or cannot tell.

    Attributes:
        value: A number, a text or a truth value; a date as its serial number or as `2023-10-31`.
        shown: The text that it shows.
        format: The code of its number format.
        link: The address that it leads to.
        formula: Its formula, with or without `=`; "" where it does not compute.
    """

    value: Scalar = None
    shown: str | None = None
    format: str | None = None
    link: str | None = None
    formula: str | None = None


class Sheet(NamedTuple):
    """What a program tells of a sheet.

    Attributes:
        cells: By their addresses: `B5`.
        tables: The ranges of its tables, `A4:K10`; None where the program cannot tell.
    """

    cells: dict[str, Cell]
    tables: list[str] | None = None


Book = dict[str, Sheet]  # by the sheets' names


def from_json(said: dict[str, Any]) -> Book:
    """A book as programs in other languages write it: `{name: {cells: {B5: {…}}, tables: […]}}`."""
    return {
        name: Sheet(
            {address: Cell(**cell) for address, cell in sheet["cells"].items()}, sheet.get("tables")
        )
        for name, sheet in said.items()
    }
