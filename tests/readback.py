"""An .xlsx file as lines of text, read with openpyxl."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def read_back(path: Path) -> str:
    """Properties, names, and of every sheet its set-up and cells, one thing a line."""
    book, cached = load_workbook(path), load_workbook(path, data_only=True)
    lines = list(_book(book))
    for sheet in book.worksheets:
        lines += [f"{sheet.title}! {line}" for line in _sheet(sheet)]
        for row in sheet.iter_rows():
            lines += [_cell(cell, cached[sheet.title]) for cell in row if cell.has_style]
    return "\n".join(lines) + "\n"


def _book(book: Workbook) -> Iterator[str]:
    about = book.properties
    yield f"title {about.title} | subject {about.subject} | author {about.creator}"
    yield f"keywords {about.keywords} | created {about.created} | modified {about.modified}"
    yield from (f"custom {own.name} {own.value}" for own in book.custom_doc_props.props)
    yield f"active {book.active.title} | font {book._fonts[0].name} {book._fonts[0].sz:g}"
    for name, defined in sorted(book.defined_names.items()):
        yield f"name {name} = {defined.attr_text}"


def _sheet(sheet: Worksheet) -> Iterator[str]:
    page = sheet.page_setup
    widths = sorted(sheet.column_dimensions.items())
    heights = sorted(sheet.row_dimensions.items())
    about = sheet.sheet_properties
    yield f"freeze {sheet.freeze_panes} | tab {about.tabColor and about.tabColor.rgb}"
    yield f"cursor {' '.join(s.sqref for s in sheet.sheet_view.selection[-1:])}"
    yield "widths " + " ".join(f"{name}={column.width:.1f}" for name, column in widths)
    yield "heights " + " ".join(f"{n}={row.ht:g}" for n, row in heights if row.ht)
    yield f"print {sheet.print_area} | repeat {sheet.print_title_rows}"
    yield (
        f"paper {page.paperSize} {page.orientation} | fit {about.pageSetUpPr.fitToPage} "
        f"{page.fitToWidth or 1}x{page.fitToHeight}"
    )
    if breaks := [brk.id for brk in sheet.col_breaks.brk]:
        yield f"pages from columns {breaks} | scale {page.scale} | {page.pageOrder}"
    yield f"footer {sheet.oddFooter.left.text!r} {sheet.oddFooter.right.text!r}"
    yield f"merged {len(sheet.merged_cells.ranges)} | charts {len(sheet._charts)}"
    for table in sheet.tables.values():
        style = table.tableStyleInfo
        yield (
            f"table {table.displayName} {table.ref} | filter {table.autoFilter.ref} | "
            f"{style.name} stripes {style.showRowStripes} | {' '.join(table.column_names)}"
        )
    for rule in sheet.data_validations.dataValidation:
        yield f"list {rule.sqref} from {rule.formula1} | {rule.errorStyle}"
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            yield f"alert {area.sqref} when {rule.formula[0]} | {rule.dxf.font.color.rgb}"


def _cell(cell: Cell, cached: Worksheet) -> str:
    parts = [f"{cell.parent.title}!{cell.coordinate}", _shown(cell.value), cell.number_format]
    if cell.data_type == "f":
        parts.append(f"cached {_shown(cached[cell.coordinate].value)}")
    if cell.hyperlink:
        parts.append(f"link {cell.hyperlink.target or ''}#{cell.hyperlink.location or ''}")
    parts.append(_style(cell))
    return " | ".join(parts)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else repr(value)


def _style(cell: Cell) -> str:
    font, place = cell.font, cell.alignment
    marks = {
        "bold": font.b,
        "italic": font.i,
        "underlined": font.u,
        "wrap": place.wrap_text,
        "filled": cell.fill.fill_type,
        "ruled": cell.border.bottom and cell.border.bottom.style,
    }
    where = f"{place.horizontal or 'general'} {place.vertical}"
    return " ".join([f"{font.sz:g}pt", where, *(mark for mark, on in marks.items() if on)])
