"""The workbook as one file: all at once or not at all, the same bytes for the same book."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError, XlsxWriterException

from exporter.engine.memory import system_memory
from exporter.errors import CellRefusedError, Problem
from exporter.files import replacing
from exporter.report.properties import CONTENT, Properties
from exporter.report.xlsx.model import Style, Workbook
from exporter.writers.xlsx.archive import Archive, PartTooLargeError
from exporter.writers.xlsx.book_faults import BookProblems, find_book_faults, find_problems
from exporter.writers.xlsx.formats import Formats
from exporter.writers.xlsx.house import set_theme_colours
from exporter.writers.xlsx.parts import WorkbookPart
from exporter.writers.xlsx.rows import BookRows
from exporter.writers.xlsx.worksheets import draw_sheet

_OPTIONS = {
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
    "in_memory": True,  # parts as files on disk would stay behind after an interrupt
}


def write_workbook(book: Workbook, path: Path) -> None:
    """Write `book` as one .xlsx file, all at once or not at all.

    The same book always gives the same bytes.

    Args:
        book: Sheets in order; every cell already carries its style and link.
        path: Target file, replaced when complete; its folder exists.

    Raises:
        CellRefusedError: Excel cannot hold a cell, or a name; names sheet, cell and fact of each.
        SetupError: No room or no permission to write the file.
    """
    if any(find_book_faults(book)):
        raise CellRefusedError(find_problems(book))
    with replacing(path) as temporary, _refusals(book), temporary.open("wb") as file:
        archive = Archive(file)
        with system_memory():
            _draw(book, archive)
        archive.close()


def _draw(book: Workbook, archive: Archive) -> None:
    # The theme's font would win over the book's if the cells kept their tie to it.
    normal = {"font_name": book.font, "font_size": Style().size, "font_scheme": "none"}
    target = WorkbookPart(archive, {**_OPTIONS, "default_format_properties": normal})
    set_theme_colours(target, book)
    problems = BookProblems(book)
    formats = Formats(target, book.styles)
    rows = BookRows(book, formats, target.str_table, problems)
    for sheet in book.sheets:
        rows.add(sheet, draw_sheet(target, book, sheet, formats))
    for name, formula in book.defined_names.items():
        target.define_name(name, formula)
    target.set_properties(_properties(book.properties))
    if book.properties.content:
        target.set_custom_property(CONTENT, book.properties.content)
    _close(target)
    if problems:
        raise CellRefusedError(problems.listed())


def _close(target: WorkbookPart) -> None:
    try:
        target.close()
    except FileCreateError as error:
        raise error.args[0] from None  # the OSError that XlsxWriter wraps


def _properties(properties: Properties) -> dict[str, str | datetime]:
    return {
        "title": properties.title,
        "subject": properties.subject,
        "author": properties.author,
        "keywords": properties.keywords,
        "created": datetime.combine(properties.created, time()),
        "language": properties.language,
    }


@contextmanager
def _refusals(book: Workbook) -> Iterator[None]:
    """Raise what XlsxWriter only warns of: it warns, leaves out, and goes on."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        try:
            yield
        except FileCreateError:
            raise
        except PartTooLargeError as error:
            raise CellRefusedError([_too_large(book, str(error))]) from error
        except XlsxWriterException as error:
            raise CellRefusedError([_refused(book, str(error))]) from error
    refused = [warning for warning in caught if issubclass(warning.category, UserWarning)]
    for other in caught:
        if other not in refused:
            warnings.warn_explicit(other.message, other.category, other.filename, other.lineno)
    if refused:
        raise CellRefusedError([_refused(book, str(warning.message)) for warning in refused])


def _too_large(book: Workbook, part: str) -> Problem:
    wrong = f"{part} would be larger than 4 GiB, which readers do not take"
    return Problem(book.file_name, 0, "", wrong, "split it")


def _refused(book: Workbook, message: str) -> Problem:
    return Problem(book.file_name, 0, "", message.rstrip(" ."), "change it to what Excel can hold")
