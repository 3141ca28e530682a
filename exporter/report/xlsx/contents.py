"""The Contents sheet: what is on the others, with one headline figure each."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from exporter.facts.words import Lang
from exporter.report.labels import CONTENTS, CONTENTS_COLUMNS, WORDS, columns_in
from exporter.report.links import sheet_link
from exporter.report.theme import PALETTE
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.model import Sheet
from exporter.report.xlsx.styles import HEADER_OF_FIGURES
from exporter.report.xlsx.tables import Column, Table
from exporter.report.xlsx.widths import column_width


def lay_out_contents(title: str, as_of: str, entities: Sequence[EntitySheet], lang: Lang) -> Sheet:
    """Lay the Contents sheet of a workbook out.

    Args:
        title: The workbook's title.
        as_of: The edition in words.
        entities: Its entity sheets, in order.
        lang: The language.
    """
    headers = columns_in(CONTENTS_COLUMNS, lang)
    names = pa.array([one.sheet.name for one in entities])
    columns = (
        Column(
            headers["sheet"], column_width(headers["sheet"], names, 18, 32), "link", names,
            links=pa.array([sheet_link(one.sheet.name) for one in entities]),
        ),
        Column(
            headers["facts"], column_width(headers["facts"], pa.array([""]), 9, 12), "count",
            numbers=pa.array([float(one.totals.rows) for one in entities]),
            formulas=pa.array(
                [f"=ROWS({one.table.name}[{one.table.columns[-1].header}])" for one in entities]
            ),
            header_style=HEADER_OF_FIGURES,
        ),
        *(_mirror(headers[key], index, entities, most) for key, index, most in (
            ("headline", 0, 42), ("figure", 1, 42), ("unit", 2, 22), ("as_of", 4, 18),
        )),
    )  # fmt: skip
    count = sum(one.totals.rows for one in entities)
    note = WORDS["sheets note"].in_(lang).format(sheets=len(entities), count=count)
    table = Table("Contents", columns, len(entities))
    return Sheet(
        CONTENTS.in_(lang), title, f"{as_of} · {note}", (table,), tab_colour=PALETTE.accent
    )


def _mirror(header: str, index: int, entities: Sequence[EntitySheet], most: float) -> Column:
    """A column of Contents whose cells are formulas of the headline facts' cells."""
    cells = [_headline_cell(one, index) for one in entities]
    width = min(max(one.table.columns[index].width for one in entities), most)
    return Column(
        header,
        width,
        pa.array([cell.style for cell in cells]),
        pa.array([cell.text for cell in cells], pa.string()),
        pa.array([cell.number for cell in cells], pa.float64()),
        formulas=pa.array([cell.formula for cell in cells], pa.string()),
        header_style=entities[0].table.columns[index].header_style,
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    style: str = "text"
    text: str | None = None
    number: float | None = None
    formula: str | None = None


def _headline_cell(one: EntitySheet, index: int) -> _Cell:
    """A cell of a sheet's headline row, as one that shows whatever that cell comes to hold."""
    headline = one.totals.headline
    if headline is None:
        return _Cell()
    column = headline.columns[index]
    number = column.numbers[0].as_py() if column.numbers is not None else None
    text = column.texts[0].as_py() if column.texts is not None else None
    style = column.styles if isinstance(column.styles, str) else column.styles[0].as_py()
    style = "text" if style == "label" else style
    if number is None and text is None:
        return _Cell(style)
    table, columns = one.table.name, one.table.columns
    area, ids = f"{table}[{columns[index].header}]", f"{table}[{columns[-1].header}]"
    # By the fact's id, so that sorting the sheet changes nothing here.
    formula = f'=INDEX({area},MATCH("{headline.id}",{ids},0))'
    return _Cell(style, None if number is not None else text, number, formula)
