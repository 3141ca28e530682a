"""The Contents sheet: what is on the others, with one headline figure each."""

from collections.abc import Sequence

import pyarrow as pa

from exporter.facts.table import NUMBER
from exporter.facts.words import Lang
from exporter.report.fact_sheet import EntitySheet
from exporter.report.labels import CONTENTS, CONTENTS_COLUMNS, WORDS, columns_in
from exporter.report.links import sheet_link
from exporter.report.model import Column, Sheet, Table
from exporter.report.styles import HEADER_OF_FIGURES
from exporter.report.theme import PALETTE
from exporter.report.widths import column_width


def lay_out_contents(title: str, as_of: str, entities: Sequence[EntitySheet], lang: Lang) -> Sheet:
    """Lay the Contents sheet of a workbook out.

    Args:
        title: The workbook's title.
        as_of: The edition in words.
        entities: Its entity sheets, in order.
        lang: The language.
    """
    headers = columns_in(CONTENTS_COLUMNS, lang)
    heads = [_headline_row(one) for one in entities]
    names = pa.array([one.sheet.name for one in entities])
    columns = (
        Column(
            headers["sheet"], column_width(headers["sheet"], names, 18, 32), "link", names,
            links=pa.array([sheet_link(one.sheet.name) for one in entities]),
        ),
        Column(
            headers["facts"], column_width(headers["facts"], pa.array([""]), 9, 12), "count",
            numbers=pa.array([float(one.facts.num_rows) for one in entities]),
            formulas=pa.array(
                [f"=ROWS({one.table.name}[{one.table.columns[-1].header}])" for one in entities]
            ),
            header_style=HEADER_OF_FIGURES,
        ),
        *(_mirror(headers[key], index, entities, heads, most) for key, index, most in (
            ("headline", 0, 42), ("figure", 1, 42), ("unit", 2, 22), ("as_of", 4, 18),
        )),
    )  # fmt: skip
    count = sum(one.facts.num_rows for one in entities)
    note = WORDS["sheets note"].in_(lang).format(sheets=len(entities), count=count)
    table = Table("Contents", columns, len(entities))
    return Sheet(
        CONTENTS.in_(lang), title, f"{as_of} · {note}", (table,), tab_colour=PALETTE.accent
    )


def _headline_row(one: EntitySheet) -> int:
    """The row that Contents shows: of the fact named, else of the first figure, else the first."""
    ids: list[str] = one.facts["id"].to_pylist()
    kinds: list[str] = one.facts["kind"].to_pylist()
    if one.entity.headline in ids:
        return ids.index(one.entity.headline)
    return kinds.index(NUMBER) if NUMBER in kinds else 0


def _mirror(
    header: str, index: int, entities: Sequence[EntitySheet], heads: Sequence[int], most: float
) -> Column:
    """A column of Contents whose cells are formulas of the headline facts' cells."""
    texts, numbers, styles, formulas = [], [], [], []
    for one, row in zip(entities, heads, strict=True):
        column = one.table.columns[index]
        number = column.numbers[row].as_py() if column.numbers is not None else None
        text = column.texts[row].as_py() if column.texts is not None else None
        style = column.styles if isinstance(column.styles, str) else column.styles[row].as_py()
        table, id_ = one.table, one.facts["id"][row].as_py()
        area, ids = f"{table.name}[{column.header}]", f"{table.name}[{table.columns[-1].header}]"
        filled = number is not None or text is not None
        numbers.append(number)
        texts.append(None if number is not None else text)
        styles.append("text" if style == "label" else style)
        # By the fact's id, so that sorting the sheet changes nothing here.
        formulas.append(f'=INDEX({area},MATCH("{id_}",{ids},0))' if filled else None)
    width = min(max(one.table.columns[index].width for one in entities), most)
    return Column(
        header,
        width,
        pa.array(styles),
        pa.array(texts, pa.string()),
        pa.array(numbers, pa.float64()),
        formulas=pa.array(formulas, pa.string()),
        header_style=entities[0].table.columns[index].header_style,
    )
