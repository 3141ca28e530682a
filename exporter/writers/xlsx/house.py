"""What a theme brings to a file besides cells: Excel's own theme colours, logo, ground, paper."""

import re
from io import BytesIO

from xlsxwriter.format import Format

from exporter.limits import COLUMNS
from exporter.report.theme import PALETTE
from exporter.report.themes.logo_png import png_of_height
from exporter.report.xlsx.model import Workbook
from exporter.writers.xlsx.parts import WorkbookPart, WorksheetPart

_BANDED = "Table Style Medium 2"  # pale bands of the first accent, and hairlines
_LOGO_HEIGHT = 9.0  # millimetres
_HEADER_MARGIN = 0.3  # inches


def set_theme_colours(target: WorkbookPart, book: Workbook) -> None:
    """Have bands of tables, and whatever people add, be in the house's colours."""
    palette = book.theme.sheet
    if palette == PALETTE:
        return
    own = {
        "accent1": palette.accent,
        "accent2": palette.muted,
        "accent3": palette.positive,
        "accent4": palette.negative,
        "accent5": palette.neutral,
        "accent6": palette.ink,
        "hlink": palette.link,
    }
    for name, colour in own.items():
        found, instead = rf"(<a:{name}><a:srgbClr val=)\"\w+\"", rf'\g<1>"{colour[1:]}"'
        target.theme_xml = re.sub(found, instead, target.theme_xml)


def table_style(book: Workbook) -> str | None:
    """The table style of all tables: bands would break a ground that is not white."""
    return _BANDED if is_white(book) and not book.is_plain else None


def is_white(book: Workbook) -> bool:
    """Whether cells stand on white, as they do by themselves."""
    return book.theme.sheet.paper == PALETTE.paper


def lay_ground(worksheet: WorksheetPart, ground: Format) -> None:
    """Have the sheet's ground be that of its cells, to its last column."""
    known = worksheet.col_info
    for info in known.values():
        info.column_format = ground
    last = max(known, default=-1)
    for column in range(last):
        if column not in known:
            worksheet.set_column(column, column, None, ground)
    worksheet.set_column(last + 1, COLUMNS - 1, None, ground)


def set_page_header(worksheet: WorksheetPart, book: Workbook) -> None:
    """Set logo, house and author above each printed page, as large whatever the page's scale."""
    if not book.header:
        return
    options: dict[str, object] = {"margin": _HEADER_MARGIN, "scale_with_doc": False}
    if logo := book.theme.letterhead.logo:
        picture = BytesIO(png_of_height(logo.png, _LOGO_HEIGHT))
        options |= {"image_left": "logo.png", "image_data_left": picture}
    worksheet.set_header(book.header, options)
