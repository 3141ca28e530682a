"""The authoring workbook: a sheet of facts with lists to choose from, checked while one types."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from exporter.editions.authoring.columns import COLUMNS, NEEDED, NUMBERS, AuthoringColumn
from exporter.facts.flat.xlsx import SHEET
from exporter.facts.words import LANGUAGES, Lang
from exporter.report.theme import PALETTE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LISTS = "Lists"
_MADE = dt.datetime(2000, 1, 1)  # the same in each file, so that its bytes are
_ROWS = 5_000  # below the headings, that cells are checked in
_ID = '=AND(EXACT(A2,LOWER(A2)),ISERROR(FIND(" ",A2)),COUNTIF($A$2:$A${last},A2)=1)'


def authoring_workbook(
    rows: Sequence[Mapping[str, Any]],
    lists: Mapping[str, Sequence[str]],
    languages: Sequence[Lang],
) -> bytes:
    """A workbook in which facts are written; the same of the same facts, to the byte.

    Args:
        rows: Facts by their fields: numbers, days and texts.
        lists: What may be chosen, by the names that columns call it.
        languages: Of the report: fields of another one have no column, unless a fact says them.
    """
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": _MADE})
    columns = [column for column in COLUMNS if _is_needed(column, rows, languages)]
    sheet = book.add_worksheet(SHEET)
    _write_facts(book, sheet, columns, rows)
    _write_lists(book, lists)
    for at, column in enumerate(columns):
        _check_cells(sheet, at, column)
    sheet.activate()
    book.close()
    return file.getvalue()


def _is_needed(
    column: AuthoringColumn, rows: Sequence[Mapping[str, Any]], languages: Sequence[Lang]
) -> bool:
    """Whether a column is of a language that the report has, or says something."""
    lang = column.field[-2:] if column.field[-3:-2] in {".", "_"} else ""
    is_of_other = lang in LANGUAGES and lang not in languages
    if column.field.startswith("accept"):  # which is written in both
        return True
    return not is_of_other or any(row.get(column.field) is not None for row in rows)


def _write_facts(
    book: "Workbook",
    sheet: "Worksheet",
    columns: Sequence[AuthoringColumn],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    look = _Looks(book)
    for at, column in enumerate(columns):
        is_number = column.field in NUMBERS
        sheet.set_column(at, at, column.width, look.number("General") if is_number else look.text)
    headers = [
        {"header": column.field, "header_format": look.heading(is_needed=column.field in NEEDED)}
        for column in columns
    ]
    last = max(len(rows), 1)
    sheet.add_table(
        0, 0, last, len(columns) - 1,
        {"name": "Facts", "columns": headers, "style": "Table Style Light 1"},
    )  # fmt: skip
    for row, fact in enumerate(rows, 1):
        for at, column in enumerate(columns):
            _write(sheet, (row, at), fact.get(column.field), look)
    for at, column in enumerate(columns):
        sheet.write_comment(0, at, _note(column), {"x_scale": 2.2, "y_scale": 1.2, "author": ""})
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{_ROWS + 1}"})
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)


class _Looks:
    """The formats of cells, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._numbers: dict[str, Format] = {}
        # As text, so that no program makes a day of 2025-10.
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})

    def number(self, shown: str) -> "Format":
        """Of numbers, in a number format."""
        if shown not in self._numbers:
            self._numbers[shown] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[shown]

    def heading(self, *, is_needed: bool) -> "Format":
        """Of headings: dark ones must be filled."""
        fill, ink = (PALETTE.accent, PALETTE.paper) if is_needed else (
            PALETTE.accent_soft, PALETTE.ink
        )  # fmt: skip
        return self._book.add_format(
            {"bold": True, "bg_color": fill, "font_color": ink, "valign": "vcenter"}
        )


def _write(sheet: "Worksheet", place: tuple[int, int], value: Any, look: _Looks) -> None:
    match value:
        case None:
            pass
        case dt.date():
            sheet.write_datetime(*place, value, look.number("yyyy-mm-dd"))
        case int() | float() | Decimal():
            places = max(-Decimal(str(value)).as_tuple().exponent, 0)  # type: ignore[operator]
            shown = f"0.{'0' * places}" if places else "General"
            sheet.write_number(*place, float(value), look.number(shown))
        case _:
            sheet.write_string(*place, str(value), look.text)


def _note(column: AuthoringColumn) -> str:
    needed = ("Needed. ", "必填。") if column.field in NEEDED else ("", "")
    return f"{needed[0]}{column.note.en}\n{needed[1]}{column.note.zh}"


def _write_lists(book: "Workbook", lists: Mapping[str, Sequence[str]]) -> None:
    """The lists as tables: what is added below one can be chosen at once."""
    sheet = book.add_worksheet(LISTS)
    for at, (name, words) in enumerate(lists.items()):
        column = chr(ord("A") + at)
        sheet.set_column(at, at, 24)
        sheet.add_table(
            0, at, max(len(words), 1), at,
            {"name": f"List_{name}", "columns": [{"header": name}], "autofilter": False,
             "style": "Table Style Light 1"},
        )  # fmt: skip
        for row, word in enumerate(words, 1):
            sheet.write_string(row, at, word)
        filled = f"MAX(1,COUNTA({LISTS}!${column}$2:${column}${_ROWS + 1}))"
        book.define_name(name, f"=OFFSET({LISTS}!${column}$2,0,0,{filled},1)")
    sheet.freeze_panes(1, 0)


def _check_cells(sheet: "Worksheet", at: int, column: AuthoringColumn) -> None:
    """What cells below a heading take; what is not sure to be wrong may be kept."""
    said: dict[str, Any] = {}
    if column.choices:
        right = {
            "entities": "add it to report.yaml, and below the list on the sheet Lists",
            "sources": "record it first: exporter source add",
            "units": "another unit that is known may stand here; keep it",
        }.get(column.choices, "choose one of the list")
        said = {
            "validate": "list",
            "source": f"={column.choices}",
            "error_type": "stop" if column.is_closed else "warning",
            "error_title": f"Not in the list of {column.choices}",
            "error_message": right[0].upper() + right[1:],
        }
    elif column.field == "id":
        said = {
            "validate": "custom",
            "value": _ID.format(last=_ROWS + 1),
            "error_title": "Not an id",
            "error_message": "Lower-case, without spaces, and no other fact has it",
        }
    elif column.field in {"value.from", "value.to"}:
        said = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -1e300,
            "maximum": 1e300,
            "error_title": "Not a number",
            "error_message": "An end of a range is a number",
        }
    if said:
        sheet.data_validation(1, at, _ROWS, at, said)
