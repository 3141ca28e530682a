"""Workbooks in which one cell of a table has been edited, as a person might do it."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


def write_edited(book: Path, folder: Path, count: int, seed: int) -> dict[Path, str]:
    """Write copies of a workbook, each with one random edit; what was edited, by copy."""
    chance, edits = random.Random(seed), {}  # noqa: S311 - no secret
    places = [(cell.parent.title, cell.coordinate) for cell in _editable(book)]
    for number in range(count):
        copy = load_workbook(book)
        sheet, place = chance.choice(places)
        cell = copy[sheet][place]
        old, cell.value = cell.value, edited(cell.value, chance)
        path = folder / f"{book.stem}-edit{number}.xlsx"
        copy.save(path)
        edits[path] = f"{sheet}!{place}: {old!r} -> {cell.value!r}"
    return edits


def edited(value: object, chance: random.Random) -> object:
    """Another value of the same sort: a figure, a date or a text."""
    match value:
        case dt.datetime():
            return value + dt.timedelta(days=chance.choice([-365, -30, -1, 1, 7, 31]))
        case int() | float():
            edits: list[Callable[[float], float]] = [
                lambda n: n + 1, lambda n: n * 10, lambda n: -n or 1, lambda n: n / 2 or 2,
                lambda n: float(f"{n:.3g}") + chance.randint(1, 9) * 10 ** chance.randint(-4, 6),
            ]  # fmt: skip
            return chance.choice(edits)(value)
        case str():
            return _edited_text(value, chance)
    raise TypeError(value)


def _edited_text(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    mark = chance.choice([letter for letter in "aZ5 ,的" if letter != text[place]])
    edits = [
        text[:place] + mark + text[place + 1 :],
        text[:place] + mark + text[place:],
        text + chance.choice([" ", ".", "0"]),
        text.swapcase(),
        text[:place] + text[place + 1 :],
        text[:place] + text[place:][1::-1] + text[place + 2 :],
        text[::-1],
    ]
    return chance.choice([one for one in edits if one and one != text])


def _editable(book: Path) -> Iterator[Cell]:
    """The cells of its tables that hold a figure, a date or a text; not those of the checks."""
    for sheet in load_workbook(book).worksheets:
        for table in sheet.tables.values():
            if table.name != "Checks":
                yield from _filled(sheet, table.ref)


def _filled(sheet: Worksheet, area: str) -> Iterator[Cell]:
    for row in sheet[area][1:]:
        yield from (cell for cell in row if cell.value is not None and cell.data_type != "f")
