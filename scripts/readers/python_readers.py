"""How libraries of Python read a workbook."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from scripts.readers.readings import Book, Cell, Scalar, Sheet


def openpyxl(path: Path) -> Book:
    """openpyxl, opened twice: for formulas, and for their results."""
    from openpyxl import load_workbook

    written, results = load_workbook(path, rich_text=False), load_workbook(path, data_only=True)
    book: Book = {}
    for sheet in written.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                link = cell.hyperlink
                cells[cell.coordinate] = Cell(
                    value=_scalar(results[sheet.title][cell.coordinate].value),
                    format=cell.number_format,
                    link=link.target if link else None,
                    formula=str(cell.value) if cell.data_type == "f" else None,
                )
        book[sheet.title] = Sheet(cells, [table.ref for table in sheet.tables.values()])
    return book


def calamine(path: Path) -> Book:
    """python-calamine."""
    from python_calamine import CalamineWorkbook

    book: Book = {}
    with CalamineWorkbook.from_path(path) as found:
        for name in found.sheet_names:
            sheet = found.get_sheet_by_name(name)
            book[name] = Sheet(_cells(sheet.to_python(skip_empty_area=False)))
    return book


def pandas(path: Path) -> Book:
    """pandas, with openpyxl as it is unless told otherwise."""
    return _of_pandas(path, "openpyxl")


def pandas_calamine(path: Path) -> Book:
    """pandas, with calamine."""
    return _of_pandas(path, "calamine")


def polars(path: Path) -> Book:
    """polars, whose engine fastexcel reads by columns: all as texts, since types differ in one."""
    import polars as pl

    frames: dict[str, Any] = pl.read_excel(
        path, sheet_id=0, has_header=False, infer_schema_length=0, drop_empty_rows=False,
        drop_empty_cols=False,
    )  # fmt: skip
    return {name: Sheet(_cells(frame.rows())) for name, frame in frames.items()}


def fastexcel(path: Path) -> Book:
    """The library fastexcel by itself, all as texts."""
    from fastexcel import read_excel

    found, book = read_excel(path), dict[str, Sheet]()
    for name in found.sheet_names:
        sheet = found.load_sheet(
            name, header_row=None, dtypes="string", skip_whitespace_tail_rows=False
        )
        columns = sheet.to_arrow().to_pydict().values()
        cells = _cells(list(zip(*columns, strict=True)))
        book[name] = Sheet(cells, list(found.table_names(name)))
    return book


def xlsx2csv(path: Path) -> Book:
    """xlsx2csv, which shows numbers as their formats say."""
    from xlsx2csv import Xlsx2csv

    found = Xlsx2csv(str(path), outputencoding="utf-8", skip_empty_lines=False)
    book: Book = {}
    for sheet in found.workbook.sheets:
        out = io.StringIO()
        found.convert(out, sheetid=sheet["index"])
        rows = list(csv.reader(io.StringIO(out.getvalue())))
        book[sheet["name"]] = Sheet(dict(_shown(rows)))
    return book


READERS: dict[str, Callable[[Path], Book]] = {
    "openpyxl": openpyxl,
    "python-calamine": calamine,
    "pandas, openpyxl": pandas,
    "pandas, calamine": pandas_calamine,
    "polars": polars,
    "fastexcel": fastexcel,
    "xlsx2csv": xlsx2csv,
}


def _of_pandas(path: Path, engine: Any) -> Book:
    import pandas as pd

    frames = pd.read_excel(path, sheet_name=None, header=None, engine=engine)
    return {
        str(name): Sheet(_cells(frame.astype(object).where(frame.notna(), None).values.tolist()))
        for name, frame in frames.items()
    }


def _cells(rows: Sequence[Sequence[Any]]) -> dict[str, Cell]:
    return {
        f"{get_column_letter(at)}{number}": Cell(value=_scalar(value))
        for number, row in enumerate(rows, 1)
        for at, value in enumerate(row, 1)
        if value not in (None, "")
    }


def _shown(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, Cell]]:
    """Cells of a program that gives what they show, and nothing else."""
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row, 1):
            if text:
                # Of a number, what is shown is not the value.
                is_value = at == 2
                yield (
                    f"{get_column_letter(at)}{number}",
                    Cell(value=None if is_value else text, shown=text if is_value else None),
                )


def _scalar(value: Any) -> Scalar:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return value if isinstance(value, str | float | int | bool) or value is None else str(value)
