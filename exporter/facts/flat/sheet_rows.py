"""The rows of a workbook's sheet, as calamine reads them in a process of its own.

calamine ends the process where it finds no memory, and a damaged file may end it, too. What is
loaded here is loaded there as well, each time, and so is little.
"""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from exporter.errors import WrongValueError
from exporter.facts.flat.workbook_guard import refuse_reach

Row = list[Any]


def sheet_rows(
    content: bytes, name: str, at_once: int, most_cells: int
) -> Iterator[tuple[int, str] | list[Row]]:
    """The place, from 0, and the name of a sheet, then its rows, some at once.

    Args:
        content: The workbook.
        name: Of the sheet; the first where there is none of that name.
        at_once: How many rows.
        most_cells: Over how many the sheet may reach.

    Raises:
        InputError: It reaches over too many cells.
        WrongValueError: It is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = book.sheet_names
        place = names.index(name) if name in names else 0
        yield place, names[place]
        refuse_reach(content, place, most_cells, is_suspected=False)
        rows = book.get_sheet_by_index(place).iter_rows()
    except (CalamineError, IndexError) as error:
        wrong = f"this is no workbook that can be read: {error}"
        raise WrongValueError(wrong, "save it as .xlsx, without a password") from None
    while some := list(islice(rows, at_once)):
        yield some
